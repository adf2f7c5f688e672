"""When something published has to go: `kabar withdraw` and `kabar purge`, step by step."""

import datetime
import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from generator import notices, plugin, purge, site, withdrawal
from generator.cli.agreement import is_agreed_to, near, say, second_reader, yes_option
from generator.cli.options import (
    FINDINGS,
    WELL,
    config_option,
    day_option,
    help_option,
    language_option,
)
from generator.cli.spoken import Command
from generator.cli.why import PERSONAL_DATA, Why, why_of
from generator.clock import today_in
from generator.findings import Finding
from generator.language import _
from generator.targets import target_of
from generator.withdrawal import Plan
from generator.wording.days import number
from generator.writing import carry_out

GUIDE = "content/panduan/data-pribadi.md"


@click.command(
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Menarik catatan yang tidak boleh terbit lagi, lalu menunjukkan langkah berikutnya.\n\n"
        "Karena data pribadi? Tambahkan --personal-data. Karena hal lain, program menanyakan "
        "alasan dan dasarnya. Isi yang hanya salah tidak ditarik, tetapi dibetulkan: kabar "
        "correct ID.\n\n"
        "ID satu masukan: polsek-contoh/2023-10-20#patroli.\n\n"
        "ID seluruh sesi: polsek-contoh/2023-10-20.\n\n"
        "Kabar: sebut berkasnya, data/outcomes/polsek-contoh/2023-11-03.yml.\n\n"
        "Tulisannya hilang dari semua halaman. Alamatnya tetap ada dan menyebutkan bahwa "
        "catatan itu ditarik. Penarikan tidak bisa dibatalkan."
    ),
)
@click.argument("name", metavar="ID")
@click.option("--personal-data", is_flag=True, help=_("Ditarik karena memuat data pribadi."))
@click.option(
    "--with-outcomes",
    is_flag=True,
    help=_("Tarik juga kabar yang hanya menjawab catatan itu, dan hapus fotonya."),
)
@click.option(
    "--reason",
    metavar=_("ALASAN"),
    help=_("Kunci dari data/reasons.yml; dengan --personal-data boleh tidak disebut."),
)
@click.option(
    "--basis",
    metavar=_("DASAR"),
    help=_("Aturan atau permintaan yang menjadi dasarnya; jangan mengulang isinya di sini."),
)
@yes_option
@day_option
@config_option
@language_option
@help_option
def withdraw(
    name: str,
    personal_data: bool,
    with_outcomes: bool,
    reason: str | None,
    basis: str | None,
    is_agreed: bool,
    as_of: datetime.date | None,
    config: Path,
) -> int:
    """Withdraw a record."""
    project = plugin.read_project(config)
    today = as_of or today_in(project.zone)
    # Nobody is asked why before it is known what, and whether it was not said before.
    target = target_of(name, project.root, project.data)
    earlier = withdrawal.earlier(target, project.data)
    if earlier:
        click.echo(_("Ini sudah ditarik sebelumnya."))
        reason, basis = reason or earlier.reason, basis or earlier.basis
    why = why_of(project, personal_data or reason == PERSONAL_DATA, reason, basis)
    stone = withdrawal.Tombstone(today, why.reason, why.basis)
    plan = withdrawal.plan(project.root, project.data, name, stone, with_outcomes=with_outcomes)
    folder = near(project.data)
    if plan.changes:
        say(_what_will_go(plan, folder))
        if not (is_agreed or is_agreed_to(_("Ketik ya untuk menarik"), is_final=True)):
            click.echo(_("Tidak ada yang diubah."))
            return WELL
        carry_out(plan.changes, project.data)
    # What was read before is forgotten even when nothing was left to change: a withdrawal typed
    # by hand needs that as much.
    withdrawal.forget_what_was_read(project.work)
    _archive, found = site.check(project.root, project.data, today, work=project.work)
    errors = [one for one in found if one.is_error]
    done = ("", _("Sudah ditarik.")) if plan.changes else ()
    say((*done, *_what_is_left(plan, why, folder, errors), ""))
    say(_next_steps(plan, why, folder, errors))
    return FINDINGS if errors else WELL


def _what_will_go(plan: Plan, folder: str) -> Iterator[str]:
    yield _("Yang ditarik:")
    concern = plan.target.concern
    said = f"  {folder}/{plan.target.file}"
    yield f"{said}, {_('hanya {id}').format(id=concern)}" if concern else said
    yield from _listed(_("Kabar yang hanya menjawab itu, ikut ditarik:"), plan.outcomes, folder)
    yield from _listed(
        _(
            "Kabar yang menggabungkan masukan lain ke sana, ikut ditarik; masukan lain itu "
            "terbuka lagi:"
        ),
        plan.merging,
        folder,
    )
    yield from _listed(_("Foto yang dihapus:"), plan.photos, folder)
    yield from _listed(_("Tidak lagi menunjuk ke sana:"), plan.lighter, folder)
    yield _("Alamat halamannya tetap ada. Penarikan tidak bisa dibatalkan.")


