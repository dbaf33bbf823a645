"""Names, titles, addresses, ages and rates are no times."""

from __future__ import annotations

import pytest

from tests.parsers.facts.time.reading import times, values


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times said so.",
        "He won on Super Tuesday.",
        "The SEC fined him 80 times.",
        "Theresa May said she would go.",
        "The sign at 1850 Broad Street fell.",
        "Room 1984 is shut.",
        "One day it will be ours.",
        "She is in her early 30s.",
        "A man in his late forties fell.",
        "Highs in the upper 70s are due.",
        "It drew 1000s of fans.",
        "The mast is 1900 feet tall.",
        "The C-H2 bond is strong.",
        "He read Around the World in 80 Days.",
        "The March for Life drew crowds.",
        "Jan Berger came.",
        "A four-year-old boy fell.",
        "The girl, 12, and her 45-year-old aunt left.",
        "Its annual sales rose.",
        "The Sun shone; she Sat down.",
        "Ring the harbour office on 555-0142.",
    ],
)
def test_names_titles_ages_and_addresses_are_no_times(text: str) -> None:
    """Words of time inside names, ages and addresses tell no time."""
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It emits 40 tonnes of carbon a year.", ("SET", "P1Y")),
        ("He waited half an hour.", ("DURATION", "PT30M")),
        ("It ruled for centuries.", ("DURATION", "PXC")),
        ("It will take 10 to 12 weeks.", ("DURATION", "P10W/P12W")),
        ("In the near future it may change.", ("DATE", "FUTURE_REF")),
        ("In the past, it did.", ("DATE", "PAST_REF")),
        ("The committee meets every March.", ("SET", "XXXX-03")),
        ("They dropped a cancelled plan for next year.", ("DATE", "2022")),
        ("On Tuesday, 6/8, it opened.", ("DATE", "2021-06-08")),
    ],
)
def test_rates_lengths_and_vague_times(text: str, expected: tuple[str, str]) -> None:
    """What comes again is a SET, how long a DURATION, and what has no date a reference."""
    (found,) = times(text)
    assert (found.timex_type, found.timex_value) == expected
