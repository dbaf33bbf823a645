"""A story: a tree of copies with its original at the root, and the evidence that elected the original."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

Relation = Literal["duplicate", "revision", "earlier_version", "excerpt", "reuse", "template_sibling"]
"""What an article is to another one that shares its text."""
Evidence = Literal[
    "credit", "canonical_link", "agency", "earliest", "undamaged", "uncredited", "most_complete", "only_article"
]

EXCERPT = 0.6
"""A copy shorter than this share of what it was copied from is an excerpt."""
SAME_TIME = timedelta(minutes=30)
"""Times of publication nearer than this order nothing: outlets stamp their pages by clocks, queues and later edits of their own."""
VERSIONS = timedelta(hours=18)
"""A report grows from its first lines to its full text within this time."""
DAMAGED = 5
"""Lost spaces and words above which a text is a damaged copy of something; the odd slip is in every source."""
ALIKE = 6
"""Sampled shingles: lengths that differ by less are equal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article of a story with what it says about its origin.

    `outlet` is who printed it, `credited` whom it names as the source (None: nobody, or itself); `live` is its length
    without boilerplate, in sampled shingles; `letters` and `words` its whole length; `damage` the spaces and words that the
    text had lost when it arrived.
    """

    article_id: str
    live: int
    letters: int
    words: int
    outlet: str | None = None
    credited: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    dateline: str | None = None
    published: datetime | None = None
    damage: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two articles known to be one text: the shares of it they have in common, and what decided."""

    one: str
    other: str
    containment: float
    jaccard: float
    shared: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A row of table `syndication`."""

    article_id: str
    of_article_id: str
    relation: Relation
    containment: float
    jaccard: float
    shared_words: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """The elected original, what elected it, and whom most copies credit (whether or not they are in the warehouse)."""

    article_id: str
    evidence: Evidence
    credited: str | None = None


_NEVER = datetime.max.replace(tzinfo=UTC)


def when(member: Member) -> tuple[datetime, str]:
    """Sorts members by publication, undated last, then by id."""
    return (member.published or _NEVER, member.article_id)


def story_id(members: Iterable[Member]) -> str:
    """The name of a story: the id of its earliest article. It depends on who is in the story, not on who came first."""
    return min(members, key=when).article_id


def elect(members: Sequence[Member], agencies: Collection[str] = ()) -> Election:
    """The original of a story, by the strongest evidence there is.

    Credits that name an outlet's own article > a canonical link to it > an agency's article > the first publication.
    Among those published at nearly the same time: an undamaged text, one that names no other source, the more complete.
    A reprint stands for the text of the agency that it names. What an outlet published as a few lines, and in full before
    anybody copied it, is its full text.
    """
    first = sorted(members, key=when)
    own = {m.outlet: m for m in reversed(first) if m.outlet and not m.credited}
    credits = Counter(m.credited for m in members if m.credited)
    named = max(credits, key=lambda name: (credits[name], name), default=None)
    credited = max((n for n in credits if n in own), key=lambda n: (credits[n], n), default=None)
    if credited is not None:
        return Election(article_id=own[credited].article_id, evidence="credit", credited=named)
    linked = _linked(first)
    if linked is not None:
        return Election(article_id=linked.article_id, evidence="canonical_link", credited=named)
    wires = [m for m in first if m.outlet in agencies and not m.credited]
    if wires:
        return Election(article_id=wires[0].article_id, evidence="agency", credited=named)
    return _by_time(first, named)


def _by_time(first: Sequence[Member], named: str | None) -> Election:
    """The original among members in order of publication, when nobody says whose text it is."""
    rivals = [m for m in first if m.published and first[0].published and m.published - first[0].published <= SAME_TIME]
    chosen = min(rivals or first, key=_rank)
    original = _full(chosen, first)
    return Election(article_id=original.article_id, evidence=_evidence(original, first), credited=named)


def _rank(member: Member) -> tuple[bool, bool, int, tuple[datetime, str]]:
    """Sorts members published at the same time: sound ones first, then those that name no source, then the longer ones."""
    return member.damage > DAMAGED, member.credited is not None, -(member.live // ALIKE), when(member)


def _full(chosen: Member, first: Sequence[Member]) -> Member:
    """The fullest version of an article that its outlet published, at another address, before anybody could copy it."""
    if chosen.outlet is None or chosen.published is None:
        return chosen
    others = [m.published for m in first if m.outlet != chosen.outlet and m.published]
    end = min([chosen.published + VERSIONS, *(at + SAME_TIME for at in others)])
    versions = [m for m in first if m.outlet == chosen.outlet and m.published and m.published <= end]
    sound = [m for m in versions if m.damage <= DAMAGED and m.url != chosen.url]
    longest = max(sound, key=lambda m: (m.live, m.letters, m.article_id), default=chosen)
    return longest if longest.live >= chosen.live + ALIKE else chosen


def _evidence(original: Member, first: Sequence[Member]) -> Evidence:
    """What spoke for an original: `earliest` only when no other was published before or with it."""
    before = [
        m
        for m in first
        if m is not original and m.published and original.published and m.published <= original.published
    ]
    if original.published and not before:
        return "earliest"
    rivals = before or [m for m in first if m is not original]
    for evidence, mark in _MARKS.items():
        if any(mark(m) for m in rivals) and not mark(original):
            return evidence
    return "most_complete"


_MARKS: Mapping[Evidence, Callable[[Member], bool]] = {
    "undamaged": lambda m: m.damage > DAMAGED,
    "uncredited": lambda m: m.credited is not None,
}


def _linked(first: Sequence[Member]) -> Member | None:
    """The member that others name as canonical most often, if any does; they come in order of publication."""
    naming = [m for m in first if m.canonical_url and m.canonical_url != m.url]
    by_url = {m.url: m for m in reversed(first) if m.url} if naming else {}
    links = [by_url[m.canonical_url] for m in naming if m.canonical_url in by_url]
    votes = Counter(m.article_id for m in links)
    return max(links, key=lambda m: (votes[m.article_id], m.article_id), default=None)


def tree(links: Sequence[Link], root: str) -> tuple[tuple[Link, str, str], ...]:
    """The links as (link, copy, what it was copied from), seen from the root, nearest first."""
    near: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        near[link.one].append(link)
        near[link.other].append(link)
    seen, queue, found = {root}, [root], []
    for at in queue:
        for link in sorted(near[at], key=lambda x: (x.one, x.other)):
            away = link.other if link.one == at else link.one
            if away not in seen:
                seen.add(away)
                queue.append(away)
                found.append((link, away, at))
    return tuple(found)


def copied(
    links: Sequence[Link], root: str, members: Mapping[str, Member], letters_a_shingle: int
) -> tuple[Copied, ...]:
    """The rows of a story, with its original at the root. `letters_a_shingle` is one over the sample's share."""
    return tuple(
        _row(link, members[copy], members[source], letters_a_shingle) for link, copy, source in tree(links, root)
    )


