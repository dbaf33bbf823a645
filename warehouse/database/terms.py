"""The words of a text as the index has them: lower case, without accents, letters and digits only.

Initials are one word (`U.S.` is `us`), so are grouped digits (`12,000` is `12000`) and words with soft hyphens in them.
Texts are cut here, where they are parsed; questions are cut in SQL by the macro `search_words`, for any DuckDB client.
A test holds the two against each other, character by character.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from parsers.foreign import beyond_ascii, cut, word_table

FOLDED = str.maketrans("əıøłđ", "aiold")
"""Letters without a decomposition; the same as in `search_words` (migrations/0027_search_stems.sql)."""

LONGEST_INDEXED = 64
"""Letters of the longest word that is indexed: longer ones are encoded data."""

HEADLINE_TERMS = 255
"""Words of a headline that are indexed; places from 256 on are the body's."""

JOINED = "="
"""Between the first word of a hyphenated one and the whole of it without hyphens, in what `indexed` gives."""

WORD = re.compile(
    r"(?:[^\W\d_][\u0300-\u036f]*\.)+[^\W\d_][\u0300-\u036f]*(?![^\W_])"
    r"|[0-9]{1,3}(?:[,\u00a0\u202f\u2009][0-9]{3})+(?![^\W_])"
    r"|(?:[^\W_][\u0300-\u036f\u00ad]*)+"
)
"""A word as it is printed: initials, grouped digits, or letters and digits."""

_TERM = re.compile(
    r"(?:[^\W\d_]\.)+[^\W\d_](?:[\W_]|\Z)"
    r"|[0-9]{1,3}(?:[,\u00a0\u202f\u2009][0-9]{3})+(?:[\W_]|\Z)"
    r"|[^\W_]+|\x01"
)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_INITIALS = re.compile(r"\.(?<=(?<![A-Za-z0-9])[A-Za-z]\.)((?:[A-Za-z]\.)*[A-Za-z](?![A-Za-z0-9]))")
_GROUPED = re.compile(r"[,\u00a0\u202f\u2009](?=[0-9]{3})")
_NUMBER = re.compile(r"(?<![A-Za-z0-9])[0-9]{1,3}(?:[,\u00a0\u202f\u2009][0-9]{3})+(?![A-Za-z0-9])")
_HYPHEN = re.compile(r"[-\u2010\u2011](?:(?<=[^\W_].)(?=[^\W\d_])|(?<=[^\W\d_].)(?=[0-9]))")
"""A hyphen inside a word, but not between digits."""

_SOFT = "\u00ad"
_MARK = "\x01"
"""Where a hyphen is, while a text is cut."""

_INDEXED = word_table(lambda character: character.isalnum() or character == _MARK)


def terms(text: str) -> list[str]:
    """All words of a text, folded, in its order."""
    return _cut(text.replace(_MARK, " "))


def indexed(text: str) -> list[str]:
    """The words of a text for the index: `terms`, where the first of a hyphenated word bears the whole, too."""
    words = _cut(_HYPHEN.sub(f" {_MARK} ", text.replace(_MARK, " ").replace(_SOFT, "")))
    return _joined(words) if _MARK in words else words


def _cut(text: str) -> list[str]:
    text = text.replace(_SOFT, "")
    if text.isascii() or all(map(_parts, set(beyond_ascii(text)))):
        # nothing foreign but quotation marks and dashes
        text = _INITIALS.sub(_without_stops, text)
        return cut(_NUMBER.sub(_digits, text) if _GROUPED.search(text) else text, _INDEXED)
    return list(map(_bare, _TERM.findall(_FOREIGN.sub(_folded, text).lower())))


def _joined(words: list[str]) -> list[str]:
    """Words without the marks between them; the first of those that marks join bears all of them."""
    found: list[str] = []
    at = 0
    for mark in [n for n, word in enumerate(words) if word == _MARK]:
        if mark < at:
            continue  # the third part of a word
        found += words[at : mark - 1]
        end = mark
        while end < len(words) and words[end] == _MARK:
            end += 2
        parts = words[mark - 1 : end : 2]
        found += [parts[0] + JOINED + "".join(parts), *parts[1:]]
        at = end
    return found + words[at:]


def _without_stops(initials: re.Match[str]) -> str:
    return initials[1].replace(".", "")


def _digits(number: re.Match[str]) -> str:
    return "".join(filter(str.isdigit, number[0]))


def _bare(word: str) -> str:
    return word if word.isalnum() or word == _MARK else "".join(filter(str.isalnum, word))


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
