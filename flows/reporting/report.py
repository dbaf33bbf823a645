"""The report: one HTML page that needs nothing else, made from an overview of the desk."""

from __future__ import annotations

from datetime import datetime
from importlib.resources import files

from flows.reporting import copy, figures, stories, timeline, voices
from flows.reporting.counting import counted
from flows.reporting.markup import plain, section, tag
from warehouse.asking.report_figures import Overview

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
"""The page may load nothing: what is not in it does not exist."""

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
    links = "".join(tag("a", plain(title), href=f"#{key}") for key, title, _, _ in filled)
    return "".join(
        (
            "<!doctype html>\n<html lang=en><head><meta charset=utf-8>",
            f'<meta http-equiv=Content-Security-Policy content="{POLICY}">',
            '<meta name=viewport content="width=device-width, initial-scale=1"><meta name=color-scheme content="light dark">',
            tag("title", plain(f"{name} — newsdesk")),
            tag("style", _asset("report.css")),
            "</head><body>",
            tag("header", _masthead(overview, name, at), class_="masthead"),
            tag(
                "nav",
                links + '<input id=find type=search placeholder="Find on this page" aria-label="Find on this page">',
            ),
            tag("main", "".join(section(key, title, note, body) for key, title, note, body in filled) or _nothing()),
            tag("footer", _footer(overview)),
            tag("script", _asset("report.js")),
            "</body></html>\n",
        )
    )


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
