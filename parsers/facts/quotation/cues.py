"""The words that introduce speech: verbs that report it, verbs that only do so with a quotation, and the medium.

Compiled from the reporting verbs of English grammars (Quirk et al. 1985 §14.28–35; Biber et al. 1999 §9.2) and of
newspaper prose. A verb is listed by its base form; its forms are made by rule, irregular ones are listed.
"""

from __future__ import annotations

import re
from functools import lru_cache

_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing", "think": "thinks thought thinking",
    "speak": "speaks spoke speaking", "read": "reads read reading", "hold": "holds held holding", "know": "knows knew knowing",
    "feel": "feels felt feeling", "find": "finds found finding", "swear": "swears swore swearing", "see": "sees saw seeing",
    "understand": "understands understood understanding", "foresee": "foresees foresaw foreseeing", "forecast": "forecasts forecast forecasting",
    "put": "puts put putting", "sing": "sings sang singing", "begin": "begins began beginning", "quip": "quips quipped quipping",
    "admit": "admits admitted admitting", "refer": "refers referred referring", "slam": "slams slammed slamming", "blog": "blogs blogged blogging",
    "chat": "chats chatted chatting", "label": "labels labeled labelled labeling labelling", "draw": "draws drew drawing", "go": "goes went going",
    "rip": "rips ripped ripping", "rap": "raps rapped rapping", "rebut": "rebuts rebutted rebutting", "send": "sends sent sending",
}  # fmt: skip
# These report speech by themselves: `X … that Y`, `Y, X …`.
_REPORTING = (
    "say tell write add note explain argue claim insist warn recall conclude stress emphasize emphasise underscore underline highlight announce declare state "
    "reply answer respond continue admit acknowledge observe remark comment assert maintain contend affirm reaffirm confirm reiterate repeat mention "
    "point suggest predict reveal disclose report indicate believe think tweet quip joke boast complain concede counter elaborate joke lament muse opine "
    "recount retort testify tell urge vow pledge promise swear advise ask inquire wonder question allege deny estimate hint imply inform notify posit "
    "praise reckon reassure specify clarify speculate forecast foresee caution cite convey agree fear hope expect propose recommend demand order "
    "assure remind request plead beg exclaim shout yell scream whisper cry chant sing threaten interject interrupt joke mutter mumble murmur intone post blog hold find learn"
)
# These report speech only where part of it stands in quotation marks: verbs of judging, naming, blaming and voicing. Verbs of
# doing (send, close, run, hold …) are left out: what they take in quotation marks is a name or a word held at a distance.
_QUOTING = (
    "call describe label brand dub criticize criticise blast slam condemn denounce deride dismiss accuse charge blame attack mock ridicule rebuke rip hail laud "
    "applaud commend thank welcome greet defend characterize characterise portray refer compare liken express voice speak read go start close "
    "rate paint cast talk discuss encourage address apologize apologise invoke echo quote paraphrase advocate appeal encourage implore exhort "
    "instruct command signal feel consider deem judge regard rule know understand want put open begin "
    "conclude determine decide tout trumpet boast brag rail snap scold chide lecture chastise lambast lambaste "
    "show rebut reject refute oppose protest object endorse urge text email say admire bemoan proclaim reference fault decry lampoon celebrate declare see term"
)
_ADVERBIAL = "further long all both each too already publicly also then later again recently earlier once simply just even still now often repeatedly always never has have had is was were are be been being did does do would will could might may not to n't"
AUXILIARIES = frozenset(_ADVERBIAL.split())


def _forms(base: str) -> list[str]:
    """The third person, past and participle of a verb."""
    if base in _IRREGULAR:
        return _IRREGULAR[base].split()
    if base.endswith("e"):
        return [base + "s", base + "d", base[:-1] + "ing"]
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    plural = base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return [plural, base + "ed", base + "ing"]


