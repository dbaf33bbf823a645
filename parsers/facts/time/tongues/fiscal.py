"""Fiscal years by number in other languages: "Geschäftsjahr 2023/24", "exercice 2023", "2023 mali yılı". Their days stay open."""

from __future__ import annotations

from parsers.facts.time.calendar import When
from parsers.facts.time.fiscal import numbered
from parsers.facts.time.said import Said
from parsers.facts.time.tongues.lexemes import ORDINAL_ENDINGS, word
from parsers.facts.tokens import Tokens, words

BEFORE: dict[str, frozenset[str]] = {
    "de": words("geschäftsjahr geschäftsjahres geschäftsjahrs finanzjahr finanzjahres wirtschaftsjahr rechnungsjahr"),
    "fr": words("exercice fiscale fiscal"),
    "es": words("ejercicio fiscal"),
}
"""Words right before the number of a fiscal year."""

LED: dict[str, frozenset[str]] = {"fiscale": words("année"), "fiscal": words("exercice ejercicio año")}
"""Words that stand before some of these."""

BEHIND: dict[str, tuple[str, str]] = {"ru": ("финансов", "год"), "tr": ("mali", "yıl"), "az": ("maliyyə", "il")}
"""How the two words behind a number begin that make it a fiscal year."""


def fiscal_at(tokens: Tokens, i: int, language: str) -> Said | None:
    """The fiscal year whose word, or whose number, is token i."""
    low = word(tokens, i)
    if low in BEFORE.get(language, ()):
        return _behind_word(tokens, i, low)
    if language in BEHIND and len(tokens.text[i]) == len("2024") and tokens.text[i].isdecimal():
        return _before_words(tokens, i, BEHIND[language])
    return None


def _behind_word(tokens: Tokens, i: int, low: str) -> Said | None:
    led = LED.get(low)
    if led and word(tokens, i - 1) not in led:
        return None
    k = i + 1 if word(tokens, i + 1) not in ("de", "fiscal") else i + 2
    k = k + 1 if word(tokens, k) == "de" else k
    found = numbered(tokens, k) if len(tokens.text[k]) == len("2024") else None
    return _said(i - 1 if led else i, found) if found else None


def _before_words(tokens: Tokens, i: int, stems: tuple[str, str]) -> Said | None:
    found = numbered(tokens, i)
    if found is None:
        return None
    number, k = found
    if tokens.text[k] == "-" and word(tokens, k + 1) in ORDINAL_ENDINGS:
        k += 2
    if not all(word(tokens, k + nth).startswith(stem) for nth, stem in enumerate(stems)):
        return None
    return _said(i, (number, k + 2))


def _said(start: int, found: tuple[int, int]) -> Said:
    return Said(start, found[1], when=When(type="DATE", value=f"FY{found[0]}"))
