"""Verb groups: the auxiliaries, adverbs and the main verb that belong together."""

from __future__ import annotations

from parsers.facts.syntax.lexicon import lemma
from parsers.facts.syntax.model import Verb
from parsers.facts.tokens import Tokens

STARTS = frozenset("MBhHEdvabgnT")
"""Tags with which a verb group may begin; `a`, `n` and `g` are read by their place."""

_AUXILIARIES = frozenset("MBhHEd")
_FOLLOWS = {
    "M": frozenset("bhEBn"), "d": frozenset("b"), "T": frozenset("bhdEB"), "h": frozenset("nEhda"), "H": frozenset("nEa"), "B": frozenset("gnEaHT"),
    "E": frozenset("gnEa"),
}  # fmt: skip
"""What may come next in a group, by the auxiliary before it."""

LONGEST = 9
"""Tokens of a group."""

_MERELY = frozenset("only just merely simply necessarily alone".split())
"""Behind `not` they take the denial back."""

_NEGATING = frozenset("not never t no hardly scarcely".split())


def group_at(tokens: Tokens, tags: str, i: int) -> Verb | None:
    """The verb group that begins at token i, or None: `to` without a verb, an adverb alone."""
    low = tokens.low
    parts, k, negated = [i], i + 1, low[i] == "cannot" and low[i + 1] not in _MERELY
    limit = min(tokens.size, i + LONGEST)
    while tags[parts[-1]] in _AUXILIARIES or tags[parts[-1]] == "T":
        k, no = _skip(tokens, tags, k, limit)
        if k >= limit or tags[k] not in _FOLLOWS[tags[parts[-1]]]:
            break
        if tags[parts[-1]] == "B" and tags[k] == "T":
            break
        negated = negated or no
        parts.append(k)
        k += 1
    head = parts[-1]
    if tags[i] == "T":
        if len(parts) == 1:
            return None
        parts.remove(i)
    end = head + 1
    if tags[head] in _AUXILIARIES:
        stop, no = _skip(tokens, tags, end, limit)
        if no:
            negated, end = True, stop
    negated = negated or (
        tags[i - 1 : i] == "X" or (tags[i - 1 : i] == "R" and low[i - 1] == "longer" and low[i - 2] == "no")
    )
    return _made(tokens, tags, i, end, parts, negated)


def _skip(tokens: Tokens, tags: str, k: int, limit: int) -> tuple[int, bool]:
    """The first token that is no adverb, from token k, and whether one of them negates."""
    negated = False
    while k < limit and (
        tags[k] in "RX"
        or (tags[k] == "j" and tags[k + 1 : k + 2] == "X")
        or (tokens.low[k] == "no" and tokens.low[k + 1] == "longer")
    ):
        negated = negated or (tokens.low[k] in _NEGATING and tokens.low[k + 1] not in _MERELY)
        k += 1
    return k, negated


def _made(tokens: Tokens, tags: str, i: int, end: int, parts: list[int], negated: bool) -> Verb:
    low, head, first = tokens.low, parts[-1], parts[0]
    kind = tags[head]
    own = lemma(low[head], kind)
    if head == first:
        modal = own if kind == "M" else None
        tense = "infinitive" if tags[i] == "T" else _tense(low[first], kind, modal)
        return Verb(i, end, head, own, tense, modal, False, False, False, negated)
    auxiliaries = [lemma(low[p], tags[p]) for p in parts[:-1]]
    modal = auxiliaries[0] if tags[first] == "M" else None
    return Verb(
        start=i,
        end=end,
        head=head,
        lemma=own,
        tense="infinitive" if tags[i] == "T" else _tense(low[first], tags[first], modal),
        modal=modal,
        perfect="have" in auxiliaries,
        progressive=kind == "g" and "be" in auxiliaries,
        passive=kind in "na" and auxiliaries[-1] == "be",
        negated=negated,
    )


_PAST = frozenset("was were had did wasn weren hadn didn".split())


def _tense(first: str, kind: str, modal: str | None) -> str:
    if kind == "M":
        return "future" if modal in ("will", "shall") else "modal"
    if kind in "Bhd":
        return "past" if first in _PAST else "present"
    if kind in "va":
        return "past" if lemma(first, "v") != first and not first.endswith("s") else "present"
    return {"g": "gerund", "H": "gerund", "b": "infinitive"}.get(kind, "participle")
