"""What a page shows of other articles is not said of its own: objects of JSON-LD, days, and lines without a year."""

from __future__ import annotations

import json

import pytest

from parsers.fields import parse_date
from parsers.fields.stated import stated_people
from parsers.model import Parsed, RawDocument
from parsers.pipeline import parse
from tests.parsers.formats.test_samples import DESK

TITLE = "Ferry to Sandholm stops until the quay is mended"
TEXT = "".join(
    f"<p>{p}</p>"
    for p in (
        "The ferry to Sandholm will not sail before the quay is mended, the harbour office said on Thursday, because two of its piles have rotted.",
        "Divers found the damage in the spring. The office has asked three builders for a price and expects the work to take nine weeks.",
        "Until then a bus takes passengers round the bay, which adds forty minutes to the way to the hospital.",
    )
)
STRANGER = {
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Brass band wins cup for third year", "datePublished": "2018-02-03T10:00:00Z",
    "author": {"@type": "Person", "name": "Olga Brandt"}, "url": "https://bay.example/band", "publisher": {"@type": "Organization", "name": "Bay Record"},
}  # fmt: skip


def read(head: str = "", line: str = "", tail: str = "", title: str = TITLE) -> Parsed:
    """What comes of a page."""
    page = f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>{line}{TEXT}</article>{tail}<footer>Bay Record</footer></body></html>"
    result = parse(RawDocument(raw_document_id="0" * 64, payload=page.encode(), source_uri="page.html"), DESK)
    assert isinstance(result, Parsed)
    return result


def script(value: object) -> str:
    """JSON-LD in a page."""
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_the_only_object_may_be_another_pages() -> None:
    """An object with an address of its own, whose headline shares nothing with the page's titles, says nothing of the page."""
    article = read(script(STRANGER), '<p class="byline">By Tom Askew</p>').article
    assert (article.headline, article.author) == (TITLE, ("Tom Askew",))
    assert article.date_published is None


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "Sandholm ferry halted"},
        {"url": None},
        {"headline": "Nine weeks without a boat", "url": "https://bay.example/ferry"},
    ],
)
def test_a_headline_in_other_words_is_still_the_pages(change: dict[str, object]) -> None:
    """An object is believed when a word is shared, when it has no address, or when the address is the page's."""
    own = {k: v for k, v in (STRANGER | change).items() if v}
    article = read(script(own) + '<link rel="canonical" href="https://bay.example/ferry/">').article
    assert article.author == ("Olga Brandt",)


@pytest.mark.parametrize(
    "tail",
    [
        '<aside><a href=/x>Brass band wins cup</a> <time datetime="2018-02-03">3 February 2018</time></aside>',
        '<div class="related-stories"><a href=/x>Brass band wins cup</a> <time datetime="2018-02-03">3 February 2018</time></div>',
        "<section id=most-read><a href=/x>Brass band wins cup</a> <span>3 February 2018</span></section>",
    ],
)
def test_the_day_of_another_article_is_not_the_pages(tail: str) -> None:
    """A day in what a page names beside its article dates nothing."""
    assert read(tail=tail).article.date_published is None


@pytest.mark.parametrize("printed", ["3 May", "May 3", "3. Mai", "3rd May, 08:15", "May 3 at 8:15 am"])
@pytest.mark.parametrize("attribute", ["datetime", "content"])
def test_a_day_without_its_year_is_no_text(printed: str, attribute: str) -> None:
    """Where the element says the whole date, what is printed of it beside the headline leaves the text."""
    line = (
        f'<time itemprop="datePublished" property="datePublished" {attribute}="2024-05-03T08:15:00Z">{printed}</time>'
    )
    assert read(line=f"<div>{line}</div>").article.article_body.startswith("The ferry")


def test_lines_of_other_numbers_stay() -> None:
    """A number and a word are a day only where an element says so."""
    assert read(line="<div>12 boats</div>").article.article_body.startswith("12 boats")


def test_authors_for_an_outlet() -> None:
    """The outlet for which somebody writes is no part of the name."""
    assert stated_people("By Tom Askew For The Bay Record") == ("Tom Askew",)
    assert stated_people("Tom Askew and Ida Fenn FOR BAY ONLINE") == ("Tom Askew", "Ida Fenn")


@pytest.mark.parametrize("printed", ["3 tháng 5 năm 2024", "ngày 3 tháng 5 năm 2024", "3 thg 5, 2024"])
def test_days_in_vietnamese(printed: str) -> None:
    """Day, month and year have their words before them."""
    moment = parse_date(printed)
    assert moment is not None
    assert moment.datetime.date().isoformat() == "2024-05-03"