def _what_is_left(plan: Plan, why: Why, folder: str, errors: list[Finding]) -> Iterator[str]:
    if plan.waiting:
        yield ""
        yield from _listed(
            _("Kabar ini tidak tampil lagi, tetapi tulisannya masih ada di berkas:"),
            plan.waiting,
            folder,
        )
        yield _("Tarik juga:")
        yield f"    {_command(plan, why)} --with-outcomes"
    if plan.to_read:
        yield ""
        yield from _listed(
            _("Baca sekali lagi; mungkin hal yang sama disebut di bagian lain:"),
            plan.to_read,
            folder,
        )
    if plan.by_hand:
        yield ""
        yield _("Betulkan sendiri; keluarkan yang ditarik dari daftarnya:")
        yield from (f"  {folder}/{file}: {why}" for file, why in plan.by_hand)
    if errors:
        yield ""
        yield _("Situs belum bisa dibuat sebelum ini dibetulkan:")
        yield notices.as_text(errors).rstrip("\n")


def _next_steps(plan: Plan, why: Why, folder: str, errors: list[Finding]) -> Iterator[str]:
    yield _("Sekarang, berurutan:")
    yield _("1. Terbitkan, supaya tulisan lama hilang dari situs:")
    if errors:
        yield _("   (sesudah yang di atas dibetulkan)")
    yield "    kabar build"
    yield _("2. Kirim ke git. Jangan mengulang isinya di pesannya:")
    yield f"    git add {shlex.quote(folder)}"
    yield f'    git commit -m "{_("Menarik satu catatan")}"'
    yield "    git push"
    yield f"   {second_reader()}"
    if not why.is_personal:
        yield _("Tulisan lamanya masih ada di riwayat git. Kalau itu pun harus hilang:")
        yield f"    kabar purge {_to_purge(plan, folder)}"
        return
    yield _(
        "3. Beri tahu atasan Anda hari ini juga. Pemberitahuan tertulis kepada orangnya dan "
        "lembaga yang berwenang paling lambat 3 x 24 jam (UU 27/2022 pasal 46)."
    )
    yield _("4. Bersihkan riwayat git, bersama pengelola git:")
    yield f"    kabar purge {_to_purge(plan, folder)}"
    yield _("Penjelasan setiap langkah: {guide}").format(guide=GUIDE)


def _to_purge(plan: Plan, folder: str) -> str:
    return " ".join(shlex.quote(f"{folder}/{file}") for file in plan.to_purge)


def _command(plan: Plan, why: Why) -> str:
    return f"kabar withdraw {shlex.quote(plan.target.name)} {why.options}"


@click.command(
    "purge",
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Menghapus isi lama berkas dari seluruh riwayat git, sesudah ditarik.\n\n"
        "BERKAS yang masih ada tetap ada dengan isinya yang sekarang; yang sudah tidak ada hilang "
        "dari seluruh riwayat. Hari terbit dan catatan lain tidak berubah.\n\n"
        "Kerjakan bersama pengelola git: sesudahnya semua orang harus mengambil salinan baru."
    ),
)
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("BERKAS...")
)
@click.option(
    "--words",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=_("DAFTAR"),
    help=_(
        "Berkas di luar proyek berisi kata yang juga harus hilang dari pesan git dan berkas lain, "
        "satu di setiap baris."
    ),
)
@yes_option
@config_option
@language_option
@help_option
def purge_command(
    paths: tuple[Path, ...], words: Path | None, is_agreed: bool, config: Path
) -> int:
    """Take older versions out of git."""
    root = plugin.read_project(config).root
    asked = [_below(path, root) for path in paths]
    said = [
        _("Isi lama berkas ini dihapus dari seluruh riwayat git di komputer ini:"),
        *(f"  {path}" for path in asked),
        _("Semua nomor commit berubah. Ini tidak bisa dibatalkan."),
    ]
    say(said)
    if not (is_agreed or is_agreed_to(_("Ketik ya untuk menghapus"), is_final=True)):
        click.echo(_("Tidak ada yang diubah."))
        return WELL
    done = purge.purge(root, asked, purge.words_in(words) if words else ())
    say(_what_was_purged(done))
    return WELL


def _what_was_purged(done: purge.Purged) -> Iterator[str]:
    yield ""
    yield _("Selesai: {versions} isi lama sudah tidak ada lagi di salinan ini.").format(
        versions=number(done.versions)
    )
    yield _("Semua objek git sudah diperiksa satu per satu.")
    commands = list(purge.commands_to_send(done))
    if commands:
        yield _("Sekarang, berurutan:")
        yield _("1. Ganti riwayat di server:")
        yield from (f"    {command}" for command in commands)
        deleted = list(purge.commands_to_delete(done))
        if deleted:
            yield _(
                "   Cabang ini hanya ada di server dan memuat isi lama. Tanya dulu yang "
                "mengerjakannya, lalu hapus:"
            )
            yield from (f"    {command}" for command in deleted)
        yield _(
            "2. Minta semua orang menghapus salinannya, lalu git clone lagi. Satu salinan lama "
            "yang dikirim lagi membawa semuanya kembali."
        )
        yield _(
            "3. Minta penyedia git menghapus salinan di servernya: fork, permintaan gabung, dan "
            "halaman commit lama."
        )
    else:
        yield _("Isi lama itu belum pernah dikirim, jadi tidak ada yang perlu diganti di server.")
    yield _("Penjelasan setiap langkah: {guide}").format(guide=GUIDE)


def _below(path: Path, root: Path) -> str:
    """Give a path as seen from the project's folder."""
    whole = Path.cwd() / path
    if not whole.is_relative_to(root):
        raise click.BadParameter(_("berkas itu tidak ada di folder proyek ini"))
    return whole.relative_to(root).as_posix()


def _listed(head: str, files: Iterable[str], folder: str) -> Iterator[str]:
    lines = [f"  {folder}/{file}" for file in files]
    if lines:
        yield head
        yield from lines
