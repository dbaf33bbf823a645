"""The clauses of a sentence: verbs with their subjects and objects, how they are embedded, what is joined."""

from __future__ import annotations

import pytest

from parsers.facts.syntax import Clause, Parse, Phrase, nominal, parse
from parsers.facts.tokens import Tokens


def read(sentence: str) -> tuple[Tokens, Parse]:
    """A sentence and its clauses."""
    tokens = Tokens(sentence)
    return tokens, parse(tokens)


def words(tokens: Tokens, phrase: Phrase | None) -> str | None:
    """The words of a phrase."""
    return tokens.phrase(phrase.start, phrase.end) if phrase else None


def clause(sentence: str, verb: str) -> tuple[Tokens, Clause]:
    """The clause of a verb, by its main word."""
    tokens, found = read(sentence)
    return tokens, next(c for c in found.clauses if c.verb and tokens.text[c.verb.head] == verb)


ARGUMENTS = [
    ("The storm killed 12 and wounded 40.", "killed", "The storm", "12"),
    ("The storm killed 12 and wounded 40.", "wounded", "The storm", "40"),
    ("Twelve sailors were rescued and 40 injured in the fire.", "injured", "40", None),
    ("The miller who sold 12 mills was fined on Monday.", "fined", "The miller", None),
    ("The miller who sold 12 mills was fined on Monday.", "sold", "The miller", "12 mills"),
    ("The plan announced Monday calls for cuts.", "calls", "The plan", None),
    ("The yard, which built nine ships, plans to hire 30 welders.", "hire", "The yard", "30 welders"),
    ("Halden Lines asked Ana Berg to sign the lease.", "sign", "Ana Berg", "the lease"),
    ("If the dam breaks, the town will open the gates.", "open", "the town", "the gates"),
    ("Without waiting for help, Ana Berg left the hall.", "left", "Ana Berg", "the hall"),
    ("Mayor Ana Berg said the tram had carried 40,000 riders.", "carried", "the tram", "40,000 riders"),
    ("The yard, based in Lund, employs 500 welders.", "employs", "The yard", "500 welders"),
    ("Osk Ferries, which the Lund yard acquired in May, carries riders.", "acquired", "the Lund yard", None),
    ("Osk Ferries, which the Lund yard acquired in May, carries riders.", "carries", "Osk Ferries", "riders"),
    ("Sales of ferries rose 5 percent.", "rose", "Sales of ferries", "5 percent"),
    ("Lind and Berg sold the mill.", "sold", "Lind and Berg", "the mill"),
    ("The board rejected an offer the bank made in May.", "made", "the bank", None),
    ("Did the yard sell the ferry?", "sell", "the yard", "the ferry"),
    ("The bond issuing committee approved three loans.", "approved", "The bond issuing committee", "three loans"),
    ("The yard said up to 1,800 welders will leave.", "leave", "1,800 welders", None),
    ("Claims were rejected by growers who asked for aid.", "asked", "growers", None),
    ("The fund said that ports - which include Lund - will grow.", "grow", "ports", None),
    ("The lease - by auction on March 16 - was sold.", "sold", "The lease", None),
    ("Last week in Hamar, Norway, Ann Lind sold the mill.", "sold", "Ann Lind", "the mill"),
    ("This past weekend the yard sold the ferry.", "sold", "the yard", "the ferry"),
    ("More recently, the yard sold the ferry.", "sold", "the yard", "the ferry"),
    ("Mills, including Osk and Lund Mill, were sold.", "sold", "Mills", None),
]


@pytest.mark.parametrize(("sentence", "verb", "subject", "obj"), ARGUMENTS)
def test_a_verb_has_its_subject_and_object(sentence: str, verb: str, subject: str, obj: str | None) -> None:
    """Subject and first object of a verb are those of its own clause, or inherited from the one it is joined to."""
    tokens, found = clause(sentence, verb)
    assert words(tokens, found.subject) == subject
    assert words(tokens, found.objects[0] if found.objects else None) == obj


LINKS = [
    ("The yard said the ferry sank.", "sank", "complement"),
    ("The yard asked whether the ferry sank.", "sank", "question"),
    ("If the ferry sinks, the yard will pay.", "sinks", "condition"),
    ("The yard paid because the ferry sank.", "sank", "adverbial"),
    ("The ferry that sank was new.", "sank", "relative"),
    ("The ferry built in Lund sank.", "built", "reduced"),
    ("The yard agreed to pay.", "pay", "infinitive"),
    ("The yard paid after losing the case.", "losing", "gerund"),
    ("The yard paid and the owners left.", "left", "coordinate"),
    ("The ferry sank, the yard said.", "said", "parenthetical"),
    ("It is untrue that the ferry sank.", "sank", "complement"),
]


@pytest.mark.parametrize(("sentence", "verb", "link"), LINKS)
def test_a_clause_says_how_it_is_embedded(sentence: str, verb: str, link: str) -> None:
    """Speech, question, condition, reason, relative and non-finite clauses are told apart."""
    assert clause(sentence, verb)[1].link == link


