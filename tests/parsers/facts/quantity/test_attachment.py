"""What a figure hangs on: subject, verb, object, time, trend, place and standing, by its clause; empty where it says nothing."""

from __future__ import annotations

from typing import Any

import pytest

from parsers.model import Fact
from tests.parsers.facts.test_golden_facts import facts_of


def figures(text: str) -> dict[str, Fact]:
    """The quantities of a text by their words."""
    found = facts_of(text, "2024-03-31")
    return {text[f.anchor_start or 0 : f.anchor_end or 0]: f for f in found if f.kind == "quantity"}


SUBJECTS: list[tuple[str, str, str | None, str | None]] = [
    ("The storm killed 12 sailors and wounded 40 others.", "12", "The storm", "dead"),
    ("Twelve sailors were rescued.", "Twelve", None, "rescued"),
    ("The yard, which built nine ships, hired 30 welders.", "nine", "The yard", "built"),
    ("The yard, which built nine ships, hired 30 welders.", "30", "The yard", "hired"),
    ("Halden Lines said it had sales of $5 million.", "$5 million", "Halden Lines", "had"),
    ("The institute says it would cost $5 million.", "$5 million", None, "cost"),
    ("The yard's 500 welders went home.", "500", "The yard", None),
    ("Its 500 welders went home.", "500", None, None),
    ("Sales of $5 million pleased the board.", "$5 million", "Sales", None),
    ("A mill with 500 workers was closed.", "500", "A mill", None),
    ("Sales in January rose 5 percent.", "5 percent", "Sales", "rose"),
    ("In the harbour of Lund there were 12 ferries.", "12", None, "were"),
    ("He said the town had lost 12 ferries.", "12", "the town", "lost"),
    ("Arresting 210 people, the police left.", "210", None, "arrested"),
    ("The yard said net income, mainly fees and commissions, rose to 5 million tons.", "5 million tons", None, "rose"),
    ("The board said Lind had told of its use in the notice for the $5 million bond.", "$5 million", None, None),
    ("In addition, Halden and Lund will buy nine ferries.", "nine", "Halden and Lund", "buy"),
    ("Lending to mills fell by 6 percent and lending to farms declined by 5 percent.", "5 percent", None, "declined"),
    ("The cost was met by Osk Ferries, which runs nine ferries.", "nine", "Osk Ferries", "runs"),
]


@pytest.mark.parametrize(("text", "anchor", "subject", "predicate"), SUBJECTS)
def test_a_figure_is_said_of_the_subject_of_its_clause(
    text: str, anchor: str, subject: str | None, predicate: str | None
) -> None:
    """Subject and verb come from the figure's own clause; a pronoun and what is not said leave the column empty."""
    found = figures(text)[anchor]
    assert (found.subject, found.predicate) == (subject, predicate)


TIMES: list[tuple[str, str, str | None]] = [
    ("Sales rose to 5 million tons in 2020 from 4 million tons in 2019.", "5 million tons", "2020"),
    ("Sales rose to 5 million tons in 2020 from 4 million tons in 2019.", "4 million tons", "2019"),
    ("Sales rose to 5 million tons from 4 million tons in 2019.", "5 million tons", None),
    ("In 2020 the yard built nine ships.", "nine", "2020"),
    ("The yard said on Friday it built nine ships.", "nine", None),
    ("The yard, founded in 1920, built nine ships.", "nine", None),
    ("In 2020 exports rose 5 percent and imports fell 3 percent.", "3 percent", "2020"),
    ("The yard sold a bond of 5 million tons due 2031.", "5 million tons", None),
]


@pytest.mark.parametrize(("text", "anchor", "time"), TIMES)
def test_a_figure_has_the_time_of_its_own_clause(text: str, anchor: str, time: str | None) -> None:
    """No time is taken from another clause, another figure, or from when somebody said so."""
    assert figures(text)[anchor].timex_value == time


TRENDS: list[tuple[str, str, str | None]] = [
    ("The yard raised $5 million.", "$5 million", None),
    ("The yard raised its fee by $5.", "$5", "up"),
    ("The fee was raised to $5.", "$5", "up"),
    ("Sales rose 5 percent.", "5 percent", "up"),
    ("Sales fell to $5 million from $6 million.", "$5 million", "down"),
    ("Sales fell to $5 million from $6 million.", "$6 million", None),
    ("The yard lost $5 million.", "$5 million", None),
    ("Shares lost 5 percent.", "5 percent", "down"),
    ("Sales were $5 million, up 3 percent.", "3 percent", "up"),
    ("The board saw a 5 percent drop in sales.", "5 percent", "down"),
    ("The yard set up 3 funds.", "3", None),
    ("The yard posted a gain of $5 million.", "$5 million", None),
    ("Rents slowed to 3 percent.", "3 percent", "down"),
    ("The gap widened to 3 percent.", "3 percent", "up"),
    ("Halden shares closed 3 percent lower.", "3 percent", "down"),
    ("Rents were 3 percent lower than in Lund.", "3 percent", None),
]


