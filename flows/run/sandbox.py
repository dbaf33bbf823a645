"""Functions on hostile bytes, run in worker processes that are bounded in time and memory and may die without harm.

    Sandbox.run(function, *arguments)  → its result | Crashed(reason)

A worker that overruns its time is killed, one that runs out of memory dies by itself; either is replaced, and only the
job that it had is lost. (`concurrent.futures` would lose every job of the pool.)
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess, SpawnProcess
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any, NamedTuple, ParamSpec, Self, TypeVar

from flows import child_processes
from flows.exit_codes import ExitCode
from flows.run import machine
from flows.run.garbage import hold_still

P = ParamSpec("P")
R = TypeVar("R")

MEMORY = 1 << 30
"""Bytes of data that a worker may hold (RLIMIT_DATA; on systems that do not count mappings, the time limit remains)."""

MOST = 4
"""Worker processes, at most, if nobody says how many."""

SECONDS = 20.0
"""Time of one job: by the clock, or as the worker's own time on the processors where other programs keep it from them."""

PATIENCE = 5
"""A worker that is kept from the processors is waited for so many times as long, at most."""

UNCOUNTED = 1.0
"""Seconds in which most jobs are done; the worker's own time is read only after them."""

JOBS_EACH = 2_000
"""Jobs after which a worker is replaced, so that what parsers leak does not add up."""

PRELOAD = ("parsers.feeds.reading",)
"""Modules that workers have from birth. There is one fork server a process: who starts the first worker decides."""

PARSING = ("flows.run.warm",)
"""What workers that parse documents have from birth."""

LEAST = 0.05
"""Seconds that are not worth another look."""

Job = tuple[Callable[..., Any], tuple[Any, ...]]


class _Item(NamedTuple):
    """One item of a generator, on its way to the caller."""

    value: Any


class Crashed(Exception):
    """The worker was lost with this job: too slow, too large, or a fault of a library in C."""


class TooSlow(Crashed):
    """The job was not done within its time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"not done within {seconds:g} s")


@dataclass(slots=True)
class _Worker:
    process: ForkServerProcess | SpawnProcess
    pipe: Connection
    jobs: int = 0


def limit_memory(size: int) -> None:
    """Bound the memory of this process from now on, over what it holds already."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = size + _held()
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    with suppress(ValueError, OSError):  # some systems do not let it be set; the time limit still holds
        resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))


