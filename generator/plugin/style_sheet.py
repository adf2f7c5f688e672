"""One style sheet for the whole site: what it needs of its theme's, then its own.

The theme's sheet is made for everything a theme may ever show; nine tenths of it can never apply
here, and a phone waits for all of it before it draws the first word. So rules go whose classes
occur in no template and no page, and names that nothing refers to.
"""

import json
import re
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, meta

from generator import rendering
from generator.errors import SettingsError
from generator.language import _
from generator.plugin.preview import THEME

ADDRESS = "assets/situs.css"
_THEMES_OWN = "stylesheets/main.*.min.css"
_SHEETS = (
    "assets/kerangka.css",
    "assets/menu.css",
    "assets/kabar.css",
    "assets/daftar.css",
    "assets/angka.css",
    "assets/cari.css",
    "assets/cetak.css",
)
_MADE_OF_MARKDOWN = frozenset(
    "admonition admonition-title headerlink footnote footnote-ref footnote-backref".split()
)
"""Classes that stand in no template and no Markdown, but in what becomes of it."""

_PIECE = re.compile(
    r""" "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | \\. | [{};] | [^"'{};\\]+ """,
    re.DOTALL | re.VERBOSE,
)
_SETS_FREE = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
_NAMED = re.compile(r"[.#]([\w-]+)|\[([\w-]+)")
_WORD = re.compile(r"[\w-]+")
_UNUSED = ("[dir=rtl]", ".js ")


class Rule(NamedTuple):
    """A rule of a sheet: what stands before the brace, and in it; `body` None for a statement."""

    head: str
    body: str | None


def style_sheet(environment: Environment, content: Path, notice: str) -> str:
    """Make the sheet of a site with this theme and these Markdown pages.

    `notice` says what the site is; on paper it stands at the foot of every sheet.
    """
    words = frozenset(_words(environment, content)) | _MADE_OF_MARKDOWN
    own = "".join(plain((THEME / sheet).read_text(encoding="utf-8")) for sheet in _SHEETS)
    own += f":root{{--kb-sifat:{json.dumps(notice, ensure_ascii=False)}}}" if notice else ""
    return without_unreferred(trimmed(_of_theme(environment), words), own) + own


def versioned(sheet: str) -> str:
    """Give the sheet's address with a trace of its content, so that no browser shows an old one."""
    return f"{ADDRESS}?{blake2b(sheet.encode(), digest_size=4).hexdigest()}"


def trimmed(sheet: str, words: frozenset[str]) -> str:
    """Leave the rules of a sheet that can apply where only these words are classes and ids."""
    return "".join(_kept(sheet, lambda selector: _can_apply(selector, words)))


def without_unreferred(sheet: str, others: str) -> str:
    """Leave out the custom properties of a sheet that neither it nor the others refer to."""
    while True:
        referred = set(re.findall(r"var\((--[\w-]+)", sheet + others))
        found = (part for head, body in rules(sheet) for part in _lighter(head, body, referred))
        lighter = "".join(found)
        if lighter == sheet:
            return sheet
        sheet = lighter


def plain(sheet: str) -> str:
    """Give a sheet without comments and blanks that only people need."""
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return re.sub(r" ?([{};]) ?", r"\1", re.sub(r"\s+", " ", sheet)).strip()


def rules(sheet: str) -> Iterator[Rule]:
    """Give the rules of a sheet without comments; `SettingsError` where a brace is missing."""
    depth, head, body = 0, "", ""
    for match in _PIECE.finditer(sheet):
        piece = match[0]
        depth += (piece == "{") - (piece == "}")
        if (piece, depth) == ("}", 0):
            yield Rule(head, body)
            head, body = "", ""
        elif (piece, depth) == (";", 0):
            yield Rule(head, None)
            head = ""
        elif depth == 0:
            head += piece
        elif (piece, depth) != ("{", 1):
            body += piece
    if depth or head.strip():
        raise SettingsError(_("Lembar gaya tema tidak dapat dibaca."))


def _kept(sheet: str, can_apply: Callable[[str], bool]) -> Iterator[str]:
    for head, body in rules(sheet):
        if body is None:
            yield f"{head};"
        elif head.startswith(("@media", "@supports")):
            if inner := "".join(_kept(body, can_apply)):
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        elif left := ",".join(filter(can_apply, _selectors(head))):
            yield f"{left}{{{body}}}"


def _selectors(head: str) -> Iterator[str]:
    depth, begun = 0, 0
    for place, letter in enumerate(head):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            yield head[begun:place]
            begun = place + 1
    yield head[begun:]


def _can_apply(selector: str, words: frozenset[str]) -> bool:
    """Whether all that a selector surely asks for may stand on a page."""
    if any(unused in selector for unused in _UNUSED):
        return False
    asked = _NAMED.findall(_SETS_FREE.sub("", selector))
    return all(word in words for names in asked for word in names if word)


def _lighter(head: str, body: str | None, referred: set[str]) -> Iterator[str]:
    if body is None:
        yield f"{head};"
    elif "{" in body or head.startswith("@"):
        yield f"{head}{{{body}}}"
    else:
        said = [one.head for one in rules(f"{body.rstrip(';')};")]
        left = [one for one in said if _is_needed(one, referred)]
        if left:
            yield f"{head}{{{';'.join(left)}}}"


def _is_needed(declaration: str, referred: set[str]) -> bool:
    return not declaration.startswith("--") or declaration.partition(":")[0] in referred


def _of_theme(environment: Environment) -> str:
    found = sorted(
        path
        for folder in environment.loader.searchpath  # type: ignore[union-attr]
        for path in (Path(folder) / "assets").glob(_THEMES_OWN)
    )
    if not found:
        raise SettingsError(_("Lembar gaya tema tidak ditemukan."))
    return re.sub(r"/\*.*?\*/", "", found[0].read_text(encoding="utf-8"), flags=re.DOTALL)


def _words(environment: Environment, content: Path) -> Iterator[str]:
    """Give every word that stands in a template, a script or a Markdown page of the site."""
    own = [*THEME.rglob("*.html"), *THEME.rglob("*.js"), *rendering.TEMPLATES.glob("*.html")]
    for file in (*own, *content.rglob("*.md")):
        yield from _WORD.findall(file.read_text(encoding="utf-8"))
    for source in reached(environment).values():
        yield from _WORD.findall(source)


def reached(environment: Environment) -> dict[str, str]:
    """Give our theme's templates and all they can ever include: the source of each by its name."""
    seen: dict[str, str] = {}
    waiting = [file.relative_to(THEME).as_posix() for file in THEME.rglob("*.html")]
    while waiting:
        name = waiting.pop()
        if name in seen or name.startswith("."):
            continue
        source = environment.loader.get_source(environment, name)[0]  # type: ignore[union-attr]
        waiting += filter(None, meta.find_referenced_templates(environment.parse(source)))
        seen[name] = source
    return seen
