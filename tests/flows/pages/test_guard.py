"""What a request has to pass, and what every answer carries."""

from __future__ import annotations

import base64
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import httpx
import pytest

from flows.pages.guard import Token
from flows.pages.limits import KNOWN, Limits, Rate
from tests.cookbook import seeds
from tests.filing import file_texts
from tests.servers.pages_client import client
from tests.servers.watched_desk import PATIENCE, until
from warehouse.asking.sharing import Shared, TookTooLong
from warehouse.database.place import Place

TOKEN = "a-token-of-many-letters"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The desk of the sample documents."""
    return seeds(tmp_path_factory.mktemp("guard"))


@pytest.fixture(scope="module")
def web(place: Place) -> Iterator[httpx.Client]:
    """A client of it."""
    with client(place) as opened:
        yield opened


@pytest.mark.parametrize("path", ["/", "/api/stories", "/nothing", "/api/search", "/static/pages.css", "/metrics"])
def test_every_answer_has_security_headers(web: httpx.Client, path: str) -> None:
    """Whatever is asked: no script or style but ours, no frame, no guessing of types, and no other site may read it."""
    headers = web.get(path).headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_written(web: httpx.Client, method: str) -> None:
    """Methods that could change something are refused, and CORS preflights too."""
    answer = web.request(method, "/api/stories")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_head_is_get_without_a_body(web: httpx.Client) -> None:
    """HEAD has the headers of GET."""
    head, get = web.head("/api/stories"), web.get("/api/stories")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == get.headers["etag"]


def test_long_addresses_and_bodies_are_refused(web: httpx.Client) -> None:
    """An address of more than 4,000 characters, and a question with a body."""
    assert web.get("/api/search", params={"q": "a" * 5_000}).status_code == 414
    assert web.request("GET", "/api/stories", content=b"x").status_code == 413


def test_what_is_known_is_not_sent_again(place: Place, web: httpx.Client) -> None:
    """An answer has an ETag; asked with it, 304; another question or another publication has another one."""
    first = web.get("/api/stories")
    again = web.get("/api/stories", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert web.get("/api/stories?limit=1").headers["etag"] != first.headers["etag"]


def test_a_new_publication_is_seen_at_once(tmp_path: Path) -> None:
    """What a run publishes is in the next answer, also while a question is at work on the state before."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(place, {"a.txt": "Port opens\n\n" + "The port of Larkhaven opened on Monday, the mayor said. " * 4})
    shared = Shared(place)
    with client(place) as web, shared.asking() as earlier:
        before = web.get("/api/stories")
        file_texts(
            place, {"b.txt": "School burns\n\n" + "Fire destroyed a school in Cinder Point; nobody was hurt. " * 5}
        )
        after = web.get("/api/stories", headers={"If-None-Match": before.headers["etag"]})
        with shared.asking() as later:
            counts = [w.connection.execute("select count(*) from article").fetchall() for w in (earlier, later)]
    shared.close()
    assert after.status_code == 200
    assert len(after.json()["items"]) == len(before.json()["items"]) + 1
    assert counts == [[(1,)], [(2,)]]


def test_errors_have_no_etag(web: httpx.Client) -> None:
    """What is not there may be there soon."""
    answer = web.get("/api/articles/nobody")
    assert (answer.status_code, "etag" in answer.headers) == (404, False)
    assert answer.headers["cache-control"] == "no-store"


def test_a_desk_without_a_database_says_so(tmp_path: Path) -> None:
    """Before the first run the answer is 503, with what to do."""
    with client(Place.at(tmp_path / "none.duckdb")) as web:
        answer = web.get("/api/stories")
        page = web.get("/")
    assert (answer.status_code, page.status_code) == (503, 503)
    assert "newsdesk ingest" in answer.json()["detail"]
    assert "newsdesk ingest" in page.text


