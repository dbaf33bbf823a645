"""A made stream of reports on forty happenings, with what each of them claims: several independent reports of each, in
words of their own; copies, releases, corrections, disagreements, and a crowd of notices from one template.

Everything is drawn from a seeded generator, so the corpus is the same everywhere and the file stays small.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

START = datetime(2025, 3, 3, 6, tzinfo=UTC)

OUTLETS = (
    "Larkhaven Packet", "Osk Valley Times", "Cape Mercury", "Tidewater Chronicle", "Uplands Register", "Meridian Review", "Rio Verde Gazette", "Northern Compass",
    "Saltmere Post", "Ostrava Bay Herald", "Fenmoor Observer", "Highmark Daily",
)  # fmt: skip

SYLLABLES = (
    "bra cor dal fen gor hal jor kes lan mor nar pel quil ros sel tor ul vash wen yar zel dro fir gal hin".split()
)
ENDS = "den vik mar holm ton by ska lund rud stead wick mere".split()
COUNTRIES = ("Norway", "Kenya", "Peru", "Portugal", "Vietnam", "Ghana", "Chile", "Estonia", "Morocco", "Slovenia")
FILLERS = (
    "Neighbours brought tea and blankets to those who waited outside.", "A spokesman would not be drawn on what comes next.",
    "Rain is forecast for the rest of the week.", "The mayor's office asked people to stay away from the site.",
    "Shopkeepers in the high street spoke of a quiet morning.", "A hearing has been set for the autumn.",
    "Nobody at the head office answered calls in the evening.", "The matter will be taken up again after the holidays.",
    "Old hands in the trade said they had seen it coming.", "A church nearby opened its doors to visitors.",
    "Local radio broke into its programme with the news.", "Observers called the timing unusual.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """Something a happening has one value of, and the ways to say it; {v} is the value as printed."""

    name: str
    low: int
    high: int
    shown: tuple[str, ...]
    """How a value is printed: the first is used most; the others are the same value in other words."""
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A kind of happening: headlines and slots. {a} and {b} are names, {town} and {country} the place."""

    headlines: tuple[str, ...]
    slots: tuple[Slot, ...]


