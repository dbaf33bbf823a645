"""What a person means by the name of a unit or of a kind of figure: "euros", "$", "tonnes", "jobs", "money"."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.facts.quantity import units
from parsers.facts.quantity.currency_names import ABBREVIATIONS, DOLLARS, ORDINARY, SIGNS, bare, names
from parsers.facts.quantity.nouns import singular
from parsers.facts.tokens import TOKEN

KINDS = frozenset(
    {
        "money", "percent", "points", "count", "number", "ratio", "multiple", "ranking", "ordinal", "magnitude", "rate", "duration", "age", "degree",
        *(unit.dimension for unit in units.table()[0].values()),
    }
)  # fmt: skip
"""Subtypes of figures (docs/facts.md)."""

CALLED = {"currency": "money", "currencies": "money", "percentage": "percent", "percentages": "percent", "weight": "mass"}  # fmt: skip
"""Other names of subtypes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Units (codes in lower case) and subtypes of figures; a figure of one of either is meant."""

    units: frozenset[str] = frozenset()
    subtypes: frozenset[str] = frozenset()

    def has(self, unit: str | None, subtype: str | None) -> bool:
        """Whether a figure of this unit and subtype is meant."""
        return subtype in self.subtypes or (unit or "").casefold() in self.units


def measured_in(said: str) -> Meant:
    """What is meant where a unit is asked for: its code, sign or name, a counted noun, or a whole kind of figures."""
    plain = said.strip()
    word = plain.lower()
    if (kind := _kind(word)) is not None:
        return kind
    nouns = (f"{{{noun}}}" for noun in (word, singular(word)))
    return _folded(plain, *nouns, *_money(plain, word), *_currencies(word), *_measures(plain, word))


def named(said: str) -> Meant:
    """The units and subtypes of this name, sign or code; none where it is an ordinary word as well (won, mark, real)."""
    plain = said.strip()
    word = plain.lower()
    if (kind := _kind(word)) is not None:
        return kind
    currencies = () if word in ORDINARY else _currencies(word)
    return _folded(*_money(plain, word), *currencies, *_measures(plain, word))


def _kind(word: str) -> Meant | None:
    """A whole kind of figures; None when the word names none."""
    return Meant(subtypes=frozenset({CALLED.get(word, word)})) if word in CALLED or word in KINDS else None


def _folded(*codes: str | None) -> Meant:
    return Meant(units=frozenset(code.casefold() for code in codes if code))


def _money(plain: str, word: str) -> tuple[str | None, ...]:
    """By a sign, a code, a full name (Swiss francs) or an abbreviation."""
    if plain in SIGNS:
        return (SIGNS[plain], "{dollar}" if SIGNS[plain] == "USD" else None)
    if plain.endswith("$") and plain[:-1].lower() in DOLLARS:
        return (DOLLARS[plain[:-1].lower()],)
    if plain in names().codes:
        return (plain,)
    return (names().full.get(tuple(TOKEN.findall(word))), ABBREVIATIONS.get(word) if len(word) > 2 else None)


def _currencies(word: str) -> tuple[str, ...]:
    """By a noun: the dollar of the United States, else all currencies of that name."""
    code = bare().get(word)
    if code is None:
        return ()
    return (code, "{dollar}") if code == "USD" else (code, *names().nouns.get(word, ()))


def _measures(plain: str, word: str) -> tuple[str, ...]:
    """By the name or the symbol of a measure."""
    spelled, symbols, _ = units.table()
    found = spelled.get(tuple(TOKEN.findall(word))) if word not in units.LOWER else None
    return tuple(unit.code for unit in (found, symbols.get(plain) if len(plain) > 1 or plain == "%" else None) if unit)
