"""Verbs without a tense: infinitives, participles, -ing forms."""

from __future__ import annotations

from parsers.facts.syntax.joining import sibling, take
from parsers.facts.syntax.lexicon import OBJECT_CONTROL
from parsers.facts.syntax.model import Verb
from parsers.facts.syntax.state import Open, State


def read_base(s: State, verb: Verb) -> None:
    """A base form without `to`: joined to an infinitive or a modal verb, or an order."""
    c = s.top
    if s.before(verb.start) == "C" and c.verb is not None:
        level = next(
            (
                x
                for x in reversed(s.stack)
                if x.verb
                and (
                    x.verb.tense in ("infinitive", "future", "modal")
                    or (x.verb.tense == "present" and not x.verb.passive)
                )
            ),
            c,
        )
        s.pop_to(level, verb.start)
        inner = sibling(s, level, verb.start)
        inner.subject, inner.inherited = level.subject, True
        first = level.verb
        take(s, inner, verb._replace(tense=first.tense, modal=first.modal) if first else verb)
    elif c.verb is None:
        take(s, c, verb if c.subject is None else verb._replace(tense="present"))
    else:
        read_infinitive(s, verb)


def read_infinitive(s: State, verb: Verb) -> None:
    """`to sign`: inside the open clause, or joined to another infinitive."""
    c = s.top
    if c.verb is not None and s.before(verb.start) == "C" and c.verb.tense == "infinitive":
        inner = sibling(s, c, verb.start)
        inner.subject, inner.inherited = c.subject, True
    else:
        inner = s.child(verb.start, "infinitive", verb.start)
        inner.fronted = c.verb is None
        controlled = c.verb is not None and c.objects and (c.verb.lemma in OBJECT_CONTROL)
        inner.subject = c.objects[-1] if controlled else c.subject
        inner.inherited = True
        inner.unsure = noun_before(s, verb.start) and not controlled
    take(s, inner, verb)


def noun_before(s: State, i: int) -> bool:
    """Does the infinitive at token i follow a noun, and not its verb?"""
    return s.before(i) in "N#"


def read_nonfinite(s: State, verb: Verb) -> None:
    """A participle: behind its noun, behind a comma, or joined to another."""
    c = s.top
    before = s.before(verb.start)
    if before == "C" and c.verb is not None:
        second_participle(s, c, verb)
        return
    own = s.last if s.last_in == c.number else None
    if (
        c.verb is not None
        and c.verb.passive
        and own is not None
        and own.end == verb.start
        and s.before(own.start) in "C,"
    ):
        inner = sibling(s, c, own.start)  # "12 people were killed and 40 injured"
        inner.subject = own
        take(s, inner, verb._replace(tense=c.verb.tense, passive=True, modal=c.verb.modal))
        return
    adjacent = bool(s.phrases) and s.phrases[-1].end == verb.start
    passive = verb.tense == "participle"
    acting = verb.tense == "gerund" or s.tokens.low[verb.start] == "being"
    if acting and before in ("v", "a", "b", "n", "g", "B", "h") and c.verb is not None:
        inner = s.child(verb.start, "gerund", None)  # "denied killing", "avoided being arrested"
        inner.subject, inner.inherited = c.subject, True
    elif before == "," or not adjacent:
        inner = s.child(verb.start, "participle", None)
        inner.subject, inner.inherited = c.subject, True
        inner.fronted = c.verb is None
        inner.unsure = c.verb is None
    else:
        inner = s.child(verb.start, "reduced", None)
        inner.antecedent = s.phrases[-1]
        inner.subject, inner.inherited = inner.antecedent, True
    inner.verb = verb._replace(passive=passive)
    s.last = None


def second_participle(s: State, c: Open, verb: Verb) -> None:
    """`was shot and wounded`, `announced and signed on Monday`: a participle joined to the verb before it."""
    first = c.verb
    inner = sibling(s, c, verb.start)
    inner.subject, inner.inherited, inner.antecedent = c.subject, True, c.antecedent
    same = first is not None and (first.passive or first.perfect or first.progressive)
    inner.verb = (
        verb._replace(
            tense=first.tense,
            modal=first.modal,
            perfect=first.perfect,
            passive=first.passive and verb.tense == "participle",
            negated=verb.negated or first.negated,
        )
        if same and first
        else verb
    )
    s.last = None
