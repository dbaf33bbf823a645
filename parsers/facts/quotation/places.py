"""Places that complete the phrase of somebody who speaks."""

from __future__ import annotations

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
