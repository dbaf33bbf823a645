"""What is forgotten leaves no trace but its line in the ledger."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.clock import now
from flows.run import forgetting as forgets
from flows.run.workers import Workers
from parsers.errors import UsageError
from parsers.model import Outcome
from tests.filing import file_paths
from tests.kills import here
from warehouse.asking.search import Sought, find
from warehouse.database.holders import holders
from warehouse.database.place import Place
from warehouse.database.store import reading, writing
from warehouse.filing import archiving, checks, forgetting, quarantine, vocabulary

RARE = "Quillfeather"

HARBOUR = (
    "LARKHAVEN, March 3, 2025 (Osk News Agency) -- The harbour of Larkhaven handled 4.2 million tonnes in 2024, the port office "
    "said. Grain was the largest part of it, ahead of timber and stone, and the quay was full on two hundred days.\n\n"
    "“We need a second crane,” said Mira Kestrel, the harbour master. A new quay opens in May.\n"
)
COPY = (
    "March 4, 2025\n\n"
    + HARBOUR.replace("LARKHAVEN, March 3, 2025 (Osk News Agency) -- ", "")
    + "\n(Osk News Agency)\n"
)
BRIDGE = (
    "OSK, March 5, 2025 -- The council of Osk voted on Tuesday to repair the iron bridge for $3.4 million.\n\n"
    "“It cannot wait,” said the mayor, Ilse Brandt. The work will take two years and employ 120 people.\n\n"
    "The bridge was built in 1911 by a shipyard that has long been closed, and since the flood of 1987 lorries have had to go "
    "round by Larkhaven. Two members of the council would rather have built a new one beside it, of stone, as their fathers did.\n"
)
BORROWER = (
    "OSK, March 9, 2025 -- Traders of the valley complain about their roads, their letters and the price of oats.\n\n"
    "Carts stand for hours at the toll house of Askby, where one man writes down by hand what each of them carries, and the "
    "guild has asked three governors in turn to send him a helper. None has answered so far, says its treasurer.\n\n"
    "The council of Osk voted on Tuesday to repair the iron bridge for $3.4 million, and the work will take two years and "
    "employ 120 people, but nobody in the valley believes that, says the guild of carters.\n"
)
SECRET = (
    f"TARN, March 6, 2025 -- A garden of {RARE} roses was planted in Tarn by Mira Kestrel and Orsolya {RARE}.\n\n"
    f"The {RARE} Trust paid 12,000 pounds for it. “They smell of rain,” said Orsolya {RARE}, a gardener.\n"
)
TEXTS = {"harbour.txt": HARBOUR, "copy.txt": COPY, "bridge.txt": BRIDGE, "borrower.txt": BORROWER, "secret.txt": SECRET}

TABLES = {
    "raw_document": "raw_document_id, byte_length, media_type, charset",
    "article": "* exclude (recorded_at)",
    **dict.fromkeys(("passage", "repair", "fact", "fact_party", "entity", "entity_alias", "mention"), "*"),
    **dict.fromkeys(("syndication", "reuse", "story_original", "story_decision", "story_event", "vocabulary"), "*"),
    "search_term": "term",
}

PLACES = """
select t.term, d.article_id, d.words, p.position
from (select term_id, unnest(documents) as document, unnest(positions) as position from search_posting) p
full join search_document d using (document) left join search_term t using (term_id)
"""


def contents(place: Place) -> dict[str, list[tuple[object, ...]]]:
    """Everything derived from documents, without numbers that depend on the order of arrival."""
    with reading(place) as warehouse:
        run = warehouse.connection.execute
        tables = {t: sorted(run(f"select {c} from {t}").fetchall(), key=repr) for t, c in TABLES.items()}
        return {**tables, "search": sorted(run(PLACES).fetchall(), key=repr)}


def filed(folder: Path, texts: Mapping[str, str]) -> Place:
    """A desk with these texts, parsed in this process."""
    folder.mkdir(exist_ok=True)
    place = Place.at(folder / "desk.duckdb")
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Workers, "submit", here)
        file_paths(place, [str(folder / name) for name in texts])
    return place


def again(place: Place, *names: str) -> Mapping[str, int]:
    """File files of the desk's folder again; the outcomes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Workers, "submit", here)
        return file_paths(place, [str(place.published.parent / name) for name in names]).outcomes


def source(place: Place, name: str) -> str:
    return str(place.published.parent / name)


