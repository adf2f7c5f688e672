"""What officers type is read as plain text with its place, or they are told what to mend, where."""

import gzip
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import text_rules
from generator.yaml_text import (
    MAX_LEVELS,
    MAX_NODES,
    MAX_PROBLEMS,
    Document,
    Path,
    Plain,
    Position,
    locate,
    parse,
    positions,
)

# Stands in every faulty text below; no message may ever show it.
SECRET = "rahasia"


class Fault(NamedTuple):
    """`name` is the mistake; `typed` is told at this line and column in words with `told` in them.

    A list in `typed` is joined as lines.
    """

    name: str
    typed: str | bytes
    line: int
    column: int
    told: str

    @property
    def raw(self) -> bytes:
        return self.typed.encode() if isinstance(self.typed, str) else self.typed


def lines(*typed: str) -> str:
    return "".join(f"{line}\n" for line in typed)


TEXT_STARTS = 'punya arti khusus di sini; apit seluruh teks dengan tanda kutip, atau tulis "isi: |"'
COLON = 'ada titik dua di dalam teks; tulis "isi: |" lalu teksnya di baris berikut'
OPEN_BRACKET = "kurung dibuka di sini tetapi tidak ditutup"
BEHIND_QUOTE = "tanda kutip sudah tertutup di tengah teks"
UNCLOSED = "dibuka di sini tetapi tidak ditutup"
BEHIND_BAR = 'sesudah tanda "|" atau ">" tidak boleh ada tulisan'
TOO_FAR_RIGHT = "menjorok lebih dalam daripada seharusnya"
OUT_OF_LINE = "tidak sama dengan kunci mana pun di atasnya"
TEXT_OUT = "kurang menjorok dibanding baris pertama teksnya"
OUT_OF_LIST = "ada di dalam daftar, tetapi letaknya tidak lurus"
NO_ENTRY = "tidak berbentuk kunci dan isi"
NO_SPACE = "sesudah titik dua harus ada spasi"
DASH_SPACE = 'sesudah tanda "-" di awal butir harus ada spasi'
NO_KEY = "tidak ada kunci di depan titik dua"
NO_WORD = "kunci harus satu kata"
PER_CENT = 'baris diawali tanda "%"'
OTHER_COLON = "bukan titik dua biasa (U+FF1A)"
NO_LIST = 'tanda "-" di sini tidak termasuk daftar mana pun'
FIRST = "kunci pertama menjorok, sedangkan kunci sesudahnya tidak"
TWICE = "kunci ini sudah ada di baris 1"
BEHIND_END = 'ada tulisan sesudah tanda akhir "..."'
TURNS = "ada tanda U+202E yang membalik arah tulisan"
PILE = "lebih dari 4 tanda bertumpuk pada satu huruf"
DASH_TAB = 'sesudah tanda "-" pakai spasi, bukan tab'
SECOND = 'ada tanda "---" di tengah berkas'
TAB = "pakai spasi, bukan tab"
CONFLICT = "tanda pertentangan git"
HASH = 'tanda "#" membuat tulisan sesudahnya tidak ikut terbit'
SWALLOWED = "terbaca sebagai sambungan teks di atasnya"
EMPTY = "berkas ini kosong"
NO_UTF8 = "tidak disimpan sebagai UTF-8"
UTF16 = "disimpan sebagai UTF-16"
NO_TEXT = "bukan teks, melainkan berkas"
BACKSLASH = 'tanda "\\" di antara tanda kutip dua'

