"""The lines a paragraph was broken into before its newlines were lost, found again: the likeliest chain of breaks.

A paragraph was wrapped greedily at `width` columns, tags counted, and the newlines were deleted. So a line that
starts at offset s ends inside the one token that reaches column `width`; words alone choose among the few offsets in
it. Costs are log10 and measured on real pages: 95.5 % of lines obey the rule exactly, 3.1 % carry one pair of hidden
tags.

Where a full stop and the next line's first word are lost with the newline (a *gap*), the next line starts with a word
of unknown length: its node carries a range of columns, which the next break narrows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Literal, NamedTuple

from parsers.record import of_values
from parsers.repair import gaps
from parsers.repair.gaps import LONGEST_LOST, log_share
from parsers.repair.neighbours import sensed
from parsers.repair.paragraph import Paragraph, Place

EXACT, HIDDEN, MUCH_HIDDEN, OUTLET, GLUED = -0.03, -1.7, -3.1, -0.3, -0.5
RESET, RESET_LINE = -3.6, -2.0
"""A line end nobody can point at, and each further one."""
HIDDEN_COLUMNS, MOST_HIDDEN = 17, 60
_BEAM = 6.0
_TAG, _ITEM = (3, 4), (4, 5)
"""The columns of `<p>` and `</p>`, of `<li>` and `</li>`."""
_POOR_READING, _OTHER_TAGS = 2.0, 1.5
"""Below that score other tags are tried, which must be so much likelier."""
_GLUED_MOST, _LIKELY = 4.0, -4.0
_POOR, _POORER = -2.5, 0.15
"""A line must end somewhere: below that score, the words on the predicted column count little against the column."""

_LOOSE = -3.0
"""A joint in the middle of a line beside a gap speaks for another line end than the gap."""
_HOPELESS, _DOUBTED, _FAMILIAR = -5.0, -0.5, -1.5
"""A word that everybody knows is seldom two: between the first two scores, by the third less likely."""

Fit = Literal["exact", "hidden", "reset", "gap", "glued"]
_Range = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a document was wrapped: columns, and the columns of tags before and after each paragraph's text.

    `outlet` is a name that is in bold wherever it occurs (lower-case), `gap` the log10 odds of
    a lost full stop at a line's end, None if none can be lost.
    """

    width: int
    before: int = 0
    after: int = 0
    outlet: str | None = None
    gap: float | None = None


class Break(NamedTuple):
    """A line end found again: where, how likely by the words alone, and how it fits the line.

    `place` is None for a gap; then the lost word has `min_missing` to `max_missing` letters.
    """

    at: int
    score: float
    fit: Fit
    place: Place | None
    min_missing: int = 0
    max_missing: int = 0


class Reading(NamedTuple):
    """The likeliest breaks of one paragraph, and how much likelier they are than none (log10)."""

    score: float
    breaks: tuple[Break, ...]


_ONE_LINE = Reading(0.0, ())


class _Node(NamedTuple):
    """A line start: the best score that leads to it, from where, and how.

    `low`..`high` are the columns before its first visible character; `narrowed` what this start says about the lost
    word of the one before.
    """

    score: float
    back: int
    at: int
    fit: Fit
    place: Place | None
    low: int
    high: int
    narrowed: _Range


def read(paragraph: Paragraph, wrap: Wrap) -> Reading:
    """The likeliest chain of line breaks of one paragraph."""
    if not paragraph.strong and len(paragraph.text) + wrap.before + wrap.after < wrap.width:
        return _ONE_LINE
    found = _Search(paragraph, wrap, _columns(paragraph, wrap)).run()
    if found.score > _POOR_READING or wrap.before != _TAG[0]:
        return found
    for tags in (_TAG, _ITEM):
        other = _Search(paragraph, wrap, tags).run()
        if other.score > found.score + _OTHER_TAGS:
            found = other
    return found


def _columns(paragraph: Paragraph, wrap: Wrap) -> tuple[int, int]:
    """The columns of tags before and after a paragraph; none where a newline was kept."""
    return (0 if paragraph.continues else wrap.before), (0 if paragraph.goes_on else wrap.after)


def _gained(paragraph: Paragraph, token: int) -> tuple[tuple[int, Place, float], ...]:
    """The places of a token on a line's predicted end: offset, place, and how much it adds to the chain's score."""
    out = []
    for place, sense in sensed(paragraph, token):
        gain = sense if sense > _POOR else _POOR + _POORER * (sense - _POOR)
        if _HOPELESS < sense < _DOUBTED and paragraph.is_familiar(place):
            gain += _FAMILIAR
        out.append((place.at, place, gain))
    return tuple(out)


