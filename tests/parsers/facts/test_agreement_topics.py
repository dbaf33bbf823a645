"""The topic of an agreement is a whole phrase or none."""

from __future__ import annotations

import pytest

from parsers.facts.agreement import topic_edges
from tests.parsers.facts.test_golden_facts import facts_of


def topics_of(text: str) -> list[str | None]:
    """The topic of each agreement of a text."""
    return [f.object for f in facts_of(text, "2024-06-30") if f.kind == "agreement"]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Halden Corp signed an agreement to buy a 10 pct stake in Brno Paper Ltd.", "buy a 10 pct stake in Brno Paper Ltd"),
        ("Halden Corp agreed to draw up a plan by March of next year.", "draw up a plan"),
        ("Norway and Chile agreed to cut tariffs in 2031.", "cut tariffs"),
        ("Halden Corp agreed to open a mill whereby each side will hold half.", "open a mill"),
        ("Halden Corp agreed to close the mill and has sold the land.", "close the mill"),
        ("Norway agreed to send doctors as the floods reached Chile.", "send doctors"),
        ("Halden Corp signed a contract to sell ten ships to <Brno Paper Ltd> of Oslo.", "sell ten ships to <Brno Paper Ltd> of Oslo"),
        ("Halden Corp agreed to buy the docks before the end of the month.", "buy the docks"),
        ("Halden Corp agreed to build ten mills over the next three years.", "build ten mills"),
        ("Halden Corp agreed to buy a stake and its offer for the rest is open.", "buy a stake"),
        ("Halden Corp agreed to run the mill and also agreed to buy the docks.", "run the mill"),
        ("Halden Corp agreed to buy the docks, the bank said.", "buy the docks"),
    ],
)  # fmt: skip
def test_a_topic_ends_before_a_time_and_before_another_clause(text: str, topic: str) -> None:
    """Times, other clauses and a second verb are no part of what was agreed; names in brackets and stakes are."""
    assert topics_of(text)[0] == topic


@pytest.mark.parametrize(
    "text",
    [
        "Halden Corp agreed to meet today to settle the row.",
        "Halden Corp agreed to buy two mills, or 16 pct, of the group.",
        "Halden Corp signed a contract to provide services that will help farmers.",
        "Halden Corp signed an agreement on a firm it did not name.",
        "Halden Corp signed a contract for three years.",
        "Halden Corp agreed to drop the case pending before the court.",
        "Halden Corp agreed to buy the mill in Dover, Del., and its docks.",
        "Halden Corp signed a contract for about 20 mln dlrs with Brno Paper Ltd.",
        "Halden Corp signed a contract for design, procurement, and construction.",
    ],
)
def test_a_topic_that_is_not_whole_is_empty(text: str) -> None:
    """A time inside, a list that goes on, an open clause, a span of time and a price leave the column empty."""
    assert topics_of(text) == [None]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("buy the S.A., a mill", "buy the S.A."),
        ("buy Halden Inc.", "buy Halden Inc"),
        ("meet (in Oslo) the bank", None),
        ("meet the bank (in Oslo).", "meet the bank"),
        ("call it “a start”", None),
        ("sell " + "very " * 60 + "much", None),
    ],
)
def test_signs_end_a_phrase_or_leave_it_open(text: str, words: str | None) -> None:
    """A comma ends a phrase; a bracket only where nothing follows it; a quotation and too many words leave it open."""
    assert topic_edges.whole(text) == words
