"""How a figure is told: asserted, planned, supposed, denied; and whether its verb is told in the same way."""

from __future__ import annotations

from parsers.facts.quantity import beside, staged, victims
from parsers.facts.quantity.objects import Figure
from parsers.facts.quantity.outcomes import NOMINAL
from parsers.facts.syntax import Clause, Phrase, cues, standing
from parsers.facts.tokens import words

FEARED = standing.Standing("?", "claimed")
FACED = standing.Standing("+", "proposed")
GONE_BY = standing.Standing("+", "asserted")
PENALTIES = words("fine fines penalty penalties sentence sentences term terms damages ban lawsuit lawsuits bill bills")

DEFINITE = words("the this that these those its their his her our")


def standing_of(figure: Figure, *, plain: bool) -> tuple[standing.Standing, bool]:
    """How the figure is told, and whether its verb is told so too: not in "will not sell its 500 buses", where 500 is known."""
    told, known = _told(figure, plain=plain)
    made_up = staged.standing_of(figure)
    if made_up is not None:
        return made_up, known
    if _gone_by(figure):
        return GONE_BY, False
    if told.modality == "planned" and _expected(figure):
        told = told._replace(modality="proposed")
    return (FEARED if _is_feared(figure) else told), known


def _gone_by(figure: Figure) -> bool:
    """Is it how long something had lasted: "will be rebuilt after 23 years of war"?"""
    at, low, measure = figure.preposition, figure.tokens.low, figure.measure
    return measure.subtype == "duration" and at is not None and low[at] == "after" and low[measure.end] == "of"


EXPECTING = words("expect project anticipate")
EXPECTED = words("expected projected anticipated")


def _expected(figure: Figure) -> bool:
    """Is it only a forecast: "expects growth of 3 percent", "is expected to cost 5 million"? Not "expects to build 5 mills"."""
    parse, phrase, low = figure.parse, figure.phrase, figure.tokens.low
    at = figure.preposition
    held = parse.phrase_at(parse.hosts[at]) if at is not None and at in parse.hosts and low[at] == "of" else None
    if any(p is not None and not EXPECTED.isdisjoint(low[p.start : p.head]) for p in (phrase, held)):
        return True
    clause, verb = figure.clause, figure.clause.verb
    if verb is None:
        return False
    if verb.lemma in EXPECTING:
        return verb.modal is None
    link, parent, _ = parse.embedding(figure.number)
    around = parse.clauses[parent] if parent is not None else None
    outer = around.verb if around is not None else None
    if around is None or outer is None or outer.lemma not in EXPECTING or low[clause.start - 1] in cues.NOUNS:
        return False
    return link == "complement" or (link == "infinitive" and (outer.passive or clause.subject != around.subject))


def _told(figure: Figure, *, plain: bool) -> tuple[standing.Standing, bool]:
    """The same but for what is feared."""
    parse, tokens, i = figure.parse, figure.tokens, figure.measure.start
    if plain and not figure.measure.outcome:
        return _threatened(figure) or standing.PLAIN, True
    granted = _granted(figure)
    later = None if plain or granted else raised(figure)
    if later is not None and later.verb is not None:
        return standing.of(parse, tokens, later.verb.head), True
    by_outcome = figure.measure.outcome is not None and (not granted or victims.told_by_itself(figure))
    told = victims.standing_of(figure) if by_outcome else standing.of(parse, tokens, i)
    told = (_threatened(figure) or told) if told == standing.PLAIN or told.modality == "claimed" else told
    if by_outcome or not granted:
        return told, True
    known = standing.of_phrase(parse, tokens, i)
    return known, known == told


def _is_feared(figure: Figure) -> bool:
    """Is it doubted: "200 are feared dead"?"""
    verb = figure.clause.verb
    return verb is not None and verb.lemma == "fear" and verb.passive


def _threatened(figure: Figure) -> standing.Standing | None:
    """The standing of what may come: "200 are feared dead", "faces up to ten years in prison", "faces a fine of 5 million"."""
    verb, low = figure.clause.verb, figure.tokens.low
    if verb is None:
        return None
    if _is_feared(figure):
        return FEARED
    threatened = figure.measure.subtype == "duration" or any(low[o.head] in PENALTIES for o in figure.clause.objects)
    return FACED if verb.lemma == "face" and not (verb.negated or verb.modal) and threatened else None


