"""Two independent outlets that contradict each other: the view has it, and a watch says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from parsers.watches import Watch
from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, reading, writing
from warehouse.watching import watches


class Two(NamedTuple):
    """What two outlets report: headline and text of the first, headline and text of the second."""

    first: str
    said: str
    second: str
    otherwise: str


TOLL = Two(
    "Ferry sinks off Karimo",
    "A ferry sank off the port of Karimo on Tuesday and 31 people were killed, the coast guard said. The ship, the Blue Heron, had left "
    "for the island of Tessil in heavy rain. Divers went on looking through the night.",
    "Blue Heron goes down near Karimo",
    "At least 47 people died when the ferry Blue Heron went down near Karimo on Tuesday, rescuers said. It was on its way to Tessil. "
    "Relatives waited at the harbour for news of those on board.",
)
INFLATION = Two(
    "Inflation in Valdoria at 4.1 percent",
    "Inflation in Valdoria was 4.1 percent in April, the statistics office said on Thursday. Food and fuel cost more than a year before. "
    "Economists had expected less.",
    "Prices in Valdoria rise",
    "Consumer prices rose in Valdoria, where inflation was 5.3 percent in April, the bureau of statistics said on Thursday. The central "
    "bank meets next week in the capital.",
)
DENIED = Two(
    "Minister Anselm Roth resigns",
    "Finance minister Anselm Roth resigned on Friday, the government of Lestonia said. He had been in office for two years. A successor "
    "was not named.",
    "Anselm Roth stays",
    "Finance minister Anselm Roth of Lestonia did not resign on Friday, his office said. He will present the budget to parliament on "
    "Monday as planned, and travel to Brussels after that.",
)
ANOTHER_DAY = Two(
    "Treaty signed by Sarvonia and Lestonia",
    "Sarvonia and Lestonia signed an agreement on fishing on May 3, officials said. It gives boats of both countries the right to call "
    "at any port.",
    "Sarvonia and Lestonia agree",
    "Lestonia and Sarvonia signed the agreement on fishing on May 9, the ministry of Lestonia said. Fishermen in the north had asked for "
    "it for years.",
)
CONTRADICTING = {"disagreement": (TOLL, INFLATION), "denial": (DENIED,), "time": (ANOTHER_DAY,)}
"""By the relation that the view gives."""

COMPATIBLE = (
    Two(
        "Inflation in Corland",
        "Inflation in Corland was 3.1 percent in March, the statistics office said in April. Rents rose most, and bread cost less.",
        "Corland inflation up",
        "Prices went up faster in Corland: inflation was 4.6 percent in April, the statistics office said. Food rose most of all.",
    ),
    Two(
        "Brennan earns more",
        "Brennan Group said its profit was 40 million crowns in the first quarter. Its chairman was content with orders and prices. The "
        "shares rose a little in the last hour of trading.",
        "Costs weigh on Brennan Chemicals",
        "Brennan Chemicals, a unit of Brennan Group, said its profit was 25 million crowns in the first quarter. Energy cost twice as much "
        "as a year before, and two plants stood idle in winter.",
    ),
    Two(
        "Bus crash near Polva",
        "A bus crashed near Polva on Sunday and 9 people were killed, police said. The road was wet from the rain.",
        "Polva hospital asks for blood",
        "Doctors in Polva asked for blood after a bus crashed on Sunday and 20 people were injured, the hospital said.",
    ),
    Two(
        "Strike at Rhona Mines",
        "More than 300 miners went on strike at Rhona Mines on Monday, the union said. They ask for higher pay.",
        "Rhona Mines at a standstill",
        "No coal came up at Rhona Mines on Monday, where about 320 miners went on strike, managers said.",
    ),
    Two(
        "Floods in Zembia",
        "Floods killed 12 people in Zembia this week, the government said. Rain is to go on in the north.",
        "Kitwana under water",
        "Two bridges fell in Kitwana in the north of Zembia, where floods killed 5 people this week, the mayor said.",
    ),
)
"""Other months, a company and its unit, the dead and the hurt, a bound and a rounded number, a country and a town."""

ALL = (*(two for some in CONTRADICTING.values() for two in some), *COMPATIBLE)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """A desk with a watch for contradictions, in which one outlet reported first and another one in a later run."""
    folder = tmp_path_factory.mktemp("contradictions")
    place = Place.at(folder / "desk.duckdb")
    with writing(place) as warehouse, warehouse.transaction():
        watches.add(warehouse, [Watch(name="otherwise", kind="contradiction")], datetime(2024, 5, 14, tzinfo=UTC))
    _file(place, folder, "Weald Herald", [(two.first, two.said) for two in ALL], hour=8)
    _file(place, folder, "Coast Courier", [(two.second, two.otherwise) for two in ALL], hour=15)
    with reading(place) as warehouse:
        yield warehouse


def _file(place: Place, folder: Path, outlet: str, texts: list[tuple[str, str]], hour: int) -> None:
    lines = [
        json.dumps(
            {
                "@type": "NewsArticle",
                "headline": headline,
                "articleBody": body,
                "publisher": outlet,
                "datePublished": f"2024-05-14T{hour:02d}:00:00Z",
            }
        )
        for headline, body in texts
    ]
    stream = folder / f"{hour}.jsonl"
    stream.write_text("\n".join(lines) + "\n", encoding="utf-8")
    file_paths(place, [str(stream)])


def test_two_outlets_that_contradict_each_other_are_a_row(desk: Warehouse) -> None:
    """Another figure, a denial and another day are found, each with both headlines and two independent sources; nothing else is."""
    rows = desk.connection.execute(
        """select relation, independent, list_sort(list_distinct(list(a.headline))) from (select *, unnest(versions) as v from contradiction) c
        join article a on a.article_id = c.v.article_id group by relation, independent, c.versions"""
    ).fetchall()
    wanted = [
        (relation, 2, sorted((two.first, two.second))) for relation, some in CONTRADICTING.items() for two in some
    ]
    assert sorted(rows) == sorted(wanted)


def test_a_contradiction_watch_raises_an_alert(desk: Warehouse) -> None:
    """The later report of each contradiction raises one alert, with its words and what the other outlet says."""
    rows = desk.connection.execute(
        "select a.headline, l.why from alert l join article a using (article_id) where l.watch = 'otherwise'"
    ).fetchall()
    assert sorted(headline for headline, _ in rows) == sorted(
        two.second for some in CONTRADICTING.values() for two in some
    )
    assert all(why.startswith("Weald Herald") and "says otherwise" in why for _, why in rows)
