"""Capitalised sequences: the words of a body that could be names, before anyone asks of what."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from parsers.facts.mentions import gazetteer, letters, words
from parsers.facts.mentions.posts import is_head
from parsers.record import of_values
from parsers.sentences import ANYWHERE, BEFORE_NAMES

_UPPER = "A-Z" + "".join(chr(c) for c in range(0xC0, 0x530) if chr(c).isupper())
# It begins with its capital, and only then looks back, so that the search can skip from one capital to the next.
_WORD = rf"[{_UPPER}](?<![\w’'].)(?:(?<=[A-Z])\.(?:[A-Z]\.)+|\w*+(?:(?:[’'](?![sS]\b)|[-.&])\w++)*)"
_TOKEN = re.compile(_WORD)
_STOPPED = BEFORE_NAMES | ANYWHERE
_LEGAL = frozenset("inc ltd llc plc corp co jr sr".split())
_OPENERS = frozenset(("“", '"', "‘", "«", "„", "•", "–", "—"))
_MOST = 24
"""Words of the longest name; a longer run of capitals is a table or an attack."""
_RUN = re.compile(f"{_WORD}(?: {_WORD}){{0,{_MOST - 1}}}")
_REACH = 12
"""Characters of the longest gap within a name."""
_JOINTS = words.LINKS | {". ", ", ", "., ", "'s ", "’s ", "' ", "’ "}
_LOOSE = words.LINKS - {" of ", " of the ", " for ", " for the ", " on ", " on the ", " to ", " to the "}
_CLOSING = frozenset("ltd limited llc plc inc gmbh corp corporation ojsc jsc".split())


class Token(NamedTuple):
    """A capitalised word and where it is in its stretch; `gap` is the text between it and the token before it."""

    start: int
    end: int
    text: str
    lower: str
    gap: str


class Sequence(NamedTuple):
    """Capitalised words that stand together, from `start` to `end`. `initial` says that the first opens a sentence."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    initial: bool = False

    def part(self, low: int, high: int | None = None) -> Sequence:
        """Some of the words, as a sequence."""
        tokens, origin = self.tokens[low:high], self.start - self.tokens[0].start
        return Sequence(tokens, origin + tokens[0].start, origin + tokens[-1].end, self.initial and low == 0)

    def text(self, body: str) -> str:
        """The words as they are in the body."""
        return body[self.start : self.end]

    def moved(self, by: int) -> Sequence:
        """The same words, counted from `by` characters before."""
        tokens, start, end, initial = self
        return Sequence(tokens, start + by, end + by, initial)


Stretch = tuple[int, int, bool, bool]
"""Capitalised words that link words, or nothing, hold together: start, end, and two things of what is before that
tell what they name: whether they open a sentence, and whether an `of` that leads to them belongs to another name."""


def stretches(body: str, sentence_starts: tuple[int, ...]) -> Iterator[Stretch]:
    """The stretches of a body in reading order, cut at sentences and where no link word holds them together."""
    begin = last = -_REACH - 1
    size, of = 0, False
    opening = frozenset(sentence_starts)
    for start, end, words_ in _runs(body, sentence_starts):
        gap = body[last:start] if start - last <= _REACH else "\n"
        if (
            (gap == " " or (gap in _JOINTS and _holds(body[begin:last], gap, body[start:end])))
            and size + words_ <= _MOST
            and start not in opening
        ):
            last, size = end, size + words_
            continue
        if size:
            yield from _parted(body, (begin, last, _initial(body, begin, opening), of), size)
        begin, last, size, of = start, end, words_, gap.strip() in ("of", "of the")
    if size:
        yield from _parted(body, (begin, last, _initial(body, begin, opening), of), size)


_POSTED = re.compile(r"\b([a-z][a-z-]+) of \Z")


def _parted(body: str, stretch: Stretch, size: int) -> Iterator[Stretch]:
    """A stretch, or the place of a post and the person who holds it: `the mayor of Lunde | Erik Moe`."""
    begin, end, initial, of = stretch
    post = (
        _POSTED.search(body, max(0, begin - _POST), begin) if size > 2 and body.startswith(" of ", begin - 4) else None
    )
    if post and is_head(post.group(1)):
        tokens = tokens_of(body[begin:end])
        given = gazetteer.given_names()
        at = next((i for i, t in enumerate(tokens) if t.lower in given), 0)
        if 0 < at < len(tokens) - 1 and tokens[at].gap == " " and tokens[at - 1].lower not in words.HONORIFICS:
            yield begin, begin + tokens[at - 1].end, initial, of
            yield begin + tokens[at].start, end, False, False
            return
    yield stretch


_POST = 24
"""Characters of a post and its `of`."""


