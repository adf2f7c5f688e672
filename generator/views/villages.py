"""All villages by how their names begin, so that every one is found without typing."""

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.alphabet import Branch
from generator.areas import Area
from generator.gazetteer import said
from generator.language import _
from generator.page import Crumb, Page
from generator.value import value
from generator.views.entries import NameLine
from generator.views.holdings import Holdings
from generator.wording.areas import how_many_villages, where_it_lies

Step = Branch[Area]


@value
class VillagesView:
    """The villages whose names begin alike.

    `beginning` says how, "" where all villages are meant. `villages` stand here, `letters` lead to
    the others. `has_namesakes` where a name is followed by that of its district.
    """

    beginning: str
    how_many: str
    letters: tuple[NameLine, ...]
    villages: tuple[NameLine, ...]
    has_namesakes: bool


def pages(holdings: Holdings) -> Iterator[Page]:
    """Every page of the villages in the order of letters; none where there are no villages."""
    if holdings.villages:
        yield from _pages(holdings.villages, (Crumb(urls.AREAS, _("Wilayah")),))


def letter_line(branch: Step) -> NameLine:
    """The line that leads to the villages whose names begin so."""
    return NameLine(
        urls.villages(branch.prefix), said(branch.prefix), how_many_villages(branch.count)
    )


def _pages(branch: Step, trail: tuple[Crumb, ...]) -> Iterator[Page]:
    title = _title(branch)
    yield Page(
        address=urls.villages(branch.prefix),
        section="wilayah",
        template="villages.html",
        title=title,
        description=_("Cari desa Anda menurut abjad: {title}.").format(title=title.lower()),
        view=partial(_view, branch),
        trail=trail,
    )
    here = said(branch.prefix) if branch.prefix else _("Menurut abjad")
    for one in branch.below:
        yield from _pages(one, (*trail, Crumb(urls.villages(branch.prefix), here)))


def _title(branch: Step) -> str:
    if not branch.prefix:
        return _("Semua desa menurut abjad")
    return _("Desa yang namanya berawal “{beginning}”").format(beginning=said(branch.prefix))


def _view(branch: Step) -> VillagesView:
    return VillagesView(
        beginning=said(branch.prefix) if branch.prefix else "",
        how_many=how_many_villages(branch.count),
        letters=tuple(map(letter_line, branch.below)),
        villages=tuple(
            NameLine(urls.area(one.key), one.name, where_it_lies(one)) for one in branch.things
        ),
        has_namesakes=any("," in said(one.prefix) for one in branch.below),
    )
