"""Whether quoted words are speech: whole sentences and fragments are, titles, names and scare quotes are not."""

from __future__ import annotations

import re

from parsers.facts.quotation.marks import Quoted

_NAMING = re.compile(
    r"\b(?:entitled|titled|headlined|named|nicknamed|so-called|known as(?: the| an?)?|(?:also|often|popularly) called|(?:song|film|movie|book|novel|album|show|play|poem|series) (?:is|was) called)\s*\Z"
)
_NAMED = re.compile(
    r"\b(?:song|songs|film|movie|book|novel|album|show|play|poem|series|magazine|words?|term|phrase|company|project|strategy|programme|program|initiative|"
    r"framework of(?: the)?|symbols?|ticker|code|category|slogan|motto|band|group|boat|ship|vessel|single|track|exhibition|website|app|game|brand|labell?ed|marked|quoted unidentified|under the|within the|with the|of the|representatives from)\s*\Z"
)
_OPENINGS = frozenset(("", "\n", ".", ":", "!", "?", "”"))
"""What is before words that open a sentence; behind it one word may be an utterance."""
_SOURCE = re.compile(r" as (?:saying|telling|writing)\b")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SMALL = frozenset("a an the of and or in on at to for from by with as but nor".split())


def is_sentence(body: str, quote: Quoted) -> bool:
    """Whether the quoted words are a whole utterance: a capital first, and a mark that ends a clause last."""
    inner = quote.inner(body).strip()
    if not inner or not (inner[0].isupper() or inner[0] in "[…$'‘" or inner[0].isdigit()):
        return False
    if inner[0].isdigit() and body[max(0, quote.start - 2) : quote.start].rstrip(" ")[-1:].isalpha():
        return False
    outside = body[quote.end : quote.end + 1] in (",", ".") and len(_WORD.findall(inner[:200])) > 2
    if outside and quote.closed and not is_title(body, quote):
        return True
    if quote.closed and _ends_paragraph(body, quote) and not is_title(body, quote):
        return True
    ends = inner.rstrip("'’”)")[-1:] in (".", ",", "!", "?", "…", "—", "–", "-")
    long = (
        len(_WORD.findall(inner[:200])) > 2 or body[max(0, quote.start - 4) : quote.start].rstrip(" ")[-1:] in _OPENINGS
    )
    return (ends and long) or not quote.closed


def _ends_paragraph(body: str, quote: Quoted) -> bool:
    """Whether words that a comma or colon leads to are the last of their paragraph, whose stop nobody set."""
    led = body[max(0, quote.start - 4) : quote.start].rstrip(" ")[-1:] in (",", ":")
    return led and body[quote.end : quote.end + 1] in ("", "\n") and len(_WORD.findall(quote.inner(body)[:200])) > 2


_NAMES_A_THING = re.compile(r"\b(?:its|their|his|her|our|the|an?|new|of|on|with|for|in|by|from)\s*\Z")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w.’'-]* \Z")
_CAPITAL_BEHIND = re.compile(r" [A-Z]")


def _is_nickname(body: str, quote: Quoted, words: list[str]) -> bool:
    """Whether the words are between a given name and a surname: `Tom “Tiny” Ray`."""
    return (
        len(words) <= 3
        and words[0][0].isupper()
        and bool(_CAPITAL_BEFORE.search(body, max(0, quote.start - 24), quote.start))
        and bool(_CAPITAL_BEHIND.match(body, quote.end))
    )


_ATTRIBUTE = re.compile(
    r" (?!(?:and|or|but|of|to|in|on|at|by|for|with|from|that|which|who|was|were|is|are|has|had|have|because|as|if|when|while|said|says|he|she|it|they|this|after|before|since|during|throughout|yet|compared|her|his|their|its|just|only|despite|over|under|about|against|between|until|meaning|without|within|through|into|than|not)\b)[a-z]{3,}"
)


_GOVERNED = re.compile(r"\b(?:of|in|for|with|to|on|by|from)\s\Z")
_DETERMINED = re.compile(r"(?<!\bas )\b(?:several|some|many|more|an?|the|its|their|his|her|this|new)\s\Z")


def is_attribute(body: str, quote: Quoted) -> bool:
    """Whether one or two words only qualify the noun behind them: `a “lockup” option`."""
    short = len(_WORD.findall(quote.inner(body)[:80])) <= 2 and quote.last(body) not in ".,!?"
    single = len(_WORD.findall(quote.inner(body)[:80])) == 1
    low, high = max(0, quote.start - 12), quote.start
    named = _DETERMINED.search(body, low, high) or (single and _GOVERNED.search(body, low, high))
    return short and bool(named) and bool(_ATTRIBUTE.match(body, quote.end))


_PRODUCT = re.compile(
    r"\b(?:introduc|launch|unveil|develop|market|sell|mak|produc|manufactur|dubb|call|offer|design|patent|import|export)(?:ed|ing|es|s|e)? "
    r"(?:(?:a|an|the|its|their|new|so-called|first)\s){1,3}\Z"
)
"""A verb of making and an article: what is quoted then is what a product is called."""


_OTHERWISE = re.compile(r"\w, or (?:an? |the )?\Z")
"""What is before another name of a thing: `its rights plan, or “poison pill.”`"""
_WHAT_CALLED = re.compile(r"\bwhat [\w’'. ]{2,30}(?:call|dubb)(?:ed|s)? ")
"""`what he called a “brazen breach”`: a judgement and no product."""


def is_title(body: str, quote: Quoted) -> bool:
    """Whether the quoted words are a title, a name or a scare quote rather than speech."""
    inner = quote.inner(body).strip()
    words = _WORD.findall(inner[:200])
    if not words:
        return True
    if len(words) <= 2 and all(w.isupper() for w in words) and len(inner) <= 12:
        return True
    if _SOURCE.match(body, quote.end) or _is_nickname(body, quote, words):
        return True
    if len(words) == 1 and words[0][0].isupper() and _NAMES_A_THING.search(body, max(0, quote.start - 12), quote.start):
        return True
    capitals = all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in words)
    if capitals and 1 < len(words) <= 12 and (len(words) <= 6 or inner[-1] not in ".!?…"):
        return inner[-1] not in "!?"
    before = body[max(0, quote.start - 40) : quote.start]
    if len(words) <= 3 and _OTHERWISE.search(before):
        return True
    if len(words) <= 3 and inner[-1] not in ".,!?" and _PRODUCT.search(before) and not _WHAT_CALLED.search(before):
        return True
    return bool(_NAMING.search(before)) or (len(words) <= 8 and bool(_NAMED.search(before)))


_SPOKEN = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|me|us|[Mm]y|[Oo]ur|[Yy]our|mine|ours|yours|myself|ourselves|yourself|[Ll]et[’']s|I[’']m)\b|\w[’'](?:re|ve|ll|m|t)\b|[!?]"
)
"""What people say of themselves and to others, and no report writes."""
_SAID_BEFORE = (",", ":", "said", "says", "added", "that")


def is_narrative(body: str, quote: Quoted) -> bool:
    """Whether a mark without a partner has only a report behind it: nobody speaks of themselves, and no verb leads to the mark."""
    if (
        quote.closed
        or not quote.inner(body)[:1].isupper()
        or body[max(0, quote.start - 12) : quote.start].rstrip().endswith(_SAID_BEFORE)
    ):
        return False
    return not _SPOKEN.search(body, quote.start, min(quote.end, quote.start + _LOOKED_AT))


_LOOKED_AT = 400
"""Characters of an open quotation that are looked at."""
