"""Places that complete the phrase of somebody who speaks."""

from __future__ import annotations

import re

from parsers.facts.reading import Reading
from parsers.model import Mention


def first_of_places(reading: Reading, mention: Mention) -> Mention:
    """The first of some places that complete one phrase: `attorneys from Texas, Ohio and | Utah`."""
    for _ in range(_PLACES):
        low = max(0, mention.start_char - 40)
        near = [m for m in reading.mentions_in(low, mention.start_char) if m.entity_type == "place"]
        if not near or reading.body[near[-1].end_char : mention.start_char] not in (", ", " and ", ", and "):
            break
        mention = near[-1]
    return mention


_PLACES = 8
"""Places of a list that are looked at."""


_DWELLING = re.compile(
    r"(?P<people>(?:\b(?:[Tt]he|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Oo]ther|[Ll]ocal|[Aa]ngry|[Aa]id|[Vv]illage|[Hh]ospital|[Ss]enior|[Aa]rmy|[Cc]ivic|[Cc]ity|[Tt]own) ){0,2}"
    r"\b(?:[A-Za-z][a-z]{2,}(?:ts|rs|es|ns|ls|ds|men)|[Pp]olice|[Pp]eople)) "
    r"(?:in|from|near|at|around|of) (?:the|an?) (?:[\w’'-]+ ){0,3}?"
    r"(?:town|city|village|suburb|district|province|region|valley|island|port|state|county|hamlet|camp|municipality|township|area|commune|settlement|enclave|capital|parish) of (?:the )?\Z"
)
"""People and the kind of place they are in, in front of its name: `residents in the northern town of | Lund`."""


def people_of_place(body: str, low: int, place: int) -> int | None:
    """Where the phrase begins of those whose place is named last; None when no such people are before it."""
    if not body.endswith(("of ", "of the "), low, place):
        return None
    found = _DWELLING.search(body, max(low, place - _PHRASE), place)
    return found.start("people") if found else None


_PHRASE = 110
"""Characters of such a phrase."""
