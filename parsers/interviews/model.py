"""The records of an interview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple


class Block(NamedTuple):
    """A block of the body; `plain` ones (no caption, notice, table …) can be said by somebody.

    `asks_only` ones (headings, list items) can be a question, but nothing else that is said.
    """

    start: int
    end: int
    text: str
    plain: bool
    asks_only: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person said without a break: block numbers; `answers` is the first block of the question.

    `label_length` counts the characters before the words (`GT: `, `1. `, `– `).
    """

    kind: Literal["question", "answer"]
    speaker: str | None
    blocks: tuple[int, ...]
    label_length: int
    answers: int | None = None
