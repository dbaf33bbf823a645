"""Spaces lost at inline markup: `<b>Name</b>said` is two words, `<i>re</i>start` is one.

The markup says where a space may be missing; the words must say that it is. One half is a common small word that no
longer word ends or begins with, the whole is no word, and no other place of the token is likelier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.repair.edits import Change, Note
from parsers.repair.endings import are_endings
from parsers.repair.known import STRONG, Lexicon
from parsers.repair.letters import FUNCTION, PREFIXES, SUFFIXES
from parsers.repair.tongues import tongue

_VERBS = frozenset(
    "said says told added asked wrote noted announced reported called made took came went plans does did may must should"
    " did while when where after before because since about against between during through they them him us me my your".split()
)
_SMALL = FUNCTION | _VERBS
"""English words of which one must be a half."""
_SMALL_ABROAD, _LEAST_LETTERS = -3.3, 3
"""log10 frequency of such words in other languages, and their letters, at least."""
_LEAST, _KNOWN = -4.0, -7.3
_SCORE = 0.95


def parted(
    text: str, pairs: Sequence[tuple[str, str]], lexicon: Lexicon, protected: Sequence[tuple[int, int]]
) -> tuple[list[Change], list[Note]]:
    """The spaces that go between glued words, in order, and the places in doubt; none inside a `protected` stretch."""
    seen = [j for j in _joins(text, pairs, lexicon) if not any(a < j.end and j.start < b for a, b in protected)]
    spaces = {j.start: j for j in seen if isinstance(j, Change)}
    return [spaces[at] for at in sorted(spaces)], [j for j in seen if isinstance(j, Note)]


def _joins(text: str, pairs: Sequence[tuple[str, str]], lexicon: Lexicon) -> Iterator[Change | Note]:
    """Every place of the glued words; `pairs` are the words, left and right, that markup parts."""
    for left, right in pairs:
        two = _are_two(left, right, lexicon)
        if not two and not _may_be_two(left, right, lexicon):
            continue
        for m in re.finditer(rf"(?<![\w'’-]){re.escape(left)}(?={re.escape(right)}(?!\w))", text):
            at = m.end()
            if two:
                yield Change(at, at, " ", "word_join", _SCORE, "inline_tag")
            else:
                yield Note(m.start(), at + len(right), "suspect", 0.7, "inline_tag")


def _are_two(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether two words are certainly two."""
    if left[-1].isdigit():
        return right in _SMALL and lexicon.code == "en" and len(right) >= _LEAST_LETTERS
    score = _score(left, right, lexicon)
    if score is None or score < _LEAST or min(len(left), len(right)) < 2:
        return False
    return _small_in_english(left, right) if lexicon.code == "en" else _small_abroad(left, right, lexicon)


def _may_be_two(left: str, right: str, lexicon: Lexicon) -> bool:
    score = None if left[-1].isdigit() else _score(left, right, lexicon)
    return score is not None and score >= STRONG and min(len(left), len(right)) > 1


def _score(left: str, right: str, lexicon: Lexicon) -> float | None:
    """The score of the place where the markup parts a token; None where it is a word or another place is likelier."""
    whole = left + right
    if not whole.isalpha() or lexicon.words.get(whole.lower(), -20.0) > _KNOWN:
        return None
    scores = {j.offset: j.score for j in lexicon.joints(whole) if j.kind == "word"}
    here = scores.get(len(left))
    others = [
        score for at, score in scores.items() if whole[:at].lower() in lexicon.words
    ]  # an unknown name says little
    return None if here is None or here < max(others, default=here) else here


def _small_in_english(left: str, right: str) -> bool:
    behind = right.lower()
    if behind in _SMALL and behind not in SUFFIXES and right.islower():
        return left.lower() not in PREFIXES
    return left.lower() in _SMALL and left.lower() not in PREFIXES and (right[0].isupper() or behind not in SUFFIXES)


def _small_abroad(left: str, right: str, lexicon: Lexicon) -> bool:
    language = tongue(lexicon.code)
    behind, before = language.lower(right), language.lower(left)
    if right.islower() and _is_small(behind, lexicon) and behind not in language.endings:
        return not are_endings(lexicon.code, behind, lexicon.words.get(behind))
    return _is_small(before, lexicon) and before not in language.beginnings and right[0].isupper()


def _is_small(lower: str, lexicon: Lexicon) -> bool:
    return len(lower) >= _LEAST_LETTERS and lexicon.words.get(lower, -20.0) > _SMALL_ABROAD
