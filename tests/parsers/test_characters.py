"""Characters made clean, every change on record."""

from __future__ import annotations

import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.alignment import rebuild
from parsers.characters import clean, cleaned
from parsers.model import Block, Copy, Statement


def copy(text: str, *blocks: Block) -> Copy:
    """A copy of a text."""
    return Copy(text=text, media_type="text/plain", charset="utf-8", blocks=blocks)


CLEANED = [
    ("Quay &amp; lock", "Quay & lock", "entity"), ("the mayor&amp;#8217;s boat", "the mayor’s boat", "entity"), ("&amp;amp;ldquo;No&amp;amp;rdquo;", "“No”", "entity"),
    ("caf&eacute;&nbsp;open", "café open", "entity"), ("a &lt;b&gt; tag", "a <b> tag", "entity"), ("dis\u00adpute", "dispute", "soft_hyphen"), ("dis\u00ad\npute", "dispute", "soft_hyphen"),
    ("2019\u00ad2020", "2019-2020", "soft_hyphen"), ("pub\u200blic", "public", "zero_width"), ("\ufeffword", "word", "zero_width"), ("le\u200fft", "left", "zero_width"),
    ("the ﬁrst oﬃce", "the first office", "ligature"), ("one\u2029two", "one\n\ntwo", "line_separator"), ("one\u2028two", "one\n\ntwo", "line_separator"), ("har\x07bour", "harbour", "control"),
    ("\x93No\x94", "“No”", "control"), ("one\x0btwo", "one\ntwo", "control"), ("dis\u00a0pute about it", "dispute about it", "no_break_space"),
    ("the mayor=E2=80=99s boat", "the mayor’s boat", "quoted_printable"), ("a caf=C3=A9 in the port", "a café in the port", "quoted_printable"),
    ("The boats of the whole valley had been brought to the old ferry termina=\nl on Friday", "The boats of the whole valley had been brought to the old ferry terminal on Friday", "quoted_printable"),
    ("The boats of the whole valley had been brought there from the very old =\nharbour", "The boats of the whole valley had been brought there from the very old harbour", "quoted_printable"),
    ("It was =E2=80=9Clate=E2=80=9D, he sa=\nid", "It was “late”, he said", "quoted_printable"), ("one li=\nne and ano=\nther li=\nne", "one line and another line", "quoted_printable"),
]  # fmt: skip


@pytest.mark.parametrize(("came", "clean_text", "rule"), CLEANED)
def test_odd_characters_are_made_clean_and_recorded(came: str, clean_text: str, rule: str) -> None:
    """The text comes out as it was meant, each change is a row with its rule, and the rows give the text back."""
    found = clean(copy(came))
    assert found.text == clean_text
    assert {r.rule for r in found.repairs} == {rule}
    assert {r.kind for r in found.repairs} == {"charset"}
    assert rebuild(found.text, found.repairs) == came
    assert cleaned(came) == clean_text


@pytest.mark.parametrize(
    "text",
    [
        "AT&T; R&D, Q&A", "x = 3 and y=4", "?a=1&copy=2", "می\u200cخواهم", "क्\u200dष", "10\u00a0000 people", "over the\u00a0hill", "กรุง\u200bเทพ", "👩\u200d🚀", "&unheardof; x",
        "he\u00a0said so", "line one\nline two", "naïve café", "see https://osk.example/?q=%3D&x=2",
        "https://osk.example/a=E2=80=99c", "where x =\ny holds", "the sum =\ntotal of it", "it=E2=80 was", "a=3Db",
    ],
)  # fmt: skip
def test_what_is_meant_stays(text: str) -> None:
    """Joiners that a script needs, no-break spaces between words, and signs that only look like codes are left alone."""
    assert clean(copy(text)) == copy(text)


def test_code_keeps_its_entities() -> None:
    """A block of code shows what it shows."""
    text = "Write &amp;amp; here.\n\n&amp;amp;"
    found = clean(
        copy(text, Block(kind="paragraph", raw_start=0, raw_end=21), Block(kind="code", raw_start=23, raw_end=32))
    )
    assert found.text == "Write & here.\n\n&amp;amp;"
    assert [found.text[b.raw_start : b.raw_end] for b in found.blocks] == ["Write & here.", "&amp;amp;"]


def test_fields_are_clean_as_well() -> None:
    """Every field that is said about a document is cleaned in the same way; addresses stay as they are."""
    said = (
        Statement(field="headline", value="Quay&amp;#8217;s dis\u00adpute", source="json-ld"),
        Statement(field="url", value="https://osk.example/?a=1&amp;b=2", source="feed"),
    )
    found = clean(Copy(text="x", media_type="text/plain", charset="utf-8", statements=said))
    assert [s.value for s in found.statements] == ["Quay’s dispute", "https://osk.example/?a=1&amp;b=2"]


@given(st.text(alphabet="ab &;amp#8217lt=\nE2809C\u00ad\u200b\u2028ﬁ\x07\u00a0", max_size=60))
def test_cleaning_can_be_undone_and_is_done_once(text: str) -> None:
    """The rows rebuild what came, whatever it was; a clean text has no odd character left that is always cut."""
    found = clean(copy(text))
    assert rebuild(found.text, found.repairs) == text
    assert not set(found.text) & {"\u00ad", "\u2028", "\x07", "ﬁ"}


SOFT = "The boats of the valley were brought to the old terminal on Friday, said the “mayor”, because the new quay is too low for them when the river is high in the spring, and nobody knows yet who will pay for the work."


@pytest.mark.parametrize("between", ["=\n", "= ", "="])
def test_soft_breaks_of_any_kind_leave(between: str) -> None:
    """Soft breaks leave whether their newline was kept, became a space or was deleted, also inside the bytes of a letter."""
    encoded = quopri.encodestring(SOFT.encode()).decode().replace("=\n", between)
    assert clean(copy(encoded)).text == SOFT


def test_signs_of_equality_stay() -> None:
    """An equation is no soft break."""
    text = "One mile = 1.6 kilometres, one league = 3 miles, and one knot = 1.15 miles an hour, the port's guide says in a box."
    assert clean(copy(text)).text == text


def test_line_separators_between_paragraph_separators_are_line_ends() -> None:
    """Where a text has both, U+2028 ends a line and U+2029 a paragraph."""
    assert clean(copy("one\u2028two\u2029three")).text == "one\ntwo\n\nthree"
