"""Quotations by speaker."""

from __future__ import annotations

from flows.reporting.markup import attribution, plain, tag
from warehouse.asking.report_figures import Overview, Quote

FORMS = {"direct": "in their words", "indirect": "reported", "mixed": "partly in their words", "answer": "answer"}


def render(overview: Overview) -> str:
    """One fold per speaker, the most quoted first; the first is open."""
    folds = (_speaker(name, said, first=i == 0) for i, (name, said) in enumerate(overview.quotes))
    return tag("div", "".join(folds), class_="folds") if overview.quotes else ""


def _speaker(name: str, said: tuple[Quote, ...], *, first: bool) -> str:
    role = next((q.role for q in said if q.role), None)
    head = tag(
        "summary",
        tag("b", plain(name)) + tag("span", plain(role), class_="values") + tag("span", str(len(said)), class_="count"),
    )
    body = head + tag("ul", "".join(_quote(q) for q in said))
    return tag("details", body, class_="find", open="" if first else None)


def _quote(quote: Quote) -> str:
    chips = [c for c in (FORMS.get(quote.quote_type or "", quote.quote_type), quote.cue) if c]
    return tag(
        "li",
        tag("blockquote", plain(quote.exact), class_=quote.quote_type, dir="auto")
        + tag("p", "".join(tag("span", plain(c), class_="chip") for c in chips))
        + attribution(quote.source),
    )
