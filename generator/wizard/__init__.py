"""The wizard without its terminal: from questions to a record that is checked and written.

`interview` asks in turn, in the order of `order` and the words of `sentences`; what a record may
hold comes from the outline of the model. `conversation` has the interview from its answers,
`checking` judges each of them, `rehearsal` shows what the record would be before it is written.
"""

from generator.wizard.answers import GO_ON, Answers, answers_in, is_under, path_of
from generator.wizard.conversation import Conversation
from generator.wizard.drafts import Draft, drafts, new_draft
from generator.wizard.given import UnknownAnswer, answers_typed
from generator.wizard.interview import ENOUGH
from generator.wizard.order import FOLDER
from generator.wizard.questions import Offer, Question, Typed
from generator.wizard.rehearsal import Rehearsal, rehearse, write

__all__ = [
    "ENOUGH",
    "FOLDER",
    "GO_ON",
    "Answers",
    "Conversation",
    "Draft",
    "Offer",
    "Question",
    "Rehearsal",
    "Typed",
    "UnknownAnswer",
    "answers_in",
    "answers_typed",
    "drafts",
    "is_under",
    "new_draft",
    "path_of",
    "rehearse",
    "write",
]
