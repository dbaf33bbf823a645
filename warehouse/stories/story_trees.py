"""From links between wordings to stories of articles: trees, originals, and the tables people read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np

from parsers.fields.outlets import known_outlets
from parsers.syndication import story
from parsers.syndication.sharing import Ints
from parsers.syndication.shingles import SHARE
from parsers.syndication.story import Copied, Decision, Election, Link, Member
from warehouse.database.store import Warehouse, text_array
from warehouse.stories import alterations
from warehouse.stories.distinct_texts import by_number
from warehouse.stories.links import Judged

NONE = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """An article of an affected story, the wording it prints, and the story it stood in before (None: new)."""

    member: Member
    wording_no: int
    story_before: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A wording, the root of its tree so far, and the longer wording it is a copy of (`of_no` None: it is a root)."""

    wording_no: int
    root_no: int
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
    """Rebuild and file the stories of these texts. Returns the rows of table `syndication` written."""
    if not len(changed):
        return ()
    roots = warehouse.columns("roots_around", incoming=by_number(changed))["root_no"].astype(np.int64)
    return _retold(warehouse, np.unique(roots), _decisions(warehouse), at, NONE)


def retell_batch(warehouse: Warehouse, judged: Judged, at: datetime) -> tuple[Copied, ...]:
    """The same for what a batch brought. Most articles are like no other; they cost little."""
    decisions = _decisions(warehouse)
    if decisions:
        return _retold(warehouse, np.union1d(judged.roots, judged.alone), decisions, at, NONE)
    due = np.concatenate((judged.changed, judged.alone))
    return _retold(warehouse, judged.roots, (), at, due, judged.alone_articles)


def _decisions(warehouse: Warehouse) -> tuple[Decision, ...]:
    return tuple(Decision(decision=d, article_id=a, other_article_id=o) for d, a, o in warehouse.rows("decisions"))


def _retold(
    warehouse: Warehouse,
    roots: Ints,
    decisions: Sequence[Decision],
    at: datetime | None,
    due: Ints,
    alone: Sequence[str] = (),
) -> tuple[Copied, ...]:
    """Tell the stories of these trees; `alone` are articles that are known to be stories of their own. What they borrow is
    due to be looked for, and so is what the wordings `due` borrow."""
    if decisions:
        roots = _tied(warehouse, roots)
    trees = {"root_no": roots.astype(np.int32)}
    kin = [_kin(row) for row in warehouse.rows("links_of_roots", incoming=trees)]
    prints = [_print(row) for row in warehouse.rows("prints_of_roots", incoming=trees)]
    warehouse.append_arrays(
        "reuse_due", by_number(np.concatenate((due, np.array([k.wording_no for k in kin], dtype=np.int64))))
    )
    _root(warehouse, kin)
    here = {p.member.article_id for p in prints}
    decisions = [d for d in decisions if {d.article_id, d.other_article_id} <= here]
    lone = _lone(kin, prints, decisions)
    told = tuple(_told(warehouse, kin, [p for p in prints if p.wording_no not in lone], decisions))
    _file(warehouse, told, [p for p in prints if p.wording_no in lone], alone, at)
    return tuple(row for t in told for row in t.rows)


def _tied(warehouse: Warehouse, roots: Ints) -> Ints:
    """These roots and those of all trees that decisions of people tie to theirs."""
    while True:
        trees = {"root_no": roots.astype(np.int32)}
        tied = warehouse.columns("roots_tied_by_decisions", incoming=trees)["root_no"].astype(np.int64)
        wider = np.union1d(roots, tied)
        if len(wider) == len(roots):
            return roots
        roots = wider


def _kin(row: Sequence[Any]) -> Kin:
    wording_no, root_no, of_no, shared, containment, jaccard = row
    return Kin(
        wording_no=wording_no,
        root_no=root_no,
        of_no=of_no,
        shared=shared or 0,
        containment=containment or 0.0,
        jaccard=jaccard or 0.0,
    )