FAULTS = [
    # Text that YAML takes for something else.
    Fault("colon in text", lines("tanggal: x", "judul: Laporan: rahasia"), 2, 15, COLON),
    Fault("colon in a list item", lines("unsur:", "  - ketua: warga: rahasia"), 2, 17, COLON),
    Fault("colon behind words", lines("isi: kata Pak RT: rahasia"), 1, 17, COLON),
    Fault("colon at a line's end in a flow list", "tema: [rahasia:]", 1, 15, COLON),
    Fault("at sign", lines("isi: @rahasia"), 1, 6, f'"@", yang {TEXT_STARTS}'),
    Fault("backquote", lines("isi: `rahasia`"), 1, 6, f'"`", yang {TEXT_STARTS}'),
    Fault("per cent", lines("isi: %rahasia"), 1, 6, f'"%", yang {TEXT_STARTS}'),
    Fault("star", lines("isi: *rahasia* segera"), 1, 6, f'"*", yang {TEXT_STARTS}'),
    Fault("star and space", lines("isi: * rahasia"), 1, 6, f'"*", yang {TEXT_STARTS}'),
    Fault("ampersand", lines("isi: & rahasia"), 1, 6, f'"&", yang {TEXT_STARTS}'),
    Fault("exclamation mark", lines("isi: !rahasia"), 1, 6, f'"!", yang {TEXT_STARTS}'),
    Fault("question mark", lines("isi: ? rahasia"), 1, 6, f'"?", yang {TEXT_STARTS}'),
    Fault("comma", lines("isi: , rahasia"), 1, 6, f'",", yang {TEXT_STARTS}'),
    Fault("closing bracket", lines("isi: ] rahasia"), 1, 6, f'"]", yang {TEXT_STARTS}'),
    Fault("dash", lines("isi: - rahasia"), 1, 6, 'teks diawali tanda "-"; kalau ini daftar'),
    Fault("bracket", lines("isi: [RAHASIA] rahasia"), 1, 16, "sesudah kurung penutup masih ada"),
    Fault("brace", lines("isi: {rahasia} rahasia", "a: b"), 1, 16, "sesudah kurung penutup"),
    Fault("hash", lines("isi: #3 rahasia"), 1, 6, HASH),
    Fault("hash in text", lines("jalan: Gang #3 rahasia"), 1, 13, HASH),
    Fault("hash behind a quote", lines('jalan: "Gang"#3 rahasia'), 1, 14, HASH),
    Fault("hash in a list item", lines("unsur:", "  - Gang #3 rahasia"), 2, 10, HASH),
    Fault("hashtags under a text", lines("isi: Patroli", "  #rahasia"), 2, 3, HASH),
    Fault("hash in a flow list", lines("tema: [a, b #3", "  , rahasia]"), 1, 13, HASH),
    Fault("hash before a bracket", "tema: [a, b #rahasia]", 1, 7, OPEN_BRACKET),
    Fault("text behind a bar", lines("isi: | rahasia", "  x"), 1, 6, BEHIND_BAR),
    Fault("text behind an arrow", lines("isi: > rahasia", "  x"), 1, 6, BEHIND_BAR),
    Fault("backslash", lines(r'isi: "D:\rahasia\data"'), 1, 17, BACKSLASH),
    Fault("surrogate escape", lines(r'isi: "rahasia \ud800"'), 1, 17, BACKSLASH),
    Fault("escape past Unicode", lines(r'isi: "\U00110000 rahasia"'), 1, 9, BACKSLASH),
    # Quotation marks and brackets.
    Fault("unclosed quote", lines("a: b", 'isi: "rahasia'), 2, 6, f'tanda kutip " {UNCLOSED}'),
    Fault("unclosed quote, much below", lines("isi: 'rahasia", "a: b", "c: d"), 1, 6, UNCLOSED),
    Fault("quote closed by the next", lines('isi: "rahasia', 'a: "b"', "c: d"), 1, 6, UNCLOSED),
    Fault("apostrophe in quotes", lines("isi: 'Jum'at rahasia'"), 1, 11, BEHIND_QUOTE),
    Fault("quotes in quotes", lines('isi: "kata "rahasia" itu"'), 1, 13, BEHIND_QUOTE),
    Fault("quoted word first", lines('isi: "Halo" rahasia'), 1, 13, BEHIND_QUOTE),
    Fault("quoted item", lines("a:", '  - "Halo" rahasia'), 2, 12, BEHIND_QUOTE),
    Fault("open bracket", lines("tema: [a, rahasia", "isi: x"), 1, 7, OPEN_BRACKET),
    Fault("open bracket at the end", "tema: [", 1, 7, OPEN_BRACKET),
    Fault("open brace", lines("hadir: {jumlah: rahasia", "isi: x"), 1, 8, OPEN_BRACKET),
    Fault("wrong closing bracket", lines("tema: [rahasia}", "isi: x"), 1, 7, OPEN_BRACKET),
    Fault("one bracket too many", lines("tema: [rahasia]]"), 1, 16, "tidak punya kurung pembuka"),
    Fault("two commas", lines("tema: [a,, rahasia]"), 1, 10, "koma berlebih"),
    # Spaces where they count.
    Fault("no space behind a colon", lines("a: b", "isi:rahasia", "c: d"), 2, 4, NO_SPACE),
    Fault("no space, first line", lines("isi:rahasia", "c: d"), 1, 4, NO_SPACE),
    Fault("no space, only line", "isi:rahasia", 1, 4, NO_SPACE),
    Fault("no space before a bar", lines("isi:|", "  rahasia", "a: b"), 1, 4, NO_SPACE),
    Fault("no space behind a dash", lines("m:", "  -id: rahasia", "   isi: x"), 2, 3, DASH_SPACE),
    Fault("dash in a key", lines("m:", "  -id: rahasia"), 2, 3, DASH_SPACE),
    Fault("full-width colon", lines("a: b", "isi\uff1arahasia"), 2, 4, OTHER_COLON),
    Fault("only full-width colons", "isi\uff1arahasia", 1, 4, OTHER_COLON),
    Fault("no colon", lines("a: b", "isi rahasia", "c: d"), 2, 1, NO_ENTRY),
    Fault("no colon, first line", lines("isi rahasia", "c: d"), 1, 1, NO_ENTRY),
    Fault("no colon below a key", lines("t:", "  desa rahasia", "  a: b"), 2, 3, NO_ENTRY),
    Fault("no colon in an item", lines("m:", "  - a", "  - b", "    a: rahasia"), 3, 5, NO_ENTRY),
    Fault("colon in a text's second line", lines("isi: x", "  y: rahasia"), 2, 3, TOO_FAR_RIGHT),
    Fault("equals sign", lines("a: b", "isi = rahasia"), 2, 1, NO_ENTRY),
    Fault("text not indented", lines("isi: |", "rahasia", "a: b"), 2, 1, NO_ENTRY),
    Fault("very long key", "a: b\n" + SECRET * 200 + ": x\n", 2, 1, NO_ENTRY),
    Fault("too deep under a value", lines("tempat: rahasia", "  desa: b"), 2, 3, TOO_FAR_RIGHT),
    Fault("one space too many", lines("t:", "  a: rahasia", "   b: c"), 3, 4, TOO_FAR_RIGHT),
    Fault("one space too few", lines("t:", "  a: rahasia", " b: c"), 3, 2, OUT_OF_LINE),
    Fault("text too far left", lines("isi: |", "  x", " rahasia", "a: b"), 3, 2, TEXT_OUT),
    Fault("key not under key", lines("m:", "  - id: a", "   isi: rahasia"), 3, 4, OUT_OF_LIST),
    Fault("key under dash", lines("m:", "  - id: a", "  isi: rahasia"), 3, 3, OUT_OF_LIST),
    Fault("dash too far right", lines("m:", "- id: a", "  x: y", " - id: rahasia"), 4, 2, NO_LIST),
    Fault("item without a list", lines("a: b", "- rahasia"), 2, 1, NO_LIST),
    Fault("dash alone", lines("a: b", "-"), 2, 1, NO_LIST),
    Fault("item in a text", lines("m:", " - a", "  - rahasia"), 3, 3, SWALLOWED),
    Fault("dash against a word", lines("m:", "  -a", "  - rahasia"), 2, 3, DASH_SPACE),
    Fault("list under a text", lines("isi: Warga", "  - rahasia"), 2, 3, SWALLOWED),
    Fault("first key indented", lines("# x", "  a: b", "c: rahasia"), 2, 1, FIRST),
    Fault("tab", lines("t:", "\tdesa: rahasia"), 2, 1, TAB),
    Fault("tab behind spaces", lines("t:", "  \tdesa: rahasia"), 2, 3, TAB),
    Fault("tab before text", lines("isi: |", "  x", "  \trahasia"), 3, 3, TAB),
    Fault("tab in a flow list", lines("t: [", "\trahasia]"), 2, 1, TAB),
    Fault("tab behind a dash", lines("m:", "  -\trahasia"), 2, 4, DASH_TAB),
    # What YAML can do and a record does not.
    Fault("same key", lines("a: b", "c: x", "c: rahasia"), 3, 1, "`c` sudah ada di baris 2"),
    Fault("same key, quoted", lines("a: x", '"a": rahasia'), 2, 1, "`a` sudah ada di baris 1"),
    Fault("same key, escaped", lines("a: x", r'"\x61": rahasia'), 2, 1, "`a` sudah ada di baris 1"),
    Fault("same key below", lines("m:", "  - a: b", "    a: rahasia"), 3, 5, "`a` sudah ada"),
    Fault("same key after NFC", "e\u0301_rahasia: x\n\u00e9_rahasia: x\n", 2, 1, TWICE),
    Fault("same personal key", lines("rahasia 081: x", "rahasia 081: x"), 2, 1, TWICE),
    Fault("same key in a flow", "a: {b: x, b: rahasia}", 1, 11, "`b` sudah ada di baris 1"),
    Fault("anchor", lines("isi: &rahasia x"), 1, 6, f'"&", yang {TEXT_STARTS}'),
    Fault("anchored mapping", lines("t: &rahasia", "  a: b"), 1, 4, f'"&", yang {TEXT_STARTS}'),
    Fault("alias", lines("isi: *rahasia"), 1, 6, f'"*", yang {TEXT_STARTS}'),
    Fault("alias to itself", "a: &rahasia [*rahasia]", 1, 14, f'"*", yang {TEXT_STARTS}'),
    Fault("merge key", lines("<<: rahasia"), 1, 1, 'tanda "<<"'),
    Fault("merge key, quoted", lines('"<<": rahasia'), 1, 1, 'tanda "<<"'),
    Fault("tag", lines("a: !!str rahasia"), 1, 4, f'"!", yang {TEXT_STARTS}'),
    Fault("tag of Python", lines("a: !!python/name:os.system rahasia"), 1, 4, TEXT_STARTS),
    Fault("tag without name", lines("a: ! rahasia"), 1, 4, TEXT_STARTS),
    Fault("tag with a comma", lines("a: !a,b rahasia"), 1, 4, TEXT_STARTS),
    Fault("tag of no handle", lines("a: !rahasia!x y"), 1, 4, TEXT_STARTS),
    Fault("tag that spells half a letter", lines("a: !%ff rahasia"), 1, 4, TEXT_STARTS),
    Fault("tag that spells a surrogate", lines("a: x", "b: !%ED%A0%80 rahasia"), 2, 2, TEXT_STARTS),
    Fault("version directive", lines("%YAML 1.2", "---", "a: rahasia"), 1, 1, PER_CENT),
    Fault("unknown version", lines("%YAML 9.9", "---", "a: rahasia"), 1, 1, PER_CENT),
    Fault("version twice", lines("%YAML 1.1", "%YAML 1.1", "---", "a: rahasia"), 2, 1, PER_CENT),
    Fault("tag directive", lines("%TAG ! tag:x,2026:", "---", "a: rahasia"), 1, 1, PER_CENT),
    Fault("unknown directive", lines("%rahasia x", "---", "a: b"), 1, 1, PER_CENT),
    Fault("per cent at a line's start", lines("a: b", "%rahasia"), 2, 1, PER_CENT),
    Fault("two documents", lines("a: b", "---", "c: rahasia"), 2, 1, SECOND),
    Fault("front matter", lines("---", "a: rahasia", "---"), 3, 1, SECOND),
    Fault("document in a block", lines("a: |", "---", "rahasia"), 2, 1, SECOND),
    Fault("words behind the end", lines("a: b", "...", "rahasia"), 3, 1, BEHIND_END),
    Fault("key behind dashes", lines("--- a: rahasia"), 1, 6, 'di baris sesudah tanda "---"'),
    Fault("list as key", lines("? [rahasia, b]", ": c"), 1, 3, NO_WORD),
    Fault("mapping as key", lines("{rahasia: b}: c"), 1, 1, NO_WORD),
    Fault("empty key", lines("a: b", ": rahasia"), 2, 1, NO_KEY),
    Fault("empty key, quoted", lines('"": rahasia'), 1, 1, NO_KEY),
    Fault("null as key", lines("a: b", "~: rahasia"), 2, 1, NO_KEY),
    # The file as a whole.
    Fault("nothing", "", 1, 1, EMPTY),
    Fault("comments only", lines("# rahasia", "", "# x"), 1, 1, EMPTY),
    Fault("spaces only", "   \n\n", 1, 1, EMPTY),
    Fault("only a document mark", "---\n", 1, 1, EMPTY),
    Fault("a list", lines("# x", "- a: rahasia"), 2, 1, "berkas ini berupa daftar"),
    Fault("a text", lines("# x", "rahasia"), 2, 1, "berkas ini tidak memuat kunci"),
    Fault("a web page", "<!doctype html><p>rahasia</p>\n", 1, 1, "berkas ini tidak memuat kunci"),
    Fault("conflict", lines("<<<<<<< rahasia", "a: b", "=======", ">>>>>>> x"), 1, 1, CONFLICT),
    Fault("conflict in a text", lines("isi: |", "  rahasia", "  >>>>>>> x"), 3, 3, CONFLICT),
    Fault("equals signs in a conflict", lines("a", "=======", ">>>>>>> rahasia"), 2, 1, CONFLICT),
    Fault("ancestor in a conflict", lines("<<<<<<< a", "||||||| rahasia"), 2, 1, CONFLICT),
    Fault("Latin-1", "a: b\nisi: Jambé rahasia\n".encode("latin-1"), 2, 10, NO_UTF8),
    Fault("Windows quotes", b"isi: \x93rahasia\x94\n", 1, 6, NO_UTF8),
    Fault("invalid byte behind others", "isi: é😀".encode() + b"\xff rahasia", 1, 8, NO_UTF8),
    Fault("surrogate bytes", b"isi: rahasia \xed\xa0\x80\n", 1, 14, NO_UTF8),
    Fault("overlong bytes", b"isi: rahasia \xc0\xaf\n", 1, 14, NO_UTF8),
    Fault("UTF-16", "isi: rahasia\n".encode("utf-16"), 1, 1, UTF16),
    Fault("UTF-16 without BOM", "isi: rahasia\n".encode("utf-16-be"), 1, 1, UTF16),
    Fault("UTF-32", "isi: rahasia\n".encode("utf-32"), 1, 1, UTF16),
    Fault("a spreadsheet", b"PK\x03\x04rahasia", 1, 1, f"{NO_TEXT} Excel/Word/ZIP"),
    Fault("gzip", gzip.compress(b"isi: rahasia\n"), 1, 1, f"{NO_TEXT} GZIP"),
    Fault("a photo", b"\xff\xd8\xff\xe0rahasia", 1, 1, f"{NO_TEXT} JPG"),
    Fault("lone CR", b"a: b\r\nisi: rahasia\rc: d\r", 2, 13, "berakhir dengan CR saja"),
    # Characters that hide something.
    Fault("invisible in text", "a: b\nisi: rahasia\u200b x\n", 2, 13, "tanda tak terlihat U+200B"),
    Fault("invisible in a key", "ta\u200bnggal: rahasia\n", 1, 3, "tanda tak terlihat U+200B"),
    Fault("invisible in a comment", "# rahasia\u2060\na: b\n", 1, 10, "tanda tak terlihat U+2060"),
    Fault("second BOM", "\ufeff\ufeffisi: rahasia\n", 1, 1, "tanda tak terlihat U+FEFF"),
    Fault("direction in a block", "isi: |\n  rahasia\n  a\u202eb\n", 3, 4, TURNS),
    Fault("direction by escape", "a: b\nisi: " + r'"rahasia \u202e"', 2, 6, TURNS),
    Fault("NUL", "isi: rahasia\x00x\n", 1, 13, "tanda kendali U+0000"),
    Fault("NUL by escape", r'isi: "rahasia\0"', 1, 6, "tanda kendali U+0000"),
    Fault("CR by escape", r'isi: "rahasia\r"', 1, 6, "tanda kendali U+000D"),
    Fault("next line", "isi: rahasia\u0085x\nb: c\n", 1, 13, "tanda kendali U+0085"),
    Fault("line separator", "isi: rahasia\u2028x\nb: c\n", 1, 13, "tanda tak terlihat U+2028"),
    Fault("private use", "isi: rahasia \ue000\n", 1, 14, "huruf rusak U+E000"),
    Fault("private use, far up", "isi: rahasia \U00100000\n", 1, 14, "huruf rusak U+100000"),
    Fault("no character", "isi: rahasia \ufdd0\n", 1, 14, "huruf rusak U+FDD0"),
    Fault("damaged", "isi: rahasia\ufffd\n", 1, 13, "huruf rusak U+FFFD"),
    Fault("joined emoji", "isi: rahasia \U0001f46e\u200d\u2642\ufe0f\n", 1, 15, "U+200D"),
    Fault("colour without emoji", "isi: rahasia\ufe0f\n", 1, 13, "U+FE0F"),
    Fault("pile of marks", "isi: rahasia" + "\u0301" * 5 + "\n", 1, 17, PILE),
]  # fmt: skip


