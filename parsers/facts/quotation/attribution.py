"""Which verb of speech a quotation hangs on, and who speaks: by what is behind, before and around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from parsers.facts import triggers
from parsers.facts.neighbours import word_before
from parsers.facts.quotation import clausal, cues, fragments, heads, inverted, standing, subjects
from parsers.facts.quotation.attributed import Attribution, Cue
from parsers.facts.quotation.making import blamed, standing_of, told_by
from parsers.facts.quotation.marks import Quoted, unpartnered
from parsers.facts.quotation.resolution import SEX, sex_of
from parsers.facts.quotation.subject_words import are_people
from parsers.facts.quotation.subjects import Subject
from parsers.facts.quotation.verb_forms import is_verb
from parsers.facts.reading import Reading
from parsers.model import Mention, Passage
from parsers.record import of_values

_REACH = 300
_MOST_OPEN = 50
"""Open quotations of an article that are remembered."""
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
TRIGGERS = cues.QUOTING | cues.PHRASES
_CAPITAL = frozenset(
    "According Said Says Asked Speaking Writing Calling Noting Citing Quoting Declaring Saying Insisting Arguing Warning Claiming Accusing Describing Denouncing Condemning Dismissing".split()
)
_LABEL = re.compile(r"(?:^|\n|[.!?]\s)\s*([A-Z][\w.’' -]{1,60})\s*[:―—]\s*\Z")
_SIGNATURE = re.compile(r"\s*[―—–-]{1,2}\s?([A-Z][\w.’'-]*(?: [\w.’'-]+){0,5})\s*(?=\.?\s*(?:\n|\Z))")


class Cues:
    """All verbs of speech of a body outside its quotation marks, in reading order, found once."""

    def __init__(self, reading: Reading, quotes: tuple[Quoted, ...]) -> None:
        open_ones = unpartnered(reading.body, reading.passages, quotes)
        self._open = open_ones
        closed_to = sorted([*((q.start, q.end) for q in quotes), *open_ones])
        quoted_at = {q.start for q in quotes}
        starts, ends = [start for start, _ in closed_to], [end for _, end in closed_to]
        self.all: list[Cue] = []
        for start, written, word in triggers.where(reading, TRIGGERS):
            if (
                (written != word and written not in _CAPITAL)
                or (word in cues.NOUNS and not is_verb(reading.body, start, start + len(word)))
                or reading.body.startswith("-", start - 1)
            ):
                continue
            at = bisect_right(starts, start) - 1 if starts else -1
            if (
                at < 0
                or start >= ends[at]
                or (starts[at] not in quoted_at and cues.closes_by_name(reading.body, start, word))
            ):
                self.all.append(of_values(Cue, (start, start + len(word), word)))
        self._starts = [c.start for c in self.all]

    def open_at(self, offset: int) -> bool:
        """Whether an offset is behind a mark that opens and never closes."""
        return any(start <= offset < end for start, end in self._open[:_MOST_OPEN])

    def within(self, low: int, high: int) -> list[Cue]:
        """The cues that begin in `low:high`."""
        return self.all[bisect_left(self._starts, low) : bisect_left(self._starts, high)]


def attribute(reading: Reading, quote: Quoted, found: Cues, low: int, high: int, nxt: int) -> Attribution | None:
    """The attribution of a quotation in its frame `low:high`; `nxt` is where the next quotation begins (or the frame ends)."""
    opening = not any(ch.isalnum() for ch in reading.body[max(low, quote.start - _REACH) : quote.start])
    if opening:
        return _from_behind(reading, quote, found, min(high, nxt), high) or _from_before(reading, quote, found, low)
    if quote.last(reading.body) in (",", "，") and not _introduced(reading, quote, found, low):
        behind = _from_behind(reading, quote, found, min(high, nxt, quote.end + 60), high)
        if behind and behind.cue and behind.cue.word in cues.SPEAKING:
            return behind
    return _from_before(reading, quote, found, low) or _from_behind(reading, quote, found, min(high, nxt), high)


def _introduced(reading: Reading, quote: Quoted, found: Cues, low: int) -> bool:
    """Whether a verb of speech is right before a quotation: `X said: “…”`."""
    before = found.within(max(low, quote.start - 60), quote.start)
    return bool(before) and reading.body[before[-1].end : quote.start].strip() in _PAUSES


_TRANSCRIPT = re.compile(r"[“\"]([A-Z][A-Z.’' -]{2,30}):\s")


def labelled(reading: Reading, quote: Quoted) -> Attribution | None:
    """The attribution of a line of a transcript, whose label stands inside the marks: `“POOLE: It is sound.”`"""
    label = _TRANSCRIPT.match(reading.body, quote.start, quote.end)
    return Attribution(None, Subject(label.start(1), label.end(1), None, "name")) if label else None


def announced(reading: Reading, quote: Quoted, found: Cues, passage: Passage) -> Attribution | None:
    """The attribution in the paragraph before: `Poole continued:`, and the quotation begins the next paragraph."""
    if not reading.body[passage.start_char : passage.end_char].endswith(":"):
        return None
    sentence = reading.sentence_at(passage.end_char - 1)
    return _from_before(
        reading, Quoted(passage.end_char, quote.end, quote.passage), found, max(sentence.start, passage.start_char)
    )


def _from_behind(reading: Reading, quote: Quoted, found: Cues, stop: int, high: int) -> Attribution | None:
    """`“…,” said X`, `“…,” X said` and `“…” — X`."""
    body = reading.body
    stop = min(stop, quote.end + _REACH)
    signed = _SIGNATURE.match(body, quote.end, stop)
    if signed and quote.last(body) in _ENDING:
        return Attribution(None, Subject(signed.start(1), signed.end(1), _mention_in(reading, signed), "name"))
    for cue in found.within(quote.end, stop)[:3]:
        between = body[quote.end : cue.start]
        if ";" in between or _TURNING.match(between) or not _continues(body, quote):
            return None
        if cue.word.endswith("ing") and cue.word != "according":
            return None
        subject, verb_first = _around(reading, quote, cue, between, max(stop, min(high, cue.end + 140)))
        if subject:
            return Attribution(cue, subject, verb_first)
    return None


_TURNING = re.compile(r"\s+(?:but|and|while|whereas|although|though|yet)\b(?!(?: an?| the)? ?[“\"'‘`])")
"""What opens a clause of its own behind a quotation: `… “a mess,” but he said`."""


def _continues(body: str, quote: Quoted) -> bool:
    """Whether what follows a quotation can belong to it: not when it ended with a full stop and a new sentence begins."""
    if quote.last(body) != "." or not quote.closed:
        return True
    following = body[quote.end : quote.end + 3].strip()
    return bool(following) and following[0].islower()


def _around(reading: Reading, quote: Quoted, cue: Cue, between: str, high: int) -> tuple[Subject | None, bool]:
    """The subject of a verb behind a quotation, and whether the verb came first."""
    if cue.word == "according":
        return inverted.behind(reading, cue.end + 3, high), True
    if not any(ch.isalnum() for ch in between) or between.strip(" ,").lower() in cues.AUXILIARIES:
        if cue.word not in cues.REPORTING and cue.word not in cues.INVERTIBLE:
            return None, False
        return inverted.behind(reading, cue.end, high), True
    saying = _AS_SAYING.match(reading.body, cue.end, high) if cue.word in ("quoted", "quotes", "cited") else None
    if saying:
        return quoted_source(reading, quote.end, Cue(saying.end() - 6, saying.end(), "saying")), False
    if cue.word in _CITING and quote.last(reading.body) != ",":
        return None, False
    nearest = subjects.before(reading, quote.end, cue.start)
    if nearest and nearest.kind == "pronoun" and quote.last(reading.body) not in _CLOSING_MARKS:
        return nearest, False
    return inverted.leading(reading, quote.end, cue.start) or nearest, False


_CLOSING_MARKS = frozenset(",.!?…—–-")
_CITING = frozenset("cite cites cited".split())
"""A verb that takes what is cited behind it: a quotation in front of it is none of its."""


_TRAVELLING = (" on to ", " into ", " to ", " back ", " out ", " from ", " under ", " through ", " for ", " by ")
"""Behind `go` of who goes somewhere; the `go` of speech has the words behind it."""


def _from_before(reading: Reading, quote: Quoted, found: Cues, low: int) -> Attribution | None:
    """`X said: “…”`, `X said that Y is “…”`, `X: “…”`."""
    body = reading.body
    low = max(low, quote.start - _REACH)
    owned = _owned(reading, quote, low)
    before = [
        cue
        for cue in found.within(low, quote.start)
        if not (cue.word in ("go", "goes", "went") and body.startswith(_TRAVELLING, cue.end))
        and not fragments.only_leads(body, cue, quote)
        and not (cue.word in _HOLDING and not body.startswith(" that ", cue.end))
        and not (cue.word == "see" and body[cue.end : cue.end + 1] == ":")
        and not (cue.word in _NAMING and _NAMED_FOR.search(body, cue.end, quote.start))
        and not (cue.word in _DOING and quote.start - cue.end > _CLOSE)
        and not (cue.word in _REPLYING and _TO_A_THING.fullmatch(body, cue.end, quote.start))
    ]
    plain = any(cue.word in cues.SPEAKING for cue in before)
    last = before and owned and " that " in body[owned.end : quote.start] and before[-1].end <= owned.start
    if owned and ((not plain and quote.start - owned.end < _RIGHT_BEHIND) or last):
        return Attribution(None, owned)
    label = None if before else _LABEL.search(body, low, quote.start)
    if label:
        named = _mention_in(reading, label)
        return Attribution(None, Subject(label.start(1), label.end(1), named, "name")) if named else None
    for cue in sorted(before, key=lambda c: (_order(body, c, quote), -c.start)):
        subject = _subject_of(reading, low, cue, quote)
        others = any(c is not cue and (c.word in _NOTING or c.word in cues.SPEAKING) for c in before)
        if subject and others and _of_a_thing(reading, cue, subject) and not told_by(body, cue, quote.start):
            continue
        answered = cue.word in _REPLYING and body[cue.end : quote.start].strip() in _PAUSES
        if subject and (
            len(before) == 1 or answered or standing_of(reading, cue, subject, low, quote.start) != "supposed"
        ):
            return Attribution(cue, subject)
    if before:
        return Attribution(before[-1], subjects.first(reading, low, quote.start))
    if owned:
        return Attribution(None, owned)
    announcing = _ANNOUNCED.search(body, max(low, quote.start - 60), quote.start)
    if announcing:
        if word_before(body, announcing.start(), 8).lower() in ("my", "our"):
            return Attribution(None, None)
        noun = Cue(announcing.start(), announcing.start() + 1, "")
        return Attribution(None, clausal.doing(reading, noun) or subjects.first(reading, low, quote.start))
    return None


def _of_a_thing(reading: Reading, cue: Cue, subject: Subject) -> bool:
    """Whether a verb that is none of the plainest has a thing for its subject: beside another verb it is what that reports."""
    if subject.kind != "nominal" or cue.word in cues.SPEAKING:
        return False
    phrase = subject.text(reading.body)
    head = phrase.split(" of ")[0].rpartition(" ")[2].lower()
    return not are_people(phrase) and head not in clausal.DOCUMENTS


_OWNED = re.compile(
    r"['’]s? (?:[a-z]+ ){0,2}(?:claim|statement|comment|remark|assertion|allegation|warning|promise|accusation|suggestion|argument|description|prediction|insistence|vow|pledge|"
    r"admission|call|criticism|view|belief|complaint|boast|reference|words)s?\b(?: earlier| on \w+day)? (?:that|of|about|to|as|for)\b"
)


def _owned(reading: Reading, quote: Quoted, low: int) -> Subject | None:
    """Whose words are told by a noun: `Ann Poole's claim that the bridge is “a miracle”`."""
    owners = [*_OWNED.finditer(reading.body, max(low, quote.start - 160), quote.start)]
    found = owners[-1] if owners else None
    between = reading.body[found.end() : quote.start] if found else ""
    if found is None or any(sign in between for sign in ";:."):
        return None
    if not found.group().endswith("that") and _SAID_OF.search(between):
        return None
    named = reading.mentions_in(max(0, found.start() - 60), found.start() + 1)
    if not named or named[-1].end_char != found.start() or named[-1].entity_type == "place":
        return None
    return Subject(named[-1].start_char, named[-1].end_char, named[-1], "name")


_SAID_OF = re.compile(r"\b(?:is|was|are|were|has|had|have|proved|seemed)\b")
"""A verb of which words are the subject: `X's statement about the bridge is “true”` is somebody else's."""
_ANNOUNCED = re.compile(
    r"\b(?:comment|statement|message|remark|answer|reply|response|tweet|post|word|question|warning|advice|verdict|explanation|argument|promise|plea|quip|conclusion|reaction)s?"
    r"(?: (?:to|for|on|in|about) [^:.;]{1,30})?:\s*\Z"
)


