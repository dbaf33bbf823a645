"""What people had taken out of a desk does not come back with a backup from before."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from flows.run import forgetting as forgets
from tests.damage import zero_header
from tests.warehouse.filing.test_forgetting import RARE, SECRET, TEXTS, again, contents, copied, filed, forget
from warehouse.database.backup import About, back_up
from warehouse.database.place import Place
from warehouse.filing.restore import Restored, restore
from warehouse.filing.verify import keep_verified, verify_desk

AT = datetime(2026, 3, 1, 3, 17, tzinfo=UTC)
ABOUT = About(newsdesk="1.2", made_at=AT)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk with all texts and a verified copy."""
    place = filed(tmp_path_factory.mktemp("desk") / "d", TEXTS)
    keep_verified(place)
    return place.published.parent


@pytest.fixture
def place(tmp_path: Path, desk: Path) -> Place:
    """A copy of that desk, beside a backup of it, that has forgotten one document since."""
    made = copied(desk, tmp_path / "mine")
    back_up(made, tmp_path / "b.duckdb", ABOUT)
    forget(made, "secret.txt", reason="private")
    return made


def words_in(path: Path) -> bool:
    """Whether the rare name is in the bytes of a file."""
    return RARE.encode() in path.read_bytes() or RARE.lower().encode() in path.read_bytes()


def ends(place: Place) -> list[tuple[object, ...]]:
    """Outcome and reason of the last arrival of the document."""
    with duckdb.connect(str(place.published), read_only=True) as connection:
        return connection.execute(
            "select outcome, reason from arrival where source_uri like '%secret.txt' order by arrived_at desc limit 1"
        ).fetchall()


def restored(place: Place, backup: Path) -> Restored:
    """The backup restored; the desk must be whole afterwards, and must not hold the words."""
    done = restore(place, backup, AT)
    assert all(found.whole for found in verify_desk(place))
    assert not words_in(place.live)
    assert not words_in(place.published)
    return done


def test_the_verified_copy_forgets_too(place: Place) -> None:
    """After a document is forgotten, the last verified copy does not have it."""
    assert place.verified.exists()
    assert not words_in(place.verified)


def test_a_backup_from_before_does_not_bring_it_back(place: Place, tmp_path: Path) -> None:
    """The document goes from the restored state with the reason of then, and all else is as in the desk that forgot it."""
    before = contents(place)
    done = restored(place, tmp_path / "b.duckdb")
    assert done.forgotten is not None
    assert (len(done.forgotten.articles), len(done.forgotten.documents)) == (1, 1)
    assert {k: v for k, v in contents(place).items() if k != "story_event"} == {
        k: v for k, v in before.items() if k != "story_event"
    }
    ((outcome, reason),) = ends(place)
    assert outcome == "loaded"
    assert str(reason).endswith(": private")
    assert again(place, "secret.txt") == {"rejected": 1}


def test_a_backup_that_never_had_it_refuses_it(place: Place, tmp_path: Path, desk: Path) -> None:
    """The bytes are rejected also where the restored state does not know them."""
    other = filed(tmp_path / "other", {name: text for name, text in TEXTS.items() if text != SECRET})
    back_up(other, tmp_path / "less.duckdb", ABOUT)
    done = restored(place, tmp_path / "less.duckdb")
    assert done.forgotten is not None
    assert not done.forgotten.documents
    assert again(place, "secret.txt") == {"rejected": 1}


def test_a_document_let_in_again_comes_back(place: Place, tmp_path: Path) -> None:
    """`forget --lift` before the restoration brings a document back that was forgotten by mistake."""
    with duckdb.connect(str(place.published), read_only=True) as connection:
        ((raw_id,),) = connection.execute("select raw_document_id from forgotten").fetchall()
    assert forgets.lift(place, raw_id) == (raw_id,)
    done = restore(place, tmp_path / "b.duckdb", AT)
    assert done.forgotten is not None
    assert not done.forgotten.documents
    assert words_in(place.published)


def test_a_damaged_live_file_leaves_the_published_one_to_ask(place: Place, tmp_path: Path) -> None:
    """What was forgotten is read from the published file when the live one is damaged."""
    zero_header(place.live)
    restored(place, tmp_path / "b.duckdb")


def test_when_nothing_can_tell_it_is_said(place: Place, tmp_path: Path) -> None:
    """With every file of the desk damaged nobody knows what was forgotten, and the result says so."""
    for path in (place.live, place.published, place.verified):
        zero_header(path)
    assert restore(place, tmp_path / "b.duckdb", AT).forgotten is None


def test_another_desk_has_forgotten_nothing(place: Place, tmp_path: Path) -> None:
    """Where there is no desk yet there is nothing to forget."""
    del place
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(tmp_path / "b.duckdb", elsewhere / "b.duckdb")
    done = restore(Place.at(elsewhere / "desk.duckdb"), elsewhere / "b.duckdb", AT)
    assert done.forgotten is not None
    assert not done.forgotten.documents
