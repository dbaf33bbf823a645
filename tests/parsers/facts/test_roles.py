"""Roles: the post belongs to the head of its noun phrase, is whole, and says whether it is held still."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def roles(text: str) -> list[tuple[str | None, str | None]]:
    """Who is what in a text."""
    return [(f.subject, f.predicate) for f in facts_of(text, "2024-06-30") if f.kind == "role"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivan Horak, former press officer for President Dana Ruz, left.", [("Ivan Horak", "former press officer for President Dana Ruz"), ("Dana Ruz", "President")]),
        ("A spokesman for Adam Koval declined to comment.", []),
        ("Lenka Frostova, special counsel to Governor Ben Ruz, called.", [("Lenka Frostova", "special counsel to Governor Ben Ruz"), ("Ben Ruz", "Governor")]),
        ("“They cut jobs,” said Ewa Bryl, the union's vice president.", [("Ewa Bryl", "union's vice president")]),
        ("The union's vice president, Ewa Bryl, said so.", [("Ewa Bryl", "union's vice president")]),
        ("The head of the port authority, Ewa Bryl, resigned.", [("Ewa Bryl", "head of the port authority")]),
        ("A spokesman for the ministry, Ewa Bryl, said so.", [("Ewa Bryl", "spokesman for the ministry")]),
        ("Milan Rado's brother, a banker, bought the house.", []),
        ("She met Ewa Bryl, the president and the minister.", []),
        ("In a letter to the chairman of the club, Ewa Bryl wrote that she would leave.", []),
    ],
)  # fmt: skip
def test_a_role_belongs_to_the_head_of_its_phrase(text: str, expected: list[tuple[str, str]]) -> None:
    """The object of for, of, to or a possessive gets no role of somebody else's."""
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ewa Bryl, adviser to the president and a former senator, spoke.", [("Ewa Bryl", "adviser to the president"), ("Ewa Bryl", "former senator")]),
        ("Buffer stock manager Milan Rado said so.", [("Milan Rado", "Buffer stock manager")]),
        ("Reed's campaign manager Milan Rado said so.", [("Milan Rado", "Reed's campaign manager")]),
        ("Kari Berg, Minister of Trade, Industry and Fisheries, left.", [("Kari Berg", "Minister of Trade, Industry and Fisheries")]),
        ("Milan Rado, a spokesman for the National Rivers and Harbours Agency, which owns it, spoke.", [("Milan Rado", "spokesman for the National Rivers and Harbours Agency")]),
        ("Senegal's Plan and Cooperation Minister Milan Rado spoke.", [("Milan Rado", "Senegal's Plan and Cooperation Minister")]),
        ("Acting chief of staff Ewa Bryl and head coach Milan Rado left.", [("Ewa Bryl", "Acting chief of staff"), ("Milan Rado", "head coach")]),
        ("Assistant of President of Norway for Foreign Policy Affairs Milan Rado spoke.", [("Milan Rado", "Assistant of President of Norway for Foreign Policy Affairs")]),
        ("UN Secretary-General Ewa Bryl met US special envoy Milan Rado.", [("Ewa Bryl", "UN Secretary-General"), ("Milan Rado", "US special envoy")]),
        ("Ewa Bryl, a policy adviser to Vice President (then-Senator) Milan Rado, left.", [("Ewa Bryl", "policy adviser")]),
        ("The board appointed Ewa Bryl chief executive of Halden Shipping.", [("Ewa Bryl", "chief executive of Halden Shipping")]),
        ("Milan Rado, an observer for years, left.", [("Milan Rado", "observer")]),
        ("At a hearing in Norrland Rural Court, Rural Office of Inquiry agent Ewa Bryl spoke.", [("Ewa Bryl", "Rural Office of Inquiry agent")]),
        ("They met in Upper Halden Council, Halden Bank manager Ewa Bryl said.", [("Ewa Bryl", "Halden Bank manager")]),
        ("The crew cheered and given chairman Milan Rado a week.", [("Milan Rado", "chairman")]),
        ("The guards had beaten chairman Milan Rado.", [("Milan Rado", "chairman")]),
    ],
)  # fmt: skip
def test_a_role_is_whole(text: str, expected: list[tuple[str, str]]) -> None:
    """Modifiers, fields, bodies and complements belong to a post; times and clauses behind it do not."""
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Many rivals, including Boller and Ohio Gov. Milan Rado, lost.",
        "Mr Koval, Colonel Rado and the Prime Minister met.",
        "Former champions Halden beat Lund coach Milan Rado's side.",
    ],
)
def test_a_list_gives_nobody_the_role_of_the_next(text: str) -> None:
    """In a list a title belongs to the name behind it only."""
    assert [predicate for _, predicate in roles(text)] in (["Ohio Gov"], ["Colonel"], ["Lund coach"])


