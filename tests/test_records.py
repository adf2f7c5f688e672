"""Everything under data/ is read, or told; nothing is skipped, and nothing raises."""

import os
import pickle
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest
import small_archive

from generator import dates, records
from generator.model import Session
from generator.records import Kind, Reading, Record, cache, reading
from generator.records.names import may_be_personal
from generator.records.packing import UnpackingError, pack, unpack
from generator.text_rules import MAX_BYTES

SESSION = "sessions/polsek-rekaan/2024-03-01.yml"
OUTCOME = "outcomes/polsek-rekaan/2024-03-20.yml"
NIHIL = small_archive.SESSION.partition("masukan:")[0] + "masukan: nihil\n"


def read(root: Path, work: Path | None = None, executor: Executor | None = None) -> Reading:
    return records.read(root, root / "data", work=work, executor=executor)


def told(root: Path) -> list[tuple[str, str]]:
    return [(one.file, one.message) for one in read(root).findings]


def test_every_record_is_read(tmp_path: Path) -> None:
    small_archive.write(tmp_path)
    found = read(tmp_path)
    assert found.findings == ()
    assert found.broken == frozenset()
    assert list(found.records.sessions) == ["polsek-rekaan/2024-03-01"]
    assert list(found.records.outcomes) == ["polsek-rekaan/2024-03-20"]
    registries = found.records.registries
    assert list(registries.programmes) == ["jumat-curhat", "lainnya", "problem-solving"]
    assert list(registries.themes) == ["lampu-jalan", "patroli", "rumah-tangga"]
    assert registries.units["polsek-rekaan"].id == "polsek-rekaan"
    assert registries.reasons["privasi"].id == "privasi"
    assert found.digests.keys() >= {SESSION, OUTCOME, "themes.yml", "units/mabes-contoh.yml"}


def test_records_are_in_the_order_of_their_ids(tmp_path: Path) -> None:
    files = {f"sessions/polsek-rekaan/{stem}.yml": NIHIL for stem in ("b", "a-malam", "a")}
    small_archive.write(tmp_path, files)
    assert list(read(tmp_path).records.sessions) == [
        "polsek-rekaan/a",
        "polsek-rekaan/a-malam",
        "polsek-rekaan/b",
    ]


def test_a_record_knows_when_it_was_first_published(tmp_path: Path) -> None:
    data = small_archive.write(tmp_path)
    found = records.read(tmp_path, data, published={SESSION: date(2024, 3, 2)})
    session = found.records.sessions["polsek-rekaan/2024-03-01"]
    outcome = found.records.outcomes["polsek-rekaan/2024-03-20"]
    assert getattr(session, "published", "") == date(2024, 3, 2)
    assert getattr(outcome, "published", "") is None


def test_a_folder_without_records_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert told(tmp_path) == []


def test_a_missing_data_folder_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == [
        ("data/", "folder ini tidak ada atau tidak dapat dibuka; periksa izinnya")
    ]


def link(place: Path) -> None:
    place.symlink_to("/etc/hostname")


def dangling(place: Path) -> None:
    place.symlink_to("tidak-ada")


def link_to_a_folder(place: Path) -> None:
    place.symlink_to("/etc", target_is_directory=True)


def pipe(place: Path) -> None:
    os.mkfifo(place)


def folder(place: Path) -> None:
    place.mkdir()


def text(place: Path) -> None:
    place.write_text(NIHIL)


LINK = "ini tautan, bukan berkas aslinya; hapus, lalu simpan berkas aslinya di sini"
NAME = "nama hanya boleh memuat huruf kecil a-z, angka, dan tanda hubung"
MORE_FOLDERS = "di sini tidak boleh ada folder lagi; pindahkan isinya ke atas"
SUFFIX = "nama catatan harus berakhiran .yml dengan huruf kecil; ganti namanya"
ONLY_PHOTOS = "di sini hanya boleh ada foto berakhiran .jpg, .png, atau .webp; hapus"
ONLY_RECORDS = "di sini hanya boleh ada catatan berakhiran .yml; pindahkan atau hapus"
LIST_PAGE = "nama ini dipakai situs untuk halaman lanjutan; ganti dengan nama lain"
TO_ITS_UNIT = "pindahkan ke folder satuannya, misalnya data/sessions/polsek-contoh/"
ONLY_THESE = (
    "di sini hanya ada sessions, outcomes, programs, units, media, themes.yml, reasons.yml; "
    "pindahkan atau hapus yang lain"
)
WINDOWS = "nama ini tidak dapat dipakai di komputer Windows; ganti dengan nama lain"
HIDDEN_NAME = " (nama berkasnya tidak diulang karena mungkin memuat data pribadi)"
UNIT = "sessions/polsek-rekaan"
PHOTOS = "media/polsek-rekaan/2024-03-20"

