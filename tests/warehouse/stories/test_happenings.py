"""Stories that report one happening in words of their own are grouped, and people can put it right."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.errors import UsageError
from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, reading, writing
from warehouse.stories import happenings

AT = datetime(2026, 5, 20, tzinfo=UTC)

REPORTS = {
    "Courier": (
        "2025-05-02T08:00:00Z",
        "Explosion at Aurelia mill in Tarnholm",
        "TARNHOLM, May 2 - An explosion at the Aurelia mill in Tarnholm killed 17 people and injured 43 on Friday, the police of "
        "Tarnholm said. The mill belongs to Nordline Paper.",
    ),
    "Herald": (
        "2025-05-02T13:00:00Z",
        "Dozens hurt in Tarnholm mill",
        "Seventeen people were killed and 43 were injured on Friday when a boiler of the Aurelia mill in Tarnholm blew up. The owner, "
        "Nordline Paper, promised an inquiry, and the fire brigade stayed until the evening.",
    ),
    "Post": (
        "2025-05-02T15:00:00Z",
        "Council of Velden approves budget",
        "The council of Velden approved a budget of 84.3 million euros on Friday. The mayor of Velden said that the swimming hall would "
        "be repaired first, and the library after it.",
    ),
}


def drop(folder: Path, outlet: str) -> str:
    """A file with a report of an outlet."""
    published, headline, body = REPORTS[outlet]
    path = folder / f"{outlet}.json"
    fields = {"headline": headline, "publisher": outlet, "datePublished": published, "articleBody": body}
    path.write_text(json.dumps(fields), encoding="utf-8")
    return str(path)


def filed(folder: Path, outlets: tuple[str, ...], name: str = "desk") -> Place:
    """A desk with the reports of these outlets, filed one after the other."""
    place = Place.at(folder / name / "desk.duckdb")
    place.published.parent.mkdir()
    for outlet in outlets:
        file_paths(place, [drop(folder, outlet)])
    return place


def together_in(warehouse: Warehouse) -> list[tuple[str, ...]]:
    """The outlets of each happening."""
    query = "select outlet_names from happening order by all"
    return [tuple(names) for (names,) in warehouse.connection.execute(query).fetchall()]


def test_independent_reports_of_one_happening_are_grouped(tmp_path: Path) -> None:
    """Two reports of one accident are one happening, with the first of them, its outlets and its figure over time."""
    with reading(filed(tmp_path, ("Courier", "Herald", "Post"))) as warehouse:
        run = warehouse.connection.execute
        assert run("select stories, articles, first_outlet, outlet_names from happening").fetchall() == [
            (2, 2, "Courier", ["Courier", "Herald"])
        ]
        assert run("select measure, value, outlet from happening_figure order by all").fetchall() == [
            ("dead", 17.0, "Courier"),
            ("dead", 17.0, "Herald"),
            ("injured", 43.0, "Courier"),
            ("injured", 43.0, "Herald"),
        ]
        assert run("select count(*) from happening_link where why is not null").fetchall() == [(1,)]


@settings(max_examples=6, deadline=None)
@given(st.permutations(list(REPORTS)), st.integers(1, len(REPORTS)))
def test_any_order_and_any_batches_give_the_same(order: list[str], size: int) -> None:
    """Happenings do not depend on who came first, nor on which reports came in one run."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place.at(Path(folder) / "desk.duckdb")
        for at in range(0, len(order), size):
            file_paths(place, [drop(Path(folder), outlet) for outlet in order[at : at + size]])
        with reading(place) as warehouse:
            assert together_in(warehouse) == [("Courier", "Herald")]
            found = warehouse.connection.execute("select count(*), count(distinct happening_id) from happening_story")
            assert found.fetchall() == [(2, 1)]


def test_a_person_sets_a_story_apart_and_puts_it_back(tmp_path: Path) -> None:
    """A story that was set apart is alone until a person puts it together with another."""
    place = filed(tmp_path, ("Courier", "Herald", "Post"))
    with writing(place) as warehouse:
        ids = dict(warehouse.connection.execute("select publisher, article_id from article").fetchall())
        with warehouse.transaction():
            happenings.apart(warehouse, ids["Herald"], AT, "another ferry")
        assert together_in(warehouse) == []
        with warehouse.transaction():
            happenings.together(warehouse, ids["Herald"], ids["Post"], AT.replace(day=21), "the inquiry")
        assert together_in(warehouse) == [("Herald", "Post")]
        assert warehouse.connection.execute("select why from happening_link").fetchall() == [("a person: the inquiry",)]


def test_two_articles_of_one_story_are_together_already(tmp_path: Path) -> None:
    """Putting an article together with itself is refused in words."""
    place = filed(tmp_path, ("Courier",))
    with writing(place) as warehouse:
        ((one,),) = warehouse.connection.execute("select article_id from article").fetchall()
        with pytest.raises(UsageError, match="one story already"):
            happenings.together(warehouse, one, one, AT)


def test_the_headline_of_a_happening_is_that_of_its_first_storys_original(tmp_path: Path) -> None:
    """A reprint that came first gives no headline, where the agency's text is elected the original."""
    place = filed(tmp_path, ("Herald", "Courier"))
    with writing(place) as warehouse:
        ask = warehouse.connection.execute
        ((first, story, headline),) = ask(
            "select article_id, story_id, headline from article where publisher = 'Courier'"
        ).fetchall()
        assert ask("select headline from happening").fetchall() == [(headline,)]
        original = ask("select article_id from article where publisher = 'Herald'").fetchall()[0][0]
        ask("delete from story_original where story_id = ?", [story]).fetchall()
        warehouse.append("story_original", ("story_id", "article_id", "evidence"), [(story, original, "agency")])
        assert ask("select headline, first_article_id from happening").fetchall() == [
            ("Dozens hurt in Tarnholm mill", first)
        ]
