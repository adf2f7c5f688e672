"""What the site shows of photos: small, clean, made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import small_archive
from kabar_command import CONFIG
from scenes import DAY, NIGHT, saved, scene

from generator import pictures, plugin, records, rendering
from generator.model import Outcome
from generator.page import SiteFile
from generator.photos import published
from generator.photos.filing import Original, plan
from generator.photos.published import small_files
from generator.press import Printing
from generator.press.run import _Old, _Work
from generator.urls import small_photo
from generator.writing import carry_out

OUTCOME = "polsek-rekaan/2024-03-20"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "proyek"
    (root / "content").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for name in ("index", "cara-membaca"):
        (root / f"content/{name}.md").write_text("# Halaman\n", encoding="utf-8")
    data = small_archive.write(root)
    originals = []
    for kind in (DAY, NIGHT):
        file = tmp_path / f"{kind}.jpg"
        file.write_bytes(
            saved(scene(kind, 1).resize((1_500, 1_125)), quality=90, comment=b"KENARI")
        )
        originals.append(Original(file, f"Pos kamling {kind}"))
    _filed, changes = plan(root, data, OUTCOME, originals)
    carry_out(changes, data)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    return root


def small(project: Path) -> Iterator[SiteFile]:
    data, work = project / "data", project / ".kabar"
    found = records.read(project, data).records
    outcomes = [one for one in found.outcomes.values() if isinstance(one, Outcome)]
    return small_files(outcomes, found.media, data / "media", work)


def test_the_site_holds_two_small_clean_pictures_of_each_photo_and_the_larger_one(
    project: Path,
) -> None:
    report = plugin.build_site(project / "mkdocs.yml", jobs=1, strict=False)
    assert report.published
    files = sorted((project / "site/media").rglob("*.*"))
    assert [file.relative_to(project / f"site/media/{OUTCOME}").as_posix() for file in files] == [
        "foto-1.jpg", "foto-2.jpg", "kecil/foto-1.jpg", "kecil/foto-1.webp", "kecil/foto-2.jpg",
        "kecil/foto-2.webp",
    ]  # fmt: skip
    for file in files:
        size = pictures.check(file.read_bytes(), file.suffix)
        assert b"KENARI" not in file.read_bytes()
        if file.parent.name == "kecil":
            assert file.stat().st_size <= 60_000
            assert size == (720, 540)


def test_each_is_decoded_once_for_all_builds(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    real = published._made

    def watched(file: Path) -> tuple[bytes, bytes]:
        made.append(file)
        return real(file)

    monkeypatch.setattr(published, "_made", watched)
    first = {one.address: one.content() for one in small(project)}
    assert len(first) == 4
    assert len(made) == 2
    assert {one.address: one.content() for one in small(project)} == first
    assert len(made) == 2


def test_what_is_kept_is_not_believed_when_it_is_damaged(project: Path) -> None:
    first = {one.address: one.content() for one in small(project)}
    for file in (project / ".kabar/foto").rglob("*.*"):
        file.write_bytes(file.read_bytes()[:-1])
    assert {one.address: one.content() for one in small(project)} == first


def test_a_photo_with_other_content_is_made_anew(project: Path) -> None:
    first = {one.address: one.content() for one in small(project)}
    folder = project / f"data/media/{OUTCOME}"
    (folder / "foto-1.jpg").write_bytes((folder / "foto-2.jpg").read_bytes())
    address = small_photo(OUTCOME, "foto-1.jpg", ".webp")
    assert {one.address: one.content() for one in small(project)}[address] != first[address]


def test_no_two_photos_share_an_address() -> None:
    names = ("a.jpg", "a.png", "a.webp", "a-png.jpg")
    addresses = {small_photo("x/y", name, end) for name in names for end in (".webp", ".jpg")}
    assert len(addresses) == 2 * len(names)


def test_a_photo_that_cannot_be_decoded_is_an_error(project: Path) -> None:
    sound = saved(scene(DAY, 1), "WEBP")
    broken = sound[:23] + b"\0\0\0" + sound[26:]  # where a picture's own mark stands
    assert pictures.check(broken, ".webp") == (600, 450)
    (project / f"data/media/{OUTCOME}/lain.webp").write_bytes(broken)
    told = [one.message for one in records.read(project, project / "data").findings]
    assert told == ["gambarnya rusak atau terpotong; pasang foto yang utuh"]


def test_likenesses_are_remembered(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, work = project / "data", project / ".kabar"
    first = records.read(project, data, work=work).records.media
    monkeypatch.setattr("generator.records.recognition.likeness", pytest.fail)
    assert records.read(project, data, work=work).records.media == first


def test_few_photos_are_shared_among_processes_as_many_pages_are(tmp_path: Path) -> None:
    """A batch of pages takes a second, and one of as many photos would take half a minute."""
    photos = [SiteFile(f"{number}.webp", bytes, weight=50) for number in range(20)]
    pages = [SiteFile(f"{number}.txt", bytes) for number in range(600)]
    printing = Printing({}, tmp_path, "https://uji.example/", rendering.TEMPLATES)
    made = [*pages, *photos]
    batches = _Work(made, printing, "", _Old(None, printing, "")).batches()
    weights = [sum(one.weight for one in made[start:end]) for start, end in batches]
    assert max(weights) <= 1600 // 16 + 50 - 1
    assert {end - start for start, end in batches if start >= 600} == {1, 2}
    assert [one for start, end in batches for one in range(start, end)] == list(range(620))
