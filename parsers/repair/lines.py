"""The lines a paragraph was broken into before its newlines were lost, found again: the likeliest chain of breaks.

A paragraph was wrapped greedily at `width` columns, tags counted, and the newlines were deleted. So a line that
starts at offset s ends inside the one token that reaches column `width`; words alone choose among the few offsets in
it. Costs are log10 and measured on real pages: 95.5 % of lines obey the rule exactly, 3.1 % carry one pair of hidden
tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Literal, NamedTuple

from parsers.repair.paragraph import STRONG, Paragraph, Place
from parsers.repair.wordlists import word_list

EXACT, HIDDEN, MUCH_HIDDEN, OUTLET, GAP, RESET, GLUED, UNEXPLAINED = -0.03, -1.7, -3.1, -0.3, -2.5, -3.6, -0.5, -3.6
HIDDEN_COLUMNS, MOST_HIDDEN = 17, 60
LONGEST_LOST = 14
_BEAM = 7.0
_LENGTHS = (0, 0.005, 0.1, 0.24, 0.12, 0.1, 0.1, 0.09, 0.07, 0.06, 0.05, 0.03, 0.02, 0.01, 0.005)
"""How often the first word of a sentence has that many letters (rounded, from general English)."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a document was wrapped: columns, and the columns of tags before and after each paragraph's text."""

    width: int
    before: int = 0
    after: int = 0
    outlet: str | None = None
    gaps: bool = True


class Break(NamedTuple):
    """A line end found again: where, what stood in the way of believing it, and how it fits the line."""

    at: int
    score: float
    fit: Literal["exact", "hidden", "reset", "gap", "glued"]
    place: Place | None
    min_missing: int = 0
    max_missing: int = 0


class Reading(NamedTuple):
    """The likeliest breaks of one paragraph, and how much likelier they are than none (log10)."""

    score: float
    breaks: tuple[Break, ...]


class _Node:
    __slots__ = ("back", "column", "score", "via")

    def __init__(self, score: float, column: int, back: int | None, via: tuple[Break, ...]) -> None:
        self.score, self.column, self.back, self.via = score, column, back, via


class _Step(NamedTuple):
    to: int
    score: float
    column: int
    via: tuple[Break, ...]


def read(paragraph: Paragraph, wrap: Wrap) -> Reading:
    """The likeliest chain of line breaks of one paragraph."""
    nodes = {0: _Node(0.0, wrap.before, None, ())}
    heap, queued = [0], {0}
    best_score, best_at = -1e9, 0  # over the nodes behind us: where a new chain may start from
    end, end_score = 0, -1e9
    resets = iter(paragraph.strong)
    waiting = next(resets, None)
    while heap or waiting is not None:
        while waiting is not None and (not heap or waiting.at <= heap[0]):
            step = _reset(waiting, best_score, wrap)
            _offer(nodes, heap, queued, best_at, step)
            waiting = next(resets, None)
        at = heappop(heap)
        node = nodes[at]
        score = node.score + (0.0 if _fits(paragraph, at, node.column, wrap) else UNEXPLAINED)
        if score > end_score:
            end, end_score = at, score
        if node.score > best_score:
            best_score, best_at = node.score, at
        elif node.score < best_score - _BEAM:
            continue
        for step in _steps(paragraph, at, node.column, wrap):
            _offer(nodes, heap, queued, at, step._replace(score=node.score + step.score))
    return Reading(end_score, _trace(nodes, end))


def _offer(nodes: dict[int, _Node], heap: list[int], queued: set[int], back: int, step: _Step) -> None:
    known = nodes.get(step.to)
    if known is None or step.score > known.score:
        nodes[step.to] = _Node(step.score, step.column, back, step.via)
    if step.to not in queued:
        queued.add(step.to)
        heappush(heap, step.to)


def _trace(nodes: dict[int, _Node], end: int) -> tuple[Break, ...]:
    out: list[Break] = []
    at: int | None = end
    while at is not None:
        node = nodes[at]
        out += reversed(node.via)
        at = node.back
    return tuple(reversed(out))


def _fits(paragraph: Paragraph, at: int, column: int, wrap: Wrap) -> bool:
    return len(paragraph.text) - at + column + wrap.after <= wrap.width


def _reset(place: Place, best: float, wrap: Wrap) -> _Step:
    """The chain is lost and starts again behind a joint that the words alone make likely."""
    if place.kind in ("stop", "enumerator"):
        return _Step(
            place.at, best + GLUED + min(place.score, 4.0), wrap.before, (Break(place.at, place.score, "glued", place),)
        )
    return _Step(place.at, best + RESET + place.score, 0, (Break(place.at, place.score, "reset", place),))


