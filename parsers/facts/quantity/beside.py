"""Figures that the verb of their clause does not reach: compared ones, lengths of time beside it, what a noun's infinitive tells."""

from __future__ import annotations

from parsers.facts.quantity import governing
from parsers.facts.quantity.objects import Figure
from parsers.facts.syntax import Clause, Phrase, cues
from parsers.facts.syntax.lexicon import CLAUSAL, TEMPORAL, lemma, table
from parsers.facts.tokens import words

AGAINST = words("vs versus against")
"""Prepositions between a figure and the one that it is compared with."""

LENGTHS = words("after before into ago later earlier since following")
"""Words behind a length of time that only says when: "refused to sign five months after the talks"."""

GIVING = words(
    "give grant ask allow permit offer tell urge request deny award get seek win need obtain receive require"
)
"""Verbs whose object is only to do what the infinitive says: "asked Berg to buy 5 percent"."""

MAKING = words(
    "make take announce approve adopt unveil reveal reach plan launch hold keep retain declare exercise use have"
)
"""Verbs whose subject does what the infinitive behind their object says: "announced plans to sell 5 percent"."""

_NEAR = 8
"""Tokens before `from` in which the other figure of a change is."""


def compared(figure: Figure) -> bool:
    """Is it the earlier of two figures: "to 5 percent from 4", "up from 1.4 million", "compared with a loss of 3 million"?

    What the verb plans, supposes or denies is the first of the two; the other one is known.
    """
    parse, low, at = figure.parse, figure.tokens.low, figure.preposition
    if low[figure.measure.start - 1] in AGAINST:
        return True
    host = parse.phrase_at(parse.hosts[at]) if at is not None and at in parse.hosts and low[at] == "of" else None
    if host is not None and host.start:
        at = host.start - 1
    if at is None or at == 0:
        return False
    if low[at] in AGAINST or (low[at] in ("with", "to") and low[at - 1] in ("compared", "compares")):
        return True
    return low[at] == "from" and _of_a_change(figure, at)


def _of_a_change(figure: Figure, at: int) -> bool:
    """Does `from` at a token lead to where a change began?"""
    parse, low, end = figure.parse, figure.tokens.low, figure.measure.end
    if low[at - 1] in ("up", "down", "change", "unchanged"):
        return True
    if figure.measure.subtype == "count" and figure.measure.noun is not None:
        return False
    if low[end] == "to" and parse.tags[end + 1 : end + 2] == "#":
        return True
    first = max(figure.clause.start, at - _NEAR)
    return any(parse.tags[k] == "#" and low[k - 1] in ("to", "at", "about", "around") for k in range(first, at))


def aside(figure: Figure) -> bool:
    """Does it only say when, or stand in front of the verb outside the subject: "rates of 5 percent were not the cause"?"""
    measure, parse = figure.measure, figure.parse
    if measure.subtype == "duration" and figure.tokens.low[measure.end] in LENGTHS:
        return True
    verb, subject, phrase = figure.clause.verb, figure.clause.subject, figure.phrase
    if verb is None or phrase is None or measure.start >= verb.start or figure.preposition is None:
        return False
    if subject is None or (
        verb.passive
        and (verb.lemma in cues.OBJECT or verb.lemma in cues.GIVING_UP)
        and parse.hosts.get(figure.preposition) == subject.head
    ):
        return False  # "growth of 3 percent is forecast", "plans for 3 mills were scrapped"
    if parse.hosts.get(figure.preposition) == subject.head and figure.tokens.low[subject.start] in ("a", "an") and figure.tokens.low[subject.head] in governing.GROUPS:  # fmt: skip
        return False  # "a group of 22 officers will come"
    return subject.head != phrase.head and parse.tags[subject.head] == "N"


SUPPLYING = words("supply provide present equip charge entrust fund furnish reward leave credit")
"""Verbs whose object gets what `with` leads to."""

PORTIONS = words("half all both nearly part most")
"""Words in front of an owner that say how much of it: "half | the company's assets"."""


def named_between(figure: Figure, k: int) -> bool:
    """Does another name stand between an owner and the figure, tickers left out?"""
    text, tags = figure.tokens.text, figure.parse.tags
    return any(
        tags[n] == "N" and text[n][:1].isupper() and text[n - 1] not in ("<", "(")
        for n in range(k, figure.measure.start)
    )


DIRECTIONS = words("north south east west northeast northwest southeast southwest from away off outside inland")
"""Words behind a length that says where a place is."""


def _there(figure: Figure) -> bool:
    """Is `there` the subject that the verb shows: "well, there are 5 mills"?"""
    verb = figure.clause.verb
    return verb is not None and figure.tokens.low[verb.start - 1] == "there"