# Where more is said: what stands at several places, and the anchor an alias refers to.
SAID_OFTEN = ("conflict", "ancestor", "equals signs", "version twice", "alias to itself")

each_fault = pytest.mark.parametrize("fault", [pytest.param(one, id=one.name) for one in FAULTS])


@each_fault
def test_every_mistake_is_told_at_its_place(fault: Fault) -> None:
    document = parse(fault.raw)
    assert document.tree is None
    places = [(one.line, one.column) for one in document.problems if fault.told in one.message]
    assert (fault.line, fault.column) in places
    assert len(document.problems) == 1 or fault.name.startswith(SAID_OFTEN)


@each_fault
def test_a_mistake_is_told_without_what_was_typed(fault: Fault) -> None:
    for problem in parse(fault.raw).problems:
        assert SECRET not in problem.message.lower()
        assert "\n" not in problem.message


@pytest.mark.parametrize("typed", [one.typed for one in FAULTS if isinstance(one.typed, str)])
def test_a_mistake_is_told_at_the_same_place_behind_a_bom_and_with_crlf(typed: str) -> None:
    on_windows = "\ufeff" + typed.replace("\n", "\r\n")
    assert parse(on_windows.encode()) == parse(typed.encode())


@each_fault
def test_a_place_can_be_asked_for_in_a_file_with_mistakes(fault: Fault) -> None:
    assert locate(fault.raw, ("isi", 3)) >= Position(1, 1)


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    typed = lines(
        "judul: Laporan: rahasia",
        "judul: @rahasia",
        "isi:teks",
        "tempat: &a x",
        "tema: [a, b",
        "waktu: \u200bx",
        "satuan: 'Jum'at'",
        "isi: x",
        "isi: y",
        "unsur:",
        "  - warga: x: y",
        "  - *lain",
        "jalan: Gang #3",
    )
    places = [(one.line, one.column) for one in parse(typed.encode()).problems]
    assert places == [
        *((1, 15), (2, 1), (2, 8), (3, 4), (4, 9), (5, 7), (6, 8), (7, 14)),
        *((8, 1), (9, 1), (11, 13), (12, 5), (13, 13)),
    ]