def forms(bases: frozenset[str]) -> frozenset[str]:
    """All forms of some verbs, given in their base form."""
    return _all(" ".join(bases))


def _all(bases: str) -> frozenset[str]:
    return frozenset(form for base in bases.split() for form in [base, *_forms(base)])


BASES = frozenset((_REPORTING + " " + _QUOTING).split()) - frozenset(
    "put hit set forecast read found begin cast".split()
)
"""Base forms, which are finite only behind a plural."""
INVERTIBLE = _all("read continue begin boast cry exclaim go chant sing")
PHRASES = frozenset(("according",))


# Forms that are nouns as well: verbs only where their neighbours say so.
NOUNS = frozenset(
    "report reports comment comments call calls remark remarks quote quotes support supports question questions issue issues states state tweet tweets post posts "
    "features feature demand demands welcome answer answers estimate estimates hope hopes note notes claim claims speech blame charge charges attack attacks hit hits "
    "plan plans aim aims seek begin run runs show shows promise promises pledge pledges vow vows warning offer offers present order orders request requests fear "
    "fears echo echoes signal signals sign signs list lists name names term terms title titles label labels brand brands press email emails text texts back "
    "point points admitted continued appeal appeals reference references command object objects direct address addresses release publish print draw cast strike fire shoot put set hold close closes open opens start starts rate rates "
    "read reads find view reply response repeat reveal respond propose praise attempt attempts support judge judges rule rules advocate advocates critics forecast "
    "forecasts counter reason chant chants cry cries shout shouts joke jokes boast advice thought found felt saw mock slam blast talk talks greet feeling feelings".split()
)
# The plainest of them: where one stands, the other verbs of its sentence belong to what is said.
SPEAKING = _all(
    "say tell write add explain argue insist warn conclude stress emphasize emphasise underscore underline announce declare reply continue admit acknowledge remark assert "
    "contend affirm reiterate tweet quip joke testify recall predict vow complain lament counter suggest state maintain confirm reveal disclose warn promise pledge allege "
    "estimate remark caution opine muse retort concede exclaim shout yell whisper urge"
) - NOUNS | frozenset("notes noted argued claimed stated replied answered asked".split())
REPORTING = _all(_REPORTING)
QUOTING = (_all(_QUOTING) | REPORTING) - frozenset("regarding considering seeing holding going seen understood".split())
# Verbs that may close or be inserted in what they report without `that` (`Y, X added.`), and those that take a thing (`X praised Y`).
BARE = _all(
    "say claim insist argue warn note suggest predict think believe hope fear announce add acknowledge admit explain"
)
CLOSING = frozenset(
    "told tells shows showed found reported reports estimates estimated announced wrote writes maintains maintained contends contended concludes concluded recalled recalls "
    "observed observes alleged alleges stated states learned noted notes explained".split()
)
"""Other forms that close or are inserted in what they report: `Y, X told reporters.`, `Y, a survey shows.`"""
PLAIN = _all("say claim insist argue think believe hope")
"""Those behind which any noun phrase opens a clause: `X said the bridge …`, but not `X added a goal`."""
TAKING_THINGS = _all(
    "emphasize emphasise stress underscore underline highlight praise note acknowledge reiterate reaffirm mention outline announce welcome condemn "
    "criticize criticise denounce deplore decry question cite laud applaud lambast lambaste bemoan lament deride"
)
CHARGING = _all("accuse blame criticize criticise chide rebuke")
"""Verbs that report a charge: somebody, and `of` or `for` what."""

