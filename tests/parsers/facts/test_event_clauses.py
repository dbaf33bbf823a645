"""Events in clauses with something put in, lists, possessors, and words that say how an event is meant."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of

Row = tuple[str | None, str | None, str | None]


def told(text: str, family: str) -> list[Row]:
    """Doer, other side and modality of the events of one family."""
    return [(f.subject, f.object, f.modality) for f in facts_of(text, "2024-06-30") if f.subtype == family]


def times(text: str, family: str) -> list[tuple[str | None, str | None]]:
    """Time and place of the events of one family."""
    return [(f.timex_value, f.place) for f in facts_of(text, "2024-06-30") if f.subtype == family]


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        ("The yard said Ewa Bryl, former head of sales at Osk, has been named chief executive.", "appointment", (None, "Ewa Bryl", "asserted")),
        ("Halden Corp said Ewa Bryl was hurt, and Ola Dahl, former vice president and finance chief of Lund Mills, has been named chairman.", "appointment", (None, "Ola Dahl", "asserted")),
        ("It said Ewa Bryl, Ola Dahl and Luis Prado have resigned as directors.", "departure", ("Ewa Bryl; Ola Dahl; Luis Prado", None, "asserted")),
        ("In three days of riots that spread to Narvik, Hamar and Lund, nearly 40 people were injured.", "casualties", (None, "40 people", "asserted")),
        ("Rebels blew up railway tracks and derailed a train laden with ore.", "disaster", (None, "a train", "asserted")),
        ("Ewa Bryl called for the bridge to be closed.", "appeal", ("Ewa Bryl", None, "asserted")),
        ("Ewa Bryl called for a subsidy to help miners.", "appeal", ("Ewa Bryl", "a subsidy", "asserted")),
        ("The senate asked Ewa Bryl to review a recent trip to Norway by Ola Dahl.", "visit", ("Ola Dahl", "Norway", "asserted")),
        ("Ola Dahl is expected to give a speech during Ewa Bryl's trip to Norway.", "visit", ("Ewa Bryl", "Norway", "planned")),
        ("Sources said Ewa Bryl would have to be invited by Norway.", "invitation", ("Norway", "Ewa Bryl", "proposed")),
        ("The strikers heard speakers demand talks with Ewa Bryl.", "meeting", (None, "Ewa Bryl", "proposed")),
        ("Halden Corp charged that Lund Mills Ltd sold 40 looms to Norway.", "trade", ("Lund Mills Ltd", "40 looms", "claimed")),
        ("Halden Corp said its contemplated acquisition of Lund Mills Ltd makes sense.", "acquisition", (None, "Lund Mills Ltd", "proposed")),
        ("U.S. Ambassador to the United Nations Linda Dahl travelled to Norway.", "visit", ("Linda Dahl", "Norway", "asserted")),
    ],
)  # fmt: skip
def test_an_event_has_the_sides_of_its_clause_whatever_is_put_in(text: str, family: str, expected: Row) -> None:
    """What is put in between commas, a list or an adverbial gives an event neither doer nor other side."""
    assert told(text, family) == [expected]


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("There were rumours in Lima on Tuesday that Chile had fired shells at a village.", "conflict"),
        ("Strikers ended their occupation of the mill.", "conflict"),
        ("The nurse helped a girl whose parents died in Lima.", "casualties"),
        ("Ewa Bryl spoke of talks following the truce in the border war with Chile.", "meeting"),
    ],
)
def test_what_is_only_rumoured_or_said_of_another_noun_is_no_event(text: str, family: str) -> None:
    """A rumour, a strike, a relative without a name and the two sides of another noun make no event."""
    assert told(text, family) == []


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        ("Ewa Bryl condemned Friday's test in the desert.", "condemnation", (None, None)),
        ("Norway condemned the shelling of Narvik on 2 June.", "condemnation", (None, None)),
        ("Ola Dahl, currently deputy head of the Lund port, was named chairman.", "appointment", (None, None)),
        ("Ewa Bryl resigned on Monday.", "departure", ("2024-06-24", None)),
        ("Ewa Bryl invited Ola Dahl to a dinner in Narvik.", "invitation", (None, None)),
        ("Ewa Bryl met Ola Dahl at a hotel in Narvik.", "meeting", (None, "Narvik")),
        ("An earthquake that hit northern Chile did no harm to the mine at Arica.", "disaster", None),
    ],
)
def test_the_time_and_place_of_another_thing_are_not_the_events(
    text: str, family: str, expected: tuple[str | None, str | None] | None
) -> None:
    """A possessor, what is condemned, an apposition and the aim of a movement keep their time and place."""
    assert times(text, family) == ([expected] if expected else [])


def test_a_plural_verb_shows_what_a_relative_clause_explains() -> None:
    """`mills near Hamar, which were sold` tells of mills, not of the town."""
    assert told("Osk has two mills near Hamar, which were sold to Lund Mills Ltd.", "trade") == [
        (None, "two mills", "asserted")
    ]


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        ("Ewa Bryl, whose old union has been replaced by the OPZ, condemned the cuts.", "condemnation", ("Ewa Bryl", "the cuts", "asserted")),
        ("Halden Corp, whose shares rose, bought Lund Mills Ltd.", "acquisition", ("Halden Corp", "Lund Mills Ltd", "asserted")),
        ("Halden Corp donated the looms, spindles, spare parts and training.", "aid", ("Halden Corp", "the looms, spindles, spare parts and training", "asserted")),
        ("Ewa Bryl met Chancellor of the Exchequer Ola Dahl, Foreign Secretary Per Lind and Governor of the Bank of Norway Liv Moe.", "meeting", ("Ewa Bryl", "Chancellor of the Exchequer Ola Dahl, Foreign Secretary Per Lind and Governor of the Bank of Norway Liv Moe", "asserted")),
        ("Lund Milk Institute, LMI, President Ola Dahl urged farmers to wait.", "appeal", ("Ola Dahl", "farmers", "asserted")),
        ("A visit to Norway by Chilean Secretary of State Luis Prado was under consideration.", "visit", ("Luis Prado", "Norway", "proposed")),
        ("A spokesman threatened a resumption of air raids on Chilean villages.", "conflict", (None, "Chilean villages", "proposed")),
        ("(ACME- Newsline) Another three executives have pleaded guilty to fraud.", "justice", ("Another three executives", None, "asserted")),
        ("The crash of a Nordair jet that killed 52 people will be studied in Oslo.", "casualties", ("The crash of a Nordair jet", "52 people", "asserted")),
        ("The fund said Luis Prado may decide to buy 40 looms from Halden Corp.", "trade", ("Luis Prado", "40 looms", "proposed")),
        ("The board is said to favour the merger with Halden Corp.", "acquisition", (None, "Halden Corp", "proposed")),
        ("Halden Corp bought 15 pct of <Moe of Narvik Ltd> on Monday.", "trade", ("Halden Corp", "15 pct of Moe of Narvik Ltd", "asserted")),
        ("During his trip to Norway, which ends on 4 July, Luis Prado will meet Ola Dahl.", "visit", (None, "Norway", "planned")),
        ("Police called reporters in to announce the arrest of Luis Prado.", "justice", (None, "Luis Prado", "asserted")),
        ("Luis Prado's mother and 10 others drowned near Arica.", "casualties", ("Luis Prado's mother and 10 others", None, "asserted")),
        ("Lund Mills Ltd sued Halden Corp, its owner and a bank.", "justice", ("Lund Mills Ltd", "Halden Corp, its owner and a bank", "asserted")),
    ],
)  # fmt: skip
def test_names_and_lists_stay_whole_and_verbs_keep_their_own_clause(text: str, family: str, expected: Row) -> None:
    """A list of things, posts with several names, brackets and relative clauses leave the sides of an event whole."""
    assert told(text, family) == [expected]


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("The bank praised Ola Dahl, nominated by Luis Prado.", "appointment"),
        ("The bank would have made and sold 40 looms to Norway without the plan.", "trade"),
        ("Ewa Bryl said the planned merger with Halden Corp was off.", "acquisition"),
        ("There is speculation in Lima that Chile would sell arms and donate food to Peru.", "aid"),
        ("A reward is offered for news leading to the arrest of Luis Prado.", "justice"),
        ("Chile's trip to Norway ended in a defeat.", "visit"),
        ("Despite Lund's attacks the goalkeeper was calm.", "conflict"),
        ("Chile should open up its market to Norway.", "inauguration"),
        ("Andes Airways flies to Norway.", "visit"),
    ],
)
def test_an_uncertain_sense_or_side_makes_no_event(text: str, family: str) -> None:
    """A participle of two nouns, what would have been, sport and habit are refused."""
    assert told(text, family) == []


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        ("Miners shouted for a demand that jailed union leader Ola Dahl be released.", "justice", []),
        ("After visiting Norway, Chile, Peru and Denmark, Ola Dahl is in Lima.", "visit", []),
        ("The court seeks the founder of troubled Norwegian group Halden Corp, who is being sued by a shareholder.", "justice", [("a shareholder", "the founder of troubled Norwegian group Halden Corp", "asserted")]),
        ("Halden Corp appointed president and chief executive Ola Dahl as chairman.", "appointment", [("Halden Corp", "Ola Dahl", "asserted")]),
        ("Halden Corp named two board members, Ola Dahl, chairman of Lund Mills Ltd, and Ewa Bryl, a banker.", "appointment", [("Halden Corp", "two board members", "asserted")]),
        ("Ola Dahl hopes to visit Norway before starting talks with banks.", "meeting", [("Ola Dahl", "banks", "planned")]),
    ],
)  # fmt: skip
def test_who_and_posts_and_lists_are_read_whole_or_not_at_all(text: str, family: str, expected: list[Row]) -> None:
    """`who` means the holder of a post, a post is no name, half a list is no row, what follows a hope is planned."""
    assert told(text, family) == expected
