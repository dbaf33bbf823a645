"""People and what became of them: "killed 12 and wounded 40", "three missing", "nine were arrested", "no one was hurt"."""

from __future__ import annotations

from parsers.facts.quantity import companions, nouns
from parsers.facts.quantity.amounts import Amount
from parsers.facts.quantity.measure import Measure, things
from parsers.facts.quantity.nouns import Counted
from parsers.facts.quantity.numbers import WORDS
from parsers.facts.quantity.outcomes import (
    ACTIVE,
    AUXILIARIES,
    BEHIND_STATE,
    DOUBTS,
    HAPPENED,
    HEADS,
    HOW,
    LIFELESS,
    MORE,
    MOST_AUXILIARIES,
    NEVER_BARE,
    NOMINAL,
    OF_PEOPLE,
    OFFICES,
    OFFICIAL,
    OTHERWISE,
    PASSIVES,
    PLURALS,
    STATES,
    TO_HOSPITAL,
    VERBS,
    VIOLENT,
    WAYS,
)
from parsers.facts.tokens import PADDING, Tokens, words

PERSON = things("person")

CUES = frozenset(
    {
        *PASSIVES,
        *HAPPENED,
        *ACTIVE,
        *NOMINAL,
        "fatality",
        "fatalities",
        "lost",
        "toll",
        "hospital",
        "hospitals",
        "fatally",
        "frozen",
        "suffered",
        "sustained",
        "froze",
    }
)
"""A sentence without any of these tells of no victims."""


def at(tokens: Tokens, amount: Amount, noun: Counted | None, last: Measure | None) -> Measure | None:
    """The count of people that a number without a unit is, with their outcome, or None. `noun`: what is counted, when said."""
    if CUES.isdisjoint(tokens.low) or amount.unit is not None or amount.number.part or amount.value < 0:
        return None
    noun = None if _suffered(tokens, amount.end) else noun
    outcome = become(tokens, amount.start, amount.end, noun, last)
    if outcome is None:
        outcome = companions.beside(tokens, amount.start, amount.end, noun, last)
    if _part_only(tokens, amount.start) or (noun is None and _aged(tokens, amount.start)):
        return None
    if outcome is None or (noun is not None and noun.head in LIFELESS):
        return None
    several = noun is not None and _of_several(tokens, noun)
    of_people = noun is None or several or noun.head in ("person", "other", "victim", "casualty")
    found = Measure(
        start=amount.start, end=amount.end, value=amount.value, high=_high(amount), unit=PERSON if of_people else things(noun.head if noun else ""),
        subtype="count", noun=None if several else noun, outcome=outcome,
    )  # fmt: skip
    if _none_of(tokens, amount.start):
        return found._replace(value=0.0, high=None, of_value=amount.value)
    whole = companions.included_in(tokens, amount.start, last)
    return found._replace(of_value=whole) if whole is not None and whole > found.value else found


def _aged(tokens: Tokens, i: int) -> bool:
    """ "two boys aged three and | 13 died": is the number the last of several ages?"""
    return tokens.low[i - 1] in ("and", "or", ",") and tokens.low[i - 3] in ("aged", "ages")


def of_them(tokens: Tokens, amount: Amount, last: Measure | None) -> Measure | None:
    """ "three of them children", "three of whom died", "two fatally": some of those counted last."""
    j = amount.end
    k = j + 2 if tokens.low[j] == "of" and tokens.low[j + 1] in ("them", "whom") else j
    how = HOW.get(tokens.low[k]) if tokens.low[k + 1] in BEHIND_STATE and not CUES.isdisjoint(tokens.low) else None
    if (k == j and how is None) or last is None or last.unit.dimension != "count" or last.value < amount.value:
        return None
    behind = how or _became(tokens, k, last, bare=True)
    noun = None if behind else nouns.counted_at(tokens, k + 1 if tokens.low[k] in VERBS else k)
    if behind is None and noun is None:
        return None
    return Measure(
        start=amount.start, end=j, value=amount.value, unit=things(noun.head) if noun else last.unit, subtype="count",
        of_value=last.value, noun=noun, outcome=behind or last.outcome,
    )  # fmt: skip


def of_part(tokens: Tokens, found: Measure | None) -> Measure | None:
    """ "nine of the 14 hostages were freed": what became of the part, where a figure is one of people."""
    if found is None or found.noun is None or found.noun.head not in OF_PEOPLE or CUES.isdisjoint(tokens.low):
        return found
    k = found.noun.end
    if tokens.low[k] in PASSIVES:  # "three of the 14 people arrested were released"
        verb = next((n for n in range(k + 1, k + _LATE) if tokens.low[n] in companions.PLURAL_VERBS), None)
        outcome = _became(tokens, verb, None, bare=False) if verb is not None else None
    else:
        outcome = become(tokens, found.start, found.end, found.noun, None)
    return found if outcome is None else found._replace(outcome=outcome)


