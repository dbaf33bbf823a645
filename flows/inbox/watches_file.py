"""`watches.toml`: watches as a file that a person keeps under version control, checked at the edge (docs/watches.md).

[[watch]]
name = "harbour jobs"
kind = "measure"                 # search | entity | measure | contradiction | spread | sql
question = "jobs OR workers"
at_least = 100
targets = ["mailto:desk@press.example", "$TEAM_HOOK"]
pace = "daily"                   # at_once | hourly | daily | weekly
quiet = "22:00-07:00"
timezone = "Europe/Lisbon"
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, model_validator

from flows.clock import now
from flows.toml_files import validated
from parsers.errors import UsageError
from parsers.pace import Pace
from parsers.watches import Kind, Watch, checked
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.watching import watches

FILE = "watches.toml"


class DeclaredWatch(BaseModel):
    """One `[[watch]]` of the file."""

    model_config = ConfigDict(extra="forbid")

    name: str
    kind: Kind
    question: str | None = None
    publisher: str | None = None
    since: date | None = None
    until: date | None = None
    unit: str | None = None
    at_least: float | None = Field(default=None, allow_inf_nan=False)
    at_most: float | None = Field(default=None, allow_inf_nan=False)
    outlets: int | None = Field(default=None, ge=1, le=100_000)
    targets: tuple[str, ...] = ()
    pace: Pace = "at_once"
    send_at: str = "07:00"
    quiet: str | None = None
    timezone: str = "UTC"
    networks: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_usable(self) -> DeclaredWatch:
        try:
            checked(self.as_watch())
        except ValueError as error:
            raise ValueError(f"watch {self.name[:60]}: {error}") from error
        return self

    def as_watch(self) -> Watch:
        """The watch as the warehouse keeps it."""
        return Watch(**self.model_dump())


class WatchesFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")

    watch: list[DeclaredWatch] = Field(default_factory=list)


def read(path: Path) -> tuple[Watch, ...]:
    """The watches of a file. Raises UsageError that names the watch and what is wrong with it.

    A file that opens private networks must be nobody else's to write.
    """
    found = tuple(w.as_watch() for w in validated(path, WatchesFile).watch)
    about = path.stat()
    if any(w.networks for w in found) and (about.st_uid not in (0, os.geteuid()) or about.st_mode & 0o022):
        raise UsageError(
            f"{path} opens private networks, and others can write it; make it yours alone (chown, chmod go-w), or leave `networks` out"
        )
    return found


def declare(place: Place, path: Path) -> bool:
    """Make the warehouse's declared watches those of a file; returns whether anything changed. Raises UsageError."""
    wanted = read(path)
    with writing(place) as warehouse, warehouse.transaction():
        return watches.declare(warehouse, wanted, now())
