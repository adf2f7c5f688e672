"""The gate: no file below data/ may point to a person, whether or not it can be read as a record.

It fails closed: a file it cannot finish is an error, never a pass. Files it has found clean are not
searched again until they, the units' official channels, the themes or the program change.
"""

import hashlib
import platform
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import phonenumbers
import stdnum

from generator import privacy
from generator.findings import Finding
from generator.language import _
from generator.model import Outcome, Session
from generator.privacy import Found, Level, allowances
from generator.privacy.files import Job, Rules, Trouble, is_nameable, search_files
from generator.records import Reading, cache, faults, prefix_of
from generator.records.folder import MEDIA
from generator.records.reading import content_of

PERSONAL, TO_REVIEW = "data-pribadi", "perlu-ditinjau"

EXPLANATIONS: Mapping[str, str] = {
    PERSONAL: """Sesuatu yang dapat menunjuk seseorang.

Nomor telepon, NIK, pelat, rekening, akun, alamat rumah, nama warga, atau umur dan sekolah seorang
anak membuat orang dapat dikenali. Yang sudah terbit tidak dapat diambil lagi dari salinan orang.
Dasarnya UU 27/2022 dan UU 14/2008 Pasal 17; untuk anak juga UU 11/2012 Pasal 19.

Hapus bagian yang disebut, lalu tulis perannya saja: seorang warga, ketua RT, sebuah sepeda motor.
Petugas dan pejabat hanya dinamai di `petugas`. Nomor dan akun resmi satuan dicatat di
`kanal_resmi`. Temuan ini tidak dapat dilewati dengan `ditinjau`.
""",
    TO_REVIEW: """Kata yang perlu dibaca orang kedua.

Kata seperti KDRT, di bawah umur, target operasi, atau rencana razia tidak selalu menunjuk
seseorang, tetapi sering. Hanya orang yang dapat menilainya, bukan program.

Minta orang kedua membaca catatannya. Bila boleh terbit, tulis `ditinjau` dengan `oleh` (jabatan),
`tanggal`, dan `sebab`. Bila tidak, ganti `isi` dengan `tahan`. Banyaknya catatan yang ditinjau
disebut di halaman Angka.
""",
}
"""What officers read about what the gate finds, by its id."""

Sought: TypeAlias = tuple[str, str, tuple[str, ...], bool]
"""A file to search: its path below data/, the digest of what was read of it, the names of its
officers, and whether a second person has looked at it."""

_FILE = "privacy.cache"
_BATCH = 250
_WORTH_SHARING = 4 * _BATCH
_PACKAGE = Path(privacy.__file__).parent
# Registries hold general words, and have no key for a review.
_WITHOUT_REVIEW = ("programs/", "units/", "themes.yml", "reasons.yml")


def examining(
    root: Path,
    data: Path,
    reading: Reading,
    *,
    work: Path | None = None,
    executor: Executor | None = None,
) -> Callable[[], tuple[Finding, ...]]:
    """Begin to search every file of a reading for what points to a person.

    Gives how to get the findings, sorted. `work` keeps which files were clean; None keeps nothing.
    Many files are shared out on `executor`: its workers search from now on, whatever else is done
    here before they are asked for. UU 27/2022 art. 65 forbids disclosing somebody else's personal
    data unlawfully.
    """
    rules = _rules(reading)
    seal = _seal(rules)
    known = _load(work, seal)
    marks = {name: _mark(name, digest) for name, digest in reading.digests.items()}
    sought = [_sought(name, reading) for name, mark in marks.items() if mark not in known]
    searched = _searched(sought, f"{data.absolute()}/", rules, executor)

    def findings() -> tuple[Finding, ...]:
        found: list[Finding] = []
        prefix = prefix_of(root, data)
        for (name, *_about), troubles in zip(sought, searched, strict=True):
            if troubles:
                found += _told(prefix, name, _content(f"{data}/{name}"), troubles)
                del marks[name]
        if known != (clean := frozenset(marks.values())):
            _save(work, seal, clean)
        found += _of_photos(prefix, tuple(reading.records.media), rules)
        return tuple(sorted(set(found)))

    return findings


def without_names(
    findings: Iterable[Finding], root: Path, data: Path, reading: Reading
) -> Iterator[Finding]:
    """Give findings of any check, none with the name of a file that points to somebody.

    Messages end up in the public log of a review.
    """
    prefix, rules = prefix_of(root, data), _rules(reading)
    for one in findings:
        name = one.file.removeprefix(prefix)
        if is_nameable(name, rules):
            yield one
        else:
            said = _(" (nama berkasnya tidak diulang karena mungkin memuat data pribadi)")
            top = name.partition("/")[0] if "/" in name else ""
            yield replace(one, file=f"{prefix}{top}", message=one.message + said)


def _rules(reading: Reading) -> Rules:
    registries = reading.records.registries
    return Rules(allowances(registries.units.values()), frozenset(registries.themes))


