"""The blocks of a body in reading order: paragraphs, headings, lists, captions, notices; interviews re-paired."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsers import interviews
from parsers.alignment import Alignment
from parsers.blocks import BLOCK, LINE
from parsers.interviews import Turn
from parsers.model import BlockKind, Copy, Fields, MarkKind, Passage, PassageKind, Repair
from parsers.record import changed

_ITEM = re.compile(r"(?:[-*•▪◦·–—]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)(?=\S)")
_STOPPED = re.compile(r"[.!?…:;,][\"”’')\]]*\Z")
_HEADING_START = re.compile(r"[\"“‘'(]?[A-Z0-9À-ÖØ-ÞА-ЯƏİŞÇĞÜÖ]")
_NO_HEADING = re.compile(r"\ABy\s|\A[\d\W]+\Z|https?://|@|\A\w+ \d{1,2},? \d{4}\Z")
_CREDIT = re.compile(r"\s*\(?(?:photo|image|picture|credit|courtesy|source)\b", re.IGNORECASE)
_LONGEST_HEADING, _HEADING_WORDS, _NEXT_LONGER = 90, 14, 1.5
_MARKED_SHARE = 0.6
"""A mark of that share of a block gives the block its kind."""

_LOOKED_BACK = 4
"""Areas may lie in one another, but not deep."""

_BY_MARK: Mapping[MarkKind, PassageKind] = {
    "headline": "heading",
    "byline": "byline",
    "reprint_notice": "reprint_notice",
    "editor_note": "editor_note",
    "caption": "caption",
}
_BY_BLOCK: Mapping[BlockKind, PassageKind] = {
    "heading": "heading",
    "list_item": "list_item",
    "caption": "caption",
    "quote": "quote",
    "table": "table",
    "code": "code",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The passages of a body, and the `reorder` rows of those that were not printed where they are read."""

    passages: tuple[Passage, ...]
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class _Area:
    """A stretch of the body that something said the kind of."""

    kind: PassageKind
    start: int
    end: int


def divide(
    body: str, repairs: tuple[Repair, ...], copy: Copy, fields: Fields, across: Alignment | None = None
) -> Layout:
    """The passages of a body in reading order. The body itself stays in printed order.

    `across` is the alignment of the repairs, if it is at hand.
    """
    across = across or Alignment.of(repairs)
    marked, blocked = _Areas(_marked(across, fields)), _Areas(_blocked(across, copy))
    spans = interviews.split(body, list(_spans(body)))
    credits = [r for r in repairs if r.kind == "residue" and _CREDIT.match(r.before)]
    kinds = [_kind(body, spans, i, marked, blocked, credits) for i in range(len(spans))]
    turns = _turns(body, spans, kinds) if interviews.may_be(body) else ()
    if not turns:
        passages = tuple(
            [
                Passage(ordinal=i, kind=k, start_char=a, end_char=b)
                for i, ((a, b), k) in enumerate(zip(spans, kinds, strict=True))
            ]
        )
        return Layout(passages=_told(passages, across, copy))
    return _in_reading_order(spans, kinds, turns, across, copy)


def _told(passages: tuple[Passage, ...], across: Alignment, copy: Copy) -> tuple[Passage, ...]:
    """The passages of a live blog with the times and authors of their updates; of a transcript with their speakers."""
    told = [b for b in copy.blocks if b.time is not None or b.speaker]
    if not told:
        return passages
    starts = {across.to_body(b.raw_start): b for b in told}
    return tuple(
        changed(p, time=of.time, author=of.author, speaker=of.speaker) if (of := starts.get(p.start_char)) else p
        for p in passages
    )


def _spans(body: str) -> Iterator[tuple[int, int]]:
    """The blocks; a block whose every line is a list item falls into its items."""
    for block in BLOCK.finditer(body):
        text = block.group()
        lines = list(LINE.finditer(body, *block.span())) if "\n" in text else []
        if len(lines) > 1 and all(_ITEM.match(line.group()) for line in lines):
            yield from (_trimmed(line) for line in lines)
        else:
            yield block.start(), block.start() + len(text.rstrip())


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.start() + len(match.group().rstrip())


def _marked(across: Alignment, fields: Fields) -> list[_Area]:
    return [
        _Area(_BY_MARK[m.kind], across.to_body(m.raw_start), across.to_body(m.raw_end))
        for m in fields.marks
        if m.kind in _BY_MARK
    ]


