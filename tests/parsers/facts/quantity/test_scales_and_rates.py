"""Units of the trades, scales, rates of many, ages in a list, parts that something changed by."""

from __future__ import annotations

import pytest

from tests.parsers.facts.quantity.test_quantity import quantities, read


def units(text: str) -> list[tuple[float, str]]:
    """Value and unit of each quantity."""
    return [(r[0], r[2]) for r in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("His pressure was 150 mm Hg.", (150, "mm[Hg]")),
        ("The glass fell to 29.1 inches of mercury.", (29.1, "[in_i'Hg]")),
        ("The unit feeds in 900 MWe.", (900, "MW")),
        ("The core gives 2,700 MWt.", (2700, "MW")),
        ("The gate let out 20,000 cusecs.", (20000, "[cft_i]/s")),
        ("The brook ran at 12 cubic metres per second.", (12, "m3/s")),
        ("They lost 600 dunums of land.", (600, "{dunam}")),
        ("The pad flows 30 MMcf/d.", (30, "106.[cft_i]/d")),
        ("The pipe carries 20 bcm/y.", (20, "109.m3/a")),
        ("It buys 9 bcm of natural gas a year.", (9, "109.m3/a")),
        ("It lifted 70 kboe/d.", (70, "1000.[bbl_us]/d")),
        ("The array stores 4 exabytes.", (4, "EBy")),
        ("The drive reads 300 MB/s.", (300, "MBy/s")),
        ("The badge showed 200 millirem.", (200, "mREM")),
        ("The wreck lies in 30 fathoms.", (30, "[fth_i]")),
        ("He sold 15 quintals of rye.", (15, "{quintal}")),
        ("Rail moved 20 billion tonne-kilometres.", (2e10, "t.km")),
        ("They put in 3,000 man-hours.", (3000, "{person}.h")),
        ("The vat holds 300 hectolitres.", (300, "hL")),
        ("The pond holds 3 megalitres.", (3, "ML")),
    ],
)
def test_units_of_the_trades_are_units(text: str, expected: tuple[float, str]) -> None:
    """Units of energy, water, land, gas, data, radiation and transport are read whole, never as a shorter unit."""
    assert units(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The van needs 7.5 litres per 100 km.", (7.5, "L/(100.km)")),
        ("There were 9 deaths per 100,000 people.", (9, "{death}/(100000.{person})")),
        ("The rate was 210 cases per million inhabitants.", (210, "{case}/(1000000.{person})")),
        ("Use fell to 80 litres per person per day.", (80, "L/{person}/d")),
        ("Yields were 150 bushels an acre.", (150, "[bu_us]/[acr_us]")),
        ("The toll is 15p a mile.", (15, "{penny}/[mi_i]")),
        ("Rent is £900 pcm.", (900, "GBP/mo")),
        ("The bond pays 4 dollars per 1,000 euro bond.", (4, "USD")),
        ("Gold fetched $1,700 an ounce.", (1700, "USD/[oz_tr]")),
        ("He put in 6 ounces of butter.", (6, "[oz_av]")),
    ],
)
def test_what_a_rate_is_told_per_is_no_quantity_of_its_own(text: str, expected: tuple[float, str]) -> None:
    """A number behind "per" belongs to the rate; precious metals are weighed in troy ounces."""
    assert units(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A quake of magnitude 6.1 hit the coast.",
        "A magnitude-6.1 quake hit the coast.",
        "A 6.1-magnitude tremor was felt.",
        "The tremor reached 6.1 on the Richter scale.",
        "The quake, measuring 6.1, was felt.",
        "The quake had an estimated magnitude of about 6.1.",
    ],
)
def test_the_magnitude_of_an_earthquake_is_a_unit(text: str) -> None:
    """However it is told, the strength of an earthquake is a magnitude, and no bare number."""
    assert units(text) == [(6.1, "{magnitude}")]
    assert [f.subtype for f in quantities(text)] == ["magnitude"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two boys, aged 3 and 5, were found.", [(3, None), (5, None)]),
        ("The girls, aged 4, 6 and 9, were found.", [(4, None), (6, None), (9, None)]),
        ("Pupils aged 12 to 15 took part.", [(12, 15)]),
        ("Pupils aged between 12 and 15 took part.", [(12, 15)]),
    ],
)
def test_two_ages_are_no_range(text: str, expected: list[tuple[float, float | None]]) -> None:
    """A list of ages is one age each; only "to" and "between" make a range."""
    assert [(f.value, f.value_high) for f in quantities(text) if f.subtype == "age"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose by three quarters.", [(0.75, "1")]),
        ("Rents rose a third in May.", [(0.333333, "1")]),
        ("Rents fell almost a quarter.", [(0.25, "1")]),
        ("They rose a third time.", []),
        ("Sales grew one and a half times.", [(1.5, "1")]),
        ("The quarter-point cut was expected.", [(0.25, "[pp]")]),
        ("Net assets were (–$4.2m).", [(-4.2e6, "USD")]),
        ("Growth was –0.3%.", [(-0.3, "%")]),
        ("The deal – $4 million – is off.", [(4e6, "USD")]),
        ("It holds $5.2tr in assets.", [(5.2e12, "USD")]),
        ("Invoice 20231 was paid.", []),
        ("Nos. 4 and 5 were shut.", []),
    ],
)
def test_parts_signs_and_labels(text: str, expected: list[tuple[float, str]]) -> None:
    """Parts of a change need no "by"; a dash is a minus only where it touches the number; labels are no figures."""
    assert units(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took 2,313 (105,005) tonnes of barley.", [(2313, "t"), (105005, "t")]),
        ("It took 16,818 (nil) tonnes of rye.", [(16818, "t")]),
        ("They shipped 229,176 tonnes (1985 - 182,959).", [(229176, "t"), (182959, "t")]),
        ("Sales were 45.1 mln dlrs (41.2 mln).", [(4.51e7, "USD"), (4.12e7, "USD")]),
        ("Some 1,500 coal- and gas-fired plants run.", [(1500, "{plant}")]),
        (
            "Revenue passenger miles rose to 1.95 billion from 1.66 billion.",
            [(1.95e9, "{passenger}.[mi_i]"), (1.66e9, "{passenger}.[mi_i]")],
        ),
    ],
)
def test_a_bare_figure_takes_the_unit_that_is_told_beside_it(text: str, expected: list[tuple[float, str]]) -> None:
    """Figures in brackets share the unit of their neighbour, and miles that rose are what the figure counts."""
    assert units(text) == expected


