"""The watches, asked of the articles that were filed since they were asked last; once a run, at its end.

watch_due → matches, kind by kind → one a watch and story → alert + delivery (one transaction with the end of watch_due)

What is asked is bounded by what was filed: no kind but `sql` looks at other articles than those and their stories.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import Any

from parsers.pace import due_at
from parsers.watches import Watch
from warehouse.asking.search import clauses, quote
from warehouse.database.store import Arrays, Warehouse, text_array
from warehouse.database.terms import fold
from warehouse.watching import closed_query, outbox, watches
from warehouse.watching.figures import Figure, answering
from warehouse.watching.texts import Text, Texts

CHUNK = 1_000
"""Articles whose words are held in memory at once."""

QUOTED = 300
"""Characters of the words of an alert."""

ALERT = ("alert_id", "watch", "story_id", "article_id", "fact_id", "exact", "start_char", "end_char", "why", "found_at", "run_id")  # fmt: skip
DELIVERY = ("delivery_id", "alert_id", "watch", "target", "due_at", "state", "attempts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """An article that watches are asked of."""

    article_id: str
    story_id: str
    language: str | None
    headline: str
    body: str
    publisher: str
    date_published: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An article that answers a watch: the words that do, where they are in its body (None: in its headline), and why."""

    watch: str
    article_id: str
    start: int | None
    end: int | None
    exact: str
    why: str
    fact_id: str | None = None
    question: str | None = None
    """The search whose words are still to be found in the article (`quoted`)."""


def evaluate(warehouse: Warehouse, run_id: str, at: datetime) -> int:
    """Ask all watches what is new, and keep what they find with what is to be sent. Returns the number of alerts.

    Killed on the way, nothing is kept and the next run asks again. Whoever delivers is told when there is something to send.
    """
    every = watches.known(warehouse)
    ids = [row[0] for row in warehouse.rows("watch_due_articles")] if every else []
    if not ids:
        return 0
    fresh: list[Match] = []
    troubles: dict[str, str] = {}
    told: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    for at_once in range(0, len(ids), CHUNK):
        articles = filed(warehouse, ids[at_once : at_once + CHUNK])
        told |= {a.article_id: a.story_id for a in articles}
        found = matches(warehouse, every, articles, troubles)
        fresh += quoted(_fresh(warehouse, found, told, seen), articles)
    with warehouse.transaction():
        _keep(warehouse, fresh, told, {w.name: w for w in every}, run_id, at)
        warehouse.run("clear_watch_due", incoming=_ids(ids))
        _note_troubles(warehouse, troubles)
    if fresh:
        outbox.signal(warehouse.place)
    return len(fresh)


def matches(
    warehouse: Warehouse, every: Sequence[Watch], articles: Sequence[Filed], troubles: dict[str, str]
) -> list[Match]:
    """What some watches find in some articles. A watch that cannot be asked is named in `troubles`, with the reason."""
    kinds: dict[str, list[Watch]] = {}
    for watch in every:
        kinds.setdefault(watch.kind, []).append(watch)
    by_id = {a.article_id: a for a in articles}
    texts = Texts(_text(a) for a in articles) if {"search", "spread"} & set(kinds) else Texts(())
    found = [
        *_searches(kinds.get("search", ()), texts),
        *_entities(warehouse, kinds.get("entity", ()), by_id),
        *_measures(warehouse, kinds.get("measure", ()), by_id),
        *_contradictions(warehouse, kinds.get("contradiction", ()), by_id),
        *_spreads(warehouse, kinds.get("spread", ()), by_id, texts),
        *_queries(warehouse, kinds.get("sql", ()), by_id, troubles),
    ]
    named = {w.name: w for w in every}
    return [m for m in found if _in_scope(named[m.watch], by_id[m.article_id])]


def _in_scope(watch: Watch, article: Filed) -> bool:
    """Whether an article is of the outlets and the time that a watch is about."""
    if watch.publisher and fold(watch.publisher) not in fold(article.publisher):
        return False
    published = article.date_published
    if watch.since is None and watch.until is None:
        return True
    if published is None:
        return False
    return (watch.since is None or published >= _start(watch.since)) and (
        watch.until is None or published < _start(watch.until)
    )


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def filed(warehouse: Warehouse, article_ids: Sequence[str]) -> list[Filed]:
    """Articles by their ids, the earliest first."""
    return [
        Filed(
            article_id=i, story_id=s, language=language, headline=headline or "", body=body, publisher=publisher or "",
            date_published=published,
        )
        for i, s, language, headline, body, publisher, published in warehouse.rows("watched_articles", incoming=_ids(article_ids))
    ]  # fmt: skip