@pytest.mark.parametrize(("text", "anchor", "trend"), TRENDS)
def test_a_trend_is_what_something_rose_or_fell_by_or_to(text: str, anchor: str, trend: str | None) -> None:
    """Money raised, won and lost does not rise or fall."""
    assert figures(text)[anchor].trend == trend


STANDINGS: list[tuple[str, str, dict[str, Any]]] = [
    ("The yard did not sell 500 boats.", "500", {"polarity": "-", "modality": "denied"}),
    ("If the yard sells 500 boats, it will survive.", "500", {"polarity": "?", "modality": "hypothetical"}),
    ("The yard plans to sell 500 boats.", "500", {"polarity": "+", "modality": "planned"}),
    ("The yard, which plans to close, sold 500 boats.", "500", {"polarity": "+", "modality": "asserted"}),
    ("The yard did not reach the 5 percent limit.", "5 percent", {"polarity": "+", "modality": "asserted"}),
    ("The yard sold 500 boats.", "500", {"polarity": "+", "modality": "asserted", "certainty": "certain"}),
    ("The bank expects growth of 3 percent.", "3 percent", {"polarity": "+", "modality": "proposed"}),
    ("Growth of 3 percent is expected.", "3 percent", {"polarity": "+", "modality": "proposed"}),
    ("Rents are expected to rise 3 percent.", "3 percent", {"polarity": "+", "modality": "proposed"}),
    ("The bank expects rents to rise 3 percent.", "3 percent", {"polarity": "+", "modality": "proposed"}),
    ("The yard expects to build 12 boats.", "12", {"polarity": "+", "modality": "planned"}),
    ("The bank predicts that rents will rise 3 percent.", "3 percent", {"polarity": "+", "modality": "proposed"}),
    ("The bank hopes that rents will fall 3 percent.", "3 percent", {"polarity": "+", "modality": "target"}),
    ("The bank said that rents will fall 3 percent.", "3 percent", {"polarity": "+", "modality": "planned"}),
    ("The yard scrapped plans for 12 boats.", "12", {"polarity": "-", "modality": "planned"}),
    ("The yard rejected a bid of 12 million euros.", "12 million euros", {"polarity": "+", "modality": "proposed"}),
    ("A total of 12 sailings were cancelled.", "12", {"polarity": "+", "modality": "asserted"}),
    ("The court awarded her 12,000 euros.", "12,000 euros", {"polarity": "+", "subject": "The court"}),
    ("Last week 12 boats left.", "12", {"unit": "{boat}"}),
    ("The county has 12 clinics.", "12", {"unit": "{clinic}"}),
    ("Halden Lines said it had sold 500 boats.", "500", {"certainty": "likely"}),
]


@pytest.mark.parametrize(("text", "anchor", "columns"), STANDINGS)
def test_a_figure_says_whether_it_is_so(text: str, anchor: str, columns: dict[str, Any]) -> None:
    """Polarity and modality come from the clauses around the figure; what was resolved is only likely."""
    found = figures(text)[anchor]
    assert {name: getattr(found, name) for name in columns} == columns


def test_what_was_changed_by_a_figure_is_its_object() -> None:
    """A fee raised to a sum is the object; so is what a sum is a sum of."""
    assert figures("The yard raised its fee to $5.")["$5"].object == "its fee"
    assert figures("The yard reported a profit of $5 million.")["$5 million"].object == "profit"


def test_the_place_of_a_figure_is_in_its_clause() -> None:
    """A place of another clause, or one of two, is not taken."""
    assert figures("The mill killed 12 people in Norway.")["12"].place == "Norway"
    assert figures("The yard, founded in Norway, sold 12 boats.")["12"].place is None
    assert figures("The yard sold 12 boats in Norway and in Sweden.")["12"].place is None


def test_clauses_are_read_in_english_only() -> None:
    """A figure of a text in another language has no subject, verb, time or trend from English rules."""
    from parsers.facts import extract
    from parsers.record import changed
    from tests.parsers.facts.test_golden_facts import article_of

    article, passages = article_of("Der Hafen raised 500 Autos.", "2024-03-31")
    found = extract(changed(article, in_language="de"), passages).facts
    assert [(f.subject, f.predicate, f.certainty) for f in found if f.kind == "quantity"] == [(None, None, "likely")]


@pytest.mark.parametrize("text", ["The party won 45 of 120 seats.", "Acme closed 12 out of the 120 shops in May."])
def test_the_verb_is_of_the_part_and_not_of_the_whole(text: str) -> None:
    """Who won 45 of 120 seats won 45; of the 120 nothing more is told."""
    part, whole = (f for f in facts_of(text, "2024-03-31") if f.kind == "quantity")
    assert part.subject
    assert part.predicate
    assert (whole.value, whole.subject, whole.predicate) == (120, None, None)


def test_models_of_aircraft_are_no_counts() -> None:
    """Whose jets are 737s is not how many they are."""
    assert [f.value for f in facts_of("The airline grounded its 737 jets.", "2024-03-31") if f.kind == "quantity"] == []
    assert [f.value for f in facts_of("The airline sold its 12 jets.", "2024-03-31") if f.kind == "quantity"] == [12]
