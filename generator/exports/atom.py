"""Feeds in Atom (RFC 4287): what the oldest and the plainest readers understand."""

from xml.sax.saxutils import escape, quoteattr

from generator import urls
from generator.exports.feed import Entries, Feed, moment
from generator.exports.identity import tag
from generator.facts import SiteFacts
from generator.views.follow import ATOM


def atom(feed: Feed, entries: Entries, facts: SiteFacts) -> bytes:
    """Give a feed as an Atom document."""
    here = quoteattr(facts.url + urls.feed(feed.page))
    home = quoteattr(facts.url + feed.home)
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">\n'
        f"<id>{escape(tag(facts, f'umpan/{feed.page}'))}</id>\n"
        f"<title>{escape(feed.title(facts))}</title>\n"
        f"<subtitle>{escape(feed.about(facts))}</subtitle>\n"
        f"<updated>{moment(feed.updated)}</updated>\n"
        f"<author><name>{escape(feed.name or facts.name)}</name></author>\n"
        f'<link rel="self" type="{ATOM}" href={here}/>\n'
        f'<link rel="alternate" type="text/html" href={home}/>\n'
    )
    told = "".join(one.atom for one in entries.of(feed.news))
    return f"{head}{told}</feed>\n".encode()
