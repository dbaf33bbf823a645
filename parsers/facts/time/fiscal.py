"""Fiscal years and their parts: "FY24", "fiscal 2022", "FY2023-24", "its 2023 fiscal year", "Q3 FY24", "fiscal third quarter".

A fiscal year has no stretch of days unless the copy says when it ends: FY2024 is known by its number alone.
"""

from __future__ import annotations

from parsers.facts.time.said import whole_year
from parsers.facts.tokens import Tokens

FISCAL = frozenset({"fiscal", "financial", "fy"})


def fiscal_year(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The fiscal year named at token i, and the token behind it: "FY24", "fiscal year 2022-23", "2023 fiscal year"."""
    k = i
    while tokens.low[k] in ("of", "in", "for", "the", "its", "their", "our", "his", ",") and k - i < 3:
        k += 1
    low = tokens.low[k]
    if low in FISCAL:
        k = k + 2 if low != "fy" and tokens.low[k + 1] in ("year", "years") else k + 1
        k = k + 1 if tokens.low[k] in ("'", "’") else k
        return numbered(tokens, k)
    found = numbered(tokens, k) if len(tokens.text[k]) == 4 else None
    if found and tokens.low[found[1]] in ("fiscal", "financial") and tokens.low[found[1] + 1] == "year":
        return found[0], found[1] + 2
    return None


def numbered(tokens: Tokens, k: int) -> tuple[int, int] | None:
    """ "24", "2024", "2023-24", "2023/2024": a fiscal year has the number of the calendar year it ends in."""
    text = tokens.text[k]
    year = whole_year(text) if text.isdecimal() else None
    if year is None or (len(text) == 2 and not (tokens.glued(k) or tokens.low[k - 1] in ("fy", "fiscal"))):
        return None
    last = tokens.text[k + 2]
    if tokens.low[k + 1] in ("-", "–", "/") and tokens.glued(k + 1) and last.isdecimal():
        second = whole_year(last) if len(last) == 4 else year // 100 * 100 + int(last) if len(last) == 2 else None
        if second in (year + 1, year - 99):
            return year + 1, k + 3
    return year, k + 1


def is_fiscal(tokens: Tokens, i: int) -> bool:
    """Does "fiscal" or "financial" stand right before token i?"""
    return tokens.low[i - 1] in ("fiscal", "financial") and i > 0
