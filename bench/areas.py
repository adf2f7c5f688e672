"""What areas cost: the map of very many villages, its pages, and the lists to find one in.

    .venv/bin/python -m bench.areas 5000 20000 80000

Villages are made up and each is met once; a line says seconds of the processor, pages and sizes.
"""

import argparse
import random
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from time import process_time

from pydantic import TypeAdapter

from generator import archive, urls
from generator.areas import Area
from generator.exports import villages as village_files
from generator.model import Session, Unit
from generator.model.registries import Programme
from generator.records import Records, Registries
from generator.views import area as area_pages
from generator.views import villages as village_pages
from generator.views.holdings import sort_out

DAY = date(2024, 6, 1)
BEGINNINGS = (
    "suka sumber tanjung sido karang kali pasir batu muara lubuk banjar tegal sei wono mulyo harjo "
    "rejo gunung padang kampung pulau sungai tani bumi panca cipta mekar parung cibi rawa kebon "
    "pemba ujung simpang teluk air danau bukit"
).split()
ENDS = (
    "maju jaya sari mulya rejo harjo asih raya makmur indah agung mukti tengah barat timur utara "
    "selatan baru lama besar kecil wangi dadi anyar kidul lor wetan kulon kerta negara bakti"
).split()
WORDS = ("", "", "", "", "", "", "", "Kelurahan ", "Kelurahan ", "Nagari ", "Kampung ")
VILLAGES_PER_DISTRICT, DISTRICTS_PER_REGENCY, REGENCIES_PER_PROVINCE = 11, 14, 14


def villages(count: int, seed: int) -> Iterator[Area]:
    """Give so many made-up villages, with as many namesakes as there are in the country."""
    chance = random.Random(seed)
    taken: set[Area] = set()
    while len(taken) < count:
        district, regency, province = _lie(len(taken))
        name = chance.choice(BEGINNINGS) + chance.choice(("", " ", " ")) + chance.choice(ENDS)
        if chance.random() < 0.4:
            name += f" {chance.choice((*BEGINNINGS, *ENDS, 'i', 'ii', 'iii'))}"
        one = Area(province, regency, district, f"{chance.choice(WORDS)}{name.title()}")
        if one not in taken:
            taken.add(one)
            yield one


def _lie(number: int) -> tuple[str, str, str]:
    district = number // VILLAGES_PER_DISTRICT
    regency = district // DISTRICTS_PER_REGENCY
    province = regency // REGENCIES_PER_PROVINCE
    return f"Kecamatan {district}", f"Kabupaten Rekaan {regency}", f"Rekaan {province}"


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of the processor, numbers, and bytes of one size."""

    villages: int
    assembled: float
    sorted_out: float
    pages: int
    laid_out: float
    views: float
    letters: int
    files: int
    exported: float
    largest_file: int
    index_file: int


def measure(count: int) -> Measured:
    """Measure an archive of so many villages, a session with two concerns in each."""
    records = _records(count)
    times = [process_time()]
    found = archive.build(records, DAY)
    times.append(process_time())
    holdings = sort_out(found)
    times.append(process_time())
    pages = [*area_pages.index_pages(holdings), *area_pages.pages(holdings)]
    letters = list(village_pages.pages(holdings))
    times.append(process_time())
    for page in (*pages[:: max(1, len(pages) // 1000)], *letters):
        page.view()
    times.append(process_time())
    files = {one.address: one.content() for one in village_files.files(found)}
    times.append(process_time())
    sizes = {address: len(zlib.compress(content)) for address, content in files.items()}
    index = sizes.pop(urls.VILLAGE_FILE_INDEX)
    assembled, sorted_out, laid_out, views, exported = (
        after - before for before, after in pairwise(times)
    )
    return Measured(
        villages=count,
        assembled=assembled,
        sorted_out=sorted_out,
        pages=len(pages),
        laid_out=laid_out,
        views=views,
        letters=len(letters),
        files=len(files),
        exported=exported,
        largest_file=max(sizes.values()),
        index_file=index,
    )


def _records(count: int) -> Records:
    read = TypeAdapter(Session).validate_python
    unit = TypeAdapter(Unit).validate_python(
        {"nama": "Mabes Contoh", "tingkat": "mabes", "zona": "WIB"}
    )
    object.__setattr__(unit, "id", "mabes-contoh")
    programme = TypeAdapter(Programme).validate_python({"nama": "Jumat Curhat"})
    object.__setattr__(programme, "id", "jumat-curhat")
    sessions: dict[str, Session] = {}
    for number, area in enumerate(villages(count, seed=1)):
        session = read(
            {
                "program": "jumat-curhat",
                "satuan": "mabes-contoh",
                "tanggal": f"{DAY - timedelta(days=1 + number % 900)}",
                "tempat": {
                    "desa": area.village,
                    "kecamatan": area.district,
                    "kabupaten": area.regency,
                    "provinsi": area.province,
                },
                "masukan": [
                    {"id": "a", "jenis": "permintaan", "isi": "Warga minta patroli."},
                    {"id": "b", "jenis": "keluhan", "isi": "Lampu jalan mati."},
                ],
            }
        )
        object.__setattr__(session, "id", f"mabes-contoh/s{number}")
        sessions[session.id] = session
    registries = Registries({"jumat-curhat": programme}, {"mabes-contoh": unit}, {}, {})
    return Records(sessions, {}, registries)


def main(arguments: Sequence[str]) -> None:
    """Measure each size and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.areas", description=__doc__)
    parser.add_argument("villages", type=int, nargs="*")
    heads = (
        *("villages", "assess", "sort out", "area pages", "lay out", "views, 1,000 areas and all"),
        *("letter pages", "files", "export", "largest file", "index file"),
    )
    print("| " + " | ".join(heads) + " |")
    print("|---:" * len(heads) + "|")
    for count in parser.parse_args(arguments).villages:
        one = measure(count)
        cells = (
            *(f"{one.villages:,}", f"{one.assembled:.1f} s", f"{one.sorted_out:.1f} s"),
            *(f"{one.pages:,}", f"{one.laid_out:.1f} s", f"{one.views:.1f} s", f"{one.letters:,}"),
            *(f"{one.files:,}", f"{one.exported:.1f} s", f"{one.largest_file:,} B"),
            f"{one.index_file:,} B",
        )
        print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main(sys.argv[1:])
