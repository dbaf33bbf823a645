"""Passages that one text borrows from another, word for word or lightly edited.

Seed and extend, as passim (Smith et al. 2014, "Detecting and modeling local text reuse") does with words, but over
letters alone, so that words run together or hyphenated at a wrap are found too: stretches of sixteen equal letters are
seeds, seeds in a row are joined over small edits, and what is long enough is a borrowed passage.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from parsers.syndication.letters import Codes, Offsets, letters
from parsers.syndication.shingles import SHINGLE, Hashes, sampled, shingle_hashes

WORDS = 8
"""A passage of fewer words is a coincidence, or a name with its titles."""
LETTERS = 36
"""Letters that must be equal in a passage."""
STRETCH = 28
"""Letters of the longest stretch without an edit: five or six words that two writers seldom hit on by chance."""
PLAIN = 0.5
"""Share of a passage's words that do not begin with a capital: names with their titles are the same everywhere."""
EDIT = 36
"""Letters that an edit between two seeds may replace, on either side."""
EQUAL = 0.6
"""Share of a passage's letters that must be equal."""
LETTERS_A_WORD = 7
"""What counts as a word where words are run together."""

OCCURRENCES = 4
"""How often a stretch may are in the earlier text; further occurrences are left out."""
CELLS = 1 << 14
"""Cells of the table in which equal stretches are looked for, about ten for each letter of an article."""
EDGE = " \t\n\u00a0.,;:!?)-–—"
"""What does not belong to a passage at its edges."""
LOOK_BACK = 8
"""How many runs back a seed may belong to."""

Boilerplate = Callable[[Hashes], npt.NDArray[np.bool_]]
"""Tells which shingle hashes are boilerplate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettered:
    """A text with its letters, their offsets, the hash of every stretch of sixteen of them, and where the sampled ones are, by hash."""

    text: str
    codes: Codes
    offsets: Offsets
    hashes: Hashes
    sample: Offsets


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrowed:
    """A passage that is in both texts: offsets into each, and its length in words."""

    start_char: int
    end_char: int
    of_start_char: int
    of_end_char: int
    words: int


class Seed(NamedTuple):
    """Equal letters `[start:end]` in the one text and `[of_start:of_end]` in the other: how many, and most in a row."""

    start: int
    end: int
    of_start: int
    of_end: int
    equal: int
    longest: int


def lettered(text: str) -> Lettered:
    """Prepare a text for comparison."""
    codes, offsets = letters(text)
    hashes = shingle_hashes(codes)
    sample = sampled(hashes)
    return Lettered(text=text, codes=codes, offsets=offsets, hashes=hashes, sample=sample[np.argsort(hashes[sample])])


def passages(later: Lettered, earlier: Lettered, boilerplate: Boilerplate) -> tuple[Borrowed, ...]:
    """What the later text borrows from the earlier one, in the later text's order; boilerplate does not count."""
    if not _promising(later, earlier, boilerplate):
        return ()
    runs = [run for run in _joined(seeds(later, earlier)) if _solid(run) and not _common(later, run, boilerplate)]
    found = (_borrowed(later, earlier, run) for run in _apart(runs))
    return tuple(b for b in found if b.words >= WORDS and _is_plain(later.text[b.start_char : b.end_char]))


def _promising(later: Lettered, earlier: Lettered, boilerplate: Boilerplate) -> bool:
    """Whether a long enough stretch is equal around some sampled shingle; spares most pairs the full comparison."""
    some, others = later.hashes[later.sample], earlier.hashes[earlier.sample]
    if not len(others):
        return False
    place = np.minimum(np.searchsorted(others, some), len(others) - 1)
    equal = np.flatnonzero(others[place] == some)
    equal = equal[~boilerplate(some[equal])]
    at, of = later.sample[equal], earlier.sample[place[equal]]
    return bool(len(at)) and int(_stretches(later.codes, earlier.codes, at, of).max()) >= STRETCH


