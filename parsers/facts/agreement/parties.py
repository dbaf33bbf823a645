"""Whose agreement it is: the subject, `with` and `between`, the possessor, the agent; and whether somebody is missing."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts import arguments, syntax
from parsers.facts.agreement import instruments, whole_names
from parsers.facts.argument_nouns import SOMEBODY
from parsers.facts.arguments import Argument, argument, extended, listed
from parsers.facts.event import guards
from parsers.facts.mentions import gazetteer
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, Phrase
from parsers.model import Mention

_PAIRS = frozenset("between among".split())
_OTHERS = frozenset("with".split())
_PLURAL = frozenset("sides parties countries nations governments ministers leaders companies firms members partners states presidents officials delegates both two three".split())  # fmt: skip


class Sides(NamedTuple):
    """The parties of an agreement in reading order; `complete` when both sides are named or described."""

    arguments: tuple[Argument, ...]
    complete: bool

    @property
    def members(self) -> tuple[Mention, ...]:
        """The parties that are names."""
        found = {m.entity_id: m for a in self.arguments for m in a.members}
        return tuple(found.values())

    @property
    def known(self) -> bool:
        """Whether all of them are names, so that all are rows of `fact_party`."""
        return all(a.complete for a in self.arguments)

    @property
    def named(self) -> str | None:
        """The names and descriptions of the parties, joined by semicolons."""
        return "; ".join(dict.fromkeys(a.name for a in self.arguments if a.name)) or None


class Agreed(NamedTuple):
    """An agreement in a sentence: its words (tokens, end exclusive), the token that decides, its kind and its parties.

    `told` says that a verb tells of it: one that is only named beside another verb is not what that verb denies.
    """

    first: int
    last: int
    token: int
    kind: str
    sides: Sides
    told: bool = True


def of_noun(reading: Reading, place: Located, token: int, clause: Clause | None) -> Sides:
    """The parties of the instrument whose head is a token; `clause` is the one whose verb brings it about."""
    return _sound(reading, place, clause, _of_noun(reading, place, token, clause))


def of_verb(reading: Reading, place: Located, token: int) -> Sides:
    """The parties of `agreed to`, `partnered with`: the subject, who is behind `with`, and whom the infinitive names."""
    told = _of_verb(reading, place, token)
    whole = _sound(reading, place, place.parse.clause_of(token), told)
    lost = bool(told.arguments) and not any(a.phrase == told.arguments[0].phrase for a in whole.arguments)
    return Sides((), complete=False) if lost else whole  # who agreed is not known


def _sound(reading: Reading, place: Located, clause: Clause | None, sides: Sides) -> Sides:
    """The sides that are told whole; one that is left out makes them incomplete."""
    kept = whole_names.sound(reading, place, clause, sides.arguments)
    return Sides(kept, complete=sides.complete and len(kept) == len(sides.arguments))


def _of_noun(reading: Reading, place: Located, token: int, clause: Clause | None) -> Sides:
    around = syntax.nominal(place.parse, place.tokens, token)
    pair: list[Argument] = []
    others: list[Argument] = []
    for complement in around.others:
        word = place.tokens.low[complement.preposition]
        if (word in _PAIRS or word in _OTHERS) and not _of_another(place, token, complement.preposition):
            side = _party(place, argument(reading, place, listed(reading, place, complement.phrase)))
            (pair if word in _PAIRS else others).extend([side] if side else [])
    if clause is not None and not pair:
        pair = _complements(reading, place, clause, token, _PAIRS)
    if clause is not None and not others and not pair:
        others = _given(reading, place, clause, token)
    if clause is not None and not others and not pair:
        others = _complements(reading, place, clause, token, _other_words(clause, token))
    if pair:
        return Sides(tuple(pair), complete=_several(place, pair[0]))
    first = [_party(place, argument(reading, place, around.owner))] if around.owner else []
    if clause is not None and not any(first):
        first = [_doer(reading, place, clause, token)]
    if not any(first) and others:
        first = [_own(reading, place, token)]
    if around.by and not any(first):
        first = [_party(place, argument(reading, place, listed(reading, place, around.by)))]
    if not any(first) or not others:
        first, others = _around(reading, place, token, clause, first, others)
    if not others:
        others = _in_brackets(reading, place, token)
    mine = [a for a in first if a]
    found = (*mine, *others)
    return Sides(found, complete=len(found) > 1 or any(_several(place, a) for a in mine))


def _in_brackets(reading: Reading, place: Located, token: int) -> list[Argument]:
    """The other side where the wire sets its name in brackets: `an agreement with <Halden Ltd>`."""
    tokens = place.tokens
    for k in range(token + 1, min(token + 6, tokens.size)):
        if tokens.low[k] == "with" and tokens.low[k + 1] == "<":
            start = place.at + tokens.start[k + 2]
            named = [m for m in reading.mentions_in(start, start + 90) if m.start_char == start]
            if named and named[0].entity_type == "organisation":
                phrase = Phrase(k + 2, place.token(named[0].end_char - 1) + 1, k + 2)
                side = argument(reading, place, phrase)
                return [side] if side else []
    return []


def _of_verb(reading: Reading, place: Located, token: int) -> Sides:
    clause = place.parse.clause_of(token)
    first = _party(place, guards.meant(reading, place, clause, arguments.subject(reading, place, clause)))
    if clause.verb is not None and clause.verb.passive:
        first = _party(place, argument(reading, place, clause.agent))
    others = [
        side
        for c in clause.complements
        if c.preposition > token
        and place.tokens.low[c.preposition] in ("with", "between")
        and c.preposition - token < 12
        and _MET.isdisjoint(place.tokens.low[token + 1 : c.preposition])
        if (side := _party(place, argument(reading, place, c.phrase)))
    ][:1]
    if not others:
        others = _in_infinitive(reading, place, token)
    active = clause.verb is not None and not clause.verb.passive
    if first is None and others and (clause.subject is not None or active):
        return Sides((), complete=False)  # "it and X agreed to buy Y from Z": who agreed is not known
    found = tuple([a for a in (first, *others) if a])
    return Sides(found, complete=len(found) > 1 or any(_several(place, a) for a in found))


_DEALING = {"sell": ("to",), "buy": ("from",), "acquire": ("from",), "merge": ("with",), "cooperate": ("with",), "work": ("with",), "supply": ("to",), "lend": ("to",), "pay": ("to",), "lease": ("to", "from"), "purchase": ("from",), "transfer": ("to",), "provide": ("to",)}  # fmt: skip


def _in_infinitive(reading: Reading, place: Located, token: int) -> list[Argument]:
    """The other side that what was agreed names: `agreed to merge with X`, `to be acquired by X`, `to buy X`."""
    number = place.parse.owner[token]
    for clause in place.parse.clauses[number + 1 :]:
        if clause.parent != number or clause.link != "infinitive" or clause.verb is None:
            continue
        phrases: list[Phrase] = []
        if clause.verb.passive and clause.agent:
            phrases = [clause.agent]
        elif clause.verb.lemma in _DEALING:
            phrases = [c.phrase for c in clause.complements if place.tokens.low[c.preposition] in _DEALING[clause.verb.lemma]]  # fmt: skip
            if not phrases and clause.verb.lemma in ("acquire", "buy", "purchase") and clause.objects:
                whole = clause.objects[0]
                phrases = [] if "p" in place.parse.tags[whole.start : whole.end] else [whole]
        for phrase in phrases[: len(phrases) == 1]:  # "from X and 25 from Y": neither alone
            side = _party(place, argument(reading, place, listed(reading, place, extended(place, phrase))))
            if side and (side.members or "body" in side.labels):
                return [side]
        return []
    return []


def _doer(reading: Reading, place: Located, clause: Clause, token: int) -> Argument | None:
    """Who signs: the subject of an active verb, the agent of a passive one; who receives, of `was awarded`."""
    verb = clause.verb
    if verb is None:
        return None
    if verb.passive and (clause.subject is None or clause.subject.start <= token < clause.subject.end):
        near = clause.agent is not None and _AMID.isdisjoint(place.tokens.low[verb.end : clause.agent.start])
        return _party(
            place, argument(reading, place, _whole(reading, place, clause.agent) if clause.agent and near else None)
        )
    return _party(place, guards.meant(reading, place, clause, arguments.subject(reading, place, clause)))


def _own(reading: Reading, place: Located, token: int) -> Argument | None:
    """Whose `its` is: the subject of the verb whose object the instrument is (`ended its | contract with X`)."""
    phrase, clause = place.parse.phrase_at(token), place.parse.clause_of(token)
    if phrase is None or clause.verb is None or clause.verb.passive or place.tokens.low[phrase.start] not in _OWNERS:
        return None
    if not any(o.start == phrase.start for o in clause.objects):
        return None
    side = _party(place, guards.meant(reading, place, clause, arguments.subject(reading, place, clause)))
    return side if side is not None and side.members else None


_OWNERS = frozenset(("its", "their"))


def _whole(reading: Reading, place: Located, phrase: Phrase) -> Phrase:
    """A common noun with what it is of (`the city | of Lund`), a name with those it is listed with."""
    named = place.tokens.text[phrase.head][:1].isupper()
    return listed(reading, place, phrase if named else extended(place, phrase))


_AMID = frozenset("despite after following amid against before since".split())
"""Prepositions of another happening: a `by` behind them tells who did that, not who signs."""


def _other_words(clause: Clause, token: int) -> frozenset[str]:
    """The prepositions that lead to the other side: with; from and by for what is won or awarded; to for who gets it."""
    verb = clause.verb
    if verb is None or verb.lemma not in ("win", "award", "receive", "secure", "gain", "obtain", "land"):
        return _OTHERS
    given = verb.passive and clause.subject is not None and clause.subject.start <= token < clause.subject.end
    return _OTHERS | (
        {"to"}
        if verb.lemma == "award" and (given or not verb.passive)
        else {"from", "by"}
        if verb.passive
        else {"from"}
    )


def _given(reading: Reading, place: Located, clause: Clause, token: int) -> list[Argument]:
    """Who gets the instrument that a verb of giving has as its second object: `awarded | Halden Ltd a contract`."""
    verb, objects = clause.verb, clause.objects
    if verb is None or verb.passive or verb.lemma not in ("award", "give", "grant", "hand") or len(objects) < 2:
        return []
    side = _party(place, argument(reading, place, objects[0])) if objects[1].start <= token < objects[1].end else None
    return [side] if side else []


Found = list[Argument | None]


def _around(
    reading: Reading, place: Located, token: int, clause: Clause | None, first: Found, others: list[Argument]
) -> tuple[Found, list[Argument]]:
    """The sides that are distinguished from the instrument: `X, together with Y, signed`, `Under a contract with X, Y will build`."""
    if clause is not None and not others:
        others = _together(reading, place, clause)
    outer = place.parse.clause_of(token)
    if clause is None and others and not any(first) and _under(place, token) and outer.verb is not None and outer.verb.start > token:  # fmt: skip
        first = [_party(place, guards.meant(reading, place, outer, arguments.subject(reading, place, outer)))]
    return first, others


def _together(reading: Reading, place: Located, clause: Clause) -> list[Argument]:
    """Who is set beside the subject: `X, together with Y, signed`."""
    low, verb = place.tokens.low, clause.verb
    if clause.subject is None or verb is None:
        return []
    for complement in place.parse.complements:
        at = complement.preposition
        if clause.subject.end < at < verb.start and low[at] == "with" and low[at - 1] in ("together", "along"):
            side = _party(place, argument(reading, place, listed(reading, place, complement.phrase)))
            return [side] if side else []
    return []


def _under(place: Located, token: int) -> bool:
    """Whether an instrument is what a sentence opens with: `Under a five-year contract with …`."""
    phrase = place.parse.phrase_at(token)
    if phrase is None or phrase.start == 0 or place.tokens.low[phrase.start - 1] != "under":
        return False
    return phrase.start == 1 or place.tokens.low[phrase.start - 2] in (",", "-", "said", "that")


def _complements(reading: Reading, place: Located, clause: Clause, token: int, words: frozenset[str]) -> list[Argument]:
    """The party behind one of the clause's own prepositions."""
    for complement in clause.complements:
        at = complement.preposition
        if at > token and place.tokens.low[at] in words and not _of_another(place, token, at):
            side = _party(place, argument(reading, place, listed(reading, place, complement.phrase)))
            if side:
                return [side]
    return []


