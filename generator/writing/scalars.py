"""A text of one line as YAML reads it back."""

import json
import re

from generator import yaml_text

# Signs that mean nothing in YAML wherever they stand, in a list between brackets too.
_PLAIN = re.compile(r"[^\W_](?:[\w /.()'’+%&*!?;–-]*[\w.()’%!?])?")
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def scalar(text: str) -> str:
    """Write a text without quotes where it is read back so, in quotes elsewhere."""
    return text if is_plain(text) or _is_read_back(text) else quoted(text)


def flow_scalar(text: str) -> str:
    """Write a text as an item between brackets."""
    return text if is_plain(text) else quoted(text)


def is_plain(text: str) -> bool:
    """Whether no sign in a text could mean anything but itself."""
    return (
        _PLAIN.fullmatch(text) is not None
        and " -" not in text
        and text.casefold() not in _WORDS_OF_YAML
    )


def quoted(text: str) -> str:
    """Write a text of any signs in quotes, in single ones where nothing in it has to be escaped."""
    needs_escape = "'" in text or "\n" in text
    return json.dumps(text, ensure_ascii=False) if needs_escape else f"'{text}'"


def _is_read_back(text: str) -> bool:
    """Whether a text that holds a sign with a meaning is read as typed: an address, a reference."""
    if not text or text[0] in "-?:,[]{}#&*!|>'\"%@` " or text.casefold() in _WORDS_OF_YAML:
        return False
    if "\n" in text or ": " in text or " #" in text or text[-1] in ": ":
        return False
    return yaml_text.parse(f"k: {text}\n".encode()).tree == {"k": text}
