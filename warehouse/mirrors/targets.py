"""What a mirror has to be able to do, and what is remembered in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from warehouse.mirrors.relations import Relation

BOOK = "newsdesk_mirror"
"""The table in which a mirror keeps what it has: one row a relation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the desk is read for a mirror: the query that gives a relation's rows, the expressions that give the columns as the
    target takes them, by name, and the column by which the rows are ordered."""

    source: str
    columns: Mapping[str, str]
    order: str | None = None


def plainly(relation: Relation, types: Mapping[str, tuple[str, str]], other: tuple[str, str]) -> Reading:
    """The relation as it is, its columns by a table of types (the target's word for one, and an expression for its values)."""
    columns = {f.name: types.get(f.type, other)[1].format(column=f'"{f.name}"') for f in relation.fields}
    return Reading(source=relation.query, columns=columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a mirror remembers of a relation: which desk it came from, what that had forgotten, the columns with their types,
    the mark of what it was read from (`marks`; empty: not known) and how many rows it has."""

    desk: str
    forgotten: str
    shape: Mapping[str, str]
    mark: str = ""
    rows: int = 0

    def row(self, relation: str) -> tuple[str, str, str, str, int]:
        """The row in the book: relation, desk, forgotten, columns and mark as JSON, rows."""
        return (
            relation,
            self.desk,
            self.forgotten,
            json.dumps({"columns": dict(self.shape), "mark": self.mark}),
            self.rows,
        )

    @classmethod
    def read(cls, desk: str, forgotten: str, shape: str, rows: int) -> Held:
        """What `row` wrote, or an older newsdesk, which wrote columns only."""
        said = json.loads(shape)
        known = said if isinstance(said.get("columns"), dict) else {"columns": said, "mark": ""}
        return cls(desk=desk, forgotten=forgotten, shape=known["columns"], mark=known["mark"], rows=rows)


BOOK_COLUMNS = ("relation", "desk", "forgotten", "shape", "rows")


class Mirror(Protocol):
    """A mirror that is open for writing. What is written counts from the end of the block that opened it, or not at all."""

    def held(self) -> dict[str, Held]:
        """The relations that it has, by name."""

    def expect(self, planned: Mapping[str, Held]) -> None:
        """Note the relations that it is to have, without columns yet, if a run that is cut leaves some of its work."""

    def make(self, relation: Relation, held: Held | None) -> None:
        """Make room for a relation, or for its new columns."""

    def digests(self, relation: Relation) -> Any:  # noqa: ANN401 - pyarrow has no types
        """The digests of the rows that it has: a pyarrow.Table with one column, `row_digest`."""

    def reading(self, relation: Relation) -> Reading:
        """How the desk is read for it."""

    def write(self, relation: Relation, gone: Any, added: Rows) -> None:  # noqa: ANN401 - pyarrow has no types
        """Take out the rows whose digest is in `gone`, and add rows."""

    def rows(self, relation: Relation) -> int:
        """How many rows it has of a relation."""

    def remember(self, relation: Relation, held: Held) -> None:
        """Note what it has now."""

    def erase(self) -> None:
        """Overwrite what was taken out, as far as the target lets one: an article was forgotten."""


class Rows:
    """Rows to be added: as tuples or as Arrow, in the order of `names`."""

    def __init__(self, names: tuple[str, ...], tuples: Callable[[], Any], arrow: Callable[[], Any]) -> None:
        self.names = names
        self.tuples = tuples
        self.arrow = arrow


Opened = Callable[[], AbstractContextManager[Mirror]]
