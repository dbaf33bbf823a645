"""The views for people: what they show of articles and facts, and what they count as independent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parsers.model import Fact, Mention, Party
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, writing
from warehouse.filing import facts
from warehouse.filing.rows import FACT, entities


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    """An empty desk, open for writing."""
    with writing(Place.at(tmp_path / "desk.duckdb")) as opened:
        yield opened


def add(warehouse: Warehouse, table: str, **values: object) -> None:
    """One row."""
    warehouse.append(table, tuple(values), [tuple(values.values())])


SENTENCE = "The cargo reached 4.2 million tonnes in 2024."
FIGURE = "4.2 million tonnes"


def article(
    warehouse: Warehouse, name: str, story: str | None = None, body: str = "x" * 200, about: str = "place/larkhaven"
) -> None:
    """An article of a story (its own, if none is named), published by a paper of its name, about a place."""
    add(warehouse, "mention", article_id=name, entity_id=about, start_char=0, end_char=9, surface="Larkhaven")
    add(
        warehouse, "article", article_id=name, raw_document_id=name, story_id=story or name, publisher=f"Paper {name}", headline=name,
        article_body=body, word_count=1, body_hash=name, parser_version="1", date_published="2025-03-03T00:00:00Z", recorded_at="2025-03-04T00:00:00Z",
    )  # fmt: skip


def fact(warehouse: Warehouse, of: str, kind: str = "quantity", start: int = 10, end: int = 60, **values: Any) -> str:
    """A fact of an article: 4.2 million tonnes of cargo in 2024, unless told otherwise."""
    number = warehouse.connection.execute("select count(*) from fact").fetchall()[0][0]
    told: dict[str, Any] = {"modality": "asserted", "polarity": "+", "certainty": "certain"}
    if kind == "quantity":
        told |= {
            "subject": "The cargo",
            "predicate": "reached",
            "value": 4.2e6,
            "unit": "t",
            "bound": "=",
            "timex_value": "2024",
            "timex_type": "DATE",
            "subtype": "mass",
        }
    told = {"exact": SENTENCE} | told | values
    if kind == "quantity":
        told["anchor_start"] = start + told["exact"].index(FIGURE)
        told["anchor_end"] = told["anchor_start"] + len(FIGURE)
    fact_id = f"f{number}"
    add(
        warehouse, "fact", fact_id=fact_id, article_id=of, kind=kind, start_char=start, end_char=end, raw_start=start, raw_end=end,
        extractor="x", extractor_version="1", **told,
    )  # fmt: skip
    return fact_id


def rows(warehouse: Warehouse, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a question."""
    return warehouse.connection.execute(sql).fetchall()


def test_a_copy_counts_once(warehouse: Warehouse) -> None:
    """Three papers print a figure, two of them the same story: two independent sources."""
    for name, story in (("a", "s1"), ("b", "s1"), ("c", "s2")):
        article(warehouse, name, story)
        fact(warehouse, name)
    asked = "select measure, independent, stories, articles, mentions, publishers from corroboration"
    assert rows(warehouse, asked) == [("cargo", 2, 2, 3, 3, ["Paper a", "Paper b", "Paper c"])]


def test_a_borrowed_passage_counts_for_its_origin(warehouse: Warehouse) -> None:
    """A figure in a passage taken from another story adds no source; one outside of it does."""
    article(warehouse, "a")
    article(warehouse, "b")
    fact(warehouse, "a")
    inside = fact(warehouse, "b", start=30, end=80)
    add(
        warehouse, "reuse", article_id="b", start_char=25, end_char=85, of_article_id="a", of_start_char=5, of_end_char=65, words=9
    )  # fmt: skip
    assert rows(warehouse, "select independent, stories from corroboration") == [(1, 2)]
    assert rows(warehouse, f"select origin, origin_kind from fact_origin where fact_id = '{inside}'") == [
        ("story a", "reuse")
    ]
    fact(warehouse, "b", start=90, end=140)
    assert rows(warehouse, "select independent from corroboration") == [(2,)]


def said(warehouse: Warehouse, of: str, speaker: str, entity: str | None = None) -> None:
    """A quotation around the figure of an article."""
    fact_id = fact(warehouse, of, "quotation", start=5, end=65, speaker=speaker, quote_type="direct", cue="said")
    if entity:
        add(warehouse, "fact_party", fact_id=fact_id, role="speaker", entity_id=entity)


