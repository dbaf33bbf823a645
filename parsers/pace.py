"""When a message is to be sent: pace, time of day, quiet hours, and the wait after a failure."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Pace = Literal["at_once", "hourly", "daily", "weekly"]

PACES: tuple[Pace, ...] = ("at_once", "hourly", "daily", "weekly")

BACK_OFF = (5, 15, 60, 300, 1_800, 7_200, 21_600)
"""Seconds before the next attempt, by how many failed in a row; the last for all further ones. Nothing is given up."""

MONDAY = 0
WEEK = 7

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def time_of(said: str) -> time:
    """A time of day from HH:MM. Raises ValueError."""
    if not _TIME.fullmatch(said):
        raise ValueError(f"{said!r} is not a time of day; write it as 07:30")
    return time.fromisoformat(said)


def quiet_of(said: str) -> tuple[time, time]:
    """Start and end of quiet hours from HH:MM-HH:MM; they may pass midnight. Raises ValueError."""
    start, dash, end = said.partition("-")
    if not dash:
        raise ValueError(f"{said!r} is not a stretch of time; write it as 22:00-07:00")
    hours = time_of(start.strip()), time_of(end.strip())
    if hours[0] == hours[1]:
        raise ValueError("its quiet hours begin when they end; leave them out, or give two different times")
    return hours


def zone_of(name: str) -> ZoneInfo:
    """A time zone by its IANA name. Raises ValueError."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is not a time zone; take one such as Europe/Berlin or UTC") from error


def due_at(found: datetime, pace: Pace, send_at: str, quiet: str | None, zone: str) -> datetime:
    """When what was found at a moment is to be sent, UTC: at the next turn of the pace, and not in quiet hours."""
    here = zone_of(zone)
    turn = _turn(found, pace, time_of(send_at), here)
    return after_quiet(turn, quiet, zone)


def after_quiet(moment: datetime, quiet: str | None, zone: str) -> datetime:
    """The moment itself, or the end of the quiet hours that it is in, UTC."""
    if quiet is None:
        return moment
    start, end = quiet_of(quiet)
    here = zone_of(zone)
    local = moment.astimezone(here)
    clock = local.time()
    inside = start <= clock < end if start < end else clock >= start or clock < end
    if not inside:
        return moment
    days = 1 if start > end and clock >= start else 0
    return max(moment, datetime.combine(local.date() + timedelta(days), end, here).astimezone(UTC))


def retry_at(failed: datetime, failures: int, quiet: str | None, zone: str) -> datetime:
    """When to try again after so many failures in a row (1 or more), UTC."""
    wait = BACK_OFF[min(failures, len(BACK_OFF)) - 1]
    return after_quiet(failed + timedelta(seconds=wait), quiet, zone)


def _turn(found: datetime, pace: Pace, at: time, here: ZoneInfo) -> datetime:
    if pace == "at_once":
        return found
    if pace == "hourly":
        return found.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    local = found.astimezone(here)
    day = local.date()
    if pace == "weekly":
        day += timedelta((MONDAY - day.weekday()) % WEEK)
    turn = datetime.combine(day, at, here)
    if turn <= local:
        turn = datetime.combine(day + timedelta(WEEK if pace == "weekly" else 1), at, here)
    return turn.astimezone(UTC)
