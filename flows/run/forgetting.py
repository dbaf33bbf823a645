"""Taking documents out and erasing them: batches of rows, the file rewritten, the result published.

forget … (one transaction each) → erase (vocabulary, file) → publish → verified copy.
Killed anywhere, the next `forget` or `maintain` goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flows.clock import now
from flows.run.run_registry import present
from parsers.errors import UsageError
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.rewriting import rewrite
from warehouse.database.store import Say, Warehouse, exclusive, silence, writing
from warehouse.filing import forgetting, retention, tombstones, vocabulary
from warehouse.filing.forgetting import Kind, Scope
from warehouse.filing.retention import Rule
from warehouse.filing.tombstones import Cause
from warehouse.filing.verify import keep_verified

BATCH = 500
"""Articles that go in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What went: raw document ids, and the number of articles."""

    documents: tuple[str, ...]
    articles: int


NOTHING = Forgotten(documents=(), articles=0)


def takedown(
    place: Place,
    name: str,
    kind: Kind | None,
    *,
    reason: str,
    flow: tuple[str | None, str | None] = (None, None),
    say: Say = silence,
) -> Forgotten:
    """Take out what a name denotes (see `forgetting.scope`), erase it and publish. Raises UsageError for unknown names."""
    with present(place, "forget", flow):
        with writing(place, say=say) as warehouse:
            goes = _scope(warehouse, name, kind)
        done = NOTHING if isinstance(goes, UsageError) else take_out(place, goes, cause="takedown", reason=reason)
        finish(place, say=say)
    publish_now(place, say=say)
    renew_verified(place)
    if isinstance(goes, UsageError):
        raise goes
    return done


def _scope(warehouse: Warehouse, name: str, kind: Kind | None) -> Scope | UsageError:
    """What a name denotes, or why it denotes nothing: a killed run that took it out may still have to be brought to its end."""
    try:
        return forgetting.scope(warehouse, name, kind)
    except UsageError as error:
        return error


def take_out(
    place: Place, goes: Scope, *, cause: Cause, reason: str, archive: tuple[str, str] | None = None
) -> Forgotten:
    """Take out a scope in batches, one transaction each; nothing is erased from the file or published yet."""
    for start in range(0, len(goes.articles), BATCH):
        with writing(place) as warehouse, warehouse.transaction():
            batch = forgetting.of_articles(warehouse, goes.articles[start : start + BATCH])
            forgetting.forget(warehouse, batch, now(), cause=cause, reason=reason, archive=archive)
    with writing(place) as warehouse, warehouse.transaction():  # documents of no article, which is what is left of them
        forgetting.forget(
            warehouse, Scope(documents=goes.documents), now(), cause=cause, reason=reason, archive=archive
        )
    return Forgotten(documents=goes.documents, articles=len(goes.articles))


def finish(place: Place, *, say: Say = silence) -> bool:
    """Erase what was taken out since the file was last rewritten; whether there was anything."""
    with writing(place, say=say) as warehouse:
        if not tombstones.unerased(warehouse):
            return False
        if vocabulary.known(warehouse).counts:
            vocabulary.relearn(warehouse)
    with exclusive(place, say=say):
        rewrite(place)
    return True


def resume(place: Place, *, say: Say = silence) -> None:
    """Bring to its end what a killed `forget` began."""
    finish(place, say=say)
    publish_now(place, say=say)
    renew_verified(place)


def renew_verified(place: Place) -> None:
    """Let the last verified copy forget as well, if there is one: the published file takes its place."""
    if place.verified.exists():
        keep_verified(place)


def lift(place: Place, name: str) -> tuple[str, ...]:
    """Let documents that were taken out be filed again when they arrive; which. Publishes when there are any."""
    with writing(place) as warehouse:
        found = tombstones.named(warehouse, name)
        with warehouse.transaction():
            tombstones.lift(warehouse, found, now())
    if found:
        publish_now(place)
    return found


def retire(place: Place, rules: Sequence[Rule], most: int, at: datetime, *, say: Say = silence) -> Counter[str]:
    """Take out what is older than its rule allows, at most `most` articles; how many by rule. Nothing is published yet."""
    gone: Counter[str] = Counter()
    with writing(place, say=say) as warehouse:
        due = retention.expired(warehouse, rules, at, most)
    for each in due:
        with writing(place, say=say) as warehouse:
            goes = forgetting.of_articles(warehouse, each.articles)
        reason = each.rule.sentence()
        gone[reason] += take_out(place, goes, cause="retention", reason=reason).articles
    return gone