def test_one_speaker_is_one_source_and_two_are_two(warehouse: Warehouse) -> None:
    """What one person says in two papers has one origin, whoever printed it and however they write the name."""
    for name, speaker, entity in (("a", "Ilse Brandt", "e1"), ("b", "I. Brandt", "e1")):
        article(warehouse, name)
        fact(warehouse, name)
        said(warehouse, name, speaker, entity)
    assert rows(warehouse, "select independent, origins from corroboration") == [(1, ["speaker e1"])]
    article(warehouse, "c")
    fact(warehouse, "c")
    said(warehouse, "c", "Per Holm", "e2")
    assert rows(warehouse, "select independent, stories from corroboration") == [(2, 3)]
    assert rows(warehouse, "select speaker, speaker_id, cue from quotation order by speaker_id, speaker") == [
        ("I. Brandt", "e1", "said"), ("Ilse Brandt", "e1", "said"), ("Per Holm", "e2", "said"),
    ]  # fmt: skip


def test_plans_corroborate_nothing(warehouse: Warehouse) -> None:
    """Targets and proposals are quantities, but no one has measured them."""
    article(warehouse, "a")
    fact(warehouse, "a", modality="target")
    assert rows(warehouse, "select count(*) from corroboration") == [(0,)]
    assert rows(warehouse, "select value, unit, modality, measure from quantity") == [(4.2e6, "t", "target", "cargo")]


def test_contradiction_shows_both_sides(warehouse: Warehouse) -> None:
    """Two stories give different values for the same measure and time: both stand there with who says which."""
    for name, value in (("a", 4.2e6), ("b", 5.1e6)):
        article(warehouse, name)
        fact(warehouse, name, value=value)
    ((measure, independent, lowest, highest, versions),) = rows(
        warehouse, "select measure, independent, lowest, highest, versions from contradiction"
    )
    assert (measure, independent, lowest, highest) == ("cargo", 2, 4.2e6, 5.1e6)
    assert [(v["value"], v["publisher"], v["origin"]) for v in versions] == [
        (4.2e6, "Paper a", "story a"),
        (5.1e6, "Paper b", "story b"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"value": 4.21e6},
        {"value": 4.4e6, "bound": "~"},
        {"value": 4.0e6, "bound": ">"},
        {"value": 5.0e6, "bound": "<"},
        {"value": 4.0e6, "value_high": 4.5e6, "bound": "range"},
        {"value": 9e6, "timex_value": "2023"},
        {"value": 9e6, "unit": "kg"},
        {"value": 9e6, "modality": "planned"},
        {"value": 9e6, "of_value": 20e6},
        {"value": 9e6, "subtype": "ranking"},
        {"value": 9e6, "timex_value": None, "timex_type": None},
        {"value": 9e6, "timex_value": "P1Y", "timex_type": "DURATION"},
        {"value": 9e6, "time_relation": "since"},
        {"value": 9e6, "predicate": "fell", "exact": f"The cargo fell {FIGURE} in 2024."},
        {"value": 9e6, "subject": "The traffic", "exact": f"The traffic reached {FIGURE} in 2024."},
        {"value": 9e6, "subject": "The cargo of 12 ships", "exact": f"The cargo of 12 ships reached {FIGURE} in 2024."},
        {"value": 9e6, "exact": f"The cargo reached six million tonnes in 2024, against {FIGURE}."},
        {"value": 9e6, "exact": f"The cargo reached {FIGURE} from 8.5 million in 2024.", "time_surface": "in 2024"},
        {"value": 9e6, "exact": f"In 2024 the cargo reached the new quay, where a crane lifted {FIGURE}."},
        {"value": 9e6, "exact": f"It was a good year in 2024, said the cargo desk, and reached {FIGURE}."},
    ],
)
def test_what_can_both_be_right_is_no_contradiction(warehouse: Warehouse, other: dict[str, Any]) -> None:
    """Rounding, bounds, ranges, plans, parts, other times, units, subjects and verbs, figures of comparison do not contradict."""
    article(warehouse, "a")
    article(warehouse, "b")
    fact(warehouse, "a")
    fact(warehouse, "b", **other)
    assert rows(warehouse, "select count(*) from contradiction") == [(0,)]