def test_a_mistake_is_not_told_again_by_the_lines_that_hang_on_it() -> None:
    typed = lines("tempat: Balai: desa", "  nama: x", "  desa: y", "judul: z")
    assert [one.line for one in parse(typed.encode()).problems] == [1]


def test_a_text_that_is_out_of_line_is_told_once() -> None:
    typed = lines("isi: |", "    a", "  b", "  c", "judul: x: y")
    assert [one.line for one in parse(typed.encode()).problems] == [3, 5]


def test_bad_bytes_do_not_hide_other_mistakes() -> None:
    typed = b"judul: caf\xe9\nisi: a: b\nisi: \xff\n"
    places = [(one.line, one.column) for one in parse(typed).problems]
    assert places == [(1, 11), (2, 7), (3, 1), (3, 6)]


def test_more_than_a_hundred_problems_are_not_told() -> None:
    document = parse(b"a: \x00\n" * 150)
    assert len(document.problems) == MAX_PROBLEMS
    assert [one.line for one in document.problems][-1] <= 101


# What is read, and as what.
SOUND: list[tuple[str, str | bytes, Plain]] = [
    ("text", "a: b", {"a": "b"}),
    ("numbers stay as typed", "a: [010, 16:30, 16.30, 1.636, 1e5, 0x1F, 3201014101900001]",
     {"a": ["010", "16:30", "16.30", "1.636", "1e5", "0x1F", "3201014101900001"]}),
    ("words stay as typed", "a: [no, on, yes, true, NO, Null, .nan, =]",
     {"a": ["no", "on", "yes", "true", "NO", "Null", ".nan", "="]}),
    ("dates stay as typed", "2023-10-20: 2024-02-30", {"2023-10-20": "2024-02-30"}),
    ("nothing is empty text", "a:\nb: ~\nc: null\nd: ''\ne: [~, ]",
     {"a": "", "b": "", "c": "", "d": "", "e": [""]}),
    ("quoted words stay", "a: ['null', \"~\"]", {"a": ["null", "~"]}),
    ("block", "a: |\n  b: c\n\n  - @d #e\nf: g", {"a": "b: c\n\n- @d #e\n", "f": "g"}),
    ("folded block", "a: >-\n  b\n  c", {"a": "b c"}),
    ("quotes", "a: 'b''c'\nd: \"e\\tf \\u00e9 \\U0001F600\"", {"a": "b'c", "d": "e f é 😀"}),
    ("JSON", '{"a": {"b": ["c", "d"]}}', {"a": {"b": ["c", "d"]}}),
    ("comments", "# a #b\na: b # c\nd: [e] # f #g\n  #x\n", {"a": "b", "d": ["e"]}),
    ("comment without a space on its own line", "a:\n  b: c\n  #d: e", {"a": {"b": "c"}}),
    ("comment after a list item", "a:\n  - b\n  #- c", {"a": ["b"]}),
    ("hash inside text", "a: b#c\nd: [e#f, 'g #h']", {"a": "b#c", "d": ["e#f", "g #h"]}),
    ("hash inside a block", "a: |\n  b #c\n  #d", {"a": "b #c\n#d"}),
    ("dash inside text", "a: b - c\n\nd: e -\n  f - g", {"a": "b - c", "d": "e - f - g"}),
    ("equals signs under a heading", "a: |\n  B\n  =======\n  c", {"a": "B\n=======\nc"}),
    ("one document mark", "---\na: b\n...\n# c\n", {"a": "b"}),
    ("no final line end", "a: |\n  b", {"a": "b"}),
    ("BOM", "\ufeffa: b", {"a": "b"}),
    ("CRLF", "a: |\r\n  b\r\n  c\r\n", {"a": "b\nc\n"}),
    ("explicit key", "? a\n: b", {"a": "b"}),
    ("tab in text", "a: b\tc\nd:\te", {"a": "b c", "d": "e"}),
    ("other spaces", "a: b\u00a0c\u2009d\u202fe\u3000f", {"a": "b c d e f"}),
    ("no-break space by escape", r'a: "b\_c"', {"a": "b c"}),
    ("no-break spaces as indent", "a:\n\u00a0\u00a0b:\u00a0c", {"a": {"b": "c"}}),
    ("NFC", "cafe\u0301: 'e\u0301'", {"caf\u00e9": "\u00e9"}),
    ("four marks", "a: q" + "\u0323" * 4, {"a": "q" + "\u0323" * 4}),
    ("curly quotes, dashes", "a: “b” – c’d … ± €", {"a": "“b” – c’d … ± €"}),
    ("an apostrophe", "a: Jum'at", {"a": "Jum'at"}),
    ("an address", "a: https://b.example/c?d=e#f", {"a": "https://b.example/c?d=e#f"}),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "tree"), [row[1:] for row in SOUND], ids=[r[0] for r in SOUND])
