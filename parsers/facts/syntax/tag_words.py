"""Small tables of the tagger: words that are read by what stands around them."""

from __future__ import annotations

from parsers.facts.syntax.lexicon import CLOSED, Word
from parsers.facts.tokens import words

NEGATED = frozenset(
    "didn don doesn isn aren wasn weren hasn haven hadn won wo couldn wouldn shouldn mustn needn can ain".split()
)
PREFIXES = frozenset("re co pre over out un under mis".split())
BE_BEHIND = frozenset("a an the not going that no so".split())
BE_BEFORE = frozenset("it he she that there what who where how here this".split())
PLURALS = frozenset("people police officials men women children media data".split())
NO_PLURALS = frozenset("ss us is".split())
THAT_VERBS = frozenset(
    "claim claims report reports state states hope hopes estimate estimates forecast forecasts fear fears question questions".split()
)
BARE = frozenset("help let make helped makes made lets".split())
NOT_VERBS = frozenset(("haven", "don", "wo", "ain"))
"""What is an auxiliary only before an apostrophe."""
CLITICS = frozenset("ll ve re t m d".split())
LITTLE = frozenset(
    "of in on at by for with from into over under up down out off to the a an and or not so all than as per once".split()
)
ING_NOUNS = frozenset(
    "manufacturing engineering mining banking shipping housing trading marketing publishing broadcasting advertising accounting meeting building hearing training "
    "funding pricing refining processing farming fishing retailing warning opening morning evening spring string thing king ring wing ceiling feeling planning spending "
    "financing offering holding filing earning rating shooting killing bombing wedding painting recording gathering briefing sitting setting dealing saving "
    "understanding beginning ending".split()
)
"""Forms in -ing that are nouns where nothing behind them is an object."""
ING_ADJECTIVES = frozenset(
    "working falling rising growing declining existing leading remaining operating living running continuing increasing decreasing shrinking soaring sagging "
    "slowing outstanding developing emerging following coming ongoing resulting surviving ruling prevailing competing missing aging ageing dying weakening "
    "strengthening widening mounting visiting incoming outgoing sitting standing striking winning governing participating neighbouring neighboring".split()
)
"""Forms in -ing that describe the noun behind them."""
LISTED = CLOSED.keys() | LITTLE | CLITICS | NOT_VERBS
"""Words that the tagger has in a list; all others are read by the table of forms."""
BOUNDS = frozenset(
    "up to|more than|less than|fewer than|greater than|higher than|lower than|at least|at most|as many as|as much as|as high as|as low as|as few as|as little as|"
    "no more than|not more than|no less than|no fewer than|no later than|in excess of|close to|over|about|around|just over|just under|well over|just above|"
    "slightly more than|slightly less than|between".split("|")
)
"""Bounds before a figure."""
SHOWING = frozenset("show suggest indicate say claim estimate believe expect".split())
DAYS = frozenset("today yesterday tomorrow tonight".split())
MOVES = frozenset("fall rise drop climb jump slump slide gain increase decrease decline surge plunge".split())
"""Nouns that are verbs behind a plural and before one of MOVED or a figure: `prices fall to 4 dollars`."""
MOVED = frozenset("to by from below above sharply slightly further again".split())
LED = frozenset(
    (
        ("account", "for"),
        ("result", "in"),
        ("result", "from"),
        ("range", "from"),
        ("total", "about"),
        ("average", "about"),
        ("benefit", "from"),
        ("cost", "about"),
    )
)
"""Nouns that are verbs behind a plural and before such a word: `metals account for half`."""
STATING = frozenset("say believe argue insist".split())
"""Verbs that are never nouns before a noun phrase or `that`: `members of the House | say the bill`."""
CALLED = frozenset(
    "named elected appointed called dubbed asked told considered deemed left made given shown offered".split()
)
"""Participles that may open a sentence right before a noun: `Named chairman in 1980, he …`."""
TO_VERBS = frozenset("plans hopes aims needs attempts plan hope aim need attempt".split())
LY_NOUNS = frozenset("family july italy supply reply ally rally assembly anomaly monopoly".split())
LY_ADJECTIVES = frozenset(
    "monthly weekly daily yearly quarterly early only friendly elderly costly deadly orderly hourly likely unlikely".split()
)


ED_NOUNS = frozenset("hundred breed shred sacred naked wicked kindred hatred".split())
REGULAR = Word("V", "dn")
"""A form in -ed that the table does not know."""


CONTEXTUAL = (
    LITTLE
    | CLITICS
    | NOT_VERBS
    | NEGATED
    | DAYS
    | words(
        """
    home this these those some all both many several few most more each another either neither that no so as like after before since until once about around
    including following per one ones can over under above below past near being may march because of course her his up down out off because nor i ' ’ < > ( - / . : "
    re s is has
    """
    )
)
"""Words of closed classes that are read by what stands around them."""
SIMPLER = {
    word: tag
    for word, tag in CLOSED.items()
    if tag != "#"
    and (
        word not in CONTEXTUAL
        or word
        in (
            "the",
            "a",
            "an",
            "and",
            "in",
            "on",
            "at",
            "by",
            "for",
            "with",
            "from",
            "into",
            "to",
            "or",
            "is",
            "has",
            "not",
        )
    )
}
"""Tags that need no look around, in a sentence without hyphens and apostrophes."""
SIMPLE = {word: tag for word, tag in CLOSED.items() if tag != "#" and word not in CONTEXTUAL}
"""The same in any sentence."""
