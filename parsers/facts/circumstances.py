"""When and where what a clause tells of was: the time and the place that are said of it and of nothing else."""

from __future__ import annotations

from bisect import bisect_left

from parsers.facts import settings
from parsers.facts.arguments import members_of
from parsers.facts.quantity.places import PARTS
from parsers.facts.reading import Reading
from parsers.facts.syntax import Located, Phrase
from parsers.model import Fact, Mention


def time_within(known: tuple[Fact, ...], found: Located, token: int) -> settings.Time:
    """The time of the clause of a token: one that the same clause holds, the nearest; none when only others hold one."""
    number = found.parse.owner[token]
    clause = found.parse.clauses[number]
    tokens, at = found.tokens, found.at
    start, end = at + tokens.start[clause.start], at + tokens.end[max(clause.start, clause.end - 1)]
    low = bisect_left(known, start, key=settings.anchor)
    high = bisect_left(known, end, key=settings.anchor)
    own = tuple(f for f in known[low:high] if _same_clause(found, number, token, found.token(settings.anchor(f))))
    mine = tuple(f for f in own if not of_another(found, token, found.token(settings.anchor(f)), f))
    return settings.nearest(mine, at + tokens.start[token])


def _same_clause(found: Located, number: int, token: int, when: int) -> bool:
    """Whether a time is in a clause and not parted from its verb by more than one comma, nor in a dateline."""
    if found.parse.owner[when] != number or found.tokens.low[token:when].count(",") > 1:
        return False
    return not any(found.tokens.low[k] in "-–—" and not found.tokens.glued(k) for k in range(when, token))


_NOWADAYS = frozenset("current present recent former previous earlier then future".split())


def of_another(found: Located, token: int, when: int, time: Fact) -> bool:
    """Whether a time is said of another noun: `the | current system`, `the crisis of | 1985`, `the same day` of nothing known."""
    low, phrase = found.tokens.low, found.parse.phrase_at(when)
    value = time.timex_value or ""
    if value.startswith("XXXX-XX-XX") or (value.endswith("_REF") and time.time_relation in ("after", "before")):
        return True
    if phrase is not None and low[when] in _NOWADAYS and not phrase.start <= token < phrase.end:
        return phrase.head > when
    host = found.parse.hosts.get(when - 1) if when else None
    return host is not None and low[when - 1] == "of" and host != token and found.parse.tags[host] == "N"


_AT = frozenset("in at near inside outside within around off".split())


def place_within(
    reading: Reading, found: Located, token: int, beside: tuple[Phrase | None, ...] = ()
) -> Mention | None:
    """The place behind `in`, `at` or `near` in the clause of a token, outside the phrases `beside`."""
    number = found.parse.owner[token]
    tokens = found.tokens
    best: tuple[int, Mention] | None = None
    for complement in found.parse.complements:
        at = complement.preposition
        if tokens.low[at] not in _AT or found.parse.owner[at] != number or complement.phrase.head < token - 25:
            continue
        host = found.parse.hosts.get(at)
        if at and tokens.low[at - 1] in PARTS:
            continue
        if host is not None and host != token and any(p is not None and p.start <= host < p.end for p in beside):
            continue
        members = members_of(reading, found, complement.phrase)
        if len(members) == 1 and members[0].entity_type == "place":
            distance = abs(at - token)
            if best is None or distance < best[0]:
                best = distance, members[0]
    return best[1] if best else None
