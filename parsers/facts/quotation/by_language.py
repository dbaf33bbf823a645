"""Direct speech in German, French, Spanish, Italian, Russian, Turkish and Azerbaijani: marks and dashes, the verb, and who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers.facts.quotation.frames import Frames
from parsers.facts.quotation.languages import Language
from parsers.facts.quotation.marks import Quoted, quoted
from parsers.facts.quotation.people import Named, People
from parsers.facts.quotation.speech import is_title
from parsers.facts.reading import Reading
from parsers.model import Fact, Party

_REACH = 220
_DASH = re.compile(r"[—–―-]\s?(?=[\w¿¡«„“\"…])")
_SPOKEN = re.compile(r".*[,.!?…—–](?=\s*[—–―-]?\s*(?:[^\W\d_]+\s){0,6}\Z)", re.DOTALL)
"""What is said before a verb, up to the last sign behind which only the words around the verb stand."""
_RESUMED = re.compile(r"[^—–«»\n]{0,120}?\s?[—–][.,:;]?\s?(?=[\w¿¡])")
_GAP = re.compile(r"[\s,.;:!?…—–―-]*")
_SEGMENT_END = re.compile(r"(?<!\b[^\W\d_])(?<!\bDr)(?<!\bSr)(?<!\bSra)(?<!\bProf)\.|[;:!?…»«„“”\"\n]|\s[—–―]|\s-\s|\Z")
_CLAUSE_END = re.compile(
    r"(?<!\b[^\W\d_])(?<!\bDr)(?<!\bSr)(?<!\bSra)(?<!\bProf)\.|[,;:!?…»«„“”\"()\n]|\s[—–―]|\s-\s|\Z"
)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
# Small words that end a noun phrase: what follows tells of a time, a place or a listener.
_PHRASE_ENDS = frozenset(
    "am im in gestern heute auf gegenüber nach mit bei vor mit zum zur lundi mardi mercredi jeudi vendredi samedi dimanche dans devant lors hier sur "
    "en ante tras durante este esta ayer lunes martes miércoles jueves viernes sábado domingo в на во после перед журналистам".split()
)
_BODIES = re.compile(
    r"(?:полиция|министерство|ведомство|пресс-служба|компания|источник|правительство|суд|мэрия|прокуратура|кремль|банк|агентство|посольство)\Z",
    re.IGNORECASE,
)


class Cue(NamedTuple):
    """A verb of speech: where it is."""

    start: int
    end: int


class Told(NamedTuple):
    """Who said something: the verb, the name or phrase, the entity, the post."""

    cue: Cue | None
    speaker: str | None
    entity_id: str | None = None
    role: str | None = None


def extract(reading: Reading, language: Language) -> Iterator[Fact]:
    """The direct and mixed quotations of an article in one of the languages with tables of their own, in reading order."""
    quotes = tuple(
        sorted((*quoted(reading.body, reading.passages), *_dashed(reading, language)), key=lambda q: q.start)
    )
    if not quotes:
        return
    frames, people = Frames(reading, quotes), People.of(reading, language)
    last: tuple[int, Told] | None = None
    for i, quote in enumerate(quotes):
        low, high = frames.around(quote)
        low = max([low, *(q.end for q in quotes[max(0, i - 1) : i] if q.end <= quote.start)])
        following = quotes[i + 1].start if i + 1 < len(quotes) else len(reading.body)
        told = _attributed(reading, language, people, quote, low, max(min(high, following), quote.end))
        beside = told is not None and told.cue is not None and told.cue.start >= quote.end
        kind = _kind(reading.body, quote, beside)
        if told is None and last and kind == "direct" and _same_passage(reading, last[0], quote):
            told = last[1]._replace(cue=None)
        if told is None or kind is None:
            continue
        nobody = told.cue is not None and reading.body.endswith("-on", told.cue.start, told.cue.end)
        if not nobody and (told.speaker is None or told.speaker.lower() in language.pronouns):
            told = _meant(told, last, quote)
        if told.speaker is None and kind == "mixed":
            continue
        last = (quote.end, told)
        yield _fact(reading, quote, kind, told)


def _kind(body: str, quote: Quoted, beside: bool) -> str | None:
    """`direct` for an utterance that begins with a capital, `mixed` for a fragment, None for a title or a single word.

    With the verb right `beside` it, no words are a title.
    """
    inner = quote.inner(body).strip(" —–-…¿¡\xa0\u202f")
    words = _WORD.findall(inner[:200])
    if not words or (not beside and (len(words) < 2 or is_title(body, quote))):
        return None
    whole = inner[0].isupper() or inner[0].isdigit()
    told = (
        beside
        or quote.last(body) in ".,!?…"
        or body[max(0, quote.start - 4) : quote.start].rstrip(" \xa0\u202f").endswith(":")
    )
    return "direct" if whole and (told or len(words) > 2) else "mixed"


def _same_passage(reading: Reading, end: int, quote: Quoted) -> bool:
    passage = reading.passages[quote.passage]
    return passage.start_char <= end <= passage.end_char and quote.start - end < _REACH


def _meant(told: Told, last: tuple[int, Told] | None, quote: Quoted) -> Told:
    """A pronoun, or a verb without a subject: whoever was quoted right before."""
    if last and last[1].entity_id and quote.start - last[0] < 2 * _REACH:
        return told._replace(speaker=last[1].speaker, entity_id=last[1].entity_id, role=last[1].role)
    return told


def _dashed(reading: Reading, language: Language) -> Iterator[Quoted]:
    """The speech of paragraphs that begin with a dash, up to the verb that attributes it and behind a second dash."""
    if not language.dash:
        return
    body = reading.body
    for index, passage in enumerate(reading.passages):
        opening = _DASH.match(body, passage.start_char, passage.end_char)
        if not opening:
            continue
        for match in language.cue.finditer(body, opening.end(), passage.end_char):
            begin = max(opening.end(), match.start() - _REACH)
            spoken = _SPOKEN.match(body, begin, match.start())
            if not spoken or (language.verb_last and body[match.end() : match.end() + 1].isalpha()):
                continue
            end = opening.end() + len(body[opening.end() : spoken.end()].rstrip("—–―- "))
            yield Quoted(passage.start_char, end, index, closed=False, width=opening.end() - opening.start())
            again = _RESUMED.match(body, match.end(), passage.end_char)
            if again and passage.end_char - again.end() > 3:
                yield Quoted(again.end(), passage.end_char, index, closed=False, width=0)
            break


def _attributed(
    reading: Reading, language: Language, people: People, quote: Quoted, low: int, high: int
) -> Told | None:
    """The attribution of a quotation by the verb behind it, before it, or by a label."""
    return (
        _within(people, quote)
        or _behind(reading, language, people, quote, low, high)
        or _before(reading, language, people, quote, low)
    )


_INSERTED = re.compile(r"(?:[,.!?…]\s*[—–-]|\s[—–])\s+")


def _within(people: People, quote: Quoted) -> Told | None:
    """The attribution inside the marks, between two dashes: `«Мост, — сказал Петров, — выдержит»`."""
    body, language = people.reading.body, people.language
    if not language.dash or language.verb_last:
        return None
    for dash in _INSERTED.finditer(body, quote.start, quote.end):
        cue = language.cue.match(body, dash.end(), quote.end)
        if cue:
            return _subject(people, Cue(cue.start(), cue.end()), cue.end(), quote.end)
    return None


def denied(body: str, language: Language, cue: Cue, low: int, high: int) -> bool:
    """Whether the words around a verb of speech take it back, or only suppose it."""
    before = body[max(low, cue.start - 60) : cue.start]
    return bool(
        language.denied_before.search(before)
        or language.denied_behind.match(body, cue.end, min(high, cue.end + 40))
        or language.supposed.search(before)
    )


def _behind(reading: Reading, language: Language, people: People, quote: Quoted, low: int, high: int) -> Told | None:
    """`„…“, sagte X`, `«…», X a déclaré`, `“…” diyen X`, and where the verb is last `X, “…” dedi`."""
    body = reading.body
    stop = min(high, quote.end + _REACH)
    gap = _GAP.match(body, quote.end, stop)
    for pattern in (language.according, language.participle):
        leading = pattern.match(body, gap.end() if gap else quote.end, stop) if pattern else None
        if leading:
            return _subject(people, Cue(leading.start(), leading.end()), leading.end(), stop)
    found = language.cue.search(body, quote.end, stop)
    if not found or ";" in body[quote.end : found.start()]:
        return None
    cue = Cue(found.start(), found.end())
    between = body[quote.end : cue.start]
    if denied(body, language, cue, quote.end, stop):
        return None
    words = _WORD.findall(between)
    if (
        words
        and (ends := body[quote.end :].lstrip(" —–-,\xa0")[:1])
        and ends.isupper()
        and quote.last(body) in ".!?"
        and not language.verb_last
    ):
        return None
    if words:
        named = people.first(quote.end, cue.start)
        return (
            _told(people, cue, named)
            if named
            else (_last_first(people, cue, quote, low) if language.verb_last else None)
        )
    if language.verb_last:
        named = people.first(low, quote.start, leading=True)
        return _told(people, cue, named) if named else _subject(people, cue, cue.end, stop)
    return _subject(people, cue, cue.end, stop)


def told_of(people: People, cue: Cue, low: int, behind: int | None) -> Told | None:
    """The person named as the subject of a verb: in the words behind it up to `behind`, else before it; None for nobody named."""
    body, language = people.reading.body, people.language
    if behind is not None:
        named = people.first(cue.end, behind)
        return _told(people, cue, named) if named and not body[named.end : behind].strip() else None
    named = people.first(max(low, cue.start - _REACH), cue.start, leading=True)
    if named is None:
        return None
    between = body[named.end : cue.start]
    beside = language.verb_last or (len(_WORD.findall(between)) <= _HELPERS and "," not in between)
    return _told(people, cue, named) if beside or (named.role and between.count(",") == _BOTH) else None


_HELPERS = 2
"""Words between a subject and its verb: an auxiliary, an adverb."""
_BOTH = 2
"""Commas around an apposition."""


def _last_first(people: People, cue: Cue, quote: Quoted, low: int) -> Told:
    """The speaker of a verb at the end of its sentence: the name before the quotation, or nobody who is named."""
    named = people.first(low, quote.start, leading=True)
    return _told(people, cue, named) if named else Told(cue, None)


def _told(people: People, cue: Cue, named: Named) -> Told:
    name, entity_id, role = people.resolved(named)
    return Told(cue, name, entity_id, role)


def _subject(people: People, cue: Cue, start: int, stop: int) -> Told | None:
    """The speaker behind a verb: a name, with its post before it; a pronoun; a noun phrase; nobody."""
    body, language = people.reading.body, people.language
    pronoun = re.compile(r"\s*([^\W\d_]+)").match(body, start, stop)
    if pronoun and pronoun.group(1).lower() in language.pronouns and pronoun.group(1).islower():
        return Told(cue, pronoun.group(1))
    inside = re.search(r"-(il|elle|ils|elles|on|je)\b", body[cue.start : cue.end])
    if inside:
        return Told(cue, None if inside.group(1) == "on" else inside.group(1))
    end = _SEGMENT_END.search(body, start, stop)
    limit = end.start() if end else stop
    clause = _CLAUSE_END.search(body, start, limit)
    comma = clause.start() if clause else limit
    named = people.first(start, comma) or _named_by_post(people, start, comma, limit)
    if named:
        return _told(
            people, cue, named._replace(role=named.role or people.role_behind(named.end, min(stop, named.end + 100)))
        )
    phrase = _phrase(language, body[start:comma])
    return Told(cue, phrase)


def _named_by_post(people: People, start: int, comma: int, limit: int) -> Named | None:
    """The name behind a post and a comma: `dijo el ministro de Economía, Luis Caputo`."""
    body = people.reading.body
    posts = [w for w in body[start:comma].split() if people.language.posts.search(w)]
    if not posts or body[comma : comma + 2] != ", ":
        return None
    named = people.first(comma + 2, min(limit, comma + 60))
    return (
        people.first(start, named.end) or named._replace(role=people.role_before(start, named.start)) if named else None
    )


def _phrase(language: Language, text: str) -> str | None:
    """A noun phrase that speaks: `die Polizei`, `una portavoz del hospital`; None when the words are none."""
    words = text.split()
    first = words[0].lower() if words else ""
    article = first in language.articles or first.startswith(("l’", "l'"))
    if not words or not (article or _BODIES.search(words[0]) or language.posts.search(words[0])):
        return None
    kept: list[str] = []
    for word in words[:8]:
        if word.lower() in _PHRASE_ENDS and kept:
            break
        kept.append(word)
    return " ".join(kept) if len(kept) > (1 if first in language.articles else 0) else None


def _before(reading: Reading, language: Language, people: People, quote: Quoted, low: int) -> Told | None:
    """`X sagte: „…“`, `Am Montag sagte X: „…“`, `X, şunları söyledi: “…”`, `X: «…»`, `X nannte den Plan „…“`."""
    body = reading.body
    low = max(low, quote.start - _REACH)
    found = list(language.cue.finditer(body, low, quote.start))
    if not found:
        return _labelled(people, quote, low) or _according(people, quote, low)
    colon = body[low : quote.start].rstrip(" \xa0\u202f").endswith((":", ",", "ki"))
    cue = Cue(found[-1].start(), found[-1].end())
    if (not colon and body[cue.end : quote.start].count(",") > 1) or denied(body, language, cue, low, quote.start):
        return None
    after = people.first(cue.end, quote.start) if not language.verb_last else None
    if after and not any(
        w
        for w in _WORD.findall(body[cue.end : after.start])
        if w.lower() not in language.articles and not language.posts.search(w)
    ):
        return _told(people, cue, after)
    named = people.first(low, cue.start, leading=True)
    if named:
        return _told(people, cue, named)
    inverted = re.compile(r"\s+([^\W\d_]+)").match(body, cue.end, quote.start)
    if inverted and inverted.group(1) in language.pronouns:
        return Told(cue, inverted.group(1))
    words = body[low : cue.start].split()
    if words and words[-1].lower() in language.pronouns:
        return Told(cue, words[-1].lower())
    return Told(cue, _phrase(language, body[low : cue.start].strip(" ,"))) if colon else None


def _labelled(people: People, quote: Quoted, low: int) -> Told | None:
    """`Jan Weber: „…“`: a name and a colon, and nothing else, before the quotation."""
    body = people.reading.body
    if not body[low : quote.start].rstrip(" \xa0\u202f").endswith(":"):
        return None
    named = people.first(low, quote.start)
    if (
        named
        and not body[named.end : quote.start].strip(" :\xa0\u202f")
        and not any(ch.isalnum() for ch in body[low : named.start])
    ):
        return _told(people, Cue(named.start, named.end), named)._replace(cue=None)
    return None


def _according(people: People, quote: Quoted, low: int) -> Told | None:
    """`Laut X ist das „…“`, `Selon X, « … »`."""
    according = people.language.according
    found = according.search(people.reading.body, low, quote.start) if according else None
    named = people.first(found.end(), quote.start) if found else None
    if not found or not named:
        return None
    return _told(people, Cue(found.start(), found.end()), named._replace(name=people.nominative(named.name)))


def _fact(reading: Reading, quote: Quoted, kind: str, told: Told) -> Fact:
    cue = told.cue
    return Fact(
        kind="quotation",
        start_char=quote.start,
        end_char=quote.end,
        extractor="quotation",
        extractor_version="1",
        subtype=kind,
        subject=told.speaker,
        speaker=told.speaker,
        speaker_role=told.role,
        cue=reading.body[cue.start : cue.end].strip() if cue else None,
        quote_type=kind,
        anchor_start=cue.start if cue else None,
        anchor_end=cue.end if cue else None,
        parties=(Party(role="speaker", entity_id=told.entity_id),) if told.entity_id else (),
    )
