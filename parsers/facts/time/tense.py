"""The tense of the clause around a time: to come, gone by, or not told."""

from __future__ import annotations

from typing import Literal

from parsers.facts.time.words import MONTHS
from parsers.facts.tokens import Tokens, words

Tense = Literal["future", "past", "near", ""]
"""`near`: told aside or as what comes before the main event: the nearest one, on either side."""

FUTURE_CUES = words(
    """
    leaves departs depart arrive resume reopens sails airs ends begins starts opens expires runs arrives meets closes returns matures resumes kicks remaining
    will would shall should must can may might ll wo ca plan plans planning planned expect expects expecting
    expected due scheduled slated upcoming hope hopes hoping intend intends intending aim aims aiming going set
    deadline target targets targeting want wants please seek seeks seeking proposed proposes proposing forecast
    forecasts predict predicts predicted likely next forthcoming ready poised bound payable redeemable effective
    meet begin expire lapse lapses terminate terminates commence commences reopen mature callable convertible unless pledges vows promises prepares tentatively provisionally eligible
    """
)
"""Words that place what they speak of ahead: modal verbs, plans, and the adjectives of notices."""

IRREGULAR_PASTS = words(
    """
    was were had did been became became began begun bore bought brought broke built came caught chose cut cost dealt
    drew drove drank ate fell fed felt fought found fled flew forgot froze gave got went grew heard held hid hit hurt
    kept knew laid led left lent lost made meant met paid quit ran rang read rode rose said sang sank sat saw sent shed
    shook shone shot shut slept slid sold sought spent split spoke spread stole stood struck stuck swam swept swore
    taken taught threw told took thought understood upheld withdrew withstood woke won wore wrote wound written given
    seen shown done gone born fallen risen broken chosen driven grown known spoken stolen thrown worn withdrawn
    has have ago since earlier dead killed according plunged undertook overtook overcame mistook beat sprang
    awoken beaten befell befallen bent bitten blew blown bled bred burnt clung crept dealt dug drawn dreamt
    drunk dwelt eaten flung flown forbade forbidden foresaw foreseen forgave forgiven forgotten forsaken froze
    frozen hung hidden knelt leapt learnt misled mown outsold overthrew overthrown overtaken overridden overrode
    proven put rebuilt regained reheld resold retook retaken rewritten rewrote ridden sewn shaken shorn shrank
    shrunk slain slung sown spelt spilt spoilt spun sprung stung stridden strove striven strung stricken sunk
    swollen swum swung sworn torn tore trod trodden undergone underwent undertaken undone unwound wept withheld
    woken wove woven wrung arose arisen bidden sung
    """
)

NOT_PASTS = words(
    """
    united hundred indeed need speed feed seed breed exceed proceed succeed limited armed unlimited shed red
    embed creed greed deed weed wed bed fed led sacred naked wicked preferred kindred indebted aged so-called renowned
    experienced complicated bed sped bled
    """
)
"""Words in "ed" that are no past tense where they are before a time."""

CLAUSE = 16
"""Tokens looked through before a time for the tense of its clause."""

AHEAD_REACH = 9
"""Tokens behind a time in which its verb is looked for."""

STOPS = frozenset({".", ";", "?", "!", "—", '"', "“", "”"})

RELATIVES = frozenset({"which", "where", "who", "whose", "although", "because", "while"})
"""Words that open a clause with a verb of its own behind the time."""

PRESENT = frozenset({"is", "are", "am"})
"""Present tense: it places nothing, unless "to" is behind."""

HEADS = words(
    """
    agreed decided vowed pledged promised scheduled invited asked urged ordered planned expected due set likely slated
    forced poised ready bound told wanted hoped intended prepared committed sworn allowed permitted obliged supposed
    designed required instructed summoned booked voted threatened offered sought
    """
)
"""Before "to" and a verb these make what follows something to come: "agreed to hold talks in May"."""

MOVERS = words("extended postponed delayed adjourned moved rescheduled deferred pushed back forward brought put")
"""Before "to" and a time these say when it will be: "extended to Nov. 16"."""

MOVED_REACH = 7
"""Tokens from such a word to the second time behind it, at most."""

NOTICES = frozenset(
    {
        ("of", "record"),
        ("record", "date"),
        ("due", "date"),
        ("as", "soon"),
        ("as", "early"),
        ("no", "later"),
        ("into", "force"),
        ("into", "effect"),
        ("takes", "effect"),
        ("takes", "office"),
        ("takes", "place"),
        ("take", "effect"),
    }
)
"""Pairs of words before a coming day of a notice: "to holders of record Dec. 21", "as soon as Tuesday"."""

