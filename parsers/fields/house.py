"""House forms: an outlet that names itself where its own copy reports (`…, News.Az reports citing …`)."""

from __future__ import annotations

import re

from parsers.fields.outlets import Directory
from parsers.fields.sheet import say
from parsers.model import Statement

# Outlets whose own desks write "X reports" into their own copy; others are named so only by those who quote them.
# Source: house style seen in the copy of each. A name here must be known to the directory, too.
HOUSES = (
    "AzerNews",
    "News.Az",
    "Trend",
    "Report",
    "AZERTAC",
    "APA",
    "Caliber.Az",
    "Day.Az",
    "Turan",
    "AnewZ",
    "UzDaily",
    "Kazinform",
)

VERBS = ("report", "inform", "presents", "offers", "interviewed")
"""Parts of what stands behind the name."""

_REPORTS = re.compile(
    r"(?:^|[,.”\"]\s*|\bas\s+)(?P<outlet>[A-Z][\w.]{1,12}?)\s*(?:correspondent\s*)?(?:(?:reports?|informs?)\s*"
    r"(?:(?:that|via|by|with|citing|referring|quoting|from|,|\.)|(?=\n|\Z))|(?:presents|offers)\s*(?:an?|the|its)\s|interviewed\s)",
    re.M,
)


def reports(text: str, start: int, end: int, book: Directory) -> tuple[Statement, ...]:
    """The outlet that reports in its own name in the opening, as whoever put the document out."""
    opening = text[start:end]
    if not any(verb in opening for verb in VERBS):
        return ()
    for m in _REPORTS.finditer(opening):
        outlet = book.named(m["outlet"])
        if outlet and outlet.name in HOUSES:
            return (say("issuer", outlet.name, "byline", start + m.start("outlet"), start + m.end("outlet")),)
    return ()
