"""The served pages, from templates that share their parts with the report (`flows.reporting`)."""

from __future__ import annotations

import hashlib
from datetime import datetime
from functools import cache
from importlib.resources import files
from urllib.parse import urlencode

from fastapi.responses import HTMLResponse

from flows.reporting import copy
from flows.reporting.rendering import environment
from flows.reporting.stories import EVIDENCE

STATIC = {"pages.css": "text/css; charset=utf-8", "pages.js": "text/javascript; charset=utf-8"}


@cache
def static(name: str) -> bytes:
    """A file that pages load; the style of the report is part of theirs. Raises KeyError for others."""
    if name not in STATIC:
        raise KeyError(name)
    own = files("flows.pages").joinpath("static", name).read_bytes()
    base = files("flows.reporting").joinpath("report.css").read_bytes() if name.endswith(".css") else b""
    shares = "".join(f".l{n}{{left:{n}%}}" for n in range(101)).encode() if name.endswith(".css") else b""
    return base + shares + own


@cache
def fingerprint(name: str) -> str:
    """What changes with a file, so that browsers may keep it for long."""
    return hashlib.sha256(static(name)).hexdigest()[:12]


class Templates:
    """The pages of a desk."""

    def __init__(self, version: str) -> None:
        self._pages = environment("flows.pages", static=False)
        self._pages.filters["address"] = address
        self._pages.globals |= {
            "version": version,
            "fingerprint": fingerprint,
            "evidence": EVIDENCE,
            "kinds": copy.KINDS,
        }

    def page(self, name: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """A page as an answer."""
        return HTMLResponse(self._pages.get_template(name).render(values), status)


def address(path: str, **query: object) -> str:
    """The address of a page with the values of its query that are set."""
    said = urlencode({key: _said(value) for key, value in query.items() if value not in (None, "", False)})
    return f"{path}?{said}" if said else path


def _said(value: object) -> str:
    return "true" if value is True else value.isoformat() if isinstance(value, datetime) else str(value)
