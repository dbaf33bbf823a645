"""Fragments in quotation marks: labels, nicknames and questions are nobody's speech; what a verb parts is one utterance."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def said(text: str) -> list[tuple[str | None, str | None, str]]:
    """How, by whom and what in marks is said in a text."""
    found = [f for f in facts_of(text, "2024-06-30") if f.kind == "quotation" and f.quote_type != "indirect"]
    return [(f.quote_type, f.speaker, text[f.start_char : f.end_char]) for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "A week later, a maid decided to ignore a “keep out” sign on the gate.",
        "Ewa Bryl said she expected rain, but she had three “thank you” cards.",
        "Everyone called Bryl “Captain” because she once sailed.",
        "The film continues a “slow and heavy run of luck.”",
        "Ewa Bryl ordered a review of the fleet that since the flood has worked more like a “second port.”",
        "The harbour's all-too-common praise of it was “loud.”",
    ],
)
def test_labels_names_and_doings_are_no_speech(text: str) -> None:
    """What is on a sign, what somebody is nicknamed, and what verbs of doing take is said by nobody."""
    assert said(text) == []


def test_a_question_put_to_the_speaker_is_not_theirs() -> None:
    """A quoted question that somebody answers belongs to whoever asks."""
    text = "To the question, “who kept the key, and where?”, Ewa Bryl replied: “Nobody did.”"
    assert said(text) == [("direct", "Ewa Bryl", "“Nobody did.”")]


def test_the_phrase_of_the_medium_holds_no_speech() -> None:
    """Words in marks inside the opening phrase that names the letter are not what the letter says."""
    text = "In a letter to the board and the “harbour family,” Ewa Bryl said she “had always meant to leave.”"
    assert said(text) == [("mixed", "Ewa Bryl", "“had always meant to leave.”")]


def test_an_utterance_that_a_verb_parts_is_direct_on_both_sides() -> None:
    """The second half of a parted utterance is direct speech though it has no capital."""
    text = "“When the tide turns,” said Ewa Bryl, “you do not ask the gulls about it.”"
    assert [kind for kind, _, _ in said(text)] == ["direct", "direct"]


def test_the_nearest_thing_does_not_speak_beside_a_plainer_verb() -> None:
    """The subject of the plainer verb speaks, not the thing that its clause tells of."""
    text = "The pilots' union opposes it, arguing that the chart now printed assures crews “they are safe in fog.”"
    assert said(text) == [("mixed", "The pilots' union", "“they are safe in fog.”")]


def test_who_is_quoted_as_saying_speaks_also_behind_the_words() -> None:
    """`the station quoted one diver as saying` behind the words: they are the diver's."""
    text = "There was “a flash and then everybody was running,” the Norland Radio Company quoted one diver as saying."
    assert said(text) == [("mixed", "one diver", "“a flash and then everybody was running,”")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ewa Bryl has accused Sweden of hiding three letters, a day after she called for calm.", "accused"),
        ("Ewa Bryl has said that the lock would close.", "said"),
    ],
)
def test_has_is_no_as(text: str, speaker: str) -> None:
    """`has said` is no `as said`: the first verb of the sentence reports."""
    found = [f for f in facts_of(text, "2024-06-30") if f.kind == "quotation"]
    assert [(f.speaker, f.cue) for f in found] == [("Ewa Bryl", speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Meanwhile, the widow of the diver, Olav Lund, says she has not read the report.", "the widow of the diver, Olav Lund"),
        ("One of the plan's authors, historian Ewa Bryl, hopes there is a vote soon.", "Ewa Bryl"),
        ("The mayor rejected Norwegian claims that the pipe leaked.", None),
        ("Nordline stopped renting TV sets at the kiosk, claiming that viewers prefer to buy them.", "Nordline"),
    ],
)  # fmt: skip
def test_the_speaker_is_the_head_of_what_is_before_the_verb(text: str, speaker: str | None) -> None:
    """A relative's name, an adjective before `claims` and the object of a gerund do not speak."""
    found = [f for f in facts_of(text + " Nordline is in Oslo.", "2024-06-30") if f.kind == "quotation"]
    assert [f.speaker for f in found] == ([speaker] if speaker else [])


def test_whom_somebody_told_is_whole() -> None:
    """The audience of a report is read to its end, over names that are joined or own what follows."""
    text = "Ewa Bryl told Halden and Norden officials that the lock would close."
    assert [f.medium for f in facts_of(text) if f.kind == "quotation"] == ["told Halden and Norden officials"]


def test_what_goes_on_is_direct_and_what_completes_a_sentence_is_mixed() -> None:
    """Behind a comma the utterance goes on; behind a word of the sentence the marks hold a part of it."""
    text = "“This is no fair,” Berg said to Lund, telling Moor to “mind your stall.”"
    assert [f.quote_type for f in facts_of(text) if f.kind == "quotation"] == ["direct", "mixed"]
    text = "“We do not ask,” Berg said, “and we never will.”"
    assert [f.quote_type for f in facts_of(text) if f.kind == "quotation"] == ["direct", "direct"]


@pytest.mark.parametrize(
    "text",
    [
        "The flood claimed 40 lives.",
        "The council is looking into the crash which claimed the life of a pilot.",
        "The mayor wants to save the party from a split that threatens to end it.",
        "30,000 clerks will go into “labour reserve” next year.",
    ],
)
def test_verbs_of_speech_that_say_nothing(text: str) -> None:
    """Floods claim lives and splits threaten parties: nobody speaks."""
    assert not [f for f in facts_of(text) if f.kind == "quotation"]


def test_large_numbers_of_speakers_are_whole() -> None:
    """A speaker's number keeps its thousands."""
    (quotation,) = (f for f in facts_of("1,200 clerks said “no pay” was what they feared.") if f.kind == "quotation")
    assert quotation.speaker == "1,200 clerks"
