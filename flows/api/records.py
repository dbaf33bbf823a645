"""What the desk answers with: frozen records. Times are aware and in UTC; offsets count code points, ends are exclusive.

The HTTP interface gives the same fields as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

Span = tuple[int, int]
"""Start and end in a text, in code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that answers a search; it stands for its story of `articles` articles in `outlets` outlets.

    `score` is BM25; `snippet` its densest stretch, `marks` the matches in it, `named` those in the headline.
    """

    article_id: str
    story_id: str
    score: float
    headline: str | None
    outlet: str | None
    date_published: datetime | None
    in_language: str | None
    genre: str | None
    articles: int
    outlets: int
    snippet: str
    marks: tuple[Span, ...]
    named: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """How many articles and stories answer, and the hits that were asked for, best first."""

    articles: int
    stories: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """How many articles and stories of a search have a value; `facet` is outlet, language, genre or day."""

    facet: str
    value: str
    articles: int
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All articles that derive from one text. `evidence` says what elected the original, `credited` whom copies name."""

    story_id: str
    headline: str | None
    original_article_id: str
    evidence: str
    credited: str | None
    articles: int
    outlets: tuple[str, ...]
    first_seen: datetime | None
    last_seen: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """An article in a story's tree; `depth` 0 is the original. The fields from `relation` on say why it is there.

    `containment` is the share of the article that is in the text it was copied from, 0 to 1.
    """

    depth: int
    article_id: str
    headline: str | None
    outlet: str | None
    date_published: datetime | None
    word_count: int
    relation: str | None
    containment: float | None
    shared_words: int | None
    rule: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """What an article changed against its story's original; `kind` is figure, unit, date, name, negation, quotation, dropped …

    Values are in their units; offsets index the bodies of the article and (`of_`) of the original.
    """

    article_id: str
    original_article_id: str
    outlet: str | None
    original_outlet: str | None
    relation: str | None
    kind: str
    before: str | None
    after: str | None
    before_value: float | None
    before_unit: str | None
    after_value: float | None
    after_unit: str | None
    start_char: int | None
    end_char: int | None
    of_start_char: int | None
    of_end_char: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that changed in a story: its original was replaced, or a person split or merged it."""

    happened_at: datetime
    kind: str
    article_id: str
    previous: str | None
    detail: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """A story with its tree (the original first, every copy under what it was copied from)."""

    story: Story
    tree: tuple[Printing, ...]
    alterations: tuple[Alteration, ...]
    events: tuple[Event, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One assertion with its evidence: `article_body[start_char:end_char] == exact`.

    `value`, `value_high` and `of_value` are in `unit` (UCUM, ISO 4217 or {noun}); `time_start` and `time_end` are half-open
    ISO 8601; `polarity` is +, - (denied) or ? (asked, supposed); `certainty` is certain or likely.
    """

    fact_id: str
    article_id: str
    story_id: str
    outlet: str | None
    headline: str | None
    date_published: datetime | None
    kind: str
    subtype: str | None
    subject: str | None
    predicate: str | None
    object: str | None
    value: float | None
    value_high: float | None
    unit: str | None
    bound: str | None
    of_value: float | None
    trend: str | None
    timex_value: str | None
    time_relation: str | None
    time_start: str | None
    time_end: str | None
    speaker: str | None
    speaker_role: str | None
    cue: str | None
    quote_type: str | None
    modality: str
    polarity: str
    certainty: str
    place: str | None
    exact: str
    start_char: int
    end_char: int
    anchor_start: int | None
    anchor_end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a document says. `publisher` wrote or sold the text, `republisher` reprinted it."""

    article_id: str
    story_id: str | None
    raw_document_id: str
    headline: str | None
    url: str | None
    byline: str | None
    author: tuple[str, ...]
    dateline: str | None
    credit_text: str | None
    publisher: str | None
    republisher: str | None
    date_published: datetime | None
    date_published_source: str | None
    date_published_precision: str | None
    in_language: str | None
    genre: str | None
    article_body: str
    word_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block of the body in reading order: paragraph, heading, list_item, question, answer, caption …"""

    ordinal: int
    kind: str
    speaker: str | None
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One edit from raw to clean: `raw[raw_start:raw_end] == before` became `after` at `start_char` of the body.

    A gap loses between `min_missing` and `max_missing` letters; nothing is filled in. `score` is 0 to 1.
    """

    kind: str
    before: str
    after: str
    raw_start: int
    raw_end: int
    start_char: int
    score: float
    rule: str
    min_missing: int | None
    max_missing: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where an entity is named in a body."""

    entity_id: str
    type: str
    name: str
    surface: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What somebody noted or tagged (`kind` is note or tag), on an article, a story, a fact or an entity (`about`)."""

    kind: str
    about: str
    fact_id: str | None
    text: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """An article with its passages, edits, facts and mentions, and what people noted on it and its facts."""

    article: Article
    passages: tuple[Passage, ...]
    repairs: tuple[Repair, ...]
    facts: tuple[Fact, ...]
    mentions: tuple[Mention, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """An article by its headline."""

    article_id: str
    headline: str
    outlet: str | None
    date_published: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A line of the timeline: what is said to be so at a time (TIMEX3), once a story; `kinds` are of its facts, `also` how many other
    outlets print it."""

    when: str
    kinds: str
    what: str
    headline: str | None
    outlet: str | None
    articles: int
    also: int
    article_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A question that is asked of what each run files; `asks` is all that it asks in words, with bounds and filters. `waiting` and `failing` are numbers of deliveries, `error` says why the last failed, `trouble` why the watch could not be asked. Where it is sent is left out."""

    name: str
    kind: str
    question: str | None
    asks: str
    pace: str
    alerts: int
    last_alert: datetime | None
    waiting: int
    failing: int
    error: str | None
    trouble: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """What a watch found: an article, the exact words, and why they answer it."""

    watch: str
    alert_id: str
    story_id: str
    article_id: str
    headline: str | None
    outlet: str | None
    date_published: datetime | None
    exact: str
    why: str
    found_at: datetime
