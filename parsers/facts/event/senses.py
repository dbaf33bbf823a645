"""Which sense a verb or noun has in its clause: the frame that its subject, object and complements fit."""

from __future__ import annotations

from parsers.facts import arguments, circumstances, syntax
from parsers.facts.arguments import Argument, argument, extended, listed
from parsers.facts.event import guards, partners, phrases, stakes
from parsers.facts.event.frames import LIGHT, NOUNS, VERBS, NounFrame, VerbFrame
from parsers.facts.event.guards import Happening
from parsers.facts.event.sides import Sides, of_clause
from parsers.facts.list_ends import things_listed
from parsers.facts.mentions import posts
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Complement, Located
from parsers.facts.syntax.lexicon import SPEECH

_LEADING = frozenset("leading lead led information reward clues tips".split())
_HABITUAL = frozenset(("trade", "host", "aid", "investment", "justice", "conflict", "casualties", "protest", "disaster", "interview"))  # fmt: skip
"""Families whose verbs tell of a habit in the simple present (`sells cars`, `hosts a show`)."""
_RELIEF = frozenset(
    "humanitarian food medical emergency relief disaster military economic foreign flood famine supplies shelter".split()
)
_OWNERS = frozenset("her his their its my our".split())
_NO_OBJECTS = frozenset("more less up close fewer".split())
_AWARDS = frozenset(
    "prizes honours honors award awards categories category best prize oscar oscars grammy grammys emmy bafta golden".split()
)
_FIRMS = frozenset("producers industry industries companies economy economies manufacturers firms campaign credibility prospects sales trade exports".split())  # fmt: skip
_CALENDAR = posts.CALENDAR | posts.TIMES | frozenset("today yesterday tomorrow night morning evening".split())
_PRIZED = frozenset("player actor actress artist footballer athlete musician singer director writer driver".split())
_GOALS = frozenset("reach achieve become cut reduce raise double increase supply generate produce reaching cutting reducing halve triple".split())  # fmt: skip


_FIGURATIVE = frozenset("political diplomatic financial constitutional cultural emotional economic electoral".split())
_OUTBURSTS = frozenset("colour color violence interest anger joy creativity growth noise sound emotion laughter applause activity demand rage support protest protests".split())  # fmt: skip
"""What is no disaster in `an explosion of`."""


_UNDERGONE = frozenset(("casualties", "departure", "justice", "election", "appointment"))
"""Families whose noun names what somebody undergoes: the subject of `recorded three | deaths` has not died."""
# ---- verbs ----


def verbal(reading: Reading, place: Located, token: int) -> Happening | None:
    """The happening that the verb at a token tells of; None when no frame fits."""
    clause = place.parse.clause_of(token)
    verb = clause.verb
    if verb is None or guards.no_event(place, clause, token):
        return None
    sides = of_clause(reading, place, clause)
    for frame in VERBS[verb.lemma]:
        if frame.family in _HABITUAL and guards.habitual(place, clause, frame.family):
            continue
        found = _fitted(reading, place, clause, frame, sides, token)
        if found and _one_list(place, found):
            return None
        if found:
            return found if guards.told(reading, place, found) else None
    return None


def _one_list(place: Located, found: Happening) -> bool:
    """Whether both sides are one list behind the verb: `After visiting | Chile, Peru and Norway, Ola Dahl …`."""
    who, whom = found.who, found.whom
    several = who is not None and (len(who.members) > 1 or " and " in who.text)
    if who is None or whom is None or not several or not found.token < whom.phrase.start < who.phrase.start:
        return False
    return place.tokens.low[whom.phrase.end : who.phrase.start] in ([","], ["and"], [",", "and"])


def _fitted(
    reading: Reading, place: Located, clause: Clause, frame: VerbFrame, sides: Sides, token: int
) -> Happening | None:
    """The happening when a frame fits."""
    low, last = place.tokens.low, token + 1
    who, whom = sides
    passive = clause.verb is not None and clause.verb.passive
    if frame.particle:
        if frame.particle not in low[token + 1 : token + 3]:
            return None
        last = low.index(frame.particle, token + 1) + 1
        if whom and whom.phrase.start < last <= whom.phrase.head:  # "shot dead | four shoppers"
            whom = argument(reading, place, listed(reading, place, whom.phrase._replace(start=last)))
    if frame.via:
        complement = _led(clause, place, frame.via, token)
        if complement is None or (passive and frame.family != "justice"):
            return None
        whom = (
            None
            if frame.whom == ("-",)
            else whom
            if passive
            else argument(reading, place, listed(reading, place, extended(place, complement.phrase)))
        )
    if not _fits(frame.who, who, missing=passive) or not _fits(frame.whom, whom, missing=False):
        return None
    if whom and stakes.names_share(place, whom):
        whom = stakes.whole_stake(reading, place, clause, whom)
    if whom and _barred(place, whom, frame.barred):
        return None
    if not _by_family(place, clause, frame, who, whom, token):
        return None
    if not stakes.by_known(place, frame.family, who, whom):
        return None
    whom = stakes.as_named(frame.family, whom)
    if frame.whom == ("-",) or (frame.family == "appeal" and whom and _to_do(place, whom)):
        whom = None
    if frame.family in ("sanction", "aid") and clause.verb is not None and whom and not whom.members:
        return _with_noun(reading, place, clause, frame, who, whom, token)
    return Happening(frame.family, token, token, last, who, whom)


