"""The records as the program knows them: frozen, typed, without files and without a clock.

YAML keys are Indonesian, as the field uses them; attributes are English. The two meet here and
nowhere else: every attribute carries its key and the sentence that explains it to officers.
"""

from generator.model.outcome import Event, Evidence, Measure, Outcome, Scope, WithdrawnOutcome
from generator.model.parts import (
    Answer,
    Correction,
    Officer,
    Partner,
    Place,
    Promise,
    Review,
    Source,
    Withdrawal,
)
from generator.model.registries import (
    DefaultDeadline,
    OfficialChannel,
    Programme,
    Reason,
    Theme,
    Unit,
    UnitArea,
)
from generator.model.session import (
    Attendance,
    Commitment,
    Concern,
    Session,
    WithdrawnConcern,
    WithdrawnSession,
)
from generator.model.words import (
    AnswerKind,
    Authority,
    ConcernKind,
    Form,
    How,
    Mode,
    Recurrence,
    Silence,
    TellingChannel,
    UnitLevel,
)

__all__ = [
    "Answer",
    "AnswerKind",
    "Attendance",
    "Authority",
    "Commitment",
    "Concern",
    "ConcernKind",
    "Correction",
    "DefaultDeadline",
    "Event",
    "Evidence",
    "Form",
    "How",
    "Measure",
    "Mode",
    "Officer",
    "OfficialChannel",
    "Outcome",
    "Partner",
    "Place",
    "Programme",
    "Promise",
    "Reason",
    "Recurrence",
    "Review",
    "Scope",
    "Session",
    "Silence",
    "Source",
    "TellingChannel",
    "Theme",
    "Unit",
    "UnitArea",
    "UnitLevel",
    "Withdrawal",
    "WithdrawnConcern",
    "WithdrawnOutcome",
    "WithdrawnSession",
]
