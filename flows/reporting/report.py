"""The report: one HTML page that needs nothing else, made from an overview of the desk by the templates of the served pages."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime
from hashlib import sha256
from importlib.resources import files
from itertools import groupby

from markupsafe import Markup

from flows.reporting import copy, figures, stories
from flows.reporting.rendering import environment
from warehouse.asking.report_figures import Overview

POLICY = (
    "default-src 'none'; style-src {style}; script-src {script}; img-src data:; base-uri 'none'; form-action 'none'"
)
"""The page may load nothing, and run nothing but its own script: what is not in it does not exist.

https://www.w3.org/TR/CSP3/#grammardef-hash-source
"""

SHARES = "".join(f".h{n}{{height:{n}%}}.l{n}{{left:{n}%}}" for n in range(101))
"""Heights and positions in whole hundredths: the policy forbids styles on elements."""

SECTIONS = (
    ("stories", "Stories", "who had it first, and who reprinted it"),
    ("figures", "Figures", "by measure, with their words"),
    ("voices", "Voices", "who said what, in their words and in others’"),
    ("timeline", "Timeline", "facts by the date they are about"),
    ("copy", "Copy", "as it was printed, and as it reads now"),
)

FORMS = {"direct": "in their words", "indirect": "reported", "mixed": "partly in their words", "answer": "answer"}


def build(overview: Overview, name: str, at: datetime) -> str:
    """The page. `name` says whose desk it is; `at` is the time of the state it shows."""
    pages = environment(static=True)
    pages.filters |= {"amounts": figures.amounts, "chips": figures.chips}
    style, script = _asset("report.css") + SHARES, _asset("report.js")
    years = [(year, list(facts)) for year, facts in groupby(overview.timeline, key=lambda d: d.start[:4])]
    return pages.get_template("report.html").render(
        policy=Markup(POLICY.format(style=_hash(style), script=_hash(script))),
        style=Markup(style),
        script=Markup(script),
        title=name,
        date=f"{at:%A}, {at.day} {at:%B %Y, %H:%M} UTC",
        counted_things=[(label, n) for label, n in overview.counts if n or label != "in quarantine"],
        sections=[section for section in SECTIONS if _filled(overview)[section[0]]],
        overview=overview,
        periods=stories.periods(overview),
        cards=stories.cards(overview),
        lines=stories.lines(overview),
        more_stories=dict(overview.counts).get("stories", 0) - len(overview.stories),
        forms=FORMS,
        years=years,
        fullest=max(years, key=lambda each: len(each[1]), default=("", []))[0],
        copies=[(page, copy.shown_copy(page)) for page in overview.pages],
        outcomes=", ".join(f"{n:,} {outcome}" for outcome, n in overview.outcomes),
    )


def _filled(overview: Overview) -> dict[str, bool]:
    """Which parts have anything in them."""
    return {
        "stories": bool(overview.stories),
        "figures": bool(overview.figures or overview.disputes),
        "voices": bool(overview.quotes),
        "timeline": bool(overview.timeline),
        "copy": bool(overview.pages),
    }


def _hash(content: str) -> str:
    """The source expression that allows exactly this content."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return files("flows.reporting").joinpath(name).read_text("utf-8")
