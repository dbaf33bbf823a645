"""Currencies as newspapers write them, to ISO 4217; the list of currencies stands in currencies.tsv."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from parsers.facts.quantity.numbers import MAGNITUDES
from parsers.facts.tokens import TOKEN, Tokens, words

SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₼": "AZN", "₸": "KZT", "₴": "UAH",
    "₾": "GEL", "₩": "KRW", "₪": "ILS", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB", "₡": "CRC", "₲": "PYG", "₭": "LAK",
    "₮": "MNT", "₵": "GHS", "៛": "KHR", "₨": "INR", "₿": "BTC", "元": "CNY", "円": "JPY", "원": "KRW", "֏": "AMD", "৳": "BDT", "￥": "JPY",
    "₣": "FRF", "₤": "GBP", "﷼": "IRR",
}  # fmt: skip
"""Signs of the Unicode currency block, each for the currency it most often stands for in English print."""

DOLLARS = {
    "us": "USD", "u.s": "USD", "usd": "USD", "c": "CAD", "cad": "CAD", "cdn": "CAD", "can": "CAD", "ca": "CAD", "a": "AUD", "au": "AUD", "aud": "AUD",
    "aus": "AUD", "nz": "NZD", "nzd": "NZD", "hk": "HKD", "hkd": "HKD", "s": "SGD", "sg": "SGD", "sgd": "SGD", "nt": "TWD", "tw": "TWD",
    "r": "BRL", "mex": "MXN", "mx": "MXN", "mxn": "MXN", "j": "JMD", "ja": "JMD", "tt": "TTD", "bds": "BBD", "ec": "XCD", "fj": "FJD", "n": "NAD", "z": "ZWL",
}  # fmt: skip
"""Letters before a dollar sign."""

ABBREVIATIONS = {
    "rs": "INR", "re": "INR", "rm": "MYR", "rmb": "CNY", "sfr": "CHF", "sfrs": "CHF", "fr": "CHF", "dm": "DEM", "ff": "FRF", "skr": "SEK", "dkr": "DKK",
    "nkr": "NOK", "kr": "SEK", "rp": "IDR", "php": "PHP", "ksh": "KES", "kshs": "KES", "tsh": "TZS", "ush": "UGX", "birr": "ETB", "nis": "ILS", "tk": "BDT",
    "stg": "GBP", "ps": "GBP", "tl": "TRY", "r": "ZAR", "ghs": "GHS", "ecu": "XEU", "ecus": "XEU", "btc": "BTC", "eth": "ETH", "usdt": "USDT",
}  # fmt: skip
"""Abbreviations before or behind a number that are no ISO codes. `PS` is how plain-ASCII copy prints the pound sign."""

BARE = {
    "dollar": "USD", "dollars": "USD", "dlr": "USD", "dlrs": "USD", "dls": "USD", "buck": "USD", "bucks": "USD", "greenback": "USD", "euro": "EUR", "euros": "EUR",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "rupee": "INR", "rupees": "INR", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB",
    "roubles": "RUB", "manat": "AZN", "manats": "AZN", "lira": "TRY", "liras": "TRY", "lari": "GEL", "laris": "GEL", "tenge": "KZT", "hryvnia": "UAH",
    "hryvnias": "UAH", "won": "KRW", "ringgit": "MYR", "ringgits": "MYR", "baht": "THB", "rupiah": "IDR", "rupiahs": "IDR", "dong": "VND", "shekel": "ILS",
    "shekels": "ILS", "zloty": "PLN", "zlotys": "PLN", "forint": "HUF", "forints": "HUF", "rand": "ZAR", "rands": "ZAR", "naira": "NGN", "nairas": "NGN",
    "taka": "BDT", "franc": "CHF", "francs": "CHF", "mark": "DEM", "marks": "DEM", "guilder": "NLG", "guilders": "NLG", "peseta": "ESP", "pesetas": "ESP",
    "lire": "ITL", "sterling": "GBP", "stg": "GBP", "peso": "MXN", "pesos": "MXN", "real": "BRL", "reais": "BRL", "riyal": "SAR", "riyals": "SAR",
    "rial": "IRR", "rials": "IRR", "dirham": "AED", "dirhams": "AED", "dinar": "KWD", "dinars": "KWD", "cedi": "GHS", "cedis": "GHS", "birr": "ETB",
    "drachma": "GRD", "drachmas": "GRD", "escudo": "PTE", "escudos": "PTE", "bitcoin": "BTC", "bitcoins": "BTC", "somoni": "TJS", "dram": "AMD", "drams": "AMD",
    "afghani": "AFN", "afghanis": "AFN", "ecu": "XEU", "ecus": "XEU", "quid": "GBP", "fr": "CHF", "frs": "CHF", "kroon": "EEK", "forintok": "HUF", "kwacha": "ZMW",
    "shilling": "KES", "shillings": "KES", "krona": "SEK", "kronor": "SEK", "krone": "DKK", "kroner": "DKK", "crown": "SEK", "crowns": "SEK",
}  # fmt: skip
"""Currency nouns without a country, for the currency an English newspaper most often means."""

NEEDS_NUMBER_WORD = words(
    """
    real mark marks won crown crowns dong fr rand dram drams buck kn
    """
)
"""Also ordinary words: a currency only in the plural sense behind a number, never before one."""

COINS = {
    "cent": ("{cent}", "USD"), "cents": ("{cent}", "USD"), "cts": ("{cent}", "USD"), "ct": ("{cent}", "USD"), "¢": ("{cent}", "USD"), "c": ("{cent}", "USD"),
    "penny": ("{penny}", "GBP"), "pence": ("{penny}", "GBP"), "p": ("{penny}", "GBP"), "sen": ("{sen}", "MYR"), "kopeck": ("{kopeck}", "RUB"),
    "kopecks": ("{kopeck}", "RUB"), "kopek": ("{kopeck}", "RUB"), "kopeks": ("{kopeck}", "RUB"), "qapik": ("{qapik}", "AZN"), "gapik": ("{qapik}", "AZN"),
    "paise": ("{paisa}", "INR"), "paisa": ("{paisa}", "INR"), "tiyin": ("{tiyin}", "KZT"), "tetri": ("{tetri}", "GEL"),
}  # fmt: skip
"""Hundredths of a currency. ISO 4217 has no codes for them: the unit is the coin, the SI column the currency."""

MAJOR = words(
    """
    USD EUR GBP JPY CNY AUD CAD CHF HKD SGD NZD INR KRW SEK NOK DKK RUB TRY AZN KZT UAH PLN CZK HUF MXN BRL ZAR THB
    MYR IDR PHP SAR AED QAR KWD ILS EGP
    """
)
"""Codes that are read before any number; the others may be words or event names (COP29, TOP 10) and need a sum behind."""

LOWERED = words("usd eur gbp azn rmb inr cny rub")
"""Codes that are read in lower case, too."""

MILLIONS = {"m": 1e6, "mn": 1e6, "mio": 1e6, "mln": 1e6, "k": 1e3, "t": 1e3, "b": 1e9, "bn": 1e9}
"""Powers written before a code, as accountants do (MUSD 30, 120 MEUR)."""


class Currency(NamedTuple):
    """A unit of money: its code, the code it is compared in, and what one of it is worth there."""

    code: str
    main: str
    factor: float
    power: float = 1.0


@lru_cache(maxsize=1)
def _tables() -> tuple[frozenset[str], dict[tuple[str, ...], str], frozenset[str]]:
    """ISO codes, full names (token tuples in lower case) with their codes, and the words that begin the names."""
    codes, names = set(), {}
    text = files("parsers.facts.quantity").joinpath("currencies.tsv").read_text(encoding="utf8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, whose, called = line.split("\t")
        codes.add(code)
        for owner in whose.split("|"):
            for noun in called.split("|"):
                names[tuple(TOKEN.findall(f"{owner} {noun}"))] = code
    return frozenset(codes | {"BTC", "XAU", "XDR"}), names, frozenset(name[0] for name in names)


def before(tokens: Tokens, i: int) -> tuple[Currency, int] | None:
    """The currency written before the number at token i, and its first token."""
    k = i - 1
    if tokens.low[k] in ("-", "−", "–") and tokens.glued(i):
        k -= 1
    low = tokens.low[k]
    if low in SIGNS:
        return _sign(tokens, k)
    if tokens.low[k - 1] == "$" and tokens.glued(k) and low in DOLLARS:
        return Currency(DOLLARS[low], DOLLARS[low], 1.0), k - 1
    if low == "." and tokens.low[k - 1] in ("rs", "re", "rp"):
        code = ABBREVIATIONS[tokens.low[k - 1]]
        return Currency(code, code, 1.0), k - 1
    if low == "=" and tokens.text[k - 1] == "Y" and tokens.glued(k):
        return Currency("JPY", "JPY", 1.0), k - 1
    coded = _code(tokens, k, glued=tokens.glued(i))
    if coded:
        return coded, k
    if low in ("dollar", "dollars", "euro", "euros") and tokens.low[k - 1] in (
        "at",
        "of",
        "for",
        "to",
        "costs",
        "cost",
        "",
    ):
        return Currency(BARE[low], BARE[low], 1.0), k
    return None


def number_behind(tokens: Tokens, i: int) -> int:
    """The token of the digits when a currency stands at token i before them, else i."""
    for k in range(i, i + 5):
        if tokens.low[k][:1].isdecimal():
            found = before(tokens, k) if k > i else None
            return k if found and found[1] == i else i
    return i


def _sign(tokens: Tokens, k: int) -> tuple[Currency, int]:
    sign, prefix = tokens.low[k], tokens.low[k - 1]
    code = SIGNS[sign]
    if sign == "$" and prefix in DOLLARS and (tokens.glued(k) or tokens.text[k - 1].isupper() or prefix == "c"):
        return Currency(DOLLARS[prefix], DOLLARS[prefix], 1.0), k - 1
    if sign == "$" and prefix == "." and tokens.low[k - 3 : k - 1] == [".", "s"]:
        return Currency("USD", "USD", 1.0), k - 4
    if prefix.upper() in _tables()[0] and tokens.text[k - 1].isupper():
        return Currency(prefix.upper(), prefix.upper(), 1.0), k - 1
    return Currency(code, code, 1.0), k


def _code(tokens: Tokens, k: int, *, glued: bool) -> Currency | None:
    """A code or abbreviation at token k, before a number."""
    text, low = tokens.text[k], tokens.low[k]
    if text.islower():
        return None
    if text in _tables()[0] and not (tokens.glued(k) and tokens.low[k - 1] in ("-", ".", "/")):
        return Currency(text, text, 1.0) if text in MAJOR or _is_sum(tokens, k + 1) else None
    if text.isupper() and len(text) == 4 and text[1:] in _tables()[0] and low[0] in MILLIONS:
        return Currency(text[1:], text[1:], 1.0, MILLIONS[low[0]])
    if (
        low in ABBREVIATIONS
        and text[:1].isupper()
        and not (tokens.glued(k) and (tokens.low[k - 1] == "-" or tokens.text[k - 1].isalnum()))
        and (glued or low in ("rs", "rm", "rmb", "sfr", "dm", "tk"))
    ):
        if low == "ps" and not _long_number(tokens, k + 1):
            return None
        return Currency(ABBREVIATIONS[low], ABBREVIATIONS[low], 1.0)
    return None


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


def behind(tokens: Tokens, i: int, *, glued: bool) -> tuple[Currency, int] | None:
    """The currency written behind a number, from token i, and the token behind it."""
    low, text = tokens.low[i], tokens.text[i]
    if low in SIGNS and not tokens.text[i + 1][:1].isdecimal():
        return Currency(SIGNS[low], SIGNS[low], 1.0), i + 1
    if low in SIGNS and not glued:
        return None
    codes, names, first_words = _tables()
    for length in (4, 3, 2) if low in first_words else ():
        code = names.get(tuple(tokens.low[i : i + length]))
        if code:
            return Currency(code, code, 1.0), i + length
    if low in BARE and not (low in NEEDS_NUMBER_WORD and not low.endswith("s") and low != "won"):
        return Currency(BARE[low], BARE[low], 1.0), i + 1
    if text in codes or (low in LOWERED and low not in BARE):
        return Currency(low.upper(), low.upper(), 1.0), i + 1
    if text.isupper() and len(text) == 4 and text[1:] in codes and low[0] in MILLIONS:
        return Currency(text[1:], text[1:], 1.0, MILLIONS[low[0]]), i + 1
    return _coin(tokens, i, glued=glued)


def _coin(tokens: Tokens, i: int, *, glued: bool) -> tuple[Currency, int] | None:
    low = tokens.low[i]
    if low not in COINS or (len(low) == 1 and low.isalpha() and not glued):
        return None
    unit, main = COINS[low]
    return Currency(unit, main, 0.01), i + 1
