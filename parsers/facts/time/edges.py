"""Ends and middles of periods in one word: "year-end", "end-2022", "mid-century", "midyear", "year's end"."""

from __future__ import annotations

from datetime import date

from parsers.facts.time import calendar, composed, parts, relative
from parsers.facts.time.composed import ANAPHORIC, Read
from parsers.facts.time.said import Said, goes_on, year_at
from parsers.facts.time.tense import tense
from parsers.facts.time.words import MONTHS
from parsers.facts.tokens import Tokens

MIDDLES = {"midyear": "Y", "midweek": "W", "midmonth": "M", "midcentury": "C", "middecade": "E"}

ENDS = {"yearend": "Y", "monthend": "M"}


def _edge(tokens: Tokens, start: int, end: int, unit: str, word: str, published: date | None) -> Said:
    """The end or middle of the year, month … around publication."""
    if published is None:
        return Said(start, end, when=relative.period(unit, 0, None))
    when = composed.meant(unit, word, tense(tokens, start, end), published)
    return Said(start, end, when=parts.narrowed(when, word, published))


def unit_end(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "year-end", "year end", "year's end", "month-end", with the year that may are beside it."""
    unit, low = ANAPHORIC.get(tokens.low[i]), tokens.low
    if unit is None:
        return None
    if low[i + 1] == "end":
        end = i + 2
    elif low[i + 1] == "-" and low[i + 2] == "end":
        end = i + 3
    elif low[i + 1] in ("'", "’") and low[i + 2 : i + 4] == ["s", "end"]:
        end = i + 4
    else:
        return None
    year = year_at(tokens, end) if unit == "Y" else None
    if year:
        return Said(i, year[1], when=parts.narrowed(calendar.of_year(year[0]), "end", None))
    return _edge(tokens, i, end, unit, "end", published)


def end_of(tokens: Tokens, i: int, published: date | None, read: Read) -> Said | None:
    """ "end of March", "end-2022", "end March", "end-year" at the word "end"."""
    found = composed.edge_of(tokens, i, published, read)
    if found:
        return found
    k = i + 2 if tokens.low[i + 1] == "-" else i + 1
    unit = ANAPHORIC.get(tokens.low[k]) if k > i + 1 else None
    if unit in ("Y", "M", "Q", "W"):
        return _edge(tokens, i, k + 1, unit, "end", published)
    text = tokens.text[k]
    if text.isdecimal() and len(text) == 4 and 1900 <= int(text) <= 2150 and not goes_on(tokens, k + 1):
        return Said(i, k + 1, when=parts.narrowed(calendar.of_year(int(text)), "end", None))
    if (
        tokens.low[k] in MONTHS
        and text.istitle()
        and (k > i + 1 or tokens.low[i - 1] in ("by", "until", "at", "since"))
    ):
        whole = composed.period(tokens, i, k, published, read)
        return Said(i, whole[1], when=parts.narrowed(whole[0], "end", None)) if whole else None
    return None


def middle(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "mid-century", "mid-year", "midweek"; "mid-March" is read from its month."""
    unit = MIDDLES.get(tokens.low[i])
    if unit:
        return _edge(tokens, i, i + 1, unit, "mid", published)
    k = i + 2 if tokens.low[i + 1] == "-" else i + 1
    unit = ANAPHORIC.get(tokens.low[k])
    if tokens.low[i] != "mid" or unit is None or unit == "D" or (k == i + 1 and unit != "Y"):
        return None
    return _edge(tokens, i, k + 1, unit, "mid", published)


def joined_end(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "yearend"."""
    return _edge(tokens, i, i + 1, ENDS[tokens.low[i]], "end", published)
