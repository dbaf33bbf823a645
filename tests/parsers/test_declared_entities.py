"""Entities of a document's own: short text is put in, anything else is refused in words, and nothing is left as a name."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.declared_entities import expanded
from parsers.errors import Rejected
from parsers.feeds.model import Feed, NotAFeed
from parsers.formats import xml
from parsers.formats.feed import read_feed
from parsers.known import Desk
from parsers.model import RawDocument, Rejection
from parsers.pipeline import parse

TEXT = "The ferry company sold its oldest boat to a museum on Friday, the harbour master said. {} The price was 2 million kroner."
FEED = "<rss version='2.0'><channel><title>A</title><item><title>Old ferry sold</title><description>{}</description></item></channel></rss>"
NITF = "<nitf><body><body.head><hedline><hl1>Old ferry sold</hl1></hedline></body.head><body.content><p>{}</p></body.content></body></nitf>"
TENFOLD = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))


def document(declarations: str, use: str, root: str = "rss", around: str = FEED) -> str:
    """An XML document with these declarations, and this in the middle of its text."""
    return f"<?xml version='1.0'?>\n<!DOCTYPE {root} [{declarations}]>\n" + around.format(TEXT.format(use))


@pytest.mark.parametrize(
    ("declarations", "use", "put"),
    [
        ('<!ENTITY trust "Harbour Trust">', "The &trust; agreed.", "The Harbour Trust agreed."),
        ("<!ENTITY nbsp '&#160;'>", "one&nbsp;two", "one\xa0two"),
        ('<!ENTITY a "of &b;"><!ENTITY b "Osk">', "Port &a;", "Port of Osk"),
        ('<!-- a > "note" --><!ELEMENT p ANY>\n<!ENTITY % x "y"><!ENTITY t "Trust"> ', "&t;", "Trust"),
        ('<!ENTITY t "Trust"><!ENTITY t "Other">', "&t;", "Trust"),
        ('<!ENTITY t "say ]> to it">', "&t;", "say ]> to it"),
    ],
)
def test_short_text_is_put_in(declarations: str, use: str, put: str) -> None:
    """What a document writes short for itself is read in full, in feeds and in news formats, in sound ones and in damaged ones."""
    for text in (document(declarations, use), document(declarations, use).replace("</item>", "</itm>")):
        feed = read_feed(text.encode())
        assert isinstance(feed, Feed)
        assert put.replace("\xa0", " ") in feed.entries[0].text.replace("&gt;", ">").replace("\xa0", " ")
    root = xml.tree(document(declarations, use, "nitf", NITF))
    assert put.replace("\xa0", " ") in xml.words(root)


@pytest.mark.parametrize(
    ("declarations", "use"),
    [
        (TENFOLD, "&e9;"),
        (f'<!ENTITY a "{"x" * 100_000}">', "&a;" * 20_000),
        (f'<!ENTITY a "{"x" * 190}">', "&a;" * 20_000),
        ('<!ENTITY a SYSTEM "file:///etc/hostname">', "&a;"),
        ("<!ENTITY a PUBLIC 'x' 'https://a.example/'>", "&a;"),
        ('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"),
        ('<!ENTITY a "&#60;b>">', "&a;"),
        ('<!ENTITY a "<b>bold</b>">', "&a;"),
    ],
)
def test_others_are_refused_in_words(declarations: str, use: str) -> None:
    """Entities that multiply, are long, name files or hold markup: the file is refused, and the reason says it."""
    found = read_feed(document(declarations, use).encode())
    assert isinstance(found, NotAFeed)
    assert "entities that the file declares are not expanded" in found.detail
    payload = document(declarations, use, "nitf", NITF).encode()
    result = parse(RawDocument(raw_document_id="0", payload=payload, source_uri="a.xml"), Desk())
    assert isinstance(result, Rejection)
    assert "entities that the file declares are not expanded" in result.sentence()


def test_declared_and_not_used_costs_nothing() -> None:
    """A document type full of entities that no text uses, and names in marked sections, are no obstacle."""
    text = document(TENFOLD + '<!ENTITY a SYSTEM "file:///etc/hostname">', "<![CDATA[&e9;]]>")
    assert isinstance(read_feed(text.encode()), Feed)
    assert "<![CDATA[&e9;]]>" in expanded(text)


@pytest.mark.parametrize("text", ["", "&a;", "<rss>&a;</rss>", "<rss><!DOCTYPE rss [<!ENTITY a 'b'>]>&a;</rss>", "<!DOCTYPE rss [<!ENTITY a 'b'>"])  # fmt: skip
def test_what_declares_nothing_stays(text: str) -> None:
    """Without a document type that declares entities and comes to an end, a text is as it was."""
    assert expanded(text) == text


@pytest.mark.parametrize("piece", ["<!ENTITY a '", '<!ENTITY a "b', "<!--", "<![CDATA[", "&a;", "%a;", "<!A \"'", "]"])
def test_linear(piece: str) -> None:
    """Whatever is repeated, the time grows no faster than the text."""
    for head in ("<!DOCTYPE rss [", "<!DOCTYPE rss [<!ENTITY a ''>]>"):
        text = head + "<!ENTITY" + piece * (400_000 // len(piece))
        before = time.process_time()
        expanded(text)
        assert time.process_time() - before < 2


@given(st.text(alphabet="<!ENTIY a\"'[]>&;%-CDAT?"))
def test_never_another_exception(text: str) -> None:
    """Any declarations give a text or a refusal."""
    with suppress(Rejected):
        assert isinstance(expanded("<!DOCTYPE a [<!ENTITY a 'b'>" + text + "]><a>&a;</a>"), str)
