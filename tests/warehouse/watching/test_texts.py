"""Searches of watches over the texts of a batch: the same answers as `search` gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.filing import file_texts
from tests.warehouse.asking.test_search import TEXTS
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, reading
from warehouse.watching.texts import Text, Texts

QUESTIONS = (
    "ferry", "ferries", '"ferry"', '"middle corridor"', "middle-corridor", "corrid*", '"the corr*"', "port -oil", "-oil", "oil OR rail", "oil OR -rail",
    '"middle corridor"~3', "corridor NEAR/4 middle", "U.S.", "us", "12,000", "12000", "well-known", "wellknown", "co-operate", "cooperates", "dispute",
    "strike", "struck", "İstanbul", "istanbul", "Ёлки", "елки", "Əliyev", "aliyev", "the", "tonnes 4.5", "Kazakhstan's", "OR", "ferry OR", "'", "*", "a* -ferry",
    '"ferry line between"', '"Ferries cross" Aktau', "freight freight", "freight -freight", "co*", '"12,000 well known"', "repairs jetty -batumi",
)  # fmt: skip

WORDS = sorted({w.strip(".,’'") for text in TEXTS.values() for w in text.split()})


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Warehouse, Texts]]:
    """Eight texts, in the word index and as texts of a batch."""
    place = Place.at(Path(tmp_path_factory.mktemp("texts")) / "desk.duckdb")
    file_texts(place, TEXTS)
    with reading(place) as warehouse:
        rows = warehouse.connection.execute(
            "select article_id, in_language, coalesce(headline, ''), article_body from article"
        ).fetchall()
        yield warehouse, Texts(Text(key=i, language=lang, headline=h, body=b) for i, lang, h, b in rows)


def searched(warehouse: Warehouse, question: str) -> set[str]:
    """What the macro finds."""
    return {
        row[0] for row in warehouse.connection.execute("select article_id from search($q)", {"q": question}).fetchall()
    }


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_those_of_search(desk: tuple[Warehouse, Texts], question: str) -> None:
    """Words and their other forms, phrases, prefixes, nearness, exclusions and alternatives mean what they mean in `search`."""
    warehouse, texts = desk
    assert texts.matching(question) == searched(warehouse, question)


CLAUSE = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda w: f"-{w}"),
    st.sampled_from(WORDS).map(lambda w: f"{w[:4]}*"),
    st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)).map(lambda ab: f'"{ab[0]} {ab[1]}"~9'),
    st.integers(0, len(" ".join(TEXTS.values()).split()) - 3).map(
        lambda n: '"' + " ".join(" ".join(TEXTS.values()).split()[n : n + 2]).replace('"', "") + '"'
    ),
    st.just("OR"),
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CLAUSE, min_size=1, max_size=4).map(" ".join))
def test_any_question_is_answered_as_search_does(desk: tuple[Warehouse, Texts], question: str) -> None:
    """Made of words of the texts, the two ways of searching agree on every question."""
    warehouse, texts = desk
    assert texts.matching(question) == searched(warehouse, question)
