"""Corpora of newswire in SGML and XML: Reuters-21578 (`<REUTERS …>`), RCV1 (`<newsitem …>`); each story is a member."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from parsers.charset import decode
from parsers.errors import Rejected
from parsers.formats import said, xml
from parsers.formats.look import Kind, Look, never
from parsers.formats.pieces import MEBIBYTE, Fault, Inside, Limits, Part
from parsers.formats.source import Source
from parsers.model import Copy, RawDocument, Reason, Statement

RCV1 = "application/vnd.reuters.rcv1+xml"
REUTERS = "text/x-reuters-sgml"
MEDIA_TYPES = (REUTERS, RCV1)
CORPUS = "application/x-reuters-sgml"

_OPENS, _CLOSES = b"<REUTERS ", b"</REUTERS>"
_LIMIT = 64 * MEBIBYTE
_TOPIC = re.compile(r"<D>(.*?)</D>", re.S)
_CODE = re.compile(r'<code code="([^"]+)"')


def _is_corpus(look: Look) -> bool:
    return look.start.startswith("<") and ("<REUTERS " in look.start[:4096] or "lewis.dtd" in look.start[:200])


def _is_rcv1(look: Look) -> bool:
    return look.start.startswith("<") and re.search(r"<newsitem\s[^>]*\bitemid=", look.start[:2048]) is not None


KINDS = (
    Kind(media_type=CORPUS, title="Reuters-21578 SGML", matches=_is_corpus, holds="members", endings=(".sgm", ".sgml")),
    Kind(media_type=RCV1, title="Reuters RCV1", matches=_is_rcv1, holds="document", endings=(".xml",), library="lxml"),
    Kind(media_type=REUTERS, title="a story of Reuters-21578", matches=never, holds="document", declared=True),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The stories of a file of the corpus."""
    del look, limits
    payload = source.rest(_LIMIT)
    number, end = 0, 0
    while (start := payload.find(_OPENS, end)) >= 0 and (close := payload.find(_CLOSES, start)) >= 0:
        number, end = number + 1, close + len(_CLOSES)
        yield Part(ordinal=number, payload=payload[start:end], media_type=REUTERS)
    if start >= 0 and not source.broken:
        yield Fault(number + 1, Reason.MALFORMED, "a story without its end", "fetch the file again")


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a story. Raises Rejected(`no_text`, `malformed`)."""
    if media_type == RCV1:
        return _rcv1(raw)
    decoded = decode(raw.payload, raw.charset, raw.source_uri)
    text = _element(decoded.text, "BODY") or _loose(decoded.text)
    if not text.strip():
        raise Rejected(
            "a story without a body: headline only", Reason.NO_TEXT, "nothing to do: the corpus has no more of it"
        )
    statements = raw.statements + _statements(decoded.text)
    return Copy(text=_paragraphs(text), media_type=REUTERS, charset=decoded.charset, statements=statements)


def _statements(story: str) -> tuple[Statement, ...]:
    pairs: list[tuple[str, str | None]] = [
        ("headline", _line(_element(story, "TITLE"))),
        ("dateline", _line(_element(story, "DATELINE")).rstrip(" -")),
        ("author", re.sub(r"\A\s*by\s+|,\s*Reuters?\s*\Z", "", _line(_element(story, "AUTHOR")), flags=re.I)),
        ("date_published", _line(_element(story, "DATE")).partition(".")[0]),
        ("publisher", "Reuters"),
        ("in_language", "en"),
    ]
    topics = (
        t
        for group in ("TOPICS", "PLACES", "PEOPLE", "ORGS", "EXCHANGES")
        for t in _TOPIC.findall(_element(story, group))
    )
    return said.all_said(pairs) + said.keywords(topics)


def _element(story: str, name: str) -> str:
    """The content of the first element of a name; empty when there is none, or it has no end."""
    found = re.search(rf"<{name}(?:\s[^<>]*)?>", story)
    end = story.find(f"</{name}>", found.end()) if found else -1
    return html.unescape(story[found.end() : end]) if found and end >= 0 else ""


def _loose(story: str) -> str:
    """The text of a story that is not marked up inside (`TYPE="UNPROC"`)."""
    return re.sub(r"<[^<>]*>", "\n", _element(story, "TEXT").replace("&lt;", "<"))


def _line(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(text: str) -> str:
    """Paragraphs apart by a blank line; the wire's begin with four spaces. Control signs and the end mark are cut."""
    text = "".join(c for c in text if c == "\n" or c >= " ")
    text = re.sub(r"\n\s*(?:Reuter|REUTER)\s*\Z", "", text.rstrip())
    return re.sub(r"\n[ \t]{2,}(?=\S)", "\n\n", text).strip()


def _rcv1(raw: RawDocument) -> Copy:
    root = xml.tree(xml.text_of(raw.payload, raw.charset, raw.source_uri))
    text, blocks = xml.blocks(xml.children(root, "text"), xml.HTML_TAGS | {"text": "div"}, frozenset())
    pairs: list[tuple[str, str | None]] = [
        ("headline", xml.inline(xml.first(root, "headline"))),
        ("byline", xml.inline(xml.first(root, "byline"))),
        ("author", xml.inline(xml.first(root, "byline"))),
        ("dateline", xml.inline(xml.first(root, "dateline"))),
        ("date_published", root.get("date")),
        ("publisher", "Reuters"),
        ("in_language", root.get(xml.LANG)),
    ]
    codes = _CODE.findall(raw.payload.decode("latin-1"))
    return Copy(
        text=text,
        media_type=RCV1,
        charset="utf-8",
        statements=raw.statements + said.all_said(pairs) + said.keywords(codes),
        blocks=blocks,
    )
