"""Agreements, projects, casualties and posts in clauses that say more than one thing."""

from __future__ import annotations

import pytest

from parsers.model import Fact
from tests.parsers.facts.test_golden_facts import facts_of


def of_kind(text: str, kind: str) -> list[Fact]:
    """The facts of one kind in a text."""
    return [f for f in facts_of(text, "2024-06-30") if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "parties", "topic", "modality"),
    [
        ("Halden Corp, which won agreement for its bid for <Moe Ltd>, was glad.", "Halden Corp", "its bid for <Moe Ltd>", "asserted"),
        ("Halden Corp agreed to pay 4 million euros to the Department of Trade.", "Halden Corp; Department of Trade", "pay 4 million euros to the Department of Trade", "asserted"),
        ("Norway and Chile signed a series of agreements.", "Norway; Chile", None, "asserted"),
        ("Voters want to replace their current contract with Norway.", "Norway", None, "asserted"),
        ("A fisheries agreement between Norway and Chile was signed in Lima.", "Norway; Chile", None, "asserted"),
        ("Norway said it would sign an agreement with Chile on fish quotas next year.", "Norway; Chile", "fish quotas", "planned"),
    ],
)  # fmt: skip
def test_an_agreement_has_its_own_parties_topic_and_standing(
    text: str, parties: str, topic: str | None, modality: str
) -> None:
    """Parties are whole, a topic does not end in a preposition, what is in force is asserted."""
    found = of_kind(text, "agreement")
    assert [(f.subject, f.object, f.modality) for f in found] == [(parties, topic, modality)]


@pytest.mark.parametrize(
    "text",
    [
        "The sale is subject to Norway and Chile entering into an agreement.",
        "Halden Corp holds a small interest in the partnership.",
        "The Lund Metal Exchange's new contract drew few orders.",
        "Norway has yet to sign the fisheries agreement with Chile.",
        "If Norway signs the treaty with Chile, trade will grow.",
    ],
)
def test_a_condition_a_share_and_an_exchange_contract_are_no_agreement(text: str) -> None:
    """What something depends on, a share in a partnership and what an exchange trades in are not filed."""
    assert of_kind(text, "agreement") == []


def test_the_time_and_place_of_a_verb_are_not_those_of_an_agreement_that_is_only_named() -> None:
    """`in Peru, ministers opposed the pact with Chile` says nothing of where the pact was made."""
    found = of_kind("On Monday, ministers in Peru opposed the trade deal with Chile.", "agreement")
    assert [(f.place, f.timex_value) for f in found] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The premiers urged development of gas fields and construction of a pipeline.", [("proposed", "gas fields"), ("proposed", "a pipeline")]),
        ("Halden Corp has dropped plans to build a wind farm off Narvik.", []),
        ("Halden Corp will expand its product line in Oslo.", []),
        ("Second-shift production will start this fall.", []),
        ("A wind farm is being built off Narvik by Halden Corp.", [("ongoing", "A wind farm")]),
        ("The government may build two dams in Peru.", [("proposed", "two dams")]),
    ],
)  # fmt: skip
def test_a_project_is_one_work_that_is_still_meant(text: str, expected: list[tuple[str, str]]) -> None:
    """Two works joined by `and` are two, and what was dropped or is no work is none."""
    assert [(f.subtype, f.object) for f in of_kind(text, "project")] == expected


def people(text: str) -> list[tuple[float | None, str | None, str | None, str | None]]:
    """Value, unit, outcome and subject of the counted people of a text."""
    return [(f.value, f.unit, f.predicate, f.subject) for f in of_kind(text, "quantity")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed 52 policemen, soldiers and guards.", [(52.0, "{person}", "dead", "Gunmen")]),
        ("The envoy was among hundreds injured.", [(100.0, "{person}", "injured", None)]),
        ("The storm killed 12 people, injured 40 and left 300 homeless.", [(12.0, "{person}", "dead", "The storm"), (40.0, "{person}", "injured", "The storm"), (300.0, "{person}", "homeless", "The storm")]),
        ("Three of the 14 people arrested were released.", [(3.0, "{person}", "released", None), (14.0, "{person}", None, None)]),
        ("The fire may have killed 12 people.", [(12.0, "{person}", "dead", "The fire")]),
    ],
)  # fmt: skip
def test_people_have_the_outcome_of_their_own_number(
    text: str, expected: list[tuple[float, str, str | None, str | None]]
) -> None:
    """Several sorts of people under one number are persons; one of those counted is no subject."""
    assert people(text) == expected


def test_the_time_of_a_subject_is_not_behind_the_word_that_opens_its_clause() -> None:
    """`after the January 2010 quake killed 300` happened in January 2010, not after it; `a 2019 pact` dates no purchase."""
    quake = of_kind("Help came after the January 2010 earthquake killed 300 people.", "quantity")
    assert [(f.timex_value, f.time_relation) for f in quake] == [("2010-01", None)]
    ships = of_kind("Under a 2019 agreement with Norway, Chile will buy four ships.", "quantity")
    assert [f.timex_value for f in ships] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ewa Bryl, 23, a teacher from Narvik, agreed.", [("teacher from Narvik", None)]),
        ("Ewa Bryl, manager of Radio Moe, a broadcaster in Oslo, agreed.", [("manager of Radio Moe", None)]),
        ("Last week group chairman Ewa Bryl said no.", [("group chairman", None)]),
        ("Ewa Bryl, alongside BB King, played.", []),
    ],
)
def test_a_post_is_without_what_belongs_to_others(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Where somebody is from, what explains the body, days and who is beside are no part of a post."""
    assert [(f.predicate, f.object) for f in of_kind(text, "role")] == expected


def test_an_alias_names_the_whole_body_or_no_party() -> None:
    """A name that is only the end of the long form is not the party; brackets of the wire are no part of it."""
    whole, part = of_kind("The <Moe Bank> (MB) agreed. The Customs and Border Protection (CBP) agreed.", "alias")
    assert (whole.subject, part.subject) == ("Moe Bank", "Customs and Border Protection")
    assert part.parties == ()
