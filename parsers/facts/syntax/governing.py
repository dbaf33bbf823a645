"""What governs an embedded clause: the verb right before it, or the adjective behind `be`."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.facts.syntax.model import Clause, Parse

_DIRECT, _PUT_IN = 8, 14
"""Tokens between a verb and what it governs; with something put in between commas."""
_JOINING = ("be", "remain", "seem", "become", "prove", "appear")


def adjective(parse: Parse, low: Sequence[str], outer: Clause, inner: Clause) -> str | None:
    """The adjective right before an embedded clause behind be: `is unable to`, `is likely to`."""
    verb = outer.verb
    if verb is None or verb.lemma not in _JOINING:
        return None
    k = inner.start - 1
    return low[k] if verb.end <= k and parse.tags[k] in "JRn" else None


def directly(parse: Parse, outer: Clause, inner: Clause) -> bool:
    """Does the embedded clause follow its verb, or the object of it, without a comma, or behind what two commas put in?"""
    verb = outer.verb
    if verb is None or inner.start < verb.end:
        return False
    between = parse.tags[verb.end : inner.start]
    put_in = inner.link == "infinitive" and between.endswith(",") and between.count(",") == 2
    return len(between) <= (_PUT_IN if put_in else _DIRECT) and (put_in or "," not in between)
