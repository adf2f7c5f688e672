"""A photo on its way from a telephone to data/media/: upright, covered, small, all or nothing."""

import io
import struct
from dataclasses import replace
from pathlib import Path

import pytest
import small_archive
from kabar_command import CONFIG, Kabar
from PIL import Image, ImageCms, ImageDraw
from scenes import DAY, saved, scene

from generator import pictures, yaml_text
from generator.photos.blurring import MARGIN, Region, blur
from generator.photos.encoding import PHONE_BYTES, for_phones, phone_size
from generator.photos.entry import Entry, EntryFault, with_entries
from generator.photos.filing import Original, clean, plan
from generator.photos.opening import Upright, claimed_size, open_upright
from generator.pictures import PictureFault
from generator.records.folder import MAX_PHOTO_BYTES
from generator.writing import Interrupted, carry_out

OUTCOME = "polsek-rekaan/2024-03-20"
RECORD = f"data/outcomes/{OUTCOME}.yml"
MEDIA = f"data/media/{OUTCOME}"


def grain(width: int, height: int) -> Image.Image:
    """A picture that hardly gets smaller by packing."""
    return Image.effect_noise((width, height), 90).convert("RGB")


def turned(orientation: int) -> bytes:
    """A file with a red upper left corner once it is held as its camera says."""
    upright = Image.new("RGB", (80, 40), "white")
    upright.paste((255, 0, 0), (0, 0, 20, 10))
    back = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    lying = upright.transpose(back) if back is not None else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(lying, quality=95, exif=exif)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_as_people_see_it(orientation: int) -> None:
    photo = open_upright(turned(orientation))
    assert (photo.width, photo.height) == photo.image.size == (80, 40)
    red, green, _blue = photo.image.getpixel((5, 3))  # type: ignore[misc]
    assert red > 200
    assert green < 60
    assert min(photo.image.getpixel((70, 35))) > 200  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", ["L", "P", "LA", "RGBA", "1", "I;16", "CMYK"])
def test_every_kind_of_pixel_becomes_a_photo(mode: str) -> None:
    grey = Image.new("L", (64, 64), 255 if mode == "1" else 200)
    image = (
        grey.convert("I").point(lambda v: v * 256).convert("I;16")
        if mode == "I;16"
        else grey.convert(mode)
    )
    photo = open_upright(saved(image, "JPEG" if mode == "CMYK" else "PNG"))
    assert photo.image.mode == "RGB"
    level = 255 if mode == "1" else 200
    assert all(abs(value - level) < 6 for value in photo.image.resize((1, 1)).getpixel((0, 0)))  # type: ignore[union-attr]


def test_colours_are_turned_into_those_of_a_screen_and_a_senseless_profile_is_left() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("RGB", (64, 64), (200, 40, 90))
    for profile in (lab, b"no profile at all" * 20):
        seen = open_upright(saved(image, "PNG", icc_profile=profile)).image.getpixel((5, 5))
        assert all(abs(one - other) < 4 for one, other in zip(seen, (200, 40, 90), strict=True))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\0\0\0\x18ftypheic" + b"\0" * 40, "foto HEIC dari iPhone"),
        (b"GIF89a" + b"\0" * 40, "ini bukan foto JPEG, PNG, atau WebP"),
        (b"", "ini bukan foto JPEG, PNG, atau WebP"),
        (b"\xff\xd8\xff\xe0", "rusak atau terpotong"),
        (saved(scene(DAY, 1))[:5000], "rusak atau terpotong"),
        (saved(Image.new("RGB", (8, 8))), "terlalu kecil"),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 30_000, 30_000) + b"\0" * 200,
            "30000 x 30000 titik terlalu besar",
        ),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 6_000, 6_000) + b"\0" * 200,
            "rusak atau terpotong",
        ),
    ],
)
def test_what_is_no_photo_is_told(content: bytes, said: str) -> None:
    with pytest.raises(PictureFault, match=said):
        clean(content)


def test_the_size_is_read_without_decoding() -> None:
    for form in ("JPEG", "PNG", "WEBP"):
        assert claimed_size(saved(Image.new("RGB", (321, 123)), form)) == (321, 123)
    assert claimed_size(saved(Image.new("RGBA", (321, 123)), "WEBP", lossless=True)) == (321, 123)


REGIONS = (Region(100, 100, 120, 80), Region(190, 150, 90, 90))


