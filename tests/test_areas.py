"""Areas: one page for one place, what is counted at each level, and how a village is found."""

import json
import posixpath
import random
import re
import zlib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_pages import all_pages, html_at, html_of, links, section, site, text
from small_archive import build

from bench.areas import villages
from generator import alphabet, archive, gazetteer, records, urls
from generator.alphabet import Branch
from generator.archive import Archive
from generator.areas import Area, spelling
from generator.atlas import Atlas, Reading
from generator.demo import DAY, write_records
from generator.exports import villages as village_files
from generator.figures import tally
from generator.rendering import environment
from generator.views.area_holdings import whole_of_area
from generator.views.holdings import sort_out
from generator.views.paging import MOST

REGENCY = ("Provinsi Contoh", "Kabupaten Contoh")
VILLAGE = urls.area("kabupaten-contoh-rekaan-rekaan-jaya")


def atlas(*areas: Area | tuple[Area, int]) -> Atlas:
    """An atlas of areas, each with the day of a month it was first published."""
    return Atlas(
        Reading(one) if isinstance(one, Area) else Reading(one[0], date(2024, 1, one[1]))
        for one in areas
    )


def at(*names: str) -> Area:
    return Area(*REGENCY, *names)


def sessions(*places: str, unit: str = "polsek-rekaan") -> dict[str, str]:
    """Sessions a day apart, each at places written as YAML."""
    return {
        f"sessions/{unit}/s{number}.yml": (
            f"program: jumat-curhat\nsatuan: {unit}\ntanggal: 2024-03-{number:02}\n"
            f"tempat: {place}\nmasukan: nihil\n"
        )
        for number, place in enumerate(places, 1)
    }


# Names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kumpang Bis", "Desa Kumpang Bis"),
        ("Kumpang Bis", "desa kumpang bis"),
        ("Kumpang Bis", "Ds. Kumpang  Bis"),
        ("Kelurahan Lagoa", "Kel. Lagoa"),
        ("Kelurahan Lagoa", "KELURAHAN LAGOA"),
        ("Sekotong", "Kecamatan Sekotong"),
        ("Sekotong", "Kec. Sekotong"),
        ("Kabupaten Solok", "Kab. Solok"),
        ("Aceh", "Provinsi Aceh"),
    ],
)
def test_one_name_typed_in_two_ways_is_one_area(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Menteng", "Kelurahan Menteng"),
        ("Kabupaten Solok", "Kota Solok"),
        ("Sumber I", "Sumber II"),
        ("Desa", "Kecamatan"),
    ],
)
def test_two_names_stay_two_areas(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)


@pytest.mark.parametrize(
    ("area", "key", "name"),
    [
        (Area("Aceh"), "provinsi-aceh", "Provinsi Aceh"),
        (Area("Provinsi Contoh"), "provinsi-provinsi-contoh", "Provinsi Contoh"),
        (at(), "kabupaten-contoh", "Kabupaten Contoh"),
        (at("Rekaan"), "kabupaten-contoh-rekaan", "Kecamatan Rekaan"),
        (at("Rekaan", "Mekar"), "kabupaten-contoh-rekaan-mekar", "Desa Mekar"),
        (at("Rekaan", "Kel. X"), "kabupaten-contoh-rekaan-kel-x", "Kelurahan X"),
        (at("", "Mekar"), "kabupaten-contoh-desa-mekar", "Desa Mekar"),
        (Area("", "", "Rekaan"), "kecamatan-rekaan", "Kecamatan Rekaan"),
        (Area("Aceh", "", "", "Mekar"), "provinsi-aceh-desa-mekar", "Desa Mekar"),
    ],
)
def test_an_address_is_made_of_names_as_it_always_was(area: Area, key: str, name: str) -> None:
    assert (area.key, area.name) == (key, name)


def test_an_area_lies_in_the_next_wider_one_that_is_known() -> None:
    assert at("Rekaan", "Mekar").line == (
        Area(REGENCY[0]),
        at(),
        at("Rekaan"),
        at("Rekaan", "Mekar"),
    )
    assert at("", "Mekar").parent == at()
    assert Area("", "", "", "Mekar").parent is None
    assert at("", "Mekar").missing == ("kecamatan",)


# One page for one place


def test_the_name_published_first_keeps_its_address_and_the_other_leads_there() -> None:
    found = atlas((at("Rekaan", "Desa Mekar"), 2), (at("Kec. Rekaan", "Mekar"), 9))
    assert found(at("Kec. Rekaan", "Mekar")) == at("Rekaan", "Desa Mekar")
    assert found.aliases == {
        "kabupaten-contoh-kec-rekaan": at("Rekaan"),
        "kabupaten-contoh-kec-rekaan-mekar": at("Rekaan", "Desa Mekar"),
    }


