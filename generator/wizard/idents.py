"""Names that are computed: ids of concerns, and where a record is filed."""

import re
from collections.abc import Callable, Collection, Iterator
from itertools import count

from slugify import slugify

from generator import dates
from generator.dates import DateProblem
from generator.model.fields import ID_LENGTH
from generator.records.names import complaint
from generator.times import PARTS_OF_DAY

_WORDS = 3
_SHORTEST = 3
_FILLING = frozenset(
    (
        "yang dari untuk dengan pada agar supaya oleh akan juga atau dan karena sudah belum tidak "
        "bisa dapat mohon minta meminta berharap bertanya menanyakan mengeluh mengeluhkan usul "
        "warga menyampaikan mengusulkan "
        "masyarakat bapak ibu pak bu kapan bagaimana mengapa kenapa apakah adanya ada sering masih "
        "lebih kepada dalam saat ketika setiap para antara seperti sangat tersebut tentang terkait "
        "desa kelurahan dusun kampung diminta diharapkan ini itu apa dia per hal sejak"
    ).split()
)
"""Words that begin most of what residents say and tell one concern from another in none."""
_WEAK = frozenset("polisi polsek polres petugas depan sekitar jalan sebuah".split())
"""Words that tell something only where nothing else does."""

_UNFIT = "masukan"


def concern_id(
    text: str, themes: Collection[str], taken: Collection[str], is_fit: Callable[[str], bool]
) -> str:
    """Give a short id for a concern, unique among those taken: `lampu-jalan-mati`.

    It is made of what was said, else of its theme; words `is_fit` refuses, because they look like a
    name, are left out: an id stands in addresses, which cannot be taken back.
    """
    words = [one for one in _telling(text) if is_fit(one)]
    strong = [one for one in words if one not in _WEAK]
    words = (strong if len(strong) > 1 else words)[:_WORDS]
    made = "-".join(words)
    if len(words) < 2 or not is_fit(made):
        made = next(iter(themes), made if is_fit(made) else "")
    return unused(slugify(made, max_length=ID_LENGTH - 4, word_boundary=True) or _UNFIT, taken)


def unused(name: str, taken: Collection[str]) -> str:
    """Give a name, with a number behind it while it is taken: `patroli`, `patroli-2`."""
    if name not in taken and complaint(name) is None:
        return name
    return next(one for n in count(2) if (one := f"{name}-{n}") not in taken)


def _telling(text: str) -> Iterator[str]:
    # A word that begins with a capital within a sentence may be a name of a person or a place.
    for sentence in re.split(r"[.!?\n]+", text):
        for number, word in enumerate(re.findall(r"[A-Za-z]+", sentence)):
            plain = word.lower()
            is_name = number > 0 and word[0].isupper() and not word.isupper()
            if len(plain) >= _SHORTEST and plain not in _FILLING and not is_name:
                yield plain


def stem(date: str, time: str, taken: Collection[str]) -> str:
    """Give the name of the file of a record: its day, a second one that day `-malam` or `-2`."""
    try:
        found = dates.parse(date)
        day = found.earliest or found.latest
        name = found.text[:7] if found.precision is dates.Precision.MONTH else str(day or "")
    except DateProblem:
        name = ""
    name = name or "tanpa-tanggal"
    part = f"{name}-{time}"
    if name in taken and time in PARTS_OF_DAY and part not in taken:
        return part
    return unused(name, taken)