def _runs(body: str, sentence_starts: tuple[int, ...]) -> Iterator[tuple[int, int, int]]:
    """Capitalised words with nothing but a space between them: where they are, and how many; cut at sentences."""
    for match in _RUN.finditer(body):
        start, end = match.span()
        further = body.count(" ", start, end)
        if further and bisect_left(sentence_starts, end) > bisect_right(sentence_starts, start):
            for word in _TOKEN.finditer(body, start, end):
                yield word.start(), word.end(), 1
        else:
            yield start, end, further + 1


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a stretch, in offsets of its own text."""
    found, last = [], 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match.group()
        found.append(of_values(Token, (start, end, word, word.lower(), text[last:start])))
        last = end
    return tuple(found)


def sequences(text: str, initial: bool, behind_of: bool) -> Iterator[Sequence]:
    """The sequences of a stretch's text: without the words that only open its sentence, and each name by itself."""
    group = tokens_of(text)
    if behind_of:
        group = (group[0]._replace(gap=" of "), *group[1:])
    if len(group) > 1 or group[0].lower not in words.OPENING:
        yield from _divided(group, initial)


def _titled(group: tuple[Token, ...]) -> bool:
    """Whether a title with its complement is first: `Assistant of President of Norway`, not `President Ann Poole`."""
    return group[0].lower in words.HONORIFICS and any(t.gap.startswith(" of") for t in group[1:])


def _initial(body: str, start: int, sentence_starts: frozenset[int]) -> bool:
    """Whether a word opens a sentence: by the splitter, behind an opening quotation mark, or behind a colon."""
    return (
        start in sentence_starts
        or body[max(0, start - 1) : start] in _OPENERS
        or body[max(0, start - 2) : start] == ": "
    )


def _holds(before: str, gap: str, behind: str) -> bool:
    """Whether a gap other than a space holds words to the words before it."""
    if gap in _LOOSE:
        return gap != " in "
    if gap in (", ", "., "):
        word = behind.partition(" ")[0]
        return word.lower() in _LEGAL or (word in before and _of_partners([t.text for t in tokens_of(before)], word))
    group = tokens_of(before)
    last = group[-1].lower
    if gap == ". ":
        return last in _STOPPED or len(last) == 1
    if gap in ("' ", "’ "):
        return last.endswith("s") and behind.lower().split(" ")[0] in _OF_MEMBERS
    if gap in ("'s ", "’s "):
        words_ = behind.lower().split(" ")
        return last == "people" or (
            (words_[0] in _OF_FIRMS or (len(words_) == 2 and words_[1] in _CLOSING))
            and group[-1].text not in gazetteer.single_names()
        )
    if gap in (" of ", " of the "):
        return last in _TAKING_OF or (gap == " of " and any(t.lower in words.ORGANISATION_OPENERS for t in group[:-1]))
    return (
        last in words.ORGANISATION_OPENERS
        or last in words.HONORIFICS
        or (_titled(group) and (last in words.TOPICS or group[-1].text in gazetteer.countries()))
    )


def _of_partners(before: list[str], word: str) -> bool:
    """Whether a word behind a comma names a second partner of a firm: not behind a court, a council or a town."""
    return before[-2:-1] == [word] and before[-1].lower() not in words.ORGANISATION_HEADS | words.PLACE_HEADS


_OF_MEMBERS = frozenset("association union federation council society league club guild alliance organisation organization cooperative party confederation institute board committee".split())  # fmt: skip
"""Heads of bodies that are named for their members: `Norland Sheriffs' | Association`."""
_LETTERS = 7
"""Characters that letters behind a name never reach."""
_OF_FIRMS = _CLOSING | frozenset("co market markets holdings investors stores supermarkets restaurants".split())
"""What is behind the possessive in a company's own name: `Young's Market Co`, `McDonald's Corp`."""
_TAKING_OF = words.ORGANISATION_OPENERS | words.PLACE_OPENERS | words.HONORIFICS | words.PROGRAMME_HEADS | words.TOPICS


def _divided(group: tuple[Token, ...], initial: bool) -> Iterator[Sequence]:
    """The group without opening words, cut behind a company's legal form and at every `and` that joins two names."""
    at = 0
    while at < len(group) and _opens(group, at, initial):
        at += 1
    kept = group[at:]
    begin = 0
    for i, token in enumerate(kept):
        if i and (_two_names(kept[begin:i], kept[i:]) if token.gap == " and " else _ended(kept, begin, i)):
            yield _sequence(kept[begin:i], initial and at == 0 and begin == 0)
            begin = i
    if kept:
        yield _sequence(kept[begin:], initial and at == 0 and begin == 0)


def _ended(kept: tuple[Token, ...], begin: int, i: int) -> bool:
    """Whether a name ended before a token: a company's, or a well-known body's before a person's: `United Nations | Ann Lee`."""
    if _closed(kept[i - 1], kept[i]):
        return True
    if i - begin < 2 or len(kept) - i < 2 or kept[i].lower not in gazetteer.given_names():
        return False
    if kept[i - 1].lower in _SITES and kept[i].gap == " ":
        return True
    return f"{kept[i - 2].text} {kept[i - 1].text}" in gazetteer.BODY_NAMES


