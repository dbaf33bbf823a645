"""What Prefect's engine prints of errors: nothing where we say them ourselves, in one line. Its server is told all the same."""

from __future__ import annotations

import logging

from flows.log_safety import wants_traceback

ENGINE = ("prefect.flow_runs", "prefect.task_runs", "prefect.engine", "prefect.flow_engine", "prefect.task_engine")
"""Loggers of Prefect that print an error of a run: once for its task, once for its state, once for its flow."""


HINTS = ("prefect.events", "prefect._internal.concurrency")
"""Loggers that tell, several times a run, that a server does not take events; an event is a hint, and may be lost."""


class OneLine(logging.Filter):
    """Passes over records of Prefect's engine about errors, and over those about events."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is printed."""
        error = record.exc_info or record.levelno >= logging.ERROR
        return not record.name.startswith(HINTS) and not (error and record.name.startswith(ENGINE))


def quiet() -> None:
    """Have the console of this process pass over them, unless tracebacks are wanted."""
    if wants_traceback():
        return
    from prefect.logging.configuration import setup_logging

    setup_logging()  # a second time it keeps the handlers
    for handler in logging.getLogger().handlers:
        handler.addFilter(OneLine())
