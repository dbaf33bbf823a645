"""Events: one frame a sense, arguments from the clause, and the senses that a word must not take."""

from __future__ import annotations

import pytest

from parsers.facts import event
from parsers.facts.reading import reading
from tests.parsers.facts.test_golden_facts import article_of, facts_of


def events(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Family, doer and other side of each event of a text."""
    return [(f.subtype, f.subject, f.object) for f in facts_of(text, "2024-06-30") if f.kind == "event"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chilean President Elena Rojas visited Norway in May and met Prime Minister Lars Holm.", [("visit", "Elena Rojas", "Norway"), ("meeting", "Elena Rojas", "Lars Holm")]),
        ("Luis Prado met his Chilean counterpart, Ana Rojas, in Arica.", [("meeting", "Luis Prado", "Ana Rojas")]),
        ("Norway and Chile held talks on fishing in Lima.", [("meeting", "Norway; Chile", None)]),
        ("The ministers held talks with Luis Prado in Oslo.", [("meeting", "The ministers", "Luis Prado")]),
        ("Ivar Lunde opened a consulate in Lima.", [("inauguration", "Ivar Lunde", "a consulate")]),
        ("Luis Prado was sworn in as president of Peru.", [("appointment", None, "Luis Prado")]),
        ("Hana Kovar named Piotr Zielak as finance minister.", [("appointment", "Hana Kovar", "Piotr Zielak")]),
        ("Milan Rado resigned as chairman of Halden Ltd.", [("departure", "Milan Rado", None)]),
        ("The club sacked coach Milan Rado after the defeat.", [("departure", "The club", "Milan Rado")]),
        ("The European Union imposed new sanctions on Belarus.", [("sanction", "European Union", "Belarus")]),
        ("Peru expelled two Chilean diplomats.", [("sanction", "Peru", "two Chilean diplomats")]),
        ("“We go on,” Luis Prado said in an interview with Radio Andina.", [("interview", "Luis Prado", "Radio Andina")]),
        ("Tarnow Steel Corp bought Brno Paper Ltd for 40 million euros.", [("acquisition", "Tarnow Steel Corp", "Brno Paper Ltd")]),
        ("Tarnow Steel Corp said it acquired a stake in Brno Paper Ltd.", [("acquisition", "Tarnow Steel Corp", "a stake in Brno Paper Ltd")]),
        ("Luis Prado appealed to Chile for help.", [("appeal", "Luis Prado", "Chile")]),
        ("Norway sent 200 tonnes of food to Chile after the quake.", [("aid", "Norway", "Chile")]),
        ("Gunmen attacked a police station in Kabul, killing four officers.", [("conflict", "Gunmen", "a police station"), ("casualties", "Gunmen", "four officers")]),
        ("The soldiers were captured by rebels near Kabul.", [("conflict", "rebels", "The soldiers")]),
        ("The company's founder, Piotr Zielak, died in Krakow.", [("casualties", "Piotr Zielak", None)]),
        ("An earthquake struck northern Chile on Monday.", [("disaster", "An earthquake", "Chile")]),
        ("The FBI arrested Jan Kolar on charges of fraud.", [("justice", "FBI", "Jan Kolar")]),
        ("Thousands of people marched in Lima.", [("protest", "Thousands of people", None)]),
        ("Azerbaijan condemned the missile attack on Kabul.", [("condemnation", "Azerbaijan", "the missile attack"), ("conflict", None, "Kabul")]),
        ("Ghana invited Danish companies to its ports.", [("invitation", "Ghana", "Danish companies")]),
    ],
)  # fmt: skip
def test_an_event_has_the_sides_of_its_clause(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Who does it and to whom are subject, object, agent or complement of the event's own clause, else empty."""
    assert events(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He made offensive remarks about the town.",
        "The film will appeal to voters in Ohio.",
        "Host Milan Rado thanked the crew.",
        "Milan Rado hosts a radio show.",
        "He won by a landslide on Election Day.",
        "The company launched a book about attack dogs.",
        "The ad attacked the senator's record.",
        "Production cannot meet demand.",
        "The campaign was wounded by the row.",
        "Markets rallied and shares collapsed on Monday.",
        "The deal was a selling point.",
        "The flood of letters did not stop.",
        "His photos captured the mood.",
        "The minister strongly protested the cut in a letter.",
        "Milan Rado was named best actor in a drama.",
        "Milan Rado almost died.",
        "The plan to visit Norway was dropped.",
        "If Milan Rado resigns, the bank will name Ewa Bryl chief executive.",
        "Did Milan Rado resign?",
        "Rumours that Milan Rado had resigned were false.",
        "Halden Ltd abandoned plans to buy Brno Paper Ltd.",
        "A coach may be sacked after the semi-final.",
        "It will issue a catalogue called Changes.",
        "Tarnow Steel Corp sells cars.",
        "As long as Halden Ltd buys Brno Paper Ltd, the jobs are safe.",
        "Suppose Halden Ltd bought Brno Paper Ltd.",
        "In the event that Halden Ltd buys Brno Paper Ltd, jobs will go.",
        "How many miners will be killed?",
        "Who killed Milan Rado?",
        "Reports that Milan Rado had died were false.",
        "Norway postponed talks with Chile.",
        "Halden Ltd called off its merger with Brno Paper Ltd.",
        "The merger of Halden Ltd with Brno Paper Ltd fell through.",
        "The change would open the way for talks between Norway and Chile.",
        "Milan Rado had foreknowledge of the attacks in Lima.",
        "Milan Rado was nominated for two prizes at the awards.",
        "First Norway will go on to occupy the area.",
        "Reports of an explosion came as Milan Rado spoke in Lima.",
    ],
)
def test_other_senses_and_what_is_supposed_are_no_events(text: str) -> None:
    """A word of an event in another sense, a habit, a condition, a question and a rumour tell of no event."""
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ewa Bryl has not resigned.",
        "Ewa Bryl denied she had met Milan Rado.",
        "Tarnow Steel Corp did not buy Brno Paper Ltd.",
        "Halden Ltd failed in an attempt to buy Brno Paper Ltd.",
        "Halden Ltd's attempt to buy Brno Paper Ltd failed.",
        "Halden Ltd came close to buying Brno Paper Ltd.",
    ],
)
def test_a_denied_happening_is_a_denial(text: str) -> None:
    """What is denied is no event but a fact of kind denial."""
    found = [f for f in facts_of(text, "2024-06-30") if f.kind in ("event", "denial")]
    assert [(f.kind, f.polarity) for f in found] == [("denial", "-")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Portugal will host the World Fisheries Forum in 2025.", "planned"),
        ("Halden Ltd agreed to acquire Brno Paper Ltd.", "planned"),
        ("Halden Ltd applied for approval of the acquisition of Brno Paper Ltd.", "proposed"),
        ("Luis Prado resigned.", "asserted"),
        ("Luis Prado's trip was perhaps more important.", "asserted"),
        ("Luis Prado's next meeting with Ana Rojas was announced.", "planned"),
        ("Norway declined to comment on a report that Halden Ltd bought Brno Paper Ltd.", "claimed"),
        ("Critics blamed Luis Prado for killing Ana Rojas.", "claimed"),
        ("Efforts aimed at starting discussions between Norway and Chile go on.", "target"),
    ],
)
def test_what_is_to_come_is_not_asserted(text: str, modality: str) -> None:
    """The clause says whether an event has happened, is planned or only sought."""
    assert [f.modality for f in facts_of(text, "2024-06-30") if f.kind == "event"] == [modality]


