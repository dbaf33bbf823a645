"""German number words in one piece: "zweihundertfünfzig", "fünfundzwanzigtausend"."""

from __future__ import annotations

import re

ONES = {
    "ein": 1, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
    "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "dreissig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}

LONGEST = 80
SMALL = "|".join(sorted(ONES, key=len, reverse=True))
BELOW_HUNDRED = re.compile(rf"(?:({SMALL})und)?({'|'.join(TENS)})|({SMALL})")


def compound(word: str) -> int | None:
    """The value of a number word in lower case below a million, or None. "ein" alone is an article, no number."""
    if len(word) > LONGEST or word in ("ein", "acht"):
        return 8 if word == "acht" else None
    thousands, mark, rest = word.partition("tausend")
    if not mark:
        return _below_thousand(word)
    many = _below_thousand(thousands) if thousands else 1
    few = _below_thousand(rest.removeprefix("und")) if rest else 0
    return None if many is None or few is None else many * 1000 + few


def _below_thousand(word: str) -> int | None:
    hundreds, mark, rest = word.partition("hundert")
    if not mark:
        return _below_hundred(word)
    many = ONES.get(hundreds) if hundreds else 1
    few = _below_hundred(rest.removeprefix("und")) if rest else 0
    return None if many is None or many > 9 or few is None else many * 100 + few


def _below_hundred(word: str) -> int | None:
    match = BELOW_HUNDRED.fullmatch(word)
    if match is None:
        return None
    ones, tens, small = match.groups()
    if small:
        return ONES[small]
    return TENS[tens] + (ONES[ones] if ones else 0)
