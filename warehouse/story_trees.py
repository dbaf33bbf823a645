"""From links between wordings to stories of articles: trees, originals, and the tables people read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np

from parsers.fields.outlets import known_outlets
from parsers.syndication import story
from parsers.syndication.judge import Ints
from parsers.syndication.shingles import SHARE
from parsers.syndication.story import Copied, Decision, Election, Link, Member
from warehouse.store import Warehouse, text_array
from warehouse.wordings import incoming_wordings


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """An article of an affected story, the wording it prints, and the story it stood in before (None: new)."""

    member: Member
    wording_no: int
    story_before: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A wording and the longer one it is a copy of (`of_no` None: it stands at a root), or a sibling of."""

    wording_no: int
    of_no: int | None
    shared: int = 0
    containment: float = 0.0
    jaccard: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story as it is to be filed."""

    story_id: str
    prints: tuple[Print, ...]
    rows: tuple[Copied, ...]
    election: Election


def retell(warehouse: Warehouse, changed: Ints, at: datetime | None = None) -> tuple[Copied, ...]:
    """Make the stories of these wordings anew and file them. Returns the rows of table `syndication` written."""
    if not len(changed):
        return ()
    roots = _affected_roots(warehouse, changed)
    with warehouse.incoming({"root_no": roots.astype(np.int32)}):
        kin = [_kin(row) for row in warehouse.rows("kin_of_roots")]
        prints = [_print(row) for row in warehouse.rows("prints_of_roots")]
        siblings = [_sibling(row) for row in warehouse.rows("siblings_of_roots")]
        decisions = [
            Decision(decision=d, article_id=a, other_article_id=o) for d, a, o in warehouse.rows("decisions_of_roots")
        ]
    _root(warehouse, kin)
    lone = _lone(kin, prints, decisions)
    told = tuple(_told(warehouse, kin, [p for p in prints if p.wording_no not in lone], decisions))
    rows = tuple(row for t in told for row in t.rows)
    _file(warehouse, told, [p for p in prints if p.wording_no in lone], (*rows, *siblings), at)
    return rows


def _affected_roots(warehouse: Warehouse, changed: Ints) -> Ints:
    """The roots of all trees that a change of these wordings can touch; decisions of people tie trees together."""
    with incoming_wordings(warehouse, changed):
        roots = np.unique(warehouse.columns("roots_around")["root_no"].astype(np.int64))
    while True:
        with warehouse.incoming({"root_no": roots.astype(np.int32)}):
            tied = warehouse.columns("roots_tied_by_decisions")["root_no"].astype(np.int64)
        wider = np.union1d(roots, tied)
        if len(wider) == len(roots):
            return roots
        roots = wider


def _kin(row: Sequence[Any]) -> Kin:
    wording_no, of_no, shared, containment, jaccard = row
    return Kin(
        wording_no=wording_no, of_no=of_no, shared=shared or 0, containment=containment or 0.0, jaccard=jaccard or 0.0
    )


MEMBER = ("live", "letters", "words", "outlet", "credited", "url", "canonical_url", "dateline", "published")


def _print(row: Sequence[Any]) -> Print:
    article_id, wording_no, before, *about = row
    member = Member(article_id=article_id, **dict(zip(MEMBER, about, strict=True)))
    return Print(member=member, wording_no=wording_no, story_before=before)


def _root(warehouse: Warehouse, kin: Sequence[Kin]) -> None:
    """Write the root of every wording's tree."""
    up = {k.wording_no: k.of_no for k in kin}
    numbers = sorted(up)
    roots = [_top(up, n) for n in numbers]
    arrays = {"wording_no": np.array(numbers, dtype=np.int32), "root_no": np.array(roots, dtype=np.int32)}
    with warehouse.incoming(arrays):
        warehouse.run("plant_roots")


def _top(up: Mapping[int, int | None], number: int) -> int:
    """Where the way up ends. Until lengths are settled it can run in a circle; then at the circle's lowest number."""
    way = [number]
    while (above := up.get(way[-1])) is not None:
        if above in way:
            return min(way[way.index(above) :])
        way.append(above)
    return way[-1]


def _lone(kin: Sequence[Kin], prints: Sequence[Print], decisions: Sequence[Decision]) -> set[int]:
    """Wordings printed once, without kin and undecided: their articles are stories of their own, and most articles are."""
    linked = {k.wording_no for k in kin if k.of_no is not None} | {k.of_no for k in kin if k.of_no is not None}
    decided = {a for d in decisions for a in (d.article_id, d.other_article_id)}
    count: dict[int, int] = defaultdict(int)
    for p in prints:
        count[p.wording_no] += 1 + (p.member.article_id in decided)
    return {n for n, c in count.items() if c == 1 and n not in linked}


