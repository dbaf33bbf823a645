"""The words of a text as the index has them: lower case, without accents, letters and digits only.

Texts are cut here, where they are parsed; questions are cut in SQL by the macro `search_words`, for any DuckDB client.
A test holds the two against each other, character by character.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from parsers.foreign import beyond_ascii, cut, word_table

WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
FOLDED = str.maketrans("əıøłđ", "aiold")
"""Letters without a decomposition; the same as in `search_words` (migrations/0006_search.sql)."""

HEADLINE_TERMS = 255
"""Words of a headline that are indexed; places from 256 on are the body's."""

_TERM = re.compile(r"[^\W_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")


_INDEXED = word_table(str.isalnum)


def terms(text: str) -> list[str]:
    """All words of a text, folded, in its order."""
    if text.isascii() or all(map(_parts, set(beyond_ascii(text)))):
        return cut(text, _INDEXED)  # nothing foreign but quotation marks and dashes
    return _TERM.findall(_FOREIGN.sub(_folded, text).lower())


def _parts(character: str) -> bool:
    """Whether a character parts words: it folds to something, and to no letter or digit."""
    folded = fold(character)
    return bool(folded) and not any(map(str.isalnum, folded))


def _folded(run: re.Match[str]) -> str:
    return fold(run.group())


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word as the index has it: lower case, without accents."""
    decomposed = unicodedata.normalize("NFD", word)
    bare = unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.category(c).startswith("M")))
    return "".join(map(_lower, bare)).translate(FOLDED)


def _lower(character: str) -> str:
    """Letter by letter, as the database does it: a sigma at the end of a word stays one."""
    low = character.lower()
    return low if len(low) == 1 else character
