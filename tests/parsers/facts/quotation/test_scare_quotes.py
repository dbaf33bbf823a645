"""Single words in marks are speech only where a verb of speech governs them."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def _mixed(text: str) -> list[str]:
    return [
        text[f.start_char : f.end_char].strip("“”")
        for f in facts_of(text, "2024-06-30")
        if f.kind == "quotation" and f.quote_type == "mixed"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Divers have warned of a new “zebra” mussel plague.",
        "Analysts warn of a “ghost” fleet on the Lind Sea.",
        "The mayor warned about the “zombie” boats on the lake.",
        "The agency warned of attempts to “dupe” the savers.",
        "Ewa Bryl spoke of a plan to “choke” the port.",
        "Police warned of a scheme to “flood” the market.",
    ],
)
def test_what_a_thing_is_called_and_the_aim_of_a_noun_are_no_speech(text: str) -> None:
    """The name of a thing behind a preposition, and a verb behind a noun of aims, are in marks for a reason of the writer's."""
    assert _mixed(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ewa Bryl called him “irrelevant”.", "irrelevant"),
        ("The cabinet declared Ulf Brandvik “irrelevant”.", "irrelevant"),
        ("Ewa Bryl warned of “chaos” at the port.", "chaos"),
        ("Ewa Bryl vowed to “crush” the strike.", "crush"),
        ("Ewa Bryl accused the board of trying to “choke” the port.", "choke"),
        ("Ewa Bryl complained of a “devastating” loss.", "devastating"),
        ("Ewa Bryl dismissed it as a “ghost” fleet.", "ghost"),
        ("Ewa Bryl spoke against what she called a “ghost” fleet.", "ghost"),
    ],
)
def test_a_word_that_a_verb_of_speech_governs_is_speech(text: str, words: str) -> None:
    """Predicates, judgements, objects and the infinitive of the verb of speech itself stay quotations."""
    assert _mixed(text) == [words]
