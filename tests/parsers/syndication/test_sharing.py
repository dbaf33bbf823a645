"""Who shares shingles with whom, counted in columns, and which shingles are boilerplate."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.syndication import sharing
from parsers.syndication.boilerplate import learned
from parsers.syndication.sharing import UNKNOWN, Printings, Shingles, common, shared


def printings(*rows: tuple[int, int, int, int]) -> Printings:
    """Rows (wording, outlet, headline, day), numbered from 0."""
    columns = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return Printings(
        number=np.arange(len(rows)), wording=columns[0], outlet=columns[1], headline=columns[2], day=columns[3]
    )


def shingles(*texts: set[int]) -> Shingles:
    """The shingles of each printing."""
    rows = [(h, i) for i, text in enumerate(texts) for h in text]
    return Shingles(
        hash=np.array([h for h, _ in rows], dtype=np.uint32), at=np.array([i for _, i in rows], dtype=np.int64)
    ).ordered()


def found(texts: list[set[int]], days: list[int], first: int, window: int = 30) -> set[tuple[int, int, int]]:
    prints = printings(*((i, 1, i, day) for i, day in enumerate(days)))
    return set(zip(*(c.tolist() for c in shared(shingles(*texts), prints, first, window, 2)), strict=True))


TEXTS = st.lists(st.sets(st.integers(0, 12), max_size=8), min_size=1, max_size=7)


@given(TEXTS, st.data())
def test_pairs_are_those_that_counting_finds(texts: list[set[int]], data: st.DataObject) -> None:
    """Pairs with enough in common and near in time, one of them new, are found with what they share; no others are."""
    days = data.draw(st.lists(st.sampled_from([0, 20, 60, UNKNOWN]), min_size=len(texts), max_size=len(texts)))
    first = data.draw(st.integers(0, len(texts)))
    wanted = {
        (i, j, len(texts[i] & texts[j]))
        for j in range(len(texts))
        for i in range(j)
        if j >= first
        and len(texts[i] & texts[j]) >= 2
        and (UNKNOWN in (days[i], days[j]) or abs(days[i] - days[j]) <= 30)
    }
    assert found(texts, days, first) == wanted


def test_pairs_do_not_depend_on_how_many_are_counted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting in many small portions gives what counting at once gives."""
    texts = [{n, n + 1, n + 2, n + 3} for n in range(20)]
    whole = found(texts, [0] * 20, 5)
    monkeypatch.setattr(sharing, "AT_ONCE", 3)
    assert found(texts, [0] * 20, 5) == whole


def test_a_text_printed_twice_is_one_text() -> None:
    """Two printings of one wording make no pair, and no pair twice."""
    prints = printings((0, 1, 1, 0), (0, 2, 2, 1), (2, 3, 3, 1))
    one, other, count = shared(shingles({1, 2, 3}, {1, 2, 3}, {2, 3, 4}), prints, 1, 30, 2)
    assert (one.tolist(), other.tolist(), count.tolist()) == ([0], [2], [2])


def test_the_shared_shingles_of_a_pair_are_told() -> None:
    """For each pair asked for, the shingles both have."""
    pair, shingle = common(shingles({1, 2, 3}, {2, 3, 9}, {3, 9}), np.array([0, 1]), np.array([2, 2]))
    told = defaultdict(set)
    for p, h in zip(pair.tolist(), shingle.tolist(), strict=True):
        told[p].add(h)
    assert told == {0: {3}, 1: {3, 9}}


def test_four_headlines_on_three_days_of_one_outlet_are_boilerplate() -> None:
    """What an outlet prints so often is boilerplate; what fifty outlets print once is a story."""
    daily = printings(*((n, 1, n, n) for n in range(4)))
    assert learned(shingles(*({7, 100 + n} for n in range(4))), daily).tolist() == [7]
    story = printings(*((n, n, n, n % 5) for n in range(30)))
    assert learned(shingles(*({7} for _ in range(30))), story).tolist() == []


def test_days_and_headlines_are_counted_within_a_period() -> None:
    """Four headlines on two days, or spread over two periods, are no boilerplate yet; an unknown day is no day."""
    for days in ([0, 0, 1, 1], [0, 1, 35, 36], [0, 0, 1, UNKNOWN]):
        assert (
            learned(shingles(*({7} for _ in days)), printings(*((n, 1, n, d) for n, d in enumerate(days)))).tolist()
            == []
        )


def test_twelve_headlines_at_once_are_boilerplate() -> None:
    """An archive without dates has boilerplate too."""
    prints = printings(*((n, 1, n, UNKNOWN) for n in range(12)))
    assert learned(shingles(*({7} for _ in range(12))), prints).tolist() == [7]
    unnamed = printings(*((n, -1, n, UNKNOWN) for n in range(12)))
    assert learned(shingles(*({7} for _ in range(12))), unnamed).tolist() == []
