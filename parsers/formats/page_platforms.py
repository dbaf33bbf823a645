"""Pages of services that hold no articles: posts of social networks, repositories of programs and what is said about them.

Known by the page's own address and, for networks of many servers, by the form of address and title together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.model import Statement

POST, ACCOUNT, REPOSITORY = "a post of a social network", "an account of a social network", "a page of a repository"

_PAGES: tuple[tuple[str, str], ...] = (
    (r"(?:twitter|x)\.com/[^/?#]+/status(?:es)?/\d+", POST),
    (r"bsky\.app/profile/[^/?#]+/post/", POST),
    (r"threads\.(?:net|com)/@[^/?#]+/post/", POST),
    (r"facebook\.com/(?:[^/?#]+/(?:posts|videos|photos)/|story\.php|permalink\.php|photo|watch|reel)", POST),
    (r"instagram\.com/(?:[^/?#]+/)?(?:p|reel|tv)/", POST),
    (r"tiktok\.com/@[^/?#]+/(?:video|photo)/", POST),
    (r"linkedin\.com/(?:posts|feed/update)/", POST),
    (r"(?:old\.)?reddit\.com/r/[^/?#]+/comments/", POST),
    (r"vk\.(?:com|ru)/(?:wall|video|photo)-?\d+_", POST),
    (r"t\.me/(?:s/)?[^/?#]+/\d+", POST),
    (r"weibo\.(?:com|cn)/(?:\d+|status|detail)/", POST),
    (r"(?:twitter|x)\.com/[^/?#]+/?\Z", ACCOUNT),
    (r"bsky\.app/profile/[^/?#]+/?\Z", ACCOUNT),
    (r"(?:facebook|instagram)\.com/[^/?#]+/?\Z", ACCOUNT),
    (r"(?:tiktok\.com/@|linkedin\.com/(?:in|company)/)[^/?#]+/?\Z", ACCOUNT),
    (r"(?:github|gitlab|bitbucket)\.(?:com|org)/[^/?#]+/[^/?#]+(?:/?\Z|[?#]|/(?!-?/?releases?/|discussions/)[^?#]+)", REPOSITORY),
    (r"(?:codeberg\.org|sourceforge\.net/projects)/[^?#]+", REPOSITORY),
)  # fmt: skip
"""Addresses without scheme and `www.` or `m.`; notes of a release and discussions are texts of their own."""

_ADDRESS = re.compile(r"\Ahttps?://(?:(?:www|m|mobile)\.)?", re.I)
_KNOWN = tuple((re.compile(pattern, re.I), name) for pattern, name in _PAGES)
_SERVICES = re.compile(
    r"twitter|x\.com|bsky|threads\.|facebook|instagram|tiktok|linkedin|reddit|vk\.|t\.me|weibo|github|gitlab|bitbucket|codeberg|sourceforge",
    re.I,
)
_ON_ANY_SERVER = re.compile(r"https?://[^/]+/(?:@[\w.-]+/\d+|users/[\w.-]+/statuses/\d+|notice/\w+)/?\Z", re.I)
_HANDLE = re.compile(r"\(@[\w.-]+@[\w.-]+\.[a-z]{2,}\)", re.I)


def kind(said: Iterable[Statement]) -> str | None:
    """What a page of such a service is; None for all others. `said` is what the page says."""
    said = tuple(said)
    addresses = [s.value for s in said if s.field in ("url", "canonical_url")]
    for address in addresses:
        if not _SERVICES.search(address):
            continue
        bare = _ADDRESS.sub("", address)
        if found := next((name for pattern, name in _KNOWN if pattern.match(bare)), None):
            return found
    if any(map(_ON_ANY_SERVER.match, addresses)) and any(
        s.field == "headline" and _HANDLE.search(s.value) for s in said
    ):
        return POST
    return None
