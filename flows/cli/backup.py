"""`newsdesk backup`: write the whole desk to one file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.printing import complain, say
from parsers.errors import UsageError
from warehouse.database.backup import About, Manifest, back_up, manifest_path
from warehouse.database.place import Place

SETTINGS_FILES = ("feeds.toml", "fields.toml", "watches.toml")
"""Files of settings that are looked for in the current folder; those of watched folders are beside the documents."""


def backup(
    to: Annotated[str, Parameter(help="The file to write; in a folder that exists, a name with the time is made.")],
    *,
    replace: Annotated[bool, Parameter(negative="", help="Replace the file if it exists.")] = False,
    database: Database = DEFAULT,
) -> int:
    """Write everything to one file: raw bytes, articles, facts, stories, feeds. While runs write and people read.

    Beside it comes TO.json: version, schema, rows by table, SHA-256, names of settings. `newsdesk restore` reads both.

    Example: newsdesk backup /backups --database desk.duckdb
    """
    from flows.cli import installed_version
    from flows.clock import now

    place, at = Place.at(database), now()
    target = _target(to, f"{place.published.stem}-{at:%Y%m%dT%H%M%SZ}.duckdb")
    about = About(newsdesk=installed_version(), made_at=at, settings=settings())
    manifest = back_up(place, target, about, replace=replace, say=complain)
    say(f"{target}: {_counts(manifest)}; {manifest_path(target).name} describes it")
    return 0


def _target(to: str, made: str) -> Path:
    """The file to write; `made` is its name in a folder. Raises UsageError for the name of a folder that is not there."""
    path = Path(to)
    if path.is_dir():
        return path / made
    if to.endswith(os.sep):
        raise UsageError(f"there is no folder {to}; make it first, or name a file")
    return path


def settings() -> tuple[str, ...]:
    """Names of settings in use, never their values: environment variables of newsdesk, and files in the current folder."""
    names = [name for name in sorted(os.environ) if name.startswith("NEWSDESK_")]
    return tuple(names + [name for name in SETTINGS_FILES if Path(name).is_file()])


def _counts(manifest: Manifest) -> str:
    rows = dict(manifest.rows)
    return f"{rows['article']:,} articles, {rows['arrival']:,} arrivals, {manifest.byte_length / 1e6:,.1f} MB"
