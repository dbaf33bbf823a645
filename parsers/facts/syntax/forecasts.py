"""Whether a denial is only what somebody expects, believes or asks for: `does not believe X will sign`, `urged X not to sign`."""

from __future__ import annotations

from itertools import pairwise

from parsers.facts.syntax import cues
from parsers.facts.syntax.model import Clause, Parse
from parsers.facts.tokens import Tokens, words

_EXPECTING = words(
    "believe think expect doubt predict forecast anticipate suppose guess reckon foresee hope bet assume imagine fear determine see"
)
"""Verbs of expecting; what they govern is no deed of whoever expects it."""
_CONFIDENT = words("confident sure certain convinced optimistic hopeful determined likely unlikely doubtful adamant")
"""Adjectives behind be that say the same."""
_AHEAD = frozenset(("future", "modal", "infinitive"))


def foreseen(parse: Parse, tokens: Tokens, i: int) -> bool:
    """Does token i lie in a clause about what is to come that somebody only expects: `is not expected to | sign`?"""
    chain = parse.chain(parse.owner[i])
    ahead = False
    for inner, outer in pairwise(chain):
        if _warned_off(inner, outer):
            return True
        ahead = ahead or (inner.verb is not None and inner.verb.tense in _AHEAD)
        if ahead and inner.link in ("complement", "infinitive", "coordinate", "main") and _expects(tokens, outer):
            return True
    return False


def _warned_off(inner: Clause, outer: Clause) -> bool:
    """Is it what somebody is asked not to do: `urged X not to | attack`?"""
    asked = inner.link == "infinitive" and inner.verb is not None and inner.verb.negated
    return asked and outer.verb is not None and outer.verb.lemma in _ASKING


_ASKING = words("urge ask warn tell advise beg appeal call order instruct want request plead implore caution counsel")


def _expects(tokens: Tokens, clause: Clause) -> bool:
    verb = clause.verb
    if verb is None:
        return False
    if verb.lemma in cues.BEING:
        return not _CONFIDENT.isdisjoint(tokens.low[verb.start : verb.end + 2])
    return verb.lemma in _EXPECTING
