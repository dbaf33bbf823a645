"""Damaged database files at the command line: one line, exit code 2, and a cure that works when it is typed as printed."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.cli import main
from parsers.errors import WarehouseError
from tests.damage import cut, delete, empty, flip_everywhere, flip_fact, zero_header
from tests.filing import file_texts
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing.verify import keep_verified

HARMS = (zero_header, empty, cut, flip_fact, flip_everywhere)
COMMAND = re.compile(r"`newsdesk ([^`]+)`")

Call = Callable[..., tuple[int, str, str]]


def text(what: str) -> str:
    """A short report with a figure."""
    return (
        f"{what} opens\n\n"
        + f"The {what} in Osk cost 2.5 million euros and was opened on Monday, mayor Ada Holm said. " * 4
    )


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A desk with two articles."""
    made = Place.at(tmp_path / "desk.duckdb")
    file_texts(made, {"a.txt": text("bridge"), "b.txt": text("market")})
    return made


@pytest.fixture
def call(place: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call the command line: exit code, and what it prints to both outputs."""

    def run(*words: str) -> tuple[int, str, str]:
        named = [] if "--database" in words else ["--database", str(place.published)]
        monkeypatch.setattr(sys, "argv", ["newsdesk", *words, *named])
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main()
        said = capsys.readouterr()
        assert isinstance(done.value.code, int)
        return done.value.code, said.out, said.err

    return run


def one_line(said: str) -> str:
    """What is said is one line for a person."""
    assert said.startswith("newsdesk: ")
    assert said.count("\n") == 1
    return said


def cure(said: str, last: bool = False) -> list[str]:
    """The first command that a message tells to type, or the last."""
    return shlex.split(COMMAND.findall(said)[-1 if last else 0])


def articles(place: Place) -> int:
    """How many articles people can read."""
    with reading(place) as warehouse:
        ((n,),) = warehouse.connection.execute("select count(*) from article").fetchall()
    return int(n)


def whole(call: Call) -> None:
    """Nothing is wrong with the desk any more."""
    code, out, err = call("verify")
    assert (code, err) == (0, "")
    assert "not ok" not in out


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_published_file(harm: Callable[[Path], None], place: Place, call: Call) -> None:
    """Readers hear in one line what is wrong; a run files into the live file and stops; the cure publishes everything."""
    harm(place.published)
    read = [call("sql", f'from "{table}"', "-f", "csv") for table in ("fact", "article", "mention", "arrival", "pair")]
    assert any(code == 2 for code, _, _ in read)
    for code, _, err in read:
        assert err == "" if code == 0 else "publish --replace" in one_line(err)
    with pytest.raises(WarehouseError) as stopped:
        file_texts(place, {"c.txt": text("harbour")})
    assert "\n" not in str(stopped.value)
    assert call("publish")[0] == 2
    code, _, err = call("verify")
    assert code == 2
    done = call(*cure(err))
    assert done[0] == 0, done
    assert articles(place) == 3
    assert len(list(place.replaced.glob("*/desk.duckdb"))) == 1
    whole(call)


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_live_file(harm: Callable[[Path], None], place: Place, call: Call) -> None:
    """Readers read on; a run says in one line from which file the desk can go on; typed as printed, that works."""
    harm(place.live)
    assert call("sql", "select count(*) from fact")[0] == 0
    with pytest.raises(WarehouseError) as stopped:
        file_texts(place, {"c.txt": text("harbour")})
    assert "\n" not in str(stopped.value)
    assert articles(place) == 2
    code, out, err = call("verify")
    assert code == 2
    assert "ok: published" in out
    assert "live.duckdb" in one_line(err)
    code, out, _ = call(*cure(str(stopped.value)))
    assert code == 0
    assert "what it replaced is in" in out
    file_texts(place, {"c.txt": text("harbour")})
    assert articles(place) == 3
    whole(call)


@pytest.mark.parametrize("harm", HARMS)
def test_both_files_damaged(harm: Callable[[Path], None], place: Place, call: Call) -> None:
    """Where neither is left, the copy that was verified last is named, and the desk goes on from it."""
    keep_verified(place)
    harm(place.live)
    place.published.write_bytes(b"")
    with pytest.raises(WarehouseError) as stopped:
        file_texts(place, {"c.txt": text("harbour")})
    said = cure(str(stopped.value))
    if said[0] == "publish":  # the published file is met first; publishing says that the live one is damaged, too
        code, _, err = call(*said)
        assert code == 2
        said = cure(one_line(err))
    assert said[:2] == ["restore", str(place.verified)]
    assert call(*said)[0] == 0
    assert articles(place) == 2
    whole(call)


def test_a_deleted_file_heals(place: Place, call: Call) -> None:
    """Without the published file, the live one, or the whole folder, the next run goes on."""
    file_texts(place, {"c.txt": text("harbour")})
    delete(place.published)
    file_texts(place, {"d.txt": text("station")})
    delete(place.live)
    file_texts(place, {"e.txt": text("kiln")})
    shutil.rmtree(place.desk)
    file_texts(place, {"f.txt": text("theatre")})
    assert articles(place) == 6
    whole(call)


def test_the_cure_for_a_deleted_published_file(place: Place, call: Call) -> None:
    """Readers are told the command that writes it again from the desk's own file, and it does."""
    delete(place.published)
    code, _, err = call("search", "bridge")
    assert code == 2
    assert call(*cure(one_line(err)))[0] == 0
    whole(call)


def test_backup_restore_verify(place: Place, call: Call, tmp_path: Path) -> None:
    """The verbs say what they did in a line; what can be restored is listed; a damaged backup is named with its table."""
    code, out, _ = call("backup", str(tmp_path))
    (made,) = tmp_path.glob("desk-*.duckdb")
    assert (code, out.startswith(f"{made}: 2 articles, 2 arrivals")) == (0, True)
    code, _, err = call("backup", str(made))
    assert (code, "exists" in one_line(err)) == (2, True)
    assert call("verify", str(made))[0] == 0
    code, out, err = call("restore")
    assert (code, str(made) in out, "restore FROM" in err) == (2, True, True)
    code, out, _ = call("restore", str(made))
    assert (code, "restored from" in out) == (0, True)
    (tmp_path / f"{made.name}.json").unlink()
    flip_fact(made)
    code, out, err = call("verify", str(made))
    assert (code, "damaged in fact" in one_line(err)) == (2, True)
    code, _, err = call("restore", str(made))
    assert (code, "damaged in fact" in one_line(err)) == (2, True)


def test_rules_that_rows_violate(place: Place, call: Call) -> None:
    """A file whose blocks are whole and whose spans are not where they should be is not ok."""
    from warehouse.database.publish import publish
    from warehouse.database.store import exclusive, writing

    with writing(place) as warehouse:
        warehouse.connection.execute("update fact set start_char = start_char + 1").fetchall()
    with exclusive(place):
        publish(place)
    code, out, err = call("verify")
    assert (code, out.count("not ok")) == (2, 2)
    assert "the words of every fact" in err
    assert "newsdesk maintain" in err


def test_without_a_database(tmp_path: Path, call: Call) -> None:
    """Each verb says that there is none yet, and makes none."""
    nowhere = ("--database", str(tmp_path / "none.duckdb"))
    for words in (("verify",), ("publish",), ("backup", str(tmp_path / "b.duckdb"))):
        code, _, err = call(*words, *nowhere)
        assert (code, "there is no database" in one_line(err)) == (2, True)
    assert not (tmp_path / "none.duckdb").exists()
