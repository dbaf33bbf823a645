"""Parts of meetings and deals: lists whole, times and partners of the event only, what is yet to come not asserted."""

from __future__ import annotations

import pytest

from parsers.facts import settings
from parsers.model import Fact
from tests.parsers.facts.conftest import WITHHELD
from tests.parsers.facts.test_golden_facts import facts_of


def told(text: str, family: str) -> Fact | None:
    """The first event of a family in a text."""
    return next((f for f in facts_of(text, "2024-06-30") if f.kind == "event" and f.subtype == family), None)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The bill calls on Ola Dahl to enter into talks with Peru.", "proposed"),
        ("The law would require Ola Dahl to enter into talks with Peru.", "proposed"),
        ("Norway agreed to enter into talks with Peru.", "planned"),
        ("Ola Dahl came to Lima to hold talks with Peru.", "planned"),
        ("Norway began to hold talks with Peru.", "asserted"),
        ("Norway held talks with Peru.", "asserted"),
    ],
)
def test_a_noun_behind_a_verb_that_carries_it_is_as_that_verb_is(text: str, modality: str) -> None:
    """Talks that somebody is asked, ready or sent to hold are not told as held."""
    found = told(text, "meeting")
    assert found is not None
    assert found.modality == modality


@pytest.mark.parametrize(
    "text",
    [
        "The bid is meant to interfere with Halden Ltd's acquisition of Brno Paper Ltd.",
        "The fund opposed Halden Ltd's takeover of Brno Paper Ltd.",
        "The crisis led to calls for a merger of Halden Ltd with Brno Paper Ltd.",
    ],
)
def test_what_is_worked_against_or_called_for_is_not_told_as_done(text: str) -> None:
    """A deal that somebody opposes, disturbs or calls for is `proposed`."""
    found = told(text, "acquisition")
    assert found is not None
    assert found.modality == "proposed"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ola Dahl spoke after talks with city officials and members of Congress.", "city officials and members of Congress"),
        ("Ola Dahl met farmers and a group of miners.", "farmers and a group of miners"),
    ],
)  # fmt: skip
def test_the_last_of_a_list_keeps_what_it_is_of(text: str, other: str) -> None:
    """A list ends behind the `of` phrase of its last member."""
    found = told(text, "meeting")
    assert found is not None
    assert found.object == other


def test_the_subject_behind_a_comma_is_not_listed_with_what_stands_before() -> None:
    """A name that begins the main clause is no member of the list in the phrase before it."""
    found = told("In a speech to a meeting of Lima Miners Union, Chairman Ola Dahl attacked the plan.", "meeting")
    assert found is None or "Dahl" not in (found.subject or "")


def test_he_in_quotation_marks_is_not_the_speaker() -> None:
    """Whoever speaks calls himself `I`, so `he` inside the quotation is somebody else."""
    found = told('"He was selling a boat to Halden Ltd," Ola Dahl said.', "trade")
    assert found is None or found.subject is None


@pytest.mark.parametrize(
    "text",
    [
        "Despite the September pact, Norway sold salmon to Chile.",
        "Norway sold salmon to Chile under the September pact.",
        "Norway sold salmon to Chile despite a fall in prices last weekend.",
    ],
)
def test_a_time_that_tells_which_thing_is_meant_is_not_the_time_of_the_sale(text: str) -> None:
    """`the September pact` and what happened `despite` something give the sale no time."""
    found = told(text, "trade")
    assert found is not None
    assert found.time_surface is None


def test_a_name_behind_the_means_is_no_partner() -> None:
    """`sold it through a link to X`: X is whom the link leads to, not the buyer."""
    found = told("Brno Paper Ltd sold 40 desks through a link to Halden Ltd.", "trade")
    assert found is not None
    assert [p.role for p in found.parties] == ["agent"]


@pytest.mark.parametrize(
    "text",
    [
        "Dealers said there were rumours in Lima that Halden Ltd bought a block of Chilean bonds.",
        "Norway's plan to export frozen salmon has failed.",
        "Ola Dahl said he is worried that Halden Ltd will be taken over.",
    ],
)
def test_rumours_fears_and_failed_plans_are_no_deals(text: str) -> None:
    """What a rumour tells, somebody fears, or was planned in vain is not filed as a deal."""
    assert told(text, "trade") is None
    assert told(text, "acquisition") is None


