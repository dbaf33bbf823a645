"""What a run did: the lines of its outcome table, counts, seconds by stage, and keys of records that nothing read."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from parsers.kept_out import BY_RULE
from parsers.model import Outcome
from warehouse.filing.ledger import Arriving, Reconciled

ROWS_KEPT = 2_000
"""Lines of the outcome table that a summary keeps of good outcomes, and as many of bad ones."""

KEYS_KEPT, KEYS_NAMED, KEY_LENGTH = 500, 8, 60
"""Keys that nothing read: how many are counted and named, and the characters of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the outcome table."""

    arrival_id: str
    document: str
    outcome: Outcome
    reason: str | None = None
    headline: str | None = None
    publisher: str | None = None
    date_published: datetime | None = None
    date_precision: str | None = None
    words: int | None = None
    repairs: int = 0
    suspects: int = 0
    facts: int = 0
    article_id: str | None = None


BAD = (Outcome.REJECTED, Outcome.FAILED)


@dataclass(slots=True)
class Summary:
    """What a run did: lines of the outcome table, counts, and seconds by stage."""

    run_id: str
    lines: list[Line] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    repairs: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)
    documents: int = 0
    batches: int = 0
    kept_out: int = 0
    """Of the rejected, those that a rule of the desk left out: as it was wished."""
    alerts: int = 0
    """What watches found in what was filed."""
    notes: list[str] = field(default_factory=list)
    """What is to be said about files and cost no document."""
    reading: tuple[str, float] | None = None
    """The large file that is being read, and the share of its bytes that was read so far."""
    unread: Counter[str] = field(default_factory=Counter)
    """Keys of records that look like a date's or an outlet's and gave nothing, and in how many documents."""

    @property
    def good(self) -> bool:
        """Whether every document ended in a good outcome."""
        return not (self.outcomes[Outcome.REJECTED] - self.kept_out or self.outcomes[Outcome.FAILED])

    @property
    def _bad(self) -> int:
        """Documents that ended in a bad outcome; settling stories changes none of these."""
        return sum(self.outcomes[each] for each in BAD)

    def add(self, line: Line) -> None:
        """Count a line, and keep it as long as there is room."""
        self.documents += 1
        self.kept_out += line.outcome == Outcome.REJECTED and (line.reason or "").startswith(BY_RULE)
        if (self._bad if line.outcome in BAD else len(self.lines)) < ROWS_KEPT:
            self.lines.append(line)
        self.outcomes[line.outcome] += 1

    def take_note(self, batch: Sequence[Arriving]) -> None:
        """Keep what is noted about arrivals, as long as there is room, and how far their file is read."""
        self.add_notes(f"{each.source_uri}: {each.note}" for each in batch if each.note)
        self.reading = batch[-1].reading

    def add_notes(self, notes: Iterable[str]) -> None:
        """Keep notes as long as there is room."""
        self.notes += islice(notes, max(0, ROWS_KEPT - len(self.notes)))

    def add_unread(self, keys: Iterable[str]) -> None:
        """Count the keys of a document that nothing read; new ones as long as there is room."""
        self.unread.update([key for key in keys if key in self.unread or len(self.unread) < KEYS_KEPT])

    def reconcile(self, changed: Sequence[Reconciled]) -> None:
        """Take over outcomes that changed when the stories were settled."""
        self.outcomes.subtract(c.was for c in changed)
        self.outcomes.update(c.outcome for c in changed)
        self.outcomes = +self.outcomes
        now = {c.arrival_id: c.outcome for c in changed}
        self.lines = [replace(x, outcome=now.get(x.arrival_id, x.outcome)) for x in self.lines]

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the wall time of a block to a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.spend(stage, time.perf_counter() - start)

    def spend(self, stage: str, seconds: float) -> None:
        """Add seconds to a stage."""
        self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds


def unread_keys(summary: Summary) -> str | None:
    """The keys that nothing read, the most frequent first, and what to do about them, in one line; None without any."""
    counts = sorted(summary.unread.items(), key=lambda kv: (-kv[1], kv[0]))
    if not counts:
        return None
    named = ", ".join(f"{_shown(k)} ({n:,} document{'s' if n > 1 else ''})" for k, n in counts[:KEYS_NAMED])
    more = f" and {len(counts) - KEYS_NAMED:,} more" if len(counts) > KEYS_NAMED else ""
    return f"keys nothing read: {named}{more}; map them in fields.toml"


def _shown(key: str) -> str:
    """A key in one line, cut where it is long: keys are what strangers wrote."""
    return " ".join("".join(c if c.isprintable() else " " for c in key[:KEY_LENGTH]).split())
