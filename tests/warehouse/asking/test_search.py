"""The word index: what is found, in which order, and that it keeps up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.filing import file_texts
from warehouse.asking.matching import matched
from warehouse.asking.question import asked
from warehouse.asking.search import Hit, Sought, clauses, find, matches, quote, snippet
from warehouse.database.place import Place
from warehouse.database.sql import scripts
from warehouse.database.stems import number, stem
from warehouse.database.store import Warehouse, reading, text_array, writing
from warehouse.database.terms import JOINED, fold, indexed, terms
from warehouse.filing import word_index

TEXTS = {
    "ferry.txt": "Ferries cross the Caspian again\n\nThe ferry line between Aktau and Baku opened on Monday. Port officials said "
    "that the middle corridor carried 4.5 million tonnes of cargo last year, and that a second ferry would follow in June.",
    "rail.txt": "Rail freight grows\n\nThe railway said on Tuesday that freight on the corridor in the middle of the country "
    "rose by 12 per cent, while Kazakhstan’s own traffic fell. Kazakh officials expect more wagons to arrive in autumn.",
    "oil.txt": "Oil terminal closes\n\nThe oil terminal at the port was closed on Friday after a storm, the operator said. "
    "Tankers were sent to Batumi, and oil shipments will resume when the repairs to the jetty have been completed.",
    "turkish.txt": "İstanbul’da zirve\n\nCumhurbaşkanı çarşamba günü İstanbul’da konuştu ve Orta Koridor için yeni bir ışık "
    "gördüğünü söyledi. Zirveye otuz ülkeden temsilciler katıldı, görüşmeler iki gün sürecek ve cuma günü bitecek.",
    "russian.txt": "Ёлки для города\n\nГородские власти сообщили во вторник, что ёлки установят в декабре, а новый йод для "
    "больниц поступит в январе. Представители мэрии рассказали, что работы начнутся в конце ноября этого года.",
    "talks.txt": "Talks on quotas\n\nThe U.S. envoy told the U.N. that 12,000 well-known fishermen would co-operate in the dis\u00adpute, "
    "the statement of the two ministries said, and nobody in the harbours doubted that the quotas would be kept this summer.",
    "strike.txt": "Strikes spread\n\nDockers whose union cooperates with the US unions met 12000 delegates, and the strikes of "
    "the winter are well known to them; the cargo of the idle port waits for a court that meets in the second week of May.",
    "azeri.txt": "Prezident Əliyev çıxış etdi\n\nPrezident İlham Əliyev bazar ertəsi Bakıda çıxış edərək bildirdi ki, dəhliz "
    "üzrə daşımalar artıb və yeni limanın tikintisi gələn il başa çatacaq. Tədbirdə nazirlər də iştirak ediblər.",
}  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A desk with eight texts."""
    made = Place.at(tmp_path_factory.mktemp("search") / "desk.duckdb")
    file_texts(made, TEXTS)
    return made


@pytest.fixture
def warehouse(place: Place) -> Iterator[Warehouse]:
    """The published texts."""
    with reading(place) as opened:
        yield opened


def found(warehouse: Warehouse, query: str) -> list[str]:
    """Names of the files that answer a query, best first."""
    rows = warehouse.connection.execute(
        "select source_uri from search(?) s join arrival using (article_id) order by s.score desc", [query]
    ).fetchall()
    return [Path(uri).stem for (uri,) in rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ferry", ["ferry"]),
        ("FERRY cargo", ["ferry"]),
        ("ferries cargo", ["ferry"]),
        ("middle corridor", ["ferry", "rail"]),
        ('"middle corridor"', ["ferry"]),
        ('"corridor middle"', []),
        ("kazakh", ["rail"]),
        ("kazakh*", ["rail"]),
        ("port -oil", ["ferry", "strike"]),
        ("port", ["oil", "ferry", "strike"]),
        ("storm OR wagons", ["oil", "rail"]),
        ('"officials expect mo*"', ["rail"]),
        ("kazakhstan's", ["rail"]),
        ("4.5 million", ["ferry"]),
        ("istanbul isik", ["turkish"]),
        ("İSTANBUL IŞIK", ["turkish"]),
        ("елки ИОД", ["russian"]),
        ("aliyev baki*", ["azeri"]),
        ("US", ["strike", "talks"]),
        ("U.S.", ["strike", "talks"]),
        ("u.n.", ["talks"]),
        ('"U.S. envoy"', ["talks"]),
        ("12000", ["strike", "talks"]),
        ("12,000", ["strike", "talks"]),
        ("12,000 fishermen", ["talks"]),
        ("co-operate", ["strike", "talks"]),
        ("cooperate", ["strike", "talks"]),
        ('"cooperate"', ["talks"]),
        ("well-known", ["strike", "talks"]),
        ("wellknown", ["talks"]),
        ('"well known"', ["strike", "talks"]),
        ("dispute", ["talks"]),
        ("dis\u00adpute", ["talks"]),
        ("ferries delegate", []),
        ("delegate", ["strike"]),
        ("tanker", ["oil"]),
        ('"tanker"', []),
        ("shipment", ["oil"]),
        ('"middle country"~5', ["rail"]),
        ('"country middle"~5', ["rail"]),
        ('"middle country"~2', []),
        ("middle NEAR/4 country", ["rail"]),
        ('port -"the port"', ["ferry", "strike"]),
        ("zebra", []),
        ("", []),
        ('" - *', []),
        ("'; drop table article; --", []),
    ],
)
def test_queries(warehouse: Warehouse, query: str, expected: list[str]) -> None:
    """Words, phrases, beginnings, exclusions and alternatives find what they say, in any script, case and accent."""
    assert sorted(found(warehouse, query)) == sorted(expected)


