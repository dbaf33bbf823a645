"""Interviews whose turns say whose they are: labels that return and ask are found in the document itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from parsers.interviews.labels import ANSWERS, ASKS, Label, label, within
from parsers.interviews.model import Block, Turn
from parsers.interviews.names import named, speaks_of

_ASKED = re.compile(r"\?[\"”’')]*(?:\s|\Z)")
LEAST_TURNS = 3
MOST_LABELS = 40
"""With more labels than that a document is a list, and names are not looked up."""
LEAST_ASKED = 0.5
"""A label asks when that share of its turns holds a question mark."""
QUESTION_END = 200
"""Characters at the end of a turn in which its question mark is looked for."""


class _Said(NamedTuple):
    label: Label | None
    blocks: list[int]


Labels = Mapping[str, Sequence[str]]
"""What is said under each label."""


def split(body: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The blocks of a body, cut where a speaker's label stands inside one: `… the nurses. LEDGER: And then?`

    A label counts when it stands twice or more, at least one of its turns asks, and another label answers.
    """
    if ":" not in body or "?" not in body:
        return list(spans)
    places = [(start + at, who) for start, end in spans for at, who in within(body[start:end])]
    heads = [(start, found.who) for start, end in spans if (found := label(body[start : start + 200]))]
    turns = Counter(who for _, who in {*places, *heads})
    speakers = {who for who, n in turns.items() if n > 1 or who in (ASKS, ANSWERS)}
    if not places or len(speakers) < 2 or not _alternate(body, sorted({*places, *heads}), speakers):
        return list(spans)
    cuts = sorted(at for at, who in places if who in speakers)
    return [
        part
        for start, end in spans
        for part in _cut(body, start, end, cuts[bisect_right(cuts, start) : bisect_left(cuts, end)])
    ]


def _alternate(body: str, heads: Sequence[tuple[int, str]], speakers: set[str]) -> bool:
    """Whether one of the speakers asks, as those of interviews do, and another does not."""
    ends = [at for at, _ in heads[1:]] + [len(body)]
    said: defaultdict[str, list[str]] = defaultdict(list)
    for (at, who), end in zip(heads, ends, strict=True):
        if who in speakers:
            said[who].append(body[at:end])
    asking = {who for who, texts in said.items() if who == ASKS or _asks(texts)}
    return bool(asking) and asking != speakers


def _asks(texts: Sequence[str]) -> bool:
    return sum(bool(_ASKED.search(t.rstrip()[-QUESTION_END:])) for t in texts) >= LEAST_ASKED * len(texts)


