"""Whose quantity it is: verb, subject, object, time and trend of a figure, by the clause it is in."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.quantity import aged, beside, governing, moments, staged, subject_edges, told_of, victims
from parsers.facts.quantity.measure import Measure
from parsers.facts.quantity.moments import Moment
from parsers.facts.quantity.multiples import CHANGED
from parsers.facts.quantity.objects import MOVING, Figure, object_of
from parsers.facts.quantity.trends import sign_before, trend
from parsers.facts.syntax import Clause, Parse, Phrase
from parsers.facts.syntax.lexicon import SPEECH, TEMPORAL
from parsers.facts.tokens import Tokens, words

PRONOUNS = words(
    "ending beginning it they he she we i you there this that these those which who him them us me one some others none all both each nothing everything something"
)
"""Subjects that name nothing."""

FORESEEING = words("forecast predict estimate suggest indicate")
"""Verbs of saying whose subject speaks of something else: "analysts forecast it will reach 5 million"."""

COMPANIES = words("it they")
"""Pronouns for what was named as the speaker: "the company said it had sales of 5 million"."""


class Attached(NamedTuple):
    """What a figure hangs on, in tokens; `certain` is False where a part of it was inherited or only likely."""

    subject: Phrase | None
    predicate: str | None
    object: str | None
    time: Moment | None
    trend: str | None
    polarity: str
    modality: str
    certain: bool
    borrowed: bool = False
    """Is the subject who said so, taken for "it" or "they"?"""


def attach(
    tokens: Tokens, parse: Parse, measure: Measure, times: tuple[Moment, ...], *, plain: bool = False
) -> Attached:
    """Subject, verb, object, time, trend and standing of a measure; `plain`: the whole sentence is asserted."""
    figure = _figure(tokens, parse, measure)
    moved = _moved(figure)
    owner = _owner(figure) or _explained(figure)
    held = beside.holder(figure)
    subject: Phrase | None
    if moved is not None:
        subject, certain = moved, False
    elif owner is not None or held is not None:
        subject, certain = owner if owner is not None else (held, True)
    else:
        subject, certain = _subject(figure)
    told, known = told_of.standing_of(figure, plain=plain)
    polarity, modality = told.polarity, told.modality
    reached = moved is not None or governing.governed(figure)
    if owner is None and held is None and (not reached or not (known or beside.compared(figure))):
        subject = None
    if told_of.difference(figure) or _parted(figure):
        subject, known = None, False  # "9,500 fewer posts were advertised", "won 45 of | 120 seats"
    governed = known and reached and not (polarity == "+" and told_of.denied(figure))
    if measure.subtype == "age":
        subject, governed = aged.whose(figure) or (subject if aged.told_by_verb(figure) else None), governed and aged.told_by_verb(figure)  # fmt: skip
    when, sure = (
        moments.time_of(tokens, parse, measure.start, measure.end, times)
        if not beside.timeless(figure, owner)
        else (None, True)
    )
    if beside.of_those_before(figure):
        when = None
    apart = beside.behind_another(figure) or _opens_clause(figure)
    if apart or (measure.subtype == "multiple" and tokens.low[measure.start] in CHANGED and not _is_verb(figure)):
        return Attached(
            None,
            None,
            object_of(figure),
            when,
            trend(tokens, parse, figure.clause, measure, None),
            "+" if apart else polarity,
            "asserted" if apart else modality,
            certain=False,
        )
    return Attached(
        subject=subject_edges.both(figure, subject_edges.cut(figure, subject))
        if subject and not victims.nobody(figure)
        else None,
        predicate=_predicate(figure, moved is not None) if governed and owner is None and held is None else None,
        object=object_of(figure),
        time=when,
        trend=trend(figure.tokens, parse, figure.clause, measure, figure.preposition),
        polarity=polarity,
        modality=modality,
        certain=certain and sure and not figure.clause.unsure and not staged.unsure(figure),
        borrowed=_pronoun(figure),
    )


def _parted(figure: Figure) -> bool:
    """Is it the whole of which another figure is a part: "closed 12 out of | the 40 shops"? The verb is of the part."""
    tags, low, k = figure.parse.tags, figure.tokens.low, figure.measure.start - 1
    while k > 2 and tags[k] == "D":
        k -= 1
    return k > 0 and low[k] == "of" and "#" in (tags[k - 1], tags[k - 2] if low[k - 1] == "out" else "")


def _pronoun(figure: Figure) -> bool:
    subject = figure.clause.subject
    return subject is not None and figure.tokens.low[subject.head] in COMPANIES


def _opens_clause(figure: Figure) -> bool:
    """Does `but` part a figure from the verb before it: "arrested one, but | seven others with guns remain"?"""
    phrase, low = figure.phrase, figure.tokens.low
    return phrase is not None and phrase.start > 1 and low[phrase.start - 2 : phrase.start] == [",", "but"]


def _is_verb(figure: Figure) -> bool:
    """Was the word that tells a multiple ("doubles") taken for the verb of its clause?"""
    verb = figure.clause.verb
    return verb is not None and verb.start <= figure.measure.start < verb.end


def alone(tokens: Tokens, measure: Measure) -> Attached:
    """A measure in a language whose clauses are not read: what is counted, and nothing else."""
    counted = tokens.phrase(measure.noun.start, measure.noun.end) if measure.noun else None
    return Attached(None, None, counted, None, None, "+", "asserted", certain=False)


def _figure(tokens: Tokens, parse: Parse, measure: Measure) -> Figure:
    i = measure.start
    number = parse.owner[i]
    verb = parse.clauses[number].verb
    while verb is not None and verb.lemma == "compare" and not verb.finite and parse.clauses[number].parent is not None:
        number = parse.clauses[number].parent or 0
        verb = parse.clauses[number].verb
    phrase = parse.phrase_at(i)
    preposition = next((c.preposition for c in parse.complements if c.phrase.start <= i < c.phrase.end), None)
    clause = parse.clauses[number]
    absolute = beside.with_absolute(tokens.low, clause, i)
    return Figure(parse, tokens, measure, number, clause, phrase, preposition, absolute)


def _owner(figure: Figure) -> tuple[Phrase | None, bool] | None:
    """ "the company's 500 workers": who is before 's; None when nobody does. "its 500 workers" names nobody."""
    parse, phrase, i = figure.parse, figure.phrase, figure.measure.start
    if phrase is None:
        return None
    for k in range(i - 1, phrase.start - 1, -1):
        if parse.tags[k] == "p":
            end = k - 1 if parse.tags[k - 1] in 'j"' else k
            if beside.named_between(figure, k + 1) or figure.tokens.low[end - 1] in SEXES:
                return None, True  # "Halden's Lund Oil Co 9 percent", "the women's 50 metres freestyle"
            if figure.measure.subtype in ("ranking", "ordinal"):
                return None, True  # "Norway's third biggest port": it is not Norway that is third
            owner = Phrase(phrase.start + (figure.tokens.low[phrase.start] in beside.PORTIONS), end, end - 1)
            return (
                (None, True)
                if end <= phrase.start or figure.tokens.low[end - 1] in TEMPORAL or parse.tags[end - 1] == "#"
                else (owner, True)
            )
        if parse.tags[k] == "D" and figure.tokens.low[k] in ("its", "their", "his", "her", "our", "my"):
            return None if beside.given_her(figure, k) else (None, True)
    return None


