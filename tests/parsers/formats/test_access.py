"""Articles that are cut behind a subscription, and updates of live blogs with their authors, as they are filed."""

from __future__ import annotations

import json

import pytest

from parsers.known import Desk
from parsers.model import Parsed, RawDocument
from parsers.pipeline import parse

TEXT = (
    "The ferry to Larkhaven was cancelled on Monday because of a storm, the harbour office said.",
    "Its next crossing is planned for Wednesday, when the wind is expected to have gone down, it said in a statement.",
    "Passengers can use their tickets until the end of the month, and those who want their money back get it at the pier.",
)
LONG = "".join(
    f"<p>Paragraph {n} of the long report tells of the harbour, the ferry, and of the people who wait for both of them.</p>"
    for n in range(9)
)


def filed(said: dict[str, object], body: str) -> Parsed:
    """A page with JSON-LD, parsed."""
    head = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry cancelled",
        "datePublished": "2026-03-02T09:00:00Z",
        **said,
    }
    markup = f"<html lang='en'><head><title>Ferry cancelled</title><script type='application/ld+json'>{json.dumps(head)}</script></head><body><article><h1>Ferry cancelled</h1>{body}</article></body></html>"
    raw = RawDocument(
        raw_document_id="x",
        payload=markup.encode(),
        source_uri="https://press.example/ferry",
        source_kind="page",
        media_type="text/html",
    )
    outcome = parse(raw, Desk())
    assert isinstance(outcome, Parsed)
    return outcome


PARAGRAPHS = "".join(f"<p>{p}</p>" for p in TEXT)
KEPT = [{"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paid"}]


@pytest.mark.parametrize(
    ("said", "body", "partial"),
    [
        ({}, PARAGRAPHS, None),
        ({"isAccessibleForFree": True}, PARAGRAPHS, None),
        ({"isAccessibleForFree": False}, PARAGRAPHS, True),
        ({"isAccessibleForFree": "False", "wordCount": 900}, PARAGRAPHS, True),
        ({"isAccessibleForFree": False, "wordCount": 55}, PARAGRAPHS, None),
        ({"isAccessibleForFree": False, "hasPart": KEPT}, f"{PARAGRAPHS}<div class='x paid'>{LONG}</div>", None),
        ({"isAccessibleForFree": False, "hasPart": KEPT}, f"{PARAGRAPHS}<div class='paid'></div>", True),
    ],
)
def test_an_article_is_partial_when_its_rest_is_not_on_the_page(
    said: dict[str, object], body: str, partial: bool | None
) -> None:
    """Not free to read is partial, unless the words that the page counts are there or the part kept back is on it."""
    assert filed(said, body).article.is_partial is partial


def test_updates_have_their_authors() -> None:
    """By JSON-LD: people are named, the desk of an outlet is nobody."""
    updates = [
        {"@type": "BlogPosting", "datePublished": f"2026-03-02T{9 + n}:00:00Z", "articleBody": text, "author": author}
        for n, (text, author) in enumerate(
            zip(
                TEXT,
                (
                    {"@type": "Person", "name": "Ann Poole"},
                    [{"name": "Tom Reed"}, {"name": "Ida Berg"}],
                    {"@type": "Organization", "name": "Press Example"},
                ),
                strict=True,
            )
        )
    ]
    found = filed({"@type": "LiveBlogPosting", "liveBlogUpdate": updates}, PARAGRAPHS)
    by = {found.article.article_body[p.start_char : p.end_char]: p.author for p in found.passages}
    assert [by[t] for t in TEXT] == ["Ann Poole", "Tom Reed, Ida Berg", None]


def test_updates_in_the_markup_have_their_authors() -> None:
    """By `rel`, `itemprop` or a class inside the box of the update."""
    body = "".join(
        f"<div class='update'><time datetime='2026-03-02T{9 + n}:00:00Z'>{9 + n}:00</time><span class='byline'>By {who}</span><p>{text}</p></div>"
        for n, (text, who) in enumerate(zip(TEXT, ("Ann Poole", "Tom Reed", "Ida Berg"), strict=True))
    )
    found = filed({"@type": "LiveBlogPosting"}, body)
    by = {
        found.article.article_body[p.start_char : p.end_char]: (p.time and p.time.hour, p.author)
        for p in found.passages
    }
    assert [by[t] for t in TEXT] == [(9, "Ann Poole"), (10, "Tom Reed"), (11, "Ida Berg")]
