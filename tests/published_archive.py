"""A small archive that was published: in a git repository, with all that may change afterwards."""

import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
import small_archive
from small_archive import OUTCOME, REGISTRIES, SESSION

from generator import archive, records
from generator.checks import against
from generator.findings import Finding

TODAY = date(2024, 6, 1)
HELD = "sessions/polsek-rekaan/2024-03-01.yml"
AHEAD = "sessions/polsek-rekaan/2024-06-07.yml"
MENDED = "sessions/polsek-khayal/2024-04-05.yml"
QUIET = "sessions/polsek-khayal/2024-05-03.yml"
UNTOLD = "sessions/polsek-khayal/2024-05-10.yml"
UNDATED = "sessions/polsek-khayal/tanpa-tanggal.yml"
BURIED = "sessions/polsek-khayal/2024-02-02.yml"
DONE = "outcomes/polsek-rekaan/2024-03-20.yml"
SHOWN = "outcomes/polsek-rekaan/2024-04-10.yml"
PHOTO = "media/polsek-rekaan/2024-04-10/patroli.jpg"
PROGRAMME = "programs/jumat-curhat.yml"

Files = Mapping[str, str | bytes | None]

SESSION_HELD = SESSION.replace(
    "masukan:\n",
    "hadir:\n  jumlah: 30\n  unsur: [warga, ketua RT]\n"
    "petugas:\n  - peran: pimpinan\n    jabatan: Kapolsek Rekaan\n    pangkat: AKP\n"
    "  - jabatan: Kanit Binmas\n"
    "pesan: Warga diajak ikut ronda.\n"
    "masukan:\n",
).replace(
    "    janji:\n",
    "    jawaban:\n      - jenis: komitmen\n        penjawab: Kapolsek Rekaan\n"
    "        isi: Patroli ditambah setiap malam Minggu.\n    janji:\n",
)
PLEDGE = "komitmen:\n  - id: posko\n    isi: Posko dibuka setiap akhir pekan.\n"
_AT_KHAYAL = (
    "program: jumat-curhat\nsatuan: polsek-khayal\ntanggal: {day}\n"
    "tempat:\n  desa: Khayal Baru\nmasukan: {said}\n"
)
STONE = "ditarik:\n  tanggal: 2024-04-20\n  alasan: privasi\n  dasar: permintaan warga\n"

PUBLISHED: Mapping[str, str | bytes] = MappingProxyType(
    {
        **REGISTRIES,
        PROGRAMME: (
            "nama: Jumat Curhat\ntenggat_bawaan:\n  - sejak: 2023-01-01\n    hari: 30\n"
            "    dasar: Peraturan Contoh 1\n"
        ),
        HELD: SESSION_HELD + PLEDGE,
        AHEAD: SESSION.partition("masukan:")[0].replace("2024-03-01", "2024-06-07"),
        MENDED: """\
program: jumat-curhat
satuan: polsek-khayal
tanggal: 2024-04-05
tempat:
  desa: Khayal Baru
masukan:
  - id: lampu
    jenis: keluhan
    tema: lampu-jalan
    isi: |
      Tiga lampu jalan di depan pasar
      mati sejak bulan lalu.
  - id: rahasia
    ditarik:
      tanggal: 2024-04-20
      alasan: privasi
      dasar: permintaan warga
koreksi:
- tanggal: 2024-04-12
  bagian: masukan.lampu.isi
  semula: Dua lampu
  menjadi: Tiga lampu
  sebab: salah hitung
""",
        QUIET: _AT_KHAYAL.format(day="2024-05-03", said="nihil"),
        UNTOLD: _AT_KHAYAL.format(day="2024-05-10", said="tidak dirinci"),
        UNDATED: _AT_KHAYAL.format(day="tidak diketahui", said="nihil")
        + "sumber:\n  - judul: Laporan\n    tanggal: 2024-02-01\n",
        BURIED: STONE,
        DONE: OUTCOME,
        SHOWN: (
            "menjawab: 2024-03-01#patroli\ntanggal: 2024-04-10\nkejadian: selesai\n"
            "uraian: Patroli malam Minggu sudah rutin.\n"
            "bukti:\n  - berkas: patroli.jpg\n    keterangan: Tim patroli\n    asli: ya\n"
        ),
        PHOTO: small_archive.jpeg(),
    }
)
"""What was published, by path below data/."""


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def commit(root: Path, message: str = "Terbit") -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)


def write(root: Path, files: Files) -> None:
    """Write files by path below data/; one that is None goes."""
    for name, content in files.items():
        file = root / "data" / name
        if content is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.fixture(scope="session")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published archive, to be copied: nobody changes it."""
    root = tmp_path_factory.mktemp("terbit") / "proyek"
    write(root, PUBLISHED)
    git(root, "init", "--quiet")
    commit(root)
    git(root, "tag", "terbit")
    return root


@pytest.fixture
def published(published_once: Path, tmp_path: Path) -> Path:
    """A copy of the published archive in a git repository of its own; its tag is `terbit`."""
    root = tmp_path / "proyek"
    shutil.copytree(published_once, root)
    return root


def compared(root: Path, ref: str = "terbit") -> tuple[Finding, ...]:
    """Compare the archive as it lies there with a ref."""
    reading = records.read(root, root / "data")
    found = archive.build(reading.records, TODAY)
    return against.compare(root, root / "data", found, ref, TODAY)


def said(findings: tuple[Finding, ...]) -> list[str]:
    return [
        f"{one.file.removeprefix('data/')}:{one.line} [{one.check}]"
        f"{'' if one.is_error else ' (peringatan)'} {one.where}: {one.message}"
        for one in findings
    ]