def test_figures_of_different_places_do_not_contradict(warehouse: Warehouse) -> None:
    """What "the cargo" is depends on whom the article is about."""
    article(warehouse, "a", about="place/larkhaven")
    article(warehouse, "b", about="place/port-isolde")
    fact(warehouse, "a")
    fact(warehouse, "b", value=9e6)
    assert rows(warehouse, "select count(*) from contradiction") == [(0,)]
    assert rows(warehouse, "select about from measured order by about") == [
        (["place/larkhaven"],), (["place/port-isolde"],),
    ]  # fmt: skip


def test_an_article_with_two_values_tells_nothing_apart(warehouse: Warehouse) -> None:
    """Words that fit two figures of one article cannot set it against another article."""
    article(warehouse, "a")
    article(warehouse, "b")
    fact(warehouse, "a")
    fact(warehouse, "b", value=9e6)
    fact(warehouse, "b", value=12e6, start=80, end=130)
    assert rows(warehouse, "select count(*) from contradiction") == [(0,)]


def test_lost_letters_contradict_nothing(warehouse: Warehouse) -> None:
    """A figure in a sentence with a gap may have lost its magnitude."""
    for name, value in (("a", 4.2e6), ("b", 4.2)):
        article(warehouse, name)
        fact(warehouse, name, value=value)
    assert rows(warehouse, "select count(*) from contradiction") == [(1,)]
    add(
        warehouse, "repair", article_id="b", kind="gap", raw_start=30, raw_end=30, before="", after="", start_char=30, score=1.0, rule="lost"
    )  # fmt: skip
    assert rows(warehouse, "select count(*) from contradiction") == [(0,)]


def test_two_whom_one_article_quotes_may_contradict_each_other(warehouse: Warehouse) -> None:
    """The owner says one figure, the union another, in the same article: both stand there."""
    article(warehouse, "a", body="x" * 400)
    for start, value, speaker in ((10, 4.2e6, "Per Holm"), (100, 9e6, "Ilse Brandt")):
        fact(warehouse, "a", value=value, start=start, end=start + 50)
        fact(
            warehouse,
            "a",
            "quotation",
            start=start - 5,
            end=start + 55,
            speaker=speaker,
            quote_type="direct",
            cue="said",
        )
    assert rows(warehouse, "select lowest, highest, independent from contradiction") == [(4.2e6, 9e6, 2)]


def test_rising_is_rising_however_it_is_called(warehouse: Warehouse) -> None:
    """Verbs of one direction say the same; "rose to" and "rose by" do not."""
    for name, value, verb in (("a", 4.2e6, "rose to"), ("b", 9e6, "climbed sharply to"), ("c", 2e6, "rose by")):
        article(warehouse, name)
        predicate = verb.split()[0]
        fact(warehouse, name, value=value, predicate=predicate, trend="up", exact=f"The cargo {verb} {FIGURE} in 2024.")
    assert rows(warehouse, "select lowest, highest, verb from contradiction") == [(4.2e6, 9e6, "up")]


def test_what_nobody_is_named_for_corroborates_nothing(warehouse: Warehouse) -> None:
    """Figures whose words do not say plainly of whom they are count within their own story only."""
    for name in ("a", "b"):
        article(warehouse, name)
        fact(warehouse, name, subject="Sources", exact=f"Sources, when asked, spoke of {FIGURE} in 2024.")
    assert rows(warehouse, "select independent, stories from corroboration") == [(1, 1), (1, 1)]


def test_copies_that_name_a_speaker_speak_for_those_that_do_not(warehouse: Warehouse) -> None:
    """A copy that dropped "the mayor said" adds no source to the one that kept it."""
    for name in ("a", "b"):
        article(warehouse, name, "s")
        fact(warehouse, name)
    said(warehouse, "a", "Per Holm", "e2")
    assert rows(warehouse, "select independent, origins, articles from corroboration") == [(1, ["speaker e2"], 2)]


