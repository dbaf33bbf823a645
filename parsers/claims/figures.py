"""Figures as claims: what a quantity measures, of whom, for when, and between which bounds its value lies."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from parsers.claims.agents import ISSUED, agents
from parsers.claims.amounts import Amount, amount, comparable, short
from parsers.claims.links import compared, link, subject_shared, summed
from parsers.claims.model import Claim, Names
from parsers.claims.names import MOST, Context, distinct
from parsers.claims.replacements import replaced
from parsers.claims.standards import standard
from parsers.claims.words import commonness, folded, stem
from parsers.model import Fact
from parsers.record import Record

OUTCOMES = frozenset(
    "dead injured missing arrested detained charged convicted evacuated rescued homeless displaced trapped hospitalized kidnapped released survived".split()
)
"""What became of people (`parsers.facts.quantity.outcomes`): then it does not matter what the people are called."""

PERIOD = re.compile(r"(?:FY)?\d{4}(?:-\d\d(?:-\d\d)?|-Q\d|-H\d|-W\d\d|-[A-Z]{2})?(?:/[\dQHW-]+)?")
"""TIMEX3 values that name a stretch of the calendar."""

WITHIN = frozenset({None, "in", "on", "at", "of", "for", "during", "from", "between", "ended"})
"""Relations under which a figure is that of the period itself."""

COMMON = 4.0
"""Zipf frequency from which a capital at the head of a phrase is taken for that of a sentence: "Sales of …"."""

GENERIC = frozenset({"peopl", "person"})
"""Nouns that are counted whatever is said of them."""

GOODS = re.compile(
    r"\b(?i:stocks?|inventories|stockpiles?|exports?|imports?|shipments|deliveries|output|production|consumption|sales|prices?|reserves|holdings)\s+of\s+([a-z]{3,})\b(?!\s*['’])"
)
"""A noun of an amount with the goods behind it: "stocks of zinc" are no stocks of lead."""

TOLL = frozenset({"toll", "number", "count"})
"""Nouns of a number of people whose fate is beside them: "the death toll is 12"."""

VERBS = {"work": "worker", "worker": "worker", "stake": "stake", "fine": "fine", "buy": "buy"}
"""Concepts that a verb names and its noun may not: "800 people work for", "owns 23 percent of"."""

TOLD, BESIDE = 16, 24
"""Other values kept of an article, and figures of a sentence that are looked at for them."""

EQUIVALENT = re.compile(
    r"\s*(?:,\s*)?(?:\(|,?\s*or\s|equal\s+to\s|equivalent\s+to\s)\s*(?:about|around|some|nearly)?\s*\Z"
)
"""What stands between an amount and the same in another currency: "100 mln marks (55 mln dollars)"."""

REACH = 70
"""Characters on either side of a figure in which the words are that tell what it measures."""


@dataclass(frozen=True, slots=True)
class Setting(Record):
    """What the claims of an article's figures are made from: its words, its figures, its dates."""

    context: Context
    body: str
    day: int | None
    named: frozenset[str]
    """The names of the article, folded."""
    amounts: Mapping[str, Amount | None]
    """What the words of a figure can mean, by fact."""
    told: Mapping[str, set[float]]
    """Values by unit."""
    alike: Mapping[str, Fact]
    """The same amount in another currency, by fact."""
    places: Mapping[str, Fact]
    """What a figure took the place of, by fact."""
    replaced: frozenset[str]
    """Facts in whose place another figure was put."""
    sure: frozenset[str]
    """Facts that are claims by themselves."""
    dates: Sequence[Dated]
    """When and between which days, sorted."""


class Sentence(NamedTuple):
    """What all figures of a sentence share; `values` with where they are printed."""

    words: Names
    names: Names
    places: Names
    dates: Names
    summed: bool
    values: Sequence[tuple[int | None, float]]


class Candidates(NamedTuple):
    """The quantities of an article, before its words are read."""

    sentences: Sequence[Sequence[Fact]]
    """Those of a sentence together, in order; only sentences in which one may be a claim."""
    places: Mapping[str, Fact]
    """What a figure took the place of, by fact."""
    replaced: frozenset[str]
    """Facts in whose place another figure was put."""
    sure: frozenset[str]
    """Facts that are claims by themselves."""
    all: Sequence[Fact]

    def spans(self) -> list[tuple[int, int]]:
        """Where the sentences are that have to be read."""
        return [(f.start_char, f.end_char) for same in self.sentences for f in same]


