"""Parts of a body that are bought and sold, with the body that they are a part of: `a stake in Halden Ltd`."""

from __future__ import annotations

from parsers.facts.arguments import Argument, argument
from parsers.facts.event import partners
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, Phrase

_STAKES = frozenset("stake stakes shares share stock interest control percent pct holding".split())


def names_share(place: Located, whom: Argument) -> bool:
    """Whether what is bought is a part of something: `15 pct`, `a stake`."""
    low, phrase = place.tokens.low, whom.phrase
    near = (*low[phrase.head : min(phrase.head + 4, phrase.end)], low[phrase.end - 1])
    return not _STAKES.isdisjoint(near)


def whole_stake(reading: Reading, place: Located, clause: Clause, whom: Argument) -> Argument:
    """`a stake | in Halden Ltd`: with the body that it is a part of."""
    low, end = place.tokens.low, whom.phrase.end
    within = next((k for k in range(whom.phrase.head + 1, end - 1) if low[k] in ("in", "of") and low[k - 1] in _STAKES), None)  # fmt: skip
    if within is not None:
        inner = argument(reading, place, Phrase(within + 1, end, end - 1))
        if inner and inner.members:
            return whom._replace(members=inner.members, worded=True, labels=whom.labels | {"named"})
    if low[end] in ("in", "of") and low[end + 1] in ("(", "<"):
        return partners.bracketed_whole(reading, place, whom)
    for complement in clause.complements:
        near = complement.preposition - whom.phrase.end
        if 0 <= near <= 1 and low[complement.preposition] in ("in", "of") and low[complement.preposition - 1] != ",":
            inner = argument(reading, place, complement.phrase)
            phrase = whom.phrase._replace(end=complement.phrase.end)
            whole = argument(reading, place, phrase)
            if inner and whole and (low[complement.preposition] == "of" or _holds(inner)):
                return whole._replace(members=inner.members, worded=True, labels=whom.labels | {"named"} if inner.members else whom.labels)  # fmt: skip
    return whom


def _holds(inner: Argument) -> bool:
    """Whether a part can be a part in it: a body or a name; not `stock in | an issue`."""
    return bool(inner.members) or not inner.labels.isdisjoint(("body", "unknown", "facility", "it"))


def as_named(family: str, whom: Argument | None) -> Argument | None:
    """The other side without `as` and a post (`named Ann Lind as president`); firms that are named after people as one."""
    if whom is None:
        return None
    if family in ("appointment", "election") and len(whom.members) == 1 and " as " in whom.text:
        return whom._replace(text=whom.members[0].surface)
    if family == "acquisition" and len(whom.members) > 1 and all(m.entity_type == "person" for m in whom.members):
        return whom._replace(members=(), worded=True)  # "acquired Lund and Dahl"
    return whom
