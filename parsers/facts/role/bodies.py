"""The body or country that the words of a post name, where no mention tells it."""

from __future__ import annotations

import re

from parsers.facts.mentions import gazetteer

_COMPLEMENT = re.compile(
    r" (?:of|for|at|with) (?:the )?(?P<name>[A-Z][\w.&’'-]*(?: (?:(?:of|and|for|the|&) )*[A-Z][\w.&’'-]*)+)\Z"
)


def body_in(text: str) -> str | None:
    """The body that a complement names by a noun of bodies, though no list knows it: `of the Norwegian Merchants Chambers`."""
    found = _COMPLEMENT.search(text)
    if found is None:
        return None
    words_ = found["name"].split()
    heads = {w.lower().removesuffix("s") for w in words_}
    return found["name"] if words_[0] in gazetteer.demonyms() and not heads.isdisjoint(_BODIES) else None


_BODIES = frozenset("chamber association federation council union institute society board bank committee club academy congress league confederation exchange authority agency corporation commission".split())  # fmt: skip


def country_in(text: str) -> str | None:
    """The country that a post names by name or adjective: `Azerbaijani President` belongs to Azerbaijan."""
    of_state = not _OF_STATE.isdisjoint(text.lower().split())
    for word in re.findall(r"[^\s,]+", text):
        bare = word.removesuffix("'s").removesuffix("’s")
        found = gazetteer.countries().get(bare) or (gazetteer.demonyms().get(bare) if of_state else None)
        if found and not _of_a_name(text, word):
            return found.name
    return None


_BODY_BEFORE = re.compile(r" (?:of|at|for|with) (?:the )?[A-Z]")
"""A name in front of `in Germany`: the post is held there."""


def _of_a_name(text: str, word: str) -> bool:
    """Whether a country's adjective begins the name of a body in the complement: `President of the | Indian Merchants`."""
    before_, _, behind_ = text.partition(word)
    return (before_.endswith(" in ") and bool(_BODY_BEFORE.search(before_))) or (
        word in gazetteer.demonyms()
        and before_.endswith((" of the ", " for the ", " at the ", " of ", " for ", " at ", " with "))
        and behind_[1:2].isupper()
    )


_OF_STATE = frozenset(
    "president vice-president minister premier chancellor king queen prince princess emperor sultan emir shah ambassador consul envoy attaché senator lawmaker mp "
    "parliament parliamentary speaker general admiral army navy military defence defense foreign finance treasury government governmental official officials diplomat "
    "spokesman spokeswoman spokesperson attorney governor secretary justice judge bank police prosecutor negotiator intelligence commissioner treasurer leader opposition "
    "ruler dictator head commander cabinet congressman deputy state federal embassy consulate legislator prime regent monarch marshal colonel captain coach manager "
    "trade agriculture energy interior health education representative delegate".split()
)
"""Words of posts that a country gives: its adjective before another post ("French writer") says where somebody is from."""
