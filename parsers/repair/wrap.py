"""Was this document wrapped, and at which column? Asked of the joints that words alone make certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import log10
from typing import NamedTuple

from parsers.repair.gaps import LONGEST_LOST
from parsers.repair.known import CERTAIN, certain_from
from parsers.repair.lines import Break, Reading, Wrap, read
from parsers.repair.paragraph import Paragraph, Place

NARROWEST, WIDEST = 40, 100
LEAST_BREAKS, LEAST_SCORE, MOST_GAPS = 3, 6.0, 0.25
LEAST_EXPLAINED, MOSTLY, LEAST_FILLED = 0.4, 0.75, 0.5
"""That share of the certain joints must are at line ends: half of them where two pages of different width meet. With
less than most of them, a lone line end proves little."""
NEARLY, NEARLY_SHARE, MOST_CANDIDATES = 1.5, 0.15, 6
"""How many votes, and which share of them, a width may have less than the first and still be tried; how many are."""
UNTOUCHED, ODD = -1.0, -4.0
"""log10 odds below which a paragraph is rather one that was never wrapped, in a page with sound paragraphs and in one
without."""
AS_GOOD, HOPELESS = 0.1, 6.0
"""A width that fits only that much worse (log10) than another one is as good; one that so far fits that much worse will
not catch up."""
COMMON_WIDTHS = (60, 64, 65, 68, 70, 72, 75, 76, 78, 80, 85, 90, 100)
"""Where people and programs wrap; an HTML writer told so keeps lines one column shorter. Settles ties only."""
TIDY_WIDTH = 67
"""HTML Tidy's own default: lines of at most 67 columns."""
_LOSES_STOPS, _STOP_ENDS_LINE = 0.3, 0.02
"""How many of the programs that delete newlines take `.Word` with them, and how many lines end at a full stop."""

_STOPPED = re.compile(r"[.!?…:][\"”’»')\]]*\Z")
_LEAST_STOPPED, _STOPPED_SHARE, _LOST_END, _MOST_NUMBERS, _LEAST_SENTENCE = 2, 3, 1.5, 0.3, 5
"""Paragraphs with a full stop at their end, at least, and for each without; log10 odds of a gap at such an end; the share of figures
among the words of a table; the words of a sentence."""

GAP, GAP_AMONG_TAGS = -0.4, -1.1
"""log10 odds of a gap beyond what the sentences say; hidden tags explain odd lines just as well."""


class Wrapped(NamedTuple):
    """A paragraph's lines: the wrap, the breaks, whether it is rather a paragraph that was never wrapped, and whether
    lines explain only a part of the document's damage."""

    wrap: Wrap
    reading: Reading
    doubtful: bool
    patchy: bool


def find(paragraphs: Sequence[Paragraph], outlet: str | None) -> list[Wrapped] | None:
    """For each paragraph the wrap of its document and its line breaks, or None when it was not wrapped.

    A document may be put together from two pages: what one width leaves unexplained may have another.
    """
    found = _find(paragraphs, outlet)
    if found is None:
        return None
    rest = [i for i, one in enumerate(found) if _unexplained(paragraphs[i], one.reading)]
    other = _find([paragraphs[i] for i in rest], outlet) if 0 < len(rest) < len(found) else None
    for i, second in zip(rest, other or (), strict=False):
        if second.reading.score > found[i].reading.score:
            found[i] = second
    return found


def _unexplained(paragraph: Paragraph, reading: Reading) -> bool:
    """Whether a certain joint of letters stands off the lines."""
    taken = {b.at for b in reading.breaks if b.fit in ("exact", "hidden")}
    return any(p.score >= CERTAIN and p.kind == "word" and p.at not in taken for p in paragraph.strong)


def _find(paragraphs: Sequence[Paragraph], outlet: str | None) -> list[Wrapped] | None:
    least = certain_from(paragraphs[0].known.code) if paragraphs else CERTAIN
    certain = [[p for p in paragraph.strong if p.score >= least] for paragraph in paragraphs]
    votes = _votes(certain)
    if max(votes) < 2:
        return None
    wraps = [_wrap(certain, width, outlet) for width in _candidates(votes)]
    total, wrap, readings = _best(paragraphs, wraps)
    if not _credible(total, readings, sum(map(len, certain)), least):
        return None
    if paragraphs[0].known.code != "en" and not _filled(paragraphs, readings, wrap.width):
        return None
    partly = any(_is_sound(p, wrap.width) for p in paragraphs)
    patchy = _explained(readings, least) < MOSTLY * sum(map(len, certain))
    worst = UNTOUCHED if partly else ODD
    return [
        Wrapped(wrap, r, r.score < worst or (patchy and len(r.breaks) < 2), patchy)
        for r in (_with_gaps(paragraphs, wrap, readings, partly) if paragraphs[0].known.code == "en" else readings)
    ]