SEXES = words("men women boys girls ladies juniors seniors")
"""Whose contests are told by a length or a weight."""


def _explained(figure: Figure) -> tuple[Phrase | None, bool] | None:
    """ "Halden, the third largest port": what an apposition with a figure explains."""
    i = figure.measure.start
    for first, second in figure.parse.appositions:
        if second.start <= i < second.end:
            named = figure.parse.tags[first.head] == "N" and not _counts(figure, first)
            return (first if named and figure.measure.subtype in ("ranking", "ordinal") else None), True
    return None


def _subject(figure: Figure) -> tuple[Phrase | None, bool]:
    """The subject of the figure's clause, where the figure is said of it."""
    clause, i = figure.clause, figure.measure.start
    verb, subject = clause.verb, clause.subject
    if verb is None or i < verb.start or subject is None:
        return None, True
    if not _reached(figure) or _gapped(figure) or _compared(figure) or beside.of_another(figure):
        return None, True
    if beside.described(figure) or _one_among(figure):
        return None, True
    if figure.parse.embedding(figure.number)[0] == "participle" and verb.tense == "gerund":
        return None, True
    before = figure.parse.tags[subject.start - 1 : subject.start]
    if clause.link == "reduced" and verb.tense == "gerund" and before in ("I", "T"):
        return None, True  # "the club of creditors rescheduling 5 million"
    return _named(figure, clause, subject)


def _one_among(figure: Figure) -> bool:
    """ "the envoy was among hundreds injured": the subject is one of those counted."""
    at = figure.preposition
    return at is not None and figure.tokens.low[at] == "among"


def _reached(figure: Figure) -> bool:
    """Does the figure depend on the verb itself, or on its object, and not on a noun further down?"""
    at, parse, low = figure.preposition, figure.parse, figure.tokens.low
    if at is None:
        return not beside.second(figure)
    if low[at] == "of" and parse.tags[at - 1] == '"':
        return False
    host = parse.hosts.get(at)
    if low[at] == "from" and figure.measure.subtype == "count":
        return False
    if host is None or low[at] in MOVING or (low[at] == "for" and figure.measure.subtype == "money" and _whole(figure)):
        return True
    phrase = parse.phrase_at(host)
    objects = figure.clause.objects
    return low[at] == "of" and phrase is not None and any(o.head == host for o in objects[:1])


def _whole(figure: Figure) -> bool:
    """Is the figure its whole phrase, and not the size of something: "for | 5 million dollars", not "for the 5 million dollar bond"?"""
    noun = figure.measure.noun
    return figure.phrase is None or figure.phrase.head < max(figure.measure.end, noun.end if noun else 0)


