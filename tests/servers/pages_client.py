"""A client of the pages of a database, without a socket."""

from __future__ import annotations

from typing import Any

import httpx
from starlette.testclient import TestClient

from flows.pages.app import application
from flows.pages.limits import Limits
from warehouse.database.place import Place

GENEROUS = Limits(per_second=100_000, burst=100_000)


def client(place: Place, **options: Any) -> httpx.Client:
    """A client that asks the application itself."""
    return TestClient(application(place, **{"limits": GENEROUS, **options}), base_url="http://127.0.0.1")
