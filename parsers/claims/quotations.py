"""Quotations as claims: who said which words."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.claims.model import Claim
from parsers.claims.names import WORD, Context, named_in
from parsers.claims.voices import speaker_of
from parsers.claims.words import stem
from parsers.model import Fact

FEWEST = 5
"""Stems that a quotation needs to be known again."""

NEGATORS = frozenset("not no never nobody nothing none neither nor without cannot".split())


def quotations(facts: Sequence[Fact], context: Context, day: int | None) -> list[Claim]:
    """The claims of an article's quotations in quotation marks. Ids and keys are added by whoever calls."""
    return [c for f in facts if f.kind == "quotation" and (c := _quotation(f, context, day)) is not None]


def _quotation(fact: Fact, context: Context, day: int | None) -> Claim | None:
    if not fact.speaker or fact.quote_type not in ("direct", "mixed") or fact.subtype == "answer":
        return None
    said = WORD.findall(fact.exact)
    stems = tuple(sorted({s for w in said if (s := stem(w))}))
    if fact.certainty != "certain" or len(stems) < FEWEST:
        return None
    speaker, places, _ = named_in(fact.speaker)
    denied = any(w.lower() in NEGATORS or w.lower().endswith(("n't", "n’t")) for w in said)
    return Claim(
        claim_id=0,
        fact_id=fact.fact_id,
        kind="quotation",
        subtype=fact.quote_type,
        measure="said",
        words=stems,
        names=speaker,
        whose=tuple(sorted({*speaker, *places})),
        heading=context.heading,
        entities=tuple(sorted({p.entity_id for p in fact.parties if p.role == "speaker"})),
        day=day,
        polarity="-" if denied else "+",
        speaker=speaker_of(fact),
    )
