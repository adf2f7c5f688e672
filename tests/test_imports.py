"""Imports go one way, so that a reader can start at the bottom and never has to look up."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = "generator"

# Each layer may import from itself, without going round in a circle, and from those above it here.
LAYERS: tuple[tuple[str, ...], ...] = (
    (
        *("errors", "findings", "language", "clock", "page", "facts", "status", "git"),
        *("collector", "processes", "dates", "times", "amounts", "text", "value", "model"),
        "remembered",
    ),
    (
        *("yaml_everyday", "yaml_text", "yaml_mistakes", "text_rules", "pictures", "privacy"),
        *("photos", "records"),
        *("followup", "urls", "areas", "atlas", "alphabet", "gazetteer", "colours", "history"),
        *("qr", "purge", "outline", "writing", "earlier", "since"),
        *("targets", "staged", "hooks", "owners", "naming"),
    ),
    ("archive", "figures", "boards", "news", "agenda"),
    ("wording",),
    (
        *("checks", "views", "exports", "notices", "printout", "schema", "demo", "withdrawal"),
        *("correcting", "difference"),
    ),
    (
        *("fingerprints", "pagefiles", "template_code", "rendering", "shell", "press", "search"),
        *("site", "site_scan", "desk", "spreadsheet", "wizard"),
    ),
    ("plugin",),
    ("cli",),
)
LAYER_OF = {name: number for number, names in enumerate(LAYERS) for name in names}

# What only these parts may know: one part changes when a library does, and what day it is, is read
# at the two front doors and handed on.
KNOWN_TO = {
    "mkdocs": {"plugin"},
    "click": {"cli"},
    "questionary": {"cli"},
    f"{PACKAGE}.clock": {"plugin", "cli"},
}
CLOCK_READERS = {"plugin", "cli", "clock"}
CLOCKS = {
    *("date.today", "datetime.today", "datetime.now", "datetime.utcnow"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime"),
}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}


class Import(NamedTuple):
    """`module` imports `target`, at this line; `nested` when it does so inside a function."""

    module: str
    target: str
    line: int
    nested: bool


def sources() -> dict[str, str]:
    root = Path(__file__).parents[1]
    return {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): (
            path.read_text(encoding="utf-8")
        )
        for path in sorted((root / PACKAGE).rglob("*.py"))
    }


def imports(tree: Mapping[str, str]) -> list[Import]:
    return [
        found
        for module, source in tree.items()
        for found in imports_of(module, ast.parse(source), tree, nested=False)
    ]


def imports_of(
    module: str, node: ast.AST, tree: Mapping[str, str], *, nested: bool
) -> Iterator[Import]:
    match node:
        case ast.Import(names=names):
            for each in names:
                yield Import(module, each.name, node.lineno, nested)
        case ast.ImportFrom(module=origin, names=names, level=level):
            base = "." * level + (origin or "")
            for each in names:
                submodule = f"{base}.{each.name}"
                yield Import(module, submodule if submodule in tree else base, node.lineno, nested)
        case ast.Call(func=func, args=[ast.Constant(value=str(target)), *_]):
            # An optional library may be loaded so; what has its place in the order may not hide.
            dynamic = ast.unparse(func).split(".")[-1] in {"import_module", "__import__"}
            if dynamic and root_of(target) in {PACKAGE, *KNOWN_TO}:
                yield Import(module, target, node.lineno, nested)
    nested = nested or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for child in ast.iter_child_nodes(node):
        yield from imports_of(module, child, tree, nested=nested)


def root_of(module: str) -> str:
    return module.partition(".")[0]


def part_of(module: str) -> str:
    """`model` for `generator.model.words`; empty for the package itself."""
    return module.partition(".")[2].partition(".")[0]


def is_ours(module: str) -> bool:
    return root_of(module) == PACKAGE


def without_a_layer(modules: Iterable[str]) -> list[str]:
    parts = {part_of(module) for module in modules} - {""}
    return [f"{part}: add it to LAYERS in this test" for part in sorted(parts - set(LAYER_OF))]


def against_the_direction(found: Iterable[Import]) -> list[str]:
    return [
        f"{each.module}:{each.line} imports {each.target}, which lies above it"
        for each in found
        if is_ours(each.target)
        and LAYER_OF.get(part_of(each.target), -1) > LAYER_OF.get(part_of(each.module), -1)
    ]


def circle(found: Iterable[Import]) -> list[str]:
    graph: dict[str, set[str]] = {}
    for each in found:
        if is_ours(each.target):
            graph.setdefault(each.module, set()).add(each.target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        modules: list[str] = error.args[1]
        return modules
    return []


def inside_functions(found: Iterable[Import]) -> list[str]:
    return [f"{each.module}:{each.line} imports {each.target}" for each in found if each.nested]


def relative(found: Iterable[Import]) -> list[str]:
    return [f"{each.module}:{each.line}" for each in found if each.target.startswith(".")]


def known_to_too_many(found: Iterable[Import]) -> list[str]:
    return [
        f"{each.module}:{each.line} imports {each.target}"
        for each in found
        for target, parts in KNOWN_TO.items()
        if f"{each.target}.".startswith(f"{target}.") and part_of(each.module) not in parts
    ]


def from_outside_the_package(found: Iterable[Import]) -> list[str]:
    return [
        f"{each.module}:{each.line} imports {each.target}"
        for each in found
        if root_of(each.target) in {"tests", "bench"}
    ]


def clock_readings(tree: Mapping[str, str]) -> list[str]:
    return [
        f"{module}:{node.lineno} reads the clock: {ast.unparse(node.func)}"
        for module, source in tree.items()
        if part_of(module) not in CLOCK_READERS
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and ".".join(ast.unparse(node.func).split(".")[-2:]) in CLOCKS
    ]


TREE = sources()
FOUND = imports(TREE)


def test_every_module_has_its_layer() -> None:
    assert without_a_layer(TREE) == []


def test_imports_go_one_way() -> None:
    assert against_the_direction(FOUND) == []


def test_imports_never_go_round_in_a_circle() -> None:
    assert circle(FOUND) == []


def test_imports_stand_at_the_top_of_a_module() -> None:
    assert inside_functions(FOUND) == []


def test_imports_are_written_in_full() -> None:
    assert relative(FOUND) == []


def test_mkdocs_click_and_the_clock_are_known_to_few() -> None:
    assert known_to_too_many(FOUND) == []


def test_the_program_does_not_import_its_tests() -> None:
    assert from_outside_the_package(FOUND) == []


def test_the_day_is_read_at_the_two_front_doors_only() -> None:
    assert clock_readings(TREE) == []


def test_every_module_is_named_after_what_it_holds() -> None:
    words = {name: set(name.rpartition(".")[2].split("_")) for name in TREE}
    assert [name for name in words if words[name] & NAMES_THAT_SAY_NOTHING] == []


# The rules above must be able to fail: each is shown a small tree that breaks it.


def test_a_module_without_a_layer_is_named() -> None:
    assert without_a_layer(["generator", "generator.errors", "generator.surprise.deep"]) == [
        "surprise: add it to LAYERS in this test"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "from generator import site",
        "from generator.site import prepare",
        "import generator.site",
        "if TYPE_CHECKING:\n    from generator.site import Prepared",
        "from importlib import import_module\nimport_module('generator.site')",
    ],
)
def test_an_import_from_above_is_found_however_it_is_written(source: str) -> None:
    tree = {"generator": "", "generator.site": "", "generator.model.words": source}
    assert len(against_the_direction(imports(tree))) == 1


def test_a_circle_is_found() -> None:
    tree = {
        "generator.checks": "from generator.checks.base import Check",
        "generator.checks.base": "from generator import figures\nfrom generator.checks import ALL",
        "generator.figures": "",
    }
    assert set(circle(imports(tree))) == {"generator.checks", "generator.checks.base"}


def test_a_package_may_gather_its_own_modules() -> None:
    tree = {
        "generator.checks": "from generator.checks import privacy",
        "generator.checks.base": "",
        "generator.checks.privacy": "from generator.checks import base",
    }
    assert circle(imports(tree)) == []


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n    import json",
        "class A:\n    async def f(self):\n        from generator import errors",
        "def f():\n    return __import__('generator.errors')",
    ],
)
def test_an_import_inside_a_function_is_found(source: str) -> None:
    assert len(inside_functions(imports({"generator.views": source}))) == 1


def test_a_relative_import_is_found() -> None:
    assert relative(imports({"generator.model.words": "from .fields import x"})) == [
        "generator.model.words:1"
    ]


@pytest.mark.parametrize(
    ("module", "source", "faults"),
    [
        ("generator.site", "from mkdocs.config import Config", 1),
        ("generator.plugin", "from mkdocs.config import Config", 0),
        ("generator.plugin", "import click", 1),
        ("generator.cli.build", "import click", 0),
        ("generator.site", "from generator import clock", 1),
        ("generator.site", "from generator.clock import today_in", 1),
        ("generator.cli", "from generator.clock import today_in", 0),
    ],
)
def test_one_that_should_not_know_is_found(module: str, source: str, faults: int) -> None:
    tree = {"generator.clock": "", module: source}
    assert len(known_to_too_many(imports(tree))) == faults


@pytest.mark.parametrize(
    ("module", "source", "faults"),
    [
        ("generator.followup", "today = datetime.date.today()", 1),
        ("generator.followup", "now = datetime.now(tz=zone)", 1),
        ("generator.followup", "now = time.time()", 1),
        ("generator.press", "started = time.monotonic()", 0),
        ("generator.cli", "today = date.today()", 0),
    ],
)
def test_a_reading_of_the_clock_is_found(module: str, source: str, faults: int) -> None:
    assert len(clock_readings({module: source})) == faults
