"""Interviews in the shapes that papers print: who asks, who answers, and what is none."""

from __future__ import annotations

import pytest

from parsers.known import Vocabulary
from parsers.model import Copy, Fields
from parsers.passages import divide
from parsers.repair import clean


def turns(text: str) -> list[tuple[str, str | None, str]]:
    """Kind, speaker and first words of every turn of a plain text, in reading order."""
    copy, fields = Copy(text=text, media_type="text/plain", charset="utf-8"), Fields(in_language="en")
    done = clean(copy, fields, Vocabulary())
    passages = divide(done.body, done.repairs, copy, fields).passages
    return [
        (p.kind, p.speaker, done.body[p.start_char : p.end_char][:12])
        for p in passages
        if p.kind in ("question", "answer")
    ]


def pairs(text: str) -> list[tuple[str, str]]:
    """First words of every question and of its answer."""
    said = turns(text)
    return [(q[2], a[2]) for q, a in zip(said, said[1:], strict=False) if (q[0], a[0]) == ("question", "answer")]


def test_bare_labels_with_stops_are_labels() -> None:
    """`Q.` and `A.` mark turns as `Q:` and `A:` do, and nobody is called Q."""
    text = "Q. Why did you leave the bank?\n\nA. Because nobody listened.\n\nQ. Did you warn the board?\n\nA. Twice."
    assert turns(text) == [
        ("question", None, "Why did you "),
        ("answer", None, "Because nobo"),
        ("question", None, "Did you warn"),
        ("answer", None, "Twice."),
    ]


def test_a_bare_answer_is_given_by_the_only_person_of_the_introduction() -> None:
    """Where the introduction names one person, that is who answers."""
    text = (
        "Marta Oyelaran has run the port for eleven years.\n\nQuestion: How deep is the channel?\n\n"
        "Answer: It is deep enough.\n\nQuestion: Who pays?\n\nAnswer: The city."
    )
    assert {speaker for kind, speaker, _ in turns(text) if kind == "answer"} == {"Marta Oyelaran"}


def test_nobody_is_guessed_between_two_people() -> None:
    """Where the introduction names two people, a bare answer is nobody's."""
    text = (
        "Marta Oyelaran and Jonas Berg run the port.\n\nQuestion: How deep is the channel?\n\n"
        "Answer: It is deep enough.\n\nQuestion: Who pays?\n\nAnswer: The city."
    )
    assert {speaker for kind, speaker, _ in turns(text) if kind == "answer"} == {None}


def test_numbered_answers_find_their_questions_in_any_order() -> None:
    """`A2` answers `Q2` even when it is printed before `A1`."""
    text = "Q1: What is the first matter?\n\nQ2: What is the second?\n\nA2: The bridge is.\n\nA1: The road is."
    assert pairs(text) == [("What is the ", "The road is."), ("What is the ", "The bridge i")]
    assert [t[2] for t in turns(text)][:2] == ["What is the ", "The road is."]


def test_labels_inside_a_block_divide_it() -> None:
    """Turns that were run together into one block are told apart by the labels that return in it."""
    text = (
        "DAILY POST: What is your plan for the spring?\nKAREN VOSS: First, pay the nurses. DAILY POST: And then?\n"
        "KAREN VOSS: Then repair the dam. DAILY POST: How much will it cost? KAREN VOSS: About $45 million."
    )
    assert [(kind, said) for kind, _, said in turns(text)] == [
        ("question", "What is your"),
        ("answer", "First, pay t"),
        ("question", "And then?"),
        ("answer", "Then repair "),
        ("question", "How much wil"),
        ("answer", "About $45 mi"),
    ]


def test_numbered_questions_without_labels_are_paired_with_the_answers_under_their_numbers() -> None:
    """Questions 1 to n and answers 1 to n make n pairs, and the numbers are not among the words."""
    text = (
        "Interview with Professor Ilse Marn\n\n1. What made you study glaciers?\n2. Are they all shrinking?\n\n"
        "1. My grandfather was a guide.\n\nHe showed me the ice.\n\n2. Almost all of them are."
    )
    assert turns(text) == [
        ("question", None, "What made yo"),
        ("answer", "Ilse Marn", "My grandfath"),
        ("answer", "Ilse Marn", "He showed me"),
        ("question", None, "Are they all"),
        ("answer", "Ilse Marn", "Almost all o"),
    ]


