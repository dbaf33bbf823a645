"""Kinds of names: whole bodies of a country, no events and no common acronyms as bodies, whole names of people."""

from __future__ import annotations

import pytest

from parsers.facts import extract
from tests.parsers.facts.test_golden_facts import article_of


def named(body: str) -> set[tuple[str, str]]:
    """What a text mentions: name and kind."""
    return {(m.surface, m.entity_type) for m in extract(*article_of(body, None)).mentions}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The Norwegian Cancer Society spoke.", {("Norwegian Cancer Society", "organisation")}),
        ("The Norwegian Bureau of Fisheries spoke.", {("Norwegian Bureau of Fisheries", "organisation")}),
        ("The Norwegian Food and Grocery Council spoke.", {("Norwegian Food and Grocery Council", "organisation")}),
        ("It cited the Norwegian Institute of Health and Welfare.", {("Norwegian Institute of Health and Welfare", "organisation")}),
        ("The Forestry Mining and Energy Union spoke.", {("Forestry Mining and Energy Union", "organisation")}),
        ("They live in Los Alerces.", {("Los Alerces", "place")}),
        ("It left Los Alerces. Los Alerces is far.", {("Los Alerces", "place")}),
        ("Una portavoz de la Consejería de Sanidad habló.", {("Consejería de Sanidad", "organisation")}),
        ("They met Teymar Ahmad Rezai there.", {("Teymar Ahmad Rezai", "person")}),
        ("Ewa Bryl, an analyst at Halden Research, spoke.", {("Ewa Bryl", "person"), ("Halden Research", "organisation")}),
    ],
)  # fmt: skip
def test_names_are_whole_and_of_their_kind(body: str, expected: set[tuple[str, str]]) -> None:
    """A body keeps the adjective and the fields that are part of its name; a name that no list holds is not cut."""
    assert expected <= named(body)


@pytest.mark.parametrize(
    "body",
    [
        "The Halden Track Classic is near. The Halden Track Classic is old.",
        "The Geneva Motor Show opens tomorrow.",
        "They won the Sydney Test. The Sydney Test was long.",
        "She took an ZKA from a small school. A ZKA is rare.",
        "It stores a film per QVR. The QVR hums.",
        "They grew genetically altered (GA) oats. GA oats sell well.",
        "They met the QVOs. The QVOs left.",
        "It fell in the North of the land. The North is cold.",
    ],
)
def test_events_and_common_acronyms_are_no_bodies(body: str) -> None:
    """Contests, shows and acronyms for common nouns are no entities."""
    assert {kind for _, kind in named(body)} <= {"place"}


def test_bodies_of_two_countries_stay_two() -> None:
    """Bodies whose names differ only in the country have ids of their own."""
    found = extract(*article_of("The Norwegian Wheat Board and the Brazilian Wheat Board met.", None)).mentions
    assert len({m.entity_id for m in found if m.entity_type == "organisation"}) == 2
