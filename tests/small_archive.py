"""A small valid archive for tests: everything in it is plainly invented."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from generator import archive, records
from generator.archive import Archive

ROOT = Path(__file__).parents[1]

TODAY = date(2024, 6, 1)
"""The day the small archive is looked at."""

REGISTRIES: Mapping[str, str] = MappingProxyType(
    {
        "programs/jumat-curhat.yml": "nama: Jumat Curhat\n",
        "programs/lainnya.yml": "nama: Program lainnya\n",
        "programs/problem-solving.yml": "nama: Problem Solving\n",
        "themes.yml": (
            "patroli:\n  nama: Patroli\n"
            "lampu-jalan:\n  nama: Lampu jalan\n  sinonim: [gelap]\n"
            "rumah-tangga:\n  nama: Kekerasan dalam rumah tangga\n  peka: ya\n"
        ),
        "reasons.yml": (
            "anggaran:\n  nama: Anggaran\n  kalimat: Anggarannya belum tersedia.\n"
            "privasi:\n  nama: Privasi\n  kalimat: Isinya dapat mengungkap seseorang.\n"
        ),
        "units/mabes-contoh.yml": "nama: Mabes Contoh\ntingkat: mabes\nzona: WIB\n",
        "units/polda-contoh.yml": (
            "nama: Polda Contoh\ntingkat: polda\ninduk: mabes-contoh\nzona: WIB\n"
            "wilayah:\n  provinsi: Provinsi Contoh\n"
        ),
        "units/polres-contoh.yml": (
            "nama: Polres Contoh\ntingkat: polres\ninduk: polda-contoh\nzona: WIB\n"
            "wilayah:\n  provinsi: Provinsi Contoh\n  kabupaten: Kabupaten Contoh\n"
        ),
        "units/polres-seberang.yml": (
            "nama: Polres Seberang\ntingkat: polres\ninduk: polda-contoh\nzona: WIB\n"
            "wilayah:\n  provinsi: Provinsi Contoh\n  kabupaten: Kabupaten Seberang\n"
        ),
        "units/polsek-rekaan.yml": (
            "nama: Polsek Rekaan\ntingkat: polsek\ninduk: polres-contoh\nzona: WIB\n"
            "wilayah:\n  provinsi: Provinsi Contoh\n  kabupaten: Kabupaten Contoh\n"
            "  kecamatan: Rekaan\n"
        ),
        "units/polsek-khayal.yml": (
            "nama: Polsek Khayal\ntingkat: polsek\ninduk: polres-contoh\nzona: WIB\n"
            "wilayah:\n  provinsi: Provinsi Contoh\n  kabupaten: Kabupaten Contoh\n"
            "  kecamatan: Khayal\n"
        ),
    }
)
"""Three programmes, three themes, two reasons, and six units in one tree."""

SESSION = """\
program: jumat-curhat
satuan: polsek-rekaan
tanggal: 2024-03-01
tempat:
  nama: Balai Desa Rekaan Jaya
  desa: Rekaan Jaya
masukan:
  - id: patroli
    jenis: permintaan
    tema: [patroli]
    isi: |
      Warga berharap patroli ditingkatkan.
    janji:
      tenggat: 2024-04-01
  - id: jadwal
    jenis: pertanyaan
    isi: |
      Warga bertanya kapan pos polisi dibuka.
"""
"""A session of polsek-rekaan with a request that has a deadline, and a question."""

OUTCOME = """\
menjawab: 2024-03-01#patroli
tanggal: 2024-03-20
kejadian: dikerjakan
uraian: |
  Patroli malam dilakukan tiga kali.
"""
"""What was done about the request of `SESSION`."""

RECORDS: Mapping[str, str] = MappingProxyType(
    {
        "sessions/polsek-rekaan/2024-03-01.yml": SESSION,
        "outcomes/polsek-rekaan/2024-03-20.yml": OUTCOME,
    }
)


JPEG_HEAD = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000"
    "ffdb004300" + "10" * 64 + "ffc0000b080008000801011100"
    "ffc4001400" + "01" + "00" * 15 + "00" + "ffc4001410" + "01" + "00" * 15 + "00"
    "ffda0008010100003f00"
)


def jpeg(size: int = 200) -> bytes:
    """A grey photo of 8 x 8 pixels whose file has this many bytes."""
    return JPEG_HEAD + b"\x3f" * (size - len(JPEG_HEAD) - 2) + b"\xff\xd9"


def write(root: Path, files: Mapping[str, str | bytes | None] = RECORDS) -> Path:
    """Write the registries and these files (by path below data/) and give the data folder.

    A file that is None is left out, so that a registry can be taken away.
    """
    data = root / "data"
    for name, content in {**REGISTRIES, **files}.items():
        if content is None:
            continue
        file = data / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return data


def build(
    root: Path, files: Mapping[str, str | bytes | None] = RECORDS, today: date = TODAY
) -> Archive:
    """Write the small archive with these files, read it, and bring it together as of a day."""
    return archive.build(records.read(root, write(root, files)).records, today)


def write_project(root: Path) -> None:
    """Write a whole project around the small archive, with the real settings and content/."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "content", root / "content")
    write(root)
