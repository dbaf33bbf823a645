"""The fingerprint of a body: what is kept of it to recognise its copies."""

from __future__ import annotations

import hashlib

from parsers.model import Fingerprint
from parsers.syndication import visitor_talk
from parsers.syndication.figures import figures
from parsers.syndication.letters import as_bytes, codes_of
from parsers.syndication.sharing import distinct
from parsers.syndication.shingles import sampled, shingle_hashes


def fingerprint(body: str) -> Fingerprint:
    """The fingerprint of a body, but for a page's talk to its visitor: its exact hash, a sample of its shingles, and its figures in context."""
    codes = codes_of(visitor_talk.without(body))
    hashes = shingle_hashes(codes)
    at = sampled(hashes)
    kept = hashes[at]
    return Fingerprint(
        exact=hashlib.sha256(as_bytes(codes)).hexdigest()[:32],
        letters=len(codes),
        hashes=distinct(kept),
        numbers=figures(codes),
    )
