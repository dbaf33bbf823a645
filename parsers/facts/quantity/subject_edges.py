"""Where the subject of a figure begins and ends: without times and other figures, with both of its adjectives."""

from __future__ import annotations

from parsers.facts.quantity.objects import Figure
from parsers.facts.syntax import Phrase
from parsers.facts.syntax.lexicon import TEMPORAL
from parsers.facts.time.words import WEEKDAYS


def numbered(figure: Figure, phrase: Phrase) -> bool:
    """Is a phrase a figure other than a year?"""
    return any(
        figure.parse.tags[k] == "#" and not is_year(figure.tokens.low[k]) for k in range(phrase.start, phrase.end)
    )


def cut(figure: Figure, subject: Phrase) -> Phrase:
    """A subject without the time or figure that belongs to it: "sales in January", "output of 50 tons"."""
    for complement in figure.parse.complements:
        at, phrase = complement.preposition, complement.phrase
        if subject.head < at < subject.end and numbered(figure, phrase):
            return subject._replace(end=at)
        if subject.head < at < subject.end and (
            figure.tokens.low[phrase.head] in TEMPORAL or figure.tokens.low[phrase.head][:1].isdecimal()
        ):
            return subject._replace(end=at) if figure.tokens.low[at] != "of" else subject
    return subject


def both(figure: Figure, subject: Phrase) -> Phrase:
    """A subject with the other of its two adjectives ("proven and | probable reserves"), without the day before it."""
    if figure.tokens.low[subject.start] in WEEKDAYS and subject.start < subject.head:
        return subject._replace(start=subject.start + 1)  # "On Friday | Halden said"
    low = figure.tokens.low
    if (
        low[subject.start] in ("this", "last", "next")
        and low[subject.start + 1] in TEMPORAL
        and low[subject.start + 2] not in ("'", "’")
        and subject.start + 1 < subject.head
    ):
        return subject._replace(start=subject.start + 2)  # "this morning | staff are owed 9 million"
    tags, k = figure.parse.tags, subject.start
    joined = k > 1 and figure.tokens.low[k - 1] == "and" and tags[k] == "J" and k < subject.head
    return subject._replace(start=k - 2) if joined and tags[k - 2] in "Jn" else subject


def is_year(word: str) -> bool:
    """Is a word a year of the last three centuries?"""
    return len(word) == 4 and word.isdecimal() and word[:2] in ("18", "19", "20")
