"""Who else takes part in an event, what makes it only likely, and whose time it is."""

from __future__ import annotations

import pytest

from parsers.model import Fact
from tests.parsers.facts.test_golden_facts import facts_of


def event_of(text: str) -> Fact | None:
    """The first event of a text."""
    return next((f for f in facts_of(text, "2024-06-30") if f.kind == "event"), None)


def entities(fact: Fact | None) -> dict[str, str]:
    """The entities of a fact, with their roles."""
    return {p.entity_id.partition("/")[2]: p.role for p in fact.parties} if fact else {}


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("Brno Paper Ltd sold its mill to Tarnow Steel Corp in May.", "tarnow-steel"),
        ("Brno Paper Ltd will buy a foundry from Tarnow Steel Corp.", "tarnow-steel"),
        ("Brno Paper Ltd said it will sell its stake in Lund Glass Ltd to <Tarnow Steel Corp>.", "tarnow-steel"),
        ("Milan Rado, who was dismissed from the World Bank in May, lives in Oslo.", "world-bank"),
    ],
)
def test_buyer_seller_and_former_employer_are_parties(text: str, partner: str) -> None:
    """A name behind `to` or `from` of a deal or a dismissal is a counterpart of the event."""
    assert entities(event_of(text))[partner] == "counterpart"


@pytest.mark.parametrize(
    "text",
    [
        "Brno Paper Ltd said it acquired all issued shares of Tarnow Steel Corp, of Narvik.",
        "Brno Paper Ltd has bought all of the stock of (Tarnow Steel Corp) for cash.",
        "Brno Paper Ltd has acquired all of the stock of Tarnow Steel Corp.",
    ],
)
def test_the_body_whose_stock_is_bought_is_a_party_and_not_its_seat(text: str) -> None:
    """The company behind `shares of` is the patient; the place behind a comma is not."""
    assert entities(event_of(text)) == {"brno-paper": "agent", "tarnow-steel": "patient"}


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers flew Luis Prado home and flew two nurses to Lima.",
        "Elena Rojas said the speaker is elected by the house.",
        "Halden Ltd said its offer was better than an acquisition of Brno Paper Ltd.",
        "He was acquitted on four counts of fraud.",
    ],
)
def test_no_event_where_nobody_travels_a_rule_is_told_or_nobody_is_named(text: str) -> None:
    """Carrying others is no visit, a rule no election, a comparison no takeover, a lone pronoun nobody."""
    assert event_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The ministry looks for progress in the talks with Norway, Peru and finally Chile.",
        "Peru pressed for talks with Chile.",
        "The union hopes for the opening of a plant in Arica.",
    ],
)
def test_what_is_hoped_or_pressed_for_is_not_asserted(text: str) -> None:
    """A happening that somebody looks, hopes or presses for is a target."""
    fact = event_of(text)
    assert fact is None or fact.modality == "target"


def test_an_adverb_in_a_list_of_names_does_not_cut_it() -> None:
    """`and finally Chile` belongs to the list."""
    found = entities(event_of("Elena Rojas held talks with Norway, Peru and finally Chile."))
    assert {"norway", "peru", "chile"} <= set(found)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Brno Paper Ltd acquired Tarnow Steel Corp.", "certain"),
        ("The acquisition of Tarnow Steel Corp was completed in May.", "likely"),
    ],
)
def test_a_deal_without_its_buyer_is_only_likely(text: str, certainty: str) -> None:
    """Without a name for one side a deal is likely."""
    fact = event_of(text)
    assert fact is not None
    assert fact.certainty == certainty


@pytest.mark.parametrize(
    "text",
    [
        "Elena Rojas will have talks with Norway on the current price system.",
        "Luis Prado visited Chile after the strike of May 2019.",
        "The ferries will return after current talks with the World Bank.",
    ],
)
def test_a_time_of_another_noun_is_not_that_of_the_event(text: str) -> None:
    """`the current system`, `the strike of May 2019` and `after current talks` date nothing else."""
    fact = event_of(text)
    assert fact is not None
    assert fact.timex_value is None


def test_either_of_two_verbs_is_told_with_the_other() -> None:
    """`killed or wounded` is not only one of the two."""
    fact = event_of("Rebel forces shelled Arica, killed or wounded 40 Chilean soldiers and left.")
    found = [f.predicate for f in facts_of("Rebel forces killed or wounded 40 Chilean soldiers.") if f.kind == "event"]
    assert fact is not None
    assert "wounded" not in found


