"""Figures as claims: what a quantity measures, of whom, for when, and between which bounds its value lies."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from parsers.claims.amounts import amount, comparable, short
from parsers.claims.model import Claim, Names
from parsers.claims.names import MOST, Context, Seen
from parsers.claims.replacements import replaced, was_replaced
from parsers.claims.words import stem
from parsers.model import Fact

OUTCOMES = frozenset(
    "dead injured missing arrested detained charged convicted evacuated rescued homeless displaced trapped hospitalized kidnapped released survived".split()
)
"""What became of people (`parsers.facts.quantity.outcomes`): then it does not matter what the people are called."""

PERIOD = re.compile(r"(?:FY)?\d{4}(?:-\d\d(?:-\d\d)?|-Q\d|-H\d|-W\d\d|-[A-Z]{2})?(?:/[\dQHW-]+)?")
"""TIMEX3 values that name a stretch of the calendar."""

WITHIN = frozenset({None, "in", "on", "at", "of", "for", "during", "from", "between", "ended"})
"""Relations under which a figure is that of the period itself."""

COMPARED = re.compile(
    r"(?:\b(?:from|against|versus|vs\.?|than|compared\s+(?:with|to)|instead\s+of|up\s+from|down\s+from)|[(])"
    r"(?:\s+(?:a|an|the|about|around|some|previous|earlier|revised|an?\s+estimated|loss|profit|gain|loss\s+of|profit\s+of))*\s*\Z",
    re.IGNORECASE,
)
"""Words before a figure that another one is compared with."""

LINK = re.compile(
    r"\b(to|by)\s+(?:(?:about|around|some|nearly|almost|a|an|record|only|just|over|under|at\s+least|more\s+than|less\s+than)\s+)*\Z",
    re.IGNORECASE,
)
"""Whether something changed to a figure or by it."""

TOLD = 16

EQUIVALENT = re.compile(
    r"\s*(?:,\s*)?(?:\(|,?\s*or\s|equal\s+to\s|equivalent\s+to\s)\s*(?:about|around|some|nearly)?\s*\Z"
)
"""What stands between an amount and the same in another currency: "100 mln marks (55 mln dollars)"."""

REACH = 70
"""Characters on either side of a figure in which the words that tell what it measures stand."""


def figures(facts: Sequence[Fact], context: Context, body: str, day: int | None) -> list[Claim]:
    """The claims of an article's quantities. Ids and keys are added by whoever calls."""
    quantities = [f for f in facts if f.kind == "quantity" and f.anchor_start is not None]
    ends = sorted({(f.anchor_start or 0, f.anchor_end or 0) for f in quantities})
    alike = _equivalents(quantities, body)
    told: dict[str, set[float]] = {}
    for each in filter(None, map(amount, quantities)):
        told.setdefault(each.unit, set()).add(short(each.value))
    dates = sorted((f.anchor_start, f.time_start, f.time_end) for f in facts if _dates(f))
    return [
        c
        for f in quantities
        if (c := _figure(f, context, body, ends, alike.get(f.fact_id), dates, quantities, told, day)) is not None
    ]


Dated = tuple[int | None, str | None, str | None]


def _dates(fact: Fact) -> bool:
    return (
        fact.kind == "time"
        and fact.timex_type == "DATE"
        and bool(fact.time_start and fact.time_end and fact.anchor_start is not None)
    )


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


def _figure(
    fact: Fact,
    context: Context,
    body: str,
    ends: list[tuple[int, int]],
    alike: Fact | None,
    dates: Sequence[Dated],
    quantities: Sequence[Fact],
    told: Mapping[str, set[float]],
    day: int | None,
) -> Claim | None:
    found = amount(fact) if comparable(fact) or was_replaced(fact, quantities, body) else None
    if found is None:
        return None
    also = amount(alike) if alike is not None else None
    start, end = fact.anchor_start or 0, fact.anchor_end or 0
    left, right = _clause(fact, alike, ends, start, end)
    near = _stems(context.between(left, right), start, end)
    heads, measure = _heads(fact, near)
    sentence = context.between(fact.start_char, fact.end_char)
    stated = fact.timex_value is not None and PERIOD.fullmatch(fact.timex_value) and fact.time_relation in WITHIN
    return Claim(
        claim_id=0,
        fact_id=fact.fact_id,
        kind="figure",
        subtype=fact.subtype,
        measure=measure,
        heads=heads,
        near=near,
        words=_stems(sentence, start, end),
        names=_names(sentence),
        whose=_whose(fact, context, body),
        heading=context.heading,
        title=context.title,
        theme=context.theme,
        about=context.about,
        places=_places(sentence),
        about_places=context.about_places,
        entities=_entities(fact, context, body),
        unit=found.unit,
        value=found.value,
        low=found.low,
        high=found.high,
        digits=found.digits,
        vague=fact.bound == "~",
        also_unit=also.unit if also else None,
        also_low=also.low if also else None,
        also_high=also.high if also else None,
        beside=_beside(fact, quantities),
        dates=_others(fact, dates, day),
        told=tuple(sorted(told.get(found.unit, set()) - {short(found.value)}))[:TOLD],
        link=link[1].lower() if (link := LINK.search(body, max(fact.start_char, start - 30), start)) else None,
        base=COMPARED.search(body[max(fact.start_char, start - 40) : start]) is not None,
        replaces=replaced(fact, found.unit, quantities, body),
        trend=fact.trend,
        time_start=fact.time_start if stated else None,
        time_end=fact.time_end if stated else None,
        day=day,
        polarity=fact.polarity,
    )


