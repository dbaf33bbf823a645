"""Who speaks in an interview: labels found in the document itself, questions paired with their answers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_LABEL = re.compile(
    rf"(?P<label>(?:Question|Answer|Q|A)\.?\s?\d{{0,2}}|{_NAME}(?:\s{_NAME}){{0,4}})"
    r"(?:\s*:\s+|\s[-–—]\s+|\.\s*[-–—]\s+)(?=\S)"
)
_QUESTION_LABEL = re.compile(r"(?:Q|Question)\.?\s?\d*\Z", re.IGNORECASE)
_ANSWER_LABEL = re.compile(r"(?:A|Answer)\.?\s?\d*\Z", re.IGNORECASE)
_NUMBER = re.compile(r"\.?\s?\d*\.?\Z")
_ASKED = re.compile(r"\?[\"”’')]*(?:\s|\Z)")
_TITLES = frozenset(
    (
        "president",
        "minister",
        "prime",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "professor",
        "sir",
        "ambassador",
        "general",
        "foreign",
        "deputy",
        "chairman",
        "chief",
        "the",
        "secretary",
        "director",
        "senator",
        "king",
        "queen",
        "prince",
        "commissioner",
        "governor",
        "mayor",
        "speaker",
        "captain",
        "colonel",
        "judge",
    )
)
_LEAST_TURNS = 3
_MOST_LABELS = 40
"""With more labels than that a document is a list, and names are not looked up."""
_LEAST_ASKED = 0.5
"""A label asks when that share of its turns holds a question mark."""


class Block(NamedTuple):
    """A block of the body; only `plain` ones (no heading, caption, notice) can be said by somebody."""

    start: int
    end: int
    text: str
    plain: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person said without a break: block numbers; `answers` is the first block of the question."""

    kind: Literal["question", "answer"]
    speaker: str | None
    blocks: tuple[int, ...]
    label_length: int
    answers: int | None = None


class _Said(NamedTuple):
    label: str | None
    length: int
    blocks: list[int]


def turns(body: str, blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """The turns of an interview in printed order; empty when the document is none."""
    labels = _labels(blocks)
    asking = _asking(labels)
    if not asking or sum(len(texts) for texts in labels.values()) < _LEAST_TURNS:
        return ()
    answering = {label for label in labels if label not in asking and _is_speaker(label, labels, body)}
    said = _said(blocks, asking, answering)
    if len(asking | answering) > _MOST_LABELS:
        return ()
    names = {label: resolve(label, body) for label in asking | answering}
    return _paired(said, asking, names)


def _label(text: str) -> tuple[str, int] | None:
    """The label a block starts with (numbers of questions dropped), and its length with the separator."""
    found = _LABEL.match(text)
    if not found:
        return None
    label = found["label"]
    return (_NUMBER.sub("", label) if len(label.split()[0].rstrip(".0123456789")) <= 8 else label) or label, found.end()


def _labels(blocks: Sequence[Block]) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for block in blocks:
        label = _label(block.text) if block.plain else None
        if label:
            found[label[0]].append(block.text[label[1] :])
    return found


def _asking(labels: Mapping[str, Sequence[str]]) -> set[str]:
    """The labels of those who ask: by the label's name, or because most of what they say is questions."""
    return {
        label
        for label, texts in labels.items()
        if _QUESTION_LABEL.match(label)
        or (
            len(texts) > 1
            and not _ANSWER_LABEL.match(label)
            and sum(bool(_ASKED.search(t[-200:])) for t in texts) >= _LEAST_ASKED * len(texts)
        )
    }


def _is_speaker(label: str, labels: Mapping[str, Sequence[str]], body: str) -> bool:
    """A label that returns, stands for answers, or is a name the document speaks of elsewhere."""
    return (
        len(labels[label]) > 1
        or bool(_ANSWER_LABEL.match(label))
        or len(re.findall(rf"\b{re.escape(label)}\b", body)) > 1
    )


def _said(blocks: Sequence[Block], asking: set[str], answering: set[str]) -> list[_Said]:
    """Labelled blocks with the unlabelled ones that go on; without answer labels, what follows a question answers it."""
    out: list[_Said] = []
    for number, block in enumerate(blocks):
        found = _label(block.text) if block.plain else None
        if found and found[0] in asking | answering:
            out.append(_Said(found[0], found[1], [number]))
        elif block.plain and out:
            if not answering and out[-1].label in asking:
                out.append(_Said(None, 0, [number]))
            else:
                out[-1].blocks.append(number)
    return out


def _paired(said: Sequence[_Said], asking: set[str], names: Mapping[str, str]) -> tuple[Turn, ...]:
    """Each answer with its question: the n-th answer of a run with the n-th question of the run before it."""
    out: list[Turn] = []
    questions: list[_Said] = []
    for asks, run in groupby(said, key=lambda turn: turn.label in asking):
        turns = list(run)
        if asks:
            questions = turns
            out += [Turn("question", names[t.label or ""], tuple(t.blocks), t.length) for t in turns]
            continue
        for n, turn in enumerate(turns):
            speaker = names[turn.label] if turn.label else None
            asked = _question_of(n, len(turns), questions)
            out.append(Turn("answer", speaker, tuple(turn.blocks), turn.length, asked))
    return tuple(out)


def _question_of(n: int, answers: int, questions: Sequence[_Said]) -> int | None:
    """The first block of the question that the n-th of a run of answers belongs to."""
    if not questions:
        return None
    one_each = len(questions) > 1 and answers > 1
    return questions[min(n, len(questions) - 1) if one_each else -1].blocks[0]


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


# --------------------------------------------------------------------------------------------------------------- names


def resolve(label: str, body: str) -> str:
    """The fullest name of a speaker in the document when that is certain, else the label itself."""
    if _QUESTION_LABEL.match(label) or _ANSWER_LABEL.match(label) or " " in label:
        return label
    return _introduced(label, body) or _full_name(label, body) or label


def _introduced(label: str, body: str) -> str | None:
    """`reporter Xie Wenting (GT)`: the two or three capitalised words right before the label in brackets."""
    found = re.search(rf"((?:{_NAME}\s){{1,4}})\({re.escape(label)}\)", body)
    if not found:
        return None
    words = found.group(1).split()
    if words[-1] == label:
        return None
    while words and words[0].lower().rstrip(".") in _TITLES:
        words = words[1:]
    return " ".join(words) if 2 <= len(words) <= 3 else None


def _full_name(label: str, body: str) -> str | None:
    """The one first name that stands before a family name wherever it has one."""
    firsts = {
        m.group(1)
        for m in re.finditer(rf"({_NAME})\s{re.escape(label)}\b(?!\s*:)", body)
        if m.group(1).lower().rstrip(".") not in _TITLES and not m.group(1).endswith(".")
    }
    return f"{firsts.pop()} {label}" if len(firsts) == 1 else None