def test_the_second_half_of_a_seat_is_no_subject() -> None:
    """`a group of Narvik, Norway, said it acquired` does not make Norway the buyer."""
    fact = event_of("A group led by members of the Lund family of Narvik, Norway, said it has acquired a stake in Brno Paper Ltd.")  # fmt: skip
    assert "norway" not in entities(fact)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Halden Corp said its Pipes and Valves Division signed an agreement with Brno Paper Ltd.", {"brno-paper"}),
        ("As previously reported Halden's <Brno Paper Ltd> unit has agreed to sell its mill.", {"brno-paper"}),
        ("Terms of the agreement between Brno Paper Ltd, the book's author Luis Prado and the publisher Lund Press Inc was not disclosed.", {"brno-paper", "luis-prado", "lund-press"}),
    ],
)  # fmt: skip
def test_parties_of_agreements_are_whole_names_of_their_own_agreement(text: str, expected: set[str]) -> None:
    """No half of a division's name, the unit and not what is told of it, all of a list, nobody of another agreement."""
    fact = next(f for f in facts_of(text, "2024-06-30") if f.kind == "agreement")
    assert {p.entity_id.partition("/")[2] for p in fact.parties} == expected


def test_parties_of_another_agreement_are_not_taken() -> None:
    """What a contract is compared with has parties of its own."""
    text = "Halden Corp wanted a contract for the plants with rules comparable to agreements between Brno Paper Ltd and Lund Press Inc."
    assert not [f for f in facts_of(text, "2024-06-30") if f.subtype == "contract" and f.parties]


@pytest.mark.parametrize(
    "text",
    [
        "The mill said it will open a shop in Lima when it has met Luis Prado.",
        "The mill broke off its talks with Luis Prado.",
    ],
)
def test_an_event_with_a_pronoun_or_one_side_is_only_likely(text: str) -> None:
    """Whoever a pronoun repeats is not named: the event is likely."""
    assert {f.certainty for f in facts_of(text, "2024-06-30") if f.kind == "event"} <= {"likely"}


def test_discussions_of_any_kind_are_not_told_as_held() -> None:
    """`any discussions` are those that there might be."""
    assert event_of("Halden said it would be unwise to engage in any discussions with Brno Paper Ltd.") is None


def test_a_topic_ends_before_a_relative_clause_and_at_a_whole_word() -> None:
    """An agreement's topic is not cut inside a word nor in front of a verb."""
    text = "Lund Glass Corp has received a contract from the Navy for work on docks which will be used in May."
    assert [f.object for f in facts_of(text, "2024-06-30") if f.kind == "agreement"] == ["work on docks"]


def test_a_far_by_phrase_is_no_party() -> None:
    """`reached despite attempts at delay by some states` names no party."""
    found = [f for f in facts_of("The deal was reached despite attempts at delay by some states.") if f.kind == "agreement"]  # fmt: skip
    assert not [f for f in found if f.subject]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Brno Paper Ltd acquired Lund, Norway-based Tarnow Steel Corp.",
            {"brno-paper": "agent", "tarnow-steel": "patient"},
        ),
        ("Brno Paper Ltd named Ewa Bryl chief executive of its mills.", {"brno-paper": "agent", "eva-bryl": "patient"}),
        (
            "Brno Paper Ltd opened 81 shops, including 76 in Norway, two in Chile and one in Peru.",
            {"brno-paper": "agent"},
        ),
        ("Brno Paper Ltd opened offices in Norway, Sweden and Chile.", {"brno-paper": "agent"}),
        ("Brno Paper Ltd opened offices in Norway and Chile.", {"brno-paper": "agent"}),
        ("Brno Paper Ltd opened an office in Chile.", {"brno-paper": "agent", "chile": "place"}),
        ("Milan Rado announced the purchase of a 23 percent stake in Tarnow Steel Corp.", {"tarnow-steel": "patient"}),
    ],
)
def test_a_party_or_place_is_the_only_one_of_its_kind_and_whole(text: str, parties: dict[str, str]) -> None:
    """What only describes a name, one of several places and one of two doers are no parties."""
    assert entities(event_of(text)) == parties


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Milan Rado will speak of it during a visit to Chile in August.", "planned"),
        ("Milan Rado's preparations for the trip to Chile were thorough.", "planned"),
        ("Brno Paper Ltd plans more growth with the opening of 12 new stores.", "planned"),
        ("Brno Paper Ltd is holding talks on acquiring Tarnow Steel Corp.", "proposed"),
        ("Brno Paper Ltd would also be interested in acquiring Tarnow Steel Corp.", "proposed"),
        ("Milan Rado spoke of it during a visit to Chile in May.", "asserted"),
    ],
)
def test_what_is_prepared_discussed_or_lies_ahead_is_not_asserted(text: str, modality: str) -> None:
    """A time after publication, preparations, a plan and talks about it leave an event open."""
    found = [
        f
        for f in facts_of(text, "2024-06-30")
        if f.kind == "event" and f.subtype in ("visit", "inauguration", "acquisition")
    ]
    assert [f.modality for f in found] == [modality]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Brno Paper Ltd bought 900 tonnes of wheat for delivery April 1-15.", None),
        ("The raid killed 9/11 plotter Milan Rado.", None),
        ("Brno Paper Ltd bought 900 tonnes of wheat in May.", "2024-05"),
    ],
)
def test_a_time_of_a_delivery_or_in_a_name_is_not_the_events(text: str, time: str | None) -> None:
    """What is bought for later, and a date that only describes a person, give no time."""
    found = event_of(text)
    assert found is not None
    assert found.timex_value == time


