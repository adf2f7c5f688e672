"""Markup that is cut by its signs alone, all at once, is read as it is read sign by sign."""

import random
from collections.abc import Iterable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.site_scan import markup
from generator.site_scan.markup import Unknown, marked_up
from generator.site_scan.seen import Seen

NUMBER = "0812-3456-7891"
PIECES = [
    *("<b>", "</b>", "<p>", "</p>", "<a href=", '<a href="', '"', "'", ">", "<", "=", " ", "\n"),
    *('<p class="x">', '<time datetime="2024-05-10">', "<br/>", "<wbr>", "</p", "<!>", "\n<p>"),
    *("<svg viewBox='0 0 1 1'>", '<svg viewBox="0 0 1 1"><path d="M0 1"/></svg>', "</svg>"),
    *(
        '<img alt="',
        "<input disabled>",
        '<a title="a>b">',
        "<a title='a\"b'>",
        "<B\n>",
        "<b\u00a0x>",
    ),
    *("0812", "-3456", "-7891", NUMBER, "Telepon", "é", "&lt;p&gt;", "&amp;", "<![CDATA[", "]]>"),
    *("x=1", "d=2", 'd="3"', 'data-x="4"', "é='5'", "/", "<<", ">>", "../", "%20", "%00", "%C3%A9"),
]
MARKUP = st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=14).map("".join)


def sign_by_sign(text: bytes) -> tuple[bytes, set[bytes]]:
    """What a reader sees of markup, and its tags, without anything that spares work."""
    pieces = markup._TAG.split(text.decode())
    tags = {tag[1:-1].encode() for tag in pieces[1::2]}
    pieces[1::2] = ["" if markup._IN_LINE.match(tag[1:-1]) else "\0" for tag in pieces[1::2]]
    return "".join(pieces).encode(), tags


@settings(max_examples=1500)
@given(MARKUP)
@example("<a<b>c>")
@example("a > b <p>")
@example("<p>0812</b>-3456")
def test_tags_are_cut_as_one_by_one(text: str) -> None:
    content = text.replace("\0", "").replace("[", "").replace("]", "").encode()
    assert markup._without_tags(content) == sign_by_sign(content)


@settings(max_examples=1500)
@given(st.lists(MARKUP, max_size=5))
@example(['a title="x', 'b"'])
@example(['a href="1" d="2"', "p class=x", 'é="3"'])
@example(['a href="1" href = "2"'])
@example(['a"b=c"'])
def test_attributes_are_cut_as_one_by_one(tags: list[str]) -> None:
    cut = [tag.translate(dict.fromkeys(map(ord, "<>\0"))) for tag in tags]
    joined = b"<%b>" % b">\0<".join(map(str.encode, cut)) if cut else b""
    at_once = markup._attributes_of(joined, len(cut))
    if at_once is not None:
        rests, values = markup._any_attributes_of(joined)
        assert (at_once[0], at_once[1] - {b""}) == (rests, values)


def test_most_markup_is_cut_at_once() -> None:
    """It would be of no use if it were never done."""
    joined = b'<a class="x" href="sesi/a/">\0</a>\0<path d="M0 1"/>\0<input disabled>'
    assert markup._attributes_of(joined, 4) == (
        b"<a  >\0</a>\0<path />\0<input disabled>",
        {b"x", b"sesi/a/"},
    )


@pytest.mark.parametrize("around", ["{}", "<p>a > b</p>{}", "<p>{}", "{}<a href=x>", "<![CDATA[{}"])
@pytest.mark.parametrize(
    "text",
    [
        f"<p>Telepon {NUMBER}</p>",
        "<p>0812<b>-3456</b>-7891",
        f'<a title="{NUMBER}">',
        f"<a title='{NUMBER}'>",
        f"<a title={NUMBER}>",
        f'<a d="1" title="{NUMBER}" x="2">',
        f'<svg><title>{NUMBER}</title><path d="M0"/></svg>',
        f'<svg><path d="M0"/></svg>{NUMBER}<svg>',
        f"<svg>{NUMBER}",
        f'<a {NUMBER} d="1">',
        f'<a href="../../{NUMBER}/">',
    ],
)
def test_a_number_is_among_the_texts_whatever_stands_around_it(around: str, text: str) -> None:
    texts = marked_up([around.format(text).encode()], Seen())
    assert any(NUMBER.encode() in one for one in texts)


def read(seen: Seen, *parts: str) -> set[bytes]:
    return set(marked_up(map(str.encode, parts), seen))


def held(texts: Iterable[bytes], said: str) -> bool:
    return any(said.encode() in one for one in texts)


def test_a_drawing_is_looked_at_once_and_what_stands_beside_it_each_time() -> None:
    seen = Seen()
    icon = '<svg viewBox="0 0 1 1"><title>Terbuka</title></svg>'
    assert held(read(seen, f"<p>satu {icon}dua</p>"), "Terbuka")
    again = read(seen, f"<p>tiga {icon}{NUMBER}</p>")
    assert held(again, NUMBER)
    assert not held(again, "Terbuka")
    assert held(read(seen, f"<p>{icon.replace('Terbuka', NUMBER)}"), NUMBER)


def test_lines_of_a_comment_are_not_known_outside_of_one() -> None:
    """In a comment the words of a line are one text; outside, tags are taken out of it."""
    seen = Seen()
    line = "\n<p>0812-34<b>56-7891</b>"
    assert not held(read(seen, f"<p>a</p><!--{line} -->"), NUMBER)
    assert held(read(seen, f"<p>b</p>{line} -->"), NUMBER)


def test_a_comment_is_read_whole_each_time_it_is_met_with_other_words() -> None:
    seen = Seen()
    read(seen, "<p>0812-34<!--\n<p>kata-->")
    assert held(read(seen, "<p>0812-34<!--\n<p>kita-->56-7891"), NUMBER)
    with pytest.raises(Unknown):
        read(seen, "<p>0812-34<!--\n<p>kata")


def test_what_is_escaped_in_many_addresses_is_undone_as_in_each() -> None:
    chance = random.Random(20240601)
    signs = [
        "%20",
        "%2C",
        "%E2%80%9C",
        "%00",
        "%C3",
        "%A9",
        "%",
        "%2",
        "%25",
        "a",
        "0812",
        "+",
        "é",
    ]
    for _round in range(300):
        values = {
            "".join(chance.choices(signs, k=chance.randint(1, 6))).encode()
            for _value in range(chance.randint(1, 5))
        }
        alone = [text for value in values for text in markup._unescaped([value])]
        assert sorted(markup._unescaped(list(values))) == sorted(alone)
