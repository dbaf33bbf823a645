"""Stories and their spread."""

from __future__ import annotations

from datetime import datetime

from flows.reporting.counting import counted
from flows.reporting.markup import day, link, plain, tag
from warehouse.asking.report_figures import Overview, Printing, Story

SHOWN = 5
"""Number of printings of a story that are shown; the others unfold."""

EVIDENCE = {
    "credit": "the copies credit it",
    "canonical_link": "the copies name its address",
    "agency": "it is a news agency’s",
    "earliest": "it was first",
    "undamaged": "it is undamaged, and the others of that time are not",
    "uncredited": "it names no other source, and the others of that time do",
    "most_complete": "it is the most complete",
    "person": "a person decided",
    "only_article": "",
}

PERIODS = {7: "month", 10: "day"}
"""Meaning of a bar, by the length of its name."""


def render(overview: Overview) -> str:
    """Charts, then the reprinted stories as cards, then the others in a list."""
    spread = [s for s in overview.stories if len(s.printings) > 1]
    single = [s for s in overview.stories if len(s.printings) == 1]
    if not overview.stories:
        return ""
    cards = "".join(_card(story) for story in spread)
    lines = "".join(_line(story.printings[0]) for story in single)
    return (
        _periods(overview.days)
        + (tag("div", cards, class_="cards") if cards else "")
        + (tag("ul", lines, class_="lines") if lines else "")
        + _more(overview)
    )


def _more(overview: Overview) -> str:
    rest = dict(overview.counts).get("stories", 0) - len(overview.stories)
    return tag("p", f"… and {rest:,} more stories.", class_="more") if rest > 0 else ""


def _periods(days: tuple[tuple[str, int], ...]) -> str:
    """Stories by the time of their first printing, as bars."""
    if len(days) < 3:
        return ""
    most = max(n for _, n in days)
    bars = "".join(
        tag("li", tag("span", "", class_=f"h{max(4, round(100 * n / most))}"), title=f"{name}: {n}") for name, n in days
    )
    ends = (
        tag("span", plain(days[0][0]))
        + tag("span", f"at most {most} a {PERIODS[len(days[0][0])]}")
        + tag("span", plain(days[-1][0]))
    )
    return tag(
        "figure", tag("ol", bars) + tag("figcaption", ends), class_="bars", aria_label="Stories by first printing"
    )


def _card(story: Story) -> str:
    original = next((p for p in story.printings if p.article_id == story.original), story.printings[0])
    why = _why(story, original)
    where = f"Original: {original.outlet or 'unnamed outlet'}" + (f", because {why}" if why else "")
    credited = f". Credited: {story.credited}" if story.credited and story.credited != original.outlet else ""
    head = tag("h3", link(story.headline or "(no headline)", original.url), dir="auto")
    rows = [_printing(p, story) for p in story.printings]
    outlets = f"{len(story.printings)} printings" + (f" in {story.outlets} outlets" if story.outlets > 1 else "")
    return tag(
        "article",
        tag("p", plain(outlets), class_="kicker")
        + head
        + tag("p", plain(where + credited))
        + tag("ol", "".join(rows[:SHOWN]), class_="spread")
        + _rest(rows[SHOWN:]),
        class_="card find",
    )


def _rest(rows: list[str]) -> str:
    """The later printings, folded: a story in forty outlets must not fill a telephone."""
    if not rows:
        return ""
    head = tag("summary", tag("b", f"{len(rows)} more"))
    return tag("details", head + tag("ol", "".join(rows), class_="spread"), class_="rest")


def _why(story: Story, original: Printing) -> str:
    """Why the original is held to be the original."""
    dates = [p.date for p in story.printings if p.date is not None]
    if story.evidence == "earliest" and original.date and min(dates, default=original.date) < original.date:
        return "it is the first that credits nobody else"
    return EVIDENCE.get(story.evidence, story.evidence)


def _printing(printing: Printing, story: Story) -> str:
    first = printing.article_id == story.original
    said = "original" if first else (printing.relation or "copy")
    share = f" · {printing.containment:.0%} the same" if printing.containment is not None and not first else ""
    dot = tag("span", "", class_=f"dot l{_share(printing.date, story):.0f}") if printing.date else ""
    return tag(
        "li",
        tag("span", dot, class_="track")
        + tag("b", link(printing.outlet or "unnamed outlet", printing.url))
        + tag("span", plain(f"{said} · {day(printing.date)}{share}")),
        class_=said,
    )


def _share(at: datetime | None, story: Story) -> float:
    """Position of a printing in the story's span, 0 to 100."""
    if at is None or story.first_seen is None or story.last_seen is None or story.last_seen == story.first_seen:
        return 0.0
    return 100 * (at - story.first_seen) / (story.last_seen - story.first_seen)


def _line(printing: Printing) -> str:
    facts = " · ".join(
        filter(
            None,
            (printing.outlet, day(printing.date), counted(printing.words, "words")),
        )
    )
    return tag(
        "li",
        tag("b", link(printing.headline or "(no headline)", printing.url), dir="auto") + tag("span", plain(facts)),
        class_="find",
    )
