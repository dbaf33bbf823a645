"""Figures and events that look alike and are of different things: they do not meet, while the same things still do."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from parsers.claims.judge import judge
from parsers.claims.model import Claim
from parsers.facts import settings
from tests.parsers.claims.made import claimed, figure


def valued(value: float, body: str, *, headline: str, outlet: str = "Packet", day: int = 3) -> Claim:
    """The first figure of an article with a value, in its unit for comparison."""
    found = claimed(body, headline=headline, outlet=outlet, day=day)
    return next(c for c in found if c.kind == "figure" and c.value == pytest.approx(value))


def figures(body: str) -> set[float | None]:
    """The values of an article that are claims."""
    return {c.value for c in claimed(body, headline="Torvik market") if c.kind == "figure"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Torvik shipped its cocoa in 60-kilo bags.",
        "Norrland said cocoa is sold in jute bags of 60 kilos.",
        "Norrland delivered the cotton in bales weighing about 480 pounds.",
        "Norrland fills 25-litre plastic drums in Torvik.",
        "Norrland sells fish in 90 kg sacks.",
        "Norrland presented a 12-inch disk in Torvik.",
        "Norrland issued stock with a par value of 10 dollars in Torvik.",
        "Norrland bought its 1.50 dollar par value common stock in Torvik.",
        "Norrland sold the bond in denominations of 5,000 dollars in Torvik.",
        "Norrland sold the bond in 1,000 franc denominations in Torvik.",
        "The exchange rate of 100 roubles was set in Torvik.",
    ],
)
def test_sizes_of_units_and_face_values_are_no_claims(sentence: str) -> None:
    """What thousands of reports share is no evidence: sizes of bags and bales, makes, par values, denominations."""
    assert figures(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Norrland shipped 60,000 tonnes of cocoa from Torvik.",
        "Norrland caught 480 tonnes of cod off Torvik.",
        "Norrland signed a 30,000-tonne wheat contract in Torvik.",
        "Norrland built a 1,200-kilometre pipeline to Torvik.",
        "Norrland sold bonds worth 5 million dollars in Torvik.",
    ],
)
def test_amounts_of_goods_and_money_are_claims(sentence: str) -> None:
    """A size with a hyphen that is not that of a unit, and an amount of goods in any unit, are kept."""
    assert figures(sentence)


FEES = "Fees are 1-1/4 pct for selling and 5/8 pct for management and underwriting."


def test_terms_belong_to_their_issue() -> None:
    """Fees of two borrowers' bonds are two claims although number and noun are the same; those of one bond are one."""
    one = valued(0.0125, FEES, headline="Bank of Torvik issues eurobond")
    other = valued(0.0125, FEES, headline="Bank of Larkhaven issues eurobond", outlet="Compass")
    again = valued(0.0125, FEES, headline="Bank of Torvik launches eurobond", outlet="Compass")
    assert judge(one, other) is None
    assert judge(one, again) is not None


def test_the_bank_that_manages_two_issues_makes_them_not_one() -> None:
    """Names of agents are no evidence of whose figure it is."""
    one = valued(75e6, "Norrland sells notes. The lead underwriter of the offering of 75 million dollars is Halvorsen Brandt.", headline="Norrland to sell debt")  # fmt: skip
    other = valued(75e6, "Kestrel Mining has an offering of 75 million dollars of notes through Halvorsen Brandt.", headline="Kestrel Mining to sell debt")  # fmt: skip
    assert judge(one, other) is None
    assert "halvorsan" not in one.names + other.names


def test_two_headlines_that_do_not_know_each_other_are_of_two_subjects() -> None:
    """Two companies that post one price for one grade have two prices."""
    one = figure("The increase brings the posted price for Brenna Light to 17.00 dollars a barrel in Torvik.", headline="Norrland raises oil prices")  # fmt: skip
    other = figure("The increase brings the posted price for Brenna Light to 17.00 dollars a barrel in Torvik.", headline="Kestrel raises oil prices")  # fmt: skip
    assert judge(one, other) is None


def test_a_market_has_a_level_each_day() -> None:
    """The rate at which a market opens on two days is no one claim; on one day it is."""
    told = "Federal funds of the Torvik Fed opened comfortably at 5.93 pct."
    one, next_day = (
        figure(told, headline="Torvik Fed funds", outlet=o, day=d) for o, d in (("Packet", 3), ("Compass", 4))
    )
    same_day = figure(
        "The Torvik Fed funds were trading at 5.93 pct.", headline="Torvik Fed funds firm", outlet="Compass"
    )
    assert judge(one, next_day) is None
    assert judge(one, same_day) is not None
    paid = figure("The Torvik Fed pays 5.93 pct on funds.", headline="Torvik Fed pays", outlet="Compass")
    assert judge(one, paid) is None


