"""Years and their parts: "2013", "fiscal year 2008", "the 1990s", "spring 2016", "Q3 2019", "2019 H2"."""

from __future__ import annotations

from datetime import date

from parsers.facts.quantity.nouns import VERBS_IN_S
from parsers.facts.time import calendar
from parsers.facts.time.calendar import Partial, When
from parsers.facts.time.digit_clocks import AFTER_CLOCKS, four_digits
from parsers.facts.time.fiscal import FISCAL, fiscal_year, is_fiscal
from parsers.facts.time.said import LIKELY_YEARS, YEARS, Needs, Said, goes_on, told_year, whole_year, year_at
from parsers.facts.time.words import DECADES, ORDINALS, SEASONS, UNITS
from parsers.facts.tokens import Tokens, words

NOT_BEFORE_YEARS = words(
    """
    $ € £ ¥ ₹ # no rs than least nearly almost some only exactly + numbering page pages room suite flight route highway box bus bill resolution section article model
    channel gate apartment regulation rule form decree order law number serial
    """
)
"""A four-digit number behind one of these is an amount or a label."""

COUNTED = words(
    """
    % percent million billion people pct per m km feet ft men women children cattle sheep kg lb lbs mph kph kmh mw gw
    kwh gwh mwh hp cc rpm hectares calories
    """
)
"""Units and plurals without "s" behind digits that are an amount."""

PAYING = words("sold sell sells selling bought buy buys paid pay pays paying cost costs asked swapped traded")
"""Before "for" and digits these make them a price."""

STREETS = words(
    "street st avenue ave road rd boulevard blvd drive lane way place square plaza highway parkway court terrace"
)
"""Behind four digits and a name these make an address."""

PLACES_OF_YEARS = words(
    """
    in since by until till before after during from of the between and to through year ( , early late mid circa for
    or as on last fiscal calendar at around about its their his her our a end - – ’ ' versus vs than with spring
    summer autumn winter fall fy cy that when but ended ending throughout into [ — beyond
    """
)


ENDS_BEFORE = frozenset({"=", ";", ":", ".", '"', "”", ")"})

YEARLY = words(
    """
    levels prices figures elections protests attacks talks games olympics results earnings accords agreements reforms riots floods championships finals models profits
    revenues standards estimates forecasts polls hearings sanctions emissions conditions dollars rates wages salaries
    """
)
"""Plurals that are told by their year ("from 2005 levels"), not counted."""


QUOTES = frozenset("\"“”'‘’")


def bare_year(tokens: Tokens, i: int) -> Said | None:
    """Four digits that are a year, not an amount, a title or a label."""
    text = tokens.text[i]
    if (
        len(text) != 4
        or not text.isdecimal()
        or int(text) not in YEARS
        or goes_on(tokens, i + 1)
        or (tokens.glued(i) and tokens.text[i - 1].isalnum())
    ):
        return None
    before, after = tokens.low[i - 1], tokens.low[i + 1]
    if before in QUOTES and after in QUOTES:
        return None  # the film "1917"
    if (
        before == "-"
        and tokens.glued(i)
        and tokens.text[i - 2].isdecimal()
        and tokens.low[i - 3] == "-"
        and tokens.glued(i - 2)
    ):
        return None  # the code 133-03-2020
    if after in ("period", "quarter") and before == "the" and int(text) in LIKELY_YEARS:
        return Said(i, i + 2, when=calendar.of_year(int(text)), needs=Needs("report", year=int(text)))
    priced = before == "for" and tokens.low[i - 2] in PAYING
    least = (
        before == "least"
        and tokens.low[i - 2] == "at"
        and tokens.low[i - 3] in ("until", "till", "to", "since", "through")
    )
    if priced or (before in NOT_BEFORE_YEARS and not least) or after in COUNTED or after in UNITS:
        return None
    if (
        before == "-"
        and tokens.glued(i)
        and tokens.glued(i - 1)
        and not tokens.text[i - 2].isdecimal()
        and tokens.low[i - 2] not in ("mid", "pre", "post", "early", "late")
    ):
        return None
    if (
        after in ("-", "/")
        and tokens.glued(i + 1)
        and tokens.glued(i + 2)
        and not tokens.text[i + 2].isdecimal()
        and tokens.low[i + 2] != "h"
    ):
        return None
    part = _part_behind(tokens, i)
    if part:
        return part
    if not least and not _place_for_year(tokens, i):
        return None
    label = i - 1 if before in ("year", "fiscal") else i
    if label < i and tokens.low[label - 1] in ("fiscal", "financial", "calendar"):
        label -= 1
    if label < i and tokens.low[label - 1] == "-" and tokens.low[label - 2] in ("fiscal", "financial"):
        return _fiscal(tokens, label - 2, int(text), i + 1)  # "fiscal-year 2020"
    fiscal = fiscal_year(tokens, label if tokens.low[label] in FISCAL else i)
    if fiscal and fiscal[1] > i:
        return _fiscal(tokens, label, *fiscal)
    return Said(label, i + 1, Partial(year=int(text)))