def test_a_revision_does_not_contradict_its_story(warehouse: Warehouse) -> None:
    """Values that differ within one story come from one source."""
    for name, value in (("a", 4.2e6), ("b", 5.1e6)):
        article(warehouse, name, "s")
        fact(warehouse, name, value=value)
    assert rows(warehouse, "select count(*) from contradiction") == [(0,)]


def test_agreements_name_their_parties(warehouse: Warehouse) -> None:
    """Parties come from the entities, by their full names; where there are none, from the words."""
    article(warehouse, "a")
    for entity, name in (("e1", "Osk Rail"), ("e2", "Larkhaven Port Authority")):
        add(warehouse, "entity", entity_id=entity, entity_type="organisation", name=name)
    signed = fact(warehouse, "a", "agreement", subtype="memorandum", subject="Rail; the port", object="a new quay")
    for entity in ("e1", "e2"):
        add(warehouse, "fact_party", fact_id=signed, role="party", entity_id=entity)
    fact(warehouse, "a", "agreement", subtype="contract", subject="Rail; the port")
    fact(warehouse, "a", "agreement", subtype="treaty")
    assert rows(warehouse, "select agreement_kind, parties, topic from agreement order by agreement_kind") == [
        ("contract", ["Rail", "the port"], None),
        ("memorandum", ["Larkhaven Port Authority", "Osk Rail"], "a new quay"),
        ("treaty", [], None),
    ]


def test_interviews_are_paired(warehouse: Warehouse) -> None:
    """Each question stands with its answers, whatever was printed between; one without an answer stands alone."""
    body = "Why?How?Because.So it is.By rail.When?"
    article(warehouse, "a", body=body)
    texts = (("question", "Why?", None), ("question", "How?", None), ("answer", "Because.", 0), ("answer", "So it is.", 0), ("answer", "By rail.", 1), ("question", "When?", None))  # fmt: skip
    for ordinal, (kind, text, answers) in enumerate(texts):
        start = body.index(text)
        add(
            warehouse, "passage", article_id="a", ordinal=ordinal, kind=kind, start_char=start, end_char=start + len(text), answers=answers,
            speaker="Per Holm" if kind == "answer" else None,
        )  # fmt: skip
    assert rows(warehouse, "select number, question, answer_speaker, answer from interview order by number") == [
        (1, "Why?", "Per Holm", "Because.\n\nSo it is."),
        (2, "How?", "Per Holm", "By rail."),
        (3, "When?", None, None),
    ]


def arrived(warehouse: Warehouse, number: int, uri: str, outcome: str | None) -> None:
    """An arrival."""
    add(
        warehouse, "arrival", arrival_id=f"r-{number}", source_uri=uri, source_kind="file", arrived_at="2025-03-03T00:00:00Z", run_id="r",
        outcome=outcome, reason="empty: nothing in it" if outcome == "rejected" else None,
    )  # fmt: skip


def test_the_ledger_adds_up(warehouse: Warehouse) -> None:
    """Every arrival is counted once, under its outcome; one without an outcome is pending and does not add up."""
    add(warehouse, "run", run_id="r", kind="ingest", started_at="2025-03-03T00:00:00Z", state="running")
    add(warehouse, "run", run_id="none", kind="ingest", started_at="2025-03-03T00:00:00Z", state="finished")
    outcomes = ("loaded", "unchanged", "duplicate", "revision", "rejected", "failed")
    for n, outcome in enumerate(outcomes):
        arrived(warehouse, n, f"{n}.txt", outcome)
    asked = f"select run_id, received, {', '.join(outcomes)}, pending, adds_up from ledger order by received desc"
    assert rows(warehouse, asked) == [("r", 6, 1, 1, 1, 1, 1, 1, 0, True), ("none", 0, 0, 0, 0, 0, 0, 0, 0, True)]
    arrived(warehouse, 9, "9.txt", None)
    assert rows(warehouse, "select received, pending, adds_up from ledger where run_id = 'r'") == [(7, 1, False)]


