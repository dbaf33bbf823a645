"""Agreements that are cancelled, fall through or are lost."""

from __future__ import annotations

from parsers.facts.syntax import Clause, Located

_ENDING = frozenset("cancel scrap reject terminate abandon void annul".split())


def ended(place: Located, head: int) -> bool:
    """Whether an agreement is what somebody cancels."""
    clause = place.parse.clause_of(head)
    if clause.verb is None or clause.verb.lemma not in _ENDING:
        return False
    return any(o.head == head for o in clause.objects) or (clause.verb.passive and holds(clause, head))


_FAILING = frozenset("collapse fail lapse founder unravel".split())


def fails(place: Located, head: int) -> bool:
    """Whether an agreement is the subject of falling through."""
    clause = place.parse.clause_of(head)
    verb = clause.verb
    if verb is None or not holds(clause, head):
        return False
    return verb.lemma in _FAILING or (
        verb.lemma in ("fall", "break") and place.tokens.low[verb.end] in ("through", "apart", "down")
    )


def lost(place: Located, head: int) -> bool:
    """Whether an agreement is what somebody loses."""
    clause = place.parse.clause_of(head)
    return clause.verb is not None and clause.verb.lemma == "lose" and any(o.head == head for o in clause.objects)


def holds(clause: Clause, head: int) -> bool:
    """Whether the head of an instrument is in the subject of a clause."""
    return clause.subject is not None and clause.subject.start <= head < clause.subject.end
