"""How common a word of Azerbaijani (Latin) is: wordfreq has no list of it.

Source of `words/azerbaijani.txt.gz`: the word list of Tesseract's recognition data for Azerbaijani (Google, Apache-2.0), read out
of Debian's package tesseract-ocr-aze. It says which forms are written, not how often; but a form that was met in small letters,
with a capital and in capitals is common, and one that was met in one way only is rare. The few hundred commonest words
(`azerbaijani_common.txt`, commonest first) are ours. What the desk learns from its own undamaged articles comes on top.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from importlib.resources import files
from math import log10

TIERS: Mapping[str, float] = {"common": -4.7, "known": -5.5, "rare": -6.4, "name": -6.6}
"""A word's tier in the list → log10 frequency, rounded."""
_FIRST = -1.5
"""log10 frequency of the commonest word; by Zipf's law the nth is n times as rare."""


def words() -> dict[str, float]:
    """Word → log10 frequency, for about 170,000 forms in small letters."""
    folder = files("parsers.repair") / "words"
    out: dict[str, float] = {}
    score = 0.0
    for line in gzip.decompress((folder / "azerbaijani.txt.gz").read_bytes()).decode("utf-8").splitlines():
        if line.startswith("= "):
            score = TIERS[line[2:]]
        else:
            out[line] = score
    for n, word in enumerate((folder / "azerbaijani_common.txt").read_text("utf-8").split()):
        out[word] = max(_FIRST - log10(n + 1), out.get(word, score))
    return out
