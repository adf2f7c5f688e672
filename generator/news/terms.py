"""What a piece of news is."""

import datetime
from enum import StrEnum

from generator.archive import Matter
from generator.followup import Step
from generator.model import (
    Commitment,
    Concern,
    Correction,
    Outcome,
    Session,
    Withdrawal,
    WithdrawnSession,
)
from generator.value import value


class Kind(StrEnum):
    """What has happened; the value is the category in a feed."""

    REPORT = "kabar"
    HELD = "sesi"
    ANNOUNCED = "jadwal"
    CROSSED = "lewat-tenggat"
    SILENT = "tidak-diketahui"
    OBJECTED = "disanggah"
    MENDED = "koreksi"
    WITHDRAWN = "penarikan"


@value
class Turn:
    """A line of a concern's story that no outcome tells: `history[place]`.

    `place` is one past the end where nothing but silence followed.
    """

    matter: Matter
    place: int

    @property
    def step(self) -> Step | None:
        """The line itself; None for silence."""
        history = self.matter.follow_up.history if self.matter.follow_up else ()
        return history[self.place] if self.place < len(history) else None


@value
class Mending:
    """A correction of a record."""

    record: Session | Outcome
    correction: Correction


@value
class Withdrawn:
    """What was taken back: a session, a concern or a promise of one, an outcome.

    `address` is where it stood, or "" where no page is left that could say so.
    """

    what: type[WithdrawnSession] | type[Concern] | type[Commitment] | type[Outcome]
    folder: str
    withdrawal: Withdrawal
    address: str = ""


Subject = Outcome | Session | Turn | Mending | Withdrawn


@value
class News:
    """One piece of news.

    `identity` never changes and never comes again: it is made from the ids of records, which live
    forever, and from what happened. `day` is the day it became public, `updated` the last day its
    words changed, `happened` when it came about, as far as that is known. Which feeds it is in
    follows from `sessions` it is about, and the `units` and `themes` it names besides.
    """

    kind: Kind
    identity: str
    day: datetime.date
    updated: datetime.date
    happened: datetime.date
    subject: Subject
    sessions: tuple[Session, ...]
    units: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