def changed_inside(photo: Upright, region: Region, by: int) -> Upright:
    """The same photo with other pixels where a part of it, and what its camera mixed in, lies."""
    image = photo.image.copy()
    box = (
        region.x - by,
        region.y - by,
        region.x + region.width + by,
        region.y + region.height + by,
    )
    ImageDraw.Draw(image).rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill="red")
    return replace(photo, image=image)


def test_nothing_of_what_is_covered_decides_a_single_pixel() -> None:
    photo = Upright(scene(DAY, 3), 600, 450)
    covered = blur(photo, REGIONS)
    for region in REGIONS:
        for by in (0, MARGIN):
            other = changed_inside(photo, region, by)
            assert other.image.tobytes() != photo.image.tobytes()
            assert blur(other, REGIONS).tobytes() == covered.tobytes()


def test_what_is_not_covered_stays_and_what_is_covered_looks_so() -> None:
    photo = Upright(scene(DAY, 3), 600, 450)
    covered = blur(photo, REGIONS[:1])
    assert (
        covered.crop((300, 0, 600, 450)).tobytes() == photo.image.crop((300, 0, 600, 450)).tobytes()
    )
    hidden = covered.crop((100, 100, 220, 180))
    assert len(hidden.getcolors(1_000) or ()) <= 30
    assert len(hidden.getcolors(1_000) or ()) > 4


def test_a_whole_picture_can_be_covered() -> None:
    photo = Upright(scene(DAY, 3), 600, 450)
    assert len(blur(photo, [Region(0, 0, 600, 450)]).getcolors(99) or ()) == 2


def test_parts_are_meant_in_the_pixels_of_the_upright_original() -> None:
    large = Image.new("RGB", (7_000, 4_000), "white")
    large.paste((255, 0, 0), (5_000, 1_000, 6_000, 2_000))
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = open_upright(saved(large.transpose(Image.Transpose.ROTATE_90), exif=exif))
    assert (photo.width, photo.height) == (7_000, 4_000)
    assert photo.image.size == (3_500, 2_000)
    covered = blur(photo, [Region(5_000, 1_000, 1_000, 1_000)])
    # Compression leaves a tinge beside the edge, which the margin covers too.
    assert min(green for _count, (_red, green, _blue) in covered.getcolors(1 << 24)) > 180  # type: ignore[union-attr, misc]


@pytest.mark.parametrize(
    ("region", "said"),
    [
        (Region(10, 10, 0, 20), "10,10,0,20 tidak punya lebar atau tinggi"),
        (Region(10, 10, 20, -5), "tidak punya lebar atau tinggi"),
        (Region(-1, 10, 20, 20), "keluar dari foto yang lebarnya 600 dan tingginya 450 titik"),
        (Region(590, 10, 20, 20), "keluar dari foto"),
        (Region(10, 500, 20, 20), "keluar dari foto"),
    ],
)
def test_a_part_that_is_none_is_an_error(region: Region, said: str) -> None:
    with pytest.raises(PictureFault, match=said):
        blur(Upright(scene(DAY, 3), 600, 450), [region])


def test_even_grain_becomes_small_enough() -> None:
    kept = clean(saved(grain(2_400, 1_800), quality=95))
    assert len(kept) <= MAX_PHOTO_BYTES
    assert max(pictures.check(kept, ".jpg")) <= 1_600
    for image in (grain(1_600, 1_200), grain(300, 2_000)):
        webp, jpeg = for_phones(image)
        assert max(len(webp), len(jpeg)) <= PHONE_BYTES
        assert pictures.check(webp, ".webp") == pictures.check(jpeg, ".jpg")


def test_an_ordinary_photo_fills_a_telephone_and_is_never_enlarged() -> None:
    webp, jpeg = for_phones(scene(DAY, 1).resize((1_600, 1_200)))
    assert pictures.check(webp, ".webp") == pictures.check(jpeg, ".jpg") == phone_size(1_600, 1_200)
    assert phone_size(1_600, 1_200) == (720, 540)
    assert phone_size(900, 1_600) == (540, 960)
    assert phone_size(200, 100) == (200, 100)


def test_the_same_photo_gives_the_same_bytes() -> None:
    assert for_phones(scene(DAY, 1)) == for_phones(scene(DAY, 1))
    assert clean(saved(scene(DAY, 1))) == clean(saved(scene(DAY, 1)))


# The entry in the record

