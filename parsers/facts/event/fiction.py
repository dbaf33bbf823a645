"""What happens in a story or a drill and not in the world: `dies in the film`, `in episode 12`, `a drill simulated an attack`."""

from __future__ import annotations

from parsers.facts.syntax import Located

_STORIES = frozenset("film movie novel play series opera musical story game comic book sequel show drama sitcom cartoon finale trailer".split())  # fmt: skip
_FICTION = frozenset(
    "episode episodes anime manga storyline storylines protagonist protagonists fictional simulated simulates simulating simulation".split()
)
_LIVED = frozenset(("casualties", "justice", "conflict", "disaster", "departure", "election", "meeting", "visit", "protest"))  # fmt: skip
"""Families of what characters do as well as people."""


def invented(place: Located, family: str) -> bool:
    """Whether a sentence tells what happens in a story."""
    low = place.tokens.low
    if family not in _LIVED:
        return False
    if not _FICTION.isdisjoint(low):
        return True
    return any(low[k - 1] == "the" and low[k - 2] in ("in", "throughout") for k in place.tokens.among(_STORIES, 2))
