"""What was tried in vain, is only awaited, is not proved, or was wrong in an earlier version of a report."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.facts.syntax import cues
from parsers.facts.syntax.lexicon import NOUNS_WITH_THAT
from parsers.facts.syntax.model import Clause, Parse, Phrase, Verb
from parsers.facts.syntax.standing_words import UNTIL


def in_vain(low: Sequence[str], outer: Clause, noun: int, phrase: Phrase | None) -> bool:
    """Is a noun an attempt that did not succeed: `failed in a bid to buy`, `a failed attempt to buy`?"""
    if low[noun] not in cues.TRIES or phrase is None:
        return False
    if any(low[k] in cues.FAILED for k in range(phrase.start, noun)):
        return True
    verb = outer.verb
    if verb is not None and verb.passive and noun < verb.start and verb.lemma in cues.THWARTING:
        return True  # "the bid to buy it was blocked"
    if verb is None or verb.lemma not in cues.FAILING:
        return False
    return noun < verb.start or low[phrase.start - 1] in ("in", "with")


def tried_in_vain(low: Sequence[str], outer: Clause, inner: Clause) -> bool:
    """Did an attempt not succeed: `tried in vain to buy it`, `tried to buy it but failed`?"""
    verb = outer.verb
    if verb is None or verb.lemma not in cues.TRYING:
        return False
    around = low[max(0, verb.start - 1) : inner.start]
    if "unsuccessfully" in around or "vainly" in around or ("in" in around and "vain" in around):
        return True
    for k in range(inner.start, min(inner.start + _OUTCOME, len(low) - 1)):
        if low[k] in (".", ";", '"', "”"):
            return False
        if low[k] == "but":
            return not _BUT.isdisjoint(low[k + 1 : k + 5])
    return False


_OUTCOME = 24
"""Tokens from an attempt to `but` and what became of it."""
_BUT = frozenset(
    "failed fails failing unable unsuccessful rebuffed blocked thwarted foiled stopped prevented rejected defeated repelled repulsed outbid beaten overpowered refused missed".split()
)
"""Behind `but` these say that an attempt did not succeed."""


def owned(parse: Parse, inner: Clause) -> bool:
    """Does a clause complete a noun that has an owner, whose words it tells: `would not discuss his statement that he | sold it`?"""
    noun = parse.phrase_at(inner.start - 1) if inner.start else None
    return noun is not None and noun.end == inner.start and "p" in parse.tags[noun.start : noun.end]


def averted(parse: Parse, outer: int | None) -> bool:
    """Is it what is only feared, by a clause without a verb that shows a tense: `lest she be | hurt`?"""
    clause = parse.clauses[outer] if outer is not None else None
    return clause is not None and clause.link == "condition" and clause.verb is None


def corrected(low: Sequence[str], clause: Clause) -> bool:
    """Does a clause say what an earlier version had wrong?"""
    verb, subject = clause.verb, clause.subject
    if verb is None:
        return False
    if any(low[k] in cues.WRONGLY for k in range(max(clause.start, verb.start - 1), verb.end + 1)):
        return True
    if subject is None or clause.inherited:
        return False
    head = range(subject.start, subject.head)
    return low[subject.head] in cues.VERSIONS and any(low[k] in cues.EARLIER for k in head)


def close_to(low: Sequence[str], clause: Clause) -> str | None:
    """ "is close to signing" may still come: `is`; "came close to signing" did not: `came`; None without `close to`."""
    if clause.start < 3 or low[clause.start - 2 : clause.start] != ["close", "to"]:
        return None
    return "is" if low[clause.start - 3] in _STILL else "came"


_STILL = frozenset("is are am be being re very getting".split())


def left_open(parse: Parse, low: Sequence[str], outer: Clause, inner: Clause) -> bool:
    """Does nothing say whether what a clause tells is so: it is only awaited, or not proved?"""
    return _awaited(parse, low, inner) or _unproved(low, outer, inner)


def _awaited(parse: Parse, low: Sequence[str], clause: Clause) -> bool:
    """Is it what a noun behind until or after tells: "will not close until an announcement that 5 were sold"?"""
    noun = parse.phrase_at(clause.start - 1) if clause.start else None
    if noun is None or noun.start == 0 or low[noun.start - 1] not in ("until", "till", "before", "after"):
        return False
    return not UNTIL.isdisjoint(low[max(0, noun.start - 5) : noun.start])


def _unproved(low: Sequence[str], outer: Clause, inner: Clause) -> bool:
    """Is there nothing that speaks for what a clause tells: "no evidence that X was killed", "nothing to suggest that"?"""
    noun = inner.start - 1
    near = low[max(0, noun - _AHEAD) : noun]
    if low[noun] in cues.EVIDENCE:
        unfound = outer.verb is not None and outer.verb.negated and outer.verb.end <= noun
        return unfound or not cues.SCARCE.isdisjoint(near)
    return low[noun] in _PROVING and near[-1:] == ["to"] and not cues.SCARCE.isdisjoint(near[-3:])


_AHEAD = 4
"""Tokens before a noun in which it may be said that there is none."""
_PROVING = frozenset("prove suggest indicate show confirm imply believe think suspect suppose say".split())

_REMARKING = frozenset("comment respond reply react elaborate speculate".split())


def remarked(low: Sequence[str], outer: Clause, inner: Clause) -> bool:
    """Is it only what a report tells on which somebody comments: "declined to comment on a report that X sold Y"?"""
    verb = outer.verb
    return verb is not None and verb.lemma in _REMARKING and low[inner.start - 1] in NOUNS_WITH_THAT


def open_modal(verb: Verb, link: str) -> str | None:
    """What `may` and its kin make of an infinitive (`may decide to | buy`), and belief of a clause (`it was believed that he | sold`)."""
    if link == "complement" and verb.passive and verb.lemma in _BELIEVING:
        return "claimed"
    return "proposed" if link == "infinitive" and verb.modal in ("may", "might", "could") else None


def wished(lemma: str, inner: Verb | None) -> bool:
    """Is it what somebody would like to have been, and was not: "wished that he had resigned"?"""
    return lemma == "wish" and inner is not None and (inner.tense == "past" or inner.perfect)


def one_of_two(parse: Parse, low: Sequence[str], clause: Clause) -> bool:
    """Is a clause one of two of which only one comes about: "either X buys it or Y signs a contract"?"""
    if clause.verb is None or not clause.verb.finite or clause.subject is None or clause.inherited:
        return False
    first = clause.subject.start
    if first and low[first - 1] == "either":
        return any(low[k] == "or" for k in range(clause.verb.end, len(parse.tags)))
    if "or" not in low[max(0, first - 4) : first]:
        return False
    return "either" in low[max(0, first - _CHOICE) : first]


_CHOICE = 24
"""Tokens from `either` to the subject behind `or`."""


def of_subject(low: Sequence[str], link: str, outer: Clause) -> str | None:
    """What the subject's noun makes of an embedded clause: "rumours said that X | was arrested", "the goal is to | reach 5"."""
    if outer.subject is None or outer.verb is None:
        return None
    noun = low[outer.subject.head]
    if link == "complement":
        return "claimed" if noun in _RUMOURS else None
    return cues.NOUNS.get(noun) if link == "infinitive" and outer.verb.lemma == "be" else None


