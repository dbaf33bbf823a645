"""Cursors: where a list goes on, as a short word that a client hands back as it got it."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping

from parsers.errors import UsageError

LONGEST = 300
_LARGEST = 2**63 - 1

Key = tuple[int, str]


def encoded(key: Key | None, asked: Mapping[str, object]) -> str | None:
    """The cursor of a key, for this question only; None where the list ends."""
    if key is None:
        return None
    said = json.dumps([key[0], key[1], _mark(asked)], separators=(",", ":"))
    return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")


def decoded(cursor: str | None, asked: Mapping[str, object]) -> Key | None:
    """The key in a cursor. Raises UsageError when it is no cursor, or one of another question."""
    if cursor is None:
        return None
    try:
        number, name, mark = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)))
    except (ValueError, TypeError, RecursionError):
        raise UsageError("this is no cursor; take the one that the page before gave as `next`") from None
    if not (type(number) is int and abs(number) <= _LARGEST and isinstance(name, str)) or mark != _mark(asked):
        raise UsageError("this cursor belongs to another question; ask without it first")
    return number, name


def _mark(asked: Mapping[str, object]) -> str:
    said = json.dumps({k: str(v) for k, v in asked.items() if v is not None}, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:12]
