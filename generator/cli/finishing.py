"""The end of a conversation: the record shown, checked, mended where needed, and written."""

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from generator import notices, printout
from generator.cli.agreement import near, second_reader
from generator.cli.asking import ask_all, go_back
from generator.cli.options import FINDINGS, WELL
from generator.cli.terminal import StepBack, Terminal, say, width
from generator.findings import Finding
from generator.language import _
from generator.plugin import Project
from generator.records import Kind
from generator.views.text import excerpt
from generator.wizard import (
    ENOUGH,
    GO_ON,
    Conversation,
    Draft,
    Offer,
    Question,
    Rehearsal,
    rehearse,
    write,
)

_WRITE, _CHANGE, _LATER, _DISCARD = "tulis", "ubah", "nanti", "buang"
_BRIEF = 60


@dataclass(frozen=True, slots=True)
class Desk:
    """The project a record is written in, on a day, with the findings there were before."""

    project: Project
    today: date
    known: Sequence[Finding]

    def rehearse(self, conversation: Conversation) -> Rehearsal:
        """Lay out the record as far as it was told."""
        project = self.project
        return rehearse(
            project.root,
            project.data,
            conversation.kind,
            conversation.folder,
            conversation.tree,
            self.today,
            work=project.work,
            known=self.known,
        )

    def write(self, rehearsal: Rehearsal) -> None:
        """Write the record and say what comes next."""
        file = write(rehearsal, self.project.data)
        say()
        say(_("Sudah ditulis: {file}").format(file=near(file)))
        click.echo("\n".join(_next_steps(rehearsal, file)))


def finish(terminal: Terminal, conversation: Conversation, draft: Draft, desk: Desk) -> int:
    """Show, mend and write a record until it is written or left; gives how the command ends."""
    while True:
        ask_all(terminal, conversation, draft)
        say()
        say(_("Sebentar, semua catatan sedang diperiksa ..."))
        rehearsal = desk.rehearse(conversation)
        show(rehearsal)
        try:
            chosen = _what_now(terminal, conversation, rehearsal)
            name = _which(terminal, conversation) if chosen == _CHANGE else chosen
        except StepBack:
            go_back(conversation)
            continue
        if chosen == _WRITE:
            desk.write(rehearsal)
            draft.discard()
            return WELL
        if chosen == _DISCARD:
            draft.discard()
            say(_("Dibuang. Tidak ada yang ditulis."))
            return WELL
        if chosen == _LATER:
            say(_("Jawaban Anda disimpan. Jalankan perintah yang sama untuk melanjutkan."))
            return FINDINGS if rehearsal.errors else WELL
        if name:
            conversation.ask_again(name)


def show(rehearsal: Rehearsal) -> None:
    """Show the record, what residents will read, and what the checks say."""
    _title(rehearsal.own_file)
    click.echo(rehearsal.text)
    story = [*rehearsal.story()]
    if story and not rehearsal.errors:
        _title(_("Begini warga akan membacanya"))
        click.echo(printout.typeset(story, width()))
        say()
    if rehearsal.findings:
        _title(_("Hasil pemeriksaan"))
        say(notices.as_text(rehearsal.findings))
    else:
        say(_("Semua pemeriksaan lulus."))


def _what_now(terminal: Terminal, conversation: Conversation, rehearsal: Rehearsal) -> str:
    other = Offer(_CHANGE, _("Ubah atau tambah jawaban"))
    last = (
        Offer(_LATER, _("Simpan dulu, lanjutkan lain kali")),
        Offer(_DISCARD, _("Buang semuanya")),
    )
    say()
    if not rehearsal.errors:
        ready = Offer(_WRITE, _("Ya, tulis"))
        return terminal.choose(_("Tulis catatan ini?"), (ready, other, *last))
    mend = tuple(_to_mend(conversation, rehearsal))
    return terminal.choose(
        _("Ada yang perlu dibetulkan sebelum bisa ditulis."), (*mend, other, *last)
    )


def _to_mend(conversation: Conversation, rehearsal: Rehearsal) -> Iterator[Offer]:
    """The questions the errors are about, each once."""
    asked = {one.name: one for one in conversation.asked}
    names = (rehearsal.question_of(one, asked) for one in rehearsal.errors)
    for name in dict.fromkeys(names):
        if name is not None:
            said = _("Betulkan: {question}").format(question=asked[name].asks)
            yield Offer(name, said, _told(asked[name], conversation))


def _which(terminal: Terminal, conversation: Conversation) -> str:
    """Let an answer be chosen that is to be given again; "" for none."""
    offers = [
        Offer(one.name, _label(one), _told(one, conversation), also=one.name)
        for one in conversation.asked
        if not one.name.endswith(GO_ON) or conversation.answers[one.name] == ENOUGH
    ]
    none = Offer("", _("Tidak jadi"))
    return terminal.choose(_("Jawaban mana?"), (*reversed(offers), none))


def _label(question: Question) -> str:
    item = " ".join(question.name.removesuffix(GO_ON).split(".")[:2])
    if question.name.endswith(GO_ON):
        if "." not in question.name:
            return _("Tambah isian lain")
        return _("Tambah di {item}, atau sesudahnya").format(item=item)
    return f"{item}: {question.asks}" if "." in question.name else question.asks


def _told(question: Question, conversation: Conversation) -> str:
    if question.name.endswith(GO_ON):
        return ""
    told = question.told(conversation.answers.get(question.name, ""))
    return excerpt(told, _BRIEF) or _("(tidak diisi)")


def _next_steps(rehearsal: Rehearsal, file: Path) -> Iterator[str]:
    path = shlex.quote(near(file))
    kind = _("Catatan sesi") if rehearsal.kind is Kind.SESSION else _("Catatan kabar")
    yield ""
    yield _("Berikutnya:")
    if rehearsal.kind is Kind.OUTCOME:
        yield _("  Ada fotonya? Foto asli disimpan di luar folder ini, lalu:")
        yield f"    kabar photo FOTO --for {rehearsal.identity}"
    yield _("  Lihat dulu halamannya di komputer ini:")
    yield "    kabar serve"
    yield _("  Kirim untuk diterbitkan:")
    yield f"    git add {path}"
    yield f'    git commit -m "{kind} {rehearsal.identity}"'
    yield "    git push"
    yield f"  {second_reader()}"


def _title(words: str) -> None:
    say()
    say(words)
    click.echo("-" * min(len(words), width()))
