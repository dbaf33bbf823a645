"""Text that was wrapped and kept its newlines: lines filled to a width become paragraphs again.

Poems, tables, lists and code have lines too, but theirs are not filled: the next line's first word would have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from parsers.repair.edits import Change
from parsers.repair.hyphens import is_one, mended
from parsers.repair.wrap import NARROWEST, WIDEST

_FILLED = 0.9
"""Of all lines of a document that could be filled, at least that share must be."""
_BLOCK_FILLED = 0.8
_LEAST_LINES, _LEAST_HYPHENS = 3, 2
_HYPHEN_SHARE = 0.7
"""A line with a hyphen at its end and that share of the width counts as filled."""
_LINE = re.compile(r"[^\n]+")
_OWN_LINE = re.compile(r"\s{2,}|\t|[-*•–—·>|#]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|[-=_*]{3,}")
_CODE = re.compile(
    r"[;{}]\s*$|^\s*(?:def|class|import|return|if|for|while|function|var|let|const|#include|SELECT)\b.*[:;({]\s*$|\S {3,}\S|\t"
)
_HYPHENATED = re.compile(r"[^\W\d_]{2,}[-‐¬]\Z")
_CONTINUED = re.compile(r"(?=[^\W\d_A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ])[^\W\d_]{2,}")
_SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*\Z")
_SENTENCE_START = re.compile(r"[\"“‘'(\[]*[A-Z0-9À-ÖØ-Þ]")


def joins(text: str, words: Mapping[str, float]) -> list[Change]:
    """The newlines inside paragraphs that a wrap put there, each replaced by a space (or by nothing after a hyphen)."""
    if text.count("\n") == 2 * text.count("\n\n"):
        return []  # a blank line behind each line
    blocks = list(_blocks(text))
    if not blocks:
        return []
    width = _width(blocks)
    out: list[Change] = []
    for block in blocks:
        if width and _is_prose(block, width):
            out += _joined(text, block, width, words)
        else:
            out += sorted([*_parted(block), *_hyphenated(text, block, words)], key=lambda c: c.start)
    return out


def _blocks(text: str) -> Iterator[list[re.Match[str]]]:
    """Runs of lines without a blank one between, if there are at least two."""
    run: list[re.Match[str]] = []
    for line in _LINE.finditer(text):
        if run and line.start() - run[-1].end() > 1:
            if len(run) > 1:
                yield run
            run = []
        run.append(line)
    if len(run) > 1:
        yield run


def _fills(line: re.Match[str], following: re.Match[str], width: int) -> bool:
    """Whether the next line's first word had no room on this one, or was parted to fill it."""
    if _HYPHENATED.search(line.group()) and len(line.group()) > _HYPHEN_SHARE * width:
        return True
    word = following.group().split(maxsplit=1)
    return len(line.group()) <= width and len(line.group()) + 1 + len(word[0] if word else "") > width


def _width(blocks: Sequence[Sequence[re.Match[str]]]) -> int | None:
    """The width that the document's lines are filled to, or None."""
    pairs = [(a, b) for block in blocks for a, b in pairwise(block) if not _starts_own_line(b)]
    longest = max((len(line.group()) for block in blocks for line in block), default=0)
    if len(pairs) < _LEAST_LINES or not NARROWEST <= longest <= WIDEST:
        return None
    # a block's short line may end a paragraph: only lines followed by more of the same sentence count against
    inner = [(a, b) for a, b in pairs if not _SENTENCE_END.search(a.group())] or pairs
    filled = sum(_fills(a, b, longest) for a, b in inner)
    return longest if filled >= _FILLED * len(inner) and filled >= _LEAST_LINES else None


def _starts_own_line(line: re.Match[str]) -> bool:
    return bool(_OWN_LINE.match(line.group()))


def _is_prose(block: Sequence[re.Match[str]], width: int) -> bool:
    if any(_CODE.search(line.group()) for line in block):
        return False
    pairs = [(a, b) for a, b in pairwise(block) if not _starts_own_line(b)]
    return sum(_fills(a, b, width) for a, b in pairs) >= _BLOCK_FILLED * len(pairs) if pairs else False


def _joined(text: str, block: Sequence[re.Match[str]], width: int, words: Mapping[str, float]) -> Iterator[Change]:
    for line, following in pairwise(block):
        if _starts_own_line(following):
            continue
        if _fills(line, following, width):
            yield _join(text, line, following, words)
        elif _SENTENCE_END.search(line.group()) and _SENTENCE_START.match(following.group()):
            yield Change(line.end(), following.start(), "\n\n", "whitespace", 0.9, "short_line")


def _join(text: str, line: re.Match[str], following: re.Match[str], words: Mapping[str, float]) -> Change:
    start, end = line.end(), following.start() + len(following.group()) - len(following.group().lstrip())
    head, tail = _HYPHENATED.search(line.group()), _CONTINUED.match(text, end)
    if head and tail:
        split = _rejoins(head.group()[:-1], tail.group(), words)
        return Change(start - 1 if split else start, end, "", "line_join", 0.95 if split else 0.9, "hyphen")
    return Change(start, end, " ", "line_join", 0.98, "filled")


def _hyphenated(text: str, block: Sequence[re.Match[str]], words: Mapping[str, float]) -> Iterator[Change]:
    """Words parted by a hyphen at the end of a line, in lines that are filled to no width."""
    found = []
    for line, following in pairwise(block):
        head = _HYPHENATED.search(line.group().rstrip())
        tail = _CONTINUED.match(text, following.start())
        if head and tail:
            found.append((line.start() + head.end() - 1, following.start(), head.group()[:-1], tail.group()))
    sure = [is_one(head, tail, words, spaced=True) for _, _, head, tail in found]
    several = sum(sure) >= _LEAST_HYPHENS
    for (at, behind, left, right), certain in zip(found, sure, strict=True):
        kept = "" if certain else _kept(left, right, words) if several else None
        if kept is not None:
            yield Change(at + len(kept), behind, "", "line_join", 0.95 if certain else 0.9, "hyphen")


def _kept(head: str, tail: str, words: Mapping[str, float]) -> str:
    """What stays of a hyphen at a line's end, in a block where others parted words."""
    kept = mended(head, tail, words)
    return "-" if kept is None else kept


def _rejoins(head: str, tail: str, words: Mapping[str, float]) -> bool:
    """Whether a hyphen at a line's end was put there by the wrap: `coop-eration`, but not `well-known`."""
    whole = words.get((head + tail).lower())
    if whole is None:
        return not (head.lower() in words and tail.lower() in words)
    parted = words.get(head.lower(), -9.5) + words.get(tail.lower(), -9.5)
    return whole > parted + 1


def _parted(block: Sequence[re.Match[str]]) -> Iterator[Change]:
    """Lines longer than any wrap that each end a sentence are paragraphs: a blank line goes between them."""
    for line, following in pairwise(block):
        if len(line.group()) <= WIDEST or not _SENTENCE_END.search(line.group()) or _CODE.search(line.group()):
            continue
        if _SENTENCE_START.match(following.group()) and len(following.group()) > NARROWEST:
            yield Change(line.end(), following.start(), "\n\n", "whitespace", 1.0, "long_lines")
