"""The noun phrase that speaks, as a record; and the first name or pronoun of a stretch, which most often is its subject."""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.facts.reading import Reading
from parsers.model import Mention


class Subject(NamedTuple):
    """A noun phrase that speaks: its span, its mention when it is (or ends with) a name, what kind of phrase it is, and the post in it."""

    start: int
    end: int
    mention: Mention | None
    kind: str
    role: str | None = None

    def text(self, body: str) -> str:
        """The words of the phrase."""
        return body[self.start : self.end]


def first(reading: Reading, low: int, high: int) -> Subject | None:
    """The first name or pronoun of a stretch: the likely subject of its main clause."""
    mention = next((m for m in reading.mentions_in(low, high) if m.entity_type in ("person", "organisation")), None)
    pronoun = _FIRST_PRONOUN.search(reading.body, low, high)
    if pronoun and (mention is None or pronoun.start(1) < mention.start_char):
        return Subject(pronoun.start(1), pronoun.end(1), None, "pronoun")
    if mention:
        return Subject(mention.start_char, mention.end_char, mention, "name")
    nominal = _FIRST_NOMINAL.match(reading.body, low, high)
    return Subject(nominal.start(1), nominal.end(1), None, "nominal") if nominal else None


def opening(reading: Reading, low: int, high: int) -> Subject | None:
    """The name or pronoun with which a stretch opens, title and signs aside; None when other words are before it."""
    found = first(reading, low, high)
    before = reading.body[low : found.start].split() if found else []
    return found if all(w[:1].isupper() or not w[0].isalpha() for w in before) else None


_FIRST_PRONOUN = re.compile(r"\b([Hh]e|[Ss]he|[Tt]hey)\b")
_FIRST_NOMINAL = re.compile(
    r"\s*((?:The|A|An|His|Her|Their|One|Some|Several|Many) (?:[\w’'-]+ ){0,3}?[\w’'-]+?)(?= (?:has|have|had|is|was|are|were|also|[a-z]+ed|said|says|told)\b)"
)
