"""Quantities: number, unit, bound, range, rate, and what is no quantity."""

from __future__ import annotations

import pytest

from parsers.model import Fact
from tests.parsers.facts.test_golden_facts import facts_of

Read = tuple[float, float | None, str, str]


def quantities(text: str) -> list[Fact]:
    """The quantities of a text published on 31 March 2024."""
    return [f for f in facts_of(text, "2024-03-31") if f.kind == "quantity"]


def read(text: str) -> list[Read]:
    """Value, upper value, unit and bound of each quantity."""
    return [(round(f.value or 0, 6), f.value_high, f.unit or "", f.bound or "") for f in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was worth $2.2 billion.", (2.2e9, None, "USD", "=")),
        ("They put in up to $1billion.", (1e9, None, "USD", "<=")),
        ("Sales of US$ 7.5bn were booked.", (7.5e9, None, "USD", "=")),
        ("Assets were 60 mln dlrs.", (6e7, None, "USD", "=")),
        ("It raised 5.87 billion dlrs.", (5.87e9, None, "USD", "=")),
        ("The toll road cost Rs. 450 crore.", (4.5e9, None, "INR", "=")),
        ("It cost Rs 12,50,000.", (1.25e6, None, "INR", "=")),
        ("Budgeted at AZN 5 mln.", (5e6, None, "AZN", "=")),
        ("A grant of 3 million manats was paid.", (3e6, None, "AZN", "=")),
        ("Shares fell to 41 pence.", (41, None, "{penny}", "=")),
        ("It lost £361 million.", (3.61e8, None, "GBP", "=")),
        ("Profit was 361 million pounds.", (3.61e8, None, "GBP", "=")),
        ("They carried two pounds of butter.", (2, None, "[lb_av]", "=")),
        ("It trades at HK$12.40.", (12.4, None, "HKD", "=")),
        ("Worth RM23.50 each.", (23.5, None, "MYR", "=")),
        ("The ticket is 3 dollars and 50 cents.", (3.5, None, "USD", "=")),
    ],
)
def test_money_is_read_in_iso_4217(text: str, expected: Read) -> None:
    """Sums are read with their magnitude, from signs, codes, words and wire abbreviations, before or behind."""
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It holds 41 pct of it.", (41, None, "%", "=")),
        ("It accounts for 47-48% of trade.", (47, 48, "%", "range")),
        ("Rates rose 25 basis points.", (25, None, "[bp]", "=")),
        ("A 100-megawatt plant opens.", (100, None, "MW", "=")),
        ("It makes 2 GW of power.", (2, None, "GW", "=")),
        ("It emits 200,000 tons.", (200000, None, "t", "=")),
        ("It is 5 feet 2 inches tall.", (5.166667, None, "[ft_i]", "=")),
        ("The lake covers 660 square metres.", (660, None, "m2", "=")),
        ("It runs at over 188 miles an hour.", (188, None, "[mi_i]/h", ">")),
        ("Output hit 90,000 barrels a day.", (90000, None, "[bbl_us]/d", "=")),
        ("It fell to minus 12 degrees Celsius.", (-12, None, "Cel", "=")),
        ("Oil stood at $71 a barrel.", (71, None, "USD/[bbl_us]", "=")),
        ("Nearly ten miles of cable burnt.", (10, None, "[mi_i]", "~")),
        ("It needs 10 1/2 miles of cable.", (10.5, None, "[mi_i]", "=")),
        ("A 2,900-year-old wall stood there.", (2900, None, "a", "=")),
        ("She ran the 300m in Rome.", (300, None, "m", "=")),
        ("It has 35m of its phones in use.", (3.5e7, None, "{phone}", "=")),
    ],
)
def test_measures_are_read_in_ucum(text: str, expected: Read) -> None:
    """Measures are read from names, symbols and hyphenated modifiers, with rates and bounds."""
    assert read(text)[:1] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 240 delegates came.", (240, None, "{delegate}", "~")),
        ("Local firms, numbering around 85, pay it.", (85, None, "{firm}", "~")),
        ("With a population of over 2 million, it grows.", (2e6, None, "{person}", ">")),
        ("Thousands of jobs went.", (1000, 10000, "{job}", "range")),
        ("Tens of thousands of people fled.", (10000, 100000, "{person}", "range")),
        ("Two of Anna's brothers left.", (2, None, "{brother}", "=")),
        ("He has won 60 of the 80 races.", (60, None, "{race}", "=")),
        ("The number of new jobs rose by 37,000.", (37000, None, "{job}", "=")),
        ("A third of the members left.", (0.333333, None, "{member}", "=")),
        ("It supplies over 100,000 households annually.", (100000, None, "{household}/a", ">")),
        ("Annual output reached 500 units.", (500, None, "{unit}/a", "=")),
        ("He began his fifth term.", (5, None, "{term}", "=")),
        ("It is the second-largest port.", (2, None, "{rank}", "=")),
        ("Water is the number one worry.", (1, None, "{rank}", "=")),
        ("Three or four years passed.", (3, 4, "a", "range")),
    ],
)
def test_things_are_counted_by_their_head_noun(text: str, expected: Read) -> None:
    """Counts carry the singular of what is counted, wherever it stands; ranks and terms are told apart."""
    assert read(text)[:1] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The G77, the COP29 talks and COVID-19 were named.",
        "It flies the Boeing 747 and the A320.",
        "5G and 4K are here.",
        "One of the leading countries spoke.",
        "No one said that one day it would rain.",
        "First, there is a strong bond.",
        "The Second World War ended.",
        "One Belt, One Road is a name.",
        "1. Strengthen ties. 2. Promote trade.",
        "Call (020) 7946-0123 at once.",
        "They won 3-1 and drew 2-2.",
        "The Group of 77 met.",
        "It ran from 2014 to 2018, on March 28 and at 10:30 am.",
        "Vision 2030 is a title and Route 66 a road.",
        "It is a one-China policy of net-zero aims.",
        "We may see NIO and a key area.",
        "Read version 2.0.1 of it.",
    ],
)
def test_names_labels_and_dates_are_not_quantities(text: str) -> None:
    """Numbers that name, enumerate, score or date measure nothing."""
    assert read(text) == []


