"""The clause around a word: where it begins and ends, its verb, and what is before the verb."""

from __future__ import annotations

from parsers.facts.tokens import Tokens, words

BORDERS = frozenset({";", ":", "—", "?", "!", "•", "|"})

MARKS = BORDERS | {",", "."}
"""What may be a border; a comma and a full stop are one only before certain words."""

JOINERS = words(
    """
    and but while whereas which who although though because compared with where when as so or nor yet including
    """
)
"""Words that open a new clause behind a comma."""

REACH = 40
"""Tokens a clause may extend to either side."""

WHOLE = 260
"""A sentence of at most so many characters is shown whole as evidence; of a longer one, the clause."""


def clause(tokens: Tokens, i: int, j: int) -> tuple[int, int]:
    """The tokens (first, behind last) of the clause around tokens i to j."""
    first, last = max(0, i - REACH), max(j, min(tokens.size, j + REACH))
    for mark in tokens.among(MARKS, first, last):
        if first <= mark < i and _border(tokens, mark):
            first = mark + 1
        elif j <= mark < last and _border(tokens, mark):
            last = mark
            break
    return first, last


def _border(tokens: Tokens, k: int) -> bool:
    low = tokens.low[k]
    if low in BORDERS:
        return not (low == ":" and tokens.glued(k) and tokens.glued(k + 1))
    if low == ",":
        return tokens.low[k + 1] in JOINERS
    return (
        low == "."
        and k + 1 < tokens.size
        and not tokens.glued(k + 1)
        and tokens.text[k + 1][:1].isupper()
        and len(tokens.low[k - 1]) > 3
    )


def evidence(tokens: Tokens, i: int, j: int) -> tuple[int, int]:
    """Body offsets of the words to show for tokens i to j: the sentence, or, of a long one, the clause."""
    begin, stop = tokens.start[0], tokens.end[tokens.size - 1]
    if stop - begin <= WHOLE:
        return begin, stop
    first, last = clause(tokens, i, j)
    return tokens.start[first], tokens.end[last - 1]