MISPLACED: list[tuple[str, Callable[[Path], None], str]] = [
    (f"{UNIT}/a.yml", link, LINK),
    (f"{UNIT}/a.yml", dangling, LINK),
    ("sessions/polsek-khayal", link_to_a_folder, LINK),
    ("sessions", link_to_a_folder, LINK),
    ("themes.yml", link, LINK),
    (f"{PHOTOS}/a.jpg", link, LINK),
    (f"{UNIT}/a.yml", pipe, "ini bukan berkas dan bukan folder biasa; hapus"),
    (f"{UNIT}/a.yml", folder, MORE_FOLDERS),
    ("units/polsek-a", folder, MORE_FOLDERS),
    (f"{PHOTOS}/lagi", folder, MORE_FOLDERS),
    ("themes.yml", folder, "di sini perlu berkas, bukan folder; ganti namanya"),
    ("units", text, "di sini perlu folder, bukan berkas; ganti namanya"),
    (f"{UNIT}/a.yaml", text, SUFFIX),
    (f"{UNIT}/a.YML", text, SUFFIX),
    (f"{UNIT}/a.yml~", text, "ini salinan cadangan; hapus"),
    (f"{UNIT}/a.yml.orig", text, "ini salinan cadangan; hapus"),
    (f"{UNIT}/a.txt", text, ONLY_RECORDS),
    (f"{UNIT}/a.yml ", text, ONLY_RECORDS),
    (f"{UNIT}/.a.yml", text, "namanya berawal titik, jadi tersembunyi; hapus dari folder ini"),
    (".DS_Store", text, "namanya berawal titik, jadi tersembunyi; hapus dari folder ini"),
    (f"{UNIT}/Sesi Pagi.yml", text, f"{NAME}; ganti menjadi `sesi-pagi`"),
    (f"{UNIT}/café.yml", text, f"{NAME}; ganti menjadi `cafe`"),
    (f"{UNIT}/-rf.yml", text, f"{NAME}; ganti menjadi `rf`"),
    (f"{UNIT}/titik..yml", text, f"{NAME}; ganti menjadi `titik`"),
    (f"{UNIT}/nul.yml", text, WINDOWS),
    ("units/com1.yml", text, WINDOWS),
    ("programs/halaman.yml", text, LIST_PAGE),
    (f"{UNIT}/{'a' * 65}.yml", text, "nama terlalu panjang; paling banyak 64 huruf"),
    ("sessions/a.yml", text, TO_ITS_UNIT),
    ("sessions/Polsek Khayal", folder, f"{NAME}; ganti menjadi `polsek-khayal`"),
    ("session", folder, "`session` tidak dikenal; maksud Anda `sessions`?"),
    ("theme.yml", text, "`theme.yml` tidak dikenal; maksud Anda `themes.yml`?"),
    ("lain", folder, ONLY_THESE),
    (f"{PHOTOS}/a.svg", text, ONLY_PHOTOS),
    (f"{PHOTOS}/a.JPG", text, "ganti namanya menjadi a.jpg"),
    (f"{PHOTOS}/IMG 001.JPG", text, "ganti namanya menjadi img-001.jpg"),
    (f"{PHOTOS}/Foto Pos.jpg", text, "ganti namanya menjadi foto-pos.jpg"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "message"), MISPLACED)
