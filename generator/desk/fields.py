"""A record's fields as Decap's configuration has them (https://decapcms.org/docs/widgets/).

Beside what Decap knows, a field carries what `desk/src/record.js` reads and writes it by:
`is_text` (set as a block), `single` (a group that may stand once, shown as a list of at most one,
because Decap asks for the required keys of a group even where the whole group is left out),
`stands_for` (one word in place of a list) and `form_only` (never written). `registry` names the
list of keys to choose from, which the configuration holds once.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from generator.outline import Field, Holds, without_key
from generator.photos.encoding import KEPT_SIDE
from generator.records.folder import MAX_PHOTO_BYTES

Setting: TypeAlias = dict[str, Any]
Options: TypeAlias = list[dict[str, str]]

_CAPITALS = frozenset({"id", "rt", "rw", "url"})
_OFFERS = Holds.WORD, Holds.KEY, Holds.REFERENCE
_SAYS: Mapping[Holds, str] = {
    Holds.ID: "hanya huruf kecil a-z, angka, dan tanda hubung, misalnya patroli-malam",
    Holds.DAY: "tulis misalnya 2025-01-03",
    Holds.DATE: "tulis misalnya 2025-01-03; atau 2025-01, ../2025-01-03, atau tidak diketahui",
    Holds.TIME: "tulis misalnya 16.30 WITA, 16.30-18.00, atau malam",
    Holds.COUNT: "tulis angka saja, misalnya 30",
    Holds.ADDRESS: "tulis alamat lengkap mulai https://",
}
_TOO_LONG = "paling banyak {most} huruf, dalam satu baris"
_REFERENCE = r"[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*#[a-z0-9][a-z0-9-]*"


def settings_of(fields: tuple[Field, ...]) -> list[Setting]:
    """Give the form's fields in the order they are written in."""
    return [made for one in fields for made in _settings(one)]


def label_of(key: str) -> str:
    """Give what stands above a field: its key, which officers meet in files and messages too."""
    return key.upper() if key in _CAPITALS else key.replace("_", " ").capitalize()


def _settings(field: Field) -> Iterator[Setting]:
    made: Setting = {
        "name": field.key,
        "label": label_of(field.key),
        "required": field.is_required,
        "hint": _hint(field),
        **_widget(field),
    }
    yield made
    if field.holds is Holds.GROUP and field.words:
        yield {
            "name": f"{field.key}_kata",
            "label": f"{label_of(field.key)}: tanpa daftar",
            "hint": "Hanya bila daftarnya kosong.",
            "required": False,
            "widget": "pilihan",
            "options": _words(field.words),
            "stands_for": field.key,
        }


def _hint(field: Field) -> str:
    said = without_key(field.says)
    return f"{said} Bila kosong: {field.default}." if field.default else said


def _widget(field: Field) -> Setting:
    if field.holds is Holds.GROUP:
        inner = settings_of(field.fields)
        return {**_list(field), "fields": inner, "summary": _summary(field.fields)}
    if field.holds in _OFFERS:
        return {**_choice(field), **({"multiple": True} if field.is_many else {})}
    if field.is_many:
        return {**_list(field), "field": {"name": "isi", "label": "Isi", **_typed(field)}}
    return _typed(field)


def _list(field: Field) -> Setting:
    made: Setting = {"widget": "list", "label_singular": label_of(field.key).lower()}
    return made if field.is_many else {**made, "max": 1, "single": True}


def _summary(fields: tuple[Field, ...]) -> str:
    """Give what a closed item is told apart by: its short required keys, or its first one."""
    short = [one for one in fields if one.holds not in (Holds.GROUP, Holds.TEXT)]
    told = [one for one in short if one.is_required][:2] or short[:1]
    return " · ".join(f"{{{{{one.key}}}}}" for one in told)


def _choice(field: Field) -> Setting:
    if field.holds is Holds.REFERENCE:
        return {"widget": "masukan", "free": _REFERENCE}
    if field.holds is Holds.WORD:
        return {"widget": "pilihan", "options": _words(field.words)}
    return {"widget": "pilihan", "registry": str(field.registry)}


def _words(words: tuple[str, ...]) -> Options:
    return [{"value": word, "label": word} for word in words]


def _typed(field: Field) -> Setting:
    match field.holds:
        case Holds.TEXT:
            return {"widget": "text", "is_text": True}
        case Holds.PHOTO:
            place = "/data/media/{{dirname}}/{{filename}}"
            return {
                "widget": "foto",
                "media_folder": place,
                "side": KEPT_SIDE,
                "weight": MAX_PHOTO_BYTES,
            }
        case Holds.DAY | Holds.DATE:
            return {"widget": "hari", "pattern": [_pattern(field), _SAYS[field.holds]]}
        case _ if field.pattern:
            return {"widget": "string", "pattern": [_pattern(field), _SAYS[field.holds]]}
        case _ if field.longest:
            said = _TOO_LONG.format(most=field.longest)
            return {"widget": "string", "pattern": [f"^.{{0,{field.longest}}}$", said]}
        case _:
            return {"widget": "string"}


def _pattern(field: Field) -> str:
    alternatives = (field.pattern, *(f"^{word}$" for word in field.words))
    return "|".join(alternatives)
