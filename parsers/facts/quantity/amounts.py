"""One number with the unit written before or behind it: "$2.2 billion", "100-megawatt", "Rs 500", "60 mln dlrs", "41 pct"."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.quantity import degrees, money, pounds
from parsers.facts.quantity.currency_names import SIGNS, bare
from parsers.facts.quantity.digits import APOSTROPHES, GLYPHS, continental
from parsers.facts.quantity.magnitudes import ALL as MAGNITUDES
from parsers.facts.quantity.magnitudes import LETTERS, PORTUGUESE, SOUTH_ASIAN, THOUSAND_IN, unknown_power
from parsers.facts.quantity.nouns import STOPS, is_plural
from parsers.facts.quantity.numbers import Number, and_a_part, number_at
from parsers.facts.quantity.units import Unit, unit_at
from parsers.facts.tokens import Tokens, words

LENGTHWAYS = words(
    """
    tall long high wide deep thick across away from above below race sprint freestyle butterfly backstroke
    breaststroke hurdles relay dash final tower wave waves wall of and or to x in at by . , ; : ) ( - 1 butt
    individual medley steeplechase run swim mark line north south east west apart underwater outside inside into
    """
)
"""Behind "300m" these say metres; a noun phrase says millions."""

TON_WORDS = frozenset({"us", "u.s"})


class Amount(NamedTuple):
    """A number and its unit over tokens `start` to `end` (exclusive). `unit` is None for a bare number."""

    start: int
    end: int
    number: Number
    value: float
    unit: Unit | None = None

    @property
    def si(self) -> float:
        """The value in SI units, or the printed value where there is no unit."""
        return self.unit.to_si(self.value) if self.unit else self.value


def amount_at(tokens: Tokens, i: int) -> Amount | None:
    """The number at token i with its unit."""
    number = number_at(tokens, i)
    if number is None:
        return None
    currency = money.before(tokens, number.start)
    if currency:
        told = _money_first(tokens, number, currency)
        return None if told.number.magnitude == 1 and unknown_power(tokens, told.end) else told
    if number.part:
        return _part_of_one(tokens, number)
    if tokens.low[number.start - 1] == "%" and not tokens.text[number.start - 2][:1].isdecimal():
        return Amount(number.start - 1, number.end, number, number.value, PERCENT)
    amount = _unit_behind(tokens, number)
    if tokens.low[i] in ("a", "an") and number.end == i + 1:
        return amount if amount.unit is not None and amount.end == i + 5 - (tokens.low[i + 3] in GLYPHS) else None
    return amount


PERCENT = Unit("%", "percent", 0.01, "1")


def _part_of_one(tokens: Tokens, number: Number) -> Amount | None:
    """ "half an hour", "a quarter of a percentage point", "half-mile": the part with the unit it is a part of; else bare."""
    j = number.end
    one = tokens.low[j] == "of" and tokens.low[j + 1] in ("a", "an", "one")
    k = j + 2 if one else j + 1 if tokens.low[j] == "-" else j
    told = one or tokens.low[j - 1] in ("a", "an") or tokens.low[j] == "-"
    found = _measured(tokens, k, False, number) if told else None
    if found is None or (tokens.low[j] == "-" and found[0].code not in HALVED):
        bare = Amount(number.start, number.end, number, number.value)
        return None if tokens.low[j - 1] in ("a", "an") or tokens.low[j] == "-" else bare
    return Amount(number.start, found[1], number._replace(part=False), number.value, found[0])


HALVED = words("h [mi_i] [in_i] [pp] km kg t [lb_av] [acr_us] [pt_us] L [gal_us] [oz_av] % s min m")
"""Units of "half-hour" and "quarter-mile"; half-years and half-lives are something else."""


def _money_first(tokens: Tokens, number: Number, currency: tuple[money.Currency, int]) -> Amount:
    """ "$60 million", "$10m", "US$ 5bn", "$75 U.S.", "-$3", "€250.000", "Rs 50L"."""
    unit, start = currency
    number = _letter(tokens, number, unit.main)
    if number.magnitude == 1 and money.by_point(tokens, number.start, unit.main, number.end):
        number = number._replace(value=continental(tokens.text[number.start]))
    value, end = number.value * unit.power, number.end
    if (tokens.low[end] == "us" and tokens.text[end] == "US") or tokens.low[end : end + 3] == ["u", ".", "s"]:
        end += 1 if tokens.low[end] == "us" else 4
    again = money.behind(tokens, end, glued=tokens.glued(end)) if tokens.low[end] not in SIGNS else None
    if again and again[0].factor == 1 and again[0].main == unit.main:
        end = again[1]
    sign = -1 if _negative(tokens, number.start, start) else 1
    return Amount(
        start - (sign < 0 and tokens.low[start - 1] in ("-", "−", "–", "minus")),
        end,
        number,
        sign * value,
        _money_unit(unit),
    )


def _money_unit(currency: money.Currency) -> Unit:
    return Unit(currency.code, "money", currency.factor, currency.main)


def _negative(tokens: Tokens, i: int, start: int) -> bool:
    """A minus sign inside or right before the amount, not the hyphen of a range or a compound."""
    if start < i and tokens.low[i - 1] in ("-", "−"):
        return True
    if tokens.low[start - 1] == "–" and start > 1:
        return tokens.glued(start) and (tokens.low[start - 2] == "(" or not tokens.glued(start - 1))
    before = tokens.low[start - 1]
    if before not in ("-", "−", "minus"):
        return False
    if before == "minus":
        return not tokens.text[start - 2][:1].isdecimal()
    if before == "-" and tokens.low[start - 2] == "minus":
        return True
    if tokens.text[start - 2][:1].isdecimal() and before == "-":
        return False
    return (before in ("-", "−") and tokens.glued(start) and not tokens.glued(start - 1) and start > 1) or (
        before == "−" and tokens.glued(start) and start == 1
    )


RUPEES = words("INR {Rs} PKR BDT LKR NPR {rupee}")


def _letter(tokens: Tokens, number: Number, currency: str = "") -> Number:
    """k, m, b, t directly behind the digits of a sum; L and cr behind rupees, mil behind reais and euros."""
    j, low = number.end, tokens.low[number.end]
    power = LETTERS.get(low) if tokens.glued(j) and not number.worded else None
    if power is None and currency in RUPEES and not number.worded and not tokens.text[j].islower() | (low != "l"):
        power = SOUTH_ASIAN.get(low)
    if power is None and currency in RUPEES and low != "l":
        power = SOUTH_ASIAN.get(low)
    if (
        currency in ("BRL", "EUR", "MXN", "ARS", "CLP", "COP")
        and low not in LETTERS
        and tokens.low[j - 1] in THOUSAND_IN
    ):
        return number._replace(value=number.value / number.magnitude * 1e3, magnitude=1e3)
    if currency == "BRL" and low in PORTUGUESE and number.magnitude == 1:
        printed = tokens.text[number.start]
        value = continental(printed) if printed.count(",") == 1 else number.value
        return number._replace(value=value * PORTUGUESE[low], end=j + 1, magnitude=PORTUGUESE[low])
    if power is None:
        return number
    number = number._replace(value=number.value * power, end=j + 1, magnitude=power * number.magnitude)
    if currency in RUPEES and tokens.low[j + 1] in ("cr", "crore", "crores") and low in ("l", "lakh", "k"):
        return number._replace(value=number.value * 1e7, end=j + 2, magnitude=number.magnitude * 1e7)
    return number


def _unit_behind(tokens: Tokens, number: Number) -> Amount:
    number = _magnitude_letter(tokens, number)
    j = number.end
    glued = tokens.glued(j)
    if tokens.low[j] in ("-", "–") and glued and tokens.glued(j + 1):
        j, glued = (
            j
            + (
                3
                if tokens.low[j + 1] in ("plus", "odd") and tokens.low[j + 2] == "-"
                else 2
                if tokens.low[j + 1] in ("plus", "odd")
                else 1
            ),
            False,
        )
    sign = -1 if _negative(tokens, number.start, number.start) else 1
    start = number.start
    if sign < 0:
        start -= 2 if tokens.low[start - 2 : start] == ["minus", "-"] else 1
    unit = _money_behind(tokens, j, glued, number) or _measured(tokens, j, glued, number)
    if unit is None:
        return Amount(start, number.end, number, sign * number.value)
    measure, end, power = unit
    return Amount(start, end, number, sign * number.value * power, measure)


SCREENS = words(
    """
    tv tvs television televisions screen screens video videos camera cameras display displays monitor monitors movie
    movies film films pixels resolution footage streaming projector projectors images blu race run races runs walk
    walks course record distance event title road series runners
    """
)
"""Behind 4K and 10K these say pixels and kilometres."""


def _magnitude_letter(tokens: Tokens, number: Number) -> Number:
    """ "35m of its devices", "4.3M sales", "25k cheaper", "1.2K people"; "1.8m tall" is left to the metre."""
    j = number.end
    low = tokens.low[j]
    if low == "b" and tokens.text[j] == "B" and tokens.low[j + 1] == "people":
        return number._replace(value=number.value * 1e9, end=j + 1, magnitude=1e9)
    if (
        low not in ("k", "m", "b")
        or not tokens.glued(j)
        or number.worded
        or (tokens.glued(j + 1) and tokens.text[j + 1].isalnum())
    ):
        return number
    if low == "k" and number.value % 1 == 0 and (tokens.low[j + 1] in SCREENS or tokens.low[j + 2] in SCREENS):
        return number
    if tokens.text[j] == "K" and number.value < 10 and number.value % 1 == 0 and not is_plural(tokens, j + 1):
        return number  # 4K: pixels, not thousands
    if low == "m" and not _means_million(tokens, j + 1):
        return number
    return _letter(tokens, number)


def _means_million(tokens: Tokens, k: int) -> bool:
    after = tokens.low[k]
    if after in STOPS and after != "of":
        return False
    if after == "of" and tokens.low[k + 1] in ("its", "the", "their", "those", "these", "his", "our", "her"):
        return True
    return after.isalpha() and after not in LENGTHWAYS


def _money_behind(tokens: Tokens, j: int, glued: bool, number: Number) -> tuple[Unit, int, float] | None:
    """ "5 mln dlrs", "30 million euros", "115USD", "75 USD million", "250.000 euros"."""
    if tokens.low[j] == "(" and tokens.low[j + 2] == ")" and not glued:
        told = money.behind(tokens, j + 1, glued=False, value=number.value)
        return (
            (_money_unit(told[0]), j + 3, told[0].power) if told and told[1] == j + 2 and told[0].factor == 1 else None
        )
    if tokens.low[j] in ("of", "de", "di") and number.magnitude > 1 and tokens.low[j + 1] in bare():
        j += 1
    elif tokens.low[j] == "d" and number.magnitude > 1 and tokens.low[j + 1] in APOSTROPHES:
        j += 2
    found = money.behind(tokens, j, glued=glued, value=number.value)
    if found is None:
        return None
    currency, end = found
    power = currency.power * MAGNITUDES.get(tokens.low[end], 1.0)
    if tokens.low[number.end - 1] in THOUSAND_IN and currency.main in ("BRL", "EUR", "{peso}"):
        power /= 1e3
    if power == 1 and number.magnitude == 1 and money.by_point(tokens, number.start, currency.main, end):
        power = continental(tokens.text[number.start]) / number.value if number.value else 1.0
    if currency.code == "{rupee}" and not SOUTH_ASIAN_WORDS.isdisjoint(tokens.low[number.start : number.end]):
        currency = money.Currency("{Rs}", "{Rs}", 1.0)
    return _money_unit(currency), end + (tokens.low[end] in MAGNITUDES), power


SOUTH_ASIAN_WORDS = words("lakh lakhs crore crores lac lacs cr")


def _measured(tokens: Tokens, j: int, glued: bool, number: Number) -> tuple[Unit, int, float] | None:
    if tokens.low[j] in ("(", "[") and tokens.low[j + 2] in (")", "]"):
        found = unit_at(tokens, j + 1, True)
        return (found[0], found[1] + 1, 1.0) if found and found[1] == j + 2 else None
    points = _rate_points(tokens, j, number)
    if points:
        return points
    warmth = degrees.at(tokens, j, glued, number)
    if warmth:
        return warmth
    found = unit_at(tokens, j, glued) or _inch(tokens, j) or _qualified(tokens, j)
    if found is None or _not_a_unit(tokens, j, found[1], number):
        return None
    unit, end = found
    more = and_a_part(tokens, end) if number.value == int(number.value) and number.magnitude == 1 else None
    if more and more[0] < 1 and tokens.low[end + 1] in ("a", "one"):
        return unit, more[1], (number.value + more[0]) / number.value if number.value else 1.0
    return unit, end, 1.0


INCH = Unit("[in_i]", "length", 0.0254, "m")


def _inch(tokens: Tokens, j: int) -> tuple[Unit, int] | None:
    """ "3 in. wide", "12 in. of snow": "in" with a full stop that ends no sentence, or ends the whole of it."""
    if tokens.text[j] != "in" or tokens.low[j + 1] != "." or not tokens.glued(j + 1):
        return None
    if j + 2 >= tokens.size:
        return (INCH, j + 2) if tokens.low[j - 2] in MEASURED else None
    behind = tokens.text[j + 2]
    return (INCH, j + 2) if behind[:1].islower() or behind in (",", ")", ";", "×") else None


MEASURED = words(
    "is was are were of by to about over x × than measures measured nearly least around almost up only just"
)
"""Before a number these make the "in." at the end of a sentence an inch ("brought 300 in." has none)."""

RATES = words("rate rates interest lending prime discount yield yields fed funds")
RATE_MOVES = words("cut cuts hike hikes increase increases reduction reductions rise")
"""Behind "quarter-point" these are moves of a rate."""

POINTS = Unit("[pp]", "points", 0.01, "1")


def _rate_points(tokens: Tokens, j: int, number: Number) -> tuple[Unit, int, float] | None:
    """ "a quarter-point cut in rates", "1/4 to 1/2 point": fractions of a point beside a rate are percentage points."""
    if tokens.low[j] not in ("point", "points") or number.value % 1 == 0 or number.value > 5:
        return None
    near = {*tokens.low[max(0, number.start - 8) : number.start], *tokens.low[j + 1 : j + 7]}
    return (POINTS, j + 1, 1.0) if RATES & near or tokens.low[j + 1] in RATE_MOVES else None


MOST_QUALIFIERS = 2

SOLID = words("cubic cu square sq")


def _qualified(tokens: Tokens, j: int) -> tuple[Unit, int] | None:
    """ "standard cubic meters", "gross leasable square feet": a word or two before the unit of an area or a volume."""
    for k in range(j, j + MOST_QUALIFIERS + 1):
        if k > j and tokens.low[k] in SOLID:
            return unit_at(tokens, k, False)
        low = tokens.low[k]
        if (
            not (low.isalpha() and tokens.text[k].islower())
            or low in STOPS
            or low in MAGNITUDES
            or (is_plural(tokens, k) and low != "gross")
        ):
            return None
    return None


FIRST_YEAR, LAST_YEAR = 1900, 2100
"""A whole number between these before "year" is the year's name."""


def _not_a_unit(tokens: Tokens, j: int, end: int, number: Number) -> bool:
    """Words that are units elsewhere: "second" as an ordinal, "degrees" of courts, "points" of a list, "pounds" of money."""
    low = tokens.low[j]
    if (
        low == "year"
        and FIRST_YEAR <= number.value <= LAST_YEAR
        and tokens.text[number.start].isdecimal()
        and tokens.low[j - 1] != "-"
    ):
        return True  # the 1985 year
    if low == "second" and not number.worded and tokens.low[j - 1] != "-":
        return tokens.text[j] != "second"
    return low in ("minute", "second") and tokens.low[end] in ("floor", "place", "largest")


def pounds_as_money(tokens: Tokens, amount: Amount) -> Amount:
    """ "361 million pounds" is money; "two pounds of butter" is not."""
    if amount.unit is None or amount.unit.code != "[lb_av]" or tokens.low[amount.end - 1] not in ("pounds", "pound"):
        return amount
    if pounds.are_money(tokens, amount.start, amount.end, amount.number):
        return amount._replace(unit=Unit("{pound}", "money", 1.0, "{pound}"))
    return amount
