"""Figures in the same places tell two issues of a notice from two copies of one."""

import numpy as np

from parsers.syndication import fingerprint
from parsers.syndication.conflicts import figures, tallies


def notice(usd: str, eur: str, day: str) -> str:
    return f"The official rate of the dollar was set at {usd} crowns and that of the euro at {eur} crowns for May {day}, the bank said."


def tally(one: str, other: str) -> tuple[int, int]:
    """Agreements and conflicts."""
    held = figures(np.array([3, 8]), [fingerprint(text).numbers for text in (one, other)])
    found = tallies(held, np.array([3]), np.array([8]))
    return int(found.agreements[0]), int(found.conflicts[0])


def test_figures_conflict_between_two_days_of_one_notice() -> None:
    """The same template with other figures conflicts at every figure; a copy agrees at every figure."""
    monday, tuesday = notice("15.81", "17.20", "27"), notice("15.94", "17.33", "28")
    assert tally(monday, tuesday) == (0, 3)
    assert tally(monday, monday) == (3, 0)


def test_a_rounded_figure_is_no_conflict() -> None:
    """An editor who cuts 1.95 to 1.9 has not written another notice; 1 and 19 are different figures."""
    assert tally(notice("1.95", "17.20", "27"), notice("1.9", "17.20", "27")) == (3, 0)
    assert tally(notice("19", "17.20", "27"), notice("1", "17.20", "27")) == (2, 1)


def test_texts_without_figures_have_nothing_to_compare() -> None:
    """Neither agreements nor conflicts come from texts without figures."""
    assert tally("Nothing to count here, nor anywhere near it.", notice("1", "2", "3")) == (0, 0)


def test_serial_numbers_are_no_figures() -> None:
    """A distributor numbers its printings: ten digits and more neither conflict nor agree."""
    one, other = (notice("15.81", "17.20", "27") + f" WIRE{n} ID{n // 7}" for n in (5287364972260207, 6286196041080941))
    assert tally(one, other) == (3, 0)


def test_a_figure_agrees_with_any_in_the_same_words() -> None:
    """A line for the quarter and one like it for the year, of which a copy keeps one: the same figures, not others."""
    quarter, year = (
        "Average shares {} mln against {} mln before, the company said.".format(*n) for n in ((86, 87), (91, 92))
    )
    assert tally(quarter, f"{quarter} {year}") == (2, 0)
    assert tally(year, f"{quarter} {year}") == (2, 0)
