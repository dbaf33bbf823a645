"""Reported speech by the clause reader: verbs with a clause, an infinitive or a call that the patterns of `indirect` do not see."""

from __future__ import annotations

import re

from parsers.facts import syntax
from parsers.facts.neighbours import word_before
from parsers.facts.quotation import cues, subject_words, subjects
from parsers.facts.quotation.attributed import Attribution, Cue
from parsers.facts.quotation.heads import SELVES, spoken
from parsers.facts.quotation.subject_words import are_people
from parsers.facts.quotation.subjects import Subject
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, Phrase
from parsers.facts.tokens import words

_SAYING = words(
    """
    say tell write add note explain argue claim insist warn recall conclude stress emphasize emphasise underscore underline highlight announce declare state reply
    answer respond acknowledge admit observe remark comment assert maintain contend affirm reaffirm confirm reiterate repeat mention suggest predict reveal
    disclose report indicate tweet quip joke boast complain concede counter lament opine recount retort testify vow pledge promise swear advise allege
    deny estimate hint imply inform posit reassure clarify speculate forecast caution propose recommend demand order plead exclaim shout post assure warn
    """
)
"""Verbs that report by a clause (with or without that) or a question."""

_BELIEVING = words("believe think hope fear agree suspect worry")
"""Verbs that report by a clause what their subject holds to be so."""

_SHOWING = words(
    "show find indicate suggest reveal conclude say state read note estimate warn report argue confirm hold rule determine project"
)
"""Verbs that report by a clause where their subject is a document or a body that inquires."""

_PROMISING = words("promise vow pledge threaten swear")
"""Verbs that report by an infinitive what their subject will do."""

_DIRECTING = words("urge ask order tell advise warn encourage instruct command beg implore exhort call demand appeal")
"""Verbs that report by an infinitive what somebody else is to do."""

DOCUMENTS = words(
    """
    report study poll survey data figures document documents letter email emails transcript analysis review research audit investigation records statement memo
    filing lawsuit complaint indictment article book release note paper ruling verdict judgment census inquiry statistics studies polls surveys reports findings
    video videos photo photos photographs images slide chart graph table average index website site statute clause notes minutes records tape footage message messages filings files file manual
    court panel tribunal jury commission committee researchers investigators auditors scientists economists analysts prosecutors judge magistrate bulletin notice
    """
)
"""Nouns for what is written or found out, and for who finds it out."""
_SIGNS_OF = words("evidence fact facts history experience events signs sign trend trends result outcome")
"""What only shows something: nobody speaks."""
_FORMS = frozenset(
    form
    for form in cues.forms(_SAYING | _BELIEVING | _SHOWING | _PROMISING | _DIRECTING)
    if not form.endswith(("ing", "written"))
)
"""The forms of these verbs: the clauses of a sentence without one are not asked for."""

_PROGRESSIVE = frozenset(
    form for form in cues.forms(_SAYING | _BELIEVING | _PROMISING | _DIRECTING) if form.endswith("ing")
)
_BE = frozenset("is are was were been am".split())
"""`is demanding that …`: the verb of a clause, no participle."""

_TAKING_THINGS = cues.forms(
    words(
        "report post forecast estimate project hold rule announce propose recommend demand disclose reveal confirm mention"
    )
)
_THAT_AHEAD = re.compile(r"[^.;:“”\"]{0,40}?\b(?:that|whether|how|what|he|she|it|they)\b")
"""What must follow a verb that most often takes a thing: `reported a rise`."""

_CLAUSE_AHEAD = re.compile(
    r"[^.;:“”\"]{0,90}?(?:\b(?:that|whether|how|why|what|he|she|they|would|will|had|was|were|is|are|has|have|could|should|may|might|can|did|does|do|to|for|on)\b|\w\w(?:ed|s)\b)"
)
"""What lets a verb report by a clause: the words that open one, or a verb in it."""
_INFINITIVES = cues.forms(_PROMISING | _DIRECTING) - cues.forms(_SAYING)

_AHEAD = re.compile(r"[^.;:“”\"]{0,60}?\b(?:to|for|on|upon)\b")
"""What must follow a verb that reports by an infinitive only."""

_LINKS = frozenset(
    ("main", "coordinate", "participle", "adverbial", "relative", "complement", "question", "parenthetical", "gerund")
)


def reported(reading: Reading, found: list[Cue]) -> Attribution | None:
    """The report of the first of some verbs that has a clause of its own and a speaker."""
    asked = [cue for cue in found[:4] if _may_report(reading.body, cue)]
    located = syntax.around(reading, asked[0].start) if asked else None
    if located is None:
        return None
    for cue in asked:
        attribution = _report(reading, located, cue)
        if attribution:
            return attribution
    return None


def _may_report(body: str, cue: Cue) -> bool:
    """Whether the words right behind a verb let it report at all; most verbs are ruled out here."""
    following = body[cue.end : cue.end + 2]
    if cue.word not in _FORMS and not (cue.word in _PROGRESSIVE and word_before(body, cue.start, 6) in _BE):
        return False
    if not following[:1].isspace() or following[1:] in _MARKS:
        return False
    if body[max(0, cue.start - 8) : cue.start].rstrip().rpartition(" ")[2].lower() in SELVES:
        return False
    if cue.word in _TAKING_THINGS:
        return bool(_THAT_AHEAD.match(body, cue.end))
    return bool((_AHEAD if cue.word in _INFINITIVES else _CLAUSE_AHEAD).match(body, cue.end))