NEW = Entry("foto-1.jpg", "Tim patroli: di pos", "2024-03-19")
LINES = (
    "  - berkas: foto-1.jpg\n    keterangan: 'Tim patroli: di pos'\n    diambil: 2024-03-19\n"
    "    asli: ya\n"
)
HEAD = "# satu\nmenjawab: 2024-03-01#patroli # dua\ntanggal: 2024-03-20\n"
TAIL = "uraian: |\n  Patroli.\n"
OLD = "  - berkas: a.jpg\n    keterangan: |\n      Satu\n\n      dua\n    asli: ya\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD + TAIL, f"{HEAD}{TAIL}bukti:\n{LINES}"),
        (f"{HEAD}{TAIL}\n\n", f"{HEAD}{TAIL}bukti:\n{LINES}\n\n"),
        ((HEAD + TAIL)[:-1], f"{HEAD}{TAIL}bukti:\n{LINES}"),
        (f"{HEAD}bukti:\n{OLD}{TAIL}", f"{HEAD}bukti:\n{OLD}{LINES}{TAIL}"),
        (
            f"{HEAD}bukti: # tiga\n{OLD}\n# empat\n{TAIL}",
            f"{HEAD}bukti: # tiga\n{OLD}{LINES}\n# empat\n{TAIL}",
        ),
        (f"{HEAD}{TAIL}bukti:\n{OLD}", f"{HEAD}{TAIL}bukti:\n{OLD}{LINES}"),
        (
            f"{HEAD}bukti:\n- berkas: a.jpg\n  asli: ya\n{TAIL}",
            f"{HEAD}bukti:\n- berkas: a.jpg\n  asli: ya\n"
            + "".join(line[2:] + "\n" for line in LINES.splitlines())
            + TAIL,
        ),
        (f"{HEAD}bukti:\n{TAIL}", f"{HEAD}bukti:\n{LINES}{TAIL}"),
    ],
)
def test_the_rest_of_the_record_stays_byte_for_byte(before: str, after: str) -> None:
    assert with_entries(before.encode(), [NEW]).decode() == after
    windows = (b"\xef\xbb\xbf" + before.encode()).replace(b"\n", b"\r\n")
    expected = (b"\xef\xbb\xbf" + after.encode()).replace(b"\n", b"\r\n")
    assert with_entries(windows, [NEW]) == expected


@pytest.mark.parametrize(
    "bukti", ["bukti: []\n", "bukti: [{berkas: a.jpg}]\n", "bukti:\n  berkas: a.jpg\n  asli: ya\n"]
)
def test_another_form_is_written_anew_as_a_list(bukti: str) -> None:
    before = (HEAD + bukti + TAIL).encode()
    known = (yaml_text.parse(before).tree or {})["bukti"]
    after = with_entries(before, [NEW])
    items = known if isinstance(known, list) else [known]
    assert (yaml_text.parse(after).tree or {})["bukti"] == [*items, NEW.tree()]
    assert after.startswith(HEAD.encode())
    assert after.endswith(TAIL.encode())


def test_a_form_that_would_lose_a_comment_is_not_touched_and_the_lines_are_shown() -> None:
    with pytest.raises(EntryFault, match=r"- berkas: foto-1\.jpg"):
        with_entries(f"{HEAD}bukti: [a, # satu\n  b]\n{TAIL}".encode(), [NEW])


def test_a_record_that_cannot_be_read_is_not_touched() -> None:
    with pytest.raises(EntryFault, match="jalankan dulu kabar check"):
        with_entries(b"tanggal: [\n", [NEW])


@pytest.mark.parametrize(
    "caption", ["ya", "it's", "a: b # c", "null", "- x", "123", '"x" y', "[a]"]
)
def test_any_caption_is_read_back_as_it_was_typed(caption: str) -> None:
    assert b"asli: ya" in with_entries((HEAD + TAIL).encode(), [Entry("a.jpg", caption)])


# Filing


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "proyek"
    (root / "content").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    small_archive.write(root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    return root


@pytest.fixture
def originals(project: Path) -> list[str]:
    folder = project.parent / "telepon"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"IMG {number} Pak Anu.jpg").write_bytes(saved(scene(DAY, number), quality=95))
    return [str(file) for file in sorted(folder.iterdir())]


def state(project: Path) -> dict[str, bytes]:
    return {
        file.relative_to(project).as_posix(): file.read_bytes() if file.is_file() else b""
        for file in sorted(project.rglob("*"))
        if ".kabar" not in file.parts
    }


TOLD = ("--genuine", "--caption", "Petugas di pos")


