"""Events and agreements as claims: what happened, who did it, to whom, when; a denied one has polarity -."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.claims.model import Claim
from parsers.claims.names import Context, distinct, named_in
from parsers.model import Fact

KINDS = frozenset({"event", "agreement", "denial"})

MODALITIES = frozenset({"asserted", "claimed", "denied"})


def candidates(facts: Sequence[Fact]) -> list[Fact]:
    """The events and agreements of an article that are sure enough to be claims, before its words are read."""
    return [f for f in facts if f.kind in KINDS and _sure(f)]


def events(found: Sequence[Fact], context: Context, day: int | None) -> list[Claim]:
    """The claims of an article's events, of `candidates`. Ids and keys are added by whoever calls."""
    return [c for f in found if (c := _event(f, context, day)) is not None]


def _sure(fact: Fact) -> bool:
    known = fact.certainty == "certain" and fact.modality in MODALITIES
    return known and fact.polarity != "?" and bool(fact.subtype) and bool(fact.subject or fact.object)


def _event(fact: Fact, context: Context, day: int | None) -> Claim | None:
    doers, doers_from, _ = named_in(fact.subject)
    done_to, done_in, things = named_in(fact.object)
    sides = {*doers, *doers_from}, {*done_to, *done_in}
    if not sides[0] | sides[1]:
        return None
    sentence = context.between(fact.start_char, fact.end_char)
    dated = fact.timex_type == "DATE" and fact.time_start and fact.time_end
    return Claim(
        claim_id=0,
        fact_id=fact.fact_id,
        kind="event",
        subtype=fact.subtype,
        measure="agreement" if fact.kind == "agreement" else fact.subtype or "",
        heads=tuple(sorted(sides[1])),
        near=things,
        words=distinct(context.stems[sentence]),
        names=distinct(context.names[sentence]),
        whose=tuple(sorted(sides[0])),
        heading=context.heading,
        title=context.title,
        theme=context.theme,
        about=context.about,
        places=distinct(context.countries[sentence]),
        about_places=context.about_places,
        entities=tuple(sorted({p.entity_id for p in fact.parties if p.role != "place"})),
        time_start=fact.time_start if dated else None,
        time_end=fact.time_end if dated else None,
        day=day,
        polarity="-" if fact.kind == "denial" else fact.polarity,
    )
