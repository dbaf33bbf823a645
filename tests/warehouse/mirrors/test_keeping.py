"""A mirror of any kind has the desk's rows after each run, whatever happened in between."""

from __future__ import annotations

import os
import re
import signal
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from flows.clock import now
from flows.run import forgetting
from parsers.errors import UsageError
from tests.filing import file_texts
from tests.warehouse.filing.test_forgetting import RARE
from tests.warehouse.mirrors import copies
from tests.warehouse.mirrors.copies import Copy
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.sql import scripts
from warehouse.database.store import Warehouse, reading, writing
from warehouse.mirrors import keeping
from warehouse.mirrors.changes import HASHED, Changes
from warehouse.mirrors.keeping import Mirrored, keep
from warehouse.mirrors.parquet_folder import ParquetMirror
from warehouse.mirrors.relations import DIGEST, KEYS, Relation
from warehouse.mirrors.targets import Mirror

ANOTHER = (
    "QUARR, March 12, 2025 -- The ferry board of Quarr bought two boats for 9.1 million euros on Monday.\n\n"
    "“They are quiet,” said Tamsin Vole, the board's engineer. They sail from June.\n"
)


def written(done: tuple[Mirrored, ...]) -> int:
    """Rows that were written, over all relations."""
    return sum(each.written for each in done)


def present(place: Place) -> dict[str, Counter[str]]:
    """The digests of every relation of the desk."""
    with reading(place) as warehouse:
        return {
            name: Counter(
                row[0]
                for row in warehouse.connection.execute(
                    f"select {DIGEST} from ({HASHED.format(digest=DIGEST, source=f'from {name}')})"
                ).fetchall()
            )
            for name in KEYS
        }


def mirrored(copy: Copy) -> dict[str, Counter[str]]:
    """The digests of every relation of a mirror, as another program reads them."""
    union = " union all ".join(f"select '{name}', {DIGEST} from {name}" for name in KEYS)
    found = copy.ask(union)
    return {name: Counter(digest for of, digest in found if of == name) for name in KEYS}


def same(place: Place, copy: Copy) -> bool:
    """Whether a mirror has the rows of the desk. (Parquet counts the month of a row as part of it, so only numbers are compared.)"""
    ours, theirs = present(place), mirrored(copy)
    if copy.kind == "parquet":
        return {name: rows.total() for name, rows in ours.items()} == {
            name: rows.total() for name, rows in theirs.items()
        }
    return ours == theirs


def texts(place: Place) -> list[tuple[str, str, str | None, int]]:
    """Some columns of the articles."""
    query = "select article_id, article_body, dateline, word_count from article order by article_id"
    with reading(place) as warehouse:
        return warehouse.connection.execute(query).fetchall()


def test_the_first_run_copies_all_and_the_next_nothing(place: Place, copy: Copy) -> None:
    """Every row of every usual relation, its values as they are; a second run writes no row."""
    first = keep(place, copy.opened())
    assert same(place, copy)
    assert copy.ask("select article_id, article_body, dateline, word_count from article order by article_id") == texts(
        place
    )
    assert {each.relation: (each.written, each.removed) for each in first} == {
        name: (rows.total(), 0) for name, rows in present(place).items()
    }
    assert {(each.written, each.removed) for each in keep(place, copy.opened())} == {(0, 0)}


def test_later_runs_write_what_changed(place: Place, copy: Copy) -> None:
    """A new article is added, and of the others no fact, passage or text is written again."""
    keep(place, copy.opened())
    file_texts(place, {"another.txt": ANOTHER})
    done = {each.relation: each for each in keep(place, copy.opened())}
    assert same(place, copy)
    assert (done["article"].written, done["article"].removed, done["article"].rows) == (1, 0, 6)
    ((facts,),) = copy.ask(
        "select count(*) from fact where article_id in (select article_id from article where article_body like '%ferry board%')"
    )
    assert done["fact"].written == facts > 0
    assert done["fact"].removed == 0


def test_a_lake_follows_the_desk(place: Place, lake: str, database: str, tmp_path: Path) -> None:
    """A lake whose catalogue is in PostgreSQL has every row after the first run, and after one that brought an article."""
    copy = copies.ducklake(lake, database, str(tmp_path / "lake"))
    keep(place, copy.opened())
    assert same(place, copy)
    file_texts(place, {"another.txt": ANOTHER})
    done = {each.relation: each for each in keep(place, copy.opened())}
    assert (done["article"].written, done["article"].removed, done["article"].rows) == (1, 0, 6)
    assert same(place, copy)