_LATE = 8
"""Tokens from people and what they were before to what some of them became."""


def whole_of(tokens: Tokens, amount: Amount, last: Measure | None) -> bool:
    """Is the number the whole of which some became so ("nine of | the 14 hostages were freed")? Of it the verb tells nothing."""
    if last is None or last.outcome is None or last.of_value != amount.value or amount.start < last.end:
        return False
    if last.noun is None or tokens.low[last.noun.end] in PASSIVES:
        return False
    return amount.start < last.noun.start and "of" in tokens.low[last.end : amount.start]


def _of_several(tokens: Tokens, noun: Counted) -> bool:
    """ "52 policemen, soldiers and guards": one number for several sorts of people."""
    k = noun.end
    other = tokens.low[k + 1]
    if tokens.low[k] not in (",", "and") or not other.isalpha() or noun.head not in OF_PEOPLE:
        return False
    if tokens.text[noun.start][:1].isupper() and tokens.text[k + 1][:1].isupper():
        return False
    return nouns.singular(other) in OF_PEOPLE and nouns.singular(other) != other


QUANTIFIERS = words(
    "many most some several few part half any all members each anyone someone one two three four five which percent number"
)


MAGNITUDES = words("hundred thousand million billion dozen score")
"""Number words before "of" that are no part of what follows: "dozens of", "a score of"."""


def _part_only(tokens: Tokens, i: int) -> bool:
    """ "how many of the 300", "most of the 40", "nine of the 14": not all of them became so."""
    k = i - 1 if tokens.low[i - 1] in ("the", "its", "those", "these", "their") else i
    if k < 2 or tokens.low[k - 1] != "of":
        return False
    before = tokens.low[k - 2]
    return before in QUANTIFIERS or before[:1].isdecimal() or (before in WORDS and before not in MAGNITUDES)


def _none_of(tokens: Tokens, i: int) -> bool:
    """ "none of the 40 passengers"."""
    k = i - 1 if tokens.low[i - 1] in ("the", "its", "those", "these", "their") else i
    return tokens.low[k - 2 : k] in (["none", "of"], ["neither", "of"])


def _high(amount: Amount) -> float | None:
    return None if amount.number.high is None else amount.value / amount.number.value * amount.number.high


def become(tokens: Tokens, start: int, end: int, noun: Counted | None, last: Measure | None) -> str | None:
    """What became of the people counted over tokens `start` to `end`, or None."""
    if noun is not None and noun.head in HEADS:
        return HEADS[noun.head]
    if noun is not None and noun.head == "life":
        return None if TAKEN.isdisjoint(tokens.low[max(0, start - 6) : noun.end + 4]) else "dead"
    j = noun.end if noun else end
    done_to = companions.done_to(tokens, start)
    behind = None if done_to else _behind(tokens, start, j, last, bare=noun is None)
    if behind:
        return behind
    if noun is not None and noun.start > end - 1 and tokens.low[noun.start] in STATES and noun.head in OF_PEOPLE:
        return STATES[tokens.low[noun.start]]
    if noun is None and not (_ends_here(tokens, end) or companions.in_clause(tokens, start, end)):
        return None
    return _before(tokens, start, end, noun, last) or _toll(tokens, start, last) or _number_of(tokens, start)


TAKEN = words("claimed claims claiming claim cost costs costing lost taken took taking")


def _ends_here(tokens: Tokens, j: int) -> bool:
    """Is nothing counted behind the number?"""
    j = j + 1 if tokens.low[j] in MORE else j
    return tokens.low[j] in BEHIND_STATE and not (tokens.low[j] in ("-", "–") and tokens.glued(j))


def _behind(tokens: Tokens, start: int, j: int, last: Measure | None, *, bare: bool) -> str | None:
    """ "12 dead", "nine were arrested", "two charged" beside another outcome, "seven women and three men were killed"."""
    k = j + 1 if tokens.low[j] in MORE and bare else j
    suffered = _suffered(tokens, k)
    if suffered:
        return suffered
    if tokens.low[k] in ("who", "that") and not bare:
        return None
    told = _became(tokens, k, last, bare=bare)
    if told is None and tokens.low[k : k + 2] == ["to", "death"] and tokens.low[start - 1] in VIOLENT:
        return "dead"
    verb = companions.verb_of_all(tokens, start, k, bare=bare) if told is None else k
    return _became(tokens, verb, last, bare=bare) if verb > k else told


_SUFFERED = words("suffered sustained received suffer sustain")


