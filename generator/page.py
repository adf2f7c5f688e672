"""What the site is made of: pages made from records, before they are set, and files beside them."""

from collections.abc import Callable
from typing import TypeAlias

from generator.value import value


@value
class Crumb:
    """One step of the way from the top of the site to a page."""

    address: str
    title: str


@value
class FeedLink:
    """A file that tells what is new on a page to a program that follows it."""

    address: str
    title: str
    media_type: str


@value
class Head:
    """What a page says of itself to programs; a reader does not see it.

    `image` is the address of a picture to be shown with a link to the page, `image_alt` says what
    is on it. `structured` gives JSON-LD: an object or a list, of builtin values only. `is_listed`
    False keeps the page out of search engines and of the sitemap.
    """

    image: str = ""
    image_alt: str = ""
    feeds: tuple[FeedLink, ...] = ()
    structured: Callable[[], object] | None = None
    is_listed: bool = True


Words: TypeAlias = str | Callable[[], str]
"""Text, or what gives it when it is asked for: many pages need some time to say what they are."""


def said(words: Words) -> str:
    """Give the text that is meant."""
    return words if isinstance(words, str) else words()


@value
class Page:
    """What the press needs to know of a page; its content is built only when it is asked for.

    `address` is relative to the site's root and ends with a slash (`sesi/polsek-x/2023-10-20/`).
    `section` is the key of the site's section the page belongs to and decides the active tab.
    `template` is a file in `templates/`, which sees what `view()` gives as `view` and the way back
    to the site's root as `base`. `title` and `description` are plain text, or say it when the page
    is made (see `said`). `anchors` are the ids a link from `content/` may point to. `trail` leads
    to the page, widest first, without itself.
    """

    address: str
    section: str
    template: str
    title: Words
    description: Words
    view: Callable[[], object]
    anchors: tuple[str, ...] = ()
    trail: tuple[Crumb, ...] = ()
    head: Head = Head()

    @property
    def depth(self) -> int:
        """How many folders lie between the page and the site's root."""
        return self.address.count("/")


@value
class SiteFile:
    """A published file that is no page; its content is made only when it is asked for.

    `address` is relative to the site's root (`satuan/polsek-x/kabar.xml`). `made_from` is all that
    decides its content, besides the program: while that is the same the file is taken over unmade.
    None where its content alone can tell. `weight` is how many pages take as long to make.
    """

    address: str
    content: Callable[[], bytes]
    made_from: object = None
    weight: int = 1
