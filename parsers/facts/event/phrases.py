"""Phrases around a verb or noun of happening, whole: owners, people behind whom, prepositions that belong to it."""

from __future__ import annotations

from parsers.facts import argument_nouns, syntax
from parsers.facts.arguments import extended
from parsers.facts.mentions import posts
from parsers.facts.syntax import Clause, Located, Phrase


def those(place: Located, clause: Clause, antecedent: Phrase) -> Phrase:
    """The people whom `whom` repeats: `envoys | of countries with whom he met`."""
    host = place.parse.hosts.get(antecedent.start - 1)
    phrase = place.parse.phrase_at(host) if host is not None else None
    if clause.opener is None or "whom" not in place.tokens.low[clause.opener - 1 : clause.opener + 2] or phrase is None:
        return antecedent
    people = place.tokens.low[phrase.head] in argument_nouns.PEOPLE or posts.is_plural_head(
        place.tokens.low[phrase.head]
    )
    return phrase._replace(end=antecedent.end) if people and phrase.end < antecedent.start else antecedent


def before_as(place: Located, phrase: Phrase) -> Phrase:
    """Who is appointed, without the post: `chief executive Ann Lind | as chairman`."""
    k = next((k for k in range(phrase.start + 1, phrase.end) if place.tokens.low[k] == "as"), phrase.end)
    return phrase._replace(end=k, head=k - 1) if k < phrase.end and place.parse.tags[k - 1] == "N" else phrase


def whole(place: Located, phrase: Phrase) -> Phrase:
    """A common noun, or a post, with what it is of: `a subsidiary | of Halden`, `Secretary | of State Ann Lind`."""
    named = place.tokens.text[phrase.head][:1].isupper() and not posts.is_head(place.tokens.low[phrase.head])
    return phrase if named else extended(place, phrase)


def led_phrases(place: Located, around: syntax.Nominal) -> list[tuple[str, Phrase]]:
    """The phrases behind a noun of happening with their prepositions, up to what belongs to another happening."""
    low = place.tokens.low
    found = [("of", around.of)] if around.of else []
    found += [("by", around.by)] if around.by and _done_by(place, around.head, around.by) else []
    for complement in around.others:
        if low[complement.preposition] in _APART or _of_a_quarrel(place, complement.preposition):
            break
        found += [(low[complement.preposition], complement.phrase)] if low[complement.preposition] != "of" else []
    return [(word, phrase) for word, phrase in found if phrase]


def _done_by(place: Located, head: int, agent: Phrase) -> bool:
    """Whether `by` belongs to the happening, not to a noun behind it: `the murder of X with a plea | by Y`."""
    before = place.parse.phrase_at(agent.start - 2)
    if before is not None and before.start <= head < before.end:
        return True
    return before is None or before.end != agent.start - 1 or place.tokens.low[before.start - 1] not in _BESIDE


_BESIDE = frozenset("with on about for over following after before since despite during amid until".split())
"""Prepositions behind which a noun has its own `by`."""
_APART = frozenset("following after before since despite during amid until".split())
"""Prepositions behind which the phrases belong to another happening: `talks following the war | with Iran`."""


_QUARRELS = frozenset("war wars conflict dispute border borders treaty pact agreement ties relations trade rivalry feud links".split())  # fmt: skip


def _of_a_quarrel(place: Located, preposition: int) -> bool:
    """Whether `with` belongs to a noun that has two sides itself: `talks on the border | with Iran`."""
    host = place.parse.hosts.get(preposition)
    return host is not None and place.tokens.low[preposition] == "with" and place.tokens.low[host] in _QUARRELS


def inner(place: Located, owner: Phrase | None) -> Phrase | None:
    """A possessor without its determiner; none for `its`."""
    return owner if owner and place.parse.tags[owner.head] in "NO" else None


def _joint_owners(place: Located, owner: Phrase | None) -> Phrase | None:
    """Two possessors, each with its own 's: `Ola Dahl's and | Ewa Bryl's visits`."""
    low = place.tokens.low
    if owner is None or owner.start < 3 or low[owner.start - 1] != "and" or place.parse.tags[owner.start - 2] != "p":
        return owner
    first = place.parse.phrase_at(owner.start - 3)
    return owner._replace(start=first.start, head=first.head) if first is not None else owner


def whole_owner(place: Located, owner: Phrase | None, token: int) -> Phrase | None:
    """A possessor with the body in it that the noun belongs to: `the Fund's Interim Committee | meeting`."""
    before = token - 1
    owner = _joint_owners(place, owner)
    several = owner is not None and place.tokens.low[owner.end - 1].endswith("s") and place.tokens.text[owner.end] in ("'", "’")  # fmt: skip
    if owner is not None and several and place.tokens.low[owner.start] in ("a", "an") and owner.end - owner.start > 1:
        owner = owner._replace(start=owner.start + 1)  # "a | ministers' meeting"
    if owner is None or owner.end >= before or not place.tokens.text[before][:1].isupper():
        return owner
    return owner._replace(end=token, head=before) if place.tokens.low[before] in argument_nouns.BODIES else owner
