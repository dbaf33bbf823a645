"""Raised and lowered characters of HTML: no digit joins the number or the word before it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.blocks import of_markup
from parsers.formats.html import read
from parsers.formats.raised import with_raised
from parsers.model import RawDocument
from parsers.sniff import HTML

CASES = [
    ("some 10<sup>6</sup> tonnes", "some 10⁶ tonnes"),
    ("some 10<sup>12</sup> cells", "some 10¹² cells"),
    ("a mass of 3&times;10<sup>8</sup> kg", "a mass of 3×10⁸ kg"),
    ("a dose of 2 x 10<sup>-6</sup> g", "a dose of 2 x 10⁻⁶ g"),
    ("a dose of 10<sup>&minus;9</sup> g", "a dose of 10⁻⁹ g"),
    ("<b>10</b><sup>6</sup> tonnes", "10⁶ tonnes"),
    ("85 m<sup>2</sup> of floor", "85 m² of floor"),
    ("85m<sup class='exp'>3</sup> of water", "85m³ of water"),
    ("12 km<SUP>2</SUP> of forest", "12 km² of forest"),
    ("40&nbsp;м<sup>2</sup>", "40\u00a0м²"),
    ("9.8 m/s<sup>2</sup>", "9.8 m/s²"),
    ("4 m s<sup>-1</sup>", "4 m s⁻¹"),
    ("E = mc<sup>2</sup>", "E = mc²"),
    ("CO<sub>2</sub> and H<sub>2</sub>O", "CO2 and H2O"),
    ("in 2024<sup>1</sup> it rained", "in 2024[1] it rained"),
    ("in 2024<sup>[3]</sup> it rained", "in 2024[3] it rained"),
    ("paid $45<sup><a href='#fn3'>3</a></sup> a head", "paid $45[3] a head"),
    ("10<sup><a href='#fn3'>3</a></sup> men", "10[3] men"),
    ("10<sup id='fnref:4' class='footnote'>4</sup> men", "10[4] men"),
    ("the mayor<sup>2</sup> said", "the mayor[2] said"),
    ("the mayor<sup>2,3</sup> said", "the mayor[2,3] said"),
    ("the mayor<sup><a href='page.html#a'>a</a></sup> said", "the mayor[a] said"),
    ("It rained.<sup>5</sup> Then", "It rained.[5] Then"),
    ("sold for $5m<sup>2</sup> in May", "sold for $5m[2] in May"),
    ("only 10<sup>1</sup> men", "only 10[1] men"),
    ("the 110<sup>2</sup> men", "the 110[2] men"),
    ("the 21<sup>st</sup> of May", "the 21st of May"),
    ("le 1<sup>er</sup> mai, n<sup>o</sup> 4", "le 1er mai, no 4"),
    ("Acme<sup>TM</sup> and Acme<sup>®</sup>", "AcmeTM and Acme®"),
    ("at 19<sup>30</sup> and 10<sup>00</sup>", "at 19 30 and 10 00"),
    ("some 10<sup>15</sup> cells", "some 10¹⁵ cells"),
    ("at 10<sup>15</sup> sharp", "at 10 15 sharp"),
    ("for $9<sup>99</sup> each", "for $9 99 each"),
    ("5<sup>1</sup>/<sub>2</sub> hours", "5 1/2 hours"),
    ("5<sup>1</sup>&frasl;<sub>2</sub> hours", "5 1⁄2 hours"),
    ("<sup>1</sup>/<sub>2</sub> an hour", "1/2 an hour"),
    ("the isotope <sup>14</sup>C", "the isotope ¹⁴C"),
]


@pytest.mark.parametrize(("markup", "text"), CASES)
def test_raised_digits_stay_apart_from_what_is_before_them(markup: str, text: str) -> None:
    """Powers, squares and cubes are raised digits, marks of footnotes are in brackets, letters stay joined."""
    assert of_markup(f"<p>{markup}</p>")[0] == text


@pytest.mark.parametrize("furniture", ["", "<nav><a href='/a'>Home</a></nav><footer>About us</footer>"])
def test_pages_are_read_like_fragments(furniture: str) -> None:
    """A whole page keeps its powers and units, whichever way its article is found."""
    story = "<p>The two dams hold 10<sup>6</sup> tonnes of mud over 40 km<sup>2</sup>, the board said in 2024<sup>1</sup>.</p>"
    rest = "<p>The board met on Tuesday and agreed to drain the upper dam before the first rain of the autumn.</p>" * 3
    page = f"<!doctype html><html><body>{furniture}<article><h1>Dams</h1>{story}{rest}</article></body></html>"
    copy = read(RawDocument(raw_document_id="x", payload=page.encode(), source_uri="p.html", source_kind="page"), HTML)
    assert "hold 10⁶ tonnes of mud over 40 km², the board said in 2024[1]." in copy.text


@given(st.from_regex(r"[a-z ]{0,9}[0-9]{1,5}", fullmatch=True), st.integers(1, 999))
def test_no_raised_number_joins_a_number(before: str, raised: int) -> None:
    """Whatever the two are, the digits of the one never stand right behind those of the other."""
    assert f"{before}{raised}" not in with_raised(f"{before}<sup>{raised}</sup>.")


def test_the_time_is_linear() -> None:
    """Marks without an end cost no more than a bounded look each."""
    start = time.process_time()
    with_raised("<sup><i>" * 20_000 + "<sup>" * 20_000)
    assert time.process_time() - start < 5
