"""Documents taken out of months that were moved out of the database: each file of the folder is written again without them.

Killed on the way, the folder does not fit its manifest and cannot be attached until the same is done again. Stories in the
folder are not elected again.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from parsers.errors import WarehouseError
from warehouse.database.store import Warehouse, text_array
from warehouse.filing import tombstones
from warehouse.filing.archiving import MANIFEST

ARTICLES = "article_id not in (from gone_article)"
DOCUMENTS = "raw_document_id not in (from gone_document)"
EITHER = "article_id not in (from gone_article) and coalesce({other}, '') not in (from gone_article)"
LEFT = "{column} in (select {column} from read_parquet('{folder}/{table}.parquet'))"

KEPT = (
    ("article", ARTICLES),
    ("passage", ARTICLES),
    ("repair", ARTICLES),
    ("fact", ARTICLES),
    ("mention", ARTICLES),
    ("alert", ARTICLES),
    ("note", ARTICLES),
    ("tag", ARTICLES),
    ("judgement", EITHER.format(other="other_article_id")),
    ("story_original", ARTICLES),
    ("search_document", ARTICLES),
    ("raw_document", DOCUMENTS),
    ("arrival", DOCUMENTS),
    ("syndication", EITHER.format(other="of_article_id")),
    ("reuse", EITHER.format(other="of_article_id")),
    ("alteration", EITHER.format(other="of_article_id")),
    ("claim", ARTICLES),
    ("claim_meeting", LEFT.format(column="claim_id", table="claim", folder="{folder}")),
    ("claim_group", LEFT.format(column="claim_id", table="claim", folder="{folder}")),
    ("story_decision", EITHER.format(other="other_article_id")),
    ("happening_decision", EITHER.format(other="other_article_id")),
    ("story_event", EITHER.format(other="previous")),
    ("fact_party", LEFT.format(column="fact_id", table="fact", folder="{folder}")),
    ("entity", LEFT.format(column="entity_id", table="mention", folder="{folder}")),
    (
        "entity_alias",
        "(entity_id, surface) in (select (entity_id, surface) from read_parquet('{folder}/mention.parquet'))",
    ),
    ("search_posting", "true"),
    ("search_term", LEFT.format(column="term_id", table="search_posting", folder="{folder}")),
)
"""What stays of each file, in an order in which every file is written after those that it depends on."""

POSTINGS = (
    "(select term_id, batch, list(document order by document, position) as documents, "
    "list(position order by document, position) as positions "
    "from (select term_id, batch, unnest(documents) as document, unnest(positions) as position from read_parquet('{file}')) "
    "where document in (select document from read_parquet('{folder}/search_document.parquet')) group by all)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """Documents that are in one folder: raw document ids and article ids."""

    path: Path
    documents: tuple[str, ...]
    articles: tuple[str, ...]


def named(warehouse: Warehouse, name: str) -> tuple[Archived, ...]:
    """The documents in archives whose id (of the bytes or the article) begins so, by folder."""
    rows = warehouse.rows("archived_named", {"name": name})
    return tuple(
        Archived(
            path=Path(path),
            documents=tuple(row[0] for row in rows if row[3] == path),
            articles=tuple(sorted({row[1] for row in rows if row[3] == path})),
        )
        for path in sorted({row[3] for row in rows})
    )


def erase(warehouse: Warehouse, archived: Archived, at: datetime, reason: str) -> None:
    """Take documents out of a folder, then say so in the ledger. Raises WarehouseError when the folder cannot be written."""
    try:
        _rewrite(warehouse, archived)
    except (duckdb.Error, OSError, ValueError) as error:
        raise WarehouseError(
            f"{archived.path} could not be rewritten ({error}); it still holds what is to be forgotten"
        ) from error
    documents = {"raw_document_id": text_array(list(archived.documents))}
    with warehouse.transaction():
        warehouse.run("refuse_archived", {"at": at, "reason": reason}, incoming=documents)
        warehouse.run("note_erased", {"sentence": tombstones.sentence("takedown", at, reason)}, incoming=documents)


def _rewrite(warehouse: Warehouse, archived: Archived) -> None:
    manifest = json.loads((archived.path / MANIFEST).read_text("utf-8"))
    run = warehouse.connection.execute
    run(
        "create or replace temp table gone_article as select unnest(?::varchar[])", [list(archived.articles)]
    ).fetchall()
    run(
        "create or replace temp table gone_document as select unnest(?::varchar[])", [list(archived.documents)]
    ).fetchall()
    for table, kept in KEPT:
        if table not in manifest["tables"]:  # an older newsdesk wrote the folder
            continue
        manifest["tables"][table] = _file(warehouse, archived.path, table, kept)
    part = archived.path / f".{MANIFEST}.part"
    part.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    part.replace(archived.path / MANIFEST)


def _file(warehouse: Warehouse, folder: Path, table: str, kept: str) -> dict[str, object]:
    """Write one file again with what stays of it; its entry in the manifest."""
    path, part = folder / f"{table}.parquet", folder / f".{table}.parquet.part"
    here, file = _quoted(folder), _quoted(path)
    source = POSTINGS.format(file=file, folder=here) if table == "search_posting" else f"read_parquet('{file}')"
    query = f"from {source} where {kept.format(folder=here)}"
    ((rows,),) = warehouse.connection.execute(
        f"copy ({query}) to '{_quoted(part)}' (format parquet, compression zstd)"
    ).fetchall()
    with part.open("rb") as handle:
        os.fsync(handle.fileno())
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    entry = {"rows": rows, "bytes": part.stat().st_size, "sha256": digest}
    part.replace(path)
    return entry


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
