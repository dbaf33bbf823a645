"""Folders to watch and networks to read, checked before anything starts; apart, because the command line must not import
Prefect for it."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from pathlib import Path

from parsers.errors import UsageError


def checked(paths: Sequence[str | Path]) -> tuple[str, ...]:
    """The absolute paths of folders, each once. Raises UsageError for one that is not there."""
    found = dict.fromkeys(str(Path(p).expanduser().absolute()) for p in paths)
    for path in found:
        if not Path(path).is_dir():
            raise UsageError(f"{path} is not a folder; create it or name another one")
    return tuple(found)


def networks(given: Sequence[str]) -> tuple[str, ...]:
    """Private networks that feeds may be read from, in CIDR notation. Raises UsageError for what is not a network."""
    for network in given:
        try:
            ipaddress.ip_network(network, strict=False)
        except ValueError as error:
            raise UsageError(f"--allow {network} is not a network ({error}); write it like 192.168.0.0/16") from error
    return tuple(given)
