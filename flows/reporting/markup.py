"""HTML by function: everything that comes from a document is escaped here, and nowhere is it trusted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from html import escape

from flows.escaping import visible
from flows.reporting.counting import counted
from flows.reporting.spans import Piece
from warehouse.asking.report_figures import Source

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}


KEPT = "\n\t\r"
"""Controls that are spaces in HTML."""


def plain(text: str | None) -> str:
    """Text as HTML; signs that reorder or hide text are shown as their codes."""
    return escape(visible(text or "", keep=KEPT), quote=False)


def tag(name: str, content: str = "", **attributes: str | None) -> str:
    """An element; `content` is HTML already, attributes are text. `class_` means class."""
    said = "".join(
        f' {k.rstrip("_")}="{escape(visible(v, keep=KEPT))}"' for k, v in attributes.items() if v is not None
    )
    return f"<{name}{said}>{content}</{name}>"


def section(key: str, title: str, note: str, body: str) -> str:
    """A part of the page."""
    return tag("section", tag("h2", plain(title) + tag("small", plain(note))) + body, id=key)


def is_language(code: str | None) -> bool:
    """Whether a code is one that browsers know as a language. https://www.rfc-editor.org/rfc/rfc5646"""
    return bool(code and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", code))


def day(at: datetime | None) -> str:
    """A date for people; the time of day when it is known."""
    if at is None:
        return "undated"
    clock = f", {at:%H:%M}" if (at.hour, at.minute) != (0, 0) else ""
    return f"{at.day} {at:%b %Y}{clock}"


def moment(timex: str | None) -> str:
    """A time of TIMEX3 for people; nothing where it names no year, as "Friday" in an article without a date."""
    if not timex or "X" in timex or timex.endswith("_REF") or re.match(r"P[\dT]", timex):
        return ""
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex)
    if season:
        return f"{SEASONS[season[2]]} {season[1]}"
    return re.sub(r"T(MO|MI|AF|EV|NI)\b", lambda part: f", {PARTS[part[1]]}", timex).replace("/", "–")


def link(label: str, url: str | None) -> str:
    """A link to where an article was published; only addresses of the web are links."""
    if url and url.startswith(("https://", "http://")):
        return tag("a", plain(label), href=url, rel="noreferrer")
    return plain(label)


def shortened(text: str, longest: int = 140) -> str:
    """A text that is not longer, cut between words where it was."""
    if len(text) <= longest:
        return text
    return (text[:longest].rpartition(" ")[0] or text[:longest]) + " …"


def attribution(source: Source) -> str:
    """Source of something: headline, outlet, date, other outlets."""
    parts = [
        tag("i", plain(shortened(source.headline)), dir="auto") if source.headline else "",
        plain(source.outlet),
        day(source.date),
        f"also in {counted(source.also, 'outlets')}" if source.also else "",
    ]
    return tag("cite", " · ".join(p for p in parts if p), title=f"newsdesk show {source.article_id}")


def emphasised(text: str, span: tuple[int, int] | None) -> str:
    """Words with a stretch of them marked."""
    if span is None or not 0 <= span[0] < span[1] <= len(text):
        return plain(text)
    start, end = span
    return plain(text[:start]) + tag("mark", plain(text[start:end])) + plain(text[end:])


def pieces_html(cut: Sequence[Piece]) -> str:
    """Marked pieces: insertions, deletions and doubts as edits, facts as marks with a note."""
    return "".join(_piece(piece) for piece in cut)


def _piece(piece: Piece) -> str:
    text = plain(piece.text)
    notes = "; ".join(dict.fromkeys(m.note for m in piece.marks if m.note)) or None
    if piece.deleted:
        return tag("del", text if text.strip() else text.replace("\n", "⏎"), title=notes)
    labels = [m.label for m in piece.marks if m.label != "evidence"]
    if not labels:
        return text
    name = "ins" if {"inserted", "joint"} & set(labels) else "mark"
    return tag(name, text, class_=" ".join(dict.fromkeys(labels)), title=notes)
