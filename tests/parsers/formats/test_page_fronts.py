"""The front page of a site, and articles that a page calls by other means than an h1."""

from __future__ import annotations

import pytest

from parsers.errors import Rejected
from parsers.formats.html import read
from parsers.model import Copy, RawDocument
from parsers.sniff import HTML
from tests.parsers.formats.test_page_kinds import TEXTS

ROWS = "".join(
    f"<div class='card'><a href='/news/{n}'>Headline of another story, the {n}th of today</a></div><div><p>{TEXTS[n % 5]}</p></div>"
    for n in range(12)
)


def copy_of(head: str, body: str) -> Copy:
    """The copy of a page."""
    markup = (
        f"<!doctype html><html><head>{head}</head><body><div id='top'><a href='/'>Start</a></div>{body}</body></html>"
    )
    return read(
        RawDocument(raw_document_id="x", payload=markup.encode(), source_uri="a.html", source_kind="page"), HTML
    )


def head(title: str, address: str, site: str = "Varn Portal", more: str = "") -> str:
    """A page's head."""
    return f"<title>{title}</title><meta property='og:url' content='{address}'><meta property='og:site_name' content='{site}'>{more}"


@pytest.mark.parametrize(("title", "address", "site"), [
    ("Varn Portal", "https://varn.example/", "Varn Portal"),
    ("Varn Portal UK", "https://uk.varn.example", "Varn"),
    ("varn", "https://www.varn.example/index.html", ""),
    ("Home - Varn Portal", "https://varn.example/en", "Varn Portal"),
])  # fmt: skip
def test_a_front_page_with_the_day_of_its_reader_is_refused(title: str, address: str, site: str) -> None:
    """A portal's home page prints the day at its head, and teasers of whole sentences: it is no article."""
    body = f"<h1>{title}</h1><p>Thursday, 24 July 2025</p>{ROWS}"
    with pytest.raises(Rejected) as refused:
        copy_of(head(title, address, site), body)
    assert refused.value.reason == "not_an_article"


@pytest.mark.parametrize(("title", "address", "more", "body"), [
    ("Pier of Varn stays closed until June", "https://varn.example/", "", "{}"),
    ("Varn Portal", "https://varn.example/", "", "<h1>Pier of Varn stays closed until June</h1>{}"),
    ("Varn Portal", "https://varn.example/", "", "<h1>Varn Portal</h1>{}"),
    ("Varn Portal", "https://varn.example/news/pier", "", "{}"),
    ("Varn Portal", "https://varn.example/", "<meta property='og:type' content='article'>", "{}"),
    ("Varn Portal", "https://varn.example/", "<meta property='article:published_time' content='2025-07-24T10:00:00Z'>", "{}"),
    ("Varn Portal", "https://varn.example/", "<meta name='author' content='Ida Brandt'>", "{}"),
])  # fmt: skip
def test_an_article_at_its_sites_address_is_filed(title: str, address: str, more: str, body: str) -> None:
    """One sign of an article is enough: a headline, an address, a type, a stated date, an author, running text."""
    text = "<p>Thursday, 24 July 2025</p>" + "".join(f"<p>{t}</p>" for t in TEXTS)
    links = "".join(
        f"<div><a href='/news/{n}'>Headline of another story, the {n}th of today</a></div>" for n in range(12)
    )
    copy = copy_of(head(title, address, more=more), body.format(text) + links)
    assert all(t in copy.text for t in TEXTS)


@pytest.mark.parametrize("markup", [
    "<div class='hentry'><span class='entry-title'>{0}</span>{1}</div>",
    "<div class='hnews hentry item'><p class='body'><span class='headline entry-title'>{0}</span></p>{1}</div>",
    "<div class='h-entry'><h2 class='p-name'>{0}</h2>{1}</div>",
])  # fmt: skip
def test_a_microformat_names_the_headline(markup: str) -> None:
    """Where the title says no more than who puts the page out, the entry's own title is the headline."""
    text = "".join(f"<p>{t}</p>" for t in TEXTS)
    copy = copy_of("<title>News from the Varn Press</title>", markup.format("Pier of Varn stays closed", text))
    assert ("Pier of Varn stays closed", "heading") in [
        (s.value, s.source) for s in copy.statements if s.field == "headline"
    ]
    assert all(t in copy.text for t in TEXTS)


def test_titles_of_several_entries_name_none() -> None:
    """Two entries with titles are a list of them, and neither is the page's own."""
    entry = "<div class='hentry'><span class='entry-title'>Pier of Varn stays closed {0}</span></div>"
    body = entry.format(1) + entry.format(2) + "".join(f"<p>{t}</p>" for t in TEXTS)
    copy = copy_of("<title>News from the Varn Press</title>", body)
    assert not [s for s in copy.statements if s.field == "headline" and s.source == "heading"]