def _held() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _serve(pipe: Connection, memory: int, prepare: Job | None) -> None:
    """A worker's life: jobs in, results or exceptions out, until the pipe closes. Ctrl-C is for who gives the jobs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if prepare:
        prepare[0](*prepare[1])
    hold_still()
    limit_memory(memory)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # who gives the jobs is gone
        while True:
            _reply(pipe, *pipe.recv())


def _reply(pipe: Connection, function: Callable[..., object], arguments: tuple[object, ...]) -> None:
    """Do a job and send back its result, each item of an iterator by itself, or its exception."""
    answer: tuple[bool, object]
    try:
        answer = (True, function(*arguments))
        if isinstance(answer[1], Iterator):
            for item in answer[1]:
                pipe.send((True, _Item(item)))
            answer = (True, None)
    except MemoryError:
        os._exit(ExitCode.NO_MEMORY)  # nothing can be trusted after this, not even the reply
    except Exception as error:  # noqa: BLE001 - carried over to the caller
        answer = (False, error)
    pipe.send(answer)


def _context(preload: Sequence[str]) -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context


def is_prepared() -> bool:
    """Whether the fork server of this process runs, so that a worker costs no start of Python."""
    return getattr(forkserver._forkserver, "_forkserver_pid", None) is not None


def prepared(preload: Sequence[str]) -> None:
    """Have the fork server of this process start and load modules now; it goes on by itself."""
    _context(preload)
    forkserver.ensure_running()


def rest() -> None:
    """End the fork server of this process and all it has loaded; the next worker, or `prepared`, starts it again.

    Only when no sandbox is open. Python has no public function for it; without that one the fork server stays.
    """
    server = forkserver._forkserver
    stop, pid = getattr(server, "_stop", None), getattr(server, "_forkserver_pid", None)
    if stop and pid:
        os.kill(pid, signal.SIGKILL)  # asked to end, it would go on as long as any worker lives, and we would wait
        stop()


class Sandbox:
    """A few worker processes, started when first needed. Use as a context manager.

    `prepare` is run in each worker at its start; `preload` are modules to import once for all of them. Without any, a
    worker starts with nothing and imports what its job needs: sooner than a fork server that has to load a lot first.
    """

    def __init__(
        self, *, processes: int | None = None, seconds: float = SECONDS, memory: int = MEMORY, prepare: Job | None = None,
        preload: Sequence[str] | None = PRELOAD,
    ) -> None:  # fmt: skip
        self.processes = processes or min(MOST, machine.cores())
        self._seconds = seconds
        self._memory = memory
        self._prepare = prepare
        child_processes.protect()
        self._context = multiprocessing.get_context("spawn") if preload is None else _context(preload)
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._threads = ThreadPoolExecutor(self.processes, thread_name_prefix="sandbox")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)
        while not self._idle.empty():
            _end(self._idle.get())

    async def run(self, function: Callable[P, R], *arguments: P.args, **none: P.kwargs) -> R:
        """The function's result from a worker. Raises Crashed, or what the function raised."""
        del none  # for the type checker; jobs take positional arguments
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.run_now, function, arguments)

    def submit(self, work: Callable[..., R], *arguments: Any) -> Future[R]:  # noqa: ANN401 - the arguments of `work`
        """Have `work` done in a thread of this process, which may call `run_now` as often as it likes."""
        return self._threads.submit(work, *arguments)

    def run_now(self, function: Callable[..., R], arguments: Sequence[Any], seconds: float | None = None) -> R:
        """The same, waiting for it; `seconds` for this job's own limit."""
        worker = self._given((function, tuple(arguments)))
        good, answer = _answer(worker, seconds or self._seconds)
        self._keep(worker)
        if not good:
            raise answer
        result: R = answer
        return result

    def stream(self, function: Callable[..., Iterator[R]], arguments: Sequence[Any]) -> Iterator[R]:
        """The items of a generator that runs in a worker, each within the time limit.

        Raises Crashed, or what the function raised. A worker whose items nobody wants any more is ended.
        """
        worker = self._given((function, tuple(arguments)))
        done = False
        try:
            while not done:
                good, answer = _answer(worker, self._seconds)
                if good and isinstance(answer, _Item):
                    yield answer.value
                else:
                    done = True
                    self._keep(worker)
        finally:
            if not done:
                _end(worker)
        if not good:
            raise answer

    def _keep(self, worker: _Worker) -> None:
        """Put a worker that has done its job back, or end it when it has done many."""
        worker.jobs += 1
        if worker.jobs >= JOBS_EACH:
            _end(worker)
        else:
            self._idle.put(worker)

    def _given(self, job: Job) -> _Worker:
        """A worker that has taken the job; one that died while it was idle is passed over."""
        while not self._idle.empty():
            worker = self._take()
            try:
                worker.pipe.send(job)
            except (BrokenPipeError, ConnectionResetError):
                _end(worker)
                continue
            return worker
        worker = self._take()
        worker.pipe.send(job)
        return worker

    def _take(self) -> _Worker:
        if not self._idle.empty():
            return self._idle.get()
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._memory, self._prepare), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _answer(worker: _Worker, limit: float) -> tuple[bool, Any]:
    """What a worker sends next: whether it is good, and the result or exception. Raises Crashed, the worker ended."""
    try:
        if not _in_time(worker, limit):
            _end(worker)
            raise TooSlow(limit)
        answer: tuple[bool, Any] = worker.pipe.recv()
    except (EOFError, BrokenPipeError, ConnectionResetError) as error:
        _end(worker)
        code = worker.process.exitcode
        raise Crashed(
            "it needed too much memory" if code == ExitCode.NO_MEMORY else f"its process died ({code})"
        ) from error
    return answer


def _in_time(worker: _Worker, limit: float) -> bool:
    """Whether a worker answers within so many seconds. What became of a document must not depend on what else the machine
    does: a worker that waits for a processor gets the time that it missed.
    """
    first = min(limit, UNCOUNTED)
    if worker.pipe.poll(first):
        return True
    before, last = _spent(worker), time.monotonic() + limit * PATIENCE - first
    left = limit - first
    while not worker.pipe.poll(left):
        missed = limit - first - (_spent(worker) - before)
        left = min(missed, last - time.monotonic())
        if left <= LEAST or not _waits_for_processor(worker):
            return False
    return True


def _spent(worker: _Worker) -> float:
    """Seconds that a worker has had on the processors; 0 when the system does not say."""
    try:
        fields = _stat(worker)
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _waits_for_processor(worker: _Worker) -> bool:
    """Whether a worker runs, or would run if it had a processor or its memory: it does not sleep."""
    try:
        return _stat(worker)[0] in ("R", "D")
    except OSError:
        return False


def _stat(worker: _Worker) -> list[str]:
    """The fields of `/proc/PID/stat` from the state on (proc_pid_stat(5)). Raises OSError where there is none."""
    return Path(f"/proc/{worker.process.pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.kill()
    worker.process.join(5)
