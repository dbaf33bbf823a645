"""What a word can be: closed classes by list, verb forms and the usual part of speech by a table (`data/README.md`).

A tag is one character:

| tag | words | tag | words |
|---|---|---|---|
| `D` | determiners | `M` | modals, will |
| `#` | figures, number words, currency signs | `B` | finite forms of be |
| `N` | nouns and names | `E` | be, been, being |
| `O` | pronouns that may be a subject | `h` `H` | finite forms of have; having |
| `o` | pronouns that may not | `d` | finite forms of do |
| `J` | adjectives | `v` | finite verbs |
| `R` | adverbs | `a` | forms in -ed that may be finite or not |
| `X` | not, never | `b` `g` `n` | base form, -ing form, past participle |
| `I` | prepositions | `T` | to |
| `C` | and, or, but, nor | `S` | subordinating conjunctions |
| `W` | who, which, what, when | `t` | that |
| `j` | signs inside a word (hyphen, full stop of an abbreviation) | `p` | possessive 's |
| `"` | quotation marks | `,` `;` `(` `)` `-` `.` | signs |
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from parsers.facts.tokens import words

_CLOSED: dict[str, str] = {
    "D": "a an the this these those its their his her our your my some any no every each all both another either neither such many several few most more "
    "much half enough less fewer whose",
    "#": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty "
    "fifty sixty seventy eighty ninety hundred thousand million billion trillion mln bln crore lakh dozen dozens hundreds thousands millions billions "
    "$ £ € ¥ %",
    "O": "i he she it they we you there everyone everybody someone somebody nobody anyone anybody nothing something everything anything none others",
    "o": "him them me us himself herself itself themselves myself ourselves yourself hers theirs ours mine yours",
    "R": "also still just only even already now then again ever often always usually yet soon later too quite rather almost nearly about around approximately "
    "roughly perhaps maybe here so very far well once twice ago away back together instead however therefore meanwhile moreover else sometimes really currently "
    "thus further up down out off forward abroad alone apart aside ahead home sharply only early today yesterday tomorrow tonight likely not_only",
    "X": "not never",
    "I": "of in on at by for with from into onto about against between among during through throughout under over above below across behind beyond near within "
    "without despite towards toward upon per via around inside outside off amid besides beneath beside concerning regarding versus vs following including "
    "excluding plus minus up_to than like unlike as after before since until till except despite amongst alongside along past according notwithstanding aboard",
    "T": "to",
    "C": "and or but nor &",
    "S": "because although though unless whereas while if whether when where lest whenever wherever whereby once why how",
    "W": "who which whom what whoever whatever whichever",
    "t": "that",
    "M": "will would shall should can could may might must ll wo couldn wouldn shouldn mustn needn cannot ought",
    "B": "is are was were am isn aren wasn weren re ain",
    "E": "be been being",
    "h": "has have had hasn haven hadn ve",
    "H": "having",
    "d": "do does did don doesn didn",
    ",": ",",
    ";": "; : ? ! • |",
    '"': '“ ” " « » „ ‘ ``',
    "(": "( [ {",
    ")": ") ] }",
    "-": "— – ―",
}
CLOSED: dict[str, str] = {word: tag for tag, table in _CLOSED.items() for word in table.split()}
"""The tag of every word and sign of a closed class. Later entries win: `once` is a conjunction only by context."""

TEMPORAL = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
    today yesterday tomorrow tonight year years month months week weeks day days night morning afternoon evening quarter weekend time hour hours
    moment decade spring summer autumn winter season earlier later ago jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
"""Nouns of time: a phrase with one as its head is no subject where another phrase follows, and no object."""

SPEECH = words(
    """
    say tell announce report add state note confirm write claim allege insist warn argue explain recall conclude stress emphasize emphasise declare answer reply
    admit acknowledge reveal disclose indicate maintain testify assert contend suggest predict estimate forecast caution complain promise agree deny
    inform advise repeat tweet post remark observe comment ask
    """
)
"""Verbs of saying, by lemma."""

BELIEF = words(
    """
    believe think know hope expect fear feel find show see hear suspect doubt assume suppose guess understand learn realize realise remember forget mean
    ensure prove wish demonstrate hold imagine consider decide propose recommend require demand request insist reckon figure anticipate pledge vow swear
    bet worry convince persuade assure remind teach prefer rumour rumor concede guarantee calculate discover notice signal imply trust
    """
)
"""Verbs of belief and their kin that take a clause without `that`."""

CLAUSAL = SPEECH | BELIEF

NOUNS_WITH_THAT = words(
    """
    rumour rumours rumor rumors claim claims allegation allegations report reports suggestion suggestions fear fears hope hopes possibility fact news speculation
    belief idea denial doubt doubts evidence proof confirmation hint hints sign signs indication indications statement announcement assertion accusation notion view opinion conclusion
    warning threat promise pledge guarantee assurance assurances expectation expectations concern concerns likelihood chance prediction predictions
    """
)
"""Nouns that a clause with that completes: `rumours that she had left`."""

OBJECT_CONTROL = words(
    """
    ask urge allow enable force order tell help permit invite encourage persuade require cause lead get want expect advise warn instruct call oblige compel
    authorise authorize convince beg press push prompt appoint elect choose obligate bind oblige commit
    """
)
"""Verbs whose object does what the infinitive says: `asked Ana to sign`."""


REPROACHED = words(
    "accuse suspect blame praise thank criticize criticise condemn fault commend applaud hail reward punish jail imprison convict acquit clear absolve exonerate pardon forgive credit sentence fine arrest charge sue"
)
"""Verbs whose object does what -ing behind of or for says: `accused Ana of signing`."""

ANSWERABLE = words("guilty innocent responsible liable culpable accountable complicit capable incapable")
"""Words behind an object that does what -ing behind them says: `found Ana guilty of signing`."""

KEPT = words("prevent stop keep bar ban block prohibit discourage deter dissuade restrain save protect exempt exclude")
"""Verbs whose object does not do what -ing behind from says: `kept Ana from signing`."""

NEVER_PASSIVE = words(
    "decline slip climb soar surge tumble slump plunge arrive occur happen remain emerge expire appear disappear collapse persist exist seem last"
)
"""Verbs without an object: their form in -ed behind a noun is its verb, and no participle."""


class Word(NamedTuple):
    """A form of the table: what it usually is, and the verb forms it can be, as letters of `bzdng`."""

    usual: str
    forms: str


@lru_cache(maxsize=1)
def table() -> dict[str, Word]:
    """Every form of the table; lower case. Forms of one kind share their entry."""
    kinds: dict[Word, Word] = {}
    words = ((form, Word(usual, "".join(_slots(group)[0] for group in groups))) for form, usual, groups in _rows())
    return {form: kinds.setdefault(word, word) for form, word in words}


@lru_cache(maxsize=1)
def _lemmas() -> dict[tuple[str, str], str]:
    pairs = ((form, _slots(group)) for form, _, groups in _rows() for group in groups)
    return {(form, slot): lemma or form for form, (slots, lemma) in pairs for slot in slots}


def _slots(group: str) -> tuple[str, str]:
    slots, _, lemma = group.partition(":")
    return slots, lemma


def _rows() -> list[tuple[str, str, list[str]]]:
    lines = files(__package__).joinpath("data", "words.tsv").read_text("utf8").splitlines()
    cells = (line.split("\t") for line in lines)
    return [(row[0], row[1], row[2].split(" ") if len(row) > 2 else []) for row in cells]


_TAGS = {"v": "dzb", "a": "dn", "n": "nd", "b": "b", "g": "g"}
_AUXILIARY = {
    **dict.fromkeys("is are was were am isn aren wasn weren re be been being ain".split(), "be"),
    **dict.fromkeys("has have had hasn haven hadn ve having".split(), "have"),
    **dict.fromkeys("do does did don doesn didn doing done".split(), "do"),
    "wo": "will", "ll": "will", "couldn": "could", "wouldn": "would", "shouldn": "should", "mustn": "must",
}  # fmt: skip


@lru_cache(maxsize=8192)
def lemma(form: str, tag: str) -> str:
    """The base form of a verb form with a tag: `rose` as `v` is `rise`."""
    if form == "won" and tag == "M":
        return "will"
    auxiliary = _AUXILIARY.get(form)
    if auxiliary:
        return auxiliary
    known = _lemmas()
    return next((known[form, slot] for slot in _TAGS.get(tag, "bzdng") if (form, slot) in known), form)
