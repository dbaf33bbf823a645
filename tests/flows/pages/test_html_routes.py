"""The pages: everything is there, everything is escaped, and a browser finds nothing to complain about."""

from __future__ import annotations

import json
import re
import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
import uvicorn

from flows.pages.app import application
from tests.cookbook import seeds
from tests.filing import file_paths
from tests.servers.pages_client import GENEROUS, client
from tests.servers.watched_desk import PATIENCE, free_port, until
from warehouse.database.place import Place
from warehouse.database.publish import publish
from warehouse.database.store import exclusive, writing
from warehouse.filing import notes

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
HOSTILE = "Zorblatt</title></a><script>alert(1)</script><img src=x onerror=alert(1)>\"'onmouseover=alert(1) {{7*7}}\x1b[2J\u202egnp"
NOTED = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
BODY = (
    "The <b>Zorblatt</b> ferry cost 12 million euros, the mayor of Larkhaven said on Monday. It sails on 3 June 2024. “We have waited,” said the mayor, Ruth Okafor. "
    "The port of Larkhaven handled 4.2 million tonnes in 2023. Osk Rail and Larkhaven Yards signed an agreement on 3 June 2024."
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The desk of the sample documents."""
    return seeds(tmp_path_factory.mktemp("html"))


@pytest.fixture(scope="module")
def web(place: Place) -> Iterator[httpx.Client]:
    """A client of it."""
    with client(place) as opened:
        yield opened


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a desk whose every word is hostile."""
    folder = tmp_path_factory.mktemp("hostile-pages")
    place = Place.at(folder / "desk.duckdb")
    for n in range(2):
        record = {"headline": HOSTILE, "articleBody": BODY.replace("12", str(12 + n)), "author": HOSTILE, "publisher": {"name": f"{HOSTILE}{n}"}, "datePublished": "2024-05-01", "@type": "NewsArticle", "url": f"javascript:alert({n})"}  # fmt: skip
        (folder / f"{n}.json").write_text(json.dumps(record), "utf-8")
    file_paths(place, [str(p) for p in folder.glob("*.json")])
    with writing(place) as warehouse, warehouse.transaction():
        for column in ("headline", "byline", "publisher", "republisher", "dateline", "genre", "in_language"):
            warehouse.connection.execute(f"update article set {column} = ? || article_id", [HOSTILE])
        warehouse.connection.execute("update article set url = 'javascript:alert(1)'")
        warehouse.connection.execute("update fact set subject = ?, predicate = ?, speaker = ?, unit = ?", [HOSTILE] * 4)
        warehouse.connection.execute("update entity set name = ?", [HOSTILE])
        warehouse.connection.execute("update alteration set before = ?, after = ?", [HOSTILE] * 2)
        for (article,) in warehouse.connection.execute("select article_id from article").fetchall():
            for about in ("article", "story"):
                notes.add_note(warehouse, notes.Thing(about=about, article_id=article), HOSTILE, HOSTILE, NOTED)
                notes.add_tags(warehouse, notes.Thing(about=about, article_id=article), [HOSTILE[:60]], HOSTILE, NOTED)
    with exclusive(place):
        publish(place)
    with client(place) as opened:
        yield opened


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        self.seen.append((tag, dict(attrs)))


def addresses(web: httpx.Client) -> list[str]:
    """A page of each kind, with what the desk has."""
    story = web.get("/api/stories").json()["items"][0]
    entity = web.get("/api/entities").json()["items"][0]
    return [
        "/", "/desk", "/search", "/search?q=zorblatt", "/search?q=ferry&copies=true&page=1", "/stories", f"/stories/{story['story_id']}",
        f"/articles/{story['original_article_id']}", "/entities", "/entities?named=a&type=place", f"/entities/{entity['entity_id']}", "/timeline",
        "/timeline?since=2020&kind=quantity", "/watches", "/articles/nobody", "/nowhere",
    ]  # fmt: skip


def test_every_page_is_there(web: httpx.Client) -> None:
    """Each kind of page answers, with one main heading and a title."""
    for path in addresses(web):
        page = web.get(path)
        assert page.status_code == (404 if path in ("/articles/nobody", "/nowhere") else 200), path
        names = [tag for tag, _ in Elements(page.text).seen]
        assert (names.count("h1"), names.count("main"), names.count("title")) == (1, 1, 1), path


def test_links_lead_somewhere(web: httpx.Client) -> None:
    """Every link within the pages, followed from page to page, is answered."""
    waiting, seen = ["/"], set()
    while waiting and len(seen) < 50:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        page = web.get(path)
        assert page.status_code == 200, path
        if page.headers["content-type"].startswith("text/html"):
            waiting += [str(a["href"]) for tag, a in Elements(page.text).seen if tag in ("a", "link") and str(a.get("href", "")).startswith("/")]  # fmt: skip
    assert len(seen) == 50


def test_nothing_hostile_gets_through(hostile: httpx.Client) -> None:
    """Words of documents are text in every page: no element, attribute, address or sign of theirs is obeyed."""
    query = {"q": HOSTILE, "outlet": HOSTILE, "since": ""}
    pages = [hostile.get(path) for path in addresses(hostile)] + [hostile.get("/search", params=query), hostile.get("/stories", params={"outlet": HOSTILE}), hostile.get("/timeline", params={"about": HOSTILE}), hostile.get("/entities", params={"named": HOSTILE})]  # fmt: skip
    shown = 0
    for page in pages:
        elements = Elements(page.text).seen
        scripts = [a for tag, a in elements if tag == "script"]
        assert [str(a.get("src", "")).partition("?")[0] for a in scripts] == ["/static/pages.js"], page.url
        assert not [tag for tag, _ in elements if tag in ("img", "iframe", "object", "embed")], page.url
        assert not [name for _, a in elements for name in a if name.startswith("on") or name == "style"], page.url
        assert not [a for _, a in elements if str(a.get("href", "")).startswith("javascript:")], page.url
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202e\u2066]", page.text), page.url
        assert "49" not in re.findall(r"Zorblatt\S*(49)", page.text)
        shown += "Zorblatt" in page.text
    assert shown >= 10


