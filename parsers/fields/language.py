"""The language of the text: plain English by its small words, else what is declared unless the text speaks against it."""

from __future__ import annotations

import re

from parsers.fields.words import words
from parsers.foreign import beyond_ascii, cut, word_table
from parsers.model import Statement

SAMPLE = 1000
"""Characters looked at."""

ENOUGH = 80
"""Letters below which a declared language is believed rather than the text."""

ENGLISH = words(
    "the of and to in that is for on with as was by it at from are this be has its have said not which their were an will he she they"
)
"""Small words of which every language but English lacks most."""

CERTAIN = 0.15
"""Share of small words among the words: English has 0.3 to 0.45, run together or packed with names less; its kin under 0.1."""

_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*\Z")
SAME = {"iw": "he", "in": "id", "ji": "yi", "no": "nb", "sh": "sr"}
"""Codes that ISO 639-1 withdrew or narrowed, and what means them now."""

NAMES = {
    "english": "en", "azerbaijani": "az", "turkish": "tr", "russian": "ru", "german": "de", "french": "fr", "spanish": "es", "arabic": "ar",
    "persian": "fa", "chinese": "zh", "georgian": "ka", "italian": "it", "portuguese": "pt", "ukrainian": "uk", "kazakh": "kk", "uzbek": "uz",
}  # fmt: skip
"""Languages as some archives name them, ISO 639-1."""


AGAINST = 0.5
"""How much likelier than in the declared language each letter must be in another (in nats) for that to be believed: short
reports full of names and figures differ by less than 0.1, texts in another language by 1 and more."""


def _classify(text: str, letters: int, declared: str | None) -> str:
    """The likeliest language; the declared one where the text does not clearly speak against it."""
    from py3langid import (  # late: its model takes a tenth of a second to load, and English never needs it
        classify,
        rank,
    )

    if declared is None:
        return str(classify(text)[0])
    ranked = {str(code): float(score) for code, score in rank(text)}
    best = max(ranked, key=lambda code: ranked[code])
    said = next((code for code in ranked if SAME.get(code, code) == declared), None)
    if said is None or SAME.get(best, best) == declared:
        return best if said is None else declared
    return best if ranked[best] - ranked[said] > AGAINST * letters else declared


def identify(text: str, at: int, statements: tuple[Statement, ...]) -> str | None:
    """The ISO 639 code of the text from `at` on, or what was declared when there is too little of it; None for nothing."""
    sample = text[at : at + SAMPLE]
    words = _words(sample)
    letters = len("".join(words))
    if words and letters >= ENOUGH and sum(map(ENGLISH.__contains__, words)) >= CERTAIN * len(words):
        return "en"
    declared = next((c for s in statements if s.field == "in_language" and (c := code(s.value))), None)
    if letters < ENOUGH and (declared or letters < 20):
        return declared
    return _classify(sample, letters, declared)


_LETTERS = word_table(str.isalpha)


def _words(sample: str) -> list[str]:
    """The runs of letters, case folded; where all of them are ASCII they are cut by table."""
    if sample.isascii() or not any(map(str.isalnum, beyond_ascii(sample).casefold())):
        return cut(sample, _LETTERS)
    return _WORD.findall(sample.casefold())


def code(declared: str) -> str | None:
    """`en-US`, `en_GB` or `English` as `en`; None for what is no language tag."""
    declared = declared.strip()
    if m := _TAG.match(declared):
        tag = m[1].lower()
        return SAME.get(tag, tag) if len(tag) < 4 else None
    return NAMES.get(declared.casefold())