def test_headline_counts_more(warehouse: Warehouse) -> None:
    """A word in the headline outweighs the same word in a body of the same length."""
    assert found(warehouse, "freight OR monday")[0] == "rail"


def test_snippet_marks_the_matches(warehouse: Warehouse) -> None:
    """A result shows the stretch that answers, with the matching words marked."""
    found = find(warehouse, Sought(query='"middle corridor" cargo'))
    assert (found.articles, found.stories) == (1, 1)
    assert marked(found.hits[0]) == ["middle corridor", "cargo"]


def marked(hit: Hit) -> list[str]:
    """The words of a snippet that are marked."""
    return [hit.snippet[a:b] for a, b in hit.marks]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("US", ["U.S"]),
        ("12000", ["12,000"]),
        ("cooperate", ["co-operate"]),
        ("well-known fisherman", ["well-known", "fisherman"]),
        ("quota", ["quotas", "quotas"]),
        ('"harbours doubted"', ["harbours doubted"]),
        ('"ministries statement"~5', ["statement", "ministries"]),
        ("dispute", ["dis\u00adpute"]),
    ],
)
def test_snippet_marks_what_was_found(query: str, expected: list[str]) -> None:
    """Initials, digits, hyphenated words, other forms of a word and words near one another are marked as they are printed."""
    body = TEXTS["talks.txt"].replace("fishermen", "fisherman and fishermen")
    text, marks = snippet(body, clauses(query), "en", 200)
    assert [w for w in expected if w not in [text[a:b] for a, b in marks]] == []


@pytest.mark.parametrize(
    ("query", "begins"),
    [
        ("crane", "“A second crane"), ("orders", "Mr. Holm of Osk Rail Ltd. said"), ("piers", "The U.S. buyer"), ("first", "First line"),
        ("w25", "… w21"),
    ],
)  # fmt: skip
def test_snippet_begins_with_a_sentence(query: str, begins: str) -> None:
    """The words are those from the beginning of their sentence, unless the match is too far into it; abbreviations end none."""
    body = (
        "First line here\nIt rained for a week. “A second crane is needed,” she said. Mr. Holm of Osk Rail Ltd. said on Monday that orders fell. "
        "The U.S. buyer of Dr. Lind's company wants new piers. " + " ".join(f"w{n}" for n in range(60)) + "."
    )
    text, marks = snippet(body, clauses(query), "en", 14)
    assert text.startswith(begins)
    assert [text[a:b] for a, b in marks] == [query.capitalize() if query == "first" else query]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("rained", "It rained for a week. She left."),
        ("Holm", "Mr. Holm of Osk said on Monday that orders fell."),
        ("sixth", "One two three four five sixth seven eight nine ten eleven twelve"),
    ],
)
def test_quotes_end_with_a_sentence(query: str, words: str) -> None:
    """The words of an alert are whole sentences where one ends within them behind the match."""
    body = (
        "It rained for a week. She left. Mr. Holm of Osk said on Monday that orders fell. And then the whole town went to see what was left of it.\n"
        "One two three four five sixth seven eight nine ten eleven twelve thirteen fourteen."
    )
    start, end = quote(body, clauses(query), "en", 12) or (0, 0)
    assert body[start:end] == words