OF_NOTICES = frozenset({"pay", "payable", "record", "register", "redeemable", "payment"})
"""Words of dividends right before a day: "Pay May 15, register April 17"."""

NOUNS_AHEAD = frozenset({"deadline", "maturity", "date"})
"""Behind a time these make it a coming one when no verb before it says otherwise."""

BEING = frozenset({"be", "being", "get"})
PLANNING = words("is are scheduled due expected plans expects expect intends plan intend hopes aims wants")

NOT_TO_BE = words(
    "appeared appears appear said believed used seemed seems seem thought known reported claimed proved proves happened"
)
"""Before "to be" these speak of what is, not of what will be."""

ATTRIBUTIVE_BEHIND = words(
    "a an the its his her their this that these those of - still any some no most more other new two three"
)
"""Behind one of these a participle before a noun is an adjective: "its preferred shares", "an unspecified date"."""

VERBS_IN_UN = words("unveiled unleashed unloaded unfolded uncovered unseated unmasked undid")

BEHIND_A_SET_DAY = frozenset({"on", "in", "by", "at", "during", "last"})

TO_BE = frozenset({"is", "are", "was", "were", "be", "remains"})
ADVERBS = frozenset({"not", "fully", "only", "then", "also", "first", "officially", "formally", "finally", "jointly"})


MARKS = FUTURE_CUES | IRREGULAR_PASTS | STOPS | RELATIVES | PRESENT | TO_BE | {pair[0] for pair in NOTICES}
"""Words that may say the tense, beside those in "ed"."""


def tense(tokens: Tokens, start: int, end: int) -> Tense:
    """The tense of the clause around tokens `start` to `end`: the nearest verb or cue decides, left before right."""
    if tokens.low[start - 1] in OF_NOTICES:
        return "future"
    if tokens.low[start - 1] == "in" and tokens.low[start - 2] in FORECASTS and tokens.low[start - 3] not in TO_BE:
        return "past"  # "a 2 percent growth forecast in December"
    if tokens.low[start - 2 : start] == ["date", "of"] or (tokens.low[start - 1] == "to" and not PUT_OFF.isdisjoint(tokens.low[max(0, start - CLAUSE) : start])):  # fmt: skip
        return "future"  # "the redemption date of May 3", "extended its offer for the yard to May 3"
    start = _of_list(tokens, start)
    if tokens.low[start - 1] == "from" and tokens.low[start - 2] in MOVERS:
        return "near"  # "delayed from March"
    for k in range(start - 1, max(-1, start - CLAUSE), -1):
        low = tokens.low[k]
        if low not in MARKS and low[-2:] != "ed":
            continue
        if (low in STOPS and not tokens.glued(k + 1)) or low in RELATIVES:
            break
        if low in PRESENT and tokens.low[k + 1] != "to":
            if (tokens.low[k - 2], tokens.low[k - 1]) in NOTICES:
                return "future"  # "the record date is Nov. 9"
            lead = start - 2 if tokens.low[start - 1] == "the" else start - 1
            if k >= lead - 2 and tokens.low[lead] in ("in", "on"):
                return "future"  # "the summit is in November", "the vote is on the second Tuesday in November"
            break
        if low in HEADS and tokens.low[k + 1] == "to" and tokens.low[k - 2 : k] == ["had", "been"]:
            break  # "had been due to expire": it may have, or may still
        found = _at(tokens, k, start)
        if found:
            return found
    if _set_off(tokens, start, end):
        return "past" if _compared(tokens, start) else "near"
    found = _behind(tokens, end)
    return "near" if found == "future" and _opened_by_after(tokens, start) else found


PUT_OFF = frozenset({"extended", "postponed", "deferred"})
"""Before `to` and a time these say when it will be, wherever they are in the clause."""

FORECASTS = frozenset({"forecast", "forecasts", "predicted", "projected", "estimate", "estimates"})
"""Right before `in` and a time these were made then."""


def _of_list(tokens: Tokens, start: int) -> int:
    """The first of a list of months: the verb before it is that of all of them."""
    k = start
    while k > 1 and start - k < CLAUSE and (tokens.low[k - 1] in MONTHS or (tokens.low[k - 1] in (",", "and", "or") and (tokens.low[k - 2] in MONTHS or tokens.low[k - 2] == ","))):  # fmt: skip
        k -= 1
    return k if tokens.low[k] in MONTHS else start


def _opened_by_after(tokens: Tokens, start: int) -> bool:
    """ "After talks in April, the pact will be signed": the verb behind places what comes later."""
    return tokens.low[0] in AFTERS and start < CLAUSE and not LINKS.issuperset(tokens.low[1:start])


