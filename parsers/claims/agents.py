"""Names in a sentence that are not of whom it tells: banks that manage an issue, firms whose analysts are asked."""

from __future__ import annotations

import re

AGENTS = re.compile(
    r"\b(?:(?:co-?|joint\s+|joint-|sole\s+|managing\s+|lead\s+|lead-)*(?:managers?|underwriters?|book-?runners?|arrangers?)\b(?!['’])(?:\s+for\s+the\s+\w+)?|"
    r"(?:led|managed|arranged|underwritten|syndicated|syndicate\s+headed)\s+by\b|\b(?:through|via)\b|"
    r"\banalysts?\s+(?:at|with|of|for|from)\b|\b(?:brokers|brokerage|advis[eo]rs?|counsel|auditors?)\b)",
    re.IGNORECASE,
)
"""Words behind which an agent is named. Source: own list."""

UNTIL = re.compile(r"[.;]\s|[.;]\Z|\b(?:said|says|told|for|to|which|who|that|as)\b", re.IGNORECASE)
"""Where the names of agents end."""

REACH = 120
"""Characters behind such words in which agents are named."""

ISSUED = frozenset(
    "bond notes note debentur eurobond issu underwrit syndicat loan shar warrant prefer security analyst brok convertibl".split()
)
"""Stems of a sentence in which the words are looked for: through a bank nobody is shot."""


def agents(body: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between two offsets of a body in which agents are named."""
    return [(found.end(), _until(body, found.end(), end)) for found in AGENTS.finditer(body, start, end)]


def _until(body: str, start: int, end: int) -> int:
    stop = UNTIL.search(body, start, min(end, start + REACH))
    return stop.start() if stop else min(end, start + REACH)
