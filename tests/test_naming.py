"""Names the program gives by itself say what a thing is, and never who."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import dates, times
from generator.naming import NAMELESS, concern_id, stem
from generator.privacy import Allowed, search
from generator.records.names import complaint


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lampu jalan mati di depan balai desa.", "lampu-jalan-mati"),
        ("Warga berharap patroli ditingkatkan di tempat yang dianggap rawan.", "patroli-rawan"),
        ("Warga bertanya kapan pos polisi dibuka.", "pos-polisi-dibuka"),
        ("Jalan gelap dari balai ke pasar, warga takut lewat.", "jalan-gelap"),
        ("Ada trek-trekan motor setiap malam Minggu.", "trek-trekan-motor"),
        ("Warga minta layanan SIM keliling.", "layanan-sim-keliling"),
        ("KNALPOT BISING PADA MALAM HARI", "knalpot-bising"),
        ("Masyarakat Desa Egon mengeluhkan pencurian ternak.", "pencurian-ternak"),
    ],
)
def test_a_concern_is_named_after_what_it_is_about(text: str, name: str) -> None:
    assert concern_id(text, (), ()) == name


@pytest.mark.parametrize(
    "text",
    [
        "Pak Joko mengeluh jalan gelap.",
        "Tumingan mengeluh jalan gelap.",
        "Jalan gelap di rumah Bu Sumiyati.",
        "Jalan gelap, kata Slamet Riyadi dari RT 02.",
        "Warga bernama tukijan melaporkan jalan gelap; telepon 081234567890.",
    ],
)
def test_nobody_is_named_in_the_name_of_a_concern(text: str) -> None:
    name = concern_id(text, (), ())
    assert name.startswith("jalan-gelap")
    assert not set(name.split("-")) & {
        *("joko", "tumingan", "sumiyati", "slamet", "riyadi", "tukijan"),
    }


def test_where_the_text_says_nothing_the_theme_does() -> None:
    assert concern_id("", ("jalan-dan-lampu", "patroli"), ()) == "jalan-dan-lampu"
    assert concern_id("Ada. 12345", (), ()) == NAMELESS


def test_a_name_is_given_once_whatever_its_case() -> None:
    text = "Lampu jalan mati."
    assert concern_id(text, (), {"Lampu-Jalan-Mati", "lampu-jalan-mati-2"}) == "lampu-jalan-mati-3"


@given(st.text(max_size=300), st.lists(st.text(max_size=80), max_size=2))
def test_any_text_gives_a_fit_and_harmless_name(text: str, themes: list[str]) -> None:
    name = concern_id(text, themes, {"masukan"})
    assert complaint(name) is None
    assert name != "masukan"
    if not themes:
        assert search(name, Allowed()) == []


@pytest.mark.parametrize(
    ("day", "time", "taken", "name"),
    [
        ("2023-10-20", None, (), "2023-10-20"),
        ("20 Oktober 2023", None, (), "2023-10-20"),
        ("2023-10-20?", None, (), "2023-10-20"),
        ("2023-10", None, (), "2023-10"),
        ("2023-10-20/2023-10-21", None, (), "2023-10-20"),
        ("../2023-10-20", None, (), "2023-10-20"),
        ("tidak diketahui", None, (), "tanpa-tanggal"),
        ("2023-10-20", "20.00", ("2023-10-20",), "2023-10-20-malam"),
        ("2023-10-20", "pagi", ("2023-10-20",), "2023-10-20-pagi"),
        ("2023-10-20", None, ("2023-10-20",), "2023-10-20-2"),
        ("2023-10-20", "malam", ("2023-10-20", "2023-10-20-MALAM"), "2023-10-20-malam-2"),
    ],
)
def test_a_record_is_named_after_its_day(
    day: str, time: str | None, taken: tuple[str, ...], name: str
) -> None:
    assert stem(dates.parse(day), times.parse(time) if time else None, taken) == name
