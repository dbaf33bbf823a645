"""A post whose name stands behind a comma: `the head of the port, | Eldar Salahov`."""

from __future__ import annotations

import re

from parsers.facts.mentions import posts as words
from parsers.facts.mentions.posts import DETERMINERS, LINKS, STOPS
from parsers.facts.role.noun_phrases import (
    Name,
    Word,
    capital,
    complements_end,
    last_head,
    mark,
    noun_run,
    possessive,
    tokens_in,
    unnamed,
)
from parsers.facts.role.post import Role, role_of

_REACH = 170
"""Characters that a post may reach from the name."""

_SIGN_BEHIND = re.compile(r"[,.;:)?!”\"]|\s[—–-]|\Z|\n")
_BEGINNING = re.compile(r"\b(?:the|its|their|his|her|our|an?)\s|[\w.’'&-]+['’]s?\s", re.IGNORECASE)
_WHOLE = 9


def described(body: str, start: int, low: int, end: int | None = None, name_starting: Name = unnamed) -> Role | None:
    """The post that a name explains, behind a comma: `the head of the port, | Eldar Salahov`. `end` is the name's end.

    With `end`, the name must be closed by a sign as appositions are, and the phrase must be no part of a preposition's
    that opens a clause (`In a letter to the president, Salahov said`).
    """
    close = start - 2
    if close <= low or body[close:start] != ", ":
        return None
    if end is not None and not _SIGN_BEHIND.match(body, end):
        return None
    tokens = tokens_in(body, max(low, close - _REACH), close)
    for at in range(len(tokens) - 1, -1, -1):
        word = tokens[at]
        if mark(word) or (word.low in STOPS and word.low != "and"):
            return None
        if word.low in DETERMINERS or possessive(word):
            role = _described_from(body, tokens, at, name_starting)
            if role:
                return role if end is None or _free(tokens, at) else None
    return _opening(body, tokens, low, close, name_starting)


def _opening(body: str, tokens: list[Word], low: int, close: int, name_starting: Name) -> Role | None:
    """The post without an article with which a sentence opens: `Federal MP for Kalwa, | Ann Poole, said`."""
    if not tokens or close - low > _REACH or body[low : tokens[0].start].strip(' “"\n'):
        return None
    if not capital(tokens[0]) or tokens[0].low in DETERMINERS or tokens[0].low in LINKS:
        return None
    run = noun_run(tokens, 0)
    if run == len(tokens) or tokens[run].low not in LINKS:
        return None  # `Prime Minister, Ann Poole`
    return _described_from(body, tokens, 0, name_starting)


def _described_from(body: str, tokens: list[Word], at: int, name_starting: Name) -> Role | None:
    """The post that begins with token `at` and reaches up to the last token."""
    run = noun_run(tokens, at)
    head = last_head(tokens, run)
    if head is None or head < at:
        return None
    rest = complements_end(tokens, head + 1, name_starting)
    if rest != len(tokens):
        return None
    if possessive(tokens[at]):
        at = _owner_from(tokens, at)
    return role_of(body, tokens[at:], tokens[head])


def _owner_from(tokens: list[Word], at: int) -> int:
    """The first token of the phrase that a possessive ends: `Nordic | Bank's`, `finance | minister's`."""
    named = capital(tokens[at])
    while at:
        word = tokens[at - 1]
        if mark(word) or word.low in STOPS or word.low in DETERMINERS or word.low in LINKS or named != capital(word):
            break
        if not named and not (words.qualifies(word.low) or word.low in words.FRONT):
            break
        at -= 1
    return at


_INTO = frozenset("to of for from with in on at by about against between and".split())


def _free(tokens: list[Word], at: int) -> bool:
    """Whether a phrase is not itself the complement of a preposition: who is meant then is not sure."""
    if at and tokens[at - 1].low in DETERMINERS:
        at -= 1
    return not at or tokens[at - 1].low not in _INTO - {"by", "with", "and"}
