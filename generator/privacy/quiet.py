"""Which lines need no second look, so that a whole archive is searched in less than it is read.

Each different line is judged once (`lines.is_quiet`), however many files hold it; what is left is
searched together with its neighbours, because a name or a number may go on in the next line.
"""

from collections.abc import Iterator
from itertools import compress, count
from operator import not_

from generator.privacy.lines import is_quiet

_LONGEST_KEPT = 200
_MOST_KEPT = 200_000
_BEFORE, _AFTER = 2, 1


class _Verdicts(dict[str, bool]):
    """Whether a line needs no second look; each different one is judged when it is first met."""

    def __missing__(self, line: str) -> bool:
        verdict = is_quiet(line)
        if len(line) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[line] = verdict
        return verdict


_VERDICTS = _Verdicts()


def loud_parts(text: str) -> Iterator[tuple[int, int]]:
    """Give the parts of a text that have to be searched, from offset to offset."""
    lines = text.split("\n")
    # All that is asked of every line is asked in C: there are hundreds of thousands.
    verdicts = [*map(_VERDICTS.__getitem__, lines)]
    if all(verdicts):
        return
    parts: list[tuple[int, int]] = []
    for number in compress(count(), map(not_, verdicts)):
        begin, end = max(0, number - _BEFORE), min(len(lines), number + _AFTER + 1)
        if parts and begin <= parts[-1][1]:
            begin = parts.pop()[0]
        parts.append((begin, end))
    done = offset = 0
    for begin, end in parts:
        start = offset + sum(map(len, lines[done:begin])) + begin - done
        done, offset = end, start + sum(map(len, lines[begin:end])) + end - begin
        yield start, offset - 1