def _suffered(tokens: Tokens, k: int) -> str | None:
    """ "60 suffered slight injuries" from the verb at token k."""
    return "injured" if tokens.low[k] in _SUFFERED and not HURTS.isdisjoint(tokens.low[k + 1 : k + 4]) else None


HURTS = words("injuries injury wounds burns")


def _became(tokens: Tokens, first: int, last: Measure | None, *, bare: bool) -> str | None:
    """The outcome that the words from token `first` say of the people before them."""
    k = first
    while k < first + MOST_AUXILIARIES and tokens.low[k] in AUXILIARIES:
        k += 1
    low = tokens.low[k]
    if low in HAPPENED or (low == "lost" and tokens.low[k + 1 : k + 3] == ["their", "lives"]):
        return HAPPENED.get(low, "dead")
    joined = _of_two_words(tokens, k, passive=k > first)
    if joined:
        return joined
    j = k + 2 if tokens.low[k + 1] in WAYS else k + 1
    if tokens.low[j] not in BEHIND_STATE:
        return STATES.get(low) if k == first and tokens.low[j] in VERBS else None
    if (
        low in PASSIVES
        and tokens.low[k + 1] in ("or", ",")
        and tokens.low[k + 2] in PASSIVES
        and "or" in tokens.low[k + 1 : k + 4]
    ):
        return MIXED
    if k > first:
        return PASSIVES.get(low)
    told = STATES.get(low)
    beside = last is not None and last.outcome is not None
    return told or (
        PASSIVES.get(low) if beside or (bare and tokens.low[k + 1] in ("in", "with", "over", "after")) else None
    )


def _of_two_words(tokens: Tokens, k: int, *, passive: bool) -> str | None:
    """ "shot dead", "burned to death", "taken to hospital" from token k."""
    low, behind = tokens.low[k], tokens.low[k + 1 : k + 3]
    if low in VIOLENT and behind[0] == "dead":
        return "dead"
    if behind == ["to", "death"] and low not in ("sentenced", "condemned"):
        return "dead"
    if passive and low in TO_HOSPITAL and behind[0] == "to" and not HOSPITALS.isdisjoint(tokens.low[k + 2 : k + 6]):
        return "hospitalized"
    return None


HOSPITALS = words("hospital hospitals")

MIXED = "casualty"
"""Killed or wounded: one or the other, the text does not say how many of each."""


def _other_object(verb: str, noun: Counted | None) -> bool:
    """May the verb be about something else than people ("executed two licences")?"""
    if noun is None:
        return verb in NEVER_BARE
    return verb in OTHERWISE and noun.head not in OF_PEOPLE


def _by_office(tokens: Tokens, k: int, end: int, last: Measure | None) -> bool:
    """Does the verb before token k say what police, a court or a hospital did to people that are only counted?"""
    if (last is not None and last.outcome is not None) or not OFFICES.isdisjoint(tokens.low[max(0, k - 7) : k - 1]):
        return True
    joined = tokens.low[end] in ("and", ",") and tokens.low[end + 1] in ACTIVE
    return joined and (tokens.text[end + 2][:1].isdecimal() or tokens.low[end + 2] in WORDS)


def _before(tokens: Tokens, i: int, end: int, noun: Counted | None, last: Measure | None) -> str | None:
    """ "killed 12", "wounding at least 40", "the death of 12 miners", "claimed the lives of 30", "Injured: 17"."""
    k = companions.opening(tokens, i)
    low = tokens.low[k - 1] if k else ""
    if low == ":" and k > 1:
        told = STATES.get(tokens.low[k - 2]) or PLURALS.get(tokens.low[k - 2])
        return "dead" if tokens.low[k - 3 : k - 1] == ["death", "toll"] else told
    if low in ("numbered", "number") and tokens.low[k - 2] in STATES:
        return STATES[tokens.low[k - 2]]
    if low == "and" and noun is not None and noun.head in OF_PEOPLE:
        k = companions.verb_before_another(tokens, k, noun.end)
        low = tokens.low[k - 1]
    if low == "dead" and tokens.low[k - 2] in VIOLENT:
        return "dead"
    if low in ACTIVE and not _other_object(low, noun):
        if low in ("wound", "wounds", "hurt", "hurts") and noun is None and tokens.low[k - 2] in ("a", "the", "its"):
            return None
        if noun is None and low in OFFICIAL and not _by_office(tokens, k, end, last):
            return None
        return MIXED if tokens.low[k - 2] == "or" and tokens.low[k - 3] in ACTIVE else ACTIVE[low]
    if low in HAPPENED and noun is not None and noun.head in OF_PEOPLE:
        return HAPPENED[low]  # "murieron 12 personas"
    if low == "of" and tokens.low[k - 2] == "lives" and TAKEN.isdisjoint(tokens.low[max(0, k - 6) : k - 2]):
        return None  # average lives of 12.1 years
    if low == "of" and tokens.low[k - 2] in NOMINAL:
        return NOMINAL[tokens.low[k - 2]]
    return None


