"""The time of a figure: the one that its clause gives it, or none."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from parsers.facts.syntax import Parse, Phrase
from parsers.facts.syntax.lexicon import TEMPORAL
from parsers.facts.tokens import Tokens, words
from parsers.model import Fact

SAYING = words("said says told announced reported added stated noted confirmed wrote")

DATELINE = 16
"""Tokens from the head of a sentence in which a date before a dash or a bracket is a dateline's."""

COMPARING = words(
    "from against versus vs than compared compares up down instead after before following when while since until"
)
"""Words behind which another figure, with a time of its own, is set beside the first."""

MATURING = words("mature matures matured maturing maturity expire expires expiring redeemable callable convertible")
"""Words right before the day on which a paper ends: no time of its figures."""

PAPERS = words("bond bonds note notes debentures bills stock gilts")

HAPPENED = words("after before since during following amid until")
"""Prepositions of another happening, whose time is not that of the figure: "after the crisis of May 1985"."""

NEAREST = 6
"""Times looked at on either side of a figure."""


class Moment(NamedTuple):
    """A time as figures see it: where its words are in the sentence, and its columns of table `fact`."""

    start: int
    end: int
    subtype: str | None
    timex_type: str | None
    timex_value: str | None
    time_relation: str | None
    time_start: str | None
    time_end: str | None
    time_surface: str | None


def moment(time: Fact, at: int) -> Moment:
    """A time fact in the offsets of the sentence that begins at `at`."""
    return Moment(
        (time.anchor_start or 0) - at, (time.anchor_end or 0) - at, time.subtype, time.timex_type, time.timex_value,
        time.time_relation, time.time_start, time.time_end, time.time_surface,
    )  # fmt: skip


class _Place(NamedTuple):
    time: Moment
    first: int
    behind: int


def _start(time: Moment) -> int:
    return time.start


def time_of(tokens: Tokens, parse: Parse, i: int, j: int, times: tuple[Moment, ...]) -> tuple[Moment | None, bool]:
    """The time of the figure in tokens i to j, and whether it is certain.

    A time directly behind the figure is its own; one in front of all figures of the clause is that of each of them that
    has none of its own; nothing is taken from another clause, but the time in front of a clause that this one is joined to.
    """
    if not times:
        return None, True
    k = bisect_left(times, tokens.start[i], key=_start)
    near = [p for t in times[max(0, k - NEAREST) : k + NEAREST] if _dates(tokens, t) and not (_happened(parse, tokens, p := _placed(tokens, t)) or _adjective(parse, tokens, p, i))]  # fmt: skip
    own = [p for p in near if parse.owner[min(p.first, tokens.size - 1)] == parse.owner[i]]
    behind = next((p for p in own if p.first >= j and not _owns(tokens, parse, p)), None)
    if behind is not None and _adjacent(parse, tokens, j, behind.first):
        return behind.time, True
    before = [p for p in own if p.behind <= i and tokens.low[p.first - 1] not in COMPARING]
    if before and _about(tokens, parse, i, before[-1]):
        return None, True
    if before:
        return _leading(parse, tokens, _in_front(tokens, parse, i, before, own))
    if behind is not None:
        return _further(tokens, parse, j, behind)
    return _shared(parse, i, near)


def _about(tokens: Tokens, parse: Parse, i: int, last: _Place) -> bool:
    """Is the figure of what the deed was about: "was held on May 4 over the theft of | 12 paintings"?"""
    mine = parse.phrase_at(i)
    host = parse.hosts.get(mine.start - 1) if mine is not None and tokens.low[mine.start - 1] == "of" else None
    held = parse.phrase_at(host) if host is not None else None
    if held is None or "#" in parse.tags[held.start : held.end]:
        return False
    return last.behind <= held.start - 1 and tokens.low[held.start - 1] == "over"


def _placed(tokens: Tokens, time: Moment) -> _Place:
    first = bisect_left(tokens.start, time.start, 0, tokens.size)
    return _Place(time, first, bisect_left(tokens.start, time.end, 0, tokens.size))


def _adjective(parse: Parse, tokens: Tokens, place: _Place, figure: int) -> bool:
    """ "under a 2019 pact Chile will buy 4 ships": a time that only tells which thing is meant; not of the clause's subject."""
    first = min(place.first, tokens.size - 1)
    phrase = parse.phrase_at(first)
    if phrase is None or not phrase.start < first < phrase.head or phrase.start <= figure < phrase.end:
        return False
    subject = parse.clause_of(first).subject
    if subject is not None and subject.start <= first < subject.end:
        return False
    return tokens.low[phrase.start] in ("a", "an") and tokens.low[phrase.head] not in TEMPORAL


def _leading(parse: Parse, tokens: Tokens, found: tuple[Moment | None, bool]) -> tuple[Moment | None, bool]:
    """Without `after` where that opens the clause: "after the | January 2010 earthquake killed 300"."""
    time = found[0]
    if time is None or time.time_relation not in ("after", "before", "since", "until"):
        return found
    first = _placed(tokens, time).first
    clause = parse.clause_of(min(first, tokens.size - 1))
    subject = clause.subject
    if subject is None or clause.opener is None or tokens.low[clause.opener] != time.time_relation or not subject.start <= first < subject.end:  # fmt: skip
        return found
    surface = (time.time_surface or "").removeprefix(f"{time.time_relation} ") or None
    return time._replace(time_relation=None, time_surface=surface), found[1]


