"""The text of a file before anyone reads its structure: encoding, line ends, refused characters.

What is invisible, turns the direction of writing, or belongs to no script can hide words from the
reader or from a check, so it is refused. The letters of every script are welcome, and so are
emoji. The list is written out instead of taken from the Unicode tables of the running Python, so
that a file is judged alike everywhere; it follows Unicode's Default_Ignorable_Code_Point, the
general categories Cc, Co, Cs, Zl and Zp, and the noncharacters.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from generator.language import _

MAX_BYTES = 65_536
MAX_MARKS = 4


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; line and column count characters from 1, a BOM counts for nothing."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What keeps a file from being read, where, and how to mend it, in the officers' words.

    The message never repeats what was typed, for it may be personal.
    """

    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, with LF as line end, without BOM and without refused characters.

    `problems` tells what had to be left out. `readable` says whether it makes sense to look at the
    structure at all. `ordinary` says that no value needs `normalise` or a second look.
    """

    text: str
    problems: tuple[Problem, ...] = ()
    readable: bool = True
    ordinary: bool = True


_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\ufff9-\ufffb"
_UNREADABLE = "\ue000-\uf8ff\ud800-\udfff\ufdd0-\ufdef\ufffc-\uffff"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029\u2060-\u2065"
    "\u206a-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufff8"
)
_HIGH_INVISIBLE = (
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_HIGH_UNREADABLE = "\U000f0000-\U0010ffff" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000)
)
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
# Three, because one class of low and high characters is searched fifteen times more slowly.
_REFUSED = (
    re.compile(f"[{_DIRECTION}{_CONTROL}{_UNREADABLE}{_INVISIBLE}]"),
    re.compile(f"[\U00010000-\U0010ffff](?<=[{_HIGH_INVISIBLE}{_HIGH_UNREADABLE}])"),
    # A phone writes U+FE0F behind many emoji; there it asks for colour and hides nothing.
    re.compile(f"\ufe0f(?<![{_EMOJI}]\ufe0f)"),
)
# Nothing but these is quickest to judge: refused nowhere, composed already, without marks.
_EXTRAORDINARY = re.compile(
    "[^\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]"
)
# Bytes no rule below is about, as long as they are not one of `_OTHER_FORMATS` or a conflict.
_EVERYDAY = bytes({*range(0x20, 0x7F), 0x0A} - {0x5C})
_OTHER_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")

_DIRECTION_CHAR = re.compile(f"[{_DIRECTION}]")
_CONTROL_CHAR = re.compile(f"[{_CONTROL}]")
_UNREADABLE_CHAR = re.compile(f"[{_UNREADABLE}{_HIGH_UNREADABLE}]")
_FOREIGN = re.compile(rf"[^\x00-\u02ff]{{{MAX_MARKS + 1},}}")
TAB_INDENT = re.compile(r" *\t")
CONFLICT = re.compile(r"[ \t]*(<{7}|>{7}|={7}|\|{7})(?:[ \t]|$)")

_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_OTHER_FORMATS = {
    b"PK\x03\x04": "Excel/Word/ZIP",
    b"PK\x05\x06": "ZIP",
    b"\xd0\xcf\x11\xe0": "Excel/Word",
    b"\x1f\x8b": "GZIP",
    b"%PDF-": "PDF",
    b"\xff\xd8\xff": "JPG",
    b"\x89PNG": "PNG",
    b"{\\rtf": "RTF",
}


def read(raw: bytes) -> Source:
    """Give the text of a file and everything that is wrong with it as text.

    The caller need not hand over more than `MAX_BYTES` + 1 bytes.
    """
    if _is_everyday(raw):
        return Source(raw.decode())
    if reason := _not_a_record(raw):
        return Source("", (Problem(1, 1, reason),), readable=False)
    text, problems = _decode(raw)
    if "\r" in text:
        text, problem = _with_line_feeds(text)
        problems += problem
    ordinary = not _EXTRAORDINARY.search(text)
    if not ordinary:
        problems += _characters(text)
        for rule in _REFUSED:
            text = rule.sub("", text)
        text = _OTHER_SPACE.sub(" ", text)
    layout = [*_conflicts(text), *_tab_indents(text)]
    return Source(text, (*problems, *layout), not layout, ordinary and "\\" not in text)


def normalise(text: str) -> str:
    """Give a text as it is kept: NFC (UAX 15), every tab and every other kind of space a space."""
    text = text.replace("\t", " ")
    return text if text.isascii() else unicodedata.normalize("NFC", _OTHER_SPACE.sub(" ", text))


def offences(text: str) -> dict[str, int]:
    """Name what a text may not hold: message -> offset of the first character it is about.

    Looks for refused characters and for piles of more than `MAX_MARKS` combining marks.
    """
    found: dict[str, int] = {}
    for match in chain.from_iterable(rule.finditer(text) for rule in _REFUSED):
        found.setdefault(_refusal(match[0]), match.start())
    for match in _FOREIGN.finditer(text):
        for offset in _piles(match[0]):
            message = _("lebih dari {most} tanda bertumpuk pada satu huruf; hapus kelebihannya")
            found.setdefault(message.format(most=MAX_MARKS), match.start() + offset)
    return found


def _is_everyday(raw: bytes) -> bool:
    """Whether no rule can be broken; it takes a tenth of what it takes to try them all."""
    return (
        not raw.translate(None, _EVERYDAY)
        and len(raw) <= MAX_BYTES
        and not raw.startswith(tuple(_OTHER_FORMATS))
        and b"<<<<<<<" not in raw
        and b">>>>>>>" not in raw
    )


def _not_a_record(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        return _(
            "berkas ini lebih besar daripada {limit} byte; ringkas teksnya, atau bagi isinya "
            "menjadi beberapa berkas"
        ).format(limit=f"{MAX_BYTES:,}".replace(",", "."))
    if raw.startswith(tuple(_OTHER_FORMATS)):
        kind = next(kind for start, kind in _OTHER_FORMATS.items() if raw.startswith(start))
        return _(
            "berkas ini bukan teks, melainkan berkas {kind} yang diberi nama .yml; salin isinya "
            "ke berkas teks biasa"
        ).format(kind=kind)
    if raw.startswith(_WIDE_BOMS) or raw[:400].count(0) * 4 > len(raw[:400]):
        return _(
            'berkas ini disimpan sebagai UTF-16 (di Notepad disebut "Unicode"); simpan ulang '
            "dengan pengodean UTF-8"
        )
    return ""


def _decode(raw: bytes) -> tuple[str, list[Problem]]:
    raw = raw.removeprefix(_BOM)
    try:
        return raw.decode(), []
    except UnicodeDecodeError:
        return raw.decode(errors="ignore"), list(_undecodable(raw))


def _undecodable(raw: bytes) -> Iterator[Problem]:
    message = _(
        "huruf di kolom ini tidak disimpan sebagai UTF-8; ketik ulang huruf itu, lalu simpan "
        "berkas dengan pengodean UTF-8"
    )
    for number, line in enumerate(raw.split(b"\n"), 1):
        try:
            line.decode()
        except UnicodeDecodeError as error:
            yield Problem(number, len(line[: error.start].decode()) + 1, message)


def _with_line_feeds(text: str) -> tuple[str, list[Problem]]:
    text = text.replace("\r\n", "\n")
    if "\r" not in text:
        return text, []
    before = text.partition("\r")[0].split("\n")
    message = _(
        "baris ini berakhir dengan CR saja (cara komputer Mac lama); simpan ulang berkas dengan "
        "akhir baris LF atau CRLF"
    )
    return text.replace("\r", "\n"), [Problem(len(before), len(before[-1]) + 1, message)]


def _characters(text: str) -> Iterator[Problem]:
    if not any(rule.search(text) for rule in (*_REFUSED, _FOREIGN)):
        return
    for number, line in _numbered(text):
        for message, offset in offences(line).items():
            yield Problem(number, offset + 1, message)


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(text.split("\n"), 1)


def _refusal(char: str) -> str:
    if _DIRECTION_CHAR.match(char):
        message = _(
            "ada tanda {code} yang membalik arah tulisan; hapus kata di sekitarnya, lalu ketik "
            "ulang"
        )
    elif _CONTROL_CHAR.match(char):
        message = _(
            "ada tanda kendali {code}, yang bukan huruf; hapus kata di sekitarnya, lalu ketik ulang"
        )
    elif _UNREADABLE_CHAR.match(char):
        message = _("ada huruf rusak {code}, yang tidak terbaca di gawai lain; ketik ulang")
    else:
        message = _(
            "ada tanda tak terlihat {code}, yang biasanya ikut tersalin dari tempat lain; hapus "
            "kata di sekitarnya, lalu ketik ulang"
        )
    return message.format(code=f"U+{ord(char):04X}")


def _piles(text: str) -> Iterator[int]:
    height = 0
    for offset, char in enumerate(text):
        height = height + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        if height == MAX_MARKS + 1:
            yield offset


def _conflicts(text: str) -> Iterator[Problem]:
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    message = _(
        "ada tanda pertentangan git; pilih satu versi, lalu hapus versi lain dan ketiga baris "
        "yang bertanda <<<<<<<, =======, dan >>>>>>>"
    )
    marks = [(n, match) for n, line in _numbered(text) if (match := CONFLICT.match(line))]
    # A row of equals signs alone underlines a heading in somebody's text.
    if any(match[1][0] in "<>" for _n, match in marks):
        yield from (Problem(n, match.start(1) + 1, message) for n, match in marks)


def _tab_indents(text: str) -> Iterator[Problem]:
    if "\t" not in text:
        return
    message = _("awal baris memakai tab; pakai spasi, bukan tab (dua spasi untuk setiap tingkat)")
    for number, line in _numbered(text):
        if match := TAB_INDENT.match(line):
            yield Problem(number, match.end(), message)
