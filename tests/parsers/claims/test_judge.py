"""Which claims of two articles are one, which differ, and which are of different things."""

from __future__ import annotations

from itertools import combinations

import pytest

from parsers.claims.judge import judge
from parsers.claims.model import Claim
from parsers.facts import settings
from tests.parsers.claims.made import claimed, figure, first

BLAST = "Blast at Halvorsen plant in Torvik"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("An explosion at the Halvorsen plant in Torvik killed 12 people.", "The death toll from the blast at the Halvorsen works in Torvik is 12."),
        ("An explosion at the Halvorsen plant in Torvik killed 12 people.", "Twelve workers died in the blast at the Halvorsen works in Torvik."),
        ("Norrland bought Kestrel Mining for 580 million dollars.", "Kestrel Mining was bought by Norrland for $580 million."),
        ("Norrland made a net profit of 1,523,000 dollars in 2024.", "In 2024 Norrland had a net profit of 1.5 million dollars."),
        ("The Brenna wind farm has a capacity of 450 megawatts.", "The capacity of the Brenna wind farm is 0.45 gigawatts."),
        ("The Brenna tunnel cost 480 million euros (515 million dollars).", "The Brenna tunnel cost 515 million dollars."),
        ("Norrland employs 6,240 people in Torvik.", "Norrland has 6,240 employees in Torvik."),
        ("The port of Larkhaven handled 4.2 million tonnes of cargo in 2024.", "In 2024 cargo at the port of Larkhaven came to 4.2 million tonnes."),
    ],
)  # fmt: skip
def test_one_thing_in_other_words(one: str, other: str) -> None:
    """Passive and active, synonyms, rounding, units, printed equivalents: the claim is one."""
    met = judge(figure(one, headline=one), figure(other, headline=other))
    assert met is not None
    assert met.relation == "agrees"
    assert "named in both" in met.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("An explosion at the Halvorsen plant in Torvik killed 12 people.", "An explosion at the Halvorsen plant in Torvik injured 12 people."),
        ("An explosion at the Halvorsen plant in Torvik killed 12 people.", "An explosion at the Brandt plant in Larkhaven killed 12 people."),
        ("Norrland made a net profit of 31 million dollars in 2024.", "Norrland made a net profit of 31 million dollars in 2023."),
        ("Norrland sold 1,200 lorries in Torvik.", "Norrland sold another 1,200 lorries in Torvik."),
        ("Norrland raised its dividend by 12 cents a share.", "Norrland raised its dividend to 12 cents a share."),
        ("Norrland hired 500 welders in Torvik.", "Norrland hired 500 painters in Torvik."),
        ("The fee is 5 percent while management pays 2 percent.", "The fee is 5 percent while management pays 2 percent."),
    ],
)  # fmt: skip
def test_other_things_do_not_meet(one: str, other: str) -> None:
    """Other outcomes, places, years, additions, things, and what names nobody: no meeting."""
    a = figure(one, headline="Torvik in brief", outlet="Packet")
    b = figure(other, headline="Around the coast", outlet="Compass")
    assert judge(a, b) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("An explosion at the Halvorsen plant in Torvik, Norway, killed 12 people.", "The blast at the Halvorsen works in Torvik, Norway, killed 15 people."),
        ("Norrland made a net profit of 31 million dollars in 2024.", "Norrland made a net profit of 44 million dollars in 2024."),
        ("The regulator fined Norrland 10 million euros over the leak.", "Norrland was fined 12 million euros over the leak."),
    ],
)  # fmt: skip
def test_another_value_of_one_thing_differs(one: str, other: str) -> None:
    """The same measure of the same subject at the same time with values that cannot both be right."""
    met = judge(figure(one, headline=BLAST), figure(other, headline=BLAST + " again"))
    assert met is not None
    assert met.relation == "differs"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norrland made a net profit of 31 million dollars in 2024.", "Norrland made a net profit of about 32 million dollars in 2024."),
        ("Norrland made a net profit of 31 million dollars in 2024.", "Norrland made a net profit of more than 30 million dollars in 2024."),
        ("Norrland made a net profit of 31 million dollars in 2024.", "Norrland made a net profit of 310 million dollars in 2024."),
        ("Norrland made a net profit of 31 million dollars in 2024.", "Norrland made a gross profit, against 44 million dollars in 2024."),
    ],
)  # fmt: skip
def test_what_can_both_be_right_does_not_differ(one: str, other: str) -> None:
    """Approximations, bounds, values of another size, and what is only compared with contradict nothing."""
    met = judge(figure(one), figure(other))
    assert met is None or met.relation == "agrees"


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Norrland raised its bid for Kestrel to 42 dollars from 40.50 dollars.", 40.5),
        ("Exports of Norrland were 929 million dollars, revised from 971 million dollars.", 971e6),
        ("Norrland cut its stake in Kestrel to 437,425 shares, or 11.1 percent, from 524,775 shares, or 13.3 percent.", 524775),
        ("Norrland said profit was 31 million dollars, compared with the previously reported 28 million dollars.", 28e6),
    ],
)  # fmt: skip
def test_a_text_says_what_took_the_place_of_what(sentence: str, value: float) -> None:
    """Raised from, revised from, previously reported: the later value replaces the earlier one."""
    pairs = combinations([c for c in claimed(sentence) if c.kind == "figure"], 2)
    replaced = [(a, b) for a, b in pairs if (met := judge(a, b)) and met.relation == "replaces"]
    assert any(value in (a.value, b.value) for a, b in replaced)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales of Norrland rose to 42 million dollars from 40 million dollars a year earlier.",
        "The price of copper in Torvik increased to 42 dollars from 40 dollars.",
        "Norrland opened shops in Torvik, up to 42 from 40 in March.",
    ],
)
def test_what_merely_rose_replaces_nothing(sentence: str) -> None:
    """Last year's figure is still right."""
    assert all(c.replaces is None for c in claimed(sentence))