def _order(body: str, cue: Cue, quote: Quoted) -> int:
    """How likely a verb before a quotation is the one it hangs on, 0 first; a participle counts as much as verbs of judging."""
    if _introduces(body, cue, quote):
        return 0
    if cue.word == "calling" and body.startswith(" for ", cue.start - 5) and quote.start - cue.end < _BESIDE:
        return 0
    noting = cue.word in _NOTING and body[cue.start - 2 : cue.start] == ", "
    return 1 + (1 if noting else _rank(body, cue))


def _introduces(body: str, cue: Cue, quote: Quoted) -> bool:
    """Whether a verb is right before a quotation: `said: “…”`, `, noting that “…”`, `, saying he “…”`."""
    between = body[cue.end : quote.start].strip()
    if (
        told_by(body, cue, quote.start)
        or between in _PAUSES
        or (cue.word in _NAMING and quote.start - cue.end < _BESIDE and " that " not in between)
    ):
        return True
    return cue.word in _NOTING and body[cue.start - 2 : cue.start] == ", " and between in _LEADING


_BESIDE = 30
_HOLDING = frozenset("hold holds held holding".split())
_NOTING = frozenset(
    "saying adding noting arguing insisting claiming warning telling explaining suggesting predicting calling".split()
)
_LEADING = frozenset("|that|he|she|it|they|that he|that she|that it|him|her|them|the|a|an|that the".split("|"))
"""What may be between a participle and the quotation it introduces."""


