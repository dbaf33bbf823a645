"""Numbers that measure nothing: names (G77, COVID-19, Boeing 747), enumerators, scores, telephone numbers, versions."""

from __future__ import annotations

import re

from parsers.facts.quantity import money, rates
from parsers.facts.quantity.currency_names import SIGNS
from parsers.facts.quantity.digits import APOSTROPHES, DENOMINATORS
from parsers.facts.quantity.magnitudes import ALL as MAGNITUDES
from parsers.facts.quantity.numbers import Number
from parsers.facts.quantity.outcomes import PLURALS, STATES
from parsers.facts.quantity.units import unit_at
from parsers.facts.tokens import Tokens, words

LABELS = words(
    """
    no no. nos number band # article articles section sections chapter chapters resolution paragraphs lines rules items questions figures tables flights routes rooms models groups classes page pages flight room route
    highway bus channel group category grade level phase volume vol version model type class gate platform building
    apartment apt suite lot serial id isbn issn unit line paragraph para rule clause act title item question answer
    figure fig table step part episode season game round week day matchday stage lap set no' code zip box ext tel
    phone fax call uefa under- passcode password invoice receipt docket file ref reference policy certificate permit patent exhibit proposition
    prop amendment ordinance barcode pin postcode ward
    """
)
"""Words that name the thing by the number behind them."""

LETTER_PREFIXES = words(
    """
    sub minus plus over under near x up to then now roughly nearly about some between and or from in of by at than
    the for magnitude
    """
)
"""Words that may touch a number through a hyphen or a lost space without naming it."""


def admissible(tokens: Tokens, i: int) -> bool:
    """May a quantity begin at token i? Looks only at what touches it and at the label before it."""
    if tokens.low[i - 1] == "per" and i > 1 and rates.per_many(tokens, i) is not None:
        return False  # "12 deaths per 100,000 people": what the rate is told of
    if (
        MODEL.fullmatch(tokens.text[i])
        and tokens.low[i + 1] in AIRCRAFT
        and tokens.low[i - 1] in ("the", "a", "an", "its", "their")
    ):
        return False  # "on the 767 jetliner"
    if _of_play(tokens, i) or (tokens.low[i] == "zero" and "sum" in tokens.low[i + 1 : i + 3]):
        return False  # "a zero sum game" is no money of Uzbekistan
    return not (_glued_behind(tokens, i) or _enumerator(tokens, i) or _in_code(tokens, i) or _in_address(tokens, i))


MODEL = re.compile("7[0-8]7")
AIRCRAFT = words(
    "jetliner jetliners jet jets plane planes aircraft airliner airliners aeroplane aeroplanes airplane airplanes freighter freighters jumbo jumbos"
)
"""Behind the model of an aircraft."""


def _of_play(tokens: Tokens, i: int) -> bool:
    """Is it half of a cricket score ("at 3 for 93,"), or how many are played at most ("the best of five sets")?"""
    low = tokens.low
    if (low[i - 2 : i] == ["best", "of"] and i > 1) or (low[i - 4 : i] == ["best", "-", "of", "-"] and i > 3):
        return True
    if _odds(tokens, i):
        return True
    if low[i - 1] == "for" and i > 1 and low[i - 2] in ("wicket", "wickets") and low[i + 1] not in ("runs", "run"):
        return True  # "no wicket for 126"
    first = i if low[i + 1] == "for" else i - 2 if i > 1 and low[i - 1] == "for" else None
    if first is None or low[first + 3] not in BEHIND_SCORES:
        return False
    wickets, runs = tokens.text[first], tokens.text[first + 2]
    return (wickets in WICKETS or low[first] in SPELLED) and runs.isdecimal() and len(runs) <= 4


