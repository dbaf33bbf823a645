"""When an extractor fails on a text: its facts of all sentences but those on which it fails, and a note of the fault.

A defect must cost the fact, not the article. The text is halved until the sentences that hurt stand alone; the rest of
each half is blanked, so that offsets stay. Sentences that are read apart lose what they would have learned from the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from parsers.facts.reading import Reading, Span
from parsers.facts.tokens import Sentences
from parsers.model import Fact
from parsers.record import changed

MOST = 8
"""Sentences that may fail; behind them, what is left of the text is given up for this kind."""

DETAIL = 160

Extract = Callable[[Reading], Iterable[Fact]]


def facts_of(kind: str, extract: Extract, reading: Reading) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """The facts of one kind in a reading, and what is to be noted: nothing, or that the extractor failed and where."""
    try:
        return tuple(extract(reading)), ()
    except Exception as error:  # noqa: BLE001 - the border where a defect becomes a note, with its cause named
        why = f"{type(error).__name__}: {error}"[:DETAIL]
    salvage = _Salvage(extract, reading)
    salvage.go(reading.sentences)
    return tuple(salvage.facts), (f"{kind}: {salvage.failed} of {len(reading.sentences)} sentences not read ({why})",)


class _Salvage:
    """Reads pieces of a text, the halves of those that fail, and counts the sentences that fail alone."""

    def __init__(self, extract: Extract, reading: Reading) -> None:
        self.facts: list[Fact] = []
        self.failed = 0
        self._extract = extract
        self._reading = reading

    def go(self, sentences: Sequence[Span]) -> None:
        """Read some neighbouring sentences."""
        half = len(sentences) // 2
        for piece in (sentences[:half], sentences[half:]) if half else (sentences,):
            if not piece:
                continue
            if self.failed >= MOST:
                self.failed += len(piece)
            elif (found := self._read(piece)) is not None:
                self.facts += found
            elif len(piece) == 1:
                self.failed += 1
            else:
                self.go(piece)

    def _read(self, sentences: Sequence[Span]) -> list[Fact] | None:
        try:
            return list(self._extract(alone(self._reading, sentences)))
        except Exception:  # noqa: BLE001 - the first fault is named in the note; here it is only found
            return None


def alone(reading: Reading, sentences: Sequence[Span]) -> Reading:
    """A reading of some neighbouring sentences: all else is blank and has neither mentions nor facts."""
    start, end = sentences[0].start, sentences[-1].end
    body = " " * start + reading.body[start:end] + " " * (len(reading.body) - end)
    mentions = tuple(m for m in reading.mentions if start <= m.start_char and m.end_char <= end)
    return changed(
        reading,
        body=body,
        passages=tuple(p for p in reading.passages if p.start_char < end and start < p.end_char),
        sentences=tuple(sentences),
        mentions=mentions,
        facts=tuple(f for f in reading.facts if start <= f.start_char and f.end_char <= end),
        tokens=Sentences(body, sentences),
        starts=tuple(m.start_char for m in mentions),
        places=tuple(p for p in reading.places if start <= p[0] < end),
    )
