"""Lost spaces and lost paragraph breaks put back: by the lines when the document was wrapped, else by local rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from parsers.blocks import BLOCK, LINE
from parsers.model import RepairKind
from parsers.repair import capitals, furniture, hyphens, local, same_names, spacing, wrap
from parsers.repair.edits import Change, Note
from parsers.repair.known import CERTAIN, PUNCTUATION, STRONG, Lexicon, letters_of, of_document
from parsers.repair.lexicon import UNKNOWN
from parsers.repair.lines import Break
from parsers.repair.neighbours import is_clear
from parsers.repair.paragraph import Paragraph, Place
from parsers.repair.punctuation import JointKind
from parsers.repair.tongues import may_be_one
from parsers.repair.wordlists import word_list
from parsers.repair.wrap import Wrapped

_CODE = re.compile(r"[;{}]\s*$|^(?: {4,}|\t)\S|\S {3,}\S|\S\t+\S", re.MULTILINE)
_OF_CODE = (";", "{", "}", "\t", "   ")
"""What no line of code is without."""
_ENGLISH = word_list("english")
_LEAST_ENGLISH, _LEAST_WORDS = 0.08, 10
"""So many of a paragraph's words in lower case must be common ones of English, if it has more than a few."""
_LEAST_KNOWN, _KNOWN = 0.75, -6.0
"""The share of known English words, by log10 frequency, among those in lower case of a list; other languages have half."""
_LEAST_OWN = 0.6
"""The share of words of another language's list among those in lower case."""
_MOST_SOUND = 32_768
"""So many tokens of a text are remembered as sound, and twice as many of several: about four megabytes."""

EXACT_HELD, EXACT_LEAST, EXACT_ALONE, EXACT_KNOWN = -5.0, -3.5, -1.0, -0.5
HIDDEN_LEAST, STRAY_CHAINED, STRAY_LEAST = 0.8, 1.0, 1.5
"""The score a line end needs to be mended: on the predicted column between two sure ones, beside one, beside none,
and in any word that everybody knows; before the column; off any line but the next line fits, off any line."""


EXACT_FOREIGN: Mapping[str, float] = {"tr": -0.5, "az": -0.5, "de": -1.0, "nl": -1.0}
EXACT_ABROAD, STRAY_ABROAD, NEVER = -2.0, 3.5, 99.0
"""The least score between two letters in other languages, whose words are less known: on the predicted column (more where
endings or compounds abound), and off it between small letters."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was changed and what was only noted, in offsets of the text that was looked at."""

    changes: tuple[Change, ...] = ()
    notes: tuple[Note, ...] = ()
    early: bool = False
    """Whether lines are yet to be looked at, in the text with these changes made."""


def mend(text: str, lexicon: Lexicon, protected: Sequence[tuple[int, int]] = (), outlet: str | None = None) -> Mended:
    """The joins of an English text. Most texts have none, and that is found out fast."""
    tokens = text.split()
    distinct = set(tokens)
    odd = any_odd(distinct, lexicon)
    paged = furniture.may_be_inside(text, distinct)
    named = [c for c in same_names.joins(text) if not any(a < c.end and c.start < b for a, b in protected)]
    if not odd and not paged and not spacing.is_apart(distinct) and not hyphens.may_be_in(text):
        return Mended(tuple(named))
    first = _settled(text, distinct, lexicon, protected)
    if any(isinstance(item, Change) for item in first):
        made, seen = [c for c in first if isinstance(c, Change)], [n for n in first if isinstance(n, Note)]
        return Mended(tuple(made), tuple(seen), early=True)
    rest = _joined(text, tokens, lexicon, protected, outlet) if odd else Mended()
    if any(c.rule.startswith("wrap") for c in rest.changes):
        named = []  # lines tell more surely where spaces were
    inside = {c.start for c in named}
    notes = [n for n in (*first, *rest.notes) if isinstance(n, Note) and not any(n.start < at < n.end for at in inside)]
    return Mended(_distinct([*rest.changes, *named]), tuple(notes))


