"""What is missing or out of order and cannot be mended: lines cut off at a width, columns read across."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from parsers.repair import furniture
from parsers.repair.edits import Note
from parsers.repair.wordlists import word_list
from parsers.repair.wrap import NARROWEST

_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
_LEAST_LINES, _SHARE, _SHARE_OF_WRAP, _WIDEST = 3, 0.6, 0.35, 400
"""So many lines, and so many of those longer than half of the longest, end at one column where lines were cut off;
fewer where they had been wrapped before, but then more of them end inside a word."""
_LAST = re.compile(r"[^\W\d_]+\Z")
_FIRST = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?…:;][\"”’»')\]]*\Z")
_ENDED = re.compile(r"(?:[.!?…][\"”’»')\]]*|[^\W\d_])\Z")
_RARE, _RARE_SHORT, _SHORT = -6.0, -4.3, 4
_GUTTER = re.compile(r"\S(?:[^\n]{10,80}?\S)??[ ]{3,40}(?=\S)")
_LEAST_ROWS, _SHARE_OF_ROWS, _LEAST_PHRASE = 5, 0.6, 3
_DOTS = re.compile(r"[ ]?\[?(?:\.{3}|…)\]?\Z")
_NEVER_LAST = word_list("never_last")
_ENDED_BEFORE = re.compile(r"[.!?…][\"”’»')]*\s+\Z")
_LEAST_ENDED, _PROSE_WORDS, _LONGEST_LAST = 2, 11, 40
_LEAST_COLUMNS, _LEAST_WORDS, _OPEN_WORDS = 2, 6, 9


def flags(text: str, blocks: Sequence[str], words: Mapping[str, float]) -> list[Note]:
    """What is cut off and what is out of order in a text; `blocks` are its paragraphs."""
    return [
        *(truncated(text, blocks, words) or ended(text, blocks, words)),
        *(gutters(text, blocks) or columns(text, blocks) or furniture.doubtful(blocks)),
    ]


def truncated(text: str, blocks: Sequence[str], words: Mapping[str, float]) -> list[Note]:
    """The ends of the lines that were cut off at a width: most lines end at one column, some of them inside a word."""
    whole = text.count("\n") == 2 * (len(blocks) - 1)
    lengths = [*map(len, blocks if whole else text.split("\n"))]
    width = max(lengths)
    if not NARROWEST <= width <= _WIDEST or lengths.count(width) + lengths.count(width - 1) < _LEAST_LINES:
        return []
    lines = [m for m in _LINE.finditer(text) if m.group().strip()]
    full = [
        m
        for m in lines
        if width - len(m.group().rstrip()) <= (m.group() != m.group().rstrip()) or len(m.group()) == width
    ]
    long = sum(len(m.group()) > width // 2 for m in lines)
    if len(full) < _LEAST_LINES or len(full) < _SHARE_OF_WRAP * long:
        return []
    broken, continued = 0, 0
    for line in full:
        fragment, following = _LAST.search(line.group()), _FIRST.match(text[line.end() :].lstrip()[:60])
        if fragment is None:
            continue
        known = not fragment.group().islower() or _is_word(fragment.group(), words)
        broken += not known
        continued += following is not None and not known and (fragment.group() + following.group()).lower() in words
    least = 1 if len(full) >= _SHARE * long else max(2, len(full) // 3)
    if broken < least or continued * 2 > broken:
        return []  # a line that is parted in the middle of a word and goes on: nothing is missing
    return [
        Note(m.end(), m.end(), "truncated", 0.9, f"cut-{width}", 1, None) for m in full if not _STOP.search(m.group())
    ]


def ended(text: str, blocks: Sequence[str], words: Mapping[str, float]) -> list[Note]:
    """The end of a text that stops inside a sentence, while all of its other paragraphs end theirs."""
    if len(blocks) < _LEAST_ENDED + 1 or (_STOP.search(blocks[-1][-8:]) and not _DOTS.search(blocks[-1][-8:])):
        return []
    said = _DOTS.sub("", blocks[-1]).rstrip()
    bracketed = blocks[-1][len(said) :].lstrip().startswith("[")
    last = _LAST.search(said, max(0, len(said) - _LONGEST_LAST))
    if last is None or not last.group().islower() or said.count(" ") < _PROSE_WORDS:
        return []
    prose = [b for b in blocks[:-1] if b.count(" ") >= _PROSE_WORDS]
    if len(prose) < _LEAST_ENDED or not all(_STOP.search(b[-8:]) for b in prose):
        return []
    word = last.group()
    if _ENDED_BEFORE.search(said[max(0, last.start() - 8) : last.start()]):
        return []  # one word behind the last sentence is a sign of the agency
    fragment = len(word) == 1 or (said == blocks[-1] and not _is_word(word, words))  # dots may end any word
    cut = bracketed or word in _NEVER_LAST or fragment
    return [Note(len(text), len(text), "truncated", 0.8, "cut-end", 1, None)] if cut else []


def _is_word(fragment: str, words: Mapping[str, float]) -> bool:
    """Whether the last letters of a line are a word: of those with few letters only common ones are."""
    return words.get(fragment, -20.0) > (_RARE_SHORT if len(fragment) < _SHORT else _RARE)


def columns(text: str, blocks: Sequence[str]) -> list[Note]:
    """Paragraphs that begin in the middle of a sentence which the paragraph before did not leave open."""
    if len(blocks) < 2 * _LEAST_COLUMNS or not any(block[:1].islower() for block in blocks):
        return []
    found = list(_BLOCK.finditer(text))
    open_ends = sum(_is_open(b.group()) and not _goes_on(a.group()) for b, a in itertools.pairwise(found))
    lost = list(_lost_starts(found)) if open_ends else []
    if open_ends + len(lost) < _LEAST_COLUMNS + 1 or abs(open_ends - len(lost)) > 1:
        return []  # what is read across leaves as many ends as starts; a list of fragments does not
    return [Note(b.start(), b.end(), "suspect", 0.8, "column_order") for b in lost]


def gutters(text: str, blocks: Sequence[str]) -> list[Note]:
    """Two columns of prose side by side, with one run of spaces between them at the same place of each line."""
    if text.count("\n") < 2 * len(blocks) + _LEAST_ROWS - 3 or "   " not in text:
        return []
    out = []
    for block in _BLOCK.finditer(text):
        found = [(line, m) for line in block.group().split("\n") if (m := _GUTTER.match(line))]
        if len(found) < _LEAST_ROWS:
            continue
        starts = Counter(m.end() for _, m in found)
        at, rows = starts.most_common(1)[0]
        of_prose = sum(_is_phrase(line[:at]) and _is_phrase(line[at:]) for line, m in found if m.end() == at)
        if rows >= _SHARE_OF_ROWS * len(found) and of_prose >= _SHARE_OF_ROWS * rows:
            out.append(Note(block.start(), block.end(), "suspect", 0.8, "column_order"))
    return out


def _is_phrase(side: str) -> bool:
    """Whether one side of a line is running text rather than a cell of a table."""
    words = side.split()
    return len(words) >= _LEAST_PHRASE and sum(map(str.isalpha, words)) >= 0.6 * len(words)


def _lost_starts(blocks: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    for before, block in itertools.pairwise(blocks):
        if _goes_on(block.group()) and not _is_open(before.group()) and _ENDED.search(before.group().rstrip()):
            yield block


def _is_open(block: str) -> bool:
    """Whether a paragraph stops in the middle of a sentence."""
    last = block.split()[-1:]
    return len(block.split()) >= _OPEN_WORDS and bool(last) and last[0].isalpha() and last[0].islower()


def _goes_on(block: str) -> bool:
    """Whether a paragraph begins in the middle of a sentence."""
    words = block.split()
    return block[:1].islower() and sum(w.strip(",.;").isalpha() for w in words) >= max(_LEAST_WORDS, 0.8 * len(words))
