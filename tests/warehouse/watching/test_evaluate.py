"""What watches find in what a run filed, and what is kept of it."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from parsers.errors import UsageError
from parsers.watches import Watch
from tests.filing import file_texts
from warehouse.database.place import Place
from warehouse.database.store import writing
from warehouse.watching import watches
from warehouse.watching.evaluate import around

AT = datetime(2024, 5, 15, 12, tzinfo=UTC)

FERRY = (
    "Ferry fares rise in Quillport\n\nQUILLPORT, May 14 (Reuters) - The Quillport ferry carried 4,300 passengers in April, the harbour board said on Tuesday. "
    "Its director, Hanna Brisk, said that fares would rise by 6 percent from June. The board will meet again in autumn to look at the winter timetable."
)
MILL = (
    "Paper mill to close\n\nThe paper mill at Upper Dunnock will close in March, its owner Felgate Paper said on Wednesday. About 210 people work there. "
    "The town council asked for talks, and unions called a meeting for Friday evening in the sports hall of the school."
)
LATER = (
    "Second ferry ordered\n\nQuillport has ordered a second ferry from a yard in Norway, the harbour board said on Monday. It will carry 600 passengers "
    "and 80 cars, and it is to cross the sound in forty minutes. The yard did not say what the ship will cost."
)

PORT = (
    "Busy year at the port\n\nQUILLPORT, May 14 (Reuters) - The port of Quillport handled 4.2 million tonnes of cargo in 2023, its director Hanna Brisk said on Tuesday. "
    "Grain was the largest part. A new ferry pier is to be built next year, and the road to the harbour is to be widened before that."
)
OTHERWISE = (
    "Sailors count again\n\nQUILLPORT, May 15 (AFP) - The union of seafarers read its own books on Wednesday. The port of Quillport handled 5.1 million tonnes of cargo in 2023, it said. "
    "It asks for cranes and for more people at the ferry, and calls a meeting for Friday evening in the old customs house."
)


def found(
    place: Place, asked: Sequence[Watch], texts: dict[str, str], run_id: str = "r1"
) -> list[tuple[str, str, str]]:
    """File texts with some watches kept, and ask these: watch, exact words, why."""
    with writing(place) as warehouse, warehouse.transaction():
        watches.add(warehouse, [w for w in asked if w not in watches.known(warehouse)], AT)
    run_id = file_texts(place, texts).run_id
    with writing(place) as warehouse:
        return warehouse.connection.execute(
            "select watch, exact, why from alert where run_id = ? order by watch, start_char", [run_id]
        ).fetchall()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty desk."""
    return Place.at(tmp_path / "desk.duckdb")


def test_every_kind_finds_its_own(place: Place) -> None:
    """Words, a name, a figure within bounds and a SELECT find the article that answers, with its words and a reason."""
    asked = [
        Watch(name="boats", kind="search", question="ferry fares -mill"),
        Watch(name="brisk", kind="entity", question="hanna brisk"),
        Watch(name="jobs", kind="measure", question="people", at_least=200, at_most=300),
        Watch(name="many", kind="measure", question="people", at_least=1000),
        Watch(
            name="closing",
            kind="sql",
            question="select article_id, 'it closes' as why from article where contains(headline, 'close'); -- so",
        ),
        Watch(name="one outlet", kind="spread", question="ferry", outlets=9),
    ]
    rows = found(place, asked, {"ferry.txt": FERRY, "mill.txt": MILL})
    assert [(watch, why.partition(":")[0]) for watch, _, why in rows] == [
        ("boats", "its text answers"), ("brisk", "it names Hanna Brisk"), ("closing", "it closes"),
        ("jobs", "its figure 210 {person} is within the bounds of people"),
    ]  # fmt: skip
    assert "fares would rise" in rows[0][1]
    assert rows[1][1] == "Its director, Hanna Brisk, said that fares would rise by 6 percent from June."
    assert rows[3][1] == "About 210 people work there."


def test_a_contradiction_is_told_when_it_comes(place: Place) -> None:
    """When an independent article says otherwise of one thing; with both sayings; a watch of other words is not answered."""
    asked = [
        Watch(name="any", kind="contradiction"),
        Watch(name="cargo", kind="contradiction", question="cargo"),
        Watch(name="mill", kind="contradiction", question="mill"),
    ]
    assert found(place, asked, {"port.txt": PORT}) == []
    rows = found(place, asked, {"other.txt": OTHERWISE})
    assert [row[0] for row in rows] == ["any", "cargo"]
    assert all("5.1 million tonnes" in exact for _, exact, _ in rows)
    assert all("says otherwise: " in why and "4.2 million tonnes" in why for *_, why in rows)


