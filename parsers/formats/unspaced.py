"""Words and ends of sentences in scripts that put no spaces between words: what others count by spaces is counted by letters.

Chinese, Japanese         | a word is two letters         | sentences end in 。！？
Thai, Lao, Khmer, Burmese | a word is three base letters  | Thai and Lao have no stop, Khmer ។ ៕, Burmese ။
"""

from __future__ import annotations

import re

DENSE = re.compile(r"[\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Ideographs and kana."""

SYLLABIC = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e46\u0e81-\u0ec6\u0edc-\u0edf\u1000-\u103f\u1050-\u109f\u1780-\u17d3]")
"""Letters of Thai, Lao, Burmese and Khmer."""

_STOPLESS = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e46\u0e81-\u0ec6\u0edc-\u0edf]")
"""Letters of scripts that end no sentence with a sign: Thai and Lao."""

DENSE_WORD, SYLLABIC_WORD = 2, 3
"""Letters that count as a word."""

STOPS = ".!?…。！？｡．।॥؟۔።՝։။។៕᠃།"
"""Signs that end a sentence, in the scripts of news."""

ENDS = re.compile(rf"[{STOPS}][\[\]'\"”’»)）」』】〕》]*\s*\Z")
"""The end of a sentence, with the marks that close behind it."""


def words(text: str) -> int:
    """How many words a text has, about."""
    if text.isascii():
        return len(text.split())
    dense, syllabic = DENSE.findall(text), SYLLABIC.findall(text)
    if not dense and not syllabic:
        return len(text.split())
    others = SYLLABIC.sub(" ", DENSE.sub(" ", text)).split()
    base = sum(map(str.isalnum, syllabic))
    return sum(any(map(str.isalnum, w)) for w in others) + -(-len(dense) // DENSE_WORD) + -(-base // SYLLABIC_WORD)


def is_unspaced(text: str) -> bool:
    """Whether most letters of a text are of such a script."""
    return not text.isascii() and 2 * (len(DENSE.findall(text)) + len(SYLLABIC.findall(text))) > len(text)


def is_stopless(text: str) -> bool:
    """Whether most letters of a text are of a script whose sentences end without a sign."""
    return 2 * len(_STOPLESS.findall(text)) > len(text.replace(" ", ""))


def ends(text: str) -> bool:
    """Whether a text ends like a sentence; in a script without stops every text does."""
    return ENDS.search(text) is not None or is_stopless(text)
