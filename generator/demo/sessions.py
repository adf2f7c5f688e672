"""The sessions of a made-up unit, as YAML."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.demo import sayings
from generator.demo.desk import MONTH, Desk, withdrawn
from generator.demo.matters import Matter, matters_that
from generator.demo.places import Village
from generator.demo.plots import Plot
from generator.demo.registries import MODES, SENSITIVE
from generator.demo.stories import Story, Written

CONCERNS = (8, 10, 18, 24, 20, 12, 8)
"""Out of a hundred sessions, how many have 0, 1, 2 ... concerns."""

HOURS = ("09.00", "10.00-11.30", "13.30-15.00", "16.00", "19.30-21.00", "malam")
SOON = ("segera", "secepatnya", "dalam waktu dekat", "bulan depan")
SILENCE = ("nihil", "nihil", "tidak dibuka", "tidak dirinci")
HALLS = {
    "jumat-curhat": ("Balai Desa {desa}", "Serambi masjid Dusun {dusun}", "Kantor Desa {desa}"),
    "curhat-kamtibmas": ("Balai Dusun {dusun}", "Balai Desa {desa}"),
    "ngopi-kamtibmas": ("Warung kopi Dusun {dusun}", "Pos kamling Dusun {dusun}"),
    "patroli-dialogis": ("Pos kamling Dusun {dusun}", "Pasar {desa}"),
    "lainnya": ("Aula Kantor Kecamatan {kecamatan}",),
}
"""Where a session of a programme is held."""

# Said of the number of the session in its archive: rare things happen in a small one too.
_WITHDRAWN, _UNREPORTED, _CORRECTED, _COMMITTED = 400, 60, 30, 30


def write_session(desk: Desk, programme: str, day: date) -> Written:
    """Write a session of a day: announced, withdrawn, silent, or with its concerns."""
    number = desk.folder.counted["session"]
    folder, key = f"sessions/{desk.holder.key}", desk.holder.key
    if day < desk.today and number % _WITHDRAWN == 24:
        left = withdrawn(day + timedelta(days=1), "salah-catat")
        desk.folder.write("session", folder, day.isoformat(), left)
        return Written(day, day.isoformat(), ())
    village = _one_of(desk, desk.holder.villages)
    head = f"program: {programme}\nsatuan: {key}\n"
    place = _place(desk, programme, village)
    if day >= desk.today or number % _UNREPORTED == 32:
        announced = f"{head}tanggal: {day}\n{place}"
        desk.folder.write("session", folder, day.isoformat(), announced)
        return Written(day, day.isoformat(), ())
    dated, stem = _date(desk, day)
    text = f"{head}tanggal: {dated}\n{place}{_officers(desk)}{_attendance(desk, programme, day)}"
    stories = tuple(_stories(desk, village, day))
    concerns = "".join(_concern(desk, programme, day, story) for story in stories)
    text += f"masukan:\n{concerns}" if concerns else f"masukan: {desk.one_of(SILENCE)}\n"
    text += "".join(_closing(desk, programme, day, stem, number))
    desk.folder.write("session", folder, stem, text)
    desk.folder.counted["concern"] += len(stories)
    return Written(day, stem, stories)


def _one_of(desk: Desk, villages: tuple[Village, ...]) -> Village:
    return villages[int(desk.chance.random() * len(villages))]


def _date(desk: Desk, day: date) -> tuple[str, str]:
    """The session's date as its source gives it, and the stem of its file."""
    luck = desk.chance.random()
    if luck < 0.003:
        return "tidak diketahui", f"tanpa-tanggal-{day:%Y-%j}"
    if luck < 0.01:
        return f"{day}?", day.isoformat()
    if luck < 0.02 and day + timedelta(days=1) < desk.today:
        return f"{day}/{day + timedelta(days=1)}", day.isoformat()
    return day.isoformat(), day.isoformat()


