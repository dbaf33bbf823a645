"""Files that hold what they held when they were filed: recognised by their bytes, without taking them apart again.

    splitter = recognising(Splitting(…), place, find(paths))

A worker that splits files starts with a second of work, which a run without anything new can do without.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.inbox.files import LARGE, Broken, Found, Reading, Splitter
from parsers.charset import whole
from parsers.formats.pieces import Member, Piece
from parsers.model import RawDocument
from warehouse.database.place import Place
from warehouse.database.store import consulting
from warehouse.filing import ledger


def recognising(splitter: Splitter, place: Place, files: Sequence[Found]) -> Splitter:
    """The splitter, asked only about those of the files whose bytes are not an article already."""
    if not files or not place.published.exists():  # an interrupted first run has published nothing
        return splitter
    uris = [whole(str(found.path)) for found in files]
    with consulting(place) as warehouse:
        known = ledger.single_documents(warehouse, uris)
    return _Recognising(splitter, known) if known else splitter


class _Recognising:
    def __init__(self, splitter: Splitter, known: dict[tuple[str, str], RawDocument]) -> None:
        self._splitter = splitter
        self._known = known

    def __call__(self, source: Path | bytes, name: str) -> Iterator[Piece | Broken | Reading]:
        payload = source if isinstance(source, bytes) else _small(source)
        was = self._known.get((name, hashlib.sha256(payload).hexdigest()))
        if was is None:
            yield from self._splitter(source, name)
            return
        yield Member(
            payload=payload, name=name, media_type=was.media_type, charset=was.charset, statements=was.statements,
            source_kind=was.source_kind,
        )  # fmt: skip


def _small(path: Path) -> bytes:
    """The bytes of a file; none of a large one, which is read by a worker only."""
    return path.read_bytes() if path.stat().st_size < LARGE else b""
