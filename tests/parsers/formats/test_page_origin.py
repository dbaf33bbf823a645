"""Whose text a page is, and who put it out, by what the page says of it."""

from __future__ import annotations

import pytest

from parsers.fields import known_outlets
from parsers.known import Desk
from parsers.model import Parsed, RawDocument
from parsers.pipeline import parse

BODY = (
    "<p>Berg Pumps AG today announced that it will supply forty pumps to the harbour of Ost before summer.</p><p>The order is worth 84,000 crowns, said Ina Berg, who leads the firm.</p>"
    "<p>Deliveries begin in June and end in September, when the old pier is to be closed.</p>"
)


def parties(
    head: str = "", before: str = "", behind: str = "", site: str = "Ost Packet"
) -> tuple[str | None, str | None]:
    """Publisher and republisher of a page."""
    page = (
        f'<!doctype html><html lang=en><head><title>Forty pumps</title><meta property="og:site_name" content="{site}">{head}</head><body><nav><a href="/">A</a></nav>'
        f"<article><h1>Forty pumps for Ost</h1>{before}{BODY}{behind}</article></body></html>"
    )
    raw = RawDocument(raw_document_id="0" * 64, payload=page.encode(), source_uri="p.html", source_kind="page")
    found = parse(raw, Desk(outlets=known_outlets()))
    assert isinstance(found, Parsed)
    return found.article.publisher, found.article.republisher


@pytest.mark.parametrize(
    ("before", "behind", "site"),
    [
        ("<div>News provided by</div><div><b>Berg Pumps AG</b></div><div>Mar 04, 2025, 10:00 ET</div>", "", "PR Newswire"), ("<p>News provided by Berg Pumps AG</p>", "", "PR Newswire"), ("", "<p>SOURCE Berg Pumps AG</p>", "PR Newswire"),
        ("<span>March 04, 2025 10:00 ET | Source: <a href='/o'>Berg Pumps AG</a></span>", "", "GlobeNewswire"),
    ],
)  # fmt: skip
def test_a_press_release_is_its_issuers(before: str, behind: str, site: str) -> None:
    """Who had a release sent is its publisher; the wire is the republisher."""
    assert parties(before=before, behind=behind, site=site) == ("Berg Pumps AG", site)


HOME = '<meta property="og:url" content="https://packet.example/pumps">'


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (f'{HOME}<link rel="canonical" href="https://www.reuters.com/pumps">', "Reuters"), ('<meta name="syndication-source" content="https://www.reuters.com/pumps">', "Reuters"), ('<meta name="original-source" content="https://www.reuters.com/pumps">', "Reuters"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"Forty pumps for Ost","isBasedOn":"https://www.reuters.com/pumps","publisher":{"name":"Ost Packet"}}</script>', "Reuters"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"Forty pumps for Ost","isBasedOn":{"@type":"Article","publisher":{"name":"Bay Paper"}},"publisher":{"name":"Ost Packet"}}</script>', "Bay Paper"),
    ],
)  # fmt: skip
def test_a_page_that_names_its_original_is_a_reprint(head: str, publisher: str) -> None:
    """An address on another outlet's site, or what the text is based on, says whose it is."""
    assert parties(head) == (publisher, "Ost Packet")


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ('<link rel="canonical" href="https://www.bbc.co.uk/sport/1"><meta property="og:url" content="https://m.bbc.com/1">', "BBC Sport"), ('<link rel="canonical" href="https://packet.example/1">', "Ost Packet"), (f'{HOME}<link rel="canonical" href="https://unknown.example/1">', "Ost Packet"),
    ],
)  # fmt: skip
def test_a_page_of_the_outlet_itself_is_no_reprint(head: str, site: str) -> None:
    """Addresses of the same outlet and of strangers change nothing."""
    assert parties(head, site=site)[1] is None
