"""Addresses: the one a document came from, the one it calls its own, and the day that is in a path."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from parsers.model import Statement

TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|yclid|dclid|msclkid|mc_[ce]id|igshid|ref_src|cmpid|_openstat|spm|at_\w+|xtor|ns_\w+|twclid|guccounter",
    re.I,
)
"""Query parameters that say where a click came from and nothing about the page. Source: their vendors' documentation."""

_PLAIN = re.compile(r"https?://[a-z0-9.\-]+(?:/[!$-;=@-Z_a-z~]*)?")
"""An address that is clean as it stands: a host in lower case, and a path without query, fragment or odd characters."""

_DAYS = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?=[/-]|\Z)"),
    re.compile(
        r"/(?P<y>(?:19|20)\d\d)/[a-z][a-z_-]{1,24}/(?P<m>0?[1-9]|1[0-2])/(?P<d>0?[1-9]|[12]\d|3[01])(?=/)", re.I
    ),
    re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=[/\-_.]|\Z)"),
    re.compile(r"/(?P<d>0[1-9]|[12]\d|3[01])[/-](?P<m>0[1-9]|1[0-2])[/-](?P<y>(?:19|20)\d\d)(?=[/-]|\Z)"),
)
_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?=/)")


def of_field(statements: tuple[Statement, ...], field: str) -> str | None:
    """The first http address stated for this field, without tracking parameters and fragment."""
    return next(
        (clean(s.value) for s in statements if s.field == field and s.value.startswith(("http://", "https://"))), None
    )


def clean(url: str) -> str:
    """The address with host in lower case and without parameters that only track. Unparsable ones come back as they are."""
    if _PLAIN.fullmatch(url):
        return url
    try:
        parts = urlsplit(url.strip())
        query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(k)]
    except ValueError:  # brackets in the host that are no IPv6 address, or a thousand parameters
        return url.strip()
    kept = parts.query if len(query) == len(parts.query.split("&")) else urlencode(query)
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, kept, ""))


def day_in_path(url: str) -> str | None:
    """`2024-05-15` of `…/2024/05/15/…`, `2024-05` of `…/2024/05/…`; None when the path holds no date."""
    path = url.partition("://")[2].partition("?")[0]
    if m := next((m for form in _DAYS if (m := form.search(path))), None):
        return f"{m['y']}-{int(m['m']):02}-{int(m['d']):02}"
    return f"{m[1]}-{m[2]}" if (m := _MONTH.search(path)) else None
