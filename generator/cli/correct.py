"""`kabar correct`: a published mistake is mended openly, and only when all is well afterwards."""

import datetime
import shlex
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import click

from generator import correcting, notices, plugin, printout, site, withdrawal
from generator.archive import Archive
from generator.cli import questions
from generator.cli.agreement import is_agreed_to, near, say, second_reader, yes_option
from generator.cli.options import (
    FINDINGS,
    WELL,
    WRONG_USE,
    config_option,
    day_option,
    help_option,
    language_option,
)
from generator.cli.spoken import Command
from generator.clock import today_in
from generator.correcting import CannotCorrect, Found, Part, Plan, Wish
from generator.findings import Finding
from generator.language import _
from generator.plugin import Project
from generator.targets import target_of
from generator.writing import carry_out

GUIDE = "content/panduan/data-pribadi.md"


@dataclass(frozen=True, slots=True)
class _Given:
    """What was given with the command; None where it is to be asked."""

    to: str | None
    is_removal: bool
    cause: str | None
    hides_old: bool
    is_agreed: bool

    @property
    def has_value(self) -> bool:
        return self.is_removal or self.to is not None


@click.command(
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Membetulkan isi yang salah dan mencatatnya sebagai koreksi, supaya warga tahu.\n\n"
        "ID sesi atau kabar: polsek-contoh/2023-10-20.\n\n"
        "ID satu masukan: polsek-contoh/2023-10-20#patroli.\n\n"
        "Boleh juga berkasnya atau alamat halamannya.\n\n"
        "Tanpa pilihan apa pun, program bertanya satu per satu. Hanya bagian itu yang berubah, dan "
        "baru ditulis kalau semua pemeriksaan lulus. Yang belum pernah terbit tidak perlu koreksi: "
        "sunting saja berkasnya."
    ),
)
@click.argument("name", metavar="ID")
@click.option(
    "--part",
    "part_name",
    metavar=_("BAGIAN"),
    help=_("Bagian yang salah, misalnya masukan.patroli.isi atau hadir.jumlah."),
)
@click.option("--to", metavar=_("ISI"), help=_("Isi yang benar."))
@click.option(
    "--to-file",
    type=click.File("r", encoding="utf-8"),
    metavar=_("BERKAS"),
    help=_("Ambil isi yang benar dari berkas ini; - berarti dari perintah di depan tanda |."),
)
@click.option("--remove", "is_removal", is_flag=True, help=_("Hapus bagian itu."))
@click.option("--because", "cause", metavar=_("SEBAB"), help=_("Sebabnya, misalnya salah ketik."))
@click.option(
    "--hide-old",
    "hides_old",
    is_flag=True,
    help=_("Jangan mengulang isi lama di koreksi. Data pribadi tidak pernah diulang."),
)
@yes_option
@day_option
@config_option
@language_option
@help_option
def correct(
    name: str,
    part_name: str | None,
    to: str | None,
    to_file: IO[str] | None,
    is_removal: bool,
    cause: str | None,
    hides_old: bool,
    is_agreed: bool,
    as_of: datetime.date | None,
    config: Path,
) -> int:
    """Correct one part of a record."""
    if sum((to is not None, to_file is not None, is_removal)) > 1:
        raise click.BadParameter(_("pilih salah satu: --to, --to-file, atau --remove"))
    new = to_file.read() if to_file else to
    given = _Given(new, is_removal, cause, hides_old, is_agreed)
    project = plugin.read_project(config)
    found = correcting.find(project.data, target_of(name, project.root, project.data))
    today = as_of or today_in(project.zone)
    return _Desk(project, found, given, today).serve(part_name)


