"""Denied, asked and supposed facts of every kind are marked, and never asserted."""

from __future__ import annotations

import pytest

from parsers.model import Fact
from tests.parsers.facts.test_golden_facts import facts_of


def kinds(text: str) -> set[str]:
    """The kinds of facts in a text."""
    return {fact.kind for fact in facts_of(text, "2024-03-31")}


DENIED = [
    "Minister Ana Berg has not resigned.",
    "Minister Ana Berg never visited Norway.",
    "Ana Berg denied that she had visited Norway.",
    "The visit of Minister Ana Berg to Norway was cancelled.",
    "Norway and Sweden failed to sign a treaty on Monday.",
    "The magazine corrected a report that Ana Berg had resigned.",
    "The channel retracted a claim that Ana Berg had resigned.",
    "The police ruled out that Ana Berg was killed in Tarnow.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_denied_happening_is_no_event(text: str) -> None:
    """What did not happen is of kind denial, with polarity -, and no event or agreement."""
    found = [f for f in facts_of(text, "2024-03-31") if f.kind in ("event", "agreement", "denial")]
    assert {f.kind for f in found} <= {"denial"}
    assert all((f.polarity, f.modality) == ("-", "denied") or f.modality != "asserted" for f in found)


UNSAID = [
    "Ana Berg did not say that the dam was safe.",
    "If Ana Berg says that the dam is safe, the town will open it.",
    "It is untrue that Ana Berg said the dam was safe.",
    "Neither Ana Berg nor Tom Lind said the dam was safe.",
    "Nobody said that the dam was safe.",
    "Without saying that it was safe, Ana Berg left.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_speech_that_was_not_made_is_no_quotation(text: str) -> None:
    """Denied and supposed speech is not filed."""
    assert "quotation" not in kinds(text)


def test_speech_that_was_made_is_one() -> None:
    """What is said may deny something: that somebody said so is still so."""
    found = [f for f in facts_of("Ana Berg said that the dam was not safe.", None) if f.kind == "quotation"]
    assert [(f.speaker, f.polarity) for f in found] == [("Ana Berg", "+")]


def test_nothing_denied_or_open_is_asserted() -> None:
    """Modality goes with polarity, for every kind of fact."""
    texts = (
        *DENIED,
        *UNSAID,
        "Will Minister Ana Berg resign?",
        "The bank did not sell 5 mills.",
        "If he sold 5 mills, he left.",
    )
    found: list[Fact] = [fact for text in texts for fact in facts_of(text, "2024-03-31")]
    assert {f.modality for f in found if f.polarity != "+"} & {"asserted"} == set()
    assert any(f.polarity == "?" for f in found)


@pytest.mark.parametrize("adverb", ["Reportedly", "Allegedly"])
def test_an_adverb_before_the_clause_says_that_it_is_claimed(adverb: str) -> None:
    """A figure of a clause that opens with an adverb of hearsay is claimed."""
    found = [f for f in facts_of(f"{adverb}, the port paid $7 million.", "2024-03-31") if f.kind == "quantity"]
    assert [f.modality for f in found] == ["claimed"]
