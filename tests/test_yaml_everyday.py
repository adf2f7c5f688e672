"""What is read a line at a time is read just as libyaml has it; everything else is left alone."""

import string
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import text_rules, yaml_everyday
from generator.demo import write_records
from generator.yaml_everyday import MAX_LEVELS, MAX_NODES
from generator.yaml_mistakes.traps import may_lose_words
from generator.yaml_text import Document, Plain, parse

ROOT = Path(__file__).parents[1]


def by_events(text: str) -> Document:
    """What libyaml's events make of a text."""
    with mock.patch.object(yaml_everyday, "read", return_value=None):
        return parse(text.encode())


def by_line(text: str) -> dict[str, Plain] | None:
    """What is read of a text a line at a time, where `parse` would ask for that."""
    source = text_rules.read(text.encode())
    if source.problems or not source.ordinary or may_lose_words(source.text):
        return None
    return yaml_everyday.read(source.text)


READ: dict[str, tuple[str, dict[str, Plain]]] = {
    "a text": ("isi: Patroli malam\n", {"isi": "Patroli malam"}),
    "what looks like a number": ("rw: 010\npukul: 16:30\n", {"rw": "010", "pukul": "16:30"}),
    "an address": ("url: https://a.example/b#c\n", {"url": "https://a.example/b#c"}),
    "quotes": ("a: \"b: c\"\nd: 'e # f'\n", {"a": "b: c", "d": "e # f"}),
    "brackets": ("a: [b, c d, 2023-10-20#e]\n", {"a": ["b", "c d", "2023-10-20#e"]}),
    "keys below a key": ("a:\n  b: c\n  d: e\nf: g\n", {"a": {"b": "c", "d": "e"}, "f": "g"}),
    "a list": ("a:\n  - b\n  - 'c'\n", {"a": ["b", "c"]}),
    "keys in a list": (
        "a:\n  - b: c\n    d:\n      - e: f\n  - b: g\nh: i\n",
        {"a": [{"b": "c", "d": [{"e": "f"}]}, {"b": "g"}], "h": "i"},
    ),
    "a block": (
        "a: |\n  b: c\n    d #e\n\n  f\n\n\ng: h\n",
        {"a": "b: c\n  d #e\n\nf\n", "g": "h"},
    ),
    "a block in a list": ("a:\n  - |\n    b\n    - c\n  - d\n", {"a": ["b\n- c\n", "d"]}),
    "empty lines": ("a: b\n\n\nc:\n\n  - d\n\n  - e\n", {"a": "b", "c": ["d", "e"]}),
}


@pytest.mark.parametrize(("text", "tree"), READ.values(), ids=READ)
def test_everyday_forms_are_read(text: str, tree: dict[str, Plain]) -> None:
    assert yaml_everyday.read(text) == tree
    assert by_events(text) == Document(tree, ())


LEFT = {
    "nothing": "",
    "no end of the last line": "a: b",
    "a comment": "a: b # c\n",
    "a comment of its own line": "# a\nb: c\n",
    "a text that goes on": "a: b\n  c\n",
    "a text of its own line": "a:\n  b\n",
    "a colon in a text": "a: b: c\n",
    "a colon behind a text": "a: b:\n",
    "a space behind a text": "a: b \n",
    "a key of several words": "a b: c\n",
    "no space behind a colon": "a:b\n",
    "a key without a value": "a:\nb: c\n",
    "a key without a value at the end": "a: b\nc:\n",
    "a key that stands twice": "a: b\na: c\n",
    "nothing in words": "a: null\n",
    "nothing in a sign": "a: ~\n",
    "an anchor": "a: &b c\n",
    "an alias": "a: *b\n",
    "a tag": "a: !b c\n",
    "a folded text": "a: >\n  b\n",
    "a block with another end": "a: |-\n  b\n",
    "a block no deeper than its key": "a:\n  - b: |\n    c\n",
    "a block that becomes less deep": "a: |\n    b\n  c\n",
    "a block that begins with a line of spaces": "a: |\n    \n  b\n",
    "braces": "a: {b: c}\n",
    "brackets in brackets": "a: [b, [c]]\n",
    "brackets with nothing in them": "a: []\n",
    "a quote in quotes": "a: 'b''c'\n",
    "words behind quotes": "a: 'b' c\n",
    "a list no deeper than its key": "a:\n- b\n",
    "a list in a list": "a:\n  - - b\n",
    "a list alone": "- a\n",
    "a key in a list of texts": "a:\n  - b\n  c: d\n",
    "a dash among keys": "a:\n  b: c\n  - d\n",
    "a line between two levels": "a:\n    b: c\n  d: e\n",
    "a line that is too deep": "a: b\n    c: d\n",
    "a first line that is not at its beginning": "  a: b\n",
    "another document": "a: b\n---\nc: d\n",
}  # fmt: skip


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_everything_else_is_left_alone(text: str) -> None:
    assert yaml_everyday.read(text) is None


