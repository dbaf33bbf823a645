"""The parties of an agreement are named whole, and what is only hoped for is not asserted."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def sides_of(text: str) -> list[tuple[str | None, list[str]]]:
    """Subject and parties of each agreement of a text."""
    found = [f for f in facts_of(text, "2024-06-30") if f.kind == "agreement"]
    return [(f.subject, [p.entity_id for p in f.parties if p.role == "party"]) for f in found]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Financial Corp of Lund signed a contract to build a mill.", "Financial Corp of Lund"),
        ("Halden Corp's Mill Machines division signed a contract to build a mill.", "Halden Corp's Mill Machines division"),
    ],
)  # fmt: skip
def test_a_cut_name_is_told_in_its_words_and_is_no_party(text: str, subject: str) -> None:
    """A name of plain words with its town, and a division of a firm, are words without an entity."""
    assert sides_of(text) == [(subject, [])]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Halden Corp formed a joint venture with <Brno Paper Ltd> and <E.B. Moe Research Partners>.", "Brno"),
        ("Halden Corp, <Brno Paper Ltd>, Lund, and <E.B. Moe Partners>, Oslo, have agreed to share a mill.", "Halden"),
    ],
)
def test_a_list_that_is_cut_short_is_left_out(text: str, absent: str) -> None:
    """Of a list with a name that is not read, the others alone are not told."""
    assert all(absent not in (subject or "") for subject, _ in sides_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway was optimistic about reaching a mutual agreement with Chile.",
        "Norway held talks with Chile on a trade agreement with Peru.",
        "Strikes delayed the signing of a contract between Halden Corp and Brno Paper Ltd.",
        "The answer was reaching a trade pact with Chile.",
        "There was little hope of an accord between Norway and Chile.",
    ],
)
def test_what_is_hoped_for_talked_about_or_delayed_is_not_asserted(text: str) -> None:
    """Hope, talks and delay before an agreement say that it is not there."""
    found = [f for f in facts_of(text, "2024-06-30") if f.kind == "agreement"]
    assert all(f.modality != "asserted" for f in found)


def test_what_somebody_holds_up_is_none() -> None:
    """An agreement that is the object of delay is not told as one."""
    assert sides_of("Halden Corp held up an agreement with Chile.") == []


def test_a_place_behind_another_clause_is_not_that_of_the_agreement() -> None:
    """A place behind a comma belongs to what the comma opens."""
    text = "Halden Corp signed an agreement with Brno Paper Ltd, which owns mills, for exclusive rights in Florida."
    assert [f.place for f in facts_of(text, "2024-06-30") if f.kind == "agreement"] == [None]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Halden Corp won a contract worth 3 mln dlrs for a coal-fired power plant run by the Brno Paper Corp.", [("Halden Corp", ["organisation/halden"])]),
        ("Halden Corp said a group of investors led by Brno Paper Ltd said it has agreed to buy the mill.", []),
        ("Halden Corp said it and Lund Mills have agreed to buy the docks from Brno Paper Ltd.", []),
        ("Brno Paper Ltd signed an agreement with a Halden Corp unit.", [("Brno Paper Ltd; a Halden Corp unit", ["organisation/brno-paper"])]),
        ("Halden Corp agreed to sell a smelter to Brno Paper Corp. Lund Mills said it is glad.", [("Halden Corp", ["organisation/halden"])]),
        ("OSLO, March 6 - Miller's Choice Capital Inc said it signed a letter of intent to buy the mill.", []),
        ("Halden Corp won a contract from the Office of the Secretary of Trade to build a mill.", [("Halden Corp", ["organisation/halden"])]),
    ],
)  # fmt: skip
def test_who_is_not_surely_a_side_is_none(text: str, sides: list[tuple[str | None, list[str]]]) -> None:
    """Who runs the mill, whom of two speakers a pronoun repeats and an office without its name are no sides."""
    assert sides_of(text) == sides