def test_index_is_proportional(warehouse: Warehouse) -> None:
    """Every article is indexed exactly once."""
    counts = warehouse.connection.execute(
        "select count(*), count(distinct article_id), (select count(*) from article) from search_document"
    ).fetchall()
    assert counts == [(8, 8, 8)]


def test_removed_articles_are_not_found(tmp_path: Path) -> None:
    """What is taken out is not found any more, what is filed afterwards is found alone, and the dead batch is swept."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(place, {"ferry.txt": TEXTS["ferry.txt"]})
    with writing(place) as warehouse, warehouse.transaction():
        ids = [row[0] for row in warehouse.connection.execute("select article_id from article").fetchall()]
        word_index.remove(warehouse, ids)
        assert warehouse.connection.execute("select count(*) from search_posting").fetchall() == [(0,)]
    file_texts(place, {"rail.txt": TEXTS["rail.txt"]})
    with reading(place) as warehouse:
        assert found(warehouse, "ferry") == []
        assert found(warehouse, "corridor") == ["rail"]


def test_small_batches_are_put_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many small batches become one, in which everything is found as before; what is taken out of it is not."""
    place = Place.at(tmp_path / "desk.duckdb")
    monkeypatch.setattr(word_index, "PART", 4)
    names = list(TEXTS)
    with writing(place) as warehouse:
        for n, name in enumerate(names[:5]):
            words = " ".join(indexed(TEXTS[name]))
            with warehouse.transaction():
                word_index.insert(warehouse, [word_index.Indexed(name, "en", "", words)])
            batches = warehouse.connection.execute("select distinct batch from search_document order by 1").fetchall()
            assert batches == [[(1,)], [(1,), (2,)], [(1,), (2,), (3,)], [(1,)], [(1,), (5,)]][n]
        rows = "select document, count(*) from (select unnest(documents) as document from search_posting) group by 1 order by 1"
        assert warehouse.connection.execute(rows).fetchall() == [
            (n + 1, len(indexed(TEXTS[name]))) for n, name in enumerate(names[:5])
        ]
        assert warehouse.connection.execute(
            "select max(n) from (select count(*) as n from search_posting group by term_id)"
        ).fetchall() == [(1,)]


def test_stems_have_one_number() -> None:
    """The number of a stem is the same in Python and in SQL; a language without rules keeps the word."""
    for word, language in (("ferries", "en"), ("поездами", "ru"), ("ferries", None), ("12000", "en")):
        said = cutting().execute("select search_stem(?)", [stem(word, language)]).fetchall()
        assert said == [(number(word, language),)]
    assert (stem("ferries", "en"), stem("ferries", None), stem("ferries", "xx")) == ("ferri", "ferries", "ferries")


@given(st.text(alphabet="aZ9_ .,-‐\u00ad\nßé½", max_size=40))
def test_hyphens_add_words_and_change_none(said: str) -> None:
    """The words for the index are those of the text; the first of a hyphenated word bears the whole."""
    assert [word.partition(JOINED)[0] for word in indexed(said)] == terms(said)
    for word in indexed(said):
        first, mark, whole = word.partition(JOINED)
        assert not mark or (whole.startswith(first) and whole != first)


def test_the_database_knows_most_characters() -> None:
    """What the two tests below leave out is little, and new."""
    assert len(assigned()) > 140_000
    assert set(assigned()) > set(map(chr, range(1, 0x250)))


def test_words_are_cut_alike(warehouse: Warehouse) -> None:
    """Texts, which are cut where they are parsed, and questions, which the database cuts, agree on every character."""
    texts = [f"Ab{c}cD e{c} {c}" for c in assigned()]
    with warehouse.incoming({"n": np.arange(len(texts)), "said": text_array(texts)}):
        cut = warehouse.connection.execute("select search_words(said) from incoming order by n").fetchall()
    assert [text for text, (words,) in zip(texts, cut, strict=True) if terms(text) != words] == []


@cache
def assigned() -> tuple[str, ...]:
    """The characters that both Python's and the database's edition of Unicode know; each is some years behind the latest."""
    known = [c for c in map(chr, range(1, 0x110000)) if unicodedata.category(c) not in ("Cn", "Cs")]
    incoming = {"c": text_array(known)}  # noqa: F841
    any_kind = r"[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{C}]"
    rows = duckdb.execute("select c from incoming where regexp_matches(c, $1)", [any_kind]).fetchall()
    return tuple(c for (c,) in rows)