def _rank(body: str, cue: Cue) -> int:
    """Finite verbs of speaking, other finite verbs, participles, infinitives: the nearer one counts only within its class."""
    if body[max(0, cue.start - 3) : cue.start] == "to ":
        return 3
    if body.startswith(" as ", cue.start - 4) and cue.word in ("saying", "telling"):
        return 0
    if cue.word.endswith("ing") or body[max(0, cue.start - 4) : cue.start] == "who ":
        return 2
    return 0 if cue.word in cues.SPEAKING and cue.word not in _TOLD_OF else 1


_QUOTED = re.compile(r"\b(?:quot|cit)(?:ed|es|ing)\b(?=[^.;:]{0,140}\Z)")


def quoted_source(reading: Reading, low: int, cue: Cue) -> Subject | None:
    """Who is quoted `as saying` something: the object of `quoted`, or its subject when it is passive."""
    found = _QUOTED.search(reading.body, max(low, cue.start - 180), cue.start)
    if not found:
        return None
    if standing.passive(reading.body, low, found.start(), "quoted"):
        subject = subjects.before(reading, low, found.start())
        cited = Cue(found.start(), found.end(), "quoted")
        return heads.headed(reading, Attribution(cited, subject)).subject
    source = _DETERMINED.match(reading.body, found.end(), cue.start - 3)
    return (
        Subject(source.start(1), source.end(1), None, "nominal")
        if source
        else inverted.behind(reading, found.end(), cue.start)
    )