def _place(desk: Desk, programme: str, village: Village) -> str:
    mode = MODES[programme]
    if mode == "siaran radio":
        return f"waktu: {desk.one_of(('09.00-10.00', '16.00-17.00'))}\nmoda: {mode}\n"
    time = "malam" if programme == "patroli-dialogis" else desk.one_of(HOURS)
    if time != "malam" and desk.happens(0.8):
        time = f"{time} {desk.holder.zone}"
    hamlet = desk.one_of(village.hamlets)
    hall = desk.one_of(HALLS[programme]).format(
        desa=village.name, dusun=hamlet, kecamatan=village.district
    )
    above = f"  kecamatan: {village.district}\n" if desk.holder.is_resort else ""
    return f"waktu: {time}\nmoda: {mode}\ntempat:\n  nama: {hall}\n  desa: {village.name}\n{above}"


def _officers(desk: Desk) -> str:
    rank, second = ("AKBP", "Kasat Binmas") if desk.holder.is_resort else ("AKP", "Kanit Binmas")
    return (
        f"petugas:\n  - peran: pimpinan\n    jabatan: {desk.holder.head}\n    pangkat: {rank}\n"
        f"  - peran: pendamping\n    jabatan: {second}\n"
    )


def _attendance(desk: Desk, programme: str, day: date) -> str:
    if MODES[programme] == "siaran radio":
        return ""
    number = _present(day)
    how_many = f"{('', 'sekitar ')[number % 2]}{number}"
    roles = ", ".join(desk.chance.sample(sayings.ATTENDING, 3))
    return f"personel: {3 + number % 5}\nhadir:\n  jumlah: {how_many}\n  unsur: [{roles}]\n"


def _present(day: date) -> int:
    return 12 + day.toordinal() * 7 % 50


def _stories(desk: Desk, village: Village, day: date) -> Iterator[Story]:
    (count,) = desk.chance.choices(range(len(CONCERNS)), CONCERNS)
    told: list[Story] = []
    room = (desk.today - day).days
    for _ in range(count):
        plot = desk.pack.draw(lambda plot: _fits(desk, plot, room, day))
        story = _story(desk, plot, village, day, told)
        told.append(story)
        yield story


def _fits(desk: Desk, plot: Plot, room: int, day: date) -> bool:
    if plot.room > room:
        return False
    if plot.special == "objection":
        return any(said < day for said, _id, _story in desk.claimed)
    return plot.special != "merged" or bool(desk.waiting)


def _story(desk: Desk, plot: Plot, village: Village, day: date, told: list[Story]) -> Story:
    match plot.special:
        case "thanks":
            return Story(_apart("terima-kasih", told), plot, village)
        case "withheld":
            return Story(_apart(SENSITIVE, told), plot, village)
        case "withdrawn":
            return Story(_apart("ditarik", told), plot, village)
        case "objection":
            place = next(n for n, claim in enumerate(desk.claimed) if claim[0] < day)
            _said, target, claim = desk.claimed.pop(place)
            identity = _apart("belum-beres", told)
            matter = claim.matter
            return Story(identity, plot, village, matter, claim.where, claim.when, target)
        case "merged":
            near = [one for one in desk.waiting if one[1].village == village]
            target, other = (near or desk.waiting)[-1]
            matter = other.matter
            identity = _apart(matter.id if matter else "", told)
            return Story(identity, plot, village, matter, other.where, other.when, target)
    taken = {one.matter for one in told}
    matter = _matter(desk, plot.needs, taken)
    where = _where(desk, matter, village)
    if plot.needs == "question":
        question, answer = matter.questions[int(desk.chance.random() * len(matter.questions))]
        identity = _apart(f"tanya-{matter.theme}", told)
        return Story(identity, plot, village, matter, where, question=question, answer=answer)
    when = desk.one_of(sayings.TIMES[matter.when])
    habit = desk.one_of(tuple(matter.habits)) if plot.needs == "habit" else ""
    return Story(_apart(matter.id, told), plot, village, matter, where, when, habit=habit)


