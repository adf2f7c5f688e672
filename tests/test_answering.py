"""Residents can answer back to every concern without a server, past the unit too."""

import functools
import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from expected_pages import made_up_archive
from histories import day
from site_pages import SITE, by_name, concern, html_at, links, outcome, session, text
from small_archive import build
from test_followup_properties import LATEST, every_history

from generator import urls
from generator.archive import Matter
from generator.fingerprints import fingerprint
from generator.followup import assess
from generator.model import Commitment, Concern
from generator.page import Page
from generator.press import Printing
from generator.press.sheet import set_in_shell, sheet_of
from generator.shell import EXPECTED, Shell, ShellKey
from generator.status import Status
from generator.views.answering import Answering, answering
from generator.views.catalogue import all_pages
from generator.wording.doors import Door, Topic, doors, topic
from generator.wording.objections import answered

SESSION = "2024-03-01"
ADDRESS = urls.session(f"polsek-rekaan/{SESSION}")
UNIT = (
    "nama: Polsek Rekaan\ntingkat: polsek\ninduk: polres-contoh\nzona: WIB\n"
    "wilayah:\n  kabupaten: Kabupaten Contoh\n  kecamatan: Rekaan\n"
)
ABOVE = (
    "nama: Polres Contoh\ntingkat: polres\ninduk: polda-contoh\nzona: WIB\n"
    "wilayah:\n  kabupaten: Kabupaten Contoh\n"
)
MABES = "nama: Mabes Contoh\ntingkat: mabes\nzona: WIB\n"
REASONS = (
    "menyangkut-petugas:\n  nama: Menyangkut petugas\n  kalimat: Menyebut petugas tertentu.\n"
    "anggaran:\n  nama: Anggaran\n  kalimat: Anggarannya belum tersedia.\n"
    "  langkah: Usulkan lagi tahun depan.\n"
)
THEMES = "pelayanan-polisi:\n  nama: Pelayanan polisi\npatroli:\n  nama: Patroli\n"


def channels(**addresses: str) -> str:
    lines = (f'  - jenis: {kind}\n    alamat: "{at}"\n' for kind, at in addresses.items())
    return f"kanal_resmi:\n{''.join(lines)}"


ALL = channels(WhatsApp="0812-3456-7890", telepon="+62 813 1111 2222", surel="polsek@contoh.go.id")
RICH = {
    "units/polsek-rekaan.yml": UNIT + ALL,
    "units/polres-contoh.yml": ABOVE + channels(WhatsApp="0811 2222 3333", telepon="(0564) 21110"),
    "units/mabes-contoh.yml": MABES + channels(telepon="110"),
    "reasons.yml": REASONS,
    "themes.yml": THEMES,
}
CLAIM = {"outcomes/klaim": outcome(f"{SESSION}#a", "2024-03-20", "selesai")}


NO_FILES: Mapping[str, str] = MappingProxyType({})


def page(
    tmp_path: Path,
    more: str = "",
    *,
    files: Mapping[str, str] = NO_FILES,
    units: Mapping[str, str] = NO_FILES,
) -> str:
    """The page of a session with one concern `a`.

    `files` are further records by kind and stem, `units` registries in the place of the rich ones.
    """
    records = {f"sessions/{SESSION}": session(SESSION, concern("a", more=more)), **files}
    return html_at(build(tmp_path, {**RICH, **units, **by_name(records)}), ADDRESS)


def ways_back(html: str, anchor: str = "a") -> str:
    """The part of a card by which residents answer back."""
    card = html.partition(f' id="{anchor}">')[2].partition("</article>")[0]
    return card.partition('<details class="kb-back">')[2].partition("</details>")[0]


def test_each_link_opens_with_the_address_of_the_concern_and_nothing_else(tmp_path: Path) -> None:
    found = links(ways_back(page(tmp_path)))
    whatsapp, sms, call, mail = found[0], found[1], found[2], found[3]
    here = f"{SITE}{ADDRESS}#a"
    assert urlsplit(whatsapp)[:3] == ("https", "wa.me", "/6281234567890")
    assert parse_qs(urlsplit(whatsapp).query) == {"text": [f"Menanggapi: {here}"]}
    assert sms.startswith("sms:+6281311112222?body=")
    assert unquote(sms.partition("=")[2]) == f"Menanggapi: {here}"
    assert call == "tel:+6281311112222"
    assert urlsplit(mail)[:3] == ("mailto", "", "polsek@contoh.go.id")
    assert parse_qs(urlsplit(mail).query) == {
        "subject": ["Kabar Balik"],
        "body": [f"Menanggapi: {here}"],
    }
    for link in (whatsapp, sms, mail):
        assert re.fullmatch(r"[A-Za-z0-9:/?&=%+@.,_~-]+", link), "percent-encoded"


