"""Logs without secrets and without commands to a terminal, whoever writes them: our modules, Prefect, libraries.

Python makes each log entry with one factory; ours gives entries whose text is cleaned when it is asked for. What other
processes of the desk print goes through `clean`, too (`flows.service.supervisor`).
"""

from __future__ import annotations

import base64
import logging
import os
import re
import traceback
from typing import Any

from flows.escaping import LINES, visible
from parsers.errors import NewsdeskError

HIDDEN = "***"

SECRET_SETTINGS = ("PREFECT_SERVER_API_AUTH_STRING", "PREFECT_API_AUTH_STRING", "PREFECT_API_KEY")
"""Environment variables whose values never appear in a log, whatever stands around them."""

TRACEBACK = "NEWSDESK_TRACEBACK"
"""The environment variable that asks for the places where errors were raised."""

SHORTEST = 8
"""Characters of a value that is looked for by itself; shorter ones would be found in other words."""

_PATTERNS = (
    # user and password, or a token, in an address: RFC 3986, 3.2.1
    (re.compile(r"(?<=://)[^\s/@\"'<>]{1,300}@"), f"{HIDDEN}@"),
    # headers: RFC 9110, 11.6; RFC 6265
    (
        re.compile(r"(?i)\b((?:proxy-)?authorization|(?:set-)?cookie|x-api-key)((?:b?[\"'])?[ ]{0,3}[:=,][ ]{0,3}(?:b?[\"'])?)(?:(?:basic|bearer|digest|token) )?[^\s\"',;]{1,4096}"),
        rf"\1\2{HIDDEN}",
    ),
    (re.compile(r"\b([Bb]earer|[Bb]asic) (?=[^\s\"']{0,200}[0-9=._])[A-Za-z0-9+/=._~-]{8,4096}"), rf"\1 {HIDDEN}"),
    # settings, queries and connection strings: password=…, "api_key": "…"
    (
        re.compile(r"(?i)(password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|auth[_-]?string)((?:b?[\"'])?[ ]{0,3}[=:][ ]{0,3}(?:b?[\"'])?)[^\s\"'&;,]{1,4096}"),
        rf"\1\2{HIDDEN}",
    ),
)  # fmt: skip


def redacted(text: str) -> str:
    """The text without passwords, tokens and keys that can be told by where they stand, and without those of this desk."""
    for secret in _known():
        text = text.replace(secret, HIDDEN)
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text


def hide(secret: str) -> None:
    """Never let a value appear in a log or a stored reason of this process; one of less than 8 characters is not looked for."""
    _HIDDEN_VALUES.add(secret)


_HIDDEN_VALUES: set[str] = set()


def _known() -> list[str]:
    """Secrets of this process: as they are, the password alone, and as HTTP sends them."""
    found = [value for value in _HIDDEN_VALUES if len(value) >= SHORTEST]
    for name in SECRET_SETTINGS:
        value = os.environ.get(name, "")
        parts = (base64.b64encode(value.encode()).decode(), value, value.partition(":")[2])
        found += [part for part in parts if len(part) >= SHORTEST]
    return found


def clean(text: str) -> str:
    """A piece of a log: no secrets, nothing that a terminal would obey."""
    return visible(redacted(text))


def wants_traceback() -> bool:
    """Whether the person wants to see where an error was raised."""
    return bool(os.environ.get(TRACEBACK))


class SafeRecord(logging.LogRecord):
    """A log entry whose text is clean; a line break in an argument is shown and begins no line that looks like another entry.

    An error of ours says in one sentence what happened and what to do: where it was raised is added only where it is wanted.
    """

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - whatever logging gives
        super().__init__(*given, **named)
        if isinstance(self.args, tuple):
            self.args = tuple(visible(a, keep="\t") if isinstance(a, str) else a for a in self.args)
        if self.exc_info and isinstance(self.exc_info[1], NewsdeskError) and not wants_traceback():
            self.exc_info = None
        if self.exc_info and self.exc_info[0] is not None:
            self.exc_text = clean("".join(traceback.format_exception(*self.exc_info))).rstrip(LINES)

    def getMessage(self) -> str:
        """The text with its arguments."""
        return clean(super().getMessage())


def install() -> None:
    """Have all log entries of this process made so."""
    logging.setLogRecordFactory(SafeRecord)
