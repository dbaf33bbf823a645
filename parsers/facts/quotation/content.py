"""What a verb of speech reports: a clause of its own (`added that …`), not a thing with a relative clause (`added a goal that …`)."""

from __future__ import annotations

import re

from parsers.facts.quotation import cues
from parsers.facts.quotation.attributed import Cue
from parsers.facts.syntax import lexicon

_ADDRESSING = cues.forms(frozenset("tell assure reassure remind inform notify warn caution advise promise ask".split()))
"""Verbs that take whom they address before the clause: `told the council that …`."""

_WHEN = (
    r"(?:(?:late |early |earlier |later )?(?:on )?\w+day(?: (?:morning|afternoon|evening|night))?|yesterday|today|earlier|later|again|also"
    r"|\w+ly|(?:last|this) (?:week|month|year))"
)
_OPENER = r"(?:that|how|why|whether)\b"
_SOMEBODY = (
    r"(?:me|us|him|her|them|you|(?:his|her|their|the|an?|its) (?!(?:\w+ )?(?:story|joke|tale|lie|truth|secret|reward|deal)\b)[\w’'-]+(?: (?:of )?[\w’'-]+){0,3}?"
    r"|(?:the )?[A-Z][\w.&’'-]*(?: (?:of |the )?[A-Z][\w.&’'-]*){0,3}|(?:[a-z-]+ )?[a-z-]+(?:s|people|men|women))"
)
_DIRECT = re.compile(rf"(?:,? {_WHEN},?){{0,2}} {_OPENER}")
_WHICH = re.compile(r" (?:what|who|when|where|which|if)\b")
_ASKING = cues.forms(frozenset("ask question wonder inquire".split()))
_ADDRESSED = re.compile(rf" {_SOMEBODY}(?:,? {_WHEN},?){{0,2}} {_OPENER}")
_ADJUNCT = re.compile(
    r" (?!to \w+ (?:\w+ )?(?:letter|question|call|query|queries|e-?mail|message|request|report|claim|charge|offer|map|chart|graph|photo|picture)s?\b)"
    r"(?:in|on|at|during|to|through|after|before|last|this|earlier|later|by|via|from|again|for)\b"
)
_THAT = re.compile(r"\bthat\b|, [A-Z][\w.]*, (?=that\b)|[,;:.“”\"()\n]")
_TAG = 4
"""Letters of `that`: what is longer is a region between commas behind a place (`in Lund, Scania, that`)."""
_LONGEST = 80
"""Characters of what may be between a verb and its clause: `said in a letter to the mayor on Monday that`."""
_NEXT = re.compile(r" (?:(?:never|once|also|still|already|not|only|\w+ly) )?([\w’']+)(?: ([\w’']+))?")
_SPANS = frozenset(
    "day night morning afternoon evening week weekend month year time way point moment season summer winter spring autumn".split()
)
"""Before these `that` is a determiner: `reported to work that day`."""
_HELPING = frozenset(
    "was were is are has had have will would could can may might should did does do must isn't wasn't didn't doesn't hasn't".split()
)


def reports(body: str, cue: Cue, stop: int) -> bool:
    """Whether a clause is the verb's own complement: nothing but whom, when and where is between the two."""
    for pattern in (_DIRECT, _ADDRESSED) if cue.word in _ADDRESSING else (_DIRECT,):
        found = pattern.match(body, cue.end, stop)
        if found:
            return found.group().endswith("that") is False or _opens_clause(body, found.end())
    if cue.word in _ASKING and _WHICH.match(body, cue.end, stop):
        return True
    return bool(_ADJUNCT.match(body, cue.end, stop)) and _behind_adjunct(body, cue.end, min(stop, cue.end + _LONGEST))


def _behind_adjunct(body: str, start: int, stop: int) -> bool:
    """Whether a clause opens behind prepositional phrases: the first `that` without a verb right behind it."""
    for found in _THAT.finditer(body, start, stop):
        if len(found.group()) > _TAG:
            continue
        if found.group() != "that":
            return False
        if _opens_clause(body, found.end()):
            return True
    return False


def _opens_clause(body: str, at: int) -> bool:
    """Whether a clause with a subject of its own begins at `at`: no relative clause, and no noun of time."""
    found = _NEXT.match(body, at)
    word = found.group(1) if found else ""
    low = word.lower()
    if not word or low in _HELPING:
        return False
    if found and found.group(2) in _HELPING:
        return True
    if low in _SPANS:
        return False
    return word[:1].isupper() or not _only_verb(low)


def _only_verb(word: str) -> bool:
    """Whether a word is most often a verb: `ran`, `covered`, `creates`."""
    known = lexicon.table().get(word)
    return (
        known.usual == "V" and word not in lexicon.CLOSED and not word.endswith("ing") if known else word.endswith("ed")
    )


_ABSTRACT = frozenset(
    "importance significance need role value potential necessity contribution progress success achievements achievement increase growth strength development interest "
    "readiness commitment support cooperation efforts difficulty difficulties challenges risks risk danger dangers lack rise fall mistakes mistake failure failures "
    "fairness integrity wisdom legitimacy validity motives honesty accuracy fitness judgment judgement sincerity legality".split()
)
_NOTED = re.compile(r" (?:the|an?|its|his|her|their)((?: [\w’'-]+){1,3})")
_JUDGED = re.compile(r" (?:(?:the|an?|its|his|her|their|his country['’]s)\b|[A-Z])")
_NOTING = cues.forms(frozenset("note mention acknowledge announce question".split()))
"""Verbs that as often are no speech with a thing: `noted the time`; only a state of affairs is reported by them."""


