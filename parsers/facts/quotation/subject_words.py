"""The words by which the phrase that speaks is found: what ends it, what is before a time, plurals without an ending (`police said`)."""

from __future__ import annotations

import re

BREAKS = frozenset(
    ', ; : ( ) [ ] “ ” " « » — – - -- … that when as if because while after before and but or where which who though although since so until whether than '
    "even despite yet what how why unless whose".split()
)
PREPOSITIONS = frozenset(
    "in on at during by for from with of about over under amid among through against without within into to following despite after before".split()
)
TIMES = frozenset(
    "week month year day night morning afternoon evening weekend today yesterday monday tuesday wednesday thursday friday saturday sunday january february march "
    "april june july august september october november december quarter season".split()
)
BEFORE_TIMES = frozenset("this last on in earlier late early next past the same that previous later of".split())
COLLECTIVE = frozenset("police people media management counsel staff".split())
REPORTING = frozenset(("saying", "adding", "telling", "writing"))

FINITE = frozenset(
    "is are was were has have had do does did will would can could may might must should let lets made makes went goes came comes got gets took takes seems seemed".split()
)
"""Verbs that end the clause before a noun phrase."""
PEOPLE = frozenset("unions farmers workers analysts officials critics dealers traders economists ministers experts leaders members shareholders investors residents brokers".split())  # fmt: skip
"""People whom `who` behind them means."""

PUBLISHED = frozenset(
    "released published issued conducted commissioned compiled obtained seen unveiled presented carried".split()
)
"""Participles that close what is said of a document before its time or place: `a report | released last year`."""

DATELINE = re.compile(
    r"[A-Z][\w.’']*(?: [\w.’']+){0,3}(?:, [A-Z][\w.]*)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}| \([A-Z][\w/ ]{1,20}\)) (?:-{1,2}|[–—_]) "
)
"""The place and day, or agency, in front of a report: nobody in it is a subject."""
