"""Leaner Python from templates than Jinja writes, which has to be ready for anything.

A site of 20,000 pages asks 14 million times for an attribute, prints 3 million values and calls
half a million macros. What our templates are given is known: views, text and numbers. So an
attribute is an attribute, and no function asks for the context. Rendering takes half as long.
"""

from enum import StrEnum

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined] # in C, where it can be
from markupsafe import escape


def printed(value: object) -> str:
    """Give what stands on the page for a value that is neither plain text nor `Markup`: escaped.

    Those two are dealt with where they are printed. Text goes straight into the page and is never
    looked at again, so it need not become `Markup` first, which takes five times as long.
    """
    # Words of a fixed list need no class of their own on the page either.
    return escaped(value._value_) if isinstance(value, StrEnum) else escape(value)


class LeanCode(CodeGenerator):
    """Writes `view.title` and `badge(mark)` as such.

    A name that is not there is an error as before. A macro without defaults takes its values in
    their order and becomes a plain function.
    """

    def write_commons(self) -> None:
        """Name what every template needs."""
        super().write_commons()
        self.writeline("from generator.template_code import escaped, printed")
        self.writeline("text, new_text = str, str.__new__")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write an attribute: no view is a dict."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """Write what stands under a key: nothing is looked for among the attributes as well."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call with nothing but its values."""
        if node.kwargs or node.dyn_args or node.dyn_kwargs or forward_caller:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        self.write(")")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """Give back what a macro has made as `Markup`, without asking the class to look at it."""
        if force_unescaped:
            self.writeline(f"return new_text(Markup, concat({frame.buffer}))")
        else:
            super().return_buffer_contents(frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Leave a macro the function it is, where nothing has to be filled in for it."""
        node = macro_ref.node
        is_plain = not (
            node.defaults
            or macro_ref.accesses_caller
            or macro_ref.accesses_kwargs
            or macro_ref.accesses_varargs
        )
        if is_plain:
            self.write("macro")
        else:
            super().macro_def(macro_ref, frame)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Take the module of macros as it is: Jinja looks each time what globals it may see."""
        self.write("environment.macros_of(")
        self.visit(node.template, frame)
        self.write(")")

    def _output_child_pre(self, node: object, frame: object, finalize: object) -> None:  # noqa: ARG002
        """Escape text without a call: most of what is printed is text, 400 times a page."""
        self.write("(escaped(it) if (it := ")

    def _output_child_post(self, node: object, frame: object, finalize: object) -> None:  # noqa: ARG002
        self.write(").__class__ is text else it if it.__class__ is Markup else printed(it))")
