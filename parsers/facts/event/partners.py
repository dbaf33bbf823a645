"""Who else takes part in an event (buyer, seller, the body that somebody left), and whether all that it names is known."""

from __future__ import annotations

from parsers.facts.argument_nouns import SOMEBODY
from parsers.facts.arguments import Argument, argument, listed
from parsers.facts.event.guards import Happening
from parsers.facts.mentions import gazetteer
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located
from parsers.model import Mention

_LEADING = {
    "sell": ("to",), "export": ("to",), "donate": ("to",), "buy": ("from",), "purchase": ("from",), "acquire": ("from",), "import": ("from",),
    "fire": ("from",), "dismiss": ("from",), "sack": ("from",), "oust": ("from",), "resign": ("from",), "retire": ("from",), "expel": ("from",),
}  # fmt: skip
"""Verbs, and the prepositions behind which one more participant is named."""

_REACH = 34
"""Tokens behind the verb in which a name in brackets is looked for."""

_NAME = 9
"""Tokens of a name in brackets that no list knows."""

_DEALS = frozenset(("trade", "acquisition"))
"""Families in which somebody must do it: without a name for them the event is only likely."""


_MUTUAL = frozenset(("meeting", "acquisition"))
"""Families of nouns that have two sides: with only one named the event is only likely."""

_PRONOUNS = SOMEBODY | {"it", "they"}


def others(reading: Reading, place: Located, happening: Happening) -> tuple[Mention, ...]:
    """The names behind `from` or `to` that take part as well: `sold the mill to | Halden Ltd`."""
    clause = place.parse.clause_of(happening.token)
    words = _LEADING.get(clause.verb.lemma, ()) if clause.verb is not None and not happening.nominal else ()
    for complement in clause.complements if words else ():
        at = complement.preposition
        if at > happening.token and place.tokens.low[at] in words and not _by_means(place, clause, at):
            side = argument(reading, place, listed(reading, place, complement.phrase))
            if side is not None and side.members:
                firm = reading.body.startswith((" and Co", " and Sons", " & Co"), side.members[-1].end_char)
                return () if firm and side.members[-1].entity_type == "person" else side.members
    return _bracketed(reading, place, happening.token, words) if words else ()


_MEANS = frozenset("through via by under using about".split())


def _by_means(place: Located, clause: Clause, at: int) -> bool:
    """Whether a preposition belongs to a noun that only tells how: `sold it through a link | to Halden`."""
    if place.tokens.low[at - 1] == "according":
        return True
    host = place.parse.hosts.get(at)
    inside = (c for c in clause.complements if host is not None and c.phrase.start <= host < c.phrase.end)
    return any(place.tokens.low[c.preposition] in _MEANS for c in inside)


def _bracketed(reading: Reading, place: Located, token: int, words: tuple[str, ...]) -> tuple[Mention, ...]:
    """The participant whose name the wire sets in brackets: `to <Halden Ltd>`."""
    tokens = place.tokens
    for k in range(token + 1, min(token + _REACH, tokens.size - 2)):
        if tokens.low[k] in words and tokens.low[k + 1] in ("<", "("):
            return _inside(reading, place, k + 1)
    return ()


def _inside(reading: Reading, place: Located, bracket: int) -> tuple[Mention, ...]:
    """The name that begins right behind a bracket."""
    start = place.at + place.tokens.start[bracket + 1]
    return tuple(m for m in reading.mentions_in(start, start + 90) if m.start_char == start)


def bracketed_whole(reading: Reading, place: Located, whom: Argument) -> Argument:
    """A part with the body whose name the wire sets in brackets: `all of the stock | of (Halden Ltd)`."""
    link = place.tokens.low[whom.phrase.end]
    named = _inside(reading, place, whom.phrase.end + 1)
    if not named:
        tokens, first = place.tokens, whom.phrase.end + 2
        close = next((k for k in range(first, min(first + _NAME, tokens.size)) if tokens.low[k] in (">", ")")), None)
        return whom if close is None else whom._replace(text=f"{whom.text} {link} {tokens.phrase(first, close)}")
    text = f"{whom.text} {link} {named[0].surface}"
    return whom._replace(members=named[:1], worded=True, labels=whom.labels | {"named"}, text=text)


