"""The judge of one process: cuts files into texts, searches these, and remembers what is quiet."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import chain

from generator.pagefiles import Shape, shape_of
from generator.privacy import FINDERS, IDENTIFIERS, Allowed, Level, likely_among, search
from generator.privacy import Found as Hit
from generator.site_scan.markup import at_the_root
from generator.site_scan.seen import Seen
from generator.site_scan.texts import texts_of
from generator.site_scan.verdicts import Known, Verdicts, digest

_TOGETHER = 1 << 20  # bytes of files
_NAME_OF_VOLUME = "cari/indeks/"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of one file in which not everything was clean, or which cannot be read."""

    name: str
    hits: tuple[Hit, ...] = ()
    is_unknown: bool = False


@dataclass(slots=True)
class Judged:
    """What came of many files: those that are clean, with what they are known by, and the rest."""

    clean: dict[str, Known] = field(default_factory=dict)
    rest: list[Judgement] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was read and has to be searched."""

    name: str
    content: bytes
    known: Known


@dataclass(slots=True)
class Judge:
    """Searches files; remembers everything it has found nothing in.

    `known` are files of other people's code, by name with the SHA-256 the project holds of them.
    """

    site: str
    allowed: Allowed
    verdicts: Verdicts = Verdicts("")  # noqa: RUF009 - frozen
    of_records: frozenset[str] = frozenset()
    known: Mapping[str, str] = field(default_factory=dict)
    _seen: Mapping[bool, Seen] = field(default_factory=lambda: {True: Seen(), False: Seen()})

    def judge(self, names: Sequence[str]) -> Judged:
        """Search files; those of records as one, and only where that is not clean, one by one."""
        judged = Judged()
        together: list[_File] = []
        size = 0
        for name in names:
            file = self._opened(name, judged)
            if file is None:
                continue
            if not self._is_of_records(name):
                self._alone(file, judged)
                continue
            together.append(file)
            size += len(file.content)
            if size > _TOGETHER:
                self._one_by_one_if_need_be(together, judged)
                together, size = [], 0
        self._one_by_one_if_need_be(together, judged)
        return judged

    def are_quiet(self, files: Mapping[str, bytes]) -> bool:
        """Whether nothing stands in any of some files of records, by their names; never raises."""
        seen, is_clean = self._seen[True], False
        try:
            texts: set[bytes] = set()
            for name, content in files.items():
                texts |= seen.fresh("text", _texts(name, content, seen))
            is_clean = not any(self._hits(texts, is_of_records=True))
        except Exception:  # what it was, and in which file, comes out one by one
            pass
        finally:
            seen.settle(is_clean=is_clean)
        return is_clean

    def _opened(self, name: str, judged: Judged) -> _File | None:
        """Give a file where it has to be searched; all others are judged at once."""
        path = f"{self.site}/{name}"
        try:
            shape = shape_of(path)
            with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 - a Path costs more
                content = stream.read()
        except Exception:  # fails closed: whatever went wrong, the file is not clean
            judged.rest.append(Judgement(name, is_unknown=True))
            return None
        # What is made of records keeps its shape as long as it is the same; the rest is made anew
        # in each build and known by its bytes.
        is_clean = False
        if self._is_of_records(name):
            known = (shape, "")
        else:
            known = (shape, digest(content))
            is_clean = self.verdicts.is_the_same(name, known[1])
        if is_clean or self._is_known(name, content):
            judged.clean[name] = known
            return None
        # As the press gives it, so that the same link is the same line on each page.
        return _File(name, at_the_root(content) if name.endswith(".html") else content, known)

    def _is_known(self, name: str, content: bytes) -> bool:
        return name in self.known and self.known[name] == sha256(content).hexdigest()

    def _is_of_records(self, name: str) -> bool:
        return name in self.of_records or name.startswith(_NAME_OF_VOLUME)

    def _one_by_one_if_need_be(self, files: Sequence[_File], judged: Judged) -> None:
        """Judge files of records: nothing in all of them is nothing in each."""
        if self.are_quiet({file.name: file.content for file in files}):
            judged.clean.update((file.name, file.known) for file in files)
        else:
            for file in files:
                self._alone(file, judged)

    def _alone(self, file: _File, judged: Judged) -> None:
        is_of_records = self._is_of_records(file.name)
        seen, is_clean = self._seen[is_of_records], False
        try:
            texts = seen.fresh("text", _texts(file.name, file.content, seen))
            hits = tuple(dict.fromkeys(self._hits(texts, is_of_records=is_of_records)))
            is_clean = not hits
            if hits:
                judged.rest.append(Judgement(file.name, hits))
            else:
                judged.clean[file.name] = file.known
        except Exception:  # fails closed, as above
            judged.rest.append(Judgement(file.name, is_unknown=True))
        finally:
            seen.settle(is_clean=is_clean)

    def _hits(self, texts: Collection[bytes], *, is_of_records: bool) -> Iterator[Hit]:
        finders = IDENTIFIERS if is_of_records else FINDERS
        for text in likely_among(texts) if is_of_records else map(bytes.decode, texts):
            for hit in search(text, self.allowed, finders):
                if hit.level is Level.BLOCKS:
                    # Where it stood in one text of many says nothing to a reader of the finding.
                    yield replace(hit, start=0, end=0)


@dataclass(slots=True)
class AtTheSource:
    """Searches files of records from memory as they are written, where they are made.

    Nothing has to be read again, and what neighbours share is met by the same process. It says of a
    file that it is clean, or nothing at all: then whoever looks at the finished site judges it.
    """

    _judge: Judge
    _files: dict[str, bytes] = field(default_factory=dict)
    _shapes: dict[str, Shape] = field(default_factory=dict)
    _size: int = 0
    _clean: dict[str, Shape] = field(default_factory=dict)

    @classmethod
    def of(cls, site: str, allowed: Allowed) -> "AtTheSource":
        """Take the folder files are written to, and what may stand in them."""
        return cls(Judge(site, allowed))

    def take(self, name: str, content: bytes) -> None:
        """Search a file that was just written with this content, now or with those that follow."""
        try:
            self._shapes[name] = shape_of(f"{self._judge.site}/{name}")
        except OSError:
            return
        self._files[name] = content
        self._size += len(content)
        if self._size > _TOGETHER:
            self._search()

    def clean(self) -> dict[str, Shape]:
        """Give those that are clean among all that were taken since this was asked last."""
        self._search()
        clean, self._clean = self._clean, {}
        return clean

    def _search(self) -> None:
        if self._judge.are_quiet(self._files):
            self._clean |= self._shapes
        self._files, self._shapes, self._size = {}, {}, 0


def _texts(name: str, content: bytes, seen: Seen) -> Iterator[bytes]:
    return chain(_words_of(name), texts_of(name, content, seen))


def _words_of(name: str) -> Iterator[bytes]:
    """Give the words in the name of a file; the search names its pieces after what they hold."""
    if not name.startswith(_NAME_OF_VOLUME):
        yield from name.encode().split(b"/")
