"""What the sentences about one concern are made from, for those who have only the concern."""

from generator.archive import Archive, Matter
from generator.model import WithdrawnConcern
from generator.wording.telling import Telling


def telling(matter: Matter, archive: Archive) -> Telling | None:
    """Give what sentences about a concern are made from; None for one that was taken back."""
    if isinstance(matter.concern, WithdrawnConcern) or matter.follow_up is None:
        return None
    return Telling(
        entry=matter.concern,
        found=matter.follow_up,
        outcomes=matter.outcomes,
        registries=archive.records.registries,
        unit=matter.session.units[0],
    )
