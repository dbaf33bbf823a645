"""The gate: only English is joined. Other languages come out as they went in."""

from __future__ import annotations

from parsers.repair.wordlists import word_list

_LEAST, _LOOKED_AT = 0.1, 4000


def is_english(in_language: str | None, text: str) -> bool:
    """Whether a text is English: by its declared or detected language, else by its commonest words."""
    if in_language is not None:
        return in_language.lower().startswith("en")
    tokens = text[:_LOOKED_AT].lower().split()
    return len(tokens) > 3 and sum(t in word_list("english") for t in tokens) >= _LEAST * len(tokens)
