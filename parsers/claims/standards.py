"""Standard values: sizes of units ("60-kilo bags"), face values and denominations, which thousands of reports share.

They are properties of a thing that is traded or made, not amounts of anything, so they are no claims.
"""

from __future__ import annotations

import re

from parsers.claims.links import may_end
from parsers.model import Fact

CONTAINERS = (
    "bags?|sacks?|bales?|barrels?|drums?|casks?|kegs?|bottles?|cans?|tins?|cartons?|cases?|crates?|boxes|box|packs?|packets?|parcels?|pallets?|"
    "containers?|teus?|cylinders?|canisters?|flasks?|jars?|jugs?|tubs?|tubes?|rolls?|reels?|bars?|ingots?|coins?|"
    "lots?|contracts|portions?|servings?|rations?|arrobas?|maunds?|piculs?|quintals?|bushels?|hundredweights?"
)
"""Nouns of what goods are packed, traded or counted in. Source: own list."""

PACKED = frozenset({"mass", "volume", "length"})
"""Kinds of quantities that tell how large such a unit is."""

BEHIND = re.compile(rf"[\s-](?:[a-z]+[\s-]){{0,2}}?(?:{CONTAINERS})\b", re.IGNORECASE)
"""A unit behind its size, with up to two words between: "60-kilo jute bags", "5,000-bushel wheat contracts"."""

BEFORE = re.compile(
    rf"\b(?:{CONTAINERS})(?:,?\s+(?:of|at|holding|containing|weighing|measuring)|\s*\()(?:\s+(?:about|some|around|up\s+to|each|a|an))*\s*\Z",
    re.IGNORECASE,
)
"""A unit before its size: "bags of 60 kilos", "bales weighing about 480 pounds"."""

SINGULAR = re.compile(
    r"(?:kg|kilo|lb|oz|l|ml|cl|g|[a-z]*(?:gram|gramme|kilogram|pound|ounce|tonne|ton|litre|liter|gallon|bushel|pint|quart|stone))\Z",
    re.IGNORECASE,
)
"""A unit without the s of the plural: with a noun right behind, it qualifies the noun as a hyphen does: "90 kg bags"."""

SMALL = 1.0
"""Metres under which a length with a hyphen tells a model or make: "a 12-inch disk", "9-mm pistols"."""

FACE_AROUND = re.compile(
    r"\b(?:(?:par|face|nominal)[\s-]+values?|denominations?|denominated\s+in|in\s+units)\s+(?:of\s+)?(?:(?:is|was|are|at|about|only|each|and|or)\s+)*(?:[\d.,]+\s+(?:and|or|to)\s+)?\Z",
    re.IGNORECASE,
)
"""Words before a face value: "a par value of 10 francs", "in denominations of 1,000 and 5,000 dollars"."""

FACE_BEHIND = re.compile(
    r"[\s-]*(?:each\s+)?(?:(?:par|face|nominal)(?:[\s-]+(?:value|amount))?|denominations?|nominal)\b", re.IGNORECASE
)
"""Words behind one: "1.66 dollar par value common stock", "in 1,000 franc denominations"."""

ROUND = frozenset({1.0, 10.0, 100.0, 1000.0})
"""Amounts of money for which rates of exchange are given."""

RATES = re.compile(
    r"\b(?:exchange\s+rates?|rates?\s+of\s+exchange|official\s+rates?|parit(?:y|ies)|fixing)\b", re.IGNORECASE
)
"""Words of a sentence about them: "the exchange rate of 100 roubles was set at"."""

REACH = 48
"""Characters on either side of a figure that are looked at."""


def standard(fact: Fact, body: str) -> bool:
    """Whether a quantity is the size of a unit, a face value, a denomination or what a rate of exchange is given for."""
    start, end = fact.anchor_start, fact.anchor_end
    if start is None or end is None:
        return False
    if fact.subtype == "money":
        if fact.value in ROUND and (fact.value == 1.0 or RATES.search(body, fact.start_char, fact.end_char)):
            return True
        return _face(body, max(fact.start_char, start - REACH), start, end, min(fact.end_char, end + REACH))
    if fact.subtype not in PACKED:
        return False
    return _packed(fact, body, max(fact.start_char, start - REACH), start, end, min(fact.end_char, end + REACH))


def _face(body: str, first: int, start: int, end: int, last: int) -> bool:
    return FACE_AROUND.search(body, first, start) is not None or FACE_BEHIND.match(body, end, last) is not None


BEFORE_ENDS = tuple("of at holding containing weighing measuring ( about some around to each a an".split())
"""How the words before a figure end where BEFORE may match."""


def _packed(fact: Fact, body: str, first: int, start: int, end: int, last: int) -> bool:
    """Whether a size is that of a unit: a hyphen joins it to the unit's noun, or "of" does."""
    if may_end(body[first:start], BEFORE_ENDS) and BEFORE.search(body, first, start) is not None:
        return True
    joined = "-" in body[start:end] or body[end : end + 1] == "-"
    if fact.subtype == "length" and joined and abs(fact.value_si or SMALL) < SMALL:
        return True
    return (joined or SINGULAR.search(body, start, end) is not None) and BEHIND.match(body, end, last) is not None
