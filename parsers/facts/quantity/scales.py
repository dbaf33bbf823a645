"""Scales that a number is told on without a unit: the magnitude of earthquakes, ounces of precious metals."""

from __future__ import annotations

from parsers.facts.quantity.amounts import Amount
from parsers.facts.quantity.units import Unit
from parsers.facts.tokens import Tokens, words

MAGNITUDE = Unit("{magnitude}", "magnitude", 1.0, "{magnitude}")
"""The magnitude of an earthquake; UCUM has no code for it."""

QUAKES = words(
    "earthquake earthquakes quake quakes tremor tremors aftershock aftershocks temblor temblors seismologists"
)
"""Words of a sentence in which "measuring 6.4" is a magnitude."""

GREATEST = 10
"""No earthquake reaches it."""

REACH = 3
"""Tokens between "magnitude" and its number: "of about", "estimated at"."""

BETWEEN = words("of - a an about at estimated preliminary around was is")


def magnitude(tokens: Tokens, amount: Amount) -> Amount | None:
    """ "magnitude 6.2", "magnitude-5.8", "a 7.1-magnitude quake", "5.4 on the Richter scale", "a quake measuring 6.4"."""
    if amount.unit is not None or amount.number.magnitude > 1 or not 0 <= amount.value < GREATEST:
        return None
    j = amount.end + 1 if tokens.low[amount.end] == "-" else amount.end
    if tokens.low[j] == "magnitude":
        return amount._replace(unit=MAGNITUDE, end=j + 1)
    if _named_before(tokens, amount.start) or _on_a_scale(tokens, j) or _measured(tokens, amount.start):
        return amount._replace(unit=MAGNITUDE)
    return None


def _named_before(tokens: Tokens, i: int) -> bool:
    for k in range(i - 1, max(-1, i - 2 - REACH), -1):
        if tokens.low[k] == "magnitude":
            return not QUAKES.isdisjoint(_around(tokens, i)) or k >= i - 2
        if tokens.low[k] not in BETWEEN:
            return False
    return False


def _on_a_scale(tokens: Tokens, j: int) -> bool:
    scale = tokens.low[j : j + 4]
    return scale[:1] == ["on"] and "scale" in tokens.low[j : j + 5] and ("richter" in scale or "magnitude" in scale)


def _measured(tokens: Tokens, i: int) -> bool:
    return tokens.low[i - 1] in ("measuring", "measured") and not QUAKES.isdisjoint(_around(tokens, i))


NEAR = 40
"""Tokens on either side in which a word of earthquakes or of metals says what a number measures."""


def _around(tokens: Tokens, i: int) -> list[str]:
    return tokens.low[max(0, i - NEAR) : i + NEAR]


METALS = words("gold silver platinum palladium bullion rhodium")
"""Weighed in troy ounces."""

TROY = 0.0311034768 / 0.028349523125
"""Of an ounce."""

OUNCE, TROY_OUNCE = "[oz_av]", "[oz_tr]"


def troy(tokens: Tokens, unit: Unit, i: int) -> Unit:
    """The unit of the measure at token i, with troy ounces for ounces where the words around speak of precious metals."""
    if OUNCE not in unit.code or METALS.isdisjoint(_around(tokens, i)):
        return unit
    factor = unit.factor * TROY if unit.code.startswith(OUNCE) else unit.factor / TROY
    return unit._replace(code=unit.code.replace(OUNCE, TROY_OUNCE), factor=factor)