def takes_thing(body: str, cue: Cue, stop: int) -> bool:
    """Whether the verb reports by a thing: `praised the deal`, `noted the importance of trade`, not `noted the time`."""
    if cue.word not in cues.TAKING_THINGS:
        return False
    if cue.word in _NOTING:
        found = _NOTED.match(body, cue.end, stop)
        return bool(found and not _ABSTRACT.isdisjoint(found.group(1).split()))
    return bool(_JUDGED.match(body, cue.end, stop))


_CHARGING = re.compile(r" [^.,;:“”\"]{2,60}? (?:of|for) (?!the first time\b)[a-z]")
"""What is behind a verb of charging: `accused X of hiding it`, `blamed X for the delay`."""


def charges(body: str, cue: Cue, stop: int) -> bool:
    """Whether the verb charges somebody with something: `accused the mill of fraud`."""
    return cue.word in cues.CHARGING and bool(_CHARGING.match(body, cue.end, stop))


_PROMISING = ("pledg", "vow", "promis", "threaten")
_TO_DO = re.compile(r" to (?!(?:the|an?|his|her|its|their|those|this|that|him|them|us|me|voters)\b)[a-z]")


def points_or_promises(body: str, cue: Cue, stop: int) -> bool:
    """`pointed out …`, `vowed to rebuild …`."""
    if cue.word.startswith("point"):
        return body.startswith(" out ", cue.end)
    return cue.word.startswith(_PROMISING) and bool(_TO_DO.match(body, cue.end, stop))


JUDGING = cues.forms(
    frozenset(
        "call describe characterize characterise portray liken denounce dismiss hail brand propose suggest recommend advocate cite "
        "estimate expect predict claim warn reject deny appeal threaten".split()
    )
)
"""Verbs that report by what they make of somebody or something: `called X a liar`, `proposed closing it`, `expects prices to fall`, `warned of delays`."""
_FIGURE = r"(?:(?:about|around|roughly|nearly|almost|between|more than|less than|some|over|under|up to|as much as|at least|an? (?:average|additional)|only|just) )*(?:US|C|A)?[$£€¥]?\d"
_VIEWS = (
    ("estimat", re.compile(rf" [^.,;:“”\"]{{2,70}}? (?:at|would be|to be) {_FIGURE}")),
    ("expect", re.compile(r" (?!to\b)[^.,;:“”\"]{2,80}? to (?:be|have|reach|total|[a-z]{2,}(?<!ly)(?<!s)(?<!ed))\b")),
    ("predict", re.compile(r" (?!to\b)(?:(?:an?|the|further|more|lower|higher|slower|record|sharp|slight|modest) )+(?:\w+ )?(?:rise|fall|increase|drop|decline|recovery|slowdown|growth|losses|profits?|prices|sales|earnings)\b")),
    ("claim", re.compile(r" to (?:have|be|own|know|represent|possess|speak)\b")),
    ("warn", re.compile(r" (?:[^.,;:“”\"]{2,40} )?(?:of|about|against) (?!course\b)[a-z]")),
    ("appeal", re.compile(r" (?:[^.,;:“”\"]{2,40} )?for (?!\d)[a-z]")),
    ("threaten", re.compile(r" (?:an? |further |new |legal |military |general |immediate |more )*(?:strikes?|action|sanctions|retaliation|boycott|reprisals|revenge|resignation)\b")),
)  # fmt: skip
"""Verbs that foretell, claim, warn and threaten, with what then must be behind them."""
_REFUTED = re.compile(
    r" (?:(?:the|any|all|as false|his|her|their|recent|media|press) )*(?:suggestions?|claims?|reports?|allegations?|accusations?|rumou?rs?|charges|speculation|criticism|assertions?|complaints?) (?:that|of)\b"
)
_WHOM = r" (?:him|her|it|them|(?:Mr|Mrs|Ms|Sen|Rep|Gov|Dr)\.? [A-Z][\w’'-]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?:['’]s? [a-z-]+){0,2})"
_CALLED = re.compile(
    _WHOM + r" (?:an?|the) (?!(?:day|night|week|month|year|moment|minute|time|second|few|number)\b)[a-z]"
)
_AS = re.compile(
    r" [^.,;:“”\"]{2,70}? as (?!(?:chairman|chief|president|director|head|manager|minister|coach|captain|leader|secretary|premier|editor|adviser|part|well|soon|much|many|long|far|part|of|they|he|she|it|we)\b)\w"
)
_TO = re.compile(r" [^.,;:“”\"]{2,60}? to (?:an?|the|those|that|[A-Z])")
_DOING = re.compile(
    r" (?!(?:spending|funding|meeting|hearing|training|housing|building|something|nothing|anything|everything|pending|remaining|existing|being|increasing|rising|growing)\b)[a-z]{3,}ing (?!(?:is|was|are|were|of|and|rules?|plans?|changes?|bill)\b)\w"
)


def judges(body: str, cue: Cue, stop: int) -> bool:
    """Whether the verb says what somebody or something is, or proposes doing something."""
    if cue.word.startswith("call"):
        return bool(_CALLED.match(body, cue.end, stop))
    for stem, behind in _VIEWS:
        if cue.word.startswith(stem) and cue.word != "expecting":
            return bool(behind.match(body, cue.end, stop))
    if cue.word.startswith(("reject", "dismiss", "den")) and _REFUTED.match(body, cue.end, stop):
        return True
    if cue.word.startswith("liken"):
        return bool(_TO.match(body, cue.end, stop))
    if cue.word.startswith(("propos", "suggest", "recommend", "advocat")):
        return bool(_DOING.match(body, cue.end, stop))
    return cue.word in JUDGING and bool(_AS.match(body, cue.end, stop))
