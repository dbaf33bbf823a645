"""Four digits as a time of day: "1800 GMT", "1430 local", "2000 ET", "at 0600", "doors open at 1830 and close at 2300"."""

from __future__ import annotations

from parsers.facts.time import zones
from parsers.facts.time.words import MONTHS
from parsers.facts.tokens import Tokens, words

Clock = tuple[str, int]
"""A time of day as TIMEX3 ("T17:30"), and the token behind it."""

BEFORE_DAYS = words(
    "on yesterday today tonight tomorrow daily nightly sharp monday tuesday wednesday thursday friday saturday sunday"
)
"""Words behind "at 2310" that make it a time of day."""

BEFORE_NOUGHT = words("at from until till by before after around about between since to and - – ( ,")
"""Words before "0630" where it is a time."""

BEFORE_CLOCKS = words("at until till before after from around about by")

HAPPENINGS = words(
    """
    doors gates polls curfew kickoff sunrise sunset dawn dusk bulletin briefing news meeting mass vigil funeral concert
    screening flight flights train trains ferry ferries bus buses shift shifts siren sirens alarm dinner lunch breakfast
    air airs aired airing broadcast broadcasts depart departs departed departing arrive arrives arrived arriving
    sail sails sailed dock docks docked land lands landed takeoff sound sounds sounded erupted exploded struck crashed
    collided happened occurred died woke awoke clocked convene convenes convened adjourn adjourns adjourned shut shuts reopen
    reopens reopened gather gathers gathered assemble assembled rang rings phoned called alerted arrested leave leaves
    left tide moonrise quake earthquake tremor blackout outage blaze blast explosion detonated derailed sank capsized vanished
    """
)
"""Words of what has an hour: near "at" and four digits they make these a time of day."""

BEGINNINGS = words(
    """
    open opens opened opening close closes closed closing start starts started starting begin begins began beginning
    end ends ended ending finish finishes finished resume resumes resumed stop stops stopped went go goes meet meets met
    speak speaks spoke address perform performs screened shown held due talk talks lecture lesson debate reception
    rally parade deadline appointment hearing tune vote votes voting raid raids serve served party dance exam
    kick kicks kicked tip tips meeting race match game show play programme program ceremony service session
    """
)
"""The same for round times only: prices open and close at numbers too."""

MARKETS = words(
    """
    shares share stock stocks index indexes indices futures gold silver platinum oil crude brent copper wheat points
    pence cents dollar dollars sterling euro euros yen yuan rupee rouble ruble price prices priced traded trading trade
    rate rates yield yields bid quoted fixed valued market markets bourse nikkei kospi nasdaq dow dax ftse topix sensex
    nifty hang cac ibex bovespa merval rating ratings odds average averaged percent pct magnitude altitude metres meters
    feet rpm stood toll number losses sales wheat corn soybeans sugar coffee cocoa nickel zinc palladium bitcoin
    population output total count peaked
    """
)
"""Words near a number behind "at" that make it a price, a level or a measure."""

LOOK_BACK, LOOK_AHEAD = 9, 4
"""Tokens before and behind the digits in which those words are looked for."""


def four_digits(tokens: Tokens, i: int) -> str | None:
    """ "1830" as a time of day, should it be one."""
    text = tokens.text[i]
    if len(text) != 4 or not text.isdecimal() or not text.isascii():
        return None
    hour, minute = int(text[:2]), int(text[2:])
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def joined_digits(tokens: Tokens, i: int) -> Clock | None:
    """ "1800 GMT", "1430 local time", "0600", "1430h", "at 1900" of what has an hour, and the first of "2000 to 0600"."""
    value = four_digits(tokens, i)
    if value is None:
        return None
    before, after = tokens.low[i - 1], tokens.low[i + 1]
    if before not in ("in", "since", "of") and zones.behind(tokens, i + 1):
        return value, i + 1
    if after in ("hours", "hrs") or (after == "h" and tokens.glued(i + 1) and not tokens.glued(i + 2)):
        return value, i + 2
    if tokens.text[i][0] == "0" and ((before in BEFORE_NOUGHT and not _tail(tokens, i)) or _day_behind(tokens, i)):
        return value, i + 1
    at = _at_of(tokens, i)
    if tokens.low[at] == "at" and _is_hour(tokens, i, at):
        return value, i + 1
    if _zoned_beside(tokens, i) or _first_of_two(tokens, i) or _no_year(tokens, i) or _second_hour(tokens, i):
        return value, i + 1
    return None


def _tail(tokens: Tokens, i: int) -> bool:
    """Are four digits the end of a longer number: "555-0142"?"""
    return tokens.text[i - 1] in ("-", "–") and tokens.text[i - 2].isdecimal() and four_digits(tokens, i - 2) is None


def _at_of(tokens: Tokens, i: int) -> int:
    """The "at" before four digits, before "about" or before the first times of a list ("at 1810, 1830 and 1900")."""
    k = i - 1
    for _ in range(LISTED):
        if tokens.low[k] not in (",", "and", "or") or four_digits(tokens, k - 1) is None:
            break
        k -= 2
    return k - 1 if tokens.low[k] in ("about", "around", "exactly", "precisely", "approximately") else k


LISTED = 6
"""Times of a list, at most."""


