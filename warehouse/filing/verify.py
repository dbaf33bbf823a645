"""Verification: every block and every value of a database file is read, and every rule of `checks` tried.

The live file is read table by table, and a run that wants to write gets its turn in between.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from parsers.errors import DatabaseOlder, NewsdeskError, UsageError
from warehouse.database import publication
from warehouse.database.backup import check_manifest
from warehouse.database.blocks import read_blocks
from warehouse.database.copying import copy_part, move, part_of, read_table, tables
from warehouse.database.damage import cure, no_database
from warehouse.database.migrate import standing
from warehouse.database.place import Place
from warehouse.database.store import Say, Warehouse, exclusive, fold, inspecting, open_copy, silence
from warehouse.filing import checks
from warehouse.filing.checks import CHECKS, Checked

Opening = Callable[[], AbstractContextManager[Warehouse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was found in a file: tables, rows and bytes that were read, what is wrong in plain sentences, and what helps.

    `damaged` names tables that cannot be read; `broken` are rules that rows violate.
    """

    what: str
    path: Path
    tables: int = 0
    rows: int = 0
    byte_length: int = 0
    damaged: tuple[str, ...] = ()
    broken: tuple[Checked, ...] = ()
    troubles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.damaged or self.broken or self.troubles)


def verify_desk(place: Place, *, say: Say = silence) -> tuple[Verified, ...]:
    """Verify the published file, the live one, and the last verified copy. Raises UsageError when there is none."""
    found = []
    if place.published.exists():
        found.append(_published(place))
    if place.live.exists():
        found.append(_live(place, say))
    if place.verified.exists():
        found.append(verify_copy(place, place.verified, "last verified"))
    if not found:
        raise no_database(place)
    return tuple(found)


def verify_copy(place: Place, path: Path, what: str = "file") -> Verified:
    """Verify a file that nobody writes to: a backup, or another copy of a desk."""
    if not path.is_file():
        raise UsageError(f"there is no file {path}")

    def before() -> tuple[int, int]:
        check_manifest(path, path)
        return _blocks(path)

    return _verified(place, path, what, before, lambda: open_copy(place, path))


def keep_verified(place: Place) -> tuple[tuple[Checked, ...], tuple[tuple[str, int], ...]]:
    """Check a copy of the published file, and keep it if it violates no rule: the checks, and rows by table.

    Raises DatabaseDamaged, or WarehouseError when it cannot be written.
    """
    part = part_of(place.verified)
    try:
        copy_part(place, place.published, part)
        with open_copy(place, part) as warehouse:
            checked, rows = checks.check(warehouse), checks.sizes(warehouse)
        if not any(c.violations for c in checked):
            move(part, place.verified)
    finally:
        part.unlink(missing_ok=True)
    return checked, rows


def _published(place: Place) -> Verified:
    found = _verified(
        place, place.published, "published", lambda: _blocks(place.published), lambda: open_copy(place, place.published)
    )
    if not found.whole:
        return found
    try:
        publication.check_known(place)
    except NewsdeskError as error:
        return replace(found, troubles=(str(error),))
    return found


def _live(place: Place, say: Say) -> Verified:
    def before() -> tuple[int, int]:
        with exclusive(place, say=say):
            fold(place, say=say)
            return _blocks(place.live)

    return _verified(place, place.live, "live", before, lambda: inspecting(place, say=say))


def _blocks(path: Path) -> tuple[int, int]:
    blocks = read_blocks(path)
    return blocks.byte_length, blocks.damaged


def _verified(place: Place, path: Path, what: str, blocks: Callable[[], tuple[int, int]], opening: Opening) -> Verified:
    """Read a file's blocks, its tables, and try the rules; stop where it cannot be opened any more."""
    try:
        byte_length, bad_blocks = blocks()
        with opening() as warehouse:
            standing(warehouse.connection, str(path))
            names = tables(warehouse.connection)
    except NewsdeskError as error:
        return Verified(what=what, path=path, troubles=(str(error),))
    rows, damaged = _read(names, opening)
    found = Verified(what=what, path=path, tables=len(names), rows=rows, byte_length=byte_length, damaged=damaged)
    if damaged:
        return replace(found, troubles=(f"{path} is damaged in {', '.join(damaged)}; {cure(place, path)}",))
    broken, notes = _rules(opening)
    if bad_blocks:
        notes = (*notes, f"{bad_blocks:,} damaged blocks hold nothing that is in use")
    return replace(found, broken=broken, notes=notes)


def _read(names: list[str], opening: Opening) -> tuple[int, tuple[str, ...]]:
    """Rows that were read, and tables that cannot be."""
    rows, damaged = 0, []
    for name in names:
        with opening() as warehouse:
            try:
                rows += read_table(warehouse.connection, name)
            except duckdb.OutOfMemoryException:
                raise  # says nothing about the table
            except duckdb.Error:
                damaged.append(name)
    return rows, tuple(damaged)


def _rules(opening: Opening) -> tuple[tuple[Checked, ...], tuple[str, ...]]:
    """The rules that rows violate, and what could not be tried."""
    broken = []
    try:
        for name, rule in CHECKS:
            with opening() as warehouse:
                found = int(warehouse.rows(name)[0][0])
            if found:
                broken.append(Checked(rule=rule, violations=found))
    except DatabaseOlder as error:
        return tuple(broken), (f"rules were not tried: {error}",)
    return tuple(broken), ()
