"""Whole pages: the article and nothing else, block by block, and what the page says about it."""

from __future__ import annotations

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.errors import Rejected
from parsers.formats.html import read
from parsers.formats.page import LARGE
from parsers.model import Copy, RawDocument, Statement
from parsers.sniff import HTML

PARAGRAPHS = [
    "The railway between the two ports will carry its first freight trains in autumn, the operator said on Wednesday.",
    "Tests on the eastern section ended last week without a fault, and drivers are being trained on the new signals.",
    "“We have waited for this for twenty years,” said Nigar Alim, who runs a warehouse beside the line.",
    "The line is 214 kilometres long and cost about 90 million manat, a third of it lent by a development bank.",
    "Passenger trains are to follow in two years, when the stations at both ends have been rebuilt.",
]


def copy_of(markup: str, uri: str = "page.html") -> Copy:
    """The copy of markup."""
    return read(RawDocument(raw_document_id="x", payload=markup.encode(), source_uri=uri, source_kind="page"), HTML)


def said(copy: Copy, field: str) -> list[tuple[str, str]]:
    """What was said about a field, and by whom."""
    return [(s.value, s.source) for s in copy.statements if s.field == field]


def page(body: str, head: str = "") -> str:
    """A page around a body."""
    return f'<!doctype html><html lang="en"><head><title>Trains in autumn - Line News</title>{head}</head><body>{body}</body></html>'


ARTICLE = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
MENU = "<nav><ul>" + "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(12)) + "</ul></nav>"
TEASERS = (
    '<div class="related"><h3>More</h3>'
    + "".join(f'<p><a href="/t{n}">Another headline about something else number {n}</a></p>' for n in range(8))
    + "</div>"
)
FOOTER = "<footer><p>About us · Contact · Privacy</p><p>© Line News. All rights reserved.</p></footer>"


@pytest.mark.parametrize("body", [
    f"{MENU}<article><h1>Trains in autumn</h1>{ARTICLE}</article>{TEASERS}{FOOTER}",
    f"{MENU}<div id='content'><div class='entry-content'>{ARTICLE}</div></div>{TEASERS}{FOOTER}",
    f"<table><tr><td>{MENU}</td><td>{ARTICLE}</td></tr></table>{FOOTER}",
])  # fmt: skip
def test_the_article_is_found_and_the_rest_is_not(body: str) -> None:
    """Every paragraph of the article, nothing of menus, teasers and footers, whatever the layout."""
    text = copy_of(page(body)).text
    assert all(p in text for p in PARAGRAPHS)
    assert not any(other in text for other in ("Section 3", "Another headline", "All rights reserved"))


def test_blocks_stand_where_they_say_and_never_touch() -> None:
    """Offsets point at the blocks, and one blank line stands between them."""
    copy = copy_of(
        page(
            f"{MENU}<article><h2>Tests</h2>{ARTICLE}<ul><li>one thing here</li><li>another thing here</li></ul></article>{FOOTER}"
        )
    )
    assert "\n\n".join(copy.text[b.raw_start : b.raw_end] for b in copy.blocks) == copy.text
    assert [b.kind for b in copy.blocks].count("list_item") == 2


def test_inline_markup_neither_glues_nor_parts_words() -> None:
    """Bold, links and line breaks inside a paragraph leave its words as they are; newlines in text are spaces."""
    first = "The <b>rail</b>way, <a href='/x'>says</a>\nthe operator,<br>opens in <i>autumn</i> after all the tests were done on every section."
    text = copy_of(page(f"{MENU}<article><p>{first}</p>{ARTICLE}</article>{FOOTER}")).text
    assert "The railway, says the operator,\nopens in autumn after all" in text


def test_a_short_article_beside_a_menu_keeps_its_blocks() -> None:
    """Where the article is so short that it is found as one piece, its blocks still stand apart."""
    text = copy_of(
        page(f"{MENU}<article><h1>Ports</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1][:60]}</p></article>")
    ).text
    assert text == f"Ports\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1][:60].strip()}"


def test_a_bare_page_is_taken_whole() -> None:
    """A page that is nothing but an article loses nothing, however short it is."""
    copy = copy_of(page("<h1>Short</h1><p>One line only.</p><p>And one more.</p>"))
    assert copy.text == "Short\n\nOne line only.\n\nAnd one more."


def test_metadata_come_with_their_sources() -> None:
    """JSON-LD, OpenGraph and meta each say their own, nothing is merged here."""
    ld = {
        "@type": "NewsArticle",
        "headline": "Trains in autumn",
        "datePublished": "2026-05-06T08:30:00+04:00",
        "author": {"@type": "Person", "name": "Aydan Rahim"},
    }
    head = f'<script type="application/ld+json">{json.dumps(ld)}</script><meta property="og:title" content="Trains!"><meta property="article:published_time" content="2026-05-06T04:30:00Z">'
    copy = copy_of(page(f"<article>{ARTICLE}</article>", head))
    assert said(copy, "headline")[:2] == [("Trains in autumn", "json-ld"), ("Trains!", "opengraph")]
    assert said(copy, "date_published")[:2] == [
        ("2026-05-06T08:30:00+04:00", "json-ld"),
        ("2026-05-06T04:30:00Z", "opengraph"),
    ]
    assert said(copy, "author") == [("Aydan Rahim", "json-ld")]


