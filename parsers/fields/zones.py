"""What a zone's letters mean: abbreviations are ambiguous, and the newsroom's own zone decides between their meanings."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

import pytz

# Offsets in minutes east of UTC; the first is taken when nothing is known of the outlet. Sources: tz database
# (abbreviations in the zone files' FORMAT columns and their comments), RFC 822 for the American ones; public domain.
MEANINGS: dict[str, tuple[int, ...]] = {
    "Z": (0,), "UT": (0,), "UTC": (0,), "GMT": (0,), "WET": (0,),
    "WEST": (60,), "CET": (60,), "МСК": (180,), "MEZ": (60,), "CEST": (120,), "MESZ": (120,), "EET": (120,), "EEST": (180,),
    "BST": (60, 360), "IST": (330, 120, 60), "IDT": (180,), "MSK": (180,), "MSD": (240,), "TRT": (180,), "FET": (180,),
    "AST": (-240, 180), "ADT": (-180, 240), "KSA": (180,), "GST": (240,), "UAE": (240,), "AZT": (240,), "AZST": (300,),
    "AMT": (240, -240), "GET": (240,), "IRST": (210,), "IRDT": (270,), "AFT": (270,), "PKT": (300,), "UZT": (300,),
    "TJT": (300,), "TMT": (300,), "YEKT": (300,), "ALMT": (300,), "AQTT": (300,), "ORAT": (300,), "KGT": (360,),
    "NPT": (345,), "BDT": (360,), "BTT": (360,), "MMT": (390,), "ICT": (420,), "WIB": (420,), "WITA": (480,), "WIT": (540,),
    "HKT": (480,), "SGT": (480,), "MYT": (480,), "PHT": (480,), "PHST": (480,), "AWST": (480,), "ULAT": (480,),
    "JST": (540,), "KST": (540,), "ACST": (570,), "AEST": (600,), "AEDT": (660,), "NZST": (720,), "NZDT": (780,),
    "EST": (-300, 600), "EDT": (-240, 660), "ET": (-300,), "CST": (-360, 480), "CDT": (-300,), "CT": (-360,),
    "MST": (-420, 480), "MDT": (-360,), "MT": (-420,), "PST": (-480, 480), "PDT": (-420,), "PT": (-480,),
    "AKST": (-540,), "AKDT": (-480,), "HST": (-600,), "NST": (-210,), "NDT": (-150,),
    "BRT": (-180,), "ART": (-180,), "CLT": (-240,), "COT": (-300,), "PET": (-300,),
    "SAST": (120,), "CAT": (120,), "EAT": (180,), "WAT": (60,),
}  # fmt: skip

FAR = 240
"""Minutes: an outlet whose own clock is farther off than this from every second meaning did not mean that one."""

SEASONAL = {
    "AT": "America/Halifax",
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
"""Letters that name a place's clock, summer or winter."""

CITIES: dict[str, str] = {
    "baku": "Asia/Baku", "moscow": "Europe/Moscow", "london": "Europe/London", "beijing": "Asia/Shanghai",
    "istanbul": "Europe/Istanbul", "ankara": "Europe/Istanbul", "dubai": "Asia/Dubai", "doha": "Asia/Qatar",
    "riyadh": "Asia/Riyadh", "tbilisi": "Asia/Tbilisi", "tehran": "Asia/Tehran", "tashkent": "Asia/Tashkent",
    "astana": "Asia/Almaty", "delhi": "Asia/Kolkata", "paris": "Europe/Paris", "berlin": "Europe/Berlin",
    "new york": "America/New_York", "washington": "America/New_York", "tokyo": "Asia/Tokyo", "kyiv": "Europe/Kyiv",
}  # fmt: skip
"""Cities in "10:32 Baku time"."""

