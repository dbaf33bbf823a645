"""Where the phrase of a topic ends: at a sign, another clause or a time; whole, or not at all."""

from __future__ import annotations

import re

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_UNIT = r"(?:weekend|week|month|year|quarter|decade|spring|summer|autumn|fall|winter|morning|afternoon|evening|night|day|season)"
_TIMEX = (
    rf"(?:today|yesterday|tomorrow|tonight|immediately|shortly|soon|now|recently|year-end|(?:this|next|last|that|the previous|the following|the same) (?:{_UNIT}|{_MONTH}|{_DAY})"
    rf"|(?:{_DAY}(?: {_UNIT})?|{_MONTH})(?:,? {_MONTH})?(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? (?:19|20)\d\d)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?: (?:19|20)\d\d)?"
    rf"|(?:the )?(?:end|start|beginning|middle) of (?:the |this |next |last )?(?:{_UNIT}|{_MONTH}|(?:19|20)\d\d)"
    r"|\d{3,4} ?(?:EST|EDT|GMT|CET|local time|hours)|\d{1,2}(?::\d\d)? ?[ap]\.?m\.?)"
)
_LEADING = r"(?:(?:on|by|in|at|from|until|till|since|for|starting|beginning|effective|later|earlier|early|late|as of|around|before|after) ){0,3}"
_YEAR = r"(?:(?:early|late|mid|by|in|from|until|till|since|starting|beginning)[ -]){1,3}(?:the )?(?:19|20)\d\d(?:[-/]\d{2,4})?|over (?:the )?(?:next|coming|following|past|last) (?:[\w-]+ )?(?:weeks|months|years|decades|days|week|month|year|decade)"
_TIME = re.compile(
    rf" (?:{_LEADING}{_TIMEX}|{_YEAR})(?: (?:of )?(?:{_LEADING}{_TIMEX}|{_YEAR}|(?:19|20)\d\d)){{0,3}}(?![\w-])"
)
_CLAUSE = re.compile(
    r" (?:after|before|when|whenever|because|while|although|though|but|if|unless|whereby|since|until|once|despite|amid|following|during|in line|in connection|in return"
    r"|(?:(?:under|in|through|for|by|with|of|to|at) )?(?:which|whom)|as soon|as part of|as (?:it|he|she|they|well as [a-z]+ing)|so (?:that|it|he|she|they|Mr|the)"
    r"|and (?:its|their) (?:offer|bid|plan|decision|proposal|intention|request)|and (?:(?:also|then) [a-z]+ed|(?:also )?[a-z]+ed to)|and (?:then |also )?(?:has|have|had|will|would|is|are|was|were|said|it|he|she|they)|and (?:[a-z]+ed) (?=an? |the |its |their |it |\d))\b"
)
"""Words with which another clause or happening begins."""
_OPEN = re.compile(r" (?:who|whose|that|where|was|were|is|are|has|have|had|will|would|could|may|might|can|said|says)\b")  # fmt: skip
"""Words that show that a phrase goes on, or that its end was missed."""
_SIGN = re.compile(r"[;:“”\"(\[]|,(?!\d)| --? | – | — |—")
_EDGE = re.compile(r"\s*(?:\Z|\.+\s*\Z|[,;:(]|--? |– |— )")
_LIST = re.compile(r"(?:, (?:[\w-]+ ){0,6}[\w-]+){1,4},? and [\w<]|, or\b|, (?:and|as well as)\b")
_BROKEN = re.compile(r"\w\.\w\.?\s*\Z")
"""An abbreviation at the end of a sentence, which may go on behind it."""
_DASH = re.compile(r" --? | [–—] ")
_STATE = re.compile(r", (?:[A-Z][a-z]{2,5}\.|(?:[A-Z]\.){2}|[A-Z][a-z]+)(?: [a-z]|, (?:to|from|with|in|and) \w)")
"""A state behind a town, where the phrase goes on: `the plant in Dover, Del., to Halden`."""
_LONGEST = 180
"""Characters of a topic; a longer one is not filed."""
_SHORT_FORM = re.compile(r"(?:\w\.\w|\b(?:Inc|Corp|Co|Ltd|Bros|Jr))\Z")


def whole(text: str, ahead: int | None = None, *, joined: bool = False) -> str | None:
    """The phrase at the start of a text up to its edge; None where it is open, cut in a list, or holds a time.

    `ahead` is where it ends at the latest (the clause's verb, a party), `joined` says that an `and` behind a comma
    begins another clause.
    """
    bound = len(text) if ahead is None else ahead
    stop = min((m.start() for m in (_SIGN.search(text), _CLAUSE.search(text)) if m), default=bound)
    stop = min(stop, bound)
    words = text[:stop]
    if len(words) > _LONGEST or _OPEN.search(words) or (stop < bound and _goes_on(text, stop, joined)):
        return None
    when = _TIME.search(words)
    if when:
        if words[when.end() :].strip(" ."):
            return None
        words = words[: when.start()]
    if stop >= len(text.rstrip()) and _BROKEN.search(words):
        return None
    return _ended(words, last=stop >= len(text.rstrip()))


def _goes_on(text: str, stop: int, joined: bool) -> bool:
    """Whether a sign parts one phrase: a list, a quotation, a bracket with more words behind it."""
    sign = text[stop]
    if sign in '“”"[':
        return True
    if sign == "(":
        close = text.find(")", stop)
        return close < 0 or not (_EDGE.match(text, close + 1) or _CLAUSE.match(text, close + 1))
    if sign in " –—":
        return _DASH.search(text, stop + 1) is not None
    if sign != ",":
        return False
    if _STATE.match(text, stop):
        return True
    found = _LIST.match(text, stop)
    return found is not None and not (joined and found.group().startswith((", and", ", as")))


def _ended(words: str, *, last: bool) -> str | None:
    """The words without the full stop of the sentence (an abbreviation inside the sentence keeps its own)."""
    words = words.strip()
    bare = words.rstrip(". ")
    if words != bare and not last and _SHORT_FORM.search(bare):
        bare += "."
    return bare or None
