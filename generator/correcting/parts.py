"""The parts of a record that can be corrected, by the names officers give them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checks.against.differences import MOVING
from generator.errors import KabarError
from generator.language import _
from generator.outline import Field, Holds, outline, outline_of
from generator.records import Kind
from generator.records.names import is_key_like
from generator.records.nearest import nearest
from generator.records.places import in_words
from generator.yaml_text import Path, Plain

FIXED = ("id", "koreksi", "ditarik", "ditinjau")
"""Keys that are no content: the name of a concern, and what the program or a second reader says."""

_LISTS_OF_WORDS = frozenset({Holds.KEY, Holds.WORD, Holds.REFERENCE})


class CannotCorrect(KabarError):
    """Nothing was changed; the message says what to do instead."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a record that holds something.

    `name` is what stands in `bagian`, `path` where it stands in the file, `value` what stands
    there ("" where nothing does yet), and `field` what the model says of it.
    """

    name: str
    path: Path
    value: Plain
    field: Field

    @property
    def is_words(self) -> bool:
        """Whether it is a list of short words, which is changed as a whole."""
        return isinstance(self.value, list) and self.field.holds in _LISTS_OF_WORDS

    @property
    def is_item(self) -> bool:
        """Whether it is one of a list, whose later ones change their numbers when it goes."""
        return isinstance(self.path[-1], int)

    @property
    def text(self) -> str:
        """What stands there in one text; "" for a group of keys."""
        if isinstance(self.value, str):
            return self.value.strip()
        if self.is_words:
            return ", ".join(str(one) for one in self.value)
        return ""


def parts_of(kind: Kind, tree: dict[str, Plain]) -> list[Part]:
    """Give every part that holds one thing, in the order of the file."""
    return [one for one in _all(kind, tree) if one.text]


def part_named(kind: Kind, tree: dict[str, Plain], typed: str) -> Part:
    """Give the part somebody means, a group of keys too; raises CannotCorrect.

    One that holds nothing yet is given only where filling it moves what was published.
    """
    everything = list(_all(kind, tree))
    wanted = typed.strip().strip(".")
    for one in everything:
        if wanted in _names(tree, one):
            return one
    absent = _absent(kind, tree, wanted)
    if absent and _moves_something(kind, absent):
        return absent
    raise CannotCorrect(_why_not(kind, tree, wanted, everything))


def _moves_something(kind: Kind, part: Part) -> bool:
    """Whether filling a part changes whose debt a concern is, its status or its deadline."""
    if part.field.holds is Holds.GROUP:
        return False
    beside = outline(kind)
    for step in part.path[:-1]:
        beside = next((one.fields for one in beside if one.key == step), beside)
    return any(
        part.field.key in keys and outline_of(owner) == beside for owner, keys in MOVING.items()
    )


def _all(kind: Kind, tree: dict[str, Plain]) -> Iterator[Part]:
    for field in outline(kind):
        if field.key in tree and field.key not in FIXED:
            yield from _below(tree, (field.key,), tree[field.key], field)


def _below(tree: dict[str, Plain], path: Path, value: Plain, field: Field) -> Iterator[Part]:
    if not value or (isinstance(value, dict) and "ditarik" in value):
        return
    part = Part(in_words(tree, path), path, value, field)
    yield part
    if isinstance(value, dict):
        known = {one.key: one for one in field.fields}
        for key, inner in value.items():
            if key in known and key not in FIXED:
                yield from _below(tree, (*path, key), inner, known[key])
    elif isinstance(value, list) and not part.is_words:
        for at, item in enumerate(value):
            yield from _below(tree, (*path, at), item, field)


def _names(tree: dict[str, Plain], part: Part) -> Iterator[str]:
    """Give a part's name, and the others it may be called by: the number of an item with an id."""
    yield part.name
    yield ".".join(str(one + 1 if isinstance(one, int) else one) for one in part.path)
    match tree.get(str(part.path[0])):
        # A list of one may be written without the list.
        case {"id": str(identity)}:
            yield ".".join((str(part.path[0]), identity, *map(str, part.path[1:])))


def _why_not(kind: Kind, tree: dict[str, Plain], typed: str, known: Iterable[Part]) -> str:
    last = typed.rpartition(".")[2]
    if last == "id":
        return _(
            "`id` tidak pernah berubah, karena alamat halamannya memakainya. Kalau salah sekali, "
            "tarik masukannya dengan kabar withdraw, lalu tulis yang baru."
        )
    if typed.partition(".")[0] in FIXED:
        return _("Bagian itu tidak dibetulkan dengan perintah ini; sunting berkasnya sendiri.")
    if _absent(kind, tree, typed):
        return _(
            "Bagian {part} belum diisi. Menambah yang terlupa bukan koreksi: tulis saja di "
            "berkasnya, lalu jalankan kabar check."
        ).format(part=typed)
    near = nearest(typed, [one.name for one in known])
    if near and all(is_key_like(step) for step in typed.split(".") if not step.isdigit()):
        return _("Tidak ada bagian bernama itu. Maksud Anda {meant}?").format(meant=near)
    return _(
        "Tidak ada bagian bernama itu. Tulis kuncinya dari luar ke dalam, dengan titik, misalnya "
        "masukan.patroli.isi; atau jalankan tanpa --part untuk memilih."
    )


def _absent(kind: Kind, tree: dict[str, Plain], typed: str) -> Part | None:
    """Give the part a name stands for where the model knows it and the record does not have it."""
    fields = outline(kind)
    path: list[str | int] = []
    found: Field | None = None
    left: Plain | None = tree
    for step in typed.split("."):
        match left:
            case list():
                at = next((at for at, one in enumerate(left) if _is_item(one, at, step)), None)
                if at is None:
                    return None
                path.append(at)
                left = left[at]
                continue
            case {"id": identity} if identity == step:
                continue
        found = next((one for one in fields if one.key == step), None)
        if found is None:
            return None
        fields = found.fields
        path.append(step)
        left = left.get(step) if isinstance(left, dict) else None
    return Part(typed, tuple(path), "", found) if found and not left else None


def _is_item(item: Plain, at: int, step: str) -> bool:
    return step == str(at + 1) or (isinstance(item, dict) and item.get("id") == step)
