"""The families of events and the words that tell of them.

After ACE 2005 event types (Contact.Meet, Personnel.Elect, Personnel.Start-Position, Justice.*, Conflict.*, Business.*,
Transaction.*), and CAMEO verb codes for what states do to each other (appeal, aid, condemn, invite, sanction).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.facts import triggers
from parsers.facts.neighbours import word_before
from parsers.facts.reading import Reading

# family: verbs; nouns. Each entry is a word, its endings in brackets, and what must follow it. Planned events stand
# under the same families with modality `planned`.
_FAMILIES: dict[str, tuple[str, str]] = {
    "visit": (
        r"visit(s|ed|ing); arriv(es|ed|ing) in; travel(s|led|ed|ling|ing) to; flew to; flies to; flying to; toured; paid (?:an? )?(?:\w+ ){0,2}visit",
        r"visit(s); trip(s) to; tour of",
    ),
    "meeting": (
        r"met; meets with; meeting with; held (?:an? )?(?:\w+ ){0,2}(?:talks|meetings?|discussions|negotiations|consultations); holding (?:\w+ ){0,2}talks; "
        r"discussed with; reaffirmed; negotiat(ed|ing) with; received (?:an? |the )?(?:\w+ ){0,2}(?:delegation|ambassador|envoy|[A-Z]\w+)",
        r"meeting(s); talks; summit; discussions (?:between|with|are); negotiations (?:between|with|are|on); consultations (?:between|with)",
    ),
    "inauguration": (
        r"inaugurat(es|ed|ing); unveil(s|ed|ing); launch(es|ed|ing); commissioned; commissioning; opened; opens; broke ground; put into operation",
        r"inauguration; foundation stone; foundation (?:\w+ ){0,8}laid; opening (?:ceremony|of); launch of; commissioning of; groundbreaking",
    ),
    "election": (
        r"reelect(s|ed); elect(s|ed); won (?:the |an? )?(?:\w+ )?(?:election|vote|primary|presidency|referendum)",
        r"election(s); re-election; reelection; referendum",
    ),
    "appointment": (
        r"appoint(s|ed|ing); sworn in; swears in; took office; takes office; nominat(es|ed|ing); promoted to; "
        r"named (?:as )?(?:the |its |his |her )?(?:new )?(?:\w+ )?(?:chief|head|director|minister|chairman|president|ambassador|ceo|coach); assum(es|ed|ing) (?:the )?(?:office|post|presidency)",
        r"appointment; swearing-in; nomination",
    ),
    "departure": (
        r"resign(s|ed|ing); stepped down; steps down; stepping down; sacked; oust(s|ed|ing); retired as; dismissed as",
        r"resignation; dismissal; ouster",
    ),
    "sanction": (
        r"sanctioned; sanctioning; blacklist(s|ed|ing); impos(es|ed|ing) (?:\w+ ){0,3}(?:sanctions|tariffs|embargo|restrictions|ban); banned; expelled; expelling",
        r"sanctions; embargo",
    ),
    "interview": (
        r"interview(s|ed); gave (?:an? )?(?:\w+ ){0,2}interviews?; gives (?:an? )?(?:\w+ ){0,2}interviews?; talked to; sat down with; spoke to; speaking to",
        r"interview (?:with|to|by|for); interviews (?:with|to)",
    ),
    "host": (
        r"host(s|ed|ing); chaired; chairs; assum(es|ed|ing) (?:the )?(?:chairmanship|chair)",
        r"holding of; hosting of; chairmanship of",
    ),
    "investment": (r"invest(s|ed|ing); allocat(es|ed|ing); financ(es|ed|ing)", r"investment(s) in"),
    "trade": (
        r"purchas(es|ed|ing); buy(s|ing); bought; sold; sell(s|ing); export(s|ed|ing) to; import(s|ed|ing) from",
        r"purchase of; sale of; delivery of",
    ),
    "acquisition": (r"acquir(es|ed|ing); merg(es|ed|ing) with; took over", r"merger; acquisition of; takeover"),
    "invitation": (r"invit(es|ed|ing)", r"invitation (?:to|from|of)"),
    "appeal": (
        r"appeal(s|ed|ing) (?:to|for); call(s|ed|ing) (?:on|for); urg(es|ed|ing); reached out to; demand(s|ed|ing) that; request(s|ed|ing)",
        r"appeal to; call for",
    ),
    "aid": (
        r"donat(es|ed|ing); shared (?:\w+ ){0,2}(?:vaccines|aid|supplies|food|information); provid(es|ed|ing) (?:\w+ ){0,3}(?:aid|assistance|relief|support); "
        r"sent (?:\w+ ){0,2}(?:aid|supplies|relief|vaccines); deliver(ed|ing) (?:\w+ ){0,2}aid",
        r"humanitarian aid; donation of; aid to",
    ),
    "condemnation": (r"condemn(s|ed|ing); denounc(es|ed|ing); deplor(es|ed|ing)", r"condemnation of"),
    "conflict": (
        r"attack(s|ed|ing); invad(es|ed|ing); liberat(es|ed|ing); captur(es|ed|ing); seiz(es|ed|ing); shelled; shelling; bomb(s|ed|ing); occup(ies|ied|ying); clash(es|ed|ing) with; "
        r"fired (?:\w+ ){0,3}(?:missiles?|rockets?|shots)",
        r"attack on; attacks on; invasion of; airstrike(s); offensive; liberation of; clashes between; nuclear test",
    ),
    "casualties": (
        r"kill(s|ed|ing); wound(s|ed|ing); injur(es|ed|ing); died; dies; drowned; perished",
        r"death of; deaths of; killing of; assassination",
    ),
    "disaster": (
        r"collapsed; derailed; crashed; exploded; erupted; flooded",
        r"earthquake; flood(s); hurricane; typhoon; wildfire(s); explosion; landslide; avalanche; tsunami",
    ),
    "justice": (
        r"arrest(s|ed|ing); charg(es|ed) with; indict(s|ed); sentenc(es|ed); convict(s|ed); acquitted; detain(s|ed|ing); extradit(es|ed); sued; fined; pleaded guilty",
        r"arrest of; trial of; indictment; conviction; lawsuit; verdict",
    ),
    "protest": (r"protest(s|ed|ing); rallied; demonstrated; marched", r"protest(s); demonstrations; strike by"),
    "target": (
        r"aim(s|ed|ing) to (?:achieve|reach|become|cut|reduce|raise|double|increase|supply|generate|produce); commit(s|ted|ting) to (?:achieve|reach|cut|reduce|reaching|cutting)",
        r"target of",
    ),
}


class Trigger(NamedTuple):
    """A word that tells of an event: where it stands, its family, and whether it is a verb."""

    start: int
    end: int
    family: str
    verbal: bool


class _Entry(NamedTuple):
    family: str
    verbal: bool
    rest: re.Pattern[str] | None


_WRITTEN = re.compile(r"([a-z]+)(?:\(([a-z|]*)\))?(.*)\Z")


def _entries() -> dict[str, tuple[_Entry, ...]]:
    """Every first word of an entry, and the entries that it opens; those that must be followed by something first."""
    table: dict[str, list[_Entry]] = {}
    for family, kinds in _FAMILIES.items():
        for verbal, written in zip((True, False), kinds, strict=True):
            for entry in written.split("; "):
                found = _WRITTEN.match(entry)
                assert found is not None, entry
                stem, endings, rest = found.groups()
                words = [stem, *(stem + ending for ending in (endings or "").split("|") if ending)]
                for word in words:
                    table.setdefault(word, []).append(
                        _Entry(family, verbal, re.compile(rest + r"\b") if rest else None)
                    )
    return {word: tuple(sorted(found, key=lambda e: e.rest is None)) for word, found in table.items()}


_ENTRIES = _entries()
TRIGGERS = frozenset(_ENTRIES)


_BASES = frozenset(word for word in _ENTRIES if not word.endswith(("ed", "ing")))
_BEFORE = re.compile(r"(\w+)[ “\"-]{1,2}\Z")
_BEFORE_VERBS = frozenset(
    "to will would can could may might must shall should he she it they we who also not and".split()
)


def _as_noun(body: str, start: int) -> bool:
    """Whether a word that may be a noun or a verb stands as a noun: no pronoun, auxiliary or name is before it."""
    word = word_before(body, start, 20)
    if not word:
        before = _BEFORE.search(body, max(0, start - 20), start)
        if before is None:
            return False
        word = before.group(1)
    if word.lower() in _ARTICLES:
        return True
    return word not in _BEFORE_VERBS and not word[0].isupper() and not word.endswith("s")


_ARTICLES = frozenset("a an the this his her its their our my".split())


def found_in(reading: Reading) -> list[Trigger]:
    """The words of an article that tell of events, in reading order."""
    found = []
    for start, word, lower in triggers.where(reading, TRIGGERS):
        end = start + len(word)
        noun = _as_noun(reading.body, start)
        entries = _ENTRIES[lower]
        for entry in sorted(entries, key=lambda e: e.verbal) if noun and len(entries) > 1 else entries:
            match = entry.rest.match(reading.body, end) if entry.rest else None
            if match or entry.rest is None:
                verbal = entry.verbal and not (noun and lower in _BASES)
                found.append(Trigger(start, match.end() if match else end, entry.family, verbal))
                break
    return found