def test_it_says_where_what_is_sent_goes_and_asks_for_nothing(tmp_path: Path) -> None:
    said = text(ways_back(page(tmp_path)))
    assert "sampai ke polisi beserta nomor Anda, bukan ke situs ini." in said
    assert "Nama tidak perlu disebut." in said
    assert "<form" not in page(tmp_path)
    assert "<input" not in page(tmp_path)


def test_a_short_number_is_only_called(tmp_path: Path) -> None:
    html = page(
        tmp_path,
        units={
            "units/polsek-rekaan.yml": UNIT,
            "units/polres-contoh.yml": ABOVE,
        },
    )
    found = [link for link in links(ways_back(html)) if not link.startswith("https:")]
    assert found == ["tel:110", "tel:137"]
    assert "Telepon 110 (Mabes Contoh)" in text(ways_back(html))


def test_the_nearest_channel_of_each_kind_is_offered(tmp_path: Path) -> None:
    html = page(
        tmp_path, units={"units/polsek-rekaan.yml": UNIT + channels(surel="polsek@contoh.go.id")}
    )
    said = text(ways_back(html))
    assert "Surel polsek@contoh.go.id" in said
    assert "WhatsApp 0811 2222 3333 (Polres Contoh)" in said
    assert "Telepon (0564) 21110 (Polres Contoh)" in said
    assert "SMS" not in said, "a landline takes no messages"
    assert "110 (Mabes" not in said


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", 'a@b.go.id"onclick="x', "@akun", "0812<script>"]
)
def test_an_address_that_is_none_becomes_no_link(tmp_path: Path, address: str) -> None:
    quoted = address.replace('"', '\\"')
    html = page(
        tmp_path,
        units={
            "units/polsek-rekaan.yml": UNIT + channels(WhatsApp=quoted, telepon=quoted),
            "units/polres-contoh.yml": ABOVE + channels(surel=quoted, situs="https://contoh.go.id"),
            "units/mabes-contoh.yml": MABES,
        },
    )
    back = ways_back(html)
    assert [link for link in links(back) if "ombudsman" not in link and "lapor" not in link] == [
        "tel:137"
    ]
    assert "Sampaikan di sesi berikutnya atau kepada Bhabinkamtibmas." in text(back)
    assert "sampai ke polisi" not in text(back), "nothing can be sent"


def test_the_successor_of_a_unit_that_is_gone_hears_of_it(tmp_path: Path) -> None:
    html = page(
        tmp_path,
        units={
            "units/polsek-rekaan.yml": UNIT + "penerus: polsek-khayal\nsampai: 2024-04-01\n",
            "units/polsek-khayal.yml": UNIT.replace("Rekaan", "Khayal")
            + channels(WhatsApp="0812 9999 0000"),
        },
    )
    assert "https://wa.me/6281299990000?text=" in ways_back(html)


def test_the_unit_that_was_asked_hears_of_it(tmp_path: Path) -> None:
    back = ways_back(page(tmp_path, "untuk: polres-contoh"))
    assert links(back)[0].startswith("https://wa.me/6281122223333?")


# Past the unit


@pytest.mark.parametrize("event", ["selesai", "dijawab", "dibenarkan warga"])
def test_every_claimed_ending_can_be_doubted_past_the_unit_too(tmp_path: Path, event: str) -> None:
    more = {"dibenarkan warga": "cara: kunjungan\nditanya: 3\n"}.get(event, "")
    files = {"outcomes/akhir": outcome(f"{SESSION}#a", "2024-03-20", event, more)}
    back = ways_back(page(tmp_path, files=files))
    said = text(back)
    assert said.startswith("Belum benar? Menanggapi ini Sampaikan di sesi berikutnya")
    assert "Sanggahan yang dicatat membuka urusan ini lagi." in said
    assert "Kalau tidak ditanggapi: WhatsApp 0811 2222 3333 (Polres Contoh)." in said
    own, above = (link for link in links(back) if "wa.me" in link)
    assert own.startswith("https://wa.me/6281234567890?text=Belum%20benar%3A%20")
    assert above.startswith("https://wa.me/6281122223333?text=Belum%20benar%3A%20")
    assert unquote(above).endswith(f"{SITE}{ADDRESS}#a")
    assert "Ombudsman RI" in said


