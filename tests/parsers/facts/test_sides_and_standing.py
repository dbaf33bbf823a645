"""Sides and standing of events and agreements: signed later, avoided, owned, one of two, near, on behalf of others."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of

Row = tuple[str, str | None, str | None, str | None, str | None]


def rows(text: str, *kinds: str) -> list[Row]:
    """Kind, subtype, subject, object and modality of the facts of some kinds."""
    found = facts_of(text, "2024-06-30")
    return [(f.kind, f.subtype, f.subject, f.object, f.modality) for f in found if f.kind in kinds]


HAPPENINGS = ("event", "agreement", "project", "denial")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A contract with Lund Mills is due to be signed on Friday.", ("agreement", "contract", "Lund Mills", None, "planned")),
        ("The treaty was to be ratified by Norway and Chile in May.", ("agreement", "treaty", "Norway; Chile", None, "planned")),
        ("The memorandum between Halden Corp and Norden Bank is expected to be signed in May.", ("agreement", "memorandum", "Halden Corp; Norden Bank", None, "planned")),
        ("Halden Corp renewed its contract with Lund Mills.", ("agreement", "contract", "Halden Corp; Lund Mills", None, "asserted")),
        ("Halden Corp terminated its contract with Lund Mills.", ("denial", "contract", "Halden Corp; Lund Mills", None, "denied")),
        ("A contract was awarded to Halden Corp by the city of Lund.", ("agreement", "contract", "the city of Lund; Halden Corp", None, "asserted")),
        ("Ewa Bryl and Ola Dahl signed the treaty on behalf of Norway.", ("agreement", "treaty", "Ewa Bryl; Ola Dahl", None, "asserted")),
        ("The US-backed Halden Corp signed a contract with Lund Mills.", ("agreement", "contract", "Halden Corp; Lund Mills", None, "asserted")),
        ("Norway is close to an agreement with Chile.", ("agreement", "agreement", "Chile", None, "proposed")),
        ("Ewa Bryl narrowly avoided being arrested.", ("denial", "justice", None, "Ewa Bryl", "denied")),
        ("Ewa Bryl risked being arrested.", ("event", "justice", None, "Ewa Bryl", "proposed")),
        ("Lund Energy was acquired by Halden Corp.", ("event", "acquisition", "Halden Corp", "Lund Energy", "asserted")),
        ("Halden Corp's purchase of Lund Energy was completed.", ("event", "acquisition", "Halden Corp", "Lund Energy", "asserted")),
        ("Halden Corp acquired Torvik of Norway Inc.", ("event", "acquisition", "Halden Corp", "Torvik of Norway Inc", "asserted")),
        ("Sanctions were imposed on Chile by Norway.", ("event", "sanction", "Norway", "Chile", "asserted")),
        ("Halden Corp said Ola Dahl will lead it from May, when Ewa Bryl retires as chairman.", ("event", "departure", "Ewa Bryl", None, "planned")),
    ],
)  # fmt: skip
def test_who_takes_part_and_how_it_is_meant(text: str, expected: Row) -> None:
    """What is only to be signed, avoided or near is not asserted; `its` is the subject's; lists and names are whole."""
    assert rows(text, *HAPPENINGS) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The party won an electoral landslide in Norway.",
        "Ewa Bryl wished that Ola Dahl had resigned.",
        "Either Halden Corp starts a bid or Norway and Chile sign a treaty.",
        "Ewa Bryl opposed a trade deal with Chile.",
        "The programmes are meant to sow fear and to help elect Ola Dahl.",
        "The city acquired Brenna.",
    ],
)
def test_another_sense_one_of_two_and_what_was_only_wished_are_nothing(text: str) -> None:
    """A landslide of votes, a choice, a wish about the past and what somebody is against tell of no event."""
    assert rows(text, *HAPPENINGS) == []


def test_who_opens_a_building_has_not_built_it() -> None:
    """A person who opens something is no builder; a pronoun builds nothing."""
    assert rows("Mayor Ewa Bryl opened the museum in Lund on Monday.", "project") == []
    assert rows("Ewa Bryl said we will build a wall in Lund.", "project") == [
        ("project", "planned", None, "a wall", "planned")
    ]


