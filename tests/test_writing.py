"""What the program writes is read back as it was meant, and all else in a file stays as it was."""

from pathlib import Path

import pytest
import small_archive
from hypothesis import given
from hypothesis import strategies as st

from generator import site, yaml_text
from generator.outline import Field, Holds, outline
from generator.records import Kind
from generator.writing import Change, Interrupted, as_it_would_be, carry_out, edits, record_text
from generator.writing.record import is_same
from generator.yaml_text import Plain

DATA = Path(__file__).parents[1] / "data"
RECORDS = sorted(
    (kind, file) for kind in (Kind.SESSION, Kind.OUTCOME) for file in (DATA / kind).glob("*/*.yml")
)
NASTY = [
    *("ya", "null", "- x", "a: b", "a # b", "#a", "'a'", '"a"', "it's", "[a, b]", "{a}", "16:30"),
    *("1.636", "010", "a\nb", "a\n\n- b\n- c", "?", ": ", "&a", "*a", "!a", "%a", "@a", "`a"),
    *("a:", "satu\n  menjorok\ndua", "2023-10-20#patroli", "https://contoh.example/?a=b#c"),
    *("\\n", "a,b"),
]


@pytest.mark.parametrize("text", NASTY)
def test_any_text_is_read_back_as_it_was_meant(text: str) -> None:
    tree: dict[str, Plain] = {
        "nama_lokal": text.partition("\n")[0] or "x",
        "ringkasan": text,
        "pesan": [text, "lain"],
        "masukan": [{"id": "a", "isi": text, "sebelumnya": [text], "tema": [text]}],
        "apa-ini": text,
    }
    made = record_text(Kind.SESSION, tree)
    assert is_same(yaml_text.parse(made.encode()).tree, tree)


texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(
        st.characters(categories=("L", "N", "P", "S", "Zs"), include_characters="\n"), min_size=1
    ),
)


@given(texts)
def test_no_text_becomes_another(text: str) -> None:
    normal = yaml_text.parse(b"k: " + _in_double_quotes(text)).tree
    if normal is None or not normal["k"].strip():  # type: ignore[union-attr]
        return  # no record may hold it, however it is written
    said = str(normal["k"])
    try:
        made = record_text(Kind.SESSION, {"ringkasan": said, "judul": said})
    except ValueError:
        return
    assert is_same(yaml_text.parse(made.encode()).tree, {"ringkasan": said, "judul": said})


