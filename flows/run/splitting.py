"""Files split into their documents in a worker process, bounded in time and memory.

    with Splitting() as splitter: arrivals(paths, numbers, splitter)

A file on which the worker is lost twice is one failed arrival; what came out of it before that is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from flows.inbox.files import Broken, Reading, in_process, most_documents
from flows.run.sandbox import PARSING, Crashed, Sandbox, is_prepared
from flows.run.workers import MEMORY
from parsers.formats.pieces import Piece
from parsers.model import UserNames

SECONDS = 60.0
"""Wall time of one portion of pieces."""

PORTION, PORTION_BYTES = 100, 1 << 20
"""Pieces, and bytes of their documents, that are handed over at once."""

TRIES = 2


class Splitting:
    """A worker that splits files; started when first needed. Use as a context manager.

    `names` are the user's own names of fields in records. Raises UsageError when NEWSDESK_FILE_DOCUMENTS is no number.
    """

    def __init__(self, names: UserNames = ()) -> None:
        self._names = names
        self._documents = most_documents()
        preload = PARSING if is_prepared() else None
        self._sandbox = Sandbox(processes=1, seconds=SECONDS, memory=MEMORY, preload=preload)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sandbox.__exit__(kind, error, trace)

    def __call__(self, source: Path | bytes, name: str) -> Iterator[Piece | Broken | Reading]:
        """What `in_process` gives. Raises OSError when the file cannot be read."""
        given = 0
        for _ in range(TRIES):
            seen = 0
            try:
                for portion in self._sandbox.stream(portions, (source, name, self._names, self._documents)):
                    for piece in portion:
                        seen += 1
                        if seen > given:
                            given = seen
                            yield piece
            except Crashed as error:
                why = error
            else:
                return
        yield Broken(name=name, why=str(why))


def portions(
    source: Path | bytes, name: str, names: UserNames = (), documents: int | None = None
) -> Iterator[list[Piece | Reading]]:
    """The pieces of a file, some at a time."""
    portion: list[Piece | Reading] = []
    size = 0
    for piece in in_process(source, name, names, documents):
        portion.append(piece)
        size += len(getattr(piece, "payload", None) or b"")
        if len(portion) >= PORTION or size >= PORTION_BYTES:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion
