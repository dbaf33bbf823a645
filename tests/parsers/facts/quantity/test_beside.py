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


@pytest.mark.parametrize(
    "text",
    [
        "Troops will operate near the town of Lund, about 30 miles north of Hamar.",
        "Ana Berg gave birth to a 3-year-old son.",
        "The loan will be redeemed at 40 dollars per 1,000 euro bond.",
        "Well, there are over 50,000 records here.",
        "The court led her father to send his son to a school at age 12.",
    ],
)
def test_a_figure_that_only_describes_has_no_subject(text: str) -> None:
    """Distances of places, ages of others, the base of a rate and `there are` say nothing of the clause's subject."""
    assert _told(text)[-1][1] is None


def test_the_owner_of_a_part_is_the_owner() -> None:
    """ "half the company's" assets are the company's."""
    assert _told("The shops hold half the yard's 900 cranes.")[-1][:2] == (900.0, "the yard")


def test_pounds_of_food_are_weight_and_plurals_in_oes_lose_both_letters() -> None:
    """Pounds of what is weighed are no money; the singular of cargoes is cargo."""
    found = [
        f
        for f in facts_of("Halden bought 2.3 million pounds of peanuts and two cargoes of hay.")
        if f.kind == "quantity"
    ]
    assert [f.unit for f in found] == ["[lb_av]", "{cargo}"]


@pytest.mark.parametrize(
    "text",
    [
        "Loans were 3.0 percent lower than in the previous three months.",
        "Halden Ltd sells a disk with 6 gigabytes of memory, five times the memory of the old one.",
        "A switch to new models hit the yard, with sales down 3 percent at 9 million.",
        "The rules of the programme give owners of mills a reason to offer contracts of two years.",
        "The deal will help the yard, trying to survive by cutting costs by 90 million dollars.",
        "Norway's Lund Oil Co 4 percent and Hamar Gas Co 9 percent are small.",
    ],
)
def test_a_figure_beside_the_clause_has_no_subject_of_it(text: str) -> None:
    """Times, comparisons, what `with` adds, subjects that hold a verb and long chains give no subject."""
    assert [subject for _, subject, _, _ in _told(text) if subject not in ("Loans", "a disk")] in ([None], [None, None])


def test_a_form_in_ing_before_the_verb_is_the_head_of_the_subject() -> None:
    """ "the debt rescheduling has": the last word is a noun."""
    assert _told("The debt rescheduling has cost 9 million dollars.")[0][1] == "The debt rescheduling"
