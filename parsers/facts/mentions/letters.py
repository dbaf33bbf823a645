"""The letters behind a name: silk, orders, degrees and seats in parliament, which are no part of the name."""

from __future__ import annotations

import re

from parsers.facts.mentions import gazetteer, words
from parsers.facts.mentions.names import plain

# Post-nominal letters of the Commonwealth's honours, courts and parliaments, of degrees, and of posts in firms. The second table holds those that companies,
# places or broadcasters bear as well.
_SURE = frozenset(
    "QC KC OBE CBE MBE KBE DBE GBE CMG KCMG DSO PhD Ph.D DPhil LLB LLD MBBS MSc BSc FRS FRCS MHA MHR MSP CEO CFO COO CTO CMO CIO".split()
)
_DOUBTFUL = frozenset("SC MP MLA MLC MEP AO AM AC OAM MD MC VC JP TD PC MA BA MBA DDS Esq".split())
_LETTERS = "|".join(sorted(_SURE | _DOUBTFUL, key=len, reverse=True)).replace(".", r"\.")
_BEHIND = re.compile(rf"(?: (?:{_LETTERS})\b)+(?![’'&/-]?\w)")


def end(body: str, name_end: int) -> int:
    """Where the letters behind a name end; the end of the name without any."""
    found = _BEHIND.match(body, name_end)
    return found.end() if found else name_end


def without(texts: tuple[str, ...]) -> int:
    """How many words of a sequence are left when the letters behind a name are taken off it."""
    kept = len(texts)
    while kept > 1 and texts[kept - 1].rstrip(".") in _SURE | _DOUBTFUL:
        kept -= 1
    dropped, name = texts[kept:], texts[:kept]
    sure = any(text.rstrip(".") in _SURE for text in dropped)
    if not words.ORGANISATION_HEADS.isdisjoint(text.lower() for text in name):
        return len(texts)
    given = kept > 1 and any(plain(text) in gazetteer.given_names() for text in name[:-1])
    return kept if sure or given else len(texts)
