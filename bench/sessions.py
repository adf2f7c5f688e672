"""The sessions of a made-up unit, as YAML."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bench import phrases
from bench.desk import DAY, MONTH, Desk, withdrawn
from bench.plots import Plot

CONCERNS = (8, 10, 18, 24, 20, 12, 8)
"""Out of a hundred sessions, how many have 0, 1, 2 ... concerns."""

TOPICS = tuple(phrases.TOPICS)
HOURS = ("09.00", "10.00-11.30", "16.00", "19.30", "malam")
OFTEN = ("setiap hari", "setiap minggu", "setiap bulan", "tidak ditentukan")
SOON = ("segera", "secepatnya", "dalam waktu dekat", "bulan depan")
SILENCE = ("nihil", "nihil", "tidak dibuka", "tidak dirinci")


@dataclass(frozen=True, slots=True)
class Story:
    """One concern of a session: its id, what it is about, and what is to become of it."""

    id: str
    topic: str
    plot: Plot


@dataclass(frozen=True, slots=True)
class Written:
    """A session that was written, and the concerns in it that outcomes may answer."""

    day: date
    stem: str
    stories: tuple[Story, ...]


def write_session(desk: Desk, programme: str, day: date) -> Written:
    """Write a session of a day: announced, withdrawn, silent, or with its concerns."""
    folder = f"sessions/{desk.holder.key}"
    head = f"program: {programme}\nsatuan: {desk.holder.key}\n"
    if day >= DAY:
        announced = f"{head}tanggal: {day}\n{_place(desk, programme)}"
        desk.folder.write("session", folder, day.isoformat(), announced)
        return Written(day, day.isoformat(), ())
    if desk.happens(0.001):
        desk.folder.write("session", folder, day.isoformat(), withdrawn(day + timedelta(days=1)))
        return Written(day, day.isoformat(), ())
    dated, stem = _date(desk, day)
    text = f"{head}tanggal: {dated}\n{_place(desk, programme)}{_attendance(desk, programme)}"
    stories = tuple(_stories(desk))
    concerns = "".join(_concern(desk, day, story) for story in stories)
    text += f"masukan:\n{concerns}" if concerns else f"masukan: {desk.one_of(SILENCE)}\n"
    desk.folder.write("session", folder, stem, text + "".join(_closing(desk, day, stem)))
    desk.folder.counted["concern"] += len(stories)
    return Written(day, stem, stories)


def _date(desk: Desk, day: date) -> tuple[str, str]:
    """The session's date as its source gives it, and the stem of its file."""
    luck = desk.chance.random()
    if luck < 0.003:
        return "tidak diketahui", f"tanpa-tanggal-{day:%Y-%j}"
    if luck < 0.01:
        return f"{day}?", day.isoformat()
    if luck < 0.02:
        return f"{day}/{day + timedelta(days=1)}", day.isoformat()
    return day.isoformat(), day.isoformat()


def _place(desk: Desk, programme: str) -> str:
    mode = phrases.PROGRAMMES[programme][1]
    text = f"waktu: {desk.one_of(HOURS)}\nmoda: {mode}\n"
    if mode == "siaran radio":
        return text
    if not desk.holder.villages:
        return f"{text}tempat:\n  nama: Balai Pertemuan Rekaan\n"
    return f"{text}tempat:\n  nama: Balai Desa\n  desa: {desk.one_of(desk.holder.villages)}\n"


def _attendance(desk: Desk, programme: str) -> str:
    text = (
        f"petugas:\n  - peran: pimpinan\n    jabatan: {desk.holder.head}\n    pangkat: AKP\n"
        "  - peran: pendamping\n    jabatan: Kanit Binmas\n"
    )
    if phrases.PROGRAMMES[programme][1] == "siaran radio":
        return text
    number = 10 + desk.chance.randrange(60)
    how_many = f"{('', 'sekitar ')[number % 2]}{number}"
    roles = ", ".join(desk.chance.sample(phrases.ATTENDING, 3))
    return f"{text}personel: {3 + number % 5}\nhadir:\n  jumlah: {how_many}\n  unsur: [{roles}]\n"


