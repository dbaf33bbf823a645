"""The views for people: what they show of articles and facts, and what they count as independent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parsers.claims.reading import claims
from parsers.model import Article, Fact, Mention, Party
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, writing
from warehouse.filing import facts
from warehouse.filing.rows import COLUMNS, FACT, claim_rows, entities
from warehouse.stories import claims as met


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    """An empty desk, open for writing."""
    with writing(Place.at(tmp_path / "desk.duckdb")) as opened:
        yield opened


def add(warehouse: Warehouse, table: str, **values: object) -> None:
    """One row."""
    warehouse.append(table, tuple(values), [tuple(values.values())])


SENTENCE = "The port of Larkhaven handled 4.2 million tonnes of cargo in 2024."
FIGURE = "4.2 million tonnes"


def article(
    warehouse: Warehouse,
    name: str,
    story: str | None = None,
    body: str = "x" * 200,
    outlet: str | None = None,
    day: int = 3,
) -> None:
    """An article of a story (its own, if none is named), published by a paper of its name (or of another) on a day of March 2025."""
    add(
        warehouse, "article", article_id=name, raw_document_id=name, story_id=story or name, publisher=outlet or f"Paper {name}", headline=name,
        article_body=body, word_count=1, body_hash=name, parser_version="1", date_published=f"2025-03-0{day}T00:00:00Z", recorded_at="2025-03-04T00:00:00Z",
    )  # fmt: skip


def fact(
    warehouse: Warehouse, of: str, kind: str = "quantity", start: int = 10, end: int | None = None, **values: Any
) -> str:
    """A fact of an article: 4.2 million tonnes of cargo in 2024, unless told otherwise."""
    number = warehouse.connection.execute("select count(*) from fact").fetchall()[0][0]
    told: dict[str, Any] = {"modality": "asserted", "polarity": "+", "certainty": "certain"}
    if kind == "quantity":
        told |= {
            "subject": "The port of Larkhaven",
            "predicate": "handled",
            "object": "cargo",
            "value": 4.2e6,
            "unit": "t",
            "bound": "=",
            "timex_value": "2024",
            "timex_type": "DATE",
            "time_relation": "in",
            "time_start": "2024-01-01",
            "time_end": "2025-01-01",
            "subtype": "mass",
        }
    told = {"exact": SENTENCE} | told | values
    if kind == "quantity":
        told["anchor_start"] = start + told["exact"].index(FIGURE)
        told["anchor_end"] = told["anchor_start"] + len(FIGURE)
    fact_id = f"f{number}"
    end = start + len(told["exact"]) if end is None else end
    add(
        warehouse, "fact", fact_id=fact_id, article_id=of, kind=kind, start_char=start, end_char=end, raw_start=start, raw_end=end,
        extractor="x", extractor_version="1", **told,
    )  # fmt: skip
    return fact_id


def meet(warehouse: Warehouse) -> None:
    """Make the claims of all articles anew from their facts, and compare them."""
    for table in ("claim", "claim_due", "claim_key", "claim_meeting", "claim_group"):
        warehouse.connection.execute(f"delete from {table}").fetchall()
    for name, day in warehouse.connection.execute("select article_id, date_published from article").fetchall():
        found = [Fact(**dict(zip(FACT, row, strict=True))) for row in warehouse.connection.execute(
            f"select {', '.join(FACT)} from fact where article_id = ? order by fact_id", [name]
        ).fetchall()]  # fmt: skip
        body = " " * 400
        for each in found:
            body = body[: each.start_char] + each.exact + body[each.start_char + len(each.exact) :]
        held = Article(
            article_id=name,
            raw_document_id=name,
            article_body=body,
            word_count=1,
            parser_version="1",
            date_published=day,
        )
        for claim in claims(held, found, ()):
            (row,) = claim_rows(name, [claim])
            warehouse.append("claim", COLUMNS["claim"], [row])
            warehouse.append("claim_due", COLUMNS["claim_due"], [(claim.claim_id, claim.day, list(claim.keys))])
    met.meet(warehouse)


def compared(warehouse: Warehouse, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a question about claims."""
    meet(warehouse)
    return rows(warehouse, sql)


