"""When a page is wanted, and how a feed's pace is measured."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from parsers.feeds.cadence import instants, usual_gap
from parsers.feeds.loose import read_loosely
from parsers.feeds.model import Feed, FeedEntry, NotAFeed
from parsers.feeds.reading import FeedReading, read_body, wants_page

NOW = datetime(2026, 5, 30, tzinfo=UTC)
LONG = "<p>" + "Ships of every size came in and went out again that day. " * 20 + "</p>"
LINK = "https://press.example/1"


@pytest.mark.parametrize(("entry", "wanted"), [
    (FeedEntry(link=LINK, summary="A short summary."), True), (FeedEntry(link=LINK, content=LONG), False), (FeedEntry(link=LINK, summary=LONG), False),
    (FeedEntry(link=LINK, content=LONG + '<a href="x">Read more</a>'), True), (FeedEntry(link=LINK, content=LONG + "[&hellip;]"), True), (FeedEntry(link=LINK, content=LONG + "… Ətraflı »"), True),
    (FeedEntry(link=LINK, content="<p>A brief that is all there is.</p>"), False), (FeedEntry(summary="A short summary."), False), (FeedEntry(link=LINK), True),
])  # fmt: skip
def test_a_page_is_wanted_for_summaries_only(entry: FeedEntry, wanted: bool) -> None:
    """Short descriptions and texts that go on elsewhere; never for entries without a link."""
    assert wants_page(entry, "auto") is wanted


def test_a_person_can_have_it_otherwise() -> None:
    """`always` and `never` overrule the look at the text."""
    assert wants_page(FeedEntry(link=LINK, content=LONG), "always")
    assert not wants_page(FeedEntry(link=LINK), "never")


def test_the_pace_is_the_median_gap() -> None:
    """One long holiday does not make a daily feed a weekly one; dates ahead of now do not count."""
    days = [NOW - timedelta(days=d) for d in (1, 2, 3, 4, 15, 16)] + [NOW + timedelta(days=400)]
    dates = instants((FeedEntry(published=d.isoformat()) for d in days), NOW)
    assert dates[0] == NOW - timedelta(days=1)
    assert usual_gap(dates) == 86_400
    assert usual_gap(dates[:3]) is None


@pytest.mark.parametrize("printed", ["Mon, 04 May 2026 09:15:00 +0400", "2026-05-04T09:15:00Z", "2026-05-04"])
def test_common_dates_are_read_for_the_pace(printed: str) -> None:
    """The two standards of feeds, with and without a time."""
    assert len(instants([FeedEntry(published=printed)], NOW)) == 1


def test_empty_entries_are_dropped_and_counted() -> None:
    """An item without words is no entry, and its absence is not silent."""
    body = b"<rss><channel><title>T</title><item><link>https://a.example/1</link></item><item><title>x</title></item></channel></rss>"
    found = read_body(body, LINK, None, "f", (), NOW)
    assert isinstance(found, FeedReading)
    assert (found.total, found.feed.dropped) == (1, (("empty_entry", 1),))
    assert isinstance(read_body(b"<html>", LINK, None, "f", (), NOW), NotAFeed)


@pytest.mark.parametrize(
    "element", ["date", "published", "updated", "title", "author", "guid", "link", "category", "language", "summary", "ttl", "source", "content"],
)  # fmt: skip
def test_an_element_of_a_damaged_feed_that_has_attributes_instead_of_words_is_no_value(element: str) -> None:
    """Crossed tags, and an element that another vocabulary writes with attributes: the entry is read, its values are texts."""
    body = (
        "<rss version='2.0'><channel><title>Quay News</title><item><title>A crane fell</title><link>https://press.example/1</link>"
        f"<b><{element} when='2024-06-12' href='' type='x'/></i><description>A crane fell on Monday.</description></item></channel></rss>"
    ).encode()
    feed = read_loosely(body.decode(), LINK, "utf-8")
    assert isinstance(feed, Feed)
    for entry in feed.entries:
        hash(entry)
        assert all(
            value is None or isinstance(value, str)
            for value in (entry.guid, entry.title, entry.published, entry.updated, entry.language)
        )
        assert "A crane fell on Monday." in entry.summary + entry.content


@pytest.mark.parametrize(("sentence", "more"), [
    ("港务局周五表示，旧木桥从周一早上起关闭维修，因为三根桥桩已经腐烂。", "阅读全文"), ("港湾事務所は金曜日、古い木の桟橋を閉鎖して修理すると発表した。", "続きを読む"),
    ("เทศบาลเมืองท่าเรือแจ้งว่าสะพานไม้เก่าจะปิดซ่อมตั้งแต่เช้าวันจันทร์ ", "อ่านต่อ"), ("မြို့တော်စည်ပင်က သစ်သားတံတားဟောင်းကို ပြင်ဆင်ဖို့ပိတ်မယ်လို့ ပြောပါတယ်။", "ဆက်ဖတ်ရန်"),
])  # fmt: skip
def test_words_of_a_summary_are_counted_by_letters(sentence: str, more: str) -> None:
    """A long summary in a script without spaces passes for the article, a short one and one that goes on do not."""
    assert not wants_page(FeedEntry(link=LINK, summary=sentence * 20), "auto")
    assert wants_page(FeedEntry(link=LINK, summary=sentence), "auto")
    assert wants_page(FeedEntry(link=LINK, summary=f"{sentence * 20} {more} »"), "auto")
