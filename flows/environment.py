"""Numbers that the environment may set."""

from __future__ import annotations

import os

from parsers.errors import UsageError


def number(name: str, most: int) -> int | None:
    """The whole number from 1 to `most` that an environment variable holds; None where it is not set, or empty.

    Raises UsageError for anything else.
    """
    said = os.environ.get(name, "").strip()
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and 1 <= int(said) <= most):
        raise UsageError(f"{name} is {said!r}; it must be a number from 1 to {most:,}, or empty")
    return int(said)
