"""The times of one sentence in a language with tables of its own, from left to right and without overlap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from parsers.facts.time import calendar, durations, numeric, offsets, parts
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.relative import period
from parsers.facts.time.resolve import resolve
from parsers.facts.time.said import Said, complete
from parsers.facts.time.tense import Tense
from parsers.facts.time.tongues import clocks, day_parts, feasts, fiscal, tenses
from parsers.facts.time.tongues.lexemes import COUNTED, day_at, number_at, unit_at, word, year_at
from parsers.facts.time.tongues.tongue import Tongue
from parsers.facts.tokens import Tokens

APOSTROPHES = frozenset({"'", "’"})


class Found(NamedTuple):
    """A time in a sentence: its tokens, where its surface begins, the word that places it, and what it means."""

    start: int
    end: int
    surface_start: int
    relation: str | None
    when: When
    offset: bool = False


def expressions(tokens: Tokens, published: date | None, tongue: Tongue, language: str) -> Iterator[Found]:
    """Every time in the sentence."""
    i, done = 0, 0
    while i < tokens.size:
        said = (
            feasts.holiday_at(tokens, i, published, language, tongue)
            or fiscal.fiscal_at(tokens, i, language)
            or _read(tokens, i, published, tongue)
        )
        if said is None or said.start < done:
            i += 1
            continue
        said = _joined(tokens, said, published, tongue) or day_parts.with_part(tokens, said, tongue)
        yield _found(tokens, said, published, tongue, done)
        i = done = said.end


def _read(tokens: Tokens, i: int, published: date | None, tongue: Tongue) -> Said | None:
    low = word(tokens, i)
    if low[:1].isdecimal():
        return _digits(tokens, i, published, tongue)
    if low in tongue.months:
        return _month(tokens, i, tongue)
    return (
        _weekday(tokens, i, tongue)
        or _day_away(tokens, i, published, tongue)
        or _directed(tokens, i, published, tongue)
        or _quarter(tokens, i, tongue)
        or _ago(tokens, i, published, tongue)
        or _named_decade(tokens, i, tongue)
        or _season(tokens, i, tongue)
    )


def _digits(tokens: Tokens, i: int, published: date | None, tongue: Tongue) -> Said | None:
    if tokens.glued(i) and tokens.text[i - 1].isalpha():
        return None
    found = numeric.numeric(tokens, i, day_first=True)
    if found:
        return found
    clock = clocks.clock_at(tokens, i, tongue)
    if clock:
        return Said(i, clock[1], when=When(type="TIME", value=clock[0]))
    return (
        _day_month(tokens, i, tongue)
        or _decade(tokens, i, tongue)
        or _ago(tokens, i, published, tongue)
        or _year(tokens, i, tongue)
        or _length(tokens, i, tongue)
    )


def _day_month(tokens: Tokens, i: int, tongue: Tongue) -> Said | None:
    """ "12. März 2024", "12 de marzo de 2024", "12 марта 2024 года"; the first day of "3-5 Mart"."""
    day = day_at(tokens, i, tongue)
    if day is None:
        return None
    k = day[1] + 1 if word(tokens, day[1]) in tongue.between and word(tokens, day[1]) != "," else day[1]
    month = tongue.months.get(word(tokens, k))
    if month:
        year = year_at(tokens, k + 1, tongue)
        return Said(i, year[1] if year else k + 1, Partial(year=year[0] if year else None, month=month, day=day[0]))
    return _days_of_one_month(tokens, i, day, tongue)


def _days_of_one_month(tokens: Tokens, i: int, day: tuple[int, int], tongue: Tongue) -> Said | None:
    if word(tokens, day[1]) not in tongue.joints:
        return None
    last = day_at(tokens, day[1] + 1, tongue)
    other = _day_month(tokens, day[1] + 1, tongue) if last and last[0] > day[0] else None
    if other is None or other.partial is None or other.partial.month is None:
        return None
    return Said(i, day[1], other.partial._replace(day=day[0]))


def _month(tokens: Tokens, i: int, tongue: Tongue) -> Said | None:
    """A month with its year, or alone where a time is asked for; "iyunun 5-də" has its day behind."""
    number = tongue.months[word(tokens, i)]
    day = day_at(tokens, i + 1, tongue)
    if day and tokens.text[day[1]] == "-" and word(tokens, day[1] + 1) in DAY_ENDINGS:
        return Said(i, day[1] + 2, Partial(month=number, day=day[0]))
    year = year_at(tokens, i + 1, tongue)
    if year:
        return Said(i, year[1], Partial(year=year[0], month=number))
    before, after = word(tokens, i - 1), word(tokens, i + 1)
    if before in ("de", "des", "-"):
        before = word(tokens, i - 2)
    asked = before in tongue.relations or before in tongue.early | tongue.middle | tongue.late
    if asked or after in tongue.early | tongue.middle | tongue.late or after in MONTH_WORDS:
        return Said(i, i + 2 if after in MONTH_WORDS else i + 1, Partial(month=number))
    return None


DAY_ENDINGS = frozenset({"də", "da", "dən", "dan", "dək", "si", "sı", "i", "ı", "u", "ü", "nə", "na"})
"""Endings of a day behind its month in Azerbaijani."""

MONTH_WORDS = frozenset({"ayında", "ayının", "ayına", "ayı"})
"""Turkish and Azerbaijani put their word for month behind its name."""


def _weekday(tokens: Tokens, i: int, tongue: Tongue) -> Said | None:
    low = word(tokens, i)
    pair = tongue.weekday_pairs.get((low, word(tokens, i + 1)))
    number = tongue.weekdays.get(low) if pair is None else pair
    end = i + 1 if pair is None else i + 2
    if number is None:
        return None
    if pair is None and low in tongue.needs_day and word(tokens, end) not in tongue.day_words:
        return None
    end = end + 1 if word(tokens, end) in tongue.day_words else end
    k = end + 1 if word(tokens, end) == "," else end
    k = k + 1 if word(tokens, k) in ("dem", "den", "le", "el", "der") else k
    dated = (
        (_day_month(tokens, k, tongue) or numeric.numeric(tokens, k, day_first=True))
        if tokens.text[k][:1].isdecimal()
        else None
    )
    if dated and dated.partial and dated.partial.day:
        return Said(i, dated.end, dated.partial)
    step = tongue.directions.get(word(tokens, end), tongue.directions.get(word(tokens, i - 1)))
    behind = word(tokens, end) in tongue.directions
    start = i - 1 if word(tokens, i - 1) in tongue.directions else i
    return Said(
        start,
        end + 1 if behind else end,
        Partial(weekday=number, part="next" if step == 1 else "last" if step == -1 else None),
    )


def _day_away(tokens: Tokens, i: int, published: date | None, tongue: Tongue) -> Said | None:
    low = word(tokens, i)
    step = tongue.days_away.get(low)
    if step is None or (low == "morgen" and tokens.text[i][:1].isupper() and i > 0):
        return None
    if low in ("mañana", "sabah") and word(tokens, i - 1) in ("la", "esta", "de", "por", "bu"):
        return None
    end = i + 3 if low == "aujourd" and word(tokens, i + 2) == "hui" else i + 1
    return Said(i, end, when=period("D", step, published))


def _directed(tokens: Tokens, i: int, published: date | None, tongue: Tongue) -> Said | None:
    """ "letzte Woche", "прошлом году", "geçen yıl"; "la semaine dernière", "el año pasado"."""
    low = word(tokens, i)
    if low in tongue.directions:
        return _period(i, i + 2, unit_at(tokens, i + 1, tongue), tongue.directions[low], published)
    unit, step, end = tongue.units.get(low), tongue.directions.get(word(tokens, i + 1)), i + 2
    if unit and word(tokens, i + 1) == "que" and word(tokens, i + 2) in tongue.directions:
        step, end = tongue.directions[word(tokens, i + 2)], i + 3
    return _period(i, end, unit, step, published)


def _period(i: int, end: int, unit: str | None, step: int | None, published: date | None) -> Said | None:
    if unit not in ("W", "M", "Q", "Y", "E", "C", "WE") or step is None:
        return None
    return Said(i, end, when=period(unit, step, published))


def _quarter(tokens: Tokens, i: int, tongue: Tongue) -> Said | None:
    """ "im dritten Quartal 2023", "в третьем квартале 2023 года", "el tercer trimestre de 2023"."""
    number, low = tongue.ordinals.get(word(tokens, i)), word(tokens, i + 1)
    letter = "Q" if low in tongue.quarters else "H" if low in tongue.halves else ""
    if number is None or not letter or number > (4 if letter == "Q" else 2):
        return None
    year = year_at(tokens, i + 2, tongue)
    end = year[1] if year else i + 2
    return Said(i, end, Partial(year=year[0] if year else None, part=f"{letter}{number}"))


def _ago(tokens: Tokens, i: int, published: date | None, tongue: Tongue) -> Said | None:
    """ "vor drei Jahren", "il y a trois ans", "3 года назад", "üç yıl önce", "dans deux semaines"."""
    step, k = 0, i
    for phrase in tongue.ago_before:
        if tuple(word(tokens, i + n) for n in range(len(phrase))) == phrase:
            step, k = -1, i + len(phrase)
    if not step and word(tokens, i) in tongue.ahead_before:
        step, k = 1, i + 1
    length = _counted(tokens, k, tongue)
    if length is None:
        return None
    after = word(tokens, length.end)
    if not step and after in tongue.ago_behind | tongue.ahead_behind:
        step = -1 if after in tongue.ago_behind else 1
        length = length._replace(end=length.end + 1)
    if not step or (step > 0 and word(tokens, i) == "en" and not tenses.is_future(tokens, i, length.end, tongue)):
        return None
    return Said(i, length.end, when=offsets.point(length, step, published), offset=True)


def _length(tokens: Tokens, i: int, tongue: Tongue) -> Said | None:
    length = _counted(tokens, i, tongue)
    return Said(i, length.end, when=When(type="DURATION", value=length.value)) if length else None


def _counted(tokens: Tokens, i: int, tongue: Tongue) -> durations.Length | None:
    number = number_at(tokens, i, tongue)
    unit = unit_at(tokens, number[1], tongue) if number else None
    if number is None or unit is None or (unit == "Y" and 1900 <= number[0] <= 2100):
        return None
    return durations.of(i, number[1] + 1, unit, number[0])


def _decade(tokens: Tokens, i: int, tongue: Tongue) -> Said | None:
    """ "1990er Jahre", "1990-е годы", "1990'lar", "1990-cı illər"."""
    text = tokens.text[i]
    if not (text.isdecimal() and len(text) in (2, 4) and text.endswith("0")):
        return None
    k = i + 2 if tokens.text[i + 1] in ("-", *APOSTROPHES) and tokens.glued(i + 1) else i + 1
    low = word(tokens, k)
    if not tokens.glued(k) or not low.isalpha():
        return None
    named = word(tokens, k + 1) in tongue.decades
    if not (low in tongue.decade_endings or (named and len(low) <= 3)):
        return None
    year = int(text) if len(text) == 4 else 1900 + int(text)
    return Said(i, k + 2 if named else k + 1, when=calendar.of_decade(year))


SPOKEN_DECADES = {
    "veinte": 1920, "treinta": 1930, "cuarenta": 1940, "cincuenta": 1950, "sesenta": 1960, "setenta": 1970, "ochenta": 1980, "noventa": 1990,
    "vingt": 1920, "trente": 1930, "quarante": 1940, "cinquante": 1950, "soixante": 1960,
}  # fmt: skip
"""Decades in words behind "años" and "années"."""


def _named_decade(tokens: Tokens, i: int, tongue: Tongue) -> Said | None:
    """ "les années 1990", "los años 90"."""
    text = tokens.text[i + 1]
    spoken = SPOKEN_DECADES.get(word(tokens, i + 1)) if word(tokens, i) in tongue.before_decades else None
    if spoken:
        return Said(i, i + 2, when=calendar.of_decade(spoken))
    if word(tokens, i) not in tongue.before_decades or not (
        text.isdecimal() and len(text) in (2, 4) and text[-1] == "0"
    ):
        return None
    return Said(i, i + 2, when=calendar.of_decade(int(text) if len(text) == 4 else 1900 + int(text)))


def _season(tokens: Tokens, i: int, tongue: Tongue) -> Said | None:
    code = tongue.seasons.get(word(tokens, i))
    year = year_at(tokens, i + 1, tongue) if code else None
    return Said(i, year[1], Partial(year=year[0], part=code)) if code and year else None


def _year(tokens: Tokens, i: int, tongue: Tongue) -> Said | None:
    """Four digits where a year is asked for, with the language's word for it."""
    text = tokens.text[i]
    if len(text) != 4 or not text.isdecimal() or not 1700 <= int(text) <= 2100:
        return None
    year = year_at(tokens, i, tongue)
    end = year[1] if year else i + 1
    named = end > i + 1 or tokens.low[i - 1] in tongue.years
    ended = tokens.text[i + 1] in APOSTROPHES and tokens.glued(i + 1) and tokens.text[i + 2].isalpha()
    asked = (
        word(tokens, i - 1) in tongue.before_years and not unit_at(tokens, i + 1, tongue) and not _noun(tokens, i + 1)
    )
    asked = asked or (word(tokens, i - 1) == "à" and word(tokens, i - 2) == "ici")  # "d'ici à 2030"
    posted = word(tokens, end) in tongue.early | tongue.middle | tongue.late and _behind_times(tongue)
    if not (named or ended or asked or posted):
        return None
    start = i - 1 if tokens.low[i - 1] in tongue.years else i
    end = max(end, i + 3) if ended else end
    part = _quarter(tokens, end, tongue)  # "2023 yılının üçüncü çeyreği"
    if part and part.partial:
        return Said(start, part.end, part.partial._replace(year=int(text)))
    return Said(start, end, Partial(year=int(text)))


