"""`newsdesk rules`: what of the feeds is kept and what is left out; and what is filed already, made what the rules say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter
from cyclopts.validators import Number

from flows.cli.options import DEFAULT, Database
from flows.cli.output import ListFormat, deliver_rows
from flows.cli.printing import say
from flows.cli.terminal import console, cut, note, table
from flows.clock import now
from flows.reporting.counting import counted
from parsers.errors import UsageError
from parsers.rules import USUAL, Entry, Rule, left_out
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.database.store import Warehouse, must_exist, reading, writing
from warehouse.filing import feeds
from warehouse.filing import rules as kept

rules = App(name="rules", help="What of the feeds is kept and left out: list, add, remove, test, apply.")

SHOWN = 20
"""Articles that are listed before the rest is counted."""

Words = Annotated[
    tuple[str, ...], Parameter(negative=(), help="A word or phrase; a * at its end stands for more letters.")
]
Languages = Annotated[tuple[str, ...], Parameter(negative=(), help="A code of ISO 639: en, de.")]
Sections = Annotated[tuple[str, ...], Parameter(negative=(), help="A category that the feed gives its entries.")]
Shortest = Annotated[int | None, Parameter(validator=Number(gte=1), help="Holds for texts of at least so many words.")]
Longest = Annotated[int | None, Parameter(validator=Number(gte=1), help="Holds for texts of at most so many words.")]
Feed = Annotated[str | None, Parameter(help="The feed it is for, by id, address or title. [default: all feeds]")]


@rules.command(name="list")
def list_(*, format: ListFormat = "table", database: Database = DEFAULT) -> int:
    """List the rules, with what is left out by each.

    Example: newsdesk rules list
    """
    with reading(Place.at(database)) as warehouse:
        every = kept.listed(warehouse)
        titles = {f.feed_id: f.title or f.url for f in feeds.listed(warehouse)}
        counts = kept.counts(warehouse)
    if format != "table":
        names = (
            "name",
            "action",
            "feed_id",
            "words",
            "places",
            "pattern",
            "shortest",
            "longest",
            "languages",
            "sections",
        )
        exact = ([getattr(k.rule, n) for n in names] + [k.declared, counts.get(k.rule.name, 0)] for k in every)
        deliver_rows((*names, "declared", "left_out"), exact, format)
        return 0
    lines = [
        (k.rule.name, k.rule.action, cut(titles.get(k.rule.feed_id, k.rule.feed_id) if k.rule.feed_id else "all", 40), cut(_conditions(k.rule), 80),
         "feeds file" if k.declared else "here", counts.get(k.rule.name, 0))
        for k in every
    ]  # fmt: skip
    console().print(table(("name", "action", "feed", "conditions", "set in", "left out"), lines, right=("left out",)))
    say(counted(len(every), "rules"))
    return 0


def _conditions(rule: Rule) -> str:
    """The conditions of a rule in words."""
    where = "" if rule.places == USUAL else f" in {', '.join(rule.places)}"
    parts = (
        f"words {', '.join(rule.words)}{where}" if rule.words else "", f"pattern {rule.pattern}{where}" if rule.pattern else "",
        f"at least {rule.shortest:,} words" if rule.shortest else "", f"at most {rule.longest:,} words" if rule.longest else "",
        f"language {', '.join(rule.languages)}" if rule.languages else "", f"section {', '.join(rule.sections)}" if rule.sections else "",
    )  # fmt: skip
    return "; ".join(p for p in parts if p)


@rules.command
def add(
    name: Annotated[str, Parameter(help="Its name, which the reason of what it leaves out repeats.")], *, keep: Annotated[bool, Parameter(negative="", help="Keep only what it holds for.")] = False,
    block: Annotated[bool, Parameter(negative="", help="Leave out what it holds for.")] = False,
    feed: Feed = None, words: Words = (), pattern: Annotated[str | None, Parameter(help="A regular expression of RE2.")] = None,
    places: Annotated[tuple[Literal["headline", "body", "author", "url"], ...], Parameter(name="--in", negative=(), help="Where to look for words and pattern.")] = (),
    min_words: Shortest = None, max_words: Longest = None, languages: Languages = (), sections: Sections = (), database: Database = DEFAULT,
) -> int:  # fmt: skip
    """Add a rule. All conditions that it has must hold; of several words, languages or sections one is enough.

    It holds for what arrives from now on; `newsdesk rules apply` holds it against what is filed already.

    Example: newsdesk rules add "no betting" --block --words "betting tips" --words "odds*"
    """
    if keep == block:
        raise UsageError("say either --keep or --block")
    place = Place.at(database)
    with writing(place) as warehouse, warehouse.transaction():
        rule = Rule(
            name=name, action="keep" if keep else "block", feed_id=_feed(warehouse, feed), words=words, pattern=pattern, places=places or USUAL,
            shortest=min_words, longest=max_words, languages=languages, sections=sections,
        )  # fmt: skip
        kept.add(warehouse, [rule], now())
    publish_now(place)
    say(f"added: {name}; `newsdesk rules apply` shows what it leaves out of what is filed")
    return 0


def _feed(warehouse: Warehouse, name: str | None) -> str | None:
    return feeds.find(warehouse, name).feed_id if name else None


@rules.command
def remove(name: str, *, database: Database = DEFAULT) -> int:
    """Remove a rule. What it left out is filed again by `newsdesk rules apply`.

    Example: newsdesk rules remove "no betting"
    """
    place = Place.at(database)
    must_exist(place)
    with writing(place) as warehouse, warehouse.transaction():
        kept.remove(warehouse, name)
    publish_now(place)
    say(f"removed: {name}; `newsdesk rules apply` files again what it left out")
    return 0


@rules.command(name="test")
def try_(
    headline: Annotated[str, Parameter(help="The headline of the entry.")], *,
    text: Annotated[str, Parameter(help="Its text; its words are counted for --min-words and --max-words.")] = "",
    author: Annotated[str, Parameter(help="Who wrote it.")] = "", url: Annotated[str, Parameter(help="The address of its page.")] = "",
    language: Annotated[str | None, Parameter(help="The code of its language, e.g. en.")] = None, section: Sections = (),
    feed: Annotated[str | None, Parameter(help="The feed it comes from, by id, address or title. [default: rules for all feeds]")] = None,
    database: Database = DEFAULT,
) -> int:  # fmt: skip
    """Say what the rules do with an entry of this headline and text, and which rule decides.

    Example: newsdesk rules test "Betting tips for Sunday" --language en
    """
    with reading(Place.at(database)) as warehouse:
        entry = Entry(
            feed_id=_feed(warehouse, feed), headline=headline, body=text, author=author, url=url, language=language, words=len(text.split()),
            sections=section,
        )  # fmt: skip
        found = left_out(kept.known(warehouse), entry)
    say(f"left out by rule {found[0]}: {found[1]}" if found else "kept: no rule leaves it out")
    return 0


@rules.command
def apply(
    *, yes: Annotated[bool, Parameter(negative="", help="Do it; without this, only show it.")] = False,
    database: Database = DEFAULT,
) -> int:  # fmt: skip
    """Hold the rules against what is filed: show what would go and what may come back; with --yes do it.

    Articles that a rule leaves out go; their bytes and arrivals stay. What no rule leaves out any more is filed again, under
    the same ids: remove a rule and apply again, and it is as if the rule had not been. What a file brought always stays.

    Example: newsdesk rules apply
    """
    place = Place.at(database)
    must_exist(place)
    if not yes:
        return _shown(place)
    from flows.cli.flow_calls import call
    from flows.rules import apply_rules

    out, back, summary = call(lambda: apply_rules, note, lambda: apply_rules.fn, database=str(Path(place.published)))
    say(f"{counted(out, 'articles')} taken out, {counted(back, 'documents')} filed again")
    return 0 if summary.good else 1


def _shown(place: Place) -> int:
    """What the rules would do."""
    with reading(place) as warehouse:
        found = kept.found(warehouse, kept.known(warehouse))
        held = len(kept.released(warehouse))
    lines = [(f.article_id[:12], cut(f.headline, 60), f.name, cut(f.why, 80)) for f in found[:SHOWN]]
    if lines:
        console().print(table(("article", "headline", "rule", "why"), lines))
    say(
        f"{counted(len(found), 'articles')} would be taken out; {counted(held, 'documents')} that rules left out would be read again, and filed if no rule leaves them out now"
    )
    say("nothing was changed; --yes does it")
    return 0
