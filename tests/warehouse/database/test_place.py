"""Where a warehouse lies: paths, file: URLs, and addresses that are no file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.errors import UsageError
from warehouse.database.place import Place, path_of


@pytest.mark.parametrize(
    "address",
    ["/srv/my desk.duckdb", "file:///srv/my%20desk.duckdb", "file://localhost/srv/my%20desk.duckdb", "file:/srv/my%20desk.duckdb"],
)  # fmt: skip
def test_a_file_url_is_a_path(address: str) -> None:
    """RFC 8089 in its three forms, also after pathlib has had it."""
    assert Place.at(address).published == Path("/srv/my desk.duckdb")
    assert path_of(Path(address)) in (Path("/srv/my desk.duckdb"), Path("/localhost/srv/my desk.duckdb"))


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).filter(lambda s: not s.startswith("//")))
def test_every_path_survives_as_a_url(name: str) -> None:
    """Whatever the name, the URL of a path leads back to it."""
    path = Path("/srv", name.lstrip("/") or "x")
    assert path_of(path.as_uri()) == path


@pytest.mark.parametrize("address", ["a.duckdb", "../b", "~/c.duckdb", "odd:name.duckdb", "x", "2024:05.duckdb"])
def test_other_names_are_paths(address: str) -> None:
    """A colon does not make an address."""
    assert path_of(address) == Path(address)


@pytest.mark.parametrize(
    "address",
    ["md:desk", "ducklake:postgres:dbname=desk", "postgresql://host/desk", "POSTGRES://host/desk", "quack:host"],
)
def test_servers_are_refused_with_what_to_do(address: str) -> None:
    """Nothing is made of such a name on the disk: the sentence says how the data gets there."""
    with pytest.raises(UsageError, match=r"to no server; copy what is published.*Into a server or a lake"):
        Place.at(address)


@pytest.mark.parametrize("address", ["s3://bucket/desk.duckdb", "https://example.org/desk.duckdb", "gs://b/d"])
def test_stores_are_refused_with_what_to_do(address: str) -> None:
    """Object storage and the web are for reading a copy."""
    with pytest.raises(UsageError, match=r"put a copy of the published file there.*Reading from elsewhere"):
        Place.at(address)


@pytest.mark.parametrize("address", ["file://elsewhere/srv/desk.duckdb", "file:desk.duckdb"])
def test_a_file_url_names_this_machine_and_a_whole_path(address: str) -> None:
    """Other hosts and relative paths cannot be meant."""
    with pytest.raises(UsageError, match=r"file:///srv/desk\.duckdb"):
        path_of(address)
