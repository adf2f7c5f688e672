"""The program speaks to officers in every language it offers, wholly and alike.

What residents read on the site is Indonesian only, so nothing of it is translated.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest
import small_archive
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from test_broken_records import NAMES, SURROUNDINGS, as_data

from generator import archive, checks, language, records
from generator.findings import Finding
from generator.language import _
from generator.model import outcome, parts, registries, session

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"
FOR_RESIDENTS = ("views", "wording")
"""The folders of generator/ whose messages are read on the site only."""

OTHERS = [each for each in language.LANGUAGES if each != language.INDONESIAN]

HELD: Mapping[tuple[str, str], str] = {
    ("cli/spoken.py", "piece"): "metavars, which cli/commands.py holds in `_()` already",
    ("cli/spoken.py", "said"): "help of options, which cli/commands.py holds in `_()` already",
    ("cli/spoken.py", "self.help or ''"): "help of commands, likewise",
    ("cli/spoken.py", "metavar"): "metavars of options, likewise",
    ("plugin/host_log.py", "said"): "the sentences of _PATTERNS",
    (
        "records/explanations.py",
        "shape.keys_of(owner)[key].description or ''",
    ): "the descriptions of required keys, which model/ gives them",
    ("wizard/interview.py", "field.says"): "the descriptions of keys, which model/ gives them",
    ("wizard/making.py", "one.says"): "likewise",
    ("wizard/making.py", "known.asks"): "the questions of wizard/sentences.py",
    ("wizard/making.py", "known.hint"): "likewise",
    ("wizard/making.py", "means.get(word, word)"): "likewise",
    ("wizard/making.py", "means[word]"): "likewise",
    ("wizard/making.py", "written"): "likewise",
    ("wizard/making.py", "WITHOUT.get(pattern, '')"): "likewise",
}
"""Messages translated under a name, by module and expression, and where they are written out."""

TABLES = {"plugin/host_log.py": "_PATTERNS"}
"""Module-level tables of pairs that end in a message."""


class Call(NamedTuple):
    """A call of `_`: its module below generator/, its line, and what is to be translated."""

    module: str
    line: int
    argument: ast.expr


def modules(*, residents: bool) -> Iterator[tuple[str, ast.Module]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        if (name.partition("/")[0] in FOR_RESIDENTS) is residents:
            yield name, ast.parse(file.read_text(encoding="utf-8"))


def calls(name: str, tree: ast.Module) -> Iterator[Call]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name("_"), args=[argument], keywords=[]):
                yield Call(name, node.lineno, argument)
            case ast.Call(func=ast.Name("_")):
                yield Call(name, node.lineno, node)


def in_table(name: str, tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        match node:
            case ast.Assign([ast.Name(table)], ast.Tuple(rows)) if TABLES.get(name) == table:
                for row in rows:
                    assert isinstance(row, ast.Tuple)
                    yield ast.literal_eval(row.elts[-1])


def messages(*, residents: bool) -> dict[str, set[str]]:
    """Every message that is written out, with the modules that say it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, tree in modules(residents=residents):
        for call in calls(name, tree):
            match call.argument:
                case ast.Constant(str(message)):
                    found[message].add(f"generator/{name}")
        for message in in_table(name, tree):
            found[message].add(f"generator/{name}")
    for module, message in () if residents else descriptions():
        found[message].add(f"{module.replace('.', '/')}.py")
    return found


def descriptions() -> Iterator[tuple[str, str]]:
    """What is said of the keys of records: where one is missing, and where one is asked for."""
    for module in (outcome, parts, registries, session):
        for model in vars(module).values():
            for field in getattr(model, "__pydantic_fields__", {}).values():
                if field.description:
                    yield model.__module__, field.description


def catalogue_of(spoken: str) -> Catalog:
    with (PACKAGE / "locale" / f"{spoken}.po").open("rb") as stream:
        return read_po(stream, locale=spoken)


def placeholders(message: str) -> set[str]:
    parts = Formatter().parse(message)
    return {name for _text, name, _spec, _conversion in parts if name is not None}


def translations(spoken: str) -> Iterator[tuple[str, str]]:
    """Each message with its translation, where there is one."""
    translated = language.load(spoken)
    for message in messages(residents=False).keys() & translated.keys():
        yield message, translated[message]


def edges(message: str) -> tuple[str, str]:
    return message[: len(message) - len(message.lstrip())], message[len(message.rstrip()) :]


def is_made_up(argument: ast.expr) -> bool:
    """Whether a message is put together before it is translated, so that no catalogue has it."""
    makers = {"format", "format_map", "join", "replace"}
    return any(
        isinstance(node, ast.JoinedStr | ast.BinOp)
        or (isinstance(node, ast.Attribute) and node.attr in makers)
        for node in ast.walk(argument)
    )


def test_officers_hear_many_messages() -> None:
    assert len(messages(residents=False)) > 200


def test_every_language_but_indonesian_has_a_catalogue_and_no_other_is_kept() -> None:
    assert language.LANGUAGES[0] == language.INDONESIAN
    assert {file.name for file in (PACKAGE / "locale").iterdir()} == {f"{one}.po" for one in OTHERS}


@pytest.mark.parametrize("spoken", OTHERS)
def test_every_message_is_translated(spoken: str) -> None:
    translated = language.load(spoken)
    missing = [
        f'{module}: add `msgid "{message}"` to generator/locale/{spoken}.po'
        for message, said_in in messages(residents=False).items()
        for module in sorted(said_in)
        if message not in translated
    ]
    assert missing == []


