"""A promise in one answer: a day, a habit, or only words."""

from collections.abc import Mapping
from datetime import date

from generator import dates
from generator.language import _
from generator.model import Recurrence
from generator.wizard.days import day_typed, is_counted


def promise_typed(text: str, session: date) -> Mapping[str, str]:
    """Give what a record holds under `janji`; raises DateProblem for a day read in two ways.

    `dua minggu lagi` is counted from the session's day, and its words are kept beside the deadline,
    because they are what residents heard.
    """
    said = " ".join(text.split())
    if said.casefold() in set(Recurrence):
        return {"berkala": said.casefold()}
    if is_counted(said, session):
        return {"tenggat": day_typed(said, session), "kata": said}
    if any(map(str.isdigit, said)):
        return {"tenggat": day_typed(said, session)}
    return {"kata": said}


def promise_told(held: Mapping[str, str]) -> str:
    """Say what was understood, in words."""
    if deadline := held.get("tenggat"):
        day = dates.in_words(date.fromisoformat(deadline))
        if words := held.get("kata"):
            return _("{words}, jadi paling lambat {day}").format(words=words, day=day)
        return _("paling lambat {day}").format(day=day)
    if often := held.get("berkala"):
        return _("berulang, {often}").format(often=often)
    return _("{words}, tanpa hari tertentu").format(words=held.get("kata", ""))


def promise_as_typed(held: Mapping[str, str]) -> str:
    """Give what is typed for a promise; `promise_typed` makes the same of it."""
    return held.get("kata") or held.get("tenggat") or held.get("berkala", "")
