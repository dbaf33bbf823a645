"""Figures that the verb of their clause does not reach, and subjects that are not theirs."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def _told(text: str) -> list[tuple[float | None, str | None, str, str]]:
    """Value, subject, polarity and modality of each figure."""
    found = [f for f in facts_of(text, "2024-06-30") if f.kind == "quantity"]
    return [(f.value, f.subject, f.polarity, f.modality or "") for f in found]


@pytest.mark.parametrize(
    ("text", "value", "standing"),
    [
        ("Output is to reach 7 million tonnes, up from 6 million in 2023.", 6e6, ("+", "asserted")),
        ("Halden Ltd would have lost 9 million dollars versus 4 million dollars.", 4e6, ("+", "asserted")),
        ("The airline cancelled 300 flights.", 300.0, ("+", "asserted")),
        ("Some 90 trains were cancelled.", 90.0, ("+", "asserted")),
        ("Banks are refusing to sign four months after the talks.", 4.0, ("+", "asserted")),
        ("The duty will be cut to 8 percent and, if nobody objects, to 5 percent.", 8.0, ("+", "planned")),
        ("The letter did not tell me that the fee had risen to 70 euros.", 70.0, ("+", "asserted")),
        ("The sale will not close until an announcement that Lund has bought 60 percent.", 60.0, ("?", "hypothetical")),
        ("Halden Ltd did not pay 8 million euros.", 8e6, ("-", "denied")),
    ],
)
def test_only_what_the_verb_reaches_is_planned_or_denied(text: str, value: float, standing: tuple[str, str]) -> None:
    """Compared figures, counted things that were cancelled and lengths beside the verb are as they are."""
    assert [(p, m) for v, _, p, m in _told(text) if v == value] == [standing]


@pytest.mark.parametrize(
    "text",
    [
        "Members voted on a proposal to issue 5 million shares.",
        "Readers learn the news of who is number one.",
        "Some 60 percent were sold at home, compared to 29 percent from German buyers.",
        "The tax would be paid by charging 50 percent to the rich.",
        "The bank gave Lind the right to buy 5 percent of the shares.",
    ],
)
def test_a_figure_has_no_subject_that_is_not_sure(text: str) -> None:
    """Who is only near a figure is not its subject: the column is empty."""
    assert _told(text)[-1][1] is None
