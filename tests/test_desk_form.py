"""The form as an officer meets it: in a browser, saving into git through decap-server.

One project, one server and one browser for the whole story: a session is written, read by a second
person and published; a report answers its concern, with a photo; all of it passes the checks and is
built.
"""

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import small_archive
from kabar_command import CONFIG, Kabar
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from test_desk import FORGEJO, made

from desk.serve import serving
from generator import pictures, plugin

TODAY = "2025-06-30"
SESSION = "data/sessions/polsek-rekaan/2025-01-03.yml"
REPORT = "data/outcomes/polsek-rekaan/2025-01-20.yml"
PLACE = 0x8825
"""The tag under which a photo tells where it was taken (GPS, Exif 2.32)."""


class Desk(NamedTuple):
    """A project in git, the form's page, and every address that was asked for."""

    root: Path
    page: Page
    asked: list[str]


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture(scope="module")
def form(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    root = tmp_path_factory.mktemp("meja")
    small_archive.write(root)
    (root / "mkdocs.yml").write_text(CONFIG)
    (root / ".gitignore").write_text("/.kabar/\n/site/\n")
    (root / "content").mkdir()
    (root / "content" / "index.md").write_text("# Kabar Uji\n")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "awal")
    made("node_modules/decap-server/dist/index.js")
    with serving(root, made("dist")) as address:
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, locale="id-ID", timezone_id="Asia/Jakarta"
        )
        page, asked = context.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(address)
        page.get_by_role("button", name="Masuk").click()
        yield Desk(root, page, asked)
        context.close()


def choose(page: Page, label: str, typed: str) -> None:
    box = page.get_by_label(label).first
    box.fill(typed)
    page.get_by_role("option").first.click()


def save(page: Page) -> None:
    page.get_by_role("button", name="Simpan", exact=True).click()
    seen(page, "Status: Draf")


def seen(page: Page, button: str) -> None:
    """Wait until git has it; a machine at work may take long."""
    expect(page.get_by_role("button", name=button)).to_be_visible(timeout=60_000)


def publish(page: Page) -> None:
    """As the second person does who has read it."""
    page.get_by_role("button", name="Status: Draf").click()
    page.get_by_role("menuitem", name="Siap terbit").click()
    seen(page, "Status: Siap terbit")
    page.get_by_role("button", name="Terbitkan", exact=True).click()
    page.get_by_role("menuitem", name="Terbitkan sekarang").click()
    seen(page, "Sudah terbit")


WRITTEN = """\
program: jumat-curhat
satuan: [polsek-rekaan]
tanggal: 2025-01-03
waktu: 16.30
tempat:
  - nama: Balai Desa Rekaan Jaya
    rw: 010
    desa: Rekaan Jaya
masukan:
  - id: patroli-malam
    jenis: permintaan
    tema: [patroli]
    isi: |
      Warga berharap: patroli malam ditingkatkan.

      Juga di gang yang gelap.
    jawaban:
      - jenis: komitmen
        isi: |
          Patroli ditambah.
    janji:
      tenggat: 2025-02-03
"""


def write_a_session(page: Page) -> None:
    page.get_by_role("link", name="Tulis Sesi baru").click()
    choose(page, "Program", "jumat cur")
    choose(page, "Satuan", "rekaan")
    what_is_badly_formed_is_said_and_shown(page)
    page.get_by_label("Tanggal").first.fill("Jumat, 3 Januari 2025")
    page.get_by_label("Waktu").fill("16.30")
    page.get_by_role("button", name="Tambah tempat").click()
    page.get_by_label("Nama (").fill("Balai Desa Rekaan Jaya")
    page.get_by_label("RW (").fill("010")
    page.get_by_label("Desa (").fill("Rekaan Jaya")
    page.get_by_role("button", name="Tambah masukan").click()
    page.get_by_label("ID", exact=True).fill("patroli-malam")
    choose(page, "Jenis", "permintaan")
    page.get_by_label("Tema (").first.press("Tab")
    choose_in(page, "tema-field", 1, "patroli")
    page.get_by_label("Isi (").fill(
        "Warga berharap: patroli malam ditingkatkan.\n\nJuga di gang yang gelap."
    )
    page.get_by_role("button", name="Tambah jawaban").click()
    choose_in(page, "jenis-field", 1, "komitmen")
    page.get_by_label("Isi", exact=True).fill("Patroli ditambah.")
    page.get_by_role("button", name="Tambah janji").click()
    page.get_by_label("Tenggat").fill("2025-02-03")


def what_is_badly_formed_is_said_and_shown(page: Page) -> None:
    """However far down it is; and what must not be written is said all the while."""
    expect(page.get_by_text("Jangan tulis nama, alamat rumah")).to_be_in_viewport()
    date = page.get_by_label("Tanggal").first
    date.fill("3/1/2025")
    page.get_by_role("button", name="Tambah masukan").scroll_into_view_if_needed()
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Belum disimpan")).to_have_text(
        "Belum disimpan: Bisa berarti 3 Januari atau 1 Maret. Tulis 3 Januari 2025."
    )
    expect(date).to_be_in_viewport()


