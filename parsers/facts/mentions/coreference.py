"""Who is meant: short forms joined to the full name of their article, and unclear names decided by their surroundings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from parsers.facts.mentions import datelines, gazetteer, letters, posts, signatories, usage, words
from parsers.facts.mentions.acronyms import Placed, acronyms, by_itself
from parsers.facts.mentions.cast import Cast, Named
from parsers.facts.mentions.kinds import Draft, drafted, known, of_country
from parsers.facts.mentions.names import entity_id, key, plain
from parsers.facts.mentions.sequences import Sequence
from parsers.facts.mentions.shapes import COMPASS, acronym, adjectives, camel, event, no_person
from parsers.facts.neighbours import word_before
from parsers.model import EntityType, Mention

_BEFORE = re.compile(r"([\w’'-]+)[\s“\"(]{1,3}\Z")
_NO_WORD = (",", ".", ":", ";", ")", "”", "!", "?", "—", "–", "|", "/")
_AFTER = re.compile(r"[’']?s?,?\s{1,2}(\w+)")
# What only somebody does: a word that opens a sentence and does it is a name, most often a company's.
_ACTS = re.compile(
    r",? (?:also |recently )?(?:plans|intends|said|says|signed|announced|launched|expects|agreed|acquired|operates|owns|invests|invested|reported|unveiled|opened|and [A-Z]\w+ (?:signed|agreed)|"
    r"(?:will|has|is to|has agreed to) (?:build|invest|construct|establish|launch|host|supply|open|sign|signed|deliver|built|invested|launched|opened))\b"
)
_BEFORE_SPEAKERS = frozenset("said says added adds asked named recalled notes noted writes wrote".split())
_LOWERED = re.compile(r"\b[a-z]{3,}\b")
_SHORT = 20_000
"""Characters of a body in which looking for one word is quicker than listing all of them."""
_PLACE_CUES = usage.PLACE_CUES | {"at"}


def mentions(body: str, found: list[Placed], headlines: tuple[Sequence, ...] = ()) -> Iterator[Mention]:
    """The mentions of an article, every one with the id of its entity and the fullest form of its name.

    Of the sequences in headlines only what the rest of the article (or the gazetteer) knows becomes a mention.
    """
    cast, use = _cast(body, found), Surroundings.of(body, found)
    for placed in found:
        named = _decided(body, placed, cast, use)
        if named:
            yield _mention(body, placed, named)
    for sequence in headlines:
        yield from _in_headline(body, sequence, cast)


def _in_headline(body: str, sequence: Sequence, cast: Cast) -> Iterator[Mention]:
    """The known names among the words of a headline, the longest first."""
    at, size = 0, len(sequence.tokens)
    while at < size:
        for width in range(min(4, size - at), 0, -1):
            part = sequence.part(at, at + width)
            name = part.text(body)
            full = cast.person(name)
            draft = drafted(part, "person", full) if full else known(part, name)
            named = by_itself(draft) if draft else None
            if draft and named:
                yield _mention(body, (draft, draft.start, draft.end), named)
                at += width - 1
                break
        at += 1


def _cast(body: str, found: list[Placed]) -> Cast:
    cast = Cast()
    singles = {draft.name for draft, _, _ in found if len(draft.lowers) == 1 and not draft.initial}
    telling = [placed for placed in found if placed[0].entity_type == "organisation" or len(placed[0].lowers) > 1]
    for placed in sorted(telling, key=lambda p: -len(p[0].lowers)):
        draft, start, _ = placed
        if draft.entity_type == "organisation":
            nation = _owner(body, start)
            name = of_country(draft.name, nation) if nation else draft.name
            cast.bodies.setdefault(key("organisation", draft.name), name)
        elif (
            draft.entity_type == "person"
            or (draft.entity_type is None and _reads_as_person(body, placed, singles))
            or (draft.entity_type == "place" and _bears_place(body, placed))
        ) and not cast.person(draft.name):
            cast.add_person(draft.name)
    cast.titled.update(draft.name for draft, _, _ in found if draft.entity_type == "person" and len(draft.lowers) == 1)
    for draft, start, _ in found:
        if len(draft.lowers) == 1 and draft.entity_type == "person":
            cast.set_apart(draft.name, _address(body, start))
    if "(" in body:
        cast.acronyms.update(acronyms(body, found))
    return cast


def _reads_as_person(body: str, placed: Placed, singles: set[str]) -> bool:
    """Whether the surroundings of two or three unknown words show a person: a title, a verb of speech, a surname later."""
    draft, start, end = placed
    if not (
        2 <= len(draft.lowers) <= 3
        and _COMMON.isdisjoint(draft.lowers)
        and words.PERSONAL_LINKS.issuperset(draft.gaps[1:])
    ) or _no_surname(draft):
        return False
    if draft.texts[-1] in singles and draft.texts[-1] not in gazetteer.single_names():
        return True
    before = _word_before(body, start)
    if before in words.HONORIFICS or _word_after(body, end) in words.SPEECH or letters.end(body, end) > end:
        return True
    if before not in words.COMPANY_HEADS and (posts.is_head(before) or _listed(body, start)):
        return True
    return body.startswith(", ", end) and _introduced(body, end + 2)


_SURNAMES_OF_COUNTRIES = frozenset(
    "Jordan Israel Ireland England Holland France Wales Scotland Chad Georgia Cuba".split()
)


def _no_surname(draft: Draft) -> bool:
    """Whether the last word cannot be a surname: an acronym, a number, a country (`Ford Canada`)."""
    last = draft.texts[-1]
    shouted = len(last) > 1 and last.isupper() and not all(map(str.isupper, draft.texts))
    country = last in gazetteer.countries() and last not in _SURNAMES_OF_COUNTRIES
    return shouted or country or any(ch.isdigit() for text in draft.texts for ch in text)


def _bears_place(body: str, placed: Placed) -> bool:
    """Whether a given name and a word of places are a person of whom a post is told: `Gina Park, chief of staff`."""
    draft, _, end = placed
    given = len(draft.lowers) == 2 and plain(draft.texts[0]) in gazetteer.given_names()
    return given and body.startswith(", ", end) and (_introduced(body, end + 2) or bool(_CHIEF.match(body, end + 2)))


_CHIEF = re.compile(
    r"(?:the |an? )?(?:[\w’'-]+ ){0,3}?(?:chief of staff|chief executive|head coach|head of|leader of)\b"
)
"""Posts whose head word companies bear as well."""
_LIST = re.compile(r"\b([A-Za-z-]+s|[a-z]*men) (?:[A-Z][\w’'-]+ [A-Z][\w’'-]+(?:, and |, | and )){1,6}\Z")
"""The plural of a post before a list of names that ends where the next name begins: `senators Ann Bell, Cy Dale and `."""


def _listed(body: str, start: int) -> bool:
    """Whether a name goes on with a list behind the plural of a post, or is the first of it."""
    word = word_before(body, start, 24).lower()
    if word and word != "and":
        single = posts.is_plural_head(word)
        return single is not None and single not in words.COMPANY_HEADS
    found = _LIST.search(body, max(0, start - 150), start)
    single = posts.is_plural_head(found.group(1).lower()) if found else None
    return single is not None and single not in words.COMPANY_HEADS


def _introduced(body: str, start: int) -> bool:
    """Whether an apposition begins here whose head is a post that only people hold: `, special counsel to …`."""
    for word in body[start : start + 90].split(" ")[:7]:
        bare = word.rstrip(",.;:)").lower()
        if posts.is_head(bare):
            return bare not in words.COMPANY_HEADS
        if bare != word.lower() or not (word[:1].isupper() or posts.qualifies(bare) or bare in ("the", "a", "an")):
            return False
    return False


_COMMON = words.TOPICS | words.ORGANISATION_HEADS | words.PROGRAMME_HEADS | words.PLACE_HEADS | words.NO_NAMES


def _word_before(body: str, start: int) -> str:
    word = word_before(body, start, 24)
    if word:
        return word.lower()
    before = body[max(0, start - 24) : start]
    if before.rstrip(' \n“"(').endswith(_NO_WORD):
        return ""
    found = _BEFORE.search(before)
    return found.group(1).lower() if found else ""


def _address(body: str, start: int) -> str:
    """The form of address right before a name, without its stop."""
    return body[max(0, start - 12) : start].rstrip(" .").rpartition(" ")[2].lower()


def _word_after(body: str, end: int) -> str:
    found = _AFTER.match(body, end)
    return found.group(1).lower() if found else ""


def _owner(body: str, start: int) -> gazetteer.Country | None:
    """The country whose possessive is before a body's name: `Azerbaijan's Ministry of Energy`."""
    if not body.endswith(("'s ", "’s "), 0, start):
        return None
    owner = body[max(0, start - 40) : start - 3].split()
    return gazetteer.countries().get(owner[-1]) or gazetteer.countries().get(" ".join(owner[-2:])) if owner else None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How names are used in an article: inside sentences, how often, and where those stand that nothing else tells of."""

    body: str
    inside: set[str]
    often: Counter[str]
    unclear: dict[str, list[Placed]]
    told: dict[tuple[str, bool], EntityType | None] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)
    agreements: tuple[int, ...] = ()

    @classmethod
    def of(cls, body: str, found: list[Placed]) -> Surroundings:
        """The surroundings of all names that were found."""
        unclear: dict[str, list[Placed]] = {}
        for placed in found:
            draft = placed[0]
            if draft.entity_type is None:
                unclear.setdefault(draft.name, []).append(placed)
        inside = {draft.name for draft, _, _ in found if not draft.initial}
        return cls(
            body,
            inside,
            Counter([draft.name for draft, _, _ in found]),
            unclear,
            agreements=signatories.instruments(body),
        )

    def tell(self, draft: Draft) -> EntityType | None:
        """What an unknown name is; asked once for a name, and once more where it opens a sentence."""
        asked = draft.name, draft.initial
        if asked not in self.told:
            self.told[asked] = _by_surroundings(draft, self)
        return self.told[asked]

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Where a name is that nothing else tells of."""
        return [(start, end) for _, start, end in self.unclear[name]]

    def speaking(self, name: str) -> bool:
        """Whether a given name that is alone speaks somewhere: `said Stanley, an …`, `a driver named Stanley`."""
        return plain(name) in gazetteer.given_names() and any(
            _word_before(self.body, start) in _BEFORE_SPEAKERS or _word_after(self.body, end) in words.SPEECH
            for _, start, end in self.unclear[name]
        )

    def acting(self, name: str) -> bool:
        """Whether a name opens a sentence somewhere and does what only somebody does."""
        return any(draft.initial and _ACTS.match(self.body, end) for draft, _, end in self.unclear[name])

    def signing(self, name: str) -> bool:
        """Whether a name is somewhere the party of an agreement."""
        named = self.agreements
        return bool(named) and any(signatories.signs(self.body, s, e, named) for _, s, e in self.unclear[name])

    def has_small(self, name: str) -> bool:
        """Whether a name also is in the article as a common word."""
        lower = name.lower()
        if len(self.body) <= _SHORT and lower not in self.body:
            return False
        if not self.small:
            self.small.update(_LOWERED.findall(self.body), ("",))
        return lower in self.small


def _decided(body: str, placed: Placed, cast: Cast, use: Surroundings) -> Named | None:
    """What a draft names, as far as the article tells."""
    draft = placed[0]
    kind, name = draft.entity_type, draft.name
    if name in cast.acronyms:
        return cast.acronyms[name]
    place = datelines.place(body, draft, *placed[1:])
    if place:
        return place
    if (
        kind == "person"
        and (name in gazetteer.demonyms() or name == "Soviet")
        and _address(body, placed[1]) not in _GIVEN_TO_PEOPLE
    ):
        return None  # `Chief Soviet negotiator`
    if kind == "person" and no_person(draft.lowers, _address(body, placed[1])):
        return None
    if kind == "organisation":
        return _body_of(body, placed, cast)
    if kind != "place" and len(draft.lowers) > 1 and _company(body, placed, cast):
        return Named("organisation", cast.bodies.get(key("organisation", name), name), draft.country, draft.canonical)
    full = cast.person(name)
    if full and len(draft.lowers) == 1:
        address = _address(body, placed[1])
        full = cast.addressed(name, address) or (full if full == name or cast.means(full, name, address) else None)
    if kind == "programme" or (kind == "place" and not (full and (full == name or _clashes(body, placed)))):
        return by_itself(draft)
    if kind == "place":
        return Named("person", full or name, None, draft.canonical)
    if full or kind == "person" or (kind is None and name in cast.titled):
        return Named("person", full or name, draft.country, draft.canonical)
    told = use.tell(draft)
    return Named(told, name, draft.country, draft.canonical) if told else None


_GIVEN_TO_PEOPLE = frozenset("mr mrs ms miss dr sir lord lady".split())
_TICKER = re.compile(r" ?<[A-Z.]{1,8}>| \((?:[A-Z]{2,8}: ?[A-Z.]{1,6}|[A-Z]{2,5}\.[A-Z]{1,2})\)")
_FIRM = re.compile(
    r" (?:analysts?|economists?|strategists?|traders?|brokers?|shares?|stock|unit|subsidiary|said its|said it (?:raised|lowered|plans|expects|agreed|signed|sold|bought|acquired|received|completed|filed|cut|increased))\b"
)


def _company(body: str, placed: Placed, cast: Cast) -> bool:
    """Whether a name that reads as a person's is a company's: with its ticker, its legal form elsewhere, its analysts."""
    draft, _, end = placed
    sign = body[end : end + 2]
    if sign in (" <", " (") or sign[:1] == "<":
        return bool(_TICKER.match(body, end))
    return key("organisation", draft.name) in cast.bodies or bool(sign[:1] == " " and _FIRM.match(body, end))


def _clashes(body: str, placed: Placed) -> bool:
    """Whether a place may be a person of the article who bears its name."""
    draft, start, _ = placed
    return (
        len(draft.lowers) == 1
        and draft.name not in gazetteer.countries()
        and _word_before(body, start) not in _PLACE_CUES
    )


def _body_of(body: str, placed: Placed, cast: Cast) -> Named:
    draft, start, _ = placed
    nation = _owner(body, start)
    if nation:
        return Named("organisation", of_country(draft.name, nation), nation.code, draft.canonical)
    name = draft.name if draft.canonical else cast.bodies.get(key("organisation", draft.name), draft.name)
    return Named("organisation", name, draft.country, draft.canonical)


def _by_surroundings(draft: Draft, use: Surroundings) -> EntityType | None:
    """What an unknown name is: one behind `in` is a place, an acronym or a name used again a body; else nothing."""
    name, size = draft.name, len(draft.lowers)
    if draft.lowers[0] not in _COMMON and len(name) > 1 and size < 5 and use.signing(name):
        return "organisation"
    if (
        draft.lowers[0].replace("’", "'") in _COMMON
        or size > 3
        or (size == 3 and posts.is_head(draft.lowers[0]) and draft.lowers[0] not in words.COMPANY_HEADS)
        or len(name) < 2
        or (draft.initial and name not in use.inside and not acronym(name) and not use.acting(name))
        or adjectives(name)
    ):
        return None
    if not name.isalpha() and any(map(str.isdigit, name)):
        return usage.by_digits(name)
    spans = use.spans(name)
    if not (name.isupper() or camel(name)) and usage.is_place(use.body, spans):
        return "place"
    if size == 1 and (
        usage.is_no_name(use.body, name, spans) or (name[:2].isupper() and usage.is_term(use.body, name, spans))
    ):
        return None
    if (size == 1 and draft.lowers[0] in COMPASS) or event(draft.lowers):
        return None
    if size == 1 and len(name) > 4 and name.isupper() and name.capitalize() in gazetteer.places():
        return "place"
    if (size == 1 or name.startswith("Abu ")) and not name.isupper() and (use.speaking(name) or usage.is_person(use.body, spans)):  # fmt: skip
        return "person"
    if name in gazetteer.places():  # a given name as well
        return "place"
    shouted = name.isupper()
    short = shouted and 2 <= len(name) <= 6
    mixed = size == 1 and not shouted and camel(name)
    used = short or mixed or use.often[name] > 1 or use.acting(name) or usage.is_employer(use.body, spans)
    return "organisation" if used and not use.has_small(name) else None


def _mention(body: str, placed: Placed, named: Named) -> Mention:
    entity_type, name, country, canonical = named
    _, start, end = placed
    end = letters.end(body, end) if entity_type == "person" else end
    return Mention(
        entity_id=entity_id(entity_type, canonical or name),
        entity_type=entity_type,
        name=name,
        start_char=start,
        end_char=end,
        surface=body[start:end],
        country=country,
    )
