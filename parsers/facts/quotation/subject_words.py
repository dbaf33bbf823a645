"""The words by which the phrase that speaks is found: what ends it, what is before a time, plurals without an ending (`police said`)."""

from __future__ import annotations

import re

from parsers.facts.mentions import posts
from parsers.facts.quotation.cues import AUXILIARIES
from parsers.facts.syntax.tag_words import LY_NOUNS

BREAKS = frozenset(
    ', ; : ( ) [ ] “ ” " « » — – - -- … that when as if because while after before and but or where which who though although since so until whether than '
    "even despite yet what how why unless whose".split()
)
PREPOSITIONS = frozenset(
    "in on at during by for from with of about over under amid among through against without within into to following despite after before".split()
)
TIMES = frozenset(
    "week month year day night morning afternoon evening weekend today yesterday monday tuesday wednesday thursday friday saturday sunday january february march "
    "april june july august september october november december quarter season".split()
)
BEFORE_TIMES = frozenset("this last on in earlier late early next past the same that previous later of".split())
COLLECTIVE = frozenset("police people media management counsel staff".split())
REPORTING = frozenset(("saying", "adding", "telling", "writing"))

FINITE = frozenset(
    "is are was were has have had do does did will would can could may might must should let lets made makes went goes came comes got gets took takes seems seemed".split()
)
"""Verbs that end the clause before a noun phrase."""
PEOPLE = frozenset("unions farmers workers analysts officials critics dealers traders economists ministers experts leaders members shareholders investors residents brokers".split())  # fmt: skip
"""People whom `who` behind them means."""

JOINED_BY = re.compile(
    r"(?:,|(?<!is)(?<!was)(?<!were)(?<!are)(?<!been)(?= (?:led|headed|chaired) by)) (?:joined|led|accompanied|backed|supported|flanked|represented|headed|followed|assisted|chaired|owned|controlled|advised|helped) by (?:[^.;:“”\"\n]|(?<=Ltd)\.|(?<=Inc)\.|(?<=Co)\.|(?<=Corp)\.){3,140},\s*\Z"
)
"""Who stands by whoever speaks, between commas: `Poole, | joined by Ray and Lund, | said`."""
PUBLISHED = frozenset(
    "released published issued conducted commissioned compiled obtained seen unveiled presented carried".split()
)
"""Participles that close what is said of a document before its time or place: `a report | released last year`."""

DATELINE = re.compile(
    r"[A-Z][\w.’']*(?: [\w.’']+){0,3}(?:, [A-Z][\w.]*)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}| \([A-Z][\w/ ]{1,20}\)) (?:-{1,2}|[–—_]) "
)
"""The place and day, or agency, in front of a report: nobody in it is a subject."""

_PEOPLE = re.compile(
    r"\b(?:countries|sides|parties|leaders|ministers?|presidents?|officials?|experts?|diplomats?|spokes\w+|authorities|government|ministry|delegations?|participants|"
    r"representatives|analysts?|critics|lawmakers?|company|firm|agency|union|party|report|statement|committee|council|court|police|commission|prosecutors?|residents|farmers|workers|"
    r"investors|scientists|researchers|campaigners|activists|economists|opponents|supporters|families|teachers|doctors|students|members|republicans|democrats|rebels|soldiers|famil(?:y|ies)|\w+men|couple|crew|team|campaign|board|bank|group|department|office|people|leader|person|sources?|witness(?:es)?|voters|unions|companies|groups|governments|women|men|nations|allies|states|neighbou?rs|conservatives|liberals|socialists|democrats|senators|deputies|ambassadors?|envoys?|ministers|shareholders|organi[sz]ations?|associations?|coalition|front|movement|militia|army|military|navy|administration|congress|parliament|senate|house|king|queen|pope|editors?|editorial|newspaper|paper|letter|petition|resolution|bill|plan|law|report|manifesto|charter|agreement|treaty)\Z",
    re.IGNORECASE,
)


def are_people(phrase: str) -> bool:
    """Whether the last word of a phrase is somebody, a body, or what bodies write and vote for: nobody else calls, threatens or praises."""
    head = _COMPLEMENT.split(phrase, maxsplit=1)[0]
    return bool(_PEOPLE.search(head)) or head.rpartition(" ")[2].lower() in posts.HEADS


_COMPLEMENT = re.compile(r" (?:of|from|in|at|for|to|with|on|who|which|that)\b|,")


def skippable(word: str) -> bool:
    """Whether a word may be between a subject and its verb: an auxiliary, an adverb."""
    lower = word.lower()
    adverb = lower.endswith("ly") and len(lower) > 4 and word == lower and lower not in LY_NOUNS
    return lower in AUXILIARIES or adverb or lower.endswith(("n't", "n’t"))
