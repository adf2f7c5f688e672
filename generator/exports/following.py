"""Every file to follow the site with: feeds and calendars of each place, unit, theme and list.

What is in which is sorted out once for all of them; what a file holds is made when it is asked for.
"""

from collections.abc import Iterator
from functools import partial

from generator import agenda, news, urls
from generator.archive import Archive
from generator.exports.atom import atom
from generator.exports.calendar import Agendum, Events, calendar
from generator.exports.feed import Entries, Feed
from generator.exports.json_feed import json_feed
from generator.facts import SiteFacts
from generator.page import SiteFile
from generator.views.follow import Followed, Of, followed


def files(archive: Archive, facts: SiteFacts) -> Iterator[SiteFile]:
    """Give every feed and every calendar; those that share their news lie side by side."""
    windows, plan = news.sort_out(archive), agenda.lay_out(archive)
    entries, events = Entries(archive, facts), Events(archive, facts)
    for one in sorted(followed(archive), key=lambda one: _neighbourhood(_news(windows, one))):
        feed = Feed(one.page, one.home, one.name, one.tells, _news(windows, one))
        yield SiteFile(urls.feed(one.page), partial(atom, feed, entries, facts))
        yield SiteFile(urls.json_feed(one.page), partial(json_feed, feed, entries, facts))
        if one.has_calendar:
            agendum = Agendum(one.name, _appointments(plan, one))
            yield SiteFile(urls.calendar(one.page), partial(calendar, agendum, events, facts))


def _neighbourhood(window: tuple[news.News, ...]) -> str:
    """Give the unit the newest is of: what it and its villages tell is much the same."""
    sessions = window[0].sessions if window else ()
    return sessions[0].folder if sessions else ""


def _news(windows: news.Windows, one: Followed) -> tuple[news.News, ...]:
    match one.of:
        case Of.SITE:
            return windows.everything
        case Of.UNIT:
            return windows.by_unit.get(one.key, ())
        case Of.AREA:
            return windows.by_area.get(one.key, ())
        case Of.THEME:
            return windows.by_theme.get(one.key, ())
        case Of.OVERDUE:
            return windows.overdue
        case Of.CORRECTIONS:
            return windows.corrections


def _appointments(plan: agenda.Agenda, one: Followed) -> tuple[agenda.Appointment, ...]:
    match one.of:
        case Of.UNIT:
            return plan.by_unit.get(one.key, ())
        case Of.AREA:
            return plan.by_area.get(one.key, ())
        case _:
            return plan.everything
