"""What a quotation hangs on: a verb of speech and whoever speaks."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.quotation.subjects import Subject


class Cue(NamedTuple):
    """A verb of speech outside quotation marks."""

    start: int
    end: int
    word: str


class Attribution(NamedTuple):
    """What a quotation hangs on: the verb (or none, for a label or a sequel) and its subject."""

    cue: Cue | None
    subject: Subject | None
    inverted: bool = False
    modality: str = "asserted"
