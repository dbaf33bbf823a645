"""The genre, by signs that mean one: declared sections, speakers' labels, notes on whose opinion it is, wire marks."""

from __future__ import annotations

import re
from collections import Counter

from parsers.fields.case import small_ascii
from parsers.model import Statement

# Words in a declared genre, section or type to ours. Sources: schema.org subtypes of NewsArticle, IPTC genre NewsCodes.
DECLARED: tuple[tuple[str, str], ...] = (
    ("live_blog", "live_blog"), ("live blog", "live_blog"), ("liveblog", "live_blog"), ("live-blog", "live_blog"), ("liveticker", "live_blog"),
    ("press release", "press_release"), ("pressrelease", "press_release"), ("press-release", "press_release"), ("news release", "press_release"),
    ("interview", "interview"), ("müsahibə", "interview"), ("интервью", "interview"), ("röportaj", "interview"), ("q&a", "interview"),
    ("opinion", "opinion"), ("op-ed", "opinion"), ("commentary", "opinion"), ("editorial", "opinion"), ("column", "opinion"), ("viewpoint", "opinion"),
    ("analysis", "analysis"), ("analytics", "analysis"), ("explainer", "analysis"), ("background", "analysis"), ("аналитика", "analysis"),
    ("review", "review"), ("obituar", "obituary"), ("feature", "feature"), ("reportage", "feature"), ("letter", "letter"),
)  # fmt: skip

_RELEASE = re.compile(
    r"for\s*immediate\s*release|/PRNewswire[^/\n]{0,20}/|\(GLOBE\s*NEWSWIRE\)|\(BUSINESS\s*WIRE\)|\(EINPresswire|news\s*provided\s*by",
    re.I,
)
_ABOUT = re.compile(r"^(?:about\s[A-Z]|(?:media|press)\s+contacts?\b|contact:\s|notes\s+to\s+editors)", re.I | re.M)
_LABEL = re.compile(
    r"(?:^|(?<=[.!?”\"]))(?P<who>[A-Z][\w.’'\-]{0,24}(?:\s[A-Z][\w.’'\-]{0,24}){0,3}):\s+(?=[A-Z“\"'‘«0-9])", re.M
)
_QUESTION = re.compile(r"^(?:Q|Question)\s?\d{0,2}[:.)]\s", re.M)

ENOUGH = 2
"""Turns a speaker must have, and speakers there must be, before labels mean an interview."""

OPENING = 1500
"""Characters in which a release says that it is one."""

SIGNS = ("immediate", "newswire", "presswire", "wire)", "provided")
"""Words of which every such saying holds one."""

LOOKED_AT = 40_000
"""Characters: labels further down change nothing."""


def resolve(text: str, at: int, statements: tuple[Statement, ...], known: bool) -> str | None:
    """The genre; "news" when nothing says otherwise and the document is `known` to be journalism; else None."""
    if declared := _declared(statements):
        return declared
    head = text[at : at + LOOKED_AT]
    if is_interview(head):
        return "interview"
    if _is_release(head):
        return "press_release"
    if any(s.field == "genre" and s.source == "note" for s in statements):
        return "opinion"
    return "news" if known else None


def _is_release(head: str) -> bool:
    opening = small_ascii(head[:OPENING])
    if any(map(opening.__contains__, SIGNS)) and _RELEASE.search(head[:OPENING].casefold()):
        return True
    return ("About " in head or "ontact" in head) and len(_ABOUT.findall(head)) > 1


def _declared(statements: tuple[Statement, ...]) -> str | None:
    for field in ("genre", "section"):
        for statement in statements:
            if statement.field == field and statement.source != "note":
                value = statement.value.casefold()
                if genre := next((g for word, g in DECLARED if word in value), None):
                    return genre
    return None


_LINE = re.compile(r"[^\s][^\n]*")
LONGEST_QUESTION = 400


def _asked(text: str) -> bool:
    """Questions without labels: dashed turns, or paragraphs that ask and are answered in a text that says "interview"."""
    if text.count("?") < ENOUGH:
        return False
    lines = [m.group().rstrip() for m in _LINE.finditer(text)]
    asked = [
        n for n, line in enumerate(lines[:-1]) if line.endswith(("?", "?”", '?"')) and len(line) < LONGEST_QUESTION
    ]
    answered = sum(not lines[n + 1].endswith("?") for n in asked)
    dashed = sum(lines[n][:1] in "-–—" for n in asked)
    return (dashed >= ENOUGH and answered >= ENOUGH) or (answered > ENOUGH and "nterview" in text[:1500])


def is_interview(text: str) -> bool:
    """Two speakers take turns under their labels and one of them asks; or questions are numbered or marked `Q:`."""
    if _asked(text):
        return True
    if text.count(":") < ENOUGH * ENOUGH:
        return False
    if len(_QUESTION.findall(text)) >= ENOUGH:
        return True
    turns = [(m["who"], m.end()) for m in _LABEL.finditer(text)]
    counts = Counter(who for who, _ in turns)
    regular = {who for who, n in counts.items() if n >= ENOUGH}
    asking = Counter(
        who
        for i, (who, at) in enumerate(turns)
        if "?" in text[at : turns[i + 1][1] if i + 1 < len(turns) else at + 600]
    )
    return len(regular) >= ENOUGH and any(asking[who] >= ENOUGH for who in regular)
