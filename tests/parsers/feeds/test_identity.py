"""Who an entry is, under changing ids, links and titles; and what counts as an edit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.feeds.identity import SeenEntry, content_hash, identify
from parsers.feeds.model import FeedEntry

FIRST = FeedEntry(
    guid="tag:press.example,2026:88121",
    link="https://press.example/2026/05/berth",
    title="Second berth opened",
    content="<p>It takes ships of 60,000 tonnes.</p>",
    published="Mon, 04 May 2026 09:15:00 GMT",
)
SECOND = FeedEntry(
    guid="tag:press.example,2026:88122",
    link="https://press.example/2026/05/signals",
    title="Signals failed",
    content="<p>For six hours.</p>",
    published="Tue, 05 May 2026 09:15:00 GMT",
)


def memory(*entries: FeedEntry) -> tuple[SeenEntry, ...]:
    """What is remembered after these entries were met."""
    return tuple(s.keys for s in identify("feed", entries, ()))


def standing(entry: FeedEntry, *met: FeedEntry, beside: tuple[FeedEntry, ...] = ()) -> str:
    """The standing of an entry after others were met."""
    return identify("feed", (entry, *beside), memory(*met))[0].standing


@pytest.mark.parametrize("changed", [
    replace(FIRST, guid="renumbered-1"), replace(FIRST, guid=None), replace(FIRST, guid=f"{FIRST.guid}#3"),
    replace(FIRST, link="https://www.press.example/2026/05/berth/?utm_source=rss&fbclid=x#top"), replace(FIRST, link="http://m.press.example/2026/05/berth?from=rss"),
    replace(FIRST, link="https://press.example/moved/berth"), replace(FIRST, link=None), replace(FIRST, published="Mon, 04 May 2026 10:00:00 GMT"),
    replace(FIRST, content='<p class="new">It takes ships of <b>60,000</b> tonnes.</p><img src="https://ads.example/pixel?id=7">'),
])  # fmt: skip
def test_the_same_article_is_seen(changed: FeedEntry) -> None:
    """A new id, link, date, markup or advertising pixel alone is no news."""
    assert standing(changed, FIRST, SECOND) == "seen"


@pytest.mark.parametrize("changed", [
    replace(FIRST, title="Second berth opened late"), replace(FIRST, content=FIRST.content + "<p>Correction: 62,000.</p>"), replace(FIRST, authors=("Leyla Quint",)),
    replace(FIRST, guid="renumbered-1", title="Harbour grows"),
])  # fmt: skip
def test_a_changed_text_is_an_edit_of_the_same_entry(changed: FeedEntry) -> None:
    """Changed words keep the key and are filed again."""
    sighting = identify("feed", (changed,), memory(FIRST, SECOND))[0]
    assert sighting.standing == "edited"
    assert sighting.keys.entry_key == memory(FIRST)[0].entry_key


def test_a_new_article_is_new() -> None:
    """Another entry of the same feed is not taken for a known one."""
    assert standing(SECOND, FIRST) == "new"


def test_ids_that_are_positions_prove_nothing() -> None:
    """In a feed that numbers its entries from the top, yesterday's number one is not today's."""
    met = (replace(FIRST, guid="1"), replace(SECOND, guid="2"))
    fresh = replace(
        FIRST, guid="1", link="https://press.example/2026/05/third", title="A third story", content="<p>Third.</p>"
    )
    found = identify("feed", (fresh, replace(FIRST, guid="2"), replace(SECOND, guid="3")), memory(*met))
    assert [s.standing for s in found] == ["new", "seen", "seen"]


def test_entries_that_share_link_or_id_are_told_apart() -> None:
    """A feed whose entries all lead to one page, or all bear one id, still has as many entries."""
    shared = [replace(e, link="https://press.example/live", guid="same") for e in (FIRST, SECOND)]
    found = identify("feed", shared, ())
    assert [s.standing for s in found] == ["new", "new"]
    assert len({s.keys.entry_key for s in found}) == 2
    assert [s.standing for s in identify("feed", shared, (s.keys for s in found))] == ["seen", "seen"]


def test_a_link_to_the_home_page_identifies_nothing() -> None:
    """Entries that link to the site itself are known by title and date."""
    a, b = (replace(e, link="https://press.example/", guid=None) for e in (FIRST, SECOND))
    assert standing(b, a) == "new"
    assert standing(a, a) == "seen"


def test_one_article_in_two_feeds_of_an_outlet_has_one_key() -> None:
    """The key comes from the address where there is one, whatever the feed."""
    assert identify("top", (FIRST,), ())[0].keys.entry_key == identify("ports", (FIRST,), ())[0].keys.entry_key


def test_an_entry_twice_in_one_feed_counts_once() -> None:
    """Repeated items are one entry."""
    assert len(identify("feed", (FIRST, replace(FIRST, guid="other"), FIRST), memory(FIRST))) == 1


def test_the_content_hash_carries_its_version_and_ignores_empty_fields() -> None:
    """A field that is added later and empty does not change old hashes."""
    assert content_hash(FIRST)[0] == "1"
    assert content_hash(FIRST) == content_hash(replace(FIRST, authors=(), summary=""))


@given(st.lists(st.builds(FeedEntry, guid=st.none() | st.text(max_size=5), link=st.none() | st.sampled_from(["https://a.example/1", "https://a.example/2?utm_x=1", "https://a.example/"]), title=st.text(max_size=6), content=st.text(max_size=12)), max_size=8))  # fmt: skip
def test_what_was_just_met_is_seen(entries: list[FeedEntry]) -> None:
    """Meeting the same feed again finds nothing new and nothing edited."""
    first = identify("feed", entries, ())
    again = identify("feed", [s.entry for s in first], (s.keys for s in first))
    assert {s.standing for s in again} <= {"seen"}
    assert {s.keys.entry_key for s in again} <= {s.keys.entry_key for s in first}
