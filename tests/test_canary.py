"""A canary in every place that is not published is in nothing that is published."""

import base64
import gzip
import io
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import small_archive
from PIL import Image
from small_archive import OUTCOME, SESSION

from generator import notices, plugin

CANARY = "kenariQx7vRahasia"


def forms(word: str) -> set[bytes]:
    """A word in every way a program may write it."""
    plain = word.encode()
    made = {
        plain,
        word[::-1].encode(),
        "".join(f"&#{ord(one)};" for one in word).encode(),
        "".join(f"&#x{ord(one):x};" for one in word).encode(),
        "".join(f"%{ord(one):02X}" for one in word).encode(),
        "".join(f"\\u{ord(one):04x}" for one in word).encode(),
        plain.hex().encode(),
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        word.encode("utf-32-le"),
    }
    for lead in range(3):  # base64 looks different at each of three places
        packed = base64.b64encode(b"x" * lead + plain + b"xx")
        made.add(packed[4:-4])
    return {one.lower() for one in made}


def unpacked(content: bytes) -> bytes:
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def where(folder: Path, word: str) -> list[str]:
    """The files whose bytes, or names, hold a word in any form."""
    asked = forms(word)
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        for held in [(os.fsencode(path.relative_to(folder)) + unpacked(path.read_bytes())).lower()]
        if any(form in held for form in asked)
    ]


@pytest.mark.parametrize("number", range(10))
def test_a_form_of_the_word_would_be_found(tmp_path: Path, number: int) -> None:
    form = sorted(forms(CANARY))[number]
    (tmp_path / "a.bin").write_bytes(gzip.compress(b"xx" + form + b"xx"))
    assert where(tmp_path, CANARY)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_archive.write_project(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")  # 1 June 2024
    return tmp_path


def test_no_canary_of_any_place_that_is_not_public_is_in_any_output(project: Path) -> None:
    data, content = project / "data", project / "content"
    session = SESSION.replace("masukan:", f"# {CANARY} di komentar\nmasukan:", 1)
    session = session.replace("    janji:", f"    # {CANARY}\n    janji:")
    withdrawn = SESSION.replace("2024-03-01", "2024-03-08").replace("patroli dit", f"{CANARY} dit")
    small_archive.write(
        project,
        {
            "sessions/polsek-rekaan/2024-03-01.yml": session,
            "sessions/polsek-khayal/2024-03-08.yml": withdrawn.replace(
                "polsek-rekaan", "polsek-khayal"
            ),
            "outcomes/polsek-rekaan/2024-03-20.yml": OUTCOME + f"# {CANARY}\n",
        },
    )
    (content / "tentang.md").write_text(
        (content / "tentang.md").read_text() + f"\n[//]: # ({CANARY})\n"
    )
    git = {"GIT_AUTHOR_NAME": CANARY, "GIT_AUTHOR_EMAIL": f"{CANARY}@contoh.test"}
    git |= {"GIT_COMMITTER_NAME": CANARY, "GIT_COMMITTER_EMAIL": f"{CANARY}@contoh.test"}
    (project / ".gitignore").write_text("/site/\n/.kabar/\n/.site-*/\n")
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", CANARY]):
        subprocess.run(["git", *arguments], cwd=project, env=os.environ | git, check=True)
    config = project / "mkdocs.yml"
    report = plugin.build_site(config, jobs=1, strict=False)
    assert report.published, report.findings
    # The second session is taken back after it was published.
    assert where(project / "site", CANARY)
    (data / "sessions/polsek-khayal/2024-03-08.yml").write_text(
        "ditarik:\n  tanggal: 2024-05-01\n  alasan: privasi\n  dasar: Permintaan.\n"
    )
    report = plugin.build_site(config, jobs=1, strict=False)
    assert report.published, report.findings
    assert where(project / "site", CANARY) == []
    assert where(project / ".kabar", CANARY) == []


def described(words: str) -> bytes:
    """A sound photo whose metadata say something."""
    metadata = Image.Exif()
    metadata[0x010E] = words
    made = io.BytesIO()
    Image.new("RGB", (64, 64), "grey").save(made, "JPEG", exif=metadata)
    return made.getvalue()


def photo(root: Path, content: bytes) -> None:
    (root / OUTCOMES / "2024-03-20.yml").write_text(OUTCOME + BUKTI)
    (root / "data/media/polsek-rekaan/2024-03-20").mkdir(parents=True)
    (root / "data/media/polsek-rekaan/2024-03-20/pos.jpg").write_bytes(content)


SESSIONS, OUTCOMES = "data/sessions/polsek-rekaan", "data/outcomes/polsek-rekaan"
BUKTI = "bukti:\n  - berkas: pos.jpg\n    keterangan: Pos kamling\n    asli: ya\n"

# Where somebody may leave it so that the build stops: what, and how it gets there.
STOPPED: dict[str, Callable[[Path], object]] = {
    "an unknown key": lambda root: (root / SESSIONS / "2024-03-01.yml").write_text(
        f"{SESSION}{CANARY}: apa\n"
    ),
    "an unknown word": lambda root: (root / SESSIONS / "2024-03-01.yml").write_text(
        SESSION.replace("program: jumat-curhat", f"program: {CANARY}")
    ),
    "the value of an unknown key": lambda root: (root / SESSIONS / "2024-03-01.yml").write_text(
        f"{SESSION}pelapor: {CANARY}\n"
    ),
    "the name of a record's file": lambda root: (root / SESSIONS / f"{CANARY}.yml").write_text(
        SESSION
    ),
    "the name of a folder": lambda root: shutil.copytree(
        root / SESSIONS, root / "data/sessions" / CANARY
    ),
    "the backup of an editor": lambda root: (root / SESSIONS / "2024-03-01.yml~").write_text(
        f"{SESSION}# {CANARY}\n"
    ),
    "a draft left among the records": lambda root: (root / SESSIONS / "draf.txt").write_text(
        CANARY
    ),
    "what a photo says of itself": lambda root: photo(root, described(CANARY)),
}


def test_where_a_canary_stops_the_build_the_old_site_stays_without_it(project: Path) -> None:
    config = project / "mkdocs.yml"
    assert plugin.build_site(config, jobs=1, strict=False).published
    before = {one: one.read_bytes() for one in (project / "site").rglob("*") if one.is_file()}
    sound = project / "sound"
    shutil.copytree(project / "data", sound)
    for place, leave in STOPPED.items():
        leave(project)
        assert where(project / "data", CANARY), place
        report = plugin.build_site(config, jobs=1, strict=False)
        assert not report.published, place
        assert where(project / "site", CANARY) == [], place
        assert {one: one.read_bytes() for one in before} == before, place
        said = notices.as_text(report.findings) + notices.as_json(report.findings)
        # What nobody could take for a name may be repeated, so that it is found.
        if place in ("the value of an unknown key", "what a photo says of itself"):
            assert CANARY not in said, place
        shutil.rmtree(project / "data")
        shutil.copytree(sound, project / "data")
    assert plugin.build_site(config, jobs=1, strict=False).published


def test_a_draft_of_the_program_and_a_folder_beside_the_records_are_not_published(
    project: Path,
) -> None:
    for name in (".kabar/drafts/sesi.json", "catatan-saya/warga.yml", ".git-catatan", "rekap.xlsx"):
        file = project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(CANARY)
    report = plugin.build_site(project / "mkdocs.yml", jobs=1, strict=False)
    assert report.published, report.findings
    assert where(project / "site", CANARY) == []
