"""How common a word of English is: log10 of its relative frequency, with the document's own words on top.

Source: wordfreq's large English list (Robyn Speer; code Apache-2.0, data CC BY-SA 4.0), read through its public
function. The list was counted on the open web, so it holds words that run together themselves (`ofthe`): those made
of a function word and a frequent neighbour are taken out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from parsers.repair.wordlists import word_list

UNKNOWN = -9.5
"""log10 frequency of a word nobody has seen, as one half of a split."""

_ARTEFACT_RATIO = 2.6
"""Two words are likelier than one by this many decimal orders: then the one is an artefact of the list."""


@lru_cache(maxsize=1)
def english() -> Mapping[str, float]:
    """Word → log10 frequency, for about 320,000 English words, lower-case. Loaded once, at first need."""
    from wordfreq import (
        get_frequency_list,
    )  # late: the list takes a quarter of a second, which clean text may never need

    bands = get_frequency_list("en", "large")
    # one number for a whole band: less memory, and worker processes that only look words up go on sharing it
    words = {word: score for centibels, band in enumerate(bands) for score in (-centibels / 100,) for word in band}
    frequent = [word for band in bands[:470] for word in band if len(word) > 1 and word.isalpha()]
    for left in sorted(word_list("function")):
        for right in frequent:
            _drop_artefact(words, left, right)
            _drop_artefact(words, right, left)
    return words


def _drop_artefact(words: dict[str, float], left: str, right: str) -> None:
    together = words.get(left + right)
    if together is not None and left in words and right in words:
        ratio = words[left] + words[right] - together
        # `asset`, `inland`, `today`: much commoner than chance would put their halves side by side
        if ratio > _ARTEFACT_RATIO and together < -5:
            del words[left + right]
