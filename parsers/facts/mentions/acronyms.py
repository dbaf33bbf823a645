"""Short forms in brackets and the names they stand for; what a name is by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.mentions.cast import Named
from parsers.facts.mentions.kinds import Draft

Placed = tuple[Draft, int, int]
"""A draft, and where it starts and ends in the body."""


def by_itself(draft: Draft) -> Named | None:
    """What a draft is by its own words."""
    return Named(draft.entity_type, draft.name, draft.country, draft.canonical) if draft.entity_type else None


def acronyms(body: str, found: list[Placed]) -> Iterator[tuple[str, Named]]:
    """Short forms in brackets behind the name they stand for: `Belt and Road Initiative (BRI)`, `Global Times reporter … (GT)`."""
    for i, (draft, start, end) in enumerate(found):
        if not (body[start - 1 : start] == "(" and len(draft.lowers) == 1 and body[end : end + 1] == ")"):
            continue
        for other, _, behind in reversed(found[max(0, i - 4) : i]):
            near = (
                other.entity_type != "place"
                and start - behind == 2
                and other.name[0] == draft.name[0]
                and draft.name.isupper()
            )
            named = by_itself(other)
            if named and start - behind < 80 and (near or _initials(other.name) == draft.name):
                yield draft.name, named
                break


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]", name) if word and (word[0].isupper() or word.isdigit()))