def test_what_is_typed_is_read_as_plain_text(typed: str, tree: Plain) -> None:
    document = parse(typed.encode())
    assert document.problems == ()
    assert document.tree == tree


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ꦱꦸꦒꦼꦁ ꦫꦮꦸꦃ", id="Javanese"),
        pytest.param("ᬒᬁ ᬲ᭄ᬯᬲ᭄ᬢ᭄ᬬᬲ᭄ᬢᬸ", id="Balinese"),
        pytest.param("ᮞᮙ᮪ᮕᮥᮛᮞᮥᮔ᮪", id="Sundanese"),
        pytest.param("ᯂᯬᯒᯘ᯲", id="Batak"),
        pytest.param("ᨔᨒᨆ", id="Bugis"),
        pytest.param("ꤽꤥꤺ꥓", id="Rejang"),
        pytest.param("\U00011f04\U00011f34\U00011f41", id="Kawi"),
        pytest.param("بِسْمِ ٱللَّٰهِ", id="Arabic with vowel marks"),
        pytest.param("كڤولاوان رياو", id="Jawi"),
        pytest.param("👮 🚨 ❤️ ☎️ 🇮🇩 👍🏽 ✅ ⚠️", id="emoji"),
        pytest.param("\U0001fae8 \U0001fadf", id="emoji newer than this Python"),
    ],
)
def test_the_letters_of_every_script_and_emoji_are_welcome(text: str) -> None:
    assert parse(f"isi: {text}\n".encode()).tree == {"isi": unicodedata.normalize("NFC", text)}