def _to_do(place: Located, whom: Argument) -> bool:
    """Whether what is called for is that something does something, so that the noun alone is not it: `for the bill | to be read`."""
    end = whom.phrase.end
    low = place.tokens.low
    if low[whom.phrase.start - 1] != "for" or "somebody" in whom.labels or low[end : end + 1] != ["to"]:
        return False
    several = low[whom.phrase.head].endswith("s") and place.parse.tags[end + 1 : end + 2] == "b"
    return several or low[end + 1] in ("be", "have", "become", "remain", "stay")


def _with_noun(
    reading: Reading, place: Located, clause: Clause, frame: VerbFrame, who: Argument | None, whom: Argument, token: int
) -> Happening:
    """`imposed sanctions on Belarus`: the noun belongs to the predicate, what `on` or `against` leads to is the other side."""
    against = _led(clause, place, frozenset(("to",) if frame.family == "aid" else ("on", "against")), token)
    if against is not None and clause.verb is not None and clause.verb.passive and whom.phrase.end <= clause.verb.start:
        return Happening(
            frame.family, token, whom.phrase.start, token + 1, who, argument(reading, place, against.phrase)
        )
    if against is None or whom.phrase.head < token or whom.phrase.head - token > 6:
        return Happening(frame.family, token, token, token + 1, who, whom)
    last = next((k for k in range(whom.phrase.end - 1, whom.phrase.head, -1) if f"={place.tokens.low[k]}" in frame.whom), whom.phrase.head)  # fmt: skip
    return Happening(frame.family, token, token, last + 1, who, argument(reading, place, against.phrase))


def _led(clause: Clause, place: Located, prepositions: frozenset[str], token: int) -> Complement | None:
    """The first complement behind the verb with one of these prepositions."""
    return next(
        (c for c in clause.complements if c.preposition > token and place.tokens.low[c.preposition] in prepositions),
        None,
    )


def _fits(labels: tuple[str, ...], side: Argument | None, *, missing: bool) -> bool:
    """Whether one of the labels fits a side; `missing` and a tilde let it be absent."""
    if labels == ("*",):
        return True
    if labels == ("-",):
        return side is None
    if side is None:
        return (missing and not labels[0].startswith("!")) or labels[0].startswith("~")
    return not side.labels.isdisjoint(label.lstrip("~!") for label in labels) or ("it" in side.labels and "somebody" in labels)  # fmt: skip


def _barred(place: Located, whom: Argument, barred: frozenset[str]) -> bool:
    """Whether a word of the phrase shows another sense."""
    low = place.tokens.low
    return not barred.isdisjoint(low[whom.phrase.start : whom.phrase.head + 1])


