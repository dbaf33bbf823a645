"""What is before the words of a speaker: `Q:`, `Answer.`, `GT:`, `Ledger -`, `Mayor Otto Klee:`, `Lena Fromm, 34, teacher:`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

ASKS, ANSWERS = "?", "!"
"""Who a label without a name means."""

# What interviews print instead of names, folded: English, German, French, Spanish, Italian, Azerbaijani, Turkish, Russian.
ROLES = dict.fromkeys(
    ("q", "question", "frage", "pregunta", "domanda", "sual", "soru", "вопрос", "interviewer", "reporter"), ASKS
) | dict.fromkeys(("a", "answer", "antwort", "réponse", "reponse", "respuesta", "risposta", "cavab", "cevap", "ответ"), ANSWERS)  # fmt: skip

WORD = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]{0,40}"
"""A word of a name; bounded, so that text of nothing but capitals and stops takes no longer than other text."""
_NAME = rf"{WORD}(?:\s(?:(?:de|del|der|da|di|du|van|von|bin|al|el|la|le|of)\s){{0,2}}{WORD}){{0,4}}"
_DESCRIPTION = r"(?:,\s[^.:?!\n]{1,60}|\s\([^()\n]{1,40}\))"
_ROLE = "|".join(sorted((r for r in ROLES if len(r) > 1), key=len, reverse=True))
_SHORT = "|".join(r.upper() for r in ROLES if len(r) == 1)
_LABEL = re.compile(
    rf"(?:(?P<role>(?i:{_ROLE})|{_SHORT})\s?(?:\#|No\.?\s?)?(?P<number>\d{{0,2}})(?:\s*:|[.)]|\s[-–—]|\.\s*[-–—])"
    rf"|(?P<name>{_NAME}){_DESCRIPTION}?\s*:"
    rf"|(?P<dashed>{_NAME})(?:\s[-–—]|\.\s*[-–—]))\s+(?=\S)"
)
_WITHIN = re.compile(
    rf"(?:\n|[.!?…:][\"”’')\]]*[ \t]?)(?P<label>(?P<who>(?i:{_ROLE})\s?\d{{0,2}}|(?:{_SHORT})\d{{0,2}}|{_NAME}):\s+)(?=\S)"
)


class Label(NamedTuple):
    """Who a block says it is said by, the number of its question if printed, and the label's length in characters."""

    who: str
    number: int | None
    length: int


def label(text: str) -> Label | None:
    """The label a block starts with."""
    found = _LABEL.match(text)
    if not found:
        return None
    role, number = found["role"], found["number"]
    if role:
        return Label(ROLES[role.casefold()], int(number) if number else None, found.end())
    return Label(found["name"] or found["dashed"], None, found.end())


def within(text: str) -> Iterator[tuple[int, str]]:
    """Where in a block something like a label is at the start of a line or behind a full stop, and whose it is."""
    for found in _WITHIN.finditer(text):
        who = found["who"]
        yield found.start("label"), ROLES.get(who.rstrip("0123456789 ").casefold(), who)
