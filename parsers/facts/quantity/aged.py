"""Whose age a figure tells: "Mr Berg, 53,", "a boy aged 13", "she is 40"; nobody where the words do not say."""

from __future__ import annotations

from parsers.facts.mentions import posts
from parsers.facts.quantity.nouns import singular
from parsers.facts.quantity.objects import Figure
from parsers.facts.quantity.outcomes import OF_PEOPLE
from parsers.facts.syntax import Phrase
from parsers.facts.tokens import words

BEING = words("be turn become reach die retire marry")
"""Verbs, by lemma, that may tell an age; others only tell what somebody of that age did."""

PLACING = words("of in from at near on around")
"""Prepositions behind which a name before an age may be that of a place, or of somebody's relative."""


def modifies(figure: Figure) -> bool:
    """Does the age describe the noun behind it: "a 12-year-old girl"?"""
    return figure.phrase is not None and figure.phrase.head >= figure.measure.end


def told_by_verb(figure: Figure) -> bool:
    """Does the verb of the clause tell the age of its subject?"""
    verb = figure.clause.verb
    return verb is not None and verb.lemma in BEING and not modifies(figure) and figure.measure.start >= verb.end


def whose(figure: Figure) -> Phrase | None:
    """The person right in front of the age: "Mr Berg, | 53,", "a boy | aged 13"; None when it is no person."""
    low, i = figure.tokens.low, figure.measure.start
    k = i - 1
    if low[k] in ("aged", "age") or low[k] in (",", "("):
        k -= 1
    else:
        return None
    if low[k] == "," and low[k + 1] == "aged":
        k -= 1
    phrase = figure.parse.phrase_at(k) if k >= 0 else None
    if phrase is None or phrase.end != k + 1 or not _person(figure, phrase):
        return None
    before = low[phrase.start - 1] if phrase.start else ""
    return None if before in PLACING or "#" in figure.parse.tags[phrase.start : phrase.end] else phrase


def _person(figure: Figure, phrase: Phrase) -> bool:
    low, head = figure.tokens.low, phrase.head
    named = figure.tokens.text[head][:1].isupper() and figure.parse.tags[head] == "N"
    return named or singular(low[head]) in OF_PEOPLE or posts.is_head(low[head])