HIDDEN = (
    *"\u00ad\u034f\u061c\u115f\u1160\u17b4\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e",
    *"\u2060\u2064\u2065\u2066\u2069\u206f\u2800\u3164\ufe00\ufe0e\ufe0f\ufeff\uffa0\ufff9\ufffb\ufffc\ufffd",
    *"\ue000\uf8ff\ufdd0\ufdef\ufffe\uffff\x01\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9f",
    *"\U0001bca0\U0001d173\U0001fffe\U0001ffff\U000e0001\U000e0041\U000e0100\U000f0000\U0010ffff",
)


@pytest.mark.parametrize("char", HIDDEN, ids=[f"U+{ord(char):04X}" for char in HIDDEN])
def test_a_character_that_hides_something_is_named_raw_or_escaped(char: str) -> None:
    escaped = f"\\U{ord(char):08x}"
    for typed in (f"a: b\nisi: x{char}y\n", f'a: b\nisi: "x{escaped}y"\n'):
        problems = parse(typed.encode()).problems
        assert [one.line for one in problems] == [2]
        assert f"U+{ord(char):04X}" in problems[0].message


def test_no_control_separator_or_private_character_is_forgotten() -> None:
    refused = {"Cc", "Co", "Cs", "Zl", "Zp"}
    text = "".join(
        char for char in map(chr, range(0x110000)) if unicodedata.category(char) in refused
    )
    told = "".join(text_rules.offences(text))
    named = {int(code, 16) for code in re.findall(r"U\+([0-9A-F]+)", told)}
    assert set(map(ord, text)) - named == {ord("\t"), ord("\n")}


