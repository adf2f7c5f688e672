"""Why something is taken back: the reason residents read, and what it rests on."""

import shlex
import sys
from collections.abc import Iterable
from dataclasses import dataclass

import click

from generator import records
from generator.cli import questions
from generator.language import _
from generator.plugin import Project
from generator.withdrawal import CannotWithdraw

PERSONAL_DATA = "data-pribadi"
"""The reason in data/reasons.yml that is meant unless another is named."""

BASIS = "UU 27/2022 tentang Pelindungan Data Pribadi"


@dataclass(frozen=True, slots=True)
class Why:
    """Why something is taken back; `is_personal` says that it told of somebody."""

    reason: str
    basis: str
    is_personal: bool

    @property
    def options(self) -> str:
        """Give it as it is typed behind the command."""
        said = ["--personal-data"] if self.is_personal else []
        if not self.is_personal or self.reason != PERSONAL_DATA:
            said.append(f"--reason {shlex.quote(self.reason)}")
        if not self.is_personal or self.basis != BASIS:
            said.append(f"--basis {shlex.quote(self.basis)}")
        return " ".join(said)


def why_of(project: Project, is_personal: bool, reason: str | None, basis: str | None) -> Why:
    """Take what was given, and ask for what was not; raises CannotWithdraw where nobody can be."""
    can_ask = sys.stdin.isatty() and sys.stdout.isatty()
    if reason is None and is_personal:
        reason = PERSONAL_DATA
    elif reason is None:
        known = records.read(project.root, project.data, work=project.work).records
        # What speaks of taking back is likeliest; the others are reasons not to do something.
        reasons = sorted(
            ((key, one.sentence) for key, one in known.registries.reasons.items()),
            key=lambda one: ("tarik" not in one[1], one[0]),
        )
        if not can_ask:
            raise CannotWithdraw(_which_reason(reasons))
        reason = questions.reason(_("Mengapa ditarik?"), reasons)
        is_personal = reason == PERSONAL_DATA
    if basis is None and is_personal:
        basis = BASIS
    elif basis is None:
        if not can_ask:
            said = _("Sebut dasarnya dengan --basis, misalnya --basis 'Permintaan kepala desa'.")
            raise CannotWithdraw(said)
        basis = str(
            click.prompt(_("Atas dasar apa? Aturan atau permintaan, tanpa mengulang isinya"))
        )
    return Why(reason, " ".join(basis.split()), is_personal)


def _which_reason(reasons: Iterable[tuple[str, str]]) -> str:
    lines = [_("Sebut alasannya dengan --reason. Yang ada:")]
    lines += [f"  {key}: {said}" for key, said in reasons]
    lines += [_("Memuat data pribadi? Pakai --personal-data.")]
    return "\n".join(lines)
