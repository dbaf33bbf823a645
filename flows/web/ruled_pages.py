"""Pages of a site that has rules: its page on one address when there is one, else page after page, joined to one document.

The other pages are asked as politely as the first: robots.txt, the host's pace, the same host only, at most ten of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows.run.sandbox import Crashed, Sandbox
from flows.web.addresses import Own
from flows.web.fetch import PAGE_TYPES, Answered, Reader
from flows.web.pages import Page, Robots
from parsers.errors import FetchError, Rejected
from parsers.feeds.links import host_of
from parsers.formats import joined_pages
from parsers.formats.site_configs import Ruled
from parsers.sniff import HTML, PAGES, sniff

MOST = 10
"""Pages of one article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """With what pages are asked for and looked at."""

    reader: Reader
    robots: Robots
    sandbox: Sandbox
    own: Own | None


async def joined(answer: Answered, rules: tuple[str, str], asking: Asking, carried: int) -> Page:
    """The document of a page whose site has rules (name, text), with the pages that belong to it."""
    try:
        pages = await _pages(_page(answer), rules, asking)
        payload = joined_pages.payload(pages)
        letters = await asking.sandbox.run(joined_pages.letters_of, payload)
    except Crashed as error:
        return Page(state="refused", reason=f"hostile: the page cannot be read safely by the rules {rules[0]}, {error}")
    if letters <= carried:
        return Page(
            state="refused", reason=f"no_text: the page says no more than the feed, read by the rules {rules[0]}"
        )
    return Page(state="fetched", answer=replace(answer, body=payload, charset="utf-8"), media_type=PAGES)


async def _pages(first: joined_pages.Page, rules: tuple[str, str], asking: Asking) -> joined_pages.Pages:
    name, text = rules
    ruled = await _looked(first, text, asking)
    if ruled.single_page and _belongs(ruled.single_page, [first]):
        whole, _ = await _fetched(ruled.single_page, asking)
        found = await _looked(whole, text, asking) if whole else None
        if whole and found and found.letters >= ruled.letters:
            first, ruled = whole, found
    pages, missing = [first], None
    while ruled.next_page and _belongs(ruled.next_page, pages) and missing is None:
        if len(pages) >= MOST or sum(len(p.body) for p in pages) >= asking.reader.limits.body:
            missing = f"the article goes on at {ruled.next_page}; {len(pages)} pages are read"
            break
        following, why = await _fetched(ruled.next_page, asking)
        missing = f"page {len(pages) + 1} cannot be had ({why})" if following is None else None
        if following:
            ruled = await _looked(following, text, asking)
            if not ruled.pieces:
                break  # the list of all pages, a gallery: no page of the article
            pages.append(following)
    return joined_pages.Pages(name=name, rules=text, pages=tuple(pages), missing=missing)


def _belongs(url: str, pages: list[joined_pages.Page]) -> bool:
    """Whether an address is at the host of the article's pages, and none of them."""
    return _host(url) == _host(pages[0].url) and url not in {p.url for p in pages}


def _host(url: str) -> str:
    return host_of(url).removeprefix("www.")


async def _fetched(url: str, asking: Asking) -> tuple[joined_pages.Page | None, str]:
    """Another page of the article; else why it cannot be had."""
    refused, delay = await asking.robots.verdict(url, asking.own)
    if refused:
        return None, refused
    try:
        answer = await asking.reader.get(url, accept=PAGE_TYPES, delay=delay, own=asking.own)
    except FetchError as error:
        return None, error.reason
    if answer.status != 200 or sniff(answer.body, answer.media_type, answer.url) != HTML:
        return None, f"the server answers with status {answer.status} and {answer.media_type or 'no media type'}"
    return _page(answer), ""


async def _looked(page: joined_pages.Page, rules: str, asking: Asking) -> Ruled:
    try:
        return await asking.sandbox.run(joined_pages.look, page, rules)
    except Rejected:
        return Ruled()


def _page(answer: Answered) -> joined_pages.Page:
    return joined_pages.Page(url=answer.url, charset=answer.charset, body=answer.body)
