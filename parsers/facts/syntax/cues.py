"""The words that say whether something is so, and how sure: verbs by lemma, nouns, adjectives, adverbs.

After FactBank (Saurí and Pustejovsky 2009) and the implicative verbs of Karttunen (1971).
"""

from __future__ import annotations

from parsers.facts.tokens import words


def _table(**kinds: str) -> dict[str, str]:
    return {word: kind for kind, table in kinds.items() for word in table.split()}


NEGATIVE = words(
    """
    fail refuse decline deny avoid cease neglect forget forgo reject cancel scrap abandon shelve refrain prevent stop forbid ban prohibit block dispute
    disavow disprove refute veto abort clear acquit exonerate absolve
    """
)
"""Verbs with which what they govern (infinitive, that, -ing) is not so."""

NEGATIVE_OBJECT = words(
    "deny cancel scrap reject abandon shelve avoid prevent block veto refute forgo abort avert foil thwart dispute withdraw terminate annul rescind revoke nullify"
)
"""Verbs that say the same of a happening that is their object (`cancelled the visit`), and of their subject when passive."""

UNDOING = NEGATIVE_OBJECT - words("deny dispute refute")
"""Verbs of what was there, or would have come, and is not: of things that are counted they deny nothing."""

GIVING_UP = UNDOING | words("drop ditch axe")
"""Verbs that say of a plan, told as a noun, that it will not be carried out."""

SUMS = words("total number maximum minimum record")
"""Nouns whose `of` leads to what was counted: `a total of 640 flights`."""

EVIDENCE = words(
    "evidence proof indication indications sign signs confirmation hint hints trace grounds basis reason cause suggestion"
)
"""Nouns of what speaks for something."""

SCARCE = words("no little scant insufficient nothing without lack absence neither slightest hardly scarcely")
"""Words before them that say there is none of it, or not enough."""

NOT_THAT = words(
    "untrue false incorrect wrong inaccurate unable unwilling impossible reluctant untrue baseless unfounded"
)
"""Adjectives behind be with which a clause or infinitive behind them is not so."""

UNUSUAL = words("unusual uncommon rare unknown unheard surprising unlike unreasonable exceptional abnormal infrequent")
"""Adjectives behind a denied be that affirm what follows: `it is not unusual for a well to cost 18 dollars`."""

ESCAPING = words("escape evade dodge miss")
"""Verbs with which a form in -ing behind them is not so: `escaped being killed`."""

DOUBT = words("doubt delay postpone suspend hesitate unlikely doubtful unsure uncertain unclear question")
"""Verbs and adjectives that leave open what an embedded clause says."""

INFINITIVE = _table(
    planned="plan intend schedule slate expect commit pledge promise prepare vow agree set be due ready poise decide swear arrange project resolve choose elect go design mean suppose",
    target="eager keen anxious aim target seek strive hope want try attempt wish desire like love need struggle fight endeavor endeavour long",
    proposed="will willing propose offer bid consider suggest recommend urge discuss ask forecast predict estimate threaten demand call request invite likely urge advise order tell "
    "require allow permit encourage authorise authorize press lobby appeal warn instruct tempt tend stand able expect_not",
    claimed="claim allege accuse rumour rumor purport suspect believe think say report understand profess",
)
"""Modality of an infinitive, by the verb (or the adjective behind be) that governs it."""

COMPLEMENT = _table(
    planned="expect pledge promise vow agree schedule",
    target="hope wish aim",
    proposed="propose suggest recommend urge forecast predict demand request insist_on threaten warn fear speculate anticipate imagine consider interested risk face",
    claimed="claim allege charge rumour rumor suspect contend purport accuse blame arrest indict sue",
)
"""Modality of a clause, by the verb that governs it."""

OBJECT = _table(
    planned="plan schedule slate expect pledge promise commit project vow budget earmark",
    target="seek want aim hope",
    proposed="propose offer bid consider suggest recommend urge forecast predict threaten demand request anticipate fear discuss ask need require prefer",
    claimed="allege",
)
"""Modality of a figure or happening that is the object of a verb."""

ASKING_FOR = words("call push press appeal lobby plead campaign apply pray beg argue vote opt")
"""Verbs with which the object of a `for` right behind them is only wished: `called for 500 more nurses`."""

NOUNS = _table(
    planned="plan plans pledge pledges commitment commitments promise promises intention intentions schedule budget",
    target="target targets goal goals aim aims ambition ambitions objective objectives hope hopes attempt attempts effort efforts quota deadline",
    proposed="proposal proposals bid bids offer offers forecast forecasts prediction predictions projection projections possibility prospect prospects chances risk threat threats chance request "
    "requests demand demands option options recommendation expectations likelihood call calls idea danger suggestion suggestions outlook fear fears",
    claimed="claim claims allegation allegations rumour rumours rumor rumors speculation accusation accusations",
)
"""Modality of what a noun governs: `plans to build`, `a target of 5 pct`, `rumours of a merger`."""