def test_meeting_somebody_and_others_is_only_likely() -> None:
    """A pronoun among those who were met leaves the list open."""
    found = event_of("Milan Rado met with her and other leaders.")
    assert found is not None
    assert found.certainty == "likely"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The board approved the acquisition of Brno Paper Ltd by Tarnow Steel Corp.", "planned"),
        ("The acquisition of Brno Paper Ltd by Tarnow Steel Corp has been cleared.", "planned"),
        ("Milan Rado must train hard before the trip to Chile.", "planned"),
        ("Milan Rado trained hard before the trip to Chile.", "asserted"),
    ],
)
def test_what_is_allowed_or_comes_later_is_planned(text: str, modality: str) -> None:
    """An approved takeover and a visit for which somebody must prepare are still to come."""
    found = event_of(text)
    assert found is not None
    assert found.modality == modality


@pytest.mark.parametrize(
    "text",
    [
        "Brno Paper Ltd will import 4.9 million tonnes of coal from Norway, up from 4.2 million a year earlier.",
        "Brno Paper Ltd sold its paper for March shipment.",
    ],
)
def test_a_time_of_the_earlier_figure_or_of_the_shipment_is_not_the_deals(text: str) -> None:
    """Only a time of the deal itself is its time."""
    found = event_of(text)
    assert found is not None
    assert found.timex_value is None


def test_a_merger_of_which_one_side_is_known_is_likely() -> None:
    """Two merge; one name is not whole."""
    found = event_of("Brno Paper Ltd has agreed to merge.")
    assert found is not None
    assert found.certainty == "likely"


@pytest.mark.parametrize(
    ("text", "time", "modality"),
    [
        (
            "Brno Paper Ltd recently acquired Tarnow Steel Corp in preparation for the move in August 2024.",
            None,
            "asserted",
        ),
        (
            "Ewa Bryl, who has led the bank since last June, is being nominated by Luis Prado as a judge.",
            None,
            "asserted",
        ),
    ],
)
def test_a_deed_of_the_past_has_no_time_ahead_and_none_since_which(text: str, time: str | None, modality: str) -> None:
    """A time after publication, and one with since, are those of something else."""
    found = event_of(text)
    assert found is not None
    assert (found.timex_value, found.modality) == (time, modality)


@pytest.mark.parametrize(
    "text",
    [
        "Luis Prado provided some light relief by singing.",
        "The ship, named after the painter Luis Prado, sails tomorrow.",
        "Officers can now use force to detain suspects.",
    ],
)
def test_other_senses_and_what_may_be_done_are_no_events(text: str) -> None:
    """Light relief, names given after somebody and powers tell of no event."""
    assert event_of(text) is None


def test_sides_have_no_weekday_and_ranges_stay_whole() -> None:
    """The day behind a doer is not part of it; both ends of what is bought are."""
    found = event_of("Two senators from Chile on Thursday urged Norway to stop.")
    assert found is not None
    assert found.subject == "Two senators from Chile"
    found = event_of("Norway bought 20 to 21 million tonnes of wheat.")
    assert found is not None
    assert (found.object or "").startswith("20 to 21 million tonnes")


