"""What happens to the concerns of a made-up session afterwards, as YAML."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.demo import sayings
from generator.demo.desk import MONTH, Desk, withdrawn
from generator.demo.matters import Matter
from generator.demo.sessions import partner_of
from generator.demo.stories import Story, Written

TOLD_TOGETHER = frozenset({"dievaluasi", "dirapatkan"})
"""One file tells these of several concerns when they happen on one day."""

TOGETHER = {
    "dievaluasi": "Semua masukan dari pertemuan itu dibaca lagi satu per satu.",
    "dirapatkan": "Semua masukan dari pertemuan itu dibahas dalam rapat mingguan.",
}
DEEDS = frozenset({"dikerjakan", "selesai", "bukti berkala", "sebagian"})
_WITHDRAWN, _CORRECTED = 700, 15
_FEW = frozenset({"arena", "pos", "pertemuan", "tempat", "pohon", "acara", "alat"})
_MANY = frozenset({"peserta", "warga", "SIM", "kendaraan"})


@dataclass(frozen=True, slots=True)
class Happening:
    """One event to one concern; `before` are the events that came earlier."""

    day: date
    event: str
    story: Story
    before: tuple[str, ...]


def write_outcomes(desk: Desk, session: Written) -> None:
    """Write what became of a session's concerns, up to the day of the archive."""
    late = desk.chance.randrange(3)
    together: dict[tuple[date, str, str], list[Happening]] = {}
    for story in session.stories:
        reference = f"{session.stem}#{story.id}"
        if story.plot.can_take_over:
            desk.waiting.append((reference, story))
        for happening in _happenings(desk, session, story, late):
            alone = "" if happening.event in TOLD_TOGETHER else story.id
            together.setdefault((happening.day, happening.event, alone), []).append(happening)
            if happening.event == "selesai" and story.plot.events[-1][0] == "selesai":
                desk.claimed.append((happening.day, reference, story))
    for happenings in together.values():
        _write(desk, session, happenings)


def write_mediations(desk: Desk, day: date) -> None:
    """Write how many quarrels were settled in a month: an outcome of many unnamed concerns."""
    text = (
        f"cakupan:\n  program: problem-solving\n  satuan: {desk.holder.key}\n"
        f"tanggal: {day:%Y-%m}\nkejadian: dikerjakan\nbentuk: mediasi\n"
        f"uraian: |\n  {desk.one_of(sayings.MEDIATED)}\n"
        f"ukuran:\n  - jumlah: {1 + day.day % 4}\n    berupa: perselisihan\n"
    )
    desk.folder.write("outcome", f"outcomes/{desk.holder.key}", f"mediasi-{day:%Y-%m}", text)


def _happenings(desk: Desk, session: Written, story: Story, late: int) -> Iterator[Happening]:
    last, before = session.day, tuple[str, ...]()
    for event, days in story.plot.events:
        if days < 0:
            last = max(last + timedelta(days=1), desk.today + timedelta(days=days))
        else:
            last = session.day + timedelta(days=days + late)
        yield Happening(last, event, story, before)
        before = (*before, event)


def _write(desk: Desk, session: Written, happenings: list[Happening]) -> None:
    first = happenings[0]
    day, event, story = first.day, first.event, first.story
    folder, stem = f"outcomes/{desk.holder.key}", day.isoformat()
    desk.stems[stem] += 1
    if desk.stems[stem] > 1:
        stem += f"-{desk.stems[stem]}"
    number = desk.folder.counted["outcome"]
    if event == "dievaluasi" and desk.folder.counted["taken back"] < 1 + number // _WITHDRAWN:
        desk.folder.counted["taken back"] += 1
        left = withdrawn(min(day + timedelta(days=1), desk.today), "salah-catat")
        desk.folder.write("outcome", folder, stem, left)
        return
    answered = ", ".join(f"{session.stem}#{one.story.id}" for one in happenings)
    account = TOGETHER[event] if len(happenings) > 1 else _account(desk, first)
    text = f"menjawab: [{answered}]\ntanggal: {day}\nkejadian: {event}\n"
    text += f"uraian: |\n  {account}\n"
    matter = story.matter
    by_partner = matter is not None and "diteruskan" in first.before and event == "selesai"
    if by_partner:
        text += f"oleh: {partner_of(desk, story)}\n"
    elif matter is not None and event in DEEDS:
        text += f"bentuk: {matter.form}\n"
        if desk.happens(0.4):
            amount = _amount(matter, day)
            text += f"ukuran:\n  - jumlah: {amount}\n    berupa: {matter.counted}\n"
            if number % _CORRECTED == 3:
                text += _correction(min(day + timedelta(days=2), desk.today), amount)
        text += _photo(desk, f"{desk.holder.key}/{stem}", first)
    desk.folder.write("outcome", folder, stem, text + _needs(desk, first))