class _Desk:
    """One correction from what was given to what is written."""

    def __init__(self, project: Project, found: Found, given: _Given, today: datetime.date) -> None:
        self._project = project
        self._found = found
        self._given = given
        self._today = today
        self._can_ask = sys.stdin.isatty() and sys.stdout.isatty()
        self._now, self._known = site.check(project.root, project.data, today, work=project.work)

    def serve(self, part_name: str | None) -> int:
        """Go on until the correction is made, given up, or refused."""
        if part_name is None and not self._can_ask:
            say(self._parts())
            return WRONG_USE
        part = self._found.part(part_name) if part_name else self._chosen()
        if self._can_ask and not self._given.has_value:
            _print(self._as_it_is(part))
        while True:
            try:
                plan = self._planned(part)
            except CannotCorrect as error:
                if not self._can_ask or self._given.has_value:
                    raise
                click.echo(str(error))
                continue
            after, wrong = self._would_be(plan)
            if not wrong:
                return self._finish(plan, after)
            say(self._refusal(wrong))
            if not self._can_ask or self._given.has_value:
                return FINDINGS

    def _planned(self, part: Part) -> Plan:
        given = self._given
        to: str | None = given.to
        if not given.has_value:
            if not self._can_ask:
                raise CannotCorrect(
                    _("Sebut isi yang benar dengan --to, --to-file, atau --remove.")
                )
            to = questions.value(part, self._now, hides=self._is_personal(part))
        cause = given.cause or ("" if not self._can_ask else questions.cause())
        if not cause.strip():
            raise CannotCorrect(
                _("Sebut sebabnya dengan --because, misalnya --because 'salah ketik'.")
            )
        wish = Wish(None if given.is_removal else to, cause, self._today, given.hides_old)
        return correcting.plan(self._found, part, wish, self._now.records)

    def _would_be(self, plan: Plan) -> tuple[Archive, list[Finding]]:
        """Check the data as they would be; gives what is wrong then and was not before."""
        project = self._project
        after, found = site.rehearse(
            project.root, project.data, [plan.change], self._today, work=project.work
        )
        before = {(one.file, one.check, one.message) for one in self._known if one.is_error}
        wrong = [
            one
            for one in found
            if one.is_error and (one.file, one.check, one.message) not in before
        ]
        return after, wrong

    def _finish(self, plan: Plan, after: Archive) -> int:
        say(self._what_changes(plan))
        target = self._found.target
        _print(printout.preview_lines(target, self._now, after))
        click.echo()
        if not (self._given.is_agreed or is_agreed_to(_("Ketik ya untuk membetulkan"))):
            click.echo(_("Tidak ada yang diubah."))
            return WELL
        carry_out([plan.change], self._project.data)
        if plan.is_personal:
            # What the program keeps between runs holds the old words.
            withdrawal.forget_what_was_read(self._project.work)
        say(self._next_steps(plan))
        return WELL

    @property
    def _file(self) -> str:
        return f"{near(self._project.data)}/{self._found.target.file}"

    def _is_personal(self, part: Part) -> bool:
        return correcting.points_to_a_person(part, self._found.target, self._now.records)

    def _shown(self, part: Part) -> str:
        if self._is_personal(part):
            return _("(tidak ditampilkan: dapat menunjuk seseorang)")
        return " ".join(part.text.split()) or correcting.NOT_WRITTEN

    def _chosen(self) -> Part:
        choices = [(one, self._shown(one)) for one in self._found.parts]
        return questions.part(_("Bagian mana yang salah?"), choices)

    def _parts(self) -> Iterator[str]:
        yield _("Sebut bagian yang salah dengan --part. Yang terisi di {file}:").format(
            file=self._file
        )
        yield from (f"  {one.name}: {self._shown(one)}" for one in self._found.parts)

    def _as_it_is(self, part: Part) -> Iterator[printout.Line]:
        yield printout.Line(part.field.says, 0, f"{part.name}: ")
        yield printout.Line(self._shown(part), 0, _("Semula: "))

    def _what_changes(self, plan: Plan) -> Iterator[str]:
        yield ""
        said = _("Yang diubah hanya {part}. Koreksinya dicatat di:")
        yield said.format(part=plan.part.name)
        yield f"  {self._file}"
        if plan.is_personal:
            yield _("Isi lamanya dapat menunjuk seseorang, jadi tidak diulang di koreksi.")
        yield ""

    def _refusal(self, wrong: list[Finding]) -> Iterator[str]:
        yield _("Belum ditulis: kalau dibetulkan begini, ada yang salah.")
        yield ""
        yield notices.as_text(wrong)

    def _next_steps(self, plan: Plan) -> Iterator[str]:
        file = shlex.quote(self._file)
        yield _("Sudah dibetulkan. Sekarang, berurutan:")
        yield _("1. Lihat apa yang berubah:")
        yield f"    git diff {file}"
        yield _("2. Kirim ke git:")
        yield f"    git add {file}"
        yield f'    git commit -m "{_("Membetulkan satu catatan")}"'
        yield "    git push"
        yield f"   {second_reader()}"
        if plan.is_personal:
            yield _(
                "3. Isi lamanya masih ada di riwayat git. Beri tahu atasan Anda hari ini juga, "
                "lalu bersihkan riwayatnya bersama pengelola git:"
            )
            yield f"    kabar purge {file}"
            yield _("Penjelasan setiap langkah: {guide}").format(guide=GUIDE)


def _print(lines: Iterable[printout.Line]) -> None:
    click.echo(printout.typeset(lines, shutil.get_terminal_size().columns))
