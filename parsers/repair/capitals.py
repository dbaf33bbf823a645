"""Words in capitals that lost the space between them: `ENOUGHTO`. Capitals hide nothing but names and acronyms.

A passage is in capitals where known words in capitals are beside the token; a token alone among small letters is only
suspected, for it may be a brand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from parsers.repair.edits import Change, Note
from parsers.repair.joints import Joint
from parsers.repair.letters import FUNCTION
from parsers.repair.spacing import parted

_TOKEN = re.compile(r"\S+")
_MARKS = ".,;:!?()[]\"'“”‘’«»…"
_SHORTEST, _LONGEST = 5, 40
_SURE, _CLEAR, _COMMON, _KNOWN = 1.5, 1.5, -5.3, -5.0
"""log10 odds for two words, and how far ahead of any other place; the rarest half; the rarest word beside it."""
_LEAST_SEVERAL, _CERTAIN, _SMALL = 10, 3.0, -3.0
"""Letters of three words, at least; log10 odds of each place; how common a word of two letters is."""
_UNKNOWN = -20.0
_ROUND = 1000
"""Tokens of one text that are looked at."""


def may_be_two(bare: str, words: Mapping[str, float], joints: Callable[[str], Sequence[Joint]]) -> bool:
    """Whether a token in capitals, without the marks around it, is no word and two for certain."""
    return bool(_parted(bare, words, joints) or _several(bare, words))


def joins(
    text: str, tokens: Collection[str], words: Mapping[str, float], joints: Callable[[str], Sequence[Joint]]
) -> Iterator[Change | Note]:
    """The spaces that go into words in capitals. `tokens` are those of the text, `joints` the places of a word in small letters."""
    found: dict[str, tuple[int, ...]] = {}
    for token in [t for t in tokens if t.isupper() and len(t) >= _SHORTEST][:_ROUND]:
        bare = token.strip(_MARKS)
        if places := _parted(bare, words, joints) or _several(bare, words):
            first = len(token) - len(token.lstrip(_MARKS))
            found[token] = tuple(first + at for at in places)
    if not found:
        return
    printed = [*_TOKEN.finditer(text)]
    for i, m in enumerate(printed):
        places = found.get(m.group(), ())
        if not places:
            continue
        if len(places) > 1 and not _has_small_word(m.group(), places):
            yield Note(m.start(), m.end(), "suspect", 0.8, "capitals")  # a firm may be written so
            continue
        beside = [n.group() for n in (*printed[max(0, i - 2) : i], *printed[i + 1 : i + 3])]
        if len(places) > 1 or any(_is_loud_word(n, words) or n in found for n in beside):
            yield from (Change(m.start() + at, m.start() + at, " ", "word_join", 0.97, "capitals") for at in places)
        else:
            yield Note(m.start(), m.end(), "suspect", 0.8, "capitals")


def _has_small_word(token: str, places: Sequence[int]) -> bool:
    """Whether one of the words that meet at some places of a token is a common small one, as no firm's name has."""
    cuts = [0, *places, len(token)]
    return any(token[a:b].strip(_MARKS).lower() in FUNCTION for a, b in pairwise(cuts))


def _several(bare: str, words: Mapping[str, float]) -> tuple[int, ...]:
    """Where three common words or more in capitals meet, if all of it is certain; short ones may be names' parts."""
    if not (_LEAST_SEVERAL <= len(bare) <= _LONGEST and bare.isalpha() and bare.isupper()) or bare.lower() in words:
        return ()
    found = parted(bare.lower(), words)
    if found is None or found.unknown or len(found.places) < 2 or any(sure < _CERTAIN for _, sure in found.places):
        return ()
    cuts = [0, *(at for at, _ in found.places), len(bare)]
    halves = [bare[a:b].lower() for a, b in pairwise(cuts)]
    sound = all(len(h) > 2 or words[h] > _SMALL for h in halves) and all(words[h] > _COMMON for h in halves)
    return tuple(at for at, _ in found.places) if sound else ()


def _is_loud_word(token: str, words: Mapping[str, float]) -> bool:
    bare = token.strip(_MARKS)
    return len(bare) > 1 and bare.isupper() and bare.isalpha() and words.get(bare.lower(), _UNKNOWN) > _KNOWN


def _parted(bare: str, words: Mapping[str, float], joints: Callable[[str], Sequence[Joint]]) -> tuple[int, ...]:
    """Where two common words in capitals meet, if that is clear; nothing if not."""
    if not (_SHORTEST <= len(bare) <= _LONGEST and bare.isalpha() and bare.isupper()):
        return ()
    lower = bare.lower()
    if lower in words or len(lower) != len(bare):
        return ()
    scores = sorted(((j.score, j.offset) for j in joints(lower) if j.kind == "word"), reverse=True)
    if not scores or scores[0][0] < _SURE or (len(scores) > 1 and scores[1][0] > scores[0][0] - _CLEAR):
        return ()
    at = scores[0][1]
    halves = (lower[:at], lower[at:])
    return (at,) if min(map(len, halves)) > 1 and all(words.get(h, _UNKNOWN) > _COMMON for h in halves) else ()
