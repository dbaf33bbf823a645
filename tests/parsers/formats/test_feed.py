"""Reading feeds: golden files of every kind, and what a feed's bytes may be instead."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import fields
from parsers.feeds.model import Feed, FeedEntry, NotAFeed
from parsers.formats.entry import payload as entry_payload
from parsers.formats.entry import read as read_entry
from parsers.formats.feed import MAX_ENTRIES, read_feed
from parsers.formats.json_feed import looks_like_json, read_json_feed
from parsers.model import RawDocument
from parsers.sniff import ENTRY

GOLDEN = Path(__file__).parents[2] / "golden" / "feed"
CASES = sorted(p for p in GOLDEN.iterdir() if p.suffix in (".xml", ".jsonfeed"))
BASE = "https://base.example/feed"


def read(payload: bytes, **options: str) -> Feed | NotAFeed:
    """A feed of either syntax."""
    return (read_json_feed if looks_like_json(payload) else read_feed)(payload, url=BASE, **options)


def feed(payload: bytes | str, **options: str) -> Feed:
    """A feed that must be one."""
    found = read(payload.encode() if isinstance(payload, str) else payload, **options)
    assert isinstance(found, Feed), found
    return found


def rss(*items: str, head: str = "") -> str:
    """An RSS feed around items."""
    return f'<rss version="2.0"><channel><title>T</title>{head}{"".join(items)}</channel></rss>'


def said(found: Feed) -> dict[str, object]:
    """A feed as JSON, without what is empty."""
    record = {k: v for k, v in asdict(found).items() if v not in (None, "", ())}
    record["entries"] = [{k: v for k, v in e.items() if v not in (None, "", (), [])} for e in record.get("entries", ())]
    return json.loads(json.dumps(record))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.name)
def test_golden_feeds_read_as_recorded(path: Path) -> None:
    """Every golden feed gives exactly the record beside it."""
    assert said(feed(path.read_bytes())) == json.loads(path.with_suffix(".json").read_text())


def test_every_golden_feed_has_its_record_and_every_record_its_feed() -> None:
    """No orphans."""
    assert {p.stem for p in CASES} == {p.stem for p in GOLDEN.glob("*.json")}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_and_marks_read_the_same(encoding: str) -> None:
    """UTF-16 and UTF-32, with and without a mark, whatever the prolog says."""
    text = '<?xml version="1.0" encoding="utf-8"?>' + rss("<item><title>Xəbər — Новости</title></item>")
    assert feed(text.encode(encoding)).entries[0].title == "Xəbər — Новости"


@pytest.mark.parametrize(("prolog", "http", "actual"), [
    ("utf-8", "iso-8859-1", "utf-8"), ("windows-1251", None, "utf-8"), ("windows-1251", "utf-8", "windows-1251"),
    (None, "windows-1251", "windows-1251"), ("no-such-charset", "windows-1251", "windows-1251"), ("windows-1251", "iso-8859-1", "windows-1251"),
])  # fmt: skip
def test_charset_lies_are_seen_through(prolog: str | None, http: str | None, actual: str) -> None:
    """Bytes that prove UTF-8 are UTF-8; else the prolog counts before HTTP."""
    head = f'<?xml version="1.0" encoding="{prolog}"?>' if prolog else ""
    body = head + rss("<item><title>Президент подписал указ о транспорте</title></item>")
    found = read_feed(body.encode(actual), url=BASE, charset=http)
    assert isinstance(found, Feed)
    assert found.entries[0].title == "Президент подписал указ о транспорте"


def test_one_bad_byte_costs_one_character() -> None:
    """A feed in UTF-8 with a stray Windows-1252 quote keeps all other letters."""
    body = rss("<item><title>Börse fällt, sagt X@Y — über 5 €</title></item>").encode().replace(b"@", b"\x92")
    assert feed(body).entries[0].title == "Börse fällt, sagt X’Y — über 5 €"


def test_nul_and_control_characters_are_dropped() -> None:
    """NUL in a title does not stop the reader nor reach the database."""
    assert feed(rss("<item><title>A\0B\x0bC&#0;&#x1F;D</title></item>")).entries[0].title == "ABCD"


@pytest.mark.parametrize("junk", ["\n\n ", "<!-- cache: hit -->\n", "junk before it ", "\ufeff<!-- a --><!-- b -->"])
def test_what_stands_before_the_feed_is_passed_over(junk: str) -> None:
    """Blank lines, comments and stray words before the prolog."""
    assert feed(junk + '<?xml version="1.0"?>' + rss("<item><title>x</title></item>")).entries[0].title == "x"


@pytest.mark.parametrize(("payload", "kind"), [
    (b"", "empty"), (b" \n\0", "empty"), (b"<!DOCTYPE html><html><head><title>x</title></head></html>", "html"), (b"<html><body>404</body></html>", "html"),
    (b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>', "sitemap"), (b"<opml><body/></opml>", "opml"),
    (b'{"a": 1}', "json"), (b"[1,2", "json"), (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"), (b"hello", "text"), (b"<svg/>", "xml"),
])  # fmt: skip
def test_what_is_no_feed_is_named(payload: bytes, kind: str) -> None:
    """Pages, sitemaps, pictures and the rest each have their name."""
    found = read(payload)
    assert isinstance(found, NotAFeed)
    assert found.kind == kind
    assert found.detail


@pytest.mark.parametrize(("printed", "link"), [
    ("//a.example/x", "https://a.example/x"), ("www.a.example/x", "https://www.a.example/x"), ("a.example/x", "https://a.example/x"),
    ("/x", "https://base.example/x"), (" https://a.example/\n x ", "https://a.example/%20x"), ("javascript:alert(1)", None), ("mailto:a@b.example", None),
    ("file:///etc/passwd", None), ("http://[bad", None), ("https://a.example/" + "x" * 3000, None), ("", None),
])  # fmt: skip
def test_links_come_out_absolute_or_not_at_all(printed: str, link: str | None) -> None:
    """Links without scheme or host are completed; other schemes and overlong ones are dropped."""
    assert feed(rss(f"<item><title>t</title><link>{printed}</link></item>")).entries[0].link == link


def test_entries_beyond_the_cap_are_counted() -> None:
    """A feed that never forgets is read up to the cap, and the rest is not silent."""
    found = feed(rss(*["<item><title>x</title></item>"] * (MAX_ENTRIES + 7)))
    assert len(found.entries) == MAX_ENTRIES
    assert found.dropped == (("too_many_entries", 7),)


def test_entity_bombs_neither_grow_nor_reach_out(tmp_path: Path) -> None:
    """Ten levels of entities end small, and an external entity is not opened."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY e0 "lol">{levels}]>' + rss(
        "<item><title>&e9;</title><description>d</description></item>"
    )
    found = read(bomb.encode())
    assert len(str(found)) < 100_000
    secret = tmp_path / "secret"
    secret.write_text("hidden words")
    outside = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>' + rss("<item><title>&x;</title></item>")
    assert "hidden words" not in str(read(outside.encode()))


