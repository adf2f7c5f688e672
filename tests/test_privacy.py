"""Whoever is pointed to in a text is found, in whatever disguise, and nobody is told who it was."""

import random
import re
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Unit
from generator.privacy import Found, Kind, Level, allowances, message, search
from generator.records.kinds import Kind as RecordKind
from generator.records.kinds import validate

TEXTS = Path(__file__).parent / "privacy"
NOTHING = allowances([])

# What the search does not find, or finds without cause: each by name, until it does.
MISSED = {
    "plat nomornya AG tiga ribu",
    "B 1 RI",
    "Kepala dusun Marjuki menyampaikan aspirasi.",  # or a hamlet of that name
    "warung milik Cak Man di Gang Buntu 4",  # or a school: MAN
}
FALSE_ALARMS: set[str] = set()


def lines(name: str) -> list[str]:
    text = (TEXTS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


BLOCKED = [
    (kind, text) for kind, _bar, text in (line.partition(" | ") for line in lines("blocked.txt"))
]
PASSED = lines("passed.txt")


def found(text: str) -> list[Found]:
    return search(text.replace("\\n", "\n"), NOTHING)


def test_the_labelled_texts_are_many_and_different() -> None:
    assert len({text for _kind, text in BLOCKED}) == len(BLOCKED) >= 150
    assert len(set(PASSED)) == len(PASSED) >= 100
    assert {kind for kind, _text in BLOCKED} == set(Kind)


def test_what_is_missed_is_known_by_name_and_at_most_three_in_a_hundred() -> None:
    missed = {text for _kind, text in BLOCKED if not found(text)}
    assert missed == MISSED
    assert len(missed) <= 0.03 * len(BLOCKED)


def test_what_is_stopped_without_cause_is_known_by_name_and_at_most_two_in_a_hundred() -> None:
    stopped = {text for text in PASSED if found(text)}
    assert stopped == FALSE_ALARMS
    assert len(stopped) <= 0.02 * len(PASSED)


def test_it_is_mostly_told_for_what_it_is() -> None:
    right = [kind in {one.kind for one in found(text)} for kind, text in BLOCKED]
    assert sum(right) >= 0.95 * len(BLOCKED)


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_a_sentence_that_says_what_to_do(kind: Kind) -> None:
    said = message(Found(kind, Level.BLOCKS, 0, 1))
    assert re.search(r"\b(hapus|tulis|arahkan|minta)\b", said)
    assert not re.search(r"\d{4}", said)


def unit(**channels: str) -> Unit:
    return validate(
        RecordKind.UNIT,
        {
            "nama": "Polsek Contoh",
            "tingkat": "mabes",
            "zona": "WIB",
            "kanal_resmi": [
                {"jenis": kind, "alamat": address} for kind, address in channels.items()
            ],
        },
    )  # type: ignore[return-value]


REGISTERED = allowances(
    [
        unit(
            telepon="(0274) 561234",
            WhatsApp="0812-3456-7890",
            akun="@polsek.contoh",
            surel="lapor@contoh.id",
        )
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "Telepon (0274) 561234 dijaga 24 jam.",
        "WA +62 812 3456 7890",
        "nomor 081234567890",
        "akun @polsek.contoh",
        "surel lapor@contoh.id",
        "surel siapa@saja.polri.go.id",
        "Hubungi 110 atau 112.",
    ],
)
def test_what_the_units_have_registered_may_stand(text: str) -> None:
    assert search(text, REGISTERED) == []


@pytest.mark.parametrize(
    "text",
    ["WA 0812-3456-7891", "akun @polsek.contoh2", "lapor@contoh.id.tipu.com", "110 0812 3456 7891"],
)
def test_what_only_looks_registered_may_not(text: str) -> None:
    assert search(text, REGISTERED)


def test_an_officer_of_the_record_may_be_named_in_it_and_nobody_else() -> None:
    allowed = NOTHING.with_names(["Dian Jumes Putra"])
    assert search("AKP Dian Jumes Putra dan Iptu Dian datang.", allowed) == []
    assert search("AKP Dian Jumes Putra dan Iptu Gunawan datang.", allowed)


# A canary: somebody who does not exist, in every disguise, anywhere.

NIK, PHONE = "3578034107910006", "085712349876"
WORDS = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()


def spaced(digits: str, draw: random.Random) -> str:
    gap = draw.choice([" ", "-", ".", " - ", "  ", "_", "*", " . ", "\u200b", "\u00a0", "\n      "])
    size = draw.choice([1, 2, 4])
    return gap.join(digits[start : start + size] for start in range(0, len(digits), size))


def in_other_digits(digits: str, draw: random.Random) -> str:
    zero = draw.choice([0xFF10, 0x0660, 0x0966, 0x1D7CE, 0x1D7F6])
    return "".join(chr(zero + int(one)) for one in digits)


def as_entities(digits: str, _draw: random.Random) -> str:
    return "".join(f"&#{ord(one)};" for one in digits)


def as_url(digits: str, _draw: random.Random) -> str:
    return "".join(f"%{ord(one):02x}" for one in digits)


def in_words(digits: str, draw: random.Random) -> str:
    return draw.choice([" ", ", ", "-"]).join(WORDS[int(one)] for one in digits)


def with_letters(digits: str, _draw: random.Random) -> str:
    return digits.replace("0", "O", 2).replace("1", "l", 1)


def invisibly(digits: str, draw: random.Random) -> str:
    return draw.choice(["\u200b", "\u2060", "\u00ad", "\u034f"]).join(digits)


def plainly(digits: str, _draw: random.Random) -> str:
    return digits


DISGUISES: list[Callable[[str, random.Random], str]] = [
    plainly, spaced, in_other_digits, as_entities, as_url, in_words, with_letters, invisibly,
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(DISGUISES), st.sampled_from([NIK, PHONE]), st.integers(), st.data())
def test_a_number_is_found_in_every_disguise_and_where_it_stands(
    disguise: Callable[[str, random.Random], str], digits: str, seed: int, data: st.DataObject
) -> None:
    hidden = disguise(digits, random.Random(seed))
    before = data.draw(st.sampled_from(PASSED))
    after = data.draw(st.sampled_from(PASSED))
    text = f"{before}\nLalu {hidden} dicatat.\n{after}"
    start = len(before) + len("\nLalu ")
    end = start + len(hidden)
    places = [(one.start, one.end) for one in search(text, NOTHING)]
    assert any(start <= first < last <= end for first, last in places), text
    assert all(start <= first and last <= end for first, last in places), text


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=400) | st.text(alphabet=string.printable + "०１०٠\u200b&#;%\\@°", max_size=400)
)
def test_no_text_makes_the_search_fail_and_offsets_stay_within(text: str) -> None:
    for one in search(text, NOTHING):
        assert 0 <= one.start < one.end <= len(text)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([text for _kind, text in BLOCKED]), st.sampled_from(PASSED))
def test_the_search_is_pure(text: str, other: str) -> None:
    first = search(text, NOTHING)
    search(other, NOTHING)
    assert search(text, NOTHING) == first


@pytest.mark.parametrize(
    "typed",
    [
        "rumah Pak Haji Mahsun RT 3",
        "rumah Pak Sukirno nomor 12",
        "Pak Mahsun RT 5",
        "Haji Mahsun RT 3",
        "Bu Lastri 2",
        "rumah nomor 17",
    ],
)
@pytest.mark.parametrize("key", ["nama", "oleh", "- nama", "penjawab", "isi"])
def test_a_short_field_hides_nobody_behind_a_number(key: str, typed: str) -> None:
    assert found(f"{key}: {typed}\n")
    assert found(f"tempat:\n  {key}: {typed}\n  desa: Rekaan Jaya\n")


@pytest.mark.parametrize("key", ["nama", "oleh", "- nama", "penjawab", "keterangan", "isi"])
def test_whatever_is_found_is_found_behind_any_key(key: str) -> None:
    single = [text for _kind, text in BLOCKED if "\\n" not in text and found(text)]
    assert [text for text in single if not found(f"{key}: {text}")] == []