def named_behind(reading: Reading, place: Located, side: Argument | None) -> Argument | None:
    """People who are counted first and named then: `the arrests of two leaders, | Ann Lind and Ola Dahl`."""
    if side is None or side.members or ", " not in side.text:
        return side
    at = reading.body.find(side.text, place.at + place.tokens.start[side.phrase.start])
    start = at + side.text.index(", ") + 2
    named = reading.mentions_in(start, at + len(side.text)) if at >= 0 else ()
    rest = reading.body[start : at + len(side.text)]
    for mention in named:
        rest = rest.replace(mention.surface, "", 1)
    people = len(named) > 1 and all(m.entity_type == "person" for m in named)
    return side._replace(members=named, worded=True) if people and set(rest.split()) <= {",", "and"} else side


def unsure(place: Located, happening: Happening) -> bool:
    """Whether the event names, or must have, somebody of whom it gives no name: then it is only likely."""
    clause = place.parse.clause_of(happening.token)
    if happening.family in _DEALS and happening.who is None:
        return True
    if _merges_alone(clause, happening):
        return True
    if happening.nominal and happening.family in _MUTUAL and (happening.who is None or happening.whom is None):
        return happening.who is None or len(happening.who.members) < 2
    if not happening.nominal and (happening.who is None or not happening.who.members) and _pronoun(place, clause):
        return True
    if happening.whom is not None and place.parse.tags[happening.whom.phrase.start] in "Oo":
        return True  # "met her and other leaders"
    return any(side is not None and _cut(place, side) for side in (happening.who, happening.whom))


def _merges_alone(clause: Clause, happening: Happening) -> bool:
    """Whether only one is known of those who merge."""
    merges = clause.verb is not None and clause.verb.lemma == "merge" and not happening.nominal
    return merges and happening.whom is None and (happening.who is None or len(happening.who.members) < 2)


def _pronoun(place: Located, clause: Clause) -> bool:
    """Whether the subject of a clause is a pronoun."""
    return clause.subject is not None and place.tokens.low[clause.subject.head] in _PRONOUNS


def _cut(place: Located, side: Argument) -> bool:
    """Whether a side is not whole: a list of which one is no name, a name that no list knows, `of` without its noun."""
    tokens = place.tokens
    if "both" in tokens.low[max(0, side.phrase.start - 1) : side.phrase.start + 1] and " and " not in side.text:
        return True  # "to both Ann Lind and …"
    if side.members:
        return not side.complete or _goes_on(place, side)
    start, end = side.phrase.start, side.phrase.end
    if tokens.low[end : end + 1] == ["of"] and tokens.low[end + 1 : end + 2] in (["("], ["<"]):
        return True
    return any(_names(tokens.text[k]) for k in range(max(1, start), end))


def _goes_on(place: Located, side: Argument) -> bool:
    """Whether a list of names goes on with one that no list knows: `Lund Radio | and the US-funded Radio Moe`."""
    low, text, at = place.tokens.low, place.tokens.text, side.phrase.end
    if low[at : at + 1] in ([","], ["("]):
        return _behind_aside(place, at)
    if low[at : at + 1] != ["and"] or low[at + 1] != "the":
        return False
    return text[at + 2][:1].isupper() and place.parse.clauses[place.parse.owner[at + 2]].start <= side.phrase.start


def _behind_aside(place: Located, at: int) -> bool:
    """Whether a list goes on behind what is put in: `Ann Lind, | of the Lund Union, and Ola Dahl`."""
    low, tags = place.tokens.low, place.parse.tags
    for k in range(at + 1, min(at + _ASIDE, place.tokens.size - 1)):
        if tags[k] in "MBhdva;t" or place.parse.owner[k] != place.parse.owner[at]:
            return False
        if low[k] == "and" and low[k - 1] in (",", ")") and place.tokens.text[k + 1][:1].isupper():
            return tags[k + 1] == "N"
    return False


_ASIDE = 16
"""Tokens of what is put in behind a name."""


def _names(word: str) -> bool:
    """Whether a word in a phrase belongs to a name: a capital that is no adjective of a country."""
    return word[:1].isupper() and not word.startswith("U.") and word not in gazetteer.demonyms()