THEMES = (
    Theme(("Blast at {a} plant in {town}", "{a} explosion shakes {town}", "Deadly explosion at chemical works in {town}", "{town} mourns after {a} blast"), (
        Slot("dead", 4, 60, ("{n}",), (
            "An explosion at the {a} chemical plant in {town} killed {v} people, police said.",
            "{v} people were killed when a tank blew up at the {a} chemical works in {town}.",
            "The death toll from the blast at the {a} plant in {town} stands at {v}.",
            "{v} workers died in the explosion at the {a} works in {town}, the fire brigade said.",
            "The blast at {a} in {town} claimed {v} lives.")),
        Slot("injured", 70, 190, ("{n}",), (
            "{v} people were injured in the explosion at {a} in {town}.",
            "The blast in {town} injured {v} people, hospitals said.",
            "Hospitals in {town} treated {v} injured after the {a} blast.",
            "{v} were hurt in the explosion at the {a} plant, the health service of {town} said.")),
        Slot("evacuated", 1100, 4900, ("{n}",), (
            "{v} people were evacuated from streets around the {a} plant.",
            "Police evacuated {v} people from homes near the {a} works in {town}.",
            "Around the {a} plant {v} residents were evacuated.")),
    )),
    Theme(("{a} buys {b}", "{a} to take over rival {b}", "{b} agrees to {a} offer", "Takeover: {a} wins {b}"), (
        Slot("price", 210, 980, ("{n} million dollars", "${n} million"), (
            "{a} bought its rival {b} for {v}.",
            "{a} said it paid {v} for {b}.",
            "{b} was bought by {a} for {v}, the companies said.",
            "The purchase of {b} cost {a} {v}.")),
        Slot("jobs", 1200, 8800, ("{n}",), (
            "{b} employs {v} people.",
            "{b} has {v} employees in {country}.",
            "{v} people work for {b}.")),
        Slot("stake", 11, 39, ("{n} percent", "{n} per cent"), (
            "{a} already held a stake of {v} in {b}.",
            "{a} owned {v} of {b} before the purchase.",
            "Before the deal {a} held {v} of the shares of {b}.")),
    )),
    Theme(("{a} reports results for 2024", "{a} earns more", "Good year for {a}", "{a} year results"), (
        Slot("profit", 31, 290, ("{n} million euros", "€{n} million"), (
            "{a} made a net profit of {v} in 2024.",
            "Net profit at {a} reached {v} in 2024, the company said.",
            "In 2024 {a} had a net profit of {v}.",
            "{a} earned a net profit of {v} in 2024.")),
        Slot("sales", 1100, 7900, ("{n} million euros", "€{n} million"), (
            "Sales of {a} were {v} in 2024.",
            "{a} reported sales of {v} for 2024.",
            "In 2024 {a} had sales of {v}.")),
        Slot("dividend", 12, 88, ("{n} cents a share", "{n} cents per share"), (
            "{a} paid a dividend of {v}.",
            "The dividend of {a} was {v}.",
            "{a} shareholders received a dividend of {v}.")),
    )),
    Theme(("Strike at {a}", "Workers walk out at {a} in {town}", "{a} at a standstill", "Walkout halts {a}"), (
        Slot("workers", 1300, 9700, ("{n}",), (
            "{v} workers at the {a} shipyard in {town} went on strike.",
            "A strike of {v} employees stopped work at the {a} shipyard in {town}.",
            "At the {a} yard in {town} {v} staff walked out on strike.",
            "{v} employees of {a} joined the strike, the union said.")),
        Slot("loss", 2, 9, ("{n} million dollars", "${n} million"), (
            "The strike cost {a} {v} a day.",
            "{a} lost {v} a day through the strike.",
            "The walkout has cost {a} {v} a day.")),
        Slot("ships", 3, 17, ("{n}",), (
            "{v} ships are stuck in the docks of {a}.",
            "{v} vessels were stuck at {a}.",
            "The strike left {v} ships stuck at the {a} yard.")),
    )),
    Theme(("Wind farm off {town} opens", "{a} opens wind farm", "Turbines of {a} off {town} start turning", "{town} wind farm goes on line"), (
        Slot("power", 120, 940, ("{n} megawatts", "{n} MW"), (
            "The {a} wind farm off {town} has a capacity of {v}.",
            "The capacity of the {a} wind farm is {v}.",
            "{a} opened a wind farm with a capacity of {v} off {town}.",
            "With a capacity of {v}, the wind farm of {a} lies off {town}.")),
        Slot("cost", 210, 990, ("{n} million euros ({d} million dollars)", "{n} million euros", "{d} million dollars"), (
            "The {a} wind farm cost {v}.",
            "{a} spent {v} on the wind farm off {town}.",
            "Building the wind farm cost {a} {v}.")),
        Slot("cable", 31, 160, ("{n} kilometres", "{m} miles", "{n} km"), (
            "A cable of {v} links the {a} wind farm to the coast.",
            "The {a} wind farm is linked to {town} by a cable of {v}.",
            "{a} laid a cable of {v} to the wind farm off {town}.")),
    )),
    Theme(("Poll: {a} loses ground", "{a} falls in poll in {country}", "Fewer want {a}, poll shows", "{b} institute: {a} down"), (
        Slot("support", 21, 48, ("{n} percent", "{n} per cent"), (
            "{v} of voters support the {a} party, a poll by the {b} institute showed.",
            "The {a} party has the support of {v} of voters, the {b} institute found.",
            "A {b} poll put support for the {a} party at {v}.",
            "Support for the {a} party stands at {v} in the poll of the {b} institute.")),
        Slot("asked", 1010, 2950, ("{n}",), (
            "The {b} institute polled {v} voters.",
            "{v} voters were asked by the {b} institute.",
            "{b} interviewed {v} voters for the poll.")),
    )),
    Theme(("{country} exports more {a} coffee", "{a} board reports coffee exports", "Coffee exports of {a} rise", "{a}: more coffee shipped"), (
        Slot("tonnes", 21000, 98000, ("{n} tonnes", "{n} tons"), (
            "The {a} board exported {v} of coffee in January.",
            "In January {a} shipped {v} of coffee, the board said.",
            "Coffee exports of the {a} board were {v} in January.",
            "Exports of coffee by {a} reached {v} in January.")),
        Slot("earned", 61, 390, ("{n} million dollars", "${n} million"), (
            "Coffee earned {a} {v} in January.",
            "The {a} board earned {v} with coffee in January.",
            "In January coffee exports brought the {a} board {v}.")),
    )),
    Theme(("{a} fined over data leak", "Regulator fines {a}", "Data leak costs {a} dear", "{a} must pay for leak"), (
        Slot("fine", 2, 89, ("{n} million euros", "€{n} million"), (
            "The regulator {b} fined {a} {v} over a data leak.",
            "{a} was fined {v} by {b} for the data leak.",
            "A fine of {v} was imposed on {a} by {b}.",
            "{b} imposed a fine of {v} on {a}.")),
        Slot("customers", 21000, 940000, ("{n}",), (
            "Data of {v} customers of {a} were stolen.",
            "The leak at {a} hit {v} customers.",
            "{v} customers of {a} were hit by the leak.")),
    )),
)  # fmt: skip

