"""Pages that show the same records are made one after the other, and none is lost by it."""

from collections import Counter
from itertools import groupby

from expected_pages import made_up_archive

from generator import urls
from generator.views import catalogue
from generator.views.neighbours import neighbourhoods


def test_every_page_comes_once_and_the_home_page_first() -> None:
    addresses = [page.address for page in catalogue.all_pages(made_up_archive())]
    assert addresses[0] == urls.HOME
    assert max(Counter(addresses).values()) == 1


def test_a_neighbourhood_lies_together() -> None:
    archive = made_up_archive()
    pages = list(catalogue.all_pages(archive))[1:]
    runs = [name for name, _pages in groupby(pages, key=neighbourhoods(archive))]
    assert len(runs) == len(set(runs)) > 2


def test_what_tells_of_a_unit_and_its_village_is_of_one_neighbourhood() -> None:
    archive = made_up_archive()
    of = neighbourhoods(archive)
    pages = {page.address: page for page in catalogue.all_pages(archive)}
    key, held = next((key, held) for key, held in archive.by_area.items() if held)
    unit = held[0].folder
    told = {urls.session(held[0].id), urls.unit(unit), urls.ask_back(unit), urls.area(key)}
    assert {of(pages[address]) for address in told} == {of(pages[urls.unit(unit)])}
    assert of(pages[urls.unit(unit)]).endswith(unit)


def test_what_tells_of_all_has_no_neighbourhood() -> None:
    archive = made_up_archive()
    of = neighbourhoods(archive)
    pages = {page.address: page for page in catalogue.all_pages(archive)}
    assert {of(pages[each]) for each in (urls.HOME, urls.FIGURES, urls.UNITS, urls.AREAS)} == {""}
