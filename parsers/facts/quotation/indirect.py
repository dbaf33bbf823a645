"""Reported speech without quotation marks: `X said that Y`, `Y, X said`, `X praised Y`."""

from __future__ import annotations

import re

from parsers.facts import syntax
from parsers.facts.neighbours import word_before
from parsers.facts.quotation import clausal, content, cues, heads, inverted, subject_words, subjects
from parsers.facts.quotation.attributed import Attribution, Cue
from parsers.facts.quotation.attribution import quoted_source
from parsers.facts.quotation.making import made
from parsers.facts.quotation.subject_words import are_people
from parsers.facts.reading import Reading, Span

_WHEN = (
    r"(?:\s+(?:(?:late|early|earlier|again)\s)?(?:on\s)?\w+day(?:\s(?:morning|afternoon|evening|night))?|\s+(?:yesterday|today|earlier)"
    r"|\s+(?:late\s|early\s|earlier\s)?(?:last|this)\s(?:week|month|year)|\s+in\s(?:an?|his|her|its|their)\s(?:[a-z]+\s)?(?:statement|interview|letter|report|speech|note))?"
)
_CLAUSE = re.compile(
    _WHEN
    + r"\s+(?:(?:the|an?|it|he|she|they|there|this|these|his|her|their|its|we|no|some|many|most|all)\b|[A-Z0-9$€£])"
)
_SAYING = frozenset(("said", "says", "say"))
_TELLING = frozenset(("said", "says", "added", "adds"))
_ADDING = frozenset(
    "saying adding arguing insisting claiming noting warning telling promising vowing suggesting predicting explaining".split()
)
_SAID_SOMETHING = re.compile(
    r"\s(?!(?:is|was|are|were|will|would|has|had|have|can|could|may|might|should|must|in|on|at|to|during|through|after|before|when|as|by|with|from|about|of|for|so|and|but|yes|no)\b)\w"
)
_PRAYER = re.compile(r"\s(?:an? |his |her |their |the )?(?:prayers?|goodbyes?|farewell|hello|grace|mass|things?)\b")
"""What is said and no report: `said a prayer`."""
_ADJUNCT = (
    r"(?: (?:late |early )?(?:on )?\w+day(?: (?:morning|afternoon|evening|night))?| on \w+ \d+| (?:yesterday|today|earlier|here|last week|this week|last month)"
    r"| in (?:an?|the|his|her|its|their) [\w ]{1,40})"
)
_WHOM = r" (?:(?:the |an? )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3}|reporters|journalists|investors|analysts|an? (?:news|press) conference|(?:the|an?) [a-z]+)"
_ENDING = rf"{_ADJUNCT}{{0,2}}[.\s”\"]*"
_SAID = re.compile(rf"[\s,]*{_ENDING}"), re.compile(rf"{_ADJUNCT}?,")
_TOLD = re.compile(rf"{_WHOM}{_ENDING}"), re.compile(rf"{_WHOM}{_ADJUNCT}?,")
"""What is behind a verb that closes a sentence, and behind one that is put in; `told` has somebody behind it."""
_REACH = 400
_BE = frozenset("is are was were been am".split())


def reported(reading: Reading, sentence: Span, found: list[Cue]) -> Attribution | None:
    """The report of a sentence: of the first verb of speech in it that has a subject and says something."""
    found = [cue for cue in found if not _to_somebody(reading.body, cue)]
    for cue in found[:4]:
        attribution = _report(reading, sentence, cue) if cue.word != "reports" else None
        if attribution and attribution.subject:
            attribution = made(reading, attribution, sentence.start, sentence.end)
            if attribution and attribution.subject:
                return attribution
    attribution = (
        clausal.reported(reading, found) or _credited(reading, sentence, found) or _judged(reading, sentence, found)
    )
    return made(reading, attribution, sentence.start, sentence.end) if attribution else None


def _to_somebody(body: str, cue: Cue) -> bool:
    """Whether a verb only says to what somebody replies: `was responding | to rumours that …`."""
    return cue.word.startswith(("respond", "repl", "answer")) and body.startswith(" to ", cue.end)


def _credited(reading: Reading, sentence: Span, found: list[Cue]) -> Attribution | None:
    """`Y, the Northern Post reports.`: who is credited with a whole sentence in which nobody else says anything."""
    cue = found[-1] if found else None
    if cue is None or cue.word != "reports" or reading.body.count(" ", sentence.start, cue.start) < _CREDITED:
        return None
    return None if _OPENED.match(reading.body, sentence.start) else _report(reading, sentence, cue)


