"""People and what became of them: counts with the outcome as their predicate."""

from __future__ import annotations

import pytest

from tests.parsers.facts.quantity.test_quantity import quantities

Told = tuple[float, str, str | None]


def told(text: str) -> list[Told]:
    """Value, unit and predicate of each count."""
    return [(f.value or 0, f.unit or "", f.predicate) for f in quantities(text) if f.subtype == "count"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mine killed 14 and wounded 31.", [(14, "{person}", "dead"), (31, "{person}", "injured")]),
        ("The flood left 9 dead and 4,000 homeless.", [(9, "{person}", "dead"), (4000, "{person}", "homeless")]),
        ("Eight were arrested and three charged.", [(8, "{person}", "arrested"), (3, "{person}", "charged")]),
        ("Six people were killed and 17 injured.", [(6, "{person}", "dead"), (17, "{person}", "injured")]),
        (
            "7 dead, 12 hurt and five missing.",
            [(7, "{person}", "dead"), (12, "{person}", "injured"), (5, "{person}", "missing")],
        ),
        ("Five soldiers died and 11 were hurt.", [(5, "{soldier}", "dead"), (11, "{person}", "injured")]),
        ("It injured more than 60 others.", [(60, "{person}", "injured")]),
        ("Ten died and 60 suffered slight injuries.", [(10, "{person}", "dead"), (60, "{person}", "injured")]),
        ("A man shot dead three people.", [(3, "{person}", "dead")]),
        ("The death of 12 miners hit the town.", [(12, "{miner}", "dead")]),
        ("The death toll rose to 58.", [(58, "{person}", "dead")]),
        ("The number of injured stands at 210.", [(210, "{person}", "injured")]),
        ("The storm claimed 12 lives.", [(12, "{life}", "dead")]),
        ("Dozens were killed.", [(12, "{person}", "dead")]),
        ("Between 20 and 30 people were killed.", [(20, "{person}", "dead")]),
        ("No one was hurt.", [(0, "{person}", "injured")]),
        ("Nobody has died.", [(0, "{person}", "dead")]),
        ("There were no injuries.", [(0, "{person}", "injured")]),
        ("None of the 40 sailors was hurt.", [(0, "{sailor}", "injured")]),
        ("The fire left one dead.", [(1, "{person}", "dead")]),
        ("Two more people have died.", [(2, "{person}", "dead")]),
    ],
)
def test_people_are_counted_with_what_became_of_them(text: str, expected: list[Told]) -> None:
    """Killed, hurt, missing, arrested: the number is one of people, also without a noun, and its predicate the outcome."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flood killed 7 girls and 2 boys.", [(7, "{girl}", "dead"), (2, "{boy}", "dead")]),
        ("Nine miners, two guards and a cook were rescued.", [(9, "{miner}", "rescued"), (2, "{guard}", "rescued")]),
        (
            "Twelve people, including four nurses, were arrested.",
            [(12, "{person}", "arrested"), (4, "{nurse}", "arrested")],
        ),
        ("The pilot killed himself and 11 passengers.", [(11, "{passenger}", "dead")]),
        ("Eleven, most of them pupils, were hurt.", [(11, "{person}", "injured")]),
        ("The quake killed 15 in Peru and three in Chile.", [(15, "{person}", "dead"), (3, "{person}", "dead")]),
        ("The men who killed six people were jailed.", [(6, "{person}", "dead")]),
        ("The man who killed six was jailed.", [(6, "{person}", "dead")]),
        ("A man, 41, and two women were hurt.", [(2, "{woman}", "injured")]),
        ("The 14 dead were named.", [(14, "{person}", "dead")]),
        ("Mines killed 12 in 2020 and nine in 2021.", [(12, "{person}", "dead"), (9, "{person}", "dead")]),
        ("Police questioned ten men and a woman was arrested.", [(10, "{man}", "questioned")]),
        (
            "The fire killed 12 people and two women in the car survived.",
            [(12, "{person}", "dead"), (2, "{woman}", "survived")],
        ),
    ],
)
def test_people_of_one_list_have_one_outcome(text: str, expected: list[Told]) -> None:
    """What is said of a list of people is said of each of its numbers, and of nobody outside the list."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officers arrested 14, released six and charged eight.", ["arrested", "released", "charged"]),
        ("The tribunal convicted seven and acquitted four.", ["convicted", "acquitted"]),
        ("Clinics and hospitals treated 64 for smoke.", ["treated"]),
        ("The mine that killed 5 hurt 16 others.", ["dead", "injured"]),
        ("Six people were shot dead.", ["dead"]),
        ("Five were stabbed to death.", ["dead"]),
        ("Robbers beat nobody but stabbed two men to death.", ["dead"]),
        ("Nine were killed instantly.", ["dead"]),
        ("Fourteen were rushed to a nearby hospital.", ["hospitalized"]),
        ("The court sentenced 12 to death.", ["sentenced"]),
        ("The death toll is now 71.", ["dead"]),
        ("The dead numbered 19.", ["dead"]),
        ("Among the 35 dead were children.", ["dead"]),
        ("Injured: 12. Missing: 7.", ["injured", "missing"]),
        ("The number of deaths rose to 41.", ["dead"]),
    ],
)
def test_every_wording_of_an_outcome_is_read(text: str, expected: list[str]) -> None:
    """Two-word outcomes, verbs of police, courts and hospitals, relative clauses and tolls say what became of people."""
    assert [outcome for _, _, outcome in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Seven people died, two of them nurses.", (2, "{nurse}", 7, "dead")),
        ("A man shot 13 people, five of them fatally.", (5, "{person}", 13, "dead")),
        ("Nine were shot, three fatally.", (3, "{person}", 9, "dead")),
        ("Ten were hurt, two seriously.", (2, "{person}", 10, "injured")),
        ("Nine people, including three children, were killed.", (3, "{child}", 9, "dead")),
    ],
)
def test_some_of_those_counted_before_have_them_as_their_whole(text: str, part: tuple[float, str, float, str]) -> None:
    """ "Three of them", "two fatally", "including three": the number before is what they are some of."""
    found = quantities(text)[-1]
    assert (found.value, found.unit, found.of_value, found.predicate) == part


@pytest.mark.parametrize(
    "text",
    [
        "The band released 12 and sold eight.",
        "The club charged four.",
        "He wound up 12 points behind.",
        "There were 12 dead batteries and three missing links.",
        "It was two charged particles.",
        "The vote killed two bills.",
        "Police hope no one was hurt.",
        "It is unclear whether anyone of the 12 was hurt.",
        "Nobody knows how many of the 300 were hurt.",
    ],
)
def test_other_senses_are_no_casualties(text: str) -> None:
    """Batteries, bills and particles are not victims, and what is hoped or unknown is not filed."""
    assert [
        row for row in told(text) if row[1] == "{person}" and row[2] in ("dead", "injured", "missing", "charged")
    ] == []


def test_a_part_of_the_victims_knows_the_whole() -> None:
    """ "Of the 120 killed, 80 were children" is a part of 120; so are the survivors of a group."""
    whole, part = quantities("Of the 120 killed, 80 were children.")
    assert (whole.value, whole.predicate) == (120, "dead")
    assert (part.value, part.of_value, part.unit) == (80, 120, "{child}")
    _, saved = quantities("Of the 90 divers, 62 survived.")
    assert (saved.value, saved.of_value, saved.unit, saved.predicate) == (62, 90, "{diver}", "survived")