HAPPENINGS = 40
CROWD = 60

CORRECTIONS = ("{o} had first put it at {w}.", "An earlier report of {o} gave another figure.")


@dataclass(frozen=True, slots=True)
class Report:
    """An article as it is filed, and what it claims: sentence by (happening, slot), and the value that is meant."""

    article: dict[str, object]
    origin: str
    """What it is independent of: its own name, that of the report it copies, or of the release it quotes."""
    outlet: str
    claims: dict[tuple[int, str], tuple[str, int]] = field(default_factory=dict)


def corpus(seed: int = 11) -> list[Report]:
    """All reports, in the order of their publication."""
    dice = random.Random(seed)
    found = [report for number in range(HAPPENINGS) for report in _happening(number, dice)]
    return sorted([*found, *_crowd(dice)], key=lambda r: str(r.article["datePublished"]))


def gold(reports: list[Report]) -> dict[str, set[tuple[str, str, int, str]]]:
    """Pairs of articles (url, url, happening, slot): `agree` of two origins, `differ` of two outlets, `supersede` of one."""
    pairs: dict[str, set[tuple[str, str, int, str]]] = {"agree": set(), "differ": set(), "supersede": set()}
    by_claim: dict[tuple[int, str], list[tuple[Report, int]]] = {}
    for report in reports:
        for claim, (_, value) in report.claims.items():
            by_claim.setdefault(claim, []).append((report, value))
    for (happening, slot), made in by_claim.items():
        for i, (one, value) in enumerate(made):
            for other, again in made[i + 1 :]:
                first, second = sorted((str(one.article["url"]), str(other.article["url"])))
                kind = "agree" if value == again else "supersede" if one.outlet == other.outlet else "differ"
                if kind != "agree" or one.origin != other.origin:
                    pairs[kind].add((first, second, happening, slot))
    return pairs


