"""The records of the desk: what a document said, what was done to it, and what was found in it.

Names follow schema.org NewsArticle (snake_case), IPTC (`byline`, `dateline`), W3C Web Annotation (`start`, `end`, `exact`; end
exclusive, in code points), TIMEX3, UCUM and ISO 4217. Records are frozen; sequences are tuples; datetimes are aware and in UTC.

Two coordinate systems occur, and a field's name says which one it is in: raw offsets point into `Copy.text`, the decoded raw
text before any edit (`raw_start`, `raw_end`), body offsets into `Article.article_body`, the clean text (`start_char`, `end_char`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt

from parsers.record import Record

if TYPE_CHECKING:
    from parsers.claims.model import Claim
SourceKind = Literal["file", "feed_entry", "page"]

UserNames = tuple[tuple[str, tuple[str, ...]], ...]
"""A user's own names of fields in records, by field, as a `fields.toml` has them."""


class Outcome(StrEnum):
    """How one arrival ended. Every arrival ends as exactly one of these."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    REVISION = "revision"
    REJECTED = "rejected"
    FAILED = "failed"


class Reason(StrEnum):
    """Why a document was rejected: the code that is before the colon in `arrival.reason`."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE, TOO_MANY = "too_large", "too_many"
    UNDECODABLE = "undecodable"
    UNREADABLE = "unreadable"
    VANISHED = "vanished"
    LINK_OUTSIDE = "link_outside"
    STILL_GROWING = "still_growing"
    NESTED_COMPRESSION = "nested_compression"
    BROKEN_COMPRESSION = "broken_compression"
    MALFORMED = "malformed"
    NO_TEXT = "no_text"
    HEADLINE_ONLY = "headline_only"
    NOT_AN_ARTICLE = "not_an_article"
    STUB = "stub"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """Something said about a document by its surroundings: one field, its value, and who said it.

    `source` is header, credit, notice, json-ld, meta, feed, html, dateline, byline, url or filename. `precision` is
    second, minute, day, month or year for dates, else None. `raw_start`/`raw_end` point at the words that are in the text.
    """

    field: str
    value: str
    source: str
    precision: str | None = None
    raw_start: int | None = None
    raw_end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument(Record):
    """Bytes exactly as they came, and what whoever handed them in said about them.

    `raw_document_id` is the SHA-256 of `payload` in hex. `media_type` and `charset` are what was declared in transport
    (or None); what they turn out to be is in `Copy`. `field_names` are the user's own names of fields in records, by
    field; they are not stored. `arrived_at` is when they came, if they came in a run: a date of publication is not later.
    """

    raw_document_id: str
    payload: bytes
    source_uri: str
    source_kind: SourceKind = "file"
    media_type: str | None = None
    charset: str | None = None
    statements: tuple[Statement, ...] = ()
    field_names: UserNames = ()
    arrived_at: datetime | None = None


BlockKind = Literal["paragraph", "heading", "list_item", "caption", "quote", "table", "code"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Record):
    """A block that the format itself marked, in raw offsets; `time` and `author` are those of its update, `speaker` its voice."""

    kind: BlockKind
    raw_start: int
    raw_end: int
    time: datetime | None = None
    author: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy(Record):
    """What a format reader makes of a raw document: decoded text and statements, nothing repaired yet.

    `text` is the decoded raw text: for plain text the decoded payload (a byte order mark dropped, line ends as
    `\\n`); for HTML the text of its blocks, one blank line between blocks; for JSON the `articleBody`.
    `blocks` is empty without block markup; `glued`: words that only inline markup parts, one in the text. `repairs`: `charset` edits.
    `unread` are keys that look like a date's or an outlet's and gave nothing. `notes`: what was done otherwise than usual.
    """

    text: str
    media_type: str
    charset: str
    statements: tuple[Statement, ...] = ()
    blocks: tuple[Block, ...] = ()
    repairs: tuple[Repair, ...] = ()
    unread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    glued: tuple[tuple[str, str], ...] = ()


MarkKind = Literal["residue", "headline", "byline", "dateline", "credit", "reprint_notice", "editor_note", "caption"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Record):
    """A stretch of the raw text that plays a part: residue leaves the body, everything else stays in it."""

    kind: MarkKind
    raw_start: int
    raw_end: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields(Record):
    """The newspaper fields of one document, each resolved from the statements about it and from its text."""

    url: str | None = None
    canonical_url: str | None = None
    headline: str | None = None
    byline: str | None = None
    author: tuple[str, ...] = ()
    dateline: str | None = None
    credit_text: str | None = None
    publisher: str | None = None
    republisher: str | None = None
    date_published: datetime | None = None
    date_published_source: str | None = None
    date_published_precision: str | None = None
    date_published_offset: int | None = None
    date_modified: datetime | None = None
    in_language: str | None = None
    genre: str | None = None
    editor_note: str | None = None
    keywords: tuple[str, ...] = ()
    is_partial: bool | None = None
    marks: tuple[Mark, ...] = ()


RepairKind = Literal["charset", "residue", "whitespace", "quote_space", "word_join", "sentence_join", "line_join", "reorder", "gap", "suspect", "truncated"]  # fmt: skip

