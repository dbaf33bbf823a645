"""Where two texts differ, word by word: the stretches that are not equal, with the equal words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
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


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words, numbers and currency signs of a span of a text."""
    return [Word(m.start(), m.end(), folded(m.group())) for m in WORD.finditer(text, start, end)]


def folded(word: str) -> str:
    """A word without case and without the ending of a possessive."""
    return word.casefold().replace("’", "'").removesuffix("'s")


def changes(laid: SideBySide) -> Iterator[Change]:
    """The differences of two texts, word by word, in the order of the copy (`one` of `laid`)."""
    for (a, b), (c, d) in _stretches(laid):
        after, before = words_in(laid.one.text, a, b), words_in(laid.other.text, c, d)
        if len(after) > LONGEST or len(before) > LONGEST:
            continue
        matcher = SequenceMatcher(None, [w.folded for w in before], [w.folded for w in after], autojunk=False)
        steps = matcher.get_opcodes()
        for n, (tag, i, j, k, m) in enumerate(steps):
            if tag != "equal" and not _same_letters(before[i:j], after[k:m]):
                of_at = before[i].start if i < len(before) else d
                at = after[k].start if k < len(after) else b
                yield Change(tuple(before[i:j]), tuple(after[k:m]), of_at, at, _held(steps, n))


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


def _same_letters(some: Sequence[Word], others: Sequence[Word]) -> bool:
    """Whether two rows of words differ in spaces and marks alone: `run together`, `runtogether`."""
    return re.sub(r"[\W_]", "", "".join(w.folded for w in some)) == re.sub(
        r"[\W_]", "", "".join(w.folded for w in others)
    )


def _held(steps: Sequence[tuple[str, int, int, int, int]], n: int) -> bool:
    """Whether equal words stand before a step or behind it: at least two together, or one on either side."""
    before = steps[n - 1][2] - steps[n - 1][1] if n and steps[n - 1][0] == "equal" else 0
    behind = steps[n + 1][2] - steps[n + 1][1] if n + 1 < len(steps) and steps[n + 1][0] == "equal" else 0
    return before + behind >= 3 or (before >= 1 and behind >= 1)
