"""Corrections inside an article: what an earlier version said, and what `not` sets against the right figure, is denied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts import corrections, extract
from parsers.model import Article, Fact, Passage


def facts_in(language: str, body: str) -> list[Fact]:
    """The facts of a text in a language."""
    article = Article(article_id="a", raw_document_id="a", article_body=body, word_count=1, parser_version="1", in_language=language)  # fmt: skip
    return list(extract(article, (Passage(ordinal=0, kind="paragraph", start_char=0, end_char=len(body)),)).facts)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "An earlier version of this article gave the price as $3 million. It is $4 million, not $3 million."),
        ("en", "This story originally said it cost $3 million. In fact it cost $4 million."),
        ("de", "In einer früheren Version dieses Artikels hieß es, sie koste 3 Millionen Euro. Sie kostet 4 Millionen Euro, nicht 3 Millionen Euro."),
        ("fr", "Une version précédente de cet article parlait de 3 millions d’euros. Il en coûte 4 millions d’euros et non 3 millions d’euros."),
        ("es", "Una versión anterior de este artículo hablaba de 3 millones de euros. Costó 4 millones de euros y no 3 millones de euros."),
        ("ru", "В предыдущей версии этой статьи говорилось о 3 миллионах рублей. Он стоил 4 миллиона рублей, а не 3 миллиона рублей."),
        ("tr", "Bu haberin önceki sürümünde 3 milyon lira yazılmıştı. Fener 3 milyon lira değil, 4 milyon lira tuttu."),
        ("az", "Bu xəbərin əvvəlki variantında 3 milyon manat yazılmışdı. Fənər 3 milyon manat yox, 4 milyon manata başa gəlib."),
    ],
)  # fmt: skip
def test_the_wrong_figure_is_denied_and_the_right_one_asserted(language: str, body: str) -> None:
    """Every figure of 3 million is denied and every figure of 4 million is asserted."""
    found = [(f.value, f.polarity) for f in facts_in(language, body) if f.kind == "quantity" and f.unit != "item"]
    assert {polarity for value, polarity in found if value == 3_000_000} == {"-"}
    assert {polarity for value, polarity in found if value == 4_000_000} == {"+"}


def test_an_earlier_version_is_nobody_who_speaks() -> None:
    """What an earlier version of the article said is no quotation."""
    body = "An earlier version of this story said that Ewa Bryl was the mayor. Ewa Bryl said she is the deputy mayor."
    assert [f.speaker for f in facts_in("en", body) if f.kind == "quotation"] == ["Ewa Bryl"]


def test_not_only_denies_nothing() -> None:
    """`not only $3 million` and `could not, $3 million` set nothing against anything."""
    found = [
        f for f in facts_in("en", "It lost a ship, not only $3 million.") if f.kind == "quantity" and f.unit == "USD"
    ]
    assert [f.polarity for f in found] != ["-"]


@given(st.text(alphabet="an earlier version of this story. \n;", max_size=400))
def test_errors_lie_inside_the_body_in_reading_order(body: str) -> None:
    """The stretches that tell of an error never leave the body nor go back."""
    found = corrections.errors(body)
    assert all(0 <= start < end <= len(body) for start, end in found)
    assert list(found) == sorted(found)
