"""Every field a record may have: what it means, what may be typed there, and how that looks.

All of it is read off the model, so nothing has to be done here for a new field.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

from generator import urls
from generator.language import _
from generator.outline import Field, Holds, outline
from generator.page import Page
from generator.records import Kind
from generator.value import value
from generator.views.links import Link, way_to
from generator.wording.fields import (
    PLACE,
    SAMPLE,
    SAMPLE_AT,
    SAMPLE_KEY,
    SAMPLE_KEYS,
    holding,
    kind_explained,
    kind_name,
)
from generator.writing.record import entry_lines
from generator.yaml_text import Plain

ADDRESSES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.SESSION: urls.fields_of("sesi"),
        Kind.OUTCOME: urls.fields_of("kabar"),
        Kind.PROGRAMME: urls.fields_of("program"),
        Kind.UNIT: urls.fields_of("satuan"),
        Kind.THEME: urls.fields_of("tema"),
        Kind.REASON: urls.fields_of("alasan"),
    }
)
"""The page of every kind of record."""
LOWEST = 6
"""The lowest heading HTML has."""


@value
class FieldEntry:
    """One field: its place on the page, and what is said of it.

    `way` are the keys it stands below, the outermost first. `words` are all that may stand there,
    or, where `is_instead`, that may stand in place of what `holds` says. `default` is the word
    that holds when the key is left out. `example` is YAML of one line or several.
    """

    anchor: str
    key: str
    way: tuple[str, ...]
    says: str
    is_required: bool
    holds: str
    words: tuple[str, ...]
    is_instead: bool
    default: str
    example: str

    @property
    def level(self) -> int:
        """How deep the heading of the field is: 2 for a field of the record itself."""
        return min(len(self.way) + 2, LOWEST)


@value
class FieldsView:
    """All fields of a kind of record.

    `place` says where the records lie, `guide` leads to how they are written, step by step.
    """

    title: str
    explained: str
    place: str
    guide: Link
    entries: tuple[FieldEntry, ...]


@value
class KindLine:
    """A kind of record in the index."""

    address: str
    name: str
    explained: str
    place: str


@value
class FieldsIndexView:
    """The kinds of record there are."""

    kinds: tuple[KindLine, ...]


def pages() -> Iterator[Page]:
    """The page of the fields of each kind of record, and their index."""
    index = Link(_("Isian catatan"), urls.FIELDS)
    guide = Link(_("Panduan untuk petugas"), urls.GUIDE)
    yield Page(
        address=urls.FIELDS,
        section="panduan",
        template="fields_index.html",
        title=_("Isian catatan"),
        description=_("Setiap isian dari setiap macam catatan: artinya dan cara menulisnya."),
        view=_index,
        trail=way_to(guide),
    )
    for kind, address in ADDRESSES.items():
        entries = tuple(_entries(outline(kind)))
        yield Page(
            address=address,
            section="panduan",
            template="fields.html",
            title=_title(kind),
            description=_("Setiap isian: artinya, kata yang boleh dipakai, dan contohnya."),
            view=partial(_view, kind, entries),
            anchors=tuple(one.anchor for one in entries),
            trail=way_to(guide, index),
        )


def _title(kind: Kind) -> str:
    return _("Isian {kind}").format(kind=kind_name(kind).lower())


def _view(kind: Kind, entries: tuple[FieldEntry, ...]) -> FieldsView:
    return FieldsView(_title(kind), kind_explained(kind), PLACE[kind], _guide(kind), entries)


def _guide(kind: Kind) -> Link:
    match kind:
        case Kind.SESSION:
            return Link(_("Mencatat sesi"), urls.guide("sesi-pertama"))
        case Kind.OUTCOME:
            return Link(_("Memberi kabar"), urls.guide("kabar-pertama"))
    return Link(_("Setelan untuk pengelola"), urls.guide("setelan"))


def _index() -> FieldsIndexView:
    return FieldsIndexView(
        tuple(
            KindLine(address, kind_name(kind), kind_explained(kind), PLACE[kind])
            for kind, address in ADDRESSES.items()
        )
    )


def _entries(fields: tuple[Field, ...], way: tuple[str, ...] = ()) -> Iterator[FieldEntry]:
    for field in fields:
        yield FieldEntry(
            anchor="-".join((*way, field.key)),
            key=field.key,
            way=way,
            says=field.says,
            is_required=field.is_required,
            holds=holding(field),
            words=field.words,
            is_instead=field.holds is not Holds.WORD,
            default=field.default,
            example="\n".join(entry_lines(field.key, _sample(field, way), field)),
        )
        yield from _entries(field.fields, (*way, field.key))


def _sample(field: Field, way: tuple[str, ...]) -> Plain:
    one = _sample_of_one(field, way)
    return [one] if field.is_many else one


def _sample_of_one(field: Field, way: tuple[str, ...]) -> Plain:
    if field.holds is not Holds.GROUP:
        above = f"{way[-1]}." if way else ""
        if one := SAMPLE_AT.get(f"{above}{field.key}") or SAMPLE_AT.get(field.key):
            return one
    match field.holds:
        case Holds.GROUP:
            return {one.key: _sample(one, (*way, field.key)) for one in _shown(field)}
        case Holds.WORD:
            return field.words[0]
        case Holds.KEY:
            return SAMPLE_KEY[field.registry]
    return SAMPLE[field.holds]


def _shown(group: Field) -> tuple[Field, ...]:
    keys = SAMPLE_KEYS.get(group.key, ())
    must = tuple(one for one in group.fields if one.is_required or one.key in keys)
    return must or group.fields[:2]