def _matter(desk: Desk, needs: str, taken: set[Matter | None]) -> Matter:
    choices = matters_that(needs)
    matter = choices[int(desk.chance.random() * len(choices))]
    if matter in taken:  # once more, so that a session rarely hears the same thing twice
        matter = choices[int(desk.chance.random() * len(choices))]
    return matter


def _where(desk: Desk, matter: Matter, village: Village) -> str:
    return desk.one_of(sayings.PLACES[matter.where]).format(
        desa=village.name,
        dusun=desk.one_of(village.hamlets),
        jalan=desk.one_of(village.streets),
        kali=village.river,
        rw=f"0{1 + len(village.name) % 5}",
    )


def _apart(identity: str, told: list[Story]) -> str:
    """Number an id that another concern of the session has already."""
    taken = {story.id for story in told}
    if identity not in taken:
        return identity
    return next(name for n in range(2, 99) if (name := f"{identity}-{n}") not in taken)


def _concern(desk: Desk, programme: str, day: date, story: Story) -> str:
    plot = story.plot
    if plot.special == "withdrawn":
        left = withdrawn(day + timedelta(days=1), "permintaan-narasumber", "    ")
        return f"  - id: {story.id}\n    {left}"
    if plot.special == "withheld":
        text = f"  - id: {story.id}\n    jenis: laporan\n    tema: [{SENSITIVE}]\n"
        return f"{text}    tahan: menyangkut-korban\n{_answer(desk, day, story)}"
    kind, sentences = _words(desk, programme, story)
    text = f"  - id: {story.id}\n    jenis: {kind}\n"
    text += f"    tema: [{story.matter.theme}]\n" if story.matter else ""
    text += f"    oleh: {_speaker(desk, sentences)}\n"
    if MODES[programme] == "siaran radio":
        text += f"    saluran: {desk.one_of(('telepon', 'WhatsApp'))}\n"
    if plot.answer in ("rujukan", "di luar kewenangan"):
        text += "    kewenangan: instansi lain\n"
    words = "\n      ".join(sentences)
    text += f"    isi: |\n      {words}\n"
    if plot.special == "objection":
        text += f"    sebelumnya: {story.target}\n"
    elif story.matter and plot.needs != "question" and desk.happens(0.12):
        text += f"    upaya_warga: {desk.one_of(sayings.TRIED)}\n"
    return text + _answer(desk, day, story) + _promise(desk, day, story)


def _words(desk: Desk, programme: str, story: Story) -> tuple[str, list[str]]:
    """The kind of a concern and its sentences, which say the same."""
    matter = story.matter
    if matter is None:
        in_person = () if MODES[programme] == "siaran radio" else sayings.THANKS_IN_PERSON
        return "apresiasi", [desk.one_of(in_person + sayings.THANKS)]
    if story.plot.special == "objection":
        return "sanggahan", [desk.one_of(sayings.OBJECTIONS).format(hal=story.about)]
    if story.plot.needs == "question":
        return "pertanyaan", [story.question]
    kind = desk.one_of(story.plot.kinds)
    sentences = [story.say(desk.one_of(matter.problems))]
    if matter.effects and desk.happens(0.6):
        sentences.append(story.say(desk.one_of(matter.effects)))
    if kind in ("permintaan", "usulan") or desk.happens(0.5):
        refused = matter.refusal if story.plot.needs == "refusal" else None
        wish = (refused and refused.wish) or desk.one_of(matter.wishes)
        sentences.append(story.say(wish))
        if kind in ("permintaan", "usulan"):
            kind = "harapan" if "berharap" in wish else "usulan" if "usul" in wish else "permintaan"
    return kind, sentences


def _speaker(desk: Desk, sentences: list[str]) -> str:
    for word, speaker in sayings.SPEAKERS_BY_WORD.items():
        if any(sentence.startswith(word) for sentence in sentences):
            return speaker
    return desk.one_of(sayings.SPEAKERS)


