"""What residents can raise, theme by theme, and what the police say and do about it.

The sentences lie in `texts/`, one file for each theme, its name the theme's key; `{di}` and
`{kapan}` stand for the place and the time of a concern.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from generator import yaml_text

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why police cannot do what was asked: the key of the reason, what happened, what is left.

    `wish` is what was asked for, or "" where any wish of the matter is.
    """

    reason: str
    wish: str
    account: str
    steps: str


@dataclass(frozen=True, slots=True, eq=False)
class Matter:
    """Something residents raise, under one theme. There is one object of each.

    `about` is how others speak of it ("parkir liar"); `where` and `when` say what kind of place
    and time it has; `partner` is whom police do it with, whose own business it may be. What it
    has no sentences for cannot happen to it: see `can`.
    """

    theme: str
    id: str
    about: str
    where: str
    when: str
    problems: tuple[str, ...]
    effects: tuple[str, ...]
    wishes: tuple[str, ...]
    promises: tuple[str, ...]
    appeals: tuple[str, ...]
    deeds: tuple[str, ...]
    results: tuple[str, ...]
    form: str
    counted: str
    picture: str
    habits: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    at_once: tuple[str, ...] = ()
    partner: str = ""
    is_partners: bool = False
    remainder: str = ""
    refusal: Refusal | None = None
    questions: tuple[tuple[str, str], ...] = ()

    @property
    def can(self) -> frozenset[str]:
        """What may become of it beside the ordinary, by the words `plots` asks with."""
        possible = {
            "habit": self.habits,
            "at once": self.at_once,
            "appeal": self.appeals,
            "partner": self.partner,
            "handing over": self.is_partners,
            "parts": self.remainder,
            "refusal": self.refusal,
            "question": self.questions,
        }
        return frozenset(word for word, there in possible.items() if there)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the demo: its name, the words residents use for it, and its matters."""

    name: str
    synonyms: str
    matters: tuple[Matter, ...]


@cache
def themes() -> Mapping[str, Theme]:
    """Give every theme by its key, in the order of their keys."""
    return {path.stem: _theme(path) for path in sorted(TEXTS.glob("*.yml"))}


@cache
def matters_that(needs: str) -> tuple[Matter, ...]:
    """Give the matters something may become of; "" for all."""
    everything = (matter for theme in themes().values() for matter in theme.matters)
    return tuple(matter for matter in everything if not needs or needs in matter.can)


def _theme(path: Path) -> Theme:
    document = yaml_text.parse(path.read_bytes())
    if document.tree is None:
        raise ValueError(f"{path.name}: {document.problems[0].message}")
    tree: dict[str, Any] = dict(document.tree)
    return Theme(
        tree["nama"],
        ", ".join(tree["sinonim"]),
        tuple(_matter(path.stem, tree["bentuk"], one) for one in tree["perkara"]),
    )


def _refusal(tree: dict[str, str]) -> Refusal:
    return Refusal(tree["alasan"], tree.get("minta", ""), tree["uraian"], tree["langkah"])


def _matter(theme: str, form: str, tree: dict[str, Any]) -> Matter:
    refusal = tree.get("tolak")
    return Matter(
        theme,
        tree["id"],
        tree["hal"],
        tree["di"],
        tree["kapan"],
        tuple(tree["masalah"]),
        tuple(tree.get("akibat", ())),
        tuple(tree["minta"]),
        tuple(tree["janji"]),
        tuple(tree.get("imbau", ())),
        tuple(tree["kerja"]),
        tuple(tree["beres"]),
        tree.get("bentuk", form),
        tree["ukuran"],
        tree["foto"],
        tree.get("rutin", {}),
        tuple(tree.get("bukti", ())),
        tuple(tree.get("seketika", ())),
        tree.get("mitra", ""),
        tree.get("urusan") == "mitra",
        tree.get("sisa", ""),
        _refusal(refusal) if refusal else None,
        tuple((one["t"], one["j"]) for one in tree.get("tanya", ())),
    )