def _happened(parse: Parse, tokens: Tokens, place: _Place) -> bool:
    """ "after the crisis of May 1985", "since the March 1980 coup": the time of what happened."""
    host = parse.hosts.get(place.first - 1) if tokens.low[place.first - 1] == "of" else None
    phrase = parse.phrase_at(host) if host is not None else None
    if phrase is None or phrase.start == 0:
        return False
    return tokens.low[phrase.start - 1] in HAPPENED and tokens.low[phrase.head] not in TEMPORAL


def _owns(tokens: Tokens, parse: Parse, place: _Place) -> bool:
    """ "on last year's crop", "in the June contract": the time of another thing."""
    if tokens.low[place.behind] in ("'", "’"):
        return True
    phrase = parse.phrase_at(place.first)
    return (
        phrase is not None
        and phrase.head >= place.behind
        and (tokens.low[phrase.start] in ("the", "a", "its", "their") or _described(tokens, phrase, place))
    )


def _described(tokens: Tokens, phrase: Phrase, place: _Place) -> bool:
    """Is it an adjective among others: "hard-earned New Year's Eve parties"?"""
    return phrase.start < place.first and tokens.low[phrase.head] not in TEMPORAL


def _adjacent(parse: Parse, tokens: Tokens, j: int, first: int) -> bool:
    """Is the time the next thing said behind the figure: no other figure, comma, comparison or clause between?"""
    if first - j > 10 or any(tag in ',;C#tWSMBhdva(-"' for tag in parse.tags[j:first]):
        return False
    return not any(
        tokens.low[k] in COMPARING or tokens.low[k] in ("over", "below", "above", "than") for k in range(j, first)
    )


def _in_front(
    tokens: Tokens, parse: Parse, i: int, before: list[_Place], own: list[_Place]
) -> tuple[Moment | None, bool]:
    """The last time before the figure, unless another figure has it."""
    last = before[-1]
    figures = [k for k in range(last.behind, i) if _figure(parse, tokens, k)]
    earlier = any(
        _figure(parse, tokens, k) and not any(p.first <= k < p.behind for p in own)
        for k in range(parse.clauses[parse.owner[i]].start, last.first)
    )
    if any(tokens.low[k] in COMPARING for k in range(last.behind, i)):
        return (None, True)
    if earlier:
        k = last.behind + 1 if tokens.low[last.behind] == "," else last.behind
        joined = tokens.low[k] == "to" and all(parse.tags[n] not in "C;" for n in range(k, i))
        return (last.time, False) if joined and not figures else (None, True)
    if len(before) > 1 and not figures:
        return last.time, last.first - before[-2].behind > 1
    return last.time, len(before) == 1


def _figure(parse: Parse, tokens: Tokens, k: int) -> bool:
    return parse.tags[k] == "#" and tokens.low[k][:1].isdecimal()


def _further(tokens: Tokens, parse: Parse, j: int, behind: _Place) -> tuple[Moment | None, bool]:
    """A time at the end of the clause: it dates all its figures when none is there for comparison."""
    for k in range(j, behind.first):
        if tokens.low[k] in COMPARING or tokens.low[k] == "over" or parse.tags[k] in ";(":
            return None, True
    figures = any(_figure(parse, tokens, k) for k in range(j, behind.first))
    if figures and not _joined(tokens, parse, j, behind.first):
        return None, True
    commas = [k for k in range(j, behind.first) if parse.tags[k] in ",C"]
    if commas and any(parse.tags[k] in "va" for k in range(commas[0], behind.first)):
        return None, True  # "the tower, 60 metres tall, opened in 2012"
    if commas and behind.first - commas[-1] > 3:
        return None, True
    return behind.time, not figures and not commas


def _joined(tokens: Tokens, parse: Parse, j: int, end: int) -> bool:
    """Is the next figure one more of the same: "rose 5 percent to 10 million in May"?"""
    k = next(k for k in range(j, end) if _figure(parse, tokens, k))
    return tokens.low[j] in ("to", "or", "and") and k - j <= 4


def _shared(parse: Parse, i: int, near: list[_Place]) -> tuple[Moment | None, bool]:
    """The time in front of the clause that this one is joined to: "In May sales rose 5 percent and profit fell 3"."""
    clause = parse.clauses[parse.owner[i]]
    if clause.link != "coordinate" or clause.parent is None:
        return None, True
    first = parse.clauses[clause.parent]
    start = first.subject.start if first.subject is not None else -1
    found = [p for p in near if p.behind <= start and parse.owner[p.first] == clause.parent]
    return (found[-1].time, False) if len(found) == 1 else (None, True)


def _dates(tokens: Tokens, time: Moment) -> bool:
    """Can the time date a figure? Not a vague one, and not the day somebody said it ("said on Tuesday")."""
    if time.timex_type not in ("DATE", "TIME") or (time.timex_value or "").endswith(("_REF", "XX")):
        return False
    i = bisect_left(tokens.start, time.start, 0, tokens.size)
    j = bisect_left(tokens.start, time.end, 0, tokens.size)
    if (
        j < DATELINE
        and tokens.low[j] in ("-", "–", "—", "(")
        and not (tokens.low[j] != "(" and tokens.glued(j) and tokens.glued(j + 1))
    ):
        return False
    if not MATURING.isdisjoint(tokens.low[max(0, i - 2) : i]):
        return False  # "notes maturing in 2004"
    if tokens.low[i - 1] == "of" and tokens.low[i - 2] in PAPERS:
        return False  # "Treasury bonds of 2016"
    if tokens.low[i - 1] == "due" and tokens.low[i - 2] not in ("is", "are", "was", "were", "be"):
        return False  # "a bond due April 9"
    return not any(low in SAYING for low in tokens.low[max(0, i - 3) : i])
