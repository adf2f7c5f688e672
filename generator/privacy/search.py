"""The search itself: a text is seen as a reader sees it, then every finder looks at it."""

import re

from generator.privacy.allowed import Allowed
from generator.privacy.kinds import Found, Kind
from generator.privacy.view import view_of


def search(text: str, allowed: Allowed) -> list[Found]:
    """Give everything in a text that may point to a person, in the order of the text; pure.

    Offsets are those of `text`. What is allowed (see `allowances`) is not found.
    """
    view = view_of(text)
    return [
        Found(*view.span(*match.span()), Kind.NUMBER)
        for match in re.finditer(r"\d(?:[ .-]?\d){8,}", view.text)
    ]