def candidates(facts: Sequence[Fact], body: str) -> Candidates:
    """The quantities of an article, by sentence, and which of them took the place of which."""
    quantities = sorted([f for f in facts if f.kind == "quantity" and f.anchor_start is not None], key=_place)
    sentences = [list(same) for _, same in groupby(quantities, key=_start)]
    places = {
        same[at].fact_id: other
        for same in sentences
        for at in range(len(same) - 1)
        if (other := replaced(at, same, body)) is not None
    }
    gone = frozenset([f.fact_id for f in places.values()])
    sure = frozenset([f.fact_id for f in quantities if comparable(f, body) and not standard(f, body)])
    may = {*places, *gone, *sure}
    kept = [same for same in sentences if any(f.fact_id in may for f in same)]
    return Candidates(kept, places, gone, sure, quantities)


def figures(found: Candidates, facts: Sequence[Fact], context: Context, body: str, day: int | None) -> list[Claim]:
    """The claims of an article's quantities. Ids and keys are added by whoever calls."""
    if not found.sentences:
        return []
    amounts = {f.fact_id: amount(f, body) for f in found.all}
    setting = Setting(
        context, body, day, frozenset(filter(None, context.names)), amounts, _told(amounts.values()), _equivalents(found.all, body), found.places, found.replaced, found.sure,
        sorted([_dated(f) for f in facts if _is_dated(f)]),
    )  # fmt: skip
    return [claim for same in found.sentences for claim in _of_sentence(same, setting)]


def _of_sentence(same: Sequence[Fact], setting: Setting) -> Iterator[Claim]:
    """The claims of the figures of one sentence; its words are read when one of them can be a claim."""
    said = None
    for at, fact in enumerate(same):
        sure = fact.fact_id in setting.sure
        if not (sure or fact.fact_id in setting.places or fact.fact_id in setting.replaced):
            continue
        measured = _measured(at, same, setting)
        if measured is not None:
            said = said or _sentence(fact, same, setting)
            yield _figure(fact, measured, said, setting, sure=sure)


def _told(amounts: Iterable[Amount | None]) -> dict[str, set[float]]:
    """The values of an article by unit."""
    told: dict[str, set[float]] = {}
    for known in amounts:
        if known is not None:
            told.setdefault(known.unit, set()).add(short(known.value))
    return told


def _is_dated(fact: Fact) -> bool:
    return fact.kind == "time" and fact.timex_type == "DATE" and bool(fact.time_start and fact.time_end)


def _start(fact: Fact) -> int:
    return fact.start_char


Dated = tuple[int, str, str]


def _dated(fact: Fact) -> Dated:
    return fact.anchor_start or fact.start_char, fact.time_start or "", fact.time_end or ""


def _place(fact: Fact) -> tuple[int, int]:
    return fact.start_char, fact.anchor_start or 0


def _equivalents(quantities: Sequence[Fact], body: str) -> dict[str, Fact]:
    """Amounts of money that are printed beside the same in another currency, by fact; either way."""
    found: dict[str, Fact] = {}
    money = sorted((f for f in quantities if f.subtype == "money"), key=lambda f: f.anchor_start or 0)
    for one, other in pairwise(money):
        between = body[one.anchor_end or 0 : other.anchor_start or 0]
        if len(between) < 20 and _exchanged(one.unit_si, other.unit_si) and EQUIVALENT.fullmatch(between):
            found[one.fact_id], found[other.fact_id] = other, one
    return found


def _exchanged(unit: str | None, other: str | None) -> bool:
    """Whether two units are two currencies, by the same measure: marks and dollars, or both per share."""
    (one, *per), (two, *per_other) = (unit or "").split("/"), (other or "").split("/")
    return one != two and per == per_other and len(one) == len(two) == 3


class Measured(NamedTuple):
    """What a figure measures, and the stems beside it."""

    amount: Amount
    heads: Names
    measure: str
    near: Names


