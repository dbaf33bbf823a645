"""`newsdesk serve`: run everything with one command on one machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Allow, Database
from flows.cli.printing import complain
from parsers.errors import UsageError
from warehouse.database.place import Place


def serve(
    *folders: Path,
    database: Database = DEFAULT,
    host: Annotated[
        str, Parameter(help="Address to listen on. Any but loopback has a password: yours, or one made for you.")
    ] = "127.0.0.1",
    port: Annotated[int, Parameter(help="Port of the Prefect pages.")] = 4200,
    password_file: Annotated[Path | None, Parameter(help="File with user:password for the pages.")] = None,
    password: Annotated[
        bool, Parameter(help="Have a password on loopback, too: for machines with other users.", negative="")
    ] = False,
    sweep: Annotated[float, Parameter(help="Seconds between two scans of the folders.")] = 60.0,
    polling: Annotated[
        bool, Parameter(help="Poll the folders continuously: for network folders.", negative="")
    ] = False,
    log_format: Annotated[
        Literal["text", "json"],
        Parameter(help="Lines of the log as text or JSON.", env_var="NEWSDESK_LOG_FORMAT"),
    ] = "text",
    health_port: Annotated[
        int | None, Parameter(help="Answer monitors at http://127.0.0.1:PORT/health.", env_var="NEWSDESK_HEALTH_PORT")
    ] = None,
    public_address: Annotated[
        str | None,
        Parameter(
            help="Where hubs (WebSub) reach --push-port, e.g. https://desk.example/hooks: feeds are pushed as well as polled.",
            env_var="NEWSDESK_PUBLIC_ADDRESS",
        ),
    ] = None,
    push_port: Annotated[int, Parameter(help="Port for what hubs push.", env_var="NEWSDESK_PUSH_PORT")] = 4210,
    pages_port: Annotated[
        int | None,
        Parameter(
            help="Port of the desk's own pages and its API; 0 for none. [default: --port plus 20]",
            env_var="NEWSDESK_PAGES_PORT",
        ),
    ] = None,
    pages_host: Annotated[
        str,
        Parameter(
            help="Address for these pages. Any but loopback needs a token. [default: that of --host]",
            show_default=False,
        ),
    ] = "",
    token_file: Annotated[
        Path | None, Parameter(help="File with the token of these pages: yours, else one is made where it is needed.")
    ] = None,
    allow: Allow = (),
    name: Annotated[
        tuple[str, ...],
        Parameter(name="--name", negative=(), help="Another name of this desk, e.g. of a proxy before it."),
    ] = (),
) -> int:
    """Run everything: the Prefect server and its pages, schedules, event triggers, and the folder watcher.

    Files dropped into a folder are filed within two seconds. Ctrl-C stops everything. With PREFECT_API_URL set, the
    server there is used and none is started.

    Example: newsdesk serve seeds --database desk.duckdb
    """
    from flows.service import prefect_server
    from flows.service.serve import Serving
    from flows.service.serve import serve as run
    from flows.service.watch_folders import checked, networks

    environment = dict(os.environ)
    if password_file:
        environment[prefect_server.AUTH] = prefect_server.password(password_file)
    serving = Serving(
        place=Place.at(database),
        folders=checked(folders),
        host=host,
        port=port,
        sweep_seconds=sweep,
        polling=polling,
        log_format=log_format,
        health_port=health_port,
        public_address=_public(public_address),
        push_port=push_port,
        pages_port=(port + 20 if pages_port is None else pages_port) or None,
        pages_host=pages_host,
        token_file=token_file,
        allow=networks(allow),
        names=name,
        locked=password,
    )
    if (api := environment.get("PREFECT_API_URL")) and not prefect_server.answers(api):
        complain(
            f"newsdesk: the Prefect server at {api} does not answer; files are filed without it, and scheduled runs begin when it is there"
        )
    return run(serving, lambda line: complain(f"newsdesk: {line}"), environment)


def _public(address: str | None) -> str | None:
    """The public address, checked. Raises UsageError."""
    parts = urlsplit(address or "")
    if address and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise UsageError(f"{address} is no public address; give one as https://desk.example/hooks")
    return address or None