def _odds(tokens: Tokens, i: int) -> bool:
    """Is it half of "25 to 1", which tells how many times one is the other?"""
    low = tokens.low
    first = i if low[i + 1] == "to" and low[i + 2] in ("1", "one") else i - 2 if i > 1 and low[i - 1] == "to" and low[i] in ("1", "one") else None  # fmt: skip
    if first is None or low[first - 1] in ("from", "between") or low[first + 3] not in BEHIND_SCORES:
        return False
    return tokens.text[first].isdecimal() and tokens.text[first] not in ("0", "1")


WICKETS = frozenset("1 2 3 4 5 6 7 8 9 10".split())
SPELLED = words("one two three four five six seven eight nine ten")
BEHIND_SCORES = words(
    ", . ; ) at and on after when while off in to from before by this last today yesterday overnight with against - –"
) | {""}
"""What may be behind the runs of a cricket score; a noun would be what is counted."""


def is_tail(tokens: Tokens, i: int, taken: frozenset[int]) -> bool:
    """Do digits that are no time stand right before those at token i? Then it may be the rest of a longer number."""
    if not tokens.text[i][:1].isdecimal() or i == 0:
        return False
    k = i - 2 if tokens.text[i - 1] in APOSTROPHES and tokens.glued(i) and tokens.glued(i - 1) else i - 1
    abroad = tokens.text[k].startswith("00") and k == i - 1  # a telephone number, whatever else 0044 may be
    return (k not in taken or abroad) and tokens.text[k][:1].isdecimal()