def _fiscal(tokens: Tokens, label: int, year: int, end: int) -> Said:
    """A fiscal year, with the part of it that is behind ("fiscal 2022 third quarter", "fiscal 2022's Q1")."""
    k = end + 2 if tokens.low[end] in ("'", "’") and tokens.low[end + 1] == "s" else end
    part = _part_of_label(tokens, k)
    if part:
        return Said(label, part[1], Partial(year=year, part=part[0], fiscal=True))
    return Said(label, end, Partial(year=year, fiscal=True))


def _part_behind(tokens: Tokens, i: int) -> Said | None:
    """ "2019 Q1", "2019-H2"."""
    k = i + 2 if tokens.low[i + 1] == "-" else i + 1
    rank, unit = ORDINALS.get(tokens.low[k], 9), tokens.low[k + 1]
    if (unit == "quarter" and rank <= 4) or (unit == "half" and rank <= 2):
        return Said(i, k + 2, Partial(year=int(tokens.text[i]), part=("Q" if unit == "quarter" else "H") + str(rank)))
    if tokens.low[k] not in ("q", "h"):
        return None
    found = labelled_part(tokens, k)
    return found if found and found.start == i else None


def _place_for_year(tokens: Tokens, i: int) -> bool:
    """Do the words around four digits ask for a year rather than for an amount or a name?"""
    number, before = int(tokens.text[i]), tokens.low[i - 1]
    if tokens.text[i + 1].istitle() and not STREETS.isdisjoint(tokens.low[i + 2 : i + 4]):
        return False
    counted = _counted_noun(tokens, i + 1)
    if number not in LIKELY_YEARS:
        return before in ("in", "since", "until", "year", "circa") and not counted
    if counted:
        return before in ("in", "since", "during") and tokens.low[i + 2] not in ("of", "in", "and")
    if before == "at":
        return _year_behind_at(tokens, i)
    if before in PLACES_OF_YEARS:
        return True
    if tokens.text[i - 1][:1].isupper() and i > 0:
        return False
    return number in range(1900, 2051) and (i == 0 or before.isalpha() or before in ENDS_BEFORE)


def _year_behind_at(tokens: Tokens, i: int) -> bool:
    """ "at 1990 prices", "look back at 2015": other digits behind "at" that may be a time of day are no year."""
    if four_digits(tokens, i) is None:
        return True
    dated = tokens.text[i + 1].isalpha() and tokens.low[i + 1] not in AFTER_CLOCKS
    return dated or not LOOKS.isdisjoint(tokens.low[max(0, i - 4) : i])


LOOKS = words("look looks looked looking back point pointed pointing glance glanced aimed aiming")
"""Before "at" these make the year behind it one."""


def _counted_noun(tokens: Tokens, k: int) -> bool:
    """A plural that four digits before it would count ("2000 people"), unless it is one that is told by its year."""
    low = tokens.low[k]
    plural = low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3
    return plural and tokens.text[k].islower() and low not in YEARLY and low not in VERBS_IN_S


