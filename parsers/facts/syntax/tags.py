"""The part of speech of each word of a sentence: by closed lists, the table of forms, and the words before and behind."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.facts.syntax.lexicon import CLOSED, TEMPORAL, Word, table
from parsers.facts.syntax.tag_context import Context
from parsers.facts.syntax.tag_words import (
    BE_BEFORE,
    BE_BEHIND,
    BOUNDS,
    CLITICS,
    DAYS,
    ED_NOUNS,
    ING_ADJECTIVES,
    ING_NOUNS,
    LISTED,
    LITTLE,
    LY_ADJECTIVES,
    LY_NOUNS,
    NOT_VERBS,
    PREFIXES,
    REGULAR,
    SIMPLE,
    SIMPLER,
)
from parsers.facts.syntax.verb_tags import verb_tag
from parsers.facts.tokens import Tokens, words


class _Tagger(Context):
    """Tags one sentence from left to right; `before` is the tag of the last word that is no adverb."""

    __slots__ = ()

    def run(self) -> str:
        out, named = self.out, self.named
        low = self.low[: self.tokens.size]
        sure = _SURE if "-" in low or ":" in low or "'" in low or "’" in low else _SURER
        for i, tag in enumerate(map(sure.__getitem__, low)):
            if i < self.skipped:
                tag = "R" if out[-1] == "R" else "j"
            elif tag is None or (tag != "N" and (i in named or (tag == "o" and self.text[i] == "US"))):
                tag = self.tag(i, self.text[i], low[i])
            elif low[i] == "others" and out and out[-1] == "#":
                tag = "N"
            out.append(tag)
            if tag not in "RXj":
                self.before, self.last = tag, i
            if tag == "," and i > 2 and out[i - 1] == "R" and out[i - 2] == ",":
                self.before, self.last = out[i - 3], i - 3  # "arbitragers, however, | believe"
        if "A" in self.text:
            self.initials()
        return "".join(out)

    def initials(self) -> None:
        """ "Ola A. Dahl": the letter inside a name is no article."""
        text = self.text
        for i in range(1, self.tokens.size - 1):
            if text[i] == "A" and text[i + 1] == "." and text[i - 1][:1].isupper():
                self.out[i] = "N"

    def tag(self, i: int, text: str, low: str) -> str:
        """The tag of token i, those before it being known."""
        if not text[0].isalpha():
            return self.sign(i, text, CLOSED.get(low))
        if i in self.named:
            return self.name(i, low)
        joined = self.text[i + 1] == "-" and self.tokens.glued(i + 1) and self.tokens.glued(i + 2)
        if (low == "last" and self.low[i + 1] in TEMPORAL) or (joined and low.endswith("ly")):
            return "J"  # "last Thursday", "the previously-announced plan"
        if low in LISTED or len(low) == 1:
            tag = self.little(i, text, low)
            if tag is not None:
                return tag
        return self.open(i, text, low)

    def little(self, i: int, text: str, low: str) -> str | None:
        """The tag of a word of the lists, or of a single letter; None where it is read as any other word."""
        tag = CLOSED.get(low)
        if (
            len(low) == 1
            and text[0] != low
            and self.text[i + 1] in (".", "/", "&")
            and self.tokens.glued(i + 1)
            and i + 2 < self.tokens.size
        ):
            return "N"
        if low in NOT_VERBS and self.text[i + 1] not in ("'", "’"):
            tag = None
        if text == "US" and not self.upper:
            tag = None  # "US-backed": no pronoun
        if low in CLITICS and self.text[i - 1] not in ("'", "’"):
            return "N"
        if tag != "#" and self.compounded(i):
            return self.joined(i, low) if i and self.out[i - 1] == "j" else (tag if tag == "D" else "J")
        if tag == "#":
            self.bounded(i)
        return None if tag is None else self.closed(i, low, tag)

    def open(self, i: int, text: str, low: str) -> str:
        """The tag of a word that may be a noun, a verb, an adjective or an adverb."""
        before = self.out[i - 1] if i else ""
        if text[0] != low[0] and not self.upper and before not in '";(-':
            return "N"
        if before == "j" and self.tokens.glued(i):
            return self.joined(i, low)
        if low == "right" and self.low[i + 1] in ("now", "away", "after"):
            return "R"
        if low == "worth" and self.before == "N" and i and self.out[i - 1] == "N":
            return "I"
        word = self.words.get(low)
        if word is None:
            if low.endswith("ed") and len(low) > 4 and low not in ED_NOUNS:
                word = REGULAR
            else:
                return self.unknown(low)
        if not word.forms:
            if word.usual == "R" and self.before in ("D", "p") and self.nounish(i + 1):
                return "J"
            return word.usual if word.usual in "JR" else "N"
        if "g" in word.forms:
            if low in ING_ADJECTIVES and self.before not in ("B", "E") and self.nounish(i + 1) and not self.working(i):
                return "J"
            if low in ING_NOUNS and self.before not in ("B", "E"):
                word = Word("N", word.forms)
        return verb_tag(self, i, low, word)

    def working(self, i: int) -> bool:
        """Does a plural do what a form in -ing says: "companies operating three agencies"?"""
        return self.before == "N" and i > 0 and self.low[i - 1].endswith("s") and self.text[i - 1].islower()

    def sign(self, i: int, text: str, tag: str | None) -> str:
        if "0" <= text < ":" or tag == "#":
            self.bounded(i)
            return "#"
        if text in "'’":
            return self.apostrophe(i)
        if text == "<" and self.before == "N" and ">" in self.text[i : i + 8]:
            self.skipped = self.text.index(">", i) + 1
            return "j"
        if text == "(" and self.before == "N" and self.text[i + 2] == ")" and self.text[i + 1].isupper():
            self.skipped = i + 3  # "the Central Statistical Office (CSO) shows"
            return "j"
        if text == "<" and self.before in ("p", "D", "J") and ">" in self.text[i : i + 8]:
            return "j"
        if text == ">" and i and "j" in self.out[-8:] and "<" in self.text[max(0, i - 8) : i]:
            return "j"
        if text == ":" and self.tokens.glued(i) and self.tokens.glued(i + 1):
            return "j"
        if text in "-/." and i + 1 < self.tokens.size:
            if self.tokens.glued(i) and (self.tokens.glued(i + 1) or text == "."):
                return "j"
            if text == "-" and self.text[i - 1] == "-" and self.tokens.glued(i):
                return "j"  # the second of two hyphens that stand for a dash
            return "-" if text == "-" else "."
        return tag or "."

    def bounded(self, i: int) -> None:
        """The words of a bound before a figure are adverbs: "more than 5", "up to 5", "as many as 5"."""
        low = self.low
        if low[i - 1] not in _BOUND_ENDS:
            return
        for length in (3, 2, 1):
            if i >= length and " ".join(low[i - length : i]) in BOUNDS:
                self.out[i - length : i] = ["R"] * length
                self.before = next((tag for tag in reversed(self.out) if tag not in "RXj"), "")
                return

    def apostrophe(self, i: int) -> str:
        tokens = self.tokens
        if tokens.glued(i) and tokens.glued(i + 1) and tokens.low[i + 1] in ("s", "t", "ll", "re", "ve", "d", "m"):
            return "j"
        if (
            tokens.glued(i)
            and tokens.glued(i + 1)
            and tokens.text[i - 1][:1].isalpha()
            and tokens.text[i + 1][:1].isupper()
        ):
            return "j"  # N'Diaye
        if (
            tokens.glued(i)
            and tokens.low[i - 1].endswith("s")
            and not tokens.glued(i + 1)
            and (tokens.low[i + 1][:1].isalnum() or tokens.low[i + 1] in ("$", "£", "€"))
        ):
            return "p"
        return '"'

    def name(self, i: int, low: str) -> str:
        """A word of a name: a noun, whatever its form; little words inside keep the name together."""
        if low == "s" and i and self.text[i - 1] in "'’":
            return "p"
        return "N"

    def compounded(self, i: int) -> bool:
        """Is a little word part of one with hyphens (`over-the-counter`, `year-on-year`)?"""
        tokens = self.tokens
        if tokens.low[i] not in LITTLE:
            return False
        return (tokens.text[i - 1] == "-" and tokens.glued(i) and i > 0) or (
            tokens.text[i + 1] == "-" and tokens.glued(i + 1) and tokens.glued(i + 2)
        )

    def closed(self, i: int, low: str, tag: str) -> str:
        if low not in _BY_PLACE:
            return tag
        tokens = self.tokens
        if i and low in ("ll", "re", "ve") and tokens.text[i - 1] in ("'", "’") and tokens.glued(i):
            return {"ll": "M", "re": "B", "ve": "h"}[low]
        if low in ("neither", "nor") and CLOSED.get(tokens.low[i + 1], "-") in "MBhd":
            return "X"
        if low in DAYS and tokens.text[i + 1] in ("'", "’"):
            return "N"
        if low == "per" and self.before in ("N", "#"):
            return "j"
        if low == "because" and tokens.low[i + 1] == "of":
            return "I"
        if low == "as" and tokens.low[i + 1] == "a" and tokens.low[i + 2] == "result":
            self.skipped = i + 3
            return "R"
        if (low == "of" and tokens.low[i + 1] == "course") or (low == "am" and tokens.text[i - 1][:1].isdigit()):
            return "R"
        if (
            low in ("may", "march")
            and tokens.text[i][0] == "M"
            and (i or not (low == "may" and CLOSED.get(tokens.low[1], "-") in "OD"))
        ):
            return "N"
        if (
            low in ("up", "down", "out", "off", "home")
            and self.out
            and self.out[-1] in ("D" if low == "home" else "DJ")
        ):
            return "N"
        if low in ("her", "his"):
            return "D" if self.nounish(i + 1) else "o"
        if low in (
            "this",
            "these",
            "those",
            "some",
            "all",
            "both",
            "many",
            "several",
            "few",
            "most",
            "more",
            "each",
            "another",
            "either",
            "neither",
        ):
            return self.determiner(i, low)
        if low == "that":
            return self.that(i)
        if low in (
            "no",
            "so",
            "as",
            "like",
            "after",
            "before",
            "since",
            "until",
            "once",
            "about",
            "around",
            "including",
            "following",
        ):
            return self.conjunction(i, low, tag)
        if low in ("one", "ones") and self.before and self.before in "DJ" and not self.nounish(i + 1):
            return "N"
        if low in ("can", "past") and self.before == "D":
            return "N" if low == "can" else "J"
        if (
            low in ("over", "under", "above", "below", "past", "near")
            and tokens.low[i + 1][:1].isdigit()
            and self.before != "v"
        ):
            return "I"
        if tag == "E" and low == "being" and self.before == "D":
            return "N"
        return tag

    def determiner(self, i: int, low: str) -> str:
        """A determiner before a noun, else a pronoun."""
        following = CLOSED.get(self.low[i + 1])
        if low in ("more", "most") and self.low[i + 1] in ("recently", "importantly", "specifically", "generally"):
            return "R"
        if low == "this" and self.low[i + 1] == "past":
            return "D"
        if following is None or following in "D#":
            if following is None and low in ("this", "these", "those", "each", "both") and not self.nounish(i + 1):
                return "O"
            return "D"
        return "R" if following == "R" and low in ("more", "most") else ("D" if following in ("R", "j") else "O")

    def that(self, i: int) -> str:
        """`that` is a determiner before a singular noun that ends the phrase, else a conjunction or a relative."""
        following = CLOSED.get(self.low[i + 1])
        if self.before in ("I", "T") or not self.before:
            return "O" if following is not None and following in "BMhd,IR" else "D"
        return "t"

    def conjunction(self, i: int, low: str, tag: str) -> str:
        if low == "no":
            return "X" if self.low[i + 1] == "longer" else "D"
        if low in ("about", "around") and (self.low[i + 1][:1].isdigit() or CLOSED.get(self.low[i + 1]) == "#"):
            return "R"
        if low == "so" or (low == "since" and self.before == "h"):  # "has since closed"
            return "R"
        return tag

    def joined(self, i: int, low: str) -> str:
        """The part of a word behind a hyphen, an apostrophe or a full stop."""
        before = self.text[i - 1]
        if before in "'’":
            return self.clitic(i, low)
        word = self.words.get(low)
        if before == "-" and self.low[i - 2] in PREFIXES and word and word.forms:
            self.before = self.out[i - 3] if i > 2 else ""
            tag = verb_tag(self, i, low, word)
            if tag in "abnvg":
                self.out[i - 2 : i] = ["R", "R"]  # "to be re-elected": the prefix parts no verb group
            return tag
        if word and word.forms and ("n" in word.forms or "g" in word.forms) and word.usual != "N":
            return "J"
        return "N" if word is None or word.usual == "N" else "J"

    def clitic(self, i: int, low: str) -> str:
        host = self.low[i - 2]
        if low == "t":
            return "X"
        if low == "s":
            following = self.low[i + 1]
            return "h" if following == "been" else "B" if host in BE_BEFORE or following in BE_BEHIND else "p"
        return {"ll": "M", "re": "B", "ve": "h", "d": "M", "m": "B"}.get(low, "N")

    def unknown(self, low: str) -> str:
        return _by_ending(low)


def _by_ending(low: str) -> str:
    """The tag of a word that the table of forms does not hold."""
    if low.endswith("ly") and low not in LY_NOUNS:
        return "J" if low in LY_ADJECTIVES else "R"
    if low.endswith(("ous", "ful", "ive", "able", "ible", "ical", "less")):
        return "J"
    return "N"


_BOUND_ENDS = frozenset(bound.split()[-1] for bound in BOUNDS)

_BY_PLACE = DAYS | words(
    """
    am ll re ve neither nor per because as of may march up down out off her his this these those some all both many several few most more each another
    home either that no so like after before since until once about around including following one ones can over under above below past near being
    """
)
"""Words of closed classes that `closed` reads by their place; the others are what their list says."""

_READ_APART = LISTED | {"right", "worth"}


def _always_noun(low: str) -> bool:
    """Is a word a noun wherever it is: in the table as nothing else, or unknown and without the ending of another kind?"""
    if len(low) < 2 or not low[0].isalpha() or low in _READ_APART:
        return False
    word = table().get(low)
    if word is not None:
        return not word.forms and word.usual == "N"
    regular = low.endswith("ed") and len(low) > 4 and low not in ED_NOUNS
    return not regular and _by_ending(low) == "N"


class _Sure(dict[str, str | None]):
    """The tags of words that need no look around; None for all others. Half of all words: tagging takes a third less."""

    __slots__ = ()

    def __missing__(self, low: str) -> str | None:
        tag = "N" if _always_noun(low) else None
        if len(self) < _MOST:
            self[low] = tag
        return tag


_MOST = 20_000
"""Words kept in a table of sure tags: more than a thousand articles have."""

_SURE, _SURER = _Sure(SIMPLE), _Sure(SIMPLER)


def tag(tokens: Tokens, named: Sequence[tuple[int, int]] = ()) -> str:
    """One tag a token. `named` are the tokens (first, behind last) of names."""
    return _Tagger(tokens, named).run()
