"""Does the verb of its clause govern a figure's own noun phrase? Where it governs only what is around, it is not its verb."""

from __future__ import annotations

from parsers.facts.quantity.objects import MOVING, Figure
from parsers.facts.quantity.trends import FALLING, GOING, LIFTING, LOWERING, RISING
from parsers.facts.syntax import Phrase, Verb
from parsers.facts.syntax.lexicon import SPEECH, TEMPORAL
from parsers.facts.tokens import words

GROUPS = words(
    """
    total number numbers group groups team crowd unit squad delegation majority minority half most some series string range couple set fleet crew force population batch package pair line lot bunch
    average minimum maximum record score handful all both part portion share rest remainder quarter third least excess many any each one none kind sort force army
    """
)
"""Nouns whose `of` leads to what they consist of: the verb of one is that of the other ("a group of 22 officers will have finished")."""

WHOLES = GROUPS | words(
    "issue offering fleet network chain portfolio workforce membership staff circulation attendance audience capacity list collection workload inventory stock herd flock"
)
"""Nouns that have what their `of` counts: "a fleet of 12 ships"."""

CHANGING = RISING | FALLING | LIFTING | LOWERING | GOING

HANDING = words(
    "give sell pay offer lend send award grant owe loan hand limit confine extend move transfer bring take distribute deliver ship restrict"
)
"""Verbs whose `to` leads to who or what gets their object."""

TRADING = words(
    "sell buy purchase acquire build rebuild repair restore renovate refit finish complete make lease let rent hire charter settle insure auction trade offer order work exchange swap redeem assume charge"
)
"""Verbs whose `for` or `at` tells their price, in money or shares, whatever is between."""

VOTES = words("vote votes majority margin")
"""What a decision is taken with, or by."""

SUPPLYING = words(
    "supply provide present equip charge entrust fund furnish reward leave credit begin start end open fill"
)
"""Verbs whose `with` leads to an object."""

HAPPENED = words("after before since following despite until during amid when while")
"""Words in front of another happening, whose time a length of time behind it may tell."""

SPANNING = words("ago earlier later before after")
"""Words behind a length of time that make it a point in time."""

BESIDE = words("following despite including excluding except unlike")
"""Prepositions of what is beside the clause."""

AMID = words("between among")
PARTING = words("divide split share choose distribute range rank vary number alternate")
"""Verbs that take `between` or `among`; with others these belong to a noun."""

SAYING = words("say believe think argue claim insist hear hope complain")
"""Verbs that take a clause and no figure: whatever figure is behind them is of a clause that was not seen."""

DEEPEST = 4
"""Phrases climbed from one to the one that it belongs to."""

CONTRACTED = {"re": "are", "m": "am", "s": None, "ve": None, "d": None, "ll": None}
"""What is left of a verb behind an apostrophe, written out where it is one verb only."""


FINDING = words("find found show reveal")
"""Verbs behind a figure whose subject only tells it: "one in five rents, a survey found"."""


def governed(figure: Figure) -> bool:
    """Is the figure in the subject, an object or a complement of the verb of its clause?

    False where it is in a phrase that belongs to a noun ("a conflict between the two sides", "the kidnap of a nine-year-old
    girl"), or behind an inserted clause.
    """
    verb, i = figure.clause.verb, figure.measure.start
    if verb is None:
        return False
    if verb.start <= i < verb.end:
        return True
    subject = figure.clause.subject
    if (
        i < verb.start
        and (verb.lemma in SPEECH or verb.lemma in FINDING)
        and not (subject is not None and subject.start <= i < subject.end)
    ):
        return False  # "debentures yielding 8.8 percent, said the manager"
    if _apart(figure, verb):
        return False
    if figure.phrase is None:
        return verb.end <= i and all(tag in "RXD" for tag in figure.parse.tags[verb.end : i])
    if (verb.lemma in SAYING and i >= verb.end) or (verb.lemma == "age" and figure.measure.subtype != "age"):
        return False
    return not _resumed(figure, verb) and _reaches(figure, verb, figure.phrase, 0)