def test_a_time_of_another_clause_or_of_the_dateline_is_not_the_events() -> None:
    """The time of an event is in its own clause."""
    text = "LIMA, March 3 - Luis Prado met Ana Rojas, who will leave in May."
    assert [(f.subtype, f.timex_value) for f in facts_of(text, "2024-06-30") if f.kind == "event"] == [
        ("meeting", None)
    ]


def test_a_family_can_be_withheld() -> None:
    """A family that is not filed is left out by the set of withheld families."""
    text = reading(*article_of("Luis Prado visited Norway and met Ana Rojas.", "2024-06-30"))
    assert [f.subtype for f in event.found(text, frozenset(["visit"]))] == ["meeting"]


def test_the_parties_are_the_sides_and_the_place() -> None:
    """Nobody else of the sentence is a party of an event."""
    (fact,) = [f for f in facts_of("Ewa Bryl, a friend of Milan Rado, visited Norway.", "2024-06-30") if f.kind == "event"]  # fmt: skip
    assert [p.role for p in fact.parties] == ["agent", "patient"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hana Kovar travelled to Kenya, Upper Volta and the Horn Republic.", [("visit", "Hana Kovar", "Kenya, Upper Volta and the Horn Republic")]),
        ("Hana Kovar, head of the union of miners, met Luis Prado.", [("meeting", "Hana Kovar", "Luis Prado")]),
        ("We are ready to negotiate with Norway.", [("meeting", None, "Norway")]),
        ("Talks with South Korean officials were held in Lima.", [("meeting", None, "South Korean officials")]),
        ("A takeover of Halden Ltd could hurt the town.", []),
        ("Holders can sell the notes back to Halden Ltd.", []),
        ("Luis Prado was named sportsman of the year.", []),
        ("Halden Ltd sold 3 million dollars worth of goods to Norway.", [("trade", "Halden Ltd", "3 million dollars worth of goods")]),
    ],
)  # fmt: skip
def test_a_side_is_whole_or_empty(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Lists are printed as they stand, pronouns and adjectives of countries name nobody, what only might be is no event."""
    assert events(text) == expected


def test_the_cheap_look_before_clauses_are_read_hides_no_event(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found with the cheap look is what is found when the clauses of every trigger word are read."""
    text = (
        "In March Norway imposed a ban on Chile. Ana Rojas won the election. Luis Prado opened a bridge in Lima. "
        "An earthquake shook Arica. “Commission the plant,” said Hana Kovar. Open sales rose. March, they did. "
        "MILAN RADO VISITED PERU ON MONDAY. The Commission shared aid with Ghana, Strike or not."
    )
    quick = events(text)
    monkeypatch.setattr(event, "_may_tell", lambda *_: True)
    assert ("election", "Ana Rojas", "the election") in quick
    assert events(text) == quick


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Ewa Bryl criticised Officer Milan Rado for shooting and killing Luis Prado.", "Milan Rado"),
        ("The jury convicted Milan Rado for killing Luis Prado.", "Milan Rado"),
        ("An attempt to kill Luis Prado was made in Lima.", None),
    ],
)
def test_what_for_leads_to_was_done_by_the_object_of_its_verb(text: str, doer: str | None) -> None:
    """Who is blamed, praised or jailed for it did it, not who blames; an attempt does nothing."""
    found = [f for f in facts_of(text, "2024-06-30") if f.subtype == "casualties" and f.kind == "event"]
    assert [f.subject for f in found] == [doer]


