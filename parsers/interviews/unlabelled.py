"""Interviews that name nobody: numbered questions answered under the same numbers, dashed turns, questions that stand alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parsers.interviews.model import Block, Turn
from parsers.interviews.names import interviewee, speaks_of

_NUMBERED = re.compile(r"(?:Q|A)?(?P<number>\d{1,2})[.)]\s+(?=\S)")
_DASHED = re.compile(r"[-–—]\s*(?=\S)")
_ENDS_ASKING = re.compile(r"\?[”’\"')]*\Z")
_STOP = re.compile(r"[.!](?:\s|\Z)")
_CUE = re.compile(
    r"interview|Q ?& ?A|\b(?:spoke|speaks|talks|talked|sat down|met|meets|chatted|caught up|in conversation)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
_ADDRESSED = re.compile(r"\byou(?:r|rself|['’](?:re|ve|d|ll))?\b", re.IGNORECASE)
_SELF = re.compile(r"\b(?:I|[Mm]y)\b")
LEAST = 3
"""Questions that stand alone, before they are an interview."""
LEAST_NUMBERED = 2
LONGEST_QUESTION = 400
LEAST_PERSONAL = 0.5
"""Share of the answers in which somebody says I or we; a page of frequent questions says you."""
LEAST_ADDRESSED = 1 / 3
"""Share of the questions that are put to somebody; a writer's own questions say we or nobody."""


def turns(blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """The turns in printed order; empty when the blocks are no interview."""
    return _numbered(blocks) or _alternating(blocks, _is_dashed) or _alternating(blocks, _is_personal)


def _asks(block: Block) -> bool:
    """Whether a block is a question with little before it; a quoted one is somebody's words in a story."""
    return (
        (block.plain or block.asks_only)
        and len(block.text) <= LONGEST_QUESTION
        and block.text[0] not in "\"“”'‘«"
        and _ENDS_ASKING.search(block.text) is not None
        and block.text.count("?") >= len(_STOP.findall(block.text[_mark(block) :]))
    )


# ------------------------------------------------------------------------------------------------------- numbered


def _numbered(blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """Questions 1 to n, then answers 1 to n."""
    numbers = [int(found["number"]) if (found := _NUMBERED.match(b.text)) else None for b in blocks]
    asked = {n: i for i, n in enumerate(numbers) if n is not None and _asks(blocks[i])}
    if len(asked) < LEAST_NUMBERED or sorted(asked) != list(range(1, len(asked) + 1)):
        return ()
    behind = max(asked.values())
    answered = {n: i for i, n in enumerate(numbers) if n is not None and i > behind and not _asks(blocks[i])}
    if answered.keys() != asked.keys():
        return ()
    speaker = interviewee("\n".join(b.text for b in blocks[: min(asked.values())]))
    questions = [Turn("question", None, (i,), _mark(blocks[i])) for i in sorted(asked.values())]
    ends = [*sorted(answered.values())[1:], len(blocks)]
    answers = [
        Turn("answer", speaker, _plain(blocks, i, end), _mark(blocks[i]), asked[n])
        for (n, i), end in zip(sorted(answered.items(), key=lambda pair: pair[1]), ends, strict=True)
    ]
    return (*questions, *answers)


def _plain(blocks: Sequence[Block], first: int, end: int) -> tuple[int, ...]:
    """An answer's blocks: its first, and the plain ones behind it."""
    return (first, *(i for i in range(first + 1, end) if blocks[i].plain))


def _mark(block: Block) -> int:
    found = _NUMBERED.match(block.text)
    return found.end() if found else 0


# ---------------------------------------------------------------------------------------------------- alternating


def _alternating(
    blocks: Sequence[Block],
    is_one: Callable[[Sequence[Block], Sequence[int], Sequence[tuple[int, ...]]], bool],
) -> tuple[Turn, ...]:
    """Questions that stand alone, and what is between them."""
    asked = [i for i, block in enumerate(blocks) if _asks(block)]
    if len(asked) < LEAST:
        return ()
    answered = [_plain_between(blocks, i, end) for i, end in zip(asked, [*asked[1:], len(blocks)], strict=True)]
    pairs = [(i, answer) for i, answer in zip(asked, answered, strict=True) if answer]
    if len(pairs) < LEAST or not is_one(blocks, [i for i, _ in pairs], [answer for _, answer in pairs]):
        return ()
    speaker = interviewee("\n".join(b.text for b in blocks[: pairs[0][0]]))
    out: list[Turn] = []
    for i, answer in pairs:
        said = _until_spoken_of(blocks, answer, speaker) if i == pairs[-1][0] else answer
        out.append(Turn("question", None, (i,), _mark(blocks[i]) or _dash(blocks[i])))
        out.append(Turn("answer", speaker, said, _dash(blocks[answer[0]]), i))
    return tuple(out)


def _plain_between(blocks: Sequence[Block], question: int, end: int) -> tuple[int, ...]:
    return tuple(i for i in range(question + 1, end) if blocks[i].plain or _dash(blocks[i]))


def _until_spoken_of(blocks: Sequence[Block], answer: tuple[int, ...], speaker: str | None) -> tuple[int, ...]:
    """The last answer ends where the text goes on about the one who gave it."""
    over = (n for n, i in enumerate(answer) if n and speaker and speaks_of(speaker, blocks[i].text))
    return answer[: next(over, len(answer))]


def _is_dashed(blocks: Sequence[Block], asked: Sequence[int], answers: Sequence[tuple[int, ...]]) -> bool:
    """Every turn begins with a dash, as dialogue does in many languages."""
    return all(_dash(blocks[i]) for i in asked) and all(_dash(blocks[answer[0]]) for answer in answers)


def _is_personal(blocks: Sequence[Block], asked: Sequence[int], answers: Sequence[tuple[int, ...]]) -> bool:
    """The text says that somebody was spoken to, is asked as "you", and answers as "I" or "we"."""
    personal = sum(any(_FIRST_PERSON.search(blocks[i].text) for i in answer) for answer in answers)
    addressed = sum(bool(_ADDRESSED.search(blocks[i].text)) for i in asked)
    before = "\n".join(block.text for block in blocks[: asked[0]])
    return (
        personal >= LEAST_PERSONAL * len(answers)
        and addressed >= LEAST_ADDRESSED * len(asked)
        and _CUE.search(before) is not None
        and not _SELF.search(before)
    )


def _dash(block: Block) -> int:
    found = _DASHED.match(block.text)
    return found.end() if found else 0
