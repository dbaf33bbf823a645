"""Whether a time is planned, proposed or claimed: as the clause says that it is the time of."""

from __future__ import annotations

from bisect import bisect_left

from parsers.facts import syntax
from parsers.facts.reading import Reading
from parsers.facts.syntax import standing
from parsers.facts.tokens import Tokens, words
from parsers.model import Fact
from parsers.record import changed

AHEAD = words("plan schedule expect forecast predict propose set slate due project pencil target")
"""Verbs that say themselves that what they are about is to come: "planned for May"."""


def confirmed(reading: Reading, at: int, tokens: Tokens, fact: Fact) -> Fact:
    """The fact (in the offsets of its sentence), asserted where its own clause supposes and plans nothing.

    A word before the time says how it is meant; in "talks last night failed, the firms will meet again" the word is one
    of another clause.
    """
    if not syntax.reads(reading.in_language):
        return fact
    parse = syntax.of(reading, at, tokens)
    i = bisect_left(tokens.start, fact.anchor_start or 0, 0, max(0, tokens.size - 1))
    verb = parse.clause_of(i).verb
    host = parse.hosts.get(i - 1) if i else None
    if verb is None or (host is not None and tokens.low[i - 1] == "of"):
        return changed(fact, modality=standing.ASSERTED)
    if (verb.lemma in AHEAD and (verb.passive or verb.finite)) or parse.tags[verb.end : verb.end + 1] == "T":
        return fact
    if parse.clause_of(i).link in ("gerund", "infinitive"):
        return fact
    told = standing.of(parse, tokens, verb.head)
    plain = told.polarity == "+" and told.modality == standing.ASSERTED
    return changed(fact, modality=standing.ASSERTED) if plain else fact