def _is_hour(tokens: Tokens, i: int, at: int) -> bool:
    """Do the words around "at" and four digits speak of an hour, and of no price?"""
    before = tokens.low[max(0, at - LOOK_BACK) : at]
    near = before + tokens.low[i + 1 : i + 1 + LOOK_AHEAD]
    glued = tokens.glued(i + 1) and tokens.low[i + 1] in ("'", "’", "-", "%")
    if glued or not MARKETS.isdisjoint(near):
        return False
    after = tokens.low[i + 1]
    if _counts(tokens, i + 1):
        return False
    if after in BEFORE_DAYS or not HAPPENINGS.isdisjoint(before) or _day_before(tokens, at):
        return True
    round_ = tokens.text[i][3] in "05"
    if at == 0 and after == ",":
        return round_  # "At 1900, the lights went out."
    return round_ and not BEGINNINGS.isdisjoint(before)


def _day_before(tokens: Tokens, at: int) -> bool:
    """Does a day end right before "at" ("on Jan. 5 at 2000", "Friday at 2015")?"""
    last = tokens.low[at - 1]
    if last in DAY_WORDS:
        return True
    return last.isdecimal() and len(last) < 3 and not MONTHS.keys().isdisjoint(tokens.low[max(0, at - 3) : at - 1])


def _counts(tokens: Tokens, k: int) -> bool:
    """Is token k a noun that the digits before it count or date ("at 2010 levels", "at 2016 Games")?"""
    after = tokens.text[k]
    return after.isalpha() and tokens.low[k] not in AFTER_CLOCKS


AFTER_CLOCKS = BEFORE_DAYS | words(
    """
    and or but when as after before while with in for to until till by from the a an this that where which local each
    every because so near at daily nightly since during over if then between
    """
)
"""Words that may are behind a time of day."""


def _zoned_beside(tokens: Tokens, i: int) -> bool:
    """ "1900 (1700 GMT)": the same hour in another zone is behind it in brackets."""
    other = tokens.low[i + 1] == "(" and tokens.low[i - 1] in BEFORE_CLOCKS and four_digits(tokens, i + 2)
    return bool(other) and zones.behind(tokens, i + 3) is not None


def _no_year(tokens: Tokens, i: int) -> bool:
    """ "by 1800 on Tuesday", "scheduled for 1800": digits that are hardly a year, beside a day or behind a plan."""
    if int(tokens.text[i]) in NEARER_YEARS:
        return False
    if tokens.low[i - 1] == "for":
        return tokens.low[i - 2] in PLANNED and not _counts(tokens, i + 1)
    if tokens.low[i - 1] in ("until", "till") and int(tokens.text[i]) > LAST_YEAR:
        return not _counts(tokens, i + 1)
    joined = tokens.low[i - 1] in JOINTS and four_digits(tokens, i - 2) is not None
    return (joined or tokens.low[i - 1] in BEFORE_CLOCKS - {"at"}) and _day_behind(tokens, i)


def _day_behind(tokens: Tokens, i: int) -> bool:
    """Does a day stand right behind the digits ("on Tuesday", "on Sundays", "tonight")?"""
    k = i + 2 if tokens.low[i + 1] == "on" else i + 1
    return tokens.low[k].removesuffix("s") in DAY_WORDS


LAST_YEAR = 2199
"""Above it, digits behind "until" are an hour."""


NEARER_YEARS = range(1860, 2060)
"""Years that plans and reports name: "cut emissions by 2030, it said on Monday"."""

PLANNED = words("scheduled set due planned timed fixed slated booked called billed arranged")

DAY_WORDS = BEFORE_DAYS - {"on", "sharp"}


def _second_hour(tokens: Tokens, i: int) -> bool:
    """ "began at 1915 and lasted until 2045": an hour behind another one of the same sentence."""
    if tokens.low[i - 1] in JOINTS and _early_pair(tokens, i - 2):
        return True
    if tokens.low[i - 1] not in ("until", "till", "by", "before", "after", "to"):
        return False
    first = max(1, i - LOOK_BACK)
    return any(
        tokens.low[k - 1] == "at" and four_digits(tokens, k) is not None and _is_hour(tokens, k, k - 1)
        for k in range(first, i - 1)
    )


def _first_of_two(tokens: Tokens, i: int) -> bool:
    """ "2000 to 0600", "2000 and 2100 GMT": the second of the two shows that the first one is a clock time as well."""
    if tokens.low[i + 1] not in JOINTS or four_digits(tokens, i + 2) is None:
        return False
    after = tokens.low[i + 3]
    shown = tokens.text[i + 2][0] == "0" or after in ("hours", "hrs", "h") or _early_pair(tokens, i)
    return shown or zones.behind(tokens, i + 3) is not None or _no_year(tokens, i + 2)


JOINTS = frozenset({"to", "and", "-", "–", "until", "or"})


def _early_pair(tokens: Tokens, i: int) -> bool:
    """ "0700-2100", "0800 to 1700": two hours of which the first one begins with a nought."""
    last = four_digits(tokens, i + 2)
    first = four_digits(tokens, i)
    if first is None or last is None or tokens.text[i][0] != "0" or tokens.glued(i) or tokens.low[i + 1] == "and":
        return False
    return first < last and first[-2:] in QUARTERS and last[-2:] in QUARTERS


QUARTERS = frozenset({"00", "15", "30", "45"})
"""Minutes that opening hours have; telephone numbers seldom do twice."""