def _judged(reading: Reading, sentence: Span, found: list[Cue]) -> Attribution | None:
    """`X called Y a liar`, `X proposed closing it`: somebody's judgement or proposal, in a sentence in which nobody says anything else."""
    if reading.body.find(" as saying", sentence.start, sentence.end) >= 0:
        return None
    for cue in found[:4]:
        if cue.word not in content.JUDGING or not content.judges(
            reading.body, cue, min(sentence.end, cue.end + _REACH)
        ):
            continue
        located = syntax.around(reading, cue.start)
        clause = heads.own_clause(located, cue) if located else None
        subject = subjects.before(reading, sentence.start, cue.start)
        if clause is None or subject is None or (clause.verb and (clause.verb.passive or clause.verb.negated)):
            continue
        if _can_speak(reading, subject, named=True) and subject.text(reading.body).lower() != "who":
            return Attribution(cue, subject)
    return None


_CREDITED = 8
"""Words of a sentence that somebody is credited with."""
_OPENED = re.compile(r"\s*(?:From|For|In|At|With|On)\s")


def _report(reading: Reading, sentence: Span, cue: Cue) -> Attribution | None:
    body = reading.body
    if cue.word == "according" and body[cue.end : cue.end + 4] == " to ":
        subject = inverted.behind(reading, cue.end + 4, sentence.end)
        return Attribution(cue, subject, True) if subject and (subject.mention or subject.kind == "nominal") else None
    if (
        cue.word not in cues.REPORTING
        and cue.word not in cues.TAKING_THINGS
        and cue.word not in cues.CHARGING
        and cue.word != "calling"
    ):
        return _closing(reading, sentence, cue) if cue.word in cues.CLOSING else None
    behind = cue.word in cues.BARE and body[cue.start - 2 : cue.start] == ", " and not cue.word.endswith("ing")
    turned = behind and inverted.opens(reading, cue.end) and not heads.reports_clause(reading, cue)
    if not turned and _says_that(reading, cue, sentence):
        if body.startswith(" as ", cue.start - 4):
            subject = quoted_source(reading, sentence.start, cue)
        elif body[cue.start - 2 : cue.start] == ", " and cue.word in ("asked", "told"):
            return None
        elif cue.word.endswith("ing") and word_before(body, cue.start, 6) not in _BE:
            subject = clausal.main_subject(reading, cue) if body[cue.start - 2 : cue.start] == ", " else None
        elif body.startswith(" to ", cue.start - 4):
            subject = subjects.first(reading, sentence.start, cue.start)
        else:
            subject = subjects.before(reading, sentence.start, cue.start)
        thing = cue.word.startswith("threat") or (
            (cue.word in cues.TAKING_THINGS or cue.word in cues.CHARGING)
            and not content.reports(body, cue, min(sentence.end, cue.end + _REACH))
        )
        fits = subject and _can_speak(reading, subject, thing, cue.word in _TELLING) and _finite(reading, cue, subject)
        return Attribution(cue, subject) if fits else None
    if cue.start - sentence.start > 12 and (cue.word in cues.BARE or cue.word in cues.CLOSING):
        return _closing(reading, sentence, cue)
    return None


_TOLL = re.compile(r" (?:[\w’'.,-]+ ){0,5}(?:life|lives|victims?|casualties)\b(?! of (?:luxury|leisure))")
"""What floods and crashes claim, and nobody says: `claimed the | lives of 40 miners`."""

_WON = re.compile(
    r" (?:an?|the|his|her|its|their) (?:[\w’'-]+ ){0,2}(?:prize|title|crown|medal|gold|silver|bronze|victory|win|throne|record|wickets?|lead|points?|trophy|cup)\b(?= (?:in|on|at|by|with|from|for|after|when|over)\b|[.,;])"
)
"""What winners claim, and nobody says: `claimed the | title on Sunday`."""


def _says_that(reading: Reading, cue: Cue, sentence: Span) -> bool:
    """Whether a clause (or, for some verbs, a thing) follows the verb."""
    body, end = reading.body, min(sentence.end, cue.end + _REACH)
    if cue.word.startswith("claim") and (_TOLL.match(body, cue.end, end) or _WON.match(body, cue.end, end)):
        return False
    if cue.word.startswith("threat") and word_before(body, cue.start, 6) in ("that", "which"):
        return False  # "the party from a split | that threatens to end it"
    if cue.word.endswith("ing") and word_before(body, cue.start, 6) not in _BE:
        as_saying = body.startswith(" as ", cue.start - 4)
        plain = as_saying or (cue.word in _ADDING and body[cue.start - 2 : cue.start] == ", ")
        if body[cue.start - 2 : cue.start] == ", " and _judging(body, cue, end):
            return True
        opened = plain and _CLAUSE.match(body, cue.end, end)
        if plain and content.points_or_promises(body, cue, end):
            return True
        return content.reports(body, cue, end) or bool(opened and (as_saying or heads.has_clause(reading, cue)))
    if content.points_or_promises(body, cue, end) or content.reports(body, cue, end):
        return True
    if cue.word in _SAYING and _PRAYER.match(body, cue.end, end):
        return False
    if cue.word in cues.PLAIN and _CLAUSE.match(body, cue.end, end):
        return True
    if cue.word in _SAYING and sentence.end - cue.end > 25 and _SAID_SOMETHING.match(body, cue.end, end):
        return True
    return content.takes_thing(body, cue, end) or content.charges(body, cue, end)


