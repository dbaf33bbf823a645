"""Facts of text that is no news report: minutes, encyclopedias, stories. What is told there in other turns of phrase."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of

Row = tuple[str, str | None, str | None, str | None]


def told(text: str) -> list[Row]:
    """Family, doer, other side and modality of the events of a text, the denied ones included."""
    return [
        (f.subtype or "", f.subject, f.object, f.modality)
        for f in facts_of(text, "2024-06-30")
        if f.kind in ("event", "denial")
    ]


def of_kind(text: str, kind: str) -> list[str | float | None]:
    """The values of the quantities, or the times as TIMEX3 writes them, of a text."""
    found = [f for f in facts_of(text, "2024-06-30") if f.kind == kind]
    return [f.timex_value if kind == "time" else f.value for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "There is nothing to prove that Ola Dahl was arrested by the army.",
        "There was no evidence that Ola Dahl had been killed by soldiers.",
        "Police found no proof that Ola Dahl was murdered.",
        "Police have not found any evidence that Ola Dahl was murdered.",
        "There is little to suggest that Norway attacked the village.",
        "In the absence of any evidence that Ola Dahl was murdered, the case was closed.",
        "The court heard from a friend named Sheikh Mahmud.",
        "Ola Dahl was helped by a man named Carl Parker, a reporter in Lima.",
        "We bought the DVD of Lund Mills.",
        "Poor children are more likely to be killed than rich ones.",
    ],
)
def test_no_event_is_asserted_without_evidence_or_of_what_is_only_called(text: str) -> None:
    """Nothing speaks for it, it is a name or a share, or goods for the house: no event."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A protester was shot and killed, apparently by the driver of a bus in Lima.", ("casualties", "the driver of a bus", "A protester", "claimed")),
        ("Ola Dahl’s and Ewa Bryl’s visits to Lima were praised.", ("visit", "Ola Dahl; Ewa Bryl", "Lima", "asserted")),
        ("The botanist Ola Dahl visited the islands in 1987 and 1989.", ("visit", "Ola Dahl", "the islands", "asserted")),
        ("The appointment of Ola Dahl and its ratification by parliament ended the crisis.", ("appointment", None, "Ola Dahl", "asserted")),
        ("The siege of the old mosque and an easing of the campaign were praised.", ("conflict", None, "the old mosque", "asserted")),
        ("The mayor spoke of talks between Ola Dahl and the British government over 1931.", ("meeting", "Ola Dahl and the British government", None, "asserted")),
        ("No person may be arrested except by order of the court.", ("justice", None, "No person", "proposed")),
        ("The bridge was opened for use by both armies on Monday.", ("inauguration", None, "The bridge", "asserted")),
        ("Ewa Bryl, named chairman of Lund Mills in May, met Ola Dahl.", ("appointment", None, "Ewa Bryl", "asserted")),
    ],
)  # fmt: skip
def test_sides_end_where_another_deed_or_a_time_begins(text: str, expected: Row) -> None:
    """Both owners of one deed are its doers; who is excepted, uses or ratifies is no side of it."""
    assert told(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("At its forty-ninth session the Assembly adopted the report.", []),
        ("The thirty-second meeting and the twenty-first round were held in Lima.", []),
        ("He finished in forty-ninth place.", []),
        ("He waited twenty-two minutes.", [22.0]),
        ("A thirty-second delay cost him the race.", [30.0]),
    ],
)
def test_ranks_in_two_words_are_no_numbers(text: str, values: list[float]) -> None:
    """The forty-ninth of a row is neither forty nor ninth; thirty seconds are a length of time where they are one."""
    assert of_kind(text, "quantity") == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In the early twenty-first century the mill closed.", ["20"]),
        ("He came on the twenty-first of May.", ["2024-05-21"]),
        ("In the twenty-first quarter of its life the firm lost money.", []),
        ("They soon returned to Lima.", []),
        ("Ola Dahl was cured so soon that he returned to Lima.", []),
        ("The results will be announced soon.", ["FUTURE_REF"]),
        ("It will soon be closed.", ["FUTURE_REF"]),
    ],
)
def test_ranks_of_days_and_centuries_are_whole_and_soon_may_be_past(text: str, values: list[str]) -> None:
    """The twenty-first century is no first one; what soon came about lies in the past of the story, not ahead."""
    assert of_kind(text, "time") == values


def speech(text: str) -> list[tuple[str | None, str | None]]:
    """How each quotation of a text is given, and by whom."""
    return [(f.quote_type, f.speaker) for f in facts_of(text, "2024-06-30") if f.kind == "quotation"]


@pytest.mark.parametrize("mark", [", ", ": "])
def test_an_utterance_that_ends_its_paragraph_needs_no_stop(mark: str) -> None:
    """Who leaves the stop out at the end of a paragraph has quoted a whole sentence all the same."""
    assert speech(f'Ola Dahl said{mark}"The mill will close in May"') == [("direct", "Ola Dahl")]


@pytest.mark.parametrize(
    "text",
    [
        'In addition to plays, Ola Dahl has also written such works as "Submarine" and "Fighter Wing".',
        'Composed and written by Ewa Bryl and Ola Dahl, "Telepathy" is a song recorded by Luis Prado.',
        'The song is called "Shape of things", by The Yardbirds.',
    ],
)
def test_titles_of_works_are_no_speech_of_who_wrote_them(text: str) -> None:
    """What somebody wrote, composed or called so is no statement."""
    assert speech(text) == []
