"""Amounts in two units ("5 feet 2 inches", "3 dollars and 50 cents") and multiples in one word ("sixfold")."""

from __future__ import annotations

from parsers.facts.quantity.amounts import Amount, amount_at
from parsers.facts.quantity.measure import Measure
from parsers.facts.quantity.units import Unit
from parsers.facts.tokens import Tokens

FOLD = {
    "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "hundredfold": 100,
}  # fmt: skip

SMALLER = {
    "[ft_i]": "[in_i]",
    "[lb_av]": "[oz_av]",
    "[stone_av]": "[lb_av]",
    "USD": "{cent}",
    "EUR": "{cent}",
    "GBP": "{penny}",
    "INR": "{paisa}",
    "AZN": "{qapik}",
}
"""A unit, and the one that goes on where it ends."""


def fold_at(tokens: Tokens, i: int) -> Measure:
    """ "grew sixfold"."""
    return Measure(
        start=i, end=i + 1, value=float(FOLD[tokens.low[i]]), unit=Unit("1", "multiple", 1.0, "1"), subtype="multiple"
    )


def with_small_change(tokens: Tokens, amount: Amount) -> Amount:
    """The amount with the smaller unit behind it added in."""
    smaller = SMALLER.get(amount.unit.code) if amount.unit else None
    k = amount.end + 1 if tokens.low[amount.end] in ("and", ",") else amount.end
    if amount.unit is None or smaller is None or amount.value != int(amount.value) or not tokens.low[k][:1].isalnum():
        return amount
    rest = amount_at(tokens, k)
    if rest is None or rest.unit is None or rest.unit.code != smaller:
        return amount
    return amount._replace(value=amount.value + rest.value * rest.unit.factor / amount.unit.factor, end=rest.end)