# How much a file may hold.
def test_a_file_of_the_greatest_size_is_read_and_one_byte_more_is_not() -> None:
    typed = b"a: |\n  " + b"x" * (text_rules.MAX_BYTES - 7)
    assert parse(typed).tree == {"a": "x" * (text_rules.MAX_BYTES - 7)}
    (problem,) = parse(typed + b"x").problems
    assert "lebih besar daripada 65.536 byte" in problem.message


NESTS: dict[str, Callable[[int], str]] = {
    "flow": lambda depth: "a: " + "[" * depth + "]" * depth,
    "mappings": lambda depth: "".join("  " * n + "a:\n" for n in range(depth + 1)),
    "lists": lambda depth: "a:\n  " + "- " * depth + "x",
}


@pytest.mark.parametrize("nest", NESTS.values(), ids=NESTS)
def test_eight_levels_are_read_and_nine_are_not(nest: Callable[[int], str]) -> None:
    assert parse(nest(MAX_LEVELS - 1).encode()).tree is not None
    (problem,) = parse(nest(MAX_LEVELS).encode()).problems
    assert "bertingkat lebih dari 8" in problem.message


def test_two_thousand_nodes_are_read_and_one_more_is_not() -> None:
    # The root, the key and the list are nodes too.
    typed = "a:\n" + "- b\n" * (MAX_NODES - 3)
    assert parse(typed.encode()).tree == {"a": ["b"] * (MAX_NODES - 3)}
    (problem,) = parse(f"{typed}- b\n".encode()).problems
    assert "lebih dari 2.000 kunci dan isi" in problem.message
    assert problem.line == MAX_NODES - 1


BOMBS = ("[", "{", "? ", "- ", "a: [", "[]: ", "{a: ", "- - [", '"', "&a ", "*a ", "!a ", "a:\n ")


@pytest.mark.parametrize("unit", BOMBS)
def test_a_bomb_is_refused_and_does_not_end_the_process(unit: str) -> None:
    for start in ("", "a: ", "a:\n  - "):
        typed = (start + unit * text_rules.MAX_BYTES)[: text_rules.MAX_BYTES]
        assert parse(typed.encode()).tree is None


# Where everything stands.
RECORD = lines(
    "# é 😀",
    "judul: 😀é",
    "tempat: {nama: 😀, desa: x}",
    "masukan:",
    "  - id: a",
    "    tema: [😀, b]",
    "    jawaban:",
    "    - jenis: c",
    "      isi: |",
    "        teks",
    "  -   id: d",
    "unsur:",
    "  - e",
    "  - - f",
)
PLACES: dict[Path, tuple[int, int]] = {
    (): (2, 1),
    ("judul",): (2, 1),
    ("tempat",): (3, 1),
    ("tempat", "nama"): (3, 10),
    ("tempat", "desa"): (3, 19),
    ("masukan",): (4, 1),
    ("masukan", 0): (5, 5),
    ("masukan", 0, "id"): (5, 5),
    ("masukan", 0, "tema"): (6, 5),
    ("masukan", 0, "tema", 0): (6, 12),
    ("masukan", 0, "tema", 1): (6, 15),
    ("masukan", 0, "jawaban"): (7, 5),
    ("masukan", 0, "jawaban", 0): (8, 7),
    ("masukan", 0, "jawaban", 0, "jenis"): (8, 7),
    ("masukan", 0, "jawaban", 0, "isi"): (9, 7),
    ("masukan", 1): (11, 7),
    ("masukan", 1, "id"): (11, 7),
    ("unsur",): (12, 1),
    ("unsur", 0): (13, 5),
    ("unsur", 1): (14, 5),
    ("unsur", 1, 0): (14, 7),
}