_RUMOURS = frozenset("rumours rumour rumors rumor speculation allegations gossip".split())


def untrue(low: Sequence[str], clause: Clause, i: int) -> bool:
    """Is it said of the subject that it is false: "reports of the arrest are untrue", "the death was falsely reported"?"""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or not subject.start <= i < subject.end:
        return False
    if verb.passive:
        return any(low[k] in cues.WRONGLY for k in range(verb.start, verb.end + 1))
    return verb.lemma == "be" and low[verb.end] in cues.NOT_THAT and low[subject.head] in NOUNS_WITH_THAT


def proved_false(low: Sequence[str], outer: Clause, inner: Clause) -> bool:
    """Is a clause what a noun tells of which the verb says that it is false: "rumours that 80 | died proved false"?"""
    verb, subject = outer.verb, outer.subject
    if verb is None or subject is None or not subject.head < inner.start < verb.start:
        return False
    if low[subject.head] not in NOUNS_WITH_THAT or low[inner.start - 1] != low[subject.head]:
        return False
    return verb.lemma in ("be", "prove", "seem", "appear") and low[verb.end] in cues.NOT_THAT


_BELIEVING = frozenset("believe think rumour rumor suspect speculate assume".split())


def undone(parse: Parse, low: list[str], host: int) -> bool:
    """Was the plan at token `host` given up: `scrapped plans for 200 shops`? A request is made even if it is rejected."""
    clause = parse.clauses[parse.owner[host]]
    verb = clause.verb
    if verb is None or verb.lemma not in cues.GIVING_UP or low[host] not in cues.NOUNS or low[host] in cues.ASKING:
        return False
    told = ((clause.subject,) if clause.subject is not None else ()) if verb.passive else clause.objects
    return any(o.head == host for o in told)
