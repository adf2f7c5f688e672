"""Feeds as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), for programs of one's own."""

import json

from generator import urls
from generator.exports.feed import Entries, Feed
from generator.facts import SiteFacts


def json_feed(feed: Feed, entries: Entries, facts: SiteFacts) -> bytes:
    """Give a feed as a JSON Feed; it says the same as its Atom document."""
    head = json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title(facts),
            "home_page_url": f"{facts.url}{feed.home}",
            "feed_url": f"{facts.url}{urls.json_feed(feed.page)}",
            "description": feed.about(facts),
            "language": "id",
            "authors": [{"name": feed.name or facts.name}],
        },
        ensure_ascii=False,
    )
    # Entries are JSON already, made once for all feeds they are in.
    told = ",\n".join(one.json for one in entries.of(feed.news))
    return f'{head[:-1]}, "items": [\n{told}\n]}}\n'.encode()
