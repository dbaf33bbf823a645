"""Months moved out of the database: folders of Parquet files, each with a manifest, that queries can read back.

begin → write (all files, then the folder appears by one rename) → the articles are forgotten as `archived` → moved

A story goes as a whole, with the month in which it was last printed, so that none is torn. A move that was killed is
taken up by the next: a complete folder stays, an incomplete one is written again.

    FOLDER/2024-03/manifest.json article.parquet fact.parquet raw_document.parquet search_posting.parquet …
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from parsers.errors import WarehouseError
from warehouse.database.store import Warehouse, text_array

MANIFEST = "manifest.json"
FORMAT = 1
"""Version of the layout of these folders."""

OF_ARTICLE = "semi join moving using (article_id)"
OF_DOCUMENT = (
    "where raw_document_id in (select raw_document_id from article semi join moving using (article_id) "
    "union select raw_document_id from arrival semi join moving using (article_id))"
)
EITHER = "where article_id in (from moving) or {other} in (from moving)"
NAMED = "where entity_id in (select entity_id from mention semi join moving using (article_id))"
CLAIMED = "select claim_id from claim semi join moving using (article_id)"
INDEXED = "select document from search_document semi join moving using (article_id)"

TABLES = {
    "article": f"from article {OF_ARTICLE}",
    "raw_document": f"from raw_document {OF_DOCUMENT}",
    "arrival": f"from arrival {OF_DOCUMENT}",
    "passage": f"from passage {OF_ARTICLE}",
    "repair": f"from repair {OF_ARTICLE}",
    "fact": f"from fact {OF_ARTICLE}",
    "fact_party": f"from fact_party where fact_id in (select fact_id from fact {OF_ARTICLE})",
    "mention": f"from mention {OF_ARTICLE}",
    "entity": f"from entity {NAMED}",
    "entity_alias": f"from entity_alias {NAMED}",
    "syndication": f"from syndication {EITHER.format(other='of_article_id')}",
    "reuse": f"from reuse {EITHER.format(other='of_article_id')}",
    "alteration": f"from alteration {EITHER.format(other='of_article_id')}",
    "claim": f"from claim {OF_ARTICLE}",
    "claim_meeting": f"from claim_meeting where claim_id in ({CLAIMED}) or other_id in ({CLAIMED})",
    "claim_group": f"from claim_group where claim_id in ({CLAIMED})",
    "story_original": f"from story_original {OF_ARTICLE}",
    "story_decision": f"from story_decision {EITHER.format(other='other_article_id')}",
    "happening_decision": f"from happening_decision {EITHER.format(other='other_article_id')}",
    "story_event": f"from story_event {EITHER.format(other='previous')}",
    "alert": f"from alert {OF_ARTICLE}",
    "note": f"from note {OF_ARTICLE}",
    "tag": f"from tag {OF_ARTICLE}",
    "judgement": f"from judgement {EITHER.format(other='other_article_id')}",
    "search_document": f"from search_document {OF_ARTICLE}",
    "search_posting": (
        "select term_id, batch, list(document order by document, position) as documents, "
        "list(position order by document, position) as positions "
        "from (select term_id, batch, unnest(documents) as document, unnest(positions) as position from search_posting "
        f"where batch in (select batch from search_document {OF_ARTICLE})) where document in ({INDEXED}) group by all"
    ),
}
"""What goes with the articles of a month, by the name of its file. `moving` holds their ids."""

TERMS = "from search_term where term_id in (select term_id from read_parquet({postings}))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """One month in one folder."""

    archive_id: str
    path: Path
    month: str
    articles: tuple[str, ...]


def cold(warehouse: Warehouse, before: datetime) -> dict[str, tuple[str, ...]]:
    """Articles of stories that were last printed before a moment, by month (YYYY-MM)."""
    months: dict[str, list[str]] = defaultdict(list)
    for month, article_id in warehouse.rows("cold_stories", {"before": before}):
        months[month].append(article_id)
    return {month: tuple(ids) for month, ids in months.items()}


def begin(
    warehouse: Warehouse, archive_id: str, folder: Path, month: str, articles: Sequence[str], at: datetime
) -> Archive:
    """Enter a move: its folder is free. Part of the caller's transaction."""
    path = _free(folder, month)
    row = (archive_id, str(path), month, len(articles), at)
    warehouse.append("archive", ("archive_id", "path", "month", "articles", "written_at"), [row])
    return Archive(archive_id=archive_id, path=path, month=month, articles=tuple(articles))


def _free(folder: Path, month: str) -> Path:
    """The folder of a month, or where there is one already, the next number of it."""
    path, n = folder / month, 1
    while path.exists():
        n += 1
        path = folder / f"{month}.{n}"
    return path


