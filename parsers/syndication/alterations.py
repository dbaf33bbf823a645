"""What a copy changed against its original: figures, units, dates, names, negations, quotations, passages.

The two texts are laid side by side, letter by letter, so that lost spaces and other marks make no difference. Where they
differ, the words of both are aligned, and what was extracted there (quantities, times, mentions) says what the change
means: 5 for "five" is none, 3.1 miles for 5 km is a conversion, 12 for 21 is another figure. A change that stands between
no equal words on either side is another sentence, and is left out: it proves nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal, NamedTuple

import numpy as np

from parsers.syndication.figure_changes import ROUNDING, Figure, FigureChange, compared, two_tons
from parsers.syndication.quote_spans import one_quotation, quote_at, quotes_in
from parsers.syndication.reuse import Lettered
from parsers.syndication.slots import AKIN, SideBySide, side_by_side
from parsers.syndication.word_changes import PASSAGE_LETTERS, WORD, Change, Span, Word, changes, folded

AlterationKind = FigureChange | Literal["date", "name", "negation", "quotation", "dropped", "added", "headline"]

PASSAGE = 8
"""Words of a stretch, at least, that has nothing in its place in the other text: a passage dropped or added."""
HEAD, SENTENCE = 90, 4
"""Characters at the head of a text in which outlets print their credit, place and day; and words in small letters with which its
first sentence has begun."""


class Day(NamedTuple):
    """A date in a text: its span and its TIMEX3 value."""

    start: int
    end: int
    value: str


class Name(NamedTuple):
    """A mention: its span, what it is the name of, and its kind."""

    start: int
    end: int
    entity_id: str
    entity_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A text ready for comparison, with what was found in it, each in the order of the text."""

    text: Lettered
    headline: str | None
    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    names: tuple[Name, ...]
    outlets: frozenset[str] = frozenset()
    """Who printed it and whom it credits: names that a reprint exchanges as it should."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """A difference of a copy from its original: the words of both and their spans, and for figures what they amount to.

    `before` and `of_start_char:of_end_char` are the original's (None for what was added), `after` and
    `start_char:end_char` the copy's (None for what was dropped).
    """

    kind: AlterationKind
    before: str | None
    after: str | None
    of_start_char: int | None
    of_end_char: int | None
    start_char: int | None
    end_char: int | None
    before_value: float | None = None
    before_unit: str | None = None
    after_value: float | None = None
    after_unit: str | None = None


def alterations(copy: Version, original: Version) -> tuple[Alteration, ...]:
    """What the copy changed, in the order of the copy."""
    if np.array_equal(copy.text.codes, original.text.codes):
        return _headline(copy, original)
    laid = side_by_side(copy.text, original.text)
    found: dict[Alteration, None] = {}
    found.update(dict.fromkeys(_passages(laid, copy, original)))
    for change in changes(laid, _Matters(copy, original)):
        found.update(dict.fromkeys(_read(change, copy, original)))
    return (*sorted(found, key=_place), *_headline(copy, original))


BALANCED, BRIEF = 16, 160
"""Characters by which two stretches differ in length, less, and that both have, less, so that no passage is in one alone."""


class _Matters:
    """Whether an alteration can be in a stretch: figures, dates or names on both sides, a negation, a passage, quotations."""

    def __init__(self, copy: Version, original: Version) -> None:
        self.copy, self.original = copy, original
        pairs = ((copy.figures, original.figures), (copy.days, original.days), (copy.names, original.names))
        self.found = [(some, others) for some, others in pairs if some and others]

    def __call__(self, after: Span, before: Span) -> bool:
        length, of_length = after[1] - after[0], before[1] - before[0]
        return (
            max(length, of_length) >= BRIEF
            or abs(length - of_length) >= BALANCED
            or any(_touches(some, after) and _touches(others, before) for some, others in self.found)
            or (quotes_in(self.copy.text.text, after) and quotes_in(self.original.text.text, before))
            or _NEGATION.search(self.copy.text.text, *after) is not None
            or _NEGATION.search(self.original.text.text, *before) is not None
        )


def _touches(found: Sequence[Figure] | Sequence[Day] | Sequence[Name], span: Span) -> bool:
    """Whether something that was found shares a character with a stretch."""
    first = bisect_left(found, span[0] - LONGEST_FOUND, key=_begin)
    return any(each.end > span[0] for each in found[first : bisect_left(found, span[1], first, key=_begin)])


_begin = attrgetter("start")

LONGEST_FOUND = 200
"""Characters that a figure, date or name has at most."""


def _place(alteration: Alteration) -> tuple[int, int]:
    return (alteration.of_start_char or alteration.start_char or 0, alteration.start_char or 0)


def _passages(laid: SideBySide, copy: Version, original: Version) -> Iterator[Alteration]:
    """Whole passages that only one of the texts has."""
    for a, b in laid.gaps:
        if a[0] == a[1] and b[1] - b[0] >= PASSAGE_LETTERS:
            yield _alteration("dropped", copy, original, _between(laid.other, b), None)
        if b[0] == b[1] and a[1] - a[0] >= PASSAGE_LETTERS:
            yield _alteration("added", copy, original, None, _between(laid.one, a))


def _between(text: Lettered, gap: tuple[int, int]) -> Span:
    return int(text.offsets[gap[0]]), int(text.offsets[gap[1] - 1]) + 1


# ---------------------------------------------------------------- what a difference means


def _read(change: Change, copy: Version, original: Version) -> Iterator[Alteration]:
    """The alterations in a difference."""
    if len(change.before) >= PASSAGE and not change.after:
        yield _whole("dropped", change, copy, original)
        return
    if len(change.after) >= PASSAGE and not change.before:
        yield _whole("added", change, copy, original)
        return
    if not change.held:
        return
    quoted = _quotation(change, copy, original)
    if quoted is not None:
        yield quoted
    for kind in (_figures, _days, _names, _negation):
        yield from kind(change, copy, original)


def _whole(kind: AlterationKind, change: Change, copy: Version, original: Version) -> Alteration:
    return _alteration(kind, copy, original, _span(change.before), _span(change.after))


def _span(words: Sequence[Word]) -> Span | None:
    return (words[0].start, words[-1].end) if words else None


def _alteration(
    kind: AlterationKind, copy: Version, original: Version, before: Span | None, after: Span | None
) -> Alteration:
    return Alteration(
        kind=kind,
        before=original.text.text[slice(*before)] if before else None,
        after=copy.text.text[slice(*after)] if after else None,
        of_start_char=before[0] if before else None,
        of_end_char=before[1] if before else None,
        start_char=after[0] if after else None,
        end_char=after[1] if after else None,
    )


def _figures(change: Change, copy: Version, original: Version) -> Iterator[Alteration]:
    """Figures in each other's place that do not say the same; as many on either side."""
    some, others = _touched(original.figures, change.before), _touched(copy.figures, change.after)
    if not change.before or not change.after or len(some) != len(others):
        return
    for one, other in zip(some, others, strict=True):
        kind = compared(one, other)
        if kind is not None:
            said = _alteration(kind, copy, original, (one.start, one.end), (other.start, other.end))
            if kind in ("figure", "rounding") and two_tons(said.before or "", said.after or "", one, other):
                said = replace(said, kind="conversion")
            yield Alteration(
                **{
                    **{name: getattr(said, name) for name in said.__slots__},
                    "before_value": one.value,
                    "before_unit": one.unit,
                    "after_value": other.value,
                    "after_unit": other.unit,
                }
            )