@pytest.mark.parametrize("spoken", OTHERS)
def test_nothing_is_translated_that_nobody_says(spoken: str) -> None:
    catalogue = catalogue_of(spoken)
    said = messages(residents=False)
    assert [one.id for one in catalogue if one.id and one.id not in said] == []
    assert [one.id for one in catalogue if one.id and one.fuzzy] == []
    assert list(catalogue.obsolete) == []


@pytest.mark.parametrize("spoken", OTHERS)
def test_what_residents_read_stays_indonesian(spoken: str) -> None:
    site = messages(residents=True)
    assert len(site) > 100
    assert site.keys() & language.load(spoken).keys() == set()


@pytest.mark.parametrize("spoken", OTHERS)
def test_a_translation_is_filled_in_with_the_same_names(spoken: str) -> None:
    assert [
        message
        for message, translated in translations(spoken)
        if placeholders(message) != placeholders(translated)
    ] == []


@pytest.mark.parametrize("spoken", OTHERS)
def test_a_translation_joins_its_neighbours_alike(spoken: str) -> None:
    assert [
        message
        for message, translated in translations(spoken)
        if edges(message) != edges(translated)
    ] == []


@pytest.mark.parametrize("spoken", OTHERS)
def test_keys_and_fixed_words_in_backticks_stay_as_they_are_typed(spoken: str) -> None:
    """A key lost in translation would send an officer looking for one that does not exist."""
    quoted = re.compile(r"`[^`]+`")
    assert [
        message
        for message, translated in translations(spoken)
        if not set(quoted.findall(message)) <= set(quoted.findall(translated))
    ] == []


@pytest.mark.parametrize("spoken", OTHERS)
def test_a_catalogue_names_modules_that_say_the_message(spoken: str) -> None:
    said = messages(residents=False)
    assert [
        f"{one.id}: {place}"
        for one in catalogue_of(spoken)
        for place, _line in one.locations
        if isinstance(one.id, str) and place not in said.get(one.id, ())
    ] == []


@pytest.mark.parametrize("residents", [False, True])
def test_a_message_is_filled_in_only_after_it_is_translated(residents: bool) -> None:
    assert [
        f"{call.module}:{call.line}: {ast.unparse(call.argument)}"
        for name, tree in modules(residents=residents)
        for call in calls(name, tree)
        if is_made_up(call.argument)
    ] == []


@pytest.mark.parametrize(
    ("source", "made_up"),
    [
        ("f'baris {line}'", True),
        ("'baris {line}'.format(line=1)", True),
        ("'baris ' + line", True),
        ("'baris %d' % line", True),
        ("'baris {line}'", False),
        ("'baris ' 'kedua'", False),
        ("LABELS[kind]", False),
    ],
)
def test_a_message_put_together_first_is_recognised(source: str, made_up: bool) -> None:
    assert is_made_up(ast.parse(source, mode="eval").body) is made_up


def test_every_other_message_is_held_by_a_name_listed_here() -> None:
    held = {
        (call.module, ast.unparse(call.argument))
        for name, tree in modules(residents=False)
        for call in calls(name, tree)
        if not isinstance(call.argument, ast.Constant)
    }
    assert held == HELD.keys()


def test_a_message_is_called_by_one_name_everywhere() -> None:
    """Extraction looks for `_(...)`; under another name a message would never be translated."""
    assert [
        f"{name}:{node.lineno}: {ast.unparse(node)}"
        for residents in (False, True)
        for name, tree in modules(residents=residents)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.module == "generator.language"
        and any(each.asname or each.name == "*" for each in node.names)
    ] == []


def test_a_language_is_spoken_until_another_is_asked_for() -> None:
    assert _("Tidak ada kesalahan.") == "Tidak ada kesalahan."
    language.use("en")
    assert _("Tidak ada kesalahan.") == "No errors."
    assert _("ini bukan pesan program") == "ini bukan pesan program"
    assert _("") == ""
    language.use("id")
    assert _("Tidak ada kesalahan.") == "Tidak ada kesalahan."


def test_indonesian_needs_no_catalogue() -> None:
    assert language.load(language.INDONESIAN) == {}


@pytest.mark.parametrize("spoken", OTHERS)
def test_a_finding_is_at_the_same_place_in_every_language(spoken: str, tmp_path: Path) -> None:
    """The place of a finding may follow from the keys its message names."""
    broken = {name: content for case in NAMES for name, content in as_data(case).items()}
    data = small_archive.write(tmp_path, {**SURROUNDINGS, **broken})
    indonesian = findings(tmp_path, data)
    language.use(spoken)
    translated = findings(tmp_path, data)
    assert len(translated) >= len(broken)
    assert [place(one) for one in translated] == [place(one) for one in indonesian]
    assert {one.message for one in translated} & {one.message for one in indonesian} == set()


def findings(root: Path, data: Path) -> list[Finding]:
    reading = records.read(root, data)
    found = archive.build(reading.records, small_archive.TODAY)
    return sorted({*reading.findings, *checks.run(found, root, data, reading)}, key=place)


def place(one: Finding) -> tuple[str, int, int, str, str, bool]:
    return (one.file, one.line, one.column, one.check, one.where, one.is_error)
