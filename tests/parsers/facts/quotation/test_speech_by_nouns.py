"""Reported speech by nouns, set phrases, participles and questions; where it was said; who is meant beside it."""

import pytest

from parsers.model import Fact
from tests.parsers.facts.quotation.test_speakers import quotations


def _quotations(body: str) -> list[Fact]:
    return list(quotations(body))


@pytest.mark.parametrize(
    ("body", "cue"),
    [
        ("Mia Lund's claim that the lock was broken upset the crew.", "claim"),
        ("An announcement by Mia Lund that the lock was broken upset the crew.", "announcement"),
        ("The crew received a warning from Mia Lund that the lock was broken.", "warning"),
        ("Mia Lund issued a warning that the lock was broken.", "issued"),
        ("Mia Lund expressed concern that the lock was broken.", "expressed"),
        ("Mia Lund voiced concern about the lock.", "voiced"),
        ("Mia Lund made it clear that the lock was broken.", "made"),
        ("Mia Lund is of the view that the lock is broken.", "is"),
        ("Mia Lund wanted to know why the lock was broken.", "wanted"),
        ("Mia Lund asked who had broken the lock.", "asked"),
        ("Mia Lund questioned the wisdom of a new lock.", "questioned"),
        ("Mia Lund described the lock as slow.", "described"),
        ("Mia Lund called Brandvik a liar.", "called"),
        ("Mia Lund proposed closing the lock.", "proposed"),
        ("Mia Lund left the yard, warning that the lock was broken.", "warning"),
        ("Mia Lund took up the plan, promising to mend the lock.", "promising"),
        ("Mia Lund is urging the crew to mend the lock.", "urging"),
        ("Mia Lund says at a meeting in Hamar, Innlandet, that the lock is broken.", "says"),
    ],
)
def test_nouns_phrases_and_participles_report(body: str, cue: str) -> None:
    """A noun of speech with its owner or author, and verbs that carry one, are indirect speech; the cue says by what."""
    assert [(f.quote_type, f.speaker, f.cue) for f in _quotations(body)] == [("indirect", "Mia Lund", cue)]


@pytest.mark.parametrize(
    "body",
    [
        "There was no announcement by Mia Lund that the lock was broken.",
        "If Mia Lund's claim that the lock was broken is right, the crew must wait.",
        "Mia Lund did not issue a warning that the lock was broken.",
        "Mia Lund never made it clear that the lock was broken.",
        "The police questioned the crew.",
        "Mia Lund called the police.",
        "Mia Lund called her mother a day later.",
        "The lock, described as slow, was closed.",
        "Mia Lund adopted a rights plan, or “poison pill.”",
        "Conceptual drawings show that it has several “themed” areas.",
        "The lock will hold a meeting to make “a major announcement” soon.",
        "Mia Lund was responding to a question about what the crew could do.",
        "New evidence suggests that the lock is broken.",
        "Such targets threatened to cause delays.",
        "Dry weather calls for low fees.",
        "I haven't “seen the lock” but I think you are wrong.",
        "It opened late, a habit termed “typical” in the trade.",
    ],
)
def test_what_nobody_said_is_no_report(body: str) -> None:
    """Denied and supposed nouns, things that call for something, writers and reduced participles are nobody's speech."""
    assert _quotations(body) == []


@pytest.mark.parametrize(
    ("body", "medium"),
    [
        ("“We tried,” Mia Lund said in a telephone interview.", "in a telephone interview"),
        ("In a telephone interview, Mia Lund said the crew tried.", "In a telephone interview"),
        ("Mia Lund told Hamar regulators that she “tried hard” to mend it.", "told Hamar regulators"),
        ("“We tried,” Mia Lund said in a television address to the Norwegian people.", "in a television address to the Norwegian people"),
        ("“If I gave my mother a link to their podcast, she would laugh,” Mia Lund says.", None),
    ],
)  # fmt: skip
def test_a_medium_is_whole_and_outside_of_the_marks(body: str, medium: str | None) -> None:
    """Where something was said is named by whole words, and never by the quoted ones."""
    assert {f.medium for f in _quotations(body)} == {medium}


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“It is late,” said the harbour chairman, MP Mia Lund.", "Mia Lund"),
        ("Mia Lund condemned what she called a “grave mistake” by the crew.", "Mia Lund"),
        ("It was a plan described by Mia Lund as “bold”.", "Mia Lund"),
        ("Mia Lund thinks the film should be shown but said “the day is wrong.”", "Mia Lund"),
        ("Ulf Brandvik quoted a source close to Mia Lund as saying the lock was “a wreck”.", "a source close to Mia Lund"),
        ("Mia Lund, joined by Ulf Brandvik and Per Holm, argued that the lock was “bad”.", "Mia Lund"),
        ("The port waits, but director Mia Lund has called it “a mistake”.", "Mia Lund"),
        ("The film shows Mia Lund saying at the pier, “That is my boat.”", "Mia Lund"),
        ("A Northern Water Office report released last year found that the lock was “unsafe”.", "A Northern Water Office report"),
        ("Minister of State Mia Lund said the lock was “unsafe”.", "Mia Lund"),
        ("Hamar, March 6 - The National Boat Council, NBC, announced that the lock was “unsafe”.", "National Boat Council"),
        ("The bill of the European Union, which contended that the lock was “unsafe”, was paid.", "European Union"),
    ],
)  # fmt: skip
def test_who_speaks_beside_other_names(body: str, speaker: str) -> None:
    """Titles, reduced clauses, joined verbs, sources and datelines do not change who speaks."""
    assert {f.speaker for f in _quotations(body)} == {speaker}


def test_the_participle_beside_the_marks_attributes_them() -> None:
    """Where a participle introduces the quoted words, it is the cue, not the verb of its clause."""
    (mixed,) = [f for f in _quotations("Mia Lund defended the plan, saying it “has served us well.”") if f.quote_type == "mixed"]  # fmt: skip
    assert (mixed.cue, mixed.speaker) == ("saying", "Mia Lund")


def test_a_post_of_the_past_is_no_role_of_a_speaker() -> None:
    """A post that somebody served in, without a word that says it is over, is left out."""
    (said,) = _quotations("Mia Lund, who served as director for the Northern Water Office, said the lock was broken.")
    assert said.speaker_role is None


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Saddam Holm came. King Holm said the lock was broken.", "Holm"),
        ("Michelle Holm came. Mr Holm said the lock was broken.", "Holm"),
        ("Michelle Holm came. Ms Holm said the lock was broken.", "Michelle Holm"),
    ],
)
def test_a_form_of_address_may_name_somebody_else(body: str, speaker: str) -> None:
    """Kings go by their given names, and an address of the other sex is not the one full name of the article."""
    assert [f.speaker for f in _quotations(body)] == [speaker]
