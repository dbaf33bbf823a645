"""Which claims meet in the warehouse: whatever the order and the batches, and after articles are taken out."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.claims.judge import judge
from tests.benchmarks.claims_corpus import corpus
from tests.parsers.claims.made import claimed
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, writing
from warehouse.filing import facts
from warehouse.filing.rows import COLUMNS, claim_rows
from warehouse.stories import claims as met
from warehouse.stories.claims import groups

BODIES = [str(r.article["articleBody"]) for r in corpus()[:24]]
CLAIMS = [claimed(body, headline=body[:60]) for body in BODIES]


def enter(warehouse: Warehouse, number: int) -> None:
    """The claims of one article, as filing enters them."""
    for claim in CLAIMS[number]:
        warehouse.append("claim", COLUMNS["claim"], list(claim_rows(f"a{number}", [claim])))
        warehouse.append("claim_due", COLUMNS["claim_due"], [(claim.claim_id, claim.day, list(claim.keys))])


def state(warehouse: Warehouse) -> list[list[tuple[Any, ...]]]:
    """All meetings and groups."""
    return [warehouse.connection.execute(f"from {t} order by all").fetchall() for t in ("claim_meeting", "claim_group")]


def filed(batches: list[list[int]]) -> list[list[tuple[Any, ...]]]:
    """What is there after these batches, each settled for itself."""
    with tempfile.TemporaryDirectory() as folder, writing(Place.at(Path(folder, "desk.duckdb"))) as warehouse:
        for batch in batches:
            for number in batch:
                enter(warehouse, number)
            met.meet(warehouse)
        return state(warehouse)


WHOLE = filed([list(range(len(BODIES)))])


def test_claims_of_the_corpus_meet() -> None:
    """The laws below are about something."""
    assert len(WHOLE[0]) > 10
    assert WHOLE[1]


def test_what_is_not_judged_would_have_been_refused() -> None:
    """The query of the pairs leaves out no pair that has a key in common and that the judge lets meet."""
    claims = sorted({c.claim_id: c for some in CLAIMS for c in some}.values(), key=lambda c: c.claim_id)
    pairs = ((a, b) for n, a in enumerate(claims) for b in claims[n + 1 :] if set(a.keys) & set(b.keys))
    found = [(a.claim_id, b.claim_id, m.relation, m.score, m.why) for a, b in pairs if (m := judge(a, b))]
    assert found == WHOLE[0]
    assert {relation for _, _, relation, _, _ in found} >= {"agrees", "differs"}


@settings(max_examples=5, deadline=None)
@given(st.permutations(range(len(BODIES))), st.integers(1, len(BODIES)))
def test_order_and_batches_decide_nothing(order: list[int], size: int) -> None:
    """Any order and any batches give the same meetings and groups."""
    assert filed([list(order[at : at + size]) for at in range(0, len(order), size)]) == WHOLE


def test_an_article_taken_out_leaves_nothing_behind(tmp_path: Path) -> None:
    """Without an article, meetings and groups are those of the others; entered again, they are as before."""
    with writing(Place.at(tmp_path / "desk.duckdb")) as warehouse:
        for number in range(len(BODIES)):
            enter(warehouse, number)
        met.meet(warehouse)
        facts.remove(warehouse, ["a0", "a5"])
        met.meet(warehouse)
        assert state(warehouse) == filed([[n for n in range(len(BODIES)) if n not in (0, 5)]])
        for number in (0, 5):
            enter(warehouse, number)
        met.meet(warehouse)
        assert state(warehouse) == WHOLE


def test_the_same_claims_entered_again_change_nothing(tmp_path: Path) -> None:
    """Copies in the same words make no meetings of their own."""
    with writing(Place.at(tmp_path / "desk.duckdb")) as warehouse:
        for _ in range(3):
            for number in range(len(BODIES)):
                enter(warehouse, number)
            met.meet(warehouse)
        assert state(warehouse) == WHOLE
        assert not met.due(warehouse)


@pytest.mark.parametrize("links", [[(1, 2), (2, 3), (5, 4)], [(2, 3), (5, 4), (1, 2)]])
def test_a_group_is_named_after_its_lowest_member(links: list[tuple[int, int]]) -> None:
    """Everything that is linked is one group, in whatever order the links come."""
    assert groups(links) == {1: 1, 2: 1, 3: 1, 4: 4, 5: 4}