@pytest.mark.parametrize(
    ("text", "subject", "objects"),
    [
        ("Ola Dahl met Ewa Bryl on Monday.", "Ola Dahl", "Ewa Bryl"),
        ("Luis Prado met both Norwegian Prime Minister Ola Dahl and the Chilean leader, Ewa Bryl, in Lima.", "Luis Prado", "Ola Dahl; Ewa Bryl"),
        ("Luis Prado met Ola Dahl, the mayor of Lima, and Ewa Bryl.", "Luis Prado", "Ola Dahl; Ewa Bryl"),
        ("Luis Prado met Ola Dahl (52) and Ewa Bryl (48) on Monday.", "Luis Prado", "Ola Dahl; Ewa Bryl"),
        ("Police arrested Ola Dahl, 52, and Ewa Bryl, a nurse, on Monday.", "Police", "Ola Dahl; Ewa Bryl"),
        ("Ola Dahl, a miner, Ewa Bryl, a nurse, and Luis Prado, a cook, were arrested in Lima.", None, "Ola Dahl; Ewa Bryl; Luis Prado"),
        ("Halden Corp bought Lund Mills Ltd, a maker of looms, and Osk Steel Co.", "Halden Corp", "Lund Mills Ltd; Osk Steel Co"),
        ("The purchase by Halden Corp of Lund Mills Ltd was completed.", "Halden Corp", "Lund Mills Ltd"),
        ("The killing of Ewa Bryl by rebels in Lima shocked Norway.", "rebels", "Ewa Bryl"),
        ("A long interview of Ola Dahl was found.", None, "Ola Dahl"),
        ("Ewa Bryl is the one who killed Ola Dahl.", None, "Ola Dahl"),
        ("Police said several others were injured in the blast.", None, "several others"),
        ("Ewa Bryl would not discuss Ola Dahl's statement that he would buy Lund Mills Ltd.", "Ola Dahl", "Lund Mills Ltd"),
    ],
)  # fmt: skip
def test_lists_are_whole_whatever_is_put_in_behind_a_name(text: str, subject: str | None, objects: str) -> None:
    """Ages, posts and trades between the names of a list cut none of them off; `by`, `of` and owners tell who does it."""
    found = [f for f in facts_of(text, "2024-06-30") if f.kind == "event"]
    assert [(f.subject, f.object) for f in found] == [(subject, objects)]


def test_one_of_two_times_is_not_the_time() -> None:
    """`in February or March` gives no month: one of the two would be a guess."""
    (found,) = (
        f for f in facts_of("Ola Dahl will visit Chile in February or March.", "2024-06-30") if f.kind == "event"
    )
    assert found.timex_value is None


@pytest.mark.parametrize(
    ("text", "family", "place", "when"),
    [
        ("Ola Dahl was arrested in connection with the murder of Ewa Bryl in Lima in 2019.", "justice", None, None),
        ("Ola Dahl was sentenced on Monday for the 2019 murder of Ewa Bryl in Lima.", "justice", None, "2024-06-24"),
        ("Ola Dahl met Ewa Bryl ahead of a summit in Lima on Monday.", "meeting", None, None),
        ("Ola Dahl met Ewa Bryl at a summit in Lima on Monday.", "meeting", "Lima", "2024-06-24"),
        ("Ola Dahl was arrested in Lima on Monday for the murder of Ewa Bryl.", "justice", "Lima", "2024-06-24"),
        ("Ola Dahl was killed in a crash in Lima on Monday.", "casualties", "Lima", "2024-06-24"),
    ],
)
def test_place_and_day_of_a_deed_are_not_those_of_the_arrest(
    text: str, family: str, place: str | None, when: str | None
) -> None:
    """What somebody is arrested for has its own place and day; what he was killed in has the same."""
    (found,) = (f for f in facts_of(text, "2024-06-30") if f.kind == "event" and f.subtype == family)
    assert (found.place, found.timex_value) == (place, when)


@pytest.mark.parametrize(
    ("text", "subject", "objects"),
    [
        ("Halden Corp nominated Ola Dahl, president and chief operating officer for Lund Corp, and Ewa Bryl, chairman of Osk Ltd.", "Halden Corp", "Ola Dahl; Ewa Bryl"),
        ("Halden Corp named Dieter zur Loye vice chairman.", "Halden Corp", "Dieter zur Loye"),
        ("Halden Corp will buy 80 mln dlrs worth of foreign equipment and materials for the project.", "Halden Corp", "80 mln dlrs worth of foreign equipment and materials"),
        ("Norway plans to sell 84 mln dlrs in electronic equipment to Chile.", "Norway", "84 mln dlrs in electronic equipment"),
        ("Halden Corp said sales fell, and Lund Mills Ltd bought 40 tanks from Norway.", "Lund Mills Ltd", "40 tanks"),
    ],
)  # fmt: skip
def test_sums_and_names_are_told_whole(text: str, subject: str, objects: str) -> None:
    """A sum has the goods that it is told in, a name its particle, a list every member."""
    found = [f for f in facts_of(text, "2024-06-30") if f.kind == "event"]
    assert [(f.subject, f.object) for f in found] == [(subject, objects)]


def test_the_last_of_several_buyers_is_not_the_buyer() -> None:
    """Where two firms buy together and only the last is read, no row says that it bought alone."""
    text = "Halden Corp said its Osk Inc, a Hamar investment firm, and Charter Life Co, a Lima insurance company, bought 40 tanks from Norway."
    assert [f for f in facts_of(text) if f.kind == "event"] == []
