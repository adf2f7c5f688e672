"""The language the program speaks to officers: Indonesian as written in the code, or a catalogue.

Message ids are the Indonesian sentences themselves, so Indonesian needs no catalogue. The others
are read from `locale/<language>.po` by Babel when they are asked for: no compiled file to keep.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from importlib.resources import files

from babel.messages.pofile import read_po

INDONESIAN = "id"
LANGUAGES = (INDONESIAN, "en")

_catalogue: ContextVar[Mapping[str, str]] = ContextVar("catalogue", default={})  # noqa: B039


def load(language: str) -> dict[str, str]:
    """Give every translated message of a language; empty for Indonesian, the source language."""
    if language == INDONESIAN:
        return {}
    source = files("generator").joinpath("locale", f"{language}.po")
    with source.open("rb") as stream:
        catalogue = read_po(stream, locale=language)
    return {
        message.id: message.string
        for message in catalogue
        if isinstance(message.id, str)
        and isinstance(message.string, str)
        and message.id
        and message.string
    }


def use(language: str) -> None:
    """Speak this language (one of `LANGUAGES`) from now on in this context."""
    _catalogue.set(load(language))


def _(message: str) -> str:
    """Translate a message; its `{placeholders}` are filled in afterwards."""
    catalogue = _catalogue.get()
    return catalogue.get(message, message) if catalogue else message
