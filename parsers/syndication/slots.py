"""Names in their places: what tells two notices that share a template without figures from two copies of one notice.

Two texts are laid side by side, letter by letter. Where both go on alike before and after a short gap, and the gap holds
names on either side but other ones, they conflict, as the price of the next day conflicts in a notice with figures. A
broker's rating of one company is no copy of its rating of another, nor one police appeal of the next; an edited copy cuts,
adds and rewords, but it does not exchange the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from parsers.syndication.letters import is_digit
from parsers.syndication.reuse import Lettered, Seed, seeds

LONGEST = 120
"""Letters of a gap, on either side, that is looked at word by word; a longer one is other prose."""
WORDS = 6
"""Words that a slot of a template holds at most."""
AKIN = 4
"""Names that begin with so many equal letters are one, spelled otherwise or glued to the next word."""
CONFLICTS = 2
"""So many names exchanged make another issue of a template, when ..."""
CONFLICT_SHARE = 0.5
"""... more than this share of all names that can be compared are others, or ..."""
ALL_BUT, LEAST_SHARE = 0.6, 0.25
"""... when the exchanged names are this much of all that differs, figures left out, and at least this share of the names."""
FEW = 6
"""Letters that may differ in two issues of a notice beside names and figures: the ending of a word."""
OPENING = 30
"""Letters at the start that a dateline may take: its day is not that of the notice."""

_WORD = re.compile(r"[^\W_][\w&'’-]*")
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun".split()
)
"""Editors and time zones move dates; what they prove is left to the figures beside them."""
_SENTENCE_END = '.!?:;"“”\n•-–—('
"""A word after one of these begins with a capital whatever it is."""
_CREDITED = (":", ";", "|", "/", ")", "]", "\n", "–", "—", "•", "*", " - ")
"""What parts an outlet's credit or a dateline from the sentence after it."""


Gap = tuple[int, int]
"""A stretch of letters that is not the same in the other text: start and end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two texts with the stretches that are equal in both, in order, and what lies between them in either text."""

    one: Lettered
    other: Lettered
    runs: tuple[Seed, ...]
    gaps: tuple[tuple[Gap, Gap], ...]


def side_by_side(one: Lettered, other: Lettered) -> SideBySide:
    """Lay two texts side by side."""
    runs = _chain(seeds(one, other))
    gaps = tuple(_gaps(runs, len(one.codes), len(other.codes)))
    return SideBySide(one=one, other=other, runs=tuple(runs), gaps=gaps)


def other_names(laid: SideBySide) -> bool:
    """Whether so many names are others in their places that the texts are two issues of a template."""
    slots, same = _slots(laid)
    exchanged = [slot for slot in slots if _exchanged(slot)]
    distinct = _distinct(exchanged)
    if len(distinct) < CONFLICTS:
        return False
    others = {w for slot in distinct for w in _names(slot.some)}
    kept = [*same, *(_words(laid.one, (run.start, run.end)) for run in laid.runs)]
    agreements = len({names for part in kept for names in _runs_of_names(part) if not names & others})
    share = len(distinct) / (len(distinct) + agreements)
    mostly = sum(slot.letters for slot in exchanged) >= ALL_BUT * reworded(laid)
    return share > CONFLICT_SHARE or (mostly and share > LEAST_SHARE)


def next_issue(laid: SideBySide) -> bool:
    """Whether two texts are the same but for names or figures in their places, one at least: two issues of a recurring notice.

    An edited copy can look like that, too: ask this only of texts that one outlet printed at different times.
    """
    slots, _ = _slots(laid)
    names = {w.folded for s in slots if _exchanged(s) for w in (*s.some, *s.others)}
    if not names and not any(_other_figure(laid, *gap) for gap in laid.gaps):
        return False
    exchanged = sum(s.letters for s in slots if all(w.folded in names for w in (*s.some, *s.others)))
    return reworded(laid) <= exchanged + FEW