def test_a_part_carries_its_whole() -> None:
    """In "220 of the world's 500 products" the part knows the whole, and the whole is counted too."""
    part, whole = quantities("Over 220 of the world’s 500 major products lead.")
    assert (part.value, part.of_value, part.unit, part.bound) == (220, 500, "{product}", ">")
    assert (whole.value, whole.of_value) == (500, None)


def test_a_change_has_a_direction_and_two_values() -> None:
    """ "rose 12 percent to 7 mln from 6 mln" is three figures; the first one says the direction."""
    facts = quantities("Revenue rose 12 percent to 7 mln dlrs from 6 mln dlrs.")
    assert [(f.value, f.unit, f.trend) for f in facts][:1] == [(12, "%", "up")]
    assert [f.value for f in facts] == [12, 7e6, 6e6]


def test_values_compare_in_si() -> None:
    """Megawatts and watts, cents and dollars, degrees of both kinds meet in the SI columns."""
    (power,) = quantities("It makes 2 MW.")
    (coins,) = quantities("It pays 87 cents.")
    (cold,) = quantities("It fell to 32 degrees Fahrenheit.")
    assert (power.value_si, power.unit_si) == (2e6, "W")
    assert (coins.value_si, coins.unit_si) == (0.87, "USD")
    assert cold.value_si == pytest.approx(273.15)


def test_a_figure_is_dated_by_its_clause_and_not_by_who_said_it_when() -> None:
    """The time of the clause goes with the figure; the day of the statement does not."""
    (target,) = [f for f in quantities("It aims to reach 30% by 2030.") if f.unit == "%"]
    (told,) = quantities("The firm said on Tuesday it had 40 ships.")
    assert (target.timex_value, target.time_relation, target.modality) == ("2030", "by", "target")
    assert told.timex_value is None


@pytest.mark.parametrize(
    "text", ["The number of days will rise by 6.5, the board said.", "The number of tonnes fell by 40 in May."]
)
def test_the_anchor_is_the_number_when_its_unit_comes_before(text: str) -> None:
    """A unit that is said far in front of its number does not turn the anchor round."""
    (fact,) = quantities(text)
    assert fact.anchor_start is not None
    assert text[fact.anchor_start : fact.anchor_end].strip("., ") in ("6.5", "40")
