"""What keeps a verb or noun from telling of an event: nobody named, a habit, an order, a thing that only might be."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts import syntax
from parsers.facts.argument_nouns import SOMEBODY
from parsers.facts.arguments import Argument, argument, subject
from parsers.facts.event import fiction, unnamed
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located, cues
from parsers.facts.syntax.lexicon import NOUNS_WITH_THAT, SPEECH

_HARDLY = frozenset("almost nearly barely".split())
_COUNTED = frozenset(("casualties", "justice", "protest", "conflict", "disaster", "inauguration"))
"""Families in which people and places count that are not named."""
_CARRIED_OUT = frozenset(
    "manage begin start continue proceed help come go use resume choose decide agree be have force".split()
)
"""Verbs whose infinitive happens as well, or is planned."""
_BEFORE = frozenset("until till before unless once".split())
_RUMOURS = frozenset("rumour rumours rumor rumors claim claims allegation allegations idea possibility suggestion suggestions fear fears hope hopes denial denials speculation chance danger risk".split())  # fmt: skip
"""Nouns whose `that` tells of nothing that is so."""
_SPORT = frozenset("final finals semi-final semi-finals semifinal quarter-final replay fixture league midfielder striker squad lions grand slam rugby goal goals premiership wicket".split())  # fmt: skip
_SPORT_WORDS = _SPORT | frozenset(
    "ball goalkeeper keeper penalty half-time equaliser scored scorer header offside referee lineout scrum".split()
)
_PLAY = _SPORT_WORDS | frozenset("innings duck runs wickets bowled bowler batsman stumps lbw overs referee umpire striker pitch foul crease slips".split())  # fmt: skip
_REPORTERS = frozenset("reports report officials official police sources source witnesses witness authorities spokesman".split())  # fmt: skip
_ARMS = frozenset(
    "terrorist terror bomb bombing suicide missile rocket air military armed deadly fatal mortar drone nuclear chemical guerrilla rebel car grenade arson artillery gun knife shooting "
    "cross-border commando ground naval border".split()
)


class Happening(NamedTuple):
    """An event in a clause: its word, the words that name it (tokens, end exclusive), who does it, whom it concerns."""

    family: str
    token: int
    first: int
    last: int
    who: Argument | None
    whom: Argument | None
    nominal: bool = False


def no_event(place: Located, clause: Clause, token: int) -> bool:
    """Whether a verb tells of nothing by its own clause: an adjective, an order, `almost`, something until which one waits."""
    verb, low = clause.verb, place.tokens.low
    if verb is None or verb.modal == "can" or any(low[k] in _HARDLY for k in range(max(0, verb.start - 1), token)):
        return True
    if _adjective_behind_that(place, clause):
        return True
    if _supposed(place, clause) or (clause.link == "complement" and _unfounded(place, clause)):
        return True
    told = place.parse.clauses[clause.parent] if clause.link == "coordinate" and clause.parent is not None else clause
    if told.link in ("complement", "relative") and not told.inherited and _rumoured(place, told):
        return True
    if clause.link == "gerund" and clause.opener is not None and low[clause.opener] in _BEFORE:
        return not _past(place, clause)
    if place.parse.tags[max(0, token - 1)] == '"' or (verb.tense == "present" and clause.subject is None):
        return True
    if verb.tense == "infinitive":
        share = low[max(0, verb.start - 2) : verb.start] in _LIKELIER
        return share or not _comes_true(place, clause) or _was_to_have(place, clause)
    if clause.opener is not None and low[clause.opener] in _BEFORE and verb.tense in ("present", "future"):
        return True
    return verb.tense == "gerund" and (clause.link == "main" or _as_subject(place, clause) or _only_thought_of(place, clause))  # fmt: skip


_LIKELIER = [[grade, "likely"] for grade in ("more", "less", "as", "most", "least", "equally")]
"""What makes a share of a happening: `are twice as likely | to be killed`."""


def _adjective_behind_that(place: Located, clause: Clause) -> bool:
    """Whether a participle before a name was read as the verb behind `that`: `a demand that | jailed leader Ola Dahl be freed`."""
    if clause.link != "relative" or clause.antecedent is None or clause.opener is None or not clause.inherited:
        return False
    low = place.tokens.low
    return low[clause.opener] == "that" and low[clause.antecedent.head] in NOUNS_WITH_THAT | _DEMANDS


_DEMANDS = frozenset("demand demands call calls request requests appeal appeals plea proposal".split())


def _as_subject(place: Located, clause: Clause) -> bool:
    """Whether a form in -ing is itself what a verb in the present judges: `says | merging the two is not necessary`."""
    verb, low = clause.verb, place.tokens.low
    if verb is None or clause.opener is not None or clause.link not in ("gerund", "complement"):
        return False
    k = clause.objects[-1].end if clause.objects else verb.end
    return low[k : k + 1] in (["is"], ["would"], ["could"], ["may"], ["might"])


def _was_to_have(place: Located, clause: Clause) -> bool:
    """Whether something was planned and did not happen: `was to have | met X`."""
    outer = place.parse.clauses[clause.parent].verb if clause.parent is not None else None
    perfect = clause.verb is not None and clause.verb.perfect
    return perfect and outer is not None and outer.lemma == "be" and not outer.passive


_SUPPOSING = frozenset("provided providing assuming supposing suppose imagine".split())


def _supposed(place: Located, clause: Clause) -> bool:
    """Whether a clause is a condition that no `if` opens: `as long as X | sells`, `provided that X | sells`, `Suppose X | sold`."""
    first = clause.subject.start if clause.subject is not None and not clause.inherited else clause.start
    low = place.tokens.low
    if low[first] in _SUPPOSING or (first and low[first - 1] in _SUPPOSING):
        return True
    before = low[max(0, first - 2) : first]
    return before == ["long", "as"] or (len(before) == 2 and before[1] == "that" and before[0] in _SUPPOSING)


def _unfounded(place: Located, clause: Clause) -> bool:
    """Whether a clause is what a rumour tells, or a report that is said to be false."""
    noun = place.tokens.low[(clause.opener if clause.opener is not None else clause.start) - 1]
    outer = place.parse.clauses[clause.parent] if clause.parent is not None else None
    if noun not in _REPORTS or outer is None or outer.verb is None:
        return noun in _RUMOURS
    return not cues.NOT_THAT.isdisjoint(place.tokens.low[outer.verb.end : outer.verb.end + 3])


def _rumoured(place: Located, clause: Clause) -> bool:
    """Whether a rumour with its place tells it, or somebody fears it: `rumours in Lima | that`, `is worried | that X will buy`."""
    low, at = place.tokens.low, clause.opener if clause.opener is not None else clause.start
    noun = next((k for k in range(at - 1, max(-1, at - _FAR), -1) if low[k] in _RUMOURS), None)
    if low[at] == "that" and noun is not None and not set(place.parse.tags[noun + 1 : at]) & set(",;MBhdva"):
        return True
    ahead = clause.verb is not None and clause.verb.tense in ("future", "modal")
    return ahead and low[at - 1] in _WORRIED


_FAR = 12
"""Tokens between `rumours` and its `that`."""
_WORRIED = frozenset(
    "concerned worried afraid fearful anxious fear fears feared fearing worry worries worrying".split()
)
_REPORTS = frozenset("report reports news statement statements story stories".split())


def _past(place: Located, clause: Clause) -> bool:
    """Whether the clause around tells of the past: `left before | meeting …`; not `insists on it before | meeting …`."""
    outer = place.parse.clauses[clause.parent] if clause.parent is not None else None
    return outer is not None and outer.verb is not None and (outer.verb.tense == "past" or outer.verb.perfect)


def _only_thought_of(place: Located, clause: Clause) -> bool:
    """Whether a form in -ing is what somebody considers, avoids or looks forward to."""
    outer = place.parse.clauses[clause.parent] if clause.parent is not None else None
    if outer is None or outer.verb is None or clause.verb is None or clause.link == "participle":
        return False
    if outer.link == "gerund" and outer.parent is not None and clause.link in ("gerund", "coordinate"):
        further = place.parse.clauses[outer.parent].verb
        if further is not None and further.lemma in REPROACHING | {"accuse", "suspect"}:
            return True  # "accused X of raising tension by killing Y"
    return outer.verb.lemma in _THOUGHT_OF and clause.verb.start - outer.verb.end <= _NEAR


_THOUGHT_OF = frozenset(
    "consider mull contemplate discuss avoid propose suggest recommend look aim oppose favour favor debate weigh study rule think talk threaten deny risk prevent stop bar ban "
    "accuse suspect advise".split()
)


def _comes_true(place: Located, clause: Clause) -> bool:
    """Whether an infinitive is planned, or happens with its verb: `plans to sell`, `began to sell`; not `a chance to sell`."""
    verb = clause.verb
    if verb is None or clause.link != "infinitive" or clause.parent is None:
        return False
    outer = place.parse.clauses[clause.parent]
    if outer.verb is None or verb.start - outer.verb.end > _NEAR:
        return False
    governor = outer.verb.lemma
    if verb.start < outer.verb.start:  # "the plan to sell | was approved"
        if place.tokens.low[verb.start - 1] in _ATTEMPTS:
            return True
        return governor not in ABANDONING | _FAILING and place.tokens.low[verb.start - 1] in _PLANNING
    if outer.verb.modal == "can":
        return False  # "can use force to detain"
    if governor in ABANDONING:
        return False
    if governor in ("be", "have") and verb.start > outer.verb.end:
        return place.tokens.low[verb.start - 1] in _PLANNING
    if governor == "help" and outer.verb.tense == "infinitive":
        return _comes_true(place, place.parse.clauses[outer.parent or 0] if outer.link == "coordinate" else outer)
    return governor in _CARRIED_OUT or governor in _PLANNING or place.tokens.low[verb.start - 1] in _PLANNING


def carried_out(place: Located, clause: Clause) -> bool:
    """Whether an infinitive happens with the verb around it: `began to | hold talks`."""
    outer = place.parse.clauses[clause.parent] if clause.parent is not None else None
    return outer is not None and outer.verb is not None and outer.verb.lemma in _BEGINNING


_BEGINNING = frozenset("manage begin start continue proceed resume".split())
"""Verbs whose infinitive happens with them."""
ABANDONING = frozenset("abandon cancel scrap drop shelve reject withdraw end halt oppose".split())
"""Verbs of what then is not done: `abandoned plans to buy`."""
_ATTEMPTS = frozenset("attempt attempts bid bids effort efforts".split())
_FAILING = frozenset("fail collapse founder lapse fall delay postpone defer shelve block thwart".split())
"""Verbs of plans that come to nothing: `the plan to buy it | failed`."""
_NEAR = 6
"""Tokens between a verb and the infinitive that it governs."""
_PLANNING = frozenset(
    "plan plans intend expect schedule set due slate pledge promise vow want hope seek aim offer propose refuse threaten try attempt commit prepare ready arrange about likely "
    "scheduled expected slated planned supposed fail decline urge ask order invite".split()
)


def habitual(place: Located, clause: Clause, family: str) -> bool:
    """Whether a verb in the simple present tells of a habit (`sells cars`, `hosts a show`); not with a named partner."""
    verb = clause.verb
    if verb is None or verb.tense != "present" or verb.perfect or verb.progressive or verb.passive:
        return False
    if family != "trade":
        return True
    return not any(
        place.tokens.low[c.preposition] in ("from", "to") and place.tokens.text[c.phrase.head][:1].isupper()
        for c in clause.complements
    )


def meant(reading: Reading, place: Located, clause: Clause, who: Argument | None) -> Argument | None:
    """A subject, where `he`, `she` or `it` repeats the named subject of the verb of speech around it; `it` alone is none."""
    if _controlled(place, clause):
        return _reproached(reading, place, clause)
    if who is None or who.members:
        return _reporter_left_out(place, clause, who)
    head = place.tokens.low[who.phrase.head]
    if head not in ("he", "she", "it", "they", "i", "we"):
        return _reporter_left_out(place, clause, who)
    if who.phrase.end > who.phrase.start + 1:
        return None  # "he and Ann Lind": one of two is known
    if clause.link == "complement" and place.tokens.low[max(0, clause.start - 1)] in NOUNS_WITH_THAT:
        return _teller(reading, place, clause.start - 1, head)
    if head in ("he", "she") and _quoted(place, who.phrase.head):
        return who  # "he was selling it," Lund said: the speaker calls himself I
    if head == "it" and clause.link in ("adverbial", "relative"):
        return None  # "lost on the deal when it sold the stock, the regulator said"
    for outer in place.parse.chain(place.parse.owner[clause.verb.head if clause.verb else clause.start])[1:]:
        if outer.verb is None or outer.verb.lemma not in SPEECH or outer.subject is None or outer.inherited:
            continue
        if (
            outer.verb.lemma == "tell"
            and clause.verb is not None
            and clause.verb.modal in ("could", "should", "must", "may")
        ):
            break
        speaker = subject(reading, place, outer)
        if speaker and speaker.members and _agrees(head, speaker):
            return speaker
        break
    return None if "it" in who.labels else who


def _teller(reading: Reading, place: Located, noun: int, pronoun: str) -> Argument | None:
    """Whose statement a pronoun repeats: `Ola Dahl's disclosure that he | may buy`; nobody where the noun has no owner."""
    owner = argument(reading, place, syntax.nominal(place.parse, place.tokens, noun).owner)
    return owner if owner is not None and owner.members and _agrees(pronoun, owner) else None


def _quoted(place: Located, token: int) -> bool:
    """Whether a token is inside quotation marks that its sentence opens."""
    low = place.tokens.low[:token]
    return low.count('"') % 2 == 1 or low.count("“") > low.count("”")


REPROACHING = frozenset(
    "blame criticize criticise condemn fault denounce charge arrest indict sue try slam lambast rebuke".split()
)
"""Verbs of saying that somebody did it: `blamed X for | killing Y`."""
_RESPONDING = REPROACHING | frozenset(
    "praise thank convict jail imprison sentence fine punish execute reward honour honor forgive suspend expel fire sack dismiss hail commend applaud credit pay hire".split()
)
"""Verbs whose object, not their subject, does what `for` leads to."""


def _controlled(place: Located, clause: Clause) -> bool:
    """Whether a form in -ing behind `for` tells what the object of the verb around it did."""
    outer = reproach(place, clause)
    return outer is not None and outer.verb is not None and outer.verb.lemma in _RESPONDING


def reproach(place: Located, clause: Clause) -> Clause | None:
    """The clause around a form in -ing behind `for` (`for | killing`, `for shooting and | killing`)."""
    verb = clause.verb
    if verb is None or verb.tense != "gerund" or clause.parent is None or clause.link not in ("gerund", "coordinate"):
        return None
    outer = place.parse.clauses[clause.parent]
    if outer.verb is None or "for" not in place.tokens.low[max(outer.verb.end, verb.start - 4) : verb.start]:
        return None
    return outer


def _reproached(reading: Reading, place: Located, clause: Clause) -> Argument | None:
    outer = place.parse.clauses[clause.parent or 0]
    phrase = outer.subject if outer.verb is not None and outer.verb.passive else next(iter(outer.objects), None)
    return argument(reading, place, phrase)


def _agrees(pronoun: str, speaker: Argument) -> bool:
    person = "person" in speaker.labels
    if pronoun in ("he", "she"):
        return person and len(speaker.members) == 1
    return not person and "placeish" not in speaker.labels if pronoun == "it" else False


def _reporter_left_out(place: Located, clause: Clause, who: Argument | None) -> Argument | None:
    """Without a subject that only reports: `police said a blast hit the hotel, killing 40`."""
    if who is None or not clause.inherited or clause.link not in ("participle", "coordinate"):
        return who
    outer = place.parse.clauses[clause.parent] if clause.parent is not None else None
    speech = outer is not None and outer.verb is not None and outer.verb.lemma in SPEECH and clause.link == "participle"
    return None if speech else who


def of_nearest(place: Located, clause: Clause) -> bool:
    """Whether a participle behind a comma may explain the name there, not the subject: `praised Ola Dahl, | nominated by Norway`."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or clause.link != "participle" or verb.start < 2:
        return False
    before = verb.start - 1
    named = place.tokens.low[before] == "," and place.tokens.text[before - 1][:1].isupper()
    return named and not subject.start < before <= subject.end + 1


