"""The currency written before or behind a number, in ISO 4217; names that several countries have stay open (`{dinar}`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from parsers.facts.quantity.currency_names import (
    ABBREVIATIONS,
    BEHIND,
    BEHIND_ONLY,
    COINS,
    DOLLARS,
    LOWERED,
    MAJOR,
    MILLIONS,
    ORDINARY,
    SIGNS,
    SPACED_BEFORE,
    bare,
    names,
)  # fmt: skip
from parsers.facts.quantity.magnitudes import MAGNITUDES
from parsers.facts.tokens import Tokens, words

GROUPS_BY_POINT = words(
    """
    EUR BRL TRY DKK NOK SEK PLN CZK HUF RON BGN HRK RSD UAH RUB AZN KZT IDR VND COP CLP ARS PYG UYU CRC ISK BYN GEL AMD
    DEM ITL ESP ATS BEF NLG GRD PTE VES BOB
    """
)
"""Money of countries that write 250.000 for a quarter of a million."""

POINT = re.compile(r"\d{1,3}\.\d{3}")

PRICED = words("at of for to costs cost priced worth than around about nearly over is was were paid pay pays") | {""}
"""Words before "euros 500" and "dollars 20"."""

COIN_CUES = words(
    "price prices priced cost costs share shares coin coins dividend litre liter kwh unit cents cent pence penny p.c. tax levy fare stamp off rose fell"
)
"""Words that make a small "c" or "p" behind a number a coin."""


class Currency(NamedTuple):
    """A unit of money: its code, the code it is compared in, and what one of it is worth there."""

    code: str
    main: str
    factor: float
    power: float = 1.0


def _whole(code: str, power: float = 1.0) -> Currency:
    return Currency(code, code, 1.0, power)


def before(tokens: Tokens, i: int) -> tuple[Currency, int] | None:
    """The currency written before the number at token i, and its first token."""
    k = i - 1
    if tokens.low[k] in ("-", "−", "–") and tokens.glued(i):
        k -= 1
    low = tokens.low[k]
    if low in SIGNS:
        return _sign(tokens, k)
    if low == "¢" and tokens.low[k - 1] == "gh" and tokens.glued(k):
        return _whole("GHS"), k - 1
    if tokens.low[k - 1] == "$" and tokens.glued(k) and low in DOLLARS:
        return _whole(DOLLARS[low]), k - 1
    if low == "." and tokens.glued(k) and tokens.low[k - 1] in DOTTED and not tokens.text[k - 1].islower():
        return _whole(ABBREVIATIONS[tokens.low[k - 1]]), k - 1
    if low == "=" and tokens.text[k - 1] == "Y" and tokens.glued(k):
        return _whole("JPY"), k - 1
    if low == "/" and tokens.text[k - 1] == "S" and tokens.glued(k) and tokens.glued(i):
        return _whole("PEN"), k - 1
    coded = _code(tokens, k, glued=tokens.glued(i))
    if coded:
        return coded, k
    if low in ("dollar", "dollars", "euro", "euros", "rupees", "shillings") and tokens.low[k - 1] in PRICED:
        return _whole(bare()[low]), k
    return None


DOTTED = words("bs rs re rp kr fr sfr shs tk ksh kshs tsh ush dh dhs din nt")
"""Abbreviations with a full stop before the number."""


def number_behind(tokens: Tokens, i: int) -> int:
    """The token of the digits when a currency is at token i before them, else i."""
    for k in range(i, i + 5):
        if tokens.low[k][:1].isdecimal():
            found = before(tokens, k) if k > i else None
            return k if found and found[1] == i else i
    return i


def _sign(tokens: Tokens, k: int) -> tuple[Currency, int]:
    sign, prefix = tokens.low[k], tokens.low[k - 1]
    code = SIGNS[sign]
    if sign in ("$", "＄"):
        return _dollar(tokens, k, prefix, code)
    if sign in ("£", "₤") and prefix in POUNDS and tokens.glued(k):
        return _whole(POUNDS[prefix]), k - 1
    if prefix.upper() in names().codes and tokens.text[k - 1].isupper():
        return _whole(prefix.upper()), k - 1
    if tokens.glued(k) and prefix in ABBREVIATIONS and ABBREVIATIONS[prefix] == code:
        return _whole(code), k - 1
    return _whole(code), k


POUNDS = {
    "e": "EGP",
    "l": "LBP",
    "ll": "LBP",
    "ir": "IEP",
    "s": "SDG",
    "ss": "SSP",
    "fk": "FKP",
    "gi": "GIP",
    "c": "CYP",
    "i": "IEP",
}
"""Letters before a pound sign."""


def _dollar(tokens: Tokens, k: int, prefix: str, code: str) -> tuple[Currency, int]:
    """A dollar sign at token k with the letters before it; letters that name no known dollar make an unknown currency."""
    if prefix in DOLLARS and (tokens.glued(k) or (tokens.text[k - 1].isupper() and len(prefix) > 1) or prefix == "c"):
        if tokens.low[k + 1] == "s" and prefix == "u":
            return _whole("USD"), k - 1
        return _whole(DOLLARS[prefix]), k - 1
    if prefix == "." and tokens.low[k - 3 : k - 1] == [".", "s"]:
        return _whole("USD"), k - 4
    if prefix.upper() in names().codes and tokens.text[k - 1].isupper():
        return _whole(prefix.upper()), k - 1
    if tokens.glued(k) and prefix.isalpha() and tokens.text[k - 1].isupper() and len(prefix) <= 3:
        return _whole("{" + tokens.text[k - 1] + "$}"), k - 1
    return _whole(code), k


def _code(tokens: Tokens, k: int, *, glued: bool) -> Currency | None:
    """A code or abbreviation at token k, before a number."""
    text, low = tokens.text[k], tokens.low[k]
    if text.islower() and low not in ("zł", "kč", "руб", "грн"):
        return None
    inside = tokens.glued(k) and (tokens.low[k - 1] in ("-", ".", "/", "_") or tokens.text[k - 1].isalnum())
    if text in names().codes and not inside:
        return _whole(text) if text in MAJOR or _is_sum(tokens, k + 1) else None
    if text.isupper() and len(text) == 4 and text[1:] in names().codes and low[0] in MILLIONS:
        return _whole(text[1:], MILLIONS[low[0]])
    if low not in ABBREVIATIONS or inside or not (glued or low in SPACED_BEFORE):
        return None
    if low in BEHIND_ONLY and not _sum_of(tokens, k, glued=glued):
        return None
    if low in ("ps", "r") and not _long_number(tokens, k + 1):
        return None
    return _whole(ABBREVIATIONS[low])


def _sum_of(tokens: Tokens, k: int, *, glued: bool) -> bool:
    """Is the abbreviation at token k, a word or a unit elsewhere, before a sum of money?"""
    low, text = tokens.low[k], tokens.text[k]
    if low == "dh":
        return glued and text[:1].isupper()
    if low in ("r", "le", "n"):
        return glued and text[:1].isupper() and _is_sum(tokens, k + 1)
    return low in ("sr", "qr", "kd", "bd", "jd", "fr", "bs") and text[:1].isupper() and _is_sum(tokens, k + 1)


def _is_sum(tokens: Tokens, i: int) -> bool:
    """Thousands, decimals or a magnitude: what tells 29 Colombian pesos from COP29."""
    text = tokens.text[i]
    return (
        "," in text
        or "." in text
        or len(text) > 3
        or tokens.low[i + 1] in MAGNITUDES
        or (tokens.glued(i + 1) and tokens.low[i + 1] in MILLIONS)
    )


def _long_number(tokens: Tokens, i: int) -> bool:
    """A sum rather than the number of a console (PS5)."""
    return len(tokens.text[i]) > 1 or tokens.glued(i + 1)


def behind(tokens: Tokens, i: int, *, glued: bool, value: float = 1e9) -> tuple[Currency, int] | None:
    """The currency written behind a number, from token i, and the token behind it. `value`: of the number."""
    low, text = tokens.low[i], tokens.text[i]
    if low not in openings() and not (len(text) == 4 and text.isupper()):
        return None
    if low in SIGNS:
        return None if tokens.text[i + 1][:1].isdecimal() else (_whole(SIGNS[low]), i + 1)
    if (text == "US" or text == "C" or text == "A") and tokens.low[i + 1] == "$":
        return (_whole(DOLLARS[low]), i + 2) if not tokens.text[i + 2][:1].isdecimal() else None
    if tokens.low[i + 1] in ("cent", "cents") and text in ("US", "EUR", "USD"):
        return Currency("{cent}", "EUR" if text == "EUR" else "USD", 0.01), i + 2
    known = names()
    if low in known.longest and tokens.low[i + 1] in ("cent", "cents", "cts") and (low, "dollars") in known.full:
        return Currency("{cent}", known.full[low, "dollars"], 0.01), i + 2
    for length in range(known.longest.get(low, 0), 1, -1):
        code = known.full.get(tuple(tokens.low[i : i + length]))
        if code:
            return _whole(code), i + length
    noun = _noun(tokens, i, value)
    if noun:
        return noun
    if text in known.codes or (low in LOWERED and low not in bare()):
        return _whole(low.upper()), i + 1
    if text.isupper() and len(text) == 4 and text[1:] in known.codes and low[0] in MILLIONS:
        return _whole(text[1:], MILLIONS[low[0]]), i + 1
    if low in BEHIND and (not text.islower() or low not in ("ft", "tl", "cfa", "dm", "kr")):
        return None if low == "ft" and value < 1000 else (_whole(ABBREVIATIONS[low]), i + 1)
    return _coin(tokens, i, glued=glued)


@lru_cache(maxsize=1)
def openings() -> frozenset[str]:
    """What a currency behind a number begins with, in lower case, but for codes with a power before them."""
    known = names()
    codes = {code.lower() for code in known.codes}
    return frozenset({*SIGNS, *known.longest, *bare(), *codes, *BEHIND, *COINS, "us", "c", "a", "cfa", "usd"})


def _noun(tokens: Tokens, i: int, value: float) -> tuple[Currency, int] | None:
    """A currency by its name: "euros", "manat", "new shekels", "CFA francs"."""
    low = tokens.low[i]
    if low == "cfa" and tokens.low[i + 1] in ("franc", "francs"):
        return _whole("{CFA franc}"), i + 2
    if low in ("u", "local") and tokens.low[i + 1] in bare():
        return None
    unit = bare().get(low)
    if unit is None or (low in ORDINARY and low not in ("pound", "pounds") and not _meant(tokens, i, value)):
        return None
    if low in ("pound", "pounds"):
        return None  # a weight, unless `amounts.pounds_as_money` says otherwise
    if tokens.low[i + 1] in ("cent", "cents") and low.startswith("euro"):
        return Currency("{cent}", unit, 0.01), i + 2
    return _whole(unit), i + 1


def _meant(tokens: Tokens, i: int, value: float) -> bool:
    """Is the ordinary word at token i, behind a number, the currency? A plural is; else the sum must be large, or Korean."""
    low = tokens.low[i]
    if tokens.low[i + 1] == "of" and value < 1000:
        return False
    if low in ("dram", "drams", "ether"):
        return value >= 100
    if low == "won":
        return value >= 1000 or (value >= 50 and not {"korea", "korean", "seoul"}.isdisjoint(tokens.low))
    return value >= 1000 or (low.endswith("s") and low not in ("fr", "frs") and tokens.text[i].islower())


def _coin(tokens: Tokens, i: int, *, glued: bool) -> tuple[Currency, int] | None:
    low, text = tokens.low[i], tokens.text[i]
    if low not in COINS or (len(low) == 1 and low.isalpha() and not glued):
        return None
    if low == "c" and (text == "C" or not _coins_told(tokens, i)):
        return None
    unit, main = COINS[low]
    if unit == "{cent}" and main == "USD" and EUROS.intersection(tokens.low) and not USUAL.intersection(tokens.low):
        main = "EUR"
    return Currency(unit, main, 0.01), i + 1


EUROS = frozenset({"€", "euro", "euros"})
USUAL = frozenset({"$", "dollar", "dollars", "dlrs", "usd"})


def _coins_told(tokens: Tokens, i: int) -> bool:
    """Is money spoken of around the "c" at token i?"""
    near = [*tokens.low[max(0, i - 12) : i - 1], *tokens.low[i + 1 : i + 8]]
    return any(low in COIN_CUES or low in SIGNS or low in USUAL or low in EUROS for low in near)


def by_point(tokens: Tokens, i: int, code: str, end: int) -> bool:
    """Is the point in the digits at token i one between thousands ("€250.000")? Not before a magnitude or a price of litres."""
    text = tokens.text[i]
    if not POINT.fullmatch(text) or tokens.low[end] in ("per", "a", "/", "each") or text.startswith("0"):
        return False
    return code in GROUPS_BY_POINT or text.endswith(".000")