def test_a_story_that_spreads_is_told_at_its_width(place: Place) -> None:
    """When the copies of a story have reached so many outlets, in whichever run; once."""
    asked = [
        Watch(name="wide", kind="spread", outlets=2),
        Watch(name="wider", kind="spread", outlets=3, question="ferry"),
    ]
    assert found(place, asked, {"a.html": printed("Harbour Gazette")}) == []
    assert [(row[0], row[2]) for row in found(place, asked, {"b.html": printed("Northern Post")})] == [
        ("wide", "2 outlets have the story: Harbour Gazette, Northern Post")
    ]
    assert [row[0] for row in found(place, asked, {"c.html": printed("City Ledger")})] == ["wider"]
    assert found(place, asked, {"d.html": printed("Coast Mail")}) == []


def printed(outlet: str) -> str:
    """The page of an outlet with the ferry's article."""
    headline, _, body = FERRY.partition("\n\n")
    article = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": headline, "articleBody": body,
        "datePublished": "2024-05-14T08:00:00Z", "publisher": {"@type": "Organization", "name": outlet},
    }  # fmt: skip
    return f"""<html><head><title>{headline}</title><script type="application/ld+json">{json.dumps(article)}</script></head>
<body><article><h1>{headline}</h1><p>{body}</p></article></body></html>"""


def test_the_words_are_where_they_are_said_to_be(place: Place) -> None:
    """The exact words of every alert are those of the body between its offsets."""
    asked = [
        Watch(name="boats", kind="search", question="ferry"),
        Watch(name="brisk", kind="entity", question="Hanna Brisk"),
    ]
    assert found(place, asked, {"ferry.txt": FERRY})
    with writing(place) as warehouse:
        ((right,),) = warehouse.connection.execute(
            "select bool_and(exact = substring(article_body, start_char + 1, end_char - start_char)) from alert join article using (article_id)"
        ).fetchall()
    assert right


def test_only_what_is_new_is_looked_at(place: Place) -> None:
    """A watch looks at what is filed after it was added, and at each article once."""
    file_texts(place, {"mill.txt": MILL})
    asked = [Watch(name="all", kind="search", question="the")]
    assert len(found(place, asked, {"ferry.txt": FERRY})) == 1
    assert found(place, asked, {"ferry.txt": FERRY}) == []
    assert [said[0] for said in found(place, asked, {"later.txt": LATER})] == ["all"]
    with writing(place) as warehouse:
        assert warehouse.connection.execute("select count(*) from watch_due").fetchall() == [(0,)]


def test_a_story_is_told_once_a_watch(place: Place) -> None:
    """A copy of the same story brings no second alert, neither in the same run nor in a later one."""
    asked = [Watch(name="boats", kind="search", question="ferry", targets=("mailto:a@press.example", "$HOOK"))]
    assert (
        len(
            found(
                place,
                asked,
                {"a.txt": FERRY, "b.txt": FERRY.replace("QUILLPORT, May 14 (Reuters)", "Quillport, May 14")},
            )
        )
        == 1
    )
    assert found(place, asked, {"c.txt": FERRY + "\n\nThe board has nine members."}) == []
    with writing(place) as warehouse:
        rows = warehouse.connection.execute(
            "select target, state, attempts, due_at from delivery order by target"
        ).fetchall()
    assert [row[:3] for row in rows] == [("$HOOK", "waiting", 0), ("mailto:a@press.example", "waiting", 0)]
    assert all(row[3] <= datetime.now(UTC) for row in rows)


def test_filters_are_those_of_search(place: Place) -> None:
    """Of the outlets and the days of publication that a watch is about; an undated article is of no day."""
    asked = [
        Watch(name="reuters", kind="search", question="ferry", publisher="REUT"),
        Watch(name="other", kind="search", question="ferry", publisher="Gazette"),
        Watch(name="dated", kind="search", question="mill", since=date(2000, 1, 1)),
    ]
    assert [row[0] for row in found(place, asked, {"ferry.txt": FERRY, "mill.txt": MILL})] == ["reuters"]


