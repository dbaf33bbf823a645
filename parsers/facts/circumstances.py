"""When and where what a clause tells of was: the time and the place that are said of it and of nothing else."""

from __future__ import annotations

from bisect import bisect_left

from parsers.facts import settings
from parsers.facts.argument_nouns import FACILITIES, UNITS
from parsers.facts.arguments import members_of
from parsers.facts.mentions import posts
from parsers.facts.quantity.places import PARTS
from parsers.facts.reading import Reading
from parsers.facts.syntax import Complement, Located, Phrase, cues
from parsers.facts.syntax.lexicon import SPEECH, TEMPORAL
from parsers.model import Fact, Mention


def time_within(
    known: tuple[Fact, ...], found: Located, token: int, *, own: bool = False, up_to: int | None = None
) -> settings.Time:
    """The time of the clause of a token: one that the same clause holds, the nearest; none when only others hold one.

    With `own`, one that is said of the noun at the token itself; none from the token `up_to` on.
    """
    number = found.parse.owner[token]
    clause = found.parse.clauses[number]
    tokens, at = found.tokens, found.at
    start, end = at + tokens.start[clause.start], at + tokens.end[max(clause.start, clause.end - 1)]
    low = bisect_left(known, start, key=settings.anchor)
    high = bisect_left(known, end, key=settings.anchor)
    near = tuple(f for f in known[low:high] if _same_clause(found, number, token, found.token(settings.anchor(f))))
    if up_to is not None:
        near = tuple(f for f in near if found.token(settings.anchor(f)) < up_to)
    mine = tuple(f for f in near if not of_another(found, token, found.token(settings.anchor(f)), f))
    if own:
        mine = tuple(f for f in mine if _said_of(found, token, found.token(settings.anchor(f))))
        mine = () if _only_named(found, token) else mine
    return settings.nearest(mine, at + tokens.start[token])


def _same_clause(found: Located, number: int, token: int, when: int) -> bool:
    """Whether a time is in a clause and not parted from its verb by more than one comma, nor in a dateline."""
    if found.parse.owner[when] != number or found.tokens.low[token:when].count(",") > 1:
        return False
    return not any(found.tokens.low[k] in "-–—" and not found.tokens.glued(k) for k in range(when, token))


_OCCURRING = cues.OCCURRING | frozenset(
    "hold end open resume last conclude conduct break stage make give pay have".split()
)
"""Verbs whose time and place are those of the happening that is their subject or object."""


def occurs(found: Located, token: int, *, disaster: bool) -> bool:
    """Whether a noun of happening is what its clause's verb tells of: `talks | were held`; of a disaster, what it does."""
    clause, phrase = found.parse.clause_of(token), found.parse.phrase_at(token)
    verb = clause.verb
    if verb is None or phrase is None:
        return False
    told = clause.subject is not None and clause.subject.head == token
    if told and verb.lemma in ("follow", "precede"):
        return False  # "the trip follows a decision | 10 days ago"
    if told and disaster:
        return verb.lemma not in SPEECH
    return verb.lemma in _OCCURRING and (told or any(o.head == token for o in clause.objects))


def _said_of(found: Located, token: int, at: int) -> bool:
    """Whether a token is in the phrase of a noun, or behind it with nothing but what belongs to the noun between."""
    phrase = found.parse.phrase_at(token)
    if phrase is None or at < phrase.start or found.tokens.low[at] in _LATELY:
        return False
    verb = found.parse.clause_of(token).verb
    if verb is not None and token < verb.head < at:
        return False  # "the deal became public | last November"
    mine = {token}
    for complement in found.parse.complements:
        if not token < complement.preposition <= at:
            continue
        if found.parse.hosts.get(complement.preposition) not in mine:
            return False
        mine.update(range(complement.phrase.start, complement.phrase.end))
    return "," not in found.tokens.low[token:at]


def _only_named(found: Located, token: int) -> bool:
    """Whether a noun of happening is what somebody proposes or speaks of, so that the time may be that of the speech."""
    clause = found.parse.clause_of(token)
    verb = clause.verb
    if verb is None or verb.end > token or not any(o.head == token for o in clause.objects):
        return False
    return verb.lemma in SPEECH or verb.lemma in _NAMING