def test_where_no_unit_above_has_a_channel_its_page_is_named(tmp_path: Path) -> None:
    html = page(
        tmp_path,
        files=CLAIM,
        units={"units/polres-contoh.yml": ABOVE, "units/mabes-contoh.yml": MABES},
    )
    assert "Kalau tidak ditanggapi: Polres Contoh." in text(ways_back(html))
    assert "../../../satuan/polres-contoh/" in links(ways_back(html))


def test_a_refusal_shows_its_reason_what_residents_can_do_and_how_to_object(tmp_path: Path) -> None:
    refused = outcome(
        f"{SESSION}#a",
        "2024-03-20",
        "tidak dipenuhi",
        "alasan: anggaran\nlangkah_warga: Usulkan lewat musyawarah.\n",
    )
    html = page(tmp_path, files={"outcomes/tolak": refused})
    said = text(html)
    assert "Artinya: Diputuskan bahwa ini tidak akan dikerjakan. Anggarannya belum" in said
    assert "Yang dapat dilakukan warga: Usulkan lewat musyawarah." in said
    assert text(ways_back(html)).startswith("Tidak setuju? Menanggapi ini")
    assert "Tidak%20setuju%3A%20" in ways_back(html)


def test_an_open_concern_is_not_called_untrue(tmp_path: Path) -> None:
    said = text(ways_back(page(tmp_path)))
    assert said.startswith("Menanggapi ini")
    assert "Belum benar" not in said
    assert "Kalau tidak ditanggapi" not in said


# Doors outside


@pytest.mark.parametrize(
    ("more", "names"),
    [
        ("", ["Ombudsman RI", "LAPOR!"]),
        ("kewenangan: instansi lain", ["LAPOR!", "Ombudsman RI"]),
        ("tema: [pelayanan-polisi]", ["Ombudsman RI", "Propam Polri"]),
        ("tema: [patroli]", ["Ombudsman RI", "LAPOR!"]),
    ],
)
def test_the_doors_outside_fit_the_matter(tmp_path: Path, more: str, names: list[str]) -> None:
    assert doors_of(ways_back(page(tmp_path, more))) == names


def test_what_is_kept_back_for_an_officer_leads_to_propam_first(tmp_path: Path) -> None:
    kept = concern("a").replace("isi: Warga minta patroli.", "tahan: menyangkut-petugas")
    files = by_name({f"sessions/{SESSION}": session(SESSION, kept)})
    back = ways_back(html_at(build(tmp_path, RICH | files), ADDRESS))
    assert doors_of(back) == ["Propam Polri", "Ombudsman RI"]


def test_thanks_lead_to_no_complaint(tmp_path: Path) -> None:
    thanks = concern("a").replace("permintaan", "apresiasi")
    files = by_name({f"sessions/{SESSION}": session(SESSION, thanks)})
    back = ways_back(html_at(build(tmp_path, RICH | files), ADDRESS))
    assert doors_of(back) == []
    assert "wa.me" in back


def test_every_topic_has_its_doors_and_every_door_is_in_use() -> None:
    shown = {line.name for about in Topic for line in doors(about)}
    assert len(shown) == len(Door)
    for about in Topic:
        found = doors(about)
        assert len({line.address for line in found}) == len(found) >= 2
        assert all(line.address.startswith("https://") and line.purpose for line in found)


def doors_of(back: str) -> list[str]:
    found = re.findall(r'<a href="https://(?!wa\.me)[^"]*">([^<]*)</a>', back)
    return [unescape(name) for name in found]


# Objections


def test_an_objection_waits_until_it_is_answered(tmp_path: Path) -> None:
    objected = outcome(
        f"{SESSION}#a", "2024-04-01", "disanggah warga", "cara: kunjungan\nditanya: 4\n"
    )
    files = CLAIM | {"outcomes/sanggah": objected}
    html = page(tmp_path, files=files)
    assert "Belum dijawab." in text(html)
    assert "Disanggah warga" in text(html)
    assert "dan menjawab sanggahan warga" in text(html)
    files["outcomes/lagi"] = outcome(f"{SESSION}#a", "2024-04-20")
    html = page(tmp_path, files=files)
    assert "Sudah dijawab pada 20 April 2024." in text(html)
    assert "Belum dijawab." not in text(html)
    assert "menjawab sanggahan warga" not in text(html)


