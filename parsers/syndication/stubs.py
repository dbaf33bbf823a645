"""Pages that came instead of an article: cookie walls, registration forms, captchas, subscription boxes, missing pages.

They are short and consist of what a website says to its visitor. Many outlets say it in the same words, so a stub that
is filed as an article glues unrelated stories together. News *about* such things talks about others ("the firm will
stop using cookies"), the page itself talks to its visitor ("we use cookies", "your browser"): the phrases below,
collected from the wording of consent frameworks and content management systems, are all of the second kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick import Automaton

from parsers.syndication import visitor_talk

LONGEST = 4000
"""Characters above which a text is no stub, whatever it says."""
SHARE = 0.6
"""Share of the text's characters, counted by sentence, that must be a page's talk to its visitor."""
LABEL = 3
"""Lines of up to this many words (buttons, menus) count neither way."""

_PHRASES = {
    "cookie wall": r"""
        (we|us|website|site|partners|publishers?)\b[^.]{0,60}\bcookies | (accept|reject|decline|allow)\ (all\ |our\ )?cookies
        | cookie\ (policy|notice|settings|preferences|consent) | (store|access)[^.]{0,30}\ information\ on\ (a|your)\ device
        | (manage|change|withdraw)\ your\ (consent|choices|preferences|settings|privacy) | we\ (value|respect)\ your\ privacy
        | (your|personal)\ (personal\ )?data[^.]{0,60}\ (processed|partners|purposes) | by\ (continuing|clicking|using)\b[^.]{0,60}\ (agree|accept|consent)
        | (click|tap)\b[^.]{0,30}(accept|agree|reject)""",
    "registration": r"""
        (sign|log)\ ?in\ (to|with|or|here|below) | create\ (an|your|a\ free)\ (free\ )?account | (register|sign\ up)\ (for\ free|now|here|to\ (continue|read|access|view))
        | (already|not\ yet)\ (have\ an\ account|registered|a\ (member|subscriber|user)) | (forgot|forgotten|reset)\ (your\ )?password
        | (enter|confirm|verify)\ your\ (e-?mail|password|user\ ?name) | to\ (continue|keep)\ reading | (must|need\ to)\ be\ (logged|signed)\ in""",
    "captcha": r"""
        (verify|confirm|prove|checking|make\ sure|ensure)\b[^.]{0,30}\b(you('re|\ are)|human|robot) | (not|are\ you)\ a\ robot | checking\ (your|if\ the\ site)\b
        | (enable|turn\ on|requires?|activate)\ (javascript|js\b|cookies) | unusual\ (traffic|activity)\b[^.]{0,40}(network|browser|computer|your)
        | complete\ (the|this)\ (security\ check|captcha|challenge) | \bray\ id | ddos\ protection | access\ (to\ this\ page\ )?(has\ been\ |is\ )?denied
        | (your\ browser|you)\b[^.]{0,40}\ (blocked|unsupported|not\ support) | solve\ the\ (puzzle|captcha)
        | your\ browser\ (will|is|does|must|needs) | this\ process\ is\ automatic | \b(reload|refresh)\ the\ page | just\ a\ moment""",
    "subscription box": r"""
        subscribe\ (now|today|here|for|to\ (read|continue|unlock|get|our|access|keep)) | (available|reserved|exclusive(ly)?|only)\ (only\ )?(to|for)\ (our\ |paying\ |registered\ )?(subscribers|members)
        | (unlimited|full|instant)\ (digital\ |online\ )?access | (start|begin)\ your\ (free\ |risk-free\ )?trial | cancel\ (at\ )?any\ ?time
        | (choose|select)\ (a|your)\ (plan|subscription|offer) | (your|of)\ (\w+\ ){0,3}free\ (articles|stories) | your\ subscription
        | (to|in|into)\ your\ inbox | (our|the|free|daily)\ newsletter | support\ (local|quality|independent|our)\ journalism | subscribers?[- ]only""",
    "missing page": r"""
        (page|article|story|content|url|link)\b[^.]{0,40}\ (not\ found|cannot\ be\ found|could\ not\ be\ found|does\ not\ exist|doesn't\ exist|no\ longer\ (exists|available)|been\ (moved|removed|deleted))
        | (error|http|status)\ (code\ )?40[34] | \A\W*(error\ )?404\b | \A\W*(oops|whoops|sorry)\b | may\ have\ (been\ (moved|removed|deleted)|moved|expired) | \b404\b[^.]{0,20}(error|not\ found|page) | page\ you\ (are|were|'re)\ looking | page\ you\ requested
        | (can't|cannot|couldn't|unable\ to|could\ not)\ find\ (the|that|this|what)\b | (return|go|back)\ (back\ )?to\ (the\ |our\ )?home\ ?page | (mistyped|check)\ the\ (address|url|spelling)""",
}
_WORDS = {
    "cookie wall": "cookies? consent privacy vendors? partners track(?:ing|ers?) technolog(?:y|ies) identifiers? brows(?:e|ing) preferences choices settings device computer personali[sz]ed necessary stor(?:e|es|ing) reject agree accept",
    "registration": "regist(?:er|ered|ration) log(?:ged)? sign(?:ed)? account password e-?mail join users? members? username log-?in free",
    "captcha": "robots? bots? humans? captcha puzzle verify automated javascript browser requests network traffic images? security blocked slide tick challenge",
    "subscription box": "subscri(?:be|bed|ber|bers|ption|ptions) unlimited access trial cancel offers? plan premium unlock newsletters? inbox mailbox month(?:ly)? year(?:ly)? articles? membership reader",
    "missing page": "404 found broken link moved unavailable removed deleted gone page homepage front url address search(?:ing)? exist(?:s)?",
}
_VOCABULARY = {kind: re.compile(rf"\b(?:{'|'.join(words.split())})\b") for kind, words in _WORDS.items()}
"""What such pages are about; news is about it too, so that these words only count where a page talks to its visitor."""
SHORT = 120
"""Words up to which a text can be told by its vocabulary alone."""
DISTINCT = 3
"""Different words of one vocabulary that such a text must have; a text of a few words two."""

_US = "you|your|yours|we|our|us"
_TO_VISITOR = re.compile(rf"\W(?:{_US})\b")
_OPENING = re.compile(
    rf"(?:{_US}|please|sorry|oops|accept|agree|allow|become|check|choose|click|complete"
    r"|confirm|continue|create|enable|enter|get|go|hold|join|log|nothing|page|premium|register|reload|refresh|return|select|sign|slide"
    r"|start|subscribe|tap|this (?:content|page|article|site|story)|the (?:link|page)|tick|to (?:unlock|continue|read)|try|unlock|verify|visit)\b"
)
"""A page speaks to its visitor: it says you and we, and tells what to do."""
_REPORTERS = (
    "said|was|were|had|says|told|reported|did|announced|according to|spokesman|spokeswoman|spokesperson|fined|ruled|appealed"
    "|found that"
).split("|")
"""Words of which every report holds one, the commonest first."""
_REPORTED = re.compile(rf"\b(?:{'|'.join(_REPORTERS)})\b")
"""A reporter speaks of others, and of what was. A page says so of itself or its visitor only."""
_OF_ITSELF = re.compile(r"\b(?:you|your|we|our|page|link)\b")
_OWNED = re.compile(r"\w's (?:\w+ ){0,2}(?:page|site|website|cookies?)\b")
"""Somebody's page is another's: a page calls itself this one."""
_NAMED = re.compile(r" (?<=[a-z,] )[A-Z][a-z]{2,}")
_KINDS = {kind: re.compile(phrases, re.VERBOSE) for kind, phrases in _PHRASES.items()}
_STEMS = (
    "cookie|consent|privacy|your|sign|login|log in|regist|account|password|human|robot|javascript|browser|captcha|denied|ray id|ddos"
    "|subscri|access|trial|cancel|newsletter|inbox|journalism|not found|exist|403|404|page|continue reading|members|find|oops|sorry|moved|process|puzzle|reload|refresh|moment"
).split("|")
"""Parts of words of which every phrase holds one."""
_STOP = re.compile(r"[.!?]\s+")


def reason(text: str, headline: str | None = None) -> str | None:
    """What kind of page this text is instead of an article, or None when it is an article.

    >>> reason("We and our partners use cookies to store information on your device. Accept all or manage your choices.")
    'cookie wall'
    >>> reason("The regulator fined the company 3 million euros over the way it used cookies.") is None
    True
    """
    if len(text) > LONGEST or not text:
        return None
    return _in_english(text, headline) or ("page's talk to its visitor" if visitor_talk.share(text) >= SHARE else None)


def _in_english(text: str, headline: str | None) -> str | None:
    """The kind of page, by what it says in English."""
    told = sum(sentence.count(" ") >= LABEL for sentence in _sentences(text)) > 1
    whole = (text if told or not headline else f"{headline}.\n{text}").replace("’", "'")  # a stub has a stub's body
    printed: list[str] = []
    spoken: list[str] = []
    total = reported = 0
    for sentence in _sentences(whole):
        printed.append(sentence)
        if sentence.count(" ") < LABEL:
            continue
        total += len(sentence)
        if not _is_reported(sentence):
            spoken.append(sentence)
            continue
        reported += len(sentence)
        if reported > (1 - SHARE) * len(whole):  # whatever comes yet: so it ends with most articles
            return None
    if not total and len(text.split()) <= 2 * LABEL:
        spoken, total = [text], len(text)
        reported = total if _is_reported(text) else 0
    if reported > (1 - SHARE) * total:
        return None
    folded = [s.casefold() for s in sorted(spoken, key=len, reverse=True)]
    return _by_phrases(folded, total) or _by_vocabulary(folded, printed, total)


def _sentences(text: str) -> Iterator[str]:
    """What is between stops or line ends."""
    for line in map(str.strip, text.split("\n")):
        at = 0
        for stop in _STOP.finditer(line):
            yield line[at : stop.start() + 1]
            at = stop.end()
        yield line[at:]


def _is_reported(sentence: str) -> bool:
    """Whether a sentence speaks of others, as news does, and not of the page and its visitor."""
    folded = sentence.casefold()
    if any(map(folded.__contains__, _REPORTERS)) and _REPORTED.search(folded):
        return " said" in folded or bool(_NAMED.search(sentence)) or not _OF_ITSELF.search(folded)
    return not _is_to_visitor(folded) and (not _has_stem(folded) or _OWNED.search(folded) is not None)


@lru_cache(maxsize=1)
def _stems() -> Automaton:
    return visitor_talk.finder(dict.fromkeys(_STEMS))


def _has_stem(folded: str) -> bool:
    """Whether a text in small letters holds a stem; one walk over it instead of a search for each."""
    return next(_stems().iter(folded), None) is not None


def _is_to_visitor(folded: str) -> bool:
    """Whether a sentence says you or we, or begins like a page that tells what to do."""
    return bool(_OPENING.match(folded) or _TO_VISITOR.search(folded))


def _by_phrases(spoken: list[str], total: int) -> str | None:
    """The kind whose phrases make up most of the text."""
    weight: Counter[str] = Counter()
    for sentence in spoken:
        kinds = [kind for kind, phrases in _KINDS.items() if _has_stem(sentence) and phrases.search(sentence)]
        weight.update({kind: len(sentence) for kind in kinds[:1]})
    return weight.most_common(1)[0][0] if weight.total() >= SHARE * total and weight else None


def _by_vocabulary(spoken: list[str], printed: list[str], total: int) -> str | None:
    """The kind whose words a short text is full of, when nearly all of it talks to the visitor."""
    words = sum(len(s.split()) for s in printed)
    addressed = sum(len(s) for s in spoken if _is_to_visitor(s))
    if words > SHORT or addressed < SHARE * total:
        return None
    whole = " ".join(s.casefold() for s in printed)
    found = {kind: len(set(vocabulary.findall(whole))) for kind, vocabulary in _VOCABULARY.items()}
    kind = max(found, key=lambda k: found[k])
    return kind if found[kind] >= (DISTINCT if words > 2 * DISTINCT * LABEL else DISTINCT - 1) else None
