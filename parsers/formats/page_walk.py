"""The lines of a page as a reader sees them: what lies between two borders of blocks, whatever elements are inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from parsers.formats.blocks import BLOCK_TAGS

_SKIPPED = frozenset(
    ("script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "svg", "select", "figure", "table", "blockquote", "iframe", "pre")
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_APART = frozenset(("time", "abbr"))
"""Inline elements that are a part of their own in a line."""

_PARTED = ("span", "a", "strong", "b", "em", "i")
"""Inline elements of which two in a row are two parts."""

Slot = tuple[HtmlElement, str]
"""An element and which of its texts: `text` or `tail`."""


@dataclass(slots=True)
class Line:
    """The texts of one line, each with where it is written; `\\n` at borders of its parts."""

    heading: str = ""
    slots: list[Slot] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    dated: bool = False
    """Whether a `<time>` with a date is in it, whatever is printed there."""

    def text(self) -> str:
        """The words as one line, with a line break at each border of a part."""
        return "\n".join(p for part in "".join(self.pieces).split("\n") if (p := " ".join(part.split())))


def lines_of(tree: HtmlElement) -> Iterator[Line]:
    """The lines of the page's body in order, without its furniture."""
    body = next(tree.iter("body"), tree)
    line, heading = Line(), ""
    stack: list[tuple[HtmlElement, bool]] = [(body, False)]
    while stack:
        element, closing = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        breaks = tag in BLOCK_TAGS or tag in _SKIPPED or tag == "br"
        if breaks and line.pieces:
            yield line
            line = Line(heading=heading)
        if closing:
            heading = "" if tag in _HEADINGS else heading
            line.heading = heading
            _add(line, element, "tail", tag)
            continue
        if tag in _HEADINGS:
            line.heading = heading = tag
        stack.append((element, True)) if element is not body else None
        if tag and tag not in _SKIPPED:
            line.dated |= (
                tag in _APART
                and (element.get("datetime") or element.get("content") or element.get("title") or "")[:4].isdigit()
            )
            _add(line, element, "text", tag)
            stack.extend((child, False) for child in reversed(element))
    if line.pieces:
        yield line


def _add(line: Line, element: HtmlElement, slot: str, tag: str) -> None:
    words = getattr(element, slot) or ""
    if tag in _APART:
        words = f"\n{words}"
    elif slot == "tail" and (not words or (not words.strip() and tag in ("span", "a"))) and tag in _PARTED:
        words = "\n" if (after := element.getnext()) is not None and after.tag == tag else words
    if words.strip():
        line.slots.append((element, slot))
    if words.strip() or line.pieces:
        line.pieces.append(words)
