"""Interviews: who speaks where, questions paired with their answers, and the order they are read in.

blocks → split at labels → turns (labelled | numbered | unlabelled) → reading order
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from parsers.interviews import labelled, unlabelled
from parsers.interviews.model import Block, Turn

__all__ = ["Block", "Turn", "may_be", "reading_order", "split", "turns"]

split = labelled.split

LEAST_ASKED = 2
"""Question marks that an interview has at least."""


def may_be(body: str) -> bool:
    """Whether enough is asked in a body to look whether it is an interview."""
    return body.count("?") >= LEAST_ASKED


def turns(body: str, blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """The turns of an interview in printed order; empty when the document is none."""
    if not may_be(body):
        return ()
    return labelled.turns(body, blocks) or unlabelled.turns(blocks)


def reading_order(count: int, turns: Sequence[Turn]) -> list[int]:
    """Block numbers in reading order: each answer right behind its question, everything else as printed."""
    following: defaultdict[int, list[int]] = defaultdict(list)
    moved: set[int] = set()
    for turn in turns:
        if turn.answers is not None:
            following[turn.answers] += turn.blocks
            moved.update(turn.blocks)
    last_block = {turn.blocks[0]: turn.blocks[-1] for turn in turns if turn.kind == "question"}
    after = {last_block[first]: blocks for first, blocks in following.items()}
    out: list[int] = []
    for block in range(count):
        if block not in moved:
            out.append(block)
            out += after.get(block, ())
    return out