_DETERMINED = re.compile(r"\s+((?:an?|one|some|several|two|three|unnamed|senior) [^,;:.“”\"]{3,60}?)\s+\Z")
_TOLD_OF = frozenset("announced reported proposed estimated suggested alleged expected".split())
"""Participles that as often qualify a noun: `a finding | announced today`."""
_RIGHT_BEHIND = 24
"""Characters between an owner and words that are right behind the noun: `X's statement about “…”`."""
_NAMING = frozenset("called calls call terms termed dubbed branded labelled labeled".split())
_DOING = cues.forms(
    frozenset(
        "go start close open put begin see show know want feel rule cast rate paint judge deem read celebrate".split()
    )
)
"""Verbs of doing and noticing, which only introduce what is right behind them: `opened with “…”`."""
_CLOSE = 40
_REPLYING = frozenset("respond responds responded reply replies replied answer answers answered".split())
_TO_A_THING = re.compile(r" to [^,:;]*[^,:;\s]\s*")
"""What is between a reply and a fragment that is none of it: `responded to plans to end the “lockout”`."""
_NAMED_FOR = re.compile(r", (?:short )?(?:for|from|after)\s\Z")
"""What is before the words from which a name is made: `called SEMATECH, for “…”`."""
_AS_SAYING = re.compile(r"[^.;:]{0,140}?\bas (?:saying|telling|writing)\b")


