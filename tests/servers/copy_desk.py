"""Made-up newspaper copy, different every time, for tests and benchmarks that need many documents."""

from __future__ import annotations

import random

OUTLETS = ("Harbour Gazette", "Northern Post", "Valley Courier", "Coast Tribune", "Lakeside News", "City Ledger")
PEOPLE = ("Piet Holm", "Anna Brandt", "Jonas Lund", "Mira Castell", "Tomas Reber", "Elena Fisk")
ROLES = ("harbour master", "council member", "energy minister", "chief engineer", "mayor", "spokeswoman")
THINGS = ("pier", "bridge", "solar park", "tram line", "library", "water works", "market hall", "railway yard")
PLACES = ("Oldhaven", "Mill Valley", "Lower Ness", "Stonebury", "Karlsund", "Eastport")
VERBS = ("opened", "was repaired", "was sold", "was inspected", "caught fire", "was extended", "was closed")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
CLAUSES = (
    "after repairs that cost {n} million euros",
    "for the first time since {y}",
    "although {m} residents had objected",
    "and {m} people came to watch",
    "with a capacity of {n} megawatts",
    "{n} percent more than the year before",
)


def article(seed: int) -> str:
    """One article of about two thousand characters with a masthead, headline, byline, figures and quotations."""
    rng = random.Random(seed)
    outlet, thing, place = rng.choice(OUTLETS), rng.choice(THINGS), rng.choice(PLACES)
    head = f"{outlet}\n{place}: {thing.capitalize()} number {seed} {rng.choice(VERBS)}\n\nBy {rng.choice(PEOPLE)}\n\n"
    return head + "\n\n".join(_paragraph(rng, thing, place, seed) for _ in range(rng.randint(4, 9)))


def _paragraph(rng: random.Random, thing: str, place: str, seed: int) -> str:
    return " ".join(_sentence(rng, thing, place, seed) for _ in range(rng.randint(2, 4)))


def _sentence(rng: random.Random, thing: str, place: str, seed: int) -> str:
    clause = rng.choice(CLAUSES).format(n=rng.randint(2, 900), m=rng.randint(20, 9_000), y=rng.randint(1950, 2024))
    told = f"The {thing} in {place}, number {seed + rng.randint(0, 99)}, {rng.choice(VERBS)} on {rng.choice(DAYS)} {clause}"
    if rng.random() < 0.3:
        return f'"{told}," {rng.choice(ROLES)} {rng.choice(PEOPLE)} said.'
    return told + "."