def _by_family(
    place: Located, clause: Clause, frame: VerbFrame, who: Argument | None, whom: Argument | None, token: int
) -> bool:
    """What a family asks for beyond labels."""
    low = place.tokens.low
    behind = low[token + 1 : token + 9]
    verb = clause.verb
    if verb is None:
        return False
    if verb.lemma == "name" and _only_called(place, clause, token):
        return False
    if frame.family == "appointment" and verb.lemma == "name" and behind[:1] not in (["after"], ["for"]):
        start = _behind_name(place, whom) if whom and not verb.passive else token + 1
        named = low[start : min(start + 7, place.tokens.size)]
        return any(posts.is_head(w, named[k - 1] if k else "") and w not in _PRIZED for k, w in enumerate(named)) and (
            posts.PRAISE.isdisjoint(named) and "year" not in named[:6]
        )
    if whom and (low[whom.phrase.head] in _NO_OBJECTS or whom.text.startswith("a share")):
        return False
    if verb.lemma in ("arrive", "travel", "fly") and who and "armed" in who.labels:
        return False  # troops are sent
    if verb.lemma in ("arrive", "travel", "fly") and who and "person" not in who.labels:
        return "=delegation" in who.labels or "=team" in who.labels
    if verb.lemma in ("arrive", "travel", "fly") and who and not who.members and who.labels.isdisjoint(("holder", "=he", "=she", "=leader", "=delegation", "=president", "=minister")):  # fmt: skip
        return False
    if frame.family == "aid" and verb.lemma == "provide":
        return whom is not None and not _RELIEF.isdisjoint(low[whom.phrase.start : whom.phrase.head + 1])
    if frame.family == "disaster" and who and not _FIGURATIVE.isdisjoint(low[who.phrase.start : who.phrase.end]):
        return False  # "a political earthquake"
    if frame.family == "election" and "fame" in behind:
        return False
    if verb.lemma == "clash":
        return any(side is not None and "armed" in side.labels for side in (who, whom))
    if verb.lemma == "name" and behind[:1] in (["after"], ["for"]):
        return False
    if verb.lemma == "nominate" and not _AWARDS.isdisjoint(behind):
        return False
    if verb.lemma in ("injure", "wound", "kill") and whom and not _FIRMS.isdisjoint(low[whom.phrase.start : whom.phrase.end]):  # fmt: skip
        return False
    if frame.family == "trade" and (clause.link == "reduced" or (low[token].endswith("ing") and not verb.progressive)):
        return False
    if frame.family == "target":
        return any(word in _GOALS for word in behind[:3]) and "to" in behind[:2]
    if verb.lemma == "meet" and (whom is None or behind[:1] in (["separately"], ["privately"], ["again"])):
        return False
    if verb.lemma in ("fly", "travel") and clause.objects:
        return False  # "flew them to Lima": no visit of theirs
    if frame.family in ("election", "appointment") and verb.passive and verb.tense == "present" and not verb.perfect:
        return whom is not None and bool(whom.members)  # "the speaker is elected by the house": a rule
    if frame.family == "departure" and verb.lemma == "resign":
        return behind[:1] != ["to"] and not verb.passive
    if frame.family == "condemnation":
        return behind[:1] != ["to"] and whom is not None and bool(whom.text)
    if frame.family == "visit" and verb.lemma == "visit" and low[token] == "visiting":
        return not (whom and "person" in whom.labels)
    if frame.family == "appeal" and verb.lemma == "call":
        asked = "on" not in frame.via or (whom is not None and "to" in low[whom.phrase.end : whom.phrase.end + 14])
        return asked and not frame.via.isdisjoint(low[token + 1 : token + 4])
    if frame.family == "appeal" and verb.lemma == "reach":
        return "for" in low[token + 2 : token + 14]
    if frame.family == "appeal" and verb.lemma == "appeal":
        return "against" not in behind[:2] and verb.tense != "present"
    if verb.lemma == "die":
        return behind[:1] not in (["down"], ["out"], ["hard"])
    return True


def _only_called(place: Located, clause: Clause, token: int) -> bool:
    """Whether `named` only tells what somebody is called: `a friend | named Sheikh Mahmud`."""
    before, behind = place.tokens.text[token - 1], place.tokens.text[token + 1 : token + 2]
    noun = clause.link in ("reduced", "participle") and place.parse.tags[token - 1] == "N" and before.islower()
    return noun and behind != [] and behind[0][:1].isupper()


def _behind_name(place: Located, whom: Argument) -> int:
    """The token behind who is named: the post may be in the same phrase (`named Ann Lind | chief executive`)."""
    return place.token(whom.members[-1].end_char - 1) + 1 if len(whom.members) == 1 else whom.phrase.end


# ---- nouns ----


def nominal(reading: Reading, place: Located, token: int) -> Happening | None:
    """The happening that the noun at a token tells of; None when no frame fits, or nobody is named or counted in it."""
    phrase = place.parse.phrase_at(token)
    if phrase is None or phrase.head != token or (place.tokens.text[token][:1].isupper() and token):
        return None
    around = syntax.nominal(place.parse, place.tokens, token)
    for frame in NOUNS[place.tokens.low[token]]:
        before = 4 if frame.family == "disaster" else 2  # "was elected in a landslide"
        if not frame.barred.isdisjoint(place.tokens.low[max(0, token - before) : token + 3]):
            continue
        found = _nominal_fitted(reading, place, token, frame, around)
        if found:
            return found
    return None


