"""Numbers without a unit of measure: counts of things, parts of a whole, ages, bare figures."""

from __future__ import annotations

from parsers.facts.quantity import ages, bounds, brackets, casualties, nouns, ranges, rates, traps
from parsers.facts.quantity.amounts import Amount, amount_at, pounds_as_money
from parsers.facts.quantity.magnitudes import ALL as MAGNITUDES
from parsers.facts.quantity.magnitudes import CAPITALS, unknown_power
from parsers.facts.quantity.measure import NUMBER, RATIO, Measure, plain, things
from parsers.facts.quantity.nouns import Counted
from parsers.facts.quantity.number_words import POINTS
from parsers.facts.quantity.numbers import WORDS
from parsers.facts.quantity.outcomes import OF_PEOPLE
from parsers.facts.quantity.units import unit_of
from parsers.facts.tokens import Tokens, words

MEASURE_WORDS = words(
    """
    to at of by from was is are were reached hit totalled totaled totaling averaged stood scored be than until below above with closed trade on for under over around
    about approximately roughly nearly almost some between and or costs cost equals estimated vs versus against least most exceeded exceeding up down yielding priced
    fell rose only just
    """
)
"""Words before a bare number that make it a measurement."""

ENDS = words(
    """
    . , ; : ) ? ! and or but in on at from by with for after as this last when while to compared versus vs is was are were ( before during since a per each late early
    against than - – — ” " who that which
    """
) | {""}
"""What may are behind a small bare number that measures something."""

NOT_ONE_AFTER = words(
    "no any every each some this that the which another one - number as than day everyone big good for at"
)
NOT_ONE_BEFORE = words("of day time thing another way such is or who that can - side night last after by")

DETERMINERS = frozenset({"a", "an", "the", "its", "their", "this"})
"""Before "three course meal" and "11 member group": the noun behind the number need not be a plural."""

OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "all", "those", "these", "this", "a"})


def fraction(tokens: Tokens, amount: Amount) -> Measure:
    """ "two-thirds of the condos", "half the revenue"."""
    k = amount.end + 1 if tokens.low[amount.end] == "of" else amount.end
    while tokens.low[k] in OWNERS and k - amount.end < 4:
        k += 1
    k = nouns.behind_owner(tokens, k)
    whole = _numbered_whole(tokens, amount, k)
    if whole is not None:
        return whole
    noun = nouns.counted_at(tokens, k) or nouns.last_of_phrase(tokens, k)
    unit = things(noun.head, "ratio") if noun and not tokens.text[noun.end - 1].istitle() else RATIO
    return Measure(start=amount.start, end=amount.end, value=amount.value, unit=unit, subtype="ratio", noun=noun)


def _numbered_whole(tokens: Tokens, amount: Amount, k: int) -> Measure | None:
    """ "a third of the firm's 9,000 employees": the part of a number of things that begins at token k."""
    whole = amount_at(tokens, k) if tokens.text[k][:1].isdecimal() or tokens.low[k] in WORDS - {"a", "an"} else None
    noun = nouns.counted_at(tokens, whole.end) if whole and whole.unit is None and not whole.number.part else None
    if whole is None or noun is None:
        return None
    unit = things(noun.head, "ratio")
    return Measure(amount.start, amount.end, amount.value, unit, "ratio", of_value=whole.value, noun=noun)


LETTERS_APART = frozenset({"M", "K", "B", "T", "Mn", "Bn", "MM"})
"""Letters behind a number, apart from it, that may be a magnitude."""

SUMS = frozenset({"discontinued", "extraordinary", "nonrecurring", "after-tax", "pretax"})
"""Words of balance sheets behind a sum whose currency is left out."""


