"""What the desk tells the world, as Prefect events, so that people can hang automations on it (docs/running.md).

event                          resource id                        labels and payload
newsdesk.document.arrived      newsdesk.document.<uri>            newsdesk.door: watch (seen by the watcher) or elsewhere
newsdesk.article.loaded        newsdesk.article.<article_id>      publisher, outcome; story, headline
newsdesk.document.rejected     newsdesk.document.<uri>            newsdesk.reason; the whole sentence
newsdesk.story.spread          newsdesk.story.<story_id>          newsdesk.story.milestone: 2, 5, 10 …; outlets
newsdesk.watch.matched         newsdesk.watch.<name>              newsdesk.story; the exact words and why (flows.monitoring.watch_alerts)
newsdesk.feed.moved            newsdesk.feed.<feed_id>            newsdesk.how, newsdesk.taken: yes or no; from, to, reason
newsdesk.run.filed             newsdesk.run.<run_id>              counts of everything, including what had no event of its own

Events are hints. Emitting never fails a run, and at most `SINGLY` of a kind get an event of their own in one run: thousands of
events a run would drown the server, and the database has them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from flows.monitoring.artifacts import TROUBLE
from flows.run.summary import Line, Summary
from parsers.model import Outcome
from warehouse.asking.desk_figures import Spread
from warehouse.filing.feeds import Move

SINGLY = 50
"""Events of one kind that a run emits one by one."""

MILESTONES = (2, 3, 5, 10, 20, 50, 100)
"""Numbers of outlets whose reaching is worth an event."""

FILED = (Outcome.LOADED, Outcome.REVISION, Outcome.DUPLICATE)

ARRIVED = "newsdesk.document.arrived"
LOADED = "newsdesk.article.loaded"
REJECTED = "newsdesk.document.rejected"
SPREAD = "newsdesk.story.spread"
RUN_FILED = "newsdesk.run.filed"
FEED_MOVED = "newsdesk.feed.moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event before it is emitted: its name, labels (with `prefect.resource.id`), and payload as pairs."""

    event: str
    labels: tuple[tuple[str, str], ...]
    payload: tuple[tuple[str, object], ...] = ()


def emit(told: Iterable[Told]) -> None:
    """Hand events to Prefect, which delivers them in the background."""
    from prefect.events import emit_event

    for each in told:
        emit_event(event=each.event, resource=dict(each.labels), payload=dict(each.payload))


def arrived(paths: Sequence[str], door: str = "watch") -> list[Told]:
    """Documents that arrived. `door` is "watch" if the watcher files them already, else "elsewhere"."""
    return [
        Told(
            event=ARRIVED,
            labels=(*_document(path), ("newsdesk.door", door)),
            payload=(("path", path), ("together_with", len(paths) - 1)),
        )
        for path in paths[:SINGLY]
    ]


def feed_moved(feed_id: str, from_url: str, move: Move) -> Told:
    """A feed that was taken over at another address, or may be there."""
    return Told(
        event=FEED_MOVED,
        labels=(
            ("prefect.resource.id", f"newsdesk.feed.{feed_id}"),
            ("newsdesk.how", move.how),
            ("newsdesk.taken", "yes" if move.taken else "no"),
        ),
        payload=(("from", from_url), ("to", move.to_url), ("reason", move.reason)),
    )


def of_run(summary: Summary, spreads: Sequence[Spread]) -> list[Told]:
    """Everything a run has to tell, the summary last."""
    filed = [line for line in summary.lines if line.outcome in FILED]
    trouble = [line for line in summary.lines if line.outcome in TROUBLE]
    told = [_loaded(line) for line in filed[:SINGLY]]
    told += [_rejected(line) for line in trouble[:SINGLY]]
    told += [event for spread in spreads[:SINGLY] for event in _spread(spread)]
    return [*told, _filed(summary, spreads)] if summary.documents else told


def _loaded(line: Line) -> Told:
    return Told(
        event=LOADED,
        labels=(
            ("prefect.resource.id", f"newsdesk.article.{line.article_id}"),
            ("prefect.resource.name", line.headline or _name(line.document)),
            ("newsdesk.outcome", str(line.outcome)),
            ("newsdesk.publisher", line.publisher or ""),
        ),
        payload=(
            ("document", line.document),
            ("headline", line.headline),
            ("publisher", line.publisher),
            ("date_published", line.date_published.isoformat() if line.date_published else None),
            ("words", line.words),
            ("facts", line.facts),
        ),
    )


def _rejected(line: Line) -> Told:
    reason = line.reason or str(line.outcome)
    return Told(
        event=REJECTED,
        labels=(
            *_document(line.document),
            ("newsdesk.outcome", str(line.outcome)),
            ("newsdesk.reason", reason.partition(":")[0]),
        ),
        payload=(("document", line.document), ("reason", reason)),
    )


def milestones(before: int, after: int) -> tuple[int, ...]:
    """The numbers of outlets that a story has passed on its way from `before` to `after`."""
    return tuple(m for m in MILESTONES if before < m <= after)


def _spread(spread: Spread) -> list[Told]:
    """One event for each milestone, so that an automation can wait for exactly one of them."""
    outlets = len(spread.outlets)
    return [
        Told(
            event=SPREAD,
            labels=(
                ("prefect.resource.id", f"newsdesk.story.{spread.story_id}"),
                ("prefect.resource.name", spread.headline or spread.story_id),
                ("newsdesk.story.milestone", str(milestone)),
            ),
            payload=(
                ("headline", spread.headline),
                ("outlets", outlets),
                ("outlets_before", spread.outlets_before),
                ("publishers", list(spread.outlets)[:100]),
                ("articles", spread.articles),
            ),
        )
        for milestone in milestones(spread.outlets_before, outlets)
    ]


def _filed(summary: Summary, spreads: Sequence[Spread]) -> Told:
    return Told(
        event=RUN_FILED,
        labels=(("prefect.resource.id", f"newsdesk.run.{summary.run_id}"), ("prefect.resource.name", summary.run_id)),
        payload=(
            ("documents", summary.documents),
            *((str(outcome), n) for outcome, n in sorted(summary.outcomes.items())),
            ("stories_spread", len(spreads)),
        ),
    )


def _document(uri: str) -> tuple[tuple[str, str], ...]:
    return (("prefect.resource.id", f"newsdesk.document.{uri}"), ("prefect.resource.name", _name(uri)))


def _name(uri: str) -> str:
    return PurePath(uri).name or uri
