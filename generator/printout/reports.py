"""What one record of an outcome reports, in lines: what `views.report` holds."""

from collections.abc import Iterable, Iterator

from generator.language import _
from generator.printout.layout import Line, paragraphs
from generator.views.mended import CorrectionLine
from generator.views.report import Photo, Report, SourceLine
from generator.views.text import Block


def report_lines(one: Report, depth: int) -> Iterator[Line]:
    """Tell what an outcome reports."""
    yield from paragraphs(one.account, depth)
    if one.reason:
        yield Line(one.reason, depth)
    yield from _said(_("Sebabnya"), one.cause, depth)
    yield from _said(_("Yang belum"), one.remainder, depth)
    yield from _said(_("Yang dapat dilakukan warga"), one.next_steps, depth)
    yield from (Line(fact.words, depth, f"{fact.label}: ") for fact in one.facts)
    yield from (Line(_photo(photo), depth, _("Foto: ")) for photo in one.photos)
    yield from paragraphs(one.notes, depth)
    yield from correction_lines(one.corrections, depth)
    yield from source_lines(one.sources, depth)


def correction_lines(many: Iterable[CorrectionLine], depth: int) -> Iterator[Line]:
    """Tell which mistakes were mended."""
    for one in many:
        said = _("Dibetulkan pada {day}: {part}.").format(day=one.when.words, part=one.part)
        if one.cause:
            cause = one.cause.removesuffix(".")
            said = f"{said} {_('Sebabnya: {cause}.').format(cause=cause)}"
        yield Line(said, depth, "- ")
        if not (one.before or one.after):
            yield Line(_("Isinya tidak diulang karena masukannya ditarik atau ditahan."), depth + 1)
            continue
        if one.before:
            yield from _said(_("Semula"), one.before, depth + 1)
        else:
            yield Line(_("Semula: dihapus, tidak diulang di sini"), depth + 1)
        yield from _said(_("Menjadi"), one.after, depth + 1)


def source_lines(many: Iterable[SourceLine], depth: int) -> Iterator[Line]:
    """Tell where facts come from."""
    for one in many:
        said = (one.words, one.publisher, one.when.words if one.when else "", one.url)
        yield Line(", ".join(filter(None, said)), depth, "- ")


def _said(label: str, blocks: tuple[Block, ...], depth: int) -> Iterator[Line]:
    """A short text beside its label, a longer one below it."""
    if len(blocks) == 1 and blocks[0].text:
        yield Line(blocks[0].text, depth, f"{label}: ")
    elif blocks:
        yield Line(f"{label}:", depth)
        yield from paragraphs(blocks, depth + 1)


def _photo(photo: Photo) -> str:
    return f"{photo.caption} ({photo.taken.words})" if photo.taken else photo.caption
