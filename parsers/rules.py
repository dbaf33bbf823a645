"""Rules of a desk for what its feeds bring: which entries are kept, which are left out, and by which rule.

A rule has conditions (words, a pattern, a length, languages, sections); all that it has must hold. An entry is left out when
a `block` rule holds for it, or when its feed has `keep` rules and none of them holds. Patterns are RE2's: their time is
linear in the text, so no pattern can stop a run. https://github.com/google/re2/wiki/Syntax
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import re2

from parsers.record import Record

Action = Literal["keep", "block"]
Place = Literal["headline", "body", "author", "url"]

PLACES: tuple[Place, ...] = ("headline", "body", "author", "url")
USUAL: tuple[Place, ...] = ("headline", "body")
"""Where words and patterns are looked for when a rule does not say."""

MEMORY = 8 << 20
"""Bytes that a compiled pattern may take; RE2 refuses what needs more."""

LONGEST = 1_000
"""Characters of a pattern."""

SHOWN = 60
"""Characters of a matched text that a reason repeats."""

_NAME = re.compile(r"[\w][\w .-]{0,59}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Record):
    """One rule. `feed_id` None is for all feeds; empty conditions are none. Lengths are in words, both ends inclusive.

    `words` are words or phrases, in any case; a `*` at the end stands for any further letters. `languages` are codes of
    ISO 639, `sections` the categories that the feed gives an entry.
    """

    name: str
    action: Action
    feed_id: str | None = None
    words: tuple[str, ...] = ()
    pattern: str | None = None
    places: tuple[str, ...] = USUAL
    shortest: int | None = None
    longest: int | None = None
    languages: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Record):
    """What rules look at: an article that came from a feed. `words` is the number of words of its body."""

    feed_id: str | None
    headline: str = ""
    body: str = ""
    author: str = ""
    url: str = ""
    language: str | None = None
    words: int = 0
    sections: tuple[str, ...] = ()


def checked(rule: Rule) -> Rule:
    """The rule itself. Raises ValueError, with what to do, for one without a condition or with one that cannot be."""
    if not _NAME.fullmatch(rule.name):
        raise ValueError(
            f"the name {rule.name[:60]!r} is not usable; take up to 60 letters, digits, spaces, dots and hyphens"
        )
    if not (rule.words or rule.pattern or rule.languages or rule.sections or rule.shortest or rule.longest):
        raise ValueError("it has no condition; give words, pattern, min_words, max_words, languages or sections")
    if any(not w.strip(" *") for w in rule.words):
        raise ValueError("one of its words is empty; take it out")
    if unknown := [p for p in rule.places if p not in PLACES]:
        raise ValueError(f"it looks in {unknown[0]!r}, which is no part of an entry; take {', '.join(PLACES)}")
    if foreign := [c for c in rule.languages if not _is_language(c)]:
        raise ValueError(f"{foreign[0][:SHOWN]!r} is no code of a language; take one of ISO 639, such as en, de or zh")
    if rule.shortest and rule.longest and rule.shortest > rule.longest:
        raise ValueError("min_words is more than max_words; no text has such a length")
    if rule.pattern and _compiled(rule.pattern).search(""):
        raise ValueError(
            "its pattern matches an empty text, so it would hold for everything; ask for one character at least"
        )
    return rule


def left_out(rules: Sequence[Rule], entry: Entry) -> tuple[str, str] | None:
    """The name of the rule that leaves an entry out, and why, in words; None when it is kept."""
    mine = [r for r in rules if r.feed_id is None or r.feed_id == entry.feed_id]
    for rule in mine:
        if rule.action == "block" and (why := holds(rule, entry)):
            return rule.name, why
    keeping = [r for r in mine if r.action == "keep"]
    if not keeping or any(holds(r, entry) for r in keeping):
        return None
    names = ", ".join(r.name for r in keeping[1:6])
    return keeping[0].name, "it keeps only what it holds for" + (f", or {names}" if names else "")


def holds(rule: Rule, entry: Entry) -> str | None:
    """Why a rule holds for an entry, in words; None when one of its conditions does not."""
    reasons = [found for found in _reasons(rule, entry) if found is not None]
    return None if any(not r for r in reasons) else "; ".join(reasons) or None


def _reasons(rule: Rule, entry: Entry) -> Iterable[str | None]:
    """For each condition why it holds, "" when it does not; None for a condition that the rule does not have."""
    yield _by_text("says", _words(rule.words), rule, entry) if rule.words else None
    yield _by_text("matches with", _compiled(rule.pattern), rule, entry) if rule.pattern else None
    yield _by_length(rule, entry)
    yield _by_choice("is in language", rule.languages, (_language(entry.language or ""),), _language)
    yield _by_choice("is in section", rule.sections, entry.sections, _folded)


def _by_text(verb: str, pattern: Any, rule: Rule, entry: Entry) -> str:  # noqa: ANN401 - RE2 has no types
    for place in rule.places:
        if found := pattern.search(_plain(getattr(entry, place))):
            return f"its {place} {verb} “{_EDGES.sub('', found.group())[:SHOWN]}”"
    return ""


def _by_length(rule: Rule, entry: Entry) -> str | None:
    if rule.shortest is None and rule.longest is None:
        return None
    short = rule.shortest is not None and entry.words < rule.shortest
    long = rule.longest is not None and entry.words > rule.longest
    return "" if short or long else f"it has {entry.words:,} words"


def _by_choice(verb: str, wanted: Sequence[str], given: Sequence[str], same: Any) -> str | None:  # noqa: ANN401 - a function
    if not wanted:
        return None
    those = {same(w) for w in wanted}
    found = next((g for g in given if g and same(g) in those), None)
    return f"it {verb} {found[:SHOWN]}" if found else ""


def _is_language(code: str) -> bool:
    from langcodes import tag_is_valid  # late: most desks have no such rule
    from langcodes.tag_parser import LanguageTagError

    try:
        return tag_is_valid(code)
    except LanguageTagError:
        return False


@lru_cache(maxsize=512)
def _language(code: str) -> str:
    """The language of a tag as articles have it: `nb` for `no` and `nob`, `de` for `deu` and `de-AT`."""
    from langcodes import standardize_tag
    from langcodes.tag_parser import LanguageTagError

    from parsers.fields.language import SAME

    primary = code.partition("-")[0].partition("_")[0].casefold()
    try:
        primary = standardize_tag(primary)
    except LanguageTagError:
        return primary
    return SAME.get(primary, primary)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _folded(text: str) -> str:
    return " ".join(_plain(text).casefold().split())


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> Any:  # noqa: ANN401 - RE2 has no types
    """A pattern, whatever the case. Raises ValueError with RE2's own words and what to do."""
    if len(pattern) > LONGEST:
        raise ValueError(f"its pattern has {len(pattern):,} characters; {LONGEST:,} are allowed")
    options = re2.Options()
    options.case_sensitive, options.log_errors, options.max_mem = False, False, MEMORY
    try:
        return re2.compile(_plain(pattern), options=options)
    except re2.error as error:
        raise ValueError(
            f"its pattern is not usable ({_said(error)}); patterns are RE2's, without look-around and back references"
        ) from error


def _said(error: Exception) -> str:
    said = error.args[0] if error.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


@lru_cache(maxsize=512)
def _words(words: tuple[str, ...]) -> Any:  # noqa: ANN401 - RE2 has no types
    return _compiled_words("|".join(map(_word, words)))


def _word(word: str) -> str:
    """A word or phrase as a pattern: whole words only, but for scripts that part none."""
    bare, more = word.strip(), ""
    if bare.endswith("*"):
        bare, more = bare[:-1], r"[\pL\pN\pM]*"
    inner = r"\s+".join(re2.escape(part) for part in _plain(bare).split())
    if _UNPARTED.search(bare):
        return f"(?:{inner}{more})"
    return rf"(?:(?:^|[^\pL\pN\pM_]){inner}{more}(?:$|[^\pL\pN\pM_]))"


_EDGES = re.compile(r"\A\W+|\W+\Z")
"""What is around a word, and belongs to its match."""

_UNPARTED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese letters."""


def _compiled_words(pattern: str) -> Any:  # noqa: ANN401 - RE2 has no types
    options = re2.Options()
    options.case_sensitive, options.log_errors, options.max_mem = False, False, MEMORY
    return re2.compile(pattern, options=options)
