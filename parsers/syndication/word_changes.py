"""Where two texts differ, word by word: the stretches that are not equal, with the equal words around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from parsers.syndication.reuse import Lettered
from parsers.syndication.slots import SideBySide

CONTEXT = 4
"""Words that are the same on either side of a difference and are aligned with it."""
LONGEST = 400
"""Words of a difference, on either side, that are aligned; a longer one is another text."""
PASSAGE_LETTERS = 48
"""Letters of a stretch, at least, that is a passage of its own where nothing at all is in its place in the other text."""

Span = tuple[int, int]
"""Start and end in a text, end exclusive."""


class Word(NamedTuple):
    """A word where it is, and its letters without case."""

    start: int
    end: int
    folded: str


class Change(NamedTuple):
    """Words of the original and those in their place in the copy; `held`: the words around are the same."""

    before: tuple[Word, ...]
    after: tuple[Word, ...]
    of_at: int
    at: int
    held: bool


WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%$€£¥]")


def _words(found: Sequence[re.Match[str]], letters: Sequence[str]) -> tuple[Word, ...]:
    return tuple([Word(*m.span(), each) for m, each in zip(found, letters, strict=True)])


@lru_cache(maxsize=16384)
def folded(word: str) -> str:
    """A word without case and without the ending of a possessive."""
    return word.casefold().replace("’", "'").removesuffix("'s")


def changes(laid: SideBySide, matters: Callable[[Span, Span], bool] = lambda *_: True) -> Iterator[Change]:
    """The differences of two texts, word by word, in the order of the copy (`one` of `laid`).

    Stretches (of the copy, of the original) in which `matters` says that nothing can be of interest are left out.
    """
    for (a, b), (c, d) in _stretches(laid):
        if not matters((a, b), (c, d)):
            continue
        after, before = list(WORD.finditer(laid.one.text, a, b)), list(WORD.finditer(laid.other.text, c, d))
        if len(after) > LONGEST or len(before) > LONGEST:
            continue
        said, instead = ([folded(w.group()) for w in side] for side in (before, after))
        steps = _steps(said, instead)
        for n, (tag, i, j, k, m) in enumerate(steps):
            if tag != "equal" and not _same_letters("".join(said[i:j]), "".join(instead[k:m])):
                of_at = before[i].start() if i < len(before) else d
                at = after[k].start() if k < len(after) else b
                yield Change(
                    _words(before[i:j], said[i:j]), _words(after[k:m], instead[k:m]), of_at, at, _held(steps, n)
                )


Step = tuple[str, int, int, int, int]
"""`equal`, `replace`, `insert` or `delete`; from and to in the original, from and to in the copy."""


def _steps(before: list[str], after: list[str]) -> Sequence[Step]:
    """How the words of the original become those of the copy; what one word or one passage makes is found without a search."""
    shorter = min(len(before), len(after))
    same = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    rest = shorter - same
    ending = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    i, j = len(before) - ending, len(after) - ending
    if not _plain(before, after, same, ending):
        return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    tag = "replace" if same < i and same < j else "delete" if same < i else "insert"
    steps = [("equal", 0, same, 0, same), (tag, same, i, same, j), ("equal", i, len(before), j, len(after))]
    return [step for step in steps if step[1] < step[2] or step[3] < step[4]]


def _plain(before: Sequence[str], after: Sequence[str], same: int, ending: int) -> bool:
    """Whether there is one way only to tell what is between the words that both begin and end with: one word for another,
    or a passage that could not as well begin a word earlier or later."""
    some, others = before[same : len(before) - ending], after[same : len(after) - ending]
    if some and others:
        return len(some) == len(others) == 1
    more = some or others
    if not more:
        return True
    behind, ahead = before[len(before) - ending :], before[:same]
    return (not behind or more[0] != behind[0]) and (not ahead or more[-1] != ahead[-1])


def _stretches(laid: SideBySide) -> Iterator[tuple[Span, Span]]:
    """The gaps as spans of both texts, with a few equal words around; gaps that meet by that are one."""
    held: tuple[Span, Span] | None = None
    for a, b in laid.gaps:
        if (a[0] == a[1] and not 0 < b[1] - b[0] < PASSAGE_LETTERS) or (
            b[0] == b[1] and a[1] - a[0] >= PASSAGE_LETTERS
        ):
            continue
        here, there = _around(laid.one, a), _around(laid.other, b)
        if held is not None and here[0] <= held[0][1] and there[0] <= held[1][1]:
            here, there = (held[0][0], here[1]), (held[1][0], there[1])
        elif held is not None:
            yield held
        held = here, there
    if held is not None:
        yield held


def _around(text: Lettered, gap: tuple[int, int]) -> Span:
    """A stretch of letters as a span of the text, with CONTEXT words on either side."""
    offsets, body = text.offsets, text.text
    start = int(offsets[gap[0] - 1]) + 1 if gap[0] else 0
    end = int(offsets[gap[1]]) if gap[1] < len(offsets) else len(body)
    return _back(body, start), _on(body, end)


def _back(body: str, at: int) -> int:
    words = list(WORD.finditer(body, max(0, at - 80), at))
    if at > 80 and words:
        words = words[1:]  # it may be cut
    return words[-CONTEXT].start() if len(words) >= CONTEXT else words[0].start() if words else at


def _on(body: str, at: int) -> int:
    start = at
    while start > 0 and start < len(body) and body[start - 1].isalnum() and body[start].isalnum():
        start -= 1
    for n, word in enumerate(WORD.finditer(body, start)):
        if n == CONTEXT:
            return word.end()
    return len(body)


def _same_letters(one: str, other: str) -> bool:
    """Whether two rows of words differ in spaces and marks alone: `run together`, `runtogether`."""
    return one == other or _MARKS.sub("", one) == _MARKS.sub("", other)


_MARKS = re.compile(r"[\W_]")


def _held(steps: Sequence[tuple[str, int, int, int, int]], n: int) -> bool:
    """Whether equal words stand before a step or behind it: at least two together, or one on either side."""
    before = steps[n - 1][2] - steps[n - 1][1] if n and steps[n - 1][0] == "equal" else 0
    behind = steps[n + 1][2] - steps[n + 1][1] if n + 1 < len(steps) and steps[n + 1][0] == "equal" else 0
    return before + behind >= 3 or (before >= 1 and behind >= 1)