def choose_in(page: Page, field: str, number: int, typed: str) -> None:
    """Choose in one of several fields of the same key, by its place on the page."""
    page.locator(f"input[id^={field}]").nth(number).fill(typed)
    page.get_by_role("option").first.click()


def write_a_report(page: Page) -> None:
    address = page.url.partition("#")[0]
    page.goto("about:blank")  # another day: what is not in git or kept by the browser is gone
    page.goto(f"{address}#/collections/kabar/new")
    choose(page, "Satuan yang melapor", "rekaan")
    choose(page, "Menjawab", "patroli-malam")
    page.get_by_label("Tanggal").first.fill("2025-01-20")
    choose(page, "Kejadian", "dikerjakan")
    page.get_by_label("Uraian").fill("Patroli malam dilakukan tiga kali.")
    page.get_by_role("button", name="Tambah bukti").click()
    photo = page.get_by_label("Berkas")
    photo.set_input_files({"name": "bukan.jpg", "mimeType": "image/jpeg", "buffer": b"bukan foto"})
    expect(page.get_by_text("bukan foto yang dapat dibuka")).to_be_visible(timeout=60_000)
    photo.set_input_files({"name": "Budi.jpg", "mimeType": "image/jpeg", "buffer": taken_photo()})
    expect(page.get_by_text("Foto sudah bersih")).to_be_visible(timeout=60_000)
    page.get_by_label("Keterangan").fill("Tim patroli di pos kamling")
    choose(page, "Asli", "ya")


def taken_photo() -> bytes:
    """A large photo as a telephone takes it: on its side, and telling where it was taken."""
    image = Image.effect_noise((2400, 1800), 60).convert("RGB")
    hidden = Image.Exif()
    hidden[0x0112] = 6  # to be turned to the right
    hidden.get_ifd(PLACE).update({1: "S", 2: (6.0, 10.0, 0.0), 3: "E", 4: (106.0, 49.0, 0.0)})
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=80, exif=hidden)
    assert Image.open(io.BytesIO(stream.getvalue())).getexif().get_ifd(PLACE)
    return stream.getvalue()


def the_photo_is_clean(root: Path, report: str) -> None:
    (name,) = [line.split(": ")[1] for line in report.splitlines() if "berkas:" in line]
    folder = root / "data/media/polsek-rekaan/2025-01-20"
    assert [file.name for file in folder.iterdir()] == [name]
    assert "budi" not in name
    content = (folder / name).read_bytes()
    pictures.check(content, ".jpg")  # nothing but a picture is in it
    assert len(content) <= 300_000
    image = Image.open(io.BytesIO(content))
    assert image.height > image.width
    assert max(image.size) <= 1_600
    assert not image.getexif()


@pytest.mark.browser
def test_a_session_and_what_came_of_it_are_published_by_the_form(form: Desk, kabar: Kabar) -> None:
    root, page, asked = form
    write_a_session(page)
    save(page)
    assert git(root, "ls-files", SESSION) == ""  # nothing is public before it was read
    publish(page)
    assert git(root, "show", f"main:{SESSION}") == WRITTEN
    write_a_report(page)
    save(page)
    publish(page)
    report = git(root, "show", f"main:{REPORT}")
    assert report.startswith("menjawab: [polsek-rekaan/2025-01-03#patroli-malam]\n")
    the_photo_is_clean(root, report)
    checked = kabar("check", "--config", str(root / "mkdocs.yml"), "--as-of", TODAY)
    assert checked.code == 0, checked.out
    assert {url.split("/")[2].partition(":")[0] for url in asked if url.startswith("http")} == {
        "127.0.0.1"
    }
    the_site_carries_the_form(root)


def the_site_carries_the_form(root: Path) -> None:
    """As long as the setting is there, and the form is built; and no page or list leads to it."""
    config, site = root / "mkdocs.yml", root / "site"
    (root / "desk").mkdir()
    shutil.copytree(made("dist"), root / "desk" / "dist")
    shutil.copy(made("library.sum"), root / "desk")
    config.write_text(CONFIG.replace("[kabar]", f"[kabar: {{meja: {FORGEJO}}}]"))
    built = plugin.build_site(config, jobs=1)
    assert built.published, built.findings
    assert (site / "sesi/polsek-rekaan/2025-01-03/index.html").is_file()
    assert (site / "masuk/pustaka.js").read_bytes() == made("dist/pustaka.js").read_bytes()
    assert "patroli-malam" in (site / "masuk/masukan.json").read_text()
    assert "https://git.example/api/v1" in (site / "masuk/setelan.json").read_text()
    listed = "".join(file.read_text() for file in site.glob("sitemap*.xml"))
    assert "sesi/polsek-rekaan" in listed
    assert "masuk/" not in listed
    assert plugin.build_site(config, jobs=1).was_there
    shutil.rmtree(root / "desk" / "dist")
    assert plugin.build_site(config, jobs=1).published
    assert not (site / "masuk").exists()
