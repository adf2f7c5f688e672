"""What a whole session is: its title, how much word has come back, and why nothing is listed."""

from datetime import date

from generator.archive import Matter
from generator.figures import Tally, tally
from generator.language import _
from generator.model import Commitment, Concern, ConcernKind, Mode, Session, Silence
from generator.records import Registries
from generator.remembered import remembered
from generator.value import value
from generator.wording.days import number, on
from generator.wording.names import unit_name
from generator.wording.places import where_briefly

OTHER_PROGRAMME = "lainnya"


@remembered(4_000)
def name(session: Session, registries: Registries) -> str:
    """What a session is called: its own title, else its programme and its place."""
    if session.title:
        return session.title
    what = programme_name(session, registries)
    where = where_briefly(session)
    if where:
        return _("{programme} di {place}").format(programme=what, place=where)
    return f"{what} {unit_name(session.units[0], registries)}"


def programme_name(session: Session, registries: Registries) -> str:
    """The programme as it is called there: `Cerak-Cerak (Jumat Curhat)`."""
    programme = registries.programmes.get(session.programme)
    usual = programme.name if programme else session.programme
    if session.programme == OTHER_PROGRAMME:
        return session.local_name or _("Pertemuan polisi dan warga")
    if session.local_name and session.local_name.casefold() != usual.casefold():
        return _("{local} ({usual})").format(local=session.local_name, usual=usual)
    return usual


def is_ahead(session: Session, today: date) -> bool:
    """Whether a session without a report is still to come."""
    last = session.date.latest
    return session.concerns is None and last is not None and last >= today


@value
class Counted:
    """How the concerns of a session stand, its promises to no single concern, and both."""

    raised: Tally
    promised: Tally
    all: Tally


def count(session: Session, matters: tuple[Matter, ...]) -> Counted:
    """Count a session's concerns and promises; withdrawn ones are not counted."""
    every = tally(matters)
    if not session.commitments:
        return Counted(every, Tally(), every)
    return Counted(
        raised=tally(one for one in matters if isinstance(one.concern, Concern)),
        promised=tally(one for one in matters if isinstance(one.concern, Commitment)),
        all=every,
    )


def summary(session: Session, counted: Counted, today: date) -> str:
    """Say at once what became of a session: how much word has come back, or why none is due."""
    raised, promised = counted.raised, counted.promised
    if raised.with_word and promised.with_word:
        return _(
            "Kabar sudah ada untuk {count} dari {asked} masukan dan {kept} dari {promised} janji."
        ).format(
            count=number(raised.with_word),
            asked=number(raised.asked),
            kept=number(promised.with_word),
            promised=number(promised.asked),
        )
    said = [_on_concerns(session, raised, today)]
    if promised.asked:
        said.append(_word_back(promised, _("janji")))
    return " ".join(filter(None, said))


def _on_concerns(session: Session, raised: Tally, today: date) -> str:
    if not session.entries:
        return nothing_listed(session, today)
    if raised.asked:
        return _word_back(raised, _("masukan"))
    if _only_thanks(session):
        return _("Warga hanya mengucapkan terima kasih; tidak ada yang diminta.")
    if raised.outside:
        return _("Tidak ada masukan sesi ini yang masih ditunggu kabarnya di sini.")
    return _("Masukan dalam sesi ini sudah ditarik dari situs.")


def standing(counted: Counted) -> tuple[str, ...]:
    """Say how many concerns stand in each family, none added to another.

    Of a single one only that it is late: all else the summary has said.
    """
    found = counted.all
    if found.asked < 2:
        return (_("{count} lewat tenggat").format(count=1),) if found.overdue else ()
    said = (
        (found.open, _still_open(found)),
        (found.claimed, _("{count} dinyatakan selesai, belum dibenarkan warga")),
        (found.confirmed, _("{count} selesai dan dibenarkan warga")),
        (found.answered, _("{count} dijawab")),
        (found.refused, _("{count} tidak dipenuhi")),
    )
    return tuple(
        words.format(count=number(many), late=number(found.overdue)) for many, words in said if many
    )


def nothing_listed(session: Session, today: date) -> str:
    """Say why a session lists no concerns; "" where it lists some."""
    if session.concerns is None:
        return _not_reported(session, today)
    if session.concerns is Silence.NONE_RAISED:
        return _("Tidak ada yang menyampaikan masukan.")
    if session.concerns is Silence.NOT_OPENED:
        return _("Hanya polisi yang berbicara; warga tidak diminta menyampaikan masukan.")
    if session.concerns is Silence.NOT_ITEMISED:
        return _("Sumbernya tidak menyebut apa saja yang disampaikan warga.")
    return ""


def received(session: Session) -> str:
    """Say how many concerns were raised when not all are written out; "" where not known to be."""
    listed = sum(isinstance(one, Concern) for one in session.entries)
    if session.concerns_received is None:
        return ""
    if isinstance(session.concerns_received, str):
        return _("{listed} ditulis di sini; jumlah seluruhnya tidak diketahui.").format(
            listed=number(listed)
        )
    return _("Ada {count} masukan; yang ditulis di sini {listed}.").format(
        count=number(session.concerns_received), listed=number(listed)
    )


def mode_words(mode: Mode) -> str:
    """How a session was held; "" for the usual way, face to face."""
    return {
        Mode.FACE_TO_FACE: "",
        Mode.ROUND: _("Keliling: polisi yang mendatangi warga"),
        Mode.RADIO: _("Siaran radio"),
        Mode.TELEVISION: _("Siaran televisi"),
        Mode.SOCIAL_MEDIA: _("Lewat media sosial"),
        Mode.ONLINE: _("Daring, lewat internet"),
        Mode.HYBRID: _("Sebagian tatap muka, sebagian daring"),
    }[mode]


def _only_thanks(session: Session) -> bool:
    kinds = {one.kind for one in session.entries if isinstance(one, Concern)}
    return kinds == {ConcernKind.APPRECIATION}


def _still_open(found: Tally) -> str:
    if found.overdue:
        return _("{count} masih terbuka, {late} di antaranya lewat tenggat")
    return _("{count} masih terbuka")


def _not_reported(session: Session, today: date) -> str:
    if is_ahead(session, today):
        return _(
            "Sesi ini baru akan diadakan {date}. Sesudahnya, masukan warga ditulis di sini."
        ).format(date=on(session.date))
    if session.date.latest is None:
        return _("Laporan sesi ini belum terbit, jadi belum diketahui apa yang disampaikan warga.")
    return _(
        "Sesi ini dijadwalkan {date}, tetapi laporannya belum terbit. "
        "Belum diketahui apa yang disampaikan warga."
    ).format(date=on(session.date))


def _word_back(found: Tally, what: str) -> str:
    if not found.with_word:
        return _("Belum ada kabar untuk {asked} {what} dalam sesi ini.").format(
            asked=number(found.asked), what=what
        )
    return _("Kabar sudah ada untuk {count} dari {asked} {what}.").format(
        count=number(found.with_word), asked=number(found.asked), what=what
    )
