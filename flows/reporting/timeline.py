"""Facts by the date they are about."""

from __future__ import annotations

from itertools import groupby

from flows.reporting.markup import attribution, moment, plain, tag
from warehouse.asking.report_figures import Dated, Overview


def render(overview: Overview) -> str:
    """Years, and in each its facts, the latest first."""
    if not overview.timeline:
        return ""
    years = {name: list(group) for name, group in groupby(overview.timeline, key=lambda d: d.start[:4])}
    fullest = max(years, key=lambda name: len(years[name]))
    return tag("div", "".join(_year(n, facts, opened=n == fullest) for n, facts in years.items()), class_="years")


def _year(name: str, facts: list[Dated], *, opened: bool) -> str:
    head = tag("summary", tag("b", plain(name)) + tag("span", str(len(facts)), class_="count"))
    return tag(
        "details", head + tag("ol", "".join(_fact(f) for f in facts)), open="" if opened else None, class_="find"
    )


def _fact(fact: Dated) -> str:
    kinds = "".join(tag("span", plain(k), class_=f"chip {k}") for k in fact.kind.split(", "))
    return tag(
        "li",
        tag("time", plain(moment(fact.time) or fact.start[:10]))
        + tag("div", tag("p", plain(fact.exact)) + tag("p", kinds + attribution(fact.source))),
    )
