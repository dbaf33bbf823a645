"""Every route of the desk's pages and of their JSON: none is answered under another name, to another site, or without the token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from flows.pages.app import application
from flows.service.host_guard import HostGuard, names
from tests.filing import file_texts
from tests.servers.pages_client import GENEROUS
from warehouse.database.place import Place

TOKEN = "a-token-of-some-length-for-tests"
TEXT = "Bridge opens\n\n" + "The bridge over the river Ansel was opened on Monday, the mayor said. " * 4


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, list[str]]]:
    """The pages as they are served to others, and the paths of all their routes."""
    place = Place.at(tmp_path_factory.mktemp("routes") / "desk.duckdb")
    file_texts(place, {"a.txt": TEXT})
    app: Any = application(place, token=TOKEN, limits=GENEROUS)
    paths = sorted(_paths(app._app.routes))
    with TestClient(HostGuard(app, names("0.0.0.0")), base_url="http://127.0.0.1:4300", follow_redirects=False) as client:  # fmt: skip
        yield client, paths


def _paths(routes: list[Any]) -> Iterator[str]:
    """The paths of routes and of routers within them, with a word for each parameter."""
    for route in routes:
        inner = getattr(getattr(route, "original_router", None), "routes", None)
        if inner is not None:
            yield from _paths(inner)
        elif hasattr(route, "path"):
            yield re.sub(r"\{[^}]*\}", "x", route.path)


def test_no_route_is_open(served: tuple[TestClient, list[str]]) -> None:
    """421 under another name, 403 from another site, 401 without the token or with a wrong one; 405 for what writes."""
    client, paths = served
    assert len(paths) > 20
    own = {"Authorization": f"Bearer {TOKEN}"}
    for path in paths:
        assert client.get(path, headers={**own, "Host": "evil.example"}).status_code == 421, path
        assert client.get(path, headers={**own, "Origin": "http://evil.example"}).status_code == 403, path
        assert client.get(path).status_code == 401, path
        assert client.get(path, headers={"Authorization": f"Bearer {TOKEN}x"}).status_code == 401, path
        assert client.get(f"{path}?token={TOKEN}").status_code == 401, path
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            assert client.request(method, path, headers=own).status_code == 405, (method, path)
        assert client.get(path, headers=own).status_code not in (401, 403, 421, 500), path


def test_no_answer_names_the_token(served: tuple[TestClient, list[str]]) -> None:
    """Whatever is asked, the token is in no answer."""
    client, paths = served
    for path in paths:
        answer = client.get(path, headers={"Authorization": f"Bearer {TOKEN}"})
        assert TOKEN not in answer.text, path
        assert TOKEN not in str(answer.headers), path
