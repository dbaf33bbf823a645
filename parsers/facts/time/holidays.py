"""Holidays as dates: "Christmas Eve", "Easter Monday", "Thanksgiving 2023", "last Eid al-Fitr"."""

from __future__ import annotations

from datetime import date

from parsers.facts.time import calendar, feasts, parts
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.feasts import Feast
from parsers.facts.time.said import Said, year_at
from parsers.facts.time.tense import Tense, tense
from parsers.facts.time.words import AHEAD, BACK, WEEKDAYS
from parsers.facts.tokens import Tokens, words

FIRST_WORDS = frozenset(name[0] for name in feasts.NAMES)

UNDIRECTED = frozenset(
    {"may", "april", "day", "old", "women", "president", "father", "feast", "year", "moon", "prophet", "id", "holy"}
)
"""First words that say other things too: only their whole names are holidays, and `last` before them is no direction."""

JOINTS = frozenset({"'", "’", ".", "-", "`"})

LONGEST = max(map(len, feasts.NAMES))

THINGS = words(
    """
    tree trees card cards carol carols pudding song songs movie movies film films present presents gift gifts egg eggs
    bunny cake jumper jumpers decorations lights hat hats island wreath stocking stockings costume costumes candy
    """
)
"""Behind a holiday these are things, not days."""

BOTH_WAYS = 1
"""Years around publication in which the nearest holiday is looked for."""


def holiday_at(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """The holiday that begins at token i, with the year behind it or the direction before it."""
    found = _named(tokens, i)
    if found is None:
        return None
    rule, end = found
    step = -1 if tokens.low[i - 1] in BACK else 1 if tokens.low[i - 1] in AHEAD else 0
    if not (tokens.text[i][:1].isupper() or (step and tokens.low[i] not in UNDIRECTED)):
        return None
    after = tokens.text[end]
    if (after.istitle() and tokens.low[end] not in WEEKDAYS and len(after) > 1) or tokens.low[end] in THINGS:
        return None  # Easter Island
    year = year_at(tokens, end)
    start, end = i - abs(step), year[1] if year else end
    if year:
        return dated(start, end, feasts.feasts(rule, year[0]), rule)
    if published is None:
        return dated(start, end, (), rule)
    told: Tense = "past" if step < 0 else "future" if step > 0 else tense(tokens, i, end)
    return dated(start, end, nearest(rule, published, told), rule)


def _named(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The rule of the longest name that begins at token i, and the token behind it."""
    name: tuple[str, ...] = ()
    best, k = None, i
    while len(name) < LONGEST and k < i + 2 * LONGEST:
        low = tokens.low[k]
        if not low:
            break
        if not (low in JOINTS and name) and not (low == "s" and tokens.low[k - 1] in JOINTS):
            name = (*name, low)
        k += 1
        rule = feasts.NAMES.get(name)
        if rule and low not in JOINTS:
            best = rule, k
    return best


def nearest(rule: str, published: date, told: Tense) -> tuple[Feast, ...]:
    """The last such holiday, the next one, or the nearest where the tense does not tell."""
    years = range(published.year - BOTH_WAYS, published.year + BOTH_WAYS + 1)
    all_ = [feast for year in years for feast in feasts.feasts(rule, year)]
    if told == "future":
        all_ = [feast for feast in all_ if feast.end > published]
    elif told == "past":
        all_ = [feast for feast in all_ if feast.first <= published]
    return tuple(sorted(all_, key=lambda feast: abs((feast.first - published).days))[:1])


def dated(start: int, end: int, found: tuple[Feast, ...], rule: str) -> Said:
    """One day as a date that may take a clock time; several as a stretch; an unknown one without its year."""
    if len(found) != 1:
        month = f"-{rule[:2]}-{rule[3:5]}" if rule[:2].isdecimal() else ""
        return Said(start, end, when=When(type="DATE", value=f"XXXX{month}"))
    first, stop = found[0]
    if (stop - first).days > 1:
        return Said(start, end, when=parts.stretch(first, stop))
    return Said(start, end, Partial(year=first.year, month=first.month, day=first.day))


def named_day(tokens: Tokens, partial: Partial, end: int, published: date | None) -> date | None:
    """The day that a month and a day without a year are known by, where a word behind says so: "the Sept. 11 attacks"."""
    known = NAMED.get((partial.month, partial.day))
    if known is None or partial.year is not None or published is None or published < known[0]:
        return None
    return known[0] if not known[1].isdisjoint(tokens.low[end : end + 3]) else None


NAMED: dict[tuple[int | None, int | None], tuple[date, frozenset[str]]] = {
    (9, 11): (
        date(2001, 9, 11),
        words("attack attacks attackers terror terrorist terrorists hijackers hijacking hijackings commission victims"),
    ),
    (1, 6): (
        date(2021, 1, 6),
        words("attack attacks riot riots rioters insurrection committee capitol defendants siege panel hearings"),
    ),
    (10, 7): (date(2023, 10, 7), words("attack attacks massacre assault hostages hamas")),
    (7, 7): (date(2005, 7, 7), words("bombings bombing bombers attacks")),
}
"""Days that are named by month and day alone, and the words behind them that say so."""


NOT_BEFORE_NINE = frozenset({"$", "/", "-", "on", ",", *WEEKDAYS})


def nine_eleven(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "9/11", told without a weekday, is the day in 2001."""
    if tokens.low[i : i + 3] != ["9", "/", "11"] or not (tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    if tokens.low[i + 3] in ("/", "-") or tokens.low[i - 1] in NOT_BEFORE_NINE or published is None:
        return None
    return Said(i, i + 3, when=calendar.of_day(date(2001, 9, 11))) if published >= date(2001, 9, 11) else None