def test_what_cannot_be_read_where_it_lies_is_told(
    name: str, make: Callable[[Path], None], message: str, tmp_path: Path
) -> None:
    place = tmp_path / "data" / name
    place.parent.mkdir(parents=True)
    make(place)
    assert told(tmp_path) == [(f"data/{name}", message)]


def test_a_photo_that_is_too_large_is_told(tmp_path: Path) -> None:
    small_archive.write(
        tmp_path,
        {
            f"{PHOTOS}/a.jpg": small_archive.jpeg(300_000),
            f"{PHOTOS}/b.jpg": small_archive.jpeg(300_001),
        },
    )
    message = (
        "foto ini 301 kB, paling besar 300 kB; pindahkan ke luar folder proyek, lalu pasang "
        "dengan kabar photo"
    )
    assert told(tmp_path) == [(f"data/{PHOTOS}/b.jpg", message)]
    assert tuple(read(tmp_path).records.media) == ("polsek-rekaan/2024-03-20/a.jpg",)


def test_names_that_differ_only_in_case_are_told(tmp_path: Path) -> None:
    small_archive.write(tmp_path, {SESSION: NIHIL, f"{UNIT}/A.yml": NIHIL, f"{UNIT}/a.yml": NIHIL})
    message = "namanya hanya berbeda huruf besar dari berkas lain; satukan, lalu hapus yang ini"
    assert told(tmp_path) == [(f"data/{UNIT}/A.yml", message)]


@pytest.mark.parametrize(
    "name",
    [
        "ktp-3201014101900001.yml",
        "hp-0812-3456-7890.yml",
        "budi@contoh.test.yml",
        "arah\u202ebalik.yml",
        "x" * 150 + ".yml",
    ],
)
def test_a_name_that_may_be_personal_is_not_repeated(name: str, tmp_path: Path) -> None:
    small_archive.write(tmp_path, {f"{UNIT}/{name}": "program: 1\n"})
    found = read(tmp_path).findings
    assert found
    for one in found:
        assert one.file == f"data/{UNIT}"
        assert one.message.endswith(HIDDEN_NAME)
        assert name.removesuffix(".yml") not in repr(one)


def test_a_name_that_is_no_text_is_told_all_the_same(tmp_path: Path) -> None:
    place = small_archive.write(tmp_path) / UNIT
    try:
        Path(os.fsdecode(os.fsencode(place) + b"/\xff\xfe.yml")).write_text(NIHIL)
    except OSError:
        pytest.skip("this file system takes no such names")
    (one,) = read(tmp_path).findings
    assert one.file == f"data/{UNIT}"
    one.message.encode()


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("2023-10-20-malam", False),
        ("20231020", False),
        ("2023-10", False),
        ("2023-10-20#patroli", False),
        ("2023-10-20/2023-10-21", False),
        ("polsek-rekaan-110", False),
        ("081234567890", True),
        ("0812-3456-7890", True),
        ("20231399", True),
        ("warga-12345", True),
        ("٠٨١٢٣٤٥", True),
        ("nama@contoh.test", True),
    ],
)
def test_long_numbers_that_are_no_dates_may_be_personal(text: str, personal: bool) -> None:
    assert may_be_personal(text) is personal


def test_an_unreadable_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_archive.write(tmp_path)
    opened = os.open

    def refuse(path: str, flags: int) -> int:
        if path.endswith("2024-03-01.yml"):
            raise PermissionError
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    assert told(tmp_path) == [(f"data/{SESSION}", "berkas ini tidak dapat dibaca; periksa izinnya")]
    assert read(tmp_path).broken == {"sessions/polsek-rekaan/2024-03-01"}


def test_an_unreadable_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_archive.write(tmp_path)
    scan = os.scandir

    def refuse(place: Path) -> object:
        if Path(place).name == "polsek-rekaan":
            raise PermissionError
        return scan(place)

    monkeypatch.setattr(os, "scandir", refuse)
    message = "folder ini tidak ada atau tidak dapat dibuka; periksa izinnya"
    assert (f"data/{UNIT}", message) in told(tmp_path)
    assert records.is_broken(read(tmp_path).broken, Kind.SESSION, "polsek-rekaan/2024-03-01")


