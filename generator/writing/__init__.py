"""How the program itself writes records: new ones, parts of known ones, and all or nothing."""

from generator.writing.changes import Change, Interrupted, carry_out
from generator.writing.record import record_text
from generator.writing.rehearsal import as_it_would_be

__all__ = ["Change", "Interrupted", "as_it_would_be", "carry_out", "record_text"]
