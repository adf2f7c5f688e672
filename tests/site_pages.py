"""Record pages as they come out, and what a reader finds on them."""

import re
from collections.abc import Mapping
from html import unescape

from markupsafe import Markup

from generator import urls
from generator.archive import Archive
from generator.page import Page
from generator.press import render
from generator.views import catalogue

SITE = "https://kabarbalik.example/"
EDITORIAL = Markup('<h2 id="untuk-apa">Untuk apa situs ini</h2>')


def all_pages(archive: Archive) -> dict[str, Page]:
    """Every record page by its address."""
    return {page.address: page for page in catalogue.all_pages(archive)}


def html_of(page: Page) -> str:
    """A page without the shell around it; the home page with words of its own."""
    if page.address == urls.HOME:
        return render(page, SITE, editorial=EDITORIAL)
    return render(page, SITE)


def site(archive: Archive) -> dict[str, str]:
    """Every record page as HTML by its address."""
    return {address: html_of(page) for address, page in all_pages(archive).items()}


def html_at(archive: Archive, address: str) -> str:
    """One record page as HTML."""
    return html_of(all_pages(archive)[address])


def text(html: str) -> str:
    """The words of a piece of HTML, with single spaces."""
    html = re.sub(r"</?(?:a|span|strong|time)\b[^>]*>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def section(html: str, anchor: str) -> str:
    """The section under the heading with this id; "" where the page has none."""
    _before, found, after = html.partition(f' id="{anchor}">')
    return after.partition("</section>")[0] if found else ""


def entries(html: str) -> list[str]:
    """The entries of the lists in a piece of HTML, as words."""
    html = html.partition('<section class="kb-follow"')[0]
    marks = r'<li class="(?:kb-entry|kb-line|kb-report)[^"]*">'
    return [text(piece) for piece in re.split(marks, html)[1:]]


def links(html: str) -> list[str]:
    """Where the links of a piece of HTML lead, as written."""
    return [unescape(href) for href in re.findall(r'<a [^>]*href="([^"]*)"', html)]


def session(
    day: str,
    concerns: str = "nihil",
    *,
    unit: str = "polsek-rekaan",
    village: str = "Rekaan Jaya",
    more: str = "",
) -> str:
    """The text of a session record; `concerns` is a word or an indented list."""
    heard = f"masukan: {concerns}\n" if concerns else ""
    return (
        f"program: jumat-curhat\nsatuan: {unit}\ntanggal: {day}\n"
        f"tempat:\n  desa: {village}\n{heard}{more}"
    )


def concern(identity: str, words: str = "Warga minta patroli.", more: str = "") -> str:
    """The text of one concern in a list; `more` are further lines of it."""
    body = f"\n  - id: {identity}\n    jenis: permintaan\n    isi: {words}\n"
    return body + "".join(f"    {line}\n" for line in more.splitlines())


def outcome(answers: str, day: str, event: str = "dikerjakan", more: str = "") -> str:
    """The text of an outcome record."""
    return (
        f"menjawab: {answers}\ntanggal: {day}\nkejadian: {event}\n"
        f"uraian: Petugas mencatat {event}.\n{more}"
    )


def by_name(records: Mapping[str, str], unit: str = "polsek-rekaan") -> dict[str, str]:
    """Records by path below data/, from records by kind and stem (`sessions/2024-03-01`)."""
    found = {}
    for name, content in records.items():
        kind, stem = name.split("/")
        found[f"{kind}/{unit}/{stem}.yml"] = content
    return found
