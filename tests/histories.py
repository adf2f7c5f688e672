"""Cases for tests of the rules, told in the words of the records.

Days are counted from the session: 0 is its day, 14 two weeks later. A history is one line:
`"3 dikerjakan, 10 selesai"`; an event without a number happens the day after the one before it.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache

from pydantic import TypeAdapter

from generator import dates
from generator.followup import Case, Deadline, FollowUp, Inherited, Objection, StartBasis, assess
from generator.followup.terms import Basis
from generator.model import Commitment, Concern, DefaultDeadline, Event, Outcome
from generator.model.outcome import NEEDS

FOLDER = "polsek-contoh"
SESSION = date(2023, 10, 20)
LONG_AFTER = 1000

Plain = str | list[str] | list[dict[str, str | list[str]]] | dict[str, str]

_CONCERN = TypeAdapter(Concern)
_COMMITMENT = TypeAdapter(Commitment)
_OUTCOME = TypeAdapter(Outcome)
_DEFAULT = TypeAdapter(DefaultDeadline)
_TOLD = re.compile(r"(?:(\d+) )?(.+)")


def day(number: int) -> date:
    """The day so many days after the session."""
    return SESSION + timedelta(days=number)


def concern(jenis: str = "permintaan", **keys: Plain) -> Concern:
    """A concern as it stands under `masukan`."""
    return _CONCERN.validate_python({"id": "patroli", "jenis": jenis, "isi": "Isi.", **keys})


def commitment(**keys: Plain) -> Commitment:
    """A promise made to no single concern, as it stands under `komitmen`."""
    return _COMMITMENT.validate_python({"id": "patroli", "isi": "Isi.", **keys})


def answer(jenis: str, **keys: str | list[str]) -> dict[str, str | list[str]]:
    """An answer on the spot, as it stands under `jawaban`."""
    return {"jenis": jenis, "isi": "Isi.", **keys}


def outcome(
    kejadian: str,
    when: int | str,
    *,
    name: str | None = None,
    published: int | None = None,
    **keys: Plain,
) -> Outcome:
    """An outcome with all its kind also has to say; `when` is a day or a date as it is written.

    `name` is its file, `published` the day of its first publication.
    """
    record = {
        "menjawab": ["2023-10-20#patroli"],
        "kejadian": kejadian,
        "tanggal": str(day(when)) if isinstance(when, int) else when,
        "uraian": "Uraian.",
        **_what_it_needs(kejadian, when if isinstance(when, int) else 0),
        **keys,
    }
    made = _OUTCOME.validate_python(record)
    name = name or f"{kejadian}-{when}".replace(" ", "-")
    return filed(made, name, None if published is None else day(published))


def filed(made: Outcome, name: str, published: date | None) -> Outcome:
    """Give an outcome what comes from outside its file: where it lies, and since when."""
    object.__setattr__(made, "id", f"{FOLDER}/{name}")
    object.__setattr__(made, "published", published)
    return made


def _what_it_needs(kejadian: str, when: int) -> dict[str, Plain]:
    later = {Event.EXTENDED: 60}.get(Event(kejadian), 14)
    words: Mapping[str, Plain] = {
        "mitra": ["Dinas Perhubungan"],
        "cek_lagi": str(day(when + 14)),
        "tenggat": str(day(when + later)),
        "sebab": "Sebab.",
        "sisa": "Sisa.",
        "cara": "kunjungan",
        "ditanya": "3",
        "ke": "2023-10-20#lain",
        "alasan": "anggaran",
        "langkah_warga": "Langkah.",
        "saluran": "kunjungan",
    }
    return {key: words[key] for key in NEEDS.get(Event(kejadian), ())}


def told(line: str) -> tuple[Outcome, ...]:
    """The outcomes of a history told in one line."""
    happened: list[Outcome] = []
    last = 0
    for said in filter(None, map(str.strip, line.split(","))):
        found = _TOLD.fullmatch(said)
        assert found
        last = int(found[1]) if found[1] else last + 1
        happened.append(outcome(found[2], last, name=f"{len(happened):02}-{last}"))
    return tuple(happened)


def case(
    happened: str | Iterable[Outcome] = "",
    *,
    about: Concern | Commitment | None = None,
    session: str = "2023-10-20",
    start: date | None = None,
    default: int | None = None,
    objections: tuple[Objection, ...] = (),
    inherited: tuple[Inherited, ...] = (),
) -> Case:
    """A case about a request that was answered with nothing yet, unless something else is said."""
    when = dates.parse(session)
    return Case(
        concern=about or concern(),
        session_date=when,
        start=start or when.latest,
        start_basis=StartBasis.SOURCE if start else StartBasis.SESSION,
        default=default_deadline(default) if default else None,
        outcomes=told(happened) if isinstance(happened, str) else tuple(happened),
        objections=objections,
        inherited=inherited,
    )


@cache
def default_deadline(days: int) -> DefaultDeadline:
    """A programme's own deadline, so many days after the session."""
    return _DEFAULT.validate_python({"sejak": "2020-01-01", "hari": str(days), "dasar": "Aturan."})


def objection(when: int | str, name: str = "sanggah") -> Objection:
    """A `sanggahan` against the concern, raised in a session of that day."""
    held = str(day(when)) if isinstance(when, int) else when
    return Objection(f"{FOLDER}/{held}", f"{FOLDER}/{held}#{name}", dates.parse(held))


def inherited(start: int, deadline: int, since: int | None = None) -> Inherited:
    """The clock of a concern that was merged into this one."""
    basis = Basis.PROMISE
    known = None if since is None else day(since)
    return Inherited(day(start), Deadline(day(deadline), basis), known)


def on(number: int, of: Case) -> FollowUp:
    """Where the concern stands so many days after its session."""
    return assess(of, day(number))


def days(of: Iterable[date]) -> list[int]:
    """Dates as days after the session."""
    return [(one - SESSION).days for one in of]
