"""What people judge: that a fact is right or wrong, that two articles are one story or not. Later runs respect it.

A fact judged wrong is left out of corroboration, contradiction and superseded (view judged_fact). A judgement on a pair is
also a decision on stories (story_decision): two articles judged wrongly together stay apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal

from parsers.errors import UsageError
from warehouse.database.store import Warehouse
from warehouse.filing import notes
from warehouse.stories import stories

Verdict = Literal["right", "wrong"]

COLUMNS = (
    "judgement_id", "about", "verdict", "article_id", "other_article_id", "fact_id", "kind", "exact", "start_char", "end_char", "author", "judged_at", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A judgement as it is kept: of a fact (with the words of its evidence), or of a pair of articles."""

    judgement_id: str
    about: Literal["fact", "pair"]
    verdict: Verdict
    article_id: str
    other_article_id: str | None
    fact_id: str | None
    kind: str | None
    exact: str | None
    start_char: int | None
    end_char: int | None
    author: str
    judged_at: datetime
    note: str | None


def judge_fact(
    warehouse: Warehouse, name: str, verdict: Verdict, author: str, at: datetime, note: str | None = None
) -> str:
    """Judge a fact, by the beginning of its id; part of the caller's transaction. Returns its id. Raises UsageError."""
    of = notes.thing(warehouse, "fact", name)
    ((kind, exact, start, end),) = warehouse.rows("evidence_of_fact", {"fact_id": of.fact_id})
    _keep(warehouse, ("fact", verdict, of.article_id, None, of.fact_id, kind, exact, start, end, author, at, note))
    return str(of.fact_id)


def judge_pair(
    warehouse: Warehouse, one: str, other: str, verdict: Verdict, author: str, at: datetime, note: str | None = None
) -> str:
    """Judge whether two articles are rightly one story; part of the caller's transaction. Returns the first one's story.

    Wrong keeps them apart, right keeps them together, in later runs too. Raises UsageError.
    """
    a, b = sorted((stories.article(warehouse, one), stories.article(warehouse, other)))
    if a == b:
        raise UsageError("these are one article; name two")
    _keep(warehouse, ("pair", verdict, a, b, None, None, None, None, None, author, at, note))
    together = stories.story_id(warehouse, a) == stories.story_id(warehouse, b)
    if verdict == "wrong" and together:
        return stories.split(warehouse, a, b, at, note)
    if verdict == "right" and not together:
        return stories.merge(warehouse, a, b, at, note)
    decision = "split" if verdict == "wrong" else "merge"
    row = (at, decision, a, b, note)
    warehouse.append("story_decision", ("decided_at", "decision", "article_id", "other_article_id", "note"), [row])
    return stories.story_id(warehouse, a)


def _keep(warehouse: Warehouse, row: Sequence[Any]) -> None:
    name = sha256("\0".join(map(str, row)).encode()).hexdigest()[:16]
    warehouse.append("judgement", COLUMNS, [(name, *row)])


def listed(warehouse: Warehouse) -> tuple[Judgement, ...]:
    """The judgements that count, the last on each thing, in the order in which they were made."""
    return tuple(Judgement(**dict(zip(COLUMNS, row, strict=True))) for row in warehouse.rows("list_judgements"))


def examples(warehouse: Warehouse) -> Iterator[dict[str, Any]]:
    """The judgements that count as examples for an evaluation: with the fact's fields, or with both articles' texts."""
    for kind in ("fact_examples", "pair_examples"):
        found = warehouse.columns(kind)
        names = list(found)
        for values in zip(*(found[name].tolist() for name in names), strict=True):
            yield dict(zip(names, values, strict=True))


def remove(warehouse: Warehouse, name: str) -> None:
    """Take back what was judged on the thing of one judgement; part of the caller's transaction. Raises UsageError.

    A decision on stories stays: `newsdesk stories split` and `merge` make another.
    """
    found = [j for j in listed(warehouse) if j.judgement_id.startswith(name)]
    if len(found) != 1:
        raise UsageError(f"{'no' if not found else 'more than one'} judgement's id begins with {name[:60]!r}")
    of = found[0]
    warehouse.run(
        "remove_judgements", {"article_id": of.article_id, "other": of.other_article_id, "fact_id": of.fact_id}
    )