def _steps(paragraph: Paragraph, at: int, column: int, wrap: Wrap) -> Iterator[_Step]:
    """The breaks that may end the line that starts at `at`, `column` columns of tags before it."""
    reach = at + wrap.width - column
    token = paragraph.token_reaching(reach)
    count = len(paragraph.ends)
    best = -9.0
    if token < count - 1 or (token < count and paragraph.ends[token] + wrap.after > reach):
        for place in paragraph.places(token):
            if at < place.at <= reach:
                best = max(best, place.score)
                yield _Step(place.at, EXACT + place.score, 0, (Break(place.at, place.score, "exact", place),))
    elif token == count and wrap.after and count and paragraph.ends[-1] + wrap.after > reach:
        for place in paragraph.places(count - 1):
            if at < place.at <= reach:
                yield _Step(place.at, EXACT + place.score, 0, (Break(place.at, place.score, "exact", place),))
    yield from _hidden_steps(paragraph, at, reach, token, wrap)
    if best < STRONG and wrap.gaps and token < count:
        yield from _gap_steps(paragraph, at, reach, wrap)


def _hidden_steps(paragraph: Paragraph, at: int, reach: int, token: int, wrap: Wrap) -> Iterator[_Step]:
    """Breaks before the line's last visible column: tags, which nobody sees, filled the rest."""
    for earlier in range(min(token, len(paragraph.ends)) - 1, -1, -1):
        end = paragraph.ends[earlier]
        hidden = reach - end
        if hidden > MOST_HIDDEN or end <= at:
            return
        for place in paragraph.places(earlier) if paragraph.odd(earlier) else ():
            if place.score >= STRONG and place.at > at:
                cost = HIDDEN if hidden <= HIDDEN_COLUMNS else MUCH_HIDDEN
                if wrap.outlet and cost == HIDDEN and wrap.outlet in paragraph.text[at : place.at].lower():
                    cost = OUTLET
                yield _Step(place.at, cost + place.score, 0, (Break(place.at, place.score, "hidden", place),))


def _gap_steps(paragraph: Paragraph, at: int, reach: int, wrap: Wrap) -> Iterator[_Step]:
    """A full stop and the word on the next line are lost: the space between stands inside this line."""
    first = paragraph.token_reaching(reach - LONGEST_LOST - 1)
    for token in range(first, len(paragraph.ends)):
        place = _word_end(paragraph, token)
        if place >= reach:
            return
        if place <= at or not _may_end_sentence(paragraph, token, place):
            continue
        least = max(1, reach - place - 1 - (paragraph.ends[token] - place))
        if least <= LONGEST_LOST:
            yield from _after_gap(paragraph, place, least, wrap)


def _word_end(paragraph: Paragraph, token: int) -> int:
    """Where the letters of a token end: `routes's` lost its word before the apostrophe."""
    text, end = paragraph.text, paragraph.ends[token]
    if text[end - 2 : end] in ("'s", "’s"):
        return end - 2
    while end > paragraph.starts[token] and not text[end - 1].isalnum():
        end -= 1
    return end


_NEVER_LAST = word_list("never_last")


def _may_end_sentence(paragraph: Paragraph, token: int, place: int) -> bool:
    word = paragraph.text[paragraph.starts[token] : place]
    following = paragraph.text[place : paragraph.ends[token]]
    return bool(word) and word.lower() not in _NEVER_LAST and not following.startswith((".", "!", "?"))


def _after_gap(paragraph: Paragraph, place: int, least: int, wrap: Wrap) -> Iterator[_Step]:
    """The next line starts with the lost word, so its own break bounds the word's length."""
    rest = len(paragraph.text) - place + wrap.after
    if rest + least <= wrap.width:
        most = min(LONGEST_LOST, wrap.width - rest)
        gap = Break(place, 0.0, "gap", None, least, most)
        yield _Step(len(paragraph.text), GAP + _log_share(least, most), 0, (gap,))
    start = paragraph.token_reaching(place + wrap.width - LONGEST_LOST)
    for token in range(start, len(paragraph.ends)):
        if paragraph.starts[token] >= place + wrap.width - least:
            return
        for joint in paragraph.places(token) if paragraph.odd(token) else ():
            low = max(least, wrap.width - (joint.end - place))
            high = min(LONGEST_LOST, wrap.width - (joint.at - place))
            if low <= high and joint.score >= STRONG and joint.at > place:
                gap = Break(place, 0.0, "gap", None, low, high)
                score = GAP + _log_share(low, high) + EXACT + joint.score
                yield _Step(joint.at, score, 0, (gap, Break(joint.at, joint.score, "exact", joint)))


def _log_share(low: int, high: int) -> float:
    """log10 of how often a sentence's first word has `low` to `high` letters."""
    share = sum(_LENGTHS[low : high + 1])
    return -4.0 if share <= 0 else _LOG[min(100, round(share * 100))]


def _log_table() -> tuple[float, ...]:
    from math import log10

    return tuple(log10(max(share, 0.5) / 100) for share in range(101))


_LOG = _log_table()
