"""Where the pages are served: their token, and their thread beside another server."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from flows.service.pages_process import Pages, beside, read_token, token_file
from parsers.errors import UsageError
from tests.cookbook import seeds
from tests.servers.watched_desk import PATIENCE, free_port, until
from warehouse.database.place import Place


def test_a_token_is_made_where_it_is_needed(tmp_path: Path) -> None:
    """On loopback none; elsewhere one that only its owner can read, kept for the next start."""
    place = Place.at(tmp_path / "desk.duckdb")
    place.desk.mkdir()
    assert token_file(place, None, needed=False) == (None, False)
    file, new = token_file(place, None, needed=True)
    assert file is not None
    assert (new, file.stat().st_mode & 0o077, len(read_token(file)) >= 40) == (True, 0, True)
    assert token_file(place, None, needed=True) == (file, False)


@pytest.mark.parametrize("said", ["", "short", "two words that are long enough", "ünïcödé-token-of-letters", "a-token-of-many\x00letters"])  # fmt: skip
def test_a_weak_token_is_refused(tmp_path: Path, said: str) -> None:
    """A token is one word of at least 16 ASCII characters."""
    file = tmp_path / "token"
    file.write_text(said)
    file.chmod(0o600)
    with pytest.raises(UsageError, match="at least 16"):
        token_file(Place.at(tmp_path / "desk.duckdb"), file, needed=False)


def test_a_token_that_others_can_read_is_refused(tmp_path: Path) -> None:
    """As with the password of the Prefect pages."""
    file = tmp_path / "token"
    file.write_text("a-token-of-many-letters")
    file.chmod(0o644)
    with pytest.raises(UsageError, match="chmod 600"):
        read_token(file)


def test_no_argument_holds_the_token(tmp_path: Path) -> None:
    """Other users of the machine see arguments of processes."""
    pages = Pages(database="d", host="h", port=1, names=("a",), token_file=str(tmp_path / "token"))
    assert Pages.of(pages.argument()) == pages
    assert set(json.loads(pages.argument())) == {"database", "host", "port", "names", "token_file"}


def test_pages_are_served_beside(tmp_path: Path) -> None:
    """In a thread, under the names of this machine only, behind the token."""
    place = seeds(tmp_path)
    token = tmp_path / "token"
    token.write_text("a-token-of-many-letters")
    token.chmod(0o600)
    port = free_port()
    beside(Pages(database=str(place.published), host="127.0.0.1", port=port, token_file=str(token)))
    address = f"http://127.0.0.1:{port}/api/stories"

    def status(**headers: str) -> int | None:
        try:
            return httpx.get(address, headers=headers, timeout=30).status_code
        except httpx.TransportError:
            return None

    until(lambda: status() is not None, PATIENCE, "the pages answer")
    bearer = "Bearer a-token-of-many-letters"
    assert status() == 401
    assert status(Authorization=bearer) == 200
    assert status(Authorization=bearer, Host="evil.example") == 421
    assert status(Authorization=bearer, Origin="http://evil.example") == 403