def _noun(tokens: Tokens, k: int) -> bool:
    """A plural that the number would count."""
    text = tokens.text[k]
    return text.isalpha() and len(text) > 3 and ((text.endswith("s") and text.islower()) or word(tokens, k) in COUNTED)


def _joined(tokens: Tokens, said: Said, published: date | None, tongue: Tongue) -> Said | None:
    """ "von 2014 bis 2018", "du 3 au 5 mars", "с января по март 2023 года"."""
    if said.partial is None or word(tokens, said.end) not in tongue.joints:
        return None
    opened = word(tokens, said.start - 1) in OPENING or tokens.text[said.end] in ("-", "–")
    k = said.end + 2 if word(tokens, said.end + 1) in ("zum", "le", "el") else said.end + 1
    last = _read(tokens, k, published, tongue)
    if not opened or last is None or last.partial is None or last.start != k:
        return None
    told: Tense = tenses.tense(tokens, said.start, last.end, tongue)
    ends = resolve(last.partial, published, tense=told)
    known = (
        last.partial
        if last.partial.year or not ends.value[:4].isdecimal()
        else last.partial._replace(year=int(ends.value[:4]))
    )
    begins = resolve(complete(said.partial, known), published, tense=told)
    if begins.start is None or ends.end is None or begins.start >= ends.end:
        return None
    when = When(type="DATE", value=f"{begins.value}/{ends.value}", start=begins.start, end=ends.end)
    return Said(said.start, last.end, when=when)