def _correction(day: date, amount: int) -> str:
    return (
        f"koreksi:\n  - tanggal: {day}\n    bagian: ukuran.1.jumlah\n"
        f'    semula: "{amount}0"\n    menjadi: "{amount}"\n    sebab: salah ketik\n'
    )


def _amount(matter: Matter, day: date) -> int:
    """How much was done: as much as is likely of what is counted."""
    word = matter.counted.partition(" ")[0]
    least, most = (1, 2) if word in _FEW else (14, 40) if word in _MANY else (2, 9)
    return least + day.toordinal() % (most - least + 1)


def _account(desk: Desk, happening: Happening) -> str:
    story, event = happening.story, happening.event
    matter = story.matter
    if matter is None or event == "dijawab":
        return story.answer or desk.one_of(sayings.ACCOUNTS[event])
    match event:
        case "dikerjakan" | "sebagian":
            company = f"\n  {desk.one_of(sayings.COMPANY)}" if desk.happens(0.4) else ""
            return desk.say(story, desk.one_of(matter.deeds)) + company
        case "bukti berkala":
            return desk.say(story, desk.one_of(matter.evidence))
        case "selesai" if "diteruskan" in happening.before:
            return _generic(desk, story, sayings.DONE_BY_PARTNER)
        case "selesai":
            done = desk.say(story, desk.one_of(matter.results))
            if "dikerjakan" in happening.before or story.plot.needs == "at once":
                return done
            return f"{desk.say(story, desk.one_of(matter.deeds))}\n  {done}"
        case "tidak dipenuhi" if matter.refusal:
            return desk.say(story, matter.refusal.account)
        case "disanggah warga" if "tidak dipenuhi" in happening.before:
            return _generic(desk, story, sayings.DISPUTED_REFUSAL)
    return _generic(desk, story, desk.one_of(sayings.ACCOUNTS[event]))


def _generic(desk: Desk, story: Story, sentence: str) -> str:
    return sentence.format(
        hal=story.about, mitra=partner_of(desk, story), pimpinan=desk.holder.leader
    )


def _needs(desk: Desk, happening: Happening) -> str:
    """What an event also has to say, in YAML."""
    story, day = happening.story, happening.day
    match happening.event:
        case "digabung":
            return f"ke: {story.target}\n"
        case "dikoordinasikan":
            return f"mitra: {partner_of(desk, story)}\n"
        case "diteruskan":
            check_again = day + timedelta(days=14)
            return (
                f"mitra: {partner_of(desk, story)}\ncek_lagi: {check_again}\n"
                f"nomor: S/{1 + day.toordinal() % 97}/{day:%m/%Y}\n"
            )
        case "diperpanjang":
            # The promise named the day a month after the session; the plot extends it on day 20.
            return f"tenggat: {day + MONTH}\nsebab: {desk.one_of(sayings.DELAYS)}\n"
        case "sebagian":
            remainder = story.matter.remainder if story.matter else ""
            return f"sisa: {remainder}\ntenggat: {day + MONTH}\n"
        case "dibenarkan warga" | "disanggah warga":
            return f"cara: {('kunjungan', 'tatap muka')[day.day % 2]}\nditanya: {2 + day.day % 7}\n"
        case "tidak dipenuhi" if story.matter and story.matter.refusal:
            refusal = story.matter.refusal
            return f"alasan: {refusal.reason}\nlangkah_warga: {refusal.steps}\n"
        case "dibuka kembali":
            return "sebab: Warga melapor lagi ke polsek.\n"
        case "disampaikan":
            return f"saluran: {('kunjungan', 'WhatsApp', 'papan pengumuman')[day.day % 3]}\n"
    return ""


def _photo(desk: Desk, record: str, happening: Happening) -> str:
    drawn = desk.draw(happening.story.matter.picture) if happening.story.matter else None
    if drawn is None:
        return ""
    content, caption = drawn
    desk.folder.write_picture(f"media/{record}", "gambar-rekaan.png", content)
    return (
        f"bukti:\n  - berkas: gambar-rekaan.png\n    keterangan: {caption}\n"
        f"    diambil: {happening.day}\n    asli: ya\n"
    )