_CALLING = re.compile(
    r" (?:for (?!him|her|help\b|it\b|them\b|me\b|us\b|the first)|on (?:the |all |his |her |their |its |[A-Z])[^.;:]{2,80}? to )"
)


def _judging(body: str, cue: Cue, end: int) -> bool:
    """Whether a participle behind a comma charges, praises or calls for something: `…, accusing her of fraud`, `…, calling for a vote`."""
    if cue.word == "calling":
        return bool(_CALLING.match(body, cue.end, end))
    return content.charges(body, cue, end) or content.takes_thing(body, cue, end)


def _closing(reading: Reading, sentence: Span, cue: Cue) -> Attribution | None:
    """`Y, X said.`, `Y, said X.` and `Y, X said, Z`."""
    body = reading.body
    closing, inserted = _TOLD if cue.word in ("told", "tells") else _SAID
    if closing.fullmatch(body[cue.end : sentence.end][:90]) or inserted.match(
        body, cue.end, min(sentence.end, cue.end + 60)
    ):
        subject = _behind_comma(reading, sentence, cue)
        return Attribution(cue, subject) if subject and _can_speak(reading, subject, parted=True) else None
    if body[cue.start - 2 : cue.start] == ", " and cue.word in cues.BARE:
        subject = inverted.behind(reading, cue.end, sentence.end)
        speaks = subject and (subject.mention or (subject.kind == "nominal" and inverted.opens(reading, cue.end)))
        return Attribution(cue, subject, True) if speaks else None
    return None


def _behind_comma(reading: Reading, sentence: Span, cue: Cue) -> subjects.Subject | None:
    """The subject of a verb that is put in or behind, which a comma parts from what is reported."""
    subject = subjects.before(reading, sentence.start, cue.start)
    if subject is None:
        return None
    if _COMMA.search(reading.body[max(sentence.start, subject.start - 8) : subject.start]):
        return _named(reading, subject)
    whole = heads.headed(reading, Attribution(cue, subject)).subject
    parted = (
        whole
        and whole is not subject
        and _COMMA.search(reading.body[max(sentence.start, whole.start - 8) : whole.start])
    )
    return _named(reading, whole) if whole and parted else None


def _named(reading: Reading, subject: subjects.Subject) -> subjects.Subject:
    """The person whose post a subject is, where the name is in front of it: `Y, Tom Ray, | secretary of the board, said`."""
    if subject.kind != "nominal" or reading.body[subject.start - 2 : subject.start] != ", ":
        return subject
    before = [m for m in reading.mentions_in(subject.start - 80, subject.start) if m.end_char == subject.start - 2]
    person = before[-1] if before and before[-1].entity_type == "person" else None
    return subjects.Subject(person.start_char, person.end_char, person, "name") if person else subject


_COMMA = re.compile(r"[^”\"], (?:[Tt]he )?\Z|^, (?:[Tt]he )?\Z")


def _finite(reading: Reading, cue: Cue, subject: subjects.Subject) -> bool:
    """Whether a form can be the verb of its subject: `they say`, `will say`, `Poole says`, not `helps Poole maintain`."""
    body = reading.body
    if subject.kind == "nominal" and cue.word.endswith("ed") and heads.qualifies(reading, cue):
        return False
    if cue.word not in cues.BASES or subject.kind == "pronoun":
        return True
    if any(map(subject_words.skippable, body[subject.end : cue.start].split())):
        return True
    single = subject.mention is not None and subject.mention.entity_type == "person" and subject.kind == "name"
    return not single and not subject.text(body).lower().startswith(("a ", "an ", "this ", "his ", "her "))


_OWN = ("my gut", "his gut", "her gut", "your gut", "my heart", "his heart", "her heart", "my instinct", "his instinct", "her instinct", "my experience", "my head", "common sense")  # fmt: skip
"""What tells somebody something and is nobody."""


def _can_speak(reading: Reading, subject: subjects.Subject, named: bool = False, parted: bool = False) -> bool:
    """Whether the subject is somebody: a name, a pronoun for a person, or (unless it must be `named`) a phrase for people.

    With `parted` it may be a body that a pronoun repeats: `It said …`, `…, it said`.
    """
    if subject.kind == "pronoun":
        word = subject.text(reading.body).lower()
        return word in ("he", "she", "they", "who") or (parted and word == "it")
    if subject.mention:
        return subject.mention.entity_type in ("person", "organisation", "place")
    if subject.text(reading.body).lower().startswith(_OWN):
        return False
    return not named or are_people(subject.text(reading.body))
