"""What is counted or measured: the noun behind a figure, what it is a sum of, what was changed to it."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.quantity.measure import Measure
from parsers.facts.quantity.trends import LIFTING, LOWERING
from parsers.facts.syntax import Clause, Parse, Phrase
from parsers.facts.syntax.lexicon import TEMPORAL
from parsers.facts.tokens import Tokens, words

MOVING = words("to by from at")
"""Prepositions before what something was changed to or by: then the object of the verb is what changed."""

GIVING = words("pay give award owe grant fine tell ask offer sell send")
"""Verbs with who gets it as the first object."""

LONGEST_OBJECT = 6
"""Words of an object."""


class Figure(NamedTuple):
    """A figure in its sentence: its clause, its noun phrase, and the preposition before that.

    `absolute`: it is of what `with` puts beside the clause.
    """

    parse: Parse
    tokens: Tokens
    measure: Measure
    number: int
    clause: Clause
    phrase: Phrase | None
    preposition: int | None
    absolute: bool


def object_of(figure: Figure) -> str | None:
    """What is counted or measured: the noun behind, the noun it is a figure of, or what was changed by it."""
    measure, tokens = figure.measure, figure.tokens
    if measure.subtype == "age" and tokens.low[measure.start - 2 : measure.start] == ["age", "of"]:
        return None  # "the age of 15"
    if measure.noun:
        return tokens.phrase(measure.noun.start, measure.noun.end)
    return _measured(figure, changed=True) or _behind(figure) or _measured(figure, changed=False)


def _behind(figure: Figure) -> str | None:
    """ "a 60 MW solar plant", "2 GW of renewable energy"."""
    parse, tokens, phrase = figure.parse, figure.tokens, figure.phrase
    k = figure.measure.end
    if parse.tags[k : k + 1] == "p" or tokens.low[k : k + 2] in (["'", "s"], ["’", "s"]):
        return None  # "the 26-year-old | 's past"
    if phrase is not None and k < phrase.end:
        while k < phrase.end and (parse.tags[k] in "jD" or _extent(tokens, k)):
            k += 1
        end = phrase.head + 1 + (tokens.low[phrase.head + 1] == "chief")
        return _words(tokens, parse, k, end if phrase.head >= k else k)
    at = k if tokens.low[k] == "of" else _of_a_rate(tokens, figure.measure)
    if at is not None:
        formula = _formula_end(tokens, at + 1)
        if formula:
            return tokens.phrase(at + 1, formula)
        thing = next((c.phrase for c in parse.complements if c.preposition == at), None)
        if thing is not None:
            start = thing.start
            while start < thing.end and parse.tags[start] == "D":
                start += 1
            return _words(tokens, parse, start, thing.head + 1)
    return None


def _of_a_rate(tokens: Tokens, measure: Measure) -> int | None:
    """The `of` inside of a rate: "60 tonnes | of fruit a year"."""
    at = next((k for k in range(measure.end - 1, measure.start, -1) if tokens.low[k] == "of"), None)
    return at if at is not None and "/" in measure.unit.code and tokens.low[at + 1] not in ("a", "an", "one") else None


EXTENTS = words("long wide high deep tall thick strong old square cubic")


def _extent(tokens: Tokens, k: int) -> bool:
    """Does a word behind a hyphen say in what a thing is measured: "a 200-metre-long path"?"""
    return tokens.low[k] in EXTENTS and tokens.low[k - 1] == "-"


def _formula_end(tokens: Tokens, k: int) -> int | None:
    """The token behind a chemical formula at token k ("CO2", "N2O emissions"), or None."""
    if tokens.text[k] not in SYMBOLS or not (tokens.text[k + 1].isdecimal() and tokens.glued(k + 1)):
        return None
    j = k + 2
    while j < tokens.size and tokens.glued(j) and tokens.text[j].isalnum():
        j += 1
    return j + 1 if tokens.low[j] in ("emissions", "equivalent") else j


SYMBOLS = words("CO N SO CH H NO NH O SF NF C PM U UO UF TiO SiO Al Fe CaCO Pu Cs I LiCO Li HNO P Cl CF K Na")
"""What chemical formulas in the news begin with, before their first digit."""


def _words(tokens: Tokens, parse: Parse, start: int, end: int) -> str | None:
    """Words that name a thing: no times, no figures, not too many."""
    if (
        start >= end
        or end - start > LONGEST_OBJECT
        or tokens.low[end - 1] in TEMPORAL
        or (parse.tags[end - 1] != "N" and tokens.low[end - 1] != "chief")
    ):
        return None
    if tokens.low[end - 1] in TRADE:
        return None
    if any(parse.tags[k] in "#" for k in range(start, end)) or not tokens.low[start][0].isalnum():
        return None
    if any(parse.tags[k] == "N" and tokens.low[k] in VERBS_TOO for k in range(start + 1, end - 1)):
        return None  # "Halden Mining controls rights"
    return tokens.phrase(start, end)


TRADE = words("cif fob reuter reuters")
"""Terms of trade and credits behind a figure, which are no things."""

VERBS_TOO = words("controls holds owns runs operates makes sells buys says has is gives gets takes needs wants plans")
"""Verbs that may have been taken for a noun inside of a phrase."""


def _moves(figure: Figure, at: int, host: int | None) -> bool:
    """Does a preposition belong to the change, and not to a noun behind the object: "set a price for rights | to a 5 million issue"?"""
    low, tags, objects, verb = figure.tokens.low, figure.parse.tags, figure.clause.objects, figure.clause.verb
    if low[at - 1] in ("up", "down") or (verb is not None and verb.lemma in LIFTING | LOWERING):
        return "which" not in low[objects[0].end : at]
    if host is None:
        return low[at - 1] not in ("due", "owing", "thanks") and "," not in low[objects[0].end : at]
    behind = figure.parse.phrase_at(host)
    if any(o.start <= host < o.end for o in objects) or low[host] in TEMPORAL:
        return True
    moved = verb is not None and verb.lemma not in GIVING
    return moved and behind is not None and "#" in tags[behind.start : behind.end]


def _measured(figure: Figure, *, changed: bool) -> str | None:
    """ "raised its dividend to 5 cents" (`changed`), "a profit of 5 million"."""
    at, parse, tokens, clause = figure.preposition, figure.parse, figure.tokens, figure.clause
    if at is None or clause.verb is None or at < clause.verb.end:
        return None
    host = parse.hosts.get(at)
    phrase = parse.phrase_at(host) if host is not None and tokens.low[at] == "of" and not changed else None
    if (
        changed
        and tokens.low[at] in MOVING
        and clause.objects
        and clause.objects[0].end <= at
        and _moves(figure, at, host)
    ):
        phrase = clause.objects[0]
    if phrase is None:
        return None
    start = phrase.start
    while start < phrase.end and parse.tags[start] == "D" and tokens.low[start] in ("a", "an", "the"):
        start += 1
    return _words(tokens, parse, start, min(phrase.end, phrase.head + 1))
