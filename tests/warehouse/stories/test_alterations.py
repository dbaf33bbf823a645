"""Copies are compared with the original of their story, once, whatever the order in which they come."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import reading, writing
from warehouse.stories import alterations, stories

WORKS = (
    "The water works of Tarn replaced {} kilometres of pipe last year, its director said. Leaks fell by a quarter, which "
    "surprised the engineers who had planned the work over many evenings in the old pumping hall beside the mill.\n\n"
    "The council wants to go on. It has asked the county for a loan, and the answer is expected before the summer, when "
    "the streets around the market are to be opened again for the second part of the work, the longest of the three."
)


def drop(folder: Path, outlet: str, hour: int, kilometres: str) -> Path:
    """A file with an article of an outlet."""
    path = folder / f"{outlet}.json"
    fields = {
        "headline": "Fewer leaks in Tarn",
        "publisher": outlet,
        "url": f"https://{outlet.lower()}.example/{hour}",
        "datePublished": f"2025-05-02T{hour:02}:00:00Z",
        "articleBody": WORKS.format(kilometres),
    }
    path.write_text(json.dumps(fields), encoding="utf-8")
    return path


ALTERED = "select outlet, original_outlet, kind, before_value, after_value from altered order by all"


def test_a_copy_with_another_figure_is_in_the_view(tmp_path: Path) -> None:
    """The view names the copy, the original, and what the figure was and became."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_paths(place, [str(drop(tmp_path, "Courier", 8, "12")), str(drop(tmp_path, "Herald", 11, "21"))])
    with reading(place) as warehouse:
        assert warehouse.connection.execute(ALTERED).fetchall() == [("Herald", "Courier", "figure", 12.0, 21.0)]


def test_when_the_original_comes_late_copies_are_compared_with_it(tmp_path: Path) -> None:
    """What was found against the article that was the original before is gone."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_paths(place, [str(drop(tmp_path, "Herald", 11, "21")), str(drop(tmp_path, "Post", 12, "21"))])
    with reading(place) as warehouse:
        assert warehouse.connection.execute(ALTERED).fetchall() == []
    file_paths(place, [str(drop(tmp_path, "Courier", 8, "12"))])
    with reading(place) as warehouse:
        assert warehouse.connection.execute(ALTERED).fetchall() == [
            ("Herald", "Courier", "figure", 12.0, 21.0),
            ("Post", "Courier", "figure", 12.0, 21.0),
        ]


def test_what_was_compared_is_not_compared_again(tmp_path: Path) -> None:
    """A pair is due once; when an article of it is to be filed anew, the pair is due again."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_paths(place, [str(drop(tmp_path, "Courier", 8, "12")), str(drop(tmp_path, "Herald", 11, "21"))])
    with writing(place) as warehouse:
        assert not alterations.due(warehouse)
        ids = [i for (i,) in warehouse.connection.execute("select article_id from article").fetchall()]
        with warehouse.transaction():
            alterations.forget(warehouse, ids[:1])
        assert alterations.due(warehouse)


def test_only_articles_of_changed_stories_are_looked_at(tmp_path: Path) -> None:
    """A run that changes no story looks at no pair, one that adds a copy looks at those of its story."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_paths(place, [str(drop(tmp_path, "Courier", 8, "12")), str(drop(tmp_path, "Herald", 11, "21"))])
    with writing(place) as warehouse, warehouse.transaction():
        warehouse.connection.execute("delete from alteration_pair").fetchall()
        assert warehouse.rows("alteration_pairs") == []
        original, copy = (
            i for (i,) in warehouse.connection.execute("select article_id from article order by publisher").fetchall()
        )
        for due in (original, copy):
            alterations.look_at(warehouse, [due])
            assert warehouse.rows("alteration_pairs") == [(copy, original, False)]
            warehouse.run("alterations_done")
        alterations.look_at(warehouse, [original])
        alterations.compare(warehouse)
        assert not alterations.due(warehouse)
        assert warehouse.connection.execute("from alteration_pair").fetchall() == [(copy, original)]


def test_a_split_copy_is_compared_no_more(tmp_path: Path) -> None:
    """What was found against an original is gone when a person takes the copy out of its story, and back when it comes back."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_paths(place, [str(drop(tmp_path, "Courier", 8, "12")), str(drop(tmp_path, "Herald", 11, "21"))])
    with writing(place) as warehouse, warehouse.transaction():
        run = warehouse.connection.execute
        original, copy = (i for (i,) in run("select article_id from article order by publisher").fetchall())
        for decide, found in ((stories.split, 0), (stories.merge, 1)):
            decide(warehouse, copy, original, datetime(2025, 5, 3, tzinfo=UTC))
            assert len(run(ALTERED).fetchall()) == found
