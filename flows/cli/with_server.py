"""A flow that a Prefect server sees, and that does not wait for that server longer than it must.

Prefect's engine speaks to its server before and after a flow's function, and a server may be late with each answer or
send it byte by byte. So the engine has a thread of its own. The function itself runs in the thread that called, where
Ctrl-C reaches it, once the engine has come so far; an engine that has not within BEGIN_SECONDS is left behind, and the
function runs without Prefect. What was filed is filed, so an engine that does not come to its end costs one line, too.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextvars import Context, copy_context
from typing import TYPE_CHECKING, Any, TypeVar

from flows.deadlines import beside

if TYPE_CHECKING:
    from prefect import Flow

R = TypeVar("R")

BEGIN_SECONDS = 20.0
"""How long the engine may take until the flow's function begins: 2 s with a server at rest, more on a busy machine."""

END_SECONDS = 10.0
"""How long it may take to tell the server how the function ended."""

Say = Callable[[str], None]

Ready = tuple[Context, Callable[[], Any]]
"""The engine's context variables, and the flow's function with its parameters."""


def run(flow: Flow[..., R], say: Say, plain: Callable[..., R], parameters: dict[str, Any]) -> R:
    """What the flow returns or raises. `plain` does the same without Prefect, for a server that is late or fails."""
    begun: Future[Ready] = Future()
    outcome: Future[Any] = Future()
    seen = copy.copy(flow)
    seen.fn = _handing_over(flow.fn, begun, outcome)
    seen.should_validate_parameters = False  # they are ours, and the function without Prefect takes them as they are
    engine = beside(functools.partial(seen, **parameters), "Prefect's engine")
    either: tuple[Future[Any], ...] = (begun, engine)
    wait(either, BEGIN_SECONDS, FIRST_COMPLETED)
    if begun.cancel():
        say(f"{_why(engine)}; going on without Prefect: its pages show this run later")
        return plain(**parameters)
    context, doing = begun.result()
    returned: R = _here(context, doing, outcome)
    wait((engine,), END_SECONDS)
    outcome.result()  # raises what the function has raised
    if not engine.done() or engine.exception():
        say("the Prefect server did not take the end of this run; the database has all of it")
    return returned


def _handing_over(fn: Callable[..., R], begun: Future[Ready], outcome: Future[Any]) -> Callable[..., R]:
    """A function for the engine's thread: it has `fn` called by the thread that waits for `begun`."""

    @functools.wraps(fn)
    def handing_over(*args: Any, **kwargs: Any) -> R:  # noqa: ANN401 - parameters of the flow
        if not begun.set_running_or_notify_cancel():
            raise TimeoutError("this run was done without Prefect: its server was late")
        begun.set_result((copy_context(), functools.partial(fn, *args, **kwargs)))
        value: R = outcome.result()
        return value

    return handing_over


def _here(context: Context, doing: Callable[[], Any], outcome: Future[Any]) -> Any:  # noqa: ANN401 - of any flow
    """Call the flow's function in this thread, pass on to the engine what it returns or raises, and return the former."""
    try:
        value = context.run(_untagged, doing)
    except BaseException as error:  # noqa: BLE001 - the engine tells its server, and the caller raises it
        outcome.set_exception(error)
        return None
    unpacked = _unpacked(value)  # before the engine has it: it puts a record of its own into the state
    outcome.set_result(value)
    return unpacked


def _untagged(doing: Callable[[], R]) -> R:
    """Call it so that the tags of the flow run are not those of its tasks: for each of those the server is asked twice
    whether a limit of concurrency is set for the tag.
    """
    from prefect.context import TagsContext

    with TagsContext(current_tags=set()):
        return doing()


def _why(engine: Future[Any]) -> str:
    """Why the function has not begun, in one line."""
    error = engine.exception() if engine.done() else None
    if error is None:
        return f"the Prefect server has not taken this run within {BEGIN_SECONDS:g} s"
    return f"the Prefect server did not take this run ({' '.join(str(error).split())[:160] or type(error).__name__})"


def _unpacked(value: Any) -> Any:  # noqa: ANN401 - what a flow's function returns, which may be a state that holds it
    from prefect.client.schemas.objects import State

    return value.data if isinstance(value, State) else value
