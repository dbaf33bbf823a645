"""Ranges, changes, multiples and degrees."""

from __future__ import annotations

import pytest

from tests.parsers.facts.quantity.test_quantity import quantities, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will cost $3.5 to $4 billion.", (3.5e9, 4e9, "USD")),
        ("Between 20 and 25 million came by rail.", (2e7, 2.5e7, "1")),
        ("It grew 3-4 percent.", (3, 4, "%")),
        ("Seats range from $20 to $75.", (20, 75, "USD")),
        ("It costs two or three million euros.", (2e6, 3e6, "EUR")),
        ("The night was -5 to -7C.", (-7, -5, "Cel")),
        ("Between -5C and 3C is normal.", (-5, 3, "Cel")),
        ("They sold 50 to 60 boats.", (50, 60, "{boat}")),
    ],
)
def test_a_range_shares_magnitude_and_unit(text: str, expected: tuple[float, float, str]) -> None:
    """Both ends of a range are in the unit and the scale that is said once."""
    assert [(r[0], r[1], r[2]) for r in read(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The share rose from 6 to 9 percent.", [(6, "%"), (9, "%")]),
        ("It grew from $3 million to $4 million.", [(3e6, "USD"), (4e6, "USD")]),
        ("Turnover rose from 12 to 15 million pounds.", [(1.2e7, "GBP"), (1.5e7, "GBP")]),
        ("Fares went up from $1.20 to $1.45 a litre.", [(1.2, "USD/L"), (1.45, "USD/L")]),
        ("Staff grew from 200 to 350 people.", [(200, "{person}"), (350, "{person}")]),
        ("It rose from 24.2 to 33-35 billion euros.", [(2.42e10, "EUR"), (3.3e10, "EUR")]),
        ("It grew from 12 percent to $4 million.", [(12, "%"), (4e6, "USD")]),
    ],
)
def test_a_change_is_two_values(text: str, expected: list[tuple[float, str]]) -> None:
    """What something rises or falls from and to are two figures, in one unit and scale."""
    assert [(round(r[0], 6), r[2]) for r in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales doubled.", (2, "multiple", "up")),
        ("The debt quadrupled.", (4, "multiple", "up")),
        ("Rents halved.", (0.5, "multiple", "down")),
        ("The count will triple.", (3, "multiple", "up")),
        ("Twice as many voters came.", (2, "multiple", None)),
        ("It was three times the usual rate.", (3, "multiple", None)),
        ("It grew tenfold.", (10, "multiple", "up")),
        ("It grew 2.5-fold.", (2.5, "multiple", "up")),
        ("It is double the usual rate.", (2, "multiple", None)),
        ("Output fell by a third.", (pytest.approx(1 / 3), "ratio", "down")),
        ("Output fell by almost half.", (0.5, "ratio", "down")),
        ("Output rose by two-thirds.", (pytest.approx(2 / 3), "ratio", "up")),
    ],
)
def test_multiples_and_parts_of_change_are_figures(text: str, expected: tuple[float, str, str | None]) -> None:
    """Doubling is a multiple of 2; what something falls by is a ratio with its direction."""
    (fact,) = quantities(text)
    assert (fact.value, fact.subtype, fact.trend) == expected


def test_a_doubled_name_is_no_multiple() -> None:
    """Agents, rooms and people who double up multiply nothing."""
    assert quantities("The double agent doubled back to a double-glazed room.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 33C in the square.", (33, "Cel")),
        ("It was 98F on the pier.", (98, "[degF]")),
        ("It fell to -8C.", (-8, "Cel")),
        ("It fell to −8C.", (-8, "Cel")),
        ("Warming beyond the 2-degree limit is feared.", (2, "Cel")),
        ("Temperatures in Rome hit 38 degrees.", (38, "Cel")),
        ("Temperatures in Chicago hit 38 degrees.", (38, "{degree}")),
        ("It was ten below zero.", (-10, "Cel")),
        ("It was five degrees below zero.", (-5, "Cel")),
        ("The tower leans four degrees.", (4, "deg")),
        ("They moved it by four degrees.", (4, "{degree}")),
    ],
)
def test_degrees_are_of_what_the_sentence_speaks_of(text: str, expected: tuple[float, str]) -> None:
    """A letter, the climate, the weather and an angle decide the scale; else, and in American weather, it stays open."""
    assert [(r[0], r[2]) for r in read(text)] == [expected]