def reworded(laid: SideBySide) -> int:
    """How many letters differ, figures left out."""
    return sum(_reworded(laid.one, laid.other, a, b) for a, b in laid.gaps)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, whether it looks like a name, and its letters without case."""

    folded: str
    name: bool


@dataclass(frozen=True, slots=True)
class _Slot:
    """Words of the one text in the place of words of the other."""

    some: tuple[_Word, ...]
    others: tuple[_Word, ...]

    @property
    def letters(self) -> int:
        """The letters of the longer side."""
        return max(sum(len(w.folded) for w in side) for side in (self.some, self.others))


def _other_figure(laid: SideBySide, a: Gap, b: Gap) -> bool:
    """Whether a gap behind the dateline has other digits on either side; more digits of one number are none."""
    some, others = _digits(laid.one, a), _digits(laid.other, b)
    known = a[0] >= OPENING and b[0] >= OPENING and some and others
    return bool(known) and not some.startswith(others) and not others.startswith(some)


def _digits(text: Lettered, gap: Gap) -> str:
    codes = text.codes[gap[0] : gap[1]]
    return "".join(map(chr, codes[is_digit(codes)].tolist()))


def _chain(found: Sequence[Seed]) -> list[Seed]:
    """The longest equal stretches that follow each other in both texts."""
    kept: list[Seed] = []
    for seed in sorted(found, key=lambda s: (-s.equal, s.start, s.of_start)):
        if all(
            (seed.end <= k.start and seed.of_end <= k.of_start) or (seed.start >= k.end and seed.of_start >= k.of_end)
            for k in kept
        ):
            kept.append(seed)
    return sorted(kept, key=lambda s: s.start)


def _gaps(runs: Sequence[Seed], letters: int, of_letters: int) -> Iterator[tuple[Gap, Gap]]:
    """What lies between the runs in either text, before the first and after the last."""
    edge = (0, 0)
    for run in runs:
        yield (edge[0], run.start), (edge[1], run.of_start)
        edge = (run.end, run.of_end)
    yield (edge[0], letters), (edge[1], of_letters)


def _reworded(one: Lettered, other: Lettered, a: Gap, b: Gap) -> int:
    """Letters of a gap that differ on either side, figures left out."""
    some, others = _plain(one, a), _plain(other, b)
    shorter = min(len(some), len(others))
    before = next((i for i in range(shorter) if some[i] != others[i]), shorter)
    rest = shorter - before
    after = next((i for i in range(rest) if some[-1 - i] != others[-1 - i]), rest)
    return max(len(some), len(others)) - before - after


def _plain(text: Lettered, gap: Gap) -> list[int]:
    codes = text.codes[gap[0] : gap[1]]
    return list(codes[~is_digit(codes)].tolist())


def _capitals(text: Lettered, gap: Gap) -> bool:
    """Whether a stretch of letters has a capital somewhere, in the word that it begins in too."""
    start, end = int(text.offsets[gap[0]]), int(text.offsets[gap[1] - 1]) + 1
    part = text.text[max(0, start - AKIN) : end]
    return part != part.lower()


def _words(text: Lettered, gap: Gap, first: int = 0) -> tuple[_Word, ...]:
    """The words of a stretch of letters, with those that it cuts, from an offset in the text on."""
    start, end = int(text.offsets[gap[0]]), int(text.offsets[gap[1] - 1]) + 1
    while start > 0 and text.text[start - 1].isalnum():
        start -= 1
    while end < len(text.text) and text.text[end].isalnum():
        end += 1
    return tuple(_word(text.text, m) for m in _WORD.finditer(text.text, max(start, first), end))


def _word(text: str, match: re.Match[str]) -> _Word:
    """A capital that only begins a sentence does not make a name; the calendar has none."""
    word = match.group()
    if not word[0].isupper():
        return _Word(word.casefold(), False)
    folded = word.casefold().removesuffix("'s").removesuffix("’s")
    before = text[max(0, match.start() - 3) : match.start()].rstrip(" \u00a0")
    return _Word(folded, bool(before) and before[-1] not in _SENTENCE_END and folded not in _CALENDAR)


def _slots(laid: SideBySide) -> tuple[list[_Slot], list[tuple[_Word, ...]]]:
    """Words in each other's place in the gaps, and words in the gaps that are the same. What is before
    the first sentence and apart from it is left out: there outlets credit themselves."""
    slots: list[_Slot] = []
    same: list[tuple[_Word, ...]] = []
    for a, b in laid.gaps:
        if not (0 < a[1] - a[0] <= LONGEST and 0 < b[1] - b[0] <= LONGEST):
            continue
        if not (_capitals(laid.one, a) and _capitals(laid.other, b)):
            continue
        replaced, equal = _aligned(
            *(_words(text, gap, _credit(text, gap)) for text, gap in ((laid.one, a), (laid.other, b)))
        )
        slots += replaced
        same += equal
    return slots, same


def _credit(text: Lettered, gap: Gap) -> int:
    """Where the credit ends that a text may begin with: behind the last sign, in the first gap or right after it, that
    parts it from the sentence."""
    if gap[0]:
        return 0
    end = int(text.offsets[gap[1]]) if gap[1] < len(text.offsets) else len(text.text)
    return max(text.text.rfind(sign, 0, end) for sign in _CREDITED) + 1


def _aligned(some: tuple[_Word, ...], others: tuple[_Word, ...]) -> tuple[list[_Slot], list[tuple[_Word, ...]]]:
    """Words in each other's place, and words that are the same."""
    if {w.folded for w in some}.isdisjoint(w.folded for w in others):
        return [_Slot(some, others)] if some or others else [], []
    matcher = SequenceMatcher(None, [w.folded for w in some], [w.folded for w in others], autojunk=False)
    slots, same = [], []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            same.append(some[a:b])
        else:
            slots.append(_Slot(some[a:b], others[c:d]))
    return slots, same


def _names(words: Sequence[_Word]) -> frozenset[str]:
    return frozenset(w.folded for w in words if w.name)


def _runs_of_names(words: Sequence[_Word]) -> Iterator[frozenset[str]]:
    """Names that are in a row are one."""
    for name, group in groupby(words, key=lambda w: w.name):
        if name:
            yield frozenset(w.folded for w in group)


def _exchanged(slot: _Slot) -> bool:
    """Whether both sides hold names, and none of the one is one of the other, spelled otherwise perhaps."""
    some, others = _names(slot.some), _names(slot.others)
    return (
        max(len(slot.some), len(slot.others)) <= WORDS
        and bool(some and others)
        and not any(a == b or (a[:AKIN] == b[:AKIN] and min(len(a), len(b)) >= AKIN) for a in some for b in others)
    )


def _distinct(slots: Sequence[_Slot]) -> list[_Slot]:
    """Each exchange once, however often the names return."""
    kept: list[_Slot] = []
    for slot in slots:
        if not any(_names(slot.some) & _names(k.some) or _names(slot.others) & _names(k.others) for k in kept):
            kept.append(slot)
    return kept
