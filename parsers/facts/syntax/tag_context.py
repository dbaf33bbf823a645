"""What the tagger knows of a sentence where it is."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.facts.syntax.lexicon import CLOSED, table
from parsers.facts.syntax.tag_words import (
    THAT_VERBS,
)
from parsers.facts.tokens import Tokens


class Context:
    """One sentence, tagged up to some token; `before` is the tag of the last word that is no adverb."""

    __slots__ = ("before", "last", "low", "named", "out", "skipped", "text", "tokens", "upper", "words")

    def __init__(self, tokens: Tokens, named: Sequence[tuple[int, int]]) -> None:
        self.tokens = tokens
        self.low = tokens.low
        self.text = tokens.text
        self.named = {i for first, behind in named for i in range(first, behind)}
        self.upper = tokens.sentence.isupper()
        self.words = table()
        self.out: list[str] = []
        self.before = ""
        self.last = 0
        self.skipped = 0

    def nounish(self, i: int) -> bool:
        """May a noun phrase go on at token i?"""
        low = self.low[i]
        if not low or not low[0].isalnum():
            return False
        tag = CLOSED.get(low)
        if tag is not None:
            return tag == "#"
        word = self.words.get(low)
        if word is None or not word.forms:
            return not low.endswith("ly") and (word is None or word.usual != "R")
        return word.usual in "NJ" or ("b" not in word.forms and "z" not in word.forms)

    def objective(self, i: int) -> bool:
        """May the word behind token i begin an object?"""
        tokens, k = self.tokens, i + 1
        if tokens.low[k] in _ABOUT and tokens.text[k + 1][:1].isdigit():
            return True
        tag = CLOSED.get(tokens.low[k])
        if tag is not None:
            return tag in "D#Oo" or (tag in "tW" and tokens.low[i] in THAT_VERBS)
        text = tokens.text[k]
        return bool(text) and (text[0].isdigit() or (text[0].isupper() and not self.upper))

    def determined(self) -> bool:
        """Does a determiner open the phrase that runs?"""
        for k in range(len(self.out) - 1, max(-1, len(self.out) - 5), -1):
            if self.out[k] in "Dp#":
                return True
            if self.out[k] not in "JR#j":
                return False
        return False

    def lacks_verb(self) -> bool:
        """Has a conjunction opened a clause whose verb is still to come?"""
        return next((tag for tag in self.out[:-7:-1] if tag in "SWtMBhdvabI,"), "") in ("S", "W")

    def last_verb(self) -> str:
        """The tag of the last verb among the last words."""
        return next((tag for tag in self.out[:-12:-1] if tag in "vabgn"), "")


_ABOUT = frozenset("about around nearly almost roughly approximately".split())
"""Words before a figure that opens an object: `load about 600 tonnes`."""