def test_photos_are_filed_under_a_name_that_tells_nothing(
    project: Path, originals: list[str], kabar: Kabar
) -> None:
    said = kabar("photo", *originals, "--for", OUTCOME, *TOLD, "--caption", "Pos kamling")
    assert said.code == 0
    assert f"{MEDIA}/foto-1.jpg: 600 x 450 titik" in said.out
    assert "Foto aslinya tidak disalin." in said.out
    assert "Anu" not in said.out
    text = (project / RECORD).read_text(encoding="utf-8")
    assert text.startswith(small_archive.OUTCOME)
    assert text.count("asli: ya") == text.count("berkas: foto-") == 2
    assert kabar("check").code == 0
    again = kabar("photo", originals[0], "--for", RECORD, *TOLD, "--blur", "10,10,50,50")
    assert f"{MEDIA}/foto-3.jpg" in again.out
    assert kabar("check").code == 0


@pytest.mark.parametrize(
    ("arguments", "answers", "said"),
    [
        (("--for", OUTCOME, *TOLD, "--blur", "0,0,9000,9"), "", "keluar dari foto"),
        (("--for", OUTCOME, *TOLD, "--blur", "0,0,9"), "", "tulis kiri,atas,lebar,tinggi"),
        (("--for", "polsek-rekaan/tidak-ada", *TOLD), "", "Tidak ada catatan tindak lanjut"),
        (("--for", "../../etc/passwd", *TOLD), "", "misalnya --for polsek-contoh/2023-11-03"),
        ((*TOLD,), "", "--for: tulis catatan tindak lanjutnya"),
        (("--for", OUTCOME, "--caption", "x"), "tidak\n", "Hanya foto asli"),
        (("--for", OUTCOME, "--caption", "x"), "", "Belum dijawab: --genuine"),
        (("--for", OUTCOME, "--genuine"), "", "Belum dijawab: --caption"),
        (("--for", OUTCOME, "--genuine", "--caption", "x" * 5_000), "", "Keterangannya"),
        (("--for", OUTCOME, *TOLD, "--caption", "dua"), "", "satu untuk setiap foto"),
    ],
)
def test_when_anything_is_wrong_nothing_is_written(
    project: Path,
    originals: list[str],
    kabar: Kabar,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    answers: str,
    said: str,
) -> None:
    before = state(project)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(answers.encode())))
    told = kabar("photo", originals[0], *arguments)
    assert told.code == 2
    assert said in told.err
    assert state(project) == before


def test_one_broken_photo_keeps_the_others_out(
    project: Path, originals: list[str], kabar: Kabar
) -> None:
    before = state(project)
    Path(originals[1]).write_bytes(b"\xff\xd8\xff\xe0 rusak")
    said = kabar("photo", *originals, "--for", OUTCOME, *TOLD, "--caption", "dua")
    assert (said.code, state(project)) == (2, before)
    assert "rusak atau terpotong" in said.err


def test_what_fails_while_writing_is_taken_back(
    project: Path, originals: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(project)
    _filed, changes = plan(
        project, project / "data", OUTCOME, [Original(Path(originals[0]), "Pos")]
    )
    real = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if target.suffix == ".yml":
            raise OSError("no space")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(Interrupted, match="Tidak ada yang diubah"):
        carry_out(changes, project / "data")
    assert state(project) == before


def test_a_caption_that_names_somebody_is_refused_like_any_other_text(
    project: Path, originals: list[str], kabar: Kabar
) -> None:
    before = state(project)
    told = ("--genuine", "--caption", "Pak Sumarno di pos kamling")
    said = kabar("photo", originals[0], "--for", OUTCOME, *told)
    assert (said.code, state(project)) == (1, before)
    assert "tampak seperti nama orang" in said.err
    assert said.err.endswith("Tidak ada yang ditulis.\n")
    assert "Sumarno" not in said.err


def test_an_original_inside_the_project_is_refused_with_what_to_do(
    project: Path, originals: list[str], kabar: Kabar
) -> None:
    inside = project / MEDIA / "asli.jpg"
    inside.parent.mkdir(parents=True)
    inside.write_bytes(Path(originals[0]).read_bytes())
    link = project.parent / "tautan.jpg"
    link.symlink_to(inside)
    for file in (inside, link):
        said = kabar("photo", str(file), "--for", OUTCOME, *TOLD)
        assert said.code == 2
        assert "Pindahkan ke luar folder proyek" in said.err
    assert "bukti" not in (project / RECORD).read_text(encoding="utf-8")


def test_the_answer_to_the_prompt_counts(
    project: Path, originals: list[str], kabar: Kabar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Petugas di pos\nya\n")))
    assert kabar("photo", originals[0], "--for", OUTCOME).code == 0
    assert "keterangan: Petugas di pos\n" in (project / RECORD).read_text(encoding="utf-8")