def _apart(figure: Figure, verb: Verb) -> bool:
    """Is it what another is compared with, or where a place is: "a well | 65 miles south of Lund"?"""
    if verb.lemma == "compare" and not verb.finite:
        return True
    measure, low = figure.measure, figure.tokens.low
    return (
        measure.subtype == "length" and low[measure.end] in DIRECTIONS and figure.parse.tags[measure.start - 1] in "N,"
    )


DIRECTIONS = words("north south east west northeast northwest southeast southwest")
"""Words behind a length that tells how far a place is from another."""


def _resumed(figure: Figure, verb: Verb) -> bool:
    """Does the sentence go on behind an inserted clause: "cut the rate, at which banks borrow, | to 1.25 percent"?

    So it does behind the comma of a reduced clause: "for the week ended May 5, | a 7 percent rise".
    """
    clause, i, tags = figure.clause, figure.measure.start, figure.parse.tags
    if i < verb.end:
        return False
    if clause.link == "reduced" and verb.lemma in ("end", "start", "begin"):
        return True  # "fell by 4 tons in the week ended May 5 to 127 tons"
    comma = next((k for k in range(verb.end, i) if tags[k] == ","), None)
    if comma is None:
        return _set_beside(figure, verb)
    if clause.link == "reduced":
        return True
    if clause.link != "relative" or clause.opener is None:
        return False
    first = clause.opener - 1 if tags[clause.opener - 1] == "I" else clause.opener
    return tags[first - 1] == "," and tags[comma + 1] in "IT"


def _set_beside(figure: Figure, verb: Verb) -> bool:
    """Was the noun behind "compared to" taken for a verb: "a loss of 5 million, compared to | profit of 4"?"""
    return figure.tokens.low[verb.start] == "to" and figure.tokens.low[verb.start - 1] in (
        "compared",
        "up",
        "down",
        "due",
    )


def _reaches(figure: Figure, verb: Verb, phrase: Phrase, depth: int) -> bool:
    """Does the verb reach a phrase: as subject or object, or through its preposition?"""
    parse = figure.parse
    at = next((c.preposition for c in parse.complements if c.phrase.start == phrase.start), None)
    if depth > DEEPEST:
        return False
    if at is None:
        return _bare(figure, verb, phrase, depth)
    if depth == 0 and _ago(figure, phrase):
        first = phrase._replace(start=figure.measure.start)
        return first.start >= verb.end and _spans(figure, verb, first)
    if figure.clause.agent is not None and figure.clause.agent.start == phrase.start:
        return True
    number = parse.hosts.get(at)
    host = parse.phrase_at(number) if number is not None else None
    if figure.tokens.low[at] in BESIDE or (figure.tokens.low[at] in AMID and verb.lemma not in PARTING):
        return False
    if figure.tokens.low[at] in ("with", "by") and figure.tokens.low[phrase.head] in VOTES:
        return True
    if figure.tokens.low[at] == "of":
        return _through_of(figure, verb, at, host, depth)
    if at < verb.start:
        return host is None and figure.measure.subtype == "duration" and _whole(figure)
    if host is None:
        return (
            at == verb.end
            or (depth == 0 and _lasting(figure, verb, at))
            or not {",", ";", "("} & {*parse.tags[verb.end : at]}
        )
    return (depth == 0 and _lasting(figure, verb, at)) or _through(figure, verb, at, host, depth)


def _through_of(figure: Figure, verb: Verb, at: int, host: Phrase | None, depth: int) -> bool:
    """ "reported a profit of 5 million", "a crowd of 500 came"; not "the closure of 12 stores"."""
    if figure.tokens.low[at - 1] == "instead":
        return False
    if host is None:
        return at >= verb.end
    low, tags = figure.tokens.low, figure.parse.tags
    counted = figure.measure.subtype in ("count", "age", "ranking", "ordinal")
    if counted and low[host.head] not in GROUPS and tags[host.head] != "#":
        return False
    return _reaches(figure, verb, host, depth + 1)


