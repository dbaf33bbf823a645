"""What pages say of dates, times and addresses, and how text from documents is made harmless in them."""

from __future__ import annotations

import re
from datetime import datetime

from markupsafe import Markup

from flows.escaping import visible

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}


KEPT = "\n\t\r"
"""Controls that are spaces in HTML."""


def shown(value: object) -> object:
    """What a template prints: text in which signs that reorder or hide text are codes, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value, keep=KEPT)
    return value


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


def link(label: str, url: str | None) -> Markup:
    """A link to where an article was published; only addresses of the web are links."""
    if url and url.startswith(("https://", "http://")):
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(shown(url), shown(label))
    return Markup("{}").format(shown(label))


def shortened(text: str, longest: int = 140) -> str:
    """A text that is not longer, cut between words where it was."""
    if len(text) <= longest:
        return text
    return (text[:longest].rpartition(" ")[0] or text[:longest]) + " …"
