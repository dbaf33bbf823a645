"""What a capitalised sequence names: a person, an organisation, a place, a programme, or nothing that its words tell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from parsers.facts.mentions import gazetteer, people, shapes, words
from parsers.facts.mentions.names import plain
from parsers.facts.mentions.sequences import Sequence, Token, sequences
from parsers.model import EntityType


class Draft(NamedTuple):
    """A possible mention, where it is in its stretch. `entity_type` is None while only the article can tell.

    `texts`, `lowers` and `gaps` are its words, the same in lower case, and what is before each; `initial` says that
    the first opens a sentence. `canonical` is the name of which `name` is a known short form: it makes the id.
    """

    start: int
    end: int
    initial: bool
    texts: tuple[str, ...]
    lowers: tuple[str, ...]
    gaps: tuple[str, ...]
    entity_type: EntityType | None
    name: str
    country: str | None = None
    canonical: str | None = None


@lru_cache(maxsize=8192)
def found_in(text: str, initial: bool, behind_of: bool) -> tuple[Draft, ...]:
    """The drafts of a stretch, in offsets of its text. Names come again and again, and with them the same drafts."""
    return tuple([draft for sequence in sequences(text, initial, behind_of) for draft in drafts(text, sequence)])


def drafted(
    sequence: Sequence,
    entity_type: EntityType | None,
    name: str,
    country: str | None = None,
    canonical: str | None = None,
) -> Draft:
    """The draft of a sequence."""
    tokens, start, end, initial = sequence
    return Draft(
        start,
        end,
        initial,
        tuple([t.text for t in tokens]),
        tuple([t.lower for t in tokens]),
        tuple([t.gap for t in tokens]),
        entity_type,
        name,
        country,
        canonical,
    )


def drafts(text: str, sequence: Sequence) -> Iterator[Draft]:
    """What the words of a sequence tell of themselves, its title and its country cut off."""
    name = sequence.text(text)
    whole = known(sequence, name)
    if whole:
        yield whole
        return
    said = len(sequence.tokens) > 2 and sequence.tokens[0].text == "Said"  # `Said Ann Poole, the mayor: …`
    joined = int(said) or next((i for i, t in enumerate(sequence.tokens, 1) if t.lower.endswith(_JOINED)), 0)
    if joined:
        yield from drafts(text, sequence.part(joined)) if joined < len(sequence.tokens) else ()
        return
    if len(sequence.tokens) == 1:
        if name not in gazetteer.demonyms() and sequence.tokens[0].lower not in words.HONORIFICS:
            yield drafted(sequence, None, name)
        return
    if all(t.lower in _LEGAL_FORMS for t in sequence.tokens):
        return
    title = _title(sequence.tokens)
    if title is not None:
        yield from _around_title(text, sequence, *title)
        return
    adjective = _adjective(sequence.tokens)
    if adjective:
        yield from _with_adjective(text, sequence, adjective)
        return
    yield _by_head(text, sequence, gazetteer.countries().get(sequence.tokens[0].text))


_JOINED = ("-based", "-led", "-owned", "-controlled", "-backed", "-born", "-listed", "-run", "-made", "-sponsored")
"""Endings of words that tell of what is named behind them, and are no part of its name: `Oslo-based Nordline`."""


def _adjective(tokens: tuple[Token, ...]) -> int:
    """How many words at the start are an adjective of a country: `Norwegian`, `South African`; 0 when they are none."""
    two = len(tokens) > 1 and tokens[1].gap == " " and f"{tokens[0].text} {tokens[1].text}" in gazetteer.demonyms()
    return 2 if two else int(tokens[0].text in gazetteer.demonyms())


def _with_adjective(text: str, sequence: Sequence, width: int) -> Iterator[Draft]:
    """What is behind an adjective of a country that takes this many words, or the company whose name begins with it."""
    nation = gazetteer.demonyms()[sequence.part(0, width).text(text)]
    if len(sequence.tokens) == width:
        return
    if sequence.tokens[-1].lower in _COMPANIES:
        yield drafted(sequence, "organisation", sequence.text(text), nation.code)
    elif shapes.of_nation(sequence.tokens[width:]):
        name = sequence.part(width).text(text)
        known_as = of_country(name, nation)
        yield drafted(
            sequence, "organisation", sequence.text(text), nation.code, known_as if known_as != name else None
        )
    else:
        yield from _national(text, sequence.part(width), nation)


_COMPANIES = frozenset("inc ltd llc plc co corp corporation company airlines airways".split())
"""Endings of companies' names, to which an adjective of a country before them belongs: `American Motors Corp`."""


