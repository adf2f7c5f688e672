"""What holds of the words for every history, tried on ten thousand made-up ones.

The badge, its marks, "Artinya" and "Berikutnya" stand beside each other and may not contradict one
another, and nothing that is open may sound as if it were over. A failure names the number of its
history; `history(number)` makes the same one again.
"""

import dataclasses
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from histories import FOLDER
from test_followup_properties import HISTORIES, every_history, some_day
from test_sentences import REGISTRIES, session_of

from generator.archive import Matter
from generator.dates import in_words
from generator.figures import Tally, tally
from generator.followup import FollowUp, assess
from generator.model import AnswerKind, Event
from generator.status import ENDINGS, Status
from generator.wording.badges import Badge, marks, status_badge
from generator.wording.deadlines import NO_DAY, due_briefly, good_until
from generator.wording.meaning import meaning
from generator.wording.next_step import Next, what_is_next
from generator.wording.telling import Telling


@dataclasses.dataclass(frozen=True)
class Said:
    """A history on some day, with all that is said of where it stands."""

    number: int
    matter: Matter
    found: FollowUp
    passed: bool
    badge: Badge
    marks: frozenset[str]
    meaning: str
    next: Next
    due: str

    @property
    def whole_next(self) -> str:
        coming = self.next
        return " ".join((coming.who, coming.what, coming.by_when, coming.residents))


@cache
def everything() -> tuple[Said, ...]:
    return tuple(_all())


def _all() -> Iterator[Said]:
    for number, given, made in every_history():
        today = some_day(made)
        found = assess(given, today)
        session = session_of(given)
        one = Telling(given.concern, found, given.outcomes, REGISTRIES, FOLDER)
        yield Said(
            number=number,
            matter=Matter(f"{session.id}#{number}", session, given.concern, given.outcomes, found),
            found=found,
            passed=found.deadline is not None and found.deadline.day < today,
            badge=status_badge(found.status, good_until=good_until(found)),
            marks=frozenset(mark.word for mark in marks(found)),
            meaning=meaning(one),
            next=what_is_next(one),
            due=due_briefly(found, given.concern),
        )


def is_open(one: Said) -> bool:
    return one.found.stage not in ENDINGS and one.found.stage is not Status.NOTED


# Numbers


FAMILY_OF_BADGE: Mapping[str, str] = MappingProxyType(
    {
        "Selesai (klaim polisi)": "claimed",
        "Selesai (dibenarkan warga)": "confirmed",
        "Dijawab": "answered",
        "Tidak dipenuhi": "refused",
        "Digabung": "outside",
        "Dicabut": "outside",
        "Dicatat": "outside",
    }
)
"""The families of the contract; all other badges are open ones."""


def groups() -> Iterator[tuple[Said, ...]]:
    """The histories in groups of many sizes, each in one group."""
    made = random.Random("groups")
    left = list(everything())
    made.shuffle(left)
    while left:
        size = made.choice((0, 1, 2, 7, 40, 300))
        yield tuple(left[:size])
        del left[:size]


def counted(group: tuple[Said, ...]) -> Tally:
    return tally(one.matter for one in group)


def test_families_sum_to_the_total() -> None:
    tried = 0
    for group in groups():
        found = counted(group)
        told = Counter(FAMILY_OF_BADGE.get(one.badge.word, "open") for one in group)
        families = ("claimed", "confirmed", "answered", "refused", "open", "outside")
        assert {name: getattr(found, name) for name in families} == {
            name: told[name] for name in families
        }
        ended = found.claimed + found.confirmed + found.answered + found.refused
        assert ended + found.open == found.asked
        assert found.asked + found.outside == len(group)
        assert found.no_word + found.in_hand + found.unknown == found.open
        assert max(found.disputed, found.with_word) <= found.asked
        assert found.overdue <= found.open
        tried += len(group)
    assert tried == HISTORIES


def test_nothing_is_counted_twice_or_lost_between_groups() -> None:
    parts = [dataclasses.asdict(counted(group)) for group in groups()]
    whole = dataclasses.asdict(counted(everything()))
    assert whole == {name: sum(part[name] for part in parts) for name in whole}


# Words


OWN_WORDS: Mapping[Status, str] = MappingProxyType(
    {
        Status.NO_WORD: "belum ada kabar tentang apa yang dilakukan",
        Status.LOOKED_INTO: "baru dilihat atau dibahas|jadi urusan ini dibuka|ini dibuka kembali",
        Status.IN_PROGRESS: "dilaporkan, terakhir pada|sudah dibicarakan dengan|saat itu juga",
        Status.ONGOING: "Janji ini harus ditepati",
        Status.HANDED_OVER: "diserahkan ke|dirujuk ke",
        Status.PARTLY: "Baru sebagian",
        Status.UNKNOWN: "keadaannya sekarang tidak diketahui",
        Status.ANSWERED: "dijawab saat sesi|memberi jawaban",
        Status.CLAIMED: "menyatakan ini selesai",
        Status.CONFIRMED: "Warga membenarkan bahwa ini sudah beres",
        Status.REFUSED: "tidak akan dikerjakan",
        Status.MERGED: "sama dengan masukan lain",
        Status.RETRACTED: "menariknya kembali",
        Status.NOTED: "Ini dicatat",
    }
)
"""What only the sentences of one status say."""

DENIED = re.compile(r"(?:Diam )?(?:belum|tidak) berarti [^.;]*")
GOOD_NEWS = re.compile(r"\b(?:beres|selesai|tuntas|berhasil|sukses|terpenuhi|ditepati)\b", re.I)
OWED_GOOD_NEWS = re.compile(r"harus ditepati|bahwa janji ini ditepati")


