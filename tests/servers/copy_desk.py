"""Made-up newspaper copy, different every time, for tests and benchmarks that need many documents.

Words are invented from syllables: articles that share nothing but a language's small words, as unrelated stories do.
"""

from __future__ import annotations

import random

OUTLETS = ("Harbour Gazette", "Northern Post", "Valley Courier", "Coast Tribune", "Lakeside News", "City Ledger")
PEOPLE = ("Piet Holm", "Anna Brandt", "Jonas Lund", "Mira Castell", "Tomas Reber", "Elena Fisk")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SMALL = ("the", "of", "in", "and", "to", "a", "for", "with", "on", "by", "from", "at", "after", "before", "near")
ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "w",
)
VOWELS = ("a", "e", "i", "o", "u", "ea", "ai", "ou")
CODAS = ("", "n", "r", "l", "s", "nd", "rt", "m", "ck", "st")


def article(seed: int) -> str:
    """One article of about two thousand characters with a masthead, headline, byline, figures and quotations."""
    rng = random.Random(seed)
    head = f"{rng.choice(OUTLETS)}\n{_words(rng, 7).capitalize()}\n\nBy {rng.choice(PEOPLE)}\n\n"
    return head + "\n\n".join(_paragraph(rng) for _ in range(rng.randint(4, 8)))


def _paragraph(rng: random.Random) -> str:
    return " ".join(_sentence(rng) for _ in range(rng.randint(2, 4)))


def _sentence(rng: random.Random) -> str:
    told = _words(rng, rng.randint(7, 15)).capitalize()
    kind = rng.random()
    if kind < 0.2:
        return f'"{told}," {_word(rng)} minister {rng.choice(PEOPLE)} said on {rng.choice(DAYS)}.'
    if kind < 0.5:
        return f"{told}, {rng.randint(2, 900)} {rng.choice(('million euros', 'megawatts', 'percent', 'tonnes'))} {_words(rng, 4)}."
    return told + "."


def _words(rng: random.Random, number: int) -> str:
    return " ".join(rng.choice(SMALL) if rng.random() < 0.35 else _word(rng) for _ in range(number))


def _word(rng: random.Random) -> str:
    return "".join(
        rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS)
        for _ in range(1 + (rng.random() < 0.6) + (rng.random() < 0.2))
    )
