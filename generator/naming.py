"""Names the program gives by itself: the id of a concern, and the stem of a record's file.

A name lives forever and is published, so it never holds a name of a person: words that may be one
are left out, and so is whatever the privacy gate would find in the text or in the name.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from generator.dates import EventDate
from generator.model.fields import ID_LENGTH
from generator.privacy import Allowed, search
from generator.privacy.name_words import FIRST, NO_NAME, STRONG, WEAK, has_name_shape
from generator.records.names import better_name, complaint
from generator.times import TimeOfDay

NAMELESS = "masukan"
"""The id of a concern of which nothing fit is known."""
UNDATED = "tanpa-tanggal"
"""The stem of a record whose day nobody knows."""

_MOST_WORDS = 3
_ENOUGH_WORDS = 2
_SHORTEST_WORD = 3
_LONGEST_WORD = 20
_ROOM = len("-999")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:\n]\W*$")
_SAID = frozenset(
    """
    mengeluh mengeluhkan minta meminta menyampaikan bertanya menanyakan mengusulkan mengusul
    berharap mengharapkan melapor melaporkan menyarankan memohon mohon menyatakan mengatakan
    berterima mengucapkan mengapresiasi mengungkapkan menyoroti menginginkan ingin perlu
    khawatir mengkhawatirkan keberatan resah merasa usul saran harapan keluhan laporan pertanyaan
    permintaan usulan kritik disampaikan diharapkan dimohon diminta
    """.split()
)
"""Words by which a concern is introduced; what is said stands behind them."""
_LINKS = frozenset(
    """
    agar supaya yang dan atau serta dengan tanpa untuk bagi pada kepada dari daripada ke di dalam
    oleh karena sebab sehingga jika bila kalau apabila ketika saat sejak sampai hingga tentang
    mengenai terkait seperti sebagai namun tetapi tapi sedangkan bahwa antara terhadap lewat
    melalui menuju dekat depan belakang sekitar setiap tiap saja
    """.split()
)
"""Words at which a short name may end."""
_EMPTY = frozenset(
    """
    ada adalah akan apa apakah bagaimana banyak beberapa belum berada bisa boleh dapat dianggap
    dilakukan ditingkatkan diadakan dilaksanakan diharap hal harus ini itu juga kapan kami kembali
    kenapa kita lagi lebih masih mengapa mereka para paling perlu pernah pula sangat sebaiknya
    sebuah sedang segera selalu semakin semua sering seorang suatu sudah telah tersebut tempat
    tidak tolong kurang warga masyarakat penduduk daerah wilayah desa dusun kelurahan kecamatan
    kampung bapak ibu pak saudara pihak polri jangan bukan antara lain satu dua tiga
    """.split()
)


def concern_id(text: str, themes: Sequence[str], taken: Collection[str]) -> str:
    """Give the id of a new concern: `lampu-jalan-mati`, out of a few words that say what it is.

    Where the text yields none, the first theme names it, else `masukan`. It differs from all that
    are `taken` whatever their case. Give no text that is withheld: its words would be published.
    """
    words = _few(text)
    name = better_name("-".join(words)) if words else None
    if name is None or not _is_harmless(name):
        name = next(filter(None, map(better_name, themes)), NAMELESS)
    return _free(name, taken)


def stem(day: EventDate, time: TimeOfDay | None, taken: Collection[str]) -> str:
    """Give the stem of a new record: its day, `2023-10-20`, or as much of it as is known.

    A second one of a day is told from the first by its part of the day, `2023-10-20-malam`, else
    by a number. It differs from all that are `taken` whatever their case.
    """
    name = day.text.rstrip("?").removeprefix("../").partition("/")[0]
    name = name if complaint(name) is None and name[:1].isdigit() else UNDATED
    known = {one.casefold() for one in taken}
    if name not in known or time is None:
        return _free(name, taken)
    return _free(f"{name}-{_part_of_day(time)}", taken)


def _free(name: str, taken: Collection[str]) -> str:
    known = {one.casefold() for one in taken}
    name = name[: ID_LENGTH - _ROOM].rstrip("-")
    free, number = name, 1
    while free in known or complaint(free) is not None:
        number += 1
        free = f"{name}-{number}"
    return free


def _part_of_day(time: TimeOfDay) -> str:
    begins = (("18", "malam"), ("15", "sore"), ("11", "siang"), ("06", "pagi"), ("03", "subuh"))
    if time.part is not None:
        return time.part
    return next((part for hour, part in begins if time.sort_key >= hour), "malam")


def _few(text: str) -> list[str]:
    """Give the first words that say what a text is about."""
    found: list[str] = []
    for word in _words(text):
        if word in _LINKS and len(found) >= _ENOUGH_WORDS:
            break
        if _says_something(word) and word not in found:
            found.append(word)
        if len(found) == _MOST_WORDS:
            break
    return found


def _says_something(word: str) -> bool:
    return (
        _SHORTEST_WORD <= len(word) <= _LONGEST_WORD
        and word not in _LINKS
        and word not in _SAID
        and word not in _EMPTY
    )


def _words(text: str) -> Iterator[str]:
    """Give the words of a text in small letters, without those that may name somebody."""
    hidden = [(one.start, one.end) for one in search(text, Allowed())]
    has_case = not (text.isupper() or text.islower())
    matches = list(_WORD.finditer(text))
    for number, match in enumerate(matches):
        after = matches[number + 1][0] if number + 1 < len(matches) else ""
        if any(start < match.end() and match.start() < end for start, end in hidden):
            continue
        before = text[: match.start()]
        is_first = not before.strip() or _SENTENCE_END.search(before) is not None
        if has_case and match[0][0].isupper() and not _is_ordinary(match[0], after, is_first):
            continue
        if not _is_name(match[0].casefold()):
            yield match[0].casefold()


def _is_ordinary(word: str, after: str, is_first: bool) -> bool:
    """Whether a word with a capital letter is no name: it begins a sentence or is an acronym."""
    if word.isupper():
        return _SHORTEST_WORD <= len(word) <= _SHORTEST_WORD + 1
    return is_first and not after[:1].isupper() and after not in _SAID


def _is_name(word: str) -> bool:
    return word not in NO_NAME and (
        word in STRONG or word in WEAK or word in FIRST or has_name_shape(word)
    )


@lru_cache(maxsize=10_000)
def _is_harmless(name: str) -> bool:
    """Whether the gate finds nothing in a name, as it stands and read as words."""
    return not any(search(one, Allowed()) for one in (name, name.replace("-", " ").title()))
