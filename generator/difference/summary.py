"""The words around a difference that text and Markdown share."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.difference.terms import Change, Difference, Gravity
from generator.language import _
from generator.wording.days import number, when_day


class Compared(NamedTuple):
    """What is compared: the ref as it was typed, the day both are looked at, the site's address."""

    ref: str
    day: date
    site: str


def title() -> str:
    """Give what stands above everything."""
    return _("Yang akan berubah di mata warga")


def names_title() -> str:
    """Give what stands above the changes of registries."""
    return _("Nama dan aturan di banyak halaman")


def tag(change: Change) -> str:
    """Give the word before a change that says for whom it is good or bad; "" for none."""
    match change.gravity:
        case Gravity.FORBIDDEN:
            return _("Tidak boleh")
        case Gravity.WORSE:
            return _("Memburuk")
        case Gravity.BETTER:
            return _("Membaik")
        case _other:
            return ""


def head(found: Difference, compared: Compared) -> Iterator[str]:
    """Give the sentences at the top: what is compared, and how much of it is bad."""
    yield _("Dibanding {ref}; keduanya dilihat dengan keadaan per {day}.").format(
        ref=compared.ref, day=when_day(compared.day).words
    )
    if found.unread:
        yield _("{count} catatan lama tidak terbaca, jadi tidak ikut dibandingkan.").format(
            count=number(found.unread)
        )
    if found.behind:
        yield _(
            "{count} berkas sudah lebih baru di {ref} dan belum ada di sini, jadi tidak ikut "
            "dibandingkan. Ambil dulu: git merge {ref}"
        ).format(count=number(found.behind), ref=compared.ref)
    if not found.count():
        yield _("Tidak ada yang berubah bagi warga.")
        return
    tagged = (Gravity.FORBIDDEN, Gravity.WORSE, Gravity.BETTER)
    forbidden, worse, better = (found.count(one) for one in tagged)
    yield _("{count} perubahan: {worse} memburuk, {better} membaik, {rest} lainnya.").format(
        count=number(found.count()),
        worse=number(worse),
        better=number(better),
        rest=number(found.count() - worse - better),
    )
    if forbidden:
        yield _(
            "{count} di antaranya tidak boleh: yang sudah terbit tidak berubah atau hilang "
            "diam-diam. Cara membetulkannya: kabar check --against {ref}"
        ).format(count=number(forbidden), ref=compared.ref)
