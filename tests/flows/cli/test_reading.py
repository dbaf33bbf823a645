"""The verbs that read: search, show, stories, timeline, export, report, status."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from flows.cli import arguments, command_line
from flows.reporting.counting import counted
from parsers.alignment import rebuild
from parsers.errors import UsageError
from tests.cookbook import seeds
from warehouse.asking.article_page import page
from warehouse.database.place import Place
from warehouse.database.store import reading


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The sample documents."""
    return seeds(tmp_path_factory.mktemp("reading"))


@pytest.fixture
def call(place: Place, capsys: pytest.CaptureFixture[str]):
    """Call the command line; what it prints."""

    def run(*said: str) -> str:
        words = arguments([*said, "--database", str(place.published)])
        assert command_line(words)(words, result_action="return_value", exit_on_error=False) == 0
        return capsys.readouterr().out

    return run


def ids(place: Place, where: str) -> list[str]:
    """Ids of articles."""
    with reading(place) as warehouse:
        return [r[0] for r in warehouse.connection.execute(f"select article_id from article where {where}").fetchall()]


def test_search(call) -> None:
    """Results name the article and mark what was found; --format gives the same as data."""
    said = call("search", '"Cinder Point"', "-n", "1")
    assert "*Cinder Point*" in said
    assert "1 story, 2 articles\n" in said
    assert "2 articles" in said.splitlines()[1]
    both = call("search", '"Cinder Point"', "-n", "1", "--copies")
    assert "1 story, 2 articles; the best 1 article shown" in both
    rows = [json.loads(line) for line in call("search", "it's", "OR", "ferry", "-f", "jsonl").splitlines()]
    assert rows
    assert set(rows[0]) >= {"article_id", "score", "headline", "date_published"}


def test_search_shows_a_story_once(call) -> None:
    """One row a story, by its original, with its articles and outlets; --copies gives every article; SQL has both."""
    rows = [json.loads(line) for line in call("search", "ferry", "-f", "jsonl").splitlines()]
    assert len({row["story_id"] for row in rows}) == len(rows)
    reprinted = next(row for row in rows if row["articles"] > 1)
    assert (reprinted["matching"], reprinted["articles"], reprinted["outlets"]) == (2, 2, 2)
    assert "also in 1 outlet (2 articles)" in call("search", "ferry")
    copies = [json.loads(line) for line in call("search", "ferry", "--copies", "-f", "jsonl").splitlines()]
    assert len(copies) == len(rows) + 1
    assert rows == [json.loads(x) for x in call("sql", "from search_stories('ferry')", "-f", "jsonl").splitlines()]
    assert copies == [json.loads(x) for x in call("sql", "from search('ferry')", "-f", "jsonl").splitlines()]


def test_search_facets(call) -> None:
    """--facets counts articles and stories by outlet, language, genre and day; SQL has the same."""
    rows = [json.loads(line) for line in call("search", "ferry", "--facets", "-f", "jsonl").splitlines()]
    assert [*dict.fromkeys(row["facet"] for row in rows)] == ["outlet", "language", "genre", "day"]
    english = {"facet": "language", "value": "en", "articles": 3, "stories": 2}
    assert english in rows
    assert english in [json.loads(x) for x in call("sql", "from search_facets('ferry')", "-f", "jsonl").splitlines()]
    assert "outlet" in call("search", "ferry", "--facets")


def test_search_for_nothing(call) -> None:
    """A search without words, or with none to find, is refused."""
    with pytest.raises(UsageError, match="give words to search for"):
        call("search")
    for said in ("-oil", "*", '""', "!!!"):
        with pytest.raises(UsageError, match="no word to search for"):
            call("search", said)


