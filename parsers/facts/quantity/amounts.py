"""One number with the unit written before or behind it: "$2.2 billion", "100-megawatt", "Rs 500", "60 mln dlrs", "41 pct"."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.quantity import money
from parsers.facts.quantity.nouns import STOPS
from parsers.facts.quantity.numbers import LETTERS, MAGNITUDES, Number, number_at
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
        return _money_first(tokens, number, currency)
    return _unit_behind(tokens, number)


def _money_first(tokens: Tokens, number: Number, currency: tuple[money.Currency, int]) -> Amount:
    """ "$60 million", "$10m", "US$ 5bn", "$75 U.S.", "-$3"."""
    unit, start = currency
    number = _letter(tokens, number)
    value, end = number.value * unit.power, number.end
    if (tokens.low[end] == "us" and tokens.text[end] == "US") or tokens.low[end : end + 3] == ["u", ".", "s"]:
        end += 1 if tokens.low[end] == "us" else 4
    again = money.behind(tokens, end, glued=tokens.glued(end)) if tokens.low[end] not in money.SIGNS else None
    if again and again[0].factor == 1 and again[0].main == unit.main:
        end = again[1]
    sign = -1 if _negative(tokens, number.start, start) else 1
    return Amount(
        start - (sign < 0 and tokens.low[start - 1] in ("-", "−", "minus")),
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


def _letter(tokens: Tokens, number: Number) -> Number:
    """k, m, b, t directly behind the digits of a sum."""
    power = LETTERS.get(tokens.low[number.end])
    if power is None or number.worded or not tokens.glued(number.end):
        return number
    return number._replace(value=number.value * power, end=number.end + 1, magnitude=power)


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
    unit = _money_behind(tokens, j, glued) or _measured(tokens, j, glued, number)
    if unit is None:
        return Amount(start, number.end, number, sign * number.value)
    measure, end, power = unit
    return Amount(start, end, number, sign * number.value * power, measure)


def _magnitude_letter(tokens: Tokens, number: Number) -> Number:
    """ "35m of its devices", "4.3M sales", "25k cheaper"; "1.8m tall" is left to the metre."""
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
    if tokens.text[j] == "K" and number.value < 10:
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


def _money_behind(tokens: Tokens, j: int, glued: bool) -> tuple[Unit, int, float] | None:
    """ "5 mln dlrs", "30 million euros", "115USD", "75 USD million"."""
    found = money.behind(tokens, j, glued=glued)
    if found is None:
        return None
    currency, end = found
    power = currency.power * MAGNITUDES.get(tokens.low[end], 1.0)
    return _money_unit(currency), end + (tokens.low[end] in MAGNITUDES), power


def _measured(tokens: Tokens, j: int, glued: bool, number: Number) -> tuple[Unit, int, float] | None:
    if tokens.low[j] in ("(", "[") and tokens.low[j + 2] in (")", "]"):
        found = unit_at(tokens, j + 1, True)
        return (found[0], found[1] + 1, 1.0) if found and found[1] == j + 2 else None
    found = unit_at(tokens, j, glued)
    if found is None or _not_a_unit(tokens, j, found[1], number):
        return None
    unit, end = found
    return unit, end, 1.0


def _not_a_unit(tokens: Tokens, j: int, end: int, number: Number) -> bool:
    """Words that are units elsewhere: "second" as an ordinal, "degrees" of courts, "points" of a list, "pounds" of money."""
    low = tokens.low[j]
    if low == "second" and not number.worded and tokens.low[j - 1] != "-":
        return tokens.text[j] != "second"
    return low in ("minute", "second") and tokens.low[end] in ("floor", "place", "largest")


def pounds_as_money(tokens: Tokens, amount: Amount) -> Amount:
    """ "361 million pounds" is money; "two pounds of butter" is not."""
    if amount.unit is None or amount.unit.code != "[lb_av]" or tokens.low[amount.end - 1] not in ("pounds", "pound"):
        return amount
    if amount.number.magnitude >= 1e6 or (tokens.low[amount.end] in ("sterling",)):
        return amount._replace(unit=Unit("GBP", "money", 1.0, "GBP"))
    return amount
