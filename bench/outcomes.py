"""What happens to the concerns of a made-up session afterwards, as YAML."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bench import phrases
from bench.desk import DAY, MONTH, Desk, withdrawn
from bench.sessions import Story, Written

TOLD_TOGETHER = frozenset({"dikerjakan", "dievaluasi", "dirapatkan", "bukti berkala"})
"""One file tells these of several concerns when they happen on one day."""

DEEDS = frozenset({"dikerjakan", "selesai", "bukti berkala", "sebagian"})


@dataclass(frozen=True, slots=True)
class Happening:
    """One event to one concern; `needs` is what it also has to say, in YAML."""

    day: date
    event: str
    story: Story
    needs: str


def write_outcomes(desk: Desk, session: Written) -> None:
    """Write what became of a session's concerns, up to the day of the archive."""
    late = desk.chance.randrange(4)
    together: dict[tuple[date, str, str], list[Happening]] = {}
    for story in session.stories:
        for happening in _happenings(desk, session, story, late):
            alone = "" if happening.event in TOLD_TOGETHER else story.id
            together.setdefault((happening.day, happening.event, alone), []).append(happening)
            if happening.event == "selesai":
                desk.claimed.append((happening.day, f"{session.stem}#{story.id}"))
    for happenings in together.values():
        _write(desk, happenings[0], [f"{session.stem}#{one.story.id}" for one in happenings])


def write_mediations(desk: Desk, day: date) -> None:
    """Write how many quarrels were settled in a month: an outcome of many unnamed concerns."""
    text = (
        f"cakupan:\n  program: problem-solving\n  satuan: {desk.holder.key}\n"
        f"tanggal: {day:%Y-%m}\nkejadian: dikerjakan\nbentuk: mediasi\n"
        "uraian: |\n  Beberapa perselisihan warga diselesaikan lewat musyawarah.\n"
        f"ukuran:\n  - jumlah: {1 + day.day % 4}\n    berupa: perselisihan\n"
    )
    desk.folder.write("outcome", f"outcomes/{desk.holder.key}", f"mediasi-{day:%Y-%m}", text)


def _happenings(desk: Desk, session: Written, story: Story, late: int) -> Iterator[Happening]:
    last = session.day
    for event, days in story.plot.events:
        if days < 0:
            last = max(last + timedelta(days=1), DAY + timedelta(days=days))
        else:
            last = session.day + timedelta(days=days + late)
        needs = _needs(desk, event, session, last)
        if last > DAY or needs is None:
            return
        yield Happening(last, event, story, needs)


def _needs(desk: Desk, event: str, session: Written, day: date) -> str | None:
    match event:
        case "digabung":
            waiting = (one.id for one in session.stories if one.plot.can_take_over)
            target = next(waiting, None)
            return f"ke: {session.stem}#{target}\n" if target else None
        case "dikoordinasikan":
            return f"mitra: {desk.one_of(phrases.PARTNERS)}\n"
        case "diteruskan":
            check_again = day + timedelta(days=14)
            partner = desk.one_of(phrases.PARTNERS)
            return f"mitra: {partner}\ncek_lagi: {check_again}\nnomor: S-{day:%m%d}\n"
        case "diperpanjang":
            return f"tenggat: {session.day + 2 * MONTH}\nsebab: Alatnya belum datang.\n"
        case "sebagian":
            return f"sisa: Bagian di ujung desa belum.\ntenggat: {day + MONTH}\n"
        case "dibenarkan warga" | "disanggah warga":
            return f"cara: kunjungan\nditanya: {2 + day.day % 5}\n"
        case "tidak dipenuhi":
            return "alasan: petugas-kurang\nlangkah_warga: Sampaikan lagi bulan depan.\n"
        case "dibuka kembali":
            return "sebab: Kejadian serupa dilaporkan lagi.\n"
        case "disampaikan":
            return f"saluran: {('kunjungan', 'WhatsApp')[day.day % 2]}\n"
    return ""


def _write(desk: Desk, happening: Happening, answered: list[str]) -> None:
    day, event = happening.day, happening.event
    folder, stem = f"outcomes/{desk.holder.key}", day.isoformat()
    desk.stems[stem] += 1
    if desk.stems[stem] > 1:
        stem += f"-{desk.stems[stem]}"
    if day < DAY and desk.happens(0.001):
        desk.folder.write("outcome", folder, stem, withdrawn(day + timedelta(days=1)))
        return
    text = f"menjawab: [{', '.join(answered)}]\ntanggal: {day}\nkejadian: {event}\nuraian: |\n"
    if event in DEEDS:
        about = phrases.TOPICS[happening.story.topic]
        text += f"  {desk.one_of(about.actions)}\n  {phrases.ACCOUNTS[event]}\n"
        text += f"bentuk: {about.form}\n"
        if desk.happens(0.4):
            text += f"ukuran:\n  - jumlah: {1 + day.day % 9}\n    berupa: kali kegiatan\n"
    else:
        text += f"  {phrases.ACCOUNTS[event]}\n"
    desk.folder.write("outcome", folder, stem, text + happening.needs)
