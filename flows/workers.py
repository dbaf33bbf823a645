"""The pure middle, fanned out: batches of documents parsed in worker processes, or in this one when there are few.

A worker that dies (a hostile document, no memory) costs nothing but the document that killed it.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from parsers.model import Desk, Outcome, Parsed, RawDocument, Rejection
from parsers.pipeline import parse

Result = Parsed | Rejection


@dataclass(frozen=True, slots=True)
class Batch:
    """Results in the order of the documents, and seconds of CPU by stage."""

    results: tuple[Result, ...]
    seconds: tuple[tuple[str, float], ...]


def parse_batch(documents: Sequence[RawDocument], desk: Desk) -> Batch:
    """Parse documents one after another, timing the stages."""
    watch = _Watch()
    results = []
    for document in documents:
        watch.start()
        results.append(parse(document, desk, watch.lap))
    return Batch(tuple(results), tuple(watch.seconds.items()))


class _Watch:
    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._at = 0.0

    def start(self) -> None:
        self._at = time.process_time()

    def lap(self, stage: str) -> None:
        at = time.process_time()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + at - self._at
        self._at = at


_desk = Desk()


def _prepare(desk: Desk) -> None:
    global _desk  # each worker process holds the desk's data once
    _desk = desk


def _work(documents: Sequence[RawDocument]) -> Batch:
    return parse_batch(documents, _desk)


class Workers:
    """Worker processes for the parsers. Use as a context manager; `submit` starts them when first needed."""

    def __init__(self, desk: Desk, processes: int | None = None) -> None:
        self.desk = desk
        self.processes = processes or max(1, min(8, os.cpu_count() or 1))
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def here(self, documents: Sequence[RawDocument]) -> Future[Batch]:
        """Parse in this process, now: quicker for a handful of documents."""
        future: Future[Batch] = Future()
        future.set_result(parse_batch(documents, self.desk))
        return future

    def submit(self, documents: Sequence[RawDocument]) -> Future[Batch]:
        """Parse in a worker process."""
        if self._pool is None:
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(["parsers.pipeline"])
            self._pool = ProcessPoolExecutor(
                self.processes, mp_context=context, initializer=_prepare, initargs=(self.desk,)
            )
        return self._pool.submit(_work, documents)

    def collect(self, future: Future[Batch], documents: Sequence[RawDocument]) -> Batch:
        """The batch of a future; when its worker died, each document again by itself."""
        try:
            return future.result()
        except BrokenProcessPool:
            self._stop()
            return Batch(tuple(self._alone(d) for d in documents), ())

    def _alone(self, document: RawDocument) -> Result:
        try:
            return self.submit([document]).result().results[0]
        except BrokenProcessPool:
            self._stop()
            return Rejection(
                raw_document_id=document.raw_document_id,
                outcome=Outcome.FAILED,
                reason="parser_died",
                detail="the process that parsed it was killed (out of memory?)",
                remedy="report this document; its bytes are kept",
            )

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
