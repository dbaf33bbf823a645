"""Whole lines of residue: what is passed over to save time is never residue."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.fields import residue
from parsers.fields.case import small, small_ascii
from parsers.fields.sheet import Line

ROWS = tomllib.loads(files("parsers.fields").joinpath("residue.toml").read_text(encoding="utf-8"))["residue"]
WHOLE = [row for row in ROWS if row["where"] in ("front", "line", "end")]
ASCII = st.characters(codec="ascii")


@pytest.mark.parametrize("row", WHOLE, ids=lambda row: f"{row['rule']} {row.get('holds', '')}")
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_whatever_a_row_matches_is_found_in_any_case(row: dict[str, str], data: st.DataObject) -> None:
    """No screen keeps a line from the pattern that it matches, in capitals or not."""
    line = data.draw(st.from_regex(residue._expanded(row["pattern"]), fullmatch=True, alphabet=ASCII))
    if len(line) <= residue.LONGEST:
        assert residue.line_rule(line, Line(0, len(line)), row["where"])  # type: ignore[arg-type]
        assert residue.line_rule(line.upper(), Line(0, len(line)), row["where"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("printed", "where", "rule"),
    [
        ("The Rio Verde Gazette is also on Facebook / Telegram", "line", "follow"),
        ("The Rio Verde Gazette is also on its way", "line", None),
        ("We could not do it alone. Thank you for reading.", "end", "support"),
        ("The mayor said thank you to all.", "end", None),
        ("Rio Verde Gazette Web Desk", "front", "desk_line"),
        ("Rio Verde Gazette", "front", None),
        ("L\u0130STEN TO TH\u0130S ART\u0130CLE NOW", "line", "player"),
    ],
)
def test_rows_that_begin_with_anything(printed: str, where: residue.Where, rule: str | None) -> None:
    """A row that names what its lines hold matches those lines, and others without it are left alone."""
    assert residue.line_rule(printed, Line(0, len(printed)), where) == rule


def test_what_is_certain_is_found_at_the_end_of_a_long_text() -> None:
    """Residue that is certain is found behind any amount of text, every piece of it, and nothing else."""
    body = "The harbour board met on Wednesday. " * 200
    tail = "\n\nMENAFN20052024000000ID1100000001\n\nLegal Disclaimer:\nMENAFN provides the information as it is."
    found = [(m.rule, m.raw_start, m.raw_end) for m in residue.anywhere(body.strip() + tail)]
    end = len(body.strip())
    first = end + len("\n\nMENAFN20052024000000ID1100000001")
    assert found == [("menafn_id", end, first), ("menafn_disclaimer", first, end + len(tail))]


@given(st.text(alphabet="aikswAIKSWİıſ\u212aБбΣß “”.\ud800", max_size=30))
def test_small_letters_stand_where_the_others_stood(text: str) -> None:
    """Small letters keep their offsets, and a word is found in them wherever `re.I` would find it."""
    for made in (small(text), small_ascii(text)):
        assert len(made) == len(text)
        assert [c in "ikas" for c in made] == [bool(re.fullmatch("[ikas]", c, re.I)) for c in text]


@pytest.mark.parametrize(
    ("printed", "where", "rule"),
    [
        ("The post Ferry cancelled, again appeared first on The Larkhaven Post.", "end", "wordpress_footer"),
        ("The post Ferry cancelled first appeared on The Larkhaven Post.", "end", "wordpress_footer"),
        ("Der Beitrag Fähre fällt aus erschien zuerst auf Larkhavener Bote.", "end", "wordpress_footer"),
        ("L’article Le ferry annulé est apparu en premier sur Le Port.", "end", "wordpress_footer"),
        ("The post was the first to be built, he said.", "end", None),
        ("submitted by /u/quayside", "end", "reddit_footer"), ("submitted by /u/quayside to r/ports", "end", "reddit_footer"), ("[link] [12 comments]", "end", "reddit_footer"),
        ("Plans were submitted by the harbour office.", "end", None),
        ("Subscribe now", "line", "substack_box"), ("Thanks for reading Harbour Letter! Subscribe for free to receive new posts and support my work.", "line", "substack_box"),
        ("Harbour Letter is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.", "line", "substack_box"),
        ("The paper is a reader-supported publication of the island.", "line", None),
        ("Continue reading on Harbour Tales »", "end", "medium_more"), ("Learn more about your ad choices. Visit megaphone.fm/adchoices", "end", "podcast_host"),
        ("Hosted on Acast. See acast.com/privacy for more information.", "end", "podcast_host"), ("See the port for more information.", "end", None),
    ],
)  # fmt: skip
def test_what_platforms_print_under_each_post(printed: str, where: str, rule: str | None) -> None:
    """WordPress, Reddit, Substack, Medium and podcast hosts; sentences of a story with the same words are the story's."""
    assert residue.line_rule(printed, Line(0, len(printed)), where) == rule  # type: ignore[arg-type]


def test_the_number_before_an_abstract_goes_and_the_abstract_stays() -> None:
    """arXiv prints number and kind of announcement before each abstract."""
    text = "arXiv:2606.00001v1 Announce Type: replace-cross \nAbstract: The harbour opened."
    found = residue.at_start(text, 0)
    assert found
    assert text[found.raw_end :] == "The harbour opened."
