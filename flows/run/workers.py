"""The pure middle, fanned out: batches of documents parsed in worker processes, never in this one.

A worker that dies or hangs (a hostile document, no memory) costs nothing but the document that killed it. With
NEWSDESK_DASK set the worker processes are those of a Dask cluster (`flows.run.dask`).
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self

from flows.run import machine
from flows.run.batch import Batch, Result
from flows.run.sandbox import PARSING, Crashed, Sandbox, TooSlow
from parsers.known import Desk
from parsers.model import Outcome, RawDocument, Rejection

if TYPE_CHECKING:
    from flows.run.dask import Cluster

log = logging.getLogger("newsdesk")
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of each damaged PDF; the reason is in the ledger

MEMORY = 3 << 29
"""Bytes of data that a worker may come to hold beyond what it starts with: a batch of pages needs a tenth of it."""

PART = 100
"""Documents a worker is given at once: few enough that no worker has nothing to do while another has a lot left."""

BATCH_SECONDS = 300.0
"""Wall time of such a part before its worker is given up."""

DOCUMENT_SECONDS = 60.0
"""Wall time of one document by itself."""


@dataclass(frozen=True, slots=True)
class Parsing:
    """A batch that is being parsed, part by part."""

    parts: tuple[Future[Batch], ...]

    def done(self) -> bool:
        """Whether nothing has to be waited for."""
        return all(part.done() for part in self.parts)

    def result(self) -> Batch:
        """The batch, when it is done."""
        return Batch.joined([part.result() for part in self.parts])


_desk = Desk()


def _prepare(desk: Desk) -> None:
    global _desk  # each worker process holds the desk's data once
    _desk = desk


def _work(documents: Sequence[RawDocument]) -> Batch:
    from flows.run.parsing import parse_batch  # the parsers are loaded by workers, not by who waits for them

    return parse_batch(documents, _desk)


class Workers:
    """Worker processes for the parsers, bounded in time and memory. Use as a context manager."""

    def __init__(self, desk: Desk, processes: int | None = None) -> None:
        self.desk = desk
        self.processes = processes or machine.workers()
        self._sandbox: Sandbox | Cluster | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._sandbox is not None:
            self._sandbox.__exit__(kind, error, trace)
            self._sandbox = None

    def in_flight(self, documents: int) -> int:
        """How many batches of so many documents to have out at once: one that is being filed, and of the others as many
        as give each worker a part and one that waits. More would only fill the memory."""
        processes = self._sandbox.processes if self._sandbox else self.processes
        return 1 + -(-2 * processes * PART // documents)

    def submit(self, documents: Sequence[RawDocument]) -> Parsing:
        """Parse in the worker processes, started when first needed."""
        if self._sandbox is None:
            self._sandbox = self._open()
        starts = range(0, len(documents), PART)
        return Parsing(tuple(self._sandbox.submit(_safely, self._sandbox, documents[n : n + PART]) for n in starts))

    def _open(self) -> Sandbox | Cluster:
        """Worker processes on this machine, or those of the cluster that the environment names."""
        prepare = (_prepare, (self.desk,))
        if address := os.environ.get("NEWSDESK_DASK"):
            from flows.run.dask import Cluster  # Dask is an extra, and slow to import

            return Cluster(address, prepare)
        if short := machine.shortage(self.processes):
            log.warning("%s", short)
        return Sandbox(processes=self.processes, memory=MEMORY, prepare=prepare, preload=PARSING)


def _safely(sandbox: Sandbox | Cluster, documents: Sequence[RawDocument]) -> Batch:
    """The batch; when its worker was lost, each document again by itself, but not one that was alone and too slow."""
    try:
        return sandbox.run_now(_work, (documents,), min(BATCH_SECONDS, DOCUMENT_SECONDS * len(documents)))
    except Crashed as error:
        if len(documents) == 1 and isinstance(error, TooSlow):
            return Batch((_lost(documents[0], error),), ())
        return Batch(tuple(_alone(sandbox, d) for d in documents), ())


def _alone(sandbox: Sandbox | Cluster, document: RawDocument) -> Result:
    try:
        return sandbox.run_now(_work, ([document],), DOCUMENT_SECONDS).results[0]
    except Crashed as error:
        return _lost(document, error)


def _lost(document: RawDocument, error: Crashed) -> Rejection:
    return Rejection(
        raw_document_id=document.raw_document_id,
        outcome=Outcome.FAILED,
        reason="parser_died",
        detail=f"the process that parsed it was lost: {error}",
        remedy="report this document; its bytes are kept",
    )
