"""Parts of a day behind a day in other languages: "gestern Abend", "lundi soir", "dün akşam", "Dienstagabend"."""

from __future__ import annotations

from parsers.facts.time.calendar import Partial
from parsers.facts.time.said import Said
from parsers.facts.time.tongues.lexemes import word
from parsers.facts.time.tongues.tongue import Tongue
from parsers.facts.tokens import Tokens


def with_part(tokens: Tokens, said: Said, tongue: Tongue) -> Said:
    """The day with the part of it that is behind: "gestern Abend", "lundi soir", "dün akşam", "Dienstagabend"."""
    low, last = word(tokens, said.end), word(tokens, said.end - 1)
    code, end = tongue.day_parts.get(low), said.end + 1
    if low == "morgen" and tokens.text[said.end] == low:
        return said  # tomorrow
    if code is None and last not in tongue.units:
        code, end = next((c for ending, c in tongue.day_parts.items() if _compound(last, ending)), None), said.end
    if code is None:
        return said
    partial = said.partial
    if partial is not None and (partial.day or partial.weekday is not None) and not partial.clock:
        return Said(said.start, end, partial._replace(clock=f"T{code}"))
    day = said.when.value if said.when is not None and not said.offset else ""
    if len(day) != len("2024-05-14") or not day.replace("-", "").isdecimal():
        return said
    known = Partial(year=int(day[:4]), month=int(day[5:7]), day=int(day[8:]), clock=f"T{code}")
    return Said(said.start, end, known)


def _compound(low: str, ending: str) -> bool:
    """A German weekday with a part of the day: "dienstagabend"."""
    return low.endswith("tag" + ending) or low == "mittwoch" + ending
