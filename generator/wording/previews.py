"""What a link says of its page before it is opened: in a chat, and in a list of search results.

A chat keeps a preview for weeks and cuts it after two lines. So what is still open is said before
what is done, a count stands beside the day it was last true of, and nothing is said that the
calendar alone can make untrue: that something is late is told by the page.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from generator.archive import Matter
from generator.figures import Tally
from generator.language import _
from generator.model import Session
from generator.records import Registries
from generator.wording import sittings
from generator.wording.days import number, when_day
from generator.wording.meaning import NOT_WORD_BACK
from generator.wording.names import joined, unit_name


def of_session(
    session: Session, matters: tuple[Matter, ...], registries: Registries, today: date
) -> str:
    """Say what came of a session, as of which day, and whose it was."""
    counted = sittings.count(session, matters)
    held_by = joined(tuple(unit_name(key, registries) for key in session.units))
    if not counted.all.asked:
        return f"{sittings.summary(session, counted, today)} {held_by}."
    asked = (
        (counted.raised.asked, _("{count} masukan")),
        (counted.promised.asked, _("{count} janji")),
    )
    what = joined(tuple(words.format(count=number(many)) for many, words in asked if many))
    said = (f"{what}: {_standing(counted.all)}.", _as_of(session, matters), f"{held_by}.")
    return " ".join(filter(None, said))


def of_sessions(sessions: Sequence[Session], today: date) -> str:
    """Say how many sessions there were and when the last was: `12 sesi sampai 20 Oktober 2023`.

    They are given newest first, undated ones last. Sessions to come are left out; "" where there
    was none, or none with a date.
    """
    ahead, last = 0, None
    for one in sessions:
        day = one.date.latest
        if sittings.is_ahead(one, today):
            ahead += 1
        else:
            last = last or day
        if day is None or day < today:  # neither is one that follows ahead, nor held later
            break
    if last is None:
        return ""
    held = number(len(sessions) - ahead)
    return _("{count} sesi sampai {day}").format(count=held, day=when_day(last).words)


def question() -> str:
    """The question the site is there for."""
    return _("Sudah disampaikan. Jadinya bagaimana?")


def site_in_a_line() -> str:
    """What the site holds, on one line of a card."""
    return _("Yang warga sampaikan kepada polisi, dan apa jadinya.")


def unit_in_a_line() -> str:
    """What the pages of a unit hold, on one line of a card."""
    return _("Yang warga sampaikan di sini, dan apa jadinya.")


def _standing(found: Tally) -> str:
    in_turn = (
        (found.no_word, _("belum ada kabar")),
        (found.open - found.no_word, _("masih terbuka")),
        (found.refused, _("tidak dipenuhi")),
        (found.claimed, _("selesai menurut polisi, belum dibenarkan warga")),
        (found.answered, _("dijawab")),
        (found.confirmed, _("selesai dan dibenarkan warga")),
    )
    said = [(many, words) for many, words in in_turn if many]
    if found.asked == 1:
        return said[0][1]
    return "; ".join(f"{number(many)} {words}" for many, words in said)


def _as_of(session: Session, matters: Iterable[Matter]) -> str:
    """The day of the last word back, or of the session where there has been none since."""
    last = max(
        (
            outcome.date.latest
            for matter in matters
            for outcome in matter.outcomes
            if outcome.event not in NOT_WORD_BACK and outcome.date.latest
        ),
        default=None,
    )
    if last:
        return _("Kabar terakhir {day}.").format(day=when_day(last).words)
    if session.date.latest:
        return _("Catatan terakhir {day}.").format(day=when_day(session.date.latest).words)
    return ""