_AROUND = np.arange(-STRETCH, STRETCH + 1)


def _stretches(some: Codes, others: Codes, at: Offsets, of: Offsets) -> Offsets:
    """Equal letters around shared shingles, counted up to the length that matters on either side."""
    here, there = at[:, None] + _AROUND, of[:, None] + _AROUND
    inside = (here >= 0) & (here < len(some)) & (there >= 0) & (there < len(others))
    equal = inside & (some.take(here, mode="clip") == others.take(there, mode="clip"))
    equal[:, [0, -1]] = False
    before, after = equal[:, STRETCH - 1 :: -1], equal[:, STRETCH:]
    return np.asarray(before.argmin(axis=1) + after.argmin(axis=1))


def _solid(run: Seed) -> bool:
    return run.equal >= LETTERS and run.longest >= STRETCH and run.equal >= EQUAL * (run.end - run.start)


def _is_plain(passage: str) -> bool:
    words = passage.split()
    return passage.isupper() or sum(not word[0].isupper() for word in words) >= PLAIN * len(words)


def seeds(later: Lettered, earlier: Lettered) -> list[Seed]:
    """Maximal stretches of equal letters, in the later text's order. Where a stretch occurs often, so do its runs."""
    at, of = _equal(later.hashes, earlier.hashes)
    if not len(at):
        return []
    order = np.lexsort((at, of - at))
    at, of = at[order], of[order]
    edges = ((at[1:] - at[:-1] != 1) | (of[1:] - of[:-1] != 1)).nonzero()[0]
    firsts, lasts = np.concatenate(([0], edges + 1)), np.concatenate((edges, [len(at) - 1]))
    in_order = np.lexsort((of[firsts], at[firsts]))
    firsts, lasts = firsts[in_order], lasts[in_order]
    spans = zip(at[firsts].tolist(), at[lasts].tolist(), of[firsts].tolist(), of[lasts].tolist(), strict=True)
    return [Seed(a, b + SHINGLE, c, d + SHINGLE, b - a + SHINGLE, b - a + SHINGLE) for a, b, c, d in spans]


_NOWHERE: Offsets = np.empty(0, dtype=np.int64)


def _equal(hashes: Hashes, others: Hashes) -> tuple[Offsets, Offsets]:
    """Where a hash of the one text and a hash of the other are equal: its place in either, up to OCCURRENCES in the other.

    The other's hashes are entered in a table by their low bits; what finds its cell taken (a stretch that occurs again,
    or a chance) is looked for by sorting, and there is little of it. Spares sorting whole texts.
    """
    if not len(others):
        return _NOWHERE, _NOWHERE
    places = np.arange(len(others) - 1, -1, -1, dtype=np.int32)
    cells = _cells(others)[::-1]
    table = np.zeros(CELLS, dtype=np.int32)
    table[cells] = places  # the first of equals is written last
    of = table[_cells(hashes)]
    at = (others[of] == hashes).nonzero()[0]
    of = of[at].astype(np.int64)
    left = places[table[cells] != places][::-1].astype(np.int64)
    if len(left):
        here, there = _equal_by_sorting(hashes, others, left)
        if len(here):
            return _first_of(np.concatenate((at, here)), np.concatenate((of, there)))
    return at, of


def _cells(hashes: Hashes) -> npt.NDArray[np.uint16]:
    return hashes.astype(np.uint16) & np.uint16(CELLS - 1)


def _first_of(at: Offsets, of: Offsets) -> tuple[Offsets, Offsets]:
    """Of each place the first places in the other text, OCCURRENCES at most."""
    if np.bincount(at).max() <= OCCURRENCES:
        return at, of
    order = np.lexsort((of, at))
    at, of = at[order], of[order]
    few = np.arange(len(at)) - at.searchsorted(at) < OCCURRENCES
    return at[few], of[few]


