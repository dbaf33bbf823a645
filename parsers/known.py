"""What the parsers may know beside the bytes, and which version of them it is: outlets, a learned vocabulary, a spaCy pipeline; passed in as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from parsers.model import UserNames
from parsers.record import Record
from parsers.rules import Rule

PARSER_VERSION = "12"
"""Stands in `article.parser_version`; raised when a parser's results change, so that `reprocess` knows what is old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary(Record):
    """Words the desk has learned from its own undamaged articles (names, brands), lower-cased, with their counts."""

    counts: tuple[tuple[str, int], ...] = ()

    def __hash__(self) -> int:
        """Cheap: it is looked up once an article, and may hold 100,000 words."""
        return hash((len(self.counts), self.counts[:1], self.counts[-1:]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet(Record):
    """A publisher that the desk knows: its name, other ways it is written, its hosts, and its time zone.

    `agency` marks a news agency: the likely original when one story is in several outlets.
    """

    name: str
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    time_zone: str | None = None
    agency: bool = False
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Record):
    """What the pure middle may know beside the bytes: passed in as data, so results depend on nothing else.

    `spacy_pipeline` names an installed spaCy pipeline that adds mentions and reads risky facts again; None (the default) changes nothing.
    `field_names` are the user's own names of fields in records, by field; `rules` say what of the feeds is left out.
    """

    outlets: tuple[Outlet, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    spacy_pipeline: str | None = None
    field_names: UserNames = ()
    rules: tuple[Rule, ...] = ()


Lap = Callable[[str], None]
"""Called with a stage's name as the stage ends, so that whoever holds the clock can time it."""