def _in_double_quotes(text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'.encode()


@pytest.mark.parametrize(("kind", "file"), RECORDS, ids=lambda one: getattr(one, "stem", str(one)))
def test_every_published_record_can_be_written_anew(kind: Kind, file: Path) -> None:
    tree = yaml_text.parse(file.read_bytes()).tree
    assert tree
    made = record_text(kind, tree)
    assert is_same(yaml_text.parse(made.encode()).tree, tree)
    assert list(yaml_text.parse(made.encode()).tree or {}) == [
        one.key for one in outline(kind) if one.key in tree
    ]


@pytest.mark.parametrize(("kind", "file"), RECORDS, ids=lambda one: getattr(one, "stem", str(one)))
def test_every_value_of_every_record_can_be_changed_by_itself(kind: Kind, file: Path) -> None:
    raw = file.read_bytes()
    for path in yaml_text.positions(raw):
        value = edits.value_at(edits.read(raw), path)
        if not isinstance(value, str) or not isinstance(path[-1], str):
            continue
        made = edits.with_value(raw, kind, path, "sesuatu yang lain")
        was, now = raw.splitlines(), made.splitlines()
        place = yaml_text.positions(raw)[path].line - 1
        assert now[:place] == was[:place], path
        # All that stood behind the value stands there still, byte for byte.
        end = len(value.rstrip("\n").splitlines())
        rest = was[place + end + 1 :]
        assert not rest or now[-len(rest) :] == rest, path


def test_a_new_key_goes_where_the_model_has_it_and_comments_stay() -> None:
    raw = b"program: a # satu\n\n# dua\ntanggal: 2024-01-01\nmasukan: nihil\n# tiga\n"
    made = edits.with_value(raw, Kind.SESSION, ("tempat",), {"desa": "Suka"})
    assert made == (
        b"program: a # satu\n\n# dua\ntanggal: 2024-01-01\ntempat:\n  desa: Suka\n"
        b"masukan: nihil\n# tiga\n"
    )
    assert edits.with_value(made, Kind.SESSION, ("tempat",), None) == raw


def test_an_item_is_added_behind_the_others_and_before_the_next_comment() -> None:
    raw = b"masukan:\n- id: a\n  isi: |\n    Satu.\n    # bukan komentar\n\n# dua\nsumber: []\n"
    made = edits.with_item(raw, Kind.SESSION, ("masukan",), {"id": "b", "jenis": "saran"})
    head, tail = b"masukan:\n- id: a\n  isi: |\n    Satu.\n    # bukan komentar\n", b"\n# dua\n"
    assert made == head + b"- id: b\n  jenis: saran\n" + tail + b"sumber: []\n"


def test_a_part_between_brackets_is_written_anew_unless_a_comment_would_be_lost() -> None:
    raw = b"satuan: [a, b]\nhadir: {jumlah: 3, unsur: [warga]}\n"
    made = edits.with_value(raw, Kind.SESSION, ("hadir", "jumlah"), "4")
    assert edits.read(made)["hadir"] == {"jumlah": "4", "unsur": ["warga"]}
    assert made.startswith(b"satuan: [a, b]\n")
    with pytest.raises(edits.CannotEdit, match=r"hadir\.jumlah"):
        edits.with_value(b"hadir: {jumlah: 3, # apa\n  unsur: x}\n", Kind.SESSION,
                         ("hadir", "jumlah"), "4")  # fmt: skip


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_line_ends_stay_as_they_are(ends: bytes) -> None:
    raw = b"program: a\ntanggal: 2024-01-01\n".replace(b"\n", ends)
    made = edits.with_value(raw, Kind.SESSION, ("program",), "b")
    assert made == b"program: b\ntanggal: 2024-01-01\n".replace(b"\n", ends)


# All or nothing


def test_changes_are_made_together_and_new_folders_too(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "a").mkdir(parents=True)
    (data / "a/x.yml").write_bytes(b"lama")
    carry_out([Change("a/x.yml", b"lama", None), Change("b/c/y.yml", None, b"baru")], data)
    left = [one.relative_to(data).as_posix() for one in data.rglob("*")]
    assert sorted(left) == ["b", "b/c", "b/c/y.yml"]
    assert (data / "b/c/y.yml").read_bytes() == b"baru"


def test_nothing_is_overwritten_and_nothing_is_left_of_half_a_change(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "x.yml").write_bytes(b"orang lain")
    with pytest.raises(Interrupted, match="diubah orang lain"):
        carry_out([Change("b/y.yml", None, b"baru"), Change("x.yml", None, b"baru")], data)
    (data / "w.yml").mkdir()
    with pytest.raises(Interrupted):
        carry_out([Change("b/y.yml", None, b"baru"), Change("w.yml", None, b"baru")], data)
    assert sorted(one.name for one in data.rglob("*")) == ["w.yml", "x.yml"]


def test_a_rehearsal_tells_what_would_be_wrong_and_leaves_everything(tmp_path: Path) -> None:
    data = small_archive.write(tmp_path)
    before = {one: one.read_bytes() for one in data.rglob("*") if one.is_file()}
    file = "sessions/polsek-rekaan/2024-03-01.yml"
    raw = (data / file).read_bytes()
    broken = edits.with_value(raw, Kind.SESSION, ("program",), "tidak-ada")
    _archive, found = site.rehearse(
        tmp_path, data, [Change(file, raw, broken)], small_archive.TODAY
    )
    assert [(one.file, one.check) for one in found if one.is_error] == [
        (f"data/{file}", "kunci-tidak-dikenal")
    ]
    with as_it_would_be(data, [Change(file, raw, None)]) as would_be:
        assert not (would_be / file).exists()
        assert would_be.name == "data"
    assert {one: one.read_bytes() for one in data.rglob("*") if one.is_file()} == before
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".kabar-coba")] == []


# What may stand in a record


def test_the_outline_knows_every_key_of_the_model_and_what_it_holds() -> None:
    session = {one.key: one for one in outline(Kind.SESSION)}
    assert session["program"] == Field(
        "program", "programme", "Program yang diadakan. Kuncinya ada di data/programs.",
        Holds.KEY, True, registry=Kind.PROGRAMME, pattern="^[a-z0-9][a-z0-9-]*$", longest=64,
    )  # fmt: skip
    assert session["satuan"].is_many
    assert session["moda"].default == "tatap muka"
    assert session["masukan"].words == ("nihil", "tidak dibuka", "tidak dirinci")
    assert session["masukan_diterima"].words == ("tidak diketahui",)
    concern = {one.key: one for one in session["masukan"].fields}
    assert (concern["tahan"].registry, concern["untuk"].registry) == (Kind.REASON, Kind.UNIT)
    assert (concern["isi"].holds, concern["isi"].longest) == (Holds.TEXT, 4000)
    assert concern["jawaban"].words == ("tidak ada", "tidak dirinci")
    assert [one.key for one in concern["janji"].fields] == ["tenggat", "berkala", "kata"]
    for kind in Kind:
        for one in outline(kind):
            assert one.says, (kind, one.key)