class _Search:
    """One best-first sweep over a paragraph, from left to right.

    Line starts are keyed in the order of the text; one behind a gap is another than one at a joint.
    """

    def __init__(self, paragraph: Paragraph, wrap: Wrap, tags: tuple[int, int]) -> None:
        self._paragraph, self._wrap = paragraph, wrap
        self._width, self._ends, self._gains = wrap.width, paragraph.ends, paragraph.gains
        before, self._after = tags
        self._nodes = {0: _Node(0.0, 0, 0, "exact", None, before, before, None)}
        self._heap = [0]
        self._signs = gaps.signs(paragraph) if wrap.gap is not None else []
        self._source, self._source_value = 0, -1e9  # the line start behind us from where a lost chain starts again

    def run(self) -> Reading:
        nodes, heap = self._nodes, self._heap
        end, end_score, end_range, best = 0, -1e9, None, -1e9
        rate = RESET_LINE / self._width
        strong, waiting = self._paragraph.strong, 0
        while heap or waiting < len(strong):
            while waiting < len(strong) and (not heap or 2 * strong[waiting].at <= heap[0]):
                self._restart(strong[waiting])
                waiting += 1
            if not heap:
                break
            key = heappop(heap)
            node = nodes[key]
            score = node.score
            if score > end_score:  # no tail adds to it
                tail, narrowed = self._tail(node)
                if score + tail > end_score:
                    end, end_score, end_range = key, score + tail, narrowed
            if score - rate * node.at > self._source_value:
                self._source, self._source_value = key, score - rate * node.at
            if score > best:
                best = score
            if score >= best - _BEAM:
                self._follow(key, node, waiting)
        return Reading(end_score, self._trace(end, end_range))

    def _offer(
        self, score: float, back: int, at: int, fit: Fit, place: Place | None, low: int, high: int, narrowed: _Range
    ) -> None:
        """A line start, unless a likelier chain leads there."""
        key = 2 * at + (fit == "gap")
        known = self._nodes.get(key)
        if known is None:
            heappush(self._heap, key)
        elif score <= known.score:
            return
        self._nodes[key] = of_values(_Node, (score, back, at, fit, place, low, high, narrowed))

    def _restart(self, place: Place) -> None:
        """The chain is lost and starts again behind a joint that the words alone make likely."""
        node = self._nodes[self._source]
        if node.place is not None and node.place.start == place.start:
            return
        at = place.at
        if place.kind in ("stop", "enumerator"):
            score, column = node.score + GLUED + min(place.score, _GLUED_MOST), self._wrap.before
            self._offer(score, self._source, at, "glued", place, column, column, None)
            return
        known = self._nodes.get(2 * at)
        if known is None or known.score < node.score + RESET + place.score:  # that at best
            score = node.score + min(RESET, self._unexplained(at - node.at)) + place.score
            self._offer(score, self._source, at, "reset", place, 0, 0, None)

    def _tail(self, node: _Node) -> tuple[float, tuple[int, int] | None]:
        """The cost of ending the paragraph in the line that starts here, and what that says about a lost word."""
        rest = len(self._paragraph.text) - node.at + self._after
        cost = self._unexplained(rest + node.low)
        if node.fit != "gap" or cost < 0:
            return cost, None
        high = min(node.high, self._width - rest)
        cost = self._loose(node.at, len(self._paragraph.text))
        return cost + log_share(node.low, high) - log_share(node.low, node.high), (node.low, high)

    def _loose(self, start: int, end: int) -> float:
        """The cost of a line from one offset to another that has a joint in its middle."""
        loose = self._paragraph.loose
        i = bisect_right(loose, start)
        return _LOOSE if i < len(loose) and loose[i] < end else 0.0

    def _unexplained(self, columns: int) -> float:
        """The cost of a stretch without a line end in it: nothing if it fits a line."""
        if columns <= self._width:
            return 0.0
        return RESET + RESET_LINE * ((columns - 1) / self._width - 1)

    def _follow(self, key: int, node: _Node, behind: int) -> None:
        """Offer the breaks that may end the line that starts here; `behind` is the first strong joint behind its start."""
        reach = node.at + self._width - node.low
        token = self._last_token(reach)
        if node.fit == "gap":
            self._narrow(key, node)
        else:
            if token is not None:
                self._exact(key, node, token, reach)
            self._hidden(key, node, reach, behind)
        if self._wrap.gap is not None and token is not None and not self._likely_end(node.at, token):
            self._gaps(key, node)

    def _last_token(self, reach: int) -> int | None:
        """The token that holds a line's end if no column is hidden; None if the paragraph ends in this line."""
        ends = self._ends
        token = bisect_left(ends, reach)
        last = len(ends) - 1
        if token < last:
            return token
        return last if last >= 0 and ends[last] + self._after >= reach else None

    def _exact(self, key: int, node: _Node, token: int, reach: int) -> None:
        """Breaks in the token that holds the line's end."""
        start, score = node.at, node.score + EXACT
        gains = self._gains.get(token)
        if gains is None:
            gains = self._gains[token] = _gained(self._paragraph, token)
        for at, place, gain in gains:
            if start < at <= reach:
                self._offer(score + gain, key, at, "exact", place, 0, 0, None)

    def _hidden(self, key: int, node: _Node, reach: int, behind: int) -> None:
        """Breaks before the line's last visible column: tags, which nobody sees, filled the rest."""
        strong = self._paragraph.strong
        for i in range(behind, len(strong)):
            place = strong[i]
            if place.end >= reach:
                return
            if place.end >= reach - MOST_HIDDEN and place.start >= node.at:  # two line ends in one word are none
                score = node.score + self._hidden_cost(node.at, place.at, reach - place.end) + place.score
                self._offer(score, key, place.at, "hidden", place, 0, 0, None)

    def _hidden_cost(self, start: int, end: int, hidden: int) -> float:
        if hidden > HIDDEN_COLUMNS:
            return MUCH_HIDDEN
        outlet = self._wrap.outlet
        return OUTLET if outlet and outlet in self._paragraph.text[start:end].lower() else HIDDEN

    def _likely_end(self, at: int, token: int) -> bool:
        """Whether a glued token is where the line must end, so that nothing needs to be lost."""
        paragraph = self._paragraph
        return paragraph.odd(token) and any(p.score >= _LIKELY and p.at > at for p in paragraph.places(token))

    def _gaps(self, key: int, node: _Node) -> None:
        """A full stop and the word on the next line are lost: the space between stands inside this line."""
        paragraph, ends, start = self._paragraph, self._ends, node.score + (self._wrap.gap or 0.0)
        reach = node.at + self._width - node.low
        for token in range(bisect_left(ends, reach - LONGEST_LOST - 1), len(ends)):
            place = gaps.word_end(paragraph, token)
            if place >= reach:
                break
            if place <= node.at or not gaps.may_end_sentence(paragraph, token, place):
                continue
            high = min(node.high, node.at + self._width - 1 - place) if node.fit == "gap" else node.high
            least = max(1, node.at + self._width - high - 1 - ends[token])
            if least <= LONGEST_LOST:
                score = start + log_share(least, LONGEST_LOST) + gaps.likely(paragraph, token, place)
                score += self._loose(node.at, place)
                narrowed = (node.low, high) if node.fit == "gap" else None
                self._offer(score, key, place, "gap", None, least, LONGEST_LOST, narrowed)

        if node.fit != "gap":
            self._hidden_gaps(key, node, reach - LONGEST_LOST)

    def _hidden_gaps(self, key: int, node: _Node, end: int) -> None:
        """A certain sign of a lost word before the line's last visible columns: tags, which nobody sees, filled the rest."""
        known = self._signs
        for i in range(bisect_left(known, (max(node.at + 1, end - MOST_HIDDEN), 0)), len(known)):
            place, token = known[i]
            if place >= end:
                return
            cost = HIDDEN if end - place <= HIDDEN_COLUMNS else MUCH_HIDDEN
            score = node.score + (self._wrap.gap or 0.0) + cost + gaps.likely(self._paragraph, token, place)
            self._offer(score + self._loose(node.at, place), key, place, "gap", None, 1, LONGEST_LOST, None)

    def _narrow(self, key: int, node: _Node) -> None:
        """Breaks of a line that starts with a lost word: each bounds the word's length."""
        known, at, width = log_share(node.low, node.high), node.at, self._width
        strong, ends = self._paragraph.strong, self._paragraph.strong_ends
        for i in range(bisect_left(ends, at + width - node.high), len(ends)):
            place = strong[i]
            if place.start >= at + width - node.low:
                return
            low, high = max(node.low, width - (place.end - at)), min(node.high, width - (place.at - at))
            if low <= high and place.at > at:
                score = node.score + EXACT + place.score + log_share(low, high) - known + self._loose(at, place.start)
                self._offer(score, key, place.at, "exact", place, 0, 0, (low, high))

    def _trace(self, end: int, narrowed: tuple[int, int] | None) -> tuple[Break, ...]:
        out: list[Break] = []
        key = end
        while key:
            node = self._nodes[key]
            low, high = narrowed or (node.low, node.high)
            if node.fit == "gap":
                out.append(Break(node.at, 0.0, "gap", None, low, high))
            elif node.place is not None:
                out.append(Break(node.at, node.place.score, node.fit, node.place))
            narrowed, key = node.narrowed, node.back
        return tuple(reversed(out))
