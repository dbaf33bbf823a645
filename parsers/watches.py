"""A watch: a question that is asked of everything that is filed, and who hears of the answers (docs/watches.md)."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from parsers import pace as paces
from parsers.pace import PACES, Pace
from parsers.record import Record

Kind = Literal["search", "entity", "measure", "contradiction", "spread", "sql"]

KINDS: tuple[Kind, ...] = ("search", "entity", "measure", "contradiction", "spread", "sql")

ASKING: tuple[Kind, ...] = ("search", "entity", "measure", "sql")
"""Kinds that need a question; for a measure a unit is enough."""

LONGEST = 4_000
"""Characters of a question."""

MOST_TARGETS = 20

_NAME = re.compile(r"[\w][\w .-]{0,59}")
_REFERENCE = re.compile(r"\$[A-Za-z_]\w{0,99}")
_MAIL = re.compile(r"mailto:[^\s@,;<>?&\"\x00-\x1f]{1,100}@[^\s@,;<>?&\"\x00-\x1f]{1,200}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch(Record):
    """One watch. `since` and `until` are days of publication, `at_least` and `at_most` values in `unit`, both inclusive.

    `targets` are mailto:, http or https addresses, or `$NAME` for an address that the environment holds. `send_at`
    (HH:MM) and `quiet` (HH:MM-HH:MM) are in `timezone`. `networks` are private networks in which webhooks may be.
    """

    name: str
    kind: Kind
    question: str | None = None
    publisher: str | None = None
    since: date | None = None
    until: date | None = None
    unit: str | None = None
    at_least: float | None = None
    at_most: float | None = None
    outlets: int | None = None
    targets: tuple[str, ...] = ()
    pace: Pace = "at_once"
    send_at: str = "07:00"
    quiet: str | None = None
    timezone: str = "UTC"
    networks: tuple[str, ...] = ()


def in_words(watch: Watch) -> str:
    """What a watch asks: its question, bounds, unit and filters."""
    bounds = [f"{sign} {n:,.10g}" for sign, n in ((">=", watch.at_least), ("<=", watch.at_most)) if n is not None]
    parts = (
        watch.question or ("every figure" if watch.kind == "measure" else "everything"), *bounds, f"in {watch.unit}" if watch.unit else "",
        f"{watch.outlets} outlets" if watch.outlets else "", f"of {watch.publisher}" if watch.publisher else "",
        f"from {watch.since}" if watch.since else "", f"before {watch.until}" if watch.until else "",
    )  # fmt: skip
    return " ".join(" ".join(p for p in parts if p).split())


def checked(watch: Watch) -> Watch:
    """The watch itself. Raises ValueError, with what to do, for one that cannot be."""
    if not _NAME.fullmatch(watch.name) or watch.name != watch.name.strip():
        raise ValueError(
            f"the name {watch.name[:60]!r} is not usable; take up to 60 letters, digits, spaces, dots and hyphens"
        )
    _check_question(watch)
    _check_bounds(watch)
    _check_times(watch)
    for target in watch.targets:
        _check_target(target)
    if len(watch.targets) > MOST_TARGETS:
        raise ValueError(f"it has {len(watch.targets)} targets; {MOST_TARGETS} are allowed")
    for network in watch.networks:
        try:
            ipaddress.ip_network(network, strict=False)
        except ValueError as error:
            raise ValueError(f"{network[:60]!r} is not a network; write it as 127.0.0.0/8") from error
    return watch


def _check_question(watch: Watch) -> None:
    if watch.kind not in KINDS:
        raise ValueError(f"its kind {watch.kind[:60]!r} is unknown; take {', '.join(KINDS)}")
    asks = (watch.question or "").strip() or (watch.kind == "measure" and watch.unit)
    if watch.kind in ASKING and not asks:
        wanted = {"search": "words", "entity": "an entity's name or id", "measure": "the words of a measure, or a unit"}
        raise ValueError(f"it asks nothing; give {wanted.get(watch.kind, 'a SELECT')}")
    if watch.question and len(watch.question) > LONGEST:
        raise ValueError(f"its question has {len(watch.question):,} characters; {LONGEST:,} are allowed")


def _check_bounds(watch: Watch) -> None:
    if watch.kind == "spread" and not watch.outlets:
        raise ValueError("it needs a number of outlets; give outlets = 3, say")
    if watch.kind != "spread" and watch.outlets is not None:
        raise ValueError("a number of outlets goes with kind spread only")
    if watch.outlets is not None and watch.outlets < 1:
        raise ValueError("outlets must be 1 or more")
    if watch.kind != "measure" and (watch.unit, watch.at_least, watch.at_most) != (None, None, None):
        raise ValueError("unit, at_least and at_most go with kind measure only")
    if watch.at_least is not None and watch.at_most is not None and watch.at_least > watch.at_most:
        raise ValueError("at_least is more than at_most; no figure is both")
    if watch.unit is not None and not watch.unit.strip():
        raise ValueError("its unit is empty; leave it out, or write EUR, tonnes or money")
    if watch.since and watch.until and watch.since >= watch.until:
        raise ValueError("since is not before until; no article is from such a time")


def _check_times(watch: Watch) -> None:
    if watch.pace not in PACES:
        raise ValueError(f"its pace {watch.pace[:60]!r} is unknown; take {', '.join(PACES)}")
    paces.time_of(watch.send_at)
    paces.zone_of(watch.timezone)
    if watch.quiet is not None:
        paces.quiet_of(watch.quiet)


def _check_target(target: str) -> None:
    """Raises ValueError for an address that cannot be sent to, or that may hold a secret."""
    if _REFERENCE.fullmatch(target) or _MAIL.fullmatch(target):
        return
    try:
        parts = urlsplit(target)
        host, named = parts.hostname, parts.username or parts.password
    except ValueError:
        host, named = None, None
    if parts_are_web(target) and host and not named and target.isprintable() and " " not in target:
        return
    raise ValueError(
        f"it cannot send to {target.partition(':')[0][:60]!r}…; write mailto:NAME@HOST, an http or https address without a password, "
        "or $NAME and set NAME in the environment (an address of Slack, ntfy and others may hold a secret)"
    )


def parts_are_web(target: str) -> bool:
    """Whether a target is a web address."""
    return target.lower().startswith(("http://", "https://"))