_LEGAL_FORMS = frozenset("inc ltd limited llc plc co corp corporation gmbh ag sa nv".split())
"""Words that only say what kind of company a name before them is: in `Kidder, Peabody and Co Inc` the comma cuts them off."""


def known(sequence: Sequence, name: str) -> Draft | None:
    """The draft of a name that the gazetteer holds."""
    country = gazetteer.countries().get(name.replace("’", "'"))
    if country is None and len(name) > 3 and name.isupper():
        country = gazetteer.countries().get(name.title())
    if country:
        return drafted(sequence, "place", country.name, country.code)
    if name in gazetteer.BODIES:
        return drafted(sequence, "organisation", name, canonical=gazetteer.BODIES[name])
    bare = name.replace(".", "")
    if bare != name and bare in gazetteer.BODIES:
        return drafted(sequence, "organisation", bare, canonical=gazetteer.BODIES[bare])
    if name in gazetteer.BODY_NAMES or name in gazetteer.NAMED_AFTER_PEOPLE:
        return drafted(sequence, "organisation", name)
    if name in gazetteer.PROGRAMMES:
        return drafted(sequence, "programme", name, canonical=gazetteer.PROGRAMMES[name])
    place = gazetteer.places().get(name)
    if place is not None and (len(sequence.tokens) > 1 or sequence.tokens[0].lower not in gazetteer.given_names()):
        return drafted(sequence, "place", name, place or None)
    return None


def _title(tokens: tuple[Token, ...]) -> tuple[int, int] | None:
    """Where the title of a sequence begins and where the name behind it begins; None without a title."""
    at = next((i for i, t in enumerate(tokens) if _honorific(tokens, i)), None)
    if at is None:
        return None
    of = at + 1 < len(tokens) and tokens[at + 1].gap.strip().startswith("of")
    headed = any(t.lower in words.ORGANISATION_HEADS or t.lower in words.PROGRAMME_HEADS for t in tokens[at + 1 :])
    if headed and not of and tokens[at].lower not in words.SURE_TITLES:
        return None
    begin = at
    while begin and tokens[begin - 1].lower in words.TOPICS:
        begin -= 1
    return begin, _title_end(tokens, at + 1)