def _answer(desk: Desk, day: date, story: Story) -> str:
    kind = story.plot.answer
    if kind in ("", "tidak ada", "tidak dirinci"):
        return f"    jawaban: {kind}\n" if kind else ""
    by = partner_of(desk, story) if kind == "jawaban mitra" else desk.holder.head
    text = f"    jawaban:\n      - jenis: {kind}\n        penjawab: {by}\n"
    if kind in ("rujukan", "di luar kewenangan"):
        check_again = day + timedelta(days=21)
        text += f"        mitra: {partner_of(desk, story)}\n        cek_lagi: {check_again}\n"
    text += f"        isi: |\n          {_said(desk, story)}\n"
    if kind == "komitmen" and desk.happens(0.2):
        appeal = desk.one_of((story.matter and story.matter.appeals) or (sayings.FURTHER_APPEAL,))
        text += f"      - jenis: imbauan\n        isi: |\n          {appeal}\n"
    return text


def _said(desk: Desk, story: Story) -> str:
    matter, kind = story.matter, story.plot.answer
    if matter is not None:
        match kind:
            case "komitmen":
                if story.plot.needs == "habit":
                    return desk.say(story, matter.habits[story.habit])
                return desk.say(story, desk.one_of(matter.promises))
            case "imbauan":
                return desk.say(story, desk.one_of(matter.appeals))
            case "tindakan seketika":
                return desk.say(story, desk.one_of(matter.at_once))
            case "penjelasan" | "jawaban mitra":
                return story.answer
    sentence = desk.say(story, desk.one_of(sayings.ANSWERS[kind]))
    return sentence.format(mitra=partner_of(desk, story), pimpinan=desk.holder.leader)


def partner_of(desk: Desk, story: Story) -> str:
    """Name the body whose business a story is, or the village's own government."""
    key = (story.matter.partner if story.matter else "") or "desa"
    return sayings.PARTNERS[key].format(
        kabupaten=desk.holder.regency, kecamatan=story.village.district, desa=story.village.name
    )


def _promise(desk: Desk, day: date, story: Story) -> str:
    match story.plot.promise:
        case "tenggat":
            return f"    janji:\n      tenggat: {day + MONTH}\n"
        case "kata":
            return f"    janji:\n      kata: {desk.one_of(SOON)}\n"
        case "berkala":
            return f"    janji:\n      berkala: {story.habit}\n"
    return ""


def _closing(desk: Desk, programme: str, day: date, stem: str, number: int) -> Iterator[str]:
    if number % _COMMITTED == 7:
        key, text = sayings.COMMITMENTS[number // _COMMITTED % len(sayings.COMMITMENTS)]
        yield (
            f"komitmen:\n  - id: {key}\n    isi: |\n      {text}\n"
            f"    janji:\n      tenggat: {day + MONTH}\n"
        )
    on_air = MODES[programme] == "siaran radio"
    if desk.happens(0.4):
        yield f"ringkasan: |\n  {sayings.ON_AIR if on_air else desk.one_of(sayings.SUMMARIES)}\n"
    if desk.happens(0.5):
        yield f"pesan: |\n  {desk.one_of(sayings.MESSAGES)}\n"
    if number % _CORRECTED == 10:
        yield from _correction(desk, day, on_air=on_air)
    if desk.happens(0.6) or stem.startswith("tanpa"):
        yield (
            f"sumber:\n  - judul: Catatan pertemuan\n    penerbit: Humas {desk.holder.name}\n"
            f"    url: https://contoh.example/{desk.holder.key}/{stem}\n    tanggal: {day}\n"
        )


def _correction(desk: Desk, day: date, *, on_air: bool) -> Iterator[str]:
    rank = "AKBP" if desk.holder.is_resort else "AKP"
    part, before, after = "petugas.1.pangkat", "IPTU", rank
    if not on_air:
        number = _present(day)
        after = f"{('', 'sekitar ')[number % 2]}{number}"
        part, before = "hadir.jumlah", f"{after}0"
    yield (
        f"koreksi:\n  - tanggal: {day + timedelta(days=1)}\n    bagian: {part}\n"
        f'    semula: "{before}"\n    menjadi: "{after}"\n    sebab: salah ketik\n'
    )
