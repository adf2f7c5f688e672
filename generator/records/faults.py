"""What is wrong in a file, as findings with line and column."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from generator import yaml_text
from generator.findings import Finding, Severity
from generator.language import _
from generator.records.explanations import Complaint
from generator.records.folder import Misplaced
from generator.records.kinds import Kind
from generator.records.mending import NO_DOUBT, Mended, mend
from generator.records.names import complaint, is_key_like, shown
from generator.records.places import nearest_position
from generator.yaml_mistakes.doubt import Doubt
from generator.yaml_text import Path, Plain, Position, Problem

PLACE, YAML, CONTENT = "berkas", "yaml", "isian"

EXPLANATIONS: Mapping[str, str] = {
    PLACE: """Berkas atau folder yang bukan pada tempatnya.

Di folder data hanya boleh ada catatan (.yml) dan foto bukti, masing-masing pada tempatnya, dengan
nama huruf kecil, angka, dan tanda hubung. Yang lain tidak dilewati begitu saja: mungkin itu catatan
yang salah nama, dan warga menunggu isinya.

Ganti namanya, pindahkan, atau hapus, seperti yang disarankan.
""",
    YAML: """Tulisan yang tidak terbaca sebagai catatan.

Setiap baris berisi kunci, titik dua, spasi, lalu isinya; baris di bawahnya menjorok dengan spasi.
Satu tanda yang salah tempat membuat catatannya tidak dapat dibaca utuh. Bagian lain di berkas itu
tetap diperiksa. Yang bergantung pada baris yang salah baru diperiksa sesudah baris itu betul.

Betulkan setiap baris yang disebut. Untuk teks panjang, tulis `isi: |` lalu teksnya di baris
berikutnya, menjorok dua spasi: di sana semua tanda boleh dipakai.
""",
    CONTENT: """Isian yang kurang, salah tempat, atau tidak dikenal.

Tenggat dan status dihitung dari kunci dan kata yang sudah ditentukan. Kunci yang salah ketik tidak
terbaca, jadi isinya hilang tanpa bekas kalau dibiarkan.

Betulkan seperti yang disarankan. Nama warga dan nomor tidak pernah diulang dalam pesan.
""",
}
"""What officers read about each kind of fault the reader itself finds, by its id."""


class File:
    """A file of which findings are told; its name is below data/, `prefix` the way there."""

    def __init__(self, prefix: str, name: str, content: bytes = b"") -> None:
        self._prefix = prefix
        self._name = name
        self._content = content

    def finding(self, check: str, told: Complaint, severity: Severity = Severity.ERROR) -> Finding:
        """Give a complaint its line and column."""
        position = nearest_position(self._positions, told.path)
        return self._at(position.line, position.column, check, told.where, told.message, severity)

    def as_a_whole(self, check: str, message: str, severity: Severity = Severity.ERROR) -> Finding:
        """Tell something about the file, not about what stands in it."""
        return self._at(0, 0, check, "", message, severity)

    def at(self, line: int, column: int, check: str, message: str) -> Finding:
        """Tell an error at a place in the file that may lie outside of every value."""
        return self._at(line, column, check, "", message, Severity.ERROR)

    def unreadable(self, problems: Iterable[Problem]) -> Iterator[Finding]:
        """Tell everything that keeps the file from being read as YAML."""
        for one in problems:
            yield self._at(one.line, one.column, YAML, "", one.message, Severity.ERROR)

    @cached_property
    def _positions(self) -> Mapping[Path, Position]:
        return yaml_text.positions(self._content)

    def _at(
        self, line: int, column: int, check: str, where: str, message: str, severity: Severity
    ) -> Finding:
        visible = shown(self._name)
        if visible != self._name:
            message += _(" (nama berkasnya tidak diulang karena mungkin memuat data pribadi)")
        return Finding(f"{self._prefix}{visible}", line, column, check, where, message, severity)


def of_place(prefix: str, misplaced: Misplaced) -> Finding:
    """Tell of something that cannot be read where it lies."""
    return File(prefix, misplaced.name).as_a_whole(PLACE, misplaced.message)


def of_content(
    prefix: str, name: str, kind: Kind, content: bytes
) -> tuple[list[Finding], Mended | None]:
    """Tell everything that keeps the content of a file from being a record, or a table of them.

    Gives also what is sound of a record, for what only other records can say of it. Of a file that
    is no YAML, what can be read is looked at all the same.
    """
    file = File(prefix, name, content)
    document = yaml_text.parse(content)
    tree, doubt = document.tree, NO_DOUBT
    found = list(file.unreadable(document.problems))
    if document.rest:
        tree, doubt = document.rest.tree, document.rest.doubt
    if tree is None:
        return found, None
    if kind.is_table:
        complaints = tuple(table_complaints(kind, tree, doubt))
        return found + [file.finding(CONTENT, one) for one in complaints], None
    mended = mend(kind, tree, doubt)
    return found + [file.finding(CONTENT, one) for one in mended.complaints], mended


def table_complaints(
    kind: Kind, tree: dict[str, Plain], doubt: Doubt = NO_DOUBT
) -> Iterator[Complaint]:
    """Say everything that is wrong in a file that holds records under their keys."""
    for number, (key, entry) in enumerate(tree.items(), 1):
        name = key if is_key_like(key) else str(number)
        # Where lines may be missing or stand too far left, not all that looks like an entry is one.
        is_doubted = () in doubt.loose and (complaint(key) or not isinstance(entry, dict))
        if (key,) in doubt.hidden or is_doubted:
            continue
        if message := complaint(key):
            yield Complaint((key,), name, message)
            continue
        for one in mend(kind, entry, doubt.within(key)).complaints:
            yield Complaint((key, *one.path), f"{name}.{one.where}".rstrip("."), one.message)
