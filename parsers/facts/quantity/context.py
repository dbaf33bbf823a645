"""Whose dinar it is, and of which scale a degree: the countries that the sentence, or else the article, speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from parsers.facts.mentions import gazetteer
from parsers.facts.quantity import degrees
from parsers.facts.quantity.currency_names import FALLBACK, ambiguous
from parsers.facts.quantity.units import Unit
from parsers.facts.reading import Reading
from parsers.facts.tokens import Tokens, sentences
from parsers.model import Fact
from parsers.record import changed


class Around:
    """The countries (ISO 3166 codes) that an article speaks of; looked up when first asked for, and kept."""

    __slots__ = ("_article", "_reading")

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._article: frozenset[str] | None = None

    def here(self, at: int, tokens: Tokens) -> frozenset[str]:
        """Those of the sentence that begins at a body offset."""
        return frozenset(_named(self._reading, at, at + len(tokens.sentence))) | _by_adjective(tokens)

    def everywhere(self) -> frozenset[str]:
        """Those of the article."""
        if self._article is None:
            by_adjective = [_by_adjective(tokens) for _, tokens in sentences(self._reading)]
            self._article = frozenset(_named(self._reading, 0, len(self._reading.body))).union(*by_adjective)
        return self._article


def _named(reading: Reading, start: int, end: int) -> Iterator[str]:
    """The countries of the places and bodies named in a stretch of the body."""
    for mention in reading.mentions_in(start, end):
        if mention.country and mention.entity_type in ("place", "organisation"):
            yield mention.country


@lru_cache(maxsize=1)
def _adjectives() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Names and adjectives of countries: single words to codes, and first words of two to the second and the code."""
    single: dict[str, str] = {}
    double: dict[str, dict[str, str]] = {}
    for table in (gazetteer.countries(), gazetteer.demonyms()):
        for name, country in table.items():
            first, _, second = name.partition(" ")
            if not second:
                single[name] = country.code
            elif " " not in second:
                double.setdefault(first, {})[second] = country.code
    return single, double


def _by_adjective(tokens: Tokens) -> frozenset[str]:
    """Countries whose adjective or name is a word, or two, of the sentence."""
    single, double = _adjectives()
    found = {single[text] for text in tokens.text if text in single}
    if len(tokens.text[0]) > 3 and tokens.text[0].isupper():
        found.add(gazetteer.places().get(tokens.text[0].title(), ""))  # the place of a dateline
        found.discard("")
    for i, text in enumerate(tokens.text[: tokens.size]):
        if text in double and tokens.text[i + 1] in double[text]:
            found.add(double[text][tokens.text[i + 1]])
    return frozenset(found)


def resolved(unit: Unit, here: frozenset[str], everywhere: Callable[[], frozenset[str]]) -> Unit:
    """Money of an open name in the currency of its country, where just one country in question is spoken of.

    Else in the currency that newspapers mean by the name alone; where there is none, the name stays as it is.
    """
    main = unit.si.partition("/")[0]
    if unit.dimension != "money" or main not in OPEN:
        return unit
    own = ambiguous().get(main, {})
    found = _only(own, here) or _only(own, everywhere()) or FALLBACK.get(main, main)
    code, slash, per = unit.code.partition("/")
    return unit._replace(code=(found if code == main else code) + slash + per, si=found + unit.si[len(main) :])


OPEN = frozenset(ambiguous()) | frozenset(FALLBACK)
"""Names of money that several countries have."""


def _only(own: dict[str, str], countries: Iterable[str]) -> str | None:
    """The one currency of these countries, or None."""
    found = {own[country] for country in countries if country in own}
    return found.pop() if len(found) == 1 else None


def is_open(unit: Unit) -> bool:
    """May the countries of the article decide the unit?"""
    return (
        unit.si.partition("/")[0] in OPEN if unit.dimension == "money" else unit.dimension == degrees.SENSED.dimension
    )


def settled(fact: Fact, unit: Unit, around: Around, at: int, tokens: Tokens) -> Fact:
    """The fact, whose unit is still open, with the unit that the countries around it decide.

    A temperature without a scale is left open where the United States are spoken of.
    """
    here = around.here(at, tokens)
    if unit.dimension == "money":
        unit = resolved(unit, here, around.everywhere)
    else:
        unit = degrees.settled(unit, american="US" in (here or around.everywhere()))
    value_si = unit.to_si(fact.value) if fact.value is not None else None
    return changed(fact, unit=unit.code, unit_si=unit.si, value_si=value_si, subtype=unit.dimension)