def decade_at(tokens: Tokens, i: int) -> Said | None:
    """ "1990s", "'90s", "1990’s"."""
    text, j = tokens.text[i], i + 1
    if tokens.low[j] in ("'", "’") and tokens.glued(j):
        j += 1
    if tokens.low[j] != "s" or not tokens.glued(j) or not text.isdecimal() or not text.endswith("0"):
        return None
    if len(text) == 4:
        counted = tokens.low[j + 1] == "of" and tokens.low[i - 1] != "the"  # "1000s of fans"
        fits = int(text) in YEARS and (j == i + 1 or tokens.low[i - 1] in ("the", "early", "late", "mid", "-"))
        return Said(i, j + 1, when=_century_or_decade(int(text))) if fits and not counted else None
    if len(text) == 2 and int(text) >= 20:
        return _short_decade(tokens, i, j + 1)
    return None


def _short_decade(tokens: Tokens, i: int, end: int) -> Said | None:
    """ "'90s", "the mid-70s"; not the age in "in his late 30s", not "temperatures in the 80s"."""
    before = tokens.low[i - 1]
    when = calendar.of_decade(1900 + int(tokens.text[i]))
    if before in ("'", "’", "‘"):
        return Said(i - 1, end, when=when)
    joined = before == "-" and tokens.low[i - 2] == "mid"
    if (before in BEFORE_DECADES or joined) and not _aged_or_measured(tokens, i):
        return Said(i, end, when=when)
    return None


BEFORE_DECADES = frozenset({"the", "mid", "early", "late"})

MEASURED = words(
    """
    temperature temperatures degrees highs lows thermometer mercury celsius fahrenheit weather age aged ages scored shot
    score scores percentile winds
    """
)
"""Near "the 80s" these make it a range of numbers."""

HOLDERS = words("his her their my our your s whose")


def _aged_or_measured(tokens: Tokens, i: int) -> bool:
    """Does somebody own the number ("in his early thirties"), or is something measured ("highs in the upper 70s")?"""
    near = tokens.low[max(0, i - 4) : i]
    return not HOLDERS.isdisjoint(near) or not MEASURED.isdisjoint(tokens.low[max(0, i - 8) : i + 3])


