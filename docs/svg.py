"""A screen of a terminal as a picture: text in SVG, by day and by night."""

import re
from collections.abc import Iterator
from html import escape, unescape

from docs.terminal import WIDTH, Screen, Stretch

CELL, LINE, SIZE, MARGIN = 8.4, 20, 14, 12
"""The width of a letter, the height of a line, the size of the letters and what is left around."""
COLOURS = {
    "red": ("#a3262b", "#ff9d94"),
    "green": ("#14684a", "#8fe0b5"),
    "brown": ("#6a4200", "#ffd78f"),
    "blue": ("#0e4a78", "#addaff"),
    "magenta": ("#7a2a6a", "#f0b4e4"),
    "cyan": ("#0b5a54", "#8fdcd1"),
    "brightblack": ("#5c6669", "#a3aeb2"),
}
"""The colours of a terminal on a light ground and on a dark one; any other is that of the text."""
CLASSES = {"b", "i", *COLOURS}
INK, GROUND = ("#1f2a2d", "#d8dfe1"), ("#f6f5f0", "#1e2527")

_TEXT = re.compile(r'<text x="([\d.]+)" y="(\d+)"[^>]*>(.*?)</text>')


def drawn(screen: Screen, title: str) -> str:
    """Give a screen as SVG; `title` says in a few words what is on it."""
    width, height = MARGIN * 2 + round(WIDTH * CELL), MARGIN * 2 + LINE * len(screen)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<style>{_style(0)}</style>",
            f'<style media="(prefers-color-scheme: dark)">{_style(1)}</style>',
            f'<rect width="{width}" height="{height}" rx="6"/>',
            *_lines(screen),
            "</svg>",
            "",
        )
    )


def text_in(picture: str) -> str:
    """Give the letters of a screen that was drawn."""
    lines: dict[int, str] = {}
    for x, y, words in _TEXT.findall(picture):
        row = (int(y) - MARGIN) // LINE
        column = round((float(x) - MARGIN) / CELL)
        lines[row] = lines.get(row, "").ljust(column) + unescape(words)
    return "\n".join(lines.get(row, "").rstrip() for row in range(max(lines, default=-1) + 1))


def _style(night: int) -> str:
    tones = "".join(f".{name}{{fill:{shades[night]}}}" for name, shades in COLOURS.items())
    return (
        f"rect{{fill:{GROUND[night]}}}"
        f"text{{font:{SIZE}px ui-monospace,Menlo,Consolas,'Liberation Mono',monospace;"
        f"fill:{INK[night]};white-space:pre}}.b{{font-weight:700}}"
        f".i{{text-decoration:underline}}{tones}"
    )


def _lines(screen: Screen) -> Iterator[str]:
    for row, stretches in enumerate(screen):
        for one in stretches:
            if words := one.text.rstrip():
                yield _stretch(one, words, MARGIN + row * LINE + SIZE)


def _stretch(one: Stretch, words: str, y: int) -> str:
    """A few letters, exactly as wide as they are in a terminal, whatever font there is."""
    looks = ("b" if one.is_bold else "", "i" if one.is_inverted else "", one.colour)
    named = " ".join(name for name in looks if name in CLASSES)
    kept = words.lstrip()
    x = MARGIN + (one.column + len(words) - len(kept)) * CELL
    return (
        f'<text x="{x:.1f}" y="{y}" textLength="{len(kept) * CELL:.1f}" '
        f'lengthAdjust="spacingAndGlyphs" class="{named}">{escape(kept, quote=False)}</text>'
    ).replace(' class=""', "")