def _measured(at: int, same: Sequence[Fact], setting: Setting) -> Measured | None:
    """What a figure of a sentence measures; None without a value, and for lines of tables."""
    fact = subject_shared(at, same, setting.body)
    known = setting.amounts[fact.fact_id]
    if known is None:
        return None
    clause = _clause(at, setting.alike.get(fact.fact_id), same)
    near = _beside_figure(setting.context, clause, fact.anchor_start or 0, fact.anchor_end or 0)
    heads, measure = _heads(fact, near, setting.named)
    return None if fact.subtype == "number" and not heads else Measured(known, heads, measure, near)


def _figure(fact: Fact, measured: Measured, said: Sentence, setting: Setting, *, sure: bool) -> Claim:
    context, body, start = setting.context, setting.body, fact.anchor_start or 0
    known, heads, measure, near = measured
    alike, of = setting.alike.get(fact.fact_id), setting.places.get(fact.fact_id)
    also, before = setting.amounts[alike.fact_id] if alike else None, setting.amounts[of.fact_id] if of else None
    stated = fact.timex_value is not None and PERIOD.fullmatch(fact.timex_value) and fact.time_relation in WITHIN
    whose, entities = _subject(fact, context, body)
    return Claim(
        claim_id=0,
        fact_id=fact.fact_id,
        kind="figure",
        subtype=fact.subtype,
        measure=measure,
        heads=heads,
        near=near,
        words=said.words,
        names=said.names,
        whose=whose,
        heading=context.heading,
        title=context.title,
        theme=context.theme,
        about=context.about,
        places=said.places,
        about_places=context.about_places,
        entities=entities,
        unit="{}" if measure in OUTCOMES and known.unit == "1" else known.unit,
        value=known.value,
        low=known.low,
        high=known.high,
        digits=known.digits,
        vague=known.vague,
        also_unit=also.unit if also else None,
        also_low=also.low if also else None,
        also_high=also.high if also else None,
        beside=_beside(start, said.values),
        dates=said.dates,
        told=tuple(sorted(setting.told[known.unit] - {short(known.value)}))[:TOLD],
        link=link(body, fact, start, summed=said.summed),
        base=compared(body, fact, start),
        replaces=before.value if before and before.unit == known.unit else None,
        partial=not sure,
        trend=fact.trend,
        time_start=fact.time_start if stated else None,
        time_end=fact.time_end if stated else None,
        day=setting.day,
        polarity=fact.polarity,
    )


def _sentence(fact: Fact, same: Sequence[Fact], setting: Setting) -> Sentence:
    """The sentence of a figure, read once for all of its figures."""
    context, start, end = setting.context, fact.start_char, fact.end_char
    seen = context.between(start, end)
    words = distinct(context.stems[seen])
    return Sentence(
        words,
        distinct(_named(setting, fact, words))[:MOST],
        distinct(context.countries[seen]),
        _others(fact, setting),
        summed(setting.body, start, end),
        [(f.anchor_start, short(f.value)) for f in same[:BESIDE] if f.value is not None],
    )


def _named(setting: Setting, fact: Fact, words: Names) -> Sequence[str | None]:
    """The names of a figure's sentence, but for those of agents in what is told of an issue."""
    context, seen = setting.context, setting.context.between(fact.start_char, fact.end_char)
    names = context.names[seen]
    if ISSUED.isdisjoint(words):
        return names
    acting = [context.between(*each) for each in agents(setting.body, fact.start_char, fact.end_char)]
    return [n for at, n in enumerate(names, seen.start) if not any(a.start <= at < a.stop for a in acting)]


def _clause(at: int, alike: Fact | None, sentence: Sequence[Fact]) -> tuple[int, int]:
    """The stretch between the figures on either side, within the sentence and REACH."""
    fact = sentence[at]
    start, end = fact.anchor_start or 0, fact.anchor_end or 0
    if alike is not None:
        start, end = min(start, alike.anchor_start or start), max(end, alike.anchor_end or end)
    before = max((f.anchor_end or 0 for f in sentence[max(0, at - 2) : at] if (f.anchor_end or 0) <= start), default=0)
    behind = min(
        (f.anchor_start or 0 for f in sentence[at + 1 : at + 3] if (f.anchor_start or 0) >= end), default=fact.end_char
    )
    return max(fact.start_char, before, start - REACH), min(fact.end_char, behind, end + REACH)