def _century_or_decade(year: int) -> When:
    """ "The 1400s" are a century; "the 2000s" are ten years, as papers use them."""
    whole = year % 100 == 0 and year != 2000
    return calendar.of_century(year // 100 + 1) if whole else calendar.of_decade(year)


def named_decade(tokens: Tokens, i: int, _: date | None = None) -> Said | None:
    """ "the nineties", "the 1920s" in words."""
    joined = tokens.low[i - 2 : i] == ["mid", "-"]
    if (tokens.low[i - 1] in BEFORE_DECADES or joined) and not _aged_or_measured(tokens, i):
        return Said(i, i + 1, when=calendar.of_decade(1900 + DECADES[tokens.low[i]]))
    return None


def noughties(_: Tokens, i: int, __: date | None = None) -> Said:
    """ "the noughties": the decade of 2000."""
    return Said(i, i + 1, when=calendar.of_decade(2000))


def season_at(tokens: Tokens, i: int, published: date | None = None) -> Said | None:
    """A season where a time is asked for ("in summer", "spring 2016")."""
    code = SEASONS[tokens.low[i]]
    year = year_at(tokens, i + 1) or told_year(tokens, i + 1, published)
    if year:
        end, last = year[1], tokens.text[year[1] + 1]
        if (
            tokens.low[end] in ("-", "–", "/")
            and last.isdecimal()
            and len(last) == 2
            and int(last) == (year[0] + 1) % 100
        ):
            end += 2  # winter 2010-11
        return Said(i, end, Partial(year=year[0], part=code))
    if tokens.low[i] in ("fall", "spring") and tokens.low[i - 1] not in ("last", "this", "next", "in"):
        return None
    if tokens.low[i - 1] in (
        "in",
        "since",
        "this",
        "last",
        "next",
        "by",
        "during",
        "until",
        "late",
        "early",
        "into",
    ) or tokens.low[i - 2] in ("in", "over", "during", "by", "into"):
        return Said(i, i + 1, Partial(part=code))
    return None


def labelled_part(tokens: Tokens, i: int, published: date | None = None) -> Said | None:
    """ "Q1", "H2 2019", "FY2020", "W31" where the letter touches its digits."""
    letter, digits = tokens.low[i], tokens.text[i + 1]
    if letter in ("fy", "cy"):
        return _labelled_year(tokens, i)
    if (
        not tokens.glued(i + 1)
        or (tokens.glued(i) and tokens.low[i - 1] == "-" and not tokens.text[i - 2].isdecimal())
        or not digits.isdecimal()
        or len(digits) != 1
        or not 1 <= int(digits) <= (4 if letter == "q" else 2)
    ):
        return None
    part = letter.upper() + digits
    before = tokens.text[i - 1] if tokens.low[i - 1] != "-" else tokens.text[i - 2]
    if before.isdecimal() and len(before) == 4 and int(before) in LIKELY_YEARS:
        return Said(i - 1 if tokens.low[i - 1] != "-" else i - 2, i + 2, Partial(year=int(before), part=part))
    fiscal = fiscal_year(tokens, i + 2)
    if fiscal or is_fiscal(tokens, i):
        year, end = fiscal or year_at(tokens, i + 2) or (None, i + 2)
        return Said(i - 1 if is_fiscal(tokens, i) else i, end, Partial(year=year, part=part, fiscal=True))
    found = year_at(tokens, i + 2) or told_year(tokens, i + 2, published) or _short_year(tokens, i + 2)
    return Said(i, found[1], Partial(year=found[0], part=part)) if found else Said(i, i + 2, Partial(part=part))


def counted_part(tokens: Tokens, i: int, published: date | None) -> Said | None:
    """ "1Q 2019", "2H24", "3QFY24": the number before its letter."""
    letter, number = tokens.low[i + 1], tokens.text[i]
    labels = {"q": "Q", "h": "H", "qfy": "Q", "hfy": "H"}
    if (
        letter not in labels
        or not tokens.glued(i + 1)
        or number not in ("1", "2", "3", "4")
        or (labels[letter] == "H" and number > "2")
    ):
        return None
    part = labels[letter] + number
    fiscal = fiscal_year(tokens, i + 2)
    if letter.endswith("fy"):
        year = whole_year(tokens.text[i + 2]) if tokens.text[i + 2].isdecimal() else None
        return Said(i, i + 3, Partial(year=year, part=part, fiscal=True)) if year else None
    if fiscal:
        return Said(i, fiscal[1], Partial(year=fiscal[0], part=part, fiscal=True))
    found = year_at(tokens, i + 2) or told_year(tokens, i + 2, published) or _short_year(tokens, i + 2)
    if found is None and tokens.glued(i + 2) and len(tokens.text[i + 2]) == 2:
        year = whole_year(tokens.text[i + 2])
        found = (year, i + 3) if year else None
    return Said(i, found[1], Partial(year=found[0], part=part)) if found else Said(i, i + 2, Partial(part=part))


def _short_year(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """ "'24" or "24" right behind "Q3"."""
    k = j + 1 if tokens.low[j] in ("'", "’") else j
    text = tokens.text[k]
    year = (
        whole_year(text)
        if len(text) == 2 and not goes_on(tokens, k + 1) and (k > j or tokens.low[k + 1] in ENDS_BEFORE | {"", ","})
        else None
    )
    return (year, k + 1) if year else None


def _labelled_year(tokens: Tokens, i: int) -> Said | None:
    if tokens.low[i] == "fy":
        found = fiscal_year(tokens, i)
        part = _part_of_label(tokens, found[1]) if found else None
        if found and part:
            return Said(i, part[1], Partial(year=found[0], part=part[0], fiscal=True))
        return Said(i, found[1], Partial(year=found[0], fiscal=True)) if found else None
    digits = tokens.text[i + 1]
    year = whole_year(digits) if digits.isdecimal() and (tokens.glued(i + 1) or len(digits) == 4) else None
    return Said(i, i + 2, Partial(year=year)) if year else None


def _part_of_label(tokens: Tokens, k: int) -> tuple[str, int] | None:
    """ "Q3" or "third quarter" behind the label of a year."""
    low, digits = tokens.low[k], tokens.text[k + 1]
    if low in ("q", "h") and tokens.glued(k + 1) and digits in ("1", "2", "3", "4") and (low == "q" or digits < "3"):
        return low.upper() + digits, k + 2
    number = ORDINALS.get(low, 9)
    if (digits == "quarter" and number <= 4) or (digits == "half" and number <= 2):
        return ("Q" if digits == "quarter" else "H") + str(number), k + 2
    return None