def _ids(article_ids: Iterable[str]) -> Arrays:
    return {"article_id": text_array(list(article_ids))}


def _text(article: Filed) -> Text:
    return Text(key=article.article_id, language=article.language, headline=article.headline, body=article.body)


# ------------------------------------------------------------------------------------------------ kind by kind


def _searches(asked: Sequence[Watch], texts: Texts) -> Iterator[Match]:
    for watch in asked:
        question = watch.question or ""
        for article_id in texts.matching(question):
            yield Match(
                watch=watch.name, article_id=article_id, start=None, end=None, exact="", why="", question=question
            )


def quoted(found: Iterable[Match], articles: Sequence[Filed]) -> list[Match]:
    """The matches with the words of their articles: those of searches are looked for only where they are told."""
    by_id = {a.article_id: a for a in articles}
    return [_quoting(m, by_id[m.article_id], m.question) if m.question is not None else m for m in found]


def _quoting(match: Match, article: Filed, question: str) -> Match:
    place = quote(article.body, clauses(question), article.language)
    why = f"its {'text' if place else 'headline'} answers: {question[:QUOTED]}"
    if place is None:
        return replace(match, exact=article.headline, why=why)
    start, end = place
    return replace(match, start=start, end=end, exact=article.body[start:end], why=why)


def _entities(warehouse: Warehouse, asked: Sequence[Watch], by_id: dict[str, Filed]) -> Iterator[Match]:
    if not asked:
        return
    with warehouse.incoming(_ids(by_id)):
        rows = [row for row in warehouse.rows("watched_entities") if row[0] in {w.name for w in asked}]
    for name, article_id, entity, start, end in rows:
        body = by_id[article_id].body
        first, last = around(body, start, end)
        yield Match(
            watch=name, article_id=article_id, start=first, end=last, exact=body[first:last], why=f"it names {entity}"
        )


def _measures(warehouse: Warehouse, asked: Sequence[Watch], by_id: dict[str, Filed]) -> Iterator[Match]:
    if not asked:
        return
    rows = warehouse.rows("watched_figures", incoming=_ids(by_id))
    figures = {row[0]: Figure(*(row[:2] + row[4:])) for row in rows}
    texts = Texts(Text(key=row[0], language=row[2], headline="", body=row[3]) for row in rows)
    for watch in asked:
        for fact_id in sorted(answering(watch, figures, texts)):
            figure = figures[fact_id]
            yield Match(
                watch=watch.name, article_id=figure.article_id, start=figure.start, end=figure.end, exact=figure.exact,
                fact_id=fact_id, why=f"its figure {figure.amount} is within the bounds of {watch.question or 'the watch'}",
            )  # fmt: skip


def _contradictions(warehouse: Warehouse, asked: Sequence[Watch], by_id: dict[str, Filed]) -> Iterator[Match]:
    if not asked or not warehouse.rows("has_conflicts", incoming=_ids(by_id))[0][0]:
        return
    pairs = {f"{n}": row for n, row in enumerate(warehouse.rows("watched_conflicts", incoming=_ids(by_id)))}
    texts = Texts(
        Text(key=key, language=row[9], headline=row[6] or "", body=f"{row[2]} {row[8]}") for key, row in pairs.items()
    )
    for watch in asked:
        chosen = texts.matching(watch.question) if watch.question else set(pairs)
        for key in sorted(chosen, key=int):
            article_id, fact_id, exact, start, end, other, _, outlet, said, _ = pairs[key]
            yield Match(
                watch=watch.name, article_id=article_id, start=start, end=end, exact=exact, fact_id=fact_id,
                why=f"{outlet or 'another outlet'} ({other[:12]}) says otherwise: {said[:QUOTED]}",
            )  # fmt: skip


