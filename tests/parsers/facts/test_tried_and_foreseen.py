"""What was tried in vain, was only about to be, or is only expected; and what became of people where a noun tells it."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of

Row = tuple[str, str | None, str | None, str | None]


def told(text: str) -> list[Row]:
    """Kind, doer, other side and modality of the happenings of a text."""
    return [
        (f.kind, f.subject, f.object, f.modality)
        for f in facts_of(text, "2024-06-30")
        if f.kind in ("event", "denial", "agreement")
    ]


def people(text: str) -> list[tuple[float | None, str | None, str | None, str]]:
    """Value, doer, modality and polarity of the people counted in a text."""
    return [
        (f.value, f.subject, f.modality, f.polarity)
        for f in facts_of(text, "2024-06-30")
        if f.kind == "quantity" and f.subtype == "count"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Halden Corp tried unsuccessfully to buy Lund Mills Ltd.", ("denial", "Halden Corp", "Lund Mills Ltd", "target")),
        ("Gunmen attempted to kill Ewa Bryl but failed.", ("denial", "Gunmen", "Ewa Bryl", "target")),
        ("Ola Dahl's attempt to visit Norway was blocked.", ("denial", "Ola Dahl", "Norway", "target")),
        ("Ola Dahl is on the verge of resigning.", ("event", "Ola Dahl", None, "proposed")),
        ("They wanted Ola Dahl, then 26, to step down.", ("event", "Ola Dahl", None, "target")),
        ("The mayor ordered the arrest of Ola Dahl.", ("event", None, "Ola Dahl", "proposed")),
        ("Ola Dahl said he would not resign.", ("denial", "Ola Dahl", None, "planned")),
    ],
)  # fmt: skip
def test_what_was_tried_in_vain_or_is_only_near_is_not_asserted(text: str, expected: Row) -> None:
    """An attempt in vain is denied with the modality of the attempt; what is near, wanted or ordered is not done."""
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Norway does not believe that Ola Dahl will be arrested.",
        "Norway is not expected to attack Chile.",
        "Aides are sure that Ola Dahl will not resign.",
        "Ola Dahl left Lima lest Ewa Bryl be killed by rebels.",
        "Police foiled an attack on the embassy by rebels.",
        "Analysts do not expect Halden Corp to sign a contract with Lund Mills Ltd.",
    ],
)
def test_a_forecast_and_what_is_averted_is_neither_event_nor_denial(text: str) -> None:
    """What somebody expects not to happen, and what was kept from happening, is no fact."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police do not know whether the four miners have survived.", (4.0, None, "hypothetical", "?")),
        ("The firm denied that it had a role in the deaths of 21 miners.", (21.0, None, "asserted", "+")),
        ("Norway has demanded the arrest of 36 rebels.", (36.0, None, "proposed", "+")),
        ("The governor ordered the evacuation of 4,000 people.", (4000.0, None, "proposed", "+")),
        ("Police launched raids to arrest 40 rebels.", (40.0, "Police", "planned", "+")),
        ("He went on to kill 12 people.", (12.0, None, "asserted", "+")),
        ("There were unconfirmed reports of 40 dead.", (40.0, None, "claimed", "+")),
    ],
)
def test_what_became_of_people_is_as_the_word_that_tells_it(
    text: str, expected: tuple[float, str | None, str, str]
) -> None:
    """Standing and doer of casualties are those of the verb or noun that tells the outcome."""
    assert people(text) == [expected]


def test_ages_count_nobody() -> None:
    """The last of several ages is no number of victims."""
    assert 13.0 not in [value for value, *_ in people("Two boys aged three and 13 died.")]


def test_members_of_two_groups_are_counted_together() -> None:
    """Those counted by the names of two groups are members of both, of neither alone."""
    found = [f for f in facts_of("Police arrested scores of Halden and Lund Moor members.") if f.kind == "quantity"]
    assert [(f.unit, f.object) for f in found] == [("{member}", "Halden and Lund Moor members")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prosecutors want Ola Dahl jailed for life.", [("event", None, "Ola Dahl", "target")]),
        ("A meeting between Ola Dahl and Ewa Bryl has been arranged.", [("event", "Ola Dahl; Ewa Bryl", None, "planned")]),
        ("Luis Prado urged Norway not to attack Chile.", [("event", "Luis Prado", "Norway", "asserted")]),
        ("The trial of Ola Dahl begins on Monday.", [("event", None, "Ola Dahl", "planned")]),
    ],
)  # fmt: skip
def test_what_is_arranged_wanted_or_begins_later_is_not_done(text: str, expected: list[Row]) -> None:
    """What is arranged or begins on a coming day is planned, what is wanted a target; what one is asked not to do is no denial."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There is no hope of saving any of about 220 passengers trapped in the ship.", (220.0, None, "asserted", "+")),
        ("Initial reports spoke of 50 people trapped in the mine.", (50.0, None, "asserted", "+")),
    ],
)
def test_a_participle_behind_people_tells_of_them_alone(
    text: str, expected: tuple[float, str | None, str, str]
) -> None:
    """What is hoped, denied or reported around people who are trapped leaves them trapped; who reports it did nothing."""
    assert people(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A judge ordered Ola Dahl jailed on Monday.", [("event", None, "Ola Dahl", "proposed")]),
        ("Ola Dahl travels to Norway on Monday.", [("event", "Ola Dahl", "Norway", "planned")]),
    ],
)
def test_orders_and_coming_journeys_are_not_done(text: str, expected: list[Row]) -> None:
    """Somebody ordered jailed may not be yet; the present tense of a journey with a coming day is a plan."""
    assert told(text) == expected
