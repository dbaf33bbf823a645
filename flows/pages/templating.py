"""Pages from templates: everything is escaped, and signs that reorder or hide text are shown as their codes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from importlib.resources import files
from urllib.parse import urlencode

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from flows.escaping import visible
from flows.reporting import copy
from flows.reporting.counting import counted
from flows.reporting.figures import BOUNDS
from flows.reporting.markup import KEPT, day, is_language, link, moment, plain, tag
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
        self._pages = Environment(
            loader=PackageLoader("flows.pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
            auto_reload=False, finalize=_shown,
        )  # fmt: skip
        self._pages.filters |= {
            "day": day, "counted": lambda n, things: counted(n, things), "moment": moment, "marked": marked,
            "outlink": lambda label, url: Markup(link(label, url)), "address": address, "is_language": is_language,
        }  # fmt: skip
        self._pages.globals |= {
            "version": version, "fingerprint": fingerprint, "evidence": EVIDENCE, "bounds": BOUNDS, "kinds": copy.KINDS,
            "legend": lambda: Markup(copy.legend()),
        }  # fmt: skip

    def page(self, name: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """A page as an answer."""
        return HTMLResponse(self._pages.get_template(name).render(values), status)


def _shown(value: object) -> object:
    """What a template prints: text made visible, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value, keep=KEPT)
    return value


def marked(text: str | None, spans: Iterable[tuple[int, int]]) -> Markup:
    """A text with stretches of it marked."""
    said, parts, at = text or "", [], 0
    for start, end in sorted(set(spans)):
        if at <= start < end <= len(said):
            parts += [plain(said[at:start]), tag("mark", plain(said[start:end]))]
            at = end
    return Markup("".join([*parts, plain(said[at:])]))


def address(path: str, **query: object) -> str:
    """The address of a page with the values of its query that are set."""
    said = urlencode({key: _said(value) for key, value in query.items() if value not in (None, "", False)})
    return f"{path}?{said}" if said else path


def _said(value: object) -> str:
    return "true" if value is True else value.isoformat() if isinstance(value, datetime) else str(value)
