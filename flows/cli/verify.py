"""`newsdesk verify`: read every block of the desk's files, and check what they hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.printing import complain, say
from warehouse.database.place import Place

if TYPE_CHECKING:
    from warehouse.filing.verify import Verified


def verify(
    file: Annotated[Path | None, Parameter(help="A backup or another copy. [default: this desk's files]")] = None,
    *,
    database: Database = DEFAULT,
) -> int:
    """Read every block and every value, and check that spans are in their texts and the ledger adds up.

    Reads the published file, the live one and the last verified copy, or the FILE you name with its manifest. Exit code 2
    if anything is damaged or a check fails; the message names the table or rule, and what to do.

    Example: newsdesk verify --database desk.duckdb
    """
    from warehouse.filing.verify import verify_copy, verify_desk

    place = Place.at(database)
    files = (verify_copy(place, file),) if file else verify_desk(place, say=complain)
    for each in files:
        _tell(each)
    return 0 if all(each.whole for each in files) else 2


def _tell(found: Verified) -> None:
    read = f"{found.tables:,} tables, {found.rows:,} rows, {found.byte_length / 1e6:,.1f} MB read"
    say(f"{'ok' if found.whole else 'not ok'}: {found.what} {found.path}: {read if found.tables else 'not read'}")
    for note in found.notes:
        say(f"note: {note}")
    for broken in found.broken:
        rule = f"{broken.violations:,} rows violate: {broken.rule}"
        complain(f"newsdesk: {found.path}: {rule}; `newsdesk maintain` repairs what can be proved")
    for trouble in found.troubles:
        complain(f"newsdesk: {trouble}")
