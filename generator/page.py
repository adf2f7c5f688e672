"""One page of the site that is made from records, before it is set into its shell."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What the press needs to know of a page; its content is built only when it is asked for.

    `address` is relative to the site's root and ends with a slash (`sesi/polsek-x/2023-10-20/`).
    `section` is the key of the site's section the page belongs to and decides the active tab.
    `template` is a file in `templates/`, which sees what `view()` gives as `view` and the way back
    to the site's root as `base`. `title` and `description` are plain text. `anchors` are the ids a
    link from `content/` may point to.
    """

    address: str
    section: str
    template: str
    title: str
    description: str
    view: Callable[[], object]
    anchors: tuple[str, ...] = ()

    @property
    def depth(self) -> int:
        """How many folders lie between the page and the site's root."""
        return self.address.count("/")
