"""The part of speech of each word of a sentence: by closed lists, the table of forms, and the words before and behind."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.facts.syntax.lexicon import CLOSED, Word, table
from parsers.facts.syntax.tag_words import (
    BARE,
    BE_BEFORE,
    BE_BEHIND,
    BOUNDS,
    CLITICS,
    DAYS,
    ED_NOUNS,
    ING_ADJECTIVES,
    ING_NOUNS,
    LITTLE,
    LY_ADJECTIVES,
    LY_NOUNS,
    NOT_VERBS,
    PLURALS,
    PREFIXES,
    REGULAR,
    SHOWING,
    SIMPLE,
    SIMPLER,
    THAT_VERBS,
    TO_VERBS,
)
from parsers.facts.tokens import Tokens


class _Tagger:
    """Tags one sentence from left to right; `before` is the tag of the last word that is no adverb."""

    __slots__ = ("before", "last", "named", "out", "skipped", "tokens", "upper", "words")

    def __init__(self, tokens: Tokens, named: Sequence[tuple[int, int]]) -> None:
        self.tokens = tokens
        self.named = {i for first, behind in named for i in range(first, behind)}
        self.upper = tokens.sentence.isupper()
        self.words = table()
        self.out: list[str] = []
        self.before = ""
        self.last = 0
        self.skipped = 0

    def run(self) -> str:
        out, low, named = self.out, self.tokens.low, self.named
        simple = SIMPLE if "-" in low or ":" in low or "'" in low or "’" in low else SIMPLER
        for i in range(self.tokens.size):
            tag = simple.get(low[i])
            if tag is None or i < self.skipped or i in named:
                tag = ("R" if out[-1] == "R" else "j") if i < self.skipped else self.tag(i)
            out.append(tag)
            if tag not in "RXj":
                self.before, self.last = tag, i
        return "".join(out)

    def tag(self, i: int) -> str:
        """The tag of token i, those before it being known."""
        text = self.tokens.text[i]
        low = self.tokens.low[i]
        tag = CLOSED.get(low)
        if not text[0].isalpha():
            return self.sign(i, text, tag)
        if i in self.named:
            return self.name(i, low)
        if (
            len(low) == 1
            and text[0] != low
            and self.tokens.text[i + 1] == "."
            and self.tokens.glued(i + 1)
            and i + 2 < self.tokens.size
        ):
            return "N"
        if low in NOT_VERBS and self.tokens.text[i + 1] not in ("'", "’"):
            tag = None
        if low in CLITICS and self.tokens.text[i - 1] not in ("'", "’"):
            return "N"
        if self.compounded(i) and tag != "#":
            return self.joined(i, low) if i and self.out[i - 1] == "j" else (tag if tag == "D" else "J")
        if tag is not None:
            if tag == "#":
                self.bounded(i)
            return self.closed(i, low, tag)
        if text[0] != low[0] and not self.upper and (i > 0 and self.out[i - 1] not in '";(-'):
            return "N"
        if i and self.out[i - 1] == "j" and self.tokens.glued(i):
            return self.joined(i, low)
        if low == "right" and self.tokens.low[i + 1] in ("now", "away", "after"):
            return "R"
        word = self.words.get(low)
        if word is None and low.endswith("ed") and len(low) > 4 and low not in ED_NOUNS:
            word = REGULAR
        if word is None:
            return self.unknown(low)
        if low in ING_ADJECTIVES and self.nounish(i + 1) and self.before not in ("B", "E"):
            return "J"
        if "g" in word.forms and low in ING_NOUNS and self.before not in ("B", "E"):
            word = Word("N", word.forms)
        if not word.forms:
            if word.usual == "R" and self.before in ("D", "p") and self.nounish(i + 1):
                return "J"
            return word.usual if word.usual in "JR" else "N"
        return self.verb(i, low, word)

    def sign(self, i: int, text: str, tag: str | None) -> str:
        if "0" <= text < ":" or tag == "#":
            self.bounded(i)
            return "#"
        if text in "'’":
            return self.apostrophe(i)
        if text == "<" and self.before == "N" and ">" in self.tokens.text[i : i + 8]:
            self.skipped = self.tokens.text.index(">", i) + 1
            return "j"
        if text == ":" and self.tokens.glued(i) and self.tokens.glued(i + 1):
            return "j"
        if text in "-/." and i + 1 < self.tokens.size:
            if self.tokens.glued(i) and (self.tokens.glued(i + 1) or text == "."):
                return "j"
            if text == "-" and self.tokens.text[i - 1] == "-" and self.tokens.glued(i):
                return "j"  # the second of two hyphens that stand for a dash
            return "-" if text == "-" else "."
        return tag or "."

    def bounded(self, i: int) -> None:
        """The words of a bound before a figure are adverbs: "more than 5", "up to 5", "as many as 5"."""
        low = self.tokens.low
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
        if low == "s" and i and self.tokens.text[i - 1] in "'’":
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
        if low == "of" and tokens.low[i + 1] == "course":
            return "R"
        if low in ("may", "march") and tokens.text[i][0] == "M" and (i or CLOSED.get(tokens.low[1], "-") in "hBdMCI,"):
            return "N"
        if low in ("up", "down", "out", "off") and self.out and self.out[-1] in "DJ":
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
        if low == "can" and self.before == "D":
            return "N"
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
        following = CLOSED.get(self.tokens.low[i + 1])
        if following is None or following in "D#":
            if following is None and low in ("this", "these", "those", "each", "both") and not self.nounish(i + 1):
                return "O"
            return "D"
        return "R" if following == "R" and low in ("more", "most") else ("D" if following in ("R", "j") else "O")

    def that(self, i: int) -> str:
        """`that` is a determiner before a singular noun that ends the phrase, else a conjunction or a relative."""
        following = CLOSED.get(self.tokens.low[i + 1])
        if self.before in ("I", "T") or not self.before:
            return "O" if following is not None and following in "BMhd,IR" else "D"
        return "t"

    def conjunction(self, i: int, low: str, tag: str) -> str:
        if low == "no":
            return "X" if self.tokens.low[i + 1] == "longer" else "D"
        if low in ("about", "around") and (
            self.tokens.low[i + 1][:1].isdigit() or CLOSED.get(self.tokens.low[i + 1]) == "#"
        ):
            return "R"
        if low == "so":
            return "R"
        return tag

    def nounish(self, i: int) -> bool:
        """May a noun phrase go on at token i?"""
        low = self.tokens.low[i]
        if not low or not low[0].isalnum():
            return False
        tag = CLOSED.get(low)
        if tag is not None:
            return tag == "#"
        word = self.words.get(low)
        if word is None or not word.forms:
            return not low.endswith("ly") and (word is None or word.usual != "R")
        return word.usual in "NJ" or ("b" not in word.forms and "z" not in word.forms)

    def joined(self, i: int, low: str) -> str:
        """The part of a word behind a hyphen, an apostrophe or a full stop."""
        before = self.tokens.text[i - 1]
        if before in "'’":
            return self.clitic(i, low)
        word = self.words.get(low)
        if before == "-" and self.tokens.low[i - 2] in PREFIXES and word and word.forms:
            self.before = self.out[i - 3] if i > 2 else ""
            return self.verb(i, low, word)
        if word and word.forms and ("n" in word.forms or "g" in word.forms) and word.usual != "N":
            return "J"
        return "N" if word is None or word.usual == "N" else "J"

    def clitic(self, i: int, low: str) -> str:
        host = self.tokens.low[i - 2]
        if low == "t":
            return "X"
        if low == "s":
            following = self.tokens.low[i + 1]
            return "h" if following == "been" else "B" if host in BE_BEFORE or following in BE_BEHIND else "p"
        return {"ll": "M", "re": "B", "ve": "h", "d": "M", "m": "B"}.get(low, "N")

    def unknown(self, low: str) -> str:
        if low.endswith("ly") and low not in LY_NOUNS:
            return "J" if low in LY_ADJECTIVES else "R"
        if low.endswith(("ous", "ful", "ive", "able", "ible", "ical", "less")):
            return "J"
        return "N"

    def objective(self, i: int) -> bool:
        """May the word behind token i begin an object?"""
        tokens, k = self.tokens, i + 1
        tag = CLOSED.get(tokens.low[k])
        if tag is not None:
            return tag in "D#Oo" or (tag in "tW" and tokens.low[i] in THAT_VERBS)
        text = tokens.text[k]
        return bool(text) and (text[0].isdigit() or (text[0].isupper() and not self.upper))

    def verb(self, i: int, low: str, word: Word) -> str:
        """A form that may be a verb, by what stands before it."""
        usual, forms = word
        p = self.before
        if low == "won" and self.tokens.low[i + 2] == "t" and self.tokens.glued(i + 1):
            return "M"
        if p == '"' and len(self.out) > 1 and self.out[-2] in "DpI":
            p = self.out[-2]
        if p in ("T", "M", "d") and "b" in forms and not (p == "T" and self.out[-1] in "R"):
            return "b"
        if p in ("h", "H") and "n" in forms and not (usual in "NJ" and "b" in forms and self.nounish(i + 1)):
            return "n"
        if p in ("B", "E", "H") or (p == "h"):
            return self.after_be(usual, forms)
        if p in ("D", "p", "J", "#"):
            return self.after_determiner(i, p, usual, forms)
        if p in ("O", "W", "t"):
            return self.after_pronoun(i, p, usual, forms)
        if p in ("N", "o", ")"):
            return self.after_noun(i, usual, forms)
        if p == "I":
            return self.after_preposition(i, usual, forms)
        if p in ("v", "a", "b", "g", "n"):
            return self.after_verb(i, usual, forms)
        return self.elsewhere(i, usual, forms)

    def after_be(self, usual: str, forms: str) -> str:
        if "g" in forms:
            return "g"
        if "n" in forms:
            return "n"
        return "J" if usual in "JV" else ("R" if usual == "R" else "N")

    def after_determiner(self, i: int, p: str, usual: str, forms: str) -> str:
        if p == "#":
            if "d" in forms:
                return "a" if "n" in forms else "v"
            if "n" in forms:
                return "n"
            return "g" if "g" in forms and usual == "V" else "N"
        if "d" in forms and "n" not in forms and p == "J" and not self.determined():
            return "v"
        if "n" in forms or "d" in forms:
            return (
                "a"
                if p == "J" and not self.nounish(i + 1) and not self.determined()
                else ("J" if usual != "N" else "N")
            )
        if "z" in forms and p == "J" and usual == "V" and (self.objective(i) or not self.determined()):
            return "v"
        return "J" if usual == "J" and self.nounish(i + 1) else "N"

    def determined(self) -> bool:
        """Does a determiner open the phrase that runs?"""
        for k in range(len(self.out) - 1, max(-1, len(self.out) - 5), -1):
            if self.out[k] in "Dp":
                return True
            if self.out[k] not in "JR#j":
                return False
        return False

    def after_pronoun(self, i: int, p: str, usual: str, forms: str) -> str:
        if "d" in forms:
            return "v"
        if "z" in forms or "b" in forms:
            relative = p == "W" or (p == "t" and self.out[self.last - 1 : self.last] == ["N"])
            if p == "O" or usual == "V" or (relative and (usual in "NVX")) or self.objective(i):
                return "v" if p != "t" or usual == "V" or relative else "N"
        if "n" in forms:
            return "n"
        return "g" if "g" in forms and usual == "V" else ("J" if usual == "J" else "N")

    def after_noun(self, i: int, usual: str, forms: str) -> str:
        low = self.tokens.low[i]
        if "d" in forms:
            behind = CLOSED.get(self.tokens.low[i + 1])
            if "b" in forms and self.tokens.low[i + 1] == "of":
                return "N"  # "a tax cut of 5 percent"
            if usual == "N" and "b" in forms and not self.objective(i) and behind != "R" and self.out[-1] not in "RX":
                return "N"
            return "a" if "n" in forms else "v"
        noun = self.tokens.low[self.last]
        plural = noun in PLURALS or (noun.endswith("s") and not noun.endswith("ss") and not noun.endswith("us"))
        adverb = self.out[-1] in "RX"
        if "z" in forms:
            fits = usual == "V" or self.objective(i) or adverb or (low in TO_VERBS and self.tokens.low[i + 1] == "to")
            fits = fits or (self.tokens.text[i + 1] in (",", ".", ";") and self.lacks_verb())
            return "v" if fits and (not plural or self.tokens.text[self.last][0].isupper()) else "N"
        if "b" in forms:
            if plural and low in SHOWING and self.nounish(i + 1):
                return "v"
            if plural and (usual in "VJX" or self.objective(i) or adverb) and usual != "R":
                return "J" if usual == "J" and not self.objective(i) else "v"
            if usual == "V" and self.objective(i):
                return "v"
            return {"V": "N", "X": "I"}.get(usual, usual)
        if "n" in forms:
            return "n"
        if "g" in forms and self.compound(i):
            return "J"
        return "g" if usual == "V" or self.objective(i) else "N"

    def lacks_verb(self) -> bool:
        """Has a conjunction opened a clause whose verb is still to come?"""
        return next((tag for tag in self.out[:-7:-1] if tag in "SWtMBhdvabI,"), "") in ("S", "W")

    def compound(self, i: int) -> bool:
        """ "the bond issuing committee said": a noun, a form in -ing, a noun and its verb."""
        tokens = self.tokens
        if not self.nounish(i + 1) or tokens.low[self.last].endswith("s") or tokens.text[self.last][0].isupper():
            return False
        behind = CLOSED.get(tokens.low[i + 2], "")
        word = self.words.get(tokens.low[i + 2])
        return behind in ("B", "h", "M") or (word is not None and "d" in word.forms)

    def after_preposition(self, i: int, usual: str, forms: str) -> str:
        if "g" in forms:
            return "g" if usual == "V" or self.objective(i) else "N"
        if "n" in forms or "d" in forms:
            return "J" if usual != "N" else "N"
        return "J" if usual == "J" else "N"

    def after_verb(self, i: int, usual: str, forms: str) -> str:
        if "g" in forms:
            return "g" if usual == "V" or self.objective(i) else "N"
        if "d" in forms and "n" not in forms:
            return "v"
        if "n" in forms or "d" in forms:
            return "J" if self.nounish(i + 1) and usual != "N" else ("n" if usual != "N" else "N")
        if "b" in forms and self.tokens.low[self.last] in BARE:
            return "b"
        return usual if usual in "JR" else "N"

    def last_verb(self) -> str:
        return next((tag for tag in self.out[:-12:-1] if tag in "vabgn"), "")

    def elsewhere(self, i: int, usual: str, forms: str) -> str:
        """Behind a conjunction, a sign, or at the head of the sentence."""
        low = self.tokens.low[i]
        if self.before == "C" and "b" in forms and usual != "N" and self.last_verb() == "b":
            return "b"
        if "d" in forms:
            return ("a" if "n" in forms else "v") if usual != "N" or self.objective(i) else "N"
        if "z" in forms:
            fits = usual == "V" or self.objective(i) or (low in TO_VERBS and self.tokens.low[i + 1] == "to")
            return "v" if fits and self.before in ("C", ",", '"') else "N"
        if "n" in forms:
            return "n"
        if "g" in forms:
            return "g" if usual == "V" or self.objective(i) else "N"
        if self.before == "C" and (usual == "V" or self.objective(i)):
            return "b"
        if not self.before and usual == "V":
            return "b"
        return "N" if usual in "VN" else ("I" if usual == "X" else usual)


def tag(tokens: Tokens, named: Sequence[tuple[int, int]] = ()) -> str:
    """One tag a token. `named` are the tokens (first, behind last) of names."""
    return _Tagger(tokens, named).run()