def _nominal_fitted(
    reading: Reading, place: Located, token: int, frame: NounFrame, around: syntax.Nominal
) -> Happening | None:
    who: Argument | None = None
    whom: Argument | None = None
    for word, phrase in phrases.led_phrases(place, around):
        if word in frame.other and whom is None:
            whom = argument(reading, place, things_listed(place, listed(reading, place, phrases.whole(place, phrase))))
        elif word in frame.doer and who is None:
            post = word != "by" or posts.is_head(place.tokens.low[phrase.head])  # "takeover by a firm | of Lund Mills"
            who = argument(reading, place, listed(reading, place, phrases.whole(place, phrase) if post else phrase))
    owner = argument(reading, place, phrases.whole_owner(place, phrases.inner(place, around.owner), token))
    if owner is not None and place.tokens.low[owner.phrase.head] in _CALENDAR:
        owner = None
    if frame.family in ("departure", "casualties", "appointment", "election", "justice") and frame.other == {"of"}:
        who, whom = who or (owner if whom else None), whom or owner
    elif frame.family == "acquisition" and who is not None and whom is None:
        whom = owner  # "Lund Mills' takeover | by Halden Corp"
    else:
        who = who or owner
    who = who or (_carried(reading, place, token) if frame.family not in _UNDERGONE else None)
    if frame.family == "acquisition" and who is not None and not who.labels & {"somebody", "it"}:
        who = None  # "a step toward completing the acquisition"
    if frame.family == "conflict" and not guards.armed(place, token, who, whom):
        return None
    if frame.family == "disaster" and around.of is not None and place.tokens.low[around.of.head] in _OUTBURSTS:
        return None
    if frame.family == "disaster":
        struck = _placed(reading, place, token)
        return Happening(frame.family, token, token, token + 1, None, None) if struck else None
    if whom and stakes.names_share(place, whom):
        whom = stakes.whole_stake(reading, place, place.parse.clause_of(token), whom)
    side = whom if frame.other and frame.family != "protest" else who
    side = side or who
    if frame.family in ("interview", "meeting"):
        who = who or _interviewed(reading, place, token)
    if side is None or not _fits(frame.labels, side, missing=False) or "it" in side.labels:
        return None
    if frame.family == "acquisition" and stakes.of_goods(place, token, who, whom):
        return None
    whom = partners.named_behind(reading, place, whom)
    if not stakes.by_known(place, frame.family, who, whom):
        return None
    if frame.family == "justice" and "to" in place.tokens.low[max(0, token - 6) : token] and not _LEADING.isdisjoint(place.tokens.low[max(0, token - 7) : token]):  # fmt: skip
        return None  # "a reward for news leading to their arrest"
    if frame.family == "visit" and whom is not None and whom.members and not whom.complete:
        whom = whom._replace(text=" and ".join(m.surface for m in whom.members))  # "to Oslo and the special ties"
    if frame.family == "visit" and who is not None and "place" in who.labels:
        return None  # "England's trip to Ireland": a team's
    if frame.family in ("meeting", "acquisition") and (who is None) and (whom is None):
        return None
    first = token
    clause = place.parse.clause_of(token)
    if clause.verb is not None and clause.verb.lemma in LIGHT and clause.verb.head < token and any(o.head == token for o in clause.objects):  # fmt: skip
        first = clause.verb.head if token - clause.verb.head <= 5 else token
    found = Happening(frame.family, token, first, token + 1, who, whom, nominal=True)
    return found if guards.told(reading, place, found) else None


def _interviewed(reading: Reading, place: Located, token: int) -> Argument | None:
    """Who speaks in an interview or after a meeting: the subject of `said in an interview with …`."""
    clause = place.parse.clause_of(token)
    phrase = place.parse.phrase_at(token)
    if clause.verb is None or clause.verb.passive or phrase is None or place.tokens.low[phrase.start - 1] not in ("in", "during", "after", "following", "before"):  # fmt: skip
        return None
    if clause.verb.lemma not in SPEECH or not _OWNERS.isdisjoint(place.tokens.low[phrase.start : token]):
        return None
    return guards.meant(reading, place, clause, arguments.subject(reading, place, clause))


def _carried(reading: Reading, place: Located, token: int) -> Argument | None:
    """The subject of the light verb whose object a noun is: `the ministers | held talks`."""
    clause = place.parse.clause_of(token)
    verb = clause.verb
    if verb is None or verb.lemma not in LIGHT or verb.passive or verb.head > token:
        return None
    if not any(o.head == token or (o.start <= token < o.end and "of" not in place.tokens.low[o.head : token]) for o in clause.objects):  # fmt: skip
        return None
    return guards.meant(reading, place, clause, arguments.subject(reading, place, clause))


def _placed(reading: Reading, place: Located, token: int) -> bool:
    """Whether the clause of a disaster names the place where it was."""
    own = not circumstances.occurs(place, token, disaster=True)
    return circumstances.place_within(reading, place, token, own=own) is not None
