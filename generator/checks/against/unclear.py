"""What cannot be compared, said plainly rather than passed over."""

from collections.abc import Iterator

from generator.checks.against.published import Published, is_story
from generator.checks.against.told import Told, of_all
from generator.findings import Severity
from generator.language import _
from generator.records.folder import SUFFIX


@of_all("tidak-dapat-dibandingkan")
def broken_before(published: Published) -> Iterator[Told]:
    """Catatan yang dulu rusak, atau belum ada, sehingga tidak ada bandingannya.

    Isinya yang dulu tidak dapat dibaca, jadi program tidak tahu apakah sekarang ada yang berubah.
    Yang rusak juga tidak pernah tampil di situs.

    Bandingkan sendiri dengan `git diff`, atau bandingkan dengan versi sebelum berkas itu rusak.
    """
    if not published.since.names:
        said = _("di {ref} belum ada catatan di folder ini, jadi tidak ada yang dibandingkan")
        yield Told("", None, said.format(ref=published.ref), severity=Severity.WARNING)
    said = _(
        "isi lama berkas ini rusak di {ref}, jadi tidak dapat dibandingkan; lihat sendiri: "
        "git diff {ref} -- {file}"
    )
    broken = [file for file, record in published.records.items() if record is None]
    broken += [f"{kind}{SUFFIX}" for kind, many in published.tables.items() if many is None]
    for file in broken:
        if published.is_there(file) or not is_story(file):
            name = f"{published.prefix}{file}"
            message = said.format(ref=published.ref, file=name)
            yield Told(file, None, message, severity=Severity.WARNING)
