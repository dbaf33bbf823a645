"""Rules of the desk as they are kept, and what is filed already held against them.

known → (every run) … apply: found → take_out (articles gone, their arrivals rejected, bytes kept) → released (to be filed again)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from parsers.errors import Rejected, UsageError
from parsers.kept_out import sections, sentence
from parsers.rules import Action, Entry, Rule, checked, left_out
from warehouse.database.store import Warehouse, text_array
from warehouse.filing import articles
from warehouse.filing.ledger import Pending, pending_of
from warehouse.stories import removal, syndication

COLUMNS = (
    "name", "action", "feed_id", "words", "pattern", "places", "min_words", "max_words", "languages", "sections", "declared", "added_at",
)  # fmt: skip

WINDOW = 1_000
"""Articles held in memory at once while rules are applied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A rule as it is kept; `declared` when feeds.toml has it."""

    rule: Rule
    declared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A filed article that the rules leave out: by which rule, and why."""

    article_id: str
    headline: str
    name: str
    why: str


def known(warehouse: Warehouse) -> tuple[Rule, ...]:
    """All rules, by name: what the parsers are given."""
    return tuple(kept.rule for kept in listed(warehouse))


def listed(warehouse: Warehouse) -> tuple[Kept, ...]:
    """All rules, by name."""
    return tuple(_kept(*row) for row in warehouse.rows("list_rules"))


def counts(warehouse: Warehouse) -> dict[str, int]:
    """How many arrivals each rule left out, by its name."""
    return dict(warehouse.rows("left_out_counts"))


def _kept(
    name: str, action: Action, feed_id: str | None, words: list[str], pattern: str | None, places: list[str], shortest: int | None,
    longest: int | None, languages: list[str], sections: list[str], declared: bool,
) -> Kept:  # fmt: skip
    rule = Rule(
        name=name, action=action, feed_id=feed_id, words=tuple(words), pattern=pattern, places=tuple(places), shortest=shortest,
        longest=longest, languages=tuple(languages), sections=tuple(sections),
    )  # fmt: skip
    return Kept(rule=rule, declared=declared)


def add(warehouse: Warehouse, rules: Iterable[Rule], at: datetime, *, declared: bool = False) -> None:
    """Add rules. Raises UsageError for a name that is taken or a rule that cannot be."""
    taken = {kept.rule.name for kept in listed(warehouse)}
    rows = []
    for rule in rules:
        if rule.name in taken:
            raise UsageError(f"there is a rule {rule.name} already; remove it first, or take another name")
        taken.add(rule.name)
        rows.append(_row(_checked(rule), declared, at))
    warehouse.append("rule", COLUMNS, rows)


def _checked(rule: Rule) -> Rule:
    try:
        return checked(rule)
    except ValueError as error:
        raise UsageError(f"rule {rule.name[:60]}: {error}") from error


def _row(rule: Rule, declared: bool, at: datetime) -> tuple[object, ...]:
    return (
        rule.name, rule.action, rule.feed_id, list(rule.words), rule.pattern, list(rule.places), rule.shortest, rule.longest,
        list(rule.languages), list(rule.sections), declared, at,
    )  # fmt: skip


def remove(warehouse: Warehouse, name: str) -> None:
    """Remove a rule. Raises UsageError when there is none, or feeds.toml has it."""
    kept = next((k for k in listed(warehouse) if k.rule.name == name), None)
    if kept is None:
        raise UsageError(f"there is no rule {name}; `newsdesk rules list` lists all")
    if kept.declared:
        raise UsageError(f"the rule {name} is in the feeds file; take it out there, and poll")
    _delete(warehouse, [name])


def _delete(warehouse: Warehouse, names: Sequence[str]) -> None:
    warehouse.connection.execute("delete from rule where name in (select unnest(?))", [list(names)]).fetchall()


def declare(warehouse: Warehouse, wanted: Sequence[Rule], at: datetime) -> bool:
    """Make the declared rules those of a feeds file; part of the caller's transaction. Returns whether anything changed.

    Raises UsageError as `add` does.
    """
    before = {k.rule.name: k.rule for k in listed(warehouse) if k.declared}
    now = {rule.name: rule for rule in wanted}
    if gone := [name for name, rule in before.items() if now.get(name) != rule]:
        _delete(warehouse, gone)
    new = [rule for rule in wanted if before.get(rule.name) != rule]
    add(warehouse, new, at, declared=True)
    return bool(gone or new)


# --------------------------------------------------------------------------------------------- what is filed already


def found(warehouse: Warehouse, rules: Sequence[Rule]) -> tuple[Found, ...]:
    """The filed articles that the rules leave out. One stays that a file brought, or a feed whose rules keep it."""
    out: list[Found] = []
    after = ""
    while last := warehouse.rows("article_window", {"after": after, "most": WINDOW})[0][0]:
        rows = warehouse.rows("articles_from_feeds", {"after": after, "last": last})
        for _, arrivals in groupby(rows, key=lambda row: row[0]):
            out += _found(list(arrivals), rules)
        after = last
    return tuple(out)


def _found(arrivals: Sequence[tuple[Any, ...]], rules: Sequence[Rule]) -> list[Found]:
    """What the rules say of one article, in a list of none or one; all its arrivals must be left out."""
    verdicts = [found for row in arrivals if (found := left_out(rules, _entry(row)))]
    if len(verdicts) < len(arrivals):
        return []
    name, why = verdicts[0]
    return [Found(article_id=arrivals[0][0], headline=arrivals[0][1], name=name, why=why)]


def _entry(row: tuple[Any, ...]) -> Entry:
    """What rules look at, of a row of `articles_from_feeds`."""
    _, headline, body, author, url, language, words, *arrival, feed_id = row
    return Entry(
        feed_id=feed_id, headline=headline, body=body, author=author, url=url, language=language, words=words, sections=_sections(arrival)
    )  # fmt: skip


def _sections(arrival: list[Any]) -> tuple[str, ...]:
    """The entry's categories; none when its bytes were moved out or are no entry any more."""
    if arrival[2] is None:
        return ()
    try:
        return sections(pending_of(tuple(arrival)).raw)
    except Rejected:
        return ()


def take_out(warehouse: Warehouse, left: Sequence[Found], at: datetime) -> None:
    """Take out filed articles that rules leave out, in one transaction; their bytes stay, their arrivals say why."""
    if not left:
        return
    from warehouse.filing import reprocess  # not at the top: it loads the parsers

    ids = [f.article_id for f in left]
    with warehouse.transaction():
        if syndication.due(warehouse):
            syndication.settle(warehouse, at)
        story = removal.prepare(warehouse, ids)
        removal.drop(warehouse, story, syndication.window_days())
        articles.remove(warehouse, ids)
        arrays = {
            "article_id": text_array(ids),
            "outcome": text_array(["rejected"] * len(ids)),
            "reason": text_array([sentence(f.name, f.why) for f in left]),
        }
        with warehouse.incoming(arrays):
            warehouse.run("reject_articles")
        if story.anew:
            reprocess.remake_stories(warehouse, at)
        else:
            removal.reconcile(warehouse, story, at)


def released(warehouse: Warehouse) -> tuple[Pending, ...]:
    """The documents that rules left out, to be parsed again: those that no rule leaves out any more are filed."""
    return tuple(pending_of(row) for row in warehouse.rows("left_out_documents"))