def test_no_more_of_a_file_is_read_than_a_record_may_have(tmp_path: Path) -> None:
    large = tmp_path / "besar.yml"
    large.write_bytes(b"#" * 10_000_000)
    assert len(reading.content_of(large)) == MAX_BYTES + 1
    small_archive.write(tmp_path, {SESSION: large.read_bytes()})
    (one,) = read(tmp_path).findings
    assert (one.file, one.check) == (f"data/{SESSION}", "yaml")


def test_a_link_put_in_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "asli.yml").write_text(NIHIL)
    (tmp_path / "tautan.yml").symlink_to("asli.yml")
    with pytest.raises(OSError, match="symbolic"):
        reading.content_of(tmp_path / "tautan.yml")


@pytest.mark.parametrize(
    "typed", ["6 Nopember 2026", "6 Nop. 2026", "Jumat, 6 November 2026", "jum'at 6 Nov 2026"]
)
def test_a_day_is_read_as_officers_write_it(typed: str) -> None:
    assert dates.parse(typed) == dates.exactly(date(2026, 11, 6))
    assert dates.parse_day(typed) == date(2026, 11, 6)


def test_a_month_is_read_in_its_old_spelling() -> None:
    assert dates.parse_day("3 Pebruari 2024") == date(2024, 2, 3)


FOUR_DIGITS = "tahun ditulis empat angka, misalnya 2023-10-20"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("6/11/26", FOUR_DIGITS),
        ("6-11-26", FOUR_DIGITS),
        ("6 November 26", FOUR_DIGITS),
        ("2026-11-31", "2026-11-31 tidak ada di kalender"),
        ("31 November 2026", "2026-11-31 tidak ada di kalender"),
        ("2026-13", "2026-13 tidak ada di kalender"),
        ("31/11/2026", "2026-11-31 tidak ada di kalender"),
        ("Kamis, 6 November 2026", "2026-11-06 hari Jumat, bukan Kamis; betulkan salah satu"),
        ("Jumaat, 6 November 2026", "nama hari tidak dikenal; tulis 2026-11-06"),
    ],
)
def test_a_wrong_day_is_told_with_what_to_write(typed: str, message: str) -> None:
    with pytest.raises(dates.DateProblem) as told:
        dates.parse(typed)
    assert str(told.value) == message


def test_where_one_day_is_needed_no_other_form_is_proposed() -> None:
    with pytest.raises(dates.DateProblem) as told:
        dates.parse_day("besok")
    assert str(told.value) == "bukan tanggal yang dikenal; tulis satu hari, misalnya 2023-10-20"


@pytest.mark.parametrize(
    ("promise", "message"),
    [
        ("2024-04-01", "tulis `tenggat: 2024-04-01` di baris bawahnya"),
        ("secepatnya", "tulis `kata: secepatnya` di baris bawahnya"),
        ("Pak Karta mengurusnya", "tulis `kata: segera` di baris bawahnya"),
        (
            "[a, b]",
            "satu masukan paling banyak satu janji; tulis janji kedua sebagai masukan sendiri",
        ),
        (
            "{tenggat: lusa}",
            "tulis satu hari (2026-11-30); kalau harinya tidak disebut, hapus tenggat dan tulis "
            "`kata: lusa`",
        ),
        (
            "{tenggat: Setelah Pak Karta kembali}",
            "tulis satu hari (2026-11-30); kalau harinya tidak disebut, hapus tenggat dan tulis "
            "`kata: minggu depan`",
        ),
    ],
)
def test_a_promise_in_the_wrong_form_is_told_in_the_right_one(
    promise: str, message: str, tmp_path: Path
) -> None:
    typed = small_archive.SESSION.replace("janji:\n      tenggat: 2024-04-01", f"janji: {promise}")
    small_archive.write(tmp_path, {SESSION: typed})
    assert told(tmp_path) == [(f"data/{SESSION}", message)]