def test_an_interrupted_run_is_made_up_for(place: Place) -> None:
    """Articles that were filed and not looked at, because the run was killed, are looked at by the next one."""
    with writing(place) as warehouse, warehouse.transaction():
        watches.add(warehouse, [Watch(name="boats", kind="search", question="ferry")], AT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("flows.run.desk.evaluate", lambda *_: os.kill(os.getpid(), signal.SIGINT))
        with pytest.raises(KeyboardInterrupt):
            file_texts(place, {"ferry.txt": FERRY})
    assert [row[0] for row in found(place, [], {"mill.txt": MILL})] == ["boats"]


def test_a_query_that_fails_costs_nothing_else(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """A SELECT that takes too long is noted with its watch; the other watches are answered, and the note goes when it can be asked."""
    slow = "select article_id from article, range(1000000000000) r(n) where hash(n) = 1"
    asked = [Watch(name="boats", kind="search", question="ferry"), Watch(name="slow", kind="sql", question=slow)]
    with writing(place) as warehouse, warehouse.transaction():
        watches.add(warehouse, asked, AT)
    monkeypatch.setattr(
        "warehouse.watching.closed_query.SECONDS", 0.3
    )  # only now: adding asks, too, and may take long on a busy machine
    assert [row[0] for row in found(place, asked, {"ferry.txt": FERRY})] == ["boats"]
    with writing(place) as warehouse:
        assert "longer than" in str({k.watch.name: k.trouble for k in watches.listed(warehouse)}["slow"])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("select 1 as n", "article_id or story_id"), ("delete from article", "one SELECT"), ("select article_id from read_csv('/etc/passwd')", "may not use read_csv"),
        ("select article_id from '/tmp/x.parquet'", "no table or view"), ("select article_id from article; select 2", "one SELECT"),
        ('with "x.csv" as (select 1) select article_id from article', "letters, digits"), ("select article_id from duckdb_secrets()", "may not use"),
        ("select article_id from article where headline in (select content from read_text('/etc/hosts'))", "may not use read_text"),
        ("select article_id from query('select 1 as article_id')", "may not use query"), ("select nothing as article_id from article", "cannot be asked"),
        ("selec", "cannot be read"), ("copy article to 'x.csv'", "one SELECT"), ("select article_id from information_schema.tables", "no table or view"),
    ],
)  # fmt: skip
def test_queries_only_read_the_desk(place: Place, query: str, said: str) -> None:
    """A SELECT reads tables, views and macros of the desk: no file, no function that reads one, no second statement."""
    with writing(place) as warehouse, pytest.raises(UsageError, match=said):
        watches.add(warehouse, [Watch(name="q", kind="sql", question=query)], AT)


def test_declared_watches_follow_their_file(place: Place) -> None:
    """What is said otherwise keeps its alerts, what is gone goes with them, and a name that was added by hand is not taken over."""
    first = [Watch(name="boats", kind="search", question="ferry"), Watch(name="mills", kind="search", question="mill")]
    with writing(place) as warehouse, warehouse.transaction():
        assert watches.declare(warehouse, first, AT)
    file_texts(place, {"ferry.txt": FERRY, "mill.txt": MILL})
    with writing(place) as warehouse:
        with warehouse.transaction():
            assert not watches.declare(warehouse, first, AT)
            assert watches.declare(warehouse, [Watch(name="boats", kind="search", question="ferries")], AT)
        assert [(k.watch.name, k.alerts) for k in watches.listed(warehouse)] == [("boats", 1)]
        with pytest.raises(UsageError, match="take it out there"):
            watches.remove(warehouse, "boats")
        with pytest.raises(UsageError, match="already"):
            watches.add(warehouse, [Watch(name="Boats", kind="search", question="x")], AT)


@pytest.mark.parametrize("body", ["", "One. Two three. Four", "x" * 5000, "a\n\nb. c\n", ". . .", "é" * 400 + ". End"])
def test_the_words_around_are_a_bounded_stretch(body: str) -> None:
    """The sentence around any place of any body holds that place and is of bounded length."""
    for start in range(0, len(body), max(1, len(body) // 7)):
        end = min(len(body), start + 2)
        first, last = around(body, start, end)
        assert 0 <= first <= start
        assert end <= last <= len(body)
        assert last - first <= 620