def _told(
    warehouse: Warehouse, kin: Sequence[Kin], prints: Sequence[Print], decisions: Sequence[Decision]
) -> Iterable[Told]:
    agencies = {row[0] for row in warehouse.rows("agencies")} | {o.name for o in known_outlets() if o.agency}
    by_id = {p.member.article_id: p for p in prints}
    members = {i: p.member for i, p in by_id.items()}
    links = story.decided(
        _links(kin, prints), [d for d in decisions if {d.article_id, d.other_article_id} <= set(by_id)]
    )
    near: dict[str, list[Link]] = defaultdict(list)
    groups = story.components(links, by_id)
    group_of = {i: g for g in groups for i in g}
    for link in links:
        near[group_of[link.one][0]].append(link)
    for group in groups:
        election = story.elect([members[i] for i in group], agencies)
        yield Told(
            story_id=story.story_id(members[i] for i in group),
            prints=tuple(by_id[i] for i in group),
            rows=story.copied(near[group[0]], election.article_id, members, SHARE),
            election=election,
        )


def _links(kin: Sequence[Kin], prints: Sequence[Print]) -> list[Link]:
    """Links between articles: printings of one wording to its earliest, and these to that of the wording they copy."""
    first = _first_prints(prints)
    links = [
        Link(
            one=p.member.article_id,
            other=first[p.wording_no],
            containment=1.0,
            jaccard=1.0,
            shared=p.member.live,
            rule="exact",
        )
        for p in prints
        if first[p.wording_no] != p.member.article_id
    ]
    links += [
        Link(
            one=first[k.wording_no],
            other=first[of],
            containment=k.containment,
            jaccard=k.jaccard,
            shared=k.shared,
            rule="near",
        )
        for k in kin
        if k.wording_no in first and (of := k.of_no) is not None and of in first
    ]
    return links


def _first_prints(prints: Sequence[Print]) -> Mapping[int, str]:
    """The earliest article of each wording."""
    first: dict[int, Member] = {}
    for p in prints:
        held = first.get(p.wording_no)
        if held is None or story.when(p.member) < story.when(held):
            first[p.wording_no] = p.member
    return {n: m.article_id for n, m in first.items()}


def _sibling(row: Sequence[Any]) -> Copied:
    """The row for an article that shares a template with another story but not its figures."""
    article_id, of_article_id, shared, containment, jaccard, letters, words = row
    return Copied(
        article_id=article_id,
        of_article_id=of_article_id,
        relation="template_sibling",
        containment=containment,
        jaccard=jaccard,
        shared_words=min(words, round(shared * SHARE * words / max(1, letters))),
        rule="figures",
    )


def _file(
    warehouse: Warehouse, told: Sequence[Told], lone: Sequence[Print], rows: Sequence[Copied], at: datetime | None
) -> None:
    """Write stories: who belongs to which, why, and which article is the original."""
    place = [(p.member.article_id, t.story_id) for t in told for p in t.prints]
    place += [(p.member.article_id, p.member.article_id) for p in lone]
    with warehouse.incoming(
        {"article_id": text_array([a for a, _ in place]), "story_id": text_array([s for _, s in place])}
    ):
        before = {s: (o, e) for s, o, e in warehouse.rows("originals_before")}
        warehouse.run("forget_originals")
        warehouse.run("forget_syndication")
        warehouse.run("place_articles")
    events = [e for t in told for e in _events(t, before, at)]
    warehouse.append("story_event", ("happened_at", "kind", "story_id", "article_id", "previous", "detail"), events)
    warehouse.append(
        "syndication",
        ("article_id", "of_article_id", "relation", "containment", "jaccard", "shared_words", "rule"),
        [(r.article_id, r.of_article_id, r.relation, r.containment, r.jaccard, r.shared_words, r.rule) for r in rows],
    )
    warehouse.append(
        "story_original",
        ("story_id", "article_id", "evidence", "credited"),
        [
            (t.story_id, t.election.article_id, t.election.evidence, t.election.credited)
            for t in told
            if len(t.prints) > 1
        ],
    )


def _events(told: Told, before: Mapping[str, tuple[str, str]], at: datetime | None) -> Iterable[tuple[object, ...]]:
    """The change of original, for each original that a part of this story had before."""
    stories = {p.story_before for p in told.prints if p.story_before}
    originals = {before.get(s, (s, ""))[0] for s in stories}
    here = {p.member.article_id for p in told.prints}
    for previous in sorted((originals & here) - {told.election.article_id}):
        yield at, "original_changed", told.story_id, told.election.article_id, previous, told.election.evidence
