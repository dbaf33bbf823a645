"""Quotations are found with their exact words, their speaker, verb, role and medium."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts import quotation
from parsers.facts.reading import Reading, reading
from parsers.model import Article, Fact, Passage


def _reading(body: str, passages: tuple[Passage, ...] = ()) -> Reading:
    article = Article(article_id="a", raw_document_id="a", article_body=body, word_count=0, parser_version="1")
    return reading(article, passages or _paragraphs(body))


def _paragraphs(body: str) -> tuple[Passage, ...]:
    spans, at = [], 0
    for part in body.split("\n\n"):
        spans.append((at, at + len(part)))
        at += len(part) + 2
    return tuple(
        Passage(ordinal=i, kind="paragraph", start_char=a, end_char=b) for i, (a, b) in enumerate(spans) if b > a
    )


def _said(body: str) -> list[tuple[str | None, str | None, str]]:
    return [(f.quote_type, f.speaker, body[f.start_char : f.end_char]) for f in quotation.extract(_reading(body))]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“The bridge will hold,” said Ann Poole.", "Ann Poole"),
        ("“The bridge will hold,” Ann Poole said.", "Ann Poole"),
        ("“The bridge will hold,” Ann Poole, the mayor of Halden, told reporters.", "Ann Poole"),
        ("Ann Poole said: “The bridge will hold.”", "Ann Poole"),
        ("Ann Poole walked in.\n\n“The bridge will hold,” she said.", "Ann Poole"),
        ("Ann Poole, who built it, said, “The bridge will hold.”", "Ann Poole"),
        ("“Will the bridge hold?” asked Rep. Ann Poole (R-Mo.).", "Ann Poole"),
        ('"The bridge will hold," a spokesman said.', "a spokesman"),
        ("“The bridge will hold,” according to Ann Poole.", "Ann Poole"),
        ("Ann Poole continued:\n\n“The bridge will hold.”", "Ann Poole"),
        ("“The bridge will hold.” — Ann Poole", "Ann Poole"),
    ],
)
def test_direct_speech_and_its_speaker(body: str, speaker: str) -> None:
    """The verb may stand before or behind the quotation, the speaker before or behind the verb."""
    found = [
        (kind, who) for kind, who, words in _said(body) if "bridge will hold" in words.lower() or "bridge hold" in words
    ]
    assert ("direct", speaker) in found


def test_evidence_of_direct_speech_is_the_quoted_words() -> None:
    """The evidence holds the quoted words and their marks, and nothing else."""
    assert ("direct", "Ann Poole", "“The bridge will hold,”") in _said(
        "“The bridge will hold,” Ann Poole said on Monday."
    )


def test_fragments_are_mixed_speech() -> None:
    """A quoted fragment inside a reporting sentence is mixed speech of the sentence's subject."""
    assert ("mixed", "Ann Poole", "“a miracle of steel”") in _said(
        "Ann Poole said that the bridge was “a miracle of steel” and would stand."
    )


def test_a_quotation_that_reopens_is_one() -> None:
    """Paragraphs that reopen without closing are one quotation, with the speaker named at its end."""
    body = "“The first span was cast in March. It is sound.\n\n“The second will follow in May,” Ann Poole said."
    direct = [s for s in _said(body) if s[0] == "direct"]
    assert direct == [("direct", "Ann Poole", body[: body.index(" Ann")])]


def test_a_second_sentence_belongs_to_the_same_speaker() -> None:
    """What is quoted after `she said.` without a verb of its own is hers too."""
    found = _said("“It is sound,” Ann Poole said. “We tested it twice.”")
    assert ("direct", "Ann Poole", "“We tested it twice.”") in found


def test_titles_names_and_scare_quotes_are_not_speech() -> None:
    """Company names, document titles and single words in quotation marks are no quotations."""
    body = 'The firm "Halden Bridge Works Ltd" signed. A report entitled “Steel in Winter” came out. The so-called "green" span stood.'
    assert _said(body) == []


def test_reported_speech_without_marks() -> None:
    """`X said that Y` and `Y, X said` are indirect speech; their evidence is the sentence."""
    body = "Ann Poole stressed that the bridge was sound. The steel came from Narvik, Poole said. He left."
    assert _said(body) == [
        ("indirect", "Ann Poole", "Ann Poole stressed that the bridge was sound."),
        ("indirect", "Ann Poole", "The steel came from Narvik, Poole said."),
    ]


def test_the_medium_is_kept() -> None:
    """Where something was said stands with it."""
    (fact,) = quotation.extract(_reading("“It is sound,” Ann Poole said in an interview with Nordic Radio."))
    assert fact.medium == "in an interview with Nordic Radio"
    assert fact.cue == "said"


def test_answers_of_an_interview_are_direct_speech() -> None:
    """A passage of kind `answer` is its speaker's direct speech, its object the question."""
    body = "Ann Poole was asked.\n\nWhy steel?\n\nPoole: It lasts."
    spans = [(0, 20), (22, 32), (34, 49)]
    kinds = ("paragraph", "question", "answer")
    passages = tuple(
        Passage(
            ordinal=i,
            kind=k,
            start_char=a,
            end_char=b,
            speaker={1: "DN", 2: "Poole"}.get(i),
            answers=1 if i == 2 else None,
        )  # type: ignore[arg-type]
        for i, (k, (a, b)) in enumerate(zip(kinds, spans, strict=True))
    )
    facts: list[Fact] = [f for f in quotation.extract(_reading(body, passages)) if f.subtype == "answer"]
    assert [(f.speaker, f.object, f.medium, f.quote_type) for f in facts] == [
        ("Ann Poole", "Why steel?", "interview with DN", "direct")
    ]


@given(st.text(alphabet="aA said,.“”\"'‘’\n:", max_size=300))
def test_every_span_holds(body: str) -> None:
    """On any text the facts lie inside the body and are not empty."""
    assert all(0 <= f.start_char < f.end_char <= len(body) for f in quotation.extract(_reading(body)))


@pytest.mark.parametrize(
    "last", ["Thanks, Ann Poole!", "Thank you very much, Ms Poole.", "And what will you build next?"]
)
def test_the_interviewer_is_not_quoted_as_an_answer(last: str) -> None:
    """Thanks to the speaker by name and questions to `you` are no answers, whatever the passages say."""
    body = f"Ann Poole was asked.\n\nWhy steel?\n\nIt lasts.\n\n{last}"
    starts = [0, 22, 34, 45]
    kinds = ("paragraph", "question", "answer", "answer")
    ends = [20, 32, 43, len(body)]
    passages = tuple(
        Passage(ordinal=i, kind=k, start_char=a, end_char=b, speaker="Ann Poole" if i > 1 else None, answers=None)  # type: ignore[arg-type]
        for i, (k, a, b) in enumerate(zip(kinds, starts, ends, strict=True))
    )
    found = [f for f in quotation.extract(_reading(body, passages)) if f.subtype == "answer"]
    assert [body[f.start_char : f.end_char] for f in found] == ["It lasts."]
