"""How exactly a number is meant: bounds before and behind it, and the direction of a change."""

from __future__ import annotations

from parsers.facts.tokens import Tokens, words

BEFORE: dict[tuple[str, ...], str] = {
    ("up", "to"): "<=", ("as", "much", "as"): "<=", ("as", "many", "as"): "<=", ("as", "high", "as"): "<=", ("at", "most"): "<=", ("at", "most", ","): "<=", ("no", "more", "than"): "<=",
    ("not", "more", "than"): "<=", ("maximum", "of"): "<=", ("not", "exceeding"): "<=", ("capped", "at"): "<=", ("as", "far", "as"): "<=", ("no", "later", "than"): "<=",
    ("under",): "<", ("below",): "<", ("less", "than"): "<", ("fewer", "than"): "<", ("lower", "than"): "<", ("just", "under"): "<", ("well", "under"): "<",
    ("just", "below"): "<", ("within",): "<=", ("smaller", "than"): "<", ("sub", "-"): "<", ("short", "of"): "<", ("younger", "than"): "<", ("<",): "<", ("≤",): "<=",
    ("over",): ">", ("more", "than"): ">", ("above",): ">", ("exceeding",): ">", ("exceeded",): ">", ("exceeds",): ">", ("exceed",): ">", ("in", "excess", "of"): ">",
    ("upwards", "of"): ">", ("upward", "of"): ">", ("greater", "than"): ">", ("higher", "than"): ">", ("larger", "than"): ">", ("beyond",): ">", ("surpassing",): ">",
    ("surpassed",): ">", ("surpass",): ">", ("topped",): ">", ("topping",): ">", ("longer", "than"): ">", ("older", "than"): ">", (">",): ">", ("past",): ">",
    ("passed",): ">", ("crossed",): ">", ("breached",): ">",
    ("north", "of"): ">", ("better", "than"): ">", ("bigger", "than"): ">", ("just", "over"): ">", ("well", "over"): ">", ("over", "than"): ">",
    ("at", "least"): ">=", ("no", "less", "than"): ">=", ("not", "less", "than"): ">=", ("no", "fewer", "than"): ">=", ("minimum", "of"): ">=", ("a", "minimum"): ">=",
    ("as", "low", "as"): ">=", ("as", "little", "as"): ">=", ("as", "few", "as"): ">=", ("from", "at", "least"): ">=", ("≥",): ">=", ("starting", "at"): ">=",
    ("around",): "~", ("about",): "~", ("approximately",): "~", ("approx",): "~", ("approx", "."): "~", ("roughly",): "~", ("some",): "~", ("circa",): "~", ("nearly",): "~",
    ("almost",): "~", ("close", "to"): "~", ("nearer", "to"): "~", ("estimated",): "~", ("an", "estimated"): "~", ("estimated", "at"): "~", ("~",): "~", ("≈",): "~",
    ("somewhere", "around"): "~", ("in", "the", "region", "of"): "~", ("in", "the", "order", "of"): "~", ("on", "the", "order", "of"): "~", ("average", "of"): "~",
    ("averaged",): "~", ("averaging",): "~", ("averages",): "~", ("an", "average"): "~", ("c", "."): "~", ("more", "or", "less"): "~", ("ca", "."): "~",
    ("virtually",): "~", ("practically",): "~", ("just", "about"): "~", ("another",): "=", ("exactly",): "=", ("precisely",): "=", ("a", "whopping"): "=", ("or", "about"): "~",
    ("or", "around"): "~", ("or", "some"): "~", ("maximum",): "<=", ("minimum",): ">=",
}  # fmt: skip
"""Words right before the number (lower case), to the bound."""

BEHIND: dict[tuple[str, ...], str] = {
    ("or", "more"): ">=", ("or", "above"): ">=", ("or", "over"): ">=", ("and", "above"): ">=", ("and", "over"): ">=", ("or", "higher"): ">=", ("or", "older"): ">=",
    ("+",): ">=", ("plus",): ">=", ("at", "least"): ">=", ("or", "less"): "<=", ("or", "fewer"): "<=", ("or", "under"): "<=", ("or", "below"): "<=", ("or", "lower"): "<=",
    ("at", "most"): "<=", ("↑",): ">", ("↓",): "<", ("or", "so"): "~", ("odd",): "~", ("-", "odd"): "~", ("maximum",): "<=", ("minimum",): ">=",
}  # fmt: skip

