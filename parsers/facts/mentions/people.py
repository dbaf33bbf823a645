"""Whether capitalised words read as a person's name by themselves."""

from __future__ import annotations

from parsers.facts.mentions import gazetteer, posts, words
from parsers.facts.mentions.names import plain
from parsers.facts.mentions.sequences import Token
from parsers.facts.syntax import lexicon

_SAINTS = frozenset("san santa santo saint st sao são fort port mount lake new los las".split())
"""First words of places that are called after people."""


def is_person(tokens: tuple[Token, ...]) -> bool:
    """Whether two to four words read as a person's name by themselves."""
    if not 2 <= len(tokens) <= 5 or any(t.gap not in words.PERSONAL_LINKS and t.gap != ". " for t in tokens[1:]):
        return False
    if (
        any(_impersonal(t) and not _letter(tokens, i) for i, t in enumerate(tokens))
        or tokens[-1].lower in words.IMPERSONAL
        or tokens[-1].lower in words.EVENTS
        or tokens[0].lower == "statistics"
    ):
        return False
    if tokens[0].lower in _SAINTS or (len(tokens) > 3 and all(t.text.isupper() for t in tokens)):
        return False
    if preceded(tokens):
        return True
    if (
        3 <= len(tokens) <= 4
        and plain(tokens[1].text) in gazetteer.given_names()
        and tokens[1].gap == " "
        and not _is_word(tokens[0])
    ):
        return True
    first = plain(tokens[0].text)
    if any(part in gazetteer.given_names() for part in first.split()):
        return True
    if len(tokens) <= 3 and first in words.FAMILY_FIRST:
        return True
    return tokens[-1].lower.endswith(words.SURNAME_ENDINGS) and len(tokens[-1].text) > 4


def _letter(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a word is the initial of a middle name, which may be a word as well: `Ola | A. Dahl`."""
    return 0 < i < len(tokens) - 1 and len(tokens[i].text) == 1 and tokens[i + 1].gap == ". "


def preceded(tokens: tuple[Token, ...]) -> bool:
    """Whether a word that is no name is before a given name and a surname: `Briton Clive Owen`."""
    given = gazetteer.given_names()
    return (
        len(tokens) > 2
        and plain(tokens[0].text) not in given
        and len(tokens[0].text) > 2
        and plain(tokens[1].text) in given
        and tokens[1].gap == " "
        and _is_word(tokens[0])
    )


def _is_word(token: Token) -> bool:
    """Whether a word in front of a name is a common word, an adjective of a people or a post, and no name that no list holds."""
    lower = token.lower
    post = posts.is_head(lower) or posts.is_plural_head(lower) is not None
    known = lower in lexicon.table() or lower in words.TOPICS or lower in _PEOPLES
    return post or known or token.text in gazetteer.single_names()


_PEOPLES = frozenset(
    "briton britons dane swede finn pole turk scot spaniard serb croat arab jew czech slovak kurd filipino mullah hajji haji sheik shaikh".split()
)
"""What people are called by their country, and titles of clerics."""


def _impersonal(token: Token) -> bool:
    return (
        (token.text.isupper() and len(token.text) > 3)
        or any(ch.isdigit() for ch in token.text)
        or token.lower in words.TOPICS
        or token.lower in words.OPENING
        or (token.lower in words.NO_NAMES and token.lower != "jan")
        or token.text in gazetteer.countries()
        or token.text in gazetteer.demonyms()
    )