RAISING = words("likely unlikely due set certain bound able unable ready poised sure expected")
"""Adjectives behind be whose subject does what the infinitive behind them says."""


def raised(figure: Figure) -> Clause | None:
    """The infinitive of which the figure is really told: "500 square metres were believed | to have collapsed"."""
    verb, subject = figure.clause.verb, figure.clause.subject
    if verb is None or subject is None or not subject.start <= figure.measure.start < subject.end <= verb.start:
        return None
    adjective = verb.lemma in ("be", "remain", "seem", "look", "appear") and figure.tokens.low[verb.end] in RAISING
    if not adjective and verb.lemma != "be" and not (verb.passive and verb.lemma in cues.INFINITIVE):
        return None
    first = verb.end + adjective
    inner = next(
        (c for c in figure.parse.clauses[figure.number + 1 :] if c.link == "infinitive" and c.start >= first), None
    )
    return inner if inner is not None and inner.start == first else None


def denied(figure: Figure) -> bool:
    """Is the verb denied where the figure is not: "cannot live with 12 percent"?"""
    verb = figure.clause.verb
    return verb is not None and verb.negated


def _granted(figure: Figure) -> bool:
    """ "the 11 percent cap", "its limit of 5 million", "Halden, the second port": said as known, whatever the verb says."""
    phrase, measure, parse, low = figure.phrase, figure.measure, figure.parse, figure.tokens.low
    if phrase is None:
        return False
    if beside.compared(figure) or beside.aside(figure):
        return True
    if any(second.start <= measure.start < second.end for _, second in parse.appositions):
        return True
    if _given(figure):
        return False
    if (
        measure.subtype not in ("ranking", "ordinal")
        and low[phrase.start] in DEFINITE
        and "#" not in parse.tags[phrase.start : measure.start]
    ):
        return True
    end = max(measure.end, measure.noun.end if measure.noun else 0)
    if phrase.head >= end and (low[phrase.start] in DEFINITE or "p" in parse.tags[phrase.start : measure.start]):
        return True
    at = figure.preposition
    host = parse.hosts.get(at) if at is not None and low[at] == "of" else None
    held = parse.phrase_at(host) if host is not None else None
    if held is None and parse.tags[phrase.start - 1 : phrase.start] == "C":
        held = _of_the_list(figure, phrase)
        return held is not None and low[held.head] in NOMINAL
    if held is not None and measure.outcome is not None and low[held.head] in NOMINAL:
        told = (*figure.clause.objects, *([figure.clause.subject] if figure.clause.subject is not None else []))
        return not any(p.head == held.head for p in told)  # "are to be charged with the murder of two women"
    return (
        held is not None
        and measure.outcome is None
        and not (low[held.start - 1] in ("with", "at") and low[held.head] in RESULTS)
        and (low[held.start] in DEFINITE or "p" in parse.tags[held.start : held.end])
    )


RESULTS = words("loss losses cost creation addition closure sale")
"""Behind `with` and `at` these come about as the verb says: "may close two mills | with the loss of 300 jobs"."""


def _of_the_list(figure: Figure, phrase: Phrase) -> Phrase | None:
    """What the list is of that a phrase behind "and" ends: "the death | of 18 tourists and three guides"."""
    parse = figure.parse
    first = parse.phrase_at(phrase.start - 2) if phrase.start > 1 else None
    at = first.start - 1 if first is not None else -1
    host = parse.hosts.get(at) if at > 0 and figure.tokens.low[at] == "of" else None
    return parse.phrase_at(host) if host is not None else None


def _given(figure: Figure) -> bool:
    """Is who gets it before the figure, as one phrase with it: "pays the keepers | 90,000 crowns", "would save the towns | 3 million"?"""
    phrase, i, tokens = figure.phrase, figure.measure.start, figure.tokens
    if phrase is None or phrase.head >= figure.measure.end:
        return False
    return any(figure.parse.tags[k] == "N" and tokens.text[k].islower() for k in range(phrase.start, i))


def difference(figure: Figure) -> bool:
    """Is it only by how much others are more: "9,500 fewer posts were advertised"? A share behind its verb is what the verb tells."""
    if figure.tokens.low[figure.measure.end] not in ("fewer", "less"):
        return False
    verb = figure.clause.verb
    return figure.measure.subtype != "percent" or verb is None or figure.measure.start < verb.end