def counted(tokens: Tokens, amount: Amount, last: Measure | None, taken: frozenset[int]) -> Measure | None:
    """What a number without a unit means, or None when it means nothing that can be counted."""
    number = amount.number
    if ranges.is_pair(tokens, amount):
        return None
    told = ages.age(tokens, amount, ENDS)
    if told or traps.is_label(tokens, number):
        return told
    if number.worded and number.value == 1:
        part = _part_of(tokens, amount) if tokens.low[amount.end] in ("in", "out") else None
        return part or _one_victim(tokens, amount, last) or _one(tokens, amount)
    if _strong(tokens, amount):
        return Measure(amount.start, amount.end + 2, amount.value, casualties.PERSON, "count")
    noun, j = _noun(tokens, amount)
    if tokens.low[amount.end] in SUMS:
        return None  # "excludes 145,000 discontinued operations": a sum of money
    if noun is not None and traps.is_year(tokens, number):
        return None
    some = casualties.of_them(tokens, amount, last)
    if some is not None:
        return some
    if casualties.whole_of(tokens, amount, last):
        return None
    found = casualties.of_part(tokens, _part_of(tokens, amount)) or casualties.at(tokens, amount, noun, last)
    if found and found.outcome and found.noun is None and amount.value > 1:
        found = _of_whole(tokens, found)
    found = found or _things(tokens, amount, noun, j) or _left_out(tokens, amount)
    return found if found or number.high is not None else _bare(tokens, amount, last, taken)


def _things(tokens: Tokens, amount: Amount, noun: Counted | None, j: int) -> Measure | None:
    """ "240 delegates", "three-course", "companies, numbering around 120"; lengths and sums behind adjectives keep their unit."""
    if tokens.text[amount.end] in LETTERS_APART and not amount.number.worded:
        return None  # "12 M users": the number goes on
    hyphen = tokens.low[j] == "-" and tokens.glued(j) and tokens.glued(j + 1)
    if hyphen and tokens.low[j + 1] in nouns.NEVER_COUNTED:
        return None
    if noun is None and (hyphen or tokens.low[amount.start - 1] in DETERMINERS):
        noun = nouns.counted_at(tokens, j + 1) if hyphen else nouns.modifier(tokens, j)
    noun = noun or nouns.counted_before(tokens, amount.start)
    if noun is None or amount.value < 0:
        return None
    if not MAGNITUDES.keys().isdisjoint(tokens.low[noun.start : noun.end]):
        return None  # "40 usable million cubic metres": the number goes on
    measured = unit_of(noun.plural)
    if measured is not None and measured.dimension == "money" and unknown_power(tokens, noun.start):
        return None
    if measured is not None:
        return plain(tokens, pounds_as_money(tokens, amount._replace(unit=measured, end=max(amount.end, noun.end))))
    return _count(amount, noun)


def _noun(tokens: Tokens, amount: Amount) -> tuple[Counted | None, int]:
    """The noun that the amount counts, behind a bound ("300 or more people"), and the token behind number and bound."""
    j = amount.end
    if tokens.low[j] == "-" and tokens.low[j + 1] in ("plus", "odd"):
        j += 2
    bound = bounds.behind(tokens, j)
    j = bound[2] if bound else j
    if tokens.low[j] in MORE and tokens.low[j + 1].isalpha():
        j += 1
    hyphen = tokens.low[j] == "-" and tokens.glued(j) and tokens.glued(j + 1)
    return (nouns.modifier(tokens, j + 1) if hyphen else nouns.counted_at(tokens, j)), j


def _count(amount: Amount, noun: Counted) -> Measure:
    high = amount.number.high
    return Measure(
        start=amount.start,
        end=amount.end,
        value=amount.value,
        high=high,
        unit=things(noun.head),
        subtype="count",
        noun=noun,
    )


def _one_victim(tokens: Tokens, amount: Amount, last: Measure | None) -> Measure | None:
    """ "killed one and wounded 40", "one dead", "one was arrested", "one person was hurt"."""
    if tokens.low[amount.start - 1] in NOT_ONE_AFTER or tokens.low[amount.end] == "of":
        return None
    noun = (
        nouns.single(tokens, amount.end)
        if tokens.low[amount.end] in ("person", "man", "woman", "child", "soldier", "civilian", "worker")
        else None
    )
    return casualties.at(tokens, amount, noun, last)


COPULAS = frozenset({"were", "are", "was", "is"})
LEFT_OUT_AFTER = words(", and whom which but ; : — – least about some only nearly than around these them or almost") | {
    ""
}
WHOLE_REACH = 16
"""Tokens between "of the 120 killed" and "80 were children"."""