def _stories(desk: Desk) -> Iterator[Story]:
    (count,) = desk.chance.choices(range(len(CONCERNS)), CONCERNS)
    taken: Counter[str] = Counter()
    for _ in range(count):
        plot = next(desk.pack)
        topic = phrases.SENSITIVE if plot.special == "withheld" else desk.one_of(TOPICS)
        taken[topic] += 1
        number = f"-{taken[topic]}" if taken[topic] > 1 else ""
        yield Story(f"{topic}{number}", topic, plot)


def _concern(desk: Desk, day: date, story: Story) -> str:
    plot = story.plot
    if plot.special == "withdrawn":
        return f"  - id: {story.id}\n    {withdrawn(day + timedelta(days=1), '    ')}"
    kind = desk.one_of(plot.kinds)
    text = f"  - id: {story.id}\n    jenis: {kind}\n    tema: [{story.topic}]\n"
    if plot.special == "withheld":
        text += "    tahan: melindungi-korban\n"
    else:
        words = "\n      ".join(_words(desk, kind, story.topic))
        text += f"    oleh: {desk.one_of(phrases.SPEAKERS)}\n    isi: |\n      {words}\n"
    if plot.special == "objection":
        claims = [reference for claimed, reference in desk.claimed if claimed < day]
        text += f"    sebelumnya: {claims[-1]}\n" if claims else ""
    return text + _answer(desk, day, plot.answer) + _promise(desk, day, plot.promise)


def _words(desk: Desk, kind: str, topic: str) -> tuple[str, ...]:
    if kind == "apresiasi":
        return (desk.one_of(phrases.THANKS),)
    if kind == "sanggahan":
        return (desk.one_of(phrases.OBJECTIONS),)
    about = phrases.TOPICS[topic]
    place, time = desk.one_of(phrases.PLACES), desk.one_of(phrases.TIMES)
    problem = desk.one_of(about.problems).format(place=place, time=time)
    wish = desk.one_of(phrases.QUESTIONS if kind == "pertanyaan" else about.wishes)
    effect = (desk.one_of(phrases.EFFECTS),) if desk.happens(0.7) else ()
    return (problem, *effect, wish)


def _answer(desk: Desk, day: date, kind: str) -> str:
    if kind not in phrases.ANSWERS:
        return f"    jawaban: {kind}\n" if kind else ""
    text = f"    jawaban:\n      - jenis: {kind}\n        penjawab: {desk.holder.head}\n"
    if kind == "rujukan":
        check_again = day + timedelta(days=21)
        partner = desk.one_of(phrases.PARTNERS)
        text += f"        mitra: {partner}\n        cek_lagi: {check_again}\n"
    text += f"        isi: |\n          {desk.one_of(phrases.ANSWERS[kind])}\n"
    if kind == "komitmen" and desk.happens(0.2):
        appeal = desk.one_of(phrases.ANSWERS["imbauan"])
        text += f"      - jenis: imbauan\n        isi: |\n          {appeal}\n"
    return text


def _promise(desk: Desk, day: date, key: str) -> str:
    if not key:
        return ""
    said = {
        "tenggat": (day + MONTH).isoformat(),
        "berkala": desk.one_of(OFTEN),
        "kata": desk.one_of(SOON),
    }
    return f"    janji:\n      {key}: {said[key]}\n"


def _closing(desk: Desk, day: date, stem: str) -> Iterator[str]:
    if desk.happens(0.03):
        yield (
            "komitmen:\n  - id: nomor-pengaduan\n    isi: |\n      Nomor pengaduan akan dipasang "
            f"di papan pengumuman desa.\n    janji:\n      tenggat: {day + MONTH}\n"
        )
    if desk.happens(0.4):
        yield f"ringkasan: |\n  {desk.one_of(phrases.SUMMARIES)}\n"
    if desk.happens(0.5):
        yield f"pesan: |\n  {desk.one_of(phrases.MESSAGES)}\n"
    if desk.happens(0.02):
        yield (
            f"koreksi:\n  - tanggal: {day + timedelta(days=1)}\n    bagian: petugas.1.pangkat\n"
            "    semula: IPTU\n    menjadi: AKP\n    sebab: salah ketik\n"
        )
    if desk.happens(0.6) or stem.startswith("tanpa"):
        yield (
            f"sumber:\n  - judul: Catatan pertemuan\n    penerbit: Humas {desk.holder.name}\n"
            f"    url: https://contoh.example/{desk.holder.key}/{stem}\n    tanggal: {day}\n"
        )
