"""What comes: whether a finite verb follows, whose subject the last noun phrase may be, which clause waits for its verb."""

from __future__ import annotations

import re

from parsers.facts.syntax.lexicon import CLAUSAL, TEMPORAL
from parsers.facts.syntax.model import Phrase, Verb
from parsers.facts.syntax.state import AHEAD, Open, State

FINITE = re.compile("[MBhdva]")
"""Tags of what may be a finite verb."""


def verb_ahead(s: State, k: int, c: Open) -> bool:
    """Does a finite verb follow the phrase that ends at token k, so that it is a subject?"""
    if c.verb is None and c.link != "relative":
        return False
    tags = s.tags
    limit = min(s.size, k + 12)
    while k < limit:
        tag = tags[k]
        if tag in "MBhdv":
            return True
        if tag == "a":
            return True
        if tag not in "RXINDJ#pjO":
            return False
        k += 1
    return False


_CONTACT = re.compile("[RXj]{0,3}(?:[MBhd][RXj]{0,3}[bnaEg]?|[va])[^;tWSC]{0,20}?[MBhdva]")
"""The tags of a verb right behind a noun phrase, and of another one that the noun before it waits for."""


def two_verbs_ahead(s: State, k: int) -> bool:
    """Does a finite verb follow at token k, and one more behind it: "the deal she | signed was worth …"?"""
    return _CONTACT.match(s.tags, k) is not None


def clause_ahead(s: State, k: int) -> bool:
    """Does a clause with a subject and a finite verb begin at token k?"""
    tags = s.tags
    limit, noun = min(s.size, k + 14), False
    while k < limit:
        tag = tags[k]
        if tag in "MBhdv" or (tag == "a" and noun):
            return noun and (not s.waits() or finite_ahead(s, k + 1))
        if (tag == "O" and noun) or (tag == "C" and tags[k + 1 : k + 2] in tuple("MBhdv")):
            return False  # "as chairman and | has elected": a second verb of the clause around
        if tag in "NOD#":
            noun = True
        elif tag not in "RXIJpjC":
            return False
        k += 1
    return False


def finite_ahead(s: State, k: int) -> bool:
    """Does a finite verb follow behind token k, in reach?"""
    return FINITE.search(s.tags, k + 1, k + AHEAD) is not None


def waiting(s: State) -> Open | None:
    """The innermost clause around the top that has a subject and waits for its verb."""
    return (
        next((c for c in reversed(s.stack[:-1]) if c.verb is None and c.subject is not None), None)
        if s.top.verb is not None or s.top.subject is None
        else None
    )


_SUBJECTS = frozenset("he she they we i".split())
"""Pronouns that are always a subject."""


def another_ahead(s: State, verb: Verb) -> bool:
    """Does a finite verb follow that would be left without a subject, if this one were finite?"""
    tags, k = s.tags, verb.end
    limit = min(s.size, k + AHEAD)
    if verb.lemma == "say" and tags[k : k + 1] in ("I", "R"):
        return False  # "said in a report the port would close"
    if verb.lemma in CLAUSAL and k < s.size and tags[k] in "DNO#J" and s.low[k] not in TEMPORAL:
        return False
    noun, inside = False, False
    while k < limit:
        tag = tags[k]
        if tag == "C" and k + 1 < limit and tags[k + 1] not in "MBhdvabRX" and s.low[k] != "but":
            pass
        elif tag in "SWtC;" or (tag == "T" and not inside and k == verb.end) or (tag in '"' and k > verb.end + 1):
            return False
        elif tag == "I":
            if s.low[k] in ("after", "before", "since", "until", "as", "than") and clause_ahead(s, k + 1):
                return False
            inside = True
        elif tag == ",":
            noun = inside = False
            k = _past_state(s, k)
            if k + 1 < limit and tags[k + 1] in "DNOgn#J":
                return False
        elif tag in "MBhdv":
            return not noun
        elif (tag == "O" and s.low[k] in _SUBJECTS) or (tag in "DNO#" and not inside and s.low[k] not in TEMPORAL):
            noun = True
        elif tag in "RX":
            pass
        elif tag == "a":
            return not noun and not inside
        k += 1
    return False


def _past_state(s: State, comma: int) -> int:
    """The comma behind the state that completes a place ("based in Hamar, Norway, | has"); else the comma itself."""
    at = comma + 2 + (s.tags[comma + 2 : comma + 3] == "j")
    named = s.tags[comma - 1 : comma + 2] == "N,N" and s.tokens.text[comma - 1][:1].isupper() and s.tokens.text[comma + 1][:1].isupper()  # fmt: skip
    return at if named and s.tags[at : at + 1] == "," else comma


def unbroken(s: State, k: int, end: int) -> bool:
    """Do only phrases with prepositions and adverbs lie between two tokens?"""
    while k < end and s.tags[k] in "RXINDJ#pjo":
        k += 1
    return k >= end


def own_subject(s: State, verb: Verb) -> Phrase | None:
    """The noun phrase right before the verb, behind the verb of the open clause: the subject of a new clause."""
    c, last = s.top, s.last
    other = s.apposed
    if other is not None and last is not None and other.start >= last.end and unbroken(s, other.end, verb.start):
        last = other
    if last is None or c.verb is None or last.start < c.verb.end or s.temporal(last):
        return None
    k = last.end
    while k < verb.start and s.tags[k] in "RXINDJ#pjo":
        k += 1
    if k < verb.start and not (s.tags[k] == "," and s.tags[verb.start - 1] == ","):
        return None
    return last


def described(s: State, verb: Verb) -> Phrase | None:
    """The subject of what somebody says, behind which a relative clause ended: "said the group, which holds it, | is"."""
    c = s.top
    if c.verb is None or not c.objects or c.verb.lemma not in CLAUSAL or s.tags[verb.start - 1] != ",":
        return None
    told, inner = c.objects[-1], s.all[s.last_in]
    between = inner.link in ("relative", "reduced", "participle") and inner.antecedent is not None
    same = between and inner.antecedent is not None and inner.antecedent.start == told.start
    return told if same and s.tags[told.end] == "," else None


def object_of(s: State, c: Open, phrase: Phrase) -> bool:
    """Is a phrase the object of the open clause, whose verb takes no clause?"""
    at = s.before(phrase.start)
    return c.verb is not None and at in "vabngBhHE" and (c.verb.lemma not in CLAUSAL or c.verb.passive)
