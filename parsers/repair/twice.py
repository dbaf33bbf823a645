"""What was printed twice: a paragraph, or the whole body. The first printing stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.repair.edits import Change

_BLOCK = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
_LEAST_LETTERS, _LEAST_WORDS = 80, 12
"""Shorter paragraphs may return on purpose: a refrain, a line of a form."""
_HEAD = 60
"""So many letters of a body's beginning are looked for further on."""


def printed_twice(text: str, blocks: Sequence[str]) -> list[Change]:
    """The later printings of a paragraph, or the second half of a text that is its first half again; `blocks` are its paragraphs."""
    found = _second_half(text) or (_paragraphs(text) if len(set(blocks)) < len(blocks) else [])
    return found or (_inside(blocks) if len(blocks) > 1 else [])


def _inside(blocks: Sequence[str]) -> list[Change]:
    """The second half of each paragraph that is its first half again."""
    out: list[Change] = []
    at = 0
    for block in blocks:
        if len(block) > 2 * _LEAST_LETTERS and block.find(block[:_HEAD], _HEAD) > 0:
            out += [replace(c, start=c.start + at, end=c.end + at) for c in _second_half(block)]
        at += len(block) + 2
    return out


def _paragraphs(text: str) -> list[Change]:
    out: list[Change] = []
    seen: set[str] = set()
    last = 0
    for block in _BLOCK.finditer(text):
        words = " ".join(block.group().split())
        if words in seen:
            out.append(Change(last, block.end(), "", "residue", 0.95, "printed_twice"))
        elif _is_long(words):
            seen.add(words)
        last = block.end()
    return out


def _is_long(words: str) -> bool:
    return len(words) >= _LEAST_LETTERS and words.count(" ") >= _LEAST_WORDS and not words.endswith("?")


def _second_half(text: str) -> list[Change]:
    """The second half, if it is the first again, whatever the white space between and in them."""
    head = text[:_HEAD]
    at = text.find(head, max(_HEAD, len(text) // 2 - _HEAD)) if len(text) > 2 * _LEAST_LETTERS else -1
    if at < 0 or not 0.8 < at / (len(text) - at) < 1.25:
        return []
    first = text[:at].split()
    if first != text[at:].split() or len(first) < _LEAST_WORDS:
        return []
    return [Change(len(text[:at].rstrip()), len(text), "", "residue", 0.97, "printed_twice")]
