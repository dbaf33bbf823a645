"""Figures behind the verb that tells them, whatever is between: prices, votes, amounts behind who gets them."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


@pytest.mark.parametrize(
    ("sentence", "value", "subject", "verb"),
    [
        ("The mill was built in 1990 for 3 million euros.", 3e6, "The mill", "built"),
        ("The ferry has been sold to the port of Lund for 4.5 million dollars.", 4.5e6, "The ferry", "sold"),
        ("The board sold the old school to the Lund Trust for £2.75 million.", 2.75e6, "The board", "sold"),
        ("The town pays the keepers 90,000 euros a year.", 90_000, "The town", "pays"),
        ("A policy against floods would save the towns about $3 million.", 3e6, "A policy against floods", "save"),
        ("The town council passed the budget on Thursday, with 21 votes to 16.", 21, "The town council", "passed"),
        ("Households will pay 15 percent less than for gas.", 15, "Households", "pay"),
        ("The port has since closed 3 docks.", 3, "The port", "closed"),
        ("9,500 fewer posts were advertised in March.", 9500, None, None),
        ("The town hired 500 fewer people in March.", 500, None, None),
        ("The plant makes trains with a weight of 20 tons.", 20, None, None),
        ("The firm makes sails for 300 boats.", 300, None, None),
    ],
)
def test_the_verb_of_a_figure(sentence: str, value: float, subject: str | None, verb: str | None) -> None:
    """The verb is kept where it tells the figure, and empty where the figure belongs to a noun."""
    (figure,) = (f for f in facts_of(sentence) if f.kind == "quantity" and f.value == value)
    assert (figure.subject, figure.predicate) == (subject, verb)


def test_a_zero_sum_game_is_no_money() -> None:
    """The sum of a game is no currency."""
    assert not [f for f in facts_of("It is some sort of zero sum game.") if f.kind == "quantity"]
