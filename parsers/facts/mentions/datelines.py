"""Places of datelines and addresses: a city in capitals before its date, a shortened state behind its city."""

from __future__ import annotations

import re

from parsers.facts.mentions import gazetteer
from parsers.facts.mentions.cast import Named
from parsers.facts.mentions.kinds import Draft

_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{1,20})?(?:, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\b|(?: \([A-Z]\w{1,20}\))? ?(?:--|[-–—_] ))",
    re.IGNORECASE,
)
"""What follows the place of a dateline: `OSLO, March 3 -`, `LIMA, Peru (AP) --`."""
_REGION = re.compile(r"(?<=\.)(?![^\W_])|[.,)]|'s\b")
"""What follows a shortened state behind its city: `IND., March 4`, `Palo Alto, Calif.)`."""


def place(body: str, draft: Draft, start: int, end: int) -> Named | None:
    """The place that a draft from `start` to `end` names by where it is, or None."""
    name = draft.name
    if name.isupper() and _DATELINE.match(body, end):
        return _city(name)
    region = gazetteer.REGIONS.get(name.replace(".", "").upper()) if len(draft.lowers) == 1 else None
    if region and _REGION.match(body, end) and (body.endswith(", ", 0, start) or name.count(".") > 1):
        return Named("place", *region, None)
    return None


def _city(name: str) -> Named:
    """The place of a dateline in capitals."""
    title = name.title()
    country = gazetteer.countries().get(title)
    if country:
        return Named("place", country.name, country.code, None)
    return Named("place", title, gazetteer.places().get(title) or None, None)
