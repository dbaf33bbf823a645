"""What is told of stories, of games and of nobody in particular is no event and no agreement."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def rows(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Kind, doer or sides, other side or topic, modality of the happenings and projects of a text."""
    kinds = ("event", "denial", "agreement", "project")
    return [(f.kind, f.subject, f.object, f.modality) for f in facts_of(text, "2024-06-30") if f.kind in kinds]


@pytest.mark.parametrize(
    "text",
    [
        "Ewa Bryl died in the film.",
        "Ola Dahl was sentenced to life in the novel.",
        "Any person convicted of theft may be jailed.",
        "It is hard to prove that a person who was convicted of theft is the same person.",
        "A political earthquake shook Norway.",
        "An explosion of colour in Lima.",
        "Ewa Bryl was elected to the hall of fame.",
        "Ola Dahl sold the idea to Ewa Bryl.",
        "Ola Dahl has signed a three-year deal with Norden United.",
        "Norway agreed to play Chile in Lima.",
        "Halden Corp lost its contract with Norway.",
        "Halden Corp might build a real television unit.",
    ],
)
def test_stories_games_and_figures_of_speech_are_no_facts(text: str) -> None:
    """A story, a player's contract, a match, anybody at all and a figure of speech give no row."""
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ola Dahl said an agreement between Norway and Chile was possible.", ("agreement", "Norway; Chile", None, "proposed")),
        ("Norway awarded Halden Corp a contract to build a bridge.", ("agreement", "Norway; Halden Corp", "build a bridge", "asserted")),
    ],
)  # fmt: skip
def test_an_agreement_has_both_sides_and_is_not_done_when_only_possible(
    text: str, expected: tuple[str, str | None, str | None, str | None]
) -> None:
    """Who is given a contract is a side; an agreement that is called possible is proposed."""
    assert rows(text) == [expected]


def test_a_day_behind_agreed_is_no_topic() -> None:
    """`agreed on Monday to` is a decision with a day, not one on a Monday."""
    (found,) = (
        f for f in facts_of("Norway and Chile agreed on Monday to cut tariffs.", "2024-06-30") if f.kind == "agreement"
    )
    assert (found.predicate, found.timex_value) == ("agreed on Monday to", "2024-06-24")
