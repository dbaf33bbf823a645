"""Whose dinar it is, and of which scale a degree: the countries that the sentence, or else the article, speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from parsers.facts.mentions import gazetteer
from parsers.facts.quantity import degrees
from parsers.facts.quantity.currency_names import FALLBACK, ambiguous
from parsers.facts.quantity.units import Unit
from parsers.facts.reading import Reading
from parsers.facts.tokens import Tokens, sentences
from parsers.model import Fact
from parsers.record import changed

Countries = tuple[frozenset[str], frozenset[str]]
"""ISO 3166 codes of the countries named in the sentence, and of those named in the article."""


def countries_around(reading: Reading) -> Callable[[int, Tokens], Countries]:
    """A function from a sentence to the countries in it and in the article; the article is looked through once, when first asked."""
    kept: list[frozenset[str]] = []

    def around(at: int, tokens: Tokens) -> Countries:
        if not kept:
            kept.append(_of_article(reading))
        return frozenset(_in_sentence(reading, at, tokens)), kept[0]

    return around


def _of_article(reading: Reading) -> frozenset[str]:
    return frozenset(country for at, tokens in sentences(reading) for country in _in_sentence(reading, at, tokens))


def _in_sentence(reading: Reading, at: int, tokens: Tokens) -> Iterator[str]:
    end = at + len(tokens.sentence)
    yield from (
        m.country for m in reading.mentions_in(at, end) if m.country and m.entity_type in ("place", "organisation")
    )
    yield from _by_adjective(tokens)


def _by_adjective(tokens: Tokens) -> Iterator[str]:
    """Countries whose adjective or name is a word, or two, of the sentence."""
    people, names = gazetteer.demonyms(), gazetteer.countries()
    for i, text in enumerate(tokens.text[: tokens.size]):
        if text[:1].isupper():
            for word in (text, f"{text} {tokens.text[i + 1]}"):
                country = people.get(word) or names.get(word)
                if country:
                    yield country.code


def resolved(unit: Unit, around: Countries) -> Unit:
    """Money of an open name in the currency of its country, where just one country in question is spoken of.

    Else in the currency that newspapers mean by the name alone; where there is none, the name stays as it is.
    """
    main = unit.si.partition("/")[0]
    if unit.dimension != "money" or main not in OPEN:
        return unit
    own = ambiguous().get(main, {})
    found = _only(own, around[0]) or _only(own, around[1]) or FALLBACK.get(main, main)
    code, slash, per = unit.code.partition("/")
    return unit._replace(code=(found if code == main else code) + slash + per, si=found + unit.si[len(main) :])


OPEN = frozenset(ambiguous()) | frozenset(FALLBACK)
"""Names of money that several countries have."""


def _only(own: dict[str, str], countries: Iterable[str]) -> str | None:
    """The one currency of these countries, or None."""
    found = {own[country] for country in countries if country in own}
    return found.pop() if len(found) == 1 else None


def american(around: Countries) -> bool:
    """Is the United States spoken of? Then degrees without a scale are left open."""
    return "US" in (around[0] or around[1])


def is_open(unit: Unit) -> bool:
    """May the countries of the article decide the unit?"""
    return (
        unit.si.partition("/")[0] in OPEN if unit.dimension == "money" else unit.dimension == degrees.SENSED.dimension
    )


def settled(fact: Fact, unit: Unit, around: Countries) -> Fact:
    """The fact, whose unit is still open, with the unit that the countries around it decide."""
    unit = degrees.settled(resolved(unit, around), american=american(around))
    value_si = unit.to_si(fact.value) if fact.value is not None else None
    return changed(fact, unit=unit.code, unit_si=unit.si, value_si=value_si, subtype=unit.dimension)
