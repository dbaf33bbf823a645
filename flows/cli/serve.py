"""`newsdesk serve`: run everything with one command on one machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Allow, Database
from flows.cli.printing import complain
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
        allow=networks(allow),
        names=name,
        locked=password,
    )
    return run(serving, lambda line: complain(f"newsdesk: {line}"), environment)