def _set_off(tokens: Tokens, start: int, end: int) -> bool:
    """Does the time are in words of their own between two commas ("the band, on tour in April, will rest")?"""
    if tokens.low[end] != ",":
        return False
    for k in range(start - 1, max(0, start - CLAUSE), -1):
        if tokens.low[k] == ",":
            return not LINKS.issuperset(tokens.low[k + 1 : start])
    return False


def _compared(tokens: Tokens, start: int) -> bool:
    """Is it the time of a figure told aside ("inflation, at 9 percent in April, is"), which was read then?"""
    k = next(k for k in range(start - 1, -1, -1) if tokens.low[k] == ",") + 1
    return tokens.low[k] in ("at", "up", "down", "unchanged") and any(
        w[:1].isdecimal() for w in tokens.low[k + 1 : start]
    )


LINKS = words("in on at by the of early late mid - from since until after before during and starting beginning as")
"""Words that lead to a time and say nothing else."""


def is_future(tokens: Tokens, start: int, end: int) -> bool:
    """Is the clause around tokens `start` to `end` about something to come?"""
    return tense(tokens, start, end) == "future"


def _at(tokens: Tokens, k: int, start: int) -> Tense:
    """What the word at token k says of the time that begins at `start`."""
    low = tokens.low[k]
    if low in FUTURE_CUES and tokens.low[k - 2 : k] == ["had", "been"]:
        return "past"
    if low in SET_FOR and _for_behind(tokens, k, start):
        return "" if tokens.low[k - 2 : k] == ["had", "been"] else "future"
    if low == "set" and tokens.low[k + 1] in BEHIND_A_SET_DAY and k + 1 < start:
        return "past"  # "a record set on Aug. 6"
    if low in NOTICE_VERBS and tokens.low[k - 1] in BEFORE_NO_NOTICE:
        return ""
    if low in WAS_DUE and tokens.low[k - 1] in ("was", "were") and tokens.low[k + 1] == "to":
        return "near"  # "the trial was due to start in May"
    if low in FUTURE_CUES or (low == "won" and tokens.low[k + 1 : k + 3] in (["'", "t"], ["’", "t"])):
        return "" if low == "may" and tokens.text[k] == "May" else "future"
    if (low, tokens.low[k + 1]) in NOTICES and not is_past(tokens, k - 1):
        return "future"
    if low in TO_BE and tokens.low[k + 1] == "to":
        return "future"
    if low == "be" and tokens.low[k - 1] == "to" and tokens.low[k - 2] not in NOT_TO_BE:
        return "" if tokens.low[k - 2] in HEADS or tokens.low[k - 2] in FUTURE_CUES else "future"
    if not is_past(tokens, k):
        return ""
    if low in HEADS and "to" in tokens.low[k + 1 : min(k + 4, start - 1)]:
        return "future"
    if low in MOVERS and tokens.low[k + 1] in ("to", "from") and k + 2 >= start - 1:
        return "future"
    if low in MOVERS and tokens.low[k + 1] == "from" and tokens.low[start - 1] == "to" and k >= start - MOVED_REACH:
        return "future"  # "moved from June to October"
    return "" if _passive(tokens, k) or _under_modal(tokens, k) else "past"


NOTICE_VERBS = frozenset({"meet", "begin", "expire", "lapse", "terminate", "commence", "reopen", "mature"})
"""Cues that place nothing behind "to": the word before that does."""

BEFORE_NO_NOTICE = frozenset({"to", "did", "not", "t", "the", "a", "this", "track", "swim"})

WAS_DUE = frozenset({"due", "scheduled", "slated", "set", "supposed", "going"})
"""Behind "was" these say when it should have been, or when it still may be."""

SET_FOR = words(
    """
    called booked pencilled penciled scheduled set slated planned due fixed arranged timed targeted tabled lined
    earmarked listed billed announced proposed mooted tipped confirmed reserved penned eyed envisaged foreseen marked
    ready down on
    """
)
"""Before "for" and a time these say when it will be: "was called for September", "pencilled in for May"."""

BEFORE_SET_TIMES = words("for in up provisionally tentatively down early late mid - the end start middle beginning of")


def _for_behind(tokens: Tokens, k: int, start: int) -> bool:
    """Does "for" lead from token k right to the time that begins at `start`?"""
    between = tokens.low[k + 1 : start]
    return "for" in between and BEFORE_SET_TIMES.issuperset(between)


MODALS = words(
    "will would shall should must can could may might ll wo ca not to did does do didn don doesn won couldn wouldn shouldn mustn"
)
"""Before a verb these show that it is no past tense: "will shut", "did not cut"."""