def _clause(fact: Fact, alike: Fact | None, ends: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """The stretch between the figures on either side, within the sentence and REACH."""
    if alike is not None:
        start, end = min(start, alike.anchor_start or start), max(end, alike.anchor_end or end)
    at = bisect_right(ends, (start, end))
    before = next((e for s, e in reversed(ends[:at]) if s < start), 0)
    behind = next((s for s, _ in ends[at:] if s >= end), len(fact.exact) + fact.start_char)
    left = max(fact.start_char, min(before, start), start - REACH)
    return left, min(fact.end_char, behind, end + REACH)


def _stems(seen: Sequence[Seen], start: int, end: int) -> Names:
    return tuple(sorted({s.stem for s in seen if s.stem and not start <= s.start < end}))


def _names(seen: Sequence[Seen]) -> Names:
    return tuple(sorted(dict.fromkeys(s.name for s in seen if s.name)))[:MOST]


def _places(seen: Sequence[Seen]) -> Names:
    return tuple(sorted({s.country for s in seen if s.country}))


def _heads(fact: Fact, near: Names) -> tuple[Names, str]:
    """The stems that name what is measured, and the chief of them."""
    if fact.predicate in OUTCOMES:
        return (fact.predicate,), fact.predicate
    toll = [s for s in near if s in OUTCOMES] if fact.unit == "{person}" else []
    if len(toll) == 1:
        return (toll[0],), toll[0]
    said = [s for words in (fact.object, _noun(fact.unit), fact.subject) for s in _of(words)]
    heads = tuple(sorted(set(said)))
    return heads, said[0] if said else (fact.subtype or "")


def _noun(unit: str | None) -> str | None:
    return unit.strip("{}") if unit and unit.startswith("{") and "/" not in unit else None


def _of(words: str | None) -> list[str]:
    """The stems of a noun phrase, its head (the last word before a preposition) first."""
    if not words:
        return []
    core = re.split(r"\s(?:of|in|for|by|from|to|on|at|with|who|which|that)\s", words)[0]
    stems = [s for w in re.findall(r"[^\W\d_]+", core) if not w[:1].isupper() and (s := stem(w))]
    return stems[::-1][:4]


def _whose(fact: Fact, context: Context, body: str) -> Names:
    """The names in the subject of the figure's clause."""
    at = _subject_at(fact, body)
    if at < 0 or not fact.subject:
        return ()
    seen = context.between(at, at + len(fact.subject))
    return tuple(sorted({n for s in seen for n in (s.name, s.country) if n}))


def _subject_at(fact: Fact, body: str) -> int:
    if not fact.subject:
        return -1
    return body.rfind(fact.subject, fact.start_char, fact.anchor_start or fact.end_char)


def _entities(fact: Fact, context: Context, body: str) -> Names:
    """Ids of whom the figure is about: named in its subject, else whom the article is most about."""
    at = _subject_at(fact, body)
    named = context.mentioned(at, at + len(fact.subject or "")) if at >= 0 else ()
    return named or ((context.main_entity,) if context.main_entity else ())


def _beside(fact: Fact, quantities: Sequence[Fact]) -> tuple[float, ...]:
    """The other values of a figure's sentence."""
    others = {
        short(f.value)
        for f in quantities
        if f.value is not None and f.start_char == fact.start_char and f.anchor_start != fact.anchor_start
    }
    return tuple(sorted(others))[:6]


def _others(fact: Fact, dates: Sequence[Dated], day: int | None) -> Names:
    """The dates of a figure's sentence, but for those around the day of the report: on these things were said."""
    found = {
        f"{start}/{end}"
        for at, start, end in dates
        if at is not None
        and start
        and end
        and fact.start_char <= at < fact.end_char
        and not _of_report(start, end, day)
    }
    return tuple(sorted(found))[:4]


def _of_report(start: str, end: str, day: int | None) -> bool:
    if day is None:
        return False
    first, last = date.fromisoformat(start[:10]).toordinal(), date.fromisoformat(end[:10]).toordinal()
    return last - first <= 7 and abs(first - day) <= 4