def test_a_recurring_notice_is_not_its_next_issue() -> None:
    """One outlet's notice under one headline on another day is of that day."""
    told = "Traders at the Torvik exchange put the catch of cod at 300,000 tonnes."
    one, next_day = (figure(told, headline="Cod catch", outlet="Packet", day=day) for day in (3, 4))
    assert judge(one, next_day) is None
    assert judge(one, figure(told, headline="Cod catch", outlet="Compass", day=4)) is not None


def test_weeks_lie_between_happenings() -> None:
    """What was published weeks later is of another happening."""
    told = "An explosion at the Halvorsen plant in Torvik killed 12 people."
    assert judge(figure(told, day=1), figure(told, day=28)) is None


def test_the_same_event_meets_whoever_is_named_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Active, passive and a noun tell of one purchase; another buyer's is another one."""
    monkeypatch.setattr(settings, "WITHHELD_EVENTS", frozenset())
    one = first("event", "Norrland Holdings acquired Kestrel Mining in Peru on Monday.")
    other = first("event", "Kestrel Mining of Peru was acquired by Norrland Holdings.")
    met = judge(one, other)
    assert met is not None
    assert met.relation == "agrees"
    assert judge(one, first("event", "Brandt Group acquired Osk Rail on Monday.")) is None


def test_a_denied_event_denies() -> None:
    """One report has it that somebody resigned, the other that he has not."""
    one = first("event", "Finance Minister Henrik Solvang of Norway resigned on Monday.")
    other = first("event", "Finance Minister Henrik Solvang of Norway has not resigned.")
    met = judge(one, other)
    assert (one.polarity, other.polarity) == ("+", "-")
    assert met is not None
    assert met.relation == "denies"


def test_roles_meet_across_spellings_and_end() -> None:
    """One person with one post is one claim in every romanisation; "former" differs from it."""
    one = first("role", "Foreign Minister Hikmet Aliyev spoke in Baku.")
    other = first("role", "The foreign minister, Hikmat Aliev, spoke in Baku.")
    met = judge(one, other)
    assert met is not None
    assert met.relation == "agrees"
    over = judge(one, first("role", "Former foreign minister Hikmet Aliyev spoke in Baku."))
    assert over is not None
    assert over.relation == "differs"
    assert judge(one, first("role", "Foreign Minister Karin Holm spoke in Baku.")) is None


def test_quotations_meet_by_speaker_and_words() -> None:
    """The same words of the same person, cut or not; the same words of another person are another quotation."""
    whole = '"We will open the harbour to larger ships before the winter storms arrive," said Ilse Brandt.'
    cut = 'Ilse Brandt said: "We will open the harbour to larger ships before the winter storms."'
    met = judge(first("quotation", whole), first("quotation", cut))
    assert met is not None
    assert met.relation == "agrees"
    assert judge(first("quotation", whole), first("quotation", whole.replace("Ilse Brandt", "Per Holm"))) is None


TEXTS = (
    "An explosion at the Halvorsen plant in Torvik killed 12 people and injured 30.",
    "The death toll from the blast at the Halvorsen works in Torvik is 15.",
    "Norrland raised its bid for Kestrel Mining to 42 dollars a share from 40.50 dollars.",
    "Norrland bought Kestrel Mining for 580 million dollars. Ilse Brandt, head of Norrland, resigned.",
    '"We never said that the harbour would open before the winter," Ilse Brandt said. Norrland has 1,200 employees in Torvik.',
)


def every_claim() -> list[Claim]:
    """The claims of all texts, each on two days."""
    return [c for text in TEXTS for day in (3, 4) for c in claimed(text, day=day)]


def test_a_pair_is_judged_alike_either_way() -> None:
    """Which of two claims comes first decides nothing."""
    for one, other in combinations(every_claim(), 2):
        assert judge(one, other) == judge(other, one)


def test_what_is_judged_one_has_a_key_in_common() -> None:
    """No meeting is lost because the claims are never looked at together."""
    for one, other in combinations(every_claim(), 2):
        if one.claim_id != other.claim_id and judge(one, other) is not None:
            assert set(one.keys) & set(other.keys)


def test_a_claim_has_the_same_id_in_every_article_that_prints_it() -> None:
    """The id is made of what is claimed alone; another day or another value gives another one."""
    told = "Norrland bought Kestrel Mining for 580 million dollars."
    assert figure(told).claim_id == figure(told).claim_id
    assert figure(told).claim_id != figure(told, day=4).claim_id
    assert figure(told).claim_id != figure(told.replace("580", "590")).claim_id


@pytest.mark.parametrize(
    "sentence",
    [
        "Norrland may buy Kestrel Mining for 580 million dollars.",
        "Norrland plans to hire 500 welders in Torvik.",
        "It is unclear whether 12 people died in Torvik.",
        "One trader in Torvik spoke of cod.",
    ],
)
def test_only_what_is_asserted_is_claimed(sentence: str) -> None:
    """Plans, possibilities, questions and a "one" that counts nothing are no claims."""
    assert not [c for c in claimed(sentence) if c.kind == "figure"]
