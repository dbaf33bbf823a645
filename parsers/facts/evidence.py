"""The exact words of a fact, in the body and as they were printed, and the id they give it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from parsers.alignment import Alignment
from parsers.model import Article, Fact, Fields
from parsers.record import changed

HEADER_RULES = ("date_header", "date_line")
"""Marks of a printed date that is no part of the body."""


def attach(facts: Iterable[Fact], article: Article, alignment: Alignment) -> tuple[Fact, ...]:
    """The facts with their exact words, their raw offsets and their ids. Facts of one sentence share its words."""
    shown: dict[tuple[int, int], Shown] = {}
    return tuple([_with_evidence(fact, article, alignment, shown) for fact in facts])


def of_header(known: Fields) -> tuple[Fact, ...]:
    """The date of publication where the copy prints it above its text: a fact whose words are in the raw text only."""
    mark = next((m for m in known.marks if m.rule in HEADER_RULES), None)
    if mark is None or known.date_published is None or known.date_published_source != "header":
        return ()
    length = {"year": 4, "month": 7}.get(known.date_published_precision or "day", 10)
    day = known.date_published.isoformat()[:length]
    return (
        Fact(
            kind="time",
            subtype="publication",
            subject="article",
            predicate="datePublished",
            timex_type="DATE",
            timex_value=day,
            time_start=day,
            start_char=0,
            end_char=0,
            raw_start=mark.raw_start,
            raw_end=mark.raw_end,
            extractor="header",
            extractor_version="1",
        ),
    )


Shown = tuple[str, int, int]
"""A stretch of the body: its words, and where they were printed."""


def _with_evidence(fact: Fact, article: Article, alignment: Alignment, shown: dict[tuple[int, int], Shown]) -> Fact:
    span = fact.start_char, fact.end_char
    words = shown.get(span)
    if words is None:
        words = shown[span] = (article.article_body[slice(*span)], *alignment.span_to_raw(*span))
    exact, raw_start, raw_end = words
    anchor: tuple[int | None, int | None] = (None, None)
    if fact.anchor_start is not None and fact.anchor_end is not None:
        anchor = alignment.span_to_raw(fact.anchor_start, fact.anchor_end)
    return changed(
        fact,
        exact=exact,
        raw_start=raw_start if fact.raw_start is None else fact.raw_start,
        raw_end=raw_end if fact.raw_end is None else fact.raw_end,
        raw_anchor_start=anchor[0],
        raw_anchor_end=anchor[1],
        fact_id=_id(fact, article.article_id),
    )


def _id(fact: Fact, article_id: str) -> str:
    identity = (
        article_id, fact.kind, fact.subtype, fact.start_char, fact.end_char, fact.anchor_start, fact.anchor_end,
        fact.subject, fact.predicate, fact.object, fact.value, fact.value_high, fact.unit, fact.timex_value,
    )  # fmt: skip
    return hashlib.sha256(repr(identity).encode()).hexdigest()[:20]
