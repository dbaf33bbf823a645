"""Damaged copy made whole, every edit accounted for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.alignment import Edit, apply
from parsers.model import Copy, Fields, Repair, RepairKind, Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The clean body and the edits that made it, in raw order."""

    body: str
    repairs: tuple[Repair, ...]


_MARGIN = re.compile(r"\A\s+|\s+\Z|[ \t]*\n(?:[ \t]*\n)+[ \t]*")


def clean(copy: Copy, fields: Fields, vocabulary: Vocabulary) -> Cleaned:
    """The clean body of a copy, and every edit made."""
    raw = copy.text
    cuts: list[tuple[int, int, str, RepairKind]] = [
        (m.raw_start, m.raw_end, "", "residue") for m in fields.marks if m.kind == "residue"
    ]
    for m in _MARGIN.finditer(raw):
        after = "\n\n" if m.start() > 0 and m.end() < len(raw) else ""
        if m.group() != after and not any(a < m.end() and m.start() < b for a, b, _, _ in cuts):
            cuts.append((m.start(), m.end(), after, "whitespace"))
    cuts.sort()
    body = apply(raw, [Edit(a, b, after) for a, b, after, _ in cuts])
    repairs, shift = [], 0
    for a, b, after, kind in cuts:
        repairs.append(
            Repair(kind=kind, raw_start=a, raw_end=b, before=raw[a:b], after=after, start_char=a + shift, rule=kind)
        )
        shift += len(after) - (b - a)
    return Cleaned(body=body, repairs=tuple(repairs))
