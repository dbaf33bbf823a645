"""The whole desk for real: server, deployments and watcher on a free port of loopback, killed and started again."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.filing import take_in
from flows.monitoring import late_runs
from tests.flows.web.test_walking import index, page, paged, sitemap
from tests.servers.copy_desk import article
from tests.servers.hub import Hub
from tests.servers.misbehaving import Server, conditional, reply
from tests.servers.served_desk import ServedDesk, newsdesk
from tests.servers.stray_modules import executed, stray_modules
from tests.servers.watched_desk import PATIENCE, TEST_SECONDS, announce, drop, until
from warehouse.database.place import Place
from warehouse.database.store import writing

pytestmark = [pytest.mark.prefect, pytest.mark.timeout(TEST_SECONDS)]

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "five_outlets.py"
RUNNING = {"flow_runs": {"state": {"type": {"any_": ["RUNNING"]}}}}
UNENDED = {"flow_runs": {"state": {"type": {"any_": ["RUNNING", "PENDING", "CANCELLING"]}}}}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedDesk]:
    """One desk for all these tests; its start costs many seconds."""
    folder = tmp_path_factory.mktemp("desk")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    public = ("--public-address", f"http://127.0.0.1:{port}", "--push-port", str(port))
    options = ("--sweep", "4", "--allow", "127.0.0.0/8", *public)
    with ServedDesk(folder, *options, started_in=stray_modules(folder / "project")) as served:
        yield served


def filed(desk: ServedDesk, *names: str) -> bool:
    """Whether each file has exactly one arrival, with an outcome."""
    counts = dict(desk.ask("select split_part(source_uri, '/', -1), count(outcome) from arrival group by all"))
    return all(counts.get(name) == 1 for name in names)


def came(desk: ServedDesk, name: str) -> bool:
    """Whether a file has arrived, once or, when two runs looked at it at once, twice."""
    return (
        desk.count(f"select count(*) from arrival where ends_with(source_uri, '/{name}') and outcome is not null") > 0
    )


def test_the_page_of_the_report_is_there_before_the_first_run(desk: ServedDesk) -> None:
    """`newsdesk serve` prints its address at the start; it says that nothing has been filed, and how to open the report."""

    def report() -> list[dict[str, str]]:
        return [a for a in desk.post("artifacts/latest/filter", {}) if a["key"] == "desk-report"]

    until(lambda: bool(report()), PATIENCE, "the report is there")
    assert "Nothing has been filed yet" in report()[0]["data"]
    assert "the newest report" in report()[0]["description"]


def test_a_dropped_file_can_be_asked_for_and_its_run_stands_under_its_deployment(desk: ServedDesk) -> None:
    """The run has a readable name, its tags, the artifacts, and the deployment `ingest`."""
    drop(desk.inbox, "pier.txt", article(1))
    until(lambda: filed(desk, "pier.txt"), PATIENCE, "the file is filed")
    ingest = desk.deployment("ingest")
    until(lambda: any(r["state_type"] == "COMPLETED" for r in desk.runs()), PATIENCE, "the run has ended")
    run = next(r for r in desk.runs() if r["state_type"] == "COMPLETED")
    assert run["name"].startswith("ingest pier.txt ")
    assert run["deployment_id"] == ingest["id"]
    assert {"newsdesk", "watch"} <= set(run["tags"])
    keys = {a["key"] for a in desk.post("artifacts/latest/filter", {})}
    assert {"desk-report", "ingest-outcomes", "ingest-report"} <= keys
    assert desk.ask("select flow_run_id, state from run") == [(run["id"], "finished")]


def test_what_the_command_line_files_is_seen_at_once(desk: ServedDesk) -> None:
    """The flow run of an ingest beside a served desk is at its server, says how it ended, and is marked when it has rejects."""
    (desk.folder / "shed.txt").write_text(article(31))
    (desk.folder / "empty.txt").write_text("")
    environment = {name: value for name, value in desk.environment.items() if name != "PREFECT_API_URL"}
    done = subprocess.run(
        [newsdesk(), "ingest", "shed.txt", "empty.txt", "--database", str(desk.database)],
        cwd=desk.folder, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    run = next(r for r in desk.runs() if r["name"].startswith("ingest shed.txt +1 "))
    assert run["state"]["message"] == "2 documents: 1 loaded, 1 rejected"
    assert {"newsdesk", "command line", "has-rejects"} <= set(run["tags"])


def test_runs_without_a_server_are_told_to_the_next_one(desk: ServedDesk, tmp_path: Path) -> None:
    """However often the server is told: one flow run, with the counts, the time and the table of outcomes."""
    (tmp_path / "barn.txt").write_text(article(32))
    place = Place.at(tmp_path / "late.duckdb")
    take_in([str(tmp_path / "barn.txt")], str(place.published))
    with temporary_settings({PREFECT_API_URL: desk.api}):
        assert late_runs.enter(place) == 1
        assert late_runs.enter(place) == 0
        with writing(place) as warehouse:
            entered = warehouse.connection.execute("select flow_run_id, flow_run_name from run").fetchall()
            warehouse.connection.execute("update run set flow_run_id = null").fetchall()
        assert late_runs.enter(place) == 1
    runs = [r for r in desk.runs() if "entered later" in r["tags"]]
    assert [(r["id"], r["name"]) for r in runs] == entered
    assert runs[0]["state_type"] == "COMPLETED"
    assert runs[0]["state"]["message"].startswith("1 document: 1 loaded; ran without a server from ")
    table = desk.post("artifacts/filter", {"artifacts": {"flow_run_id": {"any_": [runs[0]["id"]]}}})
    assert [json.loads(a["data"])[0]["document"] for a in table] == ["barn.txt"]


def test_the_deployments_have_schedules_forms_and_limits(desk: ServedDesk) -> None:
    """What runs by itself has a slug; what must not overlap skips the newer run; parameters have a schema."""
    schedules = {d["name"]: [s["slug"] for s in d["schedules"]] for d in desk.post("deployments/filter", {})}
    assert schedules == {"ingest": [], "sweep": ["sweep"], "poll": ["poll"], "reprocess": [], "maintain": ["nightly"]}
    for name in ("sweep", "poll", "reprocess", "maintain"):
        deployment = desk.deployment(name)
        assert deployment["concurrency_options"]["collision_strategy"] == "CANCEL_NEW"
        assert deployment["global_concurrency_limit"]["limit"] == 1
        assert deployment["parameter_openapi_schema"]["properties"]["database"]["description"]


def test_a_second_desk_says_that_the_first_is_running(desk: ServedDesk) -> None:
    """It ends with exit code 2 and touches nothing."""
    second = subprocess.run(
        desk.command, env=desk.environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert second.returncode == 2
    assert f"127.0.0.1:{desk.port}" in second.stderr
    assert "is running already" in second.stderr


def test_pages_of_other_sites_cannot_use_the_server(desk: ServedDesk) -> None:
    """A request without the token is refused, and no other origin is allowed."""
    assert httpx.post(f"{desk.api}/flow_runs/filter", json={}).status_code == 403
    answer = httpx.get(f"{desk.api}/health", headers={"Origin": "http://evil.example"})
    assert answer.headers.get("access-control-allow-origin") != "*"


def test_the_server_answers_under_the_names_of_the_desk_only(desk: ServedDesk) -> None:
    """A page that points its own name at this machine is refused, and so is a page of another site."""
    for host, origin, status in (
        ("evil.example", None, 421), (f"evil.example:{desk.port}", None, 421), (f"localhost:{desk.port}", None, 200),
        (f"127.0.0.1:{desk.port}", "http://evil.example", 403), (f"127.0.0.1:{desk.port}", f"http://127.0.0.1:{desk.port}", 200),
    ):  # fmt: skip
        headers = {"Host": host, **({"Origin": origin} if origin else {})}
        assert httpx.get(f"{desk.api}/health", headers=headers).status_code == status
        assert httpx.get(f"{desk.api.removesuffix('/api')}/", headers=headers).status_code == status


def test_a_run_that_is_asked_for_touches_nothing_else(desk: ServedDesk) -> None:
    """Another path, another database, another network: each run fails, and says what was refused."""
    asked = (
        ("ingest", {"paths": ["/etc/hostname"]}), ("ingest", {"database": str(desk.folder / "other.duckdb")}),
        ("poll", {"allow": ["10.0.0.0/8"]}), ("maintain", {"database": str(desk.folder / "other.duckdb")}),
    )  # fmt: skip
    for run in [desk.run(name, **parameters) for name, parameters in asked]:
        ended = desk.ended(run, PATIENCE)
        assert ended["state_type"] == "FAILED"
        assert "refused: this desk" in ended["state"]["message"]
    assert not (desk.folder / "other.duckdb").exists()
    assert desk.count("select count(*) from arrival where source_uri = '/etc/hostname'") == 0


def test_a_touched_folder_costs_no_run(desk: ServedDesk) -> None:
    """Files that only look new are compared by their bytes."""
    before = desk.count("select count(*) from run")
    (desk.inbox / "pier.txt").touch()
    drop(desk.inbox, "bridge.txt", article(2))
    until(lambda: filed(desk, "pier.txt", "bridge.txt"), PATIENCE, "the other file is filed")
    assert desk.count("select count(*) from run") == before + 1


def rss(text: str) -> bytes:
    """A feed with one entry that carries its full text."""
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>Harbour Gazette</title><link>https://gazette.example/</link><item><title>Ferries return</title>"
        "<link>https://gazette.example/ferries</link><guid isPermaLink='false'>gazette-1</guid>"
        "<pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item></channel></rss>"
    ).encode()


def atom(text: str) -> bytes:
    """The same in Atom."""
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Northern Post</title>'
        "<id>tag:post.example,2026:feed</id><updated>2026-03-02T09:00:00Z</updated><entry><title>Mill reopens</title>"
        '<id>tag:post.example,2026:1</id><link href="https://post.example/mill"/><updated>2026-03-02T09:00:00Z</updated>'
        f'<content type="html">&lt;p&gt;{text}&lt;/p&gt;</content></entry></feed>'
    ).encode()


def test_feeds_of_a_watched_folder_are_polled_under_their_deployment(desk: ServedDesk) -> None:
    """Feeds named in feeds.toml after the start are read in full once; the next poll asks only whether they changed."""
    server = Server()
    bodies = [article(n).partition("\n\n")[2].replace("\n\n", "</p><p>") for n in (21, 22)]
    urls = [
        server.on("/rss", conditional(rss(bodies[0]), '"r1"')),
        server.on("/atom", conditional(atom(bodies[1].replace("<", "&lt;").replace(">", "&gt;")), '"a1"')),
    ]
    (desk.inbox / "feeds.toml").write_text("".join(f'[[feed]]\nurl = "{url}"\n\n' for url in urls), "utf-8")
    for _ in range(2):
        run = desk.ran("poll", PATIENCE, everything=True)
        assert (run["state_type"], run["deployment_id"]) == ("COMPLETED", desk.deployment("poll")["id"])
        assert run["name"].startswith("poll ")
    articles = desk.ask("select headline, publisher, source_kind from article join arrival using (article_id) "
                        "where source_kind = 'feed_entry' order by headline")  # fmt: skip
    assert articles == [
        ("Ferries return", "Harbour Gazette", "feed_entry"),
        ("Mill reopens", "Northern Post", "feed_entry"),
    ]
    polls = desk.ask("select http_status, count(*), sum(new)::integer from feed_poll group by 1 order by 1")
    assert polls == [(200, 2, 2), (304, 2, 0)]
    assert [r.headers.get("if-none-match") for r in server.asked("/rss")] == [None, '"r1"']
    server.stop()


def words(number: int) -> str:
    """The text of an article as the content of an entry."""
    return article(number).partition("\n\n")[2].replace("\n\n", "</p><p>").replace("<p>", "")


def entry(number: int) -> str:
    """An entry with its full text."""
    return (
        f"<item><title>Notice {number}</title><link>https://notices.example/{number}</link><guid>notice-{number}</guid>"
        f"<content:encoded><![CDATA[<p>{words(number)}</p>]]></content:encoded></item>"
    )


def test_sources_beside_plain_feeds_reach_the_desk(desk: ServedDesk) -> None:
    """Pages of a feed and a list of sitemaps are followed; a hub is subscribed to, and what it pushes is filed at once."""
    hub, server = Hub(), Server()
    links = {"hub": f"{hub.base}/hub", "self": f"{hub.base}/feed"}
    hub.feed = paged(entry(31), **links)
    server.on("/2", reply(paged(entry(33))))
    server.on("/3", reply(page(words(34)), Content_Type="text/html"))
    server.on("/news.xml", reply(sitemap((server.url("/3"), "Notice 34"))))
    urls = [
        f"{hub.base}/feed",
        server.on("/1", reply(paged(entry(32), next=server.url("/2")))),
        server.on("/list.xml", reply(index((server.url("/news.xml"), None)))),
    ]
    (desk.inbox / "feeds.toml").write_text("".join(f'[[feed]]\nurl = "{url}"\n\n' for url in urls), "utf-8")
    assert desk.ran("poll", PATIENCE, everything=True)["state_type"] == "COMPLETED"
    news = "select count(*) from feed_entry join feed using (feed_id) where feed.url in ('{}')".format(
        "', '".join(urls)
    )
    assert desk.count(news) == 4
    until(lambda: hub.answers == [("subscribe", 200)], PATIENCE, "the subscription is verified")
    polls = hub.polls
    assert hub.push(paged(entry(35), **links)) == 202
    until(
        lambda: desk.count("select count(*) from article where headline = 'Notice 35'"), PATIENCE, "the push is filed"
    )
    assert hub.polls == polls
    (desk.inbox / "feeds.toml").write_text("", "utf-8")
    server.stop()
    hub.stop()


def test_a_document_that_is_announced_makes_a_run(desk: ServedDesk, tmp_path: Path) -> None:
    """An event with its path makes the deployment `ingest` run; what lies elsewhere is refused."""
    environment = {**desk.environment, "PREFECT_API_URL": desk.api}

    def ran(name: str, state: str) -> bool:
        return any(r["name"].startswith(f"ingest {name}") and r["state_type"] == state and "watch" not in r["tags"] for r in desk.runs())  # fmt: skip

    announce(drop(desk.inbox, "announced.txt", article(3)), environment)
    announce(drop(tmp_path, "elsewhere.txt", article(3)), environment)
    until(lambda: ran("announced.txt", "COMPLETED"), PATIENCE, "the announced document is filed")
    until(lambda: ran("elsewhere.txt", "FAILED"), PATIENCE, "the other one is refused")
    until(lambda: came(desk, "announced.txt"), PATIENCE, "the file is filed, by this run or the watcher")
    assert not came(desk, "elsewhere.txt")


def test_relative_paths_of_a_run_belong_to_the_folder_where_the_desk_was_started(desk: ServedDesk) -> None:
    """Who types `../inbox/near.txt` on the page of the deployment means the file beside him; Prefect's process starts elsewhere."""
    assert desk.started_in is not None
    drop(desk.inbox, "near.txt", article(7))
    near = os.path.relpath(desk.inbox / "near.txt", desk.started_in)
    run = desk.ended(desk.run("ingest", paths=[near], database=str(desk.database)), PATIENCE)
    assert run["state_type"] == "COMPLETED"  # anything outside of the watched folder would be refused
    until(lambda: came(desk, "near.txt"), PATIENCE, "the file is filed, by this run or the watcher")