def _left_out(tokens: Tokens, amount: Amount) -> Measure | None:
    """ "80 were children", "of the 120 buses, 80 run on gas": the noun comes later, or came before."""
    i, j = amount.start, amount.end
    if amount.value < 2 or tokens.low[i - 1 if i else -1] not in LEFT_OUT_AFTER:
        return None
    whole = _whole_before(tokens, i)
    noun = nouns.counted_at(tokens, j + 1) if tokens.low[j] in COPULAS else None
    if noun is not None and any(low.endswith("ed") for low in tokens.low[j + 1 : noun.end]):
        noun = None
    if (
        noun is None
        and whole is not None
        and tokens.low[j].isalpha()
        and tokens.text[j].islower()
        and not nouns.is_plural(tokens, j)
    ):
        noun = nouns.counted_at(tokens, whole.end)
    if noun is None:
        return None
    found = _count(amount, noun)
    if tokens.low[noun.end] in ("and", "or") and nouns.is_plural(tokens, noun.end + 1):
        second = nouns.singular(tokens.low[noun.end + 1])
        if not {noun.head, second} <= OF_PEOPLE:
            return None
        found = found._replace(unit=casualties.PERSON)
    return found._replace(of_value=whole.value) if whole and whole.value > amount.value else found


MORE = frozenset({"more", "further", "fewer", "extra", "total", "overall"})
"""Words between a number and its noun ("two more people")."""

CROWDS = words(
    "workforce force crowd staff army team crew contingent garrison audience congregation delegation unit troupe squad group mission team"
)


def _strong(tokens: Tokens, amount: Amount) -> bool:
    """ "a 130,000-strong workforce"."""
    j = amount.end
    return tokens.low[j] == "-" and tokens.low[j + 1] == "strong" and not CROWDS.isdisjoint(tokens.low[j + 2 : j + 6])


def _of_whole(tokens: Tokens, found: Measure) -> Measure:
    """ "of the 90 passengers, 62 survived": people of a group that was counted before."""
    whole = _whole_before(tokens, found.start) if tokens.low[found.start - 1] == "," else None
    if whole is None or whole.value <= found.value:
        return found
    noun = nouns.counted_at(tokens, whole.end)
    return found._replace(of_value=whole.value, unit=things(noun.head) if noun else found.unit)


def _whole_before(tokens: Tokens, i: int) -> Amount | None:
    """The 120 of "of the 120 killed, 80 …"."""
    for k in range(i - 1, max(-1, i - WHOLE_REACH), -1):
        if tokens.low[k] in (".", ";"):
            return None
        if tokens.low[k] == "of" and (k == 0 or tokens.low[k - 1] in (",", "and", "but")):
            at = k + 2 if tokens.low[k + 1] in OWNERS else k + 1
            found = (
                amount_at(tokens, at)
                if at < i and (tokens.low[at][:1].isdecimal() or tokens.low[at] in WORDS)
                else None
            )
            return found if found and found.unit is None and not found.number.part and found.end < i else None
    return None


def _one(tokens: Tokens, amount: Amount) -> Measure | None:
    """ "one solution", but not "one of", "no one", "one day", "One Belt"."""
    i, j = amount.start, amount.end
    if tokens.low[i - 1] in NOT_ONE_AFTER or tokens.low[j] in NOT_ONE_BEFORE or (tokens.text[i].istitle() and i > 0):
        return None
    noun = nouns.single(tokens, j)
    return _count(amount, noun) if noun and tokens.text[noun.start].islower() else None


OF_WHOLE = OWNERS | words(
    "of about some nearly almost more than over an estimated total original remaining roughly around at least"
)
"""Between "of" and the whole; other words only with an owner ("of the world's 500")."""


MOST_OF_RATE = 20
"""The biggest whole of a rate: "seven out of ten", "one in 20"; of a bigger one, the parts are counted."""
_EVERY = words("of every")