_SITES = frozenset("airport university college hospital".split())
"""Heads that close the name of a site before a person's: `Halden Airport | Ann Lee`."""


def _sequence(tokens: tuple[Token, ...], initial: bool) -> Sequence:
    if len(tokens) > 1 and len(tokens[-1].text) < _LETTERS:
        tokens = tokens[: letters.without(tuple([t.text for t in tokens]))]
    return Sequence(tokens, tokens[0].start, tokens[-1].end, initial)


def _opens(group: tuple[Token, ...], at: int, initial: bool) -> bool:
    """Whether a word at the front of a group only opens the sentence or counts: it is no part of the name."""
    lower = group[at].lower
    if lower in words.ORDINALS:
        return initial and at == 0 and sum(t.lower == lower for t in group) == 1
    if lower in words.OPENING:
        return True
    if initial and at == 0 and lower == "senior" and len(group) > 2 and group[1].lower not in words.HONORIFICS:
        return True
    if len(group) - at == 1 or (lower == "jan" and group[at + 1].gap == " "):
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
        and token.lower != "partnership"
    )


def _two_names(left: tuple[Token, ...], right: tuple[Token, ...]) -> bool:
    """Whether `left and right` are two names, and not one as in `Ministry of Trade and Industry`, `Bill and Ann Lee Fund`."""
    if left[-1].lower in words.TOPICS and right[0].lower in words.TOPICS:
        return False
    if len(right) == 2 and f"{right[0].text} {right[1].text}" in gazetteer.places():
        return True
    if len(right) == 1 and right[0].lower in _FIELDS and _of_a_body(left):
        return False
    headed = any(t.lower in _HEADS for t in right[1:])
    if headed and len(right) < 4 and right[-1].lower in _JOINING and _of_fields(left, right):
        return False
    if headed and left[-1].lower in TRADES and right[0].lower in TRADES:
        return False
    if headed and left[0].text in ("House", "Senate", "Joint", "Select"):
        return False
    if headed and len(left) > 1 and left[-1].lower.endswith(_QUALIFYING):
        return False
    complete = left[0].lower in words.ORGANISATION_OPENERS or (len(left) > 1 and left[-1].lower in _HEADS)
    acronym = len(left) == 1 and left[0].text.isupper() and len(left[0].text) > 2
    return acronym or not headed or len(left) > 2 or complete or left[-1].text in gazetteer.single_names()


def _of_a_body(left: tuple[Token, ...]) -> bool:
    """Whether a field of a body is last, so that a common noun behind `and` is another: `Institute of Health | and Welfare`."""
    at = len(left) - 1
    return at > 0 and left[at].gap == " of " and left[at - 1].lower in words.ORGANISATION_OPENERS


_FIELDS = frozenset("welfare medicine research families ageing aging drugs fisheries forestry mines tourism arts humanities fitness nutrition safety hygiene letters waters wildlife parks".split())  # fmt: skip
_JOINING = frozenset(
    "commission council union association federation institute society board authority agency committee".split()
)


def _of_fields(left: tuple[Token, ...], right: tuple[Token, ...]) -> bool:
    """Whether `and` joins two fields in the name of one body: `Norwegian Food and Grocery Council`, `Forestry Mining and Energy Union`."""
    fields = TRADES | words.TOPICS
    if left[-1].lower in fields and right[0].lower in fields:
        return True
    nation = left[0].text in gazetteer.demonyms() or (
        len(left) > 2 and f"{left[0].text} {left[1].text}" in gazetteer.demonyms()
    )
    return (
        nation
        and len(left) < 4
        and left[-1].lower not in words.ORGANISATION_OPENERS
        and left[-1].text not in gazetteer.single_names()
        and left[-1].lower not in words.HONORIFICS
    )


TRADES = frozenset(
    "savings banking loan mining development exploration production trust bank gas oil electric power light telegraph telephone trading engineering "
    "chemical steel iron coal smelting refining paper pulp packaging title research investment finance food beverage fruit vegetable hotels resorts "
    "gold silver land cattle fire marine casualty surety property insurance sand gravel shipping transport storage manufacturing machinery metals "
    "minerals petroleum pipeline water sewer rubber tire glass cement lumber timber wool cotton grain feed seed sugar coffee tea tobacco wine spirits "
    "television radio film entertainment leisure health drug medical aircraft space railway rail navigation credit guaranty mortgage".split()
)
"""Trades that companies join in one name: `Lund Savings and Loan Association`, `Halden Mining and Development Corp`."""
_QUALIFYING = ("ic", "al", "ive", "ary", "ine", "ese", "ish")
"""Endings of adjectives: `National Oceanic and Atmospheric Administration` is one name."""
_HEADS = words.ORGANISATION_HEADS | words.PROGRAMME_HEADS