def test_a_plan_in_front_of_the_verb_is_a_plan() -> None:
    """`the plan to sell it was approved`: nothing was sold yet."""
    found = told("Halden Ltd's plan to sell its mill was approved by the court.", "trade")
    assert found is not None
    assert found.modality == "planned"


@pytest.mark.parametrize(
    ("text", "family", "subject", "other"),
    [
        ("Police said that four small boats capable of reaching Peru were sold to Halden Ltd.", "trade", None, "four small boats"),
        ("The Bank of Norway said it sold a part of the stock in an issue of two series.", "trade", "Bank of Norway", "a part of the stock"),
        ("Halden Ltd was acquired by managers of its mill and a bank.", "acquisition", "managers of its mill and a bank", "Halden Ltd"),
        ("Halden Ltd has acquired the <Lund Boat Co> and <Rowa>, both boat yards.", "acquisition", "Halden Ltd", "the Lund Boat Co and Rowa"),
    ],
)  # fmt: skip
def test_sides_of_deals_are_whole(text: str, family: str, subject: str | None, other: str) -> None:
    """No side ends in an adjective without its complement, in half a list, or in a noun that the part is not of."""
    found = told(text, family)
    assert found is not None
    assert (found.subject, found.object) == (subject, other)


@pytest.mark.parametrize(
    "text",
    [
        "Halden Ltd extended its offer to acquire Brno Paper Ltd to May 23.",
        "Halden Ltd proposed a merger with Brno Paper Ltd on May 29.",
    ],
)
def test_the_time_of_an_offer_is_not_that_of_the_deal(text: str) -> None:
    """A day until which an offer is open, or on which it was made, is no time of the deal."""
    found = told(text, "acquisition")
    assert found is not None
    assert found.time_surface is None


def test_what_the_way_is_open_for_is_planned() -> None:
    """Talks that something opens the way for were not held."""
    found = told("The letter opened the way for summit talks between Ola Dahl and Ann Lind.", "meeting")
    assert found is not None
    assert found.modality == "planned"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Lund Bank has agreed a takeover by Halden Ltd.", "planned"),
        ("Two banks expressed interests in acquiring a stake in Halden Ltd.", "proposed"),
        ("Halden Ltd's attempt to buy Brno Paper Ltd was welcomed.", "target"),
    ],
)
def test_what_is_agreed_or_of_interest_is_not_told_as_done(text: str, modality: str) -> None:
    """A takeover that was agreed, a stake that somebody would like, and an attempt are not done yet."""
    found = told(text, "acquisition")
    assert found is not None
    assert found.modality == modality


def test_the_alternative_is_no_merger() -> None:
    """What something would replace is not filed."""
    assert told("As an alternative to a merger with Halden Ltd, the fund would talk.", "acquisition") is None


def test_a_unit_keeps_whose_it_is() -> None:
    """The other side of a merger is `a subsidiary of X`, not `a subsidiary`."""
    found = told("The merger of Brno Paper Ltd with a subsidiary of Halden Ltd took place in May.", "acquisition")
    assert found is not None
    assert found.object == "a subsidiary of Halden Ltd"


def test_a_sale_takes_no_time_of_what_it_is_compared_with() -> None:
    """`up 16 pct from last year`: last year is no time of the sale."""
    found = told("Halden Ltd sold 4,000 boats, up 16 percent on a daily basis from last year.", "trade")
    assert found is not None
    assert found.time_surface is None


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Halden Ltd remains interested in acquiring Brno Paper Ltd.", "proposed"),
        ("Halden Ltd has set its sights on buying Brno Paper Ltd.", "proposed"),
        ("The deal will result in Halden Ltd acquiring Brno Paper Ltd.", "proposed"),
        ("Lund Bank spoke of an attempted takeover by Halden Ltd of Brno Paper Ltd.", "target"),
        ("By acquiring Brno Paper Ltd, Halden Ltd raised its sales.", "asserted"),
    ],
)
def test_a_deal_that_somebody_has_an_eye_on_is_not_done(text: str, modality: str) -> None:
    """Interest, sights, attempts and what would come of something are no deals done."""
    found = told(text, "acquisition")
    assert found is not None
    assert found.modality == modality