@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "BOM"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_keys_and_items_are_found_where_they_stand(bom: str, line_end: str) -> None:
    raw = (bom + RECORD.replace("\n", line_end)).encode()
    assert positions(raw) == {path: Position(*place) for path, place in PLACES.items()}
    for path, place in PLACES.items():
        assert locate(raw, path) == Position(*place)


@pytest.mark.parametrize(
    ("path", "parent"),
    [
        (("masukan", 0, "janji", "tenggat"), ("masukan", 0)),
        (("masukan", 7, "id"), ("masukan",)),
        (("judul", "x", 3), ("judul",)),
        (("tanggal",), ()),
    ],
)
def test_what_is_missing_is_placed_at_its_nearest_parent(path: Path, parent: Path) -> None:
    assert locate(RECORD.encode(), path) == Position(*PLACES[parent])


def test_a_key_that_needs_normalising_is_found_under_its_normal_name() -> None:
    assert locate("a: b\ncafe\u0301: c\n".encode(), ("caf\u00e9",)) == Position(2, 1)


# Promises that hold for any input.
SIGNS = st.sampled_from(
    [
        *"[]{}:,#&*!|>%@`'\"\\?-~\t\r \n",
        *("\n  ", "\n    ", "- ", ": ", "a", "b: ", "'x'", '"y"', "---", "..."),
        *("<<: ", "#z", "null", "é", "😀", "\u0301", "\u200b", "\x00", "=======\n", "<<<<<<< "),
    ]
)  # fmt: skip
SOUP = st.lists(SIGNS, max_size=40).map("".join)


@given(st.binary(max_size=200) | SOUP.map(str.encode))
def test_no_input_is_too_odd_to_be_answered(raw: bytes) -> None:
    document = parse(raw)
    assert (document.tree is None) == bool(document.problems)
    last = raw.count(b"\n") + raw.count(b"\r") + 1
    assert all(1 <= one.line <= last and one.column >= 1 for one in document.problems)
    assert list(document.problems) == sorted(document.problems)
    assert locate(raw, ("a", 0, "b")) in {Position(1, 1), *positions(raw).values()}


def paths(tree: Plain, path: Path = ()) -> Iterator[Path]:
    yield path
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from paths(value, (*path, key))
    if isinstance(tree, list):
        for number, item in enumerate(tree):
            yield from paths(item, (*path, number))


@given(SOUP)
def test_everything_that_is_read_has_its_place(typed: str) -> None:
    raw = typed.encode()
    if (tree := parse(raw).tree) is not None:
        assert set(positions(raw)) == set(paths(tree))


@given(SOUP)
def test_a_file_reads_the_same_fast_and_slow(typed: str) -> None:
    # The second comment looks as if words might be lost, which is looked into slowly.
    fast, slow = (parse(f"# a {sign}b\n{typed}".encode()) for sign in ("c", "#"))
    assert fast == slow


LETTERS = st.text(
    st.characters(codec="utf-8").filter(
        lambda char: not text_rules.offences(char) and not unicodedata.combining(char)
    ),
    max_size=12,
)
KEYS = LETTERS.map(lambda key: "k" + text_rules.normalise(key).replace("\n", " "))
TREES: st.SearchStrategy[Plain] = st.recursive(
    LETTERS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)  # fmt: skip


def normalised(tree: Plain) -> Plain:
    if isinstance(tree, dict):
        return {key: normalised(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [normalised(item) for item in tree]
    return text_rules.normalise(tree)


RECORDS = st.dictionaries(KEYS, TREES, min_size=1, max_size=3)
LINE_ENDS = st.sampled_from(["\n", "\r\n"])


@given(RECORDS, st.booleans(), LINE_ENDS)
def test_a_tree_that_is_written_as_yaml_is_read_back(
    tree: dict[str, Plain], as_typed: bool, line_end: str
) -> None:
    # Folding a line would trim the spaces at its ends.
    written = yaml.safe_dump(
        tree, default_style='"', allow_unicode=as_typed, line_break=line_end, width=1_000_000
    )
    assert parse(written.encode()) == Document(normalised(tree), ())  # type: ignore[arg-type]


@given(LETTERS.filter(str.strip))
def test_text_in_a_block_is_read_as_it_was_typed(text: str) -> None:
    indented = "\n".join(f"  {line}" for line in f"x{text}".split("\n"))
    read = parse(f"isi: |-\n{indented}\n".encode())
    typed = text_rules.normalise(f"x{text}").rstrip("\n")
    assert read.tree == {"isi": typed} or "tab" in read.problems[0].message
