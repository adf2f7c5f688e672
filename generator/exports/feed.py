"""What every format of a feed is made from, and each entry in every format, made once.

An entry stands in the feeds of a dozen places. Its words are found and escaped for the first of
them and remembered for the others, as far as memory that does not grow with the archive goes.
"""

import datetime
import html
from collections.abc import Iterable
from dataclasses import dataclass
from json.encoder import encode_basestring as _quoted
from xml.sax.saxutils import escape, quoteattr

from generator.archive import Archive
from generator.exports.identity import tag
from generator.facts import SiteFacts
from generator.news import News
from generator.views.feed_entry import FeedEntry, Passage, feed_entry
from generator.wording.news import marked

REMEMBERED = 4_096
"""How many entries are remembered: those of neighbouring places, at most some 10 MB."""

NEVER = datetime.date(1970, 1, 1)
"""The day of a feed in which nothing was new yet: the formats ask for one."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, in whatever format.

    `page` is the address it lies beside, `home` that of the page it follows. `name` is whose news
    it tells, "" for the whole site; `description` says what it tells; `news` is newest first.
    """

    page: str
    home: str
    name: str
    description: str
    news: tuple[News, ...]

    def title(self, facts: SiteFacts) -> str:
        """Give its title, which says what site it is of."""
        whole = f"{facts.name}: {self.name}" if self.name else facts.name
        return marked(whole, facts.nature)

    def about(self, facts: SiteFacts) -> str:
        """Give what it tells and, unless the site is official, what that is worth."""
        return " ".join(filter(None, (self.description, facts.notice)))

    @property
    def updated(self) -> datetime.date:
        """The day anything in it was last new."""
        return max((one.updated for one in self.news), default=NEVER)


@dataclass(frozen=True, slots=True)
class Rendered:
    """One entry as it stands in an Atom feed and in a JSON Feed."""

    atom: str
    json: str


class Entries:
    """Gives the entries of an archive, each made once."""

    def __init__(self, archive: Archive, facts: SiteFacts) -> None:
        """Take the archive and what the site is; nothing is made yet."""
        self._archive = archive
        self._facts = facts
        self._made: dict[str, Rendered] = {}

    def of(self, news: Iterable[News]) -> list[Rendered]:
        """Give the entries of a feed, in its order."""
        return [self._made.get(one.identity) or self._remembered(one) for one in news]

    def _remembered(self, one: News) -> Rendered:
        if len(self._made) >= REMEMBERED:
            self._made.clear()
        made = self._made[one.identity] = self._make(one)
        return made

    def _make(self, one: News) -> Rendered:
        told = feed_entry(self._archive, one)
        title = marked(told.title, self._facts.nature)
        name = tag(self._facts, one.identity)
        content = as_html(told.passages, self._facts.url)
        return Rendered(
            atom=_as_atom(one, told, name, title, content, self._facts),
            json=_as_json(one, told, name, title, content, self._facts),
        )


def moment(day: datetime.date) -> str:
    """Give a day as RFC 3339 wants it: midnight in UTC is that same day all over Indonesia."""
    return f"{day}T00:00:00Z"


def as_html(passages: Iterable[Passage], site_url: str) -> str:
    """Give passages as HTML with full addresses; nothing a record says is ever markup."""
    return "".join(_paragraph(one, site_url) for one in passages)


def _paragraph(one: Passage, site_url: str) -> str:
    said = f"<p>{html.escape(one.words, quote=False)}</p>" if one.words else ""
    if not one.items:
        return said
    items = (
        f'<li><a href="{html.escape(site_url + item.address)}">'
        f"{html.escape(item.words, quote=False)}</a></li>"
        for item in one.items
    )
    return f"{said}<ul>{''.join(items)}</ul>"


def _as_atom(
    one: News, told: FeedEntry, name: str, title: str, content: str, facts: SiteFacts
) -> str:
    return (
        f"<entry>\n<id>{escape(name)}</id>\n<title>{escape(title)}</title>\n"
        f"<published>{moment(told.published)}</published>\n"
        f"<updated>{moment(told.updated)}</updated>\n"
        f"<author><name>{escape(told.by)}</name></author>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(facts.url + told.address)}/>\n'
        f'<category term="{one.kind}"/>\n'
        f'<content type="html">{escape(content)}</content>\n</entry>\n'
    )


def _as_json(
    one: News, told: FeedEntry, name: str, title: str, content: str, facts: SiteFacts
) -> str:
    return (
        f'{{"id": {_quoted(name)}, "url": {_quoted(facts.url + told.address)}, '
        f'"title": {_quoted(title)}, "content_html": {_quoted(content)}, '
        f'"date_published": "{moment(told.published)}", '
        f'"date_modified": "{moment(told.updated)}", '
        f'"authors": [{{"name": {_quoted(told.by)}}}], "tags": ["{one.kind}"]}}'
    )