def test_a_plan_that_somebody_only_defends_is_not_theirs() -> None:
    """Who defends a plan to sell does not sell."""
    found = told("Ola Dahl defended a plan to sell the naval yards to Halden Ltd.", "trade")
    assert found is None or found.subject is None


@pytest.mark.parametrize(
    "text",
    [
        "Halden Ltd agreed to sell its smelter at Lima to Brno Paper Ltd.",
        "Halden Ltd sold the stations in Lima, Oslo and Hamar.",
    ],
)
def test_the_place_of_a_plant_is_not_the_place_of_its_sale(text: str) -> None:
    """A place right behind what is sold says where that is."""
    found = told(text, "trade")
    assert found is not None
    assert found.place is None


def test_a_date_behind_an_article_belongs_to_the_noun() -> None:
    """`under an Aug. 10, 1988, pact` dates the pact."""
    found = told("Halden Ltd acquired Brno Paper Ltd as a result of an Aug. 10, 1988, stock agreement.", "acquisition")
    assert found is not None
    assert found.time_surface is None


@pytest.mark.parametrize(
    ("text", "modality", "other"),
    [
        ("Halden Ltd said it completed its planned merger with Brno Paper Ltd.", "asserted", "Brno Paper Ltd"),
        ("Halden Ltd filed an application with the ministry for a takeover of Brno Paper Ltd.", "proposed", "Brno Paper Ltd"),
    ],
)  # fmt: skip
def test_deals_done_and_deals_applied_for(text: str, modality: str, other: str) -> None:
    """A planned merger that was completed is done, one that is applied for is not."""
    found = told(text, "acquisition")
    assert found is not None
    assert (found.modality, found.object) == (modality, other)


@pytest.mark.parametrize(
    "text",
    ["He worked in the mergers group and then the merger and acquisitions group of Halden Ltd."],
)
def test_a_department_is_no_merger(text: str) -> None:
    """`merger and acquisitions group` names a department."""
    assert told(text, "acquisition") is None


def test_whoever_is_quoted_is_no_buyer() -> None:
    """`according to X` names who says so."""
    found = told("Norway will sell its mill to the public, according to Halden Ltd.", "trade")
    assert found is not None
    assert [p.role for p in found.parties] == ["agent"]


def test_a_range_of_things_sold_keeps_between() -> None:
    """`between 70 and 80 boats` is printed whole."""
    found = told("Halden Ltd sold between 7,000 and 8,000 boats this year.", "trade")
    assert found is not None
    assert found.object == "between 7,000 and 8,000 boats"


def test_no_family_is_withheld_and_a_denied_deal_is_a_denial(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deals are filed as other events are; what is denied is a denial of the same subtype."""
    monkeypatch.setattr(settings, "WITHHELD_EVENTS", WITHHELD)
    text = "Halden Ltd acquired Tarnow Corp on Monday. Halden Ltd sold 40 boats to Chile. Ola Dahl met Ann Lind. Norway did not acquire Tarnow Corp so far."
    told = [(f.kind, f.subtype) for f in facts_of(text, "2024-06-30") if f.kind in ("event", "denial")]
    assert told == [("event", "acquisition"), ("event", "trade"), ("event", "meeting"), ("denial", "acquisition")]


def test_a_family_of_the_setting_is_not_filed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Families that are right in less than .85 of what was read are left out by the setting, with their denials."""
    monkeypatch.setattr(settings, "WITHHELD_EVENTS", frozenset({"acquisition"}))
    text = (
        "Halden Ltd acquired Tarnow Corp on Monday. Norway did not acquire Tarnow Corp so far. Ola Dahl met Ann Lind."
    )
    assert [f.subtype for f in facts_of(text, "2024-06-30") if f.kind in ("event", "denial")] == ["meeting"]