def _happening(number: int, dice: random.Random) -> Iterator[Report]:
    theme = THEMES[number % len(THEMES)]
    words = {"a": _name(dice), "b": _name(dice), "town": _name(dice), "country": dice.choice(COUNTRIES)}
    values = {slot.name: dice.randint(slot.low, slot.high) for slot in theme.slots}
    at = START + timedelta(hours=7 * number)
    outlets = dice.sample(OUTLETS, 6)
    reports = [
        _report(number, k, theme, words, values, outlets[k], at + timedelta(hours=2 * k + 1), dice)
        for k in range(dice.randint(3, 4))
    ]
    yield from reports
    yield _copy(reports[0], f"{number}-copy", outlets[4], at + timedelta(hours=9))
    slot = dice.choice(theme.slots)
    changed = values | {slot.name: max(slot.low, round(values[slot.name] * dice.choice((0.8, 1.25, 1.4))))}
    if changed != values:
        yield _report(number, 7, theme, words, changed, outlets[5], at + timedelta(hours=11), dice)
        if number % 2:
            yield _report(number, 8, theme, words, changed, outlets[1], at + timedelta(hours=30), dice, only=slot.name)


def _report(
    number: int, k: int, theme: Theme, words: dict[str, str], values: dict[str, int], outlet: str, at: datetime, dice: random.Random, only: str = ""
) -> Report:  # fmt: skip
    claims: dict[tuple[int, str], tuple[str, int]] = {}
    sentences = []
    for slot in theme.slots:
        if only not in ("", slot.name):
            continue
        said = slot.said[(k + number) % len(slot.said)]
        shown = slot.shown[dice.randrange(len(slot.shown))] if k else slot.shown[0]
        sentence = said.format(v=_shown(shown, values[slot.name]), **words)
        sentence = sentence[0].upper() + sentence[1:]
        claims[number, slot.name] = (sentence, values[slot.name])
        sentences.append(sentence)
    dice.shuffle(sentences)
    fillers = dice.sample(FILLERS, 3)
    body = "\n\n".join(x for pair in zip(sentences, fillers, strict=False) for x in pair)
    headline = theme.headlines[k % len(theme.headlines)].format(**words)
    url = f"https://{outlet.lower().replace(' ', '')}.example/{number}-{k}"
    body = f"{words['town'].upper()}, {words['country']}, {at:%B} {at.day} - {body}"
    return Report(_article(url, headline, outlet, at, body), url, outlet, claims)


def _copy(of: Report, name: str, outlet: str, at: datetime) -> Report:
    """Another outlet's print of a report, with a credit and another headline."""
    body = f"{of.article['articleBody']}\n\n({of.outlet})"
    url = f"https://{outlet.lower().replace(' ', '')}.example/{name}"
    return Report(
        _article(url, f"News in brief: {of.article['headline']}", outlet, at, body), of.origin, outlet, of.claims
    )


def _crowd(dice: random.Random) -> Iterator[Report]:
    """Notices of one template: other names, often the same figures. They claim nothing that another one claims."""
    for k in range(CROWD):
        name, amount = _name(dice), dice.choice((12, 15, 20))
        body = (
            f"The board of {name} Industries declared a quarterly dividend of {amount} cents a share, payable April 9 to shareholders of record "
            f"March 20. {name} Industries has {dice.choice((20, 25))} million shares outstanding."
        )
        url = f"https://notices.example/{k}"
        at = START + timedelta(hours=4 * k)
        yield Report(
            _article(url, f"{name} Industries sets dividend", "Exchange Notices", at, body), url, "Exchange Notices"
        )


def _article(url: str, headline: str, outlet: str, at: datetime, body: str) -> dict[str, object]:
    return {
        "@context": "https://schema.org", "@type": "NewsArticle", "url": url, "headline": headline, "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": outlet}, "datePublished": at.isoformat(), "articleBody": body,
    }  # fmt: skip


def _name(dice: random.Random) -> str:
    return (dice.choice(SYLLABLES) + dice.choice(SYLLABLES) + dice.choice(ENDS)).capitalize()


def _shown(shown: str, value: int) -> str:
    """A value as printed: with commas, in dollars (1.08 to the euro), in miles."""
    return shown.format(n=f"{value:,}", d=f"{round(value * 1.08):,}", m=f"{round(value / 1.609344):,}")


def lines(reports: list[Report]) -> str:
    """The corpus as one schema.org NewsArticle a line."""
    return "".join(json.dumps(r.article, ensure_ascii=False) + "\n" for r in reports)