def test_what_is_left_of_a_withdrawn_concern_is_told_once(tmp_path: Path) -> None:
    taken_back = "    ditarik:\n      tanggal: 2024-04-01\n      alasan: x\n      dasar: x\n"
    typed = small_archive.SESSION.replace("    jenis: pertanyaan\n", f"    jenis: x\n{taken_back}")
    small_archive.write(tmp_path, {SESSION: typed})
    assert told(tmp_path) == [
        (
            f"data/{SESSION}",
            "yang ditarik hanya memuat `id` dan `ditarik`; hapus `jenis`, `isi`",
        )
    ]


@pytest.mark.parametrize("identity", ["Warga 081234567890", "Ibu@Rekaan"])
def test_a_better_id_is_not_made_of_what_may_be_personal(identity: str, tmp_path: Path) -> None:
    typed = small_archive.SESSION.replace("id: patroli", f"id: {identity}")
    small_archive.write(tmp_path, {SESSION: typed})
    assert told(tmp_path) == [(f"data/{SESSION}", "hanya huruf kecil a-z, angka, dan tanda hubung")]


def test_a_broken_entry_of_a_table_leaves_the_others(tmp_path: Path) -> None:
    themes = (
        "patroli:\n  nama: Patroli\nLampu:\n  nama: Lampu\ngelap: Gelap\nbanjir:\n  nma: Banjir\n"
    )
    small_archive.write(tmp_path, {"themes.yml": themes})
    found = read(tmp_path)
    assert [(one.line, one.where, one.message) for one in found.findings] == [
        (3, "2", f"{NAME}; ganti menjadi `lampu`"),
        (5, "gelap", "isi di sini memakai kunci di baris bawahnya, misalnya `nama: ...`; "
                     "kuncinya: nama, sinonim, peka"),
        (7, "banjir", "kunci `nma` tidak dikenal; maksud Anda `nama`?"),
    ]  # fmt: skip
    assert list(found.records.registries.themes) == ["patroli"]
    assert found.broken == {"themes/Lampu", "themes/gelap", "themes/banjir"}


def test_a_table_that_cannot_be_read_is_broken_as_a_whole(tmp_path: Path) -> None:
    small_archive.write(tmp_path, {"themes.yml": "patroli: [\n"})
    assert records.is_broken(read(tmp_path).broken, Kind.THEME, "patroli")
    assert not records.is_broken(read(tmp_path).broken, Kind.REASON, "patroli")


# The cache: what has not changed is not read again, and nothing wrong ever comes out of it.


def everything(found: Reading) -> object:
    return found.records, found.findings, found.broken, found.digests


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(kind: Kind, content: bytes) -> None:
        raise AssertionError(f"read again: {kind} {content!r}")

    monkeypatch.setattr(reading, "record_of", refuse)


def test_unchanged_files_are_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_archive.write(tmp_path)
    cold = read(tmp_path, tmp_path / "work")
    forbid_reading(monkeypatch)
    assert everything(read(tmp_path, tmp_path / "work")) == everything(cold)


def test_a_changed_file_is_read_again_and_the_others_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_archive.write(tmp_path)
    read(tmp_path, tmp_path / "work")
    read_again: list[Kind] = []
    record_of = reading.record_of

    def watched(kind: Kind, content: bytes) -> Record | None:
        read_again.append(kind)
        return record_of(kind, content)

    monkeypatch.setattr(reading, "record_of", watched)
    (tmp_path / "data" / SESSION).write_text(NIHIL)
    session = read(tmp_path, tmp_path / "work").records.sessions["polsek-rekaan/2024-03-01"]
    assert isinstance(session, Session)
    assert session.entries == ()
    assert read_again == [Kind.SESSION]


def test_a_vanished_file_is_forgotten(tmp_path: Path) -> None:
    small_archive.write(tmp_path)
    read(tmp_path, tmp_path / "work")
    (tmp_path / "data" / OUTCOME).unlink()
    assert read(tmp_path, tmp_path / "work").records.outcomes == {}
    assert OUTCOME not in cache.load(tmp_path / "work")


def test_a_broken_record_is_never_kept(tmp_path: Path) -> None:
    small_archive.write(tmp_path, {SESSION: NIHIL.replace("program:", "programme:")})
    first = read(tmp_path, tmp_path / "work")
    assert SESSION not in cache.load(tmp_path / "work")
    assert everything(read(tmp_path, tmp_path / "work")) == everything(first)
    assert first.findings