def _touched(figures: Sequence[Figure], words: Sequence[Word]) -> list[Figure]:
    """The figures that share a character with some words."""
    span = _span(words)
    return [f for f in figures if span and f.start < span[1] and f.end > span[0]]


_DATE = re.compile(r"\d{4}(-|$)|XXXX-\d\d")


def _days(change: Change, copy: Version, original: Version) -> Iterator[Alteration]:
    """Dates in each other's place that name different times; a vaguer one is none, nor is the day of the dateline."""
    before, after = _span(change.before), _span(change.after)
    if before is None or after is None or _in_head(original, before) or _in_head(copy, after):
        return
    some = [d for d in original.days if d.start < before[1] and d.end > before[0]]
    others = [d for d in copy.days if d.start < after[1] and d.end > after[0]]
    if len(some) != len(others):
        return
    for one, other in zip(some, others, strict=True):
        if not (_DATE.match(one.value) and _DATE.match(other.value)):
            continue
        if one.value != other.value and len(one.value) == len(other.value):
            said = _alteration("date", copy, original, (one.start, one.end), (other.start, other.end))
            printed, instead = _explicit(said.before or ""), _explicit(said.after or "")
            if printed and instead and printed != instead:
                yield said


def _in_head(version: Version, span: Span) -> bool:
    """Whether a stretch is in the credit, place or day that an outlet prints before the first sentence."""
    return span[0] < HEAD and len(_SMALL.findall(version.text.text, 0, span[0])) < SENTENCE


_SMALL = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]+")


def _explicit(date: str) -> frozenset[str]:
    """The numbers, months and weekdays that a date is printed with: `last year` has none."""
    words = [w[:3] if w[:3] in _CALENDAR else w for w in map(folded, WORD.findall(date))]
    return frozenset(w for w in words if w in _CALENDAR or w[0].isdecimal())


