"""Another value in the place of one, in the bytes of its file: nothing else moves."""

from generator.correcting.parts import CannotCorrect, Part
from generator.correcting.spans import comments, spans
from generator.language import _
from generator.outline import Holds
from generator.records import Kind
from generator.writing import edits
from generator.writing.record import is_same
from generator.writing.scalars import flow_scalar, scalar
from generator.yaml_text import Plain, parse

_BOM = "\ufeff"


def typed_value(part: Part, typed: str) -> Plain:
    """Give what a part is to hold, of the text somebody typed; raises CannotCorrect."""
    text = "\n".join(line.rstrip() for line in typed.strip().splitlines())
    if not text:
        raise CannotCorrect(
            _("Isi barunya kosong. Kalau bagian itu memang harus hilang, pakai --remove.")
        )
    if part.value and not part.text:
        raise CannotCorrect(
            _("{part} bukan satu isi. Sebut bagian di dalamnya, misalnya {inner}.").format(
                part=part.name, inner=_inner(part)
            )
        )
    if part.field.holds is not Holds.TEXT:
        text = " ".join(text.split())
    may_be_list = part.is_words or (part.field.is_many and "," in text and not part.is_item)
    if may_be_list and part.field.holds in (Holds.KEY, Holds.WORD, Holds.REFERENCE):
        return [one.strip() for one in text.strip("[]").split(",") if one.strip()]
    return text


def with_value(raw: bytes, kind: Kind, part: Part, value: Plain | None) -> bytes:
    """Give the file with another value in this part, or without it; raises CannotCorrect.

    A word or a line is set in the very place of the old one, so comments beside it stay; a text is
    written anew in its own lines. What comes out was read again and holds just what was wanted.
    """
    if value is None:
        _refuse_moved_numbers(raw, part)
    made = None if value is None else _in_its_place(raw, part, value)
    if made is not None:
        return made
    path = part.path
    while edits.value_at(edits.read(raw), path[:-1]) is None:  # the group it belongs to is new
        path, value = path[:-1], {str(path[-1]): value or ""}
    try:
        made = edits.with_value(raw, kind, path, value)
    except edits.CannotEdit as error:
        raise CannotCorrect(_by_hand(part)) from error
    if comments(raw) != comments(made):
        raise CannotCorrect(_by_hand(part))
    return made


def _inner(part: Part) -> str:
    inner = part.value[0] if isinstance(part.value, list) else part.value
    keys = next(iter(inner)) if isinstance(inner, dict) and inner else ""
    number = "1" if isinstance(part.value, list) else ""
    return ".".join(filter(None, (part.name, number, keys)))


def _refuse_moved_numbers(raw: bytes, part: Part) -> None:
    """An item that goes gives its number to the next one; corrections may speak of that."""
    if not part.is_item:
        return
    whole, number = part.path[:-1], int(part.path[-1])
    items = edits.value_at(edits.read(raw), whole)
    told = [str(one.get("bagian", "")) for one in edits.items(edits.read(raw).get("koreksi"))]
    name = part.name.rpartition(".")[0]
    later = [f"{name}.{at + 1}" for at in range(number + 1, len(items or ()))]
    if any(one == last or one.startswith(f"{last}.") for one in told for last in later):
        raise CannotCorrect(
            _(
                "Butir sesudah {part} sudah pernah dibetulkan, dan nomornya akan bergeser. "
                "Sunting berkasnya sendiri: hapus butirnya, lalu betulkan nomor di `bagian`."
            ).format(part=part.name)
        )


def _by_hand(part: Part) -> str:
    said = _(
        "Bagian {part} ditulis dengan bentuk yang tidak dapat diubah tanpa menyentuh yang lain. "
        "Tidak ada yang diubah. Sunting berkasnya sendiri: ganti isinya, lalu tambahkan `koreksi`."
    )
    return said.format(part=part.name)


def _in_its_place(raw: bytes, part: Part, value: Plain) -> bytes | None:
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return None
    body = text.removeprefix(_BOM)
    found = _words_of(body, part, value) if isinstance(value, list) else _line_of(body, part, value)
    if found is None:
        return None
    start, end, said = found
    head = text[: len(text) - len(body)]
    made = f"{head}{body[:start]}{said}{body[end:]}".encode()
    wanted = edits.replaced(edits.read(raw), part.path, value)
    return made if is_same(parse(made).tree, wanted) else None


def _line_of(body: str, part: Part, value: Plain) -> tuple[int, int, str] | None:
    """Give from where to where a value of one line stands, and what is to stand there."""
    there = next((one for one in spans(body) if one.path == part.path), None)
    if there is None or there.is_block or not isinstance(value, str):
        return None
    if "\n" in body[there.start : there.end] + value:
        return None
    said = flow_scalar(value) if there.is_in_flow else scalar(value)
    return there.start, there.end, said


def _words_of(body: str, part: Part, value: list[Plain]) -> tuple[int, int, str] | None:
    """Give the same for a list of words between brackets."""
    there = [one for one in spans(body) if one.path[:-1] == part.path]
    if not there or not all(one.is_in_flow for one in there):
        return None
    start, end = body.rfind("[", 0, there[0].start), body.find("]", there[-1].end) + 1
    return start, end, f"[{', '.join(flow_scalar(str(one)) for one in value)}]"