def test_an_address_stays_whatever_is_published_later() -> None:
    before = atlas((at("Indralaya", "Utara"), 2))
    after = atlas((at("Indralaya", "Utara"), 2), (at("Indralaya Utara"), 9))
    assert before(at("Indralaya", "Utara")) == after(at("Indralaya", "Utara"))
    other = after(at("Indralaya Utara"))
    assert (other.name, other.key) == (
        "Kecamatan Indralaya Utara",
        "kabupaten-contoh-kecamatan-indralaya-utara",
    )


def test_namesakes_in_two_districts_are_two_areas() -> None:
    found = atlas(at("Rekaan", "Mekar"), at("Khayal", "Mekar"))
    assert found(at("Rekaan", "Mekar")) != found(at("Khayal", "Mekar"))


def test_a_regency_lies_in_one_province_even_where_a_record_does_not_say_which() -> None:
    found = atlas(
        at("Rekaan"), at(), Area("", "Kabupaten Contoh", "Khayal"), Area("Lain", REGENCY[1])
    )
    assert found(Area("", "Kabupaten Contoh", "Khayal")) == at("Khayal")
    assert found(Area("Lain", REGENCY[1])) == at()
    assert found.aliases == {"provinsi-lain": Area(REGENCY[0])}


names = st.sampled_from(["", "Mekar", "Desa Mekar", "mekar", "Mekar Jaya", "Jaya", "Kel. Jaya"])
typed = st.builds(
    Area,
    st.sampled_from(["", "Aceh", "Provinsi Aceh", "Bali"]),
    st.sampled_from(["", "Kabupaten A", "Kab. A", "Kota A"]),
    names,
    names,
).filter(lambda one: any(one.names))


@given(st.lists(st.tuples(typed, st.integers(1, 28)), min_size=1))
def test_every_area_has_an_address_of_its_own_and_lies_in_areas_there_are(
    read: list[tuple[Area, int]],
) -> None:
    found = atlas(*read)
    lines = {found(one).line for one, _day in read}
    areas = {one for line in lines for one in line}
    assert len({one.key for one in areas}) == len(areas)
    assert not {one.key for one in areas} & set(found.aliases)
    assert all(found(one) == one for one in areas)
    assert found.aliases.keys() | {one.key for one in areas} >= {one.key for one, _day in read}
    again = atlas(*reversed(read))
    assert [again(one) for one, _day in read] == [found(one) for one, _day in read]


def test_the_other_spelling_of_a_published_address_leads_to_the_page(tmp_path: Path) -> None:
    found = build(tmp_path, sessions("{desa: Rekaan Jaya}", "{desa: Desa Rekaan Jaya}"))
    assert len(found.by_area["kabupaten-contoh-rekaan-rekaan-jaya"]) == 2
    moved = all_pages(found)[urls.area("kabupaten-contoh-rekaan-desa-rekaan-jaya")]
    assert not moved.head.is_listed
    assert f"../../{VILLAGE}" in links(html_of(moved))


# What is not known of where a place lies


def test_a_village_whose_district_is_not_known_lies_in_its_regency(tmp_path: Path) -> None:
    found = build(tmp_path, sessions("{desa: Mekar}", unit="polres-contoh"))
    regency = section(html_at(found, urls.area("kabupaten-contoh")), "wilayah")
    assert "Desa Mekar 1 sesi; kecamatannya belum tercatat" in text(regency)
    village = html_at(found, urls.area("kabupaten-contoh-desa-mekar"))
    assert "Catatan sesinya tidak menyebut kecamatan tempat ini" in text(village)


def test_what_lies_in_no_known_province_is_listed_apart(tmp_path: Path) -> None:
    found = build(tmp_path, sessions("{desa: Mekar, kecamatan: Jauh}", unit="mabes-contoh"))
    pages = site(found)
    assert f"../{urls.AREAS_INCOMPLETE}" in links(pages[urls.AREAS])
    listed = pages[urls.AREAS_INCOMPLETE]
    assert f"../../{urls.area('kecamatan-jauh')}" in links(listed)
    assert "kabupaten atau kotanya dan provinsinya belum tercatat" in text(listed)


# What is counted at each level


def random_places(chance: random.Random) -> str:
    """One to three places: some whole, some without a village, some in another regency."""
    pool = (
        *(f"{{kecamatan: {one}, desa: {two}}}" for one in ("Rekaan", "Khayal") for two in "ABC"),
        *("{kecamatan: Rekaan}", "{kecamatan: Kec. Khayal, desa: Desa A}", "{desa: Z}"),
        *("{kabupaten: Kabupaten Seberang, kecamatan: Sana, desa: A}", "{kabupaten: Kota Lain}"),
    )
    return f"[{', '.join(chance.sample(pool, chance.randint(1, 3)))}]"