def test_the_pages_own_article_is_chosen_among_several_and_references_are_followed() -> None:
    """Teasers in JSON-LD say nothing about this page; people are found by their id in the graph."""
    graph = {"@graph": [
        {"@type": "NewsArticle", "headline": "A teaser", "url": "https://line.example/other"},
        {"@type": ["NewsArticle"], "headline": "This one", "mainEntityOfPage": {"@id": "https://line.example/this"}, "author": {"@id": "#p1"}, "publisher": {"@id": "#o"}},
        {"@type": "Person", "@id": "#p1", "name": "Aydan Rahim"}, {"@type": "Organization", "@id": "#o", "name": "Line News"},
    ]}  # fmt: skip
    markup = page(f"<article>{ARTICLE}</article>", f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    copy = copy_of(markup, "https://line.example/this")
    assert (said(copy, "headline")[0][0], said(copy, "author"), said(copy, "publisher")) == (
        "This one",
        [("Aydan Rahim", "json-ld")],
        [("Line News", "json-ld")],
    )


@pytest.mark.parametrize("script", [
    '{"@type":"NewsArticle","headline":"Good",}', '{"@type":"NewsArticle",headline:"Good",keywords:["a, b"],}', '<![CDATA[{"@type":"NewsArticle","headline":"Good"}]]>', '{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Good&quot;}',
    '{"@type":"NewsArticle","headline":"Good","description":"two\nlines"}', '[{"@type":"WebPage","mainEntity":{"@type":"http://schema.org/NewsArticle","headline":"Good"}}]',
])  # fmt: skip
def test_damaged_json_ld_is_still_read(script: str) -> None:
    """A comma too many, comment wrappers, escapes and line breaks are what publishing systems really write."""
    copy = copy_of(page(f"<article>{ARTICLE}</article>", f'<script type="application/ld+json">{script}</script>'))
    assert said(copy, "headline")[0] == ("Good", "json-ld")


def test_a_date_is_searched_for_only_when_none_is_said() -> None:
    """`<time>` counts before a guess; a guess is a day and says that it is one."""
    marked = copy_of(
        page(f'<article><time itemprop="datePublished" datetime="2026-05-06T08:30:00Z">May 6</time>{ARTICLE}</article>')
    )
    assert said(marked, "date_published") == [("2026-05-06T08:30:00Z", "html")]
    guessed = copy_of(
        page(f'<div class="date">Notice no. 4 of the board office, 6 May 2026</div><article>{ARTICLE}</article>')
    )
    found = [s for s in guessed.statements if s.field == "date_published"]
    assert found == [Statement(field="date_published", value="2026-05-06", source="htmldate", precision="day")]


def test_a_future_date_does_not_depend_on_today() -> None:
    """A page dated far ahead reads the same today and then."""
    copy = copy_of(
        page(f'<div class="date">Notice no. 4 of the board office, 6 May 2035</div><article>{ARTICLE}</article>')
    )
    assert said(copy, "date_published") == [("2035-05-06", "htmldate")]


@pytest.mark.parametrize(
    "piece", ["<div>", "<p>", "<!--", "<a href=", "<table><tr><td>", "&", "<b>", "<script>", "<li>", "text "]
)
def test_hostile_pages_end(piece: str) -> None:
    """Deep nesting and endless openings are read or rejected, in the suite's time."""
    markup = page(f"<article>{ARTICLE}{piece * (60_000 // len(piece))}</article>")
    with suppress(Rejected):  # a named refusal is an end, too
        assert copy_of(markup)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(f"<p>{p}</p>" for p in PARAGRAPHS),
                "<div>",
                "</div>",
                "<table>",
                "</td>",
                "<li>",
                "<br>",
                "</p>",
                "&nbsp;",
                "plain words here",
            ]
        ),
        max_size=25,
    )
)
def test_damaged_pages_keep_their_blocks_in_order(pieces: list[str]) -> None:
    """Whatever tags are crossed, blocks lie in order, do not overlap, and cover the text."""
    copy = copy_of(page("".join(pieces)))
    assert "\n\n".join(copy.text[b.raw_start : b.raw_end] for b in copy.blocks) == copy.text


@pytest.mark.parametrize("piece", ["<p>The port moved boats.", "<li>It rained.<br>", "<div><p>So it was.</p></div>"])
def test_a_page_of_many_elements_is_read_in_linear_time(piece: str) -> None:
    """Where an extractor would need minutes, the page is taken whole but for its menus, and that is noted."""
    start = time.process_time()
    copy = copy_of(page(MENU + ARTICLE + piece * 20_000))
    assert time.process_time() - start < 20
    assert copy.notes == (LARGE,)
    assert PARAGRAPHS[0] in copy.text
    assert "Section 3" not in copy.text


def test_a_usual_page_has_no_note() -> None:
    """Long articles and long lists of teasers are still told apart."""
    copy = copy_of(page(MENU + f"<article>{ARTICLE * 40}</article>" + TEASERS * 20))
    assert copy.notes == ()
    assert "Another headline" not in copy.text


@pytest.mark.parametrize(
    "heading", ["Ferry<br>runs again", "<div>Ferry</div>runs again", "Ferry<br/><span>r</span>uns again"]
)
def test_a_line_break_in_a_heading_parts_words(heading: str) -> None:
    """A heading printed on two lines keeps its words apart, in the headline too."""
    paragraphs = "".join(
        f"<p>The harbour board met on Monday for the {n}th time and opened the ferry.</p>" for n in range(4, 9)
    )
    copy = copy_of(f"<html><head></head><body><h1>{heading}</h1>{paragraphs}</body></html>")
    assert said(copy, "headline") == [("Ferry runs again", "heading")]
