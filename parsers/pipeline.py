"""The pure middle: one raw document in, one parsed article (or a named rejection) out.

RawDocument
| sniff | charset | formats      → Copy        decoded text and statements
| fields                         → Fields      who, when, where; marks in the raw text
| repair                         → Cleaned     the body and every edit
| passages                       → Passage…    in reading order
| facts                          → Fact…       with evidence in body and raw
| fingerprint                    → Fingerprint
"""

from __future__ import annotations

from parsers import fields, formats, passages, repair, sniff
from parsers.alignment import Alignment, compose
from parsers.errors import Rejected
from parsers.facts import evidence, extract
from parsers.facts.mentions import providers
from parsers.known import Desk, Lap
from parsers.model import Article, Fields, Outcome, Parsed, RawDocument, Reason, Rejection
from parsers.syndication import fingerprint, stubs

PARSER_VERSION = "3"
"""Stands in `article.parser_version`; raised when a parser's results change, so that `reprocess` knows what is old."""


def no_clock(stage: str) -> None:
    """The lap function of those who do not time anything."""


def parse(raw: RawDocument, desk: Desk, lap: Lap = no_clock) -> Parsed | Rejection:
    """Read, repair and analyse one document. A document that is no article comes back as a Rejection.

    A defect of a parser comes back as a Rejection with outcome `failed`: the other documents must go on, and the
    bytes are already stored. `lap` is called with each stage's name as it ends.
    """
    try:
        return _parse(raw, desk, lap)
    except Rejected as error:
        return Rejection(
            raw_document_id=raw.raw_document_id,
            outcome=Outcome.REJECTED,
            reason=error.reason,
            detail=error.detail,
            remedy=error.remedy,
            media_type=sniff.sniff(raw.payload, raw.media_type, raw.source_uri),
        )
    except Exception as error:  # noqa: BLE001 - the border where a defect becomes an outcome, with its cause named
        return Rejection(
            raw_document_id=raw.raw_document_id,
            outcome=Outcome.FAILED,
            reason="parser_fault",
            detail=f"{type(error).__name__}: {error}",
            remedy="report this document; `newsdesk quarantine retry` takes it up again after an update",
            media_type=sniff.sniff(raw.payload, raw.media_type, raw.source_uri),
        )


def _parse(raw: RawDocument, desk: Desk, lap: Lap) -> Parsed:
    media_type = sniff.sniff(raw.payload, raw.media_type, raw.source_uri)
    copy = formats.read(raw, media_type)
    lap("read")
    known = fields.read(copy, desk.outlets)
    lap("fields")
    cleaned = repair.clean(copy, known, desk.vocabulary)
    lap("repair")
    if why := stubs.reason(cleaned.body, known.headline):
        raise Rejected(why, Reason.STUB, "fetch the article itself; the page that came instead is kept")
    if not cleaned.body.strip():
        raise Rejected(
            "nothing but page furniture stands in it", Reason.NO_TEXT, "look at the raw bytes; they are kept"
        )
    across = Alignment.of(cleaned.repairs)
    layout = passages.divide(cleaned.body, cleaned.repairs, copy, known, across)
    repairs = compose(copy.repairs, cleaned.repairs + layout.repairs, copy.text)
    article = _article(raw, fields.settled(known, cleaned.body, across), cleaned.body)
    lap("passages")
    found = extract(article, layout.passages, providers(desk.spacy_pipeline))
    to_raw = Alignment.of(repairs) if copy.repairs else across
    facts = evidence.attach((*evidence.of_header(known), *found.facts), article, to_raw)
    lap("facts")
    print_ = fingerprint(cleaned.body)
    lap("fingerprint")
    return Parsed(
        article=article,
        media_type=media_type,
        charset=copy.charset,
        passages=layout.passages,
        repairs=repairs,
        facts=facts,
        mentions=found.mentions,
        fingerprint=print_,
    )


def article_id(raw_document_id: str) -> str:
    """The article's id: the first 20 hex digits of its document's SHA-256, so the same bytes always give the same id."""
    return raw_document_id[:20]


def _article(raw: RawDocument, known: Fields, body: str) -> Article:
    return Article(
        article_id=article_id(raw.raw_document_id),
        raw_document_id=raw.raw_document_id,
        article_body=body,
        word_count=len(body.split()),
        parser_version=PARSER_VERSION,
        url=known.url,
        canonical_url=known.canonical_url,
        headline=known.headline,
        byline=known.byline,
        author=known.author,
        dateline=known.dateline,
        credit_text=known.credit_text,
        publisher=known.publisher,
        republisher=known.republisher,
        date_published=known.date_published,
        date_published_source=known.date_published_source,
        date_published_precision=known.date_published_precision,
        date_modified=known.date_modified,
        in_language=known.in_language,
        genre=known.genre,
        editor_note=known.editor_note,
    )
