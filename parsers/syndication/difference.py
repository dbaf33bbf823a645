"""The difference between two versions of a text, sentence by sentence, as a person would read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from parsers.syndication.letters import codes_of

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"'”’»)]*(?=\s)|(?=\n)|\Z)")

SIMILAR = 0.5
"""Share of equal words from which a removed and an added sentence are one sentence, edited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A sentence of either version. `edited` means one sentence in two versions: `before` and `after`.

    `removed` has no `after`, `added` no `before`; for `same` both are the same but for layout.
    """

    kind: Literal["same", "removed", "added", "edited"]
    before: str | None
    after: str | None


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; a line end ends one too."""
    return tuple(s for m in _SENTENCE.finditer(text) if (s := m.group().strip()))


def difference(before: str, after: str) -> tuple[Change, ...]:
    """What changed from one version to the next, in reading order. Layout and typography do not count.

    >>> [c.kind for c in difference("It rained. Two died.", "It rained. Three died. More at ten.")]
    ['same', 'edited', 'added']
    """
    old, new = sentences(before), sentences(after)
    matcher = SequenceMatcher(None, [_key(s) for s in old], [_key(s) for s in new], autojunk=False)
    changes: list[Change] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            changes += [Change(kind="same", before=o, after=n) for o, n in zip(old[a:b], new[c:d], strict=True)]
        else:
            changes += _replaced(old[a:b], new[c:d])
    return tuple(changes)


def _key(sentence: str) -> bytes:
    return codes_of(sentence).tobytes()


def _replaced(old: tuple[str, ...], new: tuple[str, ...]) -> list[Change]:
    """Sentences replaced by others: those alike stand as edited, in order; the rest as removed and added."""
    changes, start = [], 0
    for sentence in old:
        match = next((i for i in range(start, len(new)) if _alike(sentence, new[i])), None)
        if match is None:
            changes.append(Change(kind="removed", before=sentence, after=None))
            continue
        changes += [Change(kind="added", before=None, after=n) for n in new[start:match]]
        changes.append(Change(kind="edited", before=sentence, after=new[match]))
        start = match + 1
    return changes + [Change(kind="added", before=None, after=n) for n in new[start:]]


def _alike(one: str, other: str) -> bool:
    some, others = one.casefold().split(), other.casefold().split()
    return 2 * len(set(some) & set(others)) >= 2 * SIMILAR * max(len(set(some)), len(set(others)))
