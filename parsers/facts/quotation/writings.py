"""Who speaks in a statement or letter: whoever issued it where the text says so, else the writing, and nobody named on the way to its verb."""

from __future__ import annotations

import re

from parsers.facts.quotation import cues, inverted, subjects
from parsers.facts.quotation.attributed import Attribution, Cue
from parsers.facts.quotation.subject_words import FINITE, are_people, skippable
from parsers.facts.quotation.subjects import Subject
from parsers.facts.reading import Reading

_ISSUED = "statement|communiqu[eé]|declaration|letter|memo|press release|release|message|e-?mail|leaflet|bulletin|fax|circular|manifesto|petition|notice|pamphlet|flyer|poster|appeal|tape|videotape|video|recording|ultimatum|edict|decree|fatwa|advertisement|apology"
_PARTICIPLES = "issued|released|signed|sent|written|put out|read out|posted|circulated|drafted|faxed|delivered|adopted|penned|e-?mailed"
_CARRIED = "published|broadcast|obtained|carried|seen|distributed|handed out|made public|leaked|drawn up|agreed|produced|prepared"
_STEMS = (
    *_ISSUED.replace("communiqu[eé]", "communiqu").replace("e-?mail", "mail").split("|"),
    *("report", "resolution", "document", "paper", "text"),
)
_NOUNS = frozenset(
    [*_ISSUED.replace("communiqu[eé]", "communique|communiqué").replace("e-?mail", "email|e-mail").split("|"), *_STEMS]
)
"""The words that name a writing: one of them, with a space or a comma behind it, is in all that is looked for below."""
_WRITING = re.compile(
    rf"\b(?P<np>(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) (?:[\w-]+ ){{0,3}}?(?:{_ISSUED}|report|resolution|document|paper|text))"
    rf"(?: (?:(?:jointly|later|also) )?(?:(?P<issued>{_PARTICIPLES})|(?P<carried>{_CARRIED}))\b|(?= (?:by|from) ))(?P<rest>[^.;:“”\"]{{0,160}})\Z"
)
"""A writing and what is said of it up to the verb: `A statement | issued after talks | called for …`."""
_OF_AUTHORS = ("report", "resolution", "document", "paper", "text")
"""Writings that speak for themselves unless somebody issued them."""
_BY = re.compile(r"(?: (?:on \w+day|yesterday|today|jointly|late \w+day|earlier))? by ")
_FROM = re.compile(r" (?:by|from) ")
_ISSUING = re.compile(
    rf"\b(?P<verb>issued|issues|released|releases|published|sent|sends|posted|wrote|writes|put out|signed|made|makes|circulated|delivered|read out) (?:an?|the|another|its|their|his|her) "
    rf"(?:[\w-]+ ){{0,3}}?(?:{_ISSUED})(?: to (?:the |an? )?[\w.’'-]+(?: [\w.’'-]+){{0,3}}?)?(?: (?:on \w+day|yesterday|today|late \w+day))?,? (?:\w+ing\b[^.;:“”\"]{{0,160}} )?\Z"
)
"""Somebody's writing and the participles that tell what it says: `issued a statement vowing revenge and | slamming …`."""
_REACH = 260
_TITLED = 80
"""Characters between `by` and a name that it leads to."""
_BE = ("is", "are", "was", "were", "been", "be")


def issued(reading: Reading, attribution: Attribution) -> Attribution:
    """An attribution to whoever issued the writing whose verb it is."""
    cue, subject = attribution.cue, attribution.subject
    if cue is None or subject is None or attribution.inverted:
        return attribution
    low = max(reading.sentence_at(cue.start).start, cue.start - _REACH)
    if _NOUNS.isdisjoint(reading.body[low : cue.start].replace(",", " ").split()):
        return attribution
    found = _issuer(reading, low, cue) if cue.word.endswith("ing") else _writing(reading, low, cue, subject)
    return attribution._replace(subject=found) if found else attribution


def _issuer(reading: Reading, low: int, cue: Cue) -> Subject | None:
    """Whose writing a participle tells of."""
    found = _ISSUING.search(reading.body, low, cue.start)
    if found is None or not _unbroken(found.group().partition(found["verb"])[2]):
        return None
    if reading.body[low : found.start()].rstrip().rpartition(" ")[2].lower() in _BE:
        return None
    return subjects.before(reading, low, found.start())


def _writing(reading: Reading, low: int, cue: Cue, near: Subject) -> Subject | None:
    """The issuer of the writing that is the subject of a verb, or the writing itself; None where another subject may be nearer."""
    found = _WRITING.search(reading.body, low, cue.start)
    if found is None or not _unbroken(found["rest"]):
        return None
    writing = Subject(found.start("np"), found.end("np"), None, "nominal")
    if not found["issued"] and found["np"].endswith(_OF_AUTHORS):
        return None
    if found["carried"]:
        return writing
    by = (_BY if found["issued"] else _FROM).match(reading.body, found.start("rest"), cue.start)
    if by is None:
        return writing
    issuer = _named(reading, by.end(), cue.start)
    led = reading.body[by.end() - 1 : near.start]
    if issuer is None and near.mention and len(led) < _TITLED and " by " not in led:
        return None
    whole = issuer is not None and (found["issued"] or _ends_with(reading, issuer, cue))
    return issuer if whole else (writing if found["issued"] else None)


def _named(reading: Reading, start: int, high: int) -> Subject | None:
    """Who is right behind `by`: a name with its title and post, or people without a name."""
    subject = inverted.behind(reading, start, high)
    if subject is None or subject.start != start:
        return None
    words = subject.text(reading.body)
    if subject.mention is not None:
        between = reading.body[start : subject.mention.start_char]
        return subject if " by " not in between and not _AND.match(reading.body, subject.end) else None
    known = are_people(words) and " by " not in words and not words.endswith("ed")
    return subject if known else None


def _ends_with(reading: Reading, issuer: Subject, cue: Cue) -> bool:
    """Whether nothing but adverbs is between an issuer and the verb."""
    return all(map(skippable, reading.body[issuer.end : cue.start].split()))


def _unbroken(rest: str) -> bool:
    """Whether the words between a writing and a verb hold no verb of their own, so that the writing is the verb's subject."""
    words = rest.split()
    if rest.count(",") % 2 or any(
        w in FINITE or (w in cues.SPEAKING and front != "to") or w in _RELATIVE
        for front, w in zip(["", *words], words, strict=False)
        if not w.endswith("ing")
    ):
        return False
    return all(
        behind in _BEHIND_PARTICIPLES
        for word, behind in zip(words, [*words[1:], "by"], strict=True)
        if word.endswith("ed")
    )


_AND = re.compile(r",? (?:and|&) (?:the )?[A-Z]")
"""Who issues a writing together with a name."""
_RELATIVE = frozenset("who which that but while as if because".split())
_BEHIND_PARTICIPLES = frozenset("by in at on to from with for after".split())
