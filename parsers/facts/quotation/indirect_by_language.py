"""Indirect speech in German, French, Spanish, Italian, Russian, Turkish and Azerbaijani: a verb of speech with a clause of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers.facts.quotation.by_language import Cue, Told, denied, told_of
from parsers.facts.quotation.languages import Language
from parsers.facts.quotation.people import People
from parsers.facts.reading import Reading, Span
from parsers.model import Fact, Party


class Clause(NamedTuple):
    """How a language reports: what is right behind the verb or its subject (`opens`), or right before the verb (`closes`)."""

    opens: re.Pattern[str] | None = None
    closes: re.Pattern[str] | None = None


_SUBJUNCTIVE = "sei|seien|habe|hätten|hätte|werde|würden|würde|könne|könnten|müsse|müssten|solle|wolle|dürfe|gebe|wäre|wären|bleibe|stehe|gehe|komme|brauche|wisse|lasse"
"""Verbs of a clause without `dass` that reports: `X sagte, die Brücke sei sicher` (Duden § 770)."""

CLAUSES = {
    "de": Clause(
        opens=re.compile(rf",\s(?:(?:dass|daß|ob|wie|warum)\s|(?=\w[^,;.:!?]{{0,80}}?\s(?:{_SUBJUNCTIVE})\b))")
    ),
    "fr": Clause(opens=re.compile(r"\s(?:que\s|qu[’'])")),
    "es": Clause(opens=re.compile(r"\sque\s")),
    "it": Clause(opens=re.compile(r"\sche\s")),
    "ru": Clause(opens=re.compile(r",\sчто\s")),
    "az": Clause(opens=re.compile(r"\ski,?\s")),
    "tr": Clause(
        closes=re.compile(r"\w(?:d[ıiuü]ğ[ıiuü]n[ıiuü]|t[ıiuü]ğ[ıiuü]n[ıiuü]|[ae]ca[ğ][ıi]n[ıi]|[ae]ce[ğ]ini)\s\Z")
    ),
}
"""After the Duden § 643, Grevisse § 1124, the RAE (2009) § 43.2, Serianni (1989) XIV, Rozental § 51, Göksel and Kerslake (2005) § 24.4."""

_SUBJECT = r"\s[^,;:.!?«»„“”\"()\n]{1,70}?"
_NEAR = 60
"""Characters before a verb in which what closes a clause is looked for."""

_MOST = 4
"""Verbs of a sentence that are tried."""


def extract(reading: Reading, language: Language, code: str, people: People) -> Iterator[Fact]:
    """One fact a sentence without quotation marks in which somebody who is named reports something by a clause."""
    clause = CLAUSES[code]
    behind = re.compile(f"({_SUBJECT})?{clause.opens.pattern}") if clause.opens else None
    for sentence in reading.sentences:
        if _MARKS.isdisjoint(reading.body[sentence.start : sentence.end]):
            found = _reported(reading, language, people, sentence, clause, behind)
            if found and found.cue and found.entity_id:
                yield _fact(reading, sentence, found, found.cue)


_MARKS = frozenset('„“”«»"')


def _reported(
    reading: Reading, language: Language, people: People, sentence: Span, clause: Clause, behind: re.Pattern[str] | None
) -> Told | None:
    body = reading.body
    for nth, match in enumerate(language.cue.finditer(body, sentence.start, sentence.end)):
        if nth >= _MOST:
            return None
        cue = Cue(match.start(), match.end())
        opening = behind.match(body, cue.end, sentence.end) if behind else None
        closing = clause.closes and clause.closes.search(body[max(sentence.start, cue.start - _NEAR) : cue.start])
        if not (opening or closing) or denied(body, language, cue, sentence.start, sentence.end):
            continue
        found = told_of(people, cue, sentence.start, opening.end(1) if opening and opening.group(1) else None)
        if found:
            return found
    return None


def _fact(reading: Reading, sentence: Span, told: Told, cue: Cue) -> Fact:
    return Fact(
        kind="quotation",
        start_char=sentence.start,
        end_char=sentence.end,
        extractor="quotation",
        extractor_version="1",
        subtype="indirect",
        subject=told.speaker,
        speaker=told.speaker,
        speaker_role=told.role,
        cue=reading.body[cue.start : cue.end].strip(),
        quote_type="indirect",
        anchor_start=cue.start,
        anchor_end=cue.end,
        parties=(Party(role="speaker", entity_id=told.entity_id),) if told.entity_id else (),
    )
