"""Watches of measures: by words, units and kinds of figures, money above all."""

from __future__ import annotations

import pytest

from parsers.watches import Watch, checked
from tests.warehouse.watching.test_evaluate import found
from warehouse.database.place import Place

BIDS = (
    "Tram builder to buy signals firm\n\nLANDSBY, May 14 - Tram builder Orvik agreed to buy the signals firm Brandt for 1.2 billion euros in cash. "
    "Brandt had revenue of $310 million last year and employs 2,400 people. The deal is to close in autumn, the two companies said on Tuesday."
)
MINE = (
    "Tin mine raises output\n\nPORT ELSINE, May 14 - The tin mine at Port Elsine produced 4,800 tonnes of ore in April, the owner said on Tuesday. "
    "It paid a fine of £75,000 and spent 3.5 million Swiss francs on pumps. Output rose by 6 percent, and 310 new jobs were created at the mine."
)


def measure(name: str, question: str | None = None, **bounds: object) -> Watch:
    """A watch of a measure, as the command line makes it."""
    return checked(Watch(name=name, kind="measure", question=question, **bounds))  # type: ignore[arg-type]


ASKED = {
    "any money": ({"unit": "money", "at_least": 1.0}, {"bids", "mine"}),
    "large money": ({"unit": "currencies", "at_least": 1e9}, {"bids"}),
    "question money": ({"question": "money", "at_least": 1e8}, {"bids"}),
    "euros": ({"unit": "euros"}, {"bids"}),
    "code": ({"unit": "eur", "at_least": 1e9}, {"bids"}),
    "sign": ({"unit": "€", "at_most": 2e9}, {"bids"}),
    "dollars": ({"unit": "dollars"}, {"bids"}),
    "dollar sign": ({"unit": "US$", "at_least": 3e8, "at_most": 4e8}, {"bids"}),
    "too few dollars": ({"unit": "$", "at_least": 1e9}, set()),
    "revenue": ({"question": "revenue", "unit": "USD"}, {"bids"}),
    "revenue in euros": ({"question": "revenue", "unit": "EUR"}, set()),
    "pounds": ({"unit": "pounds", "at_least": 50_000}, {"mine"}),
    "full name": ({"question": "swiss francs OR yen"}, {"mine"}),
    "francs": ({"unit": "francs"}, {"mine"}),
    "tonnes": ({"unit": "tonnes", "at_least": 4_000}, {"mine"}),
    "mass": ({"unit": "mass"}, {"mine"}),
    "percent": ({"question": "percent"}, {"mine"}),
    "people": ({"unit": "people", "at_least": 1_000}, {"bids"}),
    "jobs": ({"unit": "jobs"}, {"mine"}),
    "fine": ({"question": "fine", "unit": "GBP"}, {"mine"}),
    "yen": ({"unit": "yen"}, set()),
}


@pytest.fixture(scope="module")
def alerts(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str]]:
    """What all these watches find in the two articles."""
    place = Place.at(tmp_path_factory.mktemp("desk") / "desk.duckdb")
    asked = [measure(name, **{str(k): v for k, v in given.items()}) for name, (given, _) in ASKED.items()]  # type: ignore[arg-type]
    return found(place, asked, {"bids.txt": BIDS, "mine.txt": MINE})


@pytest.mark.parametrize("name", ASKED)
def test_figures_of_a_unit_or_kind_are_found(name: str, alerts: list[tuple[str, str, str]]) -> None:
    """Names, signs and codes of units, and kinds of figures as a whole, find what is within the bounds, and nothing else."""
    said = {"bids" if exact in BIDS else "mine" for watch, exact, _ in alerts if watch == name}
    assert said == ASKED[name][1]


def test_amounts_are_printed_in_full(alerts: list[tuple[str, str, str]]) -> None:
    """The reason has the whole number, with its unit, and the words of the watch when it has any."""
    reasons = {watch: why for watch, _, why in alerts}
    assert reasons["large money"] == "its figure 1,200,000,000 EUR is within the bounds of the watch"
    assert reasons["revenue"] == "its figure 310,000,000 USD is within the bounds of revenue"


@pytest.mark.parametrize(
    ("given", "why"), [({}, "it asks nothing"), ({"unit": " ", "question": "jobs"}, "its unit is empty")]
)
def test_a_measure_of_nothing_is_refused(given: dict[str, object], why: str) -> None:
    """A watch of a measure has words or a unit."""
    with pytest.raises(ValueError, match=why):
        measure("nothing", **given)  # type: ignore[arg-type]
