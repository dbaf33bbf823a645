"""Whose quantity it is: the verb before it, the subject before the verb, the noun behind, the time of the clause."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from parsers.facts.quantity.bounds import DOWN, UP
from parsers.facts.quantity.nouns import STOPS
from parsers.facts.reading import Reading
from parsers.facts.tokens import Tokens, words
from parsers.model import Fact, Party

VERBS = (UP | DOWN - {"up", "down", "higher", "lower"}) | words(
    """
    reach reaches reached reaching total totals totalled totaled invest invests invested investing cost costs pay
    pays paid spend spends spent sell sells sold buy buys bought produce produces produced producing generate
    generates employ employs employed export exports exported import imports imported build builds built account
    accounts accounted accounting have has had hold holds held include includes included including is are was were
    be been become became make makes made stand stands stood amount amounts amounted exceed exceeds exceeded receive
    receives received raise raised earn earns earned report reports reported post posted cover covers covered supply
    supplies supplied deliver delivers delivered kill killed killing injure injured wound wounded measure measures
    measured weigh weighs weighed worth see saw seen show shows showed run runs ran take takes took travel carry
    carries carried serve serves served power powers support supports supported number numbering numbers comprise
    comprises comprised own owns owned win wins won give gives gave put puts set sets need needs needed want wants
    wanted plan plans planned allocate allocated attract attracts attracted provide provides provided sign signed
    contribute contributes contributed create creates created house houses launch launched open opened save saves
    saved last lasts lasted
    """
)
"""Verbs that newspapers hang figures on; any other word in -ed or -ing serves when none of these stands there."""

ENDS = STOPS | VERBS | words("deep long wide high tall thick away apart across old early late")
"""Words that end the noun phrase behind a measure."""

SKIPPED = STOPS - {"the", "its", "their", "his", "her"}
"""Words at the head of a clause that no subject begins with."""

TIME_WORDS = words(
    "year month week day quarter last next this yesterday today tomorrow ago earlier later annually monthly weekly daily"
)

REACH = 12
"""Tokens between a figure and its verb."""

SAYING = words("said says told announced reported added stated noted confirmed wrote")

SUBJECT_BORDERS = words(', ( ) that – — " “ ”') | SAYING

CHAINED = words(
    "plan plans planned planning aim aims aimed intend intends intended want wants wanted hope hopes hoped expect expects expected agreed decided pledged vowed began"
)
"""Verbs that go before another verb: they are no part of the subject."""

DATELINE = 16
"""Tokens from the head of a sentence in which a date before a dash or a bracket is a dateline's."""

NEAREST = 4
"""Times looked at on either side of a figure."""

LONGEST_SUBJECT = 8
"""Tokens of a subject without a name in it."""

NOT_VERBS = words(
    """
    during according including regarding following concerning hundred speed need united red limited bed shed king
    ring thing morning evening estimated
    """
)


def verb_before(tokens: Tokens, first: int, i: int) -> int | None:
    """The verb nearest before token i in the clause that begins at token `first`."""
    guess = None
    for k in range(i - 1, max(first - 1, i - 1 - REACH), -1):
        low = tokens.low[k]
        if low in VERBS:
            return k
        if (
            guess is None
            and (low.endswith("ed") or low.endswith("ing"))
            and len(low) > 4
            and low not in NOT_VERBS
            and not tokens.text[k].istitle()
        ):
            guess = k
    return guess


def subject(tokens: Tokens, first: int, verb: int) -> tuple[int, int]:
    """The tokens (first, behind last) of what stands before the verb: its last words back to the border of the clause."""
    while first < verb and (tokens.low[first] in SKIPPED or not tokens.low[first][:1].isalnum()):
        first += 1
    last = verb
    while last > first and (
        tokens.low[last - 1] in STOPS or tokens.low[last - 1] in CHAINED or not tokens.low[last - 1][:1].isalnum()
    ):
        last -= 1
    start = first
    for k in range(last - 1, first - 1, -1):
        if tokens.low[k] in SUBJECT_BORDERS:
            start = k + 1
            break
    start = max(start, last - LONGEST_SUBJECT)
    while start < last and not tokens.low[start][:1].isalnum():
        start += 1
    return start, last


def parties(reading: Reading, at: int, tokens: Tokens, start: int, last: int) -> tuple[Party, ...]:
    """The named things in the subject."""
    if start >= last or not reading.mentions:
        return ()
    named = reading.mentions_in(at + tokens.start[start], at + tokens.end[last - 1])
    return tuple([Party(role="subject", entity_id=entity) for entity in dict.fromkeys([m.entity_id for m in named])])


def place(reading: Reading, at: int, tokens: Tokens, span: tuple[int, int]) -> str | None:
    """The first place of the clause behind an "in"."""
    if not reading.mentions:
        return None
    for mention in reading.mentions_in(at + tokens.start[span[0]], at + tokens.end[span[1] - 1]):
        if (
            mention.entity_type == "place"
            and tokens.low[bisect_left(tokens.start, mention.start_char - at, 0, tokens.size) - 1] == "in"
        ):
            return mention.name
    return None


def object_behind(tokens: Tokens, j: int) -> str | None:
    """The noun phrase behind a measure: "2 GW of renewable energy projects", "a 60 MW solar plant"."""
    k = j + 1 if tokens.low[j] in ("of", "in", "-") else j
    k = k + 1 if tokens.low[k] in ("the", "its", "their", "a", "an") else k
    end = k
    if tokens.low[k] in TIME_WORDS:
        return None
    while end < min(tokens.size, k + 4) and tokens.low[end].isalpha() and tokens.low[end] not in ENDS:
        end += 1
    return tokens.phrase(k, end) or None


class Moment(NamedTuple):
    """A time as figures see it: where its words stand in the sentence, and its columns of table `fact`."""

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


def _start(time: Moment) -> int:
    return time.start


def time_of(tokens: Tokens, span: tuple[int, int], anchor: int, times: tuple[Moment, ...]) -> Moment | None:
    """The time of the figure's clause; when there is none, of its sentence. The nearest one, points before durations."""
    if not times:
        return None
    k = bisect_left(times, anchor, key=_start)
    points = [t for t in times[max(0, k - NEAREST) : k + NEAREST] if _dates(tokens, t)]
    inside = [t for t in points if tokens.start[span[0]] <= t.start < tokens.end[span[1] - 1]]
    return min(inside or points, key=lambda t: abs(t.start - anchor), default=None)


def _dates(tokens: Tokens, time: Moment) -> bool:
    """Can the time date a figure? Not a vague one, and not the day somebody said it ("said on Tuesday")."""
    if time.timex_type not in ("DATE", "TIME") or (time.timex_value or "").endswith(("_REF", "XX")):
        return False
    i = bisect_left(tokens.start, time.start, 0, tokens.size)
    j = bisect_left(tokens.start, time.end, 0, tokens.size)
    if j < DATELINE and tokens.low[j] in ("-", "–", "—", "(") and not (tokens.low[j] != "(" and tokens.glued(j)):
        return False
    return not any(low in SAYING for low in tokens.low[max(0, i - 3) : i])
