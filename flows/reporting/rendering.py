"""Templates of pages, served or written to a file: everything is escaped, and signs that reorder or hide text are shown as their codes."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from flows.reporting import copy
from flows.reporting.counting import counted
from flows.reporting.figures import amount
from flows.reporting.markup import day, is_language, link, moment, shortened, shown


def environment(*packages: str, static: bool) -> Environment:
    """The templates of this package and of others. In `static` pages an article's name is no link."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in (*packages, "flows.reporting")]), autoescape=True,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False, finalize=shown,
    )  # fmt: skip
    made.filters |= {
        "day": day, "counted": lambda n, things: counted(n, things), "moment": moment, "marked": marked, "outlink": link,
        "is_language": is_language, "shortened": shortened, "amount": amount,
    }  # fmt: skip
    made.globals |= {"static": static, "legend_of": copy.LEGEND}
    return made


def marked(text: str | None, spans: Iterable[tuple[int, int]]) -> Markup:
    """A text with stretches of it marked."""
    said, parts, at = text or "", Markup(), 0
    for start, end in sorted(set(spans)):
        if at <= start < end <= len(said):
            parts += Markup("{}<mark>{}</mark>").format(shown(said[at:start]), shown(said[start:end]))
            at = end
    return parts + Markup("{}").format(shown(said[at:]))
