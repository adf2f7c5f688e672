"""Where somebody lives: an exact address, or the words by which neighbours find the house."""

import re

from generator.privacy.kinds import Kind
from generator.privacy.passage import Hit, Hits, Passage, hits

_STREET = r"\b(?:jl|jln|jalan|gg|gang|lr|lrg|lorong)\b\.?"
_NUMBERED = re.compile(
    rf"{_STREET}\s*[^\n;:]{{2,45}}?[\s,.]\s*(?:no|nomor|nmr|nomer|#)\b[.:\s]{{0,3}}\d+"
)
_BARE_NUMBER = re.compile(
    r"\b(?:[Jj]l|[Jj]ln"
    r"|[Jj]alan)\b\.?\s+(?:[A-Z][A-Za-z.]*\s+){1,4}(?<![Kk][Mm]\s)(\d{1,3}(?:[A-Z]"
    r"|/\d+)?)(?![\w./])"
    r"(?=\s*(?:[,.;\n]|$|[A-Z(]))"
)
_ALLEY = re.compile(r"\b(?:gg|gang|lr|lorong)\b\.?\s*(?:[a-z]+\s*)?\d+[a-z]?\s*/\s*\d+")
_BLOCK = re.compile(r"\bblok\s*[a-z]{1,2}\s*[-/.]?\s*\d+(?:[\s,./-]*(?:no|nomor|nmr)?\b\.?\s*\d+)?")
_BLOCK_NUMBERED = re.compile(
    r"\bblok\s*[a-z]{1,2}\s*[-/.]?\s*\d*[\s,]*(?:(?:no|nomor|nmr)\b\.?\s*\d+|/\s*\d+)"
)
_PLOT = re.compile(
    r"\b(?:perum|perumahan|griya|cluster|residence|puri|graha"
    r"|permai)\b[^.\n]{0,30}\b[a-z]{1,2}\s?[-/]?\s?\d{1,3}\b"
)
_HOUSING = re.compile(
    r"\b(?:perum|perumahan|griya|residence|cluster|rumah|kompleks|komplek|komp|bukit|villa|taman"
    r"|alamat)\b"
)
_HOUSE_NUMBER = re.compile(
    r"\b(?:rumah|kos|kost|kontrakan|rusun)\b[^.\n]{0,20}\b(?:no|nomor|nmr)\b[.:\s]{0,3}\d+"
    r"|\b(?:no|nomor)\.? rumah\b\D{0,4}\d+"
    r"|\brt\b\W{0,3}\d+\W{1,4}(?:rw\b\W{0,3}\w+)?[^.\n]{0,16}\b(?:no|nomor)\b[.:\s]{0,3}\d+"
)
_LIVES = re.compile(
    r"\b(?:alamat|rumah|tinggal|kediaman|kos|kost|kontrakan|domisili|beralamat|menetap|ktp)\w*\b"
)
_PUBLIC = re.compile(
    r"\b(?:kantor|balai|mapolsek|mapolres|polsek|polres|polda|mako|masjid|gereja|pura|vihara"
    r"|sekolah|sd|sdn|smp|smpn"
    r"|sma|sman|smk|smkn|pasar|puskesmas|rsud|kelurahan|kecamatan|hotel|gedung|aula|pendopo"
    r"|terminal|stasiun|gor"
    r"|stadion|lapangan|kampus|universitas|samsat|satpas|pos)\b"
)
_JALAN_KEY = re.compile(r"jalan:\s*[\"']?$")


def addresses(passage: Passage) -> Hits:
    """Find exact addresses; a street alone, or the address of a public place, may stand."""
    lower, words = passage.lower, passage.words
    if not passage.has_digits:
        return
    if not words.isdisjoint(_STREETS):
        yield from _homes(passage, _NUMBERED, lower)
        yield from _homes(passage, _BARE_NUMBER, passage.text)
        yield from _homes(passage, _ALLEY, lower)
    if "blok" in words:
        yield from _homes(passage, _BLOCK_NUMBERED, lower)
        for match in _BLOCK.finditer(lower):
            if _HOUSING.search(passage.before(match.start(), 40)):
                yield Hit(Kind.ADDRESS, *match.span())
    if not words.isdisjoint(ESTATES):
        yield from hits(Kind.ADDRESS, _PLOT, lower)
    if not words.isdisjoint(_NUMBERS):
        yield from hits(Kind.ADDRESS, _HOUSE_NUMBER, lower)


_STREETS = frozenset("jl jln jalan gg gang lr lrg lorong".split())
ESTATES = frozenset("perum perumahan griya cluster residence puri graha permai".split())
_NUMBERS = frozenset("no nomor nmr".split())


def _homes(passage: Passage, pattern: re.Pattern[str], text: str) -> Hits:
    for hit in hits(Kind.ADDRESS, pattern, text):
        if _is_home(passage, hit.start):
            yield hit


def _is_home(passage: Passage, start: int) -> bool:
    before = passage.before(start, 140)
    near = before[-70:]
    return bool(_LIVES.search(before)) or not (_PUBLIC.search(near) or _JALAN_KEY.search(near))