def random_archive(folder: Path, seed: int) -> Archive:
    chance = random.Random(seed)
    endings = ("", "selesai", "dijawab", "tidak dipenuhi", "dikerjakan")
    files: dict[str, str] = {}
    for number in range(1, 25):
        listed = "".join(
            f"\n  - id: m{each}\n    jenis: permintaan\n    isi: Minta.\n"
            for each in range(chance.randint(1, 3))
        )
        files[f"sessions/polres-contoh/s{number}.yml"] = (
            f"program: jumat-curhat\nsatuan: polres-contoh\ntanggal: 2024-03-{number:02}\n"
            f"tempat: {random_places(chance)}\nmasukan: {listed}"
        )
        if ending := chance.choice(endings):
            more = "alasan: anggaran\nlangkah_warga: Tanya.\n" if ending == "tidak dipenuhi" else ""
            files[f"outcomes/polres-contoh/k{number}.yml"] = (
                f"menjawab: s{number}#m0\ntanggal: 2024-04-01\nkejadian: {ending}\n"
                f"uraian: Ada.\n{more}"
            )
    return build(folder, files)


@pytest.mark.parametrize("seed", range(6))
def test_each_level_counts_every_concern_below_it_once(tmp_path: Path, seed: int) -> None:
    found = random_archive(tmp_path, seed)
    holdings = sort_out(found)
    below: dict[str, set[str]] = {key: set() for key in found.areas}
    for one in found.sessions:
        for area in found.areas_of[one.id]:
            below[area.key] |= {matter.id for matter in found.matters_of.get(one.id, ())}
    for key, area in found.areas.items():
        held = holdings.by_area[key]
        whole = whole_of_area(found, key, is_wide=held.is_wide)
        assert whole.tally == tally(found.matters[one] for one in sorted(below[key]))
        owed = [one.id for one in held.owed]
        assert len(owed) == len(set(owed))
        assert set(owed) <= below[key]
        if area.parent:
            assert below[key] <= below[area.parent.key]


def test_the_figures_on_a_page_are_those_of_all_within_it(tmp_path: Path) -> None:
    found = random_archive(tmp_path, seed=1)
    for key in ("provinsi-provinsi-contoh", "kabupaten-contoh", "kabupaten-contoh-rekaan"):
        asked = whole_of_area(found, key, is_wide=True).tally.asked
        said = section(html_at(found, urls.area(key)), "keadaan")
        assert f"Tercatat {asked} hal" in text(said)


def test_what_is_owed_and_not_shown_has_a_list_of_its_own(tmp_path: Path) -> None:
    found = random_archive(tmp_path, seed=2)
    owed = sort_out(found).by_area["kabupaten-contoh"].owed
    assert len(owed) > 5
    page = html_at(found, urls.area("kabupaten-contoh"))
    assert f"Masih ada {len(owed) - 5} hal lagi yang ditunggu." in text(section(page, "ditunggu"))
    listed = html_at(found, urls.area_waiting("kabupaten-contoh"))
    assert f"{len(owed)} hal" in text(listed)


def test_an_area_nobody_came_to_says_so_and_who_serves_it(tmp_path: Path) -> None:
    channel = "kanal_resmi:\n  - jenis: telepon\n    alamat: '110'\n"
    name = "units/polsek-khayal.yml"
    unit = (
        "nama: Polsek Khayal\ntingkat: polsek\ninduk: polres-contoh\nzona: WIB\nwilayah:\n"
        "  provinsi: Provinsi Contoh\n  kabupaten: Kabupaten Contoh\n  kecamatan: Khayal\n"
    )
    found = build(tmp_path, {**sessions("{desa: Rekaan Jaya}"), name: unit + channel})
    html = html_at(found, urls.area("kabupaten-contoh-khayal"))
    assert "Belum ada sesi di Kecamatan Khayal" in text(html)
    assert "Polsek Khayal" in text(section(html, "polisi"))
    assert "tel:110" in links(html)
    regency = html_at(found, urls.area("kabupaten-contoh"))
    within, _, silent = section(regency, "wilayah").partition("Belum ada sesi yang tercatat")
    assert "Kecamatan Rekaan 1 sesi" in text(within)
    assert "Kecamatan Khayal" in text(silent)


# Finding a village


def prefixes(tree: Branch[str]) -> set[str]:
    return {one.prefix for one in tree}


words = st.lists(st.text("abs-", min_size=1, max_size=7), min_size=1, unique=True)


def grown(names: list[str], most: int = 4) -> Branch[str]:
    entries = [(name, name) for name in sorted(names)]
    return alphabet.grow(entries, lambda some: len(some) <= most)


