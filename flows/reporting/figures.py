"""Values as people say them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from flows.reporting.markup import moment
from warehouse.asking.report_figures import Figure

UNITS = {
    "1": "", "%": "%", "[pp]": "points", "a": "years", "mo": "months", "wk": "weeks", "d": "days", "h": "hours",
    "min": "minutes", "s": "seconds", "har": "ha", "Cel": "°C", "[degF]": "°F", "t": "tonnes", "GW.h": "GWh",
    "MW.h": "MWh", "kW.h": "kWh", "TW.h": "TWh", "km2": "km²", "m2": "m²", "m3": "m³", "[bbl_us]": "barrels",
    "[mi_i]": "miles", "[ft_i]": "feet", "[lb_av]": "pounds", "km/h": "km/h",
}  # fmt: skip
PER = {"a": "a year", "mo": "a month", "wk": "a week", "d": "a day", "h": "an hour", "min": "a minute", "s": "a second"}
BOUNDS = {"<": "under", "<=": "up to", ">": "over", ">=": "at least", "~": "about"}
IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children"}
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


class Amount(Protocol):
    """What has a value: a figure of the report, a fact."""

    @property
    def value(self) -> float | None:
        """The number; the lower end of a range."""

    @property
    def value_high(self) -> float | None:
        """The upper end of a range."""

    @property
    def of_value(self) -> float | None:
        """The whole, of a part."""

    @property
    def unit(self) -> str | None:
        """UCUM, ISO 4217 or {noun}."""

    @property
    def bound(self) -> str | None:
        """At least, about …"""


def amounts(figures: Sequence[Amount]) -> str:
    """The first different values of some figures."""
    distinct = list(dict.fromkeys(map(amount, figures)))
    return " · ".join(distinct[:3]) + (" …" if len(distinct) > 3 else "")


def chips(figure: Figure) -> list[str]:
    """What is said beside a value: its time, whether it is planned or claimed, where it goes, how often it is printed."""
    sources = "one source" if figure.independent == 1 else f"{figure.independent} sources"
    often = f"{figure.articles} articles, {sources}" if figure.articles > 1 else ""
    how = figure.modality if figure.modality != "asserted" else ""
    return [each for each in (moment(figure.time), how, figure.trend, often) if each]


def amount(figure: Amount) -> str:
    """The value as people say it: bound, number, unit."""
    if figure.value is None:
        return ""
    unit, scale = figure.unit or "", _scale(figure)
    number = _number(figure.value, scale)
    if figure.value_high is not None:
        number += "–" + _number(figure.value_high, scale)
    if figure.of_value is not None:
        number += " of " + _number(figure.of_value, scale)
    number += f" {dict(SCALES)[scale]}" if scale > 1 else ""
    bound = BOUNDS.get(figure.bound or "", "")
    return " ".join(filter(None, (bound, _with_unit(number, unit))))


def _scale(figure: Amount) -> float:
    low = min(abs(v) for v in (figure.value, figure.value_high, figure.of_value) if v is not None)
    return next((scale for scale, _ in SCALES if low >= scale), 1.0)


def _number(value: float, scale: float) -> str:
    return f"{value / scale:,.6g}" if scale > 1 or abs(value) < 1000 else f"{value:,.10g}"


def _with_unit(number: str, unit: str) -> str:
    if len(unit) == 3 and unit.isupper():
        return f"{unit} {number}"
    base, _, per = unit.partition("/")
    said = UNITS.get(unit) if unit in UNITS else UNITS.get(base, base.strip("{}").replace("_", " "))
    if base.startswith("{") and said and number != "1":
        said = _plural(said)
    if unit in UNITS or not per:
        return number + ("%" if said == "%" else f" {said}" if said else "")
    money = len(base) == 3 and base.isupper()
    text = f"{base} {number}" if money else f"{number} {said}".strip()
    return f"{text} {PER.get(per, 'per ' + UNITS.get(per, per.strip('{}')))}"


def _plural(noun: str) -> str:
    """The plural of a counted noun, which units have in the singular."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun[-1:] == "y" and noun[-2:-1] not in "aeiou" else noun + "s"
