"""The Prefect server as a part of the desk: its settings, its start, and whether it is there.

Nothing but this machine reaches it unless a password is set; pages of other sites cannot use it (CSRF, CORS).
Requests under a name that is not the desk's are refused (`flows.service.host_guard`).
`python -m flows.service.prefect_server HOST PORT [NAME…]` runs it in the foreground until its standard input closes, so that it never outlives
the `newsdesk serve` that started it, whatever kills that. With `{…}` among the names (`Pages.argument`) it serves the pages, too.
"""

from __future__ import annotations

import ipaddress
import logging
import os
import secrets
import socket
import sys
from collections.abc import Mapping
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from flows.service import secret_file
from parsers.errors import UsageError
from warehouse.database.place import Place

USER = "desk"
PASSWORD_BYTES = 24
AUTH = "PREFECT_SERVER_API_AUTH_STRING"
CLIENT_AUTH = "PREFECT_API_AUTH_STRING"
PAGES = "PREFECT_SERVER_UI_STATIC_DIRECTORY"
HEALTH_SECONDS = 2.0
LEASES = "prefect.server.concurrency.lease_storage.filesystem"
"""Leases in files: those in memory die with the server, and their slots would never come free."""


NOT_STARTED = 3
"""Exit code of a server that could not start, as uvicorn's own command has it."""

log = logging.getLogger("newsdesk")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server bound to the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def needs_password(host: str, environment: Mapping[str, str], *, locked: bool = False) -> bool:
    """Whether others could reach the server (or it is to be locked all the same) and no password is set."""
    return (locked or not is_loopback(host)) and not environment.get(AUTH)


def make_password(file: Path) -> bool:
    """See to it that a file holds `user:password`, for its owner only; whether it is new. Raises UsageError."""
    return secret_file.make(file, f"{USER}:{secrets.token_urlsafe(PASSWORD_BYTES)}")


def password(file: Path) -> str:
    """The `user:password` in a file that only its owner may read. Raises UsageError."""
    text = secret_file.read(file)
    if ":" not in text or len(text.partition(":")[2]) < 8:
        raise UsageError(f"{file} must hold user:password, with a password of at least 8 characters")
    check_ascii(text, str(file))
    return text


def kept_password(place: Place) -> str | None:
    """The `user:password` that was made for the pages of a desk; None where none was, or it is not for us to read."""
    try:
        return password(place.desk / "password")
    except UsageError:
        return None


def check_ascii(login: str, where: str) -> None:
    """Raise UsageError for a login with other characters: Prefect cannot compare them, and nobody would be let in."""
    if not login.isascii():
        raise UsageError(f"the password in {where} has letters that are not ASCII; Prefect cannot compare those")


def address(host: str, port: int) -> str:
    """The address under which this machine reaches a server bound to the host."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)
    return f"http://[{name}]:{port}" if ":" in name and "[" not in name else f"http://{name}:{port}"


def settings(host: str, port: int, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of the server and of everything that talks to it. Settings of the user take precedence."""
    url = address(host, port)
    wanted = {
        "PREFECT_SERVER_API_HOST": host,
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_SERVER_CSRF_PROTECTION_ENABLED": "true",
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": url,
        "PREFECT_SERVER_UI_API_URL": "/api",  # the pages work under every name of the desk
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
        "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": LEASES,
        "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,orphans",  # logs and artifacts of deleted runs, too
        "PREFECT_RUNNER_POLL_FREQUENCY": "5",
        "PREFECT_CLIENT_MAX_RETRIES": "3",
    }
    chosen = {name: environment.get(name, value) for name, value in wanted.items()}
    # the address is ours to say: with another port in the environment the UI would ask the wrong server
    chosen |= {"PREFECT_SERVER_API_HOST": host, "PREFECT_SERVER_API_PORT": str(port), "PREFECT_API_URL": f"{url}/api"}
    if environment.get(AUTH):
        chosen |= {AUTH: environment[AUTH], CLIENT_AUTH: environment[AUTH]}
    return chosen


def answers(api: str) -> bool:
    """Whether a Prefect server answers at an API address. Never raises; asked often, so without a client that loads keys."""
    where = urlsplit(api)
    kind = HTTPSConnection if where.scheme == "https" else HTTPConnection
    connection = kind(where.hostname or "", where.port, timeout=HEALTH_SECONDS)
    try:
        connection.request("GET", f"{where.path}/health")
        return connection.getresponse().status < HTTPStatus.INTERNAL_SERVER_ERROR
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def check_port(host: str, port: int, option: str = "--port") -> None:
    """Raise UsageError when the port is in use or the host is not an address of this machine."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), port))
        except OSError as error:
            raise UsageError(
                f"port {port} of {host} is taken ({error.strerror}); choose another with {option}"
            ) from error


def pages(environment: Mapping[str, str]) -> dict[str, str]:
    """Where the server unpacks its pages when it may not write into Prefect's own folder (a service, a container)."""
    found = find_spec("prefect")
    if (
        environment.get(PAGES)
        or found is None
        or found.origin is None
        or os.access(Path(found.origin).parent / "server", os.W_OK)
    ):
        return {}
    home = Path(environment.get("PREFECT_HOME") or "~/.prefect").expanduser()
    return {PAGES: str(home / "pages")}


def main(arguments: list[str]) -> None:
    """Run the server in the foreground."""
    from flows.service.supervisor import die_with_parent

    die_with_parent()
    os.environ.update(pages(os.environ) | settings(arguments[0], int(arguments[1]), os.environ))
    import uvicorn
    from prefect.server.api.server import create_app

    from flows.service import event_store, memory, pages_process
    from flows.service.host_guard import HostGuard, names

    memory.give_back_now_and_then()
    if not event_store.repair():
        log.warning("this Prefect stores events otherwise; flows/service/event_store.py has nothing to repair there")
    described = [each for each in arguments[2:] if each.startswith("{")]
    called = [each for each in arguments[2:] if each not in described]
    guarded = HostGuard(create_app(final=True), names(arguments[0], called))
    server = uvicorn.Server(
        uvicorn.Config(
            guarded, host=arguments[0], port=int(arguments[1]), log_level="warning", timeout_graceful_shutdown=5
        )
    )
    for each in described:
        pages_process.beside(pages_process.Pages.of(each), lambda: server.should_exit)
    server.run()
    if not server.started:
        sys.exit(NOT_STARTED)


if __name__ == "__main__":
    main(sys.argv[1:])
