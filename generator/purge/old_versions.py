"""What a purge takes away: the older versions of files, and words wherever they stand."""

import os
from collections.abc import Iterator, Sequence

from generator.language import _
from generator.purge.repository import CannotPurge, Repository

INSTEAD = b"[dihapus]"
"""Stands where words were taken out of a message or of an older version of a file."""


class Old:
    """What is to go: the objects of older versions, and what takes the place of each."""

    def __init__(
        self, repository: Repository, paths: Sequence[bytes], secrets: Sequence[bytes]
    ) -> None:
        self._repository, self._paths, self.secrets = repository, paths, secrets
        self.now = dict(repository.tree())
        self.instead: dict[bytes, bytes] = {}
        for ref in repository.lines("for-each-ref", "--format=%(refname)"):
            self._refuse_word_in_name(os.fsencode(ref))
        self.gone = frozenset(self._versions())
        self._without_words()

    def is_asked_for(self, path: bytes) -> bool:
        """Whether a file is one of those named, or lies in a folder named."""
        return any(path == one or path.startswith(one + b"/") for one in self._paths)

    def refuse_what_is_still_there(self) -> None:
        """Refuse files nobody knows, records not withdrawn yet, and words that are still used."""
        if not self.gone and not self.secrets:
            raise CannotPurge(
                _("Riwayat git tidak memuat isi lama dari berkas itu. Periksa nama berkasnya.")
            )
        for path, found in sorted(self.now.items()):
            content = self._repository.says("cat-file", "blob", os.fsdecode(found))
            name = os.fsdecode(path)
            if self.is_asked_for(path) and _is_record(name) and b"ditarik:" not in content:
                said = _("{file} belum ditarik. Tarik dulu dengan kabar withdraw, lalu git commit.")
                raise CannotPurge(said.format(file=name))
            if any(secret in content or secret in path for secret in self.secrets):
                said = _("Kata itu masih ada di {file}. Tarik atau hapus dulu, lalu git commit.")
                raise CannotPurge(said.format(file=name))

    def is_in(self, ref: str) -> bool:
        """Whether a branch holds any of the older versions."""
        objects = self._repository.says("rev-list", "--objects", ref).splitlines()
        return not self.gone.isdisjoint(one.partition(b" ")[0] for one in objects)

    def cleaned(self, text: bytes) -> bytes:
        """Give a text without the words."""
        for secret in self.secrets:
            text = text.replace(secret, INSTEAD)
        return text

    def _versions(self) -> Iterator[bytes]:
        """Give the objects that only the files named have held, at any time."""
        log = self._repository.says(
            *("log", "--all", "-z", "-m", "--root", "--raw", "--no-renames", "--no-abbrev"),
            "--format=",
        )
        asked: set[bytes] = set()
        others = set(self.now.values())
        fields = iter(log.split(b"\0"))
        for entry in fields:
            if not entry.startswith(b":"):
                continue
            path = next(fields)
            self._refuse_word_in_name(path)
            held = set(entry.split()[2:4]) - {b"0" * 40, b"0" * 64}
            (asked if self.is_asked_for(path) else others).update(held)
        yield from asked - others

    def _refuse_word_in_name(self, name: bytes) -> None:
        if not self.is_asked_for(name) and any(secret in name for secret in self.secrets):
            raise CannotPurge(
                _(
                    "Kata itu juga ada di nama berkas lama, cabang, atau tag. Sebut berkasnya di "
                    "perintah ini; cabang atau tag ganti dulu namanya."
                )
            )

    def _without_words(self) -> None:
        """Write anew what holds one of the words, and remember what takes its place."""
        if not self.secrets:
            return
        for name, kind, content in self._repository.objects():
            if kind == b"blob" and name not in self.gone and self.cleaned(content) != content:
                made = self._repository.says(
                    "hash-object", "-w", "--stdin", given=self.cleaned(content)
                ).strip()
                self.instead[name] = made


def _is_record(name: str) -> bool:
    parts = name.split("/")
    return name.endswith(".yml") and ("sessions" in parts or "outcomes" in parts)