def forget(place: Place, *names: str, reason: str = "taken down") -> None:
    for name in names:
        forgets.takedown(place, source(place, name), "document", reason=reason)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk with all texts."""
    return filed(tmp_path_factory.mktemp("desk") / "d", TEXTS).published.parent


def copied(desk: Path, folder: Path) -> Place:
    shutil.copytree(desk, folder)
    place = Place.at(folder / "desk.duckdb")
    with writing(place) as warehouse:  # as if it had been filed from here
        warehouse.connection.execute(
            "update arrival set source_uri = replace(source_uri, ?, ?)", [str(desk), str(folder)]
        )
    return place


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=st.sets(st.sampled_from(sorted(TEXTS)), min_size=1))
def test_forgotten_is_as_if_never_there(tmp_path_factory: pytest.TempPathFactory, desk: Path, gone: set[str]) -> None:
    """Whatever goes: every table of what documents say equals that of a desk that never had it, and every check passes."""
    folder = tmp_path_factory.mktemp("gone")
    place = copied(desk, folder / "d")
    forget(place, *sorted(gone))
    expected = (
        contents(filed(folder / "never", {n: t for n, t in TEXTS.items() if n not in gone}))
        if gone < set(TEXTS)
        else None
    )
    left = contents(place)
    if expected is None:
        assert not any(left.values())
    else:
        assert {t for t in expected if left[t] != expected[t]} == set()
    with reading(place) as warehouse:
        assert [c.rule for c in checks.check(warehouse) if c.violations] == []


def test_no_table_names_a_forgotten_article(tmp_path: Path, desk: Path) -> None:
    """In all tables of the database, also in those that come later, only the ledger's own rows hold its id."""
    place = copied(desk, tmp_path / "d")
    with reading(place) as warehouse:
        ((article_id,),) = warehouse.connection.execute(
            "select article_id from arrival where ends_with(source_uri, 'bridge.txt')"
        ).fetchall()
    forget(place, "bridge.txt")
    with reading(place) as warehouse:
        run = warehouse.connection.execute
        columns = run(
            "select table_name, column_name from duckdb_columns() where not internal and data_type = 'VARCHAR'"
        ).fetchall()
        tables = {t for (t,) in run("select table_name from duckdb_tables()").fetchall()}
        held = {
            t
            for t, c in columns
            if t in tables and run(f'select 1 from {t} where "{c}" like ?', [f"{article_id}%"]).fetchall()
        }
    assert held == {"arrival", "forgotten"}


OF_DOCUMENTS = {
    "arrival", "raw_document", "forgotten", "article", "passage", "repair", "fact", "mention", "search_document", "printing",
    "syndication", "reuse", "reuse_pair", "story_original", "story_event", "story_decision",
    "alteration", "alteration_pair", "alteration_due", "claim", "happening_decision", "alert", "watch_due",
    "note", "tag", "judgement",
}  # fmt: skip
"""Tables whose rows belong to an article or a document, all of which `forget` treats."""


def test_every_table_of_documents_is_known(desk: Path) -> None:
    """A new table with rows of articles or documents is a table that forgetting and moving must treat too."""
    with reading(Place.at(desk / "desk.duckdb")) as warehouse:
        rows = warehouse.connection.execute(
            "select distinct table_name from duckdb_columns() join duckdb_tables() using (table_name) "
            "where regexp_matches(column_name, '(article|raw_document)_id$')"
        ).fetchall()
    left_out = {
        "forgotten",
        "printing",
        "reuse_pair",
        "alteration_pair",
        "alteration_due",
        "watch_due",
    }  # the ledger's own, and what is made again from what stays
    assert {t for (t,) in rows} - {"reprocess"} == OF_DOCUMENTS
    assert OF_DOCUMENTS - set(archiving.TABLES) == left_out


def test_no_file_holds_its_words(tmp_path: Path) -> None:
    """A word that only it had is in no database file any more, neither plain nor compressed: no row has it, no block is left."""
    place = filed(tmp_path / "d", {"harbour.txt": HARBOUR, "secret.txt": SECRET})
    files = (place.published, place.live)
    assert all(RARE.encode() in path.read_bytes() for path in files)
    forget(place, "secret.txt")
    for path in files:
        assert RARE.encode() not in path.read_bytes()
        assert RARE.lower().encode() not in path.read_bytes()
    assert not place.live.with_name("live.duckdb.wal").exists()