OPENING = frozenset("von vom zwischen du de entre del desde с со между от".split())
"""Words before the first end of a stretch."""


def _found(tokens: Tokens, said: Said, published: date | None, tongue: Tongue, done: int) -> Found:
    when = said.when or _resolved(tokens, said, published, tongue)
    start, end, when = _narrowed(tokens, said, when, tongue, done)
    k = start - 1
    while k > done and word(tokens, k) in ARTICLES:
        k -= 1
    relation = tongue.relations.get(word(tokens, k)) if k >= done else None
    surface = k if relation in ("by", "since", "until", "before", "after", "from", "between") else start
    return Found(start, end, surface, relation, when, said.offset)


ARTICLES = frozenset("dem der den das le la l' les el los las".split())


def _resolved(tokens: Tokens, said: Said, published: date | None, tongue: Tongue) -> When:
    partial, told = said.partial or Partial(), tenses.tense(tokens, said.start, said.end, tongue)
    if partial.part in ("last", "next"):
        told = "past" if partial.part == "last" else "future"
        partial = partial._replace(part=None)
    return resolve(partial, published, tense=told)


def _narrowed(tokens: Tokens, said: Said, when: When, tongue: Tongue, done: int) -> tuple[int, int, When]:
    """ "Anfang 2024", "à la mi-mars", "в начале 2024 года", "2024 yılı sonunda"."""
    k = said.start - 1
    while k > done and word(tokens, k) in tongue.between | {"-", "de", "des"}:
        k -= 1
    for side, names in (("early", tongue.early), ("mid", tongue.middle), ("late", tongue.late)):
        if k >= done and word(tokens, k) in names:
            return k, said.end, parts.narrowed(when, side, None)
        if word(tokens, said.end) in names and _behind_times(tongue):
            return said.start, said.end + 1, parts.narrowed(when, side, None)
    return said.start, said.end, when


def _behind_times(tongue: Tongue) -> bool:
    """Does the language say "at the end of" behind the year?"""
    return not tongue.early.isdisjoint(("başında", "əvvəlində"))