GROUPS = [
    ("The yard did not sign.", "sign", "past", True, False),
    ("The yard hasn't signed.", "signed", "present", True, False),
    ("The yard won't sign.", "sign", "future", True, False),
    ("The yard no longer pays.", "pays", "present", True, False),
    ("The yard is not only building ferries.", "building", "present", False, False),
    ("The deal could have been signed.", "signed", "modal", False, True),
    ("The deal was never signed.", "signed", "past", True, True),
    ("The yard cannot sell the mill.", "sell", "modal", True, False),
    ("The yard cannot only sell the mill.", "sell", "modal", False, False),
]


@pytest.mark.parametrize(("sentence", "verb", "tense", "negated", "passive"), GROUPS)
def test_a_verb_group_has_tense_negation_and_voice(
    sentence: str, verb: str, tense: str, negated: bool, passive: bool
) -> None:
    """Auxiliaries, adverbs and contractions belong to the verb."""
    found = clause(sentence, verb)[1].verb
    assert found is not None
    assert (found.tense, found.negated, found.passive) == (tense, negated, passive)


def test_who_does_a_passive_is_its_agent() -> None:
    """By and a name behind a passive is who does it; a time behind by is not."""
    tokens, found = clause("The ferry was built by Halden Lines.", "built")
    assert words(tokens, found.agent) == "Halden Lines"
    assert clause("The ferry was built by Monday.", "built")[1].agent is None


def test_speech_put_behind_reports_what_stands_before() -> None:
    """ "…, the yard said" counts as the clause around what it reports."""
    tokens, found = read("The ferry sank on Monday, the yard said.")
    chain = found.chain(found.owner[tokens.text.index("sank")])
    assert [c.verb.lemma for c in chain if c.verb] == ["sink", "say"]


def test_a_noun_has_the_phrases_around_it() -> None:
    """Of, by and the owner of a noun are found, lists whole."""
    tokens, found = read("The signing of a pact by Norland and Sudland pleased Lund.")
    around = nominal(found, tokens, tokens.text.index("signing"))
    assert (words(tokens, around.of), words(tokens, around.by)) == ("a pact", "Norland and Sudland")
    tokens, found = read("The yard's purchase of a mill was praised.")
    around = nominal(found, tokens, tokens.text.index("purchase"))
    assert (words(tokens, around.owner), words(tokens, around.of)) == ("The yard", "a mill")


def test_a_word_of_a_name_is_no_verb() -> None:
    """Mentions keep their words together, whatever they look like."""
    sentence = "Gains Holdings bought the mill."
    tokens = Tokens(sentence)
    found = parse(tokens, ((0, 2),))
    assert [tokens.text[c.verb.head] for c in found.clauses if c.verb] == ["bought"]


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("The lease she signed was worth 5 million dollars.", "was", "The lease"),
        ("The lease she signed was worth 5 million dollars.", "signed", "she"),
        ("The crane we've hired is new.", "hired", "we"),
        ("The mill the yard sold last year employed 500 welders.", "employed", "The mill"),
        ("The mill the yard sold last year employed 500 welders.", "sold", "the yard"),
    ],
)
def test_a_clause_without_that_may_stand_before_the_main_verb(sentence: str, verb: str, subject: str) -> None:
    """A noun, a clause that explains it and the main verb: each verb has its own subject."""
    tokens, found = clause(sentence, verb)
    assert words(tokens, found.subject) == subject


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Avon Lines, based in Santa Elena, Calif., has 300 cranes.", "has", "Avon Lines"),
        ("The agency said on Sunday Norway had seized nine boats.", "seized", "Norway"),
        ("Trade between Peru and Chile rose 9 percent.", "rose", "Trade between Peru and Chile"),
        ("Members of the House say the bill will pass.", "say", "Members of the House"),
        ("Pure metals account for half of the freight.", "account", "Pure metals"),
        ("Analysts expected Lund to post a profit, and the yard's stock was down 25 cents.", "was", "the yard's stock"),
        ("Reports reaching the town said a blast hit the mill.", "said", "Reports"),
        ("The suit alleges, among other things, that Lund and Berg sold the mill.", "sold", "Lund and Berg"),
        ("A loan against your home may be dear.", "be", "A loan against your home"),
    ],
)
def test_a_subject_is_whole_and_of_its_own_clause(sentence: str, verb: str, subject: str) -> None:
    """States behind places, days before names, pairs, and nouns that look like verbs leave the subject whole."""
    tokens, found = clause(sentence, verb)
    assert words(tokens, found.subject) == subject


def test_who_gets_a_number_of_things_is_no_part_of_them() -> None:
    """ "sold Jordan two cargoes" has two objects."""
    tokens, found = clause("The trader sold Jordan two cargoes of sugar.", "sold")
    assert [words(tokens, o) for o in found.objects] == ["Jordan", "two cargoes of sugar"]


def test_a_participle_with_its_agent_is_not_the_main_verb() -> None:
    """ "a yard owned by Lind raised": the yard raised it."""
    tokens, found = clause("A yard owned by Lind raised 35 million dollars and bought a crane.", "raised")
    assert (words(tokens, found.subject) or "").startswith("A yard")
