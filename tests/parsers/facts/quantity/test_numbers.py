"""Numbers by composition: groups, decimals, fractions, magnitudes, powers, and what is left unread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.quantity.digits import SPACES
from parsers.facts.quantity.numbers import SMALL, number_at
from parsers.facts.tokens import Tokens
from tests.parsers.facts.quantity.test_quantity import read


def value(text: str) -> float | None:
    """The value of the number that a text begins with."""
    number = number_at(Tokens(text), 0)
    return None if number is None else number.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It moved 734 000 tonnes of sand.", (734000, None, "t", "=")),
        ("It moved 2\u202f345\u202f678 tonnes.", (2345678, None, "t", "=")),
        ("Some 45\u00a0200 voters came.", (45200, None, "{voter}", "~")),
        ("It cost 12’500 euros.", (12500, None, "EUR", "=")),
        ("They paid 3'400'000 dollars.", (3.4e6, None, "USD", "=")),
        ("It paid 1 444 555,50 euros.", (1444555.5, None, "EUR", "=")),
        ("The city spent € 21 007 million.", (2.1007e10, None, "EUR", "=")),
        ("It lent Rs 3,45,67,890.", (34567890, None, "INR", "=")),
    ],
)
def test_thousands_are_parted_by_commas_spaces_and_apostrophes(
    text: str, expected: tuple[float, None, str, str]
) -> None:
    """Groups of three belong together whatever parts them: any space of print, an apostrophe, commas in the Indian way."""
    assert read(text) == [expected]


@given(st.integers(1000, 999_999_999), st.sampled_from([*sorted(SPACES), "’", "'", ","]))
def test_a_number_is_the_same_however_its_thousands_are_parted(number: int, mark: str) -> None:
    """A whole number reads the same with every mark between its groups."""
    assert value(f"{number:,}".replace(",", mark) + " tonnes") == number


@pytest.mark.parametrize(
    "text",
    [
        "On March 12 12 500 45 tonnes came.",
        "Row 12 345 67 tonnes",
        "It has 12 300-seat halls.",
        "Cell 7 500 units and so on.",
        "Ask at 0044 567 people",
    ],
)
def test_no_tail_of_a_longer_number_is_filed(text: str) -> None:
    """Where digits stand right before a number and may belong to it, nothing is filed rather than its tail."""
    assert [r for r in read(text) if r[0] in (500, 45, 345, 67, 300, 567)] == []


def test_a_day_before_a_number_is_not_its_thousands() -> None:
    """The day of a date and the count behind it are two things."""
    assert read("On March 12 500 people came.") == [(500, None, "{person}", "=")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two point five percent", 2.5),
        ("zero point zero five percent", 0.05),
        ("nought point three percent", 0.3),
        ("two point two five percent", 2.25),
        ("six point twenty-five percent", 6.25),
        ("thirty-one point four kilometres", 31.4),
        ("one point two million", 1.2e6),
        ("two hundred and fifty-three point six", 253.6),
        ("2 point 5 percent", 2.5),
    ],
)
def test_decimals_may_be_spelled_out(text: str, expected: float) -> None:
    """Decimals read aloud go on with the number before their point."""
    assert value(text) == pytest.approx(expected)


@given(st.integers(0, 19), st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_spoken_decimals_say_the_same_as_digits(whole: int, decimals: list[int]) -> None:
    """Any decimal read digit by digit has the value of its digits."""
    names = {number: word for word, number in SMALL.items()}
    spoken = f"{names[whole]} point {' '.join(names[d] for d in decimals)}"
    assert value(spoken + " percent") == pytest.approx(float(f"{whole}.{''.join(map(str, decimals))}"))


@pytest.mark.parametrize(
    "text", ["He lost by one point two minutes before the end.", "At this point five percent is enough."]
)
def test_a_point_that_is_scored_or_reached_is_no_decimal_one(text: str) -> None:
    """ "one point" and "at this point" are nouns: the number behind them begins anew."""
    assert all(r[0] in (1, 2, 5) for r in read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She bought 2 1/2 acres.", (2.5, None, "[acr_us]", "=")),
        ("They shipped 3¾ tons.", (3.75, None, "t", "=")),
        ("Two and three quarter miles were laid.", (2.75, None, "[mi_i]", "=")),
        ("It took two and a half hours.", (2.5, None, "h", "=")),
        ("It took an hour and a half.", (1.5, None, "h", "=")),
        ("They waited half an hour.", (0.5, None, "h", "=")),
        ("A half-hour delay cost them.", (0.5, None, "h", "=")),
        ("About three-quarters of a mile was lost.", (0.75, None, "[mi_i]", "~")),
        ("Three quarters of a million people fled.", (750000, None, "{person}", "=")),
        ("They own ⅝ of a billion dollars.", (6.25e8, None, "USD", "=")),
        ("It made half a million euros.", (500000, None, "EUR", "=")),
        ("A million and a half voters came.", (1.5e6, None, "{voter}", "=")),
        ("Half a dozen clerks left.", (6, None, "{clerk}", "=")),
        ("It rose by half a percentage point.", (0.5, None, "[pp]", "=")),
        ("It was a quarter-point cut in rates.", (0.25, None, "[pp]", "=")),
    ],
)
def test_fractions_are_read_with_what_they_are_part_of(text: str, expected: tuple[float, None, str, str]) -> None:
    """Mixed, slashed, spelled and printed fractions have one value, in the unit they are a part of."""
    assert read(text)[:1] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It raised 3 Mio. euros.", (3e6, "EUR")),
        ("The fine was €2,4 Mrd in all.", (2.4e9, "EUR")),
        ("It owes 2,4 Md € now.", (2.4e9, "EUR")),
        ("The loan is R$ 1,25 bilhão.", (1.25e9, "BRL")),
        ("It cost 1,5 milhões de reais.", (1.5e6, "BRL")),
        ("They lent 15 mln zlotys.", (1.5e7, "PLN")),
        ("It is worth $3trn.", (3e12, "USD")),
        ("It is worth £4.5tn.", (4.5e12, "GBP")),
        ("It made Rs 7.5 cr in a day.", (7.5e7, "INR")),
        ("The flat cost Rs 65L.", (6.5e6, "INR")),
        ("They set aside Rs. 2.1 lakh crore.", (2.1e12, "INR")),
        ("A grant of €340.000 was paid.", (340000, "EUR")),
        ("It sold for €1.659 per litre.", (1.659, "EUR/L")),
        ("Over 2,5 percent came.", (2.5, "%")),
        ("Some 1.4K runners came.", (1400, "{runner}")),
        ("Nearly 4.2M users left.", (4.2e6, "{user}")),
        ("They counted 10^6 cells.", (1e6, "{cell}")),
        ("They counted 10⁹ cells.", (1e9, "{cell}")),
        ("They counted 3 x 10^5 cells.", (300000, "{cell}")),
        ("They counted 2·10⁴ cells.", (20000, "{cell}")),
    ],
)
def test_magnitudes_of_print_multiply_the_number(text: str, expected: tuple[float, str]) -> None:
    """Magnitudes of other languages, letters and powers multiply what stands before them; their commas are decimal."""
    assert [(round(r[0], 6), r[2]) for r in read(text)][:1] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "She lives at 48 Orchard Street and works at 1200 Harbour Avenue.",
        "Write to Lakeside, TX 75214 or call +44 20 7946 0958.",
        "See https://example.org/news/2/30/item_12.html for it.",
        "The file /srv/data/12/30/list_4.txt is gone.",
        "The Pixel 8C and Galaxy 24 were shown in Hall 7.",
        "CO2, H2O and PM2.5 were measured.",
        "They won 3-1 after 2-0.",
        "12c shipped today; Apollo 13 did not.",
        "In the first place, number one, it was first cultivated here.",
    ],
)
def test_addresses_codes_paths_and_names_give_no_figure(text: str) -> None:
    """House numbers, post codes, paths, products, formulas, scores and enumerations measure nothing."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It holds 90 million standard cubic meters.", (9e7, "m3")),
        ("It has 450,000 gross leasable square feet.", (450000, "[sft_i]")),
        ("A ship of 80,000 deadweight tons sank.", (80000, "{deadweight ton}")),
        ("It took 60,000 metric tons.", (60000, "t")),
        ("They make 5 million barrels of oil equivalent a day.", (5e6, "[bbl_us]/d")),
        ("The six-foot-two guard left.", (74 / 12, "[ft_i]")),
        ("A 5-foot-11 guard left.", (71 / 12, "[ft_i]")),
        ("He is 6'4\" tall.", (76 / 12, "[ft_i]")),
        ("The 25-basis-point cut came.", (25, "[bp]")),
    ],
)
def test_units_are_read_whole(text: str, expected: tuple[float, str]) -> None:
    """A word before a unit of area or volume, a ship's tons and the inches behind feet do not change or cut the unit."""
    value, _, unit, _ = read(text)[0]
    assert unit == expected[1]
    assert value == pytest.approx(expected[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tremor measured five point three on the scale.", (5.3, None, "{magnitude}", "=")),
        ("The grade was eight point one.", (8.1, None, "1", "=")),
        ("Rents rose seven decimal four percent.", (7.4, None, "%", "=")),
        ("It is thirty-one point five kilos heavier.", (31.5, None, "kg", "=")),
        ("A 20 000-strong crowd came.", (20000, None, "{person}", "=")),
        ("Over 80 Danish farms closed.", (80, None, "{farm}", ">")),
        ("Nearly 80 Danish farms closed.", (80, None, "{farm}", "~")),
    ],
)
def test_spoken_decimals_and_sentence_openings_are_no_names(text: str, expected: tuple[float, None, str, str]) -> None:
    """A spoken decimal is a figure without a unit, too; a bound at the head of a sentence names nothing."""
    assert read(text) == [expected]
