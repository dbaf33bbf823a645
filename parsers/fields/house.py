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

_ON = r"\s*(?:(?:that|via|by|with|citing|referring|quoting|from|,|\.)|(?=\n|\Z))"
_GIVEN = r"\s*(?:an?|the|its)\s"
_VERBS = {
    "report": rf"reports?{_ON}",
    "inform": rf"informs?{_ON}",
    "presents": rf"presents{_GIVEN}",
    "offers": rf"offers{_GIVEN}",
    "interviewed": r"interviewed\s",
}
"""What is behind the name: the verbs, each with what follows it."""

_REPORTS = re.compile(
    r"(?:^|[,.”\"]\s*|\bas\s+)(?P<outlet>[A-Z][\w.]{1,12}?)\s*(?:correspondent\s*)?"
    rf"(?:{'|'.join(_VERBS.values())})",
    re.M,
)
_SAID = tuple((verb, re.compile(form)) for verb, form in _VERBS.items())

BEFORE = 100
"""Characters before a verb in which the name stands, with "correspondent" and all spaces between."""


def reports(text: str, start: int, end: int, book: Directory) -> tuple[Statement, ...]:
    """The outlet that reports in its own name in the opening, as whoever put the document out."""
    opening = text[start:end]
    first = min((m.start() for verb, said in _SAID if verb in opening and (m := said.search(opening))), default=None)
    if first is None:
        return ()
    for m in _REPORTS.finditer(opening, max(0, first - BEFORE)):
        outlet = book.named(m["outlet"])
        if outlet and outlet.name in HOUSES:
            return (say("issuer", outlet.name, "byline", start + m.start("outlet"), start + m.end("outlet")),)
    return ()