def test_a_path_as_payload_opens_no_file() -> None:
    """The forgiving reader gets bytes only."""
    assert isinstance(read(b"/etc/hostname"), NotAFeed)


@pytest.mark.parametrize("piece", ["<!--", "<item>", "&", "<![CDATA[", "<a b='", "]]>", "<!DOCTYPE [", "&#", "<?xml"])
def test_hostile_repetition_stays_linear(piece: str) -> None:
    """A quarter of a megabyte of any opening construct is read without delay (the suite's own time limit judges)."""
    assert read((rss("<item><title>t</title>") + piece * (250_000 // len(piece))).encode())
    assert read((piece * (250_000 // len(piece))).encode())


@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(noise: bytes) -> None:
    """No bytes make the reader raise, alone or inside a feed."""
    assert read(noise)
    assert read(b"<rss><channel><item><title>" + noise + b"</title></item></channel></rss>")


@given(
    st.lists(
        st.sampled_from(
            ["<p>x</p>", "<item>", "</item>", "<title>", "</title>", "&amp;", "&nbsp;", "text", "<![CDATA[", "]]>"]
        ),
        max_size=30,
    )
)
def test_damaged_feeds_are_still_feeds(pieces: list[str]) -> None:
    """Crossed and missing tags never make a feed unreadable as such."""
    found = read(f"<rss version='2.0'><channel><title>T</title>{''.join(pieces)}".encode())
    assert isinstance(found, Feed | NotAFeed)


def test_well_formed_and_damaged_readers_agree() -> None:
    """The direct reader and feedparser give the same entry for the same words."""
    body = rss(
        "<item><title>A &amp; B</title><link>https://a.example/1</link><guid>g</guid><pubDate>Mon, 04 May 2026 09:15:00 GMT</pubDate><description>&lt;p&gt;Text&lt;/p&gt;</description></item>"
    )
    direct, loose = feed(body), feed(body.removesuffix("</rss>"))
    assert (direct.well_formed, loose.well_formed) == (True, False)
    assert direct.entries == loose.entries


def test_an_entry_without_anything_is_still_an_entry() -> None:
    """Empty items are read; what becomes of them is decided elsewhere."""
    assert feed(rss("<item/>")).entries == (FeedEntry(),)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("&lt;p&gt;The pier closes in June. More tomorrow.&lt;/p&gt;", "The pier closes in June."), ("The pier closes in June", "The pier closes in June"), ("word " * 60, "word " * 23 + "word…"), ("桟橋は六月に閉まる。続きは明日。", "桟橋は六月に閉まる。続きは明日。"),
    ],
)  # fmt: skip
def test_a_post_without_a_title_is_called_by_its_first_words(text: str, headline: str) -> None:
    """Its headline is its first sentence, as far as it fits, and its text stays whole."""
    feed = read_feed(
        f"<rss version='2.0'><channel><title>Ina</title><item><guid>1</guid><description>{text}</description></item></channel></rss>".encode()
    )
    assert isinstance(feed, Feed)
    raw = RawDocument(
        raw_document_id="0" * 64, payload=entry_payload(feed.entries[0]), source_uri="x", source_kind="feed_entry"
    )
    found = fields.read(read_entry(raw, ENTRY))
    assert found.headline == headline
    assert not [m for m in found.marks if m.kind == "residue"]


def test_titles_in_base64_are_unpacked() -> None:
    """Atom 0.3 may pack a title as it packs a text."""
    feed = read_feed(
        b'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="base64">T3N0</title><entry><title mode="base64">UGllciBjbG9zZXM=</title></entry></feed>'
    )
    assert isinstance(feed, Feed)
    assert (feed.title, feed.entries[0].title) == ("Ost", "Pier closes")
