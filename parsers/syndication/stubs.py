"""Pages that came instead of an article: cookie walls, registration forms, captchas, subscription boxes, missing pages.

They are short and consist of what a website says to its visitor. Many outlets say it in the same words, so a stub that
is filed as an article glues unrelated stories together. News *about* such things talks about others ("the firm will
stop using cookies"), the page itself talks to its visitor ("we use cookies", "your browser"): the phrases below,
collected from the wording of consent frameworks and content management systems, are all of the second kind.
"""

from __future__ import annotations

import re
from collections import Counter

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
_KINDS = {kind: re.compile(phrases, re.VERBOSE) for kind, phrases in _PHRASES.items()}
_STEMS = re.compile(
    r"cookie|consent|privacy|your|sign|log ?in|regist|account|password|human|robot|javascript|browser|captcha|denied|ray id|ddos"
    r"|subscri|access|trial|cancel|newsletter|inbox|journalism|not found|exist|40[34]|page|continue reading|members|find|oops|sorry|moved|process|puzzle|reload|refresh|moment"
)
_SENTENCE = re.compile(r"\s(?:(?<=[.!?]\s)\s*|(?<=\n)\s*|\s*\n\s*)")
"""White space behind a stop, or with a line's end in it; it begins with the space so that only spaces are looked at."""


def reason(text: str, headline: str | None = None) -> str | None:
    """What kind of page this text is instead of an article, or None when it is an article.

    >>> reason("We and our partners use cookies to store information on your device. Accept all or manage your choices.")
    'cookie wall'
    >>> reason("The regulator fined the company 3 million euros over the way it used cookies.") is None
    True
    """
    if len(text) > LONGEST or not text:
        return None
    sentences = [s for s in _SENTENCE.split(f"{headline}.\n{text}" if headline else text) if s.count(" ") >= LABEL]
    if not sentences and len(text.split()) <= 2 * LABEL:
        sentences = [text.casefold()]
        return _kind(sentences, len(sentences[0]))
    total = sum(map(len, sentences))
    return _kind(_spoken(sentences, total), total)


def _spoken(sentences: list[str], total: int) -> list[str]:
    """The sentences that may talk to a visitor, folded; none as soon as they cannot be enough, the longest tried first."""
    spoken: list[str] = []
    silent = 0
    for sentence in sorted(sentences, key=len, reverse=True):
        folded = sentence.casefold().replace("’", "'")
        if _STEMS.search(folded):
            spoken.append(folded)
        elif (silent := silent + len(sentence)) > (1 - SHARE) * total + 1:
            return []
    return spoken


def _kind(spoken: list[str], total: int) -> str | None:
    """What most of the sentences that talk to a visitor say, when they are enough of the whole."""
    if sum(map(len, spoken)) < SHARE * total:
        return None
    weight: Counter[str] = Counter()
    for sentence in spoken:
        kinds = [kind for kind, phrases in _KINDS.items() if phrases.search(sentence)]
        weight.update({kind: len(sentence) for kind in kinds[:1]})
    return weight.most_common(1)[0][0] if weight.total() >= SHARE * total and weight else None
