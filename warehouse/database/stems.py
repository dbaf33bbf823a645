"""Stems of words, by the language of the text: Snowball's rules, on words as the index has them.

A stem is a number in the index; the macro `search_stem` (migrations/0027_search_stems.sql) gives the same in SQL.
"""

from __future__ import annotations

from functools import cache, lru_cache
from hashlib import md5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import Stemmer

ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "nb": "norwegian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""Snowball's name of the algorithm for a language (https://snowballstem.org/algorithms/)."""

CACHED = 100_000


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    import Stemmer  # not at the top: most commands do without it

    return Stemmer.Stemmer(ALGORITHMS[language], 0) if language in ALGORITHMS else None


def stem(word: str, language: str | None) -> str:
    """The stem of a word; the word itself where the language has no rules here, and where it holds a digit."""
    rules = _stemmer(language or "")
    return rules.stemWord(word) if rules and word.isalpha() else word


@lru_cache(maxsize=CACHED)
def number(word: str, language: str | None) -> int:
    """The number of the stem of a word, as the index has it: 31 bits of its MD5."""
    digest = md5(stem(word, language).encode(), usedforsecurity=False).digest()
    return int.from_bytes(digest[8:12], "little") & 0x7FFFFFFF