def _cut(body: str, start: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    for cut in cuts:
        yield start, start + len(body[start:cut].rstrip())
        start = cut
    yield start, end


def turns(body: str, blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """The turns in printed order; empty when nobody's label returns and asks."""
    found = [label(block.text) if block.plain else None for block in blocks]
    said = _texts(blocks, found)
    if sum(map(len, said.values())) < LEAST_TURNS or len(said) > MOST_LABELS:
        return ()
    introduction = body[: next(b.start for b, at in zip(blocks, found, strict=True) if at)]
    names = named(said, body, introduction)
    people = _by_name(said, names)
    asking = _asking(people) | _readers(blocks, found, names)
    if not asking:
        return ()
    answering = {who for who in people if who not in asking and _is_speaker(who, people, body)}
    known = [at and at._replace(who=_who(at.who, names)) for at in found]
    return _paired(_said(blocks, known, asking, answering), asking, names)


def _texts(blocks: Sequence[Block], found: Sequence[Label | None]) -> dict[str, list[str]]:
    said: defaultdict[str, list[str]] = defaultdict(list)
    for block, at in zip(blocks, found, strict=True):
        if at:
            said[at.who].append(block.text[at.length :])
    return dict(said)


def _who(who: str, names: Mapping[str, str | None]) -> str:
    """A label by its speaker's name, so that `Mayor Klee` and `Klee` are one; bare ones as they are."""
    return who if who in (ASKS, ANSWERS) else names[who] or who


def _by_name(said: Labels, names: Mapping[str, str | None]) -> dict[str, list[str]]:
    people: defaultdict[str, list[str]] = defaultdict(list)
    for who, texts in said.items():
        people[_who(who, names)] += texts
    return dict(people)


def _asking(people: Labels) -> set[str]:
    """Those who ask: by the label, or because most of what they say is questions."""
    return {who for who, texts in people.items() if who == ASKS or (who != ANSWERS and len(texts) > 1 and _asks(texts))}


def _readers(blocks: Sequence[Block], found: Sequence[Label | None], names: Mapping[str, str | None]) -> set[str]:
    """People who ask once each (readers, a panel), when one and the same person answers them one after another."""
    heads = [(_who(at.who, names), b.text) for b, at in zip(blocks, found, strict=True) if at]
    counts = Counter(who for who, _ in heads)
    answered = [
        (who, then)
        for (who, text), (then, _) in pairwise(heads)
        if counts[who] == 1 and counts[then] > 1 and text.rstrip("\"”’')").endswith("?")
    ]
    return {who for who, _ in answered} if len(answered) > 1 and len({then for _, then in answered}) == 1 else set()


def _is_speaker(who: str, people: Labels, body: str) -> bool:
    """A label that returns, means answers, or is a name the document speaks of elsewhere."""
    return len(people[who]) > 1 or who == ANSWERS or len(re.findall(rf"\b{re.escape(who)}\b", body)) > 1


def _said(blocks: Sequence[Block], found: Sequence[Label | None], asking: set[str], answering: set[str]) -> list[_Said]:
    """Labelled blocks with the unlabelled ones that go on; without answer labels, what follows a question answers it."""
    out: list[_Said] = []
    last = max(n for n, at in enumerate(found) if at and at.who in asking | answering)
    for number, (block, at) in enumerate(zip(blocks, found, strict=True)):
        if at and at.who in asking | answering:
            out.append(_Said(at, [number]))
        elif number > last and (at or _is_over(answering, block)):
            break
        elif block.plain and out:
            if not answering and out[-1].label and out[-1].label.who in asking:
                out.append(_Said(None, [number]))
            else:
                out[-1].blocks.append(number)
    return out


def _is_over(answering: set[str], block: Block) -> bool:
    """Whether a block behind the last label is nobody's turn any more: it speaks of one who answered."""
    return any(speaks_of(who, block.text) for who in answering - {ANSWERS})


def _paired(said: Sequence[_Said], asking: set[str], names: Mapping[str, str | None]) -> tuple[Turn, ...]:
    """Each answer with its question: by their numbers, or the n-th of a run of answers with the n-th question before."""
    out: list[Turn] = []
    questions: list[_Said] = []
    for asks, run in groupby(said, key=lambda turn: turn.label is not None and turn.label.who in asking):
        turns = list(run)
        if asks:
            questions = turns
        for n, turn in enumerate(turns):
            speaker, length = _speaker(turn.label, names), turn.label.length if turn.label else 0
            asked = None if asks else _question_of(n, turn, len(turns), questions)
            out.append(Turn("question" if asks else "answer", speaker, tuple(turn.blocks), length, asked))
    return tuple(out)


def _speaker(found: Label | None, names: Mapping[str, str | None]) -> str | None:
    """The name to show; of an answer without a label nobody's."""
    return names.get(found.who, found.who) if found else None


def _question_of(n: int, answer: _Said, answers: int, questions: Sequence[_Said]) -> int | None:
    """The first block of the question that the n-th of a run of answers belongs to."""
    if not questions:
        return None
    if answer.label and answer.label.number is not None:
        same = [q for q in questions if q.label and q.label.number == answer.label.number]
        if same:
            return same[0].blocks[0]
    one_each = len(questions) > 1 and answers > 1
    return questions[min(n, len(questions) - 1) if one_each else -1].blocks[0]
