"""Where a token may have lost a space: each place between two characters with what speaks for it.

A *token* is a run of characters without white space. A joint's score is a log10 odds: how much likelier two tokens
are than one, from the words alone and not yet from the line they are on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from parsers.record import of_values
from parsers.repair.letters import in_word, may_be_word, piece
from parsers.repair.lexicon import UNKNOWN, english
from parsers.repair.names import address_start, is_learned, written_so
from parsers.repair.punctuation import LONGEST_WORD, RUN, UNITS, JointKind, beside


class Joint(NamedTuple):
    """A place inside a token: the offset of the first character after it, the score, the kind."""

    offset: int
    score: float
    kind: JointKind


LONGEST_TOKEN = 120
_INITIAL_MARKS = {True: ".&-$", False: "-"}
"""What may are behind a letter that is a word's beginning: `U.S.`, `F-16`, `A350`, `A$3`; `x-ray`."""
_BEHIND_WORD = ".,;:!?"
"""Before these no space is lost behind a letter."""
_PREFIXED = "ex"
_BEFORE_HYPHEN = frozenset("re co de non anti multi semi sub un bi tri inter intra".split())
"""Beginnings that are no words, but are before a hyphen: `re-elected`."""
_BEHIND_ORDINAL, _BEHIND_NAME, _BEFORE_ADDRESS = 3.0, -1.0, 5.0

_ADDRESS = re.compile(
    r"://|&#|</|/>|@|^www\.|^[#/\\~]|[{}|=_\\^`~]|\w\(\)|\w::\w|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}(?:[/:?].*)?\W*$|^\w+/\w+/"
)
_NUMBER = re.compile(r"[$€£]?[0-9][0-9.]*(?:,[0-9]{3})*[.,%]*\Z")
"""A number as it is printed; a year may be glued to another one (`12,2004`), which this is not."""


def possible(
    token: str,
    words: Mapping[str, float],
    wholes: Mapping[str, float] | None = None,
    remembered: Callable[[str], Sequence[Joint]] | None = None,
) -> tuple[Joint, ...]:
    """Every joint of a token worth a thought, by offset. Numbers, addresses, file names, code and handles have none.

    `words` says how common each half would be, `wholes` (the same, if not given) how common the token is as one word.
    `remembered` gives the joints of mere letters, if somebody keeps them: `thepast,` has those of `thepast`.
    """
    if len(token) > LONGEST_TOKEN or len(token) < 2:
        return ()
    known = words if wholes is None else wholes
    if token.isalpha():
        return _in_run(token, words, known)
    found = punctuated(token, words)
    if found is None or (found and found[0].kind == "address"):
        return tuple(found or ())
    for run in RUN.finditer(token):
        letters, start = run.group(), run.start()
        inside = remembered(letters) if remembered and letters.isalpha() else _in_run(letters, words, known)
        found += [Joint(start + at, score, kind) for at, score, kind in inside] if start else inside
        length = len(letters)
        if 1 < length <= LONGEST_WORD:
            found += _behind_unit(token, letters, start, words)
            found += _before_letter(token, letters, run.end(), words)
            if token[run.end() : run.end() + 1] == "-":
                found += _before_prefix(letters, start, words)
    return tuple(sorted(found))


@lru_cache(maxsize=1 << 16)
def plain(token: str) -> tuple[Joint, ...]:
    """The joints of a token by general English alone."""
    return possible(token, english())


def punctuated(token: str, words: Mapping[str, float]) -> list[Joint] | None:
    """The joints of a token at marks and digits; None if it has none at all, even between letters."""
    if _NUMBER.match(token) or written_so(token) or is_learned(token, words):
        return None
    if "``" in token:
        token = token.replace("``", "““")  # a typewriter's opening mark
    if "www." in token or _ADDRESS.search(token):
        at = address_start(token)
        return None if at is None else [Joint(at, _BEFORE_ADDRESS, "address")]
    return _at_punctuation(token, words)


def _in_run(run: str, words: Mapping[str, float], wholes: Mapping[str, float]) -> tuple[Joint, ...]:
    """The joints between the letters of one run."""
    if not 2 < len(run) <= LONGEST_WORD:
        return ()
    return tuple([of_values(Joint, (at, score, "word")) for at, score in in_word(run, words, wholes)])


def _at_punctuation(token: str, words: Mapping[str, float]) -> list[Joint]:
    out = []
    for at in range(1, len(token)):
        left, right = token[at - 1], token[at]
        if left.isalpha() and (right.isalpha() or right in _BEHIND_WORD):
            continue
        joint = beside(token, at, left, right, words)
        if joint is not None:
            out.append(Joint(at, *joint))
    return out


def _before_letter(token: str, run: str, end: int, words: Mapping[str, float]) -> list[Joint]:
    """`theU.S.`, `andF-16`, `anx-ray`: a common word, then a letter that belongs to what follows."""
    word, mark = run[:-1], token[end : end + 1]
    capital = run[-1].isupper()
    if not mark or not (mark in _INITIAL_MARKS[capital] or (capital and word.islower() and mark.isdigit())):
        return []
    if not capital and words.get(run.lower(), UNKNOWN) > -5.0:
        return []  # `one-year`
    if not word.isupper() and word[1:] != word[1:].lower():
        return []  # `BanKi-moon`
    if word in UNITS and token[end - len(run) - 1 : end - len(run)].isdigit():
        return [Joint(end - 1, _BEHIND_ORDINAL, "word")]
    common = piece(word, words)
    if common > (-8.0 if capital and mark == "." and word.islower() else -5.5):
        return [Joint(end - 1, common + (5.0 if word.islower() and (capital or run[-1] in _PREFIXED) else 1.0), "word")]
    named = len(word) > 3 and word[1:].islower() and (word[0].isupper() if capital else run[-1] in _PREFIXED)
    return [Joint(end - 1, _BEHIND_NAME, "word")] if named else []


def _before_prefix(run: str, start: int, words: Mapping[str, float]) -> list[Joint]:
    """`makere-melted`, `itsco-generation`: a word, then a beginning that is none by itself."""
    lengths = (n for n in range(2, min(6, len(run))) if run[-n:] in _BEFORE_HYPHEN)
    return [
        Joint(start + len(run) - n, piece(run[:-n], words) + 5.0, "word") for n in lengths if run[:-n].lower() in words
    ]


def _behind_unit(token: str, run: str, start: int, words: Mapping[str, float]) -> list[Joint]:
    """`775meuros`, `1990sand`: a unit that is right behind its number, then a word."""
    if not start or not token[start - 1].isdigit() or run in UNITS:
        return []
    out = []
    for at in range(1, min(4, len(run) - 1)):
        word = run[at:].lower()
        if run[:at] in UNITS and words.get(word, UNKNOWN) > -6 and may_be_word(word, words):
            decade = run[:at] != "s" or token[start - 1] == "0"
            out.append(Joint(start + at, words[word] + (6.5 if decade else 3.0), "digit"))
    return out
