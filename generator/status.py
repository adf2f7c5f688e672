"""The words for where a concern stands, and the families that are never added together."""

from enum import StrEnum


class Status(StrEnum):
    """Where a concern stands; computed from dated events, never typed."""

    NO_WORD = "belum ada kabar"
    LOOKED_INTO = "diperiksa"
    IN_PROGRESS = "dikerjakan"
    ONGOING = "berjalan"
    HANDED_OVER = "diteruskan"
    PARTLY = "sebagian"
    UNKNOWN = "tidak diketahui"
    ANSWERED = "dijawab"
    CLAIMED = "selesai (klaim)"
    CONFIRMED = "selesai (dibenarkan warga)"
    REFUSED = "tidak dipenuhi"
    MERGED = "digabung"
    RETRACTED = "dicabut"
    NOTED = "dicatat"
    """An appreciation or an objection: it asks for nothing, so nothing is owed."""

    @property
    def is_ending(self) -> bool:
        """Whether only a dispute or a reopening leaves this status."""
        return self in ENDINGS


ENDINGS = frozenset(
    {
        Status.ANSWERED,
        Status.CLAIMED,
        Status.CONFIRMED,
        Status.REFUSED,
        Status.MERGED,
        Status.RETRACTED,
    }
)


class Family(StrEnum):
    """How concerns are counted. Families are never added together."""

    CLAIMED = "selesai (klaim)"
    CONFIRMED = "selesai (dibenarkan warga)"
    ANSWERED = "dijawab"
    REFUSED = "tidak dipenuhi"
    OPEN = "masih terbuka"
    OUTSIDE = "di luar hitungan"


FAMILY = {
    Status.CLAIMED: Family.CLAIMED,
    Status.CONFIRMED: Family.CONFIRMED,
    Status.ANSWERED: Family.ANSWERED,
    Status.REFUSED: Family.REFUSED,
    Status.MERGED: Family.OUTSIDE,
    Status.RETRACTED: Family.OUTSIDE,
    Status.NOTED: Family.OUTSIDE,
}
"""The family of every status that is not `Family.OPEN`."""
