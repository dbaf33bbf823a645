"""OPML both ways, as other readers write it."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from parsers.feeds.opml import Subscription, read_opml, write_opml

NOW = datetime(2026, 5, 4, tzinfo=UTC)


def test_folders_duplicates_and_spellings_are_read() -> None:
    """Folders at any depth, categories, `xmlurl`, a missing title, feeds listed twice."""
    payload = b"""<?xml version="1.0"?><opml version="1.0"><head/><body>
    <outline text="Region"><outline text="Ports"><outline text="Press" type="rss" xmlUrl="https://press.example/rss" htmlUrl="https://press.example/"/></outline></outline>
    <outline xmlurl="www.line.example/feed" category="/News/Rail,/Video"/>
    <outline text="Again" xmlUrl="https://press.example/rss"/><outline text="Not a feed" url="https://x.example"/><outline text="Bad" xmlUrl="file:///etc/passwd"/>
    </body></opml>"""
    assert read_opml(payload) == (
        Subscription(
            url="https://press.example/rss", title="Press", site="https://press.example/", folder="Region / Ports"
        ),
        Subscription(url="https://www.line.example/feed", folder="News / Rail"),
    )


def test_what_is_no_opml_is_none() -> None:
    """HTML, garbage and nothing give None, not an empty list."""
    assert read_opml(b"<html></html>") is None
    assert read_opml(b"") is None
    assert read_opml(b"\x00\xff") is None


def test_deep_nesting_is_read() -> None:
    """Two hundred folders in one another are no trouble."""
    nested = '<outline text="f">' * 200 + '<outline xmlUrl="https://a.example/"/>' + "</outline>" * 200
    found = read_opml(f"<opml><body>{nested}</body></opml>".encode())
    assert found
    assert found[0].url == "https://a.example/"


words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="<>&\ufffe\uffff"), min_size=1, max_size=12).map(lambda s: " ".join(s.split())).filter(bool)  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 99), words, words), max_size=6, unique_by=lambda t: t[0]))
def test_what_is_written_reads_back(rows: list[tuple[int, str, str]]) -> None:
    """Export and import give the same subscriptions."""
    listed = [Subscription(url=f"https://a.example/{n}", title=title, folder=folder) for n, title, folder in rows]
    read = read_opml(write_opml(listed, title="t", now=NOW))
    assert read is not None
    assert {(s.url, s.title, s.folder) for s in read} == {(s.url, s.title, s.folder) for s in listed}