def test_a_word_that_looks_like_an_option_is_excluded(call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """-oil and -news are words to be without; they name no file and no number of articles."""
    monkeypatch.chdir(tmp_path)
    assert "2 articles" in call("search", "ferry", "-oil", "-news", "-n", "5")
    assert "1 article\n" in call("search", '"ferry"', "-museum", "-museums", "-auk")
    assert list(tmp_path.iterdir()) == []


def test_search_by_outlet_and_time(call) -> None:
    """--publisher, --since and --until choose among what is found, in print and as data."""
    assert "0 articles" in call("search", "ferry", "--publisher", "gazette")
    said = ("search", "ferry", "--publisher", "packet", "--since", "2025-10-08", "--until", "2025-10-09")
    assert "1 article\n" in call(*said)
    assert len(call(*said, "-f", "jsonl").splitlines()) == 1


def test_a_word_of_the_headline_is_marked_there(call) -> None:
    """What is found only in the headline is marked in the headline."""
    assert "Electric ferry *halves* the way" in call("search", "halves")


def test_show_is_the_clean_text(place: Place, call) -> None:
    """Without options an article is printed in reading order, whole and without marks."""
    (wrapped,) = ids(place, "starts_with(article_body, 'TARKHUN')") or ids(place, "article_body like '%Achterberg%'")
    said = call("show", wrapped[:8])
    with reading(place) as warehouse:
        found = page(warehouse, wrapped)
    body = found.article.article_body
    for passage in found.passages:
        assert body[passage.start_char : passage.end_char].strip() in said
    assert "{+" not in said


def test_show_diff_tells_every_edit(place: Place, call) -> None:
    """--diff marks what was removed and what was inserted; taking the insertions away gives what was printed."""
    with reading(place) as warehouse:
        most = warehouse.rows("report_repaired", {"n": 1})[0][0]
        found = page(warehouse, most)
    said = call("show", most, "--diff")
    assert "{+" in said or "[-" in said
    assert rebuild(found.article.article_body, found.repairs) != found.article.article_body


def test_show_facts(place: Place, call) -> None:
    """--facts lists kind, amount and words."""
    said = call("show", ids(place, "headline like '%battery plant%'")[0], "--facts")
    assert "quantity/money" in said
    assert "EUR" in said


def test_show_revisions(place: Place, call) -> None:
    """--revisions shows what changed, word by word."""
    said = call("show", ids(place, "headline like 'Crack in dam%'")[0], "--revisions")
    assert "→" in said
    assert "[- two-]{+ three+}" in said or "[- three-]{+ two+}" in said


@pytest.mark.parametrize("start", ["zz", ""])
def test_ids_must_be_one(call, start: str) -> None:
    """The start of an id that fits no article, or several, is refused."""
    with pytest.raises(UsageError):
        call("show", start)


def test_stories(place: Place, call) -> None:
    """The list has the most printed first; a story is a tree with its original at the root."""
    rows = [json.loads(line) for line in call("stories", "-f", "jsonl").splitlines()]
    assert [r["articles"] for r in rows] == sorted((r["articles"] for r in rows), reverse=True)
    ferry = next(r for r in rows if "ferry" in (r["headline"] or ""))
    said = call("stories", "--story", ferry["story_id"][:10])
    assert "original  The Larkhaven Packet" in said
    assert "└── duplicate" in said


def test_people_split_and_merge(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A split makes two stories of one, a merge undoes it; both stand in the story's history with the note."""
    place = seeds(tmp_path)
    (copy,) = ids(place, "article_id in (select article_id from syndication where relation = 'duplicate')")
    words = ["stories", "split", copy, "--note", "another ferry", "--database", str(place.published)]
    command_line(words)(words, result_action="return_value", exit_on_error=False)
    assert capsys.readouterr().out == f"its own story is now {copy}\n"
    assert ids(place, f"story_id = '{copy}'") == [copy]
    (other,) = ids(place, "headline like 'Electric ferry%'")
    words = ["stories", "merge", copy, other, "--database", str(place.published)]
    command_line(words)(words, result_action="return_value", exit_on_error=False)
    assert sorted(ids(place, f"story_id in (select story_id from article where article_id = '{other}')")) == sorted(
        [copy, other]
    )
    capsys.readouterr()
    words = ["stories", "--story", other, "--database", str(place.published)]
    command_line(words)(words, result_action="return_value", exit_on_error=False)
    assert "another ferry" in capsys.readouterr().out


def test_timeline(call) -> None:
    """Facts come by date, within the dates asked for, copies counted once."""
    rows = [
        json.loads(line)
        for line in call("timeline", "--since", "2025-06", "--about", "FERRIES", "-f", "jsonl").splitlines()
    ]
    assert rows
    assert all("ferr" in r["what"].lower() for r in rows)
    assert len({(r["when"], r["what"]) for r in rows}) == len(rows)
    assert call("timeline", "--since", "2999") == ""


def test_a_timeline_with_copies_has_a_line_for_every_article(call) -> None:
    """The lines of `--copies` are as many as the articles that the lines of the stories count."""
    told, copied = (
        [json.loads(line) for line in call("timeline", "-n", "9999", "-f", "jsonl", *more).splitlines()]
        for more in ((), ("--copies",))
    )
    assert len(copied) == sum(r["articles"] for r in told) > 0
    assert {r["articles"] for r in copied} == {1}
    assert max(r["articles"] for r in told) > 1


def test_a_timeline_without_an_answer_says_so(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is found, the kinds that could be are named, beside the output."""
    words = ["timeline", "--kind", "quantities", "--database", str(place.published)]
    command_line(words)(words, result_action="return_value", exit_on_error=False)
    said = capsys.readouterr()
    assert said.out == ""
    assert "quantity" in said.err


@pytest.mark.parametrize(
    ("n", "things", "said"),
    [
        (1, "stories", "1 story"), (0, "stories", "0 stories"), (1, "places where words are lost", "1 place where words are lost"),
        (1, "doubtful places", "1 doubtful place"), (1, "residue removed", "1 residue removed"), (1200, "words", "1,200 words"),
    ],
)  # fmt: skip
def test_one_of_several(n: int, things: str, said: str) -> None:
    """One thing is named in the singular."""
    assert counted(n, things) == said


def test_a_timeline_names_the_articles(place: Place, call) -> None:
    """Each line ends with the id by which `newsdesk show` prints the article."""
    lines = call("timeline", "-n", "3").splitlines()
    assert {line.rpartition(" · ")[2] for line in lines[1::2]} <= set(ids(place, "true"))
    assert len(lines) == 6


def test_values_are_written_in_once(call) -> None:
    """A word that looks like a place for a value is a word."""
    assert call("timeline", "--about", "$kind 'x' $limit") == ""


def test_a_date_that_is_none(call) -> None:
    """A date that is none is refused with the forms that are."""
    for said in ("yesterday", "2025-1", "2", "2025-02-30", ""):
        with pytest.raises(UsageError, match="2025-03-14"):
            call("timeline", "--since", said)


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl"])
def test_export(tmp_path: Path, call, form: str) -> None:
    """Every table and view that is not internal becomes a file."""
    call("export", "--all", "--format", form, "--output", str(tmp_path / "out"))
    names = {f.stem for f in (tmp_path / "out").iterdir()}
    assert {"article", "fact", "story", "quantity", "quotation", "timeline", "ledger"} <= names
    assert "search_posting" not in names
    assert all(f.stat().st_size for f in (tmp_path / "out").iterdir() if f.suffix == ".parquet")


def test_export_says_what_it_leaves_out(tmp_path: Path, place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything as text is everything but the bytes, and says so."""
    words = ["export", "--all", "-f", "csv", "-o", str(tmp_path), "--database", str(place.published)]
    command_line(words)(words, result_action="return_value", exit_on_error=False)
    assert "raw_document is left out" in capsys.readouterr().err
    assert not (tmp_path / "raw_document.csv").exists()


def test_export_by_month(tmp_path: Path, place: Place, call) -> None:
    """A table becomes a folder with a file a month of publication, and nothing is lost on the way; a second time is the same."""
    out = tmp_path / "cold"
    for _ in range(2):
        said = call("export", "article", "fact", "raw_document", "quantity", "--by", "month", "--output", str(out))
        assert f"{out / 'fact'}  13 months" in said
    asked = "select month, count(*) from read_parquet('{}/*/*.parquet', hive_partitioning = true, hive_types = {{'month': varchar}}) group by month order by month"
    with duckdb.connect() as anywhere:
        there = anywhere.execute(asked.format(out / "fact")).fetchall()
    with reading(place) as warehouse:
        here = warehouse.connection.execute(
            "select coalesce(strftime(date_published, '%Y-%m'), 'undated') as month, count(*) from fact join article using (article_id) group by month order by month"
        ).fetchall()
    assert there == here
    assert {name for name, _ in there} >= {"2023-03", "undated"}


@pytest.mark.parametrize(
    ("arguments", "why"),
    [(("entity", "--by", "month"), "belong to no article"), (("fact", "--by", "month", "-f", "csv"), "writes Parquet")],
)
def test_export_by_month_of_what_has_none(tmp_path: Path, call, arguments: tuple[str, ...], why: str) -> None:
    """Rows without an article have no month, and other formats no folders."""
    with pytest.raises(UsageError, match=why):
        call("export", *arguments, "--output", str(tmp_path))


def test_export_of_what_is_not_there(call) -> None:
    """A name that is no table is refused with those that are."""
    with pytest.raises(UsageError, match=r"no nonsense; there is: .*article"):
        call("export", "nonsense")


def test_report_and_status(tmp_path: Path, call) -> None:
    """The report is one file; status counts, and prints metrics on request."""
    call("report", "--output", str(tmp_path / "r.html"), "--title", "Sample & desk")
    assert "<h1>Sample &amp; desk</h1>" in (tmp_path / "r.html").read_text("utf-8")
    assert "articles" in call("status")
    assert call("status", "--metrics").startswith("# HELP newsdesk_documents_total")
