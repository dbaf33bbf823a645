"""The Prefect server as the desk starts it: closed to everybody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.service import prefect_server
from parsers.errors import UsageError


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "[::1]", "localhost"])
def test_loopback_needs_no_password(host: str) -> None:
    """Only this machine can reach it."""
    prefect_server.check_host(host, {})


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "desk.example.org", ""])
def test_any_other_host_needs_a_password(host: str) -> None:
    """Without one the desk does not start; with one it does."""
    with pytest.raises(UsageError, match="password"):
        prefect_server.check_host(host, {})
    prefect_server.check_host(host, {prefect_server.AUTH: "desk:correct horse"})


def test_the_server_is_closed_by_default() -> None:
    """CSRF protection is on, other sites' pages are refused, nothing is reported to anybody."""
    chosen = prefect_server.settings("127.0.0.1", 4300, {})
    assert chosen["PREFECT_SERVER_CSRF_PROTECTION_ENABLED"] == "true"
    assert chosen["PREFECT_SERVER_CORS_ALLOWED_ORIGINS"] == "http://127.0.0.1:4300"
    assert chosen["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"


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