_NAMING = frozenset(
    "propose recommend approve reject discuss consider welcome oppose criticise criticize back support demand seek request terminate abandon".split()
)
_LATELY = frozenset("recently newly previously already".split())
"""Adverbs that before a noun belong to its participle: `a | recently announced merger`."""
_ASIDE = frozenset("despite amid following after before since".split())
_LATER = frozenset(
    "delivery deliveries shipment distribution use release completion consumption arrival loading publication settlement payment redemption sailing collection".split()
)
"""Nouns behind `for` that have a time of their own: `bought wheat for shipment | in May`."""


def _beside_another(found: Located, token: int, when: int) -> bool:
    """Whether a time follows another happening: `agreed to talk despite a breakdown | last weekend`."""
    behind = [c for c in found.parse.complements if token < c.preposition and c.phrase.end <= when]
    if of_a_deed(found, token, when):
        return True
    if not behind or when - behind[-1].phrase.end > 2:
        return False
    word = found.tokens.low[behind[-1].preposition]
    if (
        len(behind) > 1
        and found.tokens.low[behind[-2].preposition] in _ASIDE
        and behind[-2].phrase.end == behind[-1].preposition
    ):
        return True  # "despite a breakdown in talks | last weekend"
    return word in _ASIDE or (word == "for" and found.tokens.low[behind[-1].phrase.head] in _LATER)


_DEEDS = frozenset(
    "murder murders killing killings death deaths attack attacks bombing bombings shooting shootings assassination kidnapping abduction rape theft robbery crash blast explosion riot riots "
    "massacre raid raids siege coup fraud disaster earthquake battle slaying manslaughter stabbing hijacking arson ambush summit conference trial".split()
)
"""Nouns of what has a place and a time of its own."""
_ON_ACCOUNT = frozenset("for over with about from against of on to".split())


def of_a_deed(found: Located, token: int, at: int) -> bool:
    """Whether what begins at a token is said of a deed behind the verb: `arrested for the murder of X | in Lima`, `ahead of a summit | in Lima`."""
    low, parse = found.tokens.low, found.parse
    edge = at - (low[at - 1] in _INTO)
    for complement in reversed(parse.complements):
        first, phrase = complement.preposition, complement.phrase
        if first <= token or phrase.end > edge:
            continue
        if phrase.end != edge or parse.owner[first] != parse.owner[token]:
            return False
        deed = low[phrase.head] in _DEEDS or any(low[k] in _DEEDS for k in range(phrase.start, phrase.head))
        if deed and phrase.start <= token < phrase.end:
            return False
        if deed and low[first] in _ON_ACCOUNT and low[first - 1] not in _DEEDS:
            return True
        edge = first
    return False


_INTO = frozenset("in at on near during".split())
_BESIDE = frozenset("from against versus vs than".split())


def _compared(found: Located, token: int, when: int) -> bool:
    """Whether a time is of a figure that another is compared with: `up from 4 million | a year earlier`."""
    low, tags = found.tokens.low, found.parse.tags
    for k in range(when - 1, max(token, when - 9), -1):
        if low[k] in _BESIDE and "#" in tags[k : k + 4]:
            return low[k] != "from" or low[k - 1] in ("up", "down") or "#" in tags[max(token, k - 6) : k]
        if tags[k] == ",":
            return False
    return False


_NOWADAYS = frozenset("current present recent former previous earlier then future".split())


def of_another(found: Located, token: int, when: int, time: Fact) -> bool:
    """Whether a time is said of another noun: `the | current system`, `the crisis of | 1985`, `the same day` of nothing known."""
    low, phrase = found.tokens.low, found.parse.phrase_at(when)
    value = time.timex_value or ""
    if when > token and _compared(found, token, when):
        return True
    if phrase is not None and phrase.start and phrase.head > when and low[phrase.start - 1] == "for" and low[phrase.head] in _LATER:  # fmt: skip
        return True  # "for March shipment"
    if "being" in low[when + 1 : when + 3]:
        return True  # "a contract | now being negotiated"
    if (when and low[when - 1] == "due") or (when > token and _beside_another(found, token, when)):
        return True
    if _of_a_noun(found, phrase, token, when) or _put_in(found, token, when, time):
        return True
    led = when - 1 if when and low[when - 1] in ("the", "a", "an", "its", "their") else when
    if value.startswith("XXXX-XX-XX") or (value.endswith("_REF") and led and low[led - 1] in ("after", "before")):
        return True
    if phrase is not None and phrase.head > when and found.tokens.text[phrase.head][:1].isupper() and not phrase.start <= token < phrase.end:  # fmt: skip
        return (
            low[phrase.head] not in TEMPORAL and "p" not in found.parse.tags[when : phrase.head]
        )  # "the 9/11 plotter Ola Dahl"
    if _dated(found, phrase, token, when) or _behind_article(found, phrase, token, when):
        return True
    if phrase is not None and low[when] in _NOWADAYS and not phrase.start <= token < phrase.end:
        return phrase.head > when
    host = found.parse.hosts.get(when - 1) if when else None
    return host is not None and low[when - 1] == "of" and host != token and found.parse.tags[host] == "N"