def _part_of(tokens: Tokens, amount: Amount) -> Measure | None:
    """ "220 of the world's 500 products", "three out of ten", "one in five households"."""
    out = tokens.low[amount.end] == "out"
    k = amount.end + 1 if out else amount.end
    if tokens.low[k] not in ("of", "in"):
        return None
    short = tokens.low[k] == "in"
    k += 1
    while (
        not short
        and k - amount.end < 7
        and tokens.low[k] not in WORDS
        and (tokens.low[k].isalpha() or tokens.low[k] in ("'", "’"))
    ):
        k += 1
    whole = amount_at(tokens, k) if tokens.low[k][:1].isdecimal() or tokens.low[k] in WORDS else None
    between = tokens.low[amount.end + 1 : k]
    if (
        whole is None
        or not (
            OF_WHOLE.issuperset(between) or (out and _EVERY.issuperset(between)) or "'" in between or "’" in between
        )
        or whole.unit is not None
        or whole.value <= amount.value
        or whole.number.part
        or (short and whole.value > MOST_OF_RATE)
    ):
        return None
    noun = nouns.counted_at(tokens, whole.end)
    if noun is None:
        return None
    if amount.value == 1 and (short or out):
        noun = nouns.before_verb(tokens, noun)
    rate = short or (out and whole.value <= MOST_OF_RATE and _EVERY.issuperset(between))
    kind, end = ("ratio", whole.end) if rate else ("count", amount.end)
    return Measure(
        start=amount.start,
        end=end,
        value=amount.value,
        unit=things(noun.head),
        subtype=kind,
        of_value=whole.value,
        noun=noun,
    )


def _bare(tokens: Tokens, amount: Amount, last: Measure | None, taken: frozenset[int]) -> Measure | None:
    """A figure without any noun ("closed at 1,333.18", "around 120")."""
    i, j, text = amount.start, amount.end, tokens.text[amount.number.start]
    if tokens.text[j] in CAPITALS or (tokens.low[j] == "(" and tokens.low[j + 1] in MAGNITUDES):
        return None  # 15.8 (mln barrels)
    spoken = not POINTS.isdisjoint(tokens.low[i:j])
    if amount.number.worded and amount.number.magnitude == 1 and amount.number.value < 10 and not spoken:
        return None
    grouped = amount.number.end - amount.number.start > 1 and text.isdecimal()
    exact = (
        amount.number.magnitude > 1 or amount.value % 1 != 0 or grouped or "," in text or "." in text or len(text) > 4
    )
    if not (exact or _measured(tokens, i, j)) or _in_table(tokens, i, j):
        return None
    unit = ranges.unit_from_behind(tokens, amount, taken) or brackets.unit(tokens, amount, last)
    if unit is None and last is not None and _shares(tokens, last, i, taken):
        unit = last.unrated if rates.told_per(tokens, j) else last.unit
    unit = unit or NUMBER
    outcome = last.outcome if last is not None and unit is last.unit else None
    power = ranges.power_from_behind(tokens, amount, taken)
    if power is None:
        return None
    return Measure(start=i, end=j, value=amount.value * power, unit=unit, subtype=unit.dimension, outcome=outcome)


def _measured(tokens: Tokens, i: int, j: int) -> bool:
    """Does a small whole number measure something where it is?"""
    bound = bounds.before(tokens, i)
    if bound and bound[0] != "=":
        return tokens.low[j].islower() or tokens.low[j] in ENDS
    return tokens.low[j] in ENDS and tokens.low[i - 1] in MEASURE_WORDS


def _shares(tokens: Tokens, last: Measure, i: int, taken: frozenset[int]) -> bool:
    """ "from 208 pounds to 193", "75,500 tonnes in January from 97,070": the unit is said once."""
    if last.unit.dimension in ("percent", "points") and ("," in tokens.text[i] or tokens.low[i + 1] in MAGNITUDES):
        return False
    if tokens.low[i + 1].startswith("_") or tokens.low[i + 2].startswith("_"):
        return False  # something counted by a word that is not known
    first = max(last.end, last.noun.end if last.noun else 0)
    between = [
        tokens.low[k] for k in range(first, i) if k not in taken and tokens.low[k] not in ("in", "on", "of", "the")
    ]
    between = [low for low in between if low not in REVISED]
    if not between or i - first > 9 or len(between) > 3 or last.unit.dimension in ranges.UNSHARED:
        return False
    return all(w in JOINING for w in between) and not (between[-1] == "to" and last.unit.dimension == "percent")


REVISED = words(
    "a an revised record previous earlier original initial preliminary estimated prior total some about around nearly almost just only year"
)
"""Words before the second of two figures of the same measure."""

JOINING = frozenset({"to", "and", "or", ",", "from", "up", "down", "vs", "versus", "against"})
"""Words between two figures of the same measure."""


def _in_table(tokens: Tokens, i: int, j: int) -> bool:
    """Figures on either side without a word between: a cell of a table, whose measure is told elsewhere."""
    return tokens.text[i - 1][:1].isdecimal() or tokens.text[j][:1].isdecimal()
