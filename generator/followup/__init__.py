"""Where a concern stands on a day: a pure function of the concern, its outcomes, the rules and day.

The rules are those of the contract of records, "Status is derived, never typed". `terms` are the
words of the answer, `table` holds the rules row by row, `order` puts events in order, `deadlines`
is the clock, `story` goes through the events, `standing` reads the result on a day.
"""

from generator.followup.standing import assess
from generator.followup.terms import (
    Basis,
    Case,
    Deadline,
    Fault,
    FollowUp,
    Inherited,
    Mark,
    Objection,
    RuleFault,
    StartBasis,
    Step,
)

__all__ = [
    "Basis",
    "Case",
    "Deadline",
    "Fault",
    "FollowUp",
    "Inherited",
    "Mark",
    "Objection",
    "RuleFault",
    "StartBasis",
    "Step",
    "assess",
]
