"""What can become of a concern: a pack of stories, dealt so that every status occurs."""

from dataclasses import dataclass

ASKING = ("keluhan", "laporan", "permintaan", "permintaan", "kekhawatiran")
LATE = 3
"""At most so many days later than a plot says something happens."""


@dataclass(frozen=True, slots=True)
class Plot:
    """How a concern begins and goes on.

    `cards` is how often it lies in the pack. `promise` is the key that holds the promise, or "".
    `events` are words of the contract, each with the days since the session; negative: the days
    before the day the archive is looked at. `needs` is what its matter must be able to do (see
    `Matter.can`), `special` what else is peculiar about it.
    """

    cards: int
    kinds: tuple[str, ...]
    answer: str
    promise: str = ""
    events: tuple[tuple[str, int], ...] = ()
    needs: str = ""
    special: str = ""

    @property
    def can_take_over(self) -> bool:
        """Whether it asks for something and stays open, so that another may be merged into it."""
        return self.answer in ("komitmen", "imbauan") and not (self.events or self.needs == "habit")

    @property
    def room(self) -> int:
        """How many days must have passed since the session for all of it to happen."""
        after = max((days + LATE for _event, days in self.events if days >= 0), default=0)
        before = max((-days for _event, days in self.events if days < 0), default=0)
        return after + before + 2 if self.events else 0


PLOTS = (
    Plot(12, ASKING, "komitmen", "kata"),
    Plot(12, ASKING, "komitmen", "tenggat"),
    Plot(6, ASKING, "imbauan", needs="appeal"),
    Plot(4, (*ASKING, "kritik"), "tidak dirinci"),
    Plot(2, (*ASKING, "kritik"), "tidak ada"),
    Plot(1, ASKING, "kendala"),
    Plot(1, ("usulan",), "dukungan bersyarat", "kata"),
    Plot(5, ("permintaan",), "komitmen", "berkala", needs="habit"),
    Plot(
        5,
        ("permintaan",),
        "komitmen",
        "berkala",
        (("bukti berkala", 25), ("bukti berkala", -10)),
        "habit",
    ),
    Plot(9, ("pertanyaan",), "penjelasan", needs="question"),
    Plot(2, ("pertanyaan",), "tidak ada", events=(("dijawab", 10),), needs="question"),
    Plot(1, ("pertanyaan",), "jawaban mitra", needs="question"),
    Plot(7, ("apresiasi",), "", special="thanks"),
    Plot(1, ("sanggahan",), "", special="objection"),
    Plot(4, ASKING, "tindakan seketika", needs="at once"),
    Plot(2, ASKING, "tindakan seketika", events=(("selesai", 9),), needs="at once"),
    Plot(2, ASKING, "rujukan", needs="handing over"),
    Plot(2, ASKING, "di luar kewenangan", needs="handing over"),
    Plot(2, ASKING, "rujukan", events=(("diteruskan", 5), ("selesai", 48)), needs="handing over"),
    Plot(6, ASKING, "komitmen", "tenggat", (("selesai", 14),)),
    Plot(2, ASKING, "komitmen", "tenggat", (("dikerjakan", 9), ("selesai", 47))),
    Plot(3, ASKING, "komitmen", "", (("dikerjakan", 7), ("selesai", 20), ("disampaikan", 25))),
    Plot(4, ASKING, "komitmen", "kata", (("selesai", 15), ("dibenarkan warga", 40))),
    Plot(1, ASKING, "komitmen", "", (("dibenarkan warga", 30),)),
    Plot(4, ("permintaan",), "tidak dirinci", "", (("tidak dipenuhi", 20),), "refusal"),
    Plot(2, ASKING, "imbauan", "", (("dievaluasi", 6),), "appeal"),
    Plot(2, ASKING, "komitmen", "kata", (("dirapatkan", 8),)),
    Plot(2, ASKING, "komitmen", "", (("dikoordinasikan", 10),), "partner"),
    Plot(2, ASKING, "komitmen", "", (("diteruskan", 7),), "handing over"),
    Plot(3, ASKING, "komitmen", "", (("dikerjakan", -20),)),
    Plot(1, ASKING, "komitmen", "", (("diteruskan", -12),), "handing over"),
    Plot(1, ASKING, "komitmen", "", (("sebagian", -15),), "parts"),
    Plot(2, ASKING, "komitmen", "tenggat", (("diperpanjang", 20), ("selesai", 45))),
    Plot(1, ASKING, "komitmen", "tenggat", (("diperpanjang", 20),)),
    Plot(1, ASKING, "komitmen", "", (("selesai", 12), ("disanggah warga", 30))),
    Plot(
        1,
        ASKING,
        "komitmen",
        "",
        (("selesai", 12), ("dibuka kembali", 60), ("dikerjakan", 70)),
    ),
    Plot(1, ASKING, "komitmen", "", (("dicabut", 9),)),
    Plot(1, ASKING, "tidak dirinci", "", (("digabung", 3),), special="merged"),
    Plot(1, ASKING, "komitmen", "", (("dievaluasi", 4), ("dikerjakan", 12))),
    Plot(
        1,
        ("permintaan",),
        "tidak dirinci",
        "",
        (("tidak dipenuhi", 20), ("disanggah warga", 35)),
        "refusal",
    ),
    Plot(1, ("laporan",), "jaminan", special="withheld"),
    Plot(1, (), "", special="withdrawn"),
)

CARDS = tuple(plot for plot in PLOTS for _ in range(plot.cards))