def _settled(
    text: str, tokens: set[str], lexicon: Lexicon, protected: Sequence[tuple[int, int]]
) -> list[Change | Note]:
    """What needs no lines to be mended, and is before they are looked for: hyphens, letters apart, all spaces lost."""
    found: list[Change | Note] = [*furniture.page_numbers(text)] if furniture.may_be_inside(text, tokens) else []
    found += [*hyphens.joins(text, tokens, lexicon.words)]
    if lexicon.code == "en":
        found += capitals.joins(text, tokens, lexicon.words, lexicon.joints)
        found += spacing.short_runs(text, tokens, lexicon.words, lambda token: _may_be_run(token, lexicon))
    if spacing.is_apart(tokens):
        found += spacing.letters_apart(text, lexicon.words)
    if max(map(len, tokens)) >= spacing.LONGEST_SOUND:
        found += spacing.without_spaces(text, lexicon.words, lexicon.code)
    free = [f for f in found if not any(a < f.end and f.start < b for a, b in protected)]
    return sorted(free, key=lambda f: (f.start, f.end))


def of_line(line: str, lexicon: Lexicon) -> list[Change]:
    """The changes of a line by itself, such as a headline: letters apart, capitals run together."""
    return [c for c in _settled(line, set(line.split()), lexicon, ()) if isinstance(c, Change)]


def _may_be_run(token: str, lexicon: Lexicon) -> bool:
    """Whether a token is no known word and not two words for certain."""
    return lexicon.look(token).suspicious and lexicon.strongest(token.strip(PUNCTUATION)) < CERTAIN


def _joined(
    text: str, tokens: Sequence[str], lexicon: Lexicon, protected: Sequence[tuple[int, int]], outlet: str | None
) -> Mended:
    """The lost spaces and breaks between words."""
    known = of_document(tokens, lexicon)
    if not known.strong:
        return Mended()
    may_be_wrapped = known.certain >= wrap.LEAST_BREAKS
    blocks = [b for b in BLOCK.finditer(text) if may_be_wrapped or not known.strong.isdisjoint(b.group().split())]
    spans = [line for block in blocks if not _skipped(block, protected, lexicon) for line in _lines(block)]
    paragraphs = [Paragraph(text[a:b], known, continues=c, goes_on=g) for a, b, c, g in spans]
    starts = [a for a, *_ in spans]
    found = wrap.find(paragraphs, outlet) if may_be_wrapped else None
    if found is None and lexicon.code != "en":  # other local rules were tried on English only
        return Mended(_distinct(list(_between_sentences(paragraphs, starts, text))))
    seen = list(_by_lines(paragraphs, starts, found, text) if found else _by_rules(paragraphs, starts, text))
    changes = _distinct([item for item in seen if isinstance(item, Change)])
    notes = tuple(item for item in seen if isinstance(item, Note))
    return Mended(changes, notes)


def _lines(block: re.Match[str]) -> Iterator[tuple[int, int, bool, bool]]:
    """The lines of a block that kept newlines: start, end, whether one is before it, whether one follows."""
    offset, last = block.start(), len(block.group().rstrip())
    for line in LINE.finditer(block.group()):
        yield offset + line.start(), offset + line.end(), line.start() > 0, line.end() < last


def any_odd(tokens: set[str], lexicon: Lexicon) -> bool:
    """Whether any token is no known word and may be two."""
    look, sound = lexicon.look, lexicon.sound
    rest = tokens - sound
    if not rest:
        return False
    if any(look(token).suspicious for token in rest):
        return True
    if len(sound) > _MOST_SOUND:
        sound.intersection_update(lexicon.well_known)
    sound.update(islice(rest, _MOST_SOUND))
    return False


def _skipped(block: re.Match[str], protected: Sequence[tuple[int, int]], lexicon: Lexicon) -> bool:
    """Code, tables and paragraphs in other languages are left alone."""
    if any(a < block.end() and block.start() < b for a, b in protected):
        return True
    text = block.group()
    if any(mark in text for mark in _OF_CODE) and _CODE.search(text):
        return True
    tokens = text.split()
    if lexicon.code != "en":
        lower = [t.strip(PUNCTUATION) for t in tokens if t.islower()]
        own, foreign = lexicon.commonest, _ENGLISH - lexicon.commonest
        known = sum(map(lexicon.words.__contains__, lower))
        return known < _LEAST_OWN * len(lower) or sum(map(foreign.__contains__, lower)) > sum(
            map(own.__contains__, lower)
        )
    common = sum(map(_ENGLISH.__contains__, tokens))
    if common >= _LEAST_ENGLISH * len(tokens):
        return False  # enough for all of its words, so for those in lower case
    lower = [token.strip(PUNCTUATION) for token in tokens if token.islower()]
    if len(lower) <= _LEAST_WORDS or common >= _LEAST_ENGLISH * len(lower):
        return False
    known = sum(lexicon.words.get(word, UNKNOWN) > _KNOWN for word in lower)
    return known < _LEAST_KNOWN * len(lower)  # a list has few small words, but English ones