def test_the_ledger_keeps_that_it_was_there(tmp_path: Path, desk: Path) -> None:
    """Its arrival keeps its outcome and says when and why it went; the hash of the bytes is kept, and outcomes add up."""
    place = copied(desk, tmp_path / "d")
    forget(place, "bridge.txt", reason="a court order")
    with reading(place) as warehouse:
        run = warehouse.connection.execute
        ((outcome, reason, article_id, raw_id),) = run(
            "select outcome, reason, article_id, raw_document_id from arrival where ends_with(source_uri, 'bridge.txt')"
        ).fetchall()
        ((kept, cause, why, erased),) = run(
            "select raw_document_id, cause, reason, erased_at is not null from forgotten"
        ).fetchall()
        assert run("select received, adds_up from ledger where kind = 'ingest'").fetchall() == [(5, True)]
    assert (outcome, article_id) == ("loaded", None)
    assert reason == f"forgotten on {now():%Y-%m-%d}: a court order"
    assert (kept, cause, why, erased) == (raw_id, "takedown", "a court order", True)


def test_it_is_not_filed_again_until_it_is_let_in(tmp_path: Path, desk: Path) -> None:
    """The same bytes are rejected with the reason and not stored; after `lift` they are filed like any other."""
    place = copied(desk, tmp_path / "d")
    before = contents(place)
    forget(place, "bridge.txt")
    without = contents(place)
    assert again(place, "bridge.txt", "harbour.txt") == {Outcome.REJECTED: 1, Outcome.UNCHANGED: 1}
    assert contents(place) == without
    with reading(place) as warehouse:
        ((reason, said),) = warehouse.connection.execute(
            "select reason, statements from arrival where ends_with(source_uri, 'bridge.txt') and outcome = 'rejected'"
        ).fetchall()
        assert quarantine.held(warehouse) == ()
    assert said is None
    with reading(place) as warehouse:
        (raw_id,) = warehouse.connection.execute("select raw_document_id from forgotten").fetchall()[0]
    assert reason.startswith("forgotten on ")
    assert reason.endswith(f" — newsdesk forget {raw_id[:12]} --lift lets it in again")
    assert forgets.lift(place, raw_id[:12]) == (raw_id,)
    assert again(place, "bridge.txt") == {Outcome.LOADED: 1}
    assert {t for t, rows in contents(place).items() if rows != before[t]} <= {"story_event"}
    with reading(place) as warehouse:
        assert [c.rule for c in checks.check(warehouse) if c.violations] == []


def test_what_is_forgotten_while_it_is_parsed_is_not_filed(tmp_path: Path) -> None:
    """A document that is taken out between its arrival and its filing ends as rejected, and leaves nothing."""
    folder = tmp_path / "d"
    folder.mkdir()
    place = Place.at(folder / "desk.duckdb")
    (folder / "secret.txt").write_text(SECRET)

    def late(workers: Workers, documents: Sequence[object]) -> object:
        with writing(place) as warehouse, warehouse.transaction():
            goes = forgetting.scope(warehouse, source(place, "secret.txt"), "document")
            forgetting.forget(warehouse, goes, now(), cause="takedown", reason="in flight")
        return here(workers, documents)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Workers, "submit", late)
        summary = file_paths(place, [str(folder / "secret.txt")])
    assert summary.outcomes == {Outcome.REJECTED: 1}
    assert not any(contents(place).values())


def test_an_outlet_goes_with_all_that_it_printed(tmp_path: Path) -> None:
    """The name of an outlet takes out what it printed, and nothing of others."""
    page = "<html><head><title>T{n}</title><meta property='og:site_name' content='{outlet}'><meta property='og:type' content='article'></head><body><article><h1>Title {n}</h1>{body}</article></body></html>"
    body = "".join(f"<p>{part}</p>" for part in HARBOUR.split("\n\n"))
    other = "".join(f"<p>{part}</p>" for part in BRIDGE.split("\n\n"))
    place = filed(
        tmp_path / "d",
        {
            "a.html": page.format(n=1, outlet="Osk Mail", body=body),
            "b.html": page.format(n=2, outlet="Osk Mail", body=other),
            "c.html": page.format(n=3, outlet="Tarn Post", body=body),
        },
    )
    forgets.takedown(place, "osk mail", None, reason="the outlet asked")
    with reading(place) as warehouse:
        assert warehouse.connection.execute("select coalesce(republisher, publisher) from article").fetchall() == [
            ("Tarn Post",)
        ]


