"""The same worker pool as `flows.run.sandbox`, on a Dask cluster: batches of documents go to whichever hosts have joined it.

    NEWSDESK_DASK=tls://host:8786 newsdesk ingest archive.jsonl.gz

    Cluster.run_now(function, arguments, seconds)  → its result | Crashed(reason)

One Dask task is a part of a batch (a hundred documents, a second of work), never one document: a task costs 30 ms. A worker
that is lost costs nothing: Dask gives its batch to another one, and a batch that takes worker after worker with it comes
back as Crashed, as from the sandbox. The scheduler and its workers are the person's own (`dask scheduler`, `dask worker`).
"""

from __future__ import annotations

import os
import pickle
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from hashlib import sha256
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar
from urllib.parse import urlsplit

from flows.run.sandbox import Crashed, Job, TooSlow
from parsers.errors import UsageError, WarehouseError
from parsers.known import PARSER_VERSION

if TYPE_CHECKING:
    from distributed import Client

R = TypeVar("R")

SETTING = "NEWSDESK_DASK"
"""The environment variable that names the scheduler."""

TRUSTED = "NEWSDESK_DASK_TRUSTED"
"""Set when the network to the scheduler is the person's own."""

LOOPBACK = ("localhost", "127.0.0.1", "::1")

JOIN_SECONDS = 30.0
"""Wall time within which the scheduler must answer and have a worker."""

ABSENCE_SECONDS = 300.0
"""Wall time that a run waits for a cluster that has lost all its workers."""

LOOK_SECONDS = 1.0
"""Wall time between two looks at a task that is not done."""

LARGE = 64 << 20
"""Bytes of a task above which Dask may warn: a batch of documents travels with its task, on purpose."""

THREADS = 256
"""Batches at once at most; a thread only waits, and starts when it is needed."""

_lock = threading.Lock()
_prepared: str | None = None


class CommunicationLost(Exception):
    """The scheduler does not answer any more."""


class Outdated(Exception):
    """A worker of the cluster has another version of the parsers than this desk."""


def _at_worker(version: str, digest: str, prepare: bytes, function: Callable[..., R], arguments: tuple[Any, ...]) -> R:
    """Runs on the cluster: prepare this worker process unless it is, then do the job.

    One job at a time, however many threads the worker has: what `prepare` sets belongs to the process.
    """
    global _prepared  # each worker process holds what one desk knows
    if version != PARSER_VERSION:
        raise Outdated(f"its parsers are of version {PARSER_VERSION}, the desk's of version {version}")
    with _lock:
        if _prepared != digest:
            job: Job = pickle.loads(prepare)
            job[0](*job[1])
            _prepared = digest
        return function(*arguments)


def _as_it_is(prepare: bytes) -> bytes:
    """Runs on the cluster: what it is given. As a task's result it goes to each worker once, and is rebuilt when lost."""
    return prepare


class Cluster:
    """Worker processes of a Dask cluster. Use as a context manager, in the place of a `Sandbox`.

    `prepare` is run in each worker before its first job. Raises UsageError when no scheduler answers at the address.
    """

    def __init__(self, address: str, prepare: Job) -> None:
        self._client = _connect(address)
        self._address = address
        pickled = pickle.dumps(prepare)
        self._digest = sha256(pickled).hexdigest()
        self._prepare = self._client.submit(_as_it_is, pickled, key=f"newsdesk-{self._digest}")
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="cluster")

    @property
    def processes(self) -> int:
        """How many worker processes have joined the cluster by now."""
        return len(self._client.nthreads())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._client.close()

    def submit(self, work: Callable[..., R], *arguments: Any) -> Future[R]:  # noqa: ANN401 - the arguments of `work`
        """Have `work` done in a thread of this process, which may call `run_now` as often as it likes."""
        return self._threads.submit(work, *arguments)

    def run_now(self, function: Callable[..., R], arguments: Sequence[Any], seconds: float | None = None) -> R:
        """The function's result from a worker, within `seconds` of its start there.

        Raises Crashed when it took too long or took its workers with it, UsageError when the workers are of another
        version, WarehouseError when the cluster has had no worker for too long, or its scheduler is gone.
        """
        from distributed import KilledWorker

        future = self._client.submit(
            _at_worker, PARSER_VERSION, self._digest, self._prepare, function, tuple(arguments), pure=False
        )
        try:
            self._wait(future, seconds)
            result: R = future.result()
        except (CommunicationLost, CancelledError) as error:
            raise WarehouseError(
                f"the scheduler at {self._address} is gone; what was filed is filed, the next run takes up the rest"
            ) from error
        except KilledWorker as error:
            raise Crashed("it took several workers of the cluster with it") from error
        except Outdated as error:
            raise UsageError(f"a worker of {self._address} cannot be used: {error}; update newsdesk there") from error
        return result

    def _wait(self, future: Any, seconds: float | None) -> None:  # noqa: ANN401 - Dask's Future, imported late
        """Wait until a task is done; end the worker that has had it for too long."""
        started = seen = time.monotonic()
        while not future.done():
            time.sleep(0.02 if time.monotonic() - started < LOOK_SECONDS else 0.1)
            if time.monotonic() - seen < LOOK_SECONDS:
                continue
            at, workers = self._where(future.key)
            now = time.monotonic()
            if workers:
                seen = now
                started = started if at else now  # it waits its turn, or was given to another worker
            elif now - seen > ABSENCE_SECONDS:
                raise WarehouseError(
                    f"the cluster at {self._address} has lost all its workers; what was filed is filed, the next run takes up the rest"
                )
            if at and seconds is not None and now - started > seconds:
                future.cancel(force=True)
                self._client.restart_workers(at, timeout=JOIN_SECONDS, raise_for_error=False)
                raise TooSlow(seconds)

    def _where(self, key: str) -> tuple[list[str], int]:
        """The workers that have a task in hand, and how many workers there are."""
        try:
            processing = self._client.processing()
        except OSError as error:
            raise CommunicationLost from error
        return [worker for worker, keys in processing.items() if key in keys], len(processing)


def check_border(address: str) -> None:
    """Raise UsageError for a cluster that strangers could pose as: results come as pickles, which run code.

    A scheduler on this machine, or one that TLS certificates prove, is the person's own.
    """
    where = urlsplit(address if "://" in address else f"tcp://{address}")
    if where.scheme in ("tls", "wss", "inproc") or where.hostname in LOOPBACK or os.environ.get(TRUSTED):
        return
    raise UsageError(
        f"{address} is neither on this machine nor encrypted, and whoever answers there can run code here; "
        f"use tls:// with certificates (docs/scale.md), or set {TRUSTED}=1 on a network that is yours alone"
    )


def _connect(address: str) -> Client:
    """A client of the scheduler, once it has a worker."""
    check_border(address)
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise UsageError(f'{SETTING} is set, and Dask is not installed: pip install "newsdesk[dask]"') from error
    dask.config.set({"distributed.admin.large-graph-warning-threshold": LARGE})
    try:
        client = Client(address, timeout=JOIN_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"no Dask scheduler answers at {address} ({SETTING}): {error}") from error
    try:
        client.wait_for_workers(1, timeout=JOIN_SECONDS)
    except TimeoutError as error:
        client.close()
        raise UsageError(
            f"the Dask scheduler at {address} has no worker: dask worker {address} --nthreads 1"
        ) from error
    return client
