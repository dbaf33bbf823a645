"""`newsdesk judgements`: what people judge right or wrong, respected by later runs, and handed out as an evaluation set."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from flows.cli.authorship import By, author
from flows.cli.decisions import Note, decided, removed
from flows.cli.options import DEFAULT, Database
from flows.cli.output import ListFormat, deliver_records, readable, whole
from flows.cli.printing import say
from flows.cli.terminal import console, cut, table
from flows.escaping import in_json
from flows.reporting.counting import counted
from warehouse.asking.query import questions
from warehouse.database.place import Place
from warehouse.database.store import reading
from warehouse.filing import judgements as kept

judgements = App(name="judgements", help="What is right or wrong: add, list, remove, export.")


@judgements.command
def add(
    id: str, verdict: Literal["right", "wrong"], /, *,
    with_: Annotated[str | None, Parameter(name="--with", help="Another article: judge whether the two are one story.")] = None,
    note: Note = None, by: By = None, database: Database = DEFAULT,
) -> int:  # fmt: skip
    """Judge a fact, by the beginning of its id; with --with judge whether two articles are rightly one story.

    A fact judged wrong is left out of corroboration and contradiction; articles judged wrong together stay apart.

    Example: newsdesk judgements add 4be1 wrong --note "the figure is of 2019"
    Example: newsdesk judgements add 9c1f wrong --with 3f2a
    """
    if with_ is None:
        return decided(
            database, f"{verdict}: fact", lambda w, at: kept.judge_fact(w, id, verdict, author(by), at, note)
        )
    other = with_
    return decided(
        database,
        f"{verdict}; the first is in story",
        lambda w, at: kept.judge_pair(w, id, other, verdict, author(by), at, note),
    )


@judgements.command(name="list")
def list_(*, format: ListFormat = "table", database: Database = DEFAULT) -> int:
    """List the judgements that count: the last on each thing.

    Example: newsdesk judgements list --format json
    """
    with questions(Place.at(database)) as warehouse:
        found = kept.listed(warehouse)
    if format != "table":
        deliver_records(found, kept.Judgement, format)
        return 0
    lines = [
        (j.judgement_id, readable(j.judged_at), j.author, j.verdict, j.about, j.fact_id or f"{j.article_id} {j.other_article_id}", cut(j.exact, 80), cut(j.note, 60))
        for j in found
    ]  # fmt: skip
    console().print(table(("judgement", "when", "who", "verdict", "of", "id", "words", "note"), lines))
    say(counted(len(found), "judgements"))
    return 0


@judgements.command
def remove(judgement: str, /, *, database: Database = DEFAULT) -> int:
    """Take back what was judged on a thing, by the beginning of the judgement's id. Stories stay as they are now.

    Example: newsdesk judgements remove 77ab
    """
    return removed(database, judgement, lambda w: kept.remove(w, judgement))


@judgements.command
def export(
    *, output: Annotated[Path | None, Parameter(name=["--output", "-o"], help="Write to FILE instead of the terminal.")] = None,
    database: Database = DEFAULT,
) -> int:  # fmt: skip
    """Write the judgements as JSON Lines: an evaluation set, each with the texts and what the parsers read.

    Example: newsdesk judgements export -o judged.jsonl
    """
    with reading(Place.at(database)) as warehouse:
        lines = [in_json(json.dumps(example, ensure_ascii=False)) for example in kept.examples(warehouse)]
    if output is None:
        for line in lines:
            say(line)
        return 0
    with whole(output) as part:
        part.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    say(f"{output}: {counted(len(lines), 'judgements')}")
    return 0