DAMAGE: frozenset[RepairKind] = frozenset(("word_join", "sentence_join", "gap", "suspect", "truncated"))
"""Repairs that show a republisher's damage: a lost space, stop or word, a line cut off. `Article.damage` counts them, and
no words are learned from a text that has any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair(Record):
    """One edit from raw to clean: `raw[raw_start:raw_end] == before` became `body[start_char:][:len(after)] == after`.

    `gap`, `suspect`, `truncated` and `reorder` record something without changing characters (`before == after`). For gaps
    `min_missing` and `max_missing` bound the number of lost characters. `score` is in [0, 1]; `rule` names the rule.
    """

    kind: RepairKind
    raw_start: int
    raw_end: int
    before: str
    after: str
    start_char: int
    score: float = 1.0
    rule: str = ""
    min_missing: int | None = None
    max_missing: int | None = None


FLAGS = ("gap", "suspect", "truncated")
"""Kinds of repairs that mark a doubtful place and change nothing."""

PassageKind = Literal[
    "paragraph",
    "heading",
    "list_item",
    "question",
    "answer",
    "caption",
    "editor_note",
    "reprint_notice",
    "byline",
    "quote",
    "table",
    "code",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Record):
    """A block of the body. `ordinal` counts in reading order from 0; `answers` is the ordinal of the question.

    `time` is when an update of a live blog was written, UTC; `author` who wrote it.
    """

    ordinal: int
    kind: PassageKind
    start_char: int
    end_char: int
    speaker: str | None = None
    answers: int | None = None
    time: datetime | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """What a document says, as filed. Columns of table `article`, but for those the warehouse adds."""

    article_id: str
    raw_document_id: str
    article_body: str
    word_count: int
    parser_version: str
    url: str | None = None
    canonical_url: str | None = None
    headline: str | None = None
    byline: str | None = None
    author: tuple[str, ...] = ()
    dateline: str | None = None
    credit_text: str | None = None
    publisher: str | None = None
    republisher: str | None = None
    date_published: datetime | None = None
    date_published_source: str | None = None
    date_published_precision: str | None = None
    date_published_offset: int | None = None
    date_modified: datetime | None = None
    in_language: str | None = None
    genre: str | None = None
    editor_note: str | None = None
    keywords: tuple[str, ...] = ()
    facts_read: tuple[str, ...] = ()
    damage: int = 0
    is_partial: bool | None = None


EntityType = Literal["person", "organisation", "place", "programme"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Record):
    """A named thing where it is in the body.

    `entity_id` is made from the name alone (type and a key that folds spelling and transliteration), so the same
    name gives the same id in every article; `name` is the fullest form of the name in this article.
    """

    entity_id: str
    entity_type: EntityType
    name: str
    start_char: int
    end_char: int
    surface: str
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Record):
    """Who is in a fact, and as what (party, speaker, person, organisation, place, project …)."""

    role: str
    entity_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Record):
    """One assertion at one mention, with its evidence. Columns of table `fact`; see docs/glossary.md.

    Extractors set body offsets: `start_char:end_char` is the evidence (`exact`, usually the clause or sentence),
    `anchor_start:anchor_end` the minimal number, date or name it hangs on. Raw offsets are added by the pipeline.
    `value`, `value_high` and `of_value` are in `unit` (UCUM, ISO 4217, or `{noun}` for counts of things);
    `time_start`/`time_end` are half-open ISO 8601 dates or datetimes. `polarity` is `+`, `-` (denied) or `?` (asked,
    supposed, doubted); `certainty` is `certain` or `likely` (part of it was read from weaker evidence than its clause).
    """

    kind: str
    start_char: int
    end_char: int
    extractor: str
    extractor_version: str
    subtype: str | None = None
    subject: str | None = None
    predicate: str | None = None
    object: str | None = None
    value: float | None = None
    value_high: float | None = None
    unit: str | None = None
    value_si: float | None = None
    unit_si: str | None = None
    bound: str | None = None
    bound_surface: str | None = None
    of_value: float | None = None
    trend: str | None = None
    timex_type: str | None = None
    timex_value: str | None = None
    time_relation: str | None = None
    time_start: str | None = None
    time_end: str | None = None
    time_surface: str | None = None
    speaker: str | None = None
    speaker_role: str | None = None
    cue: str | None = None
    medium: str | None = None
    quote_type: str | None = None
    modality: str = "asserted"
    polarity: str = "+"
    certainty: str = "certain"
    place: str | None = None
    anchor_start: int | None = None
    anchor_end: int | None = None
    parties: tuple[Party, ...] = ()
    exact: str = ""
    raw_start: int | None = None
    raw_end: int | None = None
    raw_anchor_start: int | None = None
    raw_anchor_end: int | None = None
    fact_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint(Record):
    """What is kept of a body to recognise its copies.

    `exact` is a hash of the whole body as letters and digits without spaces, in hex; `letters` their count;
    `hashes` a sorted FracMinHash sample (uint64) of its character shingles.

    `numbers` are its figures in context: what vetoes two texts that share a template but not their figures. A row each
    of three 64-bit numbers: hashes of the nine letters before it and of the nine after it; its digits after a leading 1.
    """

    exact: str
    letters: int
    hashes: npt.NDArray[np.uint64]
    numbers: npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed(Record):
    """Everything the pure middle makes of one raw document; `unread` as in `Copy`, `notes` are those of the copy and of extractors that failed."""

    article: Article
    media_type: str
    charset: str
    passages: tuple[Passage, ...]
    repairs: tuple[Repair, ...]
    facts: tuple[Fact, ...]
    mentions: tuple[Mention, ...]
    fingerprint: Fingerprint
    claims: tuple[Claim, ...] = ()
    unread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection(Record):
    """A document that is no article: a reason code, a sentence, and what to do. It is filed, not raised."""

    raw_document_id: str
    outcome: Outcome
    reason: Reason | str
    detail: str
    remedy: str = ""
    media_type: str | None = None
    charset: str | None = None

    def sentence(self) -> str:
        """The text of `arrival.reason`: `code: detail — remedy`."""
        return f"{self.reason}: {self.detail}" + (f" — {self.remedy}" if self.remedy else "")