def test_a_multiple_whose_verb_was_not_seen_has_no_verb_of_another_clause() -> None:
    """The verb that tells a multiple is never left out for the one of the clause around it."""
    (found,) = quantities("It said the pact more than doubles its fleet.")
    assert (found.value, found.unit, found.subject, found.predicate) == (2, "1", None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Output is down to 80,000 from 95,000 tonnes.", [(80000, "t"), (95000, "t")]),
        ("Profit fell to 3.1 from 4.2 billion dollars.", [(3.1e9, "USD"), (4.2e9, "USD")]),
        ("Profit rose to $4.8 from $4.6 million.", [(4.8e6, "USD"), (4.6e6, "USD")]),
        ("Profit fell to 900 from 1.2 billion dollars.", [(1.2e9, "USD")]),
        ("It fell to 5 cents from 1.2 million dollars.", [(5, "{cent}"), (1.2e6, "USD")]),
        ("It has 12 M users.", []),
        ("It has 12 MW of power.", [(12, "MW")]),
        ("Meet at 14 Elm Lane, Ohio 44101.", []),
        ("Half of Europe is dry.", [(0.5, "1")]),
    ],
)
def test_a_magnitude_is_shared_or_the_figure_left_out(text: str, expected: list[tuple[float, str]]) -> None:
    """A figure whose magnitude is told with the one behind it takes it where both are alike; else it is not filed."""
    assert units(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He sold 400 Norden Mills common shares.", [(400, "{share}")]),
        ("Retail employment rose 12,000 in May.", [(12000, "{person}")]),
        ("The employment index rose to 51.3.", [(51.3, "1")]),
        ("Payrolls fell by 20,000.", [(20000, "{job}")]),
    ],
)
def test_a_name_in_front_and_an_index_are_not_what_is_counted(text: str, expected: list[tuple[float, str]]) -> None:
    """The head of the phrase is counted, not the name in front of it, and an index counts nobody."""
    assert units(text) == expected