def test_a_list_of_things_that_are_built_is_whole() -> None:
    """What is built is printed with all that it is listed with."""
    text = "Halden Corp plans to open 25 new stores, 35 outlets and a depot in Lund."
    assert [row[3] for row in rows(text, "project")] == ["25 new stores, 35 outlets and a depot"]
    text = "The loan will help modernise 18 plants and two ports in Lund."
    assert [row[3] for row in rows(text, "project")] == ["18 plants and two ports"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine of the 14 hostages were freed on Sunday.", [(9.0, "released", 14.0)]),
        ("Three of 12 miners were killed.", [(3.0, "dead", 12.0)]),
        ("Up to 40 people may have died in the fire.", [(40.0, "dead", None)]),
        ("Police arrested nine of the 14 suspects.", [(9.0, "arrested", 14.0)]),
        ("Two of the 12 men detained on Friday were charged.", [(2.0, "charged", 12.0), (12.0, None, None)]),
        ("Dozens of miners were killed.", [(12.0, "dead", None)]),
    ],
)
def test_some_of_a_number_have_the_outcome_and_not_all(
    text: str, expected: list[tuple[float, str | None, float | None]]
) -> None:
    """Of "nine of the 14" only the nine were freed; what may have happened has its outcome too."""
    found = [f for f in facts_of(text, "2024-06-30") if f.kind == "quantity" and f.subtype == "count"]
    assert [(f.value, f.predicate, f.of_value) for f in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen staged an ambush on a bus carrying settlers in Lima, that killed 10 people.", [("casualties", "an ambush", "10 people", "asserted")]),
        ("Ewa Bryl accused Chile of raising tension by killing three miners.", []),
        ("Ola Dahl was charged with killing two miners.", [("casualties", "Ola Dahl", "two miners", "claimed")]),
        ("Queensland and Norway have each recorded three deaths.", []),
        ("Eight people are to appear in court tomorrow charged with murder.", [("justice", None, "Eight people", "asserted")]),
        ("Ola Dahl will go to Norway for a summit meeting with Luis Prado.", [("meeting", None, "Luis Prado", "planned")]),
        ("Ola Dahl was sentenced to five years with a recommendation by trial judge Ewa Bryl.", [("justice", None, "Ola Dahl", "asserted")]),
        ("Ola Dahl was arrested in Lima by police.", [("justice", "police", "Ola Dahl", "asserted")]),
        ("Police have arrested a wounded fighter, but seven others remain in the hospital.", [("justice", "Police", "a wounded fighter", "asserted")]),
        ("Ola Dahl was dismissed for a duck.", []),
        ("Party leader Ewa Bryl says merging the two banks is not necessary.", []),
        ("A bomber tried to blow up the station in Lima, injuring two people.", [("casualties", "A bomber", "two people", "asserted")]),
        ("Ewa Bryl met Ola Dahl on Monday and Luis Prado on Tuesday.", [("meeting", "Ewa Bryl", "Ola Dahl", "asserted")]),
        ("Torvik Group's takeover by Halden Corp was completed.", [("acquisition", "Halden Corp", "Torvik Group", "asserted")]),
        ("The takeover by Halden Corp of Torvik Group was announced.", [("acquisition", "Halden Corp", "Torvik Group", "planned")]),
        ("Halden Corp's acquisition of Torvik Group and the sale of Osk Timber Ltd were approved.", [("acquisition", "Halden Corp", "Torvik Group", "planned")]),
        ("Police announced the arrests of two senior leaders, Ola Dahl and Luis Prado.", [("justice", None, "two senior leaders, Ola Dahl and Luis Prado", "asserted")]),
        ("Ewa Bryl was forced to resign on Monday.", [("departure", "Ewa Bryl", None, "asserted")]),
    ],
)  # fmt: skip
def test_whose_deed_it_is(text: str, expected: list[tuple[str, str | None, str | None, str]]) -> None:
    """No place, reporter, judge of another noun or accuser does what is told; each member of a list has its own time."""
    assert [row[1:] for row in rows(text, "event")] == expected


def test_a_bid_that_failed_is_denied() -> None:
    """An election for which a bid failed did not happen, also of a verb with a prefix."""
    assert rows("Ewa Bryl has failed in her bid to be re-elected.", *HAPPENINGS) == [
        ("denial", "election", None, "Ewa Bryl", "proposed")
    ]


def test_people_named_behind_their_number_take_part() -> None:
    """People who are counted first and named then are parties."""
    found = facts_of("Police announced the arrests of two senior leaders, Ola Dahl and Luis Prado.")
    assert [p.entity_id for f in found if f.kind == "event" for p in f.parties] == [
        "person/ola-dahl",
        "person/luis-prado",
    ]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Chile announced the agreement on the security force yesterday after talks with Norway.", "security force"),
        (
            "Chile agreed to accept a force for six months as Norway prepared to send troops.",
            "accept a force for six months",
        ),
    ],
)
def test_what_is_agreed_ends_before_times_and_other_clauses(text: str, topic: str) -> None:
    """The topic of an agreement holds no time and nothing of another happening."""
    assert [f.object for f in facts_of(text) if f.kind == "agreement"] == [topic]


