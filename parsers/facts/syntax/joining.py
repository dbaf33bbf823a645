"""How a verb joins what was read: a complement without that, a second verb of one subject, speech put behind."""

from __future__ import annotations

from parsers.facts.syntax.lexicon import CLAUSAL, SPEECH
from parsers.facts.syntax.model import Phrase, Verb
from parsers.facts.syntax.state import EMBEDDED, Open, State


def take(s: State, c: Open, verb: Verb) -> None:
    """A clause takes its verb; an auxiliary that stood before the subject lends it tense and negation."""
    aux = c.auxiliary
    if aux is not None and c.verb is None:
        passive = verb.passive or (aux.lemma == "be" and s.tags[verb.head] in "na")
        verb = verb._replace(tense=aux.tense, modal=aux.modal, passive=passive, negated=verb.negated or aux.negated)
    c.verb = verb
    if c.link == "relative" and c.antecedent is not None and c.subject is not None and c.inherited:
        c.subject = c.antecedent
    if (
        c.subject is not None
        and s.temporal(c.subject)
        and verb.lemma not in ("be", "mark", "see", "end", "begin", "bring", "pass")
    ):
        c.unsure = True
    s.last = None if s.last is not None and s.last.end <= verb.start else s.last


def with_own_subject(s: State, verb: Verb, own: Phrase) -> None:
    """A verb with a noun phrase right before it: a complement without that, a coordinate clause, or speech put behind."""
    c = s.top
    at = s.before(own.start)
    c.objects = [phrase for phrase in c.objects if phrase.start != own.start]
    if at in (",", '"') and verb.lemma in SPEECH:
        report(s, verb, own)
        return
    if at == "C" or at == ",":
        level = c
        while (
            level.link in EMBEDDED
            and len(s.stack) > 1
            and (
                at == ","
                or s.tags[own.start - 2 : own.start - 1] == ","
                or (level.link == "infinitive" and verb.finite)
            )
        ):
            s.pop(own.start)
            level = s.top
        inner = sibling(s, level, own.start)
    elif (
        c.verb is not None
        and c.verb.lemma in CLAUSAL
        and at in ("v", "a", "b", "n", "g", "N", "o", "T", "B", "h", "#", '"', "j")
    ):
        inner = s.child(own.start, "complement", None)
    elif at in ("N", "#", "p", "J"):
        inner = s.child(own.start, "relative", None)
        inner.antecedent = s.phrases[-2] if len(s.phrases) > 1 else None
    else:
        inner = s.child(own.start, "coordinate", None)
        inner.unsure = True
    inner.subject = own
    take(s, inner, verb)


def sibling(s: State, c: Open, start: int) -> Open:
    """A clause joined to c, inside what c is inside of."""
    if len(s.stack) == 1:
        inner = s.child(start, "coordinate", None)
        return inner
    s.pop_to(c, start)
    if c.link in ("main", "coordinate"):
        return s.child(start, "coordinate", None)
    s.pop(start)
    return s.push(start, c.number, "coordinate", None)


def join_verb(s: State, verb: Verb) -> None:
    """A second verb of one subject: `killed 12 and wounded 40`."""
    c = s.top
    comma = s.tags[max(0, verb.start - 2)] == ","
    speaks = comma and verb.lemma in SPEECH and any(x.verb is not None and x.verb.lemma in SPEECH for x in s.stack[:-1])
    while len(s.stack) > 1 and (
        not (c.verb and c.verb.finite)
        or (comma and c.link in ("relative", "adverbial", "question"))
        or (speaks and c.link == "complement")
    ):
        outer = s.stack[-2]
        if outer.verb is None and outer.subject is None:
            break
        s.pop(verb.start)
        c = s.top
        if c.verb is None:
            take(s, c, verb)
            return
    if _of_outer(s, c, verb):
        s.pop(verb.start)
        c = s.top
    inner = sibling(s, c, verb.start)
    inner.subject, inner.inherited, inner.antecedent = c.subject, True, c.antecedent
    take(s, inner, verb)


def _of_outer(s: State, c: Open, verb: Verb) -> bool:
    """ "ruled that imports were harmful and upheld a duty": what is, and what somebody does, have different subjects."""
    if c.link != "complement" or c.verb is None or verb.passive or verb.lemma == "be" or len(s.stack) < 2:
        return False
    outer = s.stack[-2]
    still = c.verb.lemma == "be" or c.verb.passive
    return (
        still
        and outer.verb is not None
        and outer.verb.tense == verb.tense == "past"
        and s.tags[verb.end : verb.end + 1] in ("D", "#")
    )


def report(s: State, verb: Verb, own: Phrase) -> None:
    """ "…, the company said": a clause that reports what is before it."""
    said = s.stack[0]
    level = next((c for c in s.stack if c.link == "main"), said)
    inner = s.child(own.start, "parenthetical", None)
    inner.subject = own
    take(s, inner, verb)
    for clause in s.all:
        if clause is level or (clause.link == "coordinate" and clause.parent == level.number):
            clause.reporter = inner.number


def report_inverted(s: State, verb: Verb) -> None:
    """ "…," said Ana Lind."""
    report(s, verb, Phrase(verb.start, verb.start, verb.start))
    s.top.subject = None