def _equal_by_sorting(hashes: Hashes, others: Hashes, some: Offsets) -> tuple[Offsets, Offsets]:
    """The same for some places in the other text, in order."""
    by_hash = some[np.argsort(others[some], kind="stable")]
    ordered = others[by_hash]
    table = np.zeros(CELLS, dtype=np.bool_)
    table[_cells(ordered)] = True
    likely = table[_cells(hashes)].nonzero()[0]
    first = ordered.searchsorted(hashes[likely])
    at, of = [], []
    for occurrence in range(OCCURRENCES):
        place = np.minimum(first + occurrence, len(ordered) - 1)
        hit = (ordered[place] == hashes[likely]) & (first + occurrence < len(ordered))
        at.append(likely[hit])
        of.append(by_hash[place[hit]])
        if not hit.any():
            break
    return np.concatenate(at), np.concatenate(of)


def _joined(found: list[Seed]) -> list[Seed]:
    """Seeds joined over small edits, each to the longest of the last few runs that it continues."""
    runs: list[Seed] = []
    for seed in found:
        start, of_start = seed.start, seed.of_start
        near = [
            i
            for i, held in enumerate(runs[-LOOK_BACK:], max(0, len(runs) - LOOK_BACK))
            if -SHINGLE < start - held.end <= EDIT and -SHINGLE < of_start - held.of_end <= EDIT
        ]
        if not near:
            runs.append(seed)
            continue
        i = max(near, key=lambda n: runs[n].equal)
        held = runs.pop(i)
        overlap = max(0, held.end - seed.start, held.of_end - seed.of_start)
        equal = held.equal + max(0, seed.equal - overlap)
        longest = max(held.longest, seed.longest)
        runs.append(Seed(held.start, max(held.end, seed.end), held.of_start, seed.of_end, equal, longest))
    return runs


def _apart(runs: list[Seed]) -> list[Seed]:
    """The longest runs that do not overlap in the later text, in its order."""
    kept: list[Seed] = []
    for run in sorted(runs, key=lambda r: (-r.equal, r.start, r.of_start)):
        if all(run.end <= k.start + SHINGLE or k.end <= run.start + SHINGLE for k in kept):
            kept.append(run)
    return sorted(kept, key=lambda r: r.start)


def _common(later: Lettered, run: Seed, boilerplate: Boilerplate) -> bool:
    """Whether most of a passage's sampled shingles are boilerplate."""
    hashes = later.hashes[run.start : run.end - SHINGLE + 1]
    hashes = hashes[sampled(hashes)]
    return bool(len(hashes)) and float(boilerplate(hashes).mean()) > 0.5


def _borrowed(later: Lettered, earlier: Lettered, run: Seed) -> Borrowed:
    start, end = _span(later, run.start, run.end)
    of_start, of_end = _span(earlier, run.of_start, run.of_end)
    words = max(len(later.text[start:end].split()), (run.end - run.start) // LETTERS_A_WORD)
    return Borrowed(start_char=start, end_char=end, of_start_char=of_start, of_end_char=of_end, words=words)


def _span(text: Lettered, start: int, end: int) -> tuple[int, int]:
    """Letters as a span of the text, without the words cut at its edges."""
    a, b = int(text.offsets[start]), int(text.offsets[end - 1]) + 1
    whole_a, whole_b = a, b
    while 0 < whole_a < b and text.text[whole_a - 1].isalnum() and text.text[whole_a].isalnum():
        whole_a += 1
    while whole_a < whole_b < len(text.text) and text.text[whole_b].isalnum() and text.text[whole_b - 1].isalnum():
        whole_b -= 1
    if whole_b - whole_a < (b - a) // 2:
        return a, b
    inside = text.text[whole_a:whole_b]
    return whole_a + len(inside) - len(inside.lstrip(EDGE)), whole_b - len(inside) + len(inside.rstrip(EDGE))