@pytest.mark.parametrize(
    ("text", "family", "place", "time"),
    [
        ("Ana Rojas arrived on Monday from a meeting with Luis Prado.", "meeting", None, None),
        ("Ana Rojas left after a meeting with Luis Prado in Lima on Friday.", "meeting", "Lima", "Friday"),
        ("Her comments on Tuesday on the death of Luis Prado came early.", "casualties", None, None),
        ("Talks between Norway and Chile were held in Lima on Monday.", "meeting", "Lima", "Monday"),
        ("An explosion killed three people in Lima on Friday.", "disaster", "Lima", "Friday"),
        ("Norway and Chile will resume talks despite a breakdown last weekend.", "meeting", None, None),
        ("Tarnow Steel Corp bought Brno Paper Ltd outside Lima.", "acquisition", None, None),
    ],
)
def test_time_and_place_of_a_noun_are_said_of_it(text: str, family: str, place: str | None, time: str | None) -> None:
    """A noun of happening inside another statement takes no time or place from that statement; empty where none is its own."""
    found = [f for f in facts_of(text, "2024-06-30") if f.subtype == family]
    assert [(f.place, f.time_surface and f.time_surface.removeprefix("on ")) for f in found] == [(place, time)]


def test_a_body_before_a_post_takes_no_part() -> None:
    """`Bank of Norway Governor Ola Dahl` is the person, not the bank, also as the last of a list."""
    text = "Ewa Bryl met Prime Minister Lars Holm and Bank of Norway Governor Ola Dahl."
    (found,) = (f for f in facts_of(text, "2024-06-30") if f.kind == "event")
    names = [p.entity_id.partition("/")[2] for p in found.parties]
    assert names[-2:] == ["lars-holm", "ola-dahl"]
    assert "bank-of-norway" not in names