LAST_WORDS = frozenset(phrase[-1] for phrase in BEFORE)
FIRST_WORDS = frozenset(phrase[0] for phrase in BEHIND)

LENGTHS = frozenset(
    {"year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "decade", "decades"}
)

OVER_IS_MORE = frozenset(
    {
        "for",
        "just",
        "well",
        "of",
        "lasted",
        "lasting",
        "took",
        "takes",
        "after",
        "is",
        "was",
        "been",
        "spent",
        "with",
        "in",
        "at",
        "only",
        "aged",
    }
)
"""Words before "over" with which it means more than, also before a length of time."""

SKIPPED = words(
    """
    a an the only just even its total of his their her
    """
)
"""Words that may are between a bound and its number ("more than a million" has its article in the number)."""

KNOWN = words("the its his their her")
"""Between "above" and a number these name a figure that is known: what is compared with it is another one."""

UP = words(
    """
    rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs
    climbed climbing gain gains gained gaining jump jumps jumped jumping surge surges surged surging soar soars
    soared soaring advance advances advanced advancing rally rallied rallies rallying add adds added up
    rebound rebounds rebounded expand expands expanded expanding leap leaps leapt accelerated edged-up doubled
    tripled quadrupled raise raises raised raising spiked swelled
    """
)
DOWN = words(
    """
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining slide slides slid
    sliding lose loses lost losing plunge plunges plunged plunging tumble tumbles tumbled slip slips slipped
    slipping decrease decreases decreased decreasing shrink shrinks shrank shrinking cut cuts cutting reduce reduces
    reduced reducing down lowered sank sink sinks plummet plummets plummeted plummeting shed sheds shaved
    eased eases easing dipped dips dip slump slumped slumps contracted crashed
    """
)

RAISED = frozenset({"raise", "raises", "raised", "raising"})

TREND_REACH = 5
"""Tokens between the verb of a change and its number ("fell by a further 3 pct")."""

BETWEEN_TREND = words(
    """
    by to from a an the some about around nearly almost more than over further another as much at only just slightly
    sharply roughly approximately up down its or least additional under less ended record well below above of $ € £
    ¥ us hk y = rm - steadily marginally significantly back annually out off edged closed average
    """
)


def before(tokens: Tokens, i: int) -> tuple[str, int, int] | None:
    """The bound that ends right before token i: sign, first token, token behind it."""
    for k in (i, i - 1) if tokens.low[i - 1] in SKIPPED and i else (i,):
        for length in (4, 3, 2, 1) if tokens.low[k - 1] in LAST_WORDS else ():
            if k - length < 0:
                continue
            sign = BEFORE.get(tuple(tokens.low[k - length : k]))
            if sign in ("<", ">", "~") and k < i and tokens.low[k] in KNOWN:
                return None  # "above the 210 million of last year"
            if sign and k < i and length == 1 and _prepositional(tokens, k) and _compound(tokens, i):
                return None  # "the facts about a 26-year-old", "powers under a 30-day decree"
            if sign and not _other_sense(tokens, k - length, k):
                outer = before(tokens, k - length) if sign == "~" and k - length else None
                return (
                    (outer[0], outer[1], k) if outer is not None and outer[2] == k - length else (sign, k - length, k)
                )
    return None


PREPOSITIONS = words("about around under over above below beyond within past")


def _prepositional(tokens: Tokens, k: int) -> bool:
    """May the bound before the article at token k be a preposition: `under a 30-day decree`, not `about a 10-minute walk`?"""
    near = tokens.low[k - 1] in ("about", "around") and tokens.low[k] in ("a", "an")
    return tokens.low[k - 1] in PREPOSITIONS and not near


def _compound(tokens: Tokens, i: int) -> bool:
    """Is the number at token i joined by a hyphen to what it measures: `30-day`?"""
    return tokens.low[i + 1] == "-" and tokens.glued(i + 1) and tokens.glued(i + 2)


def _lasts(tokens: Tokens, i: int) -> bool:
    """Is the number at token i one of a length of time? "over ten years" mostly means during them."""
    return any(low in LENGTHS for low in tokens.low[i : i + 4])


TAG = 5
"""Tokens of a ticker or a tag in angle brackets."""


CROSSING = frozenset({"passed", "crossed", "breached"})
"""Verbs of reaching a mark, when a large number follows them."""

GRADED = words(
    "graded grading grade grades assayed assaying assays intersection intersected ounce ounces gram grams oz"
)
STRETCHES = words("feet foot ft metres meters metre meter m yards")
RACES = words(
    "race races heat heats sprint sprints final finals event events hurdles jumps fences course courses distance run swim swum won"
)
GRADED_REACH = 14
"""Tokens before "over" in which an ore is graded."""


def _across(tokens: Tokens, first: int, end: int) -> bool:
    """ "graded two ounces over 23 feet": the stretch of a drill core, no bound."""
    if STRETCHES.isdisjoint(tokens.low[end + 1 : end + 4]):
        return False
    if not RACES.isdisjoint(tokens.low[max(0, first - 2) : first]):
        return True  # "three races over 100 metres"
    return not GRADED.isdisjoint(tokens.low[max(0, first - GRADED_REACH) : first])


def _is_year(tokens: Tokens, k: int) -> bool:
    return len(tokens.text[k]) == 4 and tokens.text[k][:2] in ("19", "20")


def _other_sense(tokens: Tokens, first: int, end: int) -> bool:
    """ "past 30 days", "over the past": times, not bounds. "within" bounds only lengths, which the caller knows."""
    low = tokens.low[first]
    if low == ">":
        return "<" in tokens.low[max(0, first - TAG) : first]  # <GM>, a ticker
    if low == "over" and _lasts(tokens, end):
        return tokens.low[first - 1] not in OVER_IS_MORE
    if low == "over" and _across(tokens, first, end):
        return True
    if low in CROSSING:
        return (
            len(tokens.text[end].replace(",", "")) < 4 or not tokens.text[end][0].isdecimal() or _is_year(tokens, end)
        )
    return (low in ("past", "over") and tokens.low[first - 1] in ("the", "from", "get", "right")) or (
        low == "some" and not tokens.text[end][:1].isdecimal() and tokens.low[first - 1] == "of"
    )


def inside(tokens: Tokens, i: int, j: int) -> tuple[str, int, int] | None:
    """ "15-plus years", "300-odd people": the bound between the number and what is measured."""
    for k in range(i + 1, min(j, i + 5) + 1):
        if tokens.low[k] in ("plus", "odd") and tokens.low[k - 1] == "-" and tokens.glued(k):
            return (">=" if tokens.low[k] == "plus" else "~"), k, k + 1
    return None


def behind(tokens: Tokens, j: int) -> tuple[str, int, int] | None:
    """The bound that begins at token j, behind a quantity."""
    for length in (2, 1) if tokens.low[j] in FIRST_WORDS else ():
        sign = BEHIND.get(tuple(tokens.low[j : j + length]))
        if sign and not (sign == ">=" and tokens.low[j] == "plus" and tokens.text[j + 1][:1].isdecimal()):
            return sign, j, j + length
    return None


def trend(tokens: Tokens, i: int) -> str | None:
    """up or down when the number at token i is what something rose or fell by or to."""
    for k in range(i - 1, max(-1, i - 1 - TREND_REACH), -1):
        low = tokens.low[k]
        if low == "up" and tokens.low[k + 1] == "to" and tokens.low[k - 1] not in UP:
            return None  # "up to" is a bound
        if low in ("up", "down") and tokens.low[k + 1] == "from":
            return None
        if low in RAISED and not {"by", "to", "from"} & {*tokens.low[k + 1 : i]}:
            return None  # funds are raised without rising
        if low in UP:
            return "up"
        if low in DOWN:
            return "down"
        if low not in BETWEEN_TREND:
            return None
    return None