def _of_a_noun(found: Located, phrase: Phrase | None, token: int, when: int) -> bool:
    """Whether a time is the possessor of another noun: `condemned | Friday's test`; not `at | Friday's meeting`."""
    if phrase is None or phrase.start <= token < phrase.end or "p" not in found.parse.tags[when : phrase.head]:
        return False
    if found.tokens.low[phrase.head] in _HELD:
        return False
    return found.parse.tags[phrase.start - 1] != "I" or found.tokens.low[phrase.start - 1] in _ABOUT


_HELD = frozenset("meeting meetings talks summit conference ceremony hearing session match game vote".split())
"""Nouns of what is on the day itself: `Tuesday's meeting was hosted by X`."""
_ABOUT = frozenset("for of about against on to over with from".split())


def _put_in(found: Located, token: int, when: int, time: Fact) -> bool:
    """Whether a time is in what explains the subject: `Ann Lind, | currently head of sales, was named …`."""
    subject, low = found.parse.clause_of(token).subject, found.tokens.low
    if subject is None or not subject.start < when < token or "," not in low[when:token]:
        return False
    first = next((k for k in range(when - 1, subject.start, -1) if low[k] == ","), None)
    if first is None or not found.tokens.text[first - 1][:1].isupper():
        return False
    return low.index(",", when) - first - 1 > len((time.time_surface or "").split()) + 1


def _dated(found: Located, phrase: Phrase | None, token: int, when: int) -> bool:
    """Whether a time only tells which thing is meant: `despite the | September pact`; not in the happening's own phrase."""
    if phrase is None or not phrase.start < when < phrase.head or phrase.start <= token < phrase.end:
        return False
    tags = found.parse.tags
    return tags[phrase.start] in "DO" and tags[phrase.head] == "N" and found.tokens.low[phrase.head] not in _TIMES


_TIMES = TEMPORAL | posts.TIMES | {"quarters", "half", "halves", "weekends", "semester", "mornings", "mid"}


def _behind_article(found: Located, phrase: Phrase | None, token: int, when: int) -> bool:
    """Whether an article or possessor makes a date an adjective: `under an | Aug. 10, 1988, pact`."""
    if when == 0 or (phrase is not None and phrase.start <= token < phrase.end):
        return False
    word = found.tokens.low[when].rstrip(".")
    return found.tokens.low[when - 1] in ("a", "an", "its", "their", "his", "her") and (
        word in posts.CALENDAR or word.isdigit()
    )


def _one_of_several(found: Located, complement: Complement) -> bool:
    """Whether a place is one of a list (`in Lund and | Hamar`), or only where some of what was counted is: `76 in Norway`."""
    host, tags, end = found.parse.hosts.get(complement.preposition), found.parse.tags, complement.phrase.end
    if host is not None and tags[host] == "#":
        return True
    if tags[end : end + 2] == ",N" and tags[end + 2 : end + 4] in ("CN", ",N") and found.tokens.text[end + 1][:1].isupper():  # fmt: skip
        return tags[end + 2] == "C"  # "in Norway, Sweden and Denmark"
    return found.tokens.low[end : end + 1] in (["and"], ["or"]) and found.tokens.text[end + 1][:1].isupper() and tags[end + 1] == "N"  # fmt: skip


def _behind_another(found: Located, token: int, at: int) -> bool:
    """Whether a place follows another happening: `approve the mine following a hearing | in Lima`."""
    return any(
        token < c.preposition < at and found.tokens.low[c.preposition] in _ASIDE for c in found.parse.complements
    )


