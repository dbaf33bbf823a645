"""`newsdesk forget`, `export --move`, `attach` and `maintain --dry-run` at the command line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.cli import command_line
from flows.run import archiving
from parsers.errors import NewsdeskError, QuestionError, UsageError
from tests.warehouse.filing.test_forgetting import RARE, TEXTS, again, contents, copied, filed
from warehouse.asking import attached
from warehouse.asking.query import ask, questions
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing import checks


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk with all texts."""
    return filed(tmp_path_factory.mktemp("desk") / "d", TEXTS).published.parent


@pytest.fixture
def place(tmp_path: Path, desk: Path) -> Place:
    """A copy of that desk."""
    return copied(desk, tmp_path / "d")


def called(place: Place, *words: str) -> object:
    """Call the command line; its exit code. Raises what it would say."""
    arguments: Sequence[str] = [*words, "--database", str(place.published)]
    return command_line(arguments)(arguments, result_action="return_value")


def article(place: Place, name: str) -> str:
    with reading(place) as warehouse:
        query = "select article_id from arrival where ends_with(source_uri, ?)"
        return str(warehouse.connection.execute(query, [name]).fetchall()[0][0])


def test_it_shows_what_goes_and_asks(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --yes and without a person at the terminal it shows what would go, and nothing goes."""
    before = contents(place)
    with pytest.raises(UsageError, match="nothing was forgotten"):
        called(place, "forget", article(place, "secret.txt")[:8], "--reason", "asked")
    said = capsys.readouterr().out
    assert "1 × article" in said
    assert "quotation" in said
    assert contents(place) == before


def test_a_reason_is_needed(place: Place) -> None:
    """Nothing is forgotten without a reason for the ledger."""
    with pytest.raises(UsageError, match="--reason"):
        called(place, "forget", article(place, "secret.txt")[:8], "--yes")


def test_forgotten_by_a_command_twice(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what still holds it; the second time it says that it is forgotten already; --lift lets it in again."""
    name = article(place, "secret.txt")[:8]
    (place.published.parent / "old.duckdb").write_bytes(place.published.read_bytes())
    assert called(place, "forget", name, "--reason", "asked", "--yes") == 0
    said = capsys.readouterr().out
    assert "old.duckdb" in said
    assert "secret.txt is still there" in said
    assert called(place, "forget", name, "--reason", "asked", "--yes") == 0
    assert "forgotten already" in capsys.readouterr().out
    assert called(place, "forget", name, "--lift") == 0
    with pytest.raises(UsageError):
        called(place, "forget", name, "--lift")
    assert RARE.encode() not in place.published.read_bytes()


def test_a_file_is_named_as_one_names_it_in_its_folder(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`forget secret.txt` beside the file means the document that was filed from there; --yes is not said here."""
    monkeypatch.chdir(desk)
    with pytest.raises(UsageError, match="nothing was forgotten"):
        called(Place.at(desk / "desk.duckdb"), "forget", "secret.txt", "--reason", "private", "--kind", "document")
    assert f"from {desk / 'secret.txt'}" in capsys.readouterr().out
    with pytest.raises(UsageError, match="is no article, document or outlet"):
        called(Place.at(desk / "desk.duckdb"), "forget", "absent.txt", "--reason", "private")


def test_a_dry_run_shows_what_a_policy_takes_out(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every rule with its articles, and nothing goes; a wrong file is refused with the place of the fault."""
    policy = tmp_path / "retention.toml"
    policy.write_text(
        f'[[rule]]\nkeep = "forever"\narticle = "{article(place, "bridge.txt")}"\n'
        '[[rule]]\ndays = 30\nage = "published"\n'
    )
    before = contents(place)
    assert called(place, "maintain", "--retention", str(policy), "--dry-run") == 0
    said = capsys.readouterr().out
    assert "articles kept 30 days after publication" in said
    assert article(place, "secret.txt") in said
    assert article(place, "bridge.txt") not in said
    assert contents(place) == before
    for wrong in (
        "[[rule]]\n",
        "[[rule]]\ndays = 0\n",
        '[[rule]]\ndays = 3\nkeep = "forever"\n',
        "rule = 3\n",
        "[[rule]\n",
        "[[rule]]\ndays = 1\noutlets = ''\n",
    ):
        policy.write_text(wrong)
        with pytest.raises(UsageError, match="retention"):
            called(place, "maintain", "--retention", str(policy), "--dry-run")


def test_months_move_and_are_read_back(place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What moved is not in the database, and in the answers of sql and search once its folder is attached."""
    called(place, "export", "--by", "month", "--move", "--before", "2025-03-06", "--output", str(tmp_path / "cold"))
    called(place, "search", "iron bridge")
    assert "1 article" in capsys.readouterr().out
    called(place, "attach", str(tmp_path / "cold"))
    called(place, "search", "iron bridge")
    assert "2 articles" in capsys.readouterr().out
    called(place, "sql", "select count(*) as n from article", "--format", "csv")
    assert capsys.readouterr().out.split() == ["n", "5"]
    called(place, "sql", "from fact order by all", "--output", str(tmp_path / "out.parquet"))
    assert (tmp_path / "out.parquet").stat().st_size
    called(place, "attach", "--off", str(tmp_path / "cold"))
    assert "nothing is attached" in capsys.readouterr().out
    called(place, "sql", "select count(*) as n from article", "--format", "csv")
    assert capsys.readouterr().out.split() == ["n", "2"]


def test_a_move_says_what_it_needs(place: Place, tmp_path: Path) -> None:
    """A move without an end, of single tables, or to nowhere is refused."""
    for words in (
        ("--move",),
        ("--by", "month", "--move"),
        ("article", "--by", "month", "--move", "--before", "2025"),
        ("--before", "2025"),
    ):
        with pytest.raises(UsageError):
            called(place, "export", *words)
    with pytest.raises(UsageError):
        called(place, "attach", str(tmp_path))


BEFORE = datetime(2025, 3, 6, tzinfo=UTC)


@pytest.fixture
def moved(place: Place) -> Path:
    """The month that moved out of the desk; its folder is attached."""
    ((one),) = archiving.move(place, place.published.parent / "cold", BEFORE)
    attached.attach(place, one.path.parent)
    return one.path


def test_the_manifest_counts_what_is_there(place: Place, moved: Path) -> None:
    """Rows and bytes of every file are those of the manifest, and all arrivals, articles and their facts are in it."""
    said = json.loads((moved / "manifest.json").read_text())
    assert said["month"] == moved.name == "2025-03"
    assert {p.stem for p in moved.glob("*.parquet")} == set(said["tables"])
    with reading(place) as warehouse:
        for table, about in said["tables"].items():
            path = moved / f"{table}.parquet"
            ((rows,),) = warehouse.connection.execute(f"select count(*) from read_parquet('{path}')").fetchall()
            assert (about["rows"], about["bytes"]) == (rows, path.stat().st_size)
        ledger = warehouse.connection.execute("select cause, count(*) from forgotten group by 1").fetchall()
        ((reason,),) = warehouse.connection.execute(
            "select distinct reason from arrival where article_id is null"
        ).fetchall()
    assert said["tables"]["article"]["rows"] == 3
    assert ledger == [("archived", 3)]
    assert reason.startswith(f"archived at {moved} on ")


def test_archived_bytes_come_again_as_unchanged(place: Place, moved: Path) -> None:
    """A document that is in an archive and arrives again is unchanged, and the reason says where it is."""
    assert again(place, "bridge.txt") == {"unchanged": 1}
    with reading(place) as warehouse:
        assert [c.rule for c in checks.check(warehouse) if c.violations] == []


def test_attached_files_cannot_be_written_or_others_read(place: Place, moved: Path) -> None:
    """With a folder attached, queries reach its files and no others, and nothing but queries is answered."""
    with questions(place) as warehouse:
        assert list(ask(warehouse, f"select count(*) from '{moved}/article.parquet'").rows) == [(3,)]
        before = (moved / "article.parquet").read_bytes()
        for wrong in (
            f"copy (select 1 as a) to '{moved}/article.parquet' (use_tmp_file false)",
            f"explain analyze copy (select 1 as a) to '{moved}/article.parquet' (use_tmp_file false)",
            f"explain (analyze) copy (select 1 as a) to '{moved}/article.parquet' (use_tmp_file false)",
            f"select 1; copy (select 1 as a) to '{moved}/article.parquet' (use_tmp_file false)",
            f"prepare p as copy (select 1 as a) to '{moved}/article.parquet'",
            "create table t as select 1",
            "set enable_external_access = true",
            f"attach '{moved}/other.duckdb'",
            "from read_csv('/etc/hostname')",
            f"from read_text('{moved}/manifest.json')",
            f"from read_blob('{place.live}')",
            f"from '{moved.parent}/*/article.parquet/../manifest.json'",
        ):
            with pytest.raises(QuestionError):
                list(ask(warehouse, wrong).rows)
        assert (moved / "article.parquet").read_bytes() == before


def test_a_damaged_or_newer_month_is_refused(place: Place, moved: Path) -> None:
    """A folder whose files do not fit the manifest, or that a newer version wrote, is named and not read."""
    said = json.loads((moved / "manifest.json").read_text())
    (moved / "manifest.json").write_text(json.dumps({**said, "format": 99}))
    with pytest.raises(UsageError, match="newer newsdesk"):
        questions(place)
    (moved / "manifest.json").write_text("{")
    with pytest.raises(UsageError, match="cannot be read"):
        questions(place)
    (moved / "manifest.json").write_text(json.dumps(said))
    (moved / "fact.parquet").unlink()
    with pytest.raises(UsageError, match="fact is missing"):
        questions(place)


def test_what_was_moved_can_be_forgotten(place: Place, moved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An article in an archive goes from all its files; the others stay, and are found as before."""
    with questions(place) as warehouse:
        query = "select article_id from article where article_body like '%iron bridge%' and headline is null order by date_published"
        bridge = next(ask(warehouse, query).rows)[0]
        others = list(ask(warehouse, f"from fact where article_id <> '{bridge}' order by all").rows)
    assert called(place, "forget", bridge[:10], "--reason", "asked", "--yes") == 0
    assert "files of the archive were rewritten" in capsys.readouterr().out
    with questions(place) as warehouse:
        assert next(ask(warehouse, "select count(*) from article").rows) == (4,)
        assert list(ask(warehouse, "from fact order by all").rows) == others
        assert list(ask(warehouse, "select article_id from search('shipyard')").rows) == []
        assert next(ask(warehouse, "select count(*) from search('harbour')").rows) == (2,)
        reasons = {r for (r,) in ask(warehouse, "select reason from arrival where reason is not null").rows}
    assert any(r.startswith("forgotten on") for r in reasons)
    with pytest.raises(NewsdeskError):
        called(place, "forget", "nobody", "--reason", "asked", "--yes")
