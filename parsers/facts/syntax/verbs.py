"""Verb groups: whether they are finite, and which clause they belong to."""

from __future__ import annotations

import re

from parsers.facts.syntax.ahead import another_ahead, described, finite_ahead, object_of, own_subject, unbroken, waiting
from parsers.facts.syntax.groups import group_at
from parsers.facts.syntax.joining import join_verb, report, report_inverted, take, with_own_subject
from parsers.facts.syntax.lexicon import CLAUSAL, NEVER_PASSIVE, SPEECH, TEMPORAL
from parsers.facts.syntax.model import Verb
from parsers.facts.syntax.nonfinite import read_base, read_infinitive, read_nonfinite
from parsers.facts.syntax.nouns import read_nominal
from parsers.facts.syntax.state import NOMINAL, Open, State
from parsers.facts.tokens import words

_DONE_BY = re.compile("ID?[NJpj]{1,6}[RX]?[MBhdva]")
"""The tags of an agent with a verb right behind it."""


def read_verb(s: State, i: int, tag: str) -> int:
    """Read the verb group at token i: the token behind it."""
    verb = group_at(s.tokens, s.tags, i)
    if verb is None:
        k = i + 1
        while k < s.size and s.tags[k] == "R":
            k += 1
        if tag == "T" and k < s.size and s.tags[k] in NOMINAL:
            return read_nominal(s, k, i)
        return k
    if s.top.auxiliary is not None and s.top.verb is None and tag in "bgnvaE":
        take(s, s.top, verb)
    elif tag == "T":
        read_infinitive(s, verb)
    elif tag in "gnE" or tag == "H":
        read_nonfinite(s, verb)
    elif tag == "a" and not is_finite(s, verb):
        read_nonfinite(s, verb._replace(tense="participle", passive=True))
    elif tag == "b":
        read_base(s, verb)
    else:
        finite_verb(s, verb)
    return verb.end


def is_finite(s: State, verb: Verb) -> bool:
    """Is a form in -ed a finite verb where it is?"""
    c = s.top
    behind = s.tags[verb.end] if verb.end < s.size else "."
    if verb.lemma in NEVER_PASSIVE and (s.low[verb.end] != "by" or s.tags[verb.end + 1 : verb.end + 2] == "#"):
        return True
    if s.low[verb.end] == "by" and (c.verb is not None or _DONE_BY.match(s.tags, verb.end)):
        return False  # "a company controlled by Lind | raised 5 million"
    before = s.before(verb.start)
    if c.verb is None and (c.subject is not None):
        if s.bracketed() and s.tags[c.subject.start] != "O" and behind not in "DOo":
            return False
        if c.link == "relative" and (c.inherited or c.opener is None or s.low[c.opener] != "whose" or behind in "DOo#"):
            return True  # a relative clause needs a finite verb: "which acquired …", "which the bank acquired"
        return _has_object(s, verb, behind) or not another_ahead(s, verb)
    if before == "C" and c.verb is not None and c.verb.modal and c.verb.perfect:
        return False  # "would have made and | exported"
    if before == "C":
        return (
            c.verb is not None
            and not c.verb.passive
            and (c.verb.tense not in ("infinitive", "gerund") or (c.verb.tense == "infinitive" and behind == "T"))
        ) or behind in "D#NOo"
    if waiting(s) is not None:
        return not another_ahead(s, verb)
    own = own_subject(s, verb)
    if own is None or c.verb is None:
        return before in (",", '"') and verb.lemma in SPEECH
    if verb.lemma in ("end", "begin", "start") and s.phrases[-1].end == verb.start and s.temporal(s.phrases[-1]):
        return False  # "said sales for the weeks | ended February 28 were"
    if behind in "DOo" or verb.lemma in SPEECH or (behind in "#N" and s.low[verb.end] not in TEMPORAL):
        return True
    at = s.before(own.start)
    return (at in ("C", ",", '"') and not c.verb.passive) or (at in "vab" and c.verb.lemma in CLAUSAL)


def _has_object(s: State, verb: Verb, behind: str) -> bool:
    """Is an object right behind a verb, so that it is no participle: "Lind attacked | the driver, punched him and left"?"""
    timed = s.low[verb.end] in ("this", "that", "every", "each") or s.low[verb.end + 1] in TEMPORAL
    return behind in "Do" and not timed and verb.lemma not in _OF_TWO


_OF_TWO = words(
    "give award pay send offer name call elect sell grant lend show tell teach deny allow appoint consider make charge cost ask leave owe deem dub assign fine declare rate order bring"
)
"""Verbs whose passive may have an object: "a firm called | the Fund", "the sum paid | the bank"."""


def finite_verb(s: State, verb: Verb) -> None:
    """A finite verb: of the open clause, of the one around it, or of a new one."""
    c = s.top
    if c.verb is None:
        if (c.subject is None or c.subject.end > verb.start) and is_question(s, verb, c):
            return
        if is_quoted(s, c, verb):
            return
        take(s, c, verb)
        return
    before = s.before(verb.start)
    own = described(s, verb) or own_subject(s, verb)
    outer = waiting(s)
    if (
        own is None
        and c.link == "relative"
        and c.verb.lemma in CLAUSAL
        and before in ("v", "a", "b")
        and c.antecedent is not None
    ):
        inner = s.child(verb.start, "complement", None)  # "which the bank said would rise"
        inner.subject, inner.inherited, inner.antecedent = c.antecedent, True, c.antecedent
        take(s, inner, verb)
        return
    if (
        own is not None
        and outer is not None
        and before != "C"
        and (object_of(s, c, own) or not another_ahead(s, verb))
        and s.before(own.start) != ","
        and (s.before(own.start) != "C" or not another_ahead(s, verb))
    ):
        s.pop_to(outer, verb.start)
        take(s, outer, verb)
        return
    if own is not None and (before != "C"):
        with_own_subject(s, verb, own)
        return
    if outer is not None and before != "C":
        s.pop_to(outer, verb.start)
        take(s, outer, verb)
    elif before == "C":
        join_verb(s, verb)
    elif verb.lemma in SPEECH and before in (",", '"', ""):
        report_inverted(s, verb)
    elif outer is not None:
        s.pop_to(outer, verb.start)
        take(s, outer, verb)
    else:
        inner = s.child(verb.start, "coordinate", None)
        inner.unsure = True
        take(s, inner, verb)


def is_quoted(s: State, c: Open, verb: Verb) -> bool:
    """ "Look," he said: words in quotation marks without a verb are no subject."""
    last = s.last
    if verb.lemma not in SPEECH or last is None or last.end > verb.start or s.before(last.start) != '"':
        return False
    if c.subject is None or c.subject.start >= last.start or not unbroken(s, last.end, verb.start):
        return False
    report(s, verb, last)
    return True


def is_question(s: State, verb: Verb, c: Open) -> bool:
    """An auxiliary before its subject; the main verb is read when it comes."""
    k = verb.end
    if s.tags[verb.head] not in "MBhd" or k >= s.size or s.tags[k] not in "ODN":
        return False
    if verb.start - c.start > 2 and s.before(verb.start) not in ("", '"', ",", "C", "S", "W"):
        return False
    if s.tags[verb.head] == "B" and not finite_ahead(s, k):
        return False
    if s.low[verb.head] in ("had", "were", "should") and verb.start == c.start and "?" not in s.low[: s.size]:
        c = s.child(verb.start, "condition", verb.start)  # "had it paid, …"
        c.fronted = True
    c.auxiliary = verb
    return True
