"""Reported speech needs a clause (or an infinitive, or a judged thing) that is the verb's own complement."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def speakers(text: str) -> list[str | None]:
    """Who is reported in a text."""
    return [f.speaker for f in facts_of(text, "2024-06-30") if f.kind == "quotation"]


@pytest.mark.parametrize(
    "text",
    [
        "Ewa Bryl added a third song that closed the night.",
        "Ewa Bryl noted the hour and went home.",
        "Ewa Bryl reported to camp that week.",
        "Ewa Bryl revealed a cellar that ran under the barn.",
        "Ewa Bryl repeated an error that cost her the title.",
        "Ewa Bryl pointed to a chart that hung behind her.",
        "Ewa Bryl found a ring that was worth $40.",
        "Ewa Bryl announced herself with a strike that won the tie.",
        "Ewa Bryl announced a sale that creates jobs.",
        "Ewa Bryl predicted a thaw that never came.",
        "Ewa Bryl promised a prize to those that wait.",
        "Ewa Bryl told a joke that made them laugh.",
        "Ewa Bryl replied to a letter that the council had sent.",
        "Peru and Chile agreed to build a bridge together.",
    ],
)
def test_a_thing_with_a_relative_clause_is_no_speech(text: str) -> None:
    """A noun between the verb and `that` is the verb's object, and the clause only explains it."""
    assert speakers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ewa Bryl told reporters on Monday that the mill was safe.",
        "Ewa Bryl told her staff that pay would fall.",
        "Ewa Bryl told a court that she had paid.",
        "Ewa Bryl assured residents that the river would not rise.",
        "Ewa Bryl reminded owners that time was short.",
        "Ewa Bryl explained to the court that the boat was hers.",
        "Ewa Bryl said in a letter to the council that costs rose.",
        "Ewa Bryl confirmed on Tuesday that talks had failed.",
        "Ewa Bryl revealed for the first time that she was ill.",
        "Ewa Bryl noted the importance of the line.",
        "Ewa Bryl stressed the need for calm.",
        "Ewa Bryl pledged to rebuild the school.",
        "Ewa Bryl pointed out that the road was closed.",
    ],
)
def test_an_addressee_or_adverb_may_precede_the_clause(text: str) -> None:
    """Whom, when and where may be between the verb and its clause; promises take an infinitive, judgements a thing."""
    assert speakers(text) == ["Ewa Bryl"]


@pytest.mark.parametrize(
    "text",
    [
        "Ewa Bryl estimates the loss at $40 million.",
        "Ewa Bryl expects output to fall by a tenth next year.",
        "Ewa Bryl predicted a sharp rise in prices.",
        "Ewa Bryl claimed to have shot down a helicopter.",
        "Ewa Bryl warned of delays at the border.",
        "Ewa Bryl appealed for calm.",
        "Ewa Bryl has threatened legal action over the sale.",
        "Ewa Bryl rejected suggestions that the tax will rise.",
        "In the view of Ewa Bryl, an analyst at Halden Bank, the krone is too dear.",
    ],
)
def test_what_somebody_foretells_claims_or_refutes_is_reported(text: str) -> None:
    """Estimates, expectations, claims, warnings, appeals, threats and refutations are somebody's words."""
    assert speakers(text) == ["Ewa Bryl"]


@pytest.mark.parametrize(
    "text",
    [
        "Ewa Bryl expects to leave on Monday.",
        "Ewa Bryl did not expect output to fall.",
        "Ewa Bryl claimed the prize.",
        "Ewa Bryl rejected the offer of a seat.",
        "The loss was estimated at $40 million.",
        "The drought threatened action on the farms.",
    ],
)
def test_plans_deeds_and_things_without_a_voice_are_no_report(text: str) -> None:
    """Whoever only plans or does something, and what nobody is named for, is not reported."""
    assert speakers(text) == []
