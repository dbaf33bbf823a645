"""Figures by measure."""

from __future__ import annotations

from flows.reporting.markup import attribution, emphasised, moment, plain, tag
from warehouse.asking.report_figures import Figure, Overview

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


def render(overview: Overview) -> str:
    """Where sources give different values, then one fold a measure; open it for the values and their words."""
    folds = "".join(_measure(n, f) for n, f in overview.figures)
    return _disputes(overview) + (tag("div", folds, class_="folds") if folds else "")


def _disputes(overview: Overview) -> str:
    """Independent sources that give different values for one thing, side by side."""
    cards = "".join(_dispute(name, versions) for name, versions in overview.disputes)
    return tag("div", cards, class_="cards") if cards else ""


def _dispute(name: str, versions: tuple[Figure, ...]) -> str:
    time = moment(versions[0].time)
    when = f", {time}" if time else ""
    head = tag("p", "different values", class_="kicker") + tag("h3", plain(name + when))
    return tag(
        "article", head + tag("ul", "".join(_figure(v) for v in versions), class_="versions"), class_="card find"
    )


def _measure(name: str, figures: tuple[Figure, ...]) -> str:
    distinct = list(dict.fromkeys(amount(f) for f in figures))
    shown = " · ".join(distinct[:3]) + (" …" if len(distinct) > 3 else "")
    count = tag("span", f"{len(figures)}", class_="count") if len(figures) > 1 else ""
    head = tag("summary", tag("b", plain(name)) + tag("span", plain(shown), class_="values") + count)
    return tag("details", head + tag("ul", "".join(_figure(f) for f in figures)), class_="find")


def _figure(figure: Figure) -> str:
    time = moment(figure.time)
    when = tag("span", plain(time), class_="chip") if time else ""
    sources = "one source" if figure.independent == 1 else f"{figure.independent} sources"
    often = tag("span", f"{figure.articles} articles, {sources}", class_="chip") if figure.articles > 1 else ""
    how = tag("span", plain(figure.modality), class_="chip") if figure.modality != "asserted" else ""
    trend = tag("span", plain(figure.trend), class_="chip") if figure.trend else ""
    return tag(
        "li",
        tag("p", tag("b", plain(amount(figure))) + when + how + trend + often, class_="value")
        + tag("blockquote", emphasised(figure.exact, figure.anchor), dir="auto")
        + attribution(figure.source),
    )


def amount(figure: Figure) -> str:
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


def _scale(figure: Figure) -> float:
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
