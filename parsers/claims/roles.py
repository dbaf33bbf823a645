"""Roles as claims: who holds which post, of what."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.claims.model import Claim
from parsers.claims.names import Context, named_in
from parsers.claims.words import stem
from parsers.model import Fact


def roles(facts: Sequence[Fact], context: Context, day: int | None) -> list[Claim]:
    """The claims of an article's roles. Ids and keys are added by whoever calls."""
    return [c for f in facts if f.kind == "role" and (c := _role(f, context, day)) is not None]


def _role(fact: Fact, context: Context, day: int | None) -> Claim | None:
    person, _, _ = named_in(fact.subject)
    post = [s for w in (fact.predicate or "").split() if (s := _title(w))]
    bodies, places, _ = named_in(f"{fact.predicate or ''} {fact.object or ''}")
    if fact.certainty != "certain" or fact.polarity == "?" or fact.modality not in ("asserted", "claimed", "denied"):
        return None
    if len(person) < 2 or not post:
        return None
    return Claim(
        claim_id=0,
        fact_id=fact.fact_id,
        kind="role",
        subtype=fact.subtype,
        measure=post[-1],
        heads=tuple(sorted({*post, *bodies})),
        names=person,
        whose=person,
        heading=context.heading,
        about=context.about,
        places=places,
        about_places=context.about_places,
        entities=tuple(sorted({p.entity_id for p in fact.parties if p.role == "person"})),
        day=day,
        polarity=fact.polarity,
    )


def _title(word: str) -> str | None:
    """The stem of a word of a post, whatever its capitals."""
    return stem(word.strip(",.;").removesuffix("'s").removesuffix("’s"))