@cache
def cutting() -> duckdb.DuckDBPyConnection:
    """A database that has the macros that cut texts and questions, and nothing else."""
    memory = duckdb.connect()
    macro = next(s.text for s in scripts("migrations") if s.name == "0027_search_stems")
    memory.execute(macro.partition("alter table")[0])
    views = next(s.text for s in scripts("views") if s.name == "060_search")
    memory.execute(views.partition("-- BM25")[0])
    return memory


@settings(deadline=None)
@given(st.text(alphabet=st.deferred(lambda: st.sampled_from(assigned())), max_size=200))
def test_texts_are_cut_alike(said: str) -> None:
    """Whatever stands beside what, texts and questions are cut into the same words."""
    assert cutting().execute("select search_words(?)", [said]).fetchall() == [(terms(said),)]


@settings(deadline=None)
@given(st.text(alphabet="aZ9_ .,-'\n“”–…\xa0½²é\u0301ﬁ", max_size=40))
def test_typography_is_cut_alike(said: str) -> None:
    """Quotation marks, dashes and fractions part words here as they do in SQL, or do not."""
    assert cutting().execute("select search_words(?)", [said]).fetchall() == [(terms(said),)]


def test_letters_fold_alike() -> None:
    """What a snippet marks is folded as what is indexed."""
    for c in map(chr, (*range(0x41, 0x250), *range(0x400, 0x530))):
        if c.isalpha():
            assert terms(f"a{c}b") == [fold(f"a{c}b")], c


@given(st.text(max_size=300), st.text(max_size=30))
def test_snippet_never_fails(body: str, query: str) -> None:
    """Any text can be asked for anything: marks lie inside the snippet, in order."""
    text, marks = snippet(body, clauses(query))
    assert all(0 <= a < b <= len(text) for a, b in marks)


def test_matches_are_found_in_any_text() -> None:
    """Phrases, beginnings and accents are found in a headline as they are in a body."""
    wanted = clauses('"middle corridor" caf* -tea')
    assert matches("Tea in the Middle-Corridor café", wanted) == ((11, 26), (27, 31))


MARKED = (
    '"oil prices"', "pric*", '"oil pri*"', "-bank", "OR", '"a b c"~5', "port NEAR/3 oil", "U.S.", "12,000", "co-op-erate", "İstanbul",
    "“quoted”", "a\u00adb", "1\u00a0000", "~7", '"', "*", "(a)", "a_b", "日本", "ёлки", "a‑b", "\t", "\u0301", "--x", "x-", "½", "a\n",
)  # fmt: skip


def rows_of(question: str) -> list[tuple[object, ...]]:
    """The words of a question as `asked` gives them, a row for each place at which a match may begin."""
    return sorted(
        (a.alternative, a.clause, a.excluded, a.wanted, a.n, a.ordinal, a.word, a.bit, a.prefix, a.exact, a.near is not None, shift)
        for a in asked(question)
        for shift in a.shifts
    )  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(MARKED), min_size=1, max_size=5).map(" ".join))
def test_questions_are_read_alike(question: str) -> None:
    """A question has the same words here and in the macro, whatever marks it has."""
    query = "select alternative, clause, excluded, wanted, n, ordinal, word, bit, prefix, exact, near, shift from search_asked(?)"
    assert sorted(cutting().execute(query, [question]).fetchall()) == rows_of(question)


QUESTIONS = (
    "port", "port -oil", "middle corridor", '"middle corridor"', "corr*", "co*", "oil OR ferry -june", '"oil port"~9', '"corridor country"~4',
    "fishermen", "well-known", "cooperates", "12,000", "us", "the the", "-oil", "said OR port OR oil", "nothing", "", "strikes oil",
)  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_scores_are_those_of_the_macro(warehouse: Warehouse, question: str) -> None:
    """The quick way finds the articles that the macro finds, with the same scores."""
    articles = dict(warehouse.connection.execute("select document, article_id from search_document").fetchall())
    quick = matched(warehouse, question)
    scores = zip(quick["document"].tolist(), quick["score"].tolist(), strict=True)
    expected = dict(warehouse.connection.execute("select article_id, score from search(?)", [question]).fetchall())
    assert {articles[document]: round(score, 3) for document, score in scores} == pytest.approx(expected, abs=0.0011)


@pytest.mark.parametrize("copies", [False, True])
def test_filters_hold(warehouse: Warehouse, copies: bool) -> None:
    """Only articles of the time and outlet that were asked for are counted and shown."""
    assert find(warehouse, Sought(query="port"), copies=copies).articles == 3
    assert find(warehouse, Sought(query="port", publisher="no such outlet"), copies=copies).hits == ()
    assert find(warehouse, Sought(query="port", until="1900-01-01"), copies=copies).articles == 0
