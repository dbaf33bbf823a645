"""White space and residue: what the page left around the text is cut, one blank line is between blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.model import Mark
from parsers.repair.edits import Change
from parsers.repair.furniture import parts_sentence

_BREAK = re.compile(r"\n(?:[^\S\n]*\n)*")
_INDENT = re.compile(r"[^\S\n]*")
_CODE_INDENT, _PROSE_WORDS = 4, 8
"""Lines indented that far are code, unless they have that many words."""


def residue(raw: str, marks: Sequence[Mark]) -> list[Change]:
    """The stretches marked as residue, cut; overlapping ones become one."""
    out: list[Change] = []
    for mark in sorted((m for m in marks if m.kind == "residue"), key=lambda m: (m.raw_start, -m.raw_end)):
        start, end = max(0, mark.raw_start), min(len(raw), mark.raw_end)
        if out and start < out[-1].end:
            start = out[-1].end
        if start < end:
            out.append(Change(start, end, "", "residue", 1.0, mark.rule))
    return out


def margins(text: str, seams: Sequence[int]) -> list[Change]:
    """One blank line between blocks, none around the text; one space where residue was cut out of a line."""
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    if first >= last:
        return [Change(0, len(text), "", "whitespace", rule="margin")] if text else []
    out = [Change(0, first, "", "whitespace", rule="margin")] if first else []
    if "\n" in text:
        halves = [m for m in _BREAK.finditer(text, first, last) if seams and _parts_sentence(text, m, seams)]
        out += [Change(*m.span(), " ", "whitespace", rule="seam") for m in halves]
        breaks = (m for m in _BREAK.finditer(text, first, last) if m.span() not in {h.span() for h in halves})
        out += [c for m in breaks if (c := _blank(text, m)) is not None]
    taken = {at for c in out for at in range(c.start, c.end)} if seams else set()
    out += [c for c in _seams(text, first, last, seams) if c.start not in taken]
    if last < len(text):
        out.append(Change(last, len(text), "", "whitespace", rule="margin"))
    return sorted(out, key=lambda c: c.start)


def _parts_sentence(text: str, found: re.Match[str], seams: Sequence[int]) -> bool:
    """Whether residue was cut out between the two halves of a sentence."""
    if not any(found.start() <= at <= found.end() for at in seams):
        return False
    before, behind = text[: found.start()].rpartition("\n")[2], text[found.end() :].partition("\n")[0]
    return parts_sentence(before, behind)


def has_margins(text: str, blocks: Sequence[str]) -> bool:
    """Whether each newline of a text is one of the two between its blocks, which have no white space around them."""
    return text.count("\n") == 2 * len(blocks) - 2 and all(block and block.strip() == block for block in blocks)


def _blank(text: str, found: re.Match[str]) -> Change | None:
    """Blank lines as one, with the next block's indent unless it is code; trailing white space as none."""
    start, end = found.span()
    while text[start - 1].isspace() and text[start - 1] != "\n":
        start -= 1
    if text.count("\n", start, end) == 1:
        return Change(start, found.start(), "", "whitespace", rule="trailing") if start < found.start() else None
    if text[end].isspace():
        end = _unindented(text, end)
    return None if text[start:end] == "\n\n" else Change(start, end, "\n\n", "whitespace", rule="blank_lines")


def _unindented(text: str, at: int) -> int:
    """Where a block's text starts behind its indent; where its indent starts if it is code."""
    indent = _INDENT.match(text, at)
    end = indent.end() if indent else at
    line = text[end : text.find("\n", end) % (len(text) + 1)]
    return at if end - at >= _CODE_INDENT and len(line.split(None, _PROSE_WORDS)) <= _PROSE_WORDS else end


def _seams(text: str, first: int, last: int, seams: Sequence[int]) -> list[Change]:
    return [
        Change(at, at + 1, "", "whitespace", rule="seam")
        for at in dict.fromkeys(seams)  # two cuts that meet leave one
        if first < at < last and text[at - 1] in " \t" and text[at] in " \t"
    ]