def _kind(place: Place) -> RepairKind:
    return local.KINDS.get(place.kind, "word_join")  # type: ignore[return-value]


def _odds(score: float) -> float:
    """Log10 odds as a probability, to three places."""
    return round(1 / (1 + 10 ** -max(-8.0, min(8.0, score))), 3)


# ------------------------------------------------------------------------------------------------------- by the lines


def _by_lines(
    paragraphs: Sequence[Paragraph], starts: Sequence[int], found: Sequence[Wrapped], text: str
) -> Iterator[Change | Note]:
    rest = _off_the_lines(paragraphs, found, text)
    for paragraph, start, (lines, reading, doubtful, _), joins in zip(paragraphs, starts, found, rest, strict=True):
        joined: set[int] = set()
        for line_end, least in _required(_one_a_word(reading.breaks), doubtful):
            if line_end.fit == "gap" and doubtful:
                continue
            made = _at_break(paragraph, start, line_end, lines.width, least)
            if line_end.place is not None and isinstance(made, Change):
                joined.add(line_end.place.start)
            yield made
        for join in joins:
            if join.place.start not in joined and join.after:
                yield _change(paragraph, start, join.place, join.after, join.rule)


def _off_the_lines(
    paragraphs: Sequence[Paragraph], found: Sequence[Wrapped], text: str
) -> Iterator[Iterator[local.Join]]:
    """The joins beside the line ends: spaces at marks, and any where lines explain only part of the damage."""
    patchy = any(one.patchy for one in found) and paragraphs[0].known.code == "en"  # local rules were tried on it only
    damage, numbers = (
        (min(local.damage(paragraphs), local.VERY_MUCH - 1), local.enumerators(paragraphs, text))
        if patchy
        else (0, frozenset())
    )
    for paragraph in paragraphs:
        yield local.joins(local.Scene(paragraph, damage, numbers), local.ALL_KINDS if patchy else local.AT_MARKS)


def _required(breaks: Sequence[Break], doubtful: bool) -> Iterator[tuple[Break, float]]:
    """Each break with the score it needs by the words alone: the better the lines around it fit, the less."""
    for before, here, behind in zip([None, *breaks], breaks, [*breaks[1:], None], strict=False):
        least = _least(before, here, behind)
        yield here, max(least, CERTAIN) if doubtful else least


def _least(before: Break | None, here: Break, behind: Break | None) -> float:
    if here.fit == "hidden":
        return HIDDEN_LEAST
    if here.fit != "exact":
        return STRAY_CHAINED if behind is not None and behind.fit == "exact" else STRAY_LEAST
    held_before, held_behind = _is_sure(before), _is_sure(behind)
    if not held_before and not held_behind:
        return EXACT_ALONE
    held = (held_before or before is None) and (held_behind or behind is None)
    return EXACT_HELD if held else EXACT_LEAST


def _is_sure(found: Break | None) -> bool:
    return found is not None and found.fit == "exact" and found.score >= STRONG


def _one_a_word(breaks: Sequence[Break]) -> list[Break]:
    """Without the stray breaks that share a token with one that fits its line."""
    fitting = {b.place.start for b in breaks if b.place is not None and b.fit in ("exact", "hidden")}
    return [b for b in breaks if b.fit != "reset" or b.place is None or b.place.start not in fitting]


