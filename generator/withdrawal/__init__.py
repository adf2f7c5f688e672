"""Taking back what was published: the address stays and says so, the words go.

RECORDS.md calls it `ditarik`. Where personal data stood, this is how a unit stops a breach of
confidentiality; UU 27/2022 on the protection of personal data obliges it to erase on request
(art. 43, 44) and to tell of the breach within 3 x 24 hours (art. 46).
"""

from generator.withdrawal.forgetting import forget_what_was_read
from generator.withdrawal.plan import CannotWithdraw, Plan, earlier, plan
from generator.withdrawal.tombstone import Tombstone

__all__ = [
    "CannotWithdraw",
    "Plan",
    "Tombstone",
    "earlier",
    "forget_what_was_read",
    "plan",
]