def test_two_files_with_one_content_stay_two_records(tmp_path: Path) -> None:
    small_archive.write(tmp_path, {SESSION: NIHIL, f"{UNIT}/2024-03-08.yml": NIHIL})
    for _run in range(2):
        found = read(tmp_path, tmp_path / "work").records.sessions
        assert [one.id for one in found.values()] == list(found)


def damaged(content: bytes) -> list[bytes]:
    middle = len(content) // 2
    flipped = bytes([content[middle] ^ 1])
    return [
        b"",
        content[:-1],
        content[:40],
        content + b"x",
        content[:middle] + flipped + content[middle + 1 :],
        b"x" + content[1:],
        pickle.dumps({SESSION: ("", None)}),
    ]


@pytest.mark.parametrize("number", range(7))
def test_a_damaged_cache_is_ignored(number: int, tmp_path: Path) -> None:
    small_archive.write(tmp_path)
    work = tmp_path / "work"
    cold = read(tmp_path, work)
    file = work / cache.FILE
    file.write_bytes(damaged(file.read_bytes())[number])
    assert cache.load(work) == {}
    assert everything(read(tmp_path, work)) == everything(cold)
    assert cache.load(work) != {}


def test_a_cache_of_another_version_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_archive.write(tmp_path)
    read(tmp_path, tmp_path / "work")
    assert cache.load(tmp_path / "work") != {}
    monkeypatch.setattr("platform.python_version", lambda: "2.7.18")
    assert cache.load(tmp_path / "work") == {}


def test_a_work_folder_that_cannot_be_written_to_does_no_harm(tmp_path: Path) -> None:
    small_archive.write(tmp_path)
    (tmp_path / "work").write_text("a file where the folder should be")
    assert read(tmp_path, tmp_path / "work").findings == ()


def test_nothing_half_written_is_left_behind(tmp_path: Path) -> None:
    small_archive.write(tmp_path)
    read(tmp_path, tmp_path / "work")
    assert [one.name for one in (tmp_path / "work").iterdir()] == [cache.FILE]


def test_records_survive_packing(tmp_path: Path) -> None:
    small_archive.write(tmp_path)
    found = read(tmp_path).records
    for table in (found.sessions, found.outcomes, found.registries.units, found.registries.themes):
        assert unpack(pack(dict(table))) == table


def test_nothing_but_records_is_ever_unpacked(tmp_path: Path) -> None:
    class Attack:
        def __reduce__(self) -> tuple[object, ...]:
            return os.mkdir, (str(tmp_path / "pwned"),)

    with pytest.raises(UnpackingError):
        unpack(pickle.dumps(Attack()))
    assert not (tmp_path / "pwned").exists()


# Batches: the same on any executor.

SHARED = 4 * reading.BATCH + 100


def many(root: Path) -> None:
    files = {f"{UNIT}/s{number:04}.yml": NIHIL for number in range(SHARED)}
    small_archive.write(root, {**files, f"{UNIT}/s0300.yml": "program: x\n"})


def test_threads_read_the_same(tmp_path: Path) -> None:
    many(tmp_path)
    with ThreadPoolExecutor(2) as executor:
        assert everything(read(tmp_path, executor=executor)) == everything(read(tmp_path))


def test_processes_read_the_same(tmp_path: Path) -> None:
    many(tmp_path)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        there = read(tmp_path, executor=executor)
    assert everything(there) == everything(read(tmp_path))
    assert len(there.records.sessions) == SHARED - 1
    assert there.broken == {"sessions/polsek-rekaan/s0300"}


def test_what_was_read_together_is_kept_for_the_next_run(tmp_path: Path) -> None:
    many(tmp_path)
    with ThreadPoolExecutor(2) as executor:
        cold = read(tmp_path, tmp_path / "work", executor=executor)
    kept = cache.load(tmp_path / "work")
    assert f"{UNIT}/s0300.yml" not in kept
    assert f"{UNIT}/s0301.yml" in kept
    assert everything(read(tmp_path, tmp_path / "work")) == everything(cold)