_CALENDAR = frozenset("jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split())


def _names(change: Change, copy: Version, original: Version) -> Iterator[Alteration]:
    """Names in each other's place that are not two spellings or a longer and a shorter form of one."""
    before, after = _span(change.before), _span(change.after)
    if before is None or after is None or _in_head(original, before) or _in_head(copy, after):
        return
    some = [m for m in original.names if before[0] <= m.start and m.end <= before[1]]
    others = [m for m in copy.names if after[0] <= m.start and m.end <= after[1]]
    if len(some) != len(others):
        return
    for one, other in zip(some, others, strict=True):
        alone = _fills(one, change.before) and _fills(other, change.after)
        if alone and one.entity_id != other.entity_id and one.entity_type == other.entity_type:
            said = _alteration("name", copy, original, (one.start, one.end), (other.start, other.end))
            if (
                said.after not in copy.outlets
                and said.before not in original.outlets
                and _other(said.before or "", said.after or "")
            ):
                yield said


def _fills(name: Name, words: Sequence[Word]) -> bool:
    """Whether a name is all that some words say, but for one of them."""
    return sum(not (name.start <= w.start and w.end <= name.end) for w in words) <= 1


def _other(one: str, other: str) -> bool:
    """Whether no word of one name begins as a word of the other, and neither is the other's initials."""
    plain, other_plain = (re.sub(r"[\W_]", "", name).casefold() for name in (one, other))
    if plain in other_plain or other_plain in plain:
        return False
    some, others = ([folded(w) for w in WORD.findall(name)] for name in (one, other))
    if _initials(some) in ("".join(others), *others) or _initials(others) in ("".join(some), *some):
        return False
    return not any(a[:AKIN] == b[:AKIN] for a in some for b in others)


def _initials(words: Sequence[str]) -> str:
    return "".join(w[0] for w in words if w) if len(words) > 1 else "\0"


_NOT = frozenset(("not", "no", "never", "without", "neither", "nor", "nobody", "nothing", "cannot"))


def _negation(change: Change, copy: Version, original: Version) -> Iterator[Alteration]:
    """A negation that is in one of the texts only, with the same words beside it: `did not rise`, `rose`."""
    before, after = (sum(_negates(w.folded) for w in side) for side in (change.before, change.after))
    if before % 2 == after % 2 or any(w.folded == "only" for w in (*change.before, *change.after)):
        return
    some, others = ([w.folded[:STEM] for w in side if _says(w.folded)] for side in (change.before, change.after))
    if some == others:
        before_span = _span(change.before) or (change.of_at, change.of_at)
        yield _alteration("negation", copy, original, before_span, _span(change.after) or (change.at, change.at))


STEM = 3
"""Letters by which two forms of a verb are one."""
_AUXILIARIES = frozenset("do does did is are was were be been will would shall should can could may might must have has had to any a an".split())  # fmt: skip


_NEGATION = re.compile(rf"\b(?:{'|'.join(sorted(_NOT))})\b|n['’]t\b", re.IGNORECASE)


def _says(word: str) -> bool:
    return word not in _AUXILIARIES and not _negates(word)


def _negates(word: str) -> bool:
    return word in _NOT or word.endswith("n't")


def _quotation(change: Change, copy: Version, original: Version) -> Alteration | None:
    """A quotation of which words were cut, added or exchanged. Where it was dropped or paraphrased, there is none."""
    of_at, at = (change.before or change.after)[0].start if change.before else change.of_at, change.at
    one = quote_at(original.text.text, of_at)
    other = quote_at(copy.text.text, at)
    if (
        one is None
        or other is None
        or not one_quotation(original.text.text[slice(*one)], copy.text.text[slice(*other)])
    ):
        return None
    return _alteration("quotation", copy, original, one, other)


# ---------------------------------------------------------------- the headline

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w.,]*\d)")


def _headline(copy: Version, original: Version) -> tuple[Alteration, ...]:
    """Numbers in a copy's headline that neither text nor the original's headline prints."""
    if not copy.headline or copy.headline == original.headline or not _NUMBER.search(copy.headline):
        return ()
    known = _numbers(original.headline or "") | _numbers(copy.text.text) | _numbers(original.text.text)
    values = [f.value for f in (*copy.figures, *original.figures)]
    return tuple(
        Alteration(
            kind="headline", before=None, after=m.group(), of_start_char=None, of_end_char=None, start_char=None, end_char=None
        )
        for m in _NUMBER.finditer(copy.headline)
        if _plain(m.group()) not in known and not any(_said(_plain(m.group()), value) for value in values)
    )  # fmt: skip


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_plain(m.group()) for m in _NUMBER.finditer(text))


def _plain(number: str) -> str:
    return number.replace(",", "").lstrip("0") or "0"


def _said(number: str, value: float) -> bool:
    """Whether a number may be a figure in thousands, millions, hundredths …, rounded."""
    try:
        said = float(number)
    except ValueError:
        return True  # 1.2.3 is no figure
    scale: Callable[[int], float] = lambda n: abs(value) / 10.0**n  # noqa: E731
    return any(abs(said - scale(n)) <= ROUNDING * max(said, 1e-9) for n in (-2, 0, 2, 3, 5, 6, 7, 9, 12))
