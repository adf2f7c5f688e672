"""The part of CBOR (RFC 8949) that Pagefind's indexes are written in."""

from collections.abc import Sequence

Item = int | str | list["Item"]

_UNSIGNED, _NEGATIVE, _TEXT, _ARRAY = 0, 1, 3, 4
_LONGER = {24: 1, 25: 2, 26: 4, 27: 8}  # what stands for a length, and in how many bytes it follows
_IN_THE_HEAD = 24


class UnknownItem(ValueError):
    """The bytes hold something else than whole numbers, texts and arrays of known length."""


def decode(content: bytes, *, signed: bool = False) -> Item:
    """Read the one item the bytes hold; `UnknownItem` when they are not of that part of CBOR.

    Numbers below 0, which only the indexes of words hold, are read where they are `signed`.
    """
    item, end = _item(content, 0, signed)
    if end != len(content):
        raise UnknownItem
    return item


def encode(item: int | str | Sequence[object]) -> bytes:
    """Write whole numbers, texts, and sequences of these."""
    if isinstance(item, int):
        return _head(_UNSIGNED, item) if item >= 0 else _head(_NEGATIVE, -1 - item)
    if isinstance(item, str):
        text = item.encode()
        return _head(_TEXT, len(text)) + text
    return array(len(item)) + b"".join(encode(one) for one in item)  # type: ignore[arg-type]


def array(length: int) -> bytes:
    """Write how many items follow."""
    return _head(_ARRAY, length)


class Numbers(dict[int, bytes]):
    """Whole numbers as they are written, each worked out once: an index holds millions, all small.

    Taken from here one costs a fortieth of what `encode` takes.
    """

    def __missing__(self, number: int) -> bytes:
        """Work one out."""
        self[number] = written = encode(number)
        return written


def _item(content: bytes, at: int, signed: bool) -> tuple[Item, int]:
    kind, value, at = _read_head(content, at)
    if kind == _UNSIGNED:
        return value, at
    if kind == _TEXT:
        return content[at : at + value].decode(), at + value
    if kind == _NEGATIVE and signed:
        return -1 - value, at
    if kind != _ARRAY:
        raise UnknownItem
    items: list[Item] = []
    for _each in range(value):
        item, at = _item(content, at, signed)
        items.append(item)
    return items, at


def _read_head(content: bytes, at: int) -> tuple[int, int, int]:
    """Give the kind of the item that begins here, its value or length, and where it goes on."""
    try:
        kind, value = content[at] >> 5, content[at] & 31
    except IndexError as error:
        raise UnknownItem from error
    if value < _IN_THE_HEAD:
        return kind, value, at + 1
    if value not in _LONGER:
        raise UnknownItem
    end = at + 1 + _LONGER[value]
    return kind, int.from_bytes(content[at + 1 : end], "big"), end


def _head(kind: int, value: int) -> bytes:
    if value < _IN_THE_HEAD:
        return bytes([kind << 5 | value])
    for code, size in _LONGER.items():
        if value < 1 << 8 * size:
            return bytes([kind << 5 | code]) + value.to_bytes(size, "big")
    raise UnknownItem
