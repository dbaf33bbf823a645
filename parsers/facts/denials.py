"""Polarity and standing of every fact but figures, which have theirs: decided in one place, by the clauses around its anchor.

What is denied, asked, supposed or doubted is never `asserted`: its modality is then `denied` or `hypothetical`. A denied
happening (event, agreement) is a fact of kind `denial`, so that a question for events finds only what happened. Speech
that was not made is no quotation at all: the `quotation` extractor sees to that (`quotation/standing.py`), since what is
denied inside reported speech ("no bridge is safe, X said") is still said.
"""

from __future__ import annotations

from collections.abc import Iterator

from parsers.facts import corrections, syntax
from parsers.facts.reading import Reading
from parsers.facts.syntax import cues, standing
from parsers.facts.syntax.standing import Standing
from parsers.facts.tokens import words
from parsers.model import Fact
from parsers.record import changed

KIND = "denial"

HAPPENINGS = frozenset(("event", "agreement"))
"""Kinds whose denied facts are of kind `denial`."""

JUDGED = frozenset(("project",))
"""Kinds that are judged here. Times, names and posts have no polarity of their own; figures, quotations, events and agreements have theirs."""

MARKS = cues.TELLING | words(
    """
    deny denies denied denying fail fails failed failing refuse refuses refused refusing decline declines declined declining avoid avoids avoided
    avoiding cancel cancels cancelled canceled cancelling scrap scraps scrapped scrapping reject rejects rejected rejecting abandon abandons abandoned
    abandoning prevent prevents prevented preventing stop stops stopped stopping dispute disputes disputed refute refuted abort aborted doubt doubts
    doubted doubtful delay delayed postpone postpones postponed suspend suspended hesitate block blocks blocked forbid forbids forbade forbidden ban bans
    banned prohibit prohibits prohibited veto vetoed refrain refrained cease ceased neglect neglected unlikely unclear uncertain unsure yet short avert
    averted shelve shelved forgo forgot forget rule rules ruled ruling called turned dismiss dismisses dismissed clear cleared acquit acquitted
    rumour rumoured rumor rumored rumours rumors reportedly allegedly supposedly purportedly alleged threaten threatens threatened threatening
    corrected corrects correct retracted retracts retract withdrew withdraws withdrawn withdraw withdrawing debunked debunks rebutted disproved
    wish wishes wished hope hopes hoped could may might should must ask asks asked wonder wondered
    """
)
"""A sentence with none of these denies, asks and supposes nothing: its clauses need not be read for that."""

UNSURE = {"-": "denied", "?": "hypothetical"}
"""Modality of what would be asserted, by polarity."""


def judged(reading: Reading) -> Iterator[Fact]:
    """The facts with polarity, and a modality that goes with it."""
    english = syntax.reads(reading.in_language)
    wrong = corrections.errors(reading.body)
    for fact in (corrections.taken_back(reading.body, f, wrong) for f in reading.facts):
        direct = fact.kind == "quotation" and fact.quote_type != "indirect"
        if not english or direct or fact.kind not in JUDGED or fact.anchor_start is None:
            yield consistent(fact)
            continue
        found = _standing(reading, fact)
        yield consistent(_with(fact, found)) if found else fact


def consistent(fact: Fact) -> Fact:
    """A fact that is denied or open is not asserted."""
    if fact.polarity == "+" or fact.modality != "asserted":
        return fact
    return changed(fact, modality=UNSURE[fact.polarity])


def _standing(reading: Reading, fact: Fact) -> Standing | None:
    """The standing of a fact's anchor; None where nothing in its sentence denies, asks or supposes."""
    anchor = fact.anchor_start if fact.anchor_start is not None else fact.start_char
    found = reading.tokens.around(anchor) if reading.tokens is not None else None
    if found is None or MARKS.isdisjoint(found[1].low):
        return None
    located = syntax.Located(*found, syntax.of(reading, *found))
    return standing.of(located.parse, located.tokens, located.token(anchor))


def _with(fact: Fact, found: Standing) -> Fact:
    modality = found.modality if fact.modality == "asserted" else fact.modality
    kind = KIND if found.polarity == "-" and fact.kind in HAPPENINGS else fact.kind
    return changed(fact, kind=kind, polarity=found.polarity, modality=modality)