CLOCKS: dict[str, str] = {
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver", "pacific": "America/Los_Angeles",
    "atlantic": "America/Halifax", "newfoundland": "America/St_Johns", "alaska": "America/Anchorage", "hawaii": "Pacific/Honolulu",
    "central european": "Europe/Paris", "eastern european": "Europe/Athens", "western european": "Europe/Lisbon", "british": "Europe/London",
    "greenwich mean": "Etc/GMT", "coordinated universal": "Etc/UTC", "universal": "Etc/UTC", "moscow": "Europe/Moscow", "turkey": "Europe/Istanbul",
    "gulf": "Asia/Dubai", "arabian": "Asia/Riyadh", "india": "Asia/Kolkata", "indian": "Asia/Kolkata", "pakistan": "Asia/Karachi", "china": "Asia/Shanghai",
    "japan": "Asia/Tokyo", "korean": "Asia/Seoul", "singapore": "Asia/Singapore", "hong kong": "Asia/Hong_Kong", "azerbaijan": "Asia/Baku", "israel": "Asia/Jerusalem",
    "australian eastern": "Australia/Sydney", "new zealand": "Pacific/Auckland", "east africa": "Africa/Nairobi", "west africa": "Africa/Lagos",
    "south africa": "Africa/Johannesburg", "brasilia": "America/Sao_Paulo", "argentina": "America/Argentina/Buenos_Aires", "mexico city": "America/Mexico_City",
}  # fmt: skip
"""Clocks by their English names without "Standard", "Daylight" and "Summer". Source: Unicode CLDR, names of time zones."""

_SEASON = re.compile(r"\s(?:standard|daylight|summer)\b")
_OFFSET = re.compile(r"\(?(?:GMT|UTC|UT)?\s*([+\-−])\s*(\d{1,2})(?::?(\d\d))?\)?\Z", re.I)


@lru_cache(maxsize=256)
def zone_of(printed: str, outlet_zone: str | None) -> tzinfo | None:
    """The zone written as `GMT`, `+04:00`, `+07`, `GMT+4`, `AST`, `Baku time`, `Eastern Daylight Time` or `Europe/Berlin`; None when these letters name no zone.

    Of several meanings the one nearest to the outlet's own clock is taken: AST is Arabia's in Riyadh and Dubai and
    the Atlantic's everywhere else.
    """
    text = printed.strip()
    if offset := _OFFSET.match(text):
        return _offset(offset[1], int(offset[2]), int(offset[3] or 0))
    if "/" in text:
        return _by_name(text)
    clock = _SEASON.sub("", text.casefold().removesuffix("time").removeprefix("local").strip())
    if place := CITIES.get(clock) or CLOCKS.get(clock):
        return pytz.timezone(place)
    letters = text.strip("()").replace(".", "").upper()
    if letters in SEASONAL:
        return pytz.timezone(SEASONAL[letters])
    meanings = MEANINGS.get(letters)
    return timezone(timedelta(minutes=_nearest(meanings, outlet_zone))) if meanings else None


def _by_name(text: str) -> tzinfo | None:
    """The zone with a tz database name, in brackets or not, in whatever case."""
    name = _zone_names().get(text.strip("[]").casefold())
    return pytz.timezone(name) if name else None


@lru_cache(maxsize=1)
def _zone_names() -> dict[str, str]:
    return {name.casefold(): name for name in pytz.all_timezones}


def _offset(sign: str, hours: int, minutes: int) -> tzinfo | None:
    if hours > 14 or minutes > 59:
        return None
    east = timedelta(hours=hours, minutes=minutes)
    return timezone(east if sign == "+" else -east)


def _nearest(meanings: tuple[int, ...], outlet_zone: str | None) -> int:
    """Minutes east of UTC: the meaning nearest to the outlet's clock, the usual one when the outlet is far or unknown."""
    home = named_zone(outlet_zone)
    if home is None or len(meanings) == 1:
        return meanings[0]
    clock = datetime(2020, 1, 15, tzinfo=UTC).astimezone(home).utcoffset() or timedelta()
    here = int(clock.total_seconds()) // 60
    best = min(meanings, key=lambda m: abs(m - here))
    return best if abs(best - here) <= FAR else meanings[0]


@lru_cache(maxsize=256)
def named_zone(name: str | None) -> pytz.BaseTzInfo | None:
    """The zone with this tz database name; None for None and for names the database does not have."""
    return pytz.timezone(name) if name in pytz.all_timezones_set else None


def in_utc(naive: datetime, zone: tzinfo | None, outlet_zone: str | None) -> datetime | None:
    """A clock reading as an instant: in its own zone, else the outlet's, else UTC. None beyond the calendar's ends."""
    home = zone or named_zone(outlet_zone) or UTC
    try:
        local = home.localize(naive) if isinstance(home, pytz.BaseTzInfo) else naive.replace(tzinfo=home)
        return local.astimezone(UTC)
    except OverflowError:  # 0001-01-01 east of Greenwich lies before the calendar
        return None
