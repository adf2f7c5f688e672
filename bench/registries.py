"""The registries of a made-up archive: a tree of units as large as its sessions need."""

from collections.abc import Iterator

from bench import phrases
from bench.desk import FIRST, Folder, Holder

SESSIONS_PER_UNIT = 40
VILLAGES_PER_SECTOR = 8
SECTORS_PER_RESORT = 8
RESORTS_PER_REGION = 10
ZONES = ("WIB", "WITA", "WIT")
HEADQUARTERS = "mabes-contoh"


def write_registries(folder: Folder) -> None:
    """Write the programmes, themes and reasons."""
    for key, (name, _mode) in phrases.PROGRAMMES.items():
        text = f"nama: {name}\n"
        if key == "jumat-curhat":
            text += f"tenggat_bawaan:\n  - sejak: {FIRST}\n    hari: 60\n    dasar: Aturan contoh\n"
        folder.write("programme", "programs", key, text)
    themes = [
        f"{key}:\n  nama: {topic.name}\n  sinonim: [{topic.synonyms}]\n"
        for key, topic in phrases.TOPICS.items()
    ]
    themes.append(f"{phrases.SENSITIVE}:\n  nama: Kekerasan dalam rumah tangga\n  peka: ya\n")
    folder.write("themes", ".", "themes", "".join(themes))
    reasons = (
        f"{key}:\n  nama: {name}\n  kalimat: {sentence}\n"
        for key, (name, sentence) in phrases.REASONS.items()
    )
    folder.write("reasons", ".", "reasons", "".join(reasons))


def write_units(folder: Folder, sessions: int) -> Iterator[Holder]:
    """Write the tree of units, widest first, and give those that hold sessions."""
    channel = '  - jenis: telepon\n    alamat: "110"\n'
    text = f"nama: Mabes Contoh\ntingkat: mabes\nzona: WIB\nkanal_resmi:\n{channel}"
    folder.write("unit", "units", HEADQUARTERS, text)
    sectors = max(2, sessions * SECTORS_PER_RESORT // SESSIONS_PER_UNIT // (SECTORS_PER_RESORT + 1))
    for sector in range(sectors):
        resort, begins_resort = divmod(sector, SECTORS_PER_RESORT)
        region, begins_region = divmod(resort, RESORTS_PER_REGION)
        zone = ZONES[region % len(ZONES)]
        area = f"  provinsi: Provinsi Rekaan {region + 1:02}\n"
        above, resort_key = f"{region + 1:02}", f"{resort + 1:03}"
        if not begins_resort and not begins_region:
            _write_unit(folder, "polda", above, zone, HEADQUARTERS, area)
        area += f"  kabupaten: Kabupaten Rekaan {resort_key}\n"
        if not begins_resort:
            yield _write_unit(folder, "polres", resort_key, zone, f"polda-contoh-{above}", area)
        area += f"  kecamatan: Rekaan {sector + 1:04}\n"
        above = f"polres-contoh-{resort_key}"
        yield _write_unit(
            folder, "polsek", f"{sector + 1:04}", zone, above, area, _villages(sector)
        )


def _villages(sector: int) -> tuple[str, ...]:
    first = sector * VILLAGES_PER_SECTOR + 1
    return tuple(f"Rekaan {number:04}" for number in range(first, first + VILLAGES_PER_SECTOR))


def _write_unit(
    folder: Folder,
    level: str,
    number: str,
    zone: str,
    parent: str,
    area: str,
    villages: tuple[str, ...] = (),
) -> Holder:
    key, name = f"{level}-contoh-{number}", f"{level.title()} Contoh {number}"
    text = f"nama: {name}\ntingkat: {level}\ninduk: {parent}\nzona: {zone}\nwilayah:\n{area}"
    folder.write("unit", "units", key, text)
    return Holder(key, name, f"Ka{level} Contoh {number}", villages)