def rows(warehouse: Warehouse, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a question."""
    return warehouse.connection.execute(sql).fetchall()


def test_a_copy_counts_once(warehouse: Warehouse) -> None:
    """Three papers print a figure, two of them the same story: two independent sources."""
    for name, story in (("a", "s1"), ("b", "s1"), ("c", "s2")):
        article(warehouse, name, story)
        fact(warehouse, name)
    asked = "select measure, independent, stories, articles, mentions, publishers from corroboration"
    assert compared(warehouse, asked) == [("port", 2, 2, 3, 3, ["Paper a", "Paper b", "Paper c"])]


def test_a_borrowed_passage_counts_for_its_origin(warehouse: Warehouse) -> None:
    """A figure in a passage taken from another story adds no source; one outside of it does."""
    article(warehouse, "a")
    article(warehouse, "b")
    fact(warehouse, "a")
    inside = fact(warehouse, "b", start=30)
    add(
        warehouse, "reuse", article_id="b", start_char=25, end_char=105, of_article_id="a", of_start_char=5, of_end_char=65, words=9
    )  # fmt: skip
    assert compared(warehouse, "select independent, stories from corroboration") == [(1, 2)]
    assert rows(warehouse, f"select origin, origin_kind from fact_origin where fact_id = '{inside}'") == [
        ("story a", "reuse")
    ]
    fact(warehouse, "b", start=110)
    assert compared(warehouse, "select independent from corroboration") == [(2,)]


def test_a_source_that_is_only_credited_is_one_origin(warehouse: Warehouse) -> None:
    """Two stories that credit one release which is not here have one origin; a paper with words of its own adds one."""
    for name in ("a", "b", "c"):
        article(warehouse, name)
        fact(warehouse, name)
    for name in ("a", "b"):
        add(
            warehouse, "story_original", story_id=name, article_id=name, evidence="credit", credited="Port Press Office"
        )
    assert compared(warehouse, "select independent, stories, credited from corroboration") == [
        (2, 3, ["Port Press Office"])
    ]
    assert rows(warehouse, "select distinct origin from fact_origin where origin_kind = 'release'") == [
        ("release Port Press Office",)
    ]


def said(warehouse: Warehouse, of: str, speaker: str, entity: str | None = None, start: int = 5, end: int = 85) -> None:
    """A quotation around the figure of an article."""
    fact_id = fact(
        warehouse, of, "quotation", start=start, end=end, speaker=speaker, quote_type="direct", cue="said", exact=""
    )
    if entity:
        add(warehouse, "fact_party", fact_id=fact_id, role="speaker", entity_id=entity)


def test_one_speaker_is_one_source_and_two_are_two(warehouse: Warehouse) -> None:
    """What one person says in two papers has one origin, whoever printed it and however they write the name."""
    for name, speaker, entity in (("a", "Ilse Brandt", "e1"), ("b", "I. Brandt", "e1")):
        article(warehouse, name)
        fact(warehouse, name)
        said(warehouse, name, speaker, entity)
    assert compared(warehouse, "select independent, origins from corroboration") == [(1, ["speaker e1"])]
    article(warehouse, "c")
    fact(warehouse, "c")
    said(warehouse, "c", "Per Holm", "e2")
    assert compared(warehouse, "select independent, stories from corroboration") == [(2, 3)]
    assert rows(warehouse, "select speaker, speaker_id, cue from quotation order by speaker_id, speaker") == [
        ("I. Brandt", "e1", "said"), ("Ilse Brandt", "e1", "said"), ("Per Holm", "e2", "said"),
    ]  # fmt: skip


def test_two_who_hold_posts_of_one_name_in_one_story_are_two_claims(warehouse: Warehouse) -> None:
    """A story that has two speakers name two ministers corroborates neither of them."""
    article(warehouse, "a")
    for start, person, speaker in ((5, "Ilse Brandt", "Jan Vos"), (120, "Otto Lindqvist", "Ana Ruiz")):
        held = {
            "subject": person,
            "predicate": "minister",
            "object": None,
            "exact": f"{person}, minister",
            "subtype": "current",
        }
        fact(warehouse, "a", "role", start=start, end=start + len(f"{person}, minister"), **held)
        said(warehouse, "a", speaker, start=start, end=start + 60)
    asked = "select independent, mentions from corroboration where kind = 'role'"
    assert compared(warehouse, asked) == [(1, 1), (1, 1)]


def test_plans_corroborate_nothing(warehouse: Warehouse) -> None:
    """Targets and proposals are quantities, but no one has measured them."""
    article(warehouse, "a")
    fact(warehouse, "a", modality="target")
    assert compared(warehouse, "select count(*) from corroboration") == [(0,)]
    assert rows(warehouse, "select value, unit, modality, measure from quantity") == [(4.2e6, "t", "target", "port")]


def test_contradiction_shows_both_sides(warehouse: Warehouse) -> None:
    """Two stories give different values for the same measure and time: both are there with who says which."""
    for name, value in (("a", 4.2e6), ("b", 5.1e6)):
        article(warehouse, name)
        fact(warehouse, name, value=value)
    ((measure, independent, lowest, highest, relation, versions),) = compared(
        warehouse, "select measure, independent, lowest, highest, relation, versions from contradiction"
    )
    assert (measure, independent, lowest, highest, relation) == ("port", 2, 4.2e6, 5.1e6, "disagreement")
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
        {"value": 9e6, "timex_value": "2023", "time_start": "2023-01-01", "time_end": "2024-01-01"},
        {"value": 5e6, "modality": "planned"},
        {"value": 5e6, "of_value": 20e6},
        {"value": 5e6, "subtype": "ranking"},
        {
            "value": 5e6,
            "object": "passengers",
            "exact": f"The port of Larkhaven handled {FIGURE} of passengers in 2024.",
        },
        {
            "value": 5e6,
            "subject": "The port of Isolde",
            "exact": f"The port of Isolde handled {FIGURE} of cargo in 2024.",
        },
        {
            "value": 5e6,
            "exact": f"The port of Larkhaven handled six million tonnes of cargo in 2024, against {FIGURE}.",
        },
        {
            "value": 5e6,
            "exact": f"The port of Larkhaven handled six million tonnes of cargo, up from {FIGURE} in 2024.",
        },
    ],
)
def test_what_can_both_be_right_is_no_contradiction(warehouse: Warehouse, other: dict[str, Any]) -> None:
    """Rounding, bounds, ranges, plans, parts, other times, things and subjects, figures of comparison do not contradict."""
    article(warehouse, "a")
    article(warehouse, "b")
    fact(warehouse, "a")
    fact(warehouse, "b", **other)
    assert compared(warehouse, "select count(*) from contradiction") == [(0,)]


def test_an_article_with_two_values_tells_nothing_apart(warehouse: Warehouse) -> None:
    """An article that prints the other one's value too means two things by them."""
    article(warehouse, "a")
    article(warehouse, "b")
    fact(warehouse, "a")
    fact(warehouse, "b", value=5e6)
    fact(warehouse, "b", value=4.2e6, start=110, exact=f"The port of Larkhaven shipped {FIGURE} of cargo in 2024.")
    assert compared(warehouse, "select count(*) from contradiction") == [(0,)]


def test_two_whom_one_article_quotes_may_contradict_each_other(warehouse: Warehouse) -> None:
    """The owner says one figure, the union another, in the same article: both are there."""
    article(warehouse, "a", body="x" * 400)
    for start, value, speaker in ((10, 4.2e6, "Per Holm"), (100, 5e6, "Ilse Brandt")):
        fact(warehouse, "a", value=value, start=start)
        said(warehouse, "a", speaker, start=start - 5, end=start + 75)
    assert compared(warehouse, "select lowest, highest, independent, relation from contradiction") == [
        (4.2e6, 5e6, 2, "disagreement")
    ]


def test_what_one_source_says_anew_is_superseded_and_contradicts_nobody(warehouse: Warehouse) -> None:
    """A paper's later figure takes the place of its earlier one, in a new story or in a revision of the first."""
    article(warehouse, "a", outlet="Paper", day=2)
    article(warehouse, "b", outlet="Paper", day=3)
    fact(warehouse, "a")
    fact(warehouse, "b", value=5e6)
    asked = "select value, latest, how from superseded"
    assert compared(warehouse, asked) == [(4.2e6, 5e6, "update")]
    assert rows(warehouse, "select count(*) from contradiction") == [(0,)]
    warehouse.connection.execute("update article set story_id = 'a'").fetchall()
    assert rows(warehouse, asked) == [(4.2e6, 5e6, "revision")]
    assert rows(warehouse, "select count(*) from contradiction") == [(0,)]


def test_what_names_nobody_corroborates_nothing(warehouse: Warehouse) -> None:
    """Figures whose words do not say of whom they are count within their own story only."""
    for name in ("a", "b"):
        article(warehouse, name)
        fact(warehouse, name, subject="Sources", exact=f"Sources, when asked, spoke of {FIGURE} in 2024.")
    assert compared(warehouse, "select independent, stories from corroboration") == [(1, 1), (1, 1)]


def test_copies_that_name_a_speaker_speak_for_those_that_do_not(warehouse: Warehouse) -> None:
    """A copy that dropped "the mayor said" adds no source to the one that kept it."""
    for name in ("a", "b"):
        article(warehouse, name, "s")
        fact(warehouse, name)
    said(warehouse, "a", "Per Holm", "e2")
    assert compared(warehouse, "select independent, origins, articles from corroboration") == [(1, ["speaker e2"], 2)]


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
    fact(warehouse, "a", **column)
    name, value = next(iter(column.items()))
    assert compared(warehouse, f"select {name} from quantity") == [(value,)]
    for view in ("corroboration", "contradiction", "superseded", "timeline"):
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


SOURCES = "select independent, sources, source_names from corroboration"


@pytest.mark.parametrize("other", ["Harbour Post", "The Harbour-Post"])
def test_two_stories_of_one_outlet_are_one_source(warehouse: Warehouse, other: str) -> None:
    """An outlet that prints a figure in two stories is one source, however its name is written; another outlet is a second one."""
    article(warehouse, "a", outlet="Harbour Post")
    article(warehouse, "b", outlet=other)
    for name in ("a", "b"):
        fact(warehouse, name)
    assert compared(warehouse, SOURCES) == [(2, 1, ["outlet harbourpost"])]
    article(warehouse, "c", outlet="Coast Daily")
    fact(warehouse, "c")
    assert compared(warehouse, SOURCES) == [(3, 2, ["outlet coastdaily", "outlet harbourpost"])]


def test_pages_of_one_site_without_a_name_are_one_source(warehouse: Warehouse) -> None:
    """Two stories on one host are one source; one whose host and outlet nobody knows is a source of its own."""
    for name, url in (("a", "https://www.port.example/1"), ("b", "http://port.example:80/2"), ("c", None)):
        article(warehouse, name)
        fact(warehouse, name)
        warehouse.connection.execute(
            "update article set publisher = null, url = ? where article_id = ?", [url, name]
        ).fetchall()
    assert compared(warehouse, SOURCES) == [(3, 2, ["site port.example", "story c"])]


def test_reprints_in_two_papers_are_the_agency_of_their_original(warehouse: Warehouse) -> None:
    """Two papers that print two stories of one agency are one source, also where the agency is only credited."""
    for story, papers in (("s1", "ab"), ("s2", "cd")):
        for name in papers:
            article(warehouse, name, story, outlet="Northwire" if name == "a" else None)
            fact(warehouse, name)
        add(warehouse, "story_original", story_id=story, article_id=papers[0], evidence="credit", credited="Northwire")
    assert compared(warehouse, SOURCES) == [(2, 1, ["outlet northwire"])]


def test_a_paper_that_names_who_said_it_is_no_second_source(warehouse: Warehouse) -> None:
    """What a paper has from a minister and prints as its own, too, has the minister as its source; another paper adds one."""
    for name in ("a", "b"):
        article(warehouse, name, outlet="Harbour Post")
        fact(warehouse, name)
    said(warehouse, "a", "Ilse Brandt", "person/ilse-brandt")
    assert compared(warehouse, SOURCES) == [(2, 1, ["speaker person/ilse-brandt"])]
    article(warehouse, "c", outlet="Coast Daily")
    fact(warehouse, "c")
    assert compared(warehouse, SOURCES) == [(3, 2, ["outlet coastdaily", "speaker person/ilse-brandt"])]


@pytest.mark.parametrize("speaker", ["he", "It", "the company", "The port officials"])
def test_a_speaker_who_is_not_named_is_no_origin(warehouse: Warehouse, speaker: str) -> None:
    """Whom "he" or "the company" is, nobody knows: the claim comes from its story, not from a second speaker."""
    article(warehouse, "a")
    for start in (5, 110):
        fact(warehouse, "a", start=start)
    said(warehouse, "a", "Port of Larkhaven", "organisation/port", start=5, end=70)
    said(warehouse, "a", speaker, start=110, end=180)
    assert compared(warehouse, "select independent, sources from corroboration") == [(1, 1)]


def test_one_agency_in_another_paper_updates_itself(warehouse: Warehouse) -> None:
    """A later figure of one agency is an update, whichever papers print it; two agencies in one paper disagree."""
    for name, value, day in (("a", 4.2e6, 2), ("b", 5e6, 3)):
        article(warehouse, name, outlet="Northwire", day=day)
        warehouse.connection.execute(
            "update article set republisher = ? where article_id = ?", [f"Paper {name}", name]
        ).fetchall()
        fact(warehouse, name, value=value)
    how = "select distinct how from claim_conflict"
    assert compared(warehouse, how) == [("update",)]
    warehouse.connection.execute(
        "update article set republisher = 'Paper a', publisher = 'Wire ' || article_id"
    ).fetchall()
    assert rows(warehouse, how) == [("disagreement",)]
    assert rows(warehouse, "select sources from contradiction") == [(2,)]


def test_a_role_is_told_in_its_own_words(warehouse: Warehouse) -> None:
    """What a role is of is the post as printed, not the stem by which it is compared."""
    for name in ("a", "b"):
        article(warehouse, name)
        held = {
            "subject": "Ilse Brandt",
            "predicate": "Finance Minister",
            "object": None,
            "exact": "Finance Minister Ilse Brandt",
            "subtype": "current",
        }
        fact(warehouse, name, "role", start=5, end=40, **held)
    assert compared(warehouse, "select measure, stories from corroboration") == [("finance minister", 2)]


@pytest.mark.parametrize(("stem", "said_", "word"), [
    ("shar", "its Shares outstanding", "shares"), ("pric", "the fixed-price offer, priced at", "price"), ("dead", "killed 12 people", "dead"),
    ("bad.stem", "anything", "bad.stem"), ("memb", None, "memb"),
])  # fmt: skip
def test_a_stem_is_told_by_its_word(warehouse: Warehouse, stem: str, said_: str | None, word: str) -> None:
    """The word of the text that a stem was cut from; the stem where the text has none."""
    assert warehouse.connection.execute("select whole_word(?, ?)", [stem, said_]).fetchall() == [(word,)]


@pytest.mark.parametrize(("short", "long"), [
    ("person/brandt", "person/ilse-brandt"), ("organisation/norrland", "organisation/norrland-paper"), ("organisation/treasury", "organisation/brenna-treasury"),
])  # fmt: skip
def test_a_short_form_of_a_name_is_no_second_source(warehouse: Warehouse, short: str, long: str) -> None:
    """Who is called by a surname in one article and by the whole name in another, with the same claim, is one; others are not."""
    for name, entity in (("a", short), ("b", long)):
        article(warehouse, name)
        fact(warehouse, name)
        said(warehouse, name, "Somebody", entity)
    assert compared(warehouse, SOURCES) == [(1, 1, [f"speaker {long}"])]
    article(warehouse, "c")
    fact(warehouse, "c")
    said(warehouse, "c", "Per Holm", "person/per-holm")
    assert compared(warehouse, "select independent, sources from corroboration") == [(2, 2)]


def test_a_person_who_is_called_by_the_surname_does_not_contradict_himself(warehouse: Warehouse) -> None:
    """A later figure that one outlet has from Brandt updates what it had from Ilse Brandt; one from Per Holm disagrees."""
    for name, value, day, speaker in (("a", 4.2e6, 2, "person/brandt"), ("b", 5e6, 3, "person/ilse-brandt")):
        article(warehouse, name, outlet="Harbour Post", day=day)
        fact(warehouse, name, value=value)
        said(warehouse, name, "Brandt", speaker)
    how = "select distinct how from claim_conflict"
    assert compared(warehouse, how) == [("update",)]
    warehouse.connection.execute(
        "update fact_party set entity_id = 'person/per-holm' where entity_id = 'person/brandt'"
    ).fetchall()
    assert compared(warehouse, how) == [("disagreement",)]
