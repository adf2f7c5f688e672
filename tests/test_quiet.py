"""What is passed over line by line holds nothing that all finders would find in the whole text."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.privacy import FINDERS, Allowed, Found, search
from generator.privacy.lines import is_quiet
from generator.privacy.passage import Passage
from generator.privacy.view import view_of

TEXTS = Path(__file__).parent / "privacy"
LETTERS = re.compile("[A-Za-z]+")
NOBODY = Allowed()


def labelled(name: str) -> list[str]:
    written = (TEXTS / name).read_text(encoding="utf-8").splitlines()
    lines = [line for line in written if line and not line.startswith("#")]
    return [(line.partition(" | ")[2] or line).replace("\\n", "\n") for line in lines]


BLOCKED, PASSED = labelled("blocked.txt"), labelled("passed.txt")
KEYS = ("nama", "oleh", "- nama", "penjawab", "keterangan", "isi", "kata", "jabatan", "- judul")
AROUND = [
    *PASSED,
    "tanggal: 2024-03-01", "jumlah: sekitar 30", "  - id: lampu-jalan", "    jenis: permintaan",
    "menjawab: [2024-03-01#lampu, 2024-03-01#balap]", "waktu: 19.30 WIB", "    isi: |",
    "bentuk: mediasi", "    tema: [kdrt]", "  nama: Kantor Desa Rekaan Jaya", 'semula: "60"',
    "  Warga di RW 02 Dusun Krajan minta patroli, atau hubungi 110.", "", "    kata: segera",
]  # fmt: skip


def in_the_whole(text: str) -> Iterator[tuple[int, int]]:
    """Where any finder finds anything when it looks at the whole text at once."""
    view = view_of(text)
    passage = Passage(view.text, NOBODY)
    for find in FINDERS:
        for hit in find(passage):
            yield view.span(hit.start, hit.end)


def overlooked(text: str) -> list[str]:
    """What the whole text shows and the search has not found, nor a part of it."""
    found = search(text, NOBODY)
    return [
        text[start:end]
        for start, end in in_the_whole(text)
        if not any(one.start < end and start < one.end for one in found)
    ]


@pytest.mark.parametrize("key", [None, *KEYS])
def test_nothing_labelled_is_overlooked_behind_any_key(key: str | None) -> None:
    texts = [f"{key}: {text}" if key else text for text in (*BLOCKED, *PASSED)]
    assert {text: left for text in texts if (left := overlooked(text))} == {}


def changed(text: str, chance: random.Random) -> str:
    """Break a text once at a space, write it in other letters, or set it between other lines."""
    match chance.randrange(5):
        case 0 if " " in text and "\n" not in text:
            space = chance.choice([at for at, sign in enumerate(text) if sign == " "])
            return f"{text[:space]}\n      {text[space + 1 :]}"
        case 1:
            return text.upper()
        case 2:
            return text.lower()
        case 3:
            return f"{chance.choice(KEYS)}: {text}"
    return f"{chance.choice(AROUND)}\n{text}\n{chance.choice(AROUND)}"


def test_nothing_is_overlooked_in_whatever_lines_a_text_stands() -> None:
    chance = random.Random(20260601)
    for _round in range(3_000):
        text = changed(changed(chance.choice(BLOCKED), chance), chance)
        assert overlooked(text) == [], text


HOSTS = ("contoh.example", "www.humas.polri.go.id", "t.me", "instagram.com", "goo.gl", "x.com")
WORDS = sorted({word.lower() for text in (*BLOCKED, *PASSED) for word in LETTERS.findall(text)})


def an_address(chance: random.Random) -> str:
    """The line of a source, with days and any words of the labelled texts in its address."""
    parts = [
        chance.choice(
            (
                "-".join(chance.choices(WORDS, k=chance.randint(1, 4))),
                f"20{chance.randint(10, 30)}-{chance.randint(1, 12):02}",
                f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 31):02}",
            )
        )
        for _part in range(chance.randint(0, 4))
    ]
    return f"    url: https://{'/'.join((chance.choice(HOSTS), *parts))}"


def test_nothing_is_overlooked_in_the_address_of_a_source() -> None:
    chance = random.Random(20261122)
    written = [an_address(chance) for _round in range(3_000)]
    assert any(map(is_quiet, written))
    for address in written:
        after = chance.choice(chance.choice((AROUND, BLOCKED)))
        text = f"{chance.choice(AROUND)}\n{address}\n{after}"
        assert overlooked(text) == [], text


def test_what_is_found_does_not_rest_on_what_was_searched_before() -> None:
    text = "Disampaikan oleh Sdr. Bambang Hermanto."
    first: list[Found] = search(text, NOBODY)
    search("Hermanto", NOBODY)
    assert search(text, NOBODY) == first
    assert any(text[one.start : one.end] == "Hermanto" for one in first)


@pytest.mark.parametrize(
    "text",
    [
        "oleh: Bapak Stefanus",
        "kata: pak haji lulung keberatan",
        "kata: warga melaporkan dugaan pencabulan",
        "Disampaikan Mama\n  Yosina di pasar.",
        "Kelani\n  Bendosari minta pupuk.",
        "Anak berusia 12 th ikut balap.",
        "url: https://contoh.example/lp/2026-07-26/2027-04",
    ],
)
def test_what_once_was_passed_over_is_found(text: str) -> None:
    assert search(text, NOBODY)