def test_quarantine_holds_what_has_not_come_in_well(warehouse: Warehouse) -> None:
    """A document leaves the quarantine when it arrives again from the same place; troubles of others stay."""
    arrived(warehouse, 1, "a.txt", "rejected")
    arrived(warehouse, 2, "b.txt", "failed")
    arrived(warehouse, 3, "c.txt", "loaded")
    assert rows(warehouse, "select source_uri from quarantine order by 1") == [("a.txt",), ("b.txt",)]
    arrived(warehouse, 4, "a.txt", "loaded")
    arrived(warehouse, 5, "b.txt", None)
    assert rows(warehouse, "select source_uri from quarantine") == [("b.txt",)]
    arrived(warehouse, 6, "b.txt", "rejected")
    assert rows(warehouse, "select arrival_id from quarantine") == [("r-6",)]


def named(name: str, surface: str, country: str | None = None) -> Mention:
    """A mention of one person under some name."""
    return Mention(
        entity_id="e1", entity_type="person", name=name, start_char=0, end_char=3, surface=surface, country=country
    )


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)])
def test_an_entity_has_its_fullest_name(warehouse: Warehouse, order: tuple[int, ...]) -> None:
    """Whatever the order of the batches, the longest name stands, and every way of writing once."""
    batches = [
        [named("Brandt", "Brandt")],
        [named("Ilse Marie Brandt", "Ilse Marie Brandt"), named("Brandt", "Brandt")],
        [named("Ilse Brandt", "Ilse Brandt")],
    ]
    for n in order:
        facts.name_entities(warehouse, entities(batches[n]))
    assert rows(warehouse, "select name from entity") == [("Ilse Marie Brandt",)]
    assert rows(warehouse, "select surface from entity_alias order by 1") == [
        ("Brandt",),
        ("Ilse Brandt",),
        ("Ilse Marie Brandt",),
    ]


def test_a_country_is_learned_once_it_is_said(warehouse: Warehouse) -> None:
    """A country that only a shorter name comes with is kept all the same, in either order."""
    for names in (
        [named("Ilse Brandt", "x"), named("Brandt", "y", "DK")],
        [named("Brandt", "y", "DK"), named("Ilse Brandt", "x")],
    ):
        warehouse.connection.execute("delete from entity")
        for each in names:
            facts.name_entities(warehouse, entities([each]))
        assert rows(warehouse, "select name, country from entity") == [("Ilse Brandt", "DK")]


def test_every_column_of_a_fact_is_stored() -> None:
    """The table has a column for each field of a fact but its parties, which have a table of their own."""
    assert "parties" not in FACT
    assert set(FACT) | {"parties"} == set(Fact.__slots__)
    assert Party.__slots__ == ("role", "entity_id")


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("The total cargo", "total cargo"),
        ("its net profits for the year", "net profits"),
        ("“the harbour", "harbour"),
        ("the first quarter", None),
        ("January", None),
        ("batteries hold 7.2 MWh", None),
        ("the dam was built", None),
        ("which", None),
        ("of the total", None),
        (None, None),
    ],
)
def test_a_measure_is_named_by_a_noun(warehouse: Warehouse, said: str | None, named: str | None) -> None:
    """Figures are grouped under words that name a thing, not under verbs, times or other figures."""
    assert warehouse.connection.execute("select noun_phrase(?)", [said]).fetchall() == [(named,)]


@pytest.mark.parametrize("column", [{"polarity": "-"}, {"polarity": "?"}, {"certainty": "likely"}])
def test_only_what_is_so_and_certain_is_compared(warehouse: Warehouse, column: dict[str, str]) -> None:
    """Denied, open and likely facts are in `quantity` with their mark, and in no comparison and no timeline."""
    article(warehouse, "a")
    fact(warehouse, "a", time_start="2024-01-01", **column)
    name, value = next(iter(column.items()))
    assert rows(warehouse, f"select {name} from quantity") == [(value,)]
    for view in ("measured", "corroboration", "contradiction", "timeline"):
        assert rows(warehouse, f"from {view}") == []


def test_facts_once_a_story(warehouse: Warehouse) -> None:
    """What the copies of a story print is one row of the story's figures and quotations, with how many print it."""
    for name in ("a", "b", "c"):
        article(warehouse, name, story="other" if name == "c" else "story")
        fact(warehouse, name)
        fact(warehouse, name, "quotation", speaker="Ilse Brandt", exact="It was a good year.")
    for view in ("story_quantity", "story_quotation"):
        rows = warehouse.connection.execute(f"select story_id, articles from {view} order by all").fetchall()
        assert rows == [("other", 1), ("story", 2)]
