"""The everyday forms of a record, read a line at a time: nearly every file holds nothing else.

It takes a quarter of what libyaml and its events take. Only lines that can mean one thing are read
here. A file with anything else in it is left to `yaml_text` as a whole, which knows all forms and
tells what is wrong. What is read here is read there just so (`tests/test_yaml_everyday.py`).
"""

import re
from typing import TypeAlias

MAX_LEVELS = 8
MAX_NODES = 2_000

Plain: TypeAlias = str | list["Plain"] | dict[str, "Plain"]
_Open: TypeAlias = tuple[int, dict[str, Plain] | None, list[Plain]]
"""What goes on further down: its column, and the mapping it is, or else None and the list."""

_STEP = 2
# What stands in this column is on the sixth level at most; a list of mappings in it, with a list in
# brackets, is on the last one.
_DEEPEST = _STEP * (MAX_LEVELS - 3)
# No line begins more: a list, in it a mapping, with a key, and a list in brackets with an item.
_NODES_OF_A_LINE = 5

# Alternatives one of which is empty are tried more quickly than what may be left out, and letters
# that are written out more quickly than all there are.
_LINE = re.compile(
    r"""
    (\ *) (-\ |) (?: ([a-z_]{1,64}): (?: \ | (?=\n) ) |)    # how far in; a dash; a key
    (?: ( [A-Za-z0-9(.] [^\n:#]*+    # a text in which no colon and no # can mean anything
          (?: (?=\n) | (?: (?: :(?=[^\ \n]) | (?<!\ )\# ) [^\n:#]*+ )*+ ) (?<!\ ) ) \n+
      | \n+ (?= (\ +) (-\ |) )    # nothing: it stands on the next lines, so far in
      | \[ ( [A-Za-z0-9] [A-Za-z0-9_./\#-]*+ (?: ,?\ [A-Za-z0-9] [A-Za-z0-9_./\#-]*+ )*+ ) \] \n+
      | \| \n ( (\ +) [^\ \n].*\n+ (?: \9 \ *[^\ \n].*\n+ )* )    # a block, and how far in it is
      | ( "[^"\n]+" | '[^'\n]+' ) \n+
    )
    | (?s:.+)    # anything else, up to the end
    """,
    re.VERBOSE,
)


class _Unusual(Exception):
    """This is no everyday form, or not where it usually stands."""


def read(text: str) -> dict[str, Plain] | None:
    """Give the tree of a file that holds everyday forms only, else None.

    Of the text nothing may be left to clean (see `text_rules.Source`).
    """
    lines: list[tuple[str, ...]] = _LINE.findall(text)
    if "null" in text or _NODES_OF_A_LINE * len(lines) + text.count(",") > MAX_NODES:
        return None
    try:
        return _tree(lines) or None
    except _Unusual:
        return None


def _tree(lines: list[tuple[str, ...]]) -> dict[str, Plain]:
    root: dict[str, Plain] = {}
    outside: list[_Open] = []
    now: _Open = (0, root, [])
    column, entries, items = now
    for spaces, dash, key, text, inner, inner_dash, bracketed, block, margin, quoted in lines:
        if len(spaces) != column:
            column, entries, items = _back(outside, len(spaces))
        if (entries is None) is (not dash):
            raise _Unusual
        if dash and key:
            outside.append((column, None, items))
            column, entries = column + _STEP, {}
            items.append(entries)
        value = text or _value(column, inner, inner_dash, bracketed, block, margin, quoted)
        if entries is None:
            items.append(value)
        elif key and key not in entries:
            entries[key] = value
        else:
            raise _Unusual
        if inner:
            outside.append((column, entries, items))
            column = len(inner)
            if isinstance(value, dict):
                entries = value
            elif isinstance(value, list):
                entries, items = None, value
    return root


def _back(outside: list[_Open], column: int) -> _Open:
    """Close everything down to what stands in this column."""
    while outside:
        found = outside.pop()
        if found[0] == column:
            return found
    raise _Unusual


def _value(
    column: int, inner: str, inner_dash: str, bracketed: str, block: str, margin: str, quoted: str
) -> Plain:
    """Give the value of a line that is more than a text (see `_LINE`)."""
    if inner and column + _STEP <= len(inner) <= _DEEPEST:
        return [] if inner_dash else {}
    if bracketed:
        return list(bracketed.split(", "))
    if block and len(margin) > column:
        text = block[len(margin) :].replace(f"\n{margin}", "\n")
        return text.rstrip("\n") + "\n" if text.endswith("\n\n") else text
    if quoted:
        return quoted[1:-1]
    raise _Unusual