def _row(link: Link, copy: Member, source: Member, letters_a_shingle: int) -> Copied:
    fewest = min(copy, source, key=lambda m: m.words)
    words = (
        fewest.words if link.rule == "exact" else link.shared * letters_a_shingle * copy.words / max(1, copy.letters)
    )
    return Copied(
        article_id=copy.article_id,
        of_article_id=source.article_id,
        relation=relation(copy, source),
        containment=link.containment,
        jaccard=link.jaccard,
        shared_words=min(round(words), fewest.words),
        rule=link.rule,
    )


def relation(copy: Member, source: Member) -> Relation:
    """What a copy is to its source: the same outlet's later or earlier version, a part of it, or a copy.

    Where neither names its outlet, one address is one outlet's: the text there was edited.
    """
    named = copy.outlet or source.outlet
    if copy.outlet == source.outlet if named else copy.url and copy.url == source.url:
        return "earlier_version" if _earlier(copy, source) else "revision"
    return "excerpt" if copy.live < EXCERPT * source.live else "duplicate"


def _earlier(one: Member, other: Member) -> bool:
    return one.published is not None and other.published is not None and one.published < other.published


def components(links: Sequence[Link], nodes: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The nodes in groups that links hold together, each sorted."""
    parent = {node: node for node in nodes}

    def top(node: str) -> str:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for link in links:
        parent[top(link.one)] = top(link.other)
    groups: dict[str, list[str]] = defaultdict(list)
    for node in sorted(parent):
        groups[top(node)].append(node)
    return tuple(map(tuple, groups.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided about two articles, or a feed by giving both as one entry (`same_entry`)."""

    decision: Literal["split", "merge", "same_entry"]
    article_id: str
    other_article_id: str


def decided(links: Sequence[Link], decisions: Sequence[Decision]) -> tuple[Link, ...]:
    """The links after a person's decisions, oldest first; the last one on a pair of articles counts.

    A split cuts the link next to `article_id` on its way to the other article, so what hangs on it goes with it.
    """
    last = {frozenset((d.article_id, d.other_article_id)): d for d in decisions}
    kept = list(links)
    for d in last.values():
        if d.decision == "split":
            path = _path(kept, d.article_id, d.other_article_id)
            kept = [link for link in kept if link != path]
    for d in last.values():
        if d.decision != "split" and _path(kept, d.article_id, d.other_article_id) is None:
            rule = "person" if d.decision == "merge" else "entry_key"
            kept.append(
                Link(one=d.article_id, other=d.other_article_id, containment=0.0, jaccard=0.0, shared=0, rule=rule)
            )
    return tuple(kept)


def _path(links: Sequence[Link], start: str, goal: str) -> Link | None:
    """The first link on the way from start to goal; None when they are not connected."""
    for link, away, at in tree(links, goal):
        if away == start:
            return link if at else None
    return None
