"""A claim: one assertion in the form in which it can be compared with those of other articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parsers.record import Record

Kind = Literal["figure", "event", "role", "quotation"]

Names = tuple[str, ...]
"""Names, stems or ids: sorted and distinct, so that the same claim is always the same tuple."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """What a fact claims.

    `measure` is the concept that is measured ("dead", "profit"), the kind of event, or the post; `heads` are all stems
    that name it, `near` the stems of its clause, `words` those of its sentence. `unit` is an ISO 4217 code, an SI unit,
    `%` or `{}` for things counted; `low` and `high` are the least and the most that the words can mean, in it; `digits`
    how many significant digits are printed, `vague` that the text says "about"; `beside` are the other
    values of the sentence, `told` the other values in this unit anywhere in the article, `replaces` the value that the
    sentence says this one took the place of ("raised to 22 from 20"), `link` "by" or "to" before the figure, "more", "summed", or "level" (of a market). `also_*` is the same amount as printed beside it in another currency.
    `names` are in the sentence, `whose` in the subject, `about` those that the article is about: words of names, folded
    (`parsers.claims.words.folded`); `places` and `about_places` are ISO 3166 codes. `stated` tells whether the text gives
    the time `time_start` to `time_end` (ISO 8601, half open). `day` is the day of publication as days since 1 January
    of the year 1; `dates` are further
    dates of the sentence that are not those of the report (`start/end`). `base` marks what another figure is compared with ("from 5", "against 5").
    `partial`: of whom it is is not certain, so it is only
    compared with the value whose place it took. `plain`: its own words are enough to know it again in another article. `entities` are the ids of whom it is about, for people to read.
    """

    claim_id: int
    fact_id: str
    kind: Kind
    measure: str
    subtype: str | None = None
    heads: Names = ()
    near: Names = ()
    words: Names = ()
    names: Names = ()
    whose: Names = ()
    heading: int = 0
    title: Names = ()
    theme: Names = ()
    about: Names = ()
    places: Names = ()
    about_places: Names = ()
    entities: Names = ()
    unit: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    digits: int = 0
    vague: bool = False
    beside: tuple[float, ...] = ()
    also_unit: str | None = None
    also_low: float | None = None
    also_high: float | None = None
    told: tuple[float, ...] = ()
    link: str | None = None
    base: bool = False
    replaces: float | None = None
    trend: str | None = None
    dates: Names = ()
    time_start: str | None = None
    time_end: str | None = None
    day: int | None = None
    polarity: str = "+"
    speaker: str | None = None
    partial: bool = False
    plain: bool = False
    keys: tuple[int, ...] = ()


Relation = Literal["agrees", "differs", "replaces", "denies", "other_time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """Two claims of the same thing: `agrees`, `differs` (another value), `denies` (other polarity), `other_time`; and why."""

    relation: Relation
    score: float
    why: str