def _subject_of(reading: Reading, low: int, cue: Cue, quote: Quoted) -> Subject | None:
    if cue.word == "according":
        return inverted.behind(reading, cue.end + 3, quote.start)
    if reading.body.endswith(" as ", low, cue.start) and cue.word in ("saying", "telling", "writing"):
        return quoted_source(reading, low, cue)
    if cue.word in ("quoted", "quotes", "quoting", "cited") and _AS_SAYING.match(reading.body, cue.end, quote.start):
        return (
            inverted.behind(reading, cue.end, quote.start)
            if not standing.passive(reading.body, low, cue.start, cue.word)
            else subjects.before(reading, low, cue.start)
        )
    if fragments.opens_sentence(reading.body, cue):
        opened = _OPENED.match(reading.body, quote.end - (quote.last(reading.body) == ",") * 2)
        return inverted.leading(reading, opened.end(), opened.end() + _TITLE) if opened else None
    if cue.word == "said" and reading.body[cue.start] == "S":
        return inverted.behind(reading, cue.end, quote.start)
    if (
        _rank(reading.body, cue) > 1
        and reading.body[max(0, cue.start - 40) : cue.start].rstrip().rsplit(" ", 1)[-1].lower() not in _BE
    ):
        if cue.word.endswith("ing"):
            beside = reading.mentions_in(max(low, cue.start - 60), cue.start)
            if beside and beside[-1].end_char == cue.start - 1 and beside[-1].entity_type == "person":
                return Subject(beside[-1].start_char, beside[-1].end_char, beside[-1], "name")
            caller = blamed(reading, low, cue)
            if caller:
                return caller
            if word_before(reading.body, cue.start, 8).lower() in ("for", "by", "without", "after", "before", "of"):
                return clausal.doing(reading, cue)
            return clausal.main_subject(reading, cue) or subjects.opening(reading, low, cue.start)
        return subjects.first(reading, low, cue.start)
    subject = subjects.before(reading, low, cue.start) or subjects.first(reading, low, cue.start)
    return _judging(reading, subject) or subject


_OPENED = re.compile(r",[”\"] |[^.;:\n“”\"]{0,160}?, ")
"""The rest of an opening phrase, behind which its subject is: `Declaring “…” is at stake, | Ann Poole ordered …`."""
_TITLE = 120


def _judging(reading: Reading, subject: Subject | None) -> Subject | None:
    """Who `he` is in `Tom Ray condemned what | he called “a mess”`: the person whose clause it is, unless the sex says no."""
    if subject is None or subject.kind != "pronoun" or word_before(reading.body, subject.start, 6) != "what":
        return None
    found = clausal.doing(reading, Cue(subject.start, subject.end, ""))
    if found is None or found.mention is None or found.mention.entity_type != "person":
        return None
    known = sex_of(reading.body, found.mention)
    return (
        found
        if SEX.get(subject.text(reading.body).lower(), "") and known in ("", SEX[subject.text(reading.body).lower()])
        else None
    )


_PAUSES = (",", ":")
_ENDING = frozenset('.!?…”"')
_BE = frozenset("is are was were be been".split())


def _mention_in(reading: Reading, label: re.Match[str]) -> Mention | None:
    inside = reading.mentions_in(label.start(1), label.end(1))
    return inside[0] if inside else None