def test_an_objection_to_a_refusal_waits_too(tmp_path: Path) -> None:
    refused = "alasan: anggaran\nlangkah_warga: Usulkan lagi.\n"
    asked = "cara: kunjungan\nditanya: 4\n"
    files = {
        "outcomes/tolak": outcome(f"{SESSION}#a", "2024-03-20", "tidak dipenuhi", refused),
        "outcomes/sanggah": outcome(f"{SESSION}#a", "2024-04-01", "disanggah warga", asked),
    }
    said = text(page(tmp_path, files=files))
    assert "Belum dijawab." in said
    assert "Berikutnya: Polsek Rekaan perlu menjawab sanggahan warga. Harinya tidak" in said
    assert "Yang dapat dilakukan warga: Usulkan lagi." in said
    files["outcomes/jawab"] = outcome(f"{SESSION}#a", "2024-04-20", "dijawab")
    said = text(page(tmp_path, files=files))
    assert "Sudah dijawab pada 20 April 2024." in said
    assert "perlu menjawab sanggahan" not in said
    assert "Tidak dipenuhi" in said


def test_an_objection_waits_exactly_while_the_concern_is_disputed() -> None:
    seen = {True: 0, False: 0}
    for number, given, _made in every_history():
        found = assess(given, day(LATEST))
        said = answered(found)
        # An objection from before its session is a fault, and no site is made of it.
        if said and all(fault.outcome for fault in found.faults):
            waits = said[max(said)] == "Belum dijawab."
            assert waits == found.disputed, number
            assert not waits or all("dijawab" in one for one in said.values())
            seen[waits] += 1
    assert min(seen.values()) > 500


# Every status


def cards() -> Iterator[tuple[Matter, Concern | Commitment]]:
    for matter in made_up_archive().matters.values():
        if isinstance(matter.concern, Concern | Commitment):
            yield matter, matter.concern


def test_every_card_says_what_it_means_what_is_next_and_how_to_answer() -> None:
    pages = functools.cache(functools.partial(html_at, made_up_archive()))
    for matter, _entry in cards():
        html = pages(urls.session(matter.session.id))
        card = html.partition(f' id="{matter.concern.id}">')[2].partition("</article>")[0]
        state = card.partition('<p class="kb-card__state">')[2].partition("</p>")[0]
        assert "<svg" in state, matter.id
        assert text(state), matter.id
        now = text(card.partition('<div class="kb-card__now">')[2])
        assert re.search(r"Artinya: \w.* Berikutnya: \w.*Menanggapi ini", now), matter.id


def test_the_doors_of_every_status_are_those_of_its_topic() -> None:
    found = made_up_archive()
    reached = set()
    for matter, entry in cards():
        if matter.follow_up is None:
            continue
        view = answering(matter, entry, matter.follow_up, found.records.registries)
        assert isinstance(view, Answering)
        expected = doors(topic(entry))
        assert view.doors == (() if matter.follow_up.status is Status.NOTED else expected)
        reached.add(matter.follow_up.status)
    assert len(reached) >= 11


# What it costs


def test_a_card_with_every_channel_grows_by_less_than_a_page_can_bear(tmp_path: Path) -> None:
    html = page(tmp_path, files=CLAIM)
    assert len(ways_back(html).encode()) < 1400, "room for the names of real units"


def test_a_site_that_moves_makes_its_pages_anew(tmp_path: Path) -> None:
    """The links hold the full address, and a page is known by all it holds."""
    files = by_name({f"sessions/{SESSION}": session(SESSION, concern("a"))})
    found = next(one for one in all_pages(build(tmp_path, RICH | files)) if one.address == ADDRESS)
    assert content(found, SITE) == content(found, SITE)
    assert content(found, SITE) != content(found, "https://lain.example/")
    assert fingerprint((found.view(),))


def content(found: Page, site_url: str) -> bytes:
    marks = tuple(mark for mark, times in EXPECTED.items() for _ in range(times))
    shell = Shell(tuple(b"" for _ in range(len(marks) + 1)), marks)
    printing = Printing({ShellKey(found.section, found.depth): shell}, Path(), site_url)
    return set_in_shell(sheet_of(found, printing, "edisi"), printing)
