"""A speaker is the whole subject of its verb: never a part of a phrase, nor a phrase of another clause."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def speakers(text: str) -> list[str | None]:
    """Who speaks in a text."""
    return [f.speaker for f in facts_of(text, "2024-06-30") if f.kind == "quotation"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Boatmen from Port Lind want a grant of at least $9 million and have threatened to block the lock.", "Boatmen from Port Lind"),
        ("Its tenants pay about 400 euros a month and say that the roof leaks.", "Its tenants"),
        ("Weavers in the hills catch no salmon, and argue that the dam is to blame.", "Weavers in the hills"),
        ("Port doctors and customs officials say there is no danger.", "Port doctors and customs officials"),
        ("A senior customs officer who saw the lists of cargo was quoted on Friday as saying that a barge had sunk.", "A senior customs officer"),
        ("Ewa Bryl, an analyst at research house Norrland Kredit believes the time is ripe for barges.", "Ewa Bryl"),
        ("The Norrland ambassador to Peru said the sailors could leave.", "The Norrland ambassador to Peru"),
        ("In 2013, research conducted by the Norrland Institute found that locks leaked.", "research"),
        ("Norrland Bank, Halden Bank and Lund Lines said they would not pay.", "Norrland Bank, Halden Bank and Lund Lines"),
        ("Ewa Bryl's family has called on the police to release the film.", "Ewa Bryl's family"),
        ("Ewa Bryl met the crew on Monday and told reporters that the lock would close.", "Ewa Bryl"),
    ],
)  # fmt: skip
def test_the_speaker_is_the_whole_subject(text: str, speaker: str) -> None:
    """Lists, people described by a phrase without its comma, and people with a clause or a preposition behind them are whole."""
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The four towns on the Lind Sea have argued about water for thirty years.",
        "Ewa Bryl argued against the plan.",
        "Ewa Bryl talked about the lock and spoke on the radio.",
        "The town bought the seventh barge since May, adding a total of 90 beds.",
        "The scheme responds to plans to end the “lockout” and to cut fares.",
    ],
)
def test_arguing_and_talking_about_something_reports_nothing(text: str) -> None:
    """A verb of speech with a topic, a sum or a thing has no clause, so nobody is reported."""
    assert speakers(text) == []


def test_a_pronoun_behind_an_unnamed_speaker_is_not_the_person_before() -> None:
    """After a spokesman without a name has spoken, `he` may be the spokesman: the pronoun stays, and is likely only."""
    text = "Ulf Brandvik said the lock was safe. A spokesman for the port said it leaked. He said it would be mended."
    found = [f for f in facts_of(text, "2024-06-30") if f.kind == "quotation"]
    assert [(f.speaker, f.certainty) for f in found] == [
        ("Ulf Brandvik", "certain"),
        ("A spokesman for the port", "certain"),
        ("He", "likely"),
    ]
