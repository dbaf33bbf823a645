"""Ranks and places in a sequence: "fifth term", "the first country in the region to", "number one", "third-largest"."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.quantity import nouns
from parsers.facts.quantity.nouns import Counted
from parsers.facts.quantity.number_words import tens_before
from parsers.facts.tokens import Tokens, words

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
SUFFIXES = frozenset({"st", "nd", "rd", "th"})
OPENINGS = frozenset({*ORDINALS, "number", "no"})

TERMS = frozenset({"term", "terms", "mandate", "tenure"})
"""Things that are held in a numbered sequence by one holder."""

CONTESTS = frozenset({"place", "position", "rank", "spot"})

SUPERLATIVE_EXCEPTIONS = words(
    """
    interest request test west east rest guest forest invest protest arrest contest harvest conquest quest
    best-known
    """
)


class Rank(NamedTuple):
    """A rank over tokens `start` to `end` (exclusive); `kind` is ranking or ordinal."""

    start: int
    end: int
    value: int
    unit: str
    kind: str
    noun: Counted | None


def ordinal_at(tokens: Tokens, i: int) -> Rank | None:
    """The rank at token i, or None for ordinals that count nothing ("First, …", "Second World War", "first half")."""
    low = tokens.low[i]
    if tens_before(tokens, i):
        return None  # "forty-ninth place"
    if low in ("number", "no"):
        return _number_one(tokens, i)
    if tokens.text[i].istitle() and (i > 0 or tokens.low[1] == ","):
        return None
    if low in ORDINALS:
        value, j = ORDINALS[low], i + 1
    elif tokens.text[i].isdecimal() and len(low) <= 3 and tokens.glued(i + 1):
        value, j = int(low), i + 2
    else:
        return None
    superlative = _superlative(tokens, j)
    if superlative:
        return Rank(i, superlative, value, "{rank}", "ranking", _noun(tokens, superlative))
    if tokens.low[j] in TERMS:
        return Rank(
            i,
            j,
            value,
            "{" + nouns.singular(tokens.low[j]) + "}",
            "ordinal",
            Counted(j, j + 1, nouns.singular(tokens.low[j])),
        )
    if tokens.low[j] == "place" and tokens.low[i - 2] == "in":
        return None  # in the first place
    if tokens.low[j] in CONTESTS or (
        tokens.low[j] not in ("to", "from", "and", "for")
        and tokens.low[i - 1]
        in (
            "ranked",
            "ranks",
            "ranking",
            "placed",
            "finished",
            "finishing",
            "came",
        )
    ):
        return Rank(i, j, value, "{rank}", "ranking", None) if tokens.low[j] not in (",", "-") else None
    return _first_to(tokens, i, value)


def _first_to(tokens: Tokens, i: int, value: int) -> Rank | None:
    """ "the first country in the Caucasus region to …": a claim of rank has a "to", an "in" or an "ever" behind its noun."""
    if value != 1 or tokens.low[i - 1] not in ("the", "become", "became"):
        return None
    noun = _noun(tokens, i + 1)
    if (
        noun is None
        or noun.end - noun.start > 3
        or tokens.low[noun.start] in ("time", "day", "half", "quarter", "round", "year", "place", "lady")
    ):
        return None
    behind = tokens.low[noun.end : noun.end + 8]
    if behind[:1] == ["to"] or behind[:1] == ["ever"] or (behind[:1] == ["in"] and "to" in behind[2:]):
        return Rank(i, i + 1, 1, "{rank}", "ranking", noun)
    return None


def _noun(tokens: Tokens, j: int) -> Counted | None:
    return nouns.counted_at(tokens, j, one=True)


def _superlative(tokens: Tokens, j: int) -> int | None:
    """ "-largest", " most populous": the token behind the superlative."""
    k = j + 1 if tokens.low[j] == "-" and tokens.glued(j) else j
    low = tokens.low[k]
    if low.endswith("est") and len(low) > 4 and low not in SUPERLATIVE_EXCEPTIONS:
        return k + 1
    if low in ("most", "best", "worst") and k > j:
        return k + 1
    return k + 2 if low == "most" and tokens.low[k + 1].isalpha() and tokens.low[k + 1] not in nouns.STOPS else None


def _number_one(tokens: Tokens, i: int) -> Rank | None:
    """ "the number one priority", "world No. 1"."""
    j = i + 2 if tokens.low[i + 1] == "." else i + 1
    if tokens.low[i] == "no" and j == i + 1:
        return None
    if tokens.low[j] not in ("one", "1") or tokens.low[j + 1] == "of":
        return None
    noun = _noun(tokens, j + 1)
    if (
        noun is None
        and j == i + 1
        and (i == 0 or tokens.low[j + 1] in (",", ":", "."))
        and tokens.low[i - 1] not in CROWNED
    ):
        return None  # "Number one, we must …"
    return Rank(i, j + 1, 1, "{rank}", "ranking", noun)


CROWNED = words(
    "the world world's is was are were remain remains ranked as become became at s british national current former new"
)
"""Before "number one" these make it a rank without a noun."""
