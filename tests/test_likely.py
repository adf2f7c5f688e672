"""What is passed over at a glance holds nothing that the search would find."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.privacy import (
    IDENTIFIERS,
    Allowed,
    contacts,
    likely_among,
    may_identify,
    numbers,
    papers,
    search,
)
from generator.privacy.view import text_of, view_of

TEXTS = Path(__file__).parent / "privacy"
NOBODY = Allowed()

LABELLED = [
    (line.partition(" | ")[2] or line).replace("\\n", "\n")
    for name in ("blocked.txt", "passed.txt")
    for line in (TEXTS / name).read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PIECES = re.findall(r"\w+|\W+", " ".join(LABELLED))
WORDS = sorted(
    numbers.OF_NUMBERS | numbers.DIGIT_WORDS | contacts.TRIGGERS | contacts.OF_LINKS
    | papers.PLATE_WORDS | papers.REPORTS
    | {"derajat", "paspor", "dobel", "laporan polisi", "a.n", "bank x"}
)  # fmt: skip
SIGNS = [
    *"0123456789 .,-/+@°ºOoIlSBZ|&;%\\\n:()[]{}#ABbd",
    *("&#48;", "&#x2d;", "%30", r"\u0030", r"\x38", "０", "٣", "\u200b", "·", "…", "K", "é", "İ"),
    *("wa.me/", "https://x.com/", "google.co.id/maps", "///", "../", "2024-03-01", "08", "16.30"),
    *(" at ", " dot ", "dobel ", "RT 02", "Rp1.200.000", "?subject=", "tag:", "ktp-nya", "B 1"),
]


def encoded(texts: list[str]) -> list[bytes]:
    return [text.encode() for text in texts]


def is_overlooked(text: str) -> bool:
    return not may_identify(text) and search(text, NOBODY, IDENTIFIERS) != []


@pytest.mark.parametrize("kind", ["as it is", "in a long text"])
def test_no_labelled_text_is_overlooked(kind: str) -> None:
    around = "{}" if kind == "as it is" else "Warga bertanya kapan.\n{}\nPolsek menjawab."
    assert [text for text in LABELLED if is_overlooked(around.format(text))] == []


def test_most_plain_texts_are_passed_over() -> None:
    """It would be of no use if it let everything through."""
    plain = [
        "Lampu jalan padam di depan balai desa sejak 12 Maret 2024.",
        "sesi/polsek-rekaan/2024-03-01/#lampu-jalan",
        "Jumat, 15 Oktober 2021, pukul 13.30 sampai 15.00 WIB · Polsek Rekaan",
        "997 sesi, yang terbaru di atas. Halaman 1 dari 20.",
        "https://kabar-rekaan.example/satuan/polsek-rekaan/",
        "2024-03-01",
    ]
    assert [text for text in plain if may_identify(text)] == []


TEXT = st.lists(st.sampled_from([*SIGNS, *WORDS, *PIECES]) | st.text(max_size=3), max_size=16)


@settings(max_examples=1500)
@given(TEXT.map("".join))
@example("-6.1234," + " " * 20 + "106.1234")
@example("Koordinat\n-7,5")
@example("B1234567")
@example("satu dua tiga\nempat lima, enam tujuh")
def test_nothing_put_together_of_what_matters_is_overlooked(text: str) -> None:
    assert not is_overlooked(text)


def test_nothing_changed_in_a_labelled_text_is_overlooked() -> None:
    chance = random.Random(20240601)
    for _round in range(6000):
        letters = list(chance.choice(LABELLED))
        for _change in range(chance.randint(1, 4)):
            place = chance.randrange(len(letters) + 1)
            letters[place : place + chance.randint(0, 3)] = chance.choice([*SIGNS, *WORDS])
        assert not is_overlooked("".join(letters)), "".join(letters)


@pytest.mark.parametrize("word", WORDS)
def test_every_word_that_makes_a_number_one_of_somebody_is_known(word: str) -> None:
    for digits in ("12345", "0812345", "20 30 40", "1.234", "45678"):
        for text in (
            f"{word} {digits}",
            f"{word}: {digits}",
            f"{digits} {word}",
            f"{word}{digits}",
        ):
            assert not is_overlooked(text), text


@settings(max_examples=500)
@given(st.lists(TEXT.map("".join) | st.sampled_from(LABELLED) | st.text(), max_size=8))
@example(["2024-03-01", "9"])
@example(["lapan", "nol nol nol nol nol"])
@example(["a\0b", "081234567891"])
@example([])
def test_many_texts_side_by_side_are_told_as_each_by_itself(texts: list[str]) -> None:
    assert sorted(likely_among(encoded(texts))) == sorted(filter(may_identify, texts))


ADDRESSES = (
    "wa.me/x t.me/x telegram.me/x chat.whatsapp.com/x api.whatsapp.com/x line.me/x m.me/x"
    " www.facebook.com/x fb.net/x instagram.me/x x.com/x youtu.be/x linktr.ee/x fb.watch/x"
    " maps.app.goo.glx/x goo.gl/mapsx google.co.id/maps/x www.google.com/maps/x maps.google.x/x"
    " maps.apple.com/x waze.com/x openstreetmap.org/x osm.org/x share.here.com/x"
    " what3words.com/x w3w.co/x g.co/kgs/x plus.codes/x ///a.b.c"
).split()


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_told_by_its_words_and_signs_alone(address: str) -> None:
    for text in (address, f"https://{address}/y", f"Lihat {address.upper()}."):
        assert search(text, NOBODY, IDENTIFIERS)
        assert list(likely_among(encoded(["kata", text, "kata"]))) == [text]


def test_labelled_texts_side_by_side_are_told_as_each_by_itself() -> None:
    told = list(likely_among(encoded(LABELLED)))
    assert told == [text for text in LABELLED if may_identify(text)]
    assert 100 < len(told) < len(LABELLED) - 100


@settings(max_examples=1000)
@given(TEXT.map("".join) | st.text())
def test_it_reads_a_text_as_the_search_does(text: str) -> None:
    assert text_of(text) == view_of(text).text
