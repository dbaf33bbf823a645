"""Figures of plans that were given up, of stories and drills, of shares and asides: how they are told, and of whom."""

from __future__ import annotations

import pytest

from parsers.facts import extract
from parsers.model import Fact
from tests.parsers.facts.test_golden_facts import article_of


def figures(text: str) -> list[Fact]:
    """The quantities of a text published on a Wednesday."""
    return [f for f in extract(*article_of(text, "2024-03-13")).facts if f.kind == "quantity"]


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Plans for 24 kilns at Brask Quay were scrapped on Monday.", "-", "planned"),
        ("Orlo Glass shelved its plan to cut 350 posts.", "-", "planned"),
        ("Orlo Glass dropped plans to cut 350 posts after protests.", "-", "planned"),
        ("Plans to build 60 flats have been dropped.", "-", "planned"),
        ("The plan to build 60 flats was approved.", "+", "planned"),
        ("The goal is to reach 45 percent by 2030.", "+", "target"),
        ("The board may close a yard with the loss of 210 jobs.", "+", "proposed"),
        ("The decision to close 17 branches was criticised.", "+", "planned"),
        ("Rumours that 70 people had died proved false.", "-", "claimed"),
        ("The guild cancelled a strike by 4,000 bakers.", "-", "denied"),
        ("Suppose that 45 percent of drivers switch to trams.", "?", "hypothetical"),
        ("In her new novel, a flood kills 2,500 villagers.", "?", "hypothetical"),
        ("In the film, the baker kills seven men.", "?", "hypothetical"),
        ("A simulated attack on the harbour left 120 people dead.", "?", "hypothetical"),
    ],
)
def test_how_a_figure_is_told(text: str, polarity: str, modality: str) -> None:
    """Given up, aimed at, made up or supposed: none of these is asserted."""
    (found,) = [f for f in figures(text) if f.subtype in ("count", "percent") and f.value != 1]
    assert (found.polarity, found.modality) == (polarity, modality)


def test_what_a_film_shows_or_a_real_film_set_has() -> None:
    """A film's own figures in the past are asserted; a rescue in a drill is only likely."""
    (extras,) = figures("In the film, 900 extras were used.")
    assert (extras.polarity, extras.modality) == ("+", "asserted")
    (rescued,) = figures("In the drill, rescuers evacuated 400 people from a ferry.")
    assert rescued.certainty == "likely"
    (real,) = figures("Rescuers evacuated 400 people from a ferry.")
    assert real.certainty == "certain"


@pytest.mark.parametrize(
    ("text", "unit", "thing"),
    [
        ("One in nine adults smokes, a survey found.", "{adult}", "adults"),
        ("One in nine sales managers was hired.", "{manager}", "sales managers"),
        ("The boat was carrying 90 passengers and 15 crew.", "{crew}", "crew"),
    ],
)
def test_what_is_counted(text: str, unit: str, thing: str) -> None:
    """The verb of one of them is no part of what is counted."""
    found = figures(text)[-1]
    assert (found.unit, found.object) == (unit, thing)


def test_those_who_forecast_are_not_what_they_forecast() -> None:
    """Of a forecast growth the forecasters are not the subject; a count's `of` gives it no owner."""
    assert figures("Economists forecast growth of 2 percent next year.")[0].subject is None
    assert figures("The survey of 1,200 adults was costly.")[0].subject is None
    assert figures("A fleet of 12 ships was sold.")[0].subject is not None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Inflation, at 9 percent in June, is the highest in the region.", "2023-06"),
        ("The mast, 310 metres tall, opened in 2012.", None),
        ("Mila Orde was held on 4 March over the theft of 12 paintings.", None),
    ],
)
def test_the_time_of_a_figure_told_aside(text: str, time: str | None) -> None:
    """It is the time in its own words, never that of the verb behind."""
    assert figures(text)[0].timex_value == time


def test_bounds_and_ages() -> None:
    """ "At most," binds across its comma; people without a name have ages."""
    assert figures("At most, 40 people were inside.")[0].bound == "<="
    assert [(f.value, f.subtype) for f in figures("The suspect, 27, was detained.")] == [(27, "age")]
    assert [(f.value, f.subtype) for f in figures("Mr Kroll, who turns 70 in June, will retire.")] == [(70, "age")]