def _honorific(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word is a title, and no surname behind a given name (`John Pope`)."""
    word = tokens[at].lower
    if word not in words.HONORIFICS and not word.endswith(_CHOSEN):
        return False
    if word == "dean" and len(tokens) == 2 and tokens[1].gap == " ":
        return False  # `Dean Poole`: a given name far more often than a post
    return not (
        at
        and word in words.SURNAMES_TOO
        and tokens[at].gap == " "
        and plain(tokens[at - 1].text) in gazetteer.given_names()
    )


_CHOSEN = ("-elect", "-designate", "-in-chief")
"""Endings of titles: `minister-designate`."""


def _title_end(tokens: tuple[Token, ...], at: int) -> int:
    """Where the words of a title end that began before `at`: `of Energy`, `of Azerbaijan for Foreign Policy Affairs`."""
    while at < len(tokens):
        token = tokens[at]
        long = _long_nation(tokens, at)
        if long:
            at += long
        elif token.lower in words.HONORIFICS or token.lower in words.TOPICS or _nation(token.text) or shapes.of_post(tokens, at):  # fmt: skip
            at += 1
        elif token.gap.strip() in ("of", "of the", "for", "for the", "to", "to the", "on", "and"):
            at += 2 if at + 1 < len(tokens) and f"{token.text} {tokens[at + 1].text}" in gazetteer.places() else 1
        elif tokens[at - 1].gap.strip() in ("of", "of the") and token.lower in words.ORGANISATION_HEADS:
            at += 1
        else:
            break
    return at


def _office_of(tokens: tuple[Token, ...], begin: int) -> int:
    """Where the body begins that a post is held in, when nobody is named behind it: `Director of the Center for …`; else 0."""
    if any(plain(t.text) in gazetteer.given_names() for t in tokens[-2:]):
        return 0
    for at in range(begin + 1, len(tokens) - 1):
        if tokens[at].gap.startswith((" of", " at")) and tokens[at].lower in words.ORGANISATION_OPENERS:
            return at
    return 0


def _long_nation(tokens: tuple[Token, ...], at: int) -> int:
    """How many words at `at` are a country's long name: `People's Republic of China`; 0 when they are none."""
    for width in (5, 4, 3, 2):
        written = tokens[at].text + "".join(t.gap + t.text for t in tokens[at + 1 : at + width])
        if at + width <= len(tokens) and written.replace("’", "'") in gazetteer.countries():
            return width
    return 0


def _nation(text: str) -> bool:
    return text in gazetteer.countries() or text in gazetteer.demonyms()


def _around_title(text: str, sequence: Sequence, begin: int, end: int) -> Iterator[Draft]:
    """What is before a title (a body, a country) and the person behind it."""
    tokens = sequence.tokens
    if begin:
        yield from (d for d in drafts(text, sequence.part(0, begin)) if d.entity_type or len(d.lowers) == 1)
    body = _body_headed(tokens, begin, end)
    if body:
        yield _by_head(text, sequence.part(body, end), None)
    elif tokens[-1].lower not in words.ORGANISATION_HEADS:
        yield from _countries(text, sequence, begin, end)
    if (
        end == len(tokens)
        and end > begin + 1
        and tokens[-1].lower in words.ORGANISATION_HEADS
        and tokens[begin + 1].gap.strip().startswith("of")
    ):
        yield _by_head(text, sequence.part(begin + 1), None)
    inner = _office_of(tokens, begin)
    if inner:
        yield _by_head(text, sequence.part(inner), None)
    elif end < len(tokens):
        rest = sequence.part(end)
        while len(rest.tokens) > 1 and rest.tokens[-1].lower in words.LABELS:
            rest = rest.part(0, -1)
        name = rest.text(text)
        if rest.tokens[-1].lower in words.ORGANISATION_HEADS and len(rest.tokens) > 1:
            yield _by_head(text, rest, None)
        elif len(rest.tokens) == 1 and _no_surname(rest.tokens[0].lower):
            return
        elif len(rest.tokens) <= 5 and all(t.gap in words.PERSONAL_LINKS or t.gap == ". " for t in rest.tokens[1:]):
            yield drafted(rest, "person", name)


def _body_headed(tokens: tuple[Token, ...], begin: int, end: int) -> int:
    """Where a body begins within the words of a title: `Governor of the | Bank of Norway`; 0 without one."""
    for at in range(begin + 1, end - 1):
        if tokens[at].lower in words.ORGANISATION_OPENERS and tokens[at + 1].gap.startswith(" of") and tokens[at].gap.startswith(" of"):  # fmt: skip
            return at
    return 0


def _no_surname(word: str) -> bool:
    """Whether a word behind a title shows that both are part of another name: `Queen City`, `Justice Environmental`."""
    return word in words.PLACE_HEADS or word in words.IMPERSONAL or word.endswith(("mental", "tional", "tions"))


def _countries(text: str, sequence: Sequence, begin: int, end: int) -> Iterator[Draft]:
    """The countries that the words of a title name."""
    at = begin
    while at < end:
        width = _long_nation(sequence.tokens, at) or 1
        part = sequence.part(at, at + width)
        country = gazetteer.countries().get(part.text(text).replace("’", "'"))
        if country:
            yield drafted(part, "place", country.name, country.code)
        at += width


def _national(text: str, rest: Sequence, nation: gazetteer.Country) -> Iterator[Draft]:
    """What is behind `Azerbaijani` or `Azerbaijan's`: a body of that country, or what it would be anyway."""
    for draft in drafts(text, rest):
        if draft.entity_type == "organisation" and draft.country is None and draft.name not in gazetteer.BODY_NAMES:
            yield draft._replace(
                entity_type="organisation", name=of_country(draft.name, nation), country=nation.code, canonical=None
            )
        else:
            yield draft


_GENERIC = words.ORGANISATION_HEADS | words.ORGANISATION_OPENERS | words.TOPICS | frozenset(
    "stock central supreme high constitutional royal medical communist socialist democratic liberal conservative football olympic air".split()
)  # fmt: skip
"""Words that bodies of any country bear: they name one only together with its country."""


def of_country(name: str, nation: gazetteer.Country) -> str:
    """A body's name with its country: `Ministry of Energy` and Azerbaijan give `Ministry of Energy of Azerbaijan`."""
    words_ = name.lower().split(" ")
    first = words_[0]
    if len(words_) > 1 and words_[-1] in words.ORGANISATION_HEADS and _GENERIC.issuperset(words_):
        return f"{name} of {nation.name}"
    if first in words.ORGANISATION_OPENERS and first not in ("national", "international", "group"):
        return f"{name} of {nation.name}"
    return (
        f"{name} of {nation.name}"
        if " " in name and name.rsplit(" ", 1)[1] in ("Ministry", "Administration", "Government")
        else name
    )


_PROFESSIONS = frozenset("investor financier industrialist businessman businesswoman billionaire millionaire raider".split())  # fmt: skip
"""What people are called before their name who hold no post."""


_SAINTS = frozenset("los las santo são".split())
"""First words of places in other languages: `Los | Alerces`."""


def _by_head(text: str, sequence: Sequence, nation: gazetteer.Country | None) -> Draft:
    """The draft of a sequence by its head noun, else by a given name or a surname's ending."""
    while len(sequence.tokens) > 2 and sequence.tokens[-1].lower in words.LABELS:
        sequence = sequence.part(0, -1)
    if len(sequence.tokens) > 2 and sequence.tokens[0].lower in _PROFESSIONS:
        sequence = sequence.part(1)
    tokens, name = sequence.tokens, sequence.text(text)
    first, last = tokens[0].lower, tokens[-1].lower
    country = nation.code if nation else _country_in(tokens)
    opened = len(tokens) > 1 and tokens[1].gap.strip().startswith(("of", "for", "on"))
    if len(tokens) > 1 and (
        last in words.ORGANISATION_HEADS
        or first in words.OPENERS_ABROAD
        or (opened and first in words.ORGANISATION_OPENERS)
    ):
        return drafted(sequence, "organisation", name, country)
    if first not in words.PLACE_OPENERS and any(
        a.lower in words.ORGANISATION_HEADS and b.gap.startswith(" of") for a, b in pairwise(tokens)
    ):
        return drafted(sequence, "organisation", name, country)
    if opened and any(t.lower in words.ORGANISATION_OPENERS for t in tokens[:-1]) and first not in words.PLACE_OPENERS:
        return drafted(sequence, "organisation", name, country)
    if len(tokens) > 1 and (last in words.PROGRAMME_HEADS or _numbered(tokens)):
        return drafted(sequence, "programme", name)
    saint = len(tokens) == 2 and first in _SAINTS and tokens[1].gap == " "
    if len(tokens) > 1 and (last in words.PLACE_HEADS or first in words.PLACE_OPENERS or saint):
        return drafted(sequence, "place", name, country)
    if people.is_person(tokens):
        bare = sequence.part(1) if people.preceded(tokens) else sequence
        return drafted(bare, "person", bare.text(text))
    return drafted(sequence, None, name, country)


def _country_in(tokens: tuple[Token, ...]) -> str | None:
    for token in tokens:
        found = gazetteer.countries().get(token.text) or gazetteer.demonyms().get(token.text)
        if found:
            return found.code
    return None


def _numbered(tokens: tuple[Token, ...]) -> bool:
    """Whether a name ends in a year or number of an edition (`Vision 2030` is caught by its quotes, `COP29` here)."""
    return tokens[-1].text[-1].isdigit() and tokens[-1].text[:3].isalpha() and tokens[-1].text[:3].isupper()
