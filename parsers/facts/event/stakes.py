"""Parts of a body that are bought and sold, with the body that they are a part of: `a stake in Halden Ltd`."""

from __future__ import annotations

from parsers.facts.arguments import Argument, argument
from parsers.facts.event import partners
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, Phrase

_STAKES = frozenset("stake stakes shares share stock interest interests control percent pct holding".split())


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
            if (
                inner
                and whole
                and (low[complement.preposition] == "of" or _holds(inner) or _in_things(low, whom, inner))
            ):
                return whole._replace(members=inner.members, worded=True, labels=whom.labels | {"named"} if inner.members else whom.labels)  # fmt: skip
    return whom


def _in_things(low: list[str], whom: Argument, inner: Argument) -> bool:
    """Whether interests are held in things: `bought interests in | about 200 wells`."""
    return low[whom.phrase.head] in ("interest", "interests") and not inner.labels & {"=market", "=markets", "time"}


def _holds(inner: Argument) -> bool:
    """Whether a part can be a part in it: a body or a name; not `stock in | an issue`."""
    if not inner.labels.isdisjoint(("=market", "=markets")):
        return False  # "buy shares | in the open market"
    return bool(inner.members) or not inner.labels.isdisjoint(("body", "unknown", "facility", "it"))


def by_known(place: Located, family: str, who: Argument | None, whom: Argument | None) -> bool:
    """Whether a name that no list knows may be a firm that changes hands: where the other side of the deal is a known body."""
    if family != "acquisition" or whom is None:
        return True
    if not _GOODS.isdisjoint(place.tokens.low[whom.phrase.start : whom.phrase.end]):
        return False  # "we bought the DVD"
    if "unknown" not in whom.labels or not whom.labels.isdisjoint(_FIRM):
        return True
    words = place.tokens.text[whom.phrase.start : whom.phrase.end]
    if who is None or not who.members or any(m.entity_type != "organisation" for m in who.members):
        return False
    return all(word[:1].isupper() or word in ("of", "and", "&", "the") for word in words) and _PLAYED.isdisjoint(
        place.tokens.low
    )


_FIRM = frozenset(("body", "named", "=stock", "=stake", "=stakes", "=shares", "=share", "=interest"))
_GOODS = frozenset("dvd dvds cd cds lp tv tvs pc pcs suv suvs vhs".split())
"""Abbreviations of goods, which are read as names."""
_PLAYED = frozenset("season striker midfielder defender goalkeeper pitcher quarterback club clubs league loan coach game games".split())  # fmt: skip
"""Words of sport, where who is acquired is a player."""


def of_goods(place: Located, token: int, who: Argument | None, whom: Argument | None) -> bool:
    """Whether a purchase without a buyer is one of goods: `bonuses on the | purchase of Volvos`."""
    if place.tokens.low[token] != "purchase" or who is not None or whom is None:
        return False
    return whom.phrase.end - whom.phrase.start == 1 and place.tokens.low[whom.phrase.head].endswith("s")


_PARTICLES = frozenset("zur zum zu von van der den ter ten af av dos bin ibn".split())


def as_named(family: str, whom: Argument | None) -> Argument | None:
    """The other side without `as` and a post (`named Ann Lind as president`); firms that are named after people as one."""
    if whom is None:
        return None
    if family in ("appointment", "election") and len(whom.members) == 1:
        name = whom.members[0].surface
        behind = whom.text.partition(name)[2].strip()
        if behind.split(" ")[0] in _PARTICLES:
            text = " ".join([name, *behind.split(" ")[:2]])  # "Dieter zur Loye", of whom only "Dieter" is known
            return whom._replace(members=(), worded=True, text=text)
        if " as " in whom.text or (behind[:1].islower() and whom.text.startswith(name)):
            return whom._replace(text=name)
    if family == "acquisition" and len(whom.members) > 1 and all(m.entity_type == "person" for m in whom.members):
        return whom._replace(members=(), worded=True)  # "acquired Lund and Dahl"
    return whom
