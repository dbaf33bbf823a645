"""What was not said is no quotation: denied, supposed and asked speech, and verbs that are passive."""

import pytest

from parsers.facts import extract
from parsers.model import Article, Fact, Passage


def _quotations(body: str) -> list[Fact]:
    article = Article(
        article_id="a", raw_document_id="a", article_body=body, word_count=1, parser_version="1", in_language="en"
    )
    passage = Passage(ordinal=0, kind="paragraph", start_char=0, end_char=len(body))
    return [f for f in extract(article, (passage,)).facts if f.kind == "quotation"]


@pytest.mark.parametrize(
    "body",
    [
        "Mia Lund did not say that the ferry was late.",
        "Mia Lund has never said the ferry was late.",
        "Mia Lund declined to say whether the ferry was late.",
        "Mia Lund refused to tell reporters that the ferry was late.",
        "Mia Lund stopped short of saying that the ferry was late.",
        "Mia Lund denied saying that the ferry was late.",
        "Without saying that the ferry was late, Mia Lund left.",
        "Neither Mia Lund nor Ulf Brandvik said that the ferry was late.",
        "No one on the pier said that the ferry was late.",
        "None of the crew said the ferry was late.",
        "Nor did Mia Lund say that the ferry was late.",
        "“The ferry is late,” Mia Lund did not say.",
        "Mia Lund never called the ferry “a wreck”.",
    ],
)
def test_denied_speech_is_no_quotation(body: str) -> None:
    """A verb of speech that is negated, refused or has nobody as its subject reports nothing."""
    assert _quotations(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "If Mia Lund says the ferry is late, we take the bus.",
        "We take the bus if Mia Lund says it is late.",
        "Unless Mia Lund says that the ferry is late, we wait.",
        "Mia Lund might say that the ferry is late.",
        "Mia Lund could have said that the ferry was late.",
        "Had Mia Lund said that the ferry was late, we would have walked.",
        "Did Mia Lund say that the ferry was late?",
        "It is untrue that Mia Lund said the ferry was late.",
        "There is no evidence that Mia Lund said the ferry was late.",
        "It is unclear whether Mia Lund said the ferry was late.",
        "Mia Lund was told that the ferry was late.",
    ],
)
def test_supposed_speech_is_no_quotation(body: str) -> None:
    """Speech that hangs on a condition, a question, a modal verb or a refutation was not made; a passive verb has no speaker."""
    assert _quotations(body) == []


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Mia Lund said that nobody had seen the ferry.", "Mia Lund"),
        ("The ferry will not come, Mia Lund said.", "Mia Lund"),
        ("If the fog lifts, Mia Lund said, the ferry will sail.", "Mia Lund"),
        ("The ferry should not sail, said Mia Lund.", "Mia Lund"),
        ("Mia Lund, who did not board, said the ferry was late.", "Mia Lund"),
        ("Mia Lund would say only that the ferry was late.", "Mia Lund"),
        ("Mia Lund went on to say that the ferry was late.", "Mia Lund"),
        ("No ferry is safe, according to Mia Lund.", "Mia Lund"),
        ("Mia Lund denied that the ferry was late.", "Mia Lund"),
    ],
)
def test_negation_inside_what_is_said_changes_nothing(body: str, speaker: str) -> None:
    """What is said may deny or suppose anything: it was said all the same."""
    assert [(f.speaker, f.polarity) for f in _quotations(body)] == [(speaker, "+")]


def test_speech_to_come_is_planned() -> None:
    """What somebody will say is filed as planned."""
    assert [f.modality for f in _quotations("“The ferry is late,” Mia Lund will say on Monday.")] == ["planned"]
