"""The examples of the officers' guide, as records of a project about a made-up Polsek.

What stands in a block of YAML is meant for the file that is named last before it. A whole record
takes the place of the file; further keys, or one more item of its last list, go below what stands
there; an item whose id is there already takes that item's place.
"""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "content" / "panduan"
FIRST_SESSION, FIRST_OUTCOME, SETTINGS = "sesi-pertama.md", "kabar-pertama.md", "setelan.md"
MARK = "# contoh rekaan\n"

_BLOCK = re.compile(r"^( *)```yaml\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`(data/[\w./-]+\.yml)`")
_ITEM = re.compile(r"(?: {2})?- id: (?P<id>[\w-]+)\n")
_WHOLE = ("Berkas `", "Berkas\n`")

UNITS = {
    "polda-contoh": "nama: Polda Contoh\ntingkat: polda\ninduk: mabes-polri\nzona: WIB\n"
    "wilayah:\n  provinsi: Provinsi Contoh\n",
    "polres-contoh": "nama: Polres Contoh\ntingkat: polres\ninduk: polda-contoh\nzona: WIB\n"
    "wilayah:\n  provinsi: Provinsi Contoh\n  kabupaten: Kabupaten Contoh\n",
}
"""The units above Polsek Contoh, which the guide has no need to show."""
SHARED = ("programs", "themes.yml", "reasons.yml", "units/mabes-polri.yml")
"""What the guide takes from the project as it is."""


class Example(NamedTuple):
    """A block of YAML: the page it stands on, its line, the file it is meant for, and its text."""

    page: str
    line: int
    file: str
    text: str
    is_whole: bool


def examples(page: Path) -> list[Example]:
    """Give the examples of a page, in their order; `file` is "" where none is named before it."""
    text = page.read_text(encoding="utf-8")
    found, end = [], 0
    for block in _BLOCK.finditer(text):
        paragraph = text[end : block.start()].rstrip().rpartition("\n\n")[2]
        named = list(_FILE.finditer(paragraph))
        found.append(
            Example(
                page.name,
                text.count("\n", 0, block.start()) + 1,
                named[-1][1] if named else "",
                dedent(block[2]) if block[1] else block[2],
                any(mark in paragraph for mark in _WHOLE),
            )
        )
        end = block.end()
    return found


def put(example: Example, root: Path) -> None:
    """Write an example into a project."""
    file = root / example.file
    before = "" if example.is_whole else file.read_text(encoding="utf-8")
    body = example.text.removeprefix(MARK)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_with_item(before, body) or before + body, encoding="utf-8")


def practice(root: Path, pages: Iterable[str] = (FIRST_SESSION,)) -> Path:
    """Write the project the guide tells of into a folder, as it is after these pages."""
    (root / "data" / "units").mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "content").mkdir()
    for name in SHARED:
        source, target = ROOT / "data" / name, root / "data" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    for key, text in UNITS.items():
        (root / "data" / "units" / f"{key}.yml").write_text(text, encoding="utf-8")
    for page in (SETTINGS, *pages):
        for example in examples(GUIDE / page):
            put(example, root)
    return root


def _with_item(before: str, body: str) -> str:
    """Give a record in which an item stands in the place of the one with its id; "" without it."""
    item = _ITEM.match(body)
    if item is None:
        return ""
    here = rf"(?ms)^  - id: {item['id']}\n.*?(?=^  - id: |^\w|\Z)"
    new, count = re.subn(here, lambda _found: f"{body.rstrip()}\n\n", before)
    return new if count else ""
