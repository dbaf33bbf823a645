"""The desk at a glance, for the report: stories and their spread, figures by measure, quotations by speaker, copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from warehouse.asking.article_page import Page, page
from warehouse.database.store import Warehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """An article as one printing of its story. `relation` is None for the original; `containment` from 0 to 1."""

    article_id: str
    headline: str | None
    outlet: str | None
    date: datetime | None
    url: str | None
    words: int
    relation: str | None
    containment: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story with its printings, the earliest first."""

    story_id: str
    headline: str | None
    original: str
    evidence: str
    credited: str | None
    outlets: int
    first_seen: datetime | None
    last_seen: datetime | None
    printings: tuple[Printing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The article that contains something, and how many other outlets print it."""

    article_id: str
    headline: str | None
    outlet: str | None
    date: datetime | None
    also: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity with its words; `anchor` is the position of the number in them.

    The same figure is in `articles` articles from `independent` origins.
    """

    measure: str
    value: float | None
    value_high: float | None
    unit: str | None
    bound: str | None
    of_value: float | None
    trend: str | None
    time: str | None
    modality: str
    exact: str
    anchor: tuple[int, int] | None
    source: Source
    articles: int = 1
    independent: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Something somebody said; `role` as the article introduces the speaker."""

    speaker: str
    role: str | None
    cue: str | None
    quote_type: str | None
    exact: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A fact on the timeline; `start` is ISO 8601, as precise as the text."""

    start: str
    time: str
    kind: str
    subtype: str | None
    exact: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything the report shows, bounded; `counts` says how much there is in all."""

    counts: tuple[tuple[str, int], ...]
    outcomes: tuple[tuple[str, int], ...]
    days: tuple[tuple[str, int], ...]
    stories: tuple[Story, ...]
    figures: tuple[tuple[str, tuple[Figure, ...]], ...]
    disputes: tuple[tuple[str, tuple[Figure, ...]], ...]
    quotes: tuple[tuple[str, tuple[Quote, ...]], ...]
    timeline: tuple[Dated, ...]
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of each kind the report holds."""

    stories: int = 60
    measures: int = 60
    each: int = 12
    speakers: int = 60
    disputes: int = 8
    timeline: int = 150
    pages: int = 12


def overview(warehouse: Warehouse, limits: Limits) -> Overview:
    """Gather what the report shows: the most printed, the most measured, the most quoted, the most repaired."""
    figures = [_figure(row) for row in warehouse.rows("report_figures", {"n": limits.measures, "each": limits.each})]
    quotes = [_quote(row) for row in warehouse.rows("report_quotes", {"n": limits.speakers, "each": limits.each})]
    disputes = [_dispute(row) for row in warehouse.rows("report_disputes", {"n": limits.disputes})]
    ids = [row[0] for row in warehouse.rows("report_repaired", {"n": limits.pages})]
    return Overview(
        counts=tuple((name, n) for name, n in warehouse.rows("report_counts")),
        outcomes=tuple((name, n) for name, n in warehouse.rows("report_outcomes")),
        days=tuple((day, n) for day, n in warehouse.rows("report_periods")),
        stories=_stories(warehouse, limits.stories),
        figures=tuple((name, tuple(group)) for name, group in groupby(figures, key=lambda f: f.measure)),
        disputes=tuple(
            (said[0], tuple(group)) for said, group in groupby(disputes, key=lambda f: (f.measure, f.unit, f.time))
        ),
        quotes=tuple((name, tuple(group)) for name, group in groupby(quotes, key=lambda q: q.speaker)),
        timeline=tuple(_dated(row) for row in warehouse.rows("report_timeline", {"n": limits.timeline})),
        pages=tuple(page(warehouse, article_id) for article_id in ids),
    )


def _stories(warehouse: Warehouse, limit: int) -> tuple[Story, ...]:
    rows = warehouse.rows("report_stories", {"n": limit})
    return tuple(_story(list(group)) for _, group in groupby(rows, key=lambda row: row[0]))


def _story(rows: list[tuple[Any, ...]]) -> Story:
    story_id, headline, original, evidence, credited, outlets, first, last, *_ = rows[0]
    names = ("article_id", "headline", "outlet", "date", "url", "words", "relation", "containment")
    return Story(
        story_id=story_id,
        headline=headline,
        original=original,
        evidence=evidence,
        credited=credited,
        outlets=outlets,
        first_seen=first,
        last_seen=last,
        printings=tuple(Printing(**dict(zip(names, row[8:], strict=True))) for row in rows),
    )


def _source(row: tuple[Any, ...]) -> Source:
    return Source(article_id=row[0], headline=row[1], outlet=row[2], date=row[3], also=row[4] if len(row) > 4 else 0)


def _figure(row: tuple[Any, ...]) -> Figure:
    names = ("measure", "value", "value_high", "unit", "bound", "of_value", "trend", "time", "modality", "exact")
    start, end = row[10:12]
    return Figure(
        **dict(zip(names, row[:10], strict=True)),
        anchor=(start, end) if start is not None and end is not None else None,
        articles=row[12],
        independent=row[13],
        source=_source(row[14:]),
    )


def _dispute(row: tuple[Any, ...]) -> Figure:
    measure, value, high, unit, bound, time, exact = row[:7]
    return Figure(
        measure=measure,
        value=value,
        value_high=high,
        unit=unit,
        bound=bound,
        of_value=None,
        trend=None,
        time=time,
        modality="asserted",
        exact=exact,
        anchor=None,
        source=_source(row[7:]),
    )


def _quote(row: tuple[Any, ...]) -> Quote:
    names = ("speaker", "role", "cue", "quote_type", "exact")
    return Quote(**dict(zip(names, row[:5], strict=True)), source=_source(row[5:]))


def _dated(row: tuple[Any, ...]) -> Dated:
    names = ("start", "time", "kind", "subtype", "exact")
    return Dated(**dict(zip(names, row[:5], strict=True)), source=_source(row[5:]))
