"""Figures that answer a watch of a measure: by the words of what is measured, by unit or kind, and within its bounds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from parsers.watches import Watch
from warehouse.asking.question import ALTERNATIVES
from warehouse.asking.search import clauses
from warehouse.watching.texts import Texts

if TYPE_CHECKING:
    from parsers.facts.quantity.asked_units import Meant


class Figure(NamedTuple):
    """A quantity of an article that is said to be so; `start` and `end` are its evidence in the body."""

    fact_id: str
    article_id: str
    value: float
    high: float | None
    unit: str | None
    exact: str
    start: int
    end: int
    subtype: str | None

    @property
    def amount(self) -> str:
        """Value, end of the range, and unit, in words."""
        high = "" if self.high is None else f" to {self.high:,.10g}"
        return f"{self.value:,.10g}{high} {self.unit or ''}".strip()


def answering(watch: Watch, figures: Mapping[str, Figure], texts: Texts) -> set[str]:
    """The ids of the figures that a watch asks for; `texts` has the words of each under its id."""
    chosen = _asked(watch.question, figures, texts) if watch.question else set(figures)
    return {fact_id for fact_id in chosen if within(watch, figures[fact_id])}


def _asked(question: str, figures: Mapping[str, Figure], texts: Texts) -> set[str]:
    """The figures whose words answer, and those of a unit or a kind that the question, or a part between its ORs, names."""
    found = texts.matching(question) if clauses(question) else set()
    meant = [each for part in question.split(ALTERNATIVES) if (each := _named(part)) is not None]
    if meant:
        found |= {f.fact_id for f in figures.values() if any(each.has(f.unit, f.subtype) for each in meant)}
    return found


def names_unit(question: str) -> bool:
    """Whether a question, or a part between its ORs, names a unit or a kind of figures ("€", which is no word)."""
    return any(_named(part) is not None for part in question.split(ALTERNATIVES))


def within(watch: Watch, figure: Figure) -> bool:
    """Whether a figure, or a range in part, is in the unit and within the bounds of a watch."""
    if watch.unit is not None and not _measured_in(watch.unit).has(figure.unit, figure.subtype):
        return False
    top = figure.value if figure.high is None else figure.high
    return (watch.at_least is None or top >= watch.at_least) and (
        watch.at_most is None or figure.value <= watch.at_most
    )


@lru_cache(maxsize=2_000)
def _measured_in(unit: str) -> Meant:
    from parsers.facts.quantity.asked_units import measured_in  # its tables are large, and few watches ask for a unit

    return measured_in(unit)


@lru_cache(maxsize=2_000)
def _named(part: str) -> Meant | None:
    """What a part of a question names, None where it names no unit; most questions are words."""
    from parsers.facts.quantity.asked_units import named

    found = named(part)
    return found if found.units or found.subtypes else None