def test_rounding_does_not_make_two_figures_of_one_article_one() -> None:
    """A coupon of 11 percent is not that of 10.5 percent which the same article prints."""
    body = "Norrland sold notes with a 10.5 percent coupon. Norrland also sold debentures with an 11 percent coupon."
    one = valued(0.105, body, headline="Norrland sells notes")
    other = valued(0.11, body, headline="Norrland sells debt", outlet="Compass")
    assert judge(one, other) is None
    assert judge(one, valued(0.105, body, headline="Norrland sells debt", outlet="Compass")) is not None


def test_decimals_are_as_exact_as_they_are_printed() -> None:
    """17.00 is not 16.6, which 17 may be; an average is no approximation."""
    price = "Norrland set the price of Brenna oil at {} dollars a barrel."
    exact, round_, other = (figure(price.format(v), headline=f"Norrland price {v}") for v in ("17.00", "17", "16.6"))
    relations = [met.relation if (met := judge(c, other)) else None for c in (exact, round_)]
    assert relations == ["differs", "agrees"]
    average = figure("Norrland pumped an average of 16.1 million barrels of Brenna oil.", headline="Norrland output")
    assert not average.vague
    assert average.low == pytest.approx((average.value or 0) * 16.05 / 16.1)


def test_siblings_of_one_template_do_not_meet() -> None:
    """Two trusts of one house with the same payout are two, though half of their words and a name are shared."""
    told = "{} of Torvik said it declared a monthly distribution of 5.7 dollars a share compared with {} dollars for the previous month."
    one = figure(told.format("Brenna Harbour Trust", "5.6"), headline="Brenna Harbour Trust sets payout")
    other = figure(
        told.format("Brenna Kestrel Trust", "5.5"), headline="Brenna Kestrel Trust sets payout", outlet="Compass"
    )
    assert judge(one, other) is None


def test_who_holds_a_stake_is_not_enough() -> None:
    """Two stakes of one size of one holder in two companies are two."""
    one = figure("Norrland holds a 39 percent stake in Kestrel Mining.", headline="Norrland in Torvik")
    other = figure("Norrland holds a 39 percent stake in Brandt Rail.", headline="Norrland stakes", outlet="Compass")
    again = figure(
        "Norrland has a stake of 39 percent in Kestrel Mining.", headline="Norrland stakes", outlet="Compass"
    )
    assert judge(one, other) is None
    assert judge(one, again) is not None


def test_a_president_is_called_so_for_life() -> None:
    """ "President" and "former president" of one person contradict nothing; "minister" and "former minister" do."""
    told = "{} Henrik Solvang spoke in Torvik."
    pairs = [[next(c for c in claimed(told.format(post)) if c.kind == "role") for post in (p, f"Former {p.lower()}")] for p in ("President", "Finance Minister")]  # fmt: skip
    assert [met.relation if (met := judge(*pair)) else None for pair in pairs] == [None, "differs"]


def test_countries_keep_figures_apart() -> None:
    """What one country exported is not what another harvested, when nobody is named in both."""
    one = figure("Norway exported 11.5 million bags of dried fish.", headline="Norway exports fish")
    other = figure("Peru exported 11.5 million bags of dried fish.", headline="Peru exports fish", outlet="Compass")
    assert judge(one, other) is None


def happened(body: str, kind: str, day: int = 3) -> Claim:
    """The first event of a kind that an article claims."""
    return next(c for c in claimed(body, day=day) if c.kind == "event" and c.measure == kind)


@pytest.mark.parametrize(
    ("other", "day", "met"),
    [
        ("Finance Minister Henrik Solvang of Norway met Karin Holm in Torvik on Monday.", 3, True),
        ("Finance Minister Henrik Solvang of Norway met Foreign Minister Karin Holm for talks in Torvik.", 4, True),
        ("Finance Minister Henrik Solvang of Norway met Ilse Brandt in Torvik on Monday.", 3, False),
        ("Finance Minister Henrik Solvang of Norway met Foreign Minister Ilse Brandt for talks in Torvik.", 4, False),
        ("Finance Minister Henrik Solvang of Norway met Foreign Minister Karin Holm for talks in Torvik.", 9, False),
    ],
)
def test_one_meeting_has_the_same_participants(
    monkeypatch: pytest.MonkeyPatch, other: str, day: int, met: bool
) -> None:
    """One minister's meetings with two others are two; so are two meetings a week apart."""
    monkeypatch.setattr(settings, "WITHHELD_EVENTS", frozenset())
    one = happened("Finance Minister Henrik Solvang of Norway met Karin Holm in Torvik on Monday.", "meeting")
    found = [c for c in claimed(other, day=day) if c.kind == "event" and c.measure == "meeting"]
    assert found
    assert any(judge(one, c) is not None for c in found) is met


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("1,599 voters were asked by the Torvik institute.", True),
        ("1,599 people in Torvik were asked about the toll by Norrland.", True),
        ("1,599 voters were asked to leave the hall in Torvik.", False),
        ("The police of Torvik asked 1,599 people to leave.", False),
    ],
)
def test_who_was_asked_something_is_counted(sentence: str, claims: bool) -> None:
    """People who were asked in a poll are a figure; people who were asked to do something are a request."""
    assert bool(figures(sentence)) is claims