def _through(figure: Figure, verb: Verb, at: int, host: Phrase, depth: int) -> bool:
    """Does a preposition behind a noun belong to the verb: "raised its fee | to 5 dollars"; not "signed a pact | with 5 states"?"""
    low, parse, subtype = figure.tokens.low, figure.parse, figure.measure.subtype
    word = low[at]
    direct = any(o.start <= host.start < o.end for o in figure.clause.objects)
    told = parse.tags[host.head] == "#" or _dated(figure, host) or (host.start >= verb.end and _numbered(figure, host))
    if word in MOVING and (verb.lemma in CHANGING or told):
        return verb.lemma in CHANGING or _dated(figure, host) or _reaches(figure, verb, host, depth + 1)
    if word in MOVING and subtype != "count":
        return direct
    if word == "to":
        return direct and verb.lemma in HANDING
    if word in ("for", "at") and verb.lemma in TRADING:
        return subtype == "money" or figure.measure.unit.code == "{share}"
    if word == "for":
        return direct and subtype == "money"
    return word == "with" and verb.lemma in SUPPLYING and direct


def _dated(figure: Figure, phrase: Phrase) -> bool:
    """Is a phrase a time: "on March 2 and | 3 at 34 dollars"?"""
    low, first = figure.tokens.low, phrase.start
    first -= 2 if low[first - 1] in ("and", "or", ",") and low[phrase.head].isdecimal() else 0
    return not TEMPORAL.isdisjoint(low[max(0, first - 1) : phrase.end])


def _lasting(figure: Figure, verb: Verb, at: int) -> bool:
    """Is it a length of time behind a preposition, and no happening between it and the verb whose time it may be?"""
    if figure.measure.subtype != "duration" or not _whole(figure):
        return False
    between = range(verb.end, at)
    return not any(figure.tokens.low[k] in HAPPENED for k in between) and _prepositions(figure, verb, at) < 3


def _whole(figure: Figure) -> bool:
    return figure.phrase is None or figure.phrase.head < figure.measure.end


def _prepositions(figure: Figure, verb: Verb, at: int) -> int:
    return sum(figure.parse.tags[k] in "IT" for k in range(verb.end, at))


def _numbered(figure: Figure, phrase: Phrase) -> bool:
    return "#" in figure.parse.tags[phrase.start : phrase.head + 1]


def _bare(figure: Figure, verb: Verb, phrase: Phrase, depth: int) -> bool:
    """A phrase without a preposition: subject, object, one more of a list, or a measure behind the verb."""
    clause, parse, low = figure.clause, figure.parse, figure.tokens.low
    if any(second.start == phrase.start for _, second in parse.appositions):
        return False
    told = (*clause.objects, *([clause.subject] if clause.subject is not None and not clause.inherited else []))
    if any(p.start <= phrase.start < p.end for p in told):
        return True
    if clause.subject is not None and clause.subject.start <= phrase.start < clause.subject.end:
        return True
    spans = not {*low[phrase.start : phrase.end + 1]}.isdisjoint(SPANNING)
    if phrase.start < verb.start:
        return spans and phrase.start == clause.start
    k = phrase.start - 1
    while k >= verb.end and parse.tags[k] in "RX":
        k -= 1
    if k < verb.end:
        return True
    if parse.tags[k] in ",C":
        k -= parse.tags[k - 1] == ","
        before = parse.phrase_at(k - 1)
        return before is not None and before.start >= verb.end and _numbered(figure, before) and _reaches(figure, verb, before, depth + 1)  # fmt: skip
    if spans:
        return _spans(figure, verb, phrase)
    if _prepositions(figure, verb, phrase.start):
        return low[k] in TEMPORAL and verb.lemma in CHANGING
    return any(o.end == k + 1 for o in clause.objects) or parse.tags[k] not in "N#" or verb.lemma in CHANGING


def _ago(figure: Figure, phrase: Phrase) -> bool:
    """Is it a point in time right behind a name, taken for one phrase: "in Nice | two years ago"?"""
    i, low = figure.measure.start, figure.tokens.low
    return phrase.start < i and figure.parse.tags[i - 1] == "N" and low[figure.measure.end] in SPANNING


def _spans(figure: Figure, verb: Verb, phrase: Phrase) -> bool:
    """Is no other happening between the verb and a point in time, whose time it may be?"""
    happened = any(figure.tokens.low[n] in HAPPENED for n in range(verb.end, phrase.start))
    return not happened and _prepositions(figure, verb, phrase.start) < 2