def test_a_name_that_lacks_its_first_word_is_printed_whole() -> None:
    """A name of which only the last word is known is no party under that word."""
    text = "The merger of Santa Fe Pacific with Halden Ltd was approved."
    (found,) = (f for f in facts_of(text, "2024-06-30") if f.kind == "event")
    assert found.subject == "Santa Fe Pacific"
    assert all(p.entity_id.partition("/")[2] != "pacific" for p in found.parties)


def test_it_of_a_clause_of_time_is_not_whoever_reports_it() -> None:
    """`when it later sold the stock, the board said`: the seller is not known from the reporter behind."""
    found = events("The firm lost money when it later sold the stock, Halden Ltd said.")
    assert all(subject != "Halden Ltd" for family, subject, _ in found if family == "trade")


def test_a_landslide_of_votes_buries_nobody() -> None:
    """Whoever is elected in a landslide is elected, and there is no disaster; a drill kills nobody."""
    found = facts_of("Elena Rojas was re-elected in the biggest landslide in Norland since 1990.", "2024-03-31")
    assert [f.subtype for f in found if f.kind == "event"] == ["election"]
    drill = facts_of("An exercise simulated an explosion in Tarnow in which 40 people were killed.", "2024-03-31")
    assert "casualties" not in {f.subtype for f in drill}


def test_guards_may_be_victims() -> None:
    """People who are named by what they do or are when something befalls them are people."""
    (found,) = [f for f in facts_of("Four guards were killed in Tarnow on Monday.", "2024-03-31") if f.kind == "event"]
    assert (found.subtype, found.object) == ("casualties", "Four guards")


@pytest.mark.parametrize(
    "text",
    [
        "The panel found Milan Rado guilty of killing two nuns.",
        "The inquiry held Milan Rado responsible for killing two nuns.",
        "Milan Rado was found guilty of killing two nuns.",
    ],
)
def test_whom_a_court_finds_guilty_did_it(text: str) -> None:
    """The deed behind `guilty of` is that of the accused, and not of who judges."""
    (found,) = [f for f in facts_of(text, "2024-03-31") if f.kind == "event" and f.subtype == "casualties"]
    assert (found.subject, found.object) == ("Milan Rado", "two nuns")


def test_who_is_cleared_is_whose_deed_is_denied() -> None:
    """What somebody is cleared of is denied of them."""
    found = facts_of("The judge cleared Milan Rado of killing two nuns.", "2024-03-31")
    assert [(f.subject, f.polarity) for f in found if f.kind == "denial"] == [("Milan Rado", "-")]


@pytest.mark.parametrize(
    ("text", "subject", "victim"),
    [
        ("Gunmen shot dead four shoppers in Tarnow on Tuesday.", "Gunmen", "four shoppers"),
        ("Two nuns were shot dead near the border.", None, "Two nuns"),
        ("A policeman shot dead an unarmed man after a chase.", "A policeman", "an unarmed man"),
    ],
)
def test_who_is_shot_dead_is_a_victim(text: str, subject: str | None, victim: str) -> None:
    """`dead` belongs to the verb, and is no word of the victim's."""
    (found,) = [f for f in facts_of(text, "2024-03-31") if f.kind == "event"]
    assert (found.subtype, found.subject, found.object) == ("casualties", subject, victim)


def test_who_is_shot_may_live() -> None:
    """Shots alone are no casualties."""
    found = facts_of("Police shot Milan Rado in the leg. The army shot down a plane.", "2024-03-31")
    assert "casualties" not in {f.subtype for f in found if f.kind == "event"}