def _inherited_thrice(figure: Figure) -> bool:
    """Do three clauses, one in the other, share a subject: nobody knows which of the nouns between does the last?"""
    number: int | None = figure.number
    for _ in range(3):
        if number is None or not figure.parse.clauses[number].inherited:
            return False
        number = figure.parse.clauses[number].parent
    return True


def with_absolute(low: list[str], clause: Clause, i: int) -> bool:
    """Is it of what `with` puts beside the clause: "the switch hit the yard, with sales down 3 percent at 9 million"?"""
    if clause.verb is None:
        return False
    at = next((k for k in range(i - 1, clause.verb.end, -1) if low[k] == "with" and low[k - 1] == ","), None)
    return at is not None and not {"up", "down", "at", "to"}.isdisjoint(low[at + 2 : i])


def behind_another(figure: Figure) -> bool:
    """Does it compare a figure of another clause, whose verb is nearer: "asked for a ban after they counted 212, 17 percent more than before"?"""
    measure, low, verb = figure.measure, figure.tokens.low, figure.clause.verb
    if verb is None or low[measure.start - 1] != "," or low[measure.end : measure.end + 2][1:] != ["than"]:
        return False
    verbs = [clause.verb for clause in figure.parse.clauses if clause.verb is not None]
    return any(verb.end <= other.start < measure.start for other in verbs)


def described(figure: Figure) -> bool:
    """Does it only describe another noun: "Lund, 30 miles north of here", "bore a 3-year-old son", "at 4 dollars per 100 kilo bag"?"""
    measure, low, phrase = figure.measure, figure.tokens.low, figure.phrase
    if low[measure.start - 1] in ("per", "every") or _there(figure):
        return True
    if measure.subtype == "duration" and low[measure.start - 1] in RUNNING:
        return True  # "lower than in the previous three months"
    if measure.subtype == "multiple" and low[measure.start - 1] == ",":
        return True  # "a disk of 7 gigabytes, five times the memory of the old one"
    if _inherited_thrice(figure) or figure.absolute:
        return True
    if measure.subtype == "age" and figure.clause.link == "infinitive":
        return True  # "led her to send her son away at 12"
    if measure.subtype == "age":
        return phrase is not None and phrase.head >= measure.end and phrase.start > figure.clause.start
    k = measure.start - 1
    while k > 0 and figure.parse.tags[k] == "R":
        k -= 1
    return measure.subtype == "length" and low[k] == "," and low[measure.end] in DIRECTIONS


def of_a_noun(figure: Figure, clause: Clause) -> bool:
    """Is the clause an infinitive that a noun governs, so that nobody is sure to do it: "a vote on a proposal to issue 5"?"""
    verb, parse = clause.verb, figure.parse
    if clause.link != "infinitive" or verb is None or clause.parent is None or parse.tags[verb.start - 1] != "N":
        return False
    outer = parse.clauses[clause.parent]
    if outer.verb is None or verb.start - 1 < outer.verb.end:
        return outer.verb is not None
    phrase = parse.phrase_at(verb.start - 1)
    governed = phrase is not None and any(o.head == phrase.head for o in outer.objects)
    if governed and phrase is not None and clause.subject is not None and clause.subject.head == phrase.head:
        return outer.verb.lemma in GIVING
    return not governed or outer.verb.lemma not in MAKING


def asked_who(figure: Figure, clause: Clause) -> bool:
    """Is its subject an open `who` or `what`: "the news of who is number one"?"""
    at = clause.opener
    if at is None or at == 0 or figure.tokens.low[at] not in ("who", "what", "whoever", "whatever"):
        return False
    return figure.parse.tags[at - 1] in "ITvbgn"


def by_means(figure: Figure, clause: Clause) -> bool:
    """Is it a gerund behind `by` of a passive, whose doer nobody names: "is paid by charging 50 percent"?"""
    if clause.link != "gerund" or clause.parent is None or clause.opener is None:
        return False
    outer = figure.parse.clauses[clause.parent].verb
    return figure.tokens.low[clause.opener] == "by" and outer is not None and outer.passive


def of_another(figure: Figure) -> bool:
    """Is it the figure of another thing: "29 percent compared to 4 from buyers", "instead of the 5 percent charged to others"?"""
    parse, low, at = figure.parse, figure.tokens.low, figure.preposition
    verb = figure.clause.verb
    if verb is not None and verb.lemma == "compare":
        return True
    if at is None or at == 0:
        return False
    if low[at] == "of" and low[at - 1] == "instead":
        return True
    host = parse.phrase_at(parse.hosts[at]) if at in parse.hosts else None
    return host is not None and host.start > 1 and low[host.start - 1] in ("with", "to") and low[host.start - 2] in ("compared", "compares")  # fmt: skip