@pytest.mark.parametrize(
    "path", ["/", "/api/stories", "/metrics", "/health", "/openapi.json", "/static/pages.js", "/no"]
)
def test_nothing_is_answered_without_the_token(place: Place, path: str) -> None:
    """With a token set, every path needs it: as a bearer token, or as the password of a browser."""
    basic = base64.b64encode(f"me:{TOKEN}".encode()).decode()
    with client(place, token=TOKEN) as web:
        refused = web.get(path)
        answers = [web.get(path, headers={"Authorization": each}) for each in (f"Bearer {TOKEN}", f"Basic {basic}")]
    assert refused.status_code == 401
    assert "Basic" in refused.headers["www-authenticate"]
    assert all(answer.status_code != 401 for answer in answers)


@pytest.mark.parametrize(
    "said", ["", "Bearer", "Bearer ", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", f"bearer{TOKEN}", "Basic !!!", "Basic bWU6", TOKEN, "Bearer \xff"]
)  # fmt: skip
def test_a_wrong_token_is_refused(said: str) -> None:
    """Nothing but the token itself is let in."""
    assert not Token(TOKEN).admits(said)
    assert Token(TOKEN).admits(f"bearer {TOKEN}")


def test_who_asks_too_often_has_to_wait(place: Place) -> None:
    """After a burst the answer is 429 with a time; wrong tokens count, so that they cannot be guessed fast."""
    with client(place, token=TOKEN, limits=Limits(burst=3, per_second=0.5)) as web:
        statuses = [web.get("/api/stories").status_code for _ in range(4)]
        refused = web.get("/api/stories", headers={"Authorization": f"Bearer {TOKEN}"})
    assert statuses == [401, 401, 401, 429]
    assert (refused.status_code, int(refused.headers["retry-after"])) == (429, 2)


def test_a_bucket_fills_again() -> None:
    """A client may ask again after the time that it was told; others are not held up by it."""
    now = [0.0]
    rate = Rate(Limits(burst=2, per_second=0.5), lambda: now[0])
    assert [rate.wait("a"), rate.wait("a"), rate.wait("a"), rate.wait("b")] == [0, 0, 2, 0]
    now[0] = 2.0
    assert [rate.wait("a"), rate.wait("a")] == [0, 2]


def test_addresses_are_forgotten() -> None:
    """The table of clients does not grow without end."""
    rate = Rate(Limits())
    for n in range(KNOWN + 50):
        rate.wait(str(n))
    assert len(rate._left) == KNOWN


def test_a_question_that_takes_too_long_is_stopped(place: Place) -> None:
    """After its time the database stops working on it."""
    shared = Shared(place, seconds=0.2)
    with pytest.raises(TookTooLong, match="longer"), shared.asking() as warehouse:
        warehouse.connection.execute("select count(*) from range(1000000) a, range(1000000) b").fetchall()
    with shared.asking() as warehouse:
        assert warehouse.connection.execute("select 1").fetchall() == [(1,)]
    shared.close()


def test_a_database_that_nobody_asks_is_closed(place: Place) -> None:
    """After some time without a question the file is closed; the next question opens it again."""
    shared = Shared(place, idle_seconds=0.05)
    with shared.asking() as warehouse:
        assert warehouse.rows("desk_counts")
    for _ in range(100):
        if not shared.is_open():
            break
        time.sleep(0.05)
    assert not shared.is_open()
    with shared.asking() as warehouse:
        assert warehouse.rows("desk_counts")
    shared.close()


def test_the_end_of_the_process_waits_for_questions(place: Place) -> None:
    """A question at work is stopped, and none is answered after it: DuckDB must not come back into an ended interpreter."""
    shared = Shared(place)
    stopped = threading.Event()

    def ask() -> None:
        try:
            with shared.asking() as warehouse:
                warehouse.connection.execute("select count(*) from range(1000000) a, range(1000000) b").fetchall()
        except duckdb.InterruptException:
            stopped.set()

    thread = threading.Thread(target=ask)
    thread.start()
    until(lambda: shared._at_work, PATIENCE, "the question is at work")
    shared.end()
    thread.join(120)
    assert stopped.is_set()
    with pytest.raises(TookTooLong, match="closed"), shared.asking():
        pass
