"""Everything on one machine: the Prefect server, the deployments with their schedules, and the watcher.

serve ─┬─ flows.service.prefect_server   the Prefect server and its pages (not when PREFECT_API_URL names one), and in a thread
       │                                 of it the desk's own pages (else flows.service.pages_process)
       └─ flows.service.watch_process    folders; files go through the flow `ingest` in that process. In a thread of it the
                                         deployments: a process for each scheduled or asked-for run
          (flows.service.deployments_process instead, when no folder is watched)

Each part is a process of its own and is started again when it dies; none outlives this one. A lock file keeps a second
desk off the same database.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from flows import child_processes
from flows.exit_codes import ExitCode
from flows.inbox.confinement import Confinement
from flows.service import health_page, logs, pages_process, parts_file, prefect_server
from flows.service.logs import RotatingLog, to_terminal
from flows.service.pages_process import Pages
from flows.service.supervisor import Child, Part, Supervisor
from parsers.errors import UsageError
from warehouse.database.place import Place
from warehouse.database.store import exclusive

REPORT = "/artifacts/key/desk-report"
"""Prefect's menu does not lead to artifacts."""

PATIENCE_SECONDS = 30.0
"""How long the watcher's first sweep waits for its deployment to be registered, so that its run appears under it."""

log = logging.getLogger("newsdesk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """What to serve: database, absolute folders, where the server listens, how folders are watched, and which private
    networks feeds may be read from, under which other
    names the server answers, and whether it has a password although only this machine reaches it. At `public_address`
    the hubs of feeds reach `push_port` of this machine; without it there are no subscriptions at hubs. The desk's own pages
    are at `pages_port` of `pages_host` (or of `host`), behind the token of `token_file` (or one that is made where others reach them)."""

    place: Place
    folders: tuple[str, ...]
    host: str = "127.0.0.1"
    port: int = 4200
    sweep_seconds: float = 60.0
    polling: bool = False
    allow: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    locked: bool = False
    log_format: logs.Format = "text"
    health_port: int | None = None
    public_address: str | None = None
    push_port: int = 4210
    pages_port: int | None = None
    pages_host: str = ""
    token_file: Path | None = None


@contextmanager
def only_one(place: Place, ui: str) -> Iterator[None]:
    """Be the only desk of a database. Raises UsageError that says which process is the other one, and where its pages are."""
    with exclusive(place):
        path = place.desk / "serve.lock"
    with path.open("a+") as file:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError(_taken(place, path.read_text("utf-8"))) from None
        path.write_text(json.dumps({"pid": os.getpid(), "ui": ui}), "utf-8")
        try:
            yield
        finally:
            path.write_text("", "utf-8")


def log_file(place: Place) -> Path:
    """The file for the output of the parts."""
    return place.desk / "serve.log"


def _taken(place: Place, held_by: str) -> str:
    held = json.loads(held_by or "{}")
    return (
        f"a desk for {place.published} is running already (process {held.get('pid', 'unknown')}): {held.get('ui', '')}"
    )


def serve(serving: Serving, say: Callable[[str], None], environment: Mapping[str, str]) -> int:
    """Run everything until stopped. Returns the exit code. Raises UsageError before anything is started."""
    own = not environment.get("PREFECT_API_URL")
    api = f"{prefect_server.address(serving.host, serving.port)}/api" if own else environment["PREFECT_API_URL"]
    ui = api.removesuffix("/api")
    with only_one(serving.place, ui):
        if own:
            prefect_server.check_port(serving.host, serving.port)
        if serving.public_address:
            prefect_server.check_port(serving.host, serving.push_port)
        pages = _pages(serving, say)
        if own and prefect_server.needs_password(serving.host, environment, locked=serving.locked):
            environment = {**environment, prefect_server.AUTH: _password(serving.place, say)}
        if login := environment.get(prefect_server.AUTH):
            prefect_server.check_ascii(login, prefect_server.AUTH)
            os.environ[prefect_server.AUTH] = login  # what is logged here must not hold it
        known = prefect_server.settings(serving.host, serving.port, environment) if own else {}
        say(f"Log: {log_file(serving.place)}")
        with closing(RotatingLog(log_file(serving.place), serving.log_format)) as written:
            supervisor = Supervisor(
                _parts(serving, api, own, pages),
                {**environment, **known, **_confinement(serving)},
                lambda child: say(_started(child, ui, pages)),
                written.write,
                parts_file.Keeper(serving.place, api).note,
            )
            with health_page.serving(serving.place, serving.health_port):
                kept = _keep(supervisor)
        say("stopped")
    return ExitCode.DONE if kept else ExitCode.NOTHING


def _confinement(serving: Serving) -> dict[str, str]:
    """The setting by which the parts and their runs touch this database and these folders only."""
    desk = Confinement(database=str(serving.place.published), folders=serving.folders, allow=serving.allow)
    return desk.environment()


def _password(place: Place, say: Callable[[str], None]) -> str:
    """The password of a desk that others can reach; a new one is said once."""
    file = place.desk / "password"
    new = prefect_server.make_password(file)
    user, _, word = (known := prefect_server.password(file)).partition(":")
    say(f"The pages need a password. User {user}, " + (f"password {word} (kept in {file})" if new else f"in {file}"))
    return known


def watcher(serving: Serving, patience_seconds: float = 0.0, deployments: bool = False) -> Part:
    """The watcher, alone or with the deployments. `patience_seconds` is how long its first sweep waits for the deployment
    of its run."""
    known = {
        "database": str(serving.place.published),
        "folders": serving.folders,
        "sweep_seconds": serving.sweep_seconds,
        "polling": serving.polling,
        "patience_seconds": patience_seconds,
        "deployments": deployments,
        "allow": serving.allow,
    }
    name = "watcher with deployments" if deployments else "watcher"
    return Part(name=name, command=child_processes.command("flows.service.watch_process", json.dumps(known)))


def watch(serving: Serving, say: Callable[[str], None], environment: Mapping[str, str]) -> int:
    """Keep a watcher running until stopped; its output goes to this terminal. Returns the exit code."""
    write = to_terminal(serving.log_format)
    note = parts_file.Keeper(serving.place).note
    kept = _keep(Supervisor([watcher(serving)], environment, lambda child: say(_started(child, "")), write, note))
    return ExitCode.DONE if kept else ExitCode.NOTHING


def _keep(supervisor: Supervisor) -> bool:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: supervisor.stop())
    return supervisor.run()


def _pages(serving: Serving, say: Callable[[str], None]) -> Pages | None:
    """The desk's own pages; None without a port for them. A new token is said once. Raises UsageError."""
    if serving.pages_port is None:
        return None
    host = serving.pages_host or serving.host
    prefect_server.check_port(host, serving.pages_port, "--pages-port")
    needed = serving.locked or not prefect_server.is_loopback(host)
    file, new = pages_process.token_file(serving.place, serving.token_file, needed=needed)
    if file is not None:
        said = f": {pages_process.read_token(file)} (kept in {file})" if new else f" in {file}"
        say(f"The desk's pages and its API need the token{said}")
    return Pages(
        database=str(serving.place.published), host=host, port=serving.pages_port, names=serving.names,
        token_file=str(file) if file else None,
    )  # fmt: skip


def _parts(serving: Serving, api: str, own: bool, pages: Pages | None) -> list[Part]:
    parts = []
    described = [pages.argument()] if pages else []
    if own:
        command = child_processes.command(
            "flows.service.prefect_server", serving.host, str(serving.port), *serving.names, *described
        )
        parts.append(Part(name="Prefect server", command=command, ready=lambda: prefect_server.answers(api)))
    elif pages:
        parts.append(Part(name="pages", command=child_processes.command("flows.service.pages_process", *described)))
    parts.append(watcher(serving, PATIENCE_SECONDS, deployments=True) if serving.folders else _deployments(serving))
    return [*parts, _push_receiver(serving)] if serving.public_address else parts


def _push_receiver(serving: Serving) -> Part:
    known = {
        "database": str(serving.place.published), "public": serving.public_address, "host": serving.host, "port": serving.push_port,
        "allow": serving.allow, "feeds_file": next((str(Path(f, "feeds.toml")) for f in serving.folders), None),
    }  # fmt: skip
    return Part(name="push receiver", command=child_processes.command("flows.service.push_process", json.dumps(known)))


def _deployments(serving: Serving) -> Part:
    known = {"database": str(serving.place.published), "folders": (), "allow": serving.allow}
    command = child_processes.command("flows.service.deployments_process", json.dumps(known))
    return Part(name="deployments", command=command)


def _started(child: Child, ui: str, pages: Pages | None = None) -> str:
    where = ""
    if child.part.name == "Prefect server":
        where = f": {ui}" + ("" if pages else f", the desk report is {ui}{REPORT}")
    if pages and child.part.name in ("Prefect server", "pages"):
        own = prefect_server.address(pages.host, pages.port)
        where += f", the desk's pages are {own}, the desk report is {own}/desk"
    return f"{child.part.name} started (process {child.pid}){where}"
