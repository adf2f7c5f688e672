"""The wizard without its terminal: from questions to a record that is checked and written.

`interview` asks in turn, in the order of `order` and the words of `sentences`; what a record may
hold comes from the outline of the model. `conversation` has the interview from its answers,
`checking` judges each of them, `rehearsal` shows what the record would be before it is written.
"""

from generator.wizard.answers import GO_ON, SINGLE, Answers
from generator.wizard.conversation import Conversation
from generator.wizard.drafts import Draft, drafts, new_draft, told_briefly
from generator.wizard.given import UnknownAnswer, UnreadableAnswers, answers_in_file, answers_typed
from generator.wizard.interview import ENOUGH
from generator.wizard.order import FOLDER
from generator.wizard.questions import Offer, Question, Typed
from generator.wizard.rehearsal import Rehearsal, rehearse, write

__all__ = [
    "ENOUGH",
    "FOLDER",
    "GO_ON",
    "SINGLE",
    "Answers",
    "Conversation",
    "Draft",
    "Offer",
    "Question",
    "Rehearsal",
    "Typed",
    "UnknownAnswer",
    "UnreadableAnswers",
    "answers_in_file",
    "answers_typed",
    "drafts",
    "new_draft",
    "rehearse",
    "told_briefly",
    "write",
]
