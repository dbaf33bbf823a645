"""The claims of one article, from its facts and mentions."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.claims import events, figures, keys
from parsers.claims.model import Claim
from parsers.claims.names import context
from parsers.claims.quotations import quotations
from parsers.claims.roles import roles
from parsers.claims.voices import speakers, voice
from parsers.model import Article, Fact, Mention
from parsers.record import changed

PLAIN = 2
"""Digits and names together that a figure has more of, to be known again by its words alone."""

READ = frozenset({"quantity", "event", "agreement", "denial"})
"""Kinds of facts of which the sentence says what an article is about."""


def claims(article: Article, facts: Sequence[Fact], mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """The claims of one article, each with its id and keys. `facts` have their evidence and ids."""
    if not facts:
        return ()
    body, day = article.article_body, article.date_published.date().toordinal() if article.date_published else None
    voices = speakers(facts)
    counted, happened = figures.candidates(facts, body), events.candidates(facts)
    spans = sorted({*counted.spans(), *[(f.start_char, f.end_char) for f in happened]})
    seen = context(article, tuple(mentions), spans, {(f.start_char, f.end_char) for f in facts if f.kind in READ})
    found = figures.figures(counted, facts, seen, body, day)
    at = {f.fact_id: f.anchor_start or f.start_char for f in facts}
    found += [*events.events(happened, seen, day), *roles(facts, seen, day)]
    spoken = [_spoken(c, voice(voices, at[c.fact_id])) for c in found]
    spoken += quotations(facts, seen, day)
    return tuple([changed(c, claim_id=keys.claim_id(c), keys=keys.keys(c), plain=_plain(c)) for c in spoken])


def _spoken(claim: Claim, speaker: str | None) -> Claim:
    return claim if speaker is None else changed(claim, speaker=speaker)


def _plain(claim: Claim) -> bool:
    """Whether a claim's own words are enough to know it again: it names somebody, says what, and is precise."""
    told = bool(claim.heads or claim.near or claim.words)
    return (
        bool(claim.names or claim.title)
        and told
        and (claim.kind != "figure" or claim.digits + len(claim.names) > PLAIN)
    )
