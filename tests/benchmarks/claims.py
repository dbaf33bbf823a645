"""How well claims meet: corroborations and contradictions of the made corpus against what its reports claim.

python -m tests.benchmarks.claims [--seed 11] [--wrong 20]

A pair of articles counts once for each thing that both claim. Precision: pairs found that the corpus has; a figure that
is no claim of the corpus counts as wrong. Recall: pairs of the corpus that were found.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.benchmarks.claims_corpus import Report, corpus, gold, lines
from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import reading

Pair = tuple[str, str, int, str]

STATEMENTS = """
select s.group_id, a.url, s.exact, s.value, s.story_id from claim_statement s join article a using (article_id)
where s.kind = 'figure' and s.group_id in (select group_id from claim_group union all select claim_id from claim where plain)"""

HAPPENINGS = """
select h.happening_id, a.url, h.story_id from happening_story h join article a using (story_id)"""

CONFLICTS = """
select x.url, c.one.exact, c.one.value, y.url, c.other.exact, c.other.value, how
from claim_conflict c join article x on x.article_id = c.one.article_id join article y on y.article_id = c.other.article_id
where c.one.kind = 'figure' and x.article_id <> y.article_id"""


def main() -> None:
    """File the corpus in a new desk, and print the figures and some of what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--wrong", type=int, default=0)
    arguments = parser.parse_args()
    reports = corpus(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        found, stories = filed(reports, Path(folder))
    held = {**gold(reports), "happening": together(reports, stories)}
    for kind in ("agree", "differ", "supersede", "happening"):
        right = found[kind] & held[kind]
        precision, recall = len(right) / max(1, len(found[kind])), len(right) / max(1, len(held[kind]))
        print(
            f"{kind:<10} gold {len(held[kind]):>4}  found {len(found[kind]):>4}  precision {precision:.3f}  recall {recall:.3f}"
        )
        for pair in sorted(found[kind] - held[kind])[: arguments.wrong]:
            print("   wrong ", *pair)
        for pair in sorted(held[kind] - found[kind])[: arguments.wrong]:
            print("   missed", *pair)


def filed(reports: list[Report], folder: Path) -> tuple[dict[str, set[Pair]], dict[str, str]]:
    """File reports, and read which pairs of them agree, differ, supersede each other or report one happening; their stories."""
    stream = folder / "stream.jsonl"
    stream.write_text(lines(reports), encoding="utf-8")
    place = Place.at(folder / "desk.duckdb")
    file_paths(place, [str(stream)])
    with reading(place) as warehouse:
        statements = warehouse.connection.execute(STATEMENTS).fetchall()
        conflicts = warehouse.connection.execute(CONFLICTS).fetchall()
        grouped = warehouse.connection.execute(HAPPENINGS).fetchall()
        stories = dict(warehouse.connection.execute("select url, story_id from article").fetchall())
    claimed = {str(r.article["url"]): r for r in reports}
    found: dict[str, set[Pair]] = {"agree": _agreeing(statements, claimed), "differ": set(), "supersede": set()}
    found["happening"] = _grouped(grouped, claimed)
    for one, said, _, other, again, _, how in conflicts:
        kind = "differ" if how in ("disagreement", "altered") else "supersede"
        found[kind].add(_pair(one, said, other, again, claimed))
    return found, stories


def together(reports: list[Report], stories: dict[str, str]) -> set[Pair]:
    """Pairs of articles of different stories that report one happening."""
    of: dict[int, list[Report]] = {}
    for report in reports:
        for number in {number for number, _ in report.claims if number >= 0}:
            of.setdefault(number, []).append(report)
    return {
        (*sorted((str(one.article["url"]), str(other.article["url"]))), number, "happening")  # type: ignore[misc]
        for number, members in of.items()
        for i, one in enumerate(members)
        for other in members[i + 1 :]
        if stories[str(one.article["url"])] != stories[str(other.article["url"])]
    }


def _grouped(rows: list[tuple[object, ...]], claimed: dict[str, Report]) -> set[Pair]:
    """Pairs of articles of different stories in one happening, under the happening that both report (-1: none)."""
    members: dict[object, list[tuple[str, str]]] = {}
    for happening, url, story in rows:
        members.setdefault(happening, []).append((str(url), str(story)))
    found: set[Pair] = set()
    for some in members.values():
        for i, (one, story) in enumerate(some):
            for other, its in some[i + 1 :]:
                mine, theirs = ({n for n, _ in claimed[url].claims} for url in (one, other))
                first, second = sorted((one, other))
                if story != its:
                    found.add((first, second, next(iter(mine & theirs), -1), "happening"))
    return found


def _agreeing(statements: list[tuple[object, ...]], claimed: dict[str, Report]) -> set[Pair]:
    """Pairs of articles of different stories in one group."""
    groups: dict[object, list[tuple[str, str, str]]] = {}
    for group, url, exact, _, story in statements:
        groups.setdefault(group, []).append((str(url), str(exact), str(story)))
    return {
        _pair(one, said, other, again, claimed)
        for members in groups.values()
        for i, (one, said, story) in enumerate(members)
        for other, again, its in members[i + 1 :]
        if story != its
    }


def _pair(one: str, said: str, other: str, again: str, claimed: dict[str, Report]) -> Pair:
    """The pair under the claim that both make; under no claim (-1) when they make different ones."""
    first, second = sorted((one, other))
    mine, theirs = _claim(claimed[one], said), _claim(claimed[other], again)
    happening, slot = mine if mine == theirs and mine else (-1, f"{mine} {theirs}")
    return first, second, happening, slot


def _claim(report: Report, exact: str) -> tuple[int, str] | None:
    """Which claim of a report a sentence makes."""
    return next((claim for claim, (sentence, _) in report.claims.items() if sentence in exact), None)


if __name__ == "__main__":
    main()