def test_questions_that_stand_alone_are_answered_by_what_follows() -> None:
    """Without any label, questions put to "you" are answered by "I" until the text goes on about the person."""
    text = (
        "We met Jonas Berg in his workshop.\n\nHow did you learn to build boats?\n\nMy mother taught me.\n\n"
        "Do you use oak?\n\nNo, I prefer larch.\n\nWhat do you do in the winter?\n\nI sleep.\n\nJonas Berg's workshop is open."
    )
    assert turns(text) == [
        ("question", None, "How did you "),
        ("answer", "Jonas Berg", "My mother ta"),
        ("question", None, "Do you use o"),
        ("answer", "Jonas Berg", "No, I prefer"),
        ("question", None, "What do you "),
        ("answer", "Jonas Berg", "I sleep."),
    ]


def test_dashed_dialogue_is_an_interview_in_any_language() -> None:
    """Turns that begin with dashes alternate, and the dashes are not among the words."""
    text = "Müsahibə\n\n– Qatar nə vaxt gələcək?\n\n– Payızda.\n\n– Bilet neçəyədir?\n\n– Üç manat.\n\n– Gecə də?\n\n– Bəli."
    assert pairs(text) == [("Qatar nə vax", "Payızda."), ("Bilet neçəyə", "Üç manat."), ("Gecə də?", "Bəli.")]


def test_readers_who_ask_once_each_are_answered_by_the_one_who_returns() -> None:
    """A label with an age and a trade is a name, and the long and the short label of one person are one speaker."""
    text = (
        "The mayor answered readers.\n\nLena Fromm, 34, teacher: Why is the pool still closed?\n\n"
        "Mayor Otto Klee: The roof leaks.\n\nPaul Ager, 71, pensioner: And the bus?\n\nKlee: It returns in April.\n\n"
        "Note: The next round is on 9 May."
    )
    assert turns(text) == [
        ("question", "Lena Fromm", "Why is the p"),
        ("answer", "Otto Klee", "The roof lea"),
        ("question", "Paul Ager", "And the bus?"),
        ("answer", "Otto Klee", "It returns i"),
    ]


def test_an_interview_ends_where_the_text_speaks_of_the_one_who_answered() -> None:
    """What follows the last turn and names the speaker is said by nobody; labels in capitals get the full name."""
    text = (
        "The Courier spoke with Dr. Amina Said, who heads the weather office.\n\nCOURIER: Has the season become longer?\n\n"
        "SAID: Yes, by nine days. Warning: this will go on.\n\nCOURIER: What should farmers do?\n\nSAID: Sow later.\n\n"
        "Said was born in Tarn in 1961."
    )
    assert turns(text)[-1] == ("answer", "Amina Said", "Sow later.")


@pytest.mark.parametrize(
    "text",
    [
        "Frequently asked questions\n\nHow do I register?\n\nYou press the button. We send a letter.\n\nWhat does it cost?\n\n"
        "We ask for nothing.\n\nWho can I ask?\n\nOur office is open.",
        "Why do towns forget their rivers? Otto Klee spoke about it, and I listened.\n\nWhy should we care?\n\nWe should care.\n\n"
        "Who would have thought that?\n\nWe did, and my paper printed it.\n\nIs it too late?\n\nI think not.",
        "Readers met in the hall and told us.\n\nThese scams are illegal. They should stop. Why do you allow it? They go on.\n\nI agree.\n\n"
        "I lost a week. My bank lost more. It was bad. Did you know?\n\nI did.\n\nWe all pay. It is a pity. I said so. Will you?\n\nI will.",
        "Weather: Rain is likely.\n\nTides: High at noon. Low at six.\n\nTraffic: Is the bridge open? Yes.\n\nSport: Who won?",
    ],
    ids=["frequent questions", "a writer's own questions", "letters of readers", "a column of notes"],
)
def test_what_is_no_interview_stays_paragraphs(text: str) -> None:
    """Question marks alone make no interview."""
    assert turns(text) == []
