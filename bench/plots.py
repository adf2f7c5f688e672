"""What can become of a concern: a pack of stories, dealt so that every status occurs."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

ASKING = ("keluhan", "laporan", "permintaan", "harapan", "usulan", "saran", "kekhawatiran")


@dataclass(frozen=True, slots=True)
class Plot:
    """How a concern begins and goes on.

    `cards` is how often it lies in the pack. `promise` is the key that holds the promise, or "".
    `events` are words of the contract, each with the days since the session; negative: the days
    before the day the archive is looked at.
    """

    cards: int
    kinds: tuple[str, ...]
    answer: str
    promise: str = ""
    events: tuple[tuple[str, int], ...] = ()
    special: str = ""

    @property
    def can_take_over(self) -> bool:
        """Whether it asks for something and stays open, so that another may be merged into it."""
        return self.answer in ("komitmen", "imbauan") and not self.events


PLOTS = (
    Plot(22, ASKING, "komitmen", "kata"),
    Plot(16, ASKING, "komitmen", "tenggat"),
    Plot(12, ASKING, "imbauan"),
    Plot(8, (*ASKING, "kritik"), "tidak dirinci"),
    Plot(4, (*ASKING, "kritik"), "tidak ada"),
    Plot(16, ("permintaan", "harapan"), "komitmen", "berkala"),
    Plot(
        6,
        ("permintaan", "harapan"),
        "komitmen",
        "berkala",
        (("bukti berkala", 25), ("bukti berkala", -10)),
    ),
    Plot(20, ("pertanyaan",), "penjelasan"),
    Plot(4, ("pertanyaan",), "tidak ada", events=(("dijawab", 10),)),
    Plot(15, ("apresiasi",), ""),
    Plot(1, ("sanggahan",), "", special="objection"),
    Plot(10, ASKING, "tindakan seketika"),
    Plot(6, ASKING, "rujukan"),
    Plot(14, ASKING, "komitmen", "tenggat", (("selesai", 14),)),
    Plot(5, ASKING, "komitmen", "", (("dikerjakan", 7), ("selesai", 20), ("disampaikan", 25))),
    Plot(6, ASKING, "komitmen", "kata", (("selesai", 15), ("dibenarkan warga", 40))),
    Plot(1, ASKING, "komitmen", "", (("dibenarkan warga", 30),)),
    Plot(6, ASKING, "imbauan", "", (("tidak dipenuhi", 20),)),
    Plot(5, ASKING, "imbauan", "", (("dievaluasi", 6),)),
    Plot(3, ASKING, "komitmen", "kata", (("dirapatkan", 8),)),
    Plot(3, ASKING, "komitmen", "", (("dikoordinasikan", 10),)),
    Plot(4, ASKING, "imbauan", "", (("diteruskan", 7),)),
    Plot(4, ASKING, "komitmen", "", (("dikerjakan", -20),)),
    Plot(2, ASKING, "komitmen", "", (("diteruskan", -12),)),
    Plot(2, ASKING, "komitmen", "", (("sebagian", -15),)),
    Plot(3, ASKING, "komitmen", "tenggat", (("diperpanjang", 20), ("selesai", 45))),
    Plot(2, ASKING, "komitmen", "", (("selesai", 12), ("disanggah warga", 30))),
    Plot(
        2,
        ASKING,
        "komitmen",
        "",
        (("selesai", 12), ("dibuka kembali", 60), ("dikerjakan", 70)),
    ),
    Plot(1, ASKING, "komitmen", "", (("dicabut", 9),)),
    Plot(2, ASKING, "imbauan", "", (("digabung", 3),)),
    Plot(2, ASKING, "komitmen", "", (("dievaluasi", 4), ("dikerjakan", 12))),
    Plot(1, ASKING, "imbauan", "", (("tidak dipenuhi", 20), ("disanggah warga", 35))),
    Plot(2, ("laporan",), "jaminan", special="withheld"),
    Plot(1, (), "", special="withdrawn"),
)


def deal(chance: random.Random) -> Iterator[Plot]:
    """Deal the pack card by card, without end; it is shuffled anew each time it runs out."""
    pack = [plot for plot in PLOTS for _ in range(plot.cards)]
    while True:
        chance.shuffle(pack)
        yield from pack