def test_a_small_c_is_a_coin_only_beside_money() -> None:
    """Cents need a price near them."""
    assert [(r[0], r[2]) for r in read("The share price lost 3c.")] == [(3, "{cent}")]
    assert read("The 12c shipped today.") == []


def test_raised_funds_have_not_risen() -> None:
    """Raising money is no trend; raising a rate by or to something is one."""
    assert [f.trend for f in quantities("The firm raised $5 million.")] == [None]
    assert [f.trend for f in quantities("The rate was raised to 5 percent.")] == ["up"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was −6 C on the peak.", [(-6, "Cel")]),
        ("The lake was 19 C.", [(19, "Cel")]),
        ("The mercury reached 101 F in Tulsa.", [(101, "[degF]")]),
        ("The kiln oven reached 240ºC.", [(240, "Cel")]),
        ("Plan 19 C was dropped.", []),
        ("He lives at 19 F.", []),
        ("Global heating of 2.4 degrees is likely.", [(2.4, "Cel")]),
    ],
)
def test_a_letter_apart_is_a_scale_where_warmth_is_spoken_of(text: str, expected: list[tuple[float, str]]) -> None:
    """C and F behind a space are degrees of weather, water, air and ovens; elsewhere they are letters."""
    assert [(r[0], r[2]) for r in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The plank is 4 in. wide.", [4]),
        ("The bolt is 3 in. long and 2 in. thick.", [3, 2]),
        ("Snow of 14 in. fell.", [14]),
        ("The door is 6 ft. 6 in. tall.", []),
        ("An 8 in. pipe burst.", [8]),
        ("The gap is 0.25 in.", [0.25]),
        ("They brought 300 in.", []),
    ],
)
def test_an_abbreviated_inch_is_read_before_what_it_measures(text: str, values: list[float]) -> None:
    """ "in" with a full stop is an inch where the sentence goes on, or where a measure ends it."""
    assert [r[0] for r in read(text) if r[2] == "[in_i]"] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A third of Belmo's 6,000 clerks left.", (1 / 3, "{clerk}", 6000)),
        ("Half of the firm's 900 vans are new.", (0.5, "{van}", 900)),
        ("A quarter of its 800 shops shut.", (0.25, "{shop}", 800)),
    ],
)
def test_a_part_of_a_numbered_whole_has_its_noun_and_size(text: str, expected: tuple[float, str, float]) -> None:
    """The whole that a part is of is filed with it when the text says how many it is."""
    found = quantities(text)[0]
    assert (found.value, found.unit, found.of_value) == expected


@pytest.mark.parametrize(
    ("text", "value", "trend", "thing"),
    [
        ("The vote backed a doubling of the fee.", 2, "up", "fee"),
        ("There was a tripling of complaints.", 3, "up", "complaints"),
        ("The court dropped a $4 million claim.", 4e6, None, "claim"),
        ("The mill emits 2 million tons of CO2.", 2e6, None, "CO2"),
        ("Farms released 30 tonnes of N2O.", 30, None, "N2O"),
    ],
)
def test_what_is_doubled_dropped_or_emitted_is_the_object(
    text: str, value: float, trend: str | None, thing: str
) -> None:
    """A multiple has its noun, a figure that describes a noun has no trend of its own, a formula is a name."""
    found = quantities(text)[0]
    assert (found.value, found.trend, found.object) == (value, trend, thing)


def test_feet_and_abbreviated_inches_are_one_length() -> None:
    """ "6 ft. 6 in." is one figure of 6.5 feet."""
    assert [(r[0], r[2]) for r in read("The door is 6 ft. 6 in. tall.")] == [(6.5, "[ft_i]")]