def _gapped(figure: Figure) -> bool:
    """ "profit rose to 5 from 4 and sales to 9 from 8": a second subject without a verb of its own."""
    parse, verb, i = figure.parse, figure.clause.verb, figure.measure.start
    for k in range(i - 1, verb.end if verb is not None else i, -1):
        if parse.tags[k] == "C":
            phrase = parse.phrase_at(k + 1)
            return (
                phrase is not None
                and phrase.end < i
                and parse.tags[phrase.head] == "N"
                and not subject_edges.numbered(figure, phrase)
            )
    return False


def _compared(figure: Figure) -> bool:
    """ "compared with 5 percent of the others": a figure of somebody else beside the first."""
    parse, at = figure.parse, figure.preposition
    if at is None or (
        figure.tokens.low[at - 1] not in ("compared", "up", "down")
        and figure.tokens.low[at] not in ("against", "versus", "vs")
    ):
        return False
    mine = figure.phrase
    behind = next((c for c in parse.complements if mine is not None and c.preposition == mine.end), None)
    return (
        behind is not None
        and figure.tokens.low[behind.preposition] in ("of", "for", "among")
        and not (
            figure.tokens.low[behind.phrase.head] in TEMPORAL
            or subject_edges.is_year(figure.tokens.low[behind.phrase.head])
        )
    )


def _named(figure: Figure, clause: Clause, subject: Phrase) -> tuple[Phrase | None, bool]:
    """The subject as it is named: who said it, for "it" behind "said"; nobody for other pronouns."""
    low = figure.tokens.low
    first = low[subject.head]
    if subject.head < len(figure.parse.tags) and first in COMPANIES and clause.link in ("complement", "coordinate"):
        if clause.verb is not None and clause.verb.tense == "modal":
            return None, True  # "the institute says it would cost 5 million"
        link, parent, _ = figure.parse.embedding(figure.number)
        outer = figure.parse.clauses[parent] if parent is not None else None
        if (
            link == "complement"
            and outer is not None
            and outer.verb is not None
            and outer.verb.lemma in SPEECH - FORESEEING
            and outer.subject is not None
            and not (first == "they" and outer.objects)
        ):
            said = outer.subject
            fits = low[said.head] not in PRONOUNS and (
                low[said.head].endswith("s")
                if first == "they"
                else not low[said.head].endswith("s") or figure.tokens.text[said.head][0].isupper()
            )
            return (said, False) if fits and figure.parse.tags[said.head] == "N" else (None, True)
    if (
        beside.only_told_by(figure, clause)
        or beside.of_a_noun(figure, clause)
        or beside.asked_who(figure, clause)
        or beside.by_means(figure, clause)
        or beside.cut_list(figure, subject, clause)
    ):
        return None, True
    if first in PRONOUNS or first in TEMPORAL or subject.start <= figure.measure.start < subject.end:
        return None, True
    if (
        figure.parse.tags[subject.head] != "N"
        or len(low[subject.head]) < 2
        or (clause.link == "relative" and clause.inherited and clause.unsure)
    ):
        return None, True
    if any(
        figure.parse.tags[k] == "#" and not subject_edges.is_year(low[k])
        for k in range(subject.start, subject.head + 1)
    ):
        return None, True
    return subject, not (clause.inherited and clause.link in ("infinitive", "gerund", "participle"))


def _moved(figure: Figure) -> Phrase | None:
    """ "had sales of 5 million, up 3 percent": what is up."""
    verb, objects, i = figure.clause.verb, figure.clause.objects, figure.measure.start
    if verb is None or not objects or objects[0].end > i or not sign_before(figure.tokens, i) or figure.absolute:
        return None
    first = objects[0]
    return (
        first._replace(end=first.head + 1)
        if figure.parse.tags[first.head] == "N" and not _counts(figure, first)
        else None
    )


def _counts(figure: Figure, phrase: Phrase) -> bool:
    """Is a phrase itself a figure?"""
    return any(figure.parse.tags[k] == "#" for k in range(phrase.start, phrase.head + 1))


ONE_OF = words("first second third fourth fifth last next one each either neither any")
"""Words before `of` and a figure: the verb is theirs, not the figure's."""


def _predicate(figure: Figure, moved: bool) -> str | None:
    """The verb of the figure's clause, as it is printed."""
    verb = figure.clause.verb
    if moved:
        return sign_before(figure.tokens, figure.measure.start)
    i, low = figure.measure.start, figure.tokens.low
    of = i - 2 if low[i - 1] in ("the", "its", "his", "her", "their") else i - 1
    part = of > 0 and low[of] == "of" and (figure.parse.tags[of - 1] == "#" or low[of - 1] in ONE_OF)
    if verb is None or part or figure.absolute:
        return (
            None  # "three of the 14 arrested were released", "the first of three films", "with a plume 20 metres high"
        )
    later = told_of.raised(figure)
    if later is not None and later.verb is not None:
        return low[later.verb.head]
    printed = low[verb.head]
    if figure.tokens.low[verb.head - 1] in ("'", "’"):
        return governing.CONTRACTED.get(printed, printed)
    return printed or None