def test_partners_of_a_game_sign_nothing() -> None:
    """Who teams up to win a match has no partnership."""
    assert rows("Ola Dahl teamed with Luis Prado to beat Switzerland.", *HAPPENINGS) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A free trade pact between Norway and Chile could spur trade.", []),
        ("Halden Corp seeks to prevent Torvik Group from selling the mill.", []),
        ("Radtech Inc said its board has removed Ronald Dahl as chairman and chief executive officer and has elected Samuel Lind.", [("event", "election", "its board", "Samuel Lind", "asserted")]),
        ("The company said the output from the previously-announced plant is expected to be sold to Halden Corp.", [("event", "trade", None, "the output", "planned")]),
        ("Norway and Chile could agree on a way to ensure each side was paid.", [("agreement", "decision", "Norway; Chile", None, "proposed")]),
        ("Halden Corp won a contract to supply Chile with buses.", [("agreement", "contract", "Halden Corp", "supply Chile with buses", "asserted")]),
        ("Halden Corp agreed to buy Torvik Group's mill unit, Osk Timber Ltd.", [("agreement", "decision", "Halden Corp", "buy Torvik Group's mill unit", "asserted"), ("event", "acquisition", "Halden Corp", "Osk Timber Ltd", "planned")]),
    ],
)  # fmt: skip
def test_a_column_that_is_not_whole_is_empty(text: str, expected: list[Row]) -> None:
    """What could be, what was prevented and what was cut off is told as such or not at all."""
    assert rows(text, *HAPPENINGS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prospects for an accord between Norway and Chile were diminishing.", [("agreement", "accord", "Norway; Chile", None, "proposed")]),
        ("Oil firms have cut their contract prices.", []),
        ("Norway raised the issue of a free trade pact with Chile.", []),
        ("It and Norden Bank have agreed to buy the hotel from Halden Corp.", []),
        ("Halden Corp announced a truce to negotiate with Norden Bank.", [("agreement", "peace agreement", "Halden Corp", "negotiate with Norden Bank", "asserted")]),
        ("The firm is exchanging views with Norway on a proposal to build a second airport.", [("project", "proposed", None, "a second airport", "proposed")]),
        ("Pakistan complained to the United Nations today that rebels attacked a village.", [("event", "conflict", "rebels", "a village", "asserted")]),
    ],
)  # fmt: skip
def test_agreements_that_are_not_there_and_sides_that_are_not_said(text: str, expected: list[Row]) -> None:
    """Prospects and topics are no agreements; of buyers of whom one is a pronoun the seller alone is not told."""
    assert rows(text, *HAPPENINGS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ewa Bryl was confident of a prompt accord with Chile.", ("Chile", None, "proposed", None)),
        ("Halden Corp flies under an agreement with Norden Bank on March 23.", ("Norden Bank", None, "asserted", None)),
        (
            "Halden Corp signed an agreement under which Torvik Group's unit will buy yarn.",
            ("Halden Corp", None, "asserted", None),
        ),
        (
            "Under a contract with Lund Mills, Halden Corp will supply yarn.",
            ("Halden Corp; Lund Mills", None, "asserted", None),
        ),
    ],
)
def test_what_is_done_under_an_agreement_is_not_its_topic_or_time(
    text: str, expected: tuple[str, str | None, str, str | None]
) -> None:
    """Hopes are not asserted; who acts under an agreement, and when, is neither its topic nor its time."""
    found = [f for f in facts_of(text, "2024-06-30") if f.kind == "agreement"]
    assert [(f.subject, f.object, f.modality, f.timex_value) for f in found] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Halden Corp walked away from a deal with Lund Mills.", []),
        ("Rumours said Ola Dahl had been arrested.", [("event", "claimed")]),
        ("Ola Dahl's death was falsely reported on Monday.", []),
        ("Reports of Ola Dahl's arrest are untrue.", []),
        ("Reports of Ola Dahl's arrest are true.", [("event", "asserted")]),
    ],
)
def test_what_is_false_left_or_rumoured_is_not_asserted(text: str, expected: list[tuple[str, str]]) -> None:
    """What is said to be false or is left by a side did not come about; what rumours say is claimed."""
    assert [(row[0], row[4]) for row in rows(text, *HAPPENINGS)] == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("He said the September 11 attacks on Halden Tower may be a sign of what is to come.", "asserted"),
        ("She admitted planning the Sept. 11 terrorist attacks on Norway.", "asserted"),
        ("A man held for plotting terrorist attacks on Norway spoke on Monday.", "planned"),
    ],
)
def test_what_bears_its_day_has_struck_and_what_is_plotted_has_not(text: str, modality: str) -> None:
    """A dated attack is asserted whatever the verb around it is; one that somebody plots is planned."""
    assert [f.modality for f in facts_of(text, "2024-03-31") if f.kind == "event" and f.subtype == "conflict"] == [
        modality
    ]


def test_troops_are_no_visitors_and_phrases_do_not_end_in_a_preposition() -> None:
    """Soldiers who arrive somewhere make no visit; the object of a charge is not cut behind `of the`."""
    assert not [
        f for f in facts_of("More Norwegian troops have arrived in Mali.", "2024-03-31") if f.subtype == "visit"
    ]
    text = "Eight staff of the now-defunct Orvik World company are charged with fraud."
    assert [f.object for f in facts_of(text, "2024-03-31") if f.kind == "event"] == ["Eight staff"]
