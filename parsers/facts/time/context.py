"""What stands around a time: the word that places it, the word that narrows it, the direction it points to."""

from __future__ import annotations

from parsers.facts.time.words import AHEAD, BACK, EDGES, HERE, RELATIONS, SPANNING
from parsers.facts.tokens import Tokens

PARTS_NEED_OF = frozenset({"end", "start", "beginning", "middle"})
"""Edge words that are verbs too: they count only with "of" behind."""


def direction(tokens: Tokens, i: int) -> int | None:
    """-1, 0 or 1 for last, this and next at token i."""
    low = tokens.low[i]
    return -1 if low in BACK else 0 if low in HERE else 1 if low in AHEAD else None


def edge(tokens: Tokens, start: int, done: int) -> int:
    """The token where the expression begins with "early", "mid-", "end of" before it, else `start`."""
    k = start
    if tokens.low[k - 1] == "the" and tokens.low[k - 2] == "of":
        k -= 1
    of = tokens.low[k - 1] == "of"
    if of or tokens.low[k - 1] in ("-", "in"):
        k -= 1
    low = tokens.low[k - 1]
    if low not in EDGES or k - 1 < done or (low in PARTS_NEED_OF and not of):
        return start
    return k - 1


def relation_before(tokens: Tokens, start: int, done: int) -> tuple[str | None, int]:
    """The word that places the expression beginning at token `start`, and where its surface starts."""
    k = start - 1
    while (
        tokens.low[k] in ("the", "(", "on", "in")
        and k > done
        and start - k < 3
        and (tokens.low[k] not in ("on", "in") or tokens.low[k - 1] in ("starting", "beginning", "ending"))
    ):
        k -= 1
    if tokens.low[k] == "-" and tokens.low[k - 1] in ("pre", "post") and k > done:
        return ("before" if tokens.low[k - 1] == "pre" else "after"), k - 1
    low = tokens.low[k] if k >= done else ""
    before = tokens.low[k - 1]
    if low == "of" and before == "as":
        return "as of", k - 1
    if low == "than" and before in ("later", "earlier"):
        return ("after" if before == "later" else "before"), k - 1
    if low == "to" and before == "prior":
        return "before", k - 1
    relation = RELATIONS.get(low) if low != "as" else None
    return relation, k if relation in SPANNING or low in ("starting", "beginning", "ending") else start
