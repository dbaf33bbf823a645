"""Header lines above the body: ` date 2024-05-15 `, `Published: May 15, 2024 10:32 GMT`, a date alone on its line."""

from __future__ import annotations

import re

from parsers.fields.dates import parse_date
from parsers.fields.sheet import Finding, Line, after_space, mark, say
from parsers.model import Statement

_GLUED = re.compile(r"date[ \t]+(?P<day>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)(?=\s|\Z)")
"""The dump's own header: the word, the day, and the copy behind it on the same line."""

_LABELS: tuple[tuple[str, str], ...] = (
    ("date_modified", r"(?:last |first )?(?:updated|modified|edited)|update|last update|yenilənib|güncelleme|обновлено|aktualisiert"),
    ("date_published", r"(?:first |originally )?(?:published|posted|released|issued)|publish(?:ed)? date|publication date|date(?: published)?|pub ?date|issued|dərc edilib|tarix|yayınlanma|tarih|дата|опубликовано|veröffentlicht"),
)  # fmt: skip
_LABELLED = re.compile(
    "(?:"
    + "|".join(rf"(?P<{field}>{words})" for field, words in _LABELS)
    + r")(?:\s+(?:on|at))?\s*[:\-–]?\s*(?P<when>\d.*|[^\W\d_].*)",
    re.I,
)
_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"\s*(?:[|•·]|\s/\s|\n)\s*")

LONGEST = 120


def at_front(text: str, line: Line, zone: str | None) -> Finding | None:
    """The header with which this line begins: its dates as statements, itself as residue."""
    at = line.start
    if (m := _GLUED.match(text, at)) and parse_date(m["day"], zone):
        end = after_space(text, m.end())
        said = (say("date_published", m["day"], "header", m.start("day"), m.end("day")),)
        return Finding(
            end=end,
            marks=(mark("residue", 0 if not text[:at].strip() else at, end, "date_header"),),
            statements=said,
        )
    return _line(text, line, zone)


def _line(text: str, line: Line, zone: str | None) -> Finding | None:
    """A line of nothing but dates, with or without labels."""
    printed = text[line.start : line.end]
    if len(printed) > LONGEST or not _DIGIT.search(printed):
        return None
    said: list[Statement] = []
    for part in _PARTS.split(printed):
        dates = dates_of(part, line, zone)
        if not dates:
            return None
        said += dates
    return Finding(end=line.end, marks=(mark("residue", line.start, line.end, "date_line"),), statements=tuple(said))


def dates_of(part: str, line: Line, zone: str | None) -> tuple[Statement, ...]:
    """The date that a part of a line is, as a statement; none when it is not, or is coarser than a day."""
    m = _LABELLED.fullmatch(part)
    when = m["when"] if m else part
    moment = parse_date(when, zone)
    if moment is None or moment.precision in ("year", "month"):
        return ()
    field = "date_modified" if m and m["date_modified"] else "date_published"
    return (say(field, when, "header", line.start, line.end),)
