"""Where: a place as it is said, and its short name for titles."""

from generator.areas import district_name, village_name
from generator.language import _
from generator.model import Place, Session
from generator.remembered import remembered
from generator.wording.names import joined

_HAMLET_WORDS = frozenset(
    "dusun lingkungan jorong kampung banjar dukuh padukuhan pedukuhan korong huta lorong".split()
)


def venue(place: Place) -> str:
    """The part of a place that lies within its village: hall, street, RT, RW, hamlet; or ""."""
    return ", ".join(
        filter(
            None,
            (
                place.name,
                place.street,
                f"RT {place.rt}" if place.rt else None,
                f"RW {place.rw}" if place.rw else None,
                _hamlet(place.hamlet) if place.hamlet else None,
            ),
        )
    )


def short_name(place: Place) -> str:
    """The name residents know a place by: its village, else the nearest thing that is known."""
    if place.village:
        return village_name(place.village)
    if place.hamlet:
        return _hamlet(place.hamlet)
    if place.name or place.mukim:
        return place.name or _("Mukim {name}").format(name=place.mukim)
    return district_name(place.district) if place.district else place.regency or ""


@remembered(4_000)
def where_briefly(session: Session) -> str:
    """Where a session was held, in a few words; "" for one on air or on line."""
    names = tuple(dict.fromkeys(short_name(place) for place in session.places))
    if len(names) > 2:
        return _("{first} dan {count} tempat lain").format(first=names[0], count=len(names) - 1)
    return joined(names) if names else ""


def _hamlet(name: str) -> str:
    brings_its_word = name.split(" ", 1)[0].lower() in _HAMLET_WORDS
    return name if brings_its_word else _("Dusun {name}").format(name=name)
