"""The time behind a phrase that speaks, which is no part of it: `Poole | this week`."""

from __future__ import annotations

import re

from parsers.facts.quotation.subject_words import BEFORE_TIMES, TIMES, skippable


def before_time(tokens: list[re.Match[str]], right: int) -> int:
    """Where a phrase ends behind which a time stands: `Poole this week`, `a panel in 2001`; `right` without one."""
    at = right
    while at and (
        (tokens[at - 1].group().lower() in TIMES and not _in_a_title(tokens, at - 1))
        or (tokens[at - 1].group().isdigit() and len(tokens[at - 1].group()) == 4)
    ):
        at -= 1
    if at == right or not at:
        return right
    while at and tokens[at - 1].group().lower() in BEFORE_TIMES:
        at -= 1
    while at and skippable(tokens[at - 1].group()):
        at -= 1
    return at if at and tokens[at - 1].group() not in (",", ";", ":", "(", "“", '"') else right


def _in_a_title(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a word of time with a capital ends a title: `Person of the | Year`."""
    word = tokens[at].group()
    return word in ("Year", "Month", "Week", "Season") and tokens[at - 1].group().lower() in ("the", "of")