OF_INFINITIVES = NOUNS | _table(planned="decision decisions deal deals agreement agreements pact")
"""The same before an infinitive: `a deal to | sell 12 jets`."""

OPEN_NOUNS = NOUNS | _table(
    proposed="talks negotiations discussions interest interests thought idea merits feasibility prospects way ways responsibility",
)
"""The same before a form in -ing: `held talks on | selling the mill`."""

ADJECTIVES = _table(
    planned="planned scheduled forthcoming upcoming expected projected future pledged budgeted intended",
    target="targeted attempted",
    proposed="proposed potential possible likely probable prospective suggested recommended forecast predicted hypothetical threatened would-be draft contemplated mooted",
    claimed="alleged rumoured rumored purported supposed claimed",
)
"""Modality by an adjective in the same noun phrase."""

CLASSES = words("probable possible potential likely prospective")
"""Adjectives that with the noun of a figure may be a class of it: `probable reserves of 5 tonnes`."""

ADVERBS = _table(
    proposed="possibly perhaps maybe probably potentially likely presumably conceivably",
    claimed="reportedly allegedly supposedly purportedly apparently",
)
"""Modality of a clause, by an adverb next to its verb."""

NOBODY = words("no neither nobody none nothing nor")
"""Words at the head of a subject or object that deny the whole."""

MODALS = {
    "will": "planned",
    "shall": "planned",
    "could": "proposed",
    "may": "proposed",
    "might": "proposed",
    "should": "proposed",
    "must": "proposed",
    "ought": "proposed",
}

WITHOUT = words("without instead rather short close")
"""Words behind which an -ing form did not happen (`instead of`, `rather than`, `came close to`)."""

TRIES = words("attempt attempts bid bids effort efforts try tries")
"""Nouns of what may fail."""

FAILED = words("failed unsuccessful abortive aborted foiled thwarted botched fruitless vain")
"""Adjectives of an attempt that did not succeed."""

FAILING = words("fail collapse founder falter")
"""Verbs whose subject, or what they fail `in`, is an attempt that did not succeed."""

THWARTING = words("block thwart foil reject rebuff defeat frustrate stop prevent abandon repel disrupt")
"""Verbs that in the passive say the same of their subject: `the bid to buy it was blocked`."""

TRYING = words("try attempt seek strive struggle endeavour endeavor fight scramble bid")
"""Verbs of attempts, which may be in vain."""

BRINK = words("verge brink cusp threshold edge point")
"""Nouns behind whose `of` an -ing form has not happened yet: `on the verge of | resigning`."""

BEING = words("be remain seem become appear feel")
"""Verbs that only join an adjective to their subject."""

GRADING = words("most more least less the a an even only too so")
"""Behind `perhaps` these are what it is said of, not the verb: `perhaps most damaging`, `was perhaps more important`."""

WRONGLY = words(
    "incorrectly wrongly erroneously mistakenly falsely inaccurately misstated misreported misspelled misidentified misquoted misattributed"
)
"""Words of a correction next to the verb: what the clause says was wrong."""

VERSIONS = words("version versions edition report story article headline caption post item")

EARLIER = words("earlier previous original initial prior first")
"""With one of VERSIONS, the subject of a correction: "an earlier version of this article said 12"."""

PARTICLES = {"rule": "out", "call": "off", "turn": "down"}
"""Verbs that deny their object with a particle: `ruled out a visit`."""

DISMISSING = NEGATIVE_OBJECT | words("dismiss doubt downplay debunk correct retract withdraw rebut disprove")
"""Verbs that deny what a noun of saying among their objects tells: `dismissed rumours that she had left`."""

ASKING = words(
    "request requests offer offers bid bids proposal proposals call calls demand demands application applications appeal appeals petition invitation"
)
"""Nouns of what was made although it is rejected."""

FACTIVE = words("how why when where what who which whom")
"""Words of questions that take what they ask about for granted."""

ASKED = words("how why when where what who which")
"""Words that open a question about what is so."""

ADJUNCT = words("with before after since during despite amid until following")
"""Prepositions of phrases that a denial of the verb does not reach."""

OCCURRING = words(
    "be happen occur take go proceed materialize materialise come begin start continue follow exist fail collapse"
)
"""Verbs whose subject is what happens: a denial of them denies it."""

KNOWING = words(
    "know realize realise regret like mention notice remember forget mind explain understand acknowledge admit disclose reveal care appreciate inform tell"
)
"""Verbs that take what they are about for granted, also when denied."""

TELLING = frozenset(
    NOBODY
    | NOT_THAT
    | WRONGLY
    | (EARLIER - {"first"})
    | {"not", "never", "t", "if", "unless", "whether", "without", "?", "instead", "rather", "would", "longer"}
)
"""Words without which, and without a verb of NEGATIVE or DOUBT, a sentence denies nothing."""
