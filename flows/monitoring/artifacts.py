"""What a run leaves in the Prefect UI: a table of outcomes and a page of counts and times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from flows.escaping import markdown
from flows.run.summary import Line, Summary, unread_keys
from parsers.model import Outcome

NOTES = 50
"""Notes about files on the page of a run."""

TABLE_ROWS = 300
"""Rows of the outcome table; the troubles first. The ledger in the database has them all."""

OUTCOMES = "ingest-outcomes"
"""Key of the table of outcomes."""

TROUBLE = (Outcome.FAILED, Outcome.REJECTED)


def leave(summary: Summary) -> None:
    """Leave the artifacts of a run. Keys stay the same, so the UI shows each run's as a new version."""
    from prefect.artifacts import create_markdown_artifact, create_table_artifact

    create_table_artifact(
        table=table(_worst_first(summary)),
        key=OUTCOMES,
        description=heading(summary),
    )
    create_markdown_artifact(markdown=report(summary), key="ingest-report", description=heading(summary))


def report(summary: Summary) -> str:
    """The page of a run in Markdown: outcomes, repairs, facts, the worst documents, and where the time went."""
    parts = [f"# {heading(summary)}", "", _table(("outcome", "documents"), summary.outcomes)]
    if summary.repairs:
        parts += ["", "## Repairs", "", _table(("kind", "edits"), summary.repairs)]
        parts += [
            "",
            "Most repaired:",
            "",
            *(
                f"- {markdown(_short(x.document))}: {x.repairs} edits, {x.suspects} left for a person"
                for x in _most_repaired(summary)
            ),
        ]
    if summary.facts:
        parts += ["", "## Facts", "", _table(("kind", "facts"), summary.facts)]
    if unread := unread_keys(summary):
        parts += ["", "## Keys", "", markdown(unread)]
    if summary.notes:
        parts += ["", "## Notes", "", *(f"- {markdown(_short(note))}" for note in summary.notes[:NOTES])]
    parts += ["", "## Seconds by stage", "", _seconds(summary)]
    return "\n".join(parts)


def heading(summary: Summary) -> str:
    """What became of a run's documents, in one line."""
    return outcomes_line(summary.outcomes)


def outcomes_line(outcomes: Mapping[str, int]) -> str:
    """How many documents, and how they ended, in one line."""
    counts = ", ".join(f"{n:,} {outcome}" for outcome, n in sorted(outcomes.items()))
    total = sum(outcomes.values())
    return f"{total:,} document{'' if total == 1 else 's'}: {counts or 'nothing arrived'}"


def _worst_first(summary: Summary) -> list[Line]:
    return sorted(summary.lines, key=lambda line: line.outcome not in TROUBLE)[:TABLE_ROWS]


def table(lines: Sequence[Line]) -> list[dict[str, object]]:
    """The table of outcomes of documents."""
    return filled([_row(line) for line in lines])


def _row(line: Line) -> dict[str, object]:
    """A row of the table; Prefect's pages read each cell as Markdown."""
    return {
        "document": markdown(_short(line.document)),
        "outcome": str(line.outcome),
        "reason": markdown(line.reason or ""),
        "headline": markdown(line.headline or ""),
        "publisher": markdown(line.publisher or ""),
        "date": f"{line.date_published:%Y-%m-%d}" if line.date_published else "",
        "words": line.words or 0,
        "repairs": line.repairs,
        "facts": line.facts,
        "article_id": line.article_id or "",
    }


def filled(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """The rows without columns that are empty in all of them, such as reasons in a run in which all went well."""
    used = [column for column in (rows[0] if rows else ()) if any(row[column] not in ("", 0) for row in rows)]
    return [{column: row[column] for column in used} for row in rows]


def _short(uri: str) -> str:
    return PurePath(uri).name or uri


def _most_repaired(summary: Summary) -> list[Line]:
    return sorted(summary.lines, key=lambda line: -line.repairs)[:3]


def _table(names: tuple[str, str], counts: Mapping[str, int]) -> str:
    rows = [f"| {markdown(kind)} | {n:,} |" for kind, n in sorted(counts.items(), key=lambda kv: -kv[1])]
    return "\n".join([f"| {names[0]} | {names[1]} |", "|---|---:|", *rows])


def _seconds(summary: Summary) -> str:
    rows = [
        f"| {markdown(stage)} | {seconds:.2f} |"
        for stage, seconds in sorted(summary.seconds.items(), key=lambda kv: -kv[1])
    ]
    return "\n".join(
        [
            "| stage | seconds |",
            "|---|---:|",
            *rows,
            "",
            "Stages named `parse: …` are CPU seconds of the workers, side by side.",
        ]
    )