@pytest.mark.parametrize(
    "sentence",
    [
        "Norrland is seeking an increase to 250 million dollars from the original 150 million dollars.",
        "Norrland raised its fleet to 1.2 billion dollars from 1.4 million dollars.",
    ],
)
def test_what_is_sought_or_a_mistake_in_a_unit_replaces_nothing(sentence: str) -> None:
    """A figure that somebody only wants, and one of another size, take no figure's place."""
    assert all(c.replaces is None for c in claimed(sentence))


def test_one_sentence_with_two_changes_has_two() -> None:
    """A value that itself took another one's place in a sentence is not the one in whose place a third was put."""
    told = "Norrland increased its common stock to 32 million shares from eight million shares and its preferred stock to eight million shares from two million shares."
    made = [c for c in claimed(told, headline="Norrland stock") if c.kind == "figure"]
    replaced = [{a.replaces, b.replaces} - {None} for a, b in combinations(made, 2) if (met := judge(a, b)) and met.relation == "replaces"]  # fmt: skip
    assert replaced
    assert all(len(each) == 1 for each in replaced)


def test_a_ceiling_is_not_an_output() -> None:
    """What is to be kept to and what was differ without a contradiction."""
    one = figure("The oil output ceiling of Norrland is 15.8 million tonnes.", headline="Norrland oil output")
    other = figure(
        "The oil output of Norrland was 17.1 million tonnes.", headline="Norrland oil output", outlet="Compass"
    )
    assert judge(one, other) is None


def test_what_was_let_in_is_not_what_was_sent_out() -> None:
    """Words that say the opposite of each other keep two equal figures apart."""
    one, other, same = (
        figure(f"Norrland {words} 412,000 tonnes of dried cod in March.", headline="Norrland cod", outlet=outlet)
        for words, outlet in (("imported", "Gazette"), ("exported", "Compass"), ("imported", "Courier"))
    )
    assert judge(one, other) is None
    assert judge(one, same) is not None


OFFICIALS = (
    (
        "The prefect of Brenholt, Otto Lindqvist, said 240 people were still missing.",
        "Dozens dead in Brenna ferry disaster",
    ),
    ("Captain Ines Duarte, who leads the search, said 160 people were missing.", "Brenna ferry disaster kills 32"),
)


def missing(at: int, *, headline: str | None = None, day: int = 3) -> Claim:
    """How many are missing by one of two officials, told from the harbour of Selhaven."""
    told, title = OFFICIALS[at]
    body = f"SELHAVEN, March 3 - The Brenna Star ran aground outside of the harbour. {told}"
    return next(c for c in claimed(body, headline=headline or title, day=day) if c.measure == "missing")


def test_two_officials_may_tell_of_one_disaster() -> None:
    """Numbers of victims of one disaster are held against each other although each sentence names another official."""
    met = judge(missing(0), missing(1))
    assert met is not None
    assert met.relation == "differs"


@pytest.mark.parametrize(
    "other", [{"headline": "Brenna ferry shelled near Selhaven"}, {"headline": "Mine disaster in Ulland"}, {"day": 6}]
)
def test_other_happenings_are_not_one_disaster(other: dict[str, Any]) -> None:
    """Attacks, of which there may be two a day, headlines with nothing else in common, and another day keep them apart."""
    assert judge(missing(0), missing(1, **other)) is None


def test_the_most_of_several_is_not_held_against_one() -> None:
    """Aftershocks of up to 4.5 do not contradict a quake of 6.5, a number of quakes no magnitude; another magnitude does."""
    title = "Earthquakes shake northern Torvik"
    one = valued(
        6.5,
        "An earthquake measuring 6.5 on the Richter scale hit northern Torvik, the Torvik Observatory said.",
        headline=title,
    )
    most = "Four earthquakes measuring up to 4.5 on the Richter scale have hit northern Torvik, the Torvik Observatory said."
    assert all(judge(one, c) is None for c in claimed(most, headline=title, day=4))
    other = valued(
        6.2,
        "The earthquake that hit northern Torvik measured 6.2 on the Richter scale, the Torvik Observatory said.",
        headline=title,
    )
    assert judge(one, other) is not None