def _sought(name: str, reading: Reading) -> Sought:
    identity = name.partition("/")[2].rpartition(".")[0]
    record: object = None
    if name.startswith("sessions/"):
        record = reading.records.sessions.get(identity)
    elif name.startswith("outcomes/"):
        record = reading.records.outcomes.get(identity)
    is_doubted = False
    if record is None and name in reading.mended:
        record = reading.mended[name].record
        # Nobody asks for a review that may be written on a line that cannot be read.
        is_doubted = reading.mended[name].hides(("ditinjau",))
    if isinstance(record, Session | Outcome):
        officers = tuple([one.name for one in record.officers if one.name])
        return name, reading.digests[name], officers, is_doubted or record.reviewed is not None
    return name, reading.digests[name], (), is_doubted or name.startswith(_WITHOUT_REVIEW)


def _searched(
    sought: Sequence[Sought], folder: str, rules: Rules, executor: Executor | None
) -> Iterable[tuple[Trouble, ...]]:
    if executor is None or len(sought) < _WORTH_SHARING:
        return search(sought, folder, rules)
    batches = [sought[start : start + _BATCH] for start in range(0, len(sought), _BATCH)]
    return chain.from_iterable(executor.map(partial(search, folder=folder, rules=rules), batches))


def search(sought: Iterable[Sought], folder: str, rules: Rules) -> list[tuple[Trouble, ...]]:
    """Read files below a folder and search them, also in another process that reaches them.

    What they hold is not sent: that would keep the sender busy, who has an archive to assess. A
    file that has changed since it was read as a record is trouble.
    """
    changed: set[str] = set()
    jobs: list[Job] = []
    for name, digest, officers, is_reviewed in sought:
        content = _content(f"{folder}{name}")
        if cache.digest(content) != digest:
            changed.add(name)
        jobs.append(Job(name, content, officers, is_reviewed))
    found = search_files(jobs, rules)
    if changed:
        return [
            (Trouble(1, 1), *troubles) if job.name in changed else troubles
            for job, troubles in zip(jobs, found, strict=True)
        ]
    return found


def _content(file: str) -> bytes:
    try:
        return content_of(file)
    except OSError:
        return b""


def _told(prefix: str, name: str, content: bytes, troubles: Iterable[Trouble]) -> Iterator[Finding]:
    file = faults.File(prefix, name, content)
    for one in troubles:
        check = PERSONAL if one.level is Level.BLOCKS else TO_REVIEW
        if one.kind is None:
            message = _(
                "pemeriksaan data pribadi pada berkas ini tidak selesai; simpan ulang, lalu ulangi"
            )
            yield file.as_a_whole(check, message)
            continue
        message = privacy.message(Found(one.kind, one.level, 0, 0))
        if one.line:
            yield file.at(one.line, one.column, check, message)
        else:
            yield _in_name(prefix, name, check, message)


def _in_name(prefix: str, name: str, check: str, message: str) -> Finding:
    """Tell of a name of a file or folder without repeating it."""
    top = name.partition("/")[0]
    message = _("di nama berkas atau folder: {message}").format(message=message)
    return faults.File(prefix, top if "/" in name else "").as_a_whole(check, message)


def _of_photos(prefix: str, media: Sequence[str], rules: Rules) -> Iterator[Finding]:
    jobs = [Job(f"{MEDIA}/{name}", b"", is_reviewed=True) for name in media]
    for job, troubles in zip(jobs, search_files(jobs, rules), strict=True):
        yield from _told(prefix, job.name, b"", troubles)


def _mark(name: str, digest: str) -> str:
    return cache.digest(f"{name}\0{digest}".encode())


def _seal(rules: Rules) -> str:
    """What a verdict rests on besides the file: what may stand, our own source, its libraries."""
    allowed = rules.allowed
    told = (
        sorted(allowed.telephones), sorted(allowed.contacts), sorted(allowed.names),
        sorted(allowed.places), sorted(rules.themes), platform.python_version(),
        phonenumbers.__version__, stdnum.__version__,
    )  # fmt: skip
    found = hashlib.blake2b(repr(told).encode(), digest_size=16)
    for file in (*sorted(_PACKAGE.glob("*.py")), Path(__file__)):
        found.update(file.read_bytes())
    return found.hexdigest()


def _load(work: Path | None, seal: str) -> frozenset[str]:
    if work is None:
        return frozenset()
    try:
        first, check, *marks = (work / _FILE).read_text(encoding="ascii").split("\n")
    except (OSError, ValueError):
        return frozenset()
    whole = cache.digest("\n".join(marks).encode()) == check
    return frozenset(marks) if first == seal and whole else frozenset()


def _save(work: Path | None, seal: str, clean: frozenset[str]) -> None:
    """Keep which files were clean; a folder that cannot be written to only costs time later."""
    if work is None:
        return
    marks = "\n".join(sorted(clean))
    with suppress(OSError):
        work.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="ascii", dir=work, prefix=f".{_FILE}.", delete=False
        ) as half:
            half.write("\n".join((seal, cache.digest(marks.encode()), marks)))
        Path(half.name).replace(work / _FILE)
