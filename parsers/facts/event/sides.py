"""Who does it and to whom: the subject and object of a verb of happening, turned round in the passive."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts import arguments, syntax
from parsers.facts.arguments import Argument, argument, listed
from parsers.facts.event import ahead_of, guards, phrases, striking, unnamed
from parsers.facts.list_ends import things_listed
from parsers.facts.mentions import posts
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, Phrase

_WHILE = frozenset("after before while when by".split())
_NAMING = frozenset("appoint name elect nominate".split())
"""Verbs behind whose object `as` leads to a post."""
_GIVING = frozenset("buy sell send offer donate purchase".split())
"""Verbs that may have who gets it right behind them."""


class Sides(NamedTuple):
    """The sides of a clause, turned round when it is passive."""

    who: Argument | None
    whom: Argument | None


def _planner(reading: Reading, place: Located, clause: Clause) -> Argument | None:
    """Whose plan an infinitive is: `Halden's plan | to acquire …`."""
    if clause.link != "infinitive" or clause.verb is None or place.parse.tags[clause.verb.start - 1] != "N":
        return None
    owner = syntax.nominal(place.parse, place.tokens, clause.verb.start - 1).owner
    return argument(reading, place, phrases.inner(place, owner))


def _of_attempt(clause: Clause, subject: Argument) -> bool:
    """Whether the subject that an infinitive takes over is the noun it explains: `an attempt | to kill`."""
    return clause.verb is not None and subject.phrase.head == clause.verb.start - 1 and not subject.members


def of_clause(reading: Reading, place: Located, clause: Clause) -> Sides:
    """Who does what the verb of a clause tells, and to whom."""
    verb = clause.verb
    subject = _planner(reading, place, clause) or guards.meant(
        reading, place, clause, arguments.subject(reading, place, clause)
    )
    if subject is not None and (ahead_of.of_others(place, clause) or unnamed.bare(place, subject)):
        subject = None
    if subject is not None and _behind_bracket(place, clause):
        subject = None  # "X said <Y Corp> agreed to buy"
    if subject is not None and clause.link == "reduced" and place.tokens.low[subject.phrase.start - 1] in ("and", "or"):
        subject = None  # "farmers and miners | urging X": one of a list, or all of it
    opener = place.tokens.low[clause.opener] if clause.opener is not None else ""
    if subject is not None and clause.link == "infinitive" and clause.inherited and _of_attempt(clause, subject):
        subject = None
    if subject is None and clause.subject is None and opener in _WHILE and clause.parent is not None:
        subject = guards.meant(
            reading, place, clause, arguments.subject(reading, place, place.parse.clauses[clause.parent])
        )
    subject = _somebody_of(reading, place, clause, subject)
    subject = striking.what_happened(reading, place, clause, subject)
    if verb is not None and verb.passive:
        told = None if guards.of_nearest(place, clause) else subject
        return Sides(argument(reading, place, _whole_agent(reading, place, clause.agent)), told)
    whom = clause.objects[0] if clause.objects else None
    whom = phrases.before_as(place, whom) if whom is not None and verb is not None and verb.lemma in _NAMING else whom
    if verb is not None and verb.lemma in _GIVING and len(clause.objects) > 1 and clause.objects[1].start == clause.objects[0].end:  # fmt: skip
        whom = clause.objects[1]  # "bought her son | a phone"
    if (
        whom is None
        and clause.link == "relative"
        and clause.antecedent is not None
        and clause.antecedent != clause.subject
        and not (
            opener == "which" and place.parse.tags[(clause.opener or 1) - 1] == "I"
        )  # "a pact under which X buys Y"
    ):
        whom = phrases.those(place, clause, clause.antecedent)
    return Sides(
        subject, argument(reading, place, things_listed(place, listed(reading, place, whom)) if whom else None)
    )


def _behind_bracket(place: Located, clause: Clause) -> bool:
    """Whether the subject that a clause takes over is not that of the verb around it, before which the wire sets a name in brackets."""
    outer = place.parse.clauses[clause.parent].verb if clause.parent is not None and clause.inherited else None
    return outer is not None and place.tokens.low[outer.start - 1] == ">"


def _somebody_of(reading: Reading, place: Located, clause: Clause, subject: Argument | None) -> Argument | None:
    """Whom `who` means behind a post and its body: `the founder of | Halden Corp, who was sued`."""
    opener = place.tokens.low[clause.opener] if clause.opener is not None else ""
    if subject is None or opener != "who" or clause.link != "relative" or not subject.labels & {"body", "place"}:
        return subject
    host = place.parse.hosts.get(subject.phrase.start - 1)
    first = subject.phrase.start
    while host is None and first > 1 and place.parse.tags[first - 1] in "NJ":
        first -= 1
        host = place.parse.hosts.get(first - 1)
    phrase = place.parse.phrase_at(host) if host is not None else None
    if phrase is None or not posts.is_head(place.tokens.low[phrase.head]):
        return subject
    return argument(reading, place, phrase._replace(end=subject.phrase.end))


def _whole_agent(reading: Reading, place: Located, agent: Phrase | None) -> Phrase | None:
    """Who does what is told in the passive, with what a common noun is of: `by managers | of its mill`."""
    if agent is None:
        return None
    whole = phrases.whole(place, agent)
    return listed(reading, place, whole) if whole.end > agent.end else agent
