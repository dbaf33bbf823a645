"""The standing report: one page that says what a person wants to know first."""

from __future__ import annotations

from datetime import UTC, datetime

from flows.monitoring.desk_report import description, page
from warehouse.asking.desk_figures import DeskFigures, Spread

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def figures(**changes: object) -> DeskFigures:
    """A day on which little happened."""
    nothing: dict[str, object] = {
        "outcomes": (), "sources": (), "runs": (), "stories": (), "stages": (), "quarantine": (), "feeds": (), "deliveries": (),
        "articles": 0, "newest": None,
    }  # fmt: skip
    return DeskFigures(**{**nothing, **changes})  # type: ignore[arg-type]


def test_an_empty_day_is_said_in_sentences() -> None:
    """No empty tables; what is well is said to be well."""
    text = page(figures(), AT)
    assert "Nothing arrived." in text
    assert "No feed is in trouble." in text
    assert "Slowest stages" not in text


def test_numbers_stand_in_the_first_line() -> None:
    """Received is the sum of the outcomes."""
    text = page(figures(outcomes=(("loaded", 1200), ("rejected", 3)), articles=5000, newest=AT), AT)
    assert "**1,203 documents in the last 24 hours; 5,000 articles in all" in text


def test_a_headline_cannot_break_the_table() -> None:
    """Bars are escaped, line breaks folded, long headlines cut."""
    story = Spread(story_id="s", headline="a | b\n" + "c" * 200, outlets=("Northern Post", "City Ledger"))
    line = next(x for x in page(figures(stories=(story,)), AT).splitlines() if x.startswith("| a "))
    assert line.startswith("| a \\| b c")
    assert line.endswith("… | 2: Northern Post, City Ledger |")


def test_deliveries_that_fail_are_said() -> None:
    """With the reason; nothing is said where none fails."""
    assert "Deliveries" not in page(figures(), AT)
    failing = (("boats to $HOOK", "the server answered 503; 3 attempts, 2 alerts wait"),)
    text = page(figures(deliveries=failing, quarantine=(("too_short", 2), ("stub", 1))), AT)
    assert description(text).startswith(
        "0 documents in the last 24 hours; 0 articles in all; 3 in quarantine; alerts could not be delivered."
    )
    assert "## Deliveries that fail" in text
    assert "the server answered 503" in text


def test_words_are_aligned_to_the_left_and_numbers_to_the_right() -> None:
    """A trouble in words is read from its beginning."""
    text = page(figures(outcomes=(("loaded", 3),), feeds=(("https://press.example/rss", "failing: status 500"),)), AT)
    lines = text.splitlines()
    assert lines[lines.index("| feed | trouble |") + 1] == "|---|---|"
    assert lines[lines.index("| outcome | documents |") + 1] == "|---|---:|"