def _spreads(warehouse: Warehouse, asked: Sequence[Watch], by_id: dict[str, Filed], texts: Texts) -> Iterator[Match]:
    if not asked:
        return
    stories = {row[0]: row[1] for row in warehouse.rows("watched_spreads", incoming=_ids(by_id))}
    for watch in asked:
        chosen = texts.matching(watch.question) if watch.question else by_id
        for article_id in sorted(chosen):
            article = by_id[article_id]
            outlets = stories.get(article.story_id, [])
            if len(outlets) >= (watch.outlets or 1):
                start, end = around(article.body, 0, 0)
                named = ", ".join(outlets[:10]) + (f" and {len(outlets) - 10} more" if len(outlets) > 10 else "")
                yield Match(
                    watch=watch.name, article_id=article_id, start=start, end=end, exact=article.body[start:end],
                    why=f"{len(outlets)} outlets have the story: {named}",
                )  # fmt: skip


def _queries(
    warehouse: Warehouse, asked: Sequence[Watch], by_id: dict[str, Filed], troubles: dict[str, str]
) -> Iterator[Match]:
    for watch in asked:
        try:
            rows = closed_query.asked(warehouse, watch.question or "", list(by_id))
        except closed_query.Refused as error:
            troubles[watch.name] = str(error)
            continue
        troubles.setdefault(watch.name, "")
        for article_id, why in rows:
            body = by_id[article_id].body
            start, end = around(body, 0, 0)
            said = why[:QUOTED] if why else "it is in the answer to the query"
            yield Match(watch=watch.name, article_id=article_id, start=start, end=end, exact=body[start:end], why=said)


def around(body: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, or as much of it as an alert holds, around a stretch of a body: start and end."""
    room = max(0, QUOTED - (end - start)) // 2
    lowest = max(0, start - room)
    line, stop = body.rfind("\n", lowest, start), body.rfind(". ", lowest, start)
    first = max(lowest, line + 1, stop + 2 if stop >= 0 else 0)
    stops = [at for at in (body.find("\n", end, end + QUOTED), body.find(". ", end, end + QUOTED)) if at >= 0]
    last = min(stops) + (body[min(stops)] == ".") if stops else min(len(body), end + QUOTED)
    while first < start and body[first].isspace():
        first += 1
    while last > max(end, first) and body[last - 1].isspace():
        last -= 1
    return first, last


# ------------------------------------------------------------------------------------------------ what is kept


def _fresh(
    warehouse: Warehouse, found: Sequence[Match], told: dict[str, str], seen: set[tuple[str, str]]
) -> list[Match]:
    """One match a watch and story, the earliest article's, and none of a story that the watch has told of before.

    `seen` are the watches and stories of this run so far; it grows.
    """
    if not found:
        return []
    seen |= set(warehouse.rows("alerted_stories", incoming=_ids(dict.fromkeys(m.article_id for m in found))))
    order = {article_id: n for n, article_id in enumerate(told)}
    fresh = []
    for match in sorted(found, key=lambda m: (order[m.article_id], m.start or 0)):
        key = (match.watch, told[match.article_id])
        if key not in seen:
            seen.add(key)
            fresh.append(match)
    return fresh


def _keep(
    warehouse: Warehouse, fresh: Sequence[Match], told: dict[str, str], named: dict[str, Watch], run_id: str, at: datetime
) -> None:  # fmt: skip
    alerts, deliveries = [], []
    for match in fresh:
        alert_id = _hash(match.watch, match.article_id)
        alerts.append(
            (alert_id, match.watch, told[match.article_id], match.article_id, match.fact_id, match.exact, match.start,
             match.end, match.why, at, run_id)
        )  # fmt: skip
        deliveries += _deliveries(alert_id, named[match.watch], at)
    warehouse.append("alert", ALERT, alerts)
    warehouse.append("delivery", DELIVERY, deliveries)


def _deliveries(alert_id: str, watch: Watch, at: datetime) -> list[tuple[Any, ...]]:
    due = due_at(at, watch.pace, watch.send_at, watch.quiet, watch.timezone)
    return [
        (_hash(alert_id, target), alert_id, watch.name, target, due, "waiting", 0)
        for target in dict.fromkeys(watch.targets)
    ]


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:32]


def _note_troubles(warehouse: Warehouse, troubles: dict[str, str]) -> None:
    """Keep why watches could not be asked, and take the note away from those that could."""
    for name, why in troubles.items():
        warehouse.run("note_watch_trouble", {"name": name, "trouble": why or None})
