"""What was printed twice: a paragraph, a sentence, or the whole body. The first printing stays, or the one with paragraphs."""

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
_SIGNS = str.maketrans("“”„«»‘’", '"""""\'\'')
_TEASER = re.compile(r"[ ]?(?:\.{3}|…|\[(?:\.{3}|…)\])\Z")
_DOTS = ("...", "…", "...]", "…]")
"""How a text ends in which `_TEASER` is found: looking there first spares a walk through its first paragraph."""
_LEAST_TEASER, _LEAST_TEASER_WORDS = 50, 8
_SENTENCE_TWICE = re.compile(r"(?:\A|(?<=[.!?] ))([A-Z][^.!?\n\"“”]{48,300}[.!?]) \1(?= |\Z)")


def printed_twice(text: str, blocks: Sequence[str], title: str | None = None) -> list[Change]:
    """The later printings of a paragraph, or the second half of a text that is its first half again.

    `blocks` are the text's paragraphs, `title` its headline: it goes with a body that was printed again under it.
    """
    plain = text
    if '"' in text and ("“" in text or "«" in text or "„" in text):  # only then may two printings differ in them
        plain = text.translate(_SIGNS)
        blocks = plain.split("\n\n")
    found = _second_half(plain) or (_paragraphs(plain, title) if len(set(blocks)) < len(blocks) else [])
    return found or _inside(blocks) or _teaser(blocks)


def _inside(blocks: Sequence[str]) -> list[Change]:
    """The second half of each paragraph that is its first half again, and a sentence that is the one before again."""
    out: list[Change] = []
    at = 0
    for block in blocks:
        if len(block) > 2 * _LEAST_LETTERS and block.find(block[:_HEAD], _HEAD) > 0:
            out += [replace(c, start=c.start + at, end=c.end + at) for c in _second_half(block) or _sentences(block)]
        at += len(block) + 2
    return out


def _sentences(block: str) -> list[Change]:
    """The second printing of a sentence that begins a paragraph and follows at once."""
    m = _SENTENCE_TWICE.match(block)
    return [Change(m.end(1), m.end(), "", "residue", 0.9, "printed_twice")] if m else []


def _teaser(blocks: Sequence[str]) -> list[Change]:
    """The first words of a text in front of it, cut off by dots."""
    if len(blocks) < 2 or not blocks[0].endswith(_DOTS) or not (dots := _TEASER.search(blocks[0])):
        return []
    said = blocks[0][: dots.start()]
    if len(said) < _LEAST_TEASER or said.count(" ") < _LEAST_TEASER_WORDS or not blocks[1].startswith(said):
        return []
    return [Change(0, len(blocks[0]) + 2, "", "residue", 0.95, "printed_twice")]


def _paragraphs(text: str, title: str | None) -> list[Change]:
    out: list[Change] = []
    seen: set[str] = set()
    last = start = 0  # where the paragraph before ends, and where a cut of this one begins
    for block in _BLOCK.finditer(text):
        words = " ".join(block.group().split())
        if words in seen:
            out.append(Change(start, block.end(), "", "residue", 0.95, "printed_twice"))
        elif _is_long(words):
            seen.add(words)
        named = title is not None and seen and words == title.translate(_SIGNS)
        start, last = (last if named else block.end()), block.end()
    return out


def _is_long(words: str) -> bool:
    return len(words) >= _LEAST_LETTERS and words.count(" ") >= _LEAST_WORDS and not words.endswith("?")


def _second_half(text: str) -> list[Change]:
    """The second half, if it is the first again, whatever the white space between and in them; the first, if that has fewer paragraphs."""
    head = text[:_HEAD]
    at = text.find(head, max(_HEAD, len(text) // 2 - _HEAD)) if len(text) > 2 * _LEAST_LETTERS else -1
    if at < 0 or not 0.8 < at / (len(text) - at) < 1.25:
        return []
    first = text[:at].split()
    if first != text[at:].split() or len(first) < _LEAST_WORDS:
        return []
    if text[:at].strip().count("\n\n") < text[at:].count("\n\n"):
        return [Change(0, at, "", "residue", 0.97, "printed_twice")]
    return [Change(len(text[:at].rstrip()), len(text), "", "residue", 0.97, "printed_twice")]
