"""Photos that were published as evidence."""

from collections.abc import Iterator
from dataclasses import replace

from generator.checks.against import lines, mended
from generator.checks.against.published import Published
from generator.checks.against.reuse import restore
from generator.checks.against.told import Told, of_all
from generator.checks.corrections import REMOVED
from generator.language import _
from generator.model import Outcome
from generator.records.folder import MEDIA, SUFFIX
from generator.records.kinds import Kind


@of_all("foto-diganti")
def replaced_photos(published: Published) -> Iterator[Told]:
    """Foto bukti yang sudah terbit diganti atau dihapus.

    Foto adalah bukti. Foto lain dengan nama yang sama mengubah buktinya tanpa satu kata pun
    berubah.

    Kembalikan fotonya; foto yang lain dipasang dengan nama lain. Kalau foto itu memang keliru atau
    harus hilang, tambahkan koreksi untuk `bukti` di kabarnya, atau tarik kabarnya dengan
    `kabar withdraw`.
    """
    for name in sorted(published.since.photos):
        identity, _slash, file = name.removeprefix(f"{MEDIA}/").rpartition("/")
        now = published.archive.records.outcomes.get(identity)
        record = f"{Kind.OUTCOME}/{identity}{SUFFIX}"
        before = published.records.get(record, now)
        # What is no longer named there, withdrawn or taken out, is told by another rule.
        if not isinstance(before, Outcome) or not isinstance(now, Outcome):
            continue
        if now.id in published.archive.withdrawn_outcomes:
            continue
        was_named = any(one.file == file for one in before.evidence)
        at = next((at for at, one in enumerate(now.evidence) if one.file == file), None)
        if not was_named or at is None or _is_told(before, now, at):
            continue
        photo = f"{published.prefix}{name}"
        said = (
            _("foto {file} sudah terbit sebagai bukti, lalu gambarnya diganti. Kembalikan: {how}")
            if published.is_there(name)
            else _("foto {file} sudah terbit sebagai bukti, lalu dihapus. Kembalikan: {how}")
        ).format(file=file, how=restore(published.ref, photo))
        item = lines.item(
            ("tanggal", published.today.isoformat()),
            ("bagian", f"bukti.{at + 1}.berkas"),
            ("semula", REMOVED),
            ("menjadi", file),
            ("sebab", ""),
        )
        mending = replace(
            lines.to_paste(item, now, f"{published.prefix}{record}"),
            place=_(
                "Kalau fotonya memang keliru: biarkan yang baru, tempel ini di {file}, di bawah "
                "`koreksi`, lalu isi `sebab`."
            ).format(file=f"{published.prefix}{record}"),
        )
        yield Told(record, ("bukti", at, "berkas"), said, mending, under="koreksi")


def _is_told(before: Outcome, now: Outcome, at: int) -> bool:
    """Whether a new correction speaks of the photo."""
    part = ("bukti", str(at + 1))
    for one in mended.added(before, now):
        steps = mended.steps_of(now, one.part)
        if steps is not None and steps[:2] == part[: len(steps)]:
            return True
    return False