def _at_break(paragraph: Paragraph, start: int, found: Break, width: int, least: float) -> Change | Note:
    at, place = start + paragraph.printed(found.at), found.place
    if place is None:
        return Note(at, at, "gap", 0.75, f"wrap-{width}", found.min_missing, found.max_missing)
    if (
        found.fit == "glued"
        and not paragraph.is_doubtful(place)
        and local.between_sentences(paragraph, found.at)
        and not paragraph.in_quotation(found.at)
    ):
        return _change(paragraph, start, place, "\n\n", "sentence")
    if found.fit == "exact" and found.score < EXACT_KNOWN and paragraph.is_familiar(place):
        least = EXACT_KNOWN
    if paragraph.known.code != "en" and place.kind == "word":
        least = max(least, _least_abroad(paragraph, place, found))
    if found.score < least or not is_clear(paragraph, place):
        return _suspect(paragraph, start, place, _odds(found.score), f"wrap-{width}")
    boost = 3.0 if found.fit == "exact" else 1.0
    return Change(at, at, " ", _kind(place), _odds(found.score + boost), f"wrap-{width}")


def _least_abroad(paragraph: Paragraph, place: Place, found: Break) -> float:
    """The score that two words of another language than English need to be parted between letters."""
    text, code = paragraph.text, paragraph.known.code
    if letters_of(text[place.start : place.end]) in paragraph.known.often:
        return NEVER
    if may_be_one(
        code, text[place.start : place.at].lstrip(PUNCTUATION), text[place.at : place.end].rstrip(PUNCTUATION)
    ):
        return NEVER
    if found.fit == "exact" and text[place.at].isupper() and _is_name(text[place.start : place.at], paragraph.words):
        return 0.0
    if found.fit == "exact":
        return EXACT_FOREIGN.get(code, EXACT_ABROAD)
    return STRAY_ABROAD if text[place.at].islower() else STRAY_LEAST


def _is_name(left: str, words: Mapping[str, float]) -> bool:
    """Whether a half is a name, so that a capital behind it may be one inside a brand: `Open|SSH`, but not `Et|Marie`."""
    bare = left.lstrip(PUNCTUATION)
    return bare[:1].isupper() and bare[1:].islower() and (words.get(bare.lower()) or UNKNOWN) < _BEGINS_SENTENCES


_BEGINS_SENTENCES = -4.0
"""log10 frequency of words that have a capital because they begin a sentence."""


# -------------------------------------------------------------------------------------------------------- by the rules


def _by_rules(paragraphs: Sequence[Paragraph], starts: Sequence[int], text: str) -> Iterator[Change | Note]:
    damage, numbers = local.damage(paragraphs), local.enumerators(paragraphs, text)
    unspaced = local.unspaced(paragraphs, text)
    for paragraph, start in zip(paragraphs, starts, strict=True):
        for join in local.joins(local.Scene(paragraph, damage, numbers, unspaced), local.ALL_KINDS):
            if join.after is not None:
                yield _change(paragraph, start, join.place, join.after, join.rule)
            elif join.place.score >= CERTAIN:
                yield _suspect(paragraph, start, join.place, _odds(join.place.score - 2), join.rule)


_AT_STOPS: tuple[JointKind, ...] = ("stop",)


def _between_sentences(paragraphs: Sequence[Paragraph], starts: Sequence[int], text: str) -> Iterator[Change]:
    """The full stops of a text in another language than English that have a common word glued on each side."""
    if not any(local.sure_stop(paragraph, place) for paragraph in paragraphs for place in paragraph.strong):
        return
    unspaced = local.unspaced(paragraphs, text)
    for paragraph, start in zip(paragraphs, starts, strict=True):
        for join in local.joins(local.Scene(paragraph, unspaced=unspaced), _AT_STOPS):
            if join.after is not None and local.sure_stop(paragraph, join.place, local.SHORT_TOO):
                yield _change(paragraph, start, join.place, join.after, join.rule)


def _change(paragraph: Paragraph, start: int, place: Place, after: str, rule: str) -> Change:
    at = start + paragraph.printed(place.at)
    return Change(at, at, after, _kind(place), _odds(place.score), rule)


def _suspect(paragraph: Paragraph, start: int, place: Place, score: float, rule: str) -> Note:
    return Note(start + paragraph.printed(place.start), start + paragraph.printed(place.end), "suspect", score, rule)


def _distinct(changes: Sequence[Change]) -> tuple[Change, ...]:
    """In order, one change a place."""
    return tuple({c.start: c for c in sorted(changes, key=lambda c: c.start)}.values())