def _blocked(across: Alignment, copy: Copy) -> list[_Area]:
    return [
        _Area(_BY_BLOCK.get(b.kind, "paragraph"), across.to_body(b.raw_start), across.to_body(b.raw_end))
        for b in copy.blocks
    ]


class _Areas:
    """Areas by place; of those that cover most of a block the first says its kind."""

    def __init__(self, areas: Iterable[_Area]) -> None:
        self._areas = sorted(areas, key=lambda a: (a.start, a.end))
        self._starts = [a.start for a in self._areas]

    def __bool__(self) -> bool:
        return bool(self._areas)

    def covering(self, start: int, end: int) -> PassageKind | None:
        """The kind of the area that covers at least the marked share of start:end, if any."""
        for i in range(max(0, bisect_right(self._starts, start) - _LOOKED_BACK), bisect_left(self._starts, end)):
            area = self._areas[i]
            if min(end, area.end) - max(start, area.start) >= _MARKED_SHARE * (end - start):
                return area.kind
        return None


def _kind(
    body: str,
    spans: Sequence[tuple[int, int]],
    i: int,
    marked: _Areas,
    blocked: _Areas,
    credits: Sequence[Repair],
) -> PassageKind:
    start, end = spans[i]
    said = marked.covering(start, end) if marked else None
    if said is None and blocked:
        said = blocked.covering(start, end)
    if said is not None:
        return said
    text = body[start:end]
    if _ITEM.match(text):
        return "list_item"
    if not blocked and _is_short(text) and _is_heading(text, body[slice(*spans[i + 1])] if i + 1 < len(spans) else ""):
        return "caption" if _lost_credit(end, credits) else "heading"
    return "paragraph"


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and "\n" not in text and 1 < len(text.split()) <= _HEADING_WORDS


def _is_heading(text: str, following: str) -> bool:
    """A line without a final stop before a longer block that has one."""
    if _STOPPED.search(text) or _NO_HEADING.search(text) or not _HEADING_START.match(text):
        return False
    return len(following) > _NEXT_LONGER * len(text) and bool(_STOPPED.search(following.split("\n")[0]))


def _lost_credit(end: int, credits: Sequence[Repair]) -> bool:
    """Whether a photo credit was cut right behind a block."""
    return any(abs(r.start_char - end) <= 1 for r in credits)


# ------------------------------------------------------------------------------------------------------- interviews


def _turns(body: str, spans: Sequence[tuple[int, int]], kinds: Sequence[PassageKind]) -> tuple[Turn, ...]:
    blocks = [
        interviews.Block(a, b, body[a:b], kind == "paragraph", kind in ("heading", "list_item"))
        for (a, b), kind in zip(spans, kinds, strict=True)
    ]
    return interviews.turns(body, blocks)


def _in_reading_order(
    spans: Sequence[tuple[int, int]],
    kinds: Sequence[PassageKind],
    turns: Sequence[Turn],
    across: Alignment,
    copy: Copy,
) -> Layout:
    order = interviews.reading_order(len(spans), turns)
    rank = {block: ordinal for ordinal, block in enumerate(order)}
    turn_of = {block: turn for turn in turns for block in turn.blocks}
    passages = []
    for ordinal, block in enumerate(order):
        start, end = spans[block]
        turn = turn_of.get(block)
        if turn is None:
            passages.append(Passage(ordinal=ordinal, kind=kinds[block], start_char=start, end_char=end))
            continue
        skip = turn.label_length if block == turn.blocks[0] else 0
        passages.append(
            Passage(
                ordinal=ordinal, kind=turn.kind, start_char=start + skip, end_char=end, speaker=turn.speaker,
                answers=None if turn.answers is None else rank[turn.answers],
            )
        )  # fmt: skip
    moved = [passages[rank[b]] for b in range(len(spans)) if rank[b] != b]
    return Layout(passages=tuple(passages), repairs=tuple(_reorder(p, across, copy) for p in moved))


def _reorder(passage: Passage, across: Alignment, copy: Copy) -> Repair:
    start, end = across.span_to_raw(passage.start_char, passage.end_char)
    printed = copy.text[start:end]
    return Repair(
        kind="reorder", raw_start=start, raw_end=end, before=printed, after=printed, start_char=passage.start_char,
        score=1.0, rule="interview",
    )  # fmt: skip
