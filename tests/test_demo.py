"""The made-up archives of bench/: the same for the same seed, and fit to be published."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from generator import site
from generator.archive import Archive
from generator.demo import DAY, Counts, write_records
from generator.findings import Finding
from generator.model import Event
from generator.status import Status

SESSIONS = 200


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def checked(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Counts, Archive, tuple[Finding, ...]]:
    root = tmp_path_factory.mktemp("archive")
    counts = write_records(root / "data", SESSIONS, seed=1)
    return counts, *site.check(root, root / "data", DAY)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    first = write_records(tmp_path / "first", SESSIONS, seed=7)
    again = write_records(tmp_path / "again", SESSIONS, seed=7)
    assert again == first
    assert digests(tmp_path / "again") == digests(tmp_path / "first")


def test_another_seed_gives_other_sessions(tmp_path: Path) -> None:
    write_records(tmp_path / "first", 20, seed=1)
    write_records(tmp_path / "other", 20, seed=2)
    first, other = digests(tmp_path / "first"), digests(tmp_path / "other")
    sessions = [name for name in first.keys() & other.keys() if name.startswith("sessions/")]
    assert digests(tmp_path / "first") != digests(tmp_path / "other")
    assert all(first[name] != other[name] for name in sessions)


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


def test_nothing_is_wrong_with_it(
    checked: tuple[Counts, Archive, tuple[Finding, ...]],
) -> None:
    _counts, _archive, findings = checked
    assert findings == ()


def test_every_status_and_every_event_occurs(
    checked: tuple[Counts, Archive, tuple[Finding, ...]],
) -> None:
    _counts, archive, _findings = checked
    assert set(archive.by_status) == set(Status)
    assert {one.event for one in archive.outcomes} == set(Event)


def test_every_programme_is_used(
    checked: tuple[Counts, Archive, tuple[Finding, ...]],
) -> None:
    _counts, archive, _findings = checked
    scoped = {one.scope.programme for one in archive.scoped if one.scope}
    used = scoped | {session.programme for session in archive.sessions}
    assert used == set(archive.records.registries.programmes)


def test_it_is_as_full_as_a_real_archive(
    checked: tuple[Counts, Archive, tuple[Finding, ...]],
) -> None:
    counts, archive, _findings = checked
    concerns = [len(session.entries) for session in archive.sessions]
    texts = [
        len(text)
        for matter in archive.matters.values()
        if (text := getattr(matter.concern, "text", None))
    ]
    assert set(concerns) == set(range(7))
    assert 2.5 <= counts.concerns / counts.sessions <= 3.5
    assert 1.3 <= counts.outcomes / counts.sessions <= 1.8
    assert 80 <= sum(texts) / len(texts) <= 250


def test_it_lies_in_the_four_years_before_its_day(
    checked: tuple[Counts, Archive, tuple[Finding, ...]],
) -> None:
    _counts, archive, _findings = checked
    days = [one.date.latest for one in archive.sessions if one.date.latest]
    happened = [one.date.earliest for one in archive.outcomes if one.date.earliest]
    assert date(2021, 6, 1) <= min(days)
    assert max(happened) <= DAY
    assert archive.announced
