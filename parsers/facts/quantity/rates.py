"""Rates: "a year", "per barrel", "/day", "annually", and "annual" before an output or a capacity."""

from __future__ import annotations

from parsers.facts.quantity import nouns
from parsers.facts.quantity.currency_names import bare
from parsers.facts.quantity.magnitudes import ALL as MAGNITUDES
from parsers.facts.quantity.nouns import Counted
from parsers.facts.quantity.numbers import number_at
from parsers.facts.quantity.units import Unit, unit_at
from parsers.facts.tokens import Tokens, words

ADVERBS = {"annually": "a", "yearly": "a", "monthly": "mo", "weekly": "wk", "daily": "d", "hourly": "h", "pcm": "mo"}
ADJECTIVES = {"annual": "a", "yearly": "a", "monthly": "mo", "weekly": "wk", "daily": "d", "hourly": "h"}

FLOWS = words(
    """
    output production capacity consumption generation throughput demand supply supplies exports imports shipments
    deliveries emissions intake
    """
)
"""With one of these, an adjective of time before it says a rate."""

NO_FLOWS = frozenset({"money", "percent", "points", "duration", "age", "number", "ratio", "power"})
"""Dimensions that an adjective of time before them does not make a rate."""

SECONDS = {"a": 31557600.0, "mo": 2629800.0, "wk": 604800.0, "d": 86400.0, "h": 3600.0, "min": 60.0, "s": 1.0}

OPENINGS = frozenset({"a", "an", "per", "each", "every", "/"})

THINGS = {"share": "{share}",
    "shr": "{share}", "person": "{person}", "capita": "{person}", "head": "{person}", "household": "{household}", "unit": "{unit}", "vehicle": "{vehicle}", "child": "{child}",
    "student": "{student}", "worker": "{worker}", "employee": "{employee}", "user": "{user}", "ticket": "{ticket}", "game": "{game}", "night": "{night}", "barrel": "[bbl_us]", "bbl": "[bbl_us]",
    "shift": "{shift}", "trip": "{trip}", "passenger": "{passenger}", "family": "{family}", "customer": "{customer}", "bottle": "{bottle}", "piece": "{piece}", "dollar": "USD", "inhabitant": "{person}", "resident": "{resident}"}  # fmt: skip
"""What sums and counts are often told per."""


_KINDS = words("full common ordinary diluted preferred primary outstanding whole new single")
"""Adjectives of what a sum is told per: "per full share"."""


def with_rate(tokens: Tokens, unit: Unit, start: int, end: int, noun: Counted | None) -> tuple[Unit, int]:
    """The unit with what it is told per, and the token behind it all."""
    j = noun.end if noun is not None and noun.end > end else end
    behind = _behind(tokens, j) or _behind_matter(tokens, unit, j) or _by_the_mile(tokens, unit, j)
    if behind and (unit.dimension not in ("duration", "age", "ranking", "multiple") or _worked(unit, behind[0])):
        told = _per(unit, *behind[:3])
        again = _behind(tokens, behind[3]) if tokens.low[behind[3]] in OPENINGS and "/" not in unit.code else None
        return (_per(told, *again[:3]), again[3]) if again and again[0] in SECONDS else (told, behind[3])
    before = None if unit.dimension in NO_FLOWS else _before(tokens, start)
    if before:
        return _per(unit, before, SECONDS[before], "s"), end
    return unit, end


def _behind_matter(tokens: Tokens, unit: Unit, j: int) -> tuple[str, float, str, int] | None:
    """ "12 bcm of gas a year", "3 million tonnes of scrap metal per annum": the matter is between unit and rate."""
    if tokens.low[j] != "of" or unit.dimension not in ("mass", "volume", "energy", "data"):
        return None
    for k in range(j + 2, j + MATTER):
        if tokens.low[k] in ("a", "per", "each", "every", *ADVERBS):
            found = _behind(tokens, k)
            return found if found and found[0] in SECONDS else None
        if not tokens.text[k].isalpha() or tokens.low[k] in nouns.STOPS:
            return None
    return None


MATTER = 5
"""Tokens from "of" to a rate, at most."""


def _by_the_mile(tokens: Tokens, unit: Unit, j: int) -> tuple[str, float, str, int] | None:
    """ "20p a mile": sums only; "three metres a mile off" is none."""
    if unit.dimension != "money" or tokens.low[j] not in ("a", "an"):
        return None
    found = unit_at(tokens, j + 1, False)
    return (found[0].code, found[0].factor, found[0].si, found[1]) if found and found[0].dimension == "length" else None


def told_per(tokens: Tokens, j: int) -> bool:
    """Does a rate of its own begin at token j?"""
    return _behind(tokens, j) is not None