def _filled(paragraphs: Sequence[Paragraph], readings: Sequence[Reading], width: int) -> bool:
    """Whether the paragraphs with a line end have most of those they must have: odd words of sound text stand alone."""
    broken = [(p, r) for p, r in zip(paragraphs, readings, strict=True) if r.breaks]
    lines = sum(len(p.text) // width for p, _ in broken)
    return sum(b.fit == "exact" for _, r in broken for b in r.breaks) >= LEAST_FILLED * lines


def _explained(readings: Sequence[Reading], least: float) -> int:
    """How many certain joints are where lines must end."""
    return sum(b.fit == "exact" and b.score >= least for r in readings for b in r.breaks)


def _is_sound(paragraph: Paragraph, width: int) -> bool:
    """Whether a paragraph of several lines has no trace of a lost line end."""
    return len(paragraph.text) > 3 * width and not paragraph.strong


def _wrap(certain: Sequence[Sequence[Place]], width: int, outlet: str | None) -> Wrap:
    before = _before(certain, width)
    return Wrap(width, before, 4 if before == 3 else 0, outlet)


def _best(paragraphs: Sequence[Paragraph], wraps: Sequence[Wrap]) -> tuple[float, Wrap, list[Reading]]:
    """The likeliest of some wraps; those that fall far behind are dropped on the way."""
    totals = [0.0] * len(wraps)
    readings: list[dict[int, Reading]] = [{} for _ in wraps]
    racing = list(range(len(wraps)))
    for at in sorted(range(len(paragraphs)), key=lambda at: -len(paragraphs[at].strong)):  # the telling ones first
        for i in racing:
            reading = readings[i][at] = read(paragraphs[at], wraps[i])
            totals[i] += max(reading.score, UNTOUCHED)
        ahead = max(totals[i] for i in racing)
        racing = [i for i in racing if totals[i] >= ahead - HOPELESS]
    ahead = max(totals[i] for i in racing)
    first = next(i for i in racing if totals[i] >= ahead - AS_GOOD)
    return totals[first], wraps[first], [readings[first][at] for at in range(len(paragraphs))]


def _with_gaps(paragraphs: Sequence[Paragraph], wrap: Wrap, readings: list[Reading], partly: bool) -> list[Reading]:
    """The readings with gaps, if the document is likelier to have lost words than not.

    In a document that was wrapped only `partly`, a paragraph without any trace of a line end has lost none.
    """
    breaks = [b for r in readings for b in r.breaks]
    if any(_keeps_stop(p.text, b) for p, r in zip(paragraphs, readings, strict=True) for b in r.breaks):
        return readings  # whoever deleted the newlines did not take full stops with them
    tagged = any(b.fit == "hidden" for b in breaks)
    open_ = Wrap(wrap.width, wrap.before, wrap.after, wrap.outlet, GAP_AMONG_TAGS if tagged else GAP)
    again = [
        r if (partly and not p.strong) or _is_whole(p, r, wrap) or _is_table(p) else read(p, open_)
        for p, r in zip(paragraphs, readings, strict=True)
    ]
    last = _lost_ends(paragraphs, again, wrap)
    again = [Reading(r.score, (*r.breaks, last[i])) if i in last else r for i, r in enumerate(again)]
    gained = sum(a.score - r.score for a, r in zip(again, readings, strict=True)) + _LOST_END * len(last)
    lost = sum(b.fit == "gap" for r in again for b in r.breaks)
    kept = len(breaks) * log10(1 - _STOP_ENDS_LINE)
    odds = gained + log10(_LOSES_STOPS / (1 - _LOSES_STOPS)) - kept
    return again if odds > 0 and lost <= MOST_GAPS * (len(breaks) + lost) else readings


def _lost_ends(paragraphs: Sequence[Paragraph], readings: Sequence[Reading], wrap: Wrap) -> dict[int, Break]:
    """By paragraph: the gap at its end, where it has no full stop though all other long ones have, and its last line is full."""
    long = [i for i, p in enumerate(paragraphs) if len(p.text) > wrap.width and not p.goes_on]
    open_ = [i for i in long if not _STOPPED.search(paragraphs[i].text)]
    if not open_ or len(long) - len(open_) < max(_LEAST_STOPPED, _STOPPED_SHARE * len(open_)):
        return {}
    found = {}
    for i in open_:
        text, breaks = paragraphs[i].text, readings[i].breaks
        if not breaks or breaks[-1].fit != "exact" or not text[-1].isalnum() or _is_signature(paragraphs[i]):
            continue
        least = wrap.width - (len(text) - breaks[-1].at) - 1 - wrap.after
        if -wrap.after <= least + 1 and least <= LONGEST_LOST:
            found[i] = Break(len(text), 0.0, "gap", None, max(1, least), LONGEST_LOST)
    return found


def _is_signature(paragraph: Paragraph) -> bool:
    """Whether a paragraph's last words are too few for a sentence, or capitals: an agency's name behind its report."""
    last = len(paragraph.tokens) - 1
    return paragraph.tokens[-1].isupper() or paragraph.sentence(last)[0] < _LEAST_SENTENCE


def _is_table(paragraph: Paragraph) -> bool:
    """Whether a paragraph is rather rows of figures than sentences."""
    numbers = sum(any(map(str.isdigit, token)) for token in paragraph.tokens)
    return numbers > _MOST_NUMBERS * len(paragraph.tokens)


def _keeps_stop(text: str, found: Break) -> bool:
    """Whether `word.⏎Word` is glued here: a full stop and a letter behind it."""
    glued = found.fit == "exact" and found.place is not None and found.place.kind == "stop"
    return glued and text[found.at - 1] == "." and text[found.at].isalpha()


def _is_whole(paragraph: Paragraph, reading: Reading, wrap: Wrap) -> bool:
    """Whether every line of a paragraph ends where it must, at a joint that words speak for."""
    last = reading.breaks[-1].at if reading.breaks else -wrap.before
    return len(paragraph.text) + wrap.after - last <= wrap.width and all(
        b.fit == "exact" and b.score > 0 for b in reading.breaks
    )


def _votes(certain: Sequence[Sequence[Place]]) -> list[float]:
    """For each width from 0 to WIDEST, how many neighbouring certain joints lie one such line apart."""
    steps = [0.0] * (WIDEST + 2)
    for places in certain:
        for left, right in pairwise(places):
            _vote(steps, right.at - left.at, right.end - left.at, 1.0)
        if places:
            _vote(steps, places[0].at, places[0].end + 3, 0.5)
    return list(accumulate(steps))[: WIDEST + 1]


def _vote(steps: list[float], low: int, high: int, weight: float) -> None:
    """A vote for each width from `low` to `high`: the running sum goes up at one and down behind the other."""
    low, high = max(low, NARROWEST), min(high, WIDEST)
    if low <= high:
        steps[low] += weight
        steps[high + 1] -= weight


def _candidates(votes: Sequence[float]) -> list[int]:
    """The widths with the most votes, the likelier ones first; never more than MOST_CANDIDATES."""
    top = max(votes)
    near = [w for w, v in enumerate(votes) if v >= top - max(NEARLY, NEARLY_SHARE * top) and w >= NARROWEST]
    best = sorted(near, key=lambda w: -votes[w])[:MOST_CANDIDATES]
    return sorted(best, key=lambda w: (w != TIDY_WIDTH, w + 1 not in COMMON_WIDTHS, w not in COMMON_WIDTHS, -w))


def _before(certain: Sequence[Sequence[Place]], width: int) -> int:
    """The columns of tags before each paragraph's first word: `<p>` (3) or nothing."""
    fits = [sum(1 for p in certain if p and p[0].at + n <= width <= p[0].end + n) for n in (3, 0)]
    return 3 if fits[0] >= fits[1] else 0


def _credible(total: float, readings: Sequence[Reading], certain: int, least: float) -> bool:
    """Whether the line ends found are more than an accident: enough of them, and of the joints that are certain."""
    breaks = [b for r in readings for b in r.breaks]
    on_letters = sum(
        1 for b in breaks if b.fit in ("exact", "hidden") and b.place is not None and b.place.kind == "word"
    )
    exact = sum(1 for b in breaks if b.fit == "exact" and b.score > 0)
    stray = sum(1 for b in breaks if b.fit == "reset")
    return (
        total > LEAST_SCORE
        and on_letters >= LEAST_BREAKS
        and exact >= max(LEAST_BREAKS, stray)
        and _explained(readings, least) >= LEAST_EXPLAINED * certain
    )