def _of_another(place: Located, token: int, at: int) -> bool:
    """Whether a preposition belongs to another noun: `a contract comparable to agreements | between X and Y`."""
    host, low = place.parse.hosts.get(at, at - 1), place.tokens.low
    if low[at] == "with" and not _MET.isdisjoint(low[token + 1 : at]):
        return True
    return host != token and low[host] in instruments.HEADS


_MET = frozenset("meeting meetings talks negotiations discussions session visit conference interview".split())
"""Nouns of which a `with` behind them tells who was met: `presented the treaty in a meeting | with X`."""


def _party(place: Located, side: Argument | None) -> Argument | None:
    """An argument that may be a party: somebody, no thing and no pronoun of things."""
    if (
        side is not None
        and side.phrase.start
        and place.tokens.low[side.phrase.start - 1] == "of"
        and "place" in side.labels
    ):
        return None  # "Halden Co of | New York"
    if side is None or "somebody" not in side.labels or not side.text or side.text.rstrip(".").lower() in _FORMS:
        return None
    if not side.members and side.text.split()[-1] in gazetteer.demonyms():
        return None  # "the Dutch | -based <Lund Ltd>"
    if not side.members and side.text.endswith(("'s", "’s")):
        return None  # "with Halden Corp's <HLD>, Lund Mills, unit"
    return None if not side.members and side.text.lower() in SOMEBODY else side


_FORMS = frozenset("co corp inc ltd plc llc company sons partnership group unit".split())
"""Legal forms that alone are the rest of a name: `Sears, Roebuck and | Co`."""


def _several(place: Located, side: Argument) -> bool:
    """Whether a phrase names two parties or more: a list, or a plural."""
    if len(side.members) > 1 or " and " in f" {side.text} ":
        return True
    low = place.tokens.low[side.phrase.start : side.phrase.head + 1]
    return not side.members and not _PLURAL.isdisjoint(low)
