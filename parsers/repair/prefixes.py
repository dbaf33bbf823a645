"""Signs that one text uses in its own way: in front of words (`?name`, `--all`), or `«` on both sides of a quotation.

A sign in front of words ends no sentence there, and a space that was lost beside it was in front of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from parsers.repair.joints import Joint

_PREFIXED = re.compile(r"[(\[“„«‘\"']{0,2}(\?|!|--|\$|%|~)(?=[a-zà-öø-ÿа-яёіїєґçğıöşüə]{2})")
_CLOSED = re.compile(r"\w[.,]?«[.,;:)]*\Z")
_LEAST = 2
"""So many different words with a sign in front of them are no slips."""
_BEFORE_SIGN, _AT_SIGN = ",;:.)”»", 0.4


def prefixes(tokens: Collection[str]) -> frozenset[str]:
    """The signs that stand in front of several different tokens."""
    found = (_PREFIXED.match(token) for token in tokens if not token[0].isalnum())
    counts = Counter(m[1] for m in found if m)
    return frozenset(sign for sign, n in counts.items() if n >= _LEAST)


def is_one_sided(tokens: Collection[str]) -> bool:
    """Whether a text closes its quotations with the mark that opens them, `«so«`: then nobody can tell which is which."""
    return any("«" in t for t in tokens) and sum(_CLOSED.search(t) is not None for t in tokens) >= _LEAST and not any(
        "»" in t for t in tokens
    )  # fmt: skip


def off_mark(token: str, joints: Sequence[Joint]) -> tuple[Joint, ...]:
    """The joints that are not beside `«`."""
    return tuple(j for j in joints if "«" not in token[j.offset - 1 : j.offset + 1])


def before_prefixes(token: str, joints: Sequence[Joint], signs: frozenset[str]) -> tuple[Joint, ...]:
    """A token's joints, those behind such a sign moved in front of it: `woord?name` is `woord ?name`."""
    out: dict[int, Joint] = {}
    for joint in joints:
        sign = next((s for s in signs if token.endswith(s, 0, joint.offset)), None)
        if sign is None or not token[joint.offset].isalpha():
            out.setdefault(joint.offset, joint)
            continue
        at = joint.offset - len(sign)
        if at > 0 and (token[at - 1].isalnum() or token[at - 1] in _BEFORE_SIGN):
            out[at] = Joint(at, min(joint.score, _AT_SIGN), "dash")
    return tuple(out[at] for at in sorted(out))
