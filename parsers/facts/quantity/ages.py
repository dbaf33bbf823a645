"""Ages without a unit: "Anna Weber, 44, said", "aged 3, 5 and 9", "the age of 44", "turned 40"."""

from __future__ import annotations

from parsers.facts.quantity.amounts import Amount
from parsers.facts.quantity.measure import YEARS_OLD, Measure
from parsers.facts.quantity.outcomes import OF_PEOPLE
from parsers.facts.tokens import Tokens, words


def age(tokens: Tokens, amount: Amount, ends: frozenset[str]) -> Measure | None:
    """ "Anna Weber, 44, said", "aged 18", "age of 44", "turned 40"."""
    i, j, value = amount.start, amount.end, amount.value
    if not 0 < value < 121 or value != int(value) or (amount.number.worded and tokens.low[i] not in CHILDHOOD):
        return None
    before, second = tokens.low[i - 1], tokens.low[i - 2]
    listed = before in (",", "and", "or") and _in_ages(tokens, i)
    told = (
        before in ("aged", "age", "ages")
        or listed
        or (before == "between" and second in ("aged", "ages"))
        or (before == "of" and second == "age")
        or (before in ("is", "was") and second in ("who", "he", "she") and tokens.low[j] in (",", "."))
        or (before == "turned" and tokens.low[j] in ends)
        or (before in ("turns", "turning") and (tokens.low[j] in ends or tokens.low[j] in ("in", "on", "this", "next")))
    )
    if amount.number.worded:
        return Measure(start=i, end=j, value=value, unit=YEARS_OLD, subtype="age") if told and before != "age" else None
    two_digits = len(tokens.text[i]) == 2 and tokens.text[i - 2].istitle()
    two_digits = two_digits or (len(tokens.text[i]) == 2 and second in OF_PEOPLE and tokens.low[j] == ",")
    named = (
        before == ","
        and two_digits
        and tokens.low[j] in (",", ".")
        and (i == 2 or tokens.text[i - 3][:1].isupper() or second in OF_PEOPLE)
    )
    if not (told or named or (before == "(" and tokens.low[j] == ")" and two_digits)):
        return None
    if (
        told
        and tokens.low[j] in (("and", "to", "-", "–") if before == "between" else ("to", "-", "–"))
        and tokens.text[j + 1].isdecimal()
        and float(tokens.text[j + 1]) > value
    ):
        return Measure(start=i, end=j + 2, value=value, high=float(tokens.text[j + 1]), unit=YEARS_OLD, subtype="age")
    return Measure(start=i, end=j, value=value, unit=YEARS_OLD, subtype="age")


def _in_ages(tokens: Tokens, i: int) -> bool:
    """Is token i one more age of a list: "aged 3, 5 and 9"?"""
    for k in range(i - 1, max(-1, i - MOST_AGES), -1):
        if tokens.low[k] in ("aged", "ages"):
            return True
        if (
            tokens.low[k] not in (",", "and", "or")
            and not tokens.text[k].isdecimal()
            and tokens.low[k] not in CHILDHOOD
        ):
            return False
    return False


CHILDHOOD = words("one two three four five six seven eight nine ten eleven twelve thirteen")
"""Numbers that are spelled out in a list of ages: "boys aged three and 13"."""

MOST_AGES = 12
"""Tokens of a list of ages, at most."""
