"""Clock times of other languages: "18.30 Uhr", "14h30", "à 14 heures", "a las 18:30", "saat 14.30", "в 18:30"."""

from __future__ import annotations

from parsers.facts.time.tongues.lexemes import word
from parsers.facts.time.tongues.tongue import Tongue
from parsers.facts.tokens import Tokens


def clock_at(tokens: Tokens, i: int, tongue: Tongue) -> tuple[str, int] | None:
    """The clock time at token i as TIMEX3, and the token behind it."""
    text = tokens.text[i]
    hours, _, minutes = text.partition(".")
    if minutes:
        named = word(tokens, i + 1) in tongue.clocks or word(tokens, i - 1) in tongue.before_clocks & {"saat", "um"}
        end = i + 2 if word(tokens, i + 1) in tongue.clocks else i + 1
        return _value(hours, minutes, end) if named else None
    if (
        tokens.text[i + 1] in (":", "h")
        and tokens.glued(i + 1)
        and tokens.glued(i + 2)
        and len(tokens.text[i + 2]) == 2
    ):
        end = i + 4 if word(tokens, i + 3) in tongue.clocks else i + 3
        return _value(text, tokens.text[i + 2], end)
    if word(tokens, i + 1) in tongue.clocks and word(tokens, i - 1) in tongue.before_clocks | {"h"} and len(text) <= 2:
        return _value(text, "00", i + 2)
    return None


def _value(hours: str, minutes: str, end: int) -> tuple[str, int] | None:
    if not (hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2 and len(hours) <= 2):
        return None
    if int(hours) > 24 or int(minutes) > 59:
        return None
    return f"T{int(hours):02d}:{minutes}", end
