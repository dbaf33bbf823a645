"""Two texts are judged the same alone and among many of their kind."""

from __future__ import annotations

import json
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import reading

TOWNS = "Askby Brenholt Corvale Dunmere Elstow Fenwick Garsdale Holtby".split()
WORKS = ["sea wall", "tram line", "grain store", "swimming bath", "fish market", "reading room"]
PEOPLE = ["Ottilie Marsh", "Rupert Dane", "Solveig Aker", "Ivo Lantz", "Berta Quill"]
OWNERS = ["Amber Council", "Slate Council", "Hazel Trust", "Copper Board"]


def notice(chance: random.Random, day: int) -> dict[str, str]:
    """A notice of one outlet in one template: other works, town, person and figures each time."""
    work, town, person, owner = (chance.choice(x) for x in (WORKS, TOWNS, PEOPLE, OWNERS))
    body = (
        f"The {owner} has decided to begin with the {work} in {town} in the spring, and to ask the county for the rest of the money "
        f"that the works will cost, which is more than anybody had expected when the first plan was drawn.\n\n"
        f"{person}, who draws the plans, said that the {work} would need {chance.randint(11, 99)} workers and {chance.randint(100, 990)} "
        f"loads of stone, and that the road through {town} would be shut for some weeks.\n\n"
        f"“Nobody likes the noise, but everybody will like the {work},” {person} said. “We ask the people of {town} to bear with us "
        f"until the summer, when the worst of it will be over.”\n\n"
        f"The plans can be seen in the town hall of {town} on weekdays. The {owner} will answer letters until the end of the month."
    )
    return {
        "@type": "NewsArticle",
        "headline": f"{owner} to begin {work} in {town}",
        "articleBody": body,
        "datePublished": f"2025-{1 + day // 28:02d}-{1 + day % 28:02d}T08:00:00Z",
        "publisher": "Weald Herald",
    }


def notices() -> list[str]:
    """Forty notices, no two of one thing in one town."""
    chance = random.Random(11)
    made = [notice(chance, day) for day in range(60)]
    return [json.dumps(n) for n in {n["headline"]: n for n in made}.values()][:40]


NOTICES = notices()


def stories_and_articles(folder: Path, batches: list[list[str]]) -> tuple[int, int]:
    """How many stories and articles there are after these batches, each a run of its own."""
    place = Place.at(folder / "desk.duckdb")
    for n, part in enumerate(batches):
        (folder / f"{n}.jsonl").write_text("\n".join(part) + "\n")
        file_paths(place, [str(folder / f"{n}.jsonl")])
    with reading(place) as warehouse:
        found = warehouse.connection.execute("select count(distinct story_id), count(*) from article").fetchall()[0]
    return found[0], found[1]


@pytest.mark.parametrize("seed", range(4))
def test_notices_of_one_template_are_stories_of_their_own(tmp_path: Path, seed: int) -> None:
    """Any subset in any order and any batches: as many stories as notices."""
    chance = random.Random(seed)
    some = chance.sample(NOTICES, (40, 25, 8, 2)[seed])
    cut = chance.randrange(1, len(some))
    assert stories_and_articles(tmp_path, [some[:cut], some[cut:]]) == (len(some), len(some))


