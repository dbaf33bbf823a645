"""Times told from what the article said before: "the quarter", "the year-earlier period", "that year", "the same month"."""

from __future__ import annotations

from datetime import date

from parsers.facts.time import calendar
from parsers.facts.time.calendar import When
from parsers.facts.time.relative import UNKNOWN
from parsers.facts.time.said import Needs, Said, told_year, year_ago, year_at
from parsers.facts.time.words import ORDINALS, UNITS
from parsers.facts.tokens import Tokens, words

PERIODS = {"quarter": "XXXX-QX", "period": "XXXX", "half": "XXXX-HX", "month": "XXXX-XX"}
"""What figures are told of, to the value of one that is not known."""

BEFORE_THE_QUARTER = words("in for during of through throughout over from than with and to that")

AGO = frozenset({"earlier", "ago"})


def _unknown(start: int, end: int, value: str, needs: Needs) -> Said:
    return Said(start, end, when=When(type="DATE", value=value), needs=needs)


def year_earlier(tokens: Tokens, i: int) -> Said | None:
    """ "year-earlier quarter", "year-ago period", "the year-earlier third quarter", "a year-earlier loss"."""
    k = i + 2 if tokens.low[i + 1] == "-" else i + 1
    if tokens.low[k] not in AGO or (tokens.low[i - 1] in ("a", "one") and k == i + 1):
        return None
    j = k + 1
    if tokens.low[j] in ORDINALS and tokens.low[j + 1] in PERIODS:
        j += 1
    value = PERIODS.get(tokens.low[j])
    return _unknown(i, j + 1 if value else k + 1, value or "XXXX", Needs("report", -1, "Y"))


def quarter(tokens: Tokens, i: int) -> Said | None:
    """ "in the quarter", "the latest quarter", "the latest period": the one whose figures the article gives."""
    before, low = tokens.low[i - 1], tokens.low[i]
    start = i - 1
    if before in ("latest", "reported") or tokens.low[i - 2 : i] == ["most", "recent"]:
        start = i - 2 if before == "recent" else i - 1
    elif (
        low != "quarter"
        or before != "the"
        or tokens.low[i + 1] in ("of", "-", "final", "mile", "century")
        or (tokens.low[i - 2] not in BEFORE_THE_QUARTER and i > 1)
    ):
        return None
    else:
        start = i
    if year_ago(tokens, i + 1):
        return _unknown(start, i + 4, PERIODS[low], Needs("report", -1))
    return _unknown(start, i + 1, PERIODS[low], Needs("report"))


def same(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "the same period last year", "the corresponding quarter of 2019", "the same day", "that same month"."""
    k = i + 1
    low = tokens.low[k]
    if low == "year" and tokens.low[k + 1] == "-":
        found = year_earlier(tokens, k)
        return found._replace(start=i) if found else None  # "the corresponding year-ago period"
    if low not in PERIODS and low not in ("time", "day", "year", "week"):
        return None
    year = year_at(tokens, k + 1) or told_year(tokens, k + 1, published)
    if year:
        when = calendar.of_year(year[0])
        if low == "month" and year[0] < 3000 and published is not None:
            return _unknown(i, year[1], PERIODS[low], Needs("last", 12 * (year[0] - published.year), "M"))
        return Said(i, year[1], when=when, needs=Needs("report", year=year[0])) if low in PERIODS else None
    j = k + 2 if tokens.low[k + 1] in ("in", "of", "the") else k + 1
    j = j + 1 if tokens.low[j] in ("the", "a", "one") else j
    if tokens.low[j] in ("previous", "prior", "preceding", "year") and tokens.low[j + 1] in ("year", "earlier", "ago"):
        return _unknown(i, j + 2, PERIODS.get(low, "XXXX"), Needs("report", -1, "Y"))
    unit = UNITS.get(low)
    return _unknown(i, k + 1, UNKNOWN[unit], Needs("last", 0, unit)) if unit in ("D", "M", "Y", "W") else None


def that(tokens: Tokens, i: int) -> Said | None:
    """ "that year", "that day"; the demonstrative only: what is told from the date before it."""
    k = i + 2 if tokens.low[i + 1] == "same" else i + 1
    unit = UNITS.get(tokens.low[k])
    if unit not in ("D", "W", "M", "Y") or tokens.low[k].endswith("s") or tokens.low[k] == "night":
        return None
    before_verb = tokens.low[k + 1] in (
        "",
        ".",
        ",",
        ";",
        "and",
        "in",
        "with",
        "by",
        "when",
        "the",
        "to",
        "he",
        "she",
        "it",
        "they",
        "for",
        "as",
        "from",
        "after",
        ")",
    )
    return _unknown(i, k + 1, UNKNOWN[unit], Needs("last", 0, unit)) if before_verb else None


def beside(tokens: Tokens, i: int, j: int, step: int) -> Said | None:
    """ "the following year", "the previous month", "the next day" with their unit at token j."""
    unit = UNITS.get(tokens.low[j])
    if unit not in ("D", "W", "M", "Q", "Y") or tokens.low[j].endswith("s") or tokens.low[i - 1] != "the":
        return None
    return _unknown(i, j + 1, UNKNOWN[unit], Needs("last", step, unit))
