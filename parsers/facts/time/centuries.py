"""Centuries and millennia by number: "the 12th century", "12th to 14th centuries", "late 19th and early 20th centuries"."""

from __future__ import annotations

from parsers.facts.time import calendar
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.parts_of_years import rank
from parsers.facts.time.said import Said
from parsers.facts.time.words import EDGES
from parsers.facts.tokens import Tokens

CENTURIES = frozenset({"century", "centuries"})
JOINTS = frozenset({"to", "and", "-", "–", "through", "until", "or"})
ERAS_BEFORE = frozenset({"bc", "bce", "b"})
ERAS = frozenset({"ad", "ce", "a"})

LAST = 22
"""Centuries that news speak of."""


def century_at(tokens: Tokens, i: int) -> Said | None:
    """A century whose number is token i, or the stretch from it to another one."""
    number, j = rank(tokens, i)
    if number is None or not 1 <= number <= LAST:
        return None
    j = j + 1 if tokens.low[j] == "-" and tokens.low[j + 1] in CENTURIES else j
    if tokens.low[j] in CENTURIES:
        era = _era(tokens, j + 1, ERAS_BEFORE)
        if era:
            return Said(i, era, when=When(type="DATE", value=f"BC{number - 1:02d}"))
        return Said(i, j + 1, when=calendar.of_century(number))
    return _with_other(tokens, i, j, number)


def _with_other(tokens: Tokens, i: int, j: int, number: int) -> Said | None:
    """ "12th to 14th centuries": one stretch; "12th and 14th centuries": the first of two."""
    k = j + 1 if tokens.low[j] == "-" and tokens.low[j + 1] in JOINTS else j
    sign = tokens.low[k]
    if sign not in JOINTS:
        return None
    at = k + 1
    at = at + 1 if tokens.low[at] == "the" else at
    plain = at
    while tokens.low[at] in EDGES or tokens.low[at] in ("-", "mid"):
        at += 1
        if at > k + 4:
            return None
    other, end = rank(tokens, at)
    end = end + 1 if tokens.low[end] == "-" else end
    if other is None or not number < other <= LAST or tokens.low[end] not in CENTURIES:
        return None
    if tokens.low[end + 1] in ERAS_BEFORE:
        return None
    if at > plain or (sign in ("and", "or") and other > number + 1):
        return Said(i, j, when=calendar.of_century(number))
    return Said(i, end + 1, when=_from_to(number, other))


def _from_to(first: int, last: int) -> When:
    begin, end = calendar.of_century(first), calendar.of_century(last)
    return When(type="DATE", value=f"{begin.value}/{end.value}", start=begin.start, end=end.end)


def _era(tokens: Tokens, j: int, eras: frozenset[str]) -> int | None:
    """The token behind an era ("BC", "B.C.", "BCE", "AD") that begins at token j; None where none does."""
    if tokens.low[j] not in eras:
        return None
    if len(tokens.low[j]) > 1:
        return j + 1 if tokens.text[j].isupper() else None
    if tokens.low[j + 1 : j + 3] != [".", "c" if "bc" in eras else "d"] or not tokens.glued(j + 2):
        return None
    k = j + 3
    k = k + 2 if tokens.low[k] == "." and tokens.low[k + 1] == "e" and tokens.glued(k + 1) else k
    return k + 1 if tokens.low[k] == "." and tokens.glued(k) else k


def year_of_era(tokens: Tokens, i: int) -> Said | None:
    """ "44 BC", "1200 B.C.", "AD 79", "79 AD": years of which the era is said; one before our era has no stretch."""
    text = tokens.text[i]
    if not text.isdecimal() or len(text) > len("9999") or int(text) == 0:
        return None
    before = _era(tokens, i + 1, ERAS_BEFORE)
    if before:
        if int(text) in NEAR_YEARS and tokens.text[before][:1].isalpha():
            return None  # "In 2019 BC had 600 fires": the province
        return Said(i, before, when=When(type="DATE", value=f"BC{int(text):04d}"))
    if i > 0 and tokens.text[i - 1] == "AD" and int(text) < NEAR_YEARS.stop:
        return Said(i - 1, i + 1, Partial(year=int(text)))
    after = _era(tokens, i + 1, ERAS)
    return Said(i, after, Partial(year=int(text))) if after and len(tokens.low[i + 1]) > 1 else None


NEAR_YEARS = range(1860, 2100)
"""Years that news speak of: before letters, BC is a place behind them."""