@settings(max_examples=6, deadline=None)
@given(st.lists(st.sampled_from(NOTICES), unique=True, min_size=2, max_size=40), st.integers(1, 40))
def test_no_subset_order_or_batch_makes_copies_of_notices(some: list[str], size: int) -> None:
    """The law of crowds: two notices are judged the same alone and among any others, however they come."""
    size = max(size, -(-len(some) // 4))  # four runs at most
    with tempfile.TemporaryDirectory() as folder:
        batches = [some[at : at + size] for at in range(0, len(some), size)]
        assert stories_and_articles(Path(folder), batches) == (len(some), len(some))


CROWDED = (
    "Amber Council to begin fish market in Holtby", "Amber Council to begin fish market in Brenholt",
    "Copper Board to begin grain store in Garsdale", "Slate Council to begin swimming bath in Holtby",
)  # fmt: skip
"""Four that teach a desk what their template is: the figures inside of it have to be compared all the same."""


def test_figures_inside_of_boilerplate_tell_notices_apart(tmp_path: Path) -> None:
    """The law of crowds holds where three notices of a crowd make their template standing text."""
    by_headline = {json.loads(n)["headline"]: n for n in NOTICES}
    assert stories_and_articles(tmp_path, [[by_headline[headline] for headline in CROWDED]]) == (4, 4)


def test_recurring_notices_with_one_figure_exchanged_are_siblings(tmp_path: Path) -> None:
    """Weekly prices of one outlet that differ in one figure are stories of their own."""
    text = (
        "The price of a litre of milk in the shops of Askby was {} cents on market day, the trading office said in its weekly bulletin. The "
        "office asks a dozen shops on the main street and takes the middle of what they answer. Shops that were closed for the holiday are "
        "not counted."
    )
    weekly = [
        {"@type": "NewsArticle", "headline": "Milk price", "articleBody": text.format(cents), "publisher": "Weald Herald", "datePublished": f"2025-03-{day:02d}T08:00:00Z"}
        for day, cents in ((3, 118), (10, 131), (17, 125), (24, 119))
    ]  # fmt: skip
    lines = [json.dumps(notice) for notice in weekly]
    assert stories_and_articles(tmp_path, [lines[:2], lines[2:]]) == (4, 4)


def pipe_notice(chance: random.Random, day: int) -> tuple[dict[str, str], dict[str, str]]:
    """A notice of one outlet in one template, and its reprint in another one for readers with other units."""
    work, town, person, owner = (chance.choice(x) for x in (WORKS, TOWNS, PEOPLE, OWNERS))
    text = (
        f"The {owner} will lay a pipe of {{}} from {town} to the {work} in the autumn, which is more than anybody had expected when the "
        f"first plan was drawn, and will ask the county for the rest of the money.\n\n{person}, who draws the plans, said that the {work} "
        f"would need {{}} of land and {chance.randint(20, 90)} workers, and that each block of stone weighs {{}}.\n\n"
        f"“Nobody likes the noise, but everybody will like the {work},” {person} said. “We ask the people of {town} to bear with us until "
        f"the winter.” The work stops whenever it is hotter than {{}}. The plans can be seen in the town hall of {town} on weekdays, and "
        f"{person} will explain them to the people of {town} when the {owner} has heard what the {work} will cost."
    )
    length, land, weight, heat = (chance.randint(*x) for x in ((12, 97), (15, 95), (120, 980), (4, 33)))
    here = (f"{length} kilometres", f"{land} hectares", f"{weight} kilograms", f"{heat}°C")
    there = (
        f"{length / 1.609:.0f} miles",
        f"{land * 2.471:.0f} acres",
        f"{weight * 2.2046:.0f} pounds",
        f"{heat * 1.8 + 32:.0f}°F",
    )
    printed = (("Weald Herald", 8, here), ("Coast Courier", 14, there))
    made = [
        {
            "@type": "NewsArticle", "headline": f"{owner} to lay pipe to {work} in {town}", "articleBody": text.format(*units), "publisher": outlet,
            "datePublished": f"2025-{1 + day // 28:02d}-{1 + day % 28:02d}T{hour:02d}:00:00Z",
        }
        for outlet, hour, units in printed
    ]  # fmt: skip
    return made[0], made[1]


@pytest.mark.parametrize("reprinted", [4, 16])
def test_a_copy_with_converted_units_is_a_copy_among_many_of_its_kind(tmp_path: Path, reprinted: int) -> None:
    """A notice and its reprint in miles, acres, pounds and °F are one story among sixty notices of the template, and no others are."""
    chance = random.Random(5)
    pairs = {a["headline"]: (a, b) for a, b in (pipe_notice(chance, day) for day in range(80))}
    some = list(pairs.values())[:60]
    lines = [json.dumps(a) for a, _ in some] + [json.dumps(b) for _, b in some[:reprinted]]
    chance.shuffle(lines)
    assert stories_and_articles(tmp_path, [lines]) == (len(some), len(some) + reprinted)
