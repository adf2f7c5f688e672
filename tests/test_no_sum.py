"""Endings are never added together: no template can, and no line of the program does.

A template prints what it is given. It is given words and finished drawings, never a tally; and it
has no means to add, so it cannot even add what it was not meant to have.
"""

import ast
import dataclasses
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from expected_pages import made_up_archive
from jinja2 import nodes
from site_pages import all_pages

from generator import figures
from generator.figures import Tally, Wait
from generator.rendering import TEMPLATES, new_environment

PROGRAM = Path(figures.__file__).parents[1]
THEME = PROGRAM / "theme"
ARITHMETIC = (
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow),
    *(nodes.Neg, nodes.Pos),
)
COUNTING_FILTERS = {"sum", "int", "float", "round", "filesizeformat"}
COUNTING_NAMES = {"range", "cycler", "namespace"}
ENDINGS = {"claimed", "confirmed", "answered", "refused"}
ENDING_FAMILIES = {f"Family.{name.upper()}" for name in ENDINGS}
ALL_ENDINGS = {"is_ending", "ENDINGS", "ENDED"}
ADDING_CALLS = {"sum", "fsum", "total", "add", "reduce", "accumulate"}


def reckoning_in(source: str) -> list[str]:
    """Everything in a template that could work out a number."""
    return [
        f"line {node.lineno}: {type(node).__name__} {getattr(node, 'name', '')}".strip()
        for node in new_environment().parse(source).find_all(nodes.Node)
        if isinstance(node, ARITHMETIC)
        or (isinstance(node, nodes.Filter) and node.name in COUNTING_FILTERS)
        or (isinstance(node, nodes.Name) and node.name in COUNTING_NAMES)
        or (isinstance(node, nodes.Getattr) and node.attr.startswith("__"))
        or (isinstance(node, nodes.Getitem) and _names_a_slot(node))
        or (isinstance(node, nodes.Filter) and node.name == "attr")
    ]


def _names_a_slot(node: nodes.Getitem) -> bool:
    return isinstance(node.arg, nodes.Const) and str(node.arg.value).startswith("__")


def templates() -> list[Path]:
    return [*sorted(TEMPLATES.glob("*.html")), *sorted(THEME.rglob("*.html"))]


@pytest.mark.parametrize("file", templates(), ids=lambda file: file.name)
def test_no_template_can_work_out_a_number(file: Path) -> None:
    assert reckoning_in(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "{{ tally.claimed + tally.refused }}",
        "{{ tally.asked - tally.open }}",
        "{{ [tally.claimed, tally.answered]|sum }}",
        "{{ tally.claimed.__add__(tally.refused) }}",
        "{{ tally.claimed['__add__'](tally.refused) }}",
        "{{ (tally.claimed|attr('__add__'))(tally.refused) }}",
        "{{ 100 * tally.claimed / tally.asked }}",
        "{% set ns = namespace(all=0) %}",
        "{% for each in range(tally.claimed) %}x{% endfor %}",
        "{% macro deep(one) %}{% if one %}{{ -one.claimed }}{% endif %}{% endmacro %}",
    ],
)
def test_a_template_that_works_one_out_would_be_found(source: str) -> None:
    assert reckoning_in(source) != []


def test_templates_know_no_filter_or_global_of_ours() -> None:
    """Else a sum could hide behind a harmless name."""
    ours, bare = new_environment(), jinja2.Environment(autoescape=True)
    assert ours.filters.keys() == bare.filters.keys()
    # `once` gives what a macro gives, and nothing else; `HERE` is a mark of one letter.
    assert ours.globals.keys() - bare.globals.keys() <= {"HERE", "once", "qr", "urls"}
    assert ours.tests.keys() == bare.tests.keys()


def things_in(value: object) -> Iterator[object]:
    """A view and everything it holds."""
    yield value
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from things_in(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from things_in(each)
    elif isinstance(value, dict):
        yield from things_in(list(value.items()))


def test_no_page_is_given_a_tally() -> None:
    for address, page in all_pages(made_up_archive()).items():
        for thing in things_in(page.view()):
            assert not isinstance(thing, Tally | Wait), address


def additions_in(source: str) -> list[str]:
    """Everything in a module that adds endings, or counts all that ended at once."""
    return [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.expr | ast.stmt) and _adds_endings(node)
    ]


def _adds_endings(node: ast.AST) -> bool:
    match node:
        case ast.BinOp(op=ast.Add() | ast.Sub()) | ast.AugAssign(op=ast.Add() | ast.Sub()):
            return _names_an_ending(node)
        case ast.Call(func=func) if ast.unparse(func).rpartition(".")[2] in ADDING_CALLS:
            return _names_an_ending(node) or _speaks_of_all_endings(node)
    return False


def _names_an_ending(node: ast.AST) -> bool:
    attributes = {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}
    written = ast.unparse(node)
    return bool(attributes & ENDINGS) or any(one in written for one in ENDING_FAMILIES)


def _speaks_of_all_endings(node: ast.AST) -> bool:
    parts = list(ast.walk(node))
    names = {one.id for one in parts if isinstance(one, ast.Name)}
    attributes = {one.attr for one in parts if isinstance(one, ast.Attribute)}
    return bool((names | attributes) & ALL_ENDINGS)


@pytest.mark.parametrize(
    "file", sorted(PROGRAM.rglob("*.py")), ids=lambda file: file.relative_to(PROGRAM).as_posix()
)
def test_no_line_of_the_program_adds_endings(file: Path) -> None:
    assert additions_in(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "done = tally.claimed + tally.confirmed",
        "done = tally.asked - tally.refused",
        "done += tally.answered",
        "done = sum((tally.claimed, tally.confirmed))",
        "done = sum(one.status.is_ending for one in asked)",
        "done = families[Family.CLAIMED] + families[Family.CONFIRMED]",
        "done = sum(one.status in ENDINGS for one in asked)",
        "done = families.total() + tally.claimed",
    ],
)
def test_a_line_that_adds_endings_would_be_found(source: str) -> None:
    assert len(additions_in(source)) >= 1


@pytest.mark.parametrize("name", ["ended", "done", "solved", "closed", "finished", "total"])
def test_a_tally_has_no_number_of_all_that_ended(name: str) -> None:
    assert not hasattr(Tally(), name)
