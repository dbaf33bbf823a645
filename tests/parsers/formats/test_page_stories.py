"""Pages of several reports say so: one of them as if it were the page would be a silent loss."""

from __future__ import annotations

import pytest

from parsers.formats.html import read
from parsers.model import RawDocument
from parsers.sniff import HTML

PARTS = (
    "The mill at Aldery will grind again from the first of May, its owners said on Monday, after a new wheel was carried up the valley in eleven pieces.",
    "The old one had broken in the frost, and for two winters the village bought its flour in town, which made a loaf a third dearer than before.",
    "A miller from the coast has been hired for the season; he wants to teach two apprentices, and eight people have asked for the places.",
)


def report(number: int, parts: tuple[str, ...] = PARTS) -> str:
    """One of several reports."""
    return (
        f"<article><h2>Report number {number}</h2>"
        + "".join(f"<p>In valley {number}: {p}</p>" for p in parts)
        + "</article>"
    )


def notes(body: str, head: str = "") -> tuple[str, ...]:
    """What is noted of a page."""
    markup = f"<!doctype html><html><head><title>News in brief</title>{head}</head><body><nav><a href=/>Home</a></nav><h1>News in brief</h1><main>{body}</main></body></html>"
    return read(RawDocument(raw_document_id="x", payload=markup.encode(), source_uri="a.html"), HTML).notes


@pytest.mark.parametrize("count", [2, 3, 5])
def test_several_reports_are_noted(count: int) -> None:
    """The note says how many reports the page has, and that they are one text or that some were not taken."""
    (note,) = notes("".join(map(report, range(count))))
    assert str(count) in note
    assert "hand in the page of each" in note


@pytest.mark.parametrize(
    "body",
    [
        report(1),
        report(1) + "".join(report(n, PARTS[:1]) for n in range(2, 9)),
        f"<article><h2>One</h2>{report(1)}{report(2)}</article>",
        report(1) + f"<article><h2>Three</h2><p><a href=/3>{PARTS[0]}{PARTS[1]}{PARTS[2]}</a></p></article>",
    ],
)
def test_one_report_is_no_matter_of_notes(body: str) -> None:
    """Teasers, reports inside of reports, and linked texts are no reports of their own."""
    assert notes(body) == ()


def test_updates_of_a_live_blog_are_no_reports() -> None:
    """A live blog is one document, whatever elements its updates are in."""
    script = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "News in brief"}</script>'
    assert notes("".join(map(report, range(3))), script) == ()
