"""The blocks of a body in reading order: paragraphs, headings, lists, captions, notices; interviews re-paired."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.model import Copy, Fields, Passage, Repair


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The passages of a body, and the `reorder` rows of those that were not printed where they are read."""

    passages: tuple[Passage, ...]
    repairs: tuple[Repair, ...] = ()


def divide(body: str, repairs: tuple[Repair, ...], copy: Copy, fields: Fields) -> Layout:
    """The passages of a body in reading order. The body itself stays in printed order."""
    spans = [(m.start(), m.end()) for m in re.finditer(r"\S(?:.|\n(?!\n))*", body)]
    return Layout(
        passages=tuple(Passage(ordinal=i, kind="paragraph", start_char=a, end_char=b) for i, (a, b) in enumerate(spans))
    )
