"""Whose dinar it is, and of which scale a degree: the countries that the sentence, or else the article, speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from parsers.facts.mentions import gazetteer
from parsers.facts.quantity import degrees
from parsers.facts.quantity.currency_names import FALLBACK, ambiguous, countries_of, names
from parsers.facts.quantity.units import Unit
from parsers.facts.reading import Reading
from parsers.facts.tokens import Tokens, sentences
from parsers.model import Fact
from parsers.record import changed


class Around:
    """The countries (ISO 3166 codes) that an article speaks of; looked up when first asked for, and kept."""

    __slots__ = ("_article", "_dollar", "_reading")

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._article: frozenset[str] | None = None
        self._dollar: tuple[str, bool] | None = None

    def here(self, at: int, tokens: Tokens) -> frozenset[str]:
        """Those of the sentence that begins at a body offset."""
        return frozenset(_named(self._reading, at, at + len(tokens.sentence))) | _by_adjective(tokens)

    def everywhere(self) -> frozenset[str]:
        """Those of the article."""
        if self._article is None:
            by_adjective = [_by_adjective(tokens) for _, tokens in sentences(self._reading)]
            self._article = frozenset(_named(self._reading, 0, len(self._reading.body))).union(*by_adjective)
        return self._article

    def dollar(self) -> tuple[str, bool]:
        """Whose dollar one without a country is in this article: `USD` or `{dollar}`, and whether that is certain."""
        if self._dollar is None:
            self._dollar = _dollar_of(list(_named(self._reading, 0, len(self._reading.body))), self._reading.body)
        return self._dollar


def _dollar_of(named: list[str], body: str) -> tuple[str, bool]:
    """A dollar is the American one unless another country's is as likely: one that is named at least twice, in an
    article that prints no dollar of its own beside it, and does not speak of the United States."""
    others = sum(country in _others() for country in named)
    if not others:
        return "USD", True
    if AMERICAN_DOLLAR.search(body):
        return "{dollar}", True
    if OTHER_DOLLAR.search(body):
        return "USD", True
    return ("USD", False) if others == 1 or "US" in named or AMERICAN.search(body) else ("{dollar}", True)


AMERICAN_DOLLAR = re.compile(r"\bUS ?\$|\bU\.S\. ?\$|\bUSD\b|\b(?:US|U\.S\.|American) dollars?\b")
OTHER_DOLLAR = re.compile(
    r"\b(?:A|AU|C|CAN|Cdn|NZ|HK|S|NT|J|TT|Bds|FJ|N) ?\$|\$(?:AUD|CAD|NZD|HKD|SGD)|"
    r"\b(?:AUD|CAD|NZD|HKD|SGD)\b|\b(?:Australian|Canadian|New Zealand|Hong Kong|Singapore|Taiwan) dollars?\b"
)
AMERICAN = re.compile(r"\bUS\b|\bU\.S\.|\bAmericans?\b|\bUnited States\b|\bWashington\b|\bWall Street\b")
"""The United States, as the body speaks of them."""

BARE_DOLLAR = re.compile(r"[$＄¢]|\b(?:dollars?|cents?)\b", re.IGNORECASE)
"""A sum in dollars; `AMERICAN_DOLLAR` says which have their country with them."""


@lru_cache(maxsize=1)
def _others() -> frozenset[str]:
    """Countries with a dollar of their own, but for Zimbabwe, which pays in American ones."""
    codes = [code for code in names().nouns["dollars"] if code not in ("USD", "ZWL")]
    return frozenset(country for code in codes for country in countries_of(code))


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


def is_open(unit: Unit, printed: str) -> bool:
    """May the countries of the article decide the unit, which is printed like this?"""
    if unit.dimension != "money":
        return unit.dimension == degrees.SENSED.dimension
    main = unit.si.partition("/")[0]
    return main in OPEN or (
        main == "USD" and BARE_DOLLAR.search(printed) is not None and not AMERICAN_DOLLAR.search(printed)
    )


def settled(fact: Fact, unit: Unit, around: Around, at: int, tokens: Tokens) -> Fact:
    """The fact, whose unit is still open, with the unit that the countries around it decide.

    A temperature without a scale is left open where the United States are spoken of.
    """
    if unit.si.startswith("USD"):
        return _in_dollars(fact, unit, around, at, tokens)
    here = around.here(at, tokens)
    if unit.dimension == "money":
        unit = resolved(unit, here, around.everywhere)
    else:
        unit = degrees.settled(unit, american="US" in (here or around.everywhere()))
    value_si = unit.to_si(fact.value) if fact.value is not None else None
    return changed(fact, unit=unit.code, unit_si=unit.si, value_si=value_si, subtype=unit.dimension)


def _in_dollars(fact: Fact, unit: Unit, around: Around, at: int, tokens: Tokens) -> Fact:
    """The fact, whose dollars have no country, in American ones, certain or likely, or in `{dollar}`."""
    code, certain = around.dollar()
    if certain and code == "USD":
        return fact
    if code == "USD":
        here = around.here(at, tokens)
        return fact if "US" in here and not here & _others() else changed(fact, certainty="likely")
    found = unit._replace(code=unit.code.replace("USD", code), si=unit.si.replace("USD", code))
    return changed(fact, unit=found.code, unit_si=found.si)
