"""Articles taken out of stories leave what would be there without them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers.model import Parsed
from tests.warehouse.stories.test_syndication import AT, BOX, HARBOUR, article, essay, file, settle, stories, stream
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, text_array, writing
from warehouse.filing import reprocess
from warehouse.stories import removal, syndication

TABLES = {
    "syndication": "from syndication",
    "reuse": "from reuse",
    "original": "from story_original",
    "stop": "select hash from stop_hash",
    "printing": "select article_id, exact, letters, samples, live, roundup, outlet, headline, day, figures from printing join wording using (wording_no)",
    "root": "select article_id, r.exact from printing join wording w using (wording_no) join wording r on r.wording_no = w.root_no",
    "hash": "select article_id, hash, h.day from wording_hash h join printing using (article_no)",
    "kin": "select kind, a.exact, b.exact, k.shared from kin k join wording a using (wording_no) join wording b on b.wording_no = k.of_no",
    "pair": "select least(a.exact, b.exact), greatest(a.exact, b.exact), shared from pair join wording a on a.wording_no = one_no join wording b on b.wording_no = other_no",
    "compared": "select article_id, of_article_id from reuse_pair",
    "due": "from unsettled union all from reuse_due",
}
"""What stories are made of, without the numbers that depend on the order of arrival."""


def printed() -> list[Parsed]:
    """The stream, and texts that outlets printed again, soon and long after."""
    bodies = [essay(n, 6) for n in range(4)]
    again = [article(b, "Sund Times", day=90 + n, headline=f"Again {n}") for n, b in enumerate(bodies)]
    near = [article(b.replace(" ", "  ", 3) + " And so on.", "Elin Post", day=91 + n) for n, b in enumerate(bodies[:2])]
    same = [article(f"{b}\n\n{BOX}", "Osk Mail", day=0.2) for b in bodies[:2]]
    return [*stream(), *again, *near, *same]


ALL = printed()


def everything(warehouse: Warehouse) -> dict[str, list[tuple[object, ...]]]:
    tables = {n: sorted(warehouse.connection.execute(q).fetchall(), key=repr) for n, q in TABLES.items()}
    return {**tables, "story": sorted(stories(warehouse).items())}


def take_out(warehouse: Warehouse, gone: Sequence[Parsed]) -> bool:
    """Take articles out; whether all stories had to be made anew."""
    ids = [p.article.article_id for p in gone]
    with warehouse.transaction():
        plan = removal.prepare(warehouse, ids)
        removal.drop(warehouse, plan, syndication.window_days())
        with warehouse.incoming({"article_id": text_array(ids)}):
            warehouse.connection.execute("delete from article where article_id in (select article_id from incoming)")
        if plan.anew:
            reprocess.remake_stories(warehouse, AT)
        else:
            removal.reconcile(warehouse, plan, AT)
    return plan.anew


def filed(folder: Path, articles: Sequence[Parsed]) -> dict[str, list[tuple[object, ...]]]:
    with writing(Place.at(folder / "never.duckdb")) as warehouse:
        file(warehouse, articles)
        settle(warehouse)
        return everything(warehouse)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A settled desk with everything."""
    place = Place.at(tmp_path_factory.mktemp("all") / "desk.duckdb")
    with writing(place) as warehouse:
        file(warehouse, ALL[:20])
        file(warehouse, ALL[20:])
        settle(warehouse)
    return place.live


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=st.sets(st.integers(0, len(ALL) - 1), min_size=1, max_size=14), cut=st.integers(0, 14))
def test_taken_out_is_as_if_never_filed(
    tmp_path_factory: pytest.TempPathFactory, desk: Path, gone: set[int], cut: int
) -> None:
    """Whatever goes, at once or in two parts: stories, links, boilerplate and borrowed passages equal those of the rest alone."""
    folder = tmp_path_factory.mktemp("gone")
    place = Place.at(folder / "desk.duckdb")
    place.desk.mkdir()
    place.live.write_bytes(desk.read_bytes())
    goes = [ALL[i] for i in sorted(gone)]
    with writing(place) as warehouse:
        for part in (goes[:cut], goes[cut:]):
            if part:
                take_out(warehouse, part)
        left = everything(warehouse)
    expected = filed(folder, [a for i, a in enumerate(ALL) if i not in gone])
    assert {name for name in expected if left[name] != expected[name]} == set()


def test_boilerplate_goes_with_those_who_taught_it(tmp_path: Path) -> None:
    """When the printings that made a box boilerplate go, it counts again."""
    boxed = [article(f"{essay(n, 6)}\n\n{BOX}", day=0.7 * n, headline=f"Headline {n}") for n in range(6)]
    with writing(Place.at(tmp_path / "desk.duckdb")) as warehouse:
        file(warehouse, boxed)
        settle(warehouse)
        assert warehouse.connection.execute("from stop_hash").fetchall()
        assert take_out(warehouse, boxed[1:])
        assert not warehouse.connection.execute("from stop_hash").fetchall()
        assert everything(warehouse) == filed(tmp_path, boxed[:1])


def test_a_copy_outlives_its_original(tmp_path: Path) -> None:
    """When the original goes, its copy is the original of what is left, and the story has its id."""
    one, two, three = (
        article(HARBOUR),
        article(HARBOUR + " So it was.", "Vask Herald", day=0.2),
        article(HARBOUR + " Or so.", "Sund Times", day=0.4),
    )
    with writing(Place.at(tmp_path / "desk.duckdb")) as warehouse:
        file(warehouse, [one, two, three])
        settle(warehouse)
        assert set(stories(warehouse).values()) == {one.article.article_id}
        take_out(warehouse, [one])
        assert set(stories(warehouse).values()) == {two.article.article_id}
        assert len(warehouse.connection.execute("from syndication").fetchall()) == 1
