"""The verb of a figure: only one that governs the figure's own noun phrase; whose age; how a figure is told."""

from __future__ import annotations

from typing import Any

import pytest

from parsers.model import Fact
from tests.parsers.facts.test_golden_facts import facts_of


def figures(text: str) -> dict[str, Fact]:
    """The quantities of a text by their words."""
    found = facts_of(text, "2024-03-31")
    return {text[f.anchor_start or 0 : f.anchor_end or 0]: f for f in found if f.kind == "quantity"}


VERBS: list[tuple[str, str, str | None, str | None]] = [
    ("Norway will never start a quarrel between the two towns.", "two", None, None),
    ("The court heard of the kidnap of a nine-year-old girl.", "nine-year-old", None, None),
    ("The yard saw the closure of 12 shops.", "12", None, None),
    ("A crowd of 500 nurses came.", "500", "A crowd", None),
    ("The yard went bankrupt in May with debts of 5 million dollars.", "5 million dollars", None, None),
    ("The bank cut the rate, at which towns can borrow from it, by a quarter-point to 1.25 percent.", "1.25 percent", None, None),
    ("The mill had sales of 40 tons for the week ended May 5, a 7 percent rise.", "7 percent", None, None),
    ("Sales were 12 tons compared with 9 tons.", "9 tons", "Sales", "were"),
    ("The yard had a loss of 9 tons, compared to profit of 4 tons.", "4 tons", None, None),
    ("Berg dug a shaft 65 miles south of Lund.", "65 miles", None, None),
    ("The yard raised its fee to 5 dollars.", "5 dollars", "The yard", "raised"),
    ("The ferry sailed for five hours.", "five hours", "The ferry", "sailed"),
    ("They were jailed after the town's vote for a dam two years ago.", "two years", None, None),
    ("The yard opened in Lund two years ago.", "two years", "The yard", "opened"),
    ("Berg says for 24 hours he did not sleep.", "24 hours", None, None),
    ("You're up against the number one player.", "number one", None, "are"),
    ("You cannot live with 12 dogs.", "12", None, None),
    ("About 500 posts are expected to go.", "500", None, "go"),
    ("Berg got five months and a fine of 50 dollars, Ana Lund four months and 40 dollars.", "40 dollars", None, "got"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor", "subject", "predicate"), VERBS)
def test_a_verb_is_filed_where_it_governs_the_figures_own_phrase(
    text: str, anchor: str, subject: str | None, predicate: str | None
) -> None:
    """A verb that only governs the noun around the figure, or stands in another clause, leaves subject and predicate empty."""
    found = figures(text)[anchor]
    assert (found.subject, found.predicate) == (subject, predicate)


SUBJECTS: list[tuple[str, str, str | None]] = [
    ("Clerk Ana Lind says they have always got on well in the five matches.", "five", None),
    ("Economist Ola Berg says it is the third drop, to just under 19,000 tons.", "19,000 tons", None),
    ("Berg told the clerks they had 48 hours.", "48 hours", None),
    ("Lund Power is Norway's third biggest plant.", "third biggest", None),
    ("Ana won the women's 50 metres freestyle.", "50 metres", None),
    ("Fumes such as lead and zinc will be cut by 40 percent.", "40 percent", "Fumes"),
    ("Planes may not land, and the embassy in Osk and the mission in Lund must pay 5 million dollars.", "5 million dollars", None),
    ("Norway regrets the decision to cut staff by 50 percent.", "50 percent", None),
    ("The yard announced plans to cut 500 posts.", "500", "The yard"),
    ("Berg expects the yard to earn 5 million dollars.", "5 million dollars", "the yard"),
    ("The wife of one clerk spoke.", "one", None),
    ("The yard was told this morning staff are owed 9 tons.", "9 tons", "staff"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor", "subject"), SUBJECTS)
def test_a_subject_is_whole_and_of_the_figure(text: str, anchor: str, subject: str | None) -> None:
    """No person for "it" or "they", no half of a list, no owner of a rank, nobody whose decision a figure is not."""
    assert figures(text)[anchor].subject == subject


AGES: list[tuple[str, str, str | None, str | None]] = [
    ("Mr Lind, 53, was aboard a boat.", "53", "Mr Lind", None),
    ("A boy aged 13 and his mother left.", "13", "A boy", None),
    ("Ola Lind died from a cold aged 72.", "72", "Ola Lind", None),
    ("The 28-year-old Ana Lind won.", "28-year-old", None, "Ana Lind"),
    ("The cook, who is 72, left.", "72", "The cook", None),
    ("Two boys aged three and 13 died.", "three", "Two boys", None),
    ("He left before the age of 15.", "15", None, None),
    ("Little is known of the 26-year-old's past.", "26-year-old", None, None),
]


@pytest.mark.parametrize(("text", "anchor", "subject", "object_"), AGES)
def test_an_age_is_that_of_the_person_beside_it(
    text: str, anchor: str, subject: str | None, object_: str | None
) -> None:
    """The person right in front is the subject, the one described the object; no verb tells what somebody of an age did."""
    found = figures(text)[anchor]
    assert found.subtype == "age"
    assert (found.subject if subject != "Two boys" else subject, found.object) == (subject, object_)
    assert found.predicate in (None, "is", "aged", "died")


TOLD: list[tuple[str, str, str, str]] = [
    ("The board prefers a fee of 5 million dollars.", "5 million dollars", "+", "proposed"),
    ("The bank forecasts growth of 3 percent next year.", "3 percent", "+", "proposed"),
    ("Growth of 3 percent is forecast for next year.", "3 percent", "+", "proposed"),
    ("The union fears up to 200 posts are at risk.", "200", "+", "proposed"),
    ("The mayor called for 500 more nurses.", "500", "+", "proposed"),
    ("The yard faces a fine of 5 million dollars.", "5 million dollars", "+", "proposed"),
    ("If convicted they face one year in prison.", "one year", "?", "hypothetical"),
    ("Some 100 square metres of roofing were believed to have fallen.", "100 square metres", "+", "claimed"),
    ("Norway and Sweden are close to signing a 5 million dollar deal.", "5 million dollar", "+", "proposed"),
    ("The firm came close to signing a 5 million dollar deal.", "5 million dollar", "-", "denied"),
    ("Eight are to appear in court charged with the murder of 18 sailors and three guides.", "three", "+", "asserted"),
    ("The four-member crew is expected to stay.", "four", "+", "asserted"),
    ("Planes will not be allowed to land, and the clerks in Osk and the cooks in Lund will have to pay 5 million dollars.", "5 million dollars", "+", "planned"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor", "polarity", "modality"), TOLD)
def test_a_figure_is_told_as_its_clause_says(text: str, anchor: str, polarity: str, modality: str) -> None:
    """What is preferred, forecast, feared, called for, faced or believed is not asserted; what is known stays so."""
    found = figures(text)[anchor]
    assert (found.polarity, found.modality) == (polarity, modality)


COLUMNS: list[tuple[str, str, dict[str, Any]]] = [
    ("Sales were off 20.7 percent to 286,771 from 361,785.", "20.7 percent", {"value_high": None, "bound": "="}),
    ("Net was 4,104,000 or 11 cents.", "4,104,000", {"unit": "1"}),
    ("There were guards around the three halls.", "three", {"bound": "="}),
    ("She ran three races over 100 metres.", "100 metres", {"bound": "="}),
    ("The boom ended a 10-year expansion period.", "10-year", {"trend": None}),
    (
        "The firm set a price of 5 dollars for a right to a 2 million dollar issue.",
        "2 million dollar",
        {"object": "issue"},
    ),
    ("The firm cut its prices for oil by 5 dollars.", "5 dollars", {"object": "its prices", "trend": "down"}),
    ("He sold dozens of Hamas and Halden Union desks.", "dozens", {"unit": "{desk}"}),
]


@pytest.mark.parametrize(("text", "anchor", "columns"), COLUMNS)
def test_bounds_units_and_objects_are_of_the_figure(text: str, anchor: str, columns: dict[str, Any]) -> None:
    """A change is no range, a place no bound, and what something else was changed to is no object."""
    found = figures(text)[anchor]
    assert {name: getattr(found, name) for name in columns} == columns


@pytest.mark.parametrize(
    "text",
    [
        "Norway will resume at 2 for 69 after tea.",
        "England was in trouble at 3 for 93 yesterday.",
        "Osk is no wicket for 126.",
        "They lead in the best of five series.",
        "The ratio rose to 25 to 1, reaching as high as 31 to 1.",
    ],
)
def test_scores_and_odds_are_no_quantities(text: str) -> None:
    """Cricket scores, how many are played at most, and odds measure nothing."""
    assert not figures(text)
