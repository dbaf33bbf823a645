"""Words in capitals that lost the space between them: `ENOUGHTO`. Capitals hide nothing but names and acronyms.

A passage is in capitals where known words in capitals are beside the token; a token alone among small letters is only
suspected, for it may be a brand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from parsers.repair.edits import Change, Note
from parsers.repair.joints import Joint

_TOKEN = re.compile(r"\S+")
_MARKS = ".,;:!?()[]\"'“”‘’«»…"
_SHORTEST, _LONGEST = 5, 40
_SURE, _CLEAR, _COMMON, _KNOWN = 2.0, 1.5, -5.3, -5.0
"""log10 odds for two words, and how far ahead of any other place; the rarest half; the rarest word beside it."""
_UNKNOWN = -20.0
_ROUND = 1000
"""Tokens of one text that are looked at."""


def may_be_two(bare: str, words: Mapping[str, float], joints: Callable[[str], Sequence[Joint]]) -> bool:
    """Whether a token in capitals, without the marks around it, is no word and two for certain."""
    return _parted(bare, words, joints) is not None


def joins(
    text: str, tokens: Collection[str], words: Mapping[str, float], joints: Callable[[str], Sequence[Joint]]
) -> Iterator[Change | Note]:
    """The spaces that go into words in capitals. `tokens` are those of the text, `joints` the places of a word in small letters."""
    found: dict[str, int] = {}
    for token in [t for t in tokens if t.isupper() and len(t) >= _SHORTEST][:_ROUND]:
        at = _parted(token.strip(_MARKS), words, joints)
        if at is not None:
            found[token] = at + len(token) - len(token.lstrip(_MARKS))
    if not found:
        return
    printed = [*_TOKEN.finditer(text)]
    for i, m in enumerate(printed):
        place = found.get(m.group())
        if place is None:
            continue
        beside = [n.group() for n in (*printed[max(0, i - 2) : i], *printed[i + 1 : i + 3])]
        if any(_is_loud_word(n, words) or n in found for n in beside):
            at = m.start() + place
            yield Change(at, at, " ", "word_join", 0.97, "capitals")
        else:
            yield Note(m.start(), m.end(), "suspect", 0.8, "capitals")


def _is_loud_word(token: str, words: Mapping[str, float]) -> bool:
    bare = token.strip(_MARKS)
    return len(bare) > 1 and bare.isupper() and bare.isalpha() and words.get(bare.lower(), _UNKNOWN) > _KNOWN


def _parted(bare: str, words: Mapping[str, float], joints: Callable[[str], Sequence[Joint]]) -> int | None:
    """Where two common words in capitals meet, if that is clear."""
    if not (_SHORTEST <= len(bare) <= _LONGEST and bare.isalpha() and bare.isupper()):
        return None
    lower = bare.lower()
    if lower in words or len(lower) != len(bare):
        return None
    scores = sorted(((j.score, j.offset) for j in joints(lower) if j.kind == "word"), reverse=True)
    if not scores or scores[0][0] < _SURE or (len(scores) > 1 and scores[1][0] > scores[0][0] - _CLEAR):
        return None
    at = scores[0][1]
    halves = (lower[:at], lower[at:])
    return at if min(map(len, halves)) > 1 and all(words.get(h, _UNKNOWN) > _COMMON for h in halves) else None