TOLL_REACH = 10


LINKS = words("to at of reached hit passed exceeded than topped from is was over least about around past nearly almost")
"""Right before the figure of a toll."""


def _linked(tokens: Tokens, i: int) -> bool:
    """ "rose to 43", "is now 43": does a link to what is counted are before the number?"""
    k = i - 1
    while k > i - 4 and tokens.low[k] in ("now", "currently", "already", "officially", "still"):
        k -= 1
    return tokens.low[k] in LINKS or (k < i - 1 and tokens.low[k - 1 : k + 1] == ["toll", ","])


def _number_of(tokens: Tokens, i: int) -> str | None:
    """ "the number of dead is at 43", "the number of people killed rose to 64"."""
    if not _linked(tokens, i):
        return None
    for k in range(i - 2, max(-1, i - 1 - TOLL_REACH), -1):
        if tokens.low[k] in ("number", "numbers") and tokens.low[k + 1] == "of":
            told = [
                STATES.get(low) or PLURALS[low] for low in tokens.low[k + 2 : k + 6] if low in STATES or low in PLURALS
            ]
            return told[0] if told else None
        if tokens.low[k] in (".", ";", ":") or tokens.low[k][:1].isdecimal():
            return None
    return None


def _toll(tokens: Tokens, i: int, last: Measure | None) -> str | None:
    """ "the death toll rose to 43", "the toll stood at 12", "bringing the total to 19"."""
    if not _linked(tokens, i):
        return None
    if last is not None and last.outcome == "dead" and tokens.low[i - 2 : i] in (["total", "to"], ["number", "to"]):
        return "dead"
    for k in range(i - 1, max(-1, i - 1 - TOLL_REACH), -1):
        low = tokens.low[k]
        if low == "toll" and tokens.low[k + 1] not in ("road", "roads", "booth", "bridge", "charges"):
            return "dead" if tokens.low[k - 1] in ("death", "the") else None
        if low in (".", ";", ":") or low[:1].isdecimal():
            return None
    return None


def _behind_nobody(tokens: Tokens, i: int) -> int:
    """The token behind "nobody", "no one" or "no-one"."""
    if tokens.low[i] == "nobody":
        return i + 1
    return i + 2 if tokens.low[i + 1] == "one" else i + 3 if tokens.low[i + 2] == "one" else i + PADDING


def nobody(tokens: Tokens, i: int) -> Measure | None:
    """ "no one was hurt", "nobody has been killed", "there were no injuries": none at all, plainly said."""
    if not DOUBTS.isdisjoint(tokens.low[max(0, i - 8) : i]):
        return None
    if tokens.low[i - 1] in ACTIVE and i and tokens.low[_behind_nobody(tokens, i)] in BEHIND_STATE:
        return Measure(
            start=i, end=_behind_nobody(tokens, i), value=0.0, unit=PERSON, subtype="count", outcome=ACTIVE[tokens.low[i - 1]],
        )  # fmt: skip
    if tokens.low[i] == "no" and tokens.low[i - 2 : i] in (["there", "were"], ["there", "was"]):
        return _none(tokens, i, i + 1)
    j = _behind_nobody(tokens, i)
    if tokens.low[i] == "no" and not (tokens.low[i + 1] == "one" or tokens.low[i + 1 : i + 3] == ["-", "one"]):
        return None
    k = j
    while k < j + MOST_AUXILIARIES and tokens.low[k] in AUXILIARIES - {"feared", "believed", "reported"}:
        k += 1
    outcome = HAPPENED.get(tokens.low[k]) or (PASSIVES.get(tokens.low[k]) if k > j else None)
    if outcome is None or tokens.low[k + 1] not in BEHIND_STATE:
        return None
    return Measure(start=i, end=j, value=0.0, unit=PERSON, subtype="count", outcome=outcome)


def _none(tokens: Tokens, i: int, j: int) -> Measure | None:
    """ "there were no deaths or injuries": of the first of them."""
    head = nouns.singular(tokens.low[j])
    if head not in HEADS and head != "casualty":
        return None
    if tokens.low[j + 1] not in (".", ",", ";", "in", "or", "and", "", "among", "from"):
        return None
    return Measure(
        start=i, end=j + 1, value=0.0, unit=PERSON, subtype="count", outcome=HEADS.get(head, "casualty"),
    )  # fmt: skip