def test_search_shows_facets_and_matches(web: httpx.Client) -> None:
    """Matches are marked, and each facet leads to fewer stories; a chosen one can be taken away."""
    page = web.get("/search", params={"q": "ferry"}).text
    assert "<mark>ferry</mark>" in page
    outlet = re.search(r'href="(/search\?[^"]*outlet=MENAFN[^"]*)"', page)
    assert outlet
    chosen = web.get(outlet[1].replace("&amp;", "&")).text
    assert "1 story" in chosen
    assert "Remove the filter outlet MENAFN" in chosen


def test_an_article_shows_every_edit_and_fact(web: httpx.Client) -> None:
    """What was removed, inserted and found is marked in the text, and listed."""
    for story in web.get("/api/stories").json()["items"]:
        api = web.get(f"/api/articles/{story['original_article_id']}").json()
        page = web.get(f"/articles/{story['original_article_id']}").text
        kinds = {fact["kind"] for fact in api["facts"]}
        assert all(f"<b>{kind.capitalize()}</b>" in page for kind in kinds)
        assert page.count("<cite>") >= len(api["facts"])
        if any(r["kind"] == "word_join" for r in api["repairs"]):
            assert "<ins" in page


def test_a_story_shows_what_was_altered(web: httpx.Client) -> None:
    """The figure of the original beside that of the revision."""
    (story,) = [s for s in web.get("/api/stories").json()["items"] if "dam" in (s["headline"] or "")]
    page = web.get(f"/stories/{story['story_id']}").text
    assert ">3,100</del>" in page
    assert ">2,400</ins>" in page


def test_days_that_do_not_exist_are_said(web: httpx.Client) -> None:
    """A wrong date is no empty answer."""
    assert web.get("/timeline", params={"since": "2025-02-30"}).status_code == 422
    assert web.get("/search", params={"q": "ferry", "day": "yesterday"}).status_code == 422


@pytest.fixture(scope="module")
def served(place: Place) -> Iterator[str]:
    """The pages at an address."""
    port = free_port()
    server = uvicorn.Server(
        uvicorn.Config(application(place, limits=GENEROUS), port=port, log_level="error", lifespan="off")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until(lambda: server.started, PATIENCE, "the pages are served")
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(120)


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
@pytest.mark.parametrize("width", [390, 1280])
def test_a_browser_shows_every_page(served: str, web: httpx.Client, width: int, tmp_path: Path) -> None:
    """Under their own policy the pages have their style, nothing runs over the edge, and the keys lead from row to row."""
    from tests.servers.browser import Browser

    with Browser(str(CHROMIUM), tmp_path, width) as browser:
        for path in addresses(web):
            browser.open(served + path)
            assert browser.value("document.documentElement.scrollWidth") <= width, path
            assert browser.value("getComputedStyle(document.querySelector('nav')).position") == "sticky", path
        browser.open(f"{served}/stories")
        for key in ("j", "j", "k"):
            browser.value(
                f"document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: '{key}', bubbles: true}})), 1"
            )
        assert browser.value("[...document.querySelectorAll('.row-of')].findIndex(e => e.matches('.at'))") == 0
