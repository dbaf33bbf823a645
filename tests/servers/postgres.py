"""A PostgreSQL server on a free port of loopback, in a temporary folder; as root it runs as the user `postgres`."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

WAIT_SECONDS = 200.0
OWNER = "desk"
"""The user that the server knows; it needs no password on loopback."""


def programs() -> Path | None:
    """The folder of `initdb` and `postgres`, as Debian lays them or on the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = debian[-1] if debian else shutil.which("initdb")
    return Path(found).parent if found else None


def as_whom() -> str | None:
    """The user who may run a server: PostgreSQL refuses root. None: whoever runs the tests; skips when there is none."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        pytest.skip("root cannot run PostgreSQL, and there is no user `postgres`")


@contextmanager
def postgres_server(folder: Path) -> Iterator[str]:
    """Start a server, and give its address without a database: `postgresql://desk@127.0.0.1:PORT`. Skips where there is none."""
    where = programs()
    if where is None:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    user = as_whom()
    data = folder / "data"
    data.mkdir()
    if user:
        shutil.chown(data, user)
        for parent in (folder, *folder.parents):
            if parent.stat().st_uid == os.geteuid() and parent != Path("/"):
                parent.chmod(parent.stat().st_mode | 0o011)
    subprocess.run(
        [where / "initdb", "-D", data, "-U", OWNER, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"],
        check=True, capture_output=True, user=user, cwd="/",
    )  # fmt: skip
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = (
        "-c",
        "fsync=off",
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        f"port={port}",
        "-c",
        "unix_socket_directories=",
    )
    with (folder / "postgres.log").open("wb") as log:
        server = subprocess.Popen(
            [where / "postgres", "-D", data, *settings], stdout=log, stderr=log, user=user, cwd="/"
        )
    try:
        _answered(port, server, folder / "postgres.log")
        yield f"postgresql://{OWNER}@127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(WAIT_SECONDS)


def _answered(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        asked = subprocess.run(["pg_isready", "-h", "127.0.0.1", "-p", str(port), "-q"], check=False)
        if asked.returncode == 0:
            return
        time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8", "replace")[-2000:])