def _beside_figure(context: Context, clause: tuple[int, int], start: int, end: int) -> Names:
    """The stems of a clause, but for those of the figure from `start` to `end` itself."""
    seen, own = context.between(*clause), context.between(start, end)
    return distinct([*context.stems[seen.start : own.start], *context.stems[max(seen.start, own.stop) : seen.stop]])


def _heads(fact: Fact, near: Names, named: frozenset[str]) -> tuple[Names, str]:
    """The stems that name what is measured, and the chief of them; a word that is a name of the article names nothing."""
    if fact.predicate in OUTCOMES:
        return (fact.predicate,), fact.predicate
    nouns = [each for words in (fact.object, _noun(fact.unit), fact.subject) for each in _of(words)]
    said = [s for s, name in nouns if name not in named]
    became = sorted(OUTCOMES.intersection((*near, *said))) if fact.unit in ("{person}", "1") else []
    if len(became) == 1 and (fact.unit == "{person}" or TOLL.intersection((*near, *said))):
        return (became[0],), became[0]
    verb = stem(fact.predicate.split()[0]) if fact.predicate else None
    said = [s for s in said if s not in GENERIC] + [VERBS[v] for v in (verb,) if v in VERBS]
    if not said and fact.unit == "{person}":
        said = [VERBS[s] for s in near if s in VERBS][:1]
    heads = tuple(sorted(set(said)))
    return heads, said[0] if said else (fact.subtype or "")


def _noun(unit: str | None) -> str | None:
    return unit.strip("{}") if unit and unit.startswith("{") and "/" not in unit else None


@lru_cache(maxsize=16384)
def _of(words: str | None) -> Sequence[tuple[str, str | None]]:
    """The stems of a noun phrase, its head (the last word before a preposition) first; with the name that a capital may mean."""
    if not words:
        return ()
    core = re.findall(r"[^\W\d_]+", re.split(r"\s(?:of|in|for|by|from|to|on|at|with|who|which|that)\s", words)[0])
    plain = [w for n, w in enumerate(core) if not w[:1].isupper() or (n == 0 and commonness(w) > COMMON)]
    goods = GOODS.search(words)
    plain = [goods[1], *plain] if goods and plain else plain
    stems = [(s, folded(w) if w[:1].isupper() else None) for w in plain if (s := stem(w))]
    return stems[::-1][:4]


def _subject(fact: Fact, context: Context, body: str) -> tuple[Names, Names]:
    """The names in the subject of the figure's clause, and the ids of whom it is about: named there, else whom the article
    is most about."""
    main = (context.main_entity,) if context.main_entity else ()
    at = body.rfind(fact.subject, fact.start_char, fact.anchor_start or fact.end_char) if fact.subject else -1
    if at < 0 or not fact.subject:
        return (), main
    seen = context.between(at, at + len(fact.subject))
    whose = distinct([*context.names[seen], *context.countries[seen]])
    return whose, context.mentioned(at, at + len(fact.subject)) or main


def _beside(start: int, values: Sequence[tuple[int | None, float]]) -> tuple[float, ...]:
    """The other values of the sentence of a figure that begins at `start`."""
    return tuple(sorted({value for at, value in values if at != start})[:6])


def _others(fact: Fact, setting: Setting) -> Names:
    """The dates of a figure's sentence, but for those around the day of the report: on these things were said."""
    first, last = (bisect_left(setting.dates, at, key=_first) for at in (fact.start_char, fact.end_char))
    found = {f"{start}/{end}" for _, start, end in setting.dates[first:last] if not _of_report(start, end, setting.day)}
    return tuple(sorted(found))[:4]


def _first(dated: Dated) -> int:
    return dated[0]


def _of_report(start: str, end: str, day: int | None) -> bool:
    if day is None:
        return False
    first, last = date.fromisoformat(start[:10]).toordinal(), date.fromisoformat(end[:10]).toordinal()
    return last - first <= 7 and abs(first - day) <= 4