_MARKS = frozenset(("“", '"', "‘", "'", "("))


def _report(reading: Reading, located: Located, cue: Cue) -> Attribution | None:
    token = located.token(cue.start)
    number = located.parse.owner[token]
    clause = located.parse.clauses[number]
    verb = clause.verb
    if verb is None or verb.head != token or verb.negated or clause.unsure or clause.link not in _LINKS:
        return None
    phrase = clause.agent if verb.passive else clause.subject
    if phrase is None or (clause.inherited and clause.link == "relative"):
        return None
    if not _says(located, number, clause, phrase):
        return None
    subject = _beside(reading, located, cue) or spoken(reading, located, phrase) or _itself(located, phrase, verb.lemma)
    if (
        subject
        and verb.lemma in _PEOPLE_ONLY
        and subject.kind == "nominal"
        and not are_people(subject.text(reading.body))
    ):
        return None
    return Attribution(cue, subject, inverted=verb.passive) if subject else None


_PEOPLE_ONLY = frozenset(("call", "threaten", "demand", "order", "urge", "invite", "command"))
"""Verbs that are speech with people only: `conditions call for care`."""


def _itself(located: Located, phrase: Phrase, lemma: str) -> Subject | None:
    """`It said the yard would close`: a body that a pronoun repeats."""
    if lemma not in ("say", "add") or phrase.end - phrase.start > 1 or located.tokens.low[phrase.start] != "it":
        return None
    start = located.at + located.tokens.start[phrase.start]
    return Subject(start, start + 2, None, "pronoun")


def _says(located: Located, number: int, clause: Clause, phrase: Phrase) -> bool:
    """Whether a clause with a verb of speech reports something."""
    verb = clause.verb
    if verb is None:
        return False
    tags = located.parse.tags
    below = [
        c for c in located.parse.clauses if c.parent == number and c.start >= verb.end - 1 and tags[c.start - 1] != "I"
    ]
    if located.tokens.low[phrase.head] in _SIGNS_OF:
        return False
    if any(c.link in ("complement", "question") for c in below):
        document = located.tokens.low[phrase.head] in DOCUMENTS
        return verb.lemma in _SAYING or verb.lemma in _BELIEVING or (document and verb.lemma in _SHOWING)
    if any(c.link == "infinitive" for c in below):
        upon = located.tokens.low[verb.end] in ("on", "upon", "for")
        directed = upon if verb.lemma in ("call", "appeal", "demand") else bool(clause.objects)
        return verb.lemma in _PROMISING or (verb.lemma in _DIRECTING and directed and not verb.passive)
    return verb.lemma == "call" and located.tokens.low[verb.end] == "for" and not verb.passive


def _beside(reading: Reading, located: Located, cue: Cue) -> Subject | None:
    """The name or pronoun right before a verb, which is its subject whatever else the sentence holds."""
    near = subjects.before(reading, located.at, cue.start)
    if near is None or (near.kind == "nominal" and reading.body[near.start - 2 : near.start] != ", "):
        return None
    between = reading.body[near.end : cue.start].split()
    between = between[1:] if between[:1] == [","] and _in_apposition(reading, near) else between
    return near if all(subject_words.skippable(word) for word in between) else None


def _in_apposition(reading: Reading, near: Subject) -> bool:
    """Whether a name explains the post in front of it and its comma: `The port's envoy to Halden, | Ann Poole, urged …`."""
    person = near.mention is not None and near.mention.entity_type == "person"
    return person and reading.body[near.start - 2 : near.start] == ", "


def main_subject(reading: Reading, cue: Cue) -> Subject | None:
    """The subject of the clause to which a participle behind a comma belongs: `X walked in, saying that …`."""
    located = syntax.around(reading, cue.start)
    if located is None:
        return None
    token = located.token(cue.start)
    clause = located.parse.clause_of(token)
    unread = clause.link in _WHOLE and _is_finite(clause, token) and reading.body[cue.start - 2 : cue.start] == ", "
    if clause.link == "reduced" or (clause.verb and clause.verb.head != token and not unread):
        return None
    before = [c for c in located.parse.clauses if c.start < token and c.link in _WHOLE and _is_finite(c, token)]
    before = [c for c in before if not _object_of(located, c)] or before
    speaking = [c for c in before if c.verb and c.verb.lemma in _SAYING]
    chosen = speaking or before
    return spoken(reading, located, chosen[-1].subject) if chosen and chosen[-1].subject else None


def _object_of(located: Located, clause: Clause) -> bool:
    """Whether a gerund is right before what reads as a clause's subject, so that it is its object: `stopped renting | TV shows`."""
    at = clause.subject.start if clause.subject else 0
    return at > 0 and located.parse.tags[at - 1] == "g"


def doing(reading: Reading, cue: Cue) -> Subject | None:
    """The subject of the nearest clause before a gerund behind a preposition: `where X appeared for | saying that …`."""
    located = syntax.around(reading, cue.start)
    if located is None:
        return None
    token = located.token(cue.start)
    before = [c for c in located.parse.clauses if c.start < token and _is_finite(c, token)]
    nearest = max(before, key=lambda c: c.verb.head if c.verb else 0, default=None)
    return spoken(reading, located, nearest.subject) if nearest and nearest.subject else None


_WHOLE = frozenset(("main", "coordinate", "parenthetical"))


def _is_finite(clause: Clause, token: int) -> bool:
    """Whether a clause has a finite verb before a token, and a subject."""
    return bool(clause.verb and clause.verb.finite and clause.verb.head < token and clause.subject)