FORESEEING = words(
    "see sees put puts estimate estimates estimated forecast forecasts predict predicts predicted project projects projected reckon reckons reckoned peg pegs pegged"
)
"""Verbs, as printed, whose subject tells a figure of something else."""

SOURCES = words(
    "assessment survey surveys poll polls estimate estimates forecast forecasts study studies analyst analysts economist economists embassy forecaster forecasters census dealers traders"
)
"""Heads of subjects that only tell a figure."""


def only_told_by(figure: Figure, clause: Clause) -> bool:
    """Is the subject whoever assesses the figure, and not what it is a figure of: "a survey puts output at 5 tons"?"""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or verb.passive:
        return False
    if verb.lemma in governing.SAYING:
        return True
    if figure.tokens.low[verb.head] in FORESEEING and not figure.tokens.low[subject.head].endswith("s"):
        return True
    return figure.tokens.low[subject.head] in SOURCES and figure.tokens.low[verb.head] in FORESEEING | SHOWING


SHOWING = words(
    "show shows showed find finds found suggest suggests suggested give gives gave indicate indicates indicated expect expects expected say says said"
)


NOUNS_TOO = words("offers means needs plans supplies deposits")
"""Forms that are mostly verbs and yet are good nouns of a subject."""


def _holds_verb(figure: Figure, subject: Phrase) -> bool:
    """Was a word that is mostly a verb taken for a noun of the subject: "the plans of the bank | give owners a reason"?"""
    tokens, tags, forms = figure.tokens, figure.parse.tags, table()
    for k in range(subject.start, subject.end):
        low = tokens.low[k]
        word = forms.get(low) if tags[k] == "N" and tokens.text[k] == low and low not in NOUNS_TOO else None
        if word is None or word.usual != "V" or word.forms not in ("b", "z", "bz"):
            continue
        if tags[k - 1] == "N" if k > subject.start else word.forms == "z":
            return True
    return False


TELLING = words("tell inform remind warn assure advise")


def _object_of_another(figure: Figure, subject: Phrase, clause: Clause) -> bool:
    """Is it the object of another verb: "land in which the fund has | an interest are off 5 percent", "told | the board that … and would save"?"""
    start = subject.start
    for other in figure.parse.clauses:
        if other is clause or other.verb is None or not any(o.start == start for o in other.objects):
            continue
        if other.verb.lemma in TELLING and clause.inherited and clause.link == "coordinate":
            return True
    tag = figure.parse.tags[start - 1] if start else "-"
    return not clause.inherited and tag in "vhgb" and lemma(figure.tokens.low[start - 1], tag) not in CLAUSAL


def _example(tags: str, low: list[str], start: int) -> bool:
    """Is it an example of something: "emissions such as | lead and zinc will fall"; or behind a preposition?"""
    if start < 2:
        return False
    if low[start - 1] == "as":
        return low[start - 2] == "such"
    return tags[start - 1] == "I" and low[start - 1] not in OPENING


OPENING = words("after before since until till as than like except")
"""Prepositions that may open a clause."""


def _joined_behind(tags: str, start: int) -> bool:
    """Is a noun phrase without a verb of its own joined in front: ", and the embassy in Lund and | the mission must pay"?"""
    if start < 3 or tags[start - 1] != "C" or tags[start - 2] != "N":
        return False
    for k in range(start - 2, -1, -1):
        if tags[k] in "MBhdvabgn":
            return False
        if tags[k] in ",;C":
            return True
    return True


def cut_list(figure: Figure, subject: Phrase, clause: Clause) -> bool:
    """Is a subject the end of a list whose head is further to the left: "income, mainly fees and | commissions, rose"?"""
    parse, low, start = figure.parse, figure.tokens.low, subject.start
    last = parse.tags[subject.end - 1]
    if last in "DI" or (last == "J" and parse.tags[subject.end] not in "MBhdvaR,") or _holds_verb(figure, subject):
        return True  # "borrowing against your", "holders of existing | preferred"
    if _object_of_another(figure, subject, clause):
        return True
    if (not clause.inherited and _example(parse.tags, low, start)) or _joined_behind(parse.tags, start):
        return True
    if start < 2 or parse.tags[start - 2] != "N" or not any(tag in parse.tags[:start] for tag in "MBhdva"):
        return False  # "In addition, Halden and Lund will pay 5 million"
    if parse.tags[start - 1] == ",":
        return "and" in low[start : subject.end]
    return low[start - 1] == "and" and low[subject.end] == ","


def timeless(figure: Figure, owner: tuple[Phrase | None, bool] | None) -> bool:
    """Ages, and what is in the phrase of somebody's thing ("Berg's 52 dollar offer"), are not dated by the verb."""
    phrase, end = figure.phrase, figure.measure.end
    if figure.measure.subtype == "age":
        return True
    if figure.measure.subtype == "duration" and figure.tokens.low[figure.measure.start - 1] in RUNNING:
        return True
    return owner is not None and owner[0] is not None and phrase is not None and phrase.head >= end


