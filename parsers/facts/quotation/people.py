"""Names and posts beside a verb of speech, in languages whose names the mention grammar was not written for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.facts.mentions import gazetteer
from parsers.facts.mentions.names import entity_id, plain
from parsers.facts.mentions.words import SURNAME_ENDINGS
from parsers.facts.neighbours import word_before
from parsers.facts.quotation.languages import Language
from parsers.facts.reading import Reading

_UPPER = "A-Z" + "".join(chr(c) for c in range(0xC0, 0x530) if chr(c).isupper())
"""The capitals of Latin and Cyrillic scripts."""
_TITLE = r"(?:Dr|Prof|Mme|M|Sr|Sra|Herr|Frau)\.?"
_WORD = rf"[{_UPPER}](?:[\w’'-]*\w|\.)?"
_LINK = "(?:de la|de|del|von der|von|van|zu|bin|al|el|le|la|di|da|dos|ibn|dem) "
NAME = re.compile(
    rf"(?<![\w’'-])(?:{_TITLE} )?{_WORD}(?: (?:{_LINK})?{_WORD}){{0,6}}|(?<=[’']){_WORD}(?: (?:{_LINK})?{_WORD}){{0,5}}"
)
_COMPLEMENTS = ("’", "'", " de ", " du ", " des ", " del ", " la ", " los ")
_SUFFIX = re.compile(r"[’'][a-zçğıöşüə]+\Z")
_ENDINGS = (
    *SURNAME_ENDINGS,
    "ов",
    "ев",
    "ова",
    "ева",
    "ин",
    "ина",
    "ский",
    "ская",
    "енко",
    "ян",
    "ко",
    "oğlu",
    "lu",
    "ez",
    "mann",
)
_ROLE_WORDS = 7
# Genitive and nominative endings of a Russian given name and its surname.
_GENITIVES = (("а", "", "ва", "в"), ("а", "", "на", "н"), ("я", "й", "ва", "в"), ("я", "й", "на", "н"), ("а", "", "ского", "ский"), ("я", "й", "ского", "ский"),
              ("ы", "а", "вой", "ва"), ("ы", "а", "ной", "на"), ("и", "я", "вой", "ва"), ("и", "а", "вой", "ва"), ("ы", "а", "ской", "ская"), ("и", "я", "ной", "на"))  # fmt: skip
_ELIDED = re.compile(r"\A(?:l|un)[’'](?=\w)", re.IGNORECASE)
_NO_ROLE = frozenset("deyə diye ki olarak".split())


class Named(NamedTuple):
    """A person or body named in a text: where, by which name, and the post that stands with it."""

    start: int
    end: int
    name: str
    role: str | None = None


@dataclass(slots=True)
class People:
    """The people of one article: full names by their last word, as they are found."""

    reading: Reading
    language: Language
    full: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading, language: Language) -> People:
        """The people that the mentions of a reading name in full."""
        people = cls(reading, language)
        for mention in reading.mentions:
            if mention.entity_type == "person":
                people.note(people._bare(mention.name)[1])
        return people

    def note(self, name: str) -> None:
        """Keep a full name under its surname; the first one of a surname stays."""
        if " " in name:
            self.full.setdefault(plain(name).split()[-1], name)

    def resolved(self, named: Named) -> tuple[str, str, str | None]:
        """The full name, the entity and the post of somebody named; the post is remembered."""
        name = named.name
        if " " in name:
            self.note(name)
        words = plain(name).split()
        name = self.full.get(words[-1], name) if len(words) == 1 else name
        if named.role:
            self.roles.setdefault(name, named.role)
        bodies = [m for m in self.reading.mentions_in(named.start, named.end) if m.entity_type == "organisation"]
        body = name.isupper() or any(m.end_char - m.start_char == named.end - named.start for m in bodies)
        return name, entity_id("organisation" if body else "person", name), named.role or self.roles.get(name)

    def first(self, low: int, high: int, leading: bool = False) -> Named | None:
        """The first name in `low:high`. One word is a name at its beginning; where a verb follows (`leading`), right before it."""
        body = self.reading.body
        for match in NAME.finditer(body, low, high):
            near = not any(ch.isalnum() for ch in body[low : match.start()])
            alone = near and (not leading or body[match.end() : high].lstrip(" ")[:1] in ("", ","))
            complement = body[max(0, match.start() - 5) : match.start()].endswith(_COMPLEMENTS)
            complement = complement or self._of_post(low, match.start())
            start, name = self._bare(match.group(), complement)
            if not name:
                continue
            size = len(name.split())
            known = plain(name).split()[-1:] and plain(name).split()[-1] in self.full
            if known or (size > 1 and (near or self._personal(name))) or (size == 1 and alone):
                begin = match.start() + start
                return Named(
                    begin, begin + len(name), _SUFFIX.sub("", name), self._role(low, begin, high, begin + len(name))
                )
        return None

    def _of_post(self, low: int, start: int) -> bool:
        """Whether a Russian post is right before a name, which may begin with its complement: `мэр | Нарвика Анна Линдина`."""
        word = word_before(self.reading.body, start, start - low)
        cyrillic = "а" <= self.reading.body[start].lower() <= "я"
        return cyrillic and bool(word) and bool(self.language.posts.search(word))

    def nominative(self, name: str) -> str:
        """A Russian name in the genitive as it stands by itself: `Ивана Петрова` is `Иван Петров`; other names as they are."""
        words = name.split()
        if len(words) != 2 or not "а" <= words[1][-1] <= "я":
            return name
        given, surname = words
        for ending, base, old, new in _GENITIVES:
            if given.endswith(ending) and surname.endswith(old):
                nominative = given[: len(given) - len(ending)] + base
                if plain(nominative) in gazetteer.given_names():
                    return f"{nominative} {surname[: len(surname) - len(old)]}{new}"
        return name

    def _bare(self, words: str, complement: bool = False) -> tuple[int, str]:
        """A capitalised sequence without posts and openers: its offset and words.

        What is before the given name goes too, where it completes a post (`l'Intérieur Jean Morel`) or nouns are capitalised.
        """
        parts = [(m.start(), m.group()) for m in re.finditer(r"\S+", words)]
        while parts and (parts[0][1] in self.language.openers or self.language.posts.search(parts[0][1])):
            parts.pop(0)
        posts = [i for i, (_, w) in enumerate(parts) if self.language.posts.search(w)]
        parts = parts[posts[-1] + 1 :] if posts else parts
        given = [
            i
            for i, (_, w) in enumerate(parts[:-1])
            if plain(w).split() and plain(w).split()[0] in gazetteer.given_names()
        ]
        cut = complement or self.language.nouns_capital or self.language.verb_last
        if given and len(parts) > 2 and cut:
            parts = parts[given[0] :]
        elif len(parts) > 3 and not any(w.islower() for _, w in parts):
            parts = parts[-2:]
        return (parts[0][0], words[parts[0][0] :]) if parts else (0, "")

    def _personal(self, name: str) -> bool:
        """Whether the words of a name read as a person's."""
        words = [w for w in name.split() if w[0].isupper()]
        first = plain(words[0]).split()
        return bool(first) and (first[0] in gazetteer.given_names() or name.lower().endswith(_ENDINGS))

    def _role(self, low: int, start: int, high: int, end: int) -> str | None:
        return self.role_before(low, start) or self.role_behind(end, high)

    def role_before(self, low: int, start: int) -> str | None:
        """The post that leads to a name: `le ministre de l'Intérieur | Jean Morel`, `Enerji Bakanı | Ayşe Kaya`."""
        body = self.reading.body
        words = [
            m.group() for m in re.finditer(r"[^\s,;:()—«»„“”\"]+|[,;:()—«»„“”\"]", body[max(low, start - 120) : start])
        ]
        if words and words[-1] == ",":
            words.pop()
        begin = len(words)
        while (
            begin
            and len(words) - begin < _ROLE_WORDS
            and words[begin - 1][0] not in ',;:()—–-«»„“”"'
            and words[begin - 1] not in _NO_ROLE
        ):
            begin -= 1
        words = words[begin:]
        post = next((i for i, w in enumerate(words) if self.language.posts.search(w)), None)
        if post is None or self.language.cue.search(" ".join(words[post:])):
            return None
        first = 0 if self.language.verb_last else post
        if not self.language.verb_last:
            while (
                first and words[first - 1].lower() not in self.language.articles and self._adjective(words[first - 1])
            ):
                first -= 1
        while first < post and words[first] in self.language.openers:
            first += 1
        role = _ELIDED.sub("", " ".join(words[first:]))
        return role if not re.fullmatch(_TITLE, role) else None

    def _adjective(self, word: str) -> bool:
        return word.islower() and word.endswith(
            ("ий", "ый", "ой", "ая", "яя", "ancien", "ancienne", "ehemalige", "frühere", "neue", "designierte")
        )

    def role_behind(self, end: int, high: int) -> str | None:
        """The post behind a name and a comma: `Jan Weber, Sprecher der Polizei`."""
        found = re.compile(r",\s+([^,.;:—«»„“”\"\n]{3,90})").match(self.reading.body, end, high)
        if not found:
            return None
        words = found.group(1).split()
        if words and words[0].lower() in self.language.articles:
            words = words[1:]
        if words and self.language.posts.search(words[0]) and not self.language.cue.search(" ".join(words)):
            return " ".join(words)
        return None
