"""The JSON interface: the same answers as the database, by the page."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from flows.pages.app import application
from flows.pages.cursors import decoded, encoded
from parsers.errors import UsageError
from tests.cookbook import seeds
from tests.servers.pages_client import GENEROUS, client
from warehouse.database.place import Place
from warehouse.database.store import reading


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The desk of the sample documents."""
    return seeds(tmp_path_factory.mktemp("json"))


@pytest.fixture(scope="module")
def web(place: Place) -> Iterator[httpx.Client]:
    """A client of it."""
    with client(place) as opened:
        yield opened


@pytest.fixture(scope="module")
def schema(place: Place) -> schemathesis.BaseSchema:
    """The schema that the interface publishes of itself."""
    return schemathesis.openapi.from_asgi("/openapi.json", application(place, limits=GENEROUS))


CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
PATHS = (
    "/api/search", "/api/stories", "/api/stories/{story_id}", "/api/articles/{article_id}", "/api/entities",
    "/api/entities/{entity_id}", "/api/facts", "/api/watches", "/api/watches/{watch}", "/metrics",
)  # fmt: skip


def test_every_path_is_tried(schema: schemathesis.BaseSchema) -> None:
    """The paths below, and `/health` with a test of its own, are those of the schema."""
    assert {*schema} == {*PATHS, "/health"}


@pytest.mark.parametrize("path", PATHS)
def test_answers_are_what_the_schema_says(schema: schemathesis.BaseSchema, path: str) -> None:
    """Whatever is asked, also wrongly: no error of ours, and only statuses, types and fields that the schema names."""
    operation = schema[path]["GET"]

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
    @given(case=operation.as_strategy())
    def right(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS)

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
    @given(case=operation.as_strategy(GenerationMode.NEGATIVE))
    def wrong(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS)

    right()
    if operation.query or operation.path_parameters:
        wrong()


def rows_of(place: Place, sql: str) -> list[tuple[object, ...]]:
    """Rows of the published database."""
    with reading(place) as warehouse:
        return warehouse.connection.execute(sql).fetchall()


@pytest.mark.parametrize(
    ("path", "key", "sql"),
    [
        ("/api/stories", "story_id", "select distinct story_id from article"),
        ("/api/facts", "fact_id", "select fact_id from fact"),
        ("/api/entities", "entity_id", "select distinct entity_id from mention"),
    ],
)
def test_the_pages_of_a_list_hold_every_row_once(
    web: httpx.Client, place: Place, path: str, key: str, sql: str
) -> None:
    """Following the cursors gives every row of the database, none twice."""
    found, cursor = [], None
    while True:
        answer = web.get(path, params={"limit": 7, **({"cursor": cursor} if cursor else {})}).json()
        found += [item[key] for item in answer["items"]]
        cursor = answer["next"]
        if cursor is None:
            break
    assert sorted(found) == sorted(str(row[0]) for row in rows_of(place, sql))


def test_a_search_is_paged(web: httpx.Client) -> None:
    """The pages of a search together are the search."""
    whole = web.get("/api/search", params={"q": "the", "limit": 100}).json()
    first = web.get("/api/search", params={"q": "the", "limit": 10}).json()
    rest = web.get("/api/search", params={"q": "the", "limit": 100, "cursor": first["next"]})
    assert rest.status_code == 200
    assert first["items"] + [*rest.json()["items"]][: len(whole["items"]) - 10] == whole["items"]
    assert whole["next"] is None


def test_facets_add_up(web: httpx.Client) -> None:
    """Choosing the value of a facet gives as many stories as it said."""
    found = web.get("/api/search", params={"q": "ferry", "facets": True}).json()
    outlets = [each for each in found["facets"] if each["facet"] == "outlet"]
    assert outlets
    for each in outlets:
        chosen = web.get("/api/search", params={"q": "ferry", "outlet": each["value"]}).json()
        assert chosen["stories"] == each["stories"]


def test_facts_are_where_they_say(web: httpx.Client) -> None:
    """The evidence of every fact is at its offsets in the body."""
    for story in web.get("/api/stories").json()["items"]:
        page = web.get(f"/api/articles/{story['original_article_id']}").json()
        body = page["article"]["article_body"]
        assert all(body[fact["start_char"] : fact["end_char"]] == fact["exact"] for fact in page["facts"])


def test_a_story_has_its_tree_and_what_was_altered(web: httpx.Client) -> None:
    """The original comes first; the figures that a revision changed are there with their values."""
    (story,) = [s for s in web.get("/api/stories").json()["items"] if "dam" in (s["headline"] or "")]
    page = web.get(f"/api/stories/{story['story_id']}").json()
    assert [each["depth"] for each in page["tree"]] == [0, 1]
    figures = {(a["before_value"], a["after_value"]) for a in page["alterations"] if a["kind"] == "figure"}
    assert (3100.0, 2400.0) in figures


def test_an_entity_is_found_by_its_id_and_name(web: httpx.Client) -> None:
    """Both give one page; nobody gives 404 with what to do."""
    first = web.get("/api/entities", params={"type": "person"}).json()["items"][0]
    by_id = web.get(f"/api/entities/{first['entity_id']}").json()
    assert by_id == web.get(f"/api/entities/{first['name']}").json()
    assert by_id["told_in"]
    assert web.get("/api/entities/nobody-at-all").status_code == 404


@pytest.mark.parametrize(
    ("path", "params"),
    [
        ("/api/search", {"q": "-"}), ("/api/search", {"q": ""}), ("/api/search", {}), ("/api/stories", {"limit": 0}),
        ("/api/stories", {"limit": 100_000}), ("/api/stories", {"cursor": "no"}), ("/api/stories", {"since": "2025-13-01"}),
        ("/api/entities", {"type": "city"}), ("/api/facts", {"cursor": "W10"}),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(web: httpx.Client, path: str, params: dict[str, str]) -> None:
    """Values that mean nothing are refused with a reason, and never guessed."""
    answer = web.get(path, params=params)
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_a_cursor_is_for_its_question() -> None:
    """A cursor gives its key back to the question it came from, and to no other."""
    asked = {"list": "facts", "kind": "time"}
    cursor = encoded((-5, "ü/1"), asked)
    assert decoded(cursor, asked) == (-5, "ü/1")
    with pytest.raises(UsageError, match="another question"):
        decoded(cursor, {**asked, "kind": "event"})
    assert (encoded(None, asked), decoded(None, asked)) == (None, None)


def test_metrics_are_those_of_the_command(web: httpx.Client) -> None:
    """Prometheus gets what `newsdesk status --metrics` prints."""
    answer = web.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert 'newsdesk_documents_total{outcome="loaded"}' in answer.text


def test_health_says_what_runs(web: httpx.Client) -> None:
    """Without a desk that serves it, the state is critical, and the status says so."""
    answer = web.get("/health")
    assert (answer.status_code, answer.json()["level"]) == (503, "critical")
