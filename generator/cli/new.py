"""New records by questions and answers, for those who would rather not write YAML."""

import datetime
import sys
from pathlib import Path
from typing import Any

import click

from generator import notices, plugin, site
from generator.cli.answers import answer_options, asked_by_option, common_options
from generator.cli.asking import say_all_back
from generator.cli.finishing import Desk, finish
from generator.cli.options import (
    FINDINGS,
    WELL,
    WRONG_USE,
    help_option,
    language_option,
)
from generator.cli.spoken import Command, Group
from generator.cli.terminal import Terminal, say, terminal
from generator.clock import today_in
from generator.errors import KabarError
from generator.findings import has_errors
from generator.language import _
from generator.outline import Field, outline
from generator.plugin import Project
from generator.records import Kind
from generator.wizard import (
    Answers,
    Conversation,
    Draft,
    Offer,
    answers_in_file,
    answers_typed,
    drafts,
    new_draft,
    told_briefly,
)


class WrongUse(KabarError):
    """The command cannot do what is asked of it so."""


_OLD, _NEW, _AWAY = "lanjut-", "baru", "buang"


@click.group(
    "new",
    cls=Group,
    invoke_without_command=True,
    options_metavar="",
    subcommand_metavar=_("PERINTAH"),
    help=_(
        "Membuat catatan baru dengan menjawab pertanyaan, tanpa mengetik YAML.\n\n"
        "Setiap jawaban disimpan; yang terputus dapat dilanjutkan. Berkasnya ditulis hanya bila "
        "semua pemeriksaan lulus dan Anda menyetujuinya."
    ),
)
@language_option
@help_option
@click.pass_context
def new(context: click.Context) -> None:
    """Hold the kinds of record together; show the help when none is named."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@new.command(
    "session",
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Mencatat satu sesi: apa yang disampaikan warga, dijawab, dan dijanjikan.\n\n"
        "Tanpa pilihan, semuanya ditanyakan. Yang sudah disebut sebagai pilihan tidak ditanyakan "
        "lagi."
    ),
)
@answer_options(Kind.SESSION, outline(Kind.SESSION))
@common_options
def session_command(**options: Any) -> int:
    """Make a record of a session."""
    return _new(Kind.SESSION, **options)


@new.command(
    "outcome",
    cls=Command,
    options_metavar=_("[PILIHAN]"),
    help=_(
        "Mencatat satu kabar: apa yang terjadi sesudah sesi, atas satu masukan atau lebih.\n\n"
        "Tanpa pilihan, semuanya ditanyakan. Yang sudah disebut sebagai pilihan tidak ditanyakan "
        "lagi."
    ),
)
@answer_options(Kind.OUTCOME, outline(Kind.OUTCOME))
@common_options
def outcome_command(**options: Any) -> int:
    """Make a record of an outcome."""
    return _new(Kind.OUTCOME, **options)


def _new(
    kind: Kind,
    *,
    parts: tuple[str, ...],
    source: Path | None,
    is_agreed: bool,
    as_of: datetime.date | None,
    config: Path,
    **options: Any,
) -> int:
    fields = outline(kind)
    given = _given(kind, fields, parts, source, options)
    if not is_agreed and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUse(
            _(
                "Tidak ada terminal untuk bertanya. Sebut jawabannya sebagai pilihan dan tambahkan "
                "--yes."
            )
        )
    project = plugin.read_project(config)
    today = as_of or today_in(project.zone)
    archive, found = site.check(project.root, project.data, today, work=project.work)
    desk = Desk(project, today, found)
    conversation = Conversation(kind, fields, archive, given)
    if is_agreed:
        return _without_asking(conversation, desk)
    if has_errors(found):
        say(_("Perhatian: sudah ada kesalahan di catatan lain. Lihat: kabar check"))
    return _in_conversation(conversation, desk, project)


def _given(
    kind: Kind,
    fields: tuple[Field, ...],
    parts: tuple[str, ...],
    source: Path | None,
    options: dict[str, Any],
) -> Answers:
    """Bring together what was given: a file, then options, then the most exact."""
    typed: list[tuple[str, str]] = []
    for key, said in options.items():
        typed += [(key, one) for one in ((said,) if isinstance(said, str) else said or ())]
    for one in parts:
        key, sign, said = one.partition("=")
        if not sign:
            raise WrongUse(_("--set ditulis KUNCI=ISI, misalnya masukan.1.isi=..."))
        typed.append((key.strip(), said))
    found = answers_in_file(source, fields) if source else {}
    return found | answers_typed(_with_folder(kind, fields), typed)


def _with_folder(kind: Kind, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    own = {one.key for one in fields}
    return (*fields, *(one for one in asked_by_option(kind, fields) if one.key not in own))


def _without_asking(conversation: Conversation, desk: Desk) -> int:
    """Write what was given, or say what is missing or wrong; nothing is asked."""
    missing = conversation.answer_by_itself()
    if missing:
        say(_("Belum lengkap. Tambahkan:"))
        for one in missing:
            click.echo(f"  {_option(one.name)}")
            say(f"{one.asks} {one.hint}".strip(), "      ")
        return WRONG_USE
    rehearsal = desk.rehearse(conversation)
    if rehearsal.errors:
        say(notices.as_text(rehearsal.findings))
        say(_("Tidak ada yang ditulis."))
        return FINDINGS
    desk.write(rehearsal)
    return WELL


def _option(name: str) -> str:
    return f"--set {name}=..." if "." in name else f"--{name} ..."


def _in_conversation(conversation: Conversation, desk: Desk, project: Project) -> int:
    asking = terminal(has_way_back=True)
    draft = new_draft(conversation.kind, project.work)
    try:
        if not conversation.given:
            draft = _continued(terminal(), conversation, project) or draft
        say(
            _(
                "Jawab satu per satu. {way_back}: kembali ke pertanyaan sebelumnya. Ctrl+C kapan "
                "saja: jawaban yang sudah ada tersimpan."
            ).format(way_back=asking.way_back)
        )
        return finish(asking, conversation, draft, desk)
    except (KeyboardInterrupt, EOFError, click.Abort):
        say()
        if draft.file.exists():
            said = _("Dihentikan. Jawaban Anda disimpan; lanjutkan dengan: kabar new {kind}")
        else:
            said = _("Dihentikan. Belum ada jawaban yang perlu disimpan.")
        say(said.format(kind="session" if conversation.kind is Kind.SESSION else "outcome"))
        return WRONG_USE


def _continued(asking: Terminal, conversation: Conversation, project: Project) -> Draft | None:
    """Offer what was begun before; gives the draft that is gone on with, or None."""
    begun = drafts(conversation.kind, project.work)
    if not begun:
        return None
    offers = [
        Offer(f"{_OLD}{number}", _("Lanjutkan {what}").format(what=told_briefly(one)))
        for number, one in enumerate(begun)
    ]
    chosen = asking.choose(
        _("Lanjutkan yang belum selesai?"),
        (
            *offers,
            Offer(_NEW, _("Mulai yang baru; yang lama tetap disimpan")),
            Offer(_AWAY, _("Buang yang belum selesai, mulai yang baru")),
        ),
    )
    if chosen == _AWAY:
        for one in begun:
            one.discard()
    if not chosen.startswith(_OLD):
        return None
    draft = begun[int(chosen.removeprefix(_OLD))]
    conversation.go_on_from(draft.given, draft.log)
    say_all_back(conversation)
    return draft
