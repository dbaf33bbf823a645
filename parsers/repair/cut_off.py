"""What is missing or out of order and cannot be mended: lines cut off at a width, columns read across."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from parsers.repair.edits import Note
from parsers.repair.wrap import NARROWEST

_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
_LEAST_LINES, _SHARE, _WIDEST = 3, 0.6, 400
"""So many lines, and so many of those longer than half of the longest, end at one column where lines were cut off."""
_LAST = re.compile(r"[^\W\d_]+\Z")
_FIRST = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?…:;][\"”’»')\]]*\Z")
_RARE = -6.0
_LEAST_COLUMNS, _LEAST_WORDS = 2, 6


def truncated(text: str, words: Mapping[str, float]) -> list[Note]:
    """The ends of the lines that were cut off at a width: most lines end at one column, some of them inside a word."""
    lines = [m for m in _LINE.finditer(text) if m.group().strip()]
    if len(lines) < _LEAST_LINES:
        return []
    width = max(len(m.group()) for m in lines)
    full = [m for m in lines if width - len(m.group().rstrip()) <= (m.group() != m.group().rstrip()) or len(m.group()) == width]
    long = sum(len(m.group()) > width // 2 for m in lines)
    if not NARROWEST <= width <= _WIDEST or len(full) < _LEAST_LINES or len(full) < _SHARE * long:
        return []
    broken, continued = 0, 0
    for line in full:
        fragment, following = _LAST.search(line.group()), _FIRST.match(text[line.end() :].lstrip()[:60])
        if fragment is None:
            continue
        known = words.get(fragment.group().lower(), -20.0) > _RARE
        broken += not known
        continued += following is not None and not known and (fragment.group() + following.group()).lower() in words
    if not broken or continued * 2 > broken:
        return []  # a line that is parted in the middle of a word and goes on: nothing is missing
    return [Note(m.end(), m.end(), "truncated", 0.9, f"cut-{width}", 1, None) for m in full if not _STOP.search(m.group())]


def columns(text: str) -> list[Note]:
    """Paragraphs that begin in the middle of a sentence which the paragraph before did not leave open."""
    blocks = list(_BLOCK.finditer(text))
    if len(blocks) < 2 * _LEAST_COLUMNS:
        return []
    open_ends = sum(_is_open(b.group()) and not _goes_on(a.group()) for b, a in zip(blocks, blocks[1:], strict=False))
    lost = list(_lost_starts(blocks)) if open_ends else []
    if open_ends + len(lost) < _LEAST_COLUMNS + 1:
        return []
    return [Note(b.start(), b.end(), "suspect", 0.8, "column_order") for b in lost]


def _lost_starts(blocks: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    for before, block in zip(blocks, blocks[1:], strict=False):
        if _goes_on(block.group()) and not _is_open(before.group()):
            yield block


def _is_open(block: str) -> bool:
    """Whether a paragraph stops in the middle of a sentence."""
    return len(block.split()) >= _LEAST_WORDS and block.rstrip()[-1:].isalpha()


def _goes_on(block: str) -> bool:
    """Whether a paragraph begins in the middle of a sentence."""
    return block[:1].islower() and len(block.split()) >= _LEAST_WORDS