def _explains(found: Located, host: int | None) -> bool:
    """Whether a noun only explains another: `cracked the wall of Lund, the largest dam | in Norway`."""
    if host is None:
        return False
    return any(second.start <= host < second.end for _, second in found.parse.appositions)


def _of_the_next(found: Located, host: int | None, token: int) -> bool:
    """Whether a noun begins the next of a list behind a happening: `in which 10 were hurt, | and two raids in Lima`."""
    phrase = found.parse.phrase_at(host) if host is not None and host > token else None
    return phrase is not None and phrase.start > 1 and found.tokens.low[phrase.start - 2 : phrase.start] == [",", "and"]


def _aim(found: Located, host: int) -> bool:
    """Whether a noun is behind `to` or only explains a name: `did no harm to the mine | at Hamar`, `to Lund Ltd, a firm | in Narvik`."""
    phrase = found.parse.phrase_at(host)
    if phrase is not None and phrase.start > 1 and found.tokens.low[phrase.start] in ("a", "an") and found.tokens.low[phrase.start - 1] == ",":  # fmt: skip
        return True
    return phrase is not None and phrase.start > 0 and found.tokens.low[phrase.start - 1] == "to"


def _of_a_topic(found: Located, complement: Complement, host: int) -> bool:
    """Whether a place is said of what an agreement is about: `a contract for work at a base | in Lima`."""
    return not _when_behind(found, complement) and found.tokens.low[host] not in _HELD


def _when_behind(found: Located, complement: Complement) -> bool:
    """Whether a time follows a place, so that both are the verb's: `signed a pact on wind | in Tallinn on 4 June`."""
    low, at = found.tokens.low, complement.phrase.end
    if low[at : at + 1] == ["on"]:
        return low[at + 1] in TEMPORAL or found.parse.tags[at + 1] == "#"
    return low[at : at + 1] in (["today"], ["yesterday"])


def _of_a_thing(found: Located, host: int) -> bool:
    """Whether a place is that of a plant or unit that is not where it happens: `talks on the sale of its mill | in Hamar`."""
    low, phrase = found.tokens.low, found.parse.phrase_at(host)
    if phrase is None or not phrase.start or low[host] not in UNITS | FACILITIES:
        return False
    return found.parse.tags[phrase.start - 1] == "I" and low[phrase.start - 1] not in _AT


_AT = frozenset("in at near inside within around off".split())


def place_within(
    reading: Reading,
    found: Located,
    token: int,
    beside: tuple[Phrase | None, ...] = (),
    *,
    own: bool = False,
    of_verb: bool = False,
) -> Mention | None:
    """The place behind `in`, `at` or `near` in the clause of a token, outside the phrases `beside`.

    With `own`, one that is said of the noun at the token itself; with `of_verb`, none that is said of another noun.
    """
    number = found.parse.owner[token]
    tokens = found.tokens
    best: tuple[int, Mention] | None = None
    for complement in found.parse.complements:
        at = complement.preposition
        if tokens.low[at] not in _AT or found.parse.owner[at] != number or complement.phrase.head < token - 25:
            continue
        if own and not _said_of(found, token, at):
            continue
        host = found.parse.hosts.get(at)
        if (
            (at and tokens.low[at - 1] in PARTS)
            or _one_of_several(found, complement)
            or _behind_another(found, token, at)
            or of_a_deed(found, token, at)
            or _of_the_next(found, host, token)
            or _explains(found, host)
        ):
            continue
        if host is not None and host != token and (_aim(found, host) or any(p is not None and p.start <= host < p.end for p in beside)):  # fmt: skip
            continue
        if (
            host is not None
            and host != token
            and ((of_verb and _of_a_topic(found, complement, host)) or _of_a_thing(found, host))
        ):
            continue
        if host is not None and host != token and found.parse.tags[token] == "N" and tokens.low[host] in _HELD:
            continue  # "the meeting in Lima followed | talks"
        members = members_of(reading, found, complement.phrase)
        if len(members) == 1 and members[0].entity_type == "place":
            distance = abs(at - token)
            if best is None or distance < best[0]:
                best = distance, members[0]
    return best[1] if best else None
