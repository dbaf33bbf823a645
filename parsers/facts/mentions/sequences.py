"""Capitalised sequences: the stretches of a body that could be names, before anyone asks of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from parsers.facts.mentions import gazetteer, words
from parsers.facts.sentences import ANYWHERE, BEFORE_NAMES

_UPPER = "A-Z" + "".join(chr(c) for c in range(0xC0, 0x530) if chr(c).isupper())
_TOKEN = re.compile(rf"(?<![\w’'])(?:[A-Z]\.(?:[A-Z]\.)+|[{_UPPER}](?:\w|[’'](?![sS]\b)(?=\w)|[-.&](?=[\w]))*)")
_STOPPED = BEFORE_NAMES | ANYWHERE
_LEGAL = frozenset("inc ltd llc plc corp co jr sr".split())
_OPENERS = ("“", '"', "‘", "«", "„", "•", "–", "—")
_MOST = 24
"""Words of the longest name; a longer run of capitals is a table or an attack."""
_CLOSING = frozenset("ltd limited llc plc inc gmbh corp corporation ojsc jsc".split())


class Token(NamedTuple):
    """A capitalised word and where it stands; `gap` is the text between it and the token before it in its sequence."""

    start: int
    end: int
    text: str
    lower: str
    gap: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """Capitalised words that stand together. `initial` says that the first opens a sentence."""

    tokens: tuple[Token, ...]
    initial: bool = False

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.tokens[-1].end

    def part(self, low: int, high: int | None = None) -> Sequence:
        """Some of the words, as a sequence."""
        return Sequence(self.tokens[low:high], self.initial and low == 0)

    def text(self, body: str) -> str:
        """The words as they stand in the body."""
        return body[self.start : self.end]


def sequences(body: str, sentence_starts: frozenset[int]) -> Iterator[Sequence]:
    """The capitalised sequences of a body in reading order, cut where a link word does not hold them together."""
    group: list[Token] = []
    for match in _TOKEN.finditer(body):
        start, end = match.span()
        gap = body[group[-1].end : start] if group and start - group[-1].end <= 12 else "\n"
        text = match.group()
        token = Token(start, end, text, text.lower(), gap)
        if group and start not in sentence_starts and len(group) < _MOST and _holds(group, token):
            group.append(token)
            continue
        if len(group) > 1 or (group and group[0].lower not in words.OPENING):
            yield from _divided(group, _initial(body, group[0].start, sentence_starts))
        group = [token]
    if group:
        yield from _divided(group, _initial(body, group[0].start, sentence_starts))


def _titled(group: list[Token]) -> bool:
    """Whether a title with its complement stands first: `Assistant of President of Norway`, not `President Ann Poole`."""
    return group[0].lower in words.HONORIFICS and any(t.gap.startswith(" of") for t in group[1:])


def _initial(body: str, start: int, sentence_starts: frozenset[int]) -> bool:
    """Whether a word opens a sentence: by the splitter, behind an opening quotation mark, or behind a colon."""
    return (
        start in sentence_starts
        or body[max(0, start - 1) : start] in _OPENERS
        or body[max(0, start - 2) : start] == ": "
    )


def _holds(group: list[Token], token: Token) -> bool:
    """Whether the gap before a token holds it to the group before it."""
    gap, last = token.gap, group[-1].lower
    if gap == " ":
        return True
    if gap == ". ":
        return last in _STOPPED or len(last) == 1
    if gap in (", ", "., "):
        return token.lower in _LEGAL or (len(group) > 1 and token.text == group[-2].text)
    if gap in ("'s ", "’s "):
        return last == "people"
    if gap not in words.LINKS:
        return False
    if gap in (" of ", " of the "):
        return (
            last in words.ORGANISATION_OPENERS
            or last in words.PLACE_OPENERS
            or last in words.HONORIFICS
            or last in words.PROGRAMME_HEADS
            or last in words.TOPICS
            or (gap == " of " and any(t.lower in words.ORGANISATION_OPENERS for t in group[:-1]))
        )
    if gap in (" for ", " for the ", " on ", " on the ", " to ", " to the "):
        return (
            last in words.ORGANISATION_OPENERS
            or last in words.HONORIFICS
            or (_titled(group) and (last in words.TOPICS or group[-1].text in gazetteer.countries()))
        )
    return gap not in (" in ",)


def _divided(group: list[Token], initial: bool) -> Iterator[Sequence]:
    """The group without opening words, cut behind a company's legal form and at every `and` that joins two names."""
    at = 0
    while at < len(group) and _opens(group, at, initial):
        at += 1
    kept = group[at:]
    begin = 0
    for i, token in enumerate(kept):
        if i and (_two_names(kept[begin:i], kept[i:]) if token.gap == " and " else _closed(kept[i - 1], token)):
            yield Sequence(tuple(kept[begin:i]), initial and at == 0 and begin == 0)
            begin = i
    if kept:
        yield Sequence(tuple(kept[begin:]), initial and at == 0 and begin == 0)


def _opens(group: list[Token], at: int, initial: bool) -> bool:
    """Whether a word at the front of a group only opens the sentence or counts: it is no part of the name."""
    lower = group[at].lower
    if lower in words.ORDINALS:
        return initial and at == 0 and sum(t.lower == lower for t in group) == 1
    if lower in words.OPENING:
        return True
    if len(group) - at == 1:
        return False
    return lower in words.LABELS or (
        initial and lower.endswith("ing") and group[at].text not in gazetteer.single_names()
    )


def _closed(last: Token, token: Token) -> bool:
    """Whether a company's name ended with its legal form and another name begins."""
    return (
        last.lower in _CLOSING
        and token.lower not in _LEGAL
        and token.lower not in _CLOSING
        and token.lower not in words.ORGANISATION_HEADS
    )


def _two_names(left: list[Token], right: list[Token]) -> bool:
    """Whether `left and right` are two names, and not one as in `Ministry of Trade and Industry`, `Bill and Ann Lee Fund`."""
    if left[-1].lower in words.TOPICS and right[0].lower in words.TOPICS:
        return False
    known = words.ORGANISATION_HEADS | words.PROGRAMME_HEADS
    headed = any(t.lower in known for t in right[1:])
    complete = left[0].lower in words.ORGANISATION_OPENERS or (len(left) > 1 and left[-1].lower in known)
    acronym = len(left) == 1 and left[0].text.isupper() and len(left[0].text) > 2
    return acronym or not headed or len(left) > 2 or complete or left[-1].text in gazetteer.single_names()
