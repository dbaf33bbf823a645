"""The times of one sentence, in order and without overlap: find a trigger, let its grammar read around it, go on behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from parsers.facts.quantity import bounds
from parsers.facts.quantity.nouns import STOPS
from parsers.facts.time import clocks, context, ended, parts, plain, stretches
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.grammars import GRAMMARS, SECOND, TELLING, read, read_if_any
from parsers.facts.time.resolve import resolve
from parsers.facts.time.said import Needs, Said
from parsers.facts.time.tense import Tense, tense
from parsers.facts.time.words import WEEKDAYS
from parsers.facts.tokens import Tokens


class Expression(NamedTuple):
    """A time in a sentence: its tokens, the word before it that places it, and what it means."""

    start: int
    end: int
    surface_start: int
    relation: str | None
    when: When
    offset: bool = False
    needs: Needs | None = None


def may_tell(tokens: Tokens) -> bool:
    """Can a time are in the sentence? False for half of all sentences, without reading them."""
    return bool(tokens.numbers) or not TELLING.isdisjoint(tokens.low)


def expressions(tokens: Tokens, published: date | None) -> Iterator[Expression]:
    """Every time in the sentence."""
    done = 0
    for i in _triggers(tokens):
        if i < done:
            continue
        second = SECOND.get(tokens.low[i])
        if second is not None and tokens.low[i + 1] not in second:
            continue
        said = read(tokens, i, published)
        if said is None or said.start < done:
            continue
        found = _expression(tokens, said, published, done)
        yield found
        done = found.end


def _triggers(tokens: Tokens) -> list[int]:
    return tokens.openings(GRAMMARS)


def _expression(tokens: Tokens, said: Said, published: date | None, done: int) -> Expression:
    """The expression with its clock, its other end and its edge words taken in, resolved."""
    said = _with_clock(tokens, _on_its_weekday(tokens, said))
    said = stretches.joined(tokens, said, published, read_if_any, done) or _closed(tokens, said, published) or said
    known = said.partial is not None or (said.when is not None and said.when.start is not None)
    start = context.edge(tokens, said.start, done) if known else said.start
    relation, surface_start = context.relation_before(tokens, start, done)
    if tokens.low[start] in DESCRIBING and said.end == start + 1 and _described(tokens, said.end):
        relation, surface_start = None, start
    when = said.when or resolve(said.partial or Partial(), published, tense=_told(tokens, said, relation))
    when = parts.narrowed(when, tokens.low[start], published) if start < said.start else when
    if when.type == "DURATION":
        bound = bounds.before(tokens, said.start)
        surface_start = bound[1] if bound and bound[1] >= done else surface_start
    return Expression(
        start=start,
        end=said.end,
        surface_start=surface_start,
        relation=relation,
        when=when,
        offset=said.offset,
        needs=said.needs,
    )


DESCRIBING = frozenset({"recent", "current", "future", "present"})
"""Times that describe a noun behind them; the preposition in front is the noun's."""


def _described(tokens: Tokens, k: int) -> bool:
    """Does a noun or another adjective follow a time: "after the recent | crisis"?"""
    return tokens.low[k].isalpha() and tokens.low[k] not in STOPS


def _on_its_weekday(tokens: Tokens, said: Said) -> Said:
    """ "each Thursday from August 6": the day is one of the weekday before it."""
    partial, k = said.partial, said.start - 2
    if (
        partial is None
        or not (partial.month and partial.day)
        or partial.year is not None
        or partial.weekday is not None
    ):
        return said
    number = WEEKDAYS.get(tokens.low[k]) if tokens.low[k + 1] in ("from", "until", "starting", "beginning") else None
    told = number is not None and tokens.low[k - 1] in ("each", "every")
    return said._replace(partial=partial._replace(weekday=number)) if told else said


def _closed(tokens: Tokens, said: Said, published: date | None) -> Said | None:
    """ "fiscal 1986, ended October 31", "last year's first quarter ended May 3": a part of a year with its last day."""
    partial, months = said.partial, ended.PARTS.get(tokens.low[said.end - 1])
    if months:
        part = ended.ended(tokens, said.end, months, 0, published, plain.read)
        return Said(said.start, part[1], when=part[0]) if part else None
    if partial is None or not partial.fiscal or partial.part is not None or partial.year is None:
        return None
    found = ended.ended(tokens, said.end, 12, 0, published, plain.read)
    if found is None or found[0].end is None:
        return None
    when = When(type="DATE", value=f"FY{partial.year:04d}", start=found[0].start, end=found[0].end)
    return Said(said.start, found[1], when=when, needs=Needs("closing", day=found[0].end))


def _told(tokens: Tokens, said: Said, relation: str | None) -> Tense:
    """Whether a time that does not say its year is past or to come: "until" leads ahead, "by" unless its verb is past."""
    if said.partial is not None and said.partial.year is not None:
        return ""
    told = tense(tokens, said.start, said.end)
    return "future" if relation == "until" or (relation == "by" and told != "past") else told


def _with_clock(tokens: Tokens, said: Said) -> Said:
    partial = said.partial
    if partial is None or partial.clock or (partial.day is None and partial.weekday is None):
        return said
    clock = clocks.clock_behind(tokens, said.end)
    return Said(said.start, clock[1], partial._replace(clock=clock[0])) if clock else said
