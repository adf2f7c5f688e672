"""A record as the program writes it: keys in the model's order, texts as blocks, few quotes."""

from collections.abc import Iterator, Mapping, Sequence

from generator import yaml_text
from generator.outline import Field, Holds, outline
from generator.records import Kind
from generator.writing.scalars import flow_scalar, is_plain, quoted, scalar
from generator.yaml_text import Plain

_WIDTH = 100
_SHORT_TEXT = 40
_STEP = "  "
_SHORT = frozenset({Holds.KEY, Holds.WORD, Holds.REFERENCE, Holds.ID})
_NO_FIELD = Field("", "", "", Holds.LINE, is_required=False)


def record_text(kind: Kind, tree: Mapping[str, Plain]) -> str:
    """Give a record as YAML that is read back as this tree, but for line ends behind a text.

    Keys the model does not know stand last, in their order. `tree` is what `yaml_text.parse`
    gives; empty lists and mappings cannot be written and raise ValueError.
    """
    text = "".join(f"{line}\n" for line in mapping_lines(tree, outline(kind)))
    if not is_same(yaml_text.parse(text.encode()).tree, dict(tree)):
        raise ValueError("this tree cannot be written as a record")
    return text


def mapping_lines(tree: Mapping[str, Plain], fields: Sequence[Field]) -> Iterator[str]:
    """Give the lines of a mapping, from the first column on; `fields` say how each is written."""
    known = {one.key: one for one in fields}
    ordered = [key for key in known if key in tree] + [key for key in tree if key not in known]
    for key in ordered:
        yield from entry_lines(key, tree[key], known.get(key, _NO_FIELD))


def entry_lines(key: str, value: Plain, field: Field = _NO_FIELD) -> Iterator[str]:
    """Give the lines of one key with what it holds."""
    name = scalar(key)
    match value:
        case str():
            yield from _under(f"{name}:", _text_lines(value, field))
        case list():
            flow = _flow(value, field)
            if flow and len(name) + len(flow) + 2 <= _WIDTH:
                yield f"{name}: {flow}"
            else:
                yield f"{name}:"
                yield from (f"{_STEP}{line}" for item in value for line in item_lines(item, field))
        case dict():
            yield f"{name}:"
            yield from (f"{_STEP}{line}" for line in mapping_lines(value, field.fields))


def item_lines(item: Plain, field: Field = _NO_FIELD) -> Iterator[str]:
    """Give the lines of one item of a list, its dash first."""
    match item:
        case str():
            yield from _under("-", _text_lines(item, field))
        case dict():
            lines = list(mapping_lines(item, field.fields))
            yield from (f"{_STEP if at else '- '}{line}" for at, line in enumerate(lines))
        case list():
            raise ValueError("a list directly in a list is in no record")


def is_same(one: Plain | None, other: Plain | None) -> bool:
    """Whether two trees hold the same, line ends behind a text not counted."""
    match one, other:
        case str(), str():
            return one.rstrip("\n") == other.rstrip("\n")
        case list(), list():
            return len(one) == len(other) and all(map(is_same, one, other))
        case dict(), dict():
            return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
    return one == other


def _under(head: str, lines: list[str]) -> Iterator[str]:
    yield f"{head} {lines[0]}"
    yield from (f"{_STEP}{line}" if line else "" for line in lines[1:])


def _text_lines(text: str, field: Field) -> list[str]:
    """Write a text behind its key: as a block where it is one, else in the same line."""
    body = text.rstrip("\n")
    lines = body.split("\n")
    can_be_block = bool(body) and not lines[0].startswith(" ") and "\r" not in body
    is_short = len(body) <= _SHORT_TEXT and is_plain(body)
    if can_be_block and (len(lines) > 1 or (field.holds is Holds.TEXT and not is_short)):
        return ["|", *lines]
    return [quoted(body) if len(lines) > 1 else scalar(body)]


def _flow(items: Sequence[Plain], field: Field) -> str:
    if field.holds not in _SHORT or not all(isinstance(item, str) for item in items):
        return ""
    return f"[{', '.join(_flow_item(str(item), field) for item in items)}]"


def _flow_item(text: str, field: Field) -> str:
    # The sign # of a reference begins a comment behind a space only.
    is_reference = field.holds is Holds.REFERENCE and is_plain(text.replace("#", "-"))
    return text if is_reference else flow_scalar(text)
