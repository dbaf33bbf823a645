"""The parses of a reading, by the body offset of their sentence."""

from __future__ import annotations

from parsers.facts.syntax.model import Parse


class Parses(dict[int, Parse]):
    """Filled as sentences are asked for; shared by all extractors of a reading. Empty ones are true, so that they are kept."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return True