def test_what_is_forgotten_disappears(place: Place, copy: Copy, tmp_path: Path) -> None:
    """Its rows are gone with the next run, and no file of the mirror has its words any more."""
    keep(place, copy.opened())
    ((secret,),) = copy.ask(f"select article_id from article where article_body like '%{RARE}%'")
    forgetting.takedown(place, secret, "article", reason="taken down")
    done = {each.relation: each for each in keep(place, copy.opened())}
    assert done["article"].removed == 1
    assert same(place, copy)
    for relation in ("article", "passage", "fact", "mention", "quotation"):
        assert copy.ask(f"select count(*) from {relation} where article_id = '{secret}'") == [(0,)]
    free = ("own", "data")  # the desk itself; PostgreSQL, whose vacuum overwrites what was deleted
    files = [p for p in tmp_path.rglob("*") if p.is_file() and not set(free) & set(p.parts)]
    holding = [p for p in files if RARE.encode() in p.read_bytes()]
    assert [
        p for p in holding if p.suffix != ".ducklake"
    ] == []  # a database file, in whose free blocks statistics stay


def test_a_correction_replaces_the_row(place: Place, copy: Copy) -> None:
    """A row whose values change is taken out and written anew, also when it moves to another month."""
    keep(place, copy.opened())
    with writing(place) as warehouse:
        warehouse.connection.execute(
            "update article set date_published = '2025-06-01T00:00:00Z' where article_body like '%roses%'"
        ).fetchall()
    publish_now(place)
    done = {each.relation: each for each in keep(place, copy.opened())}
    assert (done["article"].written, done["article"].removed) == (1, 1)
    assert same(place, copy)
    assert copy.ask("select count(*) from article where date_published > '2025-05-31'") == [(1,)]


