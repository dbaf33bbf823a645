"""Words in marks that are no speech of whoever a verb near them names: signs, nicknames, questions put to the speaker; and verbs that only seem to lead to them."""

from __future__ import annotations

import re

from parsers.facts.quotation import cues
from parsers.facts.quotation.attributed import Cue
from parsers.facts.quotation.marks import Quoted

_LABELLED = re.compile(
    r" (?:signs?|signposts?|buttons?|stickers?|badges?|placards?|plaques?|tattoos?|calls|cards?|notes|T-shirts?|tabs?|sections?|categor(?:y|ies)|folders?|menus?|playlists?|hashtags?|emoji|emojis|"
    r"searches|warnings? lights?|plates?|stamps?)\b"
)
"""What bears words: `a “keep out” | sign`, `“thank you” | calls`."""
_WORDS_OF_LABELS = 4
_NICKNAMED = re.compile(
    r"\b(?:call(?:ed|s|ing)?|nicknam(?:ed|es|ing)|dubbed|christened|renamed) (?:him|her|me|it|them|us|himself|herself|themselves|the [a-z]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) \Z"
)
"""What is before a name that somebody is given: `Everyone called Olsen | “Coach”`."""
_PUT = re.compile(r"(?:\b[Tt]o (?:the|a|one|another|my|our|his|her) question,? |(?:\A|[.!?\n“”] ?)(?:When )?[Aa]sked,? (?:the question,? )?|[Ww]hen asked,? )\Z")  # fmt: skip
"""What is before a question that the speaker answers: `To the question, | “…?”, Olsen replied`."""
_ADDRESSED = re.compile(
    r"\s*In (?:an?|his|her|their|its|another) (?:[a-z-]+ ){0,3}(?:letter|statement|memo|e-?mail|message|note|speech|petition|report|article|book|post)\b[^.;:,“”\"]{0,120}\Z"
)
"""An opening phrase that tells of a medium: words in marks inside it are part of what it is, not of what it says."""


_WRITTEN = re.compile(
    r"\b(?:[Ww]rote|[Ww]rites|[Ww]ritten|[Cc]omposed|[Dd]irected|[Rr]ecorded) (?:by [^.;:“”\"]{3,120}, |(?:the|an?|his|her|their|its|several|many) "
    r"(?:[\w-]+ ){0,3}?(?:scripts?|screenplays?|plays?|songs?|books?|novels?|music|lyrics|score|stor(?:y|ies)|poems?|films?|libretto|column|columns)\b[^.;:“”\"]{0,240})\Z"
)
"""A work and who made it: the words in marks behind it are its title, or of its text."""
_WORKS = re.compile(
    r"\bsuch (?:[\w-]+ ){0,3}(?:works?|books?|novels?|plays?|films?|songs?) as (?:[“\"][^”\"]{1,60}[”\"](?:, | and | & |, and ))*\Z"
)
_WORDS_OF_WORKS = 8


def is_no_speech(body: str, quote: Quoted, low: int) -> bool:
    """Whether a fragment is a label, a nickname, a question put to the speaker, or a part of the phrase that names the medium."""
    words = quote.inner(body).split()
    if len(words) <= _WORDS_OF_LABELS and quote.last(body) not in ".," and _LABELLED.match(body, quote.end):
        return True
    before = body[max(low, quote.start - 160) : quote.start]
    if _WRITTEN.search(before) or (len(words) <= _WORDS_OF_WORKS and _WORKS.search(before)):
        return True
    named = len(words) <= 3 and all(word[:1].isupper() for word in words)
    if named and _NICKNAMED.search(before):
        return True
    if quote.last(body) == "," and len(words) <= _WORDS_OF_LABELS and _ADDRESSED.fullmatch(before):
        return True
    return is_put(body, quote)


def is_put(body: str, quote: Quoted) -> bool:
    """Whether the words are a question that somebody answers."""
    return quote.last(body) in "?," and bool(_PUT.search(body, max(0, quote.start - 40), quote.start))


_OPENING = frozenset(
    "Declaring Saying Insisting Arguing Warning Claiming Accusing Describing Denouncing Condemning Dismissing".split()
)


def opens_sentence(body: str, cue: Cue) -> bool:
    """Whether a participle is in front of the main clause, whose subject speaks: `Declaring the port “safe”, Ann Poole …`."""
    return body[cue.start : cue.end] in _OPENING


_GOING_ON = cues.forms(frozenset(("continue",)))
_DOING = re.compile(
    r" to (?!(?:be|call|name|describe|make|use|say|tell|declare|warn|speak|talk|ask|write|insist|argue|claim|stress|note|add|praise|condemn|denounce)\b)[a-z]"
)
_ORDERING = cues.forms(frozenset(("order", "demand")))
_ORDERED = 60
_AGREEING = cues.forms(frozenset(("agree",)))
_NAME_OF_DEAL = 3
"""Words of what parties agree on, which marks only name: `agreed on a “road map”`."""


def only_leads(body: str, cue: Cue, quote: Quoted) -> bool:
    """Whether a verb before a fragment tells of something done, or of another clause: `continues a “fine” run`, `decided to ignore a “keep out” sign`."""
    between = body[cue.end : quote.start]
    if opens_sentence(body, cue) and "," in between:
        return True  # `Declaring the port open, | …`: a participle in front of the main clause
    if cue.word in _GOING_ON:
        return between.strip() not in ("", ",", ":") and not between.startswith((" that ", " by "))
    if cue.word in ("decide", "decided", "decides", "deciding", "determined") and _DOING.match(body, cue.end):
        return True
    if cue.word in _AGREEING and between.startswith((" on ", " to ", " upon ")):
        return quote.inner(body).count(" ") < _NAME_OF_DEAL
    return cue.word in _ORDERING and len(between) > _ORDERED
