"""`newsdesk maintain`: checkpoint, verify, delete old Prefect runs, report growth."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.output import readable
from flows.cli.printing import say
from flows.cli.terminal import note
from flows.clock import now
from flows.reporting.counting import counted
from parsers.errors import UsageError
from warehouse.database.permission import check_writable
from warehouse.database.place import Place
from warehouse.database.store import must_exist, reading
from warehouse.filing import forgetting
from warehouse.filing.retention import expired


def maintain(
    *,
    database: Database = DEFAULT,
    keep_days: Annotated[int, Parameter(help="Number of days for which Prefect keeps runs.")] = 14,
    retention: Annotated[
        Path | None,
        Parameter(help="A retention.toml: how long articles are kept. What is older is taken out for good."),
    ] = None,
    dry_run: Annotated[
        bool, Parameter(negative="", help="Only show what the retention policy would take out.")
    ] = False,
) -> int:
    """Checkpoint and publish the database, verify the ledger and every span, and delete old Prefect runs.

    Exit code 2 if a check fails; the message says which.

    Example: newsdesk maintain --database desk.duckdb
    Example: newsdesk maintain --retention retention.toml --dry-run
    """
    if retention and not retention.is_file():
        raise UsageError(f"{retention} is not a file")
    if dry_run:
        return _would_go(Place.at(database), retention)
    must_exist(Place.at(database))
    check_writable(Place.at(database))  # before a Prefect server is started for it
    from flows.cli.flow_calls import call
    from flows.maintain import maintain as flow

    done = call(
        lambda: flow,
        note,
        database=str(Place.at(database).published),
        keep_days=keep_days,
        retention_file=str(retention) if retention else None,
    )
    for rule, n in done.retired:
        say(f"taken out: {counted(n, 'articles')}; {rule}")
    for what, n in done.mended:
        say(f"repaired: {what}: {n:,}")
    for checked in done.checked:
        say(f"ok: {checked.rule}")
    for name, size in done.sizes:
        say(f"{name}: {size / 1e6:,.1f} MB")
    say(f"deleted: {done.pruned.runs:,} Prefect runs, {done.pruned.artifacts:,} Prefect artifacts")
    if done.pruned.note:
        say(done.pruned.note)
    return 0


SHOWN = 20
"""Articles of a rule that a dry run names."""


def _would_go(place: Place, path: Path | None) -> int:
    """Print what a retention policy would take out now, by rule."""
    if path is None:
        raise UsageError("name the policy: newsdesk maintain --retention retention.toml --dry-run")
    from flows.run.retention_file import read

    rules, most = read(path)
    with reading(place) as warehouse:
        due = expired(warehouse, rules, now(), most)
        for each in due:
            say(f"{counted(len(each.articles), 'articles')}: {each.rule.sentence()}")
            goes = forgetting.preview(warehouse, forgetting.of_articles(warehouse, each.articles[:SHOWN]))
            for article_id, headline, outlet, date in goes.lines:
                say("  " + "  ".join(filter(None, (article_id, headline, outlet, readable(date)))))
            if len(each.articles) > SHOWN:
                say(f"  … and {counted(len(each.articles) - SHOWN, 'articles')} more")
    say("nothing was taken out" if due else "nothing is past its time")
    return 0