def test_the_meaning_is_that_of_the_badge_and_of_no_other() -> None:
    met = set()
    for one in everything():
        spoken = {status for status, words in OWN_WORDS.items() if re.search(words, one.meaning)}
        assert spoken == {one.found.status}, one
        met |= spoken
    assert met == set(Status)


def test_nothing_open_or_refused_sounds_done() -> None:
    for one in everything():
        if one.found.status in (Status.CLAIMED, Status.CONFIRMED):
            continue
        said = DENIED.sub("", f"{one.meaning} {one.whole_next}")
        assert not GOOD_NEWS.search(OWED_GOOD_NEWS.sub("", said)), one


def test_a_claim_is_said_by_someone_and_doubted_and_only_residents_confirm() -> None:
    for one in everything():
        claimed = one.found.status is Status.CLAIMED
        assert ("belum ada yang membenarkan" in one.meaning) is claimed, one
        assert ("menanyakan kepada warga" in one.whole_next) is claimed, one
        confirmed = one.found.status is Status.CONFIRMED
        assert ("Warga membenarkan" in one.meaning) is confirmed, one
        unreported = one.found.confirmed_without_claim
        assert ("tidak pernah melaporkannya" in one.meaning) is unreported, one


def test_somebody_owes_something_just_where_something_is_owed() -> None:
    for one in everything():
        owes = is_open(one) or one.found.status is Status.CLAIMED or one.found.disputed
        assert bool(one.next.who) is owes, one
        assert bool(one.next.by_when) is owes, one
        assert owes or one.next.what, one


def test_nobody_waits_for_nothing_where_something_is_owed() -> None:
    for one in everything():
        if one.next.who:
            assert "Tidak ada yang ditunggu" not in one.whole_next, one
            assert "tidak ada kabar yang ditunggu" not in one.meaning, one


def test_what_is_late_is_said_so_everywhere_and_nothing_else_is() -> None:
    met = set()
    for one in everything():
        late = is_open(one) and one.passed
        assert bool(one.marks & {"Lewat tenggat", "Jauh lewat tenggat"}) is late, one
        assert ("hari itu sudah lewat" in one.next.by_when) is late, one
        assert one.due.startswith("lewat tenggat sejak") is late, one
        assert not (late and one.badge.good_until), one
        met.add(late)
    assert met == {True, False}


def test_the_day_that_runs_is_the_day_that_is_named() -> None:
    for one in everything():
        deadline = one.found.deadline
        if not is_open(one):
            assert one.next.by_when in ("", NO_DAY), one
            assert one.due == one.badge.good_until == "", one
        elif deadline is None:
            assert one.next.by_when == NO_DAY, one
            assert one.due == one.badge.good_until == "", one
        else:
            assert in_words(deadline.day) in one.next.by_when, one
            assert one.badge.good_until == ("" if one.passed else str(deadline.day)), one


def test_an_objection_is_said_until_it_is_answered() -> None:
    met = set()
    for one in everything():
        disputed = one.found.disputed
        assert ("Disanggah warga" in one.marks) is disputed, one
        assert ("menjawab sanggahan warga" in one.whole_next) is disputed, one
        assert not disputed or "menyanggah" in one.meaning, one
        assert disputed or "belum ada jawabannya" not in one.meaning, one
        met.add((disputed, one.found.status))
    assert {(True, Status.REFUSED), (True, Status.UNKNOWN), (True, Status.NOTED)} <= met


ASKED_RESIDENTS = {Event.CONFIRMED, Event.DISPUTED}
LOOKED = {Event.EVALUATED, Event.DISCUSSED}


def test_no_action_is_denied_that_the_story_tells_of() -> None:
    tried = 0
    for one in everything():
        if "Belum ada tindakan yang dilaporkan" in one.meaning:
            acted = [s for s in one.found.history if s.event is Event.ACTED and s.counts]
            answers = getattr(one.matter.concern, "given_answers", ())
            assert not acted, one
            assert all(each.kind is not AnswerKind.IMMEDIATE_ACTION for each in answers), one
            tried += 1
    assert tried


def test_residents_who_were_asked_are_not_called_unasked() -> None:
    """What they said of an earlier claim is no word on this one, but they were asked."""
    for one in everything():
        asked = [s for s in one.found.history if s.event in ASKED_RESIDENTS and s.counts]
        if asked and one.found.status is Status.CLAIMED:
            assert "Warga belum ditanya," not in one.meaning, one


def test_a_concern_nobody_looked_into_was_not_last_known_as_looked_into() -> None:
    """An objection or a reopening only takes it up again."""
    for one in everything():
        if "Yang terakhir diketahui: diperiksa" in one.meaning:
            assert any(s.event in LOOKED and s.counts for s in one.found.history), one


def test_weeks_are_only_counted_from_a_day_that_is_known() -> None:
    for one in everything():
        if "delapan minggu" in one.meaning:
            assert "tanggal yang tidak diketahui" not in one.meaning, one


def test_no_evidence_is_denied_that_the_story_tells_of() -> None:
    for one in everything():
        shown = [s for s in one.found.history if s.event is Event.EVIDENCE and s.counts]
        if "belum ada bukti" in f"{one.badge.word} {one.meaning}".lower():
            assert not shown, one


def test_sentences_are_whole() -> None:
    for one in everything():
        for said in (one.meaning, one.next.by_when, one.next.residents):
            assert not said or re.fullmatch(r"[A-Z“].*[.]", said), one
        for said in (one.meaning, one.whole_next.strip()):
            assert not re.search(r"[{}]|\.\.|None|\s[.,;]|\S {2,}\S{2}", said), one
