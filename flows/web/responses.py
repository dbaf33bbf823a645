"""What servers answered, in the words of the polling policy: by status, by the hash of the body, by what was read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from flows.web.fetch import Answered
from parsers.feeds.reading import FeedReading
from parsers.feeds.schedule import Answer, AnswerKind, FeedState

KINDS: tuple[AnswerKind, ...] = ("timeout", "tls", "dns", "network", "broken", "refused")


def kind_of(name: str) -> AnswerKind:
    """The kind of failure that a FetchError's reason begins with."""
    return next((kind for kind in KINDS if kind == name), "network")


def of_answer(answered: Answered, state: FeedState, conditional: bool) -> Answer:
    """What a server's answer means, before the feed is read: by status, and by the hash of the body."""
    answer = Answer(
        kind=_by_status(answered), http_status=answered.status, conditional=conditional, etag=answered.etag, last_modified=answered.last_modified,
        retry_after=answered.retry_after, max_age=answered.max_age, moved_to=answered.moved_to,
        reason=None if answered.status in (200, 304) else f"the server answers with status {answered.status}",
    )  # fmt: skip
    if answered.status != 200:
        return replace(answer, moved_to=None) if answered.status != 304 else answer
    body_hash = hashlib.sha256(answered.body).hexdigest()
    return replace(answer, kind="unchanged" if body_hash == state.body_hash else "read", body_hash=body_hash)


def _by_status(answered: Answered) -> AnswerKind:
    status = answered.status
    if status in (200, 304):
        return "unchanged"
    if status == 429 or (status == 503 and answered.retry_after is not None):
        return "throttled"
    by_code: dict[int, AnswerKind] = {404: "missing", 410: "gone"}
    return by_code.get(status, "server_error" if status >= 500 else "refused" if status >= 400 else "broken")


def counted(answer: Answer, readings: Sequence[FeedReading]) -> Answer:
    """The answer with what was in the documents of the feed, its own first; unchanged when none was read."""
    if not readings:
        return answer
    standings = Counter(s.standing for r in readings for s in r.sightings)
    newest = max((r.newest_at for r in readings if r.newest_at), default=None)
    return replace(
        answer, kind="read", entries=standings.total(), new=standings["new"], edited=standings["edited"], ttl=readings[0].feed.ttl,
        newest_at=newest, usual_gap=readings[0].usual_gap,
    )  # fmt: skip