def armed(place: Located, token: int, who: Argument | None, whom: Argument | None) -> bool:
    """Whether a noun of attack is one with arms: by a word before it, by who attacks, by what is attacked."""
    low = place.tokens.low
    if not _SPORT_WORDS.isdisjoint(low):
        return False
    if low[token] == "occupation":
        return any(side is not None and not side.labels.isdisjoint(("armed", "place")) for side in (who, whom))
    if low[token] not in ("attack", "attacks", "raid", "raids"):
        return True
    if not _ARMS.isdisjoint(low[max(0, token - 3) : token]):
        return True
    if who is not None and ("armed" in who.labels or ("place" in who.labels)):
        return True
    return whom is not None and not whom.labels.isdisjoint(("facility", "armed", "=ship", "=tanker", "=village", "=shipping"))  # fmt: skip


def told(reading: Reading, place: Located, found: Happening) -> bool:
    """Whether a happening is told of somebody in particular: a name on one side; in some families people will do."""
    low = place.tokens.low
    if fiction.invented(place, found.family) or any(unnamed.anybody(place, side) for side in (found.who, found.whom)):
        return False
    if found.family == "departure" and not found.nominal and not _PLAY.isdisjoint(low):
        return False
    if found.family in ("meeting", "visit") and not _SPORT.isdisjoint(low[: place.tokens.size]):
        return False
    named = any(side is not None and (side.members or "holder" in side.labels) for side in (found.who, found.whom))
    if found.family == "trade" and not named:
        return (
            found.whom is not None
            and not _bare_plural(place, found.whom)
            and _partner_named(reading, place, found.token)
        )
    if found.family == "trade":
        return named and found.who is not None and bool(found.who.members or "holder" in found.who.labels)
    if named or found.family not in _COUNTED:
        return named
    sides = [side for side in (found.who, found.whom) if side is not None]
    return found.family == "disaster" or any(_definite(place, side) for side in sides)


def _partner_named(reading: Reading, place: Located, token: int) -> bool:
    """Whether the one that something is bought from or sold to is named."""
    for complement in place.parse.clause_of(token).complements:
        if place.tokens.low[complement.preposition] in ("from", "to"):
            side = argument(reading, place, complement.phrase)
            if side is not None and side.members:
                return True
    return False


def _bare_plural(place: Located, side: Argument) -> bool:
    return place.tokens.low[side.phrase.head] in ("products", "goods", "shares", "things")


def _definite(place: Located, side: Argument) -> bool:
    """Whether a phrase counts or singles out: `two men`, `the village`, `a Tanzanian man`; not bare `products`."""
    first = place.parse.tags[side.phrase.start]
    if place.tokens.low[side.phrase.head] in SOMEBODY:
        return False
    return first in "D#O" or place.tokens.text[side.phrase.start][:1].isupper() or (side.phrase.start > 0 and place.parse.tags[side.phrase.start - 1] == "#")  # fmt: skip
