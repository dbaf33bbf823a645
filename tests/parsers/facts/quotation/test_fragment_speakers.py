"""Whose fragments are: the verb or noun right before the marks tells it."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def mixed(text: str) -> list[str | None]:
    """The speakers of the fragments of a text."""
    return [f.speaker for f in facts_of(text, "2024-06-30") if f.kind == "quotation" and f.quote_type == "mixed"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The biologist lashed out at Mayor Ewa Bryl for calling him a “crank of sorts”.", "Ewa Bryl"),
        ("The mayor apologised to Milan Rado for calling him a “crank of sorts”.", "The mayor"),
        ("Radio Lund said Mr Moe had called all ministers to discuss Ewa Bryl's accusation that the bank was “to blame for it all”.", "Ewa Bryl"),
        ("The union said it would end what Ewa Bryl calls “a tax on the poor”.", "Ewa Bryl"),
        ("The port said a move the harbour company termed an “amicable separation” was over.", "the harbour company"),
        ("He told the agency that the group had decided to end what it calls “holy operations”.", "it"),
    ],
)  # fmt: skip
def test_a_fragment_is_of_whoever_calls_it_so(text: str, speaker: str) -> None:
    """A verb of naming, or an owned noun, beside the marks goes before the verb of the sentence."""
    assert mixed(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The two sides agreed on a “road map” for peace.",
        "Ewa Bryl called for unity in a hand-written “letter” on the door.",
    ],
)
def test_marks_that_only_name_a_thing_are_no_speech(text: str) -> None:
    """What parties agree on, and a thing behind an adjective with a participle of speech, are nobody's words."""
    assert mixed(text) == []
