"""Units of measure as newspapers write them, to UCUM codes and SI values; the table is in units.tsv."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from parsers.facts.quantity.currency_names import ORDINARY, bare
from parsers.facts.tokens import TOKEN, Tokens, words

PREFIXES = {
    "n": ("nano", 1e-9), "u": ("micro", 1e-6), "m": ("milli", 1e-3), "c": ("centi", 1e-2), "d": ("deci", 1e-1),
    "h": ("hecto", 1e2), "k": ("kilo", 1e3), "M": ("mega", 1e6), "G": ("giga", 1e9), "T": ("tera", 1e12), "P": ("peta", 1e15),
    "E": ("exa", 1e18), "Z": ("zetta", 1e21), "Y": ("yotta", 1e24),
}  # fmt: skip
"""SI prefixes (BIPM SI brochure, table 7)."""

IN_PRINT = {"u": ("u", "μ", "µ"), "k": ("k", "K")}
"""How a prefix is printed beside its own letter."""

LOOSE_LETTERS = frozenset("WVmgtL")
"""One-letter symbols that may stand apart from their number ("5 W"); the others would read words and grades as units."""

ONLY_GLUED = words(
    """
    in cal min mi cc cf mt sec rad bar ac toe
    """
)
"""Symbols that are words as well: units only directly behind the number, or in feet and inches."""

EXACT = frozenset({"energy", "radiation", "electricity", "pressure", "force", "amount", "light", "angle", "sound"})
"""Dimensions whose symbols are read only in their own capitals (EV models are not electronvolts)."""

LOWER = frozenset(
    {
        "cup",
        "cups",
        "bar",
        "bars",
        "stone",
        "pint",
        "mole",
        "knot",
        "knots",
        "degree",
        "yard",
        "atmosphere",
        "mark",
        "second",
        "rem",
        "rems",
        "torr",
    }
)
"""Names that are units only in lower case (the Cup, the Bar)."""

NEVER_ALONE = ("F", "We", "Wt", "Wth", "Wac", "Wdc")
"""Read with a prefix only (µF): alone it says Fahrenheit, or the letter of a flat."""

OFFSETS = {"Cel": 273.15, "[degF]": 459.67 * 5 / 9}
"""Added after multiplying, to reach kelvin."""


class Unit(NamedTuple):
    """A unit: UCUM code, dimension, and what one of it is in SI."""

    code: str
    dimension: str
    factor: float
    si: str

    def to_si(self, value: float) -> float:
        """The value in `si`."""
        return value * self.factor + OFFSETS.get(self.code, 0.0)


@lru_cache(maxsize=1)
def table() -> tuple[dict[tuple[str, ...], Unit], dict[str, Unit], dict[str, tuple[Unit, ...]]]:
    """Names (token tuples in lower case), symbols as written, and symbols in lower case with all they may mean."""
    names: dict[tuple[str, ...], Unit] = {}
    symbols: dict[str, Unit] = {}
    for line in _rows("units.tsv"):
        code, dimension, factor, si, prefixes, spelled, signs = line.split("\t")
        plain = Unit(code, dimension, float(factor), si)
        _enter(names, symbols, plain, spelled, signs, "", ("",))
        for letter in prefixes.split():
            name, power = PREFIXES[letter]
            unit = Unit(letter + code, dimension, plain.factor * power, si)
            _enter(names, symbols, unit, spelled, signs, name, IN_PRINT.get(letter, (letter,)))
    for sign in NEVER_ALONE:
        symbols.pop(sign, None)
    folded: dict[str, tuple[Unit, ...]] = {}
    for sign, unit in symbols.items():
        if len(sign) > 1:
            folded[sign.lower()] = (*folded.get(sign.lower(), ()), unit)
    return names, symbols, folded


def _enter(
    names: dict[tuple[str, ...], Unit],
    symbols: dict[str, Unit],
    unit: Unit,
    spelled: str,
    signs: str,
    name: str,
    letters: tuple[str, ...],
) -> None:
    for each in filter(None, spelled.split("|")):
        for form in (each, each + "s"):
            names.setdefault(tuple(TOKEN.findall(name + form)), unit)
    for sign in filter(None, signs.split("|")):
        for letter in letters:
            symbols.setdefault(letter + sign, unit)


@lru_cache(maxsize=1)
def openings() -> dict[str, int]:
    """First token of every unit name or symbol, to the most tokens that a unit beginning so has."""
    names, symbols, _ = table()
    found: dict[str, int] = {}
    for key in (*names, *(tuple(TOKEN.findall(s)) for s in symbols)):
        first = key[0].lower()
        found[first] = max(found.get(first, 0), len(key))
    return found


def unit_at(tokens: Tokens, i: int, glued: bool) -> tuple[Unit, int] | None:
    """The longest unit that begins at token i, and the token behind it. `glued`: the number touches the unit."""
    most = openings().get(tokens.low[i])
    if most is None:
        return None
    names, _, _ = table()
    for length in range(min(most, tokens.size - i), 0, -1):
        found = names.get(tuple(tokens.low[i : i + length])) if length > 1 or tokens.text[i].isalpha() else None
        if found and length == 1 and tokens.low[i] in LOWER and not tokens.text[i].islower():
            found = None
        found = found or _symbol(tokens, i, i + length, glued)
        if found and _ends_here(tokens, i + length):
            return found, i + length
    return None


def _symbol(tokens: Tokens, i: int, j: int, glued: bool) -> Unit | None:
    _, symbols, folded = table()
    sign = tokens.phrase(i, j)
    apart = not glued and not (tokens.low[j] == "/" and tokens.glued(j))
    if (len(sign) == 1 and sign.isalpha() and apart and sign not in LOOSE_LETTERS) or (
        sign in ONLY_GLUED and not glued
    ):
        return None
    exact = symbols.get(sign)
    if exact:
        return exact
    loose = folded.get(sign.lower(), ())
    return loose[-1] if loose and sign.lower() not in ONLY_GLUED and loose[-1].dimension not in EXACT else None


def _ends_here(tokens: Tokens, j: int) -> bool:
    """A unit is not the front half of a longer word or code ("5Gbase", "100 MW2")."""
    if not tokens.glued(j):
        return True
    if tokens.low[j] == "-" and tokens.glued(j + 1) and tokens.text[j + 1][:1].isdecimal():
        return len(tokens.text[j - 1]) > 1
    return not (tokens.text[j][:1].isalnum() and tokens.text[j - 1].isalnum())


def unit_of(noun: str) -> Unit | None:
    """The unit that a noun names ("miles", "dollars"), or None."""
    code = bare().get(noun) if noun.endswith("s") and noun not in ORDINARY else None
    if code:
        return Unit(code, "money", 1.0, code)
    return table()[0].get((noun,)) if noun not in LOWER else None


def _rows(name: str) -> list[str]:
    text = files("parsers.facts.quantity").joinpath(name).read_text(encoding="utf8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
