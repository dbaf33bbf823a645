"""The report: one HTML page that needs nothing else, made from an overview of the desk."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime
from hashlib import sha256
from importlib.resources import files

from flows.reporting import copy, figures, stories, timeline, voices
from flows.reporting.counting import counted
from flows.reporting.markup import plain, section, tag
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
    ("stories", "Stories", "who had it first, and who reprinted it", stories.render),
    ("figures", "Figures", "by measure, with their words", figures.render),
    ("voices", "Voices", "who said what, in their words and in others’", voices.render),
    ("timeline", "Timeline", "facts by the date they are about", timeline.render),
    ("copy", "Copy", "as it was printed, and as it reads now", copy.render),
)


def build(overview: Overview, name: str, at: datetime) -> str:
    """The page. `name` says whose desk it is; `at` is the time of the state it shows."""
    rendered = [(key, title, note, render(overview)) for key, title, note, render in SECTIONS]
    filled = [(key, title, note, body) for key, title, note, body in rendered if body]
    style, script = _asset("report.css") + SHARES, _asset("report.js")
    policy = POLICY.format(style=_hash(style), script=_hash(script))
    links = "".join(tag("a", plain(title), href=f"#{key}") for key, title, _, _ in filled)
    return "".join(
        (
            "<!doctype html>\n<html lang=en><head><meta charset=utf-8>",
            f'<meta http-equiv=Content-Security-Policy content="{policy}">',
            '<meta name=viewport content="width=device-width, initial-scale=1"><meta name=color-scheme content="light dark">',
            tag("title", plain(f"{name} — newsdesk")),
            tag("style", style),
            "</head><body>",
            tag("header", _masthead(overview, name, at), class_="masthead"),
            tag(
                "nav",
                links + '<input id=find type=search placeholder="Find on this page" aria-label="Find on this page">',
            ),
            tag("main", "".join(section(key, title, note, body) for key, title, note, body in filled) or _nothing()),
            tag("footer", _footer(overview)),
            tag("script", script),
            "</body></html>\n",
        )
    )


def _hash(content: str) -> str:
    """The source expression that allows exactly this content."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return files("flows.reporting").joinpath(name).read_text("utf-8")


def _masthead(overview: Overview, name: str, at: datetime) -> str:
    counts = "".join(_count(n, label) for label, n in overview.counts if n or label != "in quarantine")
    date = f"{at:%A}, {at.day} {at:%B %Y, %H:%M} UTC"
    return tag("p", plain(date), class_="date") + tag("h1", plain(name)) + tag("ul", counts, class_="counts")


def _count(n: int, label: str) -> str:
    number, _, things = counted(n, label).partition(" ")
    return tag("li", tag("b", number) + " " + plain(things))


def _nothing() -> str:
    return tag("p", "Nothing has been filed yet.", class_="empty")


def _footer(overview: Overview) -> str:
    ended = ", ".join(f"{n:,} {name}" for name, n in overview.outcomes)
    return tag("p", plain(f"Outcomes of all documents: {ended or 'none yet'}.")) + tag(
        "p", "Made by newsdesk. This page loads nothing and sends nothing."
    )