def _worked(unit: Unit, per: str) -> bool:
    """ "40 hours a week", "three days a month": a length of time told per a longer one."""
    return unit.dimension == "duration" and SECONDS.get(unit.code, 1e9) < SECONDS.get(per, 0)


def _behind(tokens: Tokens, j: int) -> tuple[str, float, str, int] | None:
    """Code, SI factor and SI unit of the denominator behind token j, and the token behind it."""
    low = tokens.low[j]
    if low in ADVERBS:
        return ADVERBS[low], SECONDS[ADVERBS[low]], "s", j + 1
    if low == "p" and tokens.low[j + 1 : j + 3] == [".", "a"] and tokens.glued(j + 1):
        return "a", SECONDS["a"], "s", j + (4 if tokens.low[j + 3] == "." and tokens.glued(j + 3) else 3)
    k = j + 1 if low == "-" and tokens.low[j + 1] in ("a", "an", "per") else j
    opening = tokens.low[k]
    if opening not in OPENINGS or (opening == "/" and not tokens.glued(k)):
        return None
    k += 2 if tokens.low[k + 1] == "-" else 1
    if opening == "/" and tokens.low[k] in BRIEF and tokens.glued(k):
        return BRIEF[tokens.low[k]], SECONDS[BRIEF[tokens.low[k]]], "s", k + 1
    many = per_many(tokens, k) if opening in ("per", "/", "every") and unit_at(tokens, k, False) is None else None
    if many:
        return many
    if tokens.low[k] in _KINDS and tokens.low[k + 1] in THINGS:
        k += 1
    thing = THINGS.get(tokens.low[k])
    if thing:
        return thing, 0.158987294928 if thing == "[bbl_us]" else 1.0, "m3" if thing == "[bbl_us]" else thing, k + 1
    found = unit_at(tokens, k, opening == "/")
    if found is None or (opening in ("a", "an") and found[0].code not in SECONDS and found[0].dimension not in SOLD_BY):
        return _per_noun(tokens, opening, k)
    if tokens.low[found[1]] in ("ago", "earlier", "before", "later", "after", "old", "-"):
        return None
    return found[0].code, found[0].factor, found[0].si, found[1]


BRIEF = {"d": "d", "day": "d", "y": "a", "yr": "a", "a": "a", "mo": "mo", "wk": "wk", "hr": "h", "s": "s", "sec": "s"}
"""Units of time behind a slash."""

SOLD_BY = frozenset({"volume", "mass", "area"})
"""Dimensions of what "a" says a rate of: "$9 a bushel", "180 bushels an acre"."""


def per_many(tokens: Tokens, k: int) -> tuple[str, float, str, int] | None:
    """ "per 100 km", "per 100,000 people", "per million inhabitants": a number of units or of things."""
    number = number_at(tokens, k) if tokens.text[k][:1].isdecimal() or tokens.low[k] in MAGNITUDES else None
    if number is None and tokens.low[k] in MAGNITUDES:
        count, j = MAGNITUDES[tokens.low[k]], k + 1
    elif number is not None and number.high is None and not number.part:
        count, j = number.value, number.end
    else:
        return None
    found = unit_at(tokens, j, tokens.glued(j))
    if tokens.low[j] in bare():
        return None  # "per 1,000 euro bond"
    if found:
        return f"({count:.15g}.{found[0].code})", count * found[0].factor, found[0].si, found[1]
    noun = nouns.counted_at(tokens, j)
    if noun is None:
        return None
    code = THINGS.get(noun.head, "{" + noun.head + "}")
    return f"({count:.15g}.{code})", count, code, noun.end


def _per_noun(tokens: Tokens, opening: str, k: int) -> tuple[str, float, str, int] | None:
    """ "per NOUN" of any noun."""
    if (
        opening != "per"
        or not tokens.text[k].isalpha()
        or tokens.low[k] in nouns.STOPS
        or tokens.low[k] in ("cent", "se")
    ):
        return None
    code = "{" + tokens.low[k] + "}"
    return code, 1.0, code, k + 1


def _before(tokens: Tokens, start: int) -> str | None:
    """ "annual output reaching 500 units"."""
    flow = False
    for k in range(start - 1, max(-1, start - 8), -1):
        low = tokens.low[k]
        if low in FLOWS:
            flow = True
        elif low in ADJECTIVES:
            return ADJECTIVES[low] if flow else None
        elif low in (".", ";", ","):
            return None
    return None


def _per(unit: Unit, code: str, factor: float, si: str) -> Unit:
    return Unit(
        f"{unit.code}/{code}",
        unit.dimension if unit.dimension in ("money", "count") else "rate",
        unit.factor / factor,
        f"{unit.si}/{si}",
    )