RUNNING = words("past last next previous recent first coming")
"""Words before a length of time that is a time itself: "in the past two months"."""


DITRANSITIVE = words(
    "give pay cost lend offer fine sell charge hand grant award owe send show leave save earn win lose rise fall loan guarantee allot allocate bring"
)
"""Verbs with a figure behind another object."""


def given_her(figure: Figure, k: int) -> bool:
    """Is `her` at token k who gets the figure right behind: "awarded her 60,000 euros"?"""
    verb, low = figure.clause.verb, figure.tokens.low
    given = low[k] == "her" and verb is not None and verb.end == k and verb.lemma in DITRANSITIVE
    return given and figure.measure.subtype == "money" and figure.measure.start == k + 1


def second(figure: Figure) -> bool:
    """ "see the index about 72", "…, Ana Berg 3 percent": the figure is said of the words before it, not of the subject."""
    parse, i, clause = figure.parse, figure.measure.start, figure.clause
    if (
        clause.verb is not None
        and clause.objects
        and clause.objects[0].end <= i
        and clause.verb.lemma not in DITRANSITIVE
    ):
        behind = figure.tokens.low[clause.objects[0].end]
        if clause.objects[0].end == (figure.phrase.start if figure.phrase else i) or behind in (
            "about",
            "around",
            "at",
        ):
            return True
    before = parse.phrase_at(i - 2) if parse.tags[i - 1 : i] == "C" and i > 1 else None
    first = parse.tags.find("#", before.start, before.end) if before is not None else -1
    k = (first if first >= 0 else i) - 1  # "Ana Berg 3 months and | 4,000 francs"
    while k > 0 and parse.tags[k] in "R#":
        k -= 1
    named = parse.phrase_at(k) if parse.tags[k] == "N" else None
    return named is not None and named.start > 0 and parse.tags[named.start - 1] in ",C"


def of_those_before(figure: Figure) -> bool:
    """Is an outcome told by a participle, and the verb tells of something later: "three killed | on Friday were buried"?"""
    noun, verb = figure.measure.noun, figure.clause.verb
    if figure.measure.outcome is None or noun is None or verb is None or verb.head <= noun.end + 1:
        return False
    inner = figure.parse.clause_of(noun.end)
    return inner.link == "reduced" and inner.verb is not None and inner.verb.head == noun.end


HOLDING = words("with of worth")
"""Prepositions between a thing and a figure of it: "a plant with 500 workers"."""

EMPTY_HOLDERS = TEMPORAL | words(
    "total number age ages record average maximum minimum majority combined more part some all each both pct percent dlrs dollars mln billion tonnes increase rise gain jump decrease drop fall decline cut reduction addition"
)
"""Nouns before `of` and a figure that name nothing: "a total of 77 rigs"."""


def holder(figure: Figure) -> Phrase | None:
    """ "sales of 5 million rose", "a plant with 500 workers": the noun that a figure's preposition follows."""
    at, parse = figure.preposition, figure.parse
    host = parse.hosts.get(at) if at is not None else None
    if at is None or host is None or figure.tokens.low[at] not in HOLDING:
        return None
    phrase = parse.phrase_at(host)
    verb = figure.clause.verb
    mine, noun = figure.phrase, figure.measure.noun
    if figure.tokens.low[at] == "of" and noun is not None and figure.measure.subtype == "count" and figure.tokens.low[host] not in governing.WHOLES:  # fmt: skip
        return None  # "the wife of one employee", "a merger of the two funds", "a survey of 500 adults"
    if mine is not None and mine.head >= max(figure.measure.end, noun.end if noun else 0):
        return None  # "ministers of the six-nation council"
    if phrase is not None and phrase.start and figure.tokens.low[phrase.start - 1] in ("in", "at", "near", "on"):
        return None  # "one in Lund with 10 million"
    if phrase is None or phrase.end != at or figure.tokens.low[host] in EMPTY_HOLDERS or parse.tags[host] in "#OoJ":
        return None
    if (
        figure.tokens.low[at] == "with"
        and parse.tags[phrase.start] in "Dp"
        and figure.tokens.low[phrase.start] not in ("a", "an")
    ):
        return None  # "started his firm with 5 million"
    if figure.tokens.low[at] == "with" and verb is not None and verb.lemma in SUPPLYING and phrase.start >= verb.end:
        return None  # "supplied Halden with 5 million"
    if figure.tokens.low[at] == "of" and verb is not None and phrase.start >= verb.end:
        return None  # "reported a profit of 5 million": said of who reported it
    return phrase
