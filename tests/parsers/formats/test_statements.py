"""What JSON-LD and meta elements say."""

from __future__ import annotations

import pytest

from parsers.formats.statements import of_json_ld, of_meta


def said(value: object) -> dict[str, list[str]]:
    """Statements by field."""
    out: dict[str, list[str]] = {}
    for s in of_json_ld(value):
        out.setdefault(s.field, []).append(s.value)
    return out


@pytest.mark.parametrize(
    "kind", ["NewsArticle", ["Thing", "Article"], "https://schema.org/NewsArticle", "schema:ReportageNewsArticle", None]
)
def test_articles_are_known_by_their_type(kind: object) -> None:
    """A type may be one of several, or be written as an address; an object without one counts as an article."""
    record = {"headline": " Bridge opens ", **({"@type": kind} if kind else {})}
    assert said(record) == {"headline": ["Bridge opens"]}


def test_other_objects_say_nothing() -> None:
    """Organisations, breadcrumbs and scalars are no articles."""
    assert said([{"@type": "Organization", "name": "Osk"}, 4, "x", None]) == {}


def test_people_and_publishers_by_name() -> None:
    """Names come from strings, objects and lists of either; an empty name says nothing."""
    record = {
        "@type": "NewsArticle",
        "author": [{"name": "Ilse Brandt"}, "Per Holm", {"name": ""}, 7],
        "publisher": {"@type": "Organization", "name": "Osk Courier"},
        "mainEntityOfPage": {"@id": "https://osk.example/1"},
        "headline": "",
        "datePublished": True,
    }
    assert said({"@graph": [record]}) == {
        "author": ["Ilse Brandt", "Per Holm"],
        "publisher": ["Osk Courier"],
        "canonical_url": ["https://osk.example/1"],
    }


def test_meta_elements() -> None:
    """Known names, in any case, with a content, are statements with their source; others are none."""
    pairs = [("OG:Title", " Bridge opens "), ("author", ""), ("viewport", "width=1"), ("dc.date", "2025-03-03")]
    assert [(s.field, s.value, s.source) for s in of_meta(pairs)] == [
        ("headline", "Bridge opens", "opengraph"),
        ("date_published", "2025-03-03", "meta"),
    ]