def test_no_more_is_read_than_a_file_may_hold() -> None:
    flat = "".join(f"a{'b' * number}: c\n" for number in range(60))
    many = f"a: [{', '.join('b' * MAX_NODES)}]\n"
    deep = "".join(f"{'  ' * level}a:\n" for level in range(MAX_LEVELS)) + "  " * MAX_LEVELS
    assert yaml_everyday.read(flat) is not None
    assert yaml_everyday.read(many) is None
    assert yaml_everyday.read(f"{deep}a: b\n") is None


def test_nearly_every_record_is_read_so(tmp_path: Path) -> None:
    write_records(tmp_path / "data", 40, seed=1)
    for data, few in ((tmp_path / "data", 0), (ROOT / "data", 3)):
        texts = [file.read_text(encoding="utf-8") for file in sorted(data.rglob("*/*.yml"))]
        left = [text for text in texts if by_line(text) is None]
        assert len(left) <= few < len(texts) / 10


# Pieces that can change what the lines around them mean, put anywhere into a sound record.
PIECES = st.sampled_from(
    [
        *string.punctuation, *" \n\t\r", "a", "B", "é", "\u2019", "\x85",
        *("null", "---\n", "...\n", "\n  ", "\n    ", "\n\n", "- ", ": ", " #", " # a", "a:\n"),
        *("a: b\n", "- a: b\n", "- - ", "|\n  ", "- |\n   a\n", "a: |\n\n  b\n", "|-\n"),
        *("[]", "[a, b]", "'a'", '"b"', "''", "? "),
    ]
)  # fmt: skip
RECORD = """\
program: jumat-curhat
satuan: [polsek-a, polsek-b]
tanggal: 2023-10-20
tempat:
  nama: "Kantor Desa: Kumpang Bis"
  rt: 010
masukan:
  - id: patroli
    isi: |
      Warga berharap patroli ditingkatkan.

        - di tempat rawan
    jawaban:
      - jenis: komitmen
        mitra: [Dinas A, Dinas B]
        isi: 'Setiap hari.'
  - id: lampu
    isi: Lampu mati
pesan:
  - |
    Jaga kerukunan.
  - Tetap waspada.
sumber:
  - url: https://contoh.example/a#b
"""
PLACES = st.integers(0, len(RECORD))
LINES = st.integers(0, RECORD.count("\n"))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    text = RECORD
    for _ in range(draw(st.integers(1, 3))):
        if draw(st.booleans()):
            at, length = draw(PLACES), draw(st.integers(0, 6))
            text = text[:at] + draw(PIECES) + text[at + length :]
        else:
            lines = text.split("\n")
            at, length = draw(LINES), draw(st.integers(0, 2))
            moved = [
                " " * draw(st.integers(0, 8)) + line.lstrip(" ") for line in lines[at:][:length]
            ]
            there = draw(LINES)
            lines[there : there + draw(st.integers(0, 2))] = moved
            text = "\n".join(lines)
    return text


@settings(max_examples=1_500)
@given(damaged())
def test_what_is_read_by_line_is_what_libyaml_reads(text: str) -> None:
    if (tree := by_line(text)) is not None:
        assert by_events(text) == Document(tree, ())


FORMS = (
    "a: b", "c:", "- d", "- e:", "- f: g", "h: |", "- |", "i", "- - j", "k: [l, m]", "-", "",
)  # fmt: skip


@settings(max_examples=1_500)
@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(FORMS)), max_size=6))
def test_lines_in_any_order_are_read_as_libyaml_reads_them(lines: list[tuple[int, str]]) -> None:
    text = "".join(f"{' ' * indent}{line}\n" for indent, line in lines)
    if (tree := by_line(text)) is not None:
        assert by_events(text) == Document(tree, ())
