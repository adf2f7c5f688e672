"""What is judged together, and passed over at a glance, holds nothing that is found one by one."""

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from test_likely import LABELLED
from test_site_scan import NOBODY, PLACES, SIGNED, page

from generator import site_scan
from generator.privacy import IDENTIFIERS, search
from generator.site_scan.markup import Unknown
from generator.site_scan.texts import texts_of

TAGS = (
    "<b>",
    "</b>",
    "<span class=x>",
    "<wbr>",
    "<p>",
    "<!-- x -->",
    '<time datetime="2024-05-10">',
)
ODD = (
    "\u200b",
    "\0",
    "\x03",
    "·",
    "…",
    "“",
    "¶",
    "&amp;",
    "\\,",
    "&amp;body=",
    "+0",
    "\n<i>",
    "\n<p>",
)
NUMBERS = (
    *("081234567891", "3273014507900001", "B 1234 XYZ", "budi.s@contoh.test", "@budisantoso99"),
    *("wa.me/6281234567891", "instagram.com/budi.s", "-7.2575, 112.7521", "6P5G2QPX+9R"),
    *("noldelapansatuduatigaempatlima", "LP/B/12/2024/SPKT", "ig: budi.s", "plat B 12 C"),
    *("telp 512345", "paspor X1234567", "7°15'30 LS", "O8l2 345B 7B9O"),
)


def split(chance: random.Random, said: str) -> str:
    return "".join(one + chance.choice(TAGS) if chance.random() < 0.2 else one for one in said)


def entities(chance: random.Random, said: str) -> str:
    return "".join(f"&#{ord(one)};" if chance.random() < 0.4 else one for one in said)


def full_width(chance: random.Random, said: str) -> str:
    return "".join(
        chr(ord(one) + 0xFEE0) if one.isdigit() and chance.random() < 0.5 else one for one in said
    )


def odd(chance: random.Random, said: str) -> str:
    place = chance.randrange(len(said) + 1)
    return said[:place] + chance.choice(ODD) + said[place:]


HIDDEN: tuple[Callable[[random.Random, str], str], ...] = (
    *(split, entities, full_width, odd, odd),
    lambda _chance, said: quote(said),
    lambda _chance, said: said,
)
BODY = """
<ul>
<li class="kb-line"><a href="../../sesi/polsek-rekaan/2024-03-01/#lampu-jalan" title="Lampu">Lampu
<b>jalan</b> padam</a> <time datetime="2024-03-01">1 Maret 2024</time></li>
<p>Jumat, 15 Oktober 2021, pukul 13.30 sampai 15.00 WIB · Polsek Rekaan, 26 orang…</p>
<a href="https://wa.me/?text=Disampaikan%20pada%209%20Oktober%202023%3A%20%E2%80%9CLampu%E2%80%9D">
<svg viewBox="0 0 16 16"><title>Lampu</title><path d="M5.6 2.3a6.2 6.2 0 0 1 4.8 0"/></svg></a>
</ul>
"""
CALENDAR = "BEGIN:VEVENT\r\nDTSTART:20240301T090000\r\nSUMMARY:Lampu jalan\\, 1 Maret 2024\r\n"
FEED = "<feed><title>Lampu</title><content>&lt;p&gt;Lampu 1 Maret 2024&lt;/p&gt;</content></feed>"
WORDS = "Lampu jalan padam sejak 12 Maret 2024 di RT 02. Warga minta dua lampu."


def planted(chance: random.Random) -> tuple[str, bytes]:
    """A file of some kind, with something in it at a place that nobody chose."""
    said = chance.choice(chance.choice((NUMBERS, NUMBERS, LABELLED)))
    for _time in range(chance.randint(0, 2)):
        said = chance.choice(HIDDEN)(chance, said)
    name, text = chance.choice(
        [
            *[("a.html", page(body=BODY))] * 4,
            *(("a.xml", FEED), ("a.ics", CALENDAR), ("a.pf_fragment", WORDS)),
        ]
    )
    place = chance.randrange(len(text) + 1)
    text = f"{text[:place]}{chance.choice((' ', ''))}{said}{text[place:]}"
    if name != "a.pf_fragment":
        return name, text.encode(errors="ignore")
    return name, gzip.compress(SIGNED + json.dumps({"content": text, "word_count": 9}).encode())


def is_found_alone(name: str, content: bytes) -> bool:
    """Whether every text of a file, looked at by itself, would keep it from being published."""
    try:
        texts = map(bytes.decode, texts_of(name, content))
        return any(search(text, NOBODY, IDENTIFIERS) for text in texts)
    except Unknown:
        return True


def test_wherever_it_is_hidden_it_is_found_as_if_every_text_were_searched(tmp_path: Path) -> None:
    chance = random.Random(20240601)
    site, alone = tmp_path / "site", set[str]()
    names = set[str]()
    for number in range(400):
        kind, content = planted(chance)
        name = f"{number:03}/{kind}"
        (site / name).parent.mkdir(parents=True)
        (site / name).write_bytes(content)
        names.add(name)
        if is_found_alone(name, content):
            alone.add(f"site/{name}")
    made = site_scan.scan(site, NOBODY, work=tmp_path / "w", of_records=frozenset(names))
    assert {one.file for one in made.findings} == alone
    assert 100 < len(alone) < 390


@pytest.mark.parametrize("place", PLACES)
def test_one_file_of_records_among_many_is_found(tmp_path: Path, place: str) -> None:
    name, content = PLACES[place]
    site = tmp_path / "site"
    innocent = {f"{number}/index.html": page(body=f"<p>{number}</p>") for number in range(5)}
    files = {
        name: content,
        **{f"{way}{one}": said for way in "1z" for one, said in innocent.items()},
    }
    for one, said in files.items():
        (site / one).parent.mkdir(parents=True, exist_ok=True)
        (site / one).write_bytes(said if isinstance(said, bytes) else said.encode())
    made = site_scan.scan(site, NOBODY, work=tmp_path / "w", of_records=frozenset(files))
    assert {one.file for one in made.findings} == {f"site/{name}"}
