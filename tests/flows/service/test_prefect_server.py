"""The Prefect server as the desk starts it: closed to everybody else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.service import prefect_server, serve
from parsers.errors import UsageError
from warehouse.database.place import Place


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "[::1]", "localhost"])
def test_loopback_needs_no_password(host: str) -> None:
    """Only this machine can reach it; a person may want one all the same."""
    assert not prefect_server.needs_password(host, {})
    assert prefect_server.needs_password(host, {}, locked=True)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "desk.example.org", ""])
def test_any_other_host_needs_a_password(host: str) -> None:
    """Without one, one is made; a person's own is kept."""
    assert prefect_server.needs_password(host, {})
    assert not prefect_server.needs_password(host, {prefect_server.AUTH: "desk:correct horse"})


def test_a_password_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    """It is long, random, in a file that nobody else can read whatever the umask, and stays at the next start."""
    file, other = tmp_path / "password", tmp_path / "other"
    before = os.umask(0)
    try:
        assert prefect_server.make_password(file)
    finally:
        os.umask(before)
    assert file.stat().st_mode & 0o777 == 0o600
    made = prefect_server.password(file)
    assert len(made.partition(":")[2]) >= 32
    assert not prefect_server.make_password(file)
    assert prefect_server.password(file) == made
    prefect_server.make_password(other)
    assert prefect_server.password(other) != made


def test_a_new_password_is_said_once(tmp_path: Path) -> None:
    """At the first start on the terminal, later only where it is kept."""
    place, said = Place.at(tmp_path / "desk.duckdb"), []
    place.desk.mkdir()
    known = serve._password(place, said.append)
    assert serve._password(place, said.append) == known
    word = known.partition(":")[2]
    assert [word in line for line in said] == [True, False]
    assert all(str(place.desk / "password") in line for line in said)


def test_the_server_is_closed_by_default() -> None:
    """CSRF protection is on, other sites' pages are refused, nothing is reported to anybody."""
    chosen = prefect_server.settings("127.0.0.1", 4300, {})
    assert chosen["PREFECT_SERVER_CSRF_PROTECTION_ENABLED"] == "true"
    assert chosen["PREFECT_SERVER_CORS_ALLOWED_ORIGINS"] == "http://127.0.0.1:4300"
    assert chosen["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert chosen["PREFECT_SERVER_UI_API_URL"] == "/api"  # the pages ask under the name they were opened by


def test_the_password_reaches_the_desks_own_clients() -> None:
    """What the server asks for, the watcher and the deployments send."""
    chosen = prefect_server.settings("0.0.0.0", 4200, {prefect_server.AUTH: "desk:secret words"})
    assert chosen[prefect_server.CLIENT_AUTH] == "desk:secret words"
    assert chosen["PREFECT_API_URL"] == "http://127.0.0.1:4200/api"


def test_what_the_user_has_set_stands() -> None:
    """A setting in the environment is not overruled."""
    chosen = prefect_server.settings("127.0.0.1", 4200, {"PREFECT_RUNNER_POLL_FREQUENCY": "30"})
    assert chosen["PREFECT_RUNNER_POLL_FREQUENCY"] == "30"


def test_a_password_file_is_private_and_has_a_real_password(tmp_path: Path) -> None:
    """A file that others can read, or that holds no password, is refused."""
    file = tmp_path / "password"
    file.write_text("desk:correct horse\n")
    file.chmod(0o644)
    with pytest.raises(UsageError, match="others"):
        prefect_server.password(file)
    file.chmod(0o600)
    assert prefect_server.password(file) == "desk:correct horse"
    file.write_text("short:1")
    with pytest.raises(UsageError, match="8 characters"):
        prefect_server.password(file)
    file.write_text("desk:größeres Pferd\n", "utf-8")
    with pytest.raises(UsageError, match="not ASCII"):
        prefect_server.password(file)
    file.write_bytes("desk:größeres Pferd\n".encode("latin-1"))
    with pytest.raises(UsageError, match="must be UTF-8"):
        prefect_server.password(file)


def test_a_user_who_may_not_write_into_the_installation_has_pages_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server unpacks them in its home; what the user has set stays."""
    monkeypatch.setattr(prefect_server.os, "access", lambda *_: False)
    home = {"PREFECT_HOME": str(tmp_path)}
    assert prefect_server.pages(home) == {prefect_server.PAGES: str(tmp_path / "pages")}
    assert prefect_server.pages({**home, prefect_server.PAGES: "/srv/pages"}) == {}
    monkeypatch.setattr(prefect_server.os, "access", lambda *_: True)
    assert prefect_server.pages(home) == {}
