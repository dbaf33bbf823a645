"""The desk learns names from its undamaged articles and reads damaged ones with them."""

from __future__ import annotations

from pathlib import Path

from tests.filing import file_texts
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.filing import vocabulary


def test_names_of_undamaged_articles_are_learned(tmp_path: Path) -> None:
    """A brand that two whole articles print is known afterwards; learning again changes nothing."""
    place = Place.at(tmp_path / "desk.duckdb")
    texts = {
        "one.txt": "The firm Zalverde opened an office in the harbour on Monday, and forty people came to see it.\n",
        "two.txt": "Shares of Zalverde rose on Tuesday after the company said that its new ferry would sail in May.\n",
    }
    file_texts(place, texts)
    with writing(place) as warehouse:
        first = vocabulary.relearn(warehouse)
        assert "zalverde" in dict(first.counts)
        assert vocabulary.relearn(warehouse) == first == vocabulary.known(warehouse)