class Receiver(HTTPServer):
    """A web address that remembers what it was told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Remember)
        self.told: list[str] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}/hook"


class _Remember(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        """Keep what was sent."""
        assert isinstance(self.server, Receiver)
        self.server.told.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_the_example_automation_tells_when_a_story_reaches_five_outlets(desk: ServedDesk) -> None:
    """docs/examples/five_outlets.py makes it; five outlets print one text, and the address hears of it."""
    receiver = Receiver()
    environment = {**desk.environment, "PREFECT_API_URL": desk.api}
    subprocess.run([sys.executable, str(EXAMPLE), receiver.address], env=environment, check=True, timeout=PATIENCE)
    body = article(4).partition("\n\n")[2]
    for outlet in ("Harbour Gazette", "Northern Post", "Valley Courier", "Coast Tribune", "City Ledger"):
        document = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "One pier, five papers",
            "publisher": {"@type": "Organization", "name": outlet},
            "datePublished": "2026-03-02T08:00:00Z",
            "articleBody": body,
        }
        drop(desk.inbox, f"{outlet}.json", json.dumps(document))
    until(lambda: receiver.told, PATIENCE, "the address is told")
    assert "One pier, five papers: in 5 outlets" in receiver.told[0]
    receiver.shutdown()


def test_files_that_come_while_the_server_is_dead_are_filed_all_the_same(desk: ServedDesk) -> None:
    """The Prefect server is killed and comes back by itself; the documents do not wait for it."""
    before = desk.pids()["server"]
    desk.kill_part("server")
    names = [f"dark-{n}.txt" for n in range(5)]
    for n, name in enumerate(names):
        drop(desk.inbox, name, article(100 + n))
    until(lambda: filed(desk, *names), PATIENCE, "the files are filed")
    until(desk.answers, PATIENCE, "the server is back")
    assert desk.pids()["server"] != before


def test_nothing_is_lost_or_filed_twice_when_everything_is_killed_in_the_middle_of_a_run(desk: ServedDesk) -> None:
    """After a power cut and a new start every file has one arrival with one outcome, and no run is left Running."""
    names = [f"cut-{n:03d}.txt" for n in range(120)]
    for n, name in enumerate(names):
        drop(desk.inbox, name, article(1_000 + n))
    until(lambda: desk.post("flow_runs/filter", UNENDED), PATIENCE, "a run is at work")
    desk.kill()
    until(lambda: not desk.answers(), PATIENCE, "the server has died with the desk")
    desk.start()
    until(lambda: filed(desk, *names), PATIENCE, "all files are filed")
    until(lambda: not desk.post("flow_runs/filter", UNENDED), PATIENCE, "no run is left running")
    assert desk.count("select count(*) from ledger where not adds_up") == 0


def test_the_desk_stops_as_it_is_told_to(desk: ServedDesk) -> None:
    """Ctrl-C lets the run at work come to its end and ends every part; the exit code is 0, and nothing is complained of."""
    parts = desk.pids()
    said = desk.parts_log.stat().st_size
    until(lambda: not desk.post("flow_runs/filter", UNENDED), PATIENCE, "no run is at work")
    names = [f"last-{n:02d}.txt" for n in range(60)]
    for n, name in enumerate(names):
        drop(desk.inbox, name, article(5_000 + n))
    until(
        lambda: any("last-" in r["name"] for r in desk.post("flow_runs/filter", RUNNING)), PATIENCE, "a run is at work"
    )
    assert desk.stop() == 0
    assert not any(Path(f"/proc/{pid}").exists() for pid in parts.values())
    with desk.parts_log.open("rb") as log:
        log.seek(said)
        complaints = log.read().decode("utf-8", "replace")
    assert "Traceback" not in complaints, complaints[-3000:]
    assert desk.ask("select state from run order by started_at desc limit 1") == [("finished",)]
    assert desk.count("select count(*) from arrival where contains(source_uri, '/last-')") > 0


def test_no_module_of_the_folder_where_the_desk_was_started_was_executed(desk: ServedDesk) -> None:
    """Its parts, its runs and their workers have imported our modules and Prefect, not files of the same names."""
    assert desk.started_in is not None
    assert executed(desk.started_in) == []