@pytest.mark.trial
def test_a_killed_run_is_completed_by_the_next(place: Place, copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed before, between and after its relations, at the first run and at a later one; the next run has all rows."""
    for at in (1, 6, len(KEYS)):
        assert killed(place, copy, at)
    keep(place, copy.opened())
    assert same(place, copy)
    file_texts(place, {"another.txt": ANOTHER})
    assert killed(place, copy, 15)
    keep(place, copy.opened())
    assert same(place, copy)


def killed(place: Place, copy: Copy, at: int) -> bool:
    """Bring a mirror up to date in a process that is killed when it has done so many relations."""
    child = os.fork()
    if not child:
        try:
            done = 0
            mirror = keeping._mirrored

            def counted(*words: object) -> Mirrored:
                nonlocal done
                result = mirror(*words)  # type: ignore[arg-type]
                done += 1
                if done == at:
                    os.kill(os.getpid(), signal.SIGKILL)
                return result

            keeping._mirrored = counted
            keep(place, copy.opened())
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_a_mirror_of_another_desk_is_left_alone(place: Place, copy: Copy, tmp_path: Path) -> None:
    """Two desks cannot write over each other."""
    keep(place, copy.opened(), ["article"])
    (tmp_path / "two").mkdir()
    other = Place.at(tmp_path / "two" / "desk.duckdb")
    file_texts(other, {"another.txt": ANOTHER})
    with pytest.raises(UsageError, match="another desk"):
        keep(other, copy.opened(), ["article"])
    assert copy.ask("select count(*) from article") == [(5,)]


def test_new_columns_are_added_and_old_ones_go(place: Place, copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mirror made by an older newsdesk gets the columns of a newer one; one made by a newer is made anew."""
    newer = keeping.described

    def older(*words: object) -> object:
        return tuple(replace(r, fields=tuple(f for f in r.fields if f.name != "dateline")) for r in newer(*words))  # type: ignore[arg-type]

    monkeypatch.setattr(keeping, "described", older)
    keep(place, copy.opened(), ["article", "entity"])
    monkeypatch.setattr(keeping, "described", newer)
    keep(place, copy.opened())
    assert copy.ask("select article_id, article_body, dateline, word_count from article order by article_id") == texts(
        place
    )
    monkeypatch.setattr(keeping, "described", older)
    keep(place, copy.opened())
    monkeypatch.setattr(keeping, "described", newer)
    keep(place, copy.opened())
    assert copy.ask("select article_id, article_body, dateline, word_count from article order by article_id") == texts(
        place
    )


def test_a_mirror_grows_by_the_relations_that_are_named(place: Place, copy: Copy) -> None:
    """Names add to what a mirror has, and what it has is always brought up to date; unknown names and secrets are refused."""
    assert [each.relation for each in keep(place, copy.opened(), ["story", "article"])] == ["story", "article"]
    file_texts(place, {"another.txt": ANOTHER})
    done = {each.relation: each.written for each in keep(place, copy.opened(), ["feed_health"])}
    assert sorted(done) == ["article", "feed_health", "story"]
    assert done["article"] == 1
    for wrong in ("feed_setting", "nonesuch"):
        with pytest.raises(UsageError, match=wrong):
            keep(place, copy.opened(), [wrong])


def test_odd_text_arrives(place: Place, copy: Copy) -> None:
    """Quotation marks, line ends, NUL and characters beyond the basic plane; PostgreSQL has U+FFFD for NUL."""
    odd = 'it\'s "odd"\\ \r\n\t\u2028 \U0001f600 \x00 end'
    with writing(place) as warehouse:
        warehouse.append(
            "note", ["note_id", "about", "text", "author", "noted_at"], [("1", "entity", odd, "me", now())]
        )
        warehouse.connection.execute("update article set author = ['a''b', 'c\"d', 'e,{f}', null]").fetchall()
    publish_now(place)
    keep(place, copy.opened())
    expected = odd.replace("\x00", "\ufffd") if copy.kind == "postgres" else odd
    assert copy.ask("select text from note") == [(expected,)]
    assert written(keep(place, copy.opened())) == 0


def test_with_nothing_new_nothing_is_compared(place: Place, copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relation whose tables are as they were costs no comparison; after an article came, only those are compared that read what it changed."""
    keep(place, copy.opened())
    compared: list[str] = []
    compare = keeping.changes

    def noted(warehouse: Warehouse, relation: Relation, mirror: Mirror) -> Changes:
        compared.append(relation.name)
        return compare(warehouse, relation, mirror)

    monkeypatch.setattr(keeping, "changes", noted)
    keep(place, copy.opened())
    assert compared == []
    with writing(place) as warehouse:
        warehouse.append("tag", ["about", "tag", "author", "tagged_at"], [("entity", "checked", "me", now())])
    publish_now(place)
    keep(place, copy.opened())
    assert compared == ["tag"]
    assert same(place, copy)


def test_a_row_that_was_lost_comes_back(place: Place, tmp_path: Path) -> None:
    """A mirror that has fewer rows than it should is compared, though the desk has not changed."""
    copy = copies.sqlite(tmp_path)
    keep(place, copy.opened())
    copy.ask("delete from repair where rowid = (select min(rowid) from repair)")
    assert written(keep(place, copy.opened())) == 1
    assert same(place, copy)


def test_a_folder_of_a_run_that_was_cut_is_compared(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that a cut run wrote are put right, also when the desk is again as it was before that run and the number of rows is the same."""
    copy = copies.parquet(tmp_path)
    keep(place, copy.opened(), ["entity"])

    def named(name: str) -> None:
        with writing(place) as warehouse:
            warehouse.connection.execute(f"update entity set name = {name}").fetchall()
        publish_now(place)

    named("'Quarr' || name")
    monkeypatch.setattr(ParquetMirror, "remember", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        keep(place, copy.opened())
    monkeypatch.undo()
    named("substring(name, 6)")
    keep(place, copy.opened())
    assert copy.ask("select count(*) from entity where starts_with(name, 'Quarr')") == [(0,)]


def test_usual_relations_tell_nothing_of_now() -> None:
    """A view whose answer changes with the clock has no mark; only feed_health, which is no usual relation, has the clock in it."""
    of_now = re.compile(r"\b(now|current_\w+|today|random|get_current_\w+)\b\s*\(|\bcurrent_(date|time|timestamp)\b")
    telling = {script.name for script in scripts("views") if of_now.search(script.text)}
    assert telling == {"030_feed_health"}
    reading_it = [s.name for s in scripts("views") if re.search(r"(from|join) feed_health\b", s.text)]
    assert reading_it == []
    assert "feed_health" not in KEYS
