"""White space and residue: what the page left around the text is cut, one blank line stands between blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.model import Mark
from parsers.repair.edits import Change

_BLANK = re.compile(r"\n[ \t]*\n\s*|[ \t]+(?=\n)")


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
    out += _seams(text, first, last, seams)
    if "\n" in text:
        for m in _BLANK.finditer(text, first, last):
            start = m.start()
            while start > first and text[start - 1] in " \t":
                start -= 1
            after = "\n\n" if "\n" in m.group() else ""
            if text[start : m.end()] != after and m.end() < last and (not out or out[-1].end <= start):
                out.append(Change(start, m.end(), after, "whitespace", rule="blank_lines"))
    if last < len(text):
        out.append(Change(last, len(text), "", "whitespace", rule="margin"))
    return sorted(out, key=lambda c: c.start)


def _seams(text: str, first: int, last: int, seams: Sequence[int]) -> list[Change]:
    return [
        Change(at, at + 1, "", "whitespace", rule="seam")
        for at in seams
        if first < at < last and text[at - 1] in " \t" and text[at] in " \t"
    ]
