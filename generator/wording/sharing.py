"""What a resident sends on with a link to a concern.

It says what was raised, where and when, and asks what came of it. It does not say: a message is
read and sent on for years, and the page it leads to says how things stand then.
"""

from generator.language import _
from generator.model import Commitment, Concern, ConcernKind


def shared(entry: Concern | Commitment, said: str, session: str, day: str) -> str:
    """Give the words before the link; `said` is the beginning of the concern, "" if kept back."""
    where = _("{session}, {date}").format(session=session, date=day) if day else session
    if not said:
        return _("Satu masukan di {where}. Apa jadinya? Baca di sini:").format(where=where)
    return _words(entry).format(where=where, said=said)


def _words(entry: Concern | Commitment) -> str:
    if isinstance(entry, Commitment):
        return _("Dijanjikan di {where}: “{said}” Apa jadinya? Baca di sini:")
    if entry.kind is ConcernKind.APPRECIATION:
        return _("Disampaikan di {where}: “{said}” Baca di sini:")
    return _("Disampaikan di {where}: “{said}” Apa jadinya? Baca di sini:")
