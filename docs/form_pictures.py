"""The pictures of the form in the officers' guide; `make gambar` takes them anew.

The form is the real one, saving into a project that is made for it, in a browser an officer has.
"""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from desk.serve import serving
from docs import guide_scenes as scenes
from docs.guide_examples import FIRST_OUTCOME, FIRST_SESSION, GUIDE, ROOT, practice

FOLDER = GUIDE / "gambar"
BUILT = ROOT / "desk" / "dist"
COMPUTER: ViewportSize = {"width": 1280, "height": 800}
HIGH: ViewportSize = {"width": 1280, "height": 1600}
NARROW: ViewportSize = {"width": 1000, "height": 700}
PHONE: ViewportSize = {"width": 360, "height": 800}
SAVED_ON = "2025-02-24"
HEAVIEST = 60_000
"""Bytes a picture may have."""
COLOURS = 256
_PATIENCE, _SETTLES = 60_000, 600  # milliseconds


class FormPicture(NamedTuple):
    """A picture: its name, and the words of the form that can be read in it."""

    name: str
    shows: tuple[str, ...]


LIST = FormPicture("formulir-daftar", ("Catatan", "Menunggu terbit", "Sesi", "Kabar"))
FILLED = FormPicture("formulir-sesi", ("ID", "Jenis", "Tema", "Oleh", "Isi"))
ON_A_PHONE = FormPicture("formulir-ponsel", ("Program", "Satuan", "Tanggal", "Simpan"))
BOARD = FormPicture("formulir-papan", ("Menunggu terbit", "Draf", "Ditinjau", "Siap terbit"))
PICTURES = (LIST, FILLED, ON_A_PHONE, BOARD)

REPORTS: Mapping[str, Mapping[str, str]] = {
    "Ditinjau": {
        "answers": "lampu-jalan",
        "day": "2025-02-24",
        "event": "diteruskan",
        "tells": "Surat sudah diterima Dinas Perhubungan.",
    },
    "Siap terbit": {
        "answers": "knalpot",
        "day": "2025-02-22",
        "event": "dikerjakan",
        "tells": "Razia knalpot di jalan depan pasar.",
    },
}
"""What waits on the board, by how far it has come."""


def take(browser: Browser, folder: Path) -> None:
    """Take every picture anew, of a project made in this folder."""
    project = practice(folder / "proyek", (FIRST_SESSION, FIRST_OUTCOME))
    scenes.published_with_earlier_sessions(project)
    with _by_polsek_contoh(), serving(project, BUILT) as address:
        context = browser.new_context(
            viewport=COMPUTER, locale="id-ID", timezone_id="Asia/Jakarta", color_scheme="light"
        )
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(address)
        page.get_by_role("button", name="Masuk").click()
        page.get_by_text("polsek-contoh · 2025-02-07").wait_for(timeout=_PATIENCE)
        _take(page, LIST, (0, 0, 1072, 440))
        for status, report in REPORTS.items():
            _report(page, address, report)
            _save(page)
            _hand_on(page, status)
        _session(page, address)
        page.set_viewport_size(HIGH)
        _take(page, FILLED, _around_a_concern(page))
        _save(page)
        page.set_viewport_size(NARROW)
        page.route("**/api/v1", _on_that_day)
        _go(page, f"{address}#/workflow")
        expect(page.get_by_text("1 menunggu ditinjau, 1 siap terbit.")).to_be_visible(
            timeout=_PATIENCE
        )
        _take(page, BOARD, (0, 60, 1000, 500))
        context.close()


def _on_that_day(route: Route) -> None:
    """The cards of the board tell the day of saving, which is that of this computer's clock."""
    answer = route.fetch()
    route.fulfill(
        response=answer,
        body=re.sub(r'"updatedAt":"[^"T]*', f'"updatedAt":"{SAVED_ON}', answer.text()),
    )


