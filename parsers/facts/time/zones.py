"""Names of time zones behind a clock time: "GMT", "EST", "local time", "Eastern time", "Moscow time"."""

from __future__ import annotations

from parsers.facts.tokens import Tokens, words

ZONES = words(
    """
    gmt utc bst wet west cet cest eet eest msk trt azt azst gst ist pkt npt bdt ict wib wita wit hkt sgt pht jst kst
    awst acst acdt aest aedt nzst nzdt est edt cst cdt mst mdt pst pdt akst akdt hst ast adt nst ndt brt art clt cot
    sast eat cat wat irst uzt kzt almt gel amt met
    """
)
"""Abbreviations of the zones that newspapers print, in lower case; they are in capitals."""

US_SHORT = frozenset({"et", "ct", "mt", "pt"})
"""Zones of the United States in two capitals, right behind "a.m." or "p.m.", or behind four digits."""

ALONE = words("local eastern central mountain pacific atlantic zulu")
"""Zones that are printed without "time" as well, where no noun follows."""

BEHIND_ALONE = words("on in when as after until till with yesterday today tonight tomorrow")

DAYS = words("monday tuesday wednesday thursday friday saturday sunday")

PLACES = words(
    """
    local eastern central mountain pacific atlantic moscow london paris berlin brussels istanbul ankara baku kyiv kiev
    tokyo beijing greenwich universal british european india indian israel tehran dubai sydney delhi daylight standard
    summer
    """
)
"""Words before "time"."""


def behind(tokens: Tokens, j: int) -> int | None:
    """The token behind the zone that begins at token j; None when none does."""
    k = j + 1 if tokens.low[j] == "(" else j
    end = _end(tokens, k)
    if end is None or k == j:
        return end
    return end + 1 if tokens.low[end] == ")" else None


def _end(tokens: Tokens, k: int) -> int | None:
    low = tokens.low[k]
    if tokens.text[k].isupper() and (low in ZONES or (low in US_SHORT and _after_clock(tokens, k))):
        return k + 1
    if low == "z" and tokens.glued(k) and tokens.text[k] == "Z":
        return k + 1
    at = k
    while tokens.low[at] in PLACES and at < k + 3:
        at += 1
    if at > k and tokens.low[at] == "time":
        return at + 1
    return k + 1 if low in ALONE and _closes(tokens, k + 1) and _in_case(tokens, k) else None


def _after_clock(tokens: Tokens, k: int) -> bool:
    """Does "ET" or "PT" are behind "p.m.", or behind four digits and before no name?"""
    if tokens.low[k - 1] in ("m", ".", "am", "pm"):
        return True
    digits = tokens.text[k - 1]
    return len(digits) == 4 and digits.isdecimal() and not _names(tokens, k + 1)


def _names(tokens: Tokens, k: int) -> bool:
    return tokens.text[k][:1].isupper() and tokens.low[k] not in DAYS


def _closes(tokens: Tokens, k: int) -> bool:
    """Does no noun follow at token k?"""
    low = tokens.low[k]
    return low in BEHIND_ALONE or low in DAYS or low in (".", ",", ";", ")", "(", ":", "?", "")


def _in_case(tokens: Tokens, k: int) -> bool:
    """ "local" in small letters, "Eastern" with its capital."""
    return tokens.text[k].islower() == (tokens.low[k] in ("local", "zulu"))
