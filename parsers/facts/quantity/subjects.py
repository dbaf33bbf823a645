"""The unit of a bare figure whose subject is the measure: "revenue passenger miles rose to 1.95 billion"."""

from __future__ import annotations

from parsers.facts.quantity.measure import NUMBER, Measure
from parsers.facts.quantity.units import Unit, table
from parsers.facts.tokens import Tokens, words

CARRIED = {
    "passenger": "{passenger}",
    "passengers": "{passenger}",
    "seat": "{seat}",
    "seats": "{seat}",
    "ton": "t",
    "tonne": "t",
}
"""What miles and kilometres of transport are told of, right before them."""

DISTANCES = words("miles kilometres kilometers")

TOLD = words("rise fall total be increase decline drop reach climb grow jump average decrease number stand amount come")
"""Verbs, in their base form, whose figure is one of their subject."""

PRINTED = words(
    "rose fell totaled totalled was were increased declined dropped reached climbed grew jumped averaged decreased stood came gained slipped edged"
)


def measured(tokens: Tokens, found: Measure, subject: tuple[int, int], predicate: str | None) -> Measure:
    """The measure with the unit that its subject names, where it has none of its own."""
    first, end = subject
    if found.unit is not NUMBER or found.subtype != NUMBER.dimension or end <= first or predicate not in PRINTED | TOLD:
        return found
    noun = tokens.low[end - 1]
    if noun not in DISTANCES:
        return found
    unit = table()[0][(noun,)]
    carried = CARRIED.get(tokens.low[end - 2]) if end - 1 > first else None
    if carried is None:
        return found._replace(unit=unit, subtype=unit.dimension)
    factor = unit.factor * (1000.0 if carried == "t" else 1.0)
    si = ("kg" if carried == "t" else carried) + "." + unit.si
    return found._replace(unit=Unit(f"{carried}.{unit.code}", "transport", factor, si), subtype="transport")