def write(warehouse: Warehouse, archive: Archive, at: datetime) -> dict[str, int]:
    """Write all files of an archive, check them, and let the folder appear at once; rows by table. Raises WarehouseError."""
    part = _part(archive)
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        rows = _tables(warehouse, archive, part)
        _manifest(archive, part, rows, at)
        _sync(part)
        part.rename(archive.path)
        _sync(archive.path.parent)
    except (duckdb.Error, OSError) as error:
        shutil.rmtree(part, ignore_errors=True)
        raise WarehouseError(f"{archive.path} could not be written ({error}); nothing was moved") from error
    return rows


def _part(archive: Archive) -> Path:
    return archive.path.with_name(f".{archive.path.name}.part")


def _tables(warehouse: Warehouse, archive: Archive, part: Path) -> dict[str, int]:
    run = warehouse.connection.execute
    with warehouse.incoming({"article_id": text_array(list(archive.articles))}):
        run("create or replace temp table moving as select article_id from incoming").fetchall()
    rows = {name: _file(warehouse, query, part / f"{name}.parquet") for name, query in TABLES.items()}
    postings = _literal(part / "search_posting.parquet")
    rows["search_term"] = _file(warehouse, TERMS.format(postings=postings), part / "search_term.parquet")
    run("drop table temp.moving").fetchall()
    if rows["article"] != len(archive.articles):
        raise OSError(f"{rows['article']} of {len(archive.articles)} articles were written")
    return rows


def _file(warehouse: Warehouse, query: str, target: Path) -> int:
    """Write a query as Parquet; how many rows are in the file when it is read again."""
    run = warehouse.connection.execute
    ((written,),) = run(f"copy ({query}) to {_literal(target)} (format parquet, compression zstd)").fetchall()
    ((found,),) = run(f"select count(*) from read_parquet({_literal(target)})").fetchall()
    if found != written:
        raise OSError(f"{target.name} has {found} rows and not {written}")
    return int(found)


def _literal(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _manifest(archive: Archive, part: Path, rows: dict[str, int], at: datetime) -> None:
    """Write what is in the folder: rows, bytes and SHA-256 of each file."""
    tables: dict[str, Any] = {}
    for name, n in rows.items():
        path = part / f"{name}.parquet"
        with path.open("rb") as file:
            tables[name] = {
                "rows": n,
                "bytes": path.stat().st_size,
                "sha256": hashlib.file_digest(file, "sha256").hexdigest(),
            }
    about = {"format": FORMAT, "archive_id": archive.archive_id, "month": archive.month, "written_at": at.isoformat()}
    text = json.dumps({**about, "tables": tables}, indent=2) + "\n"
    (part / MANIFEST).write_text(text, encoding="utf-8")


def _sync(folder: Path) -> None:
    for path in (*folder.glob("*.*"), folder):
        if path.is_file() or path == folder:
            handle = os.open(path, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)


def unmoved(warehouse: Warehouse) -> tuple[Archive, ...]:
    """Moves that were stopped on the way, with those of their articles that are still here; none where there is no folder."""
    found = []
    for archive_id, said, month in warehouse.rows("unmoved_archives"):
        path = Path(said)
        ids = _still_here(warehouse, path) if _is(path, archive_id) else ()
        found.append(Archive(archive_id=archive_id, path=path, month=month, articles=ids))
    return tuple(found)


def complete(archive: Archive) -> bool:
    """Whether the folder of an archive is there, whole, and its own."""
    return _is(archive.path, archive.archive_id)


def _is(path: Path, archive_id: str) -> bool:
    try:
        said = json.loads((path / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return bool(said.get("archive_id") == archive_id)


def _still_here(warehouse: Warehouse, path: Path) -> tuple[str, ...]:
    rows = warehouse.connection.execute(
        f"select article_id from read_parquet({_literal(path / 'article.parquet')})"
    ).fetchall()
    held = warehouse.rows("articles_held", incoming={"article_id": text_array([row[0] for row in rows])})
    return tuple(row[0] for row in held)


def abandon(warehouse: Warehouse, archive: Archive) -> None:
    """Take back a move of which nothing was written; part of the caller's transaction."""
    shutil.rmtree(_part(archive), ignore_errors=True)
    warehouse.run("archive_abandoned", {"archive_id": archive.archive_id})


def moved(warehouse: Warehouse, archive: Archive, at: datetime) -> None:
    """All articles of an archive have left the database; part of the caller's transaction."""
    warehouse.run("archive_moved", {"archive_id": archive.archive_id, "at": at})
