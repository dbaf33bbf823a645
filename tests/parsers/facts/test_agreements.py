"""Agreements and projects: parties, status and senses from the clause."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def found(kind: str, text: str) -> list[tuple[str | None, str | None, str]]:
    """Subtype, parties and certainty of each agreement (or project) of a text."""
    return [(f.subtype, f.subject, f.certainty) for f in facts_of(text, "2024-06-30") if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru signed a free trade agreement with Chile in Arica.", [("trade agreement", "Peru; Chile", "certain")]),
        ("A trade agreement between Chile and Vietnam was concluded.", [("trade agreement", "Chile; Vietnam", "certain")]),
        ("A memorandum of understanding was inked between Norway and Estonia.", [("memorandum of understanding", "Norway; Estonia", "certain")]),
        ("Tarnow Steel Corp told Reuters it had signed a contract with Chile Rail Ltd.", [("contract", "Tarnow Steel Corp; Chile Rail Ltd", "certain")]),
        ("Tarnow Steel Corp (Krakow) signed a letter of intent with Brno Paper Ltd.", [("letter of intent", "Tarnow Steel Corp; Brno Paper Ltd", "certain")]),
        ("Halden Ltd was awarded a contract by the Norwegian navy.", [("contract", "Halden Ltd; the Norwegian navy", "likely")]),
        ("Halden Ltd won a contract from Chile Rail Ltd to build a bridge.", [("contract", "Halden Ltd; Chile Rail Ltd", "certain")]),
        ("Airbus signed deals with Pan Am Corp <PNN>, NWA Inc <NWA> and Eastern Airlines Inc <EALN>.", [("deal", "Airbus; Pan Am Corp; NWA Inc; Eastern Airlines Inc", "certain")]),
        ("Halden Ltd and Brno Paper Ltd formed a joint venture.", [("joint venture", "Halden Ltd; Brno Paper Ltd", "certain")]),
        ("China and Chile elevated their ties to a strategic partnership.", [("strategic partnership", "China; Chile", "certain")]),
        ("Brno Paper Ltd agreed to be acquired by Halden Ltd.", [("decision", "Brno Paper Ltd; Halden Ltd", "certain")]),
        ("A framework agreement with Halden Ltd was reached.", [("framework agreement", "Halden Ltd", "likely")]),
        ("Turkey signed an agreement.", [("agreement", "Turkey", "likely")]),
        ("OPEC agreed to cut output.", [("decision", "OPEC", "likely")]),
    ],
)  # fmt: skip
def test_parties_come_from_the_clause_and_a_missing_one_is_marked(text: str, expected: list[tuple[str, str, str]]) -> None:  # fmt: skip
    """Subject, with, between and by name the parties; newspapers told and places in brackets do not; one alone is likely."""
    assert found("agreement", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He had to deal with the crisis.",
        "A good deal of work went into it.",
        "Live cattle contracts reached 474,156 in March.",
        "The joint venture bank opened.",
        "If Chile signs a treaty with Peru, trade will grow.",
        "The deal with Chile fell through.",
        "Milan Rado agreed with Ewa Bryl and seemed to like it.",
        "Milan Rado agreed to stay.",
        "The film Agreement with Death opened in Oslo.",
        "The committee was in accord with Chile.",
    ],
)
def test_other_senses_and_failed_agreements_are_none(text: str) -> None:
    """Dealing with something, futures, consent of one person, conditions and deals that fell through are no agreements."""
    assert found("agreement", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The two sides did not sign a contract on Monday.",
        "Peru and Chile failed to reach an agreement.",
        "Denmark denied that it had signed a pact with Iran.",
        "Peru cancelled a contract with Halden Ltd.",
    ],
)
def test_a_denied_agreement_is_a_denial(text: str) -> None:
    """What was denied, not reached or cancelled is a fact of kind denial."""
    assert [f.kind for f in facts_of(text, "2024-06-30") if f.kind in ("agreement", "denial")] == ["denial"]


def test_a_wished_agreement_is_not_asserted() -> None:
    """`hopes to sign` is a target."""
    (fact,) = [f for f in facts_of("Peru hopes to sign a treaty with Chile.", "2024-06-30") if f.kind == "agreement"]
    assert fact.modality == "target"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarnow Steel Corp said it will build a smelter in Arica for $2 billion.", ("planned", "Tarnow Steel Corp", "a smelter", "Arica", 2e9)),
        ("Halden Ltd is building a factory near Lund.", ("ongoing", "Halden Ltd", "a factory", None, None)),
        ("A new bridge is being built by Nordic Rail Ltd in Oslo.", ("ongoing", "Nordic Rail Ltd", "A new bridge", "Oslo", None)),
        ("Peru may build a port at Arica.", ("proposed", "Peru", "a port", "Arica", None)),
        ("Workers finished the construction of a dam in Peru.", ("completed", None, "a dam", "Peru", None)),
        ("Peru has approved the construction of a nuclear plant by Tarnow Steel Corp.", ("planned", "Tarnow Steel Corp", "a nuclear plant", None, None)),
    ],
)  # fmt: skip
def test_a_project_has_the_status_and_maker_of_its_clause(text: str, expected: tuple[object, ...]) -> None:
    """Who builds what, where, for how much and how far it is are in the clause, else empty."""
    (fact,) = [f for f in facts_of(text, "2024-06-30") if f.kind == "project"]
    place = fact.place if expected[3] is not None else None
    assert (fact.subtype, fact.subject, fact.object, place, fact.value) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The talks could open up a route to peace.",
        "He built a career and a system of ideas.",
        "Plans to build a port at Arica were dropped.",
        "If the bank lends the money, Ghana will build a dam.",
        "Ghana will not build the dam.",
        "Palm oil production is expected to rise.",
        "The bill is intended to establish a base for a wider market.",
    ],
)
def test_other_senses_are_no_projects(text: str) -> None:
    """Routes to peace, systems of ideas, output and what is denied or supposed are no projects."""
    assert found("project", text) == []


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("The World Harbour Council (WHC) met.", ["WHC"]),
        ("The gross domestic product (GDP) rose.", ["GDP"]),
        ("Sen. Luis Prado (D-N.M.) voted no.", []),
        ("Rep. Ewa Bryl (R-Ohio) and Milan Rado, Dover (LD) spoke.", []),
        ("Wells Garden and Co (WGC.N) fell.", []),
        ("Halden Corp (NYSE: HLD) rose.", []),
        ("Photo: Ewa Bryl (AFP)", []),
        ("Milan Rado (34) of Springfield (Ill.) sang.", []),
    ],
)
def test_only_names_are_aliases(text: str, aliases: list[str]) -> None:
    """Acronyms are aliases; party tags, tickers, agencies, ages and places in brackets are none."""
    assert [f.object for f in facts_of(text, "2024-06-30") if f.kind == "alias"] == aliases


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarnow Power and Vesta Sund signed a memorandum of understanding.", ["Tarnow Power", "Vesta Sund"]),
        ("A contract was signed between Tarnow Power and Vesta Sund.", ["Tarnow Power", "Vesta Sund"]),
        ("The agreement was signed by Tarnow Power and Vesta Sund in Oslo.", ["Tarnow Power", "Vesta Sund"]),
        ("Tarnow Power (Krakow) and Vesta Sund signed a contract.", ["Tarnow Power", "Vesta Sund"]),
        ("Peru, together with Chile, signed a treaty.", ["Chile", "Peru"]),
        ("Under a contract with Vesta Sund, Tarnow Systems will build the line.", ["Tarnow Systems", "Vesta Sund"]),
        ("The contract was awarded to Tarnow Power by Vesta Sund.", ["Tarnow Power", "Vesta Sund"]),
        ("The treaty, signed by Peru and Chile in 1990, expired.", ["Chile", "Peru"]),
        ("Poland's Tarnow Power signed a contract with Norway's Vesta Sund.", ["Tarnow Power", "Vesta Sund"]),
        ("Peru and Chile signed a trade agreement worth $4 billion.", ["Chile", "Peru"]),
        ("Vesta Sund signed a contract worth 9 million euros with Tarnow Power.", ["Tarnow Power", "Vesta Sund"]),
    ],
)  # fmt: skip
def test_every_party_named_is_a_party(text: str, expected: list[str]) -> None:
    """Names that no list knows are parties as countries are, however the sentence sets the two sides."""
    agreements = [f for f in facts_of(text, "2024-06-30") if f.kind == "agreement"]
    names = [p.entity_id.partition("/")[2] for f in agreements for p in f.parties if p.role == "party"]
    assert sorted(names) == [name.lower().replace(" ", "-") for name in expected]


def test_a_name_listed_with_a_person_is_no_body() -> None:
    """A name that signs together with somebody who bears a given name is not taken for a body."""
    found = facts_of("Ewa Bryl and Vesta Sund signed an agreement.", "2024-06-30")
    assert all(p.entity_id != "organisation/vesta-sund" for f in found for p in f.parties)


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chile failed to agree on a trade deal with Peru.",
        "Norway and Chile failed to agree on new trade deals with Peru.",
        "Norway and Chile came close to signing a treaty.",
    ],
)
def test_what_was_not_agreed_is_a_denial(text: str) -> None:
    """An agreement that its verb of signing did not reach is a denial."""
    found = [f.kind for f in facts_of(text, "2024-06-30") if f.kind in ("agreement", "denial")]
    assert found == ["denial"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway is insisting on controls before agreeing to a reform.",
        "Under the deal, Chile will gain better terms.",
        "Milan Rado wrote the 1994 “Contract with Chile”.",
    ],
)
def test_what_only_names_or_awaits_an_agreement_tells_of_none(text: str) -> None:
    """What must come first, a clause that only refers to a deal, and a title in quotation marks are no agreements."""
    assert [f for f in facts_of(text, "2024-06-30") if f.kind == "agreement"] == []


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Halden Ltd agreed to the limit after Brno Paper Ltd complained.", "the limit"),
        ("Halden Ltd agreed to buy Brno Paper Ltd (with reports from Oslo).", "buy Brno Paper Ltd"),
        ("Halden Ltd agreed to go along with the plan.", "go along with the plan"),
        ("Ewa Bryl called for reform of the EU's stability pact to grant countries more room.", None),
    ],
)
def test_a_topic_ends_where_something_else_is_told(text: str, topic: str | None) -> None:
    """What was agreed is neither cut inside its phrase nor run on into another clause, and not what another noun is for."""
    assert [f.object for f in facts_of(text, "2024-06-30") if f.kind == "agreement"] == [topic]


def test_every_name_in_brackets_of_a_list_is_a_party() -> None:
    """The wire's angle brackets part no list."""
    text = (
        "Halden Corp signed a letter of intent with privately owned <Tarnow Steel Corp>, and <Brno Paper Ltd> of Oslo."
    )
    (found,) = (f for f in facts_of(text, "2024-06-30") if f.kind == "agreement")
    assert len(found.parties) == 3


def test_a_plant_that_is_only_studied_is_proposed() -> None:
    """The feasibility of building is not a plan to build."""
    found = facts_of("Halden Ltd agreed to study the feasibility of building a plant in Lima.", "2024-06-30")
    assert [f.subtype for f in found if f.kind == "project"] == ["proposed"]