@given(words)
def test_every_name_stands_once_where_its_letters_lead(names: list[str]) -> None:
    tree = grown(names)
    assert Counter(name for one in tree for name in one.things) == Counter(names)
    for branch in tree:
        assert all(name.startswith(branch.prefix) for one in branch for name in one.things)
        assert branch.count == sum(len(one.things) for one in branch)
        assert len(branch.things) + len(branch.below) <= 4 + 1


@given(words, words)
def test_letters_lead_where_they_did_however_many_names_come(
    names: list[str], more: list[str]
) -> None:
    assert prefixes(grown(names)) <= prefixes(grown(list({*names, *more})))


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive with more villages than stand on a page."""
    folder = tmp_path_factory.mktemp("besar")
    write_records(folder / "data", 600, seed=7)
    return archive.build(records.read(folder, folder / "data").records, DAY)


def reached(pages: Mapping[str, str], start: str, within: str) -> set[str]:
    """Every address to be reached by links from a page, over pages whose address begins so."""
    found, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for href in links(pages[here]):
            target = posixpath.normpath(posixpath.join("/", here, href.partition("#")[0]))
            address = f"{target.strip('/')}/"
            if address in pages and address not in found:
                found.add(address)
                if re.match(within, address):
                    waiting.append(address)
    return found


def test_every_village_is_reached_by_its_letters_and_from_its_province(big: Archive) -> None:
    pages = site(big)
    wanted = {urls.area(key) for key, one in big.areas.items() if one.village}
    assert len(wanted) > MOST
    assert wanted <= reached(pages, urls.villages(), f"{urls.AREAS}abjad/")
    from_the_top = reached(pages, urls.AREAS, f"{urls.AREAS}(provinsi|kabupaten)")
    assert wanted <= from_the_top
    assert urls.villages() in from_the_top


def files(found: Archive) -> dict[str, object]:
    return {one.address: json.loads(one.content()) for one in village_files.files(found)}


def test_every_village_is_in_the_one_file_its_letters_lead_to(big: Archive) -> None:
    made = files(big)
    index = made.pop(urls.VILLAGE_FILE_INDEX)
    assert isinstance(index, list)
    for beginning, count in index:
        entries = made[urls.village_file(beginning)]
        assert isinstance(entries, list)
        assert len(entries) == count
        assert all(one[0].startswith(beginning) for one in entries)
    listed = {one[3] for each in made.values() if isinstance(each, list) for one in each}
    assert listed == {key for key, one in big.areas.items() if one.village}
    assert len(made) == len(index)


def test_a_village_is_listed_under_its_name_without_the_word_before_it() -> None:
    assert gazetteer.words_of(at("Rekaan", "Kel. Menteng")) == (
        "menteng--rekaan--kabupaten-contoh--contoh",
    )
    beginnings = [one.partition("--")[0] for one in gazetteer.words_of(at("R", "Nagari Surian"))]
    assert beginnings == ["surian", "nagari-surian"]
    assert gazetteer.said("sukamaju--ban") == "Sukamaju, ban…"


def test_pieces_stay_small_with_very_many_villages() -> None:
    listing = gazetteer.listing(villages(20_000, seed=1))
    tree = alphabet.grow(listing, lambda entries: len(entries) <= MOST)
    assert max(len(one.things) + len(one.below) for one in tree) <= MOST
    sizes = [len(zlib.compress(one.content(), 1)) for one in village_files.files_of(listing)]
    assert max(sizes) <= 10_000
    assert len(sizes) > 50


def test_without_any_village_nothing_is_offered(tmp_path: Path) -> None:
    found = build(tmp_path, {})
    assert list(village_files.files(found)) == []
    html = html_at(found, urls.AREAS)
    assert "<form" not in html
    assert "Belum ada desa" in text(html)


def test_a_village_that_is_not_there_is_spoken_of_plainly(tmp_path: Path) -> None:
    html = html_at(build(tmp_path, sessions("{desa: Rekaan Jaya}")), urls.AREAS)
    said = text(section(html, "tidak-ada"))
    assert "belum ada sesi di desa Anda yang catatannya terbit" in said
    assert "Bhabinkamtibmas" in said


def test_any_page_can_ask_for_a_village_with_a_plain_form() -> None:
    html = (
        environment()
        .from_string('{% import "_find_village.html" as find %}{{ find.form(base) }}')
        .render(base="../../")
    )
    assert f'action="../../{urls.AREAS}#desa" method="get"' in html
    assert 'name="q"' in html
    assert "data-" not in html


def test_only_the_page_that_finds_villages_asks_for_the_script(big: Archive) -> None:
    asking = [address for address, html in site(big).items() if "wilayah.js" in html]
    assert asking == [urls.AREAS]
