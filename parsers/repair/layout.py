"""White space and residue: what the page left around the text is cut, one blank line stands between blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.model import Mark
from parsers.repair.edits import Change

_BLANK = re.compile(r"(?<![^\S\n])[^\S\n]*\n(?:[^\S\n]*\n)+|(?<![^\S\n])[^\S\n]+(?=\n)")
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
        out += [c for m in _BLANK.finditer(text, first, last) if (c := _blank(text, m)) is not None]
    taken = {at for c in out for at in range(c.start, c.end)} if seams else set()
    out += [c for c in _seams(text, first, last, seams) if c.start not in taken]
    if last < len(text):
        out.append(Change(last, len(text), "", "whitespace", rule="margin"))
    return sorted(out, key=lambda c: c.start)


def _blank(text: str, blank: re.Match[str]) -> Change | None:
    """Blank lines as one, with the next block's indent unless it is code; trailing white space as none."""
    if "\n" not in blank.group():
        return Change(blank.start(), blank.end(), "", "whitespace", rule="trailing")
    indent = _INDENT.match(text, blank.end())
    end = indent.end() if indent else blank.end()
    line = text[end : text.find("\n", end) % (len(text) + 1)]
    if end - blank.end() >= _CODE_INDENT and len(line.split(None, _PROSE_WORDS)) <= _PROSE_WORDS:
        end = blank.end()
    if text[blank.start() : end] == "\n\n":
        return None
    return Change(blank.start(), end, "\n\n", "whitespace", rule="blank_lines")


def _seams(text: str, first: int, last: int, seams: Sequence[int]) -> list[Change]:
    return [
        Change(at, at + 1, "", "whitespace", rule="seam")
        for at in seams
        if first < at < last and text[at - 1] in " \t" and text[at] in " \t"
    ]
