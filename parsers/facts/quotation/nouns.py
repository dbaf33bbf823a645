"""Reported speech by nouns and set phrases: `X's claim that …`, `a warning by X that …`, `X voiced hope that …`, `X made it clear that …`."""

from __future__ import annotations

import re
from bisect import bisect_left

from parsers.facts import syntax, triggers
from parsers.facts.quotation import heads, inverted, subjects
from parsers.facts.quotation.attributed import Attribution, Cue
from parsers.facts.quotation.making import made
from parsers.facts.quotation.subjects import Subject
from parsers.facts.reading import Reading, Span
from parsers.facts.tokens import words

_SAYING = words(
    """
    claim claims assertion assertions statement statements announcement announcements warning warnings promise promises pledge pledges vow vows insistence
    argument arguments suggestion suggestions allegation allegations accusation accusations admission acknowledgement acknowledgment assurance assurances
    declaration prediction predictions forecast forecasts contention complaint complaints comment comments remark remarks threat threats
    confirmation revelation disclosure observation conclusion verdict message
    """
)
"""Nouns for what is said: whose they are said it."""

_HOLDING = words(
    """
    concern concerns fear fears hope hopes confidence belief view opinion doubt doubts conviction optimism worry worries satisfaction regret alarm surprise
    disappointment frustration
    """
)
"""Nouns for what is held to be so: speech where somebody expresses them."""

_FRAMES = words("clear plain known know view opinion")
"""The words of the set phrases: `made it clear`, `wants to know`, `is of the view`."""

TRIGGERS = _SAYING | _HOLDING | _FRAMES

_THAT = r"(?:,? (?:on|last|this|late|early|earlier) (?:\w+day|week|month|year)(?: (?:morning|afternoon|evening|night))?,?)? that (?!(?:is|was|are|were|has|had|have|will|would|could|can|may|might|did|does|do|led|came|made|caused|sparked)\b)\w"
_OWNED = re.compile(
    r"['’]s? (?:(?:own|earlier|latest|recent|repeated|initial|previous|public|false|first|frequent|original|bold|central|main|longtime|[a-z]+ing|[a-z]+ed|[a-z]+al) ){0,2}\Z"
)
"""What is between an owner and such a noun."""
_BY = re.compile(r" (?:by|from) (?:the )?(?=[A-Z])")
_DIRECT = re.compile(_THAT)
_UTTERED = re.compile(
    r"\b(?P<verb>issue[sd]?|issuing|made|makes|gave|gives|repeat(?:s|ed)|reiterate[sd]|renew(?:s|ed)|offer(?:s|ed)|deliver(?:s|ed)|sound(?:s|ed)|released?|publish(?:es|ed)|sent|express(?:es|ed)|"
    r"voice[sd]|rais(?:es|ed)|convey(?:s|ed)|received?|drew|draws)"
    r" (?:(?:an?|the|his|her|its|their|some|no|serious|grave|deep|great|strong|fresh|new|own|public|written|joint|stark|repeated|similar|formal|[a-z]+al|[a-z]+ed|full|growing|further|cautious|clear|blunt|stern|another) ){0,3}\Z"
)
"""A verb of uttering in front of such a noun."""
_ATTITUDE = frozenset(
    "express expressed expresses voice voices voiced raise raises raised convey conveys conveyed".split()
)
_ABOUT = re.compile(r" (?:about|over|at|for|in|with) (?:the|an?|his|her|its|their|what|how|possible|[A-Z]|[a-z]+ing)\b")
_CLEAR = re.compile(r"\b(?P<verb>made|makes|make) (?:it )?(?:very |quite |perfectly |abundantly |absolutely |also )?\Z")
_CLEARLY = re.compile(r" (?:that|how|what|to \w+ that)\b")
_OF_VIEW = re.compile(
    r"\b(?P<verb>is|was|are|were) of the (?:same |firm )?\Z|\b(?P<holds>takes|took|holds|held|shares|shared) the (?:same )?\Z"
)
_WANTING = re.compile(r"\b(?P<verb>wants|wanted|asked|demanded) to \Z")
_WHICH = re.compile(r" (?:why|how|what|who|whether|if|when|where)\b")
_REACH = 60


def places(reading: Reading) -> list[Cue]:
    """Where these nouns and words are in a body, in reading order."""
    return [Cue(at, at + len(word), word) for at, written, word in triggers.where(reading, TRIGGERS) if written == word]


def reported(reading: Reading, sentence: Span, found: list[Cue]) -> Attribution | None:
    """The report of a sentence by the first of `places` in it that has a clause and somebody whose it is."""
    low = bisect_left(found, (sentence.start,))
    for noun in found[low : bisect_left(found, (sentence.end,), low)][:_MOST]:
        attribution = _of(reading, sentence, noun)
        if attribution:
            return made(reading, attribution, sentence.start, sentence.end)
    return None


