"""Other names of people and bodies, and posts that are whole."""

import pytest

from parsers.facts import extract
from parsers.model import Article, Fact, Passage


def _facts(body: str, kind: str) -> list[Fact]:
    article = Article(
        article_id="a", raw_document_id="a", article_body=body, word_count=1, parser_version="1", in_language="en"
    )
    passage = Passage(ordinal=0, kind="paragraph", start_char=0, end_char=len(body))
    return [f for f in extract(article, (passage,)).facts if f.kind == kind]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("The Organisation of Boat Owning Countries (OBOC) met.", [("Organisation of Boat Owning Countries", "OBOC")]),
        ("The Northern Ports Union, or NPU, met.", [("Northern Ports Union", "NPU")]),
        ("The Northern Ports Union, known as NPU, met.", [("Northern Ports Union", "NPU")]),
        ("Halden Steel (formerly Norden Iron) closed.", [("Halden Steel", "Norden Iron")]),
        ("Ulf Brandvik, alias “The Count”, left.", [("Ulf Brandvik", "The Count")]),
        ("Ulf Brandvik, alias Jonas Falk, left.", [("Ulf Brandvik", "Jonas Falk")]),
        ("Ulf Brandvik, also known as Jonas Falk and Per Holm, left.", [("Ulf Brandvik", "Jonas Falk"), ("Ulf Brandvik", "Per Holm")]),
        ("Lund Marine Inc (LDM) rose.", []),
        ("Options Lending Corp (OLC) rose.", [("Options Lending Corp", "OLC")]),
        ("The pact joins the Pacific Rim, known as the Blue Sea Partnership.", []),
        ("The choice of Mia Lund or NPU, the board said, was bad.", []),
        ("Halden Steel, formerly called Norden Iron, closed.", [("Halden Steel", "Norden Iron")]),
        ("Mia Lund also referred to April 4 in her talk.", []),
        ("Mia Lund once called Ulf Brandvik a friend.", []),
        ("President Mia Lund officially named Ulf Brandvik as envoy.", []),
        ("The Northern Ports Union's (NPU) leader left.", [("Northern Ports Union", "NPU")]),
        ("The Halden Dock Workers’ (HDW) leader left.", [("Halden Dock Workers", "HDW")]),
    ],
)  # fmt: skip
def test_other_names_are_those_that_the_text_explains(body: str, names: list[tuple[str, str]]) -> None:
    """Acronyms, former and assumed names are aliases; tickers, and names of something else behind a comma, are none."""
    assert [(f.subject, f.object) for f in _facts(body, "alias")] == names


@pytest.mark.parametrize(
    ("body", "post"),
    [
        ("Mia Lund, head of bond trading at Moe, Dahl & Falk, left.", "head of bond trading at Moe, Dahl & Falk"),
        ("Mia Lund, an aide with the House Trade, Boat and Finance Subcommittee, left.", "aide with the House Trade, Boat and Finance Subcommittee"),
        ("Moe Dahl and Co analyst Mia Lund left.", "Moe Dahl and Co analyst"),
        ("Mia Lund, director of telemarketing, left.", "director of telemarketing"),
        ("Mia Lund, an analyst at Moe Ltd. Mr. Dahl left.", "analyst at Moe Ltd"),
        ("However Halden president Mia Lund left.", "Halden president"),
        ("Said Mia Lund, mayor of Hamar, “We wait.”", "mayor of Hamar"),
    ],
)  # fmt: skip
def test_a_post_is_whole_and_no_more(body: str, post: str) -> None:
    """Names of firms with partners, bodies with several fields and legal forms are not cut; words in front are no part."""
    assert {(f.subject, f.predicate) for f in _facts(body, "role") if f.subject == "Mia Lund"} == {("Mia Lund", post)}


@pytest.mark.parametrize("body", ["General Accident fell.", "The Economist Intelligence Unit left.", "Sole manager L.F. Moe priced it.", "Chief Soviet boats left."])  # fmt: skip
def test_titles_in_names_of_firms_are_no_posts(body: str) -> None:
    """A title that belongs to a firm's name, a bank's task or an adjective makes nobody."""
    assert _facts(body, "role") == []
