"""The command that takes photos in."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from generator import plugin, site
from generator.cli.options import (
    FINDINGS,
    WELL,
    config_option,
    day_option,
    help_option,
    language_option,
)
from generator.cli.spoken import Command, Day
from generator.cli.telling import tell
from generator.clock import today_in
from generator.language import _
from generator.photos.blurring import Region
from generator.photos.filing import (
    Filed,
    FilingFault,
    Original,
    outcome_id,
    plan,
    refuse_unreadable,
)
from generator.wording.days import number
from generator.writing import carry_out

_PARTS = 4
_YES = frozenset({"ya", "yes"})


class Part(click.ParamType[Region]):
    """A part of a photo: x,y,w,h in pixels from its upper left corner."""

    name = "bagian"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Region:
        """Read the four numbers, or refuse them saying what to write instead."""
        if isinstance(value, Region):
            return value
        numbers = [one.strip() for one in str(value).split(",")]
        if len(numbers) != _PARTS or not all(_is_number(one) for one in numbers):
            self.fail(
                _(
                    "tulis kiri,atas,lebar,tinggi dalam titik foto yang sudah tegak, misalnya "
                    "120,80,200,240"
                ),
                param,
                ctx,
            )
        return Region(*map(int, numbers))


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdecimal()


def _need_outcome(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    if not value:
        raise click.BadParameter(_("tulis catatan tindak lanjutnya"))
    return value


@click.command(
    "photo",
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Membersihkan foto, mengaburkan bagiannya, lalu memasangnya sebagai bukti di satu "
        "catatan.\n\n"
        "Foto asli tetap di tempatnya dan tidak disalin; ia harus berada di luar folder proyek. "
        "Kalau ada satu saja yang gagal, tidak ada yang ditulis."
    ),
)
@click.argument(
    "photos",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=False),
    metavar=_("FOTO..."),
)
@click.option(
    "--for",
    "outcome",
    callback=_need_outcome,
    metavar=_("CATATAN"),
    help=_("Catatan tindak lanjutnya, misalnya polsek-contoh/2023-11-03."),
)
@click.option(
    "--blur",
    "regions",
    multiple=True,
    type=Part(),
    metavar=_("X,Y,L,T"),
    help=_(
        "Bagian yang dikaburkan: kiri, atas, lebar, tinggi, dalam titik foto tegak. Boleh "
        "berulang; hanya untuk satu foto."
    ),
)
@click.option(
    "--caption",
    "captions",
    multiple=True,
    metavar=_("TEKS"),
    help=_("Apa yang terlihat, satu untuk setiap foto; bila tidak disebut: ditanyakan."),
)
@click.option(
    "--taken",
    type=Day(),
    metavar=_("TANGGAL"),
    help=_("Hari foto diambil, misalnya 2023-11-03."),
)
@click.option(
    "--genuine",
    is_flag=True,
    help=_("Menyatakan fotonya asli, bukan buatan atau ubahan AI; bila tidak: ditanyakan."),
)
@day_option
@config_option
@language_option
@help_option
def photo_command(
    photos: tuple[Path, ...],
    outcome: str,
    regions: tuple[Region, ...],
    captions: tuple[str, ...],
    taken: datetime.date | None,
    genuine: bool,
    as_of: datetime.date | None,
    config: Path,
) -> int:
    """Take photos in as evidence of one outcome."""
    project = plugin.read_project(config)
    identity = outcome_id(project.data, outcome)
    for photo in photos:
        refuse_unreadable(photo, project.root)
    if regions and len(photos) > 1:
        raise click.BadParameter(_("--blur hanya untuk satu foto; pasang fotonya satu per satu"))
    if captions and len(captions) != len(photos):
        raise click.BadParameter(_("--caption harus ada satu untuk setiap foto"))
    told = captions or tuple(_captions(photos))
    if not (genuine or _is_genuine()):
        raise FilingFault(_("Hanya foto asli yang dapat menjadi bukti. Tidak ada yang ditulis."))
    day = taken.isoformat() if taken else ""
    filed, changes = plan(
        project.root,
        project.data,
        identity,
        [
            Original(file, caption.strip(), day, regions)
            for file, caption in zip(photos, told, strict=True)
        ],
    )
    today = as_of or today_in(project.zone)
    _archive, found = site.rehearse(project.root, project.data, changes, today, work=project.work)
    ours = {f"{project.data.name}/{one.file}" for one in changes}
    wrong = [one for one in found if one.is_error and one.file in ours]
    if wrong:
        click.echo(_("Kalau foto ini dipasang, kabar check akan menemukan:"), err=True)
        tell(wrong, err=True)
        click.echo(_("Tidak ada yang ditulis."), err=True)
        return FINDINGS
    carry_out(changes, project.data)
    _say(filed, identity, project.data.name)
    return WELL


def _captions(photos: Sequence[Path]) -> Iterator[str]:
    click.echo(
        _("Tulis apa yang terlihat, untuk orang yang tidak dapat melihat fotonya. Jangan tulis "
          "nama warga.")
    )  # fmt: skip
    for number_of, _photo in enumerate(photos, 1):
        yield _ask(_("Keterangan foto {number}").format(number=number_of), "--caption")


def _is_genuine() -> bool:
    said = _ask(_("Apakah foto ini asli, bukan buatan atau ubahan AI? (ya/tidak)"), "--genuine")
    return said.strip().casefold() in _YES


def _ask(question: str, option: str) -> str:
    """Ask, or say which option answers where nobody is there to be asked."""
    try:
        answer: str = click.prompt(question)
    except click.Abort as error:
        click.echo()
        raise FilingFault(
            _("Belum dijawab: {option}. Tidak ada yang ditulis.").format(option=option)
        ) from error
    return answer


def _say(filed: Sequence[Filed], identity: str, folder: str) -> None:
    for one in filed:
        said = _("{file}: {width} x {height} titik, {size} kB").format(
            file=f"{folder}/{one.file}",
            width=number(one.width),
            height=number(one.height),
            size=-(-len(one.content) // 1000),
        )
        click.echo(said)
    click.echo(
        _(
            "Sudah disebut di bukti catatan {outcome}. Foto aslinya tidak disalin.\n"
            "Buka hasilnya dan lihat lagi: wajah, pelat nomor, papan nama, isi layar. Lalu "
            "jalankan kabar check."
        ).format(outcome=identity)
    )
