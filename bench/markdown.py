"""The same records as Markdown pages: what a site without our press would give to MkDocs."""

from collections.abc import Iterator
from pathlib import Path

from generator.archive import Archive, Matter
from generator.model import Concern, Outcome, Session, WithdrawnConcern

OUTCOMES = "kabar-satuan"
"""The folder of outcomes; the editorial pages have none of this name."""


def write_pages(archive: Archive, folder: Path) -> int:
    """Write each session as `sesi/<unit>/<stem>.md` and give the number of pages."""
    for session in archive.sessions:
        page = folder / "sesi" / f"{session.id}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("\n".join(_page(archive, session)), encoding="utf-8")
    return len(archive.sessions)


def write_outcome_pages(archive: Archive, folder: Path) -> int:
    """Write each outcome as `kabar-satuan/<unit>/<stem>.md` and give the number of pages."""
    outcomes = [one for one in archive.outcomes if isinstance(one, Outcome)]
    for outcome in outcomes:
        page = folder / OUTCOMES / f"{outcome.id}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("\n".join(_outcome(archive, outcome)), encoding="utf-8")
    return len(outcomes)


def _outcome(archive: Archive, outcome: Outcome) -> Iterator[str]:
    registries = archive.records.registries
    unit = registries.units[outcome.folder].name
    yield f"---\ntitle: {outcome.event}, {unit}, {outcome.date}\n"
    yield f"description: Kabar dari {unit}.\n---\n"
    yield f"- Satuan: {unit}\n- Tanggal: {outcome.date}\n- Kejadian: {outcome.event}"
    for answered in outcome.answers:
        yield f"- Menjawab: {answered}"
    if outcome.scope:
        scope = outcome.scope
        about = (scope.programme, *scope.themes, *scope.units)
        yield f"- Tentang: {', '.join(filter(None, about))}"
    if outcome.form:
        yield f"- Bentuk: {outcome.form}"
    if outcome.partners:
        yield f"- Mitra: {', '.join(outcome.partners)}"
    if outcome.asked:
        yield f"- Ditanya: {outcome.asked} orang, {outcome.how}"
    for name, day in (("Dicek lagi", outcome.check_again), ("Tenggat", outcome.deadline)):
        if day:
            yield f"- {name}: {day}"
    yield f"\n{outcome.account or ''}\n"
    for text in filter(None, (outcome.cause, outcome.remainder, outcome.next_steps)):
        yield f"{text}\n"
    for measure in outcome.measures:
        yield f"{measure.number.text} {measure.of}\n"


def _page(archive: Archive, session: Session) -> Iterator[str]:
    registries = archive.records.registries
    programme = registries.programmes[session.programme].name
    unit = registries.units[session.units[0]].name
    yield f"---\ntitle: {programme}, {unit}, {session.date}\n"
    yield f"description: Masukan warga dalam {programme} {unit}.\n---\n"
    yield f"- Program: {programme}\n- Satuan: {unit}\n- Tanggal: {session.date}"
    if session.time:
        yield f"- Waktu: {session.time}"
    for place in session.places:
        yield "- Tempat: " + ", ".join(filter(None, (place.name, place.village)))
    for officer in session.officers:
        yield "- " + ", ".join(filter(None, (officer.post, officer.rank, *officer.roles)))
    if session.attendance and session.attendance.number:
        yield f"- Hadir: {session.attendance.number.text}, {', '.join(session.attendance.roles)}"
    yield f"\n{session.summary or ''}\n"
    for matter in archive.matters_of.get(session.id, ()):
        yield from _concern(matter)
    if isinstance(session.concerns, str):
        yield f"Masukan: {session.concerns}\n"
    for message in session.messages:
        yield f"## Pesan\n\n{message}\n"
    for correction in session.corrections:
        yield f"## Koreksi\n\n- {correction.date}: {correction.part}, {correction.cause}\n"
    for source in session.sources:
        yield f"## Sumber\n\n- [{source.title}]({source.url}), {source.publisher}\n"


def _concern(matter: Matter) -> Iterator[str]:
    concern, follow_up = matter.concern, matter.follow_up
    yield f"## {concern.id} {{#{concern.id}}}\n"
    if isinstance(concern, WithdrawnConcern) or follow_up is None:
        yield "Masukan ini ditarik.\n"
        return
    deadline = f", tenggat {follow_up.deadline.day}" if follow_up.deadline else ""
    late = ", lewat tenggat" if follow_up.overdue else ""
    yield f"**{follow_up.status}** sejak {follow_up.since}{deadline}{late}\n"
    yield f"{concern.text or 'Isinya tidak diterbitkan.'}\n"
    if isinstance(concern, Concern):
        yield f"*{concern.kind}*, {concern.by or 'warga'}, {', '.join(concern.themes)}\n"
        for answer in concern.given_answers:
            yield f"> {answer.kind}, {answer.answerer or ''}: {answer.text}\n"
    if concern.promise:
        promise = concern.promise
        yield f"Janji: {promise.deadline or promise.recurrence or promise.words}\n"
    outcomes = {outcome.id: outcome for outcome in matter.outcomes}
    for step in follow_up.history:
        yield f"- {step.date}: {step.event or step.mark}, {step.status}"
        if step.outcome in outcomes:
            yield from _account(outcomes[step.outcome])
    yield ""


def _account(outcome: Outcome) -> Iterator[str]:
    for line in (outcome.account or outcome.cause or "").splitlines():
        yield f"    {line}"
    for measure in outcome.measures:
        yield f"    {measure.number.text} {measure.of}"
