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
"""Abbreviations of the zones that newspapers print, in lower case; they stand in capitals."""

US_SHORT = frozenset({"et", "ct", "mt", "pt"})
"""Zones of the United States in two capitals, right behind "a.m." or "p.m."."""

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
    if (low in ZONES or (low in US_SHORT and tokens.low[k - 1] in ("m", ".", "am", "pm"))) and tokens.text[k].isupper():
        return k + 1
    at = k
    while tokens.low[at] in PLACES and at < k + 3:
        at += 1
    return at + 1 if at > k and tokens.low[at] == "time" else None