_MOST = 4
"""Nouns of a sentence that are tried."""


def _of(reading: Reading, sentence: Span, noun: Cue) -> Attribution | None:
    """The attribution of one noun: by its owner, its author, or the verb that carries it."""
    body, end = reading.body, sentence.end
    if noun.word in ("view", "opinion") and body[noun.start - 7 : noun.start] in ("In the ", "in the ") and body.startswith(" of ", noun.end):  # fmt: skip
        holder = inverted.behind(reading, noun.end + 4, end)
        return Attribution(noun, holder, True) if holder and holder.mention else None
    clause = _DIRECT.match(body, noun.end, end)
    if noun.word in _SAYING:
        if clause and (owner := _owner(reading, sentence, noun)):
            return Attribution(noun, owner, True)
        if author := _author(reading, sentence, noun):
            return Attribution(noun, author, True)
    return _carried(reading, sentence, noun, bool(clause))


def _owner(reading: Reading, sentence: Span, noun: Cue) -> Subject | None:
    """`Ann Poole's | claim that …`."""
    low = max(sentence.start, noun.start - _REACH)
    owned = _OWNED.search(reading.body, low, noun.start)
    named = reading.mentions_in(max(sentence.start, low - _REACH), owned.start()) if owned else ()
    mention = named[-1] if named else None
    if owned is None or mention is None or mention.end_char != owned.start() or mention.entity_type == "place":
        return None
    return Subject(mention.start_char, mention.end_char, mention, "name")


_NONE = re.compile(r"\b(?:no|any|without|not|nor|never)\s(?:[a-z]+\s){0,2}\Z")


def _author(reading: Reading, sentence: Span, noun: Cue) -> Subject | None:
    """`an announcement | by Ann Poole that …`."""
    if _NONE.search(reading.body, max(sentence.start, noun.start - _REACH), noun.start):
        return None
    by = _BY.match(reading.body, noun.end, sentence.end)
    named = reading.mentions_in(by.end(), min(sentence.end, by.end() + 2 * _REACH)) if by else ()
    for mention in named[:1]:
        titled = mention.start_char - (by.end() if by else 0)
        if (
            mention.entity_type != "place"
            and titled < _REACH
            and _DIRECT.match(reading.body, mention.end_char, sentence.end)
        ):
            return Subject(mention.start_char, mention.end_char, mention, "name")
    return None


def _carried(reading: Reading, sentence: Span, noun: Cue, clause: bool) -> Attribution | None:
    """The subject of the verb that carries a noun or closes a phrase: `Ann Poole | voiced hope that …`."""
    body = reading.body
    low = max(sentence.start, noun.start - _REACH)
    verb = _verb(body, low, noun, sentence.end, clause)
    if verb is None:
        return None
    subject = _subject(reading, sentence, verb)
    return Attribution(verb, subject) if subject else None


def _verb(body: str, low: int, noun: Cue, end: int, clause: bool) -> Cue | None:
    """The verb in front of a noun, when the two together say something."""
    if noun.word in ("clear", "plain", "known"):
        found = _CLEAR.search(body, low, noun.start) if _CLEARLY.match(body, noun.end, end) else None
    elif noun.word == "know":
        found = _WANTING.search(body, low, noun.start) if _WHICH.match(body, noun.end, end) else None
    elif noun.word in ("view", "opinion") and clause and (of := _OF_VIEW.search(body, low, noun.start)):
        at = of.start("verb") if of["verb"] else of.start("holds")
        return Cue(at, at + len(of["verb"] or of["holds"]), of["verb"] or of["holds"])
    else:
        found = _UTTERED.search(body, low, noun.start)
        held = found is not None and found["verb"] in _ATTITUDE
        if not clause and not (held and noun.word in _HOLDING and _ABOUT.match(body, noun.end, end)):
            return None
        if found is not None and (noun.word in _HOLDING) != held and noun.word in _HOLDING:
            return None
    if found is None or found["verb"].startswith(("receiv", "drew", "draw")):
        return None
    return Cue(found.start("verb"), found.end("verb"), found["verb"])


def _subject(reading: Reading, sentence: Span, verb: Cue) -> Subject | None:
    """Who is the subject of a verb, by the clause reader, or right in front of it."""
    located = syntax.around(reading, verb.start)
    if located is None:
        return None
    clause = located.parse.clause_of(located.token(verb.start))
    if clause.verb is None or clause.verb.passive or clause.verb.negated or clause.subject is None:
        return None
    near = subjects.before(reading, sentence.start, verb.start)
    if near is not None and near.kind != "nominal" and not reading.body[near.end : verb.start].strip():
        return near if near.kind == "name" or near.text(reading.body).lower() in ("he", "she", "they") else None
    return heads.spoken(reading, located, clause.subject)
