"""Weeks and weekends told by a date or by themselves: "the week of April 10", "the week ended Oct 7", "the weekend"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from parsers.facts.time import calendar, ended, relative
from parsers.facts.time.openers import opens_date
from parsers.facts.time.resolve import resolve
from parsers.facts.time.said import Said
from parsers.facts.time.tense import is_future, tense
from parsers.facts.tokens import Tokens

Read = Callable[[Tokens, int, "date | None"], "Said | None"]
"""Reads the expression that begins at a token."""


def week_at(tokens: Tokens, i: int, published: date | None, read: Read) -> Said | None:
    """ "the week of April 10", "in the week ended Oct 7", "the weekend"."""
    closed = ended.unit_ended(tokens, i, published, read)
    if closed:
        return closed
    if tokens.low[i] == "weekend":
        return _weekend(tokens, i, published)
    k = i + 1
    while (
        tokens.low[k] in ("of", "commencing", "beginning", "starting", "ended", "ending", "to", "from", "through")
        and k - i < 3
    ):
        k += 1
    if k == i + 1 or not opens_date(tokens, k):
        return None
    said = read(tokens, k, published)
    if said is None or said.partial is None or said.partial.day is None or said.start != k:
        return None
    when = resolve(said.partial, published, tense=tense(tokens, i, said.end))
    return Said(i, said.end, when=calendar.of_week(date.fromisoformat(when.start)) if when.start else when)


def _weekend(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "the weekend": the last one, or the next one in a clause about the future."""
    if tokens.low[i - 1] != "the" or tokens.low[i + 1] in ("of", "-"):
        return None
    step = 0 if is_future(tokens, i, i + 1) or published is None or published.weekday() >= 5 else -1
    return Said(i, i + 1, when=relative.period("WE", step, published))
