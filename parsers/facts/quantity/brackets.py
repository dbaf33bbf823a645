"""Figures of wire tables in brackets: "2,313 (105,005) tonnes", "16,818 (nil) tonnes", "229,176 tonnes (1985 - 182,959)"."""

from __future__ import annotations

from parsers.facts.quantity.amounts import Amount, amount_at
from parsers.facts.quantity.measure import Measure
from parsers.facts.quantity.units import Unit, unit_at
from parsers.facts.tokens import Tokens, words

NOUGHTS = words("nil none n.a. nought zero -")

LONGEST = 6
"""Tokens between the brackets, at most."""

UNSHARED = frozenset(
    {"count", "duration", "age", "percent", "points", "number", "ratio", "multiple", "ranking", "ordinal"}
)
"""Dimensions that a figure in brackets does not take from the one before it."""

COMPARING = words("against vs versus from compared with year-ago earlier year ago was")


def unit(tokens: Tokens, amount: Amount, last: Measure | None) -> Unit | None:
    """The unit that a bare number shares with the one it is beside in brackets."""
    if tokens.low[amount.end] == "(":
        return _behind(tokens, amount.end)
    opening = _opening(tokens, amount)
    if opening is None or tokens.low[amount.end] != ")":
        return None
    if last is not None and last.end == opening and last.noun is None and last.unit.dimension not in UNSHARED:
        return last.unit
    return _unit_at(tokens, opening - 1, amount.end + 1)


def _opening(tokens: Tokens, amount: Amount) -> int | None:
    """The bracket before a number, past the year that the number is of ("(1985 - 182,959)")."""
    for k in range(amount.start - 1, max(-1, amount.start - LONGEST), -1):
        if tokens.low[k] == "(":
            return k if not _is_year(tokens, amount) else None
        if not (tokens.low[k] in COMPARING or tokens.low[k] in ("-", "–", ":") or tokens.text[k].isdecimal()):
            return None
    return None


def _is_year(tokens: Tokens, amount: Amount) -> bool:
    text = tokens.text[amount.start]
    return text.isdecimal() and len(text) == len("1985") and text[:2] in ("18", "19", "20")


def _behind(tokens: Tokens, opening: int) -> Unit | None:
    """The unit behind the brackets that open at a token, where they hold another figure of the same."""
    inner = opening + 1
    if tokens.text[inner][:1].isdecimal():
        other = amount_at(tokens, inner)
        close = other.end if other is not None and other.unit is None else 0
    else:
        close = inner + 1 if tokens.low[inner] in NOUGHTS else 0
    return _unit_at(tokens, opening - 1, close + 1) if close and tokens.low[close] == ")" else None


def _unit_at(tokens: Tokens, i: int, j: int) -> Unit | None:
    """The unit at token j of the number that ends at token i."""
    if not tokens.text[i][:1].isdecimal() and tokens.low[i] != ")":
        return None
    found = unit_at(tokens, j, False)
    return found[0] if found is not None and found[0].dimension not in UNSHARED else None