@pytest.mark.parametrize(
    "text",
    [
        "Danish fund manager Norden Asset Management bought the shares.",
        "His wife Ewa Bryl came with her mother.",
        "He fought off fellow Briton Milan Rado in the race.",
        "Ewa Bryl is not a doctor.",
        "Milan Rado is a leader.",
        "Milan Rado, a five-time cup winner, came.",
        "Milan Rado was named best actor in a drama for his part.",
    ],
)
def test_kin_companies_nations_and_praise_are_no_roles(text: str) -> None:
    """A relative, a company, a nationality, a denied post and a prize give no role."""
    assert roles(text) == []


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Former mayor Ewa Bryl spoke.", "former"),
        ("Then-Prime Minister Ewa Bryl spoke.", "former"),
        ("Acting Attorney General Ewa Bryl spoke.", "acting"),
        ("President-elect Ewa Bryl spoke.", "incoming"),
        ("Ewa Bryl will become chairman of the bank.", "incoming"),
        ("Mayor Ewa Bryl spoke.", None),
    ],
)
def test_a_role_says_whether_it_is_held(text: str, standing: str | None) -> None:
    """former, acting and incoming posts are told from posts that are held."""
    assert [f.subtype for f in facts_of(text, "2024-06-30") if f.kind == "role"] == [standing]


def test_a_title_in_the_plural_is_shared() -> None:
    """`Senators A and B` gives both the post in the singular."""
    assert roles("Senators Ewa Bryl and Milan Rado voted no.") == [("Ewa Bryl", "Senator"), ("Milan Rado", "Senator")]


def test_a_post_taken_up_some_day_has_no_day() -> None:
    """`was named` does not say that the post is held on the day of publication."""
    (fact,) = [f for f in facts_of("Ewa Bryl was named chairman of the bank.", "2024-06-30") if f.kind == "role"]
    assert (fact.timex_value, fact.time_relation) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vice president's driver, Ewa Bryl, spoke.", [("Ewa Bryl", "vice president's driver")]),
        ("The foreign minister's press secretary, Ewa Bryl, left.", [("Ewa Bryl", "foreign minister's press secretary")]),
        ("Chief executive Jarl Tond's bonus fell.", [("Jarl Tond", "Chief executive")]),
        ("Transport ministers Ewa Bryl and Jarl Tond met.", [("Ewa Bryl", "Transport minister"), ("Jarl Tond", "Transport minister")]),
        ("Governors Ewa Bryl, Jarl Tond and Nuri Gelt voted.", [("Ewa Bryl", "Governor"), ("Jarl Tond", "Governor"), ("Nuri Gelt", "Governor")]),
        ("Clara Park, chief of staff to Senator Milan Rado, left.", [("Clara Park", "chief of staff to Senator Milan Rado"), ("Milan Rado", "Senator")]),
    ],
)  # fmt: skip
def test_owners_and_plurals_of_posts_are_whole(text: str, expected: list[tuple[str, str]]) -> None:
    """The post of an owner keeps its first words, and a plural is the post of each name behind it."""
    assert roles(text) == expected


