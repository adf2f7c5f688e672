"""The demo: the same for the same seed, fit to be published, and never to be taken for real."""

import re
from collections import defaultdict
from datetime import date
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from kabar_command import Kabar

from generator import demo, pictures, plugin, records, site
from generator.archive import Archive
from generator.demo import DAY, Counts, make_project, places, project, sayings, write_records
from generator.demo.drawings import KINDS, Drawings
from generator.demo.matters import Matter, themes
from generator.demo.registries import REASONS
from generator.errors import SettingsError
from generator.findings import Finding
from generator.model import Concern, Event, Form, Recurrence
from generator.plugin.settings import FICTION, banner
from generator.status import Status

SESSIONS = 200
Checked = tuple[Counts, Archive, tuple[Finding, ...]]


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def check(root: Path, sessions: int, seed: int = 1) -> Checked:
    counts = write_records(root / "data", sessions, seed, pictures=True)
    return counts, *site.check(root, root / "data", DAY)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return check(tmp_path_factory.mktemp("archive"), SESSIONS)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a demo, as `kabar build` makes it."""
    root = tmp_path_factory.mktemp("demo") / "contoh"
    make_project(root, 60, seed=1)
    report = plugin.build_site(root / "mkdocs.yml", today=DAY, jobs=1)
    assert report.published, report.findings
    assert report.findings == ()
    return report.site


# The same bytes


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    first = make_project(tmp_path / "first", SESSIONS, seed=7)
    again = make_project(tmp_path / "again", SESSIONS, seed=7)
    assert again == first
    assert digests(tmp_path / "again") == digests(tmp_path / "first")


def test_another_seed_gives_other_sessions(tmp_path: Path) -> None:
    write_records(tmp_path / "first", 20, seed=1)
    write_records(tmp_path / "other", 20, seed=2)
    first, other = digests(tmp_path / "first"), digests(tmp_path / "other")
    sessions = [name for name in first.keys() & other.keys() if name.startswith("sessions/")]
    assert digests(tmp_path / "first") != digests(tmp_path / "other")
    assert all(first[name] != other[name] for name in sessions)


def test_pictures_change_nothing_but_the_records_that_name_them(tmp_path: Path) -> None:
    write_records(tmp_path / "without", 60, seed=1)
    write_records(tmp_path / "with", 60, seed=1, pictures=True)
    without, with_them = digests(tmp_path / "without"), digests(tmp_path / "with")
    drawn = {name for name in with_them if name.startswith("media/")}
    assert with_them.keys() - without.keys() == drawn
    changed = {name for name in without if without[name] != with_them[name]}
    assert len(changed) == len(drawn) == 2


@pytest.mark.parametrize("sessions", [1, 3, 40, 400])
def test_it_has_as_many_sessions_as_were_asked_for(tmp_path: Path, sessions: int) -> None:
    counts = write_records(tmp_path, sessions, seed=1)
    written = list((tmp_path / "sessions").rglob("*.yml"))
    assert len(written) == counts.sessions == sessions
    assert len(list(tmp_path.rglob("*.yml"))) == counts.files


def test_it_never_writes_over_records(tmp_path: Path) -> None:
    write_records(tmp_path, 3, seed=1)
    with pytest.raises(FileExistsError):
        write_records(tmp_path, 3, seed=1)


# Fit to be published


def test_nothing_is_wrong_with_it(checked: Checked) -> None:
    _counts, _archive, findings = checked
    assert findings == ()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sixty_sessions_show_every_status_event_and_programme(tmp_path: Path, seed: int) -> None:
    _counts, archive, findings = check(tmp_path, 60, seed)
    assert findings == ()
    assert set(archive.by_status) == set(Status)
    assert {one.event for one in archive.outcomes} == set(Event)
    scoped = {one.scope.programme for one in archive.scoped if one.scope}
    used = scoped | {session.programme for session in archive.sessions}
    assert used == set(archive.records.registries.programmes)
    assert archive.announced
    assert archive.withdrawn_outcomes
    assert any(session.corrections for session in archive.sessions)
    assert any(session.concerns is None for session in archive.sessions)


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2027, 1, 3)])
def test_it_can_be_made_for_any_day(tmp_path: Path, day: date) -> None:
    write_records(tmp_path / "data", 60, seed=1, day=day)
    archive, findings = site.check(tmp_path, tmp_path / "data", day)
    assert findings == ()
    assert archive.announced
    assert set(archive.by_status) == set(Status)


def test_it_stays_valid_as_days_pass(tmp_path: Path) -> None:
    write_records(tmp_path / "data", 60, seed=1)
    archive, findings = site.check(tmp_path, tmp_path / "data", date(2031, 5, 1))
    assert findings == ()
    assert not archive.announced


def test_it_is_as_full_as_a_real_archive(checked: Checked) -> None:
    counts, archive, _findings = checked
    concerns = [len(session.entries) for session in archive.sessions]
    texts = [
        len(text)
        for matter in archive.matters.values()
        if (text := getattr(matter.concern, "text", None))
    ]
    assert set(concerns) == set(range(7))
    assert 2.5 <= counts.concerns / counts.sessions <= 3.5
    assert 1.5 <= counts.outcomes / counts.sessions <= 2.2
    assert 80 <= sum(texts) / len(texts) <= 250


def test_it_lies_in_the_four_years_before_its_day(checked: Checked) -> None:
    _counts, archive, _findings = checked
    days = [one.date.latest for one in archive.sessions if one.date.latest]
    happened = [one.date.earliest for one in archive.outcomes if one.date.earliest]
    assert date(2021, 6, 1) <= min(days)
    assert max(happened) <= DAY


def test_there_is_something_to_search_for_under_every_theme(tmp_path: Path) -> None:
    write_records(tmp_path / "data", 1_500, seed=1)
    found = records.read(tmp_path, tmp_path / "data").records
    texts: dict[str, set[str]] = defaultdict(set)
    for session in found.sessions.values():
        for concern in getattr(session, "entries", ()):
            if isinstance(concern, Concern) and concern.text:
                for theme in concern.themes:
                    texts[theme].add(concern.text)
    assert texts.keys() == themes().keys()
    assert {theme: len(said) for theme, said in texts.items() if len(said) < 40} == {}


# What its people say


@pytest.mark.parametrize(
    "matter",
    [matter for theme in themes().values() for matter in theme.matters],
    ids=lambda matter: f"{matter.theme}/{matter.id}",
)
def test_everything_a_matter_names_is_there(matter: Matter) -> None:
    assert matter.where in sayings.PLACES
    assert matter.when in sayings.TIMES
    assert matter.picture in KINDS
    assert matter.form in set(Form)
    assert not matter.partner or matter.partner in sayings.PARTNERS
    assert matter.partner or not matter.is_partners
    assert set(matter.habits) <= set(Recurrence)
    assert bool(matter.habits) is bool(matter.evidence)
    assert not matter.refusal or matter.refusal.reason in REASONS


def test_no_sentence_keeps_a_gap(tmp_path: Path) -> None:
    write_records(tmp_path, 300, seed=3)
    gaps = [path for path in tmp_path.rglob("*.yml") if re.search(r"[{}]", path.read_text())]
    assert gaps == []


# Never to be taken for real


def test_no_name_of_a_place_is_given_twice() -> None:
    for name in (places.district, places.regency, places.province):
        names = [name(number) for number in range(3_000)]
        assert len(set(names)) == len(names)
    villages = [places.village(number, "").name for number in range(40_000)]
    assert len(set(villages)) == len(villages)


def test_no_officer_has_a_name(checked: Checked) -> None:
    _counts, archive, _findings = checked
    officers = [one for session in archive.sessions for one in session.officers]
    assert officers
    assert [one for one in officers if one.name] == []


def test_no_unit_or_area_of_the_example_is_in_it(checked: Checked) -> None:
    _counts, archive, _findings = checked
    root = Path(__file__).parents[1]
    real = records.read(root, root / "data").records.registries.units
    units = archive.records.registries.units
    assert units.keys().isdisjoint(real)
    for part in ("provinces", "regencies", "districts"):
        theirs = {name for unit in real.values() for name in getattr(unit.area, part)}
        ours = {name for unit in units.values() for name in getattr(unit.area, part)}
        assert ours
        assert ours.isdisjoint(theirs)


def test_every_page_says_that_it_is_fiction(built: Path) -> None:
    said = banner(FICTION)
    pages = {path.relative_to(built).as_posix(): path for path in built.rglob("*.html")}
    kinds = ("404.html", "index.html", "angka/", "tanya-balik/", "poster/", "wilayah/", "sesi/")
    assert [kind for kind in kinds if not any(name.startswith(kind) for name in pages)] == []
    silent = [
        name
        for name, path in pages.items()
        if said not in path.read_text(encoding="utf-8").partition("<body")[2]
    ]
    assert silent == []


def test_its_own_pages_do_not_speak_of_public_news(built: Path) -> None:
    about = (built / "tentang" / "index.html").read_text(encoding="utf-8")
    home = (built / "index.html").read_text(encoding="utf-8")
    assert "berita yang terbuka" not in about
    assert "bukan situs resmi Polri" not in home
    assert "Semua isi situs ini rekaan" in about


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_picture_holds_nothing_but_the_picture(kind: str) -> None:
    content, caption = Drawings(5).draw(kind)
    pictures.check(content, ".png")
    assert len(content) < 30_000
    assert "rekaan" in caption
    assert Drawings(5).draw(kind)[0] == content
    assert len({Drawings(seed).draw(kind)[0] for seed in range(8)}) > 1


def test_pictures_are_few(checked: Checked, tmp_path: Path) -> None:
    counts, archive, _findings = checked
    assert counts.pictures == SESSIONS // 25 == len(archive.records.media)
    assert write_records(tmp_path, 20, seed=1, pictures=True).pictures == 0


# The project


def test_its_settings_are_the_project_s_but_for_what_makes_it_fiction(tmp_path: Path) -> None:
    make_project(tmp_path / "contoh", 5, seed=1)
    ours = (tmp_path / "contoh" / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    real = (project.starter() / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    different = [line.strip() for line in ours if line not in real]
    assert different == [f"{key}: {value}" for key, value in project.SETTINGS.items()]
    assert project.SITE_URL.endswith(".example/")


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "contoh").mkdir()
    make_project(tmp_path / "contoh", 5, seed=1)
    assert [path.name for path in tmp_path.iterdir()] == ["contoh"]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "milik.txt").write_text("saya")
    with pytest.raises(SettingsError, match="sudah ada isinya"):
        make_project(tmp_path, 5, seed=1)
    assert [path.name for path in tmp_path.iterdir()] == ["milik.txt"]


def test_what_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object, **_options: object) -> Counts:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(project, "write_records", broken)
    with pytest.raises(SettingsError, match="No space left"):
        make_project(tmp_path / "contoh", 5, seed=1)
    assert list(tmp_path.iterdir()) == []


def test_an_installed_program_carries_what_a_project_starts_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wheel: Path
) -> None:
    with ZipFile(wheel) as packed:
        packed.extractall(tmp_path)
    monkeypatch.setattr(project, "__file__", str(tmp_path / "generator" / "demo" / "project.py"))
    assert project.starter() == tmp_path / "generator" / "starter"
    make_project(tmp_path / "contoh", 5, seed=1)
    make_project_here = digests(tmp_path / "contoh")
    monkeypatch.undo()
    make_project(tmp_path / "lain", 5, seed=1)
    assert digests(tmp_path / "lain") == make_project_here


# The command


def test_the_command_says_what_it_made_and_what_to_do_next(kabar: Kabar, tmp_path: Path) -> None:
    folder = tmp_path / "contoh saya"
    said = kabar("demo", str(folder), "--sessions", "30", "--seed", "2")
    assert (said.code, said.err) == (0, "")
    for words in ("30 sesi", "16 desa", "1 gambar", "30 Juni 2025", f"cd '{folder}'"):
        assert words in said.out
    assert f"kabar build --as-of {demo.DAY}" in said.out
    assert kabar("check", "--config", str(folder / "mkdocs.yml"), "--as-of", "2025-06-30").code == 0


def test_the_command_refuses_what_it_cannot_do(kabar: Kabar, tmp_path: Path) -> None:
    (tmp_path / "milik.txt").write_text("saya")
    again = kabar("demo", str(tmp_path))
    none = kabar("demo", str(tmp_path / "contoh"), "--sessions", "0")
    assert (again.code, none.code) == (2, 2)
    assert "sudah ada isinya" in again.err
    assert "paling sedikit 1 sesi" in none.err
    assert "holds something already" in kabar("--lang", "en", "demo", str(tmp_path)).err
