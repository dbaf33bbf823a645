"""Who is meant: short forms joined to the full name of their article, and unclear names decided by their surroundings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from parsers.facts.mentions import gazetteer, words
from parsers.facts.mentions.kinds import Draft, drafted, known, of_country
from parsers.facts.mentions.names import entity_id, key, plain, sound
from parsers.facts.mentions.sequences import Sequence
from parsers.facts.neighbours import word_before
from parsers.model import EntityType, Mention

_BEFORE = re.compile(r"([\w’'-]+)[\s“\"(]{1,3}\Z")
_NO_WORD = (",", ".", ":", ";", ")", "”", "!", "?", "—", "–", "|", "/")
_AFTER = re.compile(r"[’']?s?,?\s{1,2}(\w+)")
_COMPASS = frozenset("north south east west central northern southern eastern western".split())
# What only somebody does: a word that opens a sentence and does it is a name, most often a company's.
_ACTS = re.compile(
    r",? (?:also |recently )?(?:plans|intends|said|says|signed|announced|launched|expects|agreed|acquired|operates|owns|invests|invested|reported|unveiled|opened|and [A-Z]\w+ (?:signed|agreed)|"
    r"(?:will|has|is to|has agreed to) (?:build|invest|construct|establish|launch|host|supply|open|sign|signed|deliver|built|invested|launched|opened))\b"
)
_LOWERED = re.compile(r"\b[a-z]{3,}\b")
_SHORT = 20_000
"""Characters of a body in which looking for one word is quicker than listing all of them."""
_NAMESAKES = 40
"""How many people of one surname are kept apart; more are no article."""
_PLACE_CUES = frozenset("in at near outside inside around throughout".split())


@dataclass(slots=True)
class Cast:
    """The named people, bodies and places of one article: full names under every word that may stand for them."""

    people: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    full_names: set[str] = field(default_factory=set)
    bodies: dict[str, str] = field(default_factory=dict)
    acronyms: dict[str, Draft] = field(default_factory=dict)
    known: dict[str, str | None] = field(default_factory=dict)

    def add_person(self, name: str) -> None:
        """Note a full name under each of its words."""
        if name not in self.full_names:
            self.full_names.add(name)
            self.known.clear()
            for word in {heard for heard, w in zip(_sounds(name), plain(name).split(), strict=True) if len(w) > 1}:
                if len(self.people[word]) < _NAMESAKES:
                    self.people[word].append(name)

    def person(self, name: str) -> str | None:
        """The one full name that a shorter name stands for; the first named when several share the word."""
        if name not in self.known:
            self.known[name] = self._person(name)
        return self.known[name]

    def _person(self, name: str) -> str | None:
        short = _sounds(name)
        namesakes = self.people.get(short[-1]) if short else None
        if not namesakes:
            return None
        fits = [n for n in namesakes if set(short).issubset(_sounds(n))]
        by_surname = [n for n in fits if _sounds(n)[-1] == short[-1] or plain(n).split()[0] in words.FAMILY_FIRST]
        return next(iter(by_surname or fits), None)


@lru_cache(maxsize=4096)
def _sounds(name: str) -> tuple[str, ...]:
    """The words of a name as they sound."""
    return tuple(map(sound, plain(name).split()))


def mentions(body: str, drafts: tuple[Draft, ...], headlines: tuple[Sequence, ...] = ()) -> Iterator[Mention]:
    """The mentions of an article, every one with the id of its entity and the fullest form of its name.

    Of the sequences in headlines only what the rest of the article (or the gazetteer) knows becomes a mention.
    """
    cast = _cast(body, drafts)
    inside = {d.name for d in drafts if not d.initial}
    often = Counter([d.name for d in drafts])
    unclear = [d for d in drafts if d.entity_type is None]
    placed = frozenset(d.name for d in unclear if _placed(body, d))
    acting = frozenset(d.name for d in unclear if d.initial and _ACTS.match(body, d.end))
    use = Surroundings(inside, often, placed, acting, body)
    for draft in drafts:
        decided = _decided(body, draft, cast, use)
        if decided.entity_type:
            yield _mention(body, decided, decided.entity_type)
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
            if draft and draft.entity_type:
                yield _mention(body, draft, draft.entity_type)
                at += width - 1
                break
        at += 1


def _cast(body: str, drafts: tuple[Draft, ...]) -> Cast:
    cast = Cast()
    singles = {d.name for d in drafts if len(d.lowers) == 1 and not d.initial}
    for draft in sorted(drafts, key=lambda d: -len(d.lowers)):
        if draft.entity_type == "person" or (draft.entity_type is None and _reads_as_person(body, draft, singles)):
            if len(draft.lowers) > 1 and not cast.person(draft.name):
                cast.add_person(draft.name)
        elif draft.entity_type == "organisation":
            nation = _owner(body, draft)
            name = of_country(draft.name, nation) if nation else draft.name
            cast.bodies.setdefault(key("organisation", draft.name), name)
    cast.acronyms.update(_acronyms(body, drafts))
    return cast


def _acronyms(body: str, drafts: tuple[Draft, ...]) -> Iterator[tuple[str, Draft]]:
    """Short forms in brackets behind the name they stand for: `Belt and Road Initiative (BRI)`, `Global Times reporter … (GT)`."""
    for i, draft in enumerate(drafts):
        start = draft.start
        if not (body[start - 1 : start] == "(" and len(draft.lowers) == 1 and body[draft.end : draft.end + 1] == ")"):
            continue
        for other in reversed(drafts[max(0, i - 4) : i]):
            near = start - other.end == 2 and other.name[0] == draft.name[0] and draft.name.isupper()
            if other.entity_type and start - other.end < 80 and (near or _initials(other.name) == draft.name):
                yield draft.name, other
                break


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]", name) if word and (word[0].isupper() or word.isdigit()))


def _reads_as_person(body: str, draft: Draft, singles: set[str]) -> bool:
    """Whether the surroundings of two or three unknown words show a person: a title, a verb of speech, a surname later."""
    if not (
        2 <= len(draft.lowers) <= 3
        and _COMMON.isdisjoint(draft.lowers)
        and words.PERSONAL_LINKS.issuperset(draft.gaps[1:])
    ):
        return False
    if draft.texts[-1] in singles and draft.texts[-1] not in gazetteer.single_names():
        return True
    return _word_before(body, draft) in words.HONORIFICS or _word_after(body, draft) in words.SPEECH


_COMMON = words.TOPICS | words.ORGANISATION_HEADS | words.PROGRAMME_HEADS | words.PLACE_HEADS | words.NO_NAMES


def _word_before(body: str, draft: Draft) -> str:
    start = draft.start
    word = word_before(body, start, 24)
    if word:
        return word.lower()
    before = body[max(0, start - 24) : start]
    if before.rstrip(' \n“"(').endswith(_NO_WORD):
        return ""
    found = _BEFORE.search(before)
    return found.group(1).lower() if found else ""


def _word_after(body: str, draft: Draft) -> str:
    found = _AFTER.match(body, draft.end)
    return found.group(1).lower() if found else ""


def _owner(body: str, draft: Draft) -> gazetteer.Country | None:
    """The country whose possessive stands before a body's name: `Azerbaijan's Ministry of Energy`."""
    before = body[max(0, draft.start - 40) : draft.start]
    if not before.endswith(("'s ", "’s ")):
        return None
    owner = before[:-3].split()
    return gazetteer.countries().get(owner[-1]) or gazetteer.countries().get(" ".join(owner[-2:])) if owner else None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How names are used in the article: inside sentences, how often, behind a preposition of place."""

    inside: set[str]
    often: dict[str, int]
    placed: frozenset[str]
    acting: frozenset[str]
    body: str
    small: set[str] = field(default_factory=set)

    def has_small(self, name: str) -> bool:
        """Whether a name also stands in the article as a common word."""
        lower = name.lower()
        if len(self.body) <= _SHORT and lower not in self.body:
            return False
        if not self.small:
            self.small.update(_LOWERED.findall(self.body), ("",))
        return lower in self.small


def _placed(body: str, draft: Draft) -> bool:
    return not draft.name.isupper() and _word_before(body, draft) in _PLACE_CUES


def _decided(body: str, draft: Draft, cast: Cast, use: Surroundings) -> Draft:
    """The draft with its type and full name, as far as the article tells."""
    spelled = cast.acronyms.get(draft.name)
    if spelled and spelled.entity_type:
        return draft._replace(
            entity_type=spelled.entity_type, name=spelled.name, country=spelled.country, canonical=spelled.canonical
        )
    if draft.entity_type == "organisation":
        return _body_of(body, draft, cast)
    if draft.entity_type in ("place", "programme"):
        clash = draft.entity_type == "place" and not gazetteer.countries().get(draft.name) and len(draft.lowers) == 1
        full = cast.person(draft.name) if clash and _word_before(body, draft) not in _PLACE_CUES else None
        return draft._replace(entity_type="person", name=full, country=None) if full else draft
    full = cast.person(draft.name)
    if full or draft.entity_type == "person":
        return draft._replace(entity_type="person", name=full or draft.name)
    return _by_surroundings(draft, use)


def _body_of(body: str, draft: Draft, cast: Cast) -> Draft:
    nation = _owner(body, draft)
    if nation:
        return draft._replace(name=of_country(draft.name, nation), country=nation.code)
    if draft.canonical:
        return draft
    return draft._replace(name=cast.bodies.get(key("organisation", draft.name), draft.name))


def _by_surroundings(draft: Draft, use: Surroundings) -> Draft:
    """The draft of an unknown name: one behind `in` is a place, an acronym or a name used again a body; else nothing."""
    name, size = draft.name, len(draft.lowers)
    if (
        draft.lowers[0] in _COMMON
        or (draft.initial and name not in use.inside and name not in use.acting and not _acronym(name))
        or size > 3
        or len(name) < 2
        or _adjectives(name)
    ):
        return draft
    if name in use.placed:
        return draft._replace(entity_type="place")
    if not name.isalpha() and any(map(str.isdigit, name)):
        return draft._replace(entity_type="programme") if name[:2].isupper() else draft
    acronym = name.isupper() and 2 <= len(name) <= 6
    camel = size == 1 and any(ch.isupper() for ch in name[1:]) and not name.isupper() and "-" not in name
    used = acronym or camel or use.often[name] > 1 or name in use.acting
    return draft._replace(entity_type="organisation") if used and not use.has_small(name) else draft


def _acronym(name: str) -> bool:
    return name.isupper() and name.isalpha() and 3 <= len(name) <= 6


def _adjectives(name: str) -> bool:
    """Whether a hyphenated word only names countries or points of the compass: `Chinese-Azerbaijani`, `East-West`."""
    if "-" not in name:
        return False
    parts, known = name.split("-"), gazetteer.single_names()
    return all(p in known or p.lower() in words.NO_NAMES or p.lower() in _COMPASS for p in parts)


def _mention(body: str, draft: Draft, entity_type: EntityType) -> Mention:
    return Mention(
        entity_id=entity_id(entity_type, draft.canonical or draft.name),
        entity_type=entity_type,
        name=draft.name,
        start_char=draft.start,
        end_char=draft.end,
        surface=body[draft.start : draft.end],
        country=draft.country,
    )