def test_unusable_documents_can_be_forgotten(tmp_path: Path) -> None:
    """What was rejected has bytes too; they go, and it leaves the quarantine."""
    place = filed(tmp_path / "d", {"harbour.txt": HARBOUR, "noise.json": '{"a": 1}'})
    with reading(place) as warehouse:
        assert len(quarantine.held(warehouse)) == 1
    forget(place, "noise.json")
    with reading(place) as warehouse:
        assert quarantine.held(warehouse) == ()
        assert warehouse.connection.execute("select count(*) from raw_document").fetchall() == [(1,)]
        assert [c.rule for c in checks.check(warehouse) if c.violations] == []


def test_the_same_text_in_other_bytes_goes_with_its_article(tmp_path: Path) -> None:
    """Forgetting an article takes every document that had its text."""
    place = filed(tmp_path / "d", {"harbour.txt": HARBOUR})
    with writing(place) as warehouse:
        run = warehouse.connection.execute
        run(
            "insert into raw_document select 'ff' || raw_document_id, payload, media_type, charset, byte_length, first_seen_at from raw_document"
        )
        run(
            "insert into arrival by name select * replace ('later' as arrival_id, 'page' as source_kind, 'ff' || raw_document_id as raw_document_id, 'unchanged' as outcome) from arrival"
        )
        ((article_id,),) = run("select article_id from article").fetchall()
    forgets.takedown(place, article_id[:8], None, reason="asked")
    with reading(place) as warehouse:
        assert warehouse.connection.execute("select count(*) from raw_document").fetchall() == [(0,)]
        assert warehouse.connection.execute("select count(*) from forgotten").fetchall() == [(2,)]
        assert [c.rule for c in checks.check(warehouse) if c.violations] == []


def test_learned_words_go_too(tmp_path: Path) -> None:
    """The vocabulary is learned again without it, where one was learned."""
    texts = {f"{n}.txt": SECRET.replace("garden", f"garden number {n}") for n in range(3)}
    place = filed(tmp_path / "d", {**texts, "harbour.txt": HARBOUR})
    with writing(place) as warehouse:
        words = {w for w, _ in vocabulary.relearn(warehouse).counts}
    forget(place, *texts)
    with writing(place) as warehouse:
        left = {w for w, _ in vocabulary.known(warehouse).counts}
    never = filed(tmp_path / "never", {"harbour.txt": HARBOUR})
    with writing(never) as warehouse:
        assert left == {w for w, _ in vocabulary.relearn(warehouse).counts}
    assert words - left


def test_search_does_not_find_it(tmp_path: Path, desk: Path) -> None:
    """Its words are not found, and those of the others are, with the ranks of a desk that never had it."""
    place = copied(desk, tmp_path / "d")
    forget(place, "secret.txt")
    never = filed(tmp_path / "never", {n: t for n, t in TEXTS.items() if n != "secret.txt"})
    for words in (RARE, "kestrel", "bridge osk"):
        with reading(place) as one, reading(never) as other:
            hits, expected = find(one, Sought(query=words)), find(other, Sought(query=words))
        assert hits == expected
    with reading(place) as one:
        assert find(one, Sought(query=RARE)).hits == ()


def test_files_that_still_hold_it_are_named(tmp_path: Path, desk: Path) -> None:
    """A copy beside the database that has the document is found; one without it, and other databases, are not named."""
    place = copied(desk, tmp_path / "d")
    shutil.copy(place.published, tmp_path / "d" / "desk.duckdb.1")
    shutil.copy(place.published, tmp_path / "elsewhere.duckdb")
    with reading(place) as warehouse:
        ((raw_id,),) = warehouse.connection.execute(
            "select raw_document_id from arrival where ends_with(source_uri, 'bridge.txt')"
        ).fetchall()
    forgets.takedown(place, raw_id, None, reason="asked")
    (tmp_path / "d" / "broken.duckdb").write_bytes(b"no database")
    found = {(h.path.name, h.documents) for h in holders(place, [raw_id], [tmp_path / "elsewhere.duckdb"])}
    assert found == {("desk.duckdb.1", 1), ("elsewhere.duckdb", 1), ("broken.duckdb", None)}


def test_names_are_told_apart(tmp_path: Path, desk: Path) -> None:
    """An unknown name, and the beginning of several ids, are refused."""
    place = copied(desk, tmp_path / "d")
    with reading(place) as warehouse:
        for name in ("nobody", "", "abc"):
            with pytest.raises(UsageError):
                forgetting.scope(warehouse, name)
