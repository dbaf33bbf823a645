"""What mirrors in tables have in common: how a table is made, gets new columns, and gains and loses rows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from parsers.errors import UsageError

if TYPE_CHECKING:
    from warehouse.mirrors.relations import Relation
    from warehouse.mirrors.targets import Held, Rows


class TableMirror(ABC):
    """A mirror whose relations are tables, in one transaction. `fresh` are those whose indexes and comments are still to be made."""

    def __init__(self) -> None:
        self.fresh: set[str] = set()

    def expect(self, planned: Mapping[str, Held]) -> None:  # noqa: B027 - right for all that work in a transaction
        """Nothing to note: a run that is cut leaves nothing."""

    def make(self, relation: Relation, held: Held | None) -> None:
        """Make the table, or its new columns. A table whose columns changed otherwise is made anew."""
        if held and all(relation.shape.get(name) == kind for name, kind in held.shape.items()):
            for name in relation.shape.keys() - held.shape.keys():
                self.execute(f"alter table {self.table(relation)} add column {self.declared(name, relation.shape[name])}")  # fmt: skip
                self.fresh.add(relation.name)
            return
        if held:
            self.execute(f"drop table {self.table(relation)}")
        elif self.has(relation):
            raise UsageError(self.strange(relation))
        columns = [self.declared(name, kind) for name, kind in relation.shape.items()]
        self.execute(f"create table {self.table(relation)} ({', '.join([*columns, *self.beside(relation)])})")
        self.fresh.add(relation.name)

    def write(self, relation: Relation, gone: Any, added: Rows) -> None:  # noqa: ANN401 - pyarrow has no types
        """Delete, then add."""
        if len(gone):
            self.take_out(relation, gone)
        self.add(relation, added)

    @abstractmethod
    def execute(self, statement: str) -> object:
        """Execute a statement."""

    @abstractmethod
    def table(self, relation: Relation) -> str:
        """The table's name in SQL."""

    @abstractmethod
    def declared(self, name: str, kind: str) -> str:
        """A column and its type there, by DuckDB's type."""

    @abstractmethod
    def beside(self, relation: Relation) -> tuple[str, ...]:
        """What a table has beside the desk's columns: the digest, keys."""

    @abstractmethod
    def has(self, relation: Relation) -> bool:
        """Whether there is a table of this name."""

    @abstractmethod
    def strange(self, relation: Relation) -> str:
        """What to say when newsdesk did not make it."""

    @abstractmethod
    def take_out(self, relation: Relation, gone: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        """Delete the rows whose digest is in `gone`."""

    @abstractmethod
    def add(self, relation: Relation, added: Rows) -> None:
        """Add rows."""