SAME_FORMS = words(
    "shut cut put hit hurt let quit read set shed split spread cost run come become beat bid burst cast upset rid"
)
"""Pasts that look like their base form."""

LEADING_AHEAD = words("expected due set scheduled slated likely planned projected forecast hopes hope aims plans wants")
"""Before "to have" and a participle these place it ahead: "expected to have been scrapped by May"."""


def _under_modal(tokens: Tokens, k: int) -> bool:
    """Is the past form at token k a base form ("will shut") or of a future perfect ("will have been signed")?"""
    j = _over_adverbs(tokens, k - 1)
    if tokens.low[k] in SAME_FORMS and tokens.low[j] in MODALS:
        return True
    if tokens.low[j] == "been":
        j = _over_adverbs(tokens, j - 1)
    if tokens.low[k] == "have":
        j = k
    if tokens.low[j] != "have":
        return False
    j = _over_adverbs(tokens, j - 1)
    return tokens.low[j] in ("will", "ll", "shall", "wo", "won") or (
        tokens.low[j] == "to" and tokens.low[j - 1] in LEADING_AHEAD
    )


def _over_adverbs(tokens: Tokens, j: int) -> int:
    """Token j, or the one before the adverbs that end there."""
    for _ in range(2):
        if tokens.low[j] == "t" and tokens.low[j - 1] in ("'", "’"):
            return j - 2  # "won't"
        if tokens.low[j] not in ADVERBS and not tokens.low[j].endswith("ly"):
            break
        j -= 1
    return j


def is_past(tokens: Tokens, k: int) -> bool:
    """Is token k a verb in the past, or a participle?"""
    low = tokens.low[k]
    if low in IRREGULAR_PASTS:
        return True
    if not low.endswith("ed") or len(low) < 5 or low in NOT_PASTS or (k > 0 and tokens.text[k][:1].isupper()):
        return False
    return not _adjective(tokens, k)


def just_past(tokens: Tokens, i: int) -> bool:
    """Does the adverb at token i tell of what came about: "they soon returned", "was cured so soon"?"""
    before = tokens.low[i - 1]
    if before == "so":
        return True
    return before not in FUTURE_CUES and before not in ("be", "to") and is_past(tokens, i + 1)


def _adjective(tokens: Tokens, k: int) -> bool:
    """Is the word in "ed" at token k an adjective before its noun?"""
    low, before, after = tokens.low[k], tokens.low[k - 1], tokens.low[k + 1]
    if low.startswith("un") and low not in VERBS_IN_UN:
        return True
    noun = after.isalpha() and tokens.text[k + 1].islower() and after not in NO_NOUNS
    return noun and k > 0 and (before in ATTRIBUTIVE_BEHIND or before[:1].isdecimal())


NO_NOUNS = words(
    """
    in on at by to from with for of the a an and or but as that his her its their this last next about after before
    until since during over into against down up off out him them us it me you when where while than more all not
    """
)
"""Words behind a participle that are no noun it could describe."""


def _passive(tokens: Tokens, k: int) -> bool:
    """Is the participle at token k one of "to be completed", "will be published"? Then the verb before it decides."""
    j = _over_adverbs(tokens, k - 1)
    if tokens.low[j] == "being" and tokens.low[j - 1] in AFTERS:
        return False  # "after being delayed in March"
    return tokens.low[j] in BEING or tokens.low[j] in PRESENT or tokens.low[j] in STAYING


STAYING = words("stay stays remain remains keep keeps goes go sits lies")
"""Verbs in the present before a participle that says a state: "stays shut until the end of the month"."""

SENTENCE = 40
"""Tokens at the head of a sentence in which a past verb puts its deadlines behind."""

AFTERS = frozenset({"after", "since", "despite", "following", "upon"})


def _behind(tokens: Tokens, end: int) -> Tense:
    """The verb behind a time that opens its clause: "On Monday, the court will hear …"."""
    if not NOUNS_AHEAD.isdisjoint(tokens.low[end : end + 2]):
        return "past" if any(is_past(tokens, k) for k in range(min(end, SENTENCE))) else "future"
    for k in range(end, min(end + AHEAD_REACH, tokens.size)):
        low = tokens.low[k]
        if low in STOPS:
            return ""
        if low in ("will", "ll", "shall") or (low in PLANNING and tokens.low[k + 1] == "to"):
            return "future"
        if low in ("is", "are") and tokens.low[k + 1] in ("expected", "scheduled", "due", "set", "likely", "slated"):
            return "future"
        if is_past(tokens, k):
            return "past"
    return ""