STREETS = words(
    """
    street st avenue ave road rd lane ln drive dr boulevard blvd square court ct place pl way terrace crescent parkway highway hwy close quay plaza row walk
    """
)
STATES_OF_CODES = words(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
    iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
    nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming calif fla mass tex
    """
)
"""States of the United States, before five digits that are a post code."""

LONGEST_PATH = 60
"""Characters looked at on either side of a number for the address of a page or a file."""


def _in_address(tokens: Tokens, i: int) -> bool:
    """A house number ("10 Downing Street"), a post code ("NY 10001"), a leading zero, part of a path or a web address."""
    text = tokens.text[i]
    if not text[:1].isdecimal():
        return False
    if text[0] == "0" and len(text) > 1 and text.isdecimal():
        return not (tokens.low[i - 1] == "." and tokens.glued(i))
    if text.isdecimal() and tokens.text[i + 1][:1].isupper() and _street(tokens, i):
        return True
    if (
        len(text) == len("44101")
        and text.isdecimal()
        and tokens.low[i - 1] in STATES_OF_CODES
        and tokens.text[i - 1].istitle()
    ):
        return True
    if (
        len(text) == 5
        and text.isdecimal()
        and len(tokens.text[i - 1]) == 2
        and tokens.text[i - 1].isupper()
        and tokens.low[i - 1] not in ("us", "rs", "rm")
    ):
        return not tokens.glued(i)
    return (tokens.glued(i) or tokens.glued(i + 1)) and _in_path(tokens, i)


def _street(tokens: Tokens, i: int) -> bool:
    """ "10 Downing Street": capitalised words up to a word for a street."""
    for k in range(i + 1, i + 5):
        if tokens.low[k] in STREETS and k > i + 1:
            return tokens.text[k][:1].isupper()
        if (
            not tokens.text[k][:1].isupper()
            and tokens.low[k] not in ("th", "st", "nd", "rd")
            and not tokens.text[k].isdecimal()
        ):
            return False
    return False


def _in_path(tokens: Tokens, i: int) -> bool:
    """Is the number a piece of an address of a page, a file or a mailbox?"""
    s, start, end = tokens.sentence, tokens.start[i], tokens.end[i]
    head = s[max(0, start - LONGEST_PATH) : start].rsplit(None, 1)
    tail = s[end : end + LONGEST_PATH].split(None, 1)
    chunk = (
        (head[-1] if head and not s[start - 1].isspace() else "")
        + s[start:end]
        + (tail[0] if tail and not s[end : end + 1].isspace() else "")
    )
    return (
        "://" in chunk
        or "www." in chunk
        or "\\" in chunk
        or "@" in chunk
        or "_" in chunk
        or chunk.count("/") >= 3
        or ".com" in chunk
        or ".org" in chunk
    )


def _glued_behind(tokens: Tokens, i: int) -> bool:
    """Letters, or letters and a hyphen, directly before the digits: G77, COP29, COVID-19, mid-40."""
    if not tokens.glued(i):
        return False
    before = tokens.low[i - 1]
    if before.isalpha():
        return before not in LETTER_PREFIXES and money.before(tokens, i) is None
    if before in ("-", "–", "−") and tokens.glued(i - 1):
        word = tokens.low[i - 2]
        return (
            not (word in LETTER_PREFIXES or word in SIGNS or (word.isalpha() and money.before(tokens, i) is not None))
            and not word[:1].isdecimal()
        )
    return (
        before in ("_", "@", "/", "\\", "#", "&", "=")
        and not (before == "=" and tokens.low[i - 2] == "y")
        and not (before == "/" and tokens.low[i - 2] == " ")
    )


def _enumerator(tokens: Tokens, i: int) -> bool:
    """ "1. Strengthen …", "2) cautions", "(a) 3. …" at the head of a sentence or behind a stop."""
    after = tokens.low[i + 1]
    if (
        after == ")"
        and tokens.low[i - 1] != "("
        and tokens.text[i].isdecimal()
        and len(tokens.text[i]) <= 2
        and "(" not in tokens.low[max(0, i - 8) : i]
    ):
        return True
    if after != "." or not tokens.glued(i + 1) or not tokens.text[i].isdecimal() or len(tokens.text[i]) > 2:
        return False
    if tokens.low[i - 1] == ":" and (tokens.low[i - 2] in STATES or tokens.low[i - 2] in PLURALS):
        return False  # "Injured: 17. Missing: 4."
    return tokens.text[i + 2][:1].isupper() and (i == 0 or tokens.low[i - 1] in (".", ":", ";", "?", "!", "-", "•"))


def _in_code(tokens: Tokens, i: int) -> bool:
    """Telephone numbers, addresses, versions: three groups in a row, or letters right behind that are no unit."""
    if tokens.low[i - 1] == "." and tokens.glued(i) and tokens.glued(i - 1) and tokens.text[i - 2].isalpha():
        return money.before(tokens, i) is None  # ID.3, not Rs.500
    if (
        tokens.low[i - 1] in ("-", ".", "/", ":")
        and tokens.glued(i)
        and tokens.glued(i - 1)
        and tokens.text[i - 2][:1].isdecimal()
    ):
        return True
    if (
        tokens.low[i + 1] in ("-", "/", ":", "–")
        and tokens.glued(i + 1)
        and tokens.glued(i + 2)
        and tokens.text[i + 2].isdecimal()
    ):
        again = tokens.low[i + 3] in ("-", "/", ":", "–") and tokens.glued(i + 3) and tokens.text[i + 4].isdecimal()
        return (
            (again and not _mixed(tokens, i))
            or (tokens.low[i + 1] in ("/", ":") and not _is_fraction(tokens, i))
            or (tokens.text[i][0] == "0" and len(tokens.text[i]) > 1)
        )
    return tokens.low[i - 1] == "+" and tokens.text[i].isdecimal() and tokens.text[i + 1].isdecimal()


def _mixed(tokens: Tokens, i: int) -> bool:
    """A whole number and a fraction with a hyphen: "9-1/4 pct"; not the date 9-11/2001."""
    if tokens.low[i + 1] != "-" or tokens.low[i + 3] != "/" or tokens.low[i + 5] in ("-", "/"):
        return False
    above, below = tokens.text[i + 2], tokens.text[i + 4]
    return below.isdecimal() and int(below) in DENOMINATORS and len(above) < 3 and int(above) < int(below)


def _is_fraction(tokens: Tokens, i: int) -> bool:
    return tokens.low[i + 1] == "/" and len(tokens.text[i]) <= 2 and len(tokens.text[i + 2]) <= 2


def letters_behind(tokens: Tokens, number: Number) -> bool:
    """Letters touch the end of the number and are neither unit nor magnitude: 5G, 3D, 747s, 1st."""
    j = number.end
    return (
        tokens.glued(j)
        and tokens.text[j].isalpha()
        and tokens.low[j] not in MAGNITUDES
        and unit_at(tokens, j, True) is None
    )


def is_year(tokens: Tokens, number: Number) -> bool:
    """Four digits without a comma behind "in" or "before": the year 1997, whatever noun comes next."""
    text = tokens.text[number.start]
    return (
        len(text) == 4
        and text[:2] in ("19", "20")
        and text.isdecimal()
        and number.end == number.start + 1
        and tokens.low[number.start - 1] in YEAR_BEFORE
    )


YEAR_BEFORE = words("in since before after until by during from early late mid")


def is_label(tokens: Tokens, number: Number) -> bool:
    """The number names what is before it: "Article 5", "Boeing 747", "Fortune 500", "iPhone 12 Pro"."""
    i, j = number.start, number.end
    if i == 0 or number.magnitude > 1:
        return False
    before, text = tokens.low[i - 1], tokens.text[i - 1]
    if i == 1 and before in FIRST_WORDS:
        return False  # "Over 60 Dutch firms"
    if before == "number" and tokens.low[i - 2] in STATES:
        return False  # "the dead number 33"
    named = i - 4 if tokens.low[i - 3] == "." else i - 3
    if (
        before in ("and", ",", "to", "or", "-", "–", "&")
        and tokens.text[i - 2].isdecimal()
        and tokens.low[named] in LABELS
    ):
        return True
    if before in PERIODS and tokens.low[i - 2] in POINTING:
        return False  # "last week 300 soldiers left"
    if before in LABELS or (
        before == "." and tokens.low[i - 2] in ("no", "nos", "vol", "art", "fig", "p", "pp", "ext", "tel")
    ):
        return True
    if (
        before == "of"
        and tokens.text[i - 2].istitle()
        and i > 2
        and tokens.low[i - 2] in ("group", "gang", "council", "committee", "commission", "league", "order")
    ):
        return True  # the Group of 77
    if before == "the" and tokens.text[j][:1].isupper() and not number.worded:
        return tokens.text[j].istitle()
    if (
        number.worded
        and tokens.text[i][:1].isupper()
        and i > 0
        and tokens.low[i - 1] not in (".", '"', "“", ":", "?", "!", "'", "‘")
    ):
        return True  # One Belt, Big Five
    if before in WEEKDAYS or tokens.low[j] in PEOPLE:
        return False
    if not text[:1].isupper() or (i == 1 and not tokens.text[j][:1].isupper()):
        return (text[:1].islower() and any(c.isupper() for c in text)) or False
    return "," not in tokens.text[i] and "." not in tokens.text[i] and len(tokens.text[i]) <= 4 and not number.worded


FIRST_WORDS = words(
    """
    over about some nearly around almost roughly approximately only just another all these those both for from of with after at between among these those
    more than least fewer in by to as and but while when this that its their his her our
    """
)
"""Words that begin a sentence, and are no name of the number behind them."""

PERIODS = words("week day season game round")
POINTING = words("last next this that previous past same following every each")
"""Words that say which of these is meant, so that the number behind it does not."""

WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
PEOPLE = words("people persons others civilians soldiers children women men dead injured wounded")


def is_score(first: Number, last: Number) -> bool:
    """ "2-1", "7-5 6-4", "30-28": two small whole numbers with a hyphen and nothing measured behind."""
    return (
        first.value < 200
        and last.value < 200
        and first.value == int(first.value)
        and (first.value >= last.value or last.value < 12)
    )
