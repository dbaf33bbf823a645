"""Whether an agreement is in force, only near, a condition of something else, or only what somebody judges."""

from __future__ import annotations

from parsers.facts.agreement.parties import Agreed
from parsers.facts.syntax import Clause, Located


def near(place: Located, agreed: Agreed) -> bool:
    """Whether an agreement is not yet there: `is close to an | agreement`, `on the verge of a | deal`."""
    phrase, low = place.parse.phrase_at(agreed.token), place.tokens.low
    start = phrase.start if phrase is not None else agreed.first
    if _said_to_be(place, agreed):
        return True
    if not _TRUSTING.isdisjoint(low[max(0, start - 2) : start]):
        return True
    return low[start - 2 : start] in (["close", "to"], ["closer", "to"], ["verge", "of"], ["brink", "of"], ["nearer", "to"]) or low[start - 1] in _NEARING  # fmt: skip


def _said_to_be(place: Located, agreed: Agreed) -> bool:
    """Whether an agreement is only said to be possible, near or far: `a | deal is possible`, `an | accord was in sight`."""
    clause, low = place.parse.clause_of(agreed.token), place.tokens.low
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or verb.lemma not in ("be", "seem", "remain", "look", "appear"):
        return False
    told = subject.start <= agreed.token < subject.end
    return told and not _CHANCES.isdisjoint(low[verb.end : verb.end + 3])


_CHANCES = frozenset(
    "possible likely unlikely near close imminent sight reach elusive inevitable conceivable feasible away".split()
)
_TRUSTING = frozenset("confident hopeful optimistic sure certain".split())
_NEARING = frozenset("near nearing toward towards".split())


def hoped(place: Located, agreed: Agreed) -> bool:
    """Whether an agreement is what somebody hopes for, talks about or keeps back: `optimistic about reaching an | accord`."""
    phrase, low = place.parse.phrase_at(agreed.token), place.tokens.low
    clause = place.parse.clause_of(agreed.token)
    starts = [phrase.start if phrase is not None else agreed.first]
    if clause.verb is not None and not clause.verb.finite and clause.verb.start < agreed.token:
        starts.append(clause.verb.start)
    subject = clause.subject
    if subject is not None and clause.verb is not None and clause.verb.progressive and low[subject.head] in _ANSWERS:
        return True  # "the answer was reaching a pact"
    return any(_wanted(low, start) for start in starts)


def _wanted(low: list[str], start: int) -> bool:
    """Whether a word of hope, talk or delay leads by a preposition to a token."""
    if start < 2 or low[start - 1] not in _LEADING:
        return False
    near = low[max(0, start - _NEAR) : start - 1]
    if not _HOPING.isdisjoint(near):
        return True
    about = low[start - 1] in _ABOUT and "," not in low[max(0, start - _FAR) : start]
    return about and not _TALKING.isdisjoint(low[max(0, start - _FAR) : start - 1])


_ANSWERS = frozenset("answer solution aim goal key task priority way challenge objective alternative option hope dream idea plan purpose point".split())  # fmt: skip
_NEAR, _FAR = 5, 8
"""Tokens before an agreement, or the verb that reaches it, in which words of hope, and of talks, are looked for."""
_LEADING = frozenset("about of for on over at to in toward towards into".split())
_ABOUT = frozenset("about for on over toward towards".split())
_HOPING = frozenset(
    "optimistic hopeful confident pessimistic hope hopes hoping hoped chance chances prospect prospects possibility likelihood seek seeking trying effort efforts attempt attempts "
    "delay delays delayed delaying postpone postponed stalled blocked prevented obstacle obstacles aim aims aimed aiming".split()
)
_TALKING = frozenset("talks negotiations negotiating negotiate discussions discussing working push pushing pressing bargaining".split())  # fmt: skip


def in_force(place: Located, agreed: Agreed) -> bool:
    """Whether an adjective says that an agreement is there: `to replace their | current contract`."""
    phrase = place.parse.phrase_at(agreed.token)
    verb = place.parse.clause_of(agreed.token).verb
    if verb is not None and not agreed.told and verb.lemma in _CHANGING and verb.head < agreed.token:
        return True  # "will renegotiate a contract"
    return phrase is not None and not agreed.told and not _EXISTING.isdisjoint(place.tokens.low[phrase.start : agreed.token])  # fmt: skip


_CHANGING = frozenset("renegotiate amend revise rewrite breach violate honor honour extend reopen".split())
_EXISTING = frozenset("current existing present old previous prior earlier expiring expired".split())


def on_condition(place: Located, clause: Clause) -> bool:
    """Whether a clause is what something depends on: `is subject to the sides | entering into a pact`."""
    low, tags = place.tokens.low, place.parse.tags
    k = clause.verb.start if clause.verb is not None else clause.start
    while k > 1 and tags[k - 1] in "NDCJOp#j":
        k -= 1
    return low[k - 2 : k] in _CONDITIONS or low[max(0, k - 1) : k] == ["pending"]


_CONDITIONS = (["subject", "to"], ["contingent", "on"], ["contingent", "upon"], ["conditional", "on"], ["depend", "on"], ["depends", "on"])  # fmt: skip


def only_supposed(place: Located, head: int) -> bool:
    """Whether any agreement is meant, of which it is said what it could do: `a trade | pact could help both`."""
    clause, phrase = place.parse.clause_of(head), place.parse.phrase_at(head)
    host = place.parse.hosts.get(phrase.start - 1) if phrase is not None else None
    if host is not None and place.tokens.low[host] in _TOPICS and phrase is not None and place.tokens.low[phrase.start] in ("a", "an"):  # fmt: skip
        return True  # "raised the issue of a pact"
    if clause.verb is None or phrase is None or clause.verb.modal not in ("could", "would", "might", "may"):
        return False
    told = clause.subject is not None and clause.subject.start == phrase.start
    return told and not clause.verb.passive and place.tokens.low[phrase.start] in ("a", "an", "any")


_TOPICS = frozenset("issue idea question subject topic matter possibility merits lack absence".split())


def only_judged(place: Located, head: int) -> bool:
    """Whether an agreement is only what somebody is for or against: `opposes a trade | deal with X`."""
    clause, phrase = place.parse.clause_of(head), place.parse.phrase_at(head)
    if clause.verb is not None and clause.verb.lemma in _LEAVING and not _LEFT.isdisjoint(place.tokens.low[clause.verb.end : head]):  # fmt: skip
        return True
    if clause.verb is None or phrase is None or clause.verb.lemma not in _JUDGING:
        return False
    new = place.parse.tags[phrase.start] == "D" and place.tokens.low[phrase.start] in ("a", "an", "any")
    return new and any(o.start == phrase.start for o in clause.objects)


_LEAVING = frozenset("walk pull back withdraw drop step".split())
_LEFT = frozenset("away out from".split())
"""Behind these verbs an agreement is what somebody leaves: `walked away from a | deal`."""
_JUDGING = frozenset(
    "oppose favor favour support back reject consider study discuss debate want need delay block await seek negotiate expect pursue explore near prevent hinder stall envisage envision foresee "
    "hold demand propose threaten".split()
)