@contextmanager
def _by_polsek_contoh() -> Iterator[None]:
    """Nothing of the machine's own git: what is saved is saved by a post, not by a person."""
    before = dict(os.environ)
    os.environ.update(scenes.GIT)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _take(page: Page, picture: FormPicture, box: tuple[int, int, int, int]) -> None:
    """Keep a part of what is on the screen: left, top, right and bottom.

    The form's address stands on the right, and is another one each time.
    """
    left, top, right, bottom = box
    page.mouse.move(2, 400)  # where nothing changes under it
    page.wait_for_timeout(_SETTLES)  # what fades in has come
    for words in picture.shows:
        expect(page.get_by_text(words, exact=False).first).to_be_attached()
    file = FOLDER / f"{picture.name}.png"
    page.screenshot(
        path=file,
        clip={"x": left, "y": top, "width": right - left, "height": bottom - top},
        animations="disabled",
        caret="hide",
    )
    with Image.open(file) as taken:
        few = taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def _around_a_concern(page: Page) -> tuple[int, int, int, int]:
    """Where on the screen a concern stands, from its list's head to what was said."""
    page.get_by_label("Isi (").evaluate("it => it.scrollIntoView({block: 'center'})")
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(_SETTLES)
    head = page.get_by_role("button", name="Tambah masukan").bounding_box()
    said = page.get_by_label("Isi (").bounding_box()
    if not head or not said:
        raise ValueError("the concern is not on the screen")
    return 200, round(head["y"]) - 48, 1080, round(said["y"] + said["height"]) + 40


def _choose(page: Page, label: str, typed: str) -> None:
    page.get_by_label(label).first.fill(typed)
    page.get_by_role("option").first.click()


def _choose_in(page: Page, field: str, number: int, typed: str) -> None:
    """Choose in one of several fields of the same key, by its place on the page."""
    page.locator(f"input[id^={field}]").nth(number).fill(typed)
    page.get_by_role("option", name=typed, exact=True).click()


def _report(page: Page, address: str, report: Mapping[str, str]) -> None:
    _go(page, f"{address}#/collections/kabar/new")
    _choose(page, "Satuan yang melapor", "polsek contoh")
    _choose(page, "Menjawab", report["answers"])
    page.get_by_label("Tanggal").first.fill(report["day"])
    _choose(page, "Kejadian", report["event"])
    page.get_by_label("Uraian").fill(report["tells"])


def _session(page: Page, address: str) -> None:
    _go(page, f"{address}#/collections/sesi/new")
    _choose(page, "Program", "jumat cur")
    _choose(page, "Satuan", "polsek contoh")
    page.get_by_label("Tanggal").first.fill("2025-02-21")
    page.set_viewport_size(PHONE)
    _take(page, ON_A_PHONE, (0, 0, PHONE["width"], PHONE["height"]))
    page.set_viewport_size(COMPUTER)
    page.get_by_role("button", name="Tambah tempat").click()
    page.get_by_label("Nama (").fill("Balai Desa Sukarekah")
    page.get_by_label("Desa (").fill("Sukarekah")
    page.get_by_role("button", name="Tambah masukan").click()
    page.get_by_label("ID", exact=True).fill("warung-pasar-kemalingan")
    _choose(page, "Jenis", "laporan")
    page.get_by_label("Tema (").first.press("Tab")
    _choose_in(page, "tema-field", 1, "Pencurian")
    page.get_by_label("Isi (").fill("Warung di dekat pasar kemalingan dua kali bulan ini.")


def _go(page: Page, address: str) -> None:
    """Go somewhere as on another day: what the form has not saved, it does not know."""
    page.goto("about:blank")
    page.goto(address)


def _save(page: Page) -> None:
    page.get_by_role("button", name="Simpan", exact=True).click()
    _seen(page, "Status: Draf")


def _hand_on(page: Page, status: str) -> None:
    page.get_by_role("button", name="Status: Draf").click()
    page.get_by_role("menuitem", name=status).click()
    _seen(page, f"Status: {status}")


def _seen(page: Page, button: str) -> None:
    expect(page.get_by_role("button", name=button)).to_be_visible(timeout=_PATIENCE)
