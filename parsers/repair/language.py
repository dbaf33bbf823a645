"""The gate: which language's words a text is mended by. Text in any other comes out as it went in."""

from __future__ import annotations

from parsers.repair.tongues import LISTS
from parsers.repair.wordlists import word_list

_LEAST, _LOOKED_AT = 0.1, 4000


def of(in_language: str | None, text: str) -> str | None:
    """The language (ISO 639-1) by which a text is mended: the declared or detected one, else English by its commonest words."""
    if in_language is not None:
        if in_language.lower().startswith("en"):
            return "en"
        code = in_language[:2].lower()
        named = len(in_language) == 2 or not in_language[2].isalpha()
        return code if named and code in LISTS else None
    tokens = text[:_LOOKED_AT].lower().split()
    english = len(tokens) > 3 and sum(t in word_list("english") for t in tokens) >= _LEAST * len(tokens)
    return "en" if english else None