def _print(row: Sequence[Any]) -> Print:
    (
        article_id,
        number,
        before,
        live,
        letters,
        words,
        outlet,
        credited,
        url,
        canonical_url,
        dateline,
        published,
        damage,
    ) = row
    member = Member(
        article_id=article_id, live=live, letters=letters, words=words, outlet=outlet, credited=credited,
        url=url, canonical_url=canonical_url, dateline=dateline, published=published and published.replace(tzinfo=UTC),
        damage=damage,
    )  # fmt: skip
    return Print(member=member, wording_no=number, story_before=before)


def _root(warehouse: Warehouse, kin: Sequence[Kin]) -> None:
    """Write the root of every wording's tree."""
    up = {k.wording_no: k.of_no for k in kin}
    moved = [(k.wording_no, top) for k in kin if (top := _top(up, k.wording_no)) != k.root_no]
    if moved:
        numbers = np.array(moved, dtype=np.int32)
        warehouse.run("update_roots", incoming={"wording_no": numbers[:, 0], "root_no": numbers[:, 1]})


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


def file_siblings(warehouse: Warehouse) -> None:
    """File again which articles of the wordings that are due share a template, but not its figures, with another story."""
    warehouse.run("forget_siblings")
    rows = [_sibling(row) for row in warehouse.rows("siblings")]
    warehouse.append("syndication", SYNDICATION, [_values(row) for row in rows])


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


SYNDICATION = ("article_id", "of_article_id", "relation", "containment", "jaccard", "shared_words", "rule")


def _values(row: Copied) -> tuple[object, ...]:
    return (row.article_id, row.of_article_id, row.relation, row.containment, row.jaccard, row.shared_words, row.rule)


def _file(
    warehouse: Warehouse, told: Sequence[Told], lone: Sequence[Print], alone: Sequence[str], at: datetime | None
) -> None:
    """Write stories: who belongs to which, why, and which article is the original."""
    place = [(p, t.story_id) for t in told for p in t.prints] + [(p, p.member.article_id) for p in lone]
    moved = [(p.member.article_id, s) for p, s in place if p.story_before != s] + [(a, a) for a in alone]
    before = _forget(warehouse, [p for p, _ in place if p.story_before])
    columns = {"article_id": text_array([a for a, _ in moved]), "story_id": text_array([s for _, s in moved])}
    if moved:
        warehouse.run("place_articles", incoming=columns)
    touched = [p.member.article_id for t in told if len(t.prints) > 1 or t.prints[0].story_before for p in t.prints]
    touched += [p.member.article_id for p in lone if p.story_before]
    alterations.look_at(warehouse, touched)
    events = [e for t in told for e in _events(t, before, at)]
    warehouse.append("story_event", ("happened_at", "kind", "story_id", "article_id", "previous", "detail"), events)
    warehouse.append("syndication", SYNDICATION, [_values(row) for t in told for row in t.rows])
    warehouse.append(
        "story_original",
        ("story_id", "article_id", "evidence", "credited"),
        [
            (t.story_id, t.election.article_id, t.election.evidence, t.election.credited)
            for t in told
            if len(t.prints) > 1
        ],
    )


def _forget(warehouse: Warehouse, known: Sequence[Print]) -> Mapping[str, tuple[str, str]]:
    """Forget what was filed about the stories of articles that are known already; returns their originals, with evidence."""
    if not known:
        return {}
    stories = {"story_id": text_array(sorted({p.story_before for p in known if p.story_before}))}
    articles = {"article_id": text_array([p.member.article_id for p in known])}
    before = {s: (o, e) for s, o, e in warehouse.rows("forget_originals", incoming=stories)}
    warehouse.run("forget_syndication", incoming=articles)
    return before


def _events(told: Told, before: Mapping[str, tuple[str, str]], at: datetime | None) -> Iterable[tuple[object, ...]]:
    """The change of original, for each original that a part of this story had before."""
    stories = {p.story_before for p in told.prints if p.story_before}
    originals = {before.get(s, (s, ""))[0] for s in stories}
    here = {p.member.article_id for p in told.prints}
    for previous in sorted((originals & here) - {told.election.article_id}):
        yield at, "original_changed", told.story_id, told.election.article_id, previous, told.election.evidence