_NAME = r"(?:the )?(?:[A-Z][\w.’'&-]*(?: (?:of |the )?[A-Z][\w.’'&-]*){0,4}|reporters|journalists)"
_HOLDER = (
    r"(?:interviews?|statement|press conference|news conference|press release|briefing|tweets?|post|posts|letter|speech|op-ed|article|column|essay|"
    r"memo|email|e-mail|report|blog|podcast|broadcast|address|remarks|testimony|hearing|rally|debate|call|conversation|video|editorial|documentary|(?:tele)?phone(?: (?:interview|call|conversation|briefing|conference))?)\b"
    r"(?: (?:with|to|for|on|in|by|from) (?:the )?(?:[A-Z][\w.’'&-]*(?: (?:of |the )?[A-Z][\w.’'&-]*){0,5}|reporters|journalists))?"
)
_WHOSE = (
    r"(?:an?|the|his|her|their|its|this|that|our|another|one|two|several|detailed|recent|separate|\w+day(?:['’]s)?)"
)
_MIDDLE = r"(?:(?!(?:whether|how|why|what|that|if|to|of|with|for|by|and|in|on|at|line|possession|favou?r|support|terms|order|addition)\b)[\w’'-]+ ){0,3}?"
_MEDIUM = re.compile(
    rf"\b(?=[iodatvfsSIDA])(?:(?:[Ii]n|on|[Dd]uring|[Aa]t|through|via|from) (?:{_WHOSE} ){{0,3}}{_MIDDLE}{_HOLDER}|to (?:{_WHOSE} ){{1,3}}{_MIDDLE}{_HOLDER}"
    r"|on (?:Twitter|Facebook|Instagram|Telegram|YouTube|X|CNN|Fox News|MSNBC|NBC|CBS|ABC|CNBC|television|TV|radio)\b"
    rf"|(?:told|telling|tells|speaking to|talking to|spoke to|spoke with|speaking with|interview(?:ed)? (?:with|by)) {_NAME}"
    rf"|[Ss]peaking to {_NAME})"
)


def closes_by_name(body: str, start: int, word: str) -> bool:
    """Whether a verb of speech closes words whose mark never closes: `“It is late, | said Ann Poole.`"""
    end = start + len(word)
    return word in SPEAKING and body[start - 2 : start] == ", " and body[end + 1 : end + 2].isupper()


@lru_cache(maxsize=1024)
def medium(sentence: str) -> str | None:
    """Where or to whom something was said, as it is in the sentence: `in an interview with Nordic Radio`."""
    found = _MEDIUM.search(sentence)
    if found is None:
        return None
    audience = (
        _AUDIENCE.match(sentence, found.end()) if found.group()[-1].isalpha() or found.group().endswith(".S.") else None
    )
    if audience is None and _CUT.match(sentence, found.end()):
        return None
    return (
        sentence[found.start() : audience.end() if audience else found.end()]
        .rstrip(".,’'")
        .removesuffix("'s")
        .removesuffix("’s")
    )


_CUT = re.compile(
    r"['’]s? [a-z]| and (?:the )?[A-Z][\w’'-]* [a-z]|(?<=video) (?:services?|games?|stores?|platforms?|rentals?|cameras?)\b"
)
"""What shows that a name is only the first part of whom somebody told: `told Halden | and Norden officials`."""
_AUDIENCE = re.compile(
    r"(?:['’]s|(?: and (?:the )?[A-Z][\w’'-]*))?(?: (?!(?:in|on|at|of|to|by|with|from|and|that|it|he|she|they|is|was|had|has|the|an?)\b)[a-z]+)?"
    r" (?:regulators|people|nation|public|officials|lawmakers|legislators|investors|reporters|journalists|analysts|students|executives|viewers|listeners|readers|supporters|"
    r"networks?|radio|television|news|newspapers?|magazine|programme|program|show|station|workers|voters|leaders|members|delegates|audiences?|authorities|police|residents|farmers|"
    r"shareholders|clients|customers|employees|staff|diplomats|bankers|ministers|senators|congressmen|parliament|agency|channel|website|service|committee|panel|inquiry|"
    r"conference|summit|forum|hearing|meeting|court|jury|judge|team|teams|board|staff|engineers)\b"
)
"""What goes on with the name of an audience or a medium: `told Halden | regulators`, `told Ruritanian state | television`."""