def test_a_contender_holds_no_post() -> None:
    """Who may win something is no holder of a post."""
    assert roles("Milan Rado is a strong contender for the race.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan failed, and that’s co-founder Ewa Bryl speaking.", [("Ewa Bryl", "co-founder")]),
        ("The water bill President Ewa Bryl signed last month failed.", [("Ewa Bryl", "President")]),
        ("They were sent to rob King Ordal.", [("Ordal", "King")]),
        ("The project managers Bryl had hired resigned.", []),
        ("Deputy Fire Chief Ewa Bryl spoke.", [("Ewa Bryl", "Deputy Fire Chief")]),
        ("Assistant District Attorney Ewa Bryl spoke.", [("Ewa Bryl", "Assistant District Attorney")]),
        ("Ewa Bryl, the owner of a small moving company in Narvik, spoke.", [("Ewa Bryl", "owner of a small moving company in Narvik")]),
        ("Ewa Bryl, analyst at First Harbour of Narvik, spoke.", [("Ewa Bryl", "analyst at First Harbour of Narvik")]),
        ("Ewa Bryl, his nominee to head the bureau, spoke.", []),
        ("Ewa Bryl, author of “Cold Harbours”, spoke.", [("Ewa Bryl", "author of “Cold Harbours”")]),
        ("Ewa Bryl, president of Associated General Builders, spoke.", [("Ewa Bryl", "president of Associated General Builders")]),
        ("The then prime minister Ewa Bryl resigned.", [("Ewa Bryl", "then prime minister")]),
        ("It was endorsed by Savings and Loan Commissioner Ewa Bryl.", [("Ewa Bryl", "Savings and Loan Commissioner")]),
    ],
)  # fmt: skip
def test_a_post_is_whole_or_not_filed(text: str, expected: list[tuple[str, str]]) -> None:
    """A post holds no verb, no noun of another clause, and is not cut; what cannot be read whole is not filed."""
    assert roles(text) == expected


def test_a_body_is_not_the_country_of_its_first_word_nor_the_post_itself() -> None:
    """`American Halden` is not the United States, and a post that a name covers is no body."""
    facts = facts_of("Ewa Bryl, director of American Narvik, spoke. Ola Dahl, Deputy Secretary of the Treasury, left.")
    assert next(f.object for f in facts if f.kind == "role") is None
    assert "Deputy Secretary of the Treasury" not in [f.object for f in facts if f.kind == "role"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor of Lunde Erik Moe said the bridge would reopen.", [("Erik Moe", "mayor of Lunde")]),
        ("Director of Lunde's Halden International Airport Peter Moe says it is safe.", [("Peter Moe", "Director of Lunde's Halden International Airport")]),
        ("Federal MP for Kalwa, Peter Dray, said the town felt forgotten.", [("Peter Dray", "Federal MP for Kalwa")]),
        ("However, the head of the army, General Paul Moe, left.", [("Paul Moe", "head of the army"), ("Paul Moe", "General")]),
        ("The archbishop of Lunde, the Most Rev. Paul Moe, spoke.", [("Paul Moe", "archbishop of Lunde")]),
        ("“It works,” said Ewa Bryl, the architect of the plan.", [("Ewa Bryl", "architect of the plan")]),
        ("According to police chief Paul Moe, the driver fled on foot.", [("Paul Moe", "police chief")]),
        ("They chose left arm spinner Paul Moe.", [("Paul Moe", "left arm spinner")]),
    ],
)  # fmt: skip
def test_a_post_before_a_name_is_read_with_its_complement(text: str, expected: list[tuple[str, str]]) -> None:
    """A place or site in front of the name ends before it, a rank or style may lead to it, and a clause behind it is no post."""
    assert roles(text) == expected


def test_a_body_named_in_two_parts_is_not_cut() -> None:
    """The last part of a name is not the body; what it is called whole, or nothing, is."""
    facts = facts_of("The head of the Norwegian Food and Grocery Council, Ewa Bryl, left.", "2024-06-30")
    assert {f.object for f in facts if f.kind == "role"} <= {"Norwegian Food and Grocery Council", None}
