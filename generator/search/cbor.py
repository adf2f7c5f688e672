"""The part of CBOR (RFC 8949) that Pagefind's indexes of pages and filters are written in."""

from collections.abc import Sequence

Item = int | str | list["Item"]

_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4
_LONGER = {24: 1, 25: 2, 26: 4, 27: 8}  # what stands for a length, and in how many bytes it follows
_IN_THE_HEAD = 24


class UnknownItem(ValueError):
    """The bytes hold something else than whole numbers, texts and arrays of known length."""


def decode(content: bytes) -> Item:
    """Read the one item the bytes hold; `UnknownItem` when they are not of that part of CBOR."""
    item, end = _item(content, 0)
    if end != len(content):
        raise UnknownItem
    return item


def encode(item: int | str | Sequence[object]) -> bytes:
    """Write whole numbers from 0, texts, and sequences of these."""
    if isinstance(item, int):
        return _head(_UNSIGNED, item)
    if isinstance(item, str):
        text = item.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_ARRAY, len(item)) + b"".join(encode(one) for one in item)  # type: ignore[arg-type]


def _item(content: bytes, at: int) -> tuple[Item, int]:
    kind, value, at = _read_head(content, at)
    if kind == _UNSIGNED:
        return value, at
    if kind == _TEXT:
        return content[at : at + value].decode(), at + value
    if kind != _ARRAY:
        raise UnknownItem
    items: list[Item] = []
    for _each in range(value):
        item, at = _item(content, at)
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
