"""The login of a desk with a password, over real HTTP."""

from __future__ import annotations

import inspect
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from prefect.server.api import server

from flows import child_processes
from flows.service import prefect_server
from tests.servers.watched_desk import PATIENCE, TEST_SECONDS, free_port, until

pytestmark = [pytest.mark.prefect, pytest.mark.timeout(TEST_SECONDS)]

USER, WORD = "desk", "correct-horse-battery"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Prefect server as `newsdesk serve` starts it where others reach it: with a password."""
    port = free_port()
    command = child_processes.command("flows.service.prefect_server", "127.0.0.1", str(port))
    home: Path = tmp_path_factory.mktemp("home")
    environment = {**os.environ, "PREFECT_HOME": str(home), prefect_server.AUTH: f"{USER}:{WORD}"}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE) as process:
        api = f"http://127.0.0.1:{port}/api"
        until(lambda: prefect_server.answers(api), PATIENCE, "the server answers")
        yield api
        process.terminate()


@pytest.mark.parametrize("login", [
    None, (USER, ""), (USER, "wrong"), (USER, WORD[:-1]), (USER, f"{WORD}x"), (USER, WORD.upper()), ("other", WORD), ("", f"{USER}:{WORD}"), (USER, "ünknown"),
])  # fmt: skip
def test_a_wrong_login_is_a_clear_401(locked: str, login: tuple[str, str] | None) -> None:
    """Neither reading nor starting anything is answered, and the answer says why."""
    answer = httpx.get(f"{locked}/admin/version", auth=login)
    assert answer.status_code == 401
    assert "Unauthorized" in answer.text
    assert WORD not in answer.text
    assert httpx.post(f"{locked}/flow_runs/filter", json={}, auth=login).status_code in (401, 403)


@pytest.mark.parametrize(
    "header", ["Basic", "Basic !!!", "Bearer x", "Basic gICA", "Basic w7xuw6Q6cGFzcw==", "x" * 5_000]
)
def test_a_header_that_is_no_login_is_a_401(locked: str, header: str) -> None:
    """A damaged header is a wrong login and no fault of the server."""
    assert httpx.get(f"{locked}/admin/version", headers={"Authorization": header}).status_code == 401


def test_the_right_login_is_let_in(locked: str) -> None:
    """User and password open the API; a monitor may ask for its health without them."""
    assert httpx.get(f"{locked}/admin/version", auth=(USER, WORD)).status_code == 200
    assert httpx.get(f"{locked}/health").status_code == 200


def test_logins_are_compared_in_constant_time() -> None:
    """Prefect compares with `hmac.compare_digest`, so the time of an answer does not say how much of a password was right."""
    assert "hmac.compare_digest(decoded, auth_string)" in inspect.getsource(server)
