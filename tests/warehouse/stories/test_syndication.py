"""Stories in the warehouse: who is a copy of whom, in any order of arrival."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers.errors import UsageError
from parsers.model import Article, Outcome, Parsed
from parsers.syndication import fingerprint
from tests.parsers.syndication.test_quoted import COURIER, POST, SAID, report
from warehouse.database.place import Place
from warehouse.database.store import Warehouse, writing
from warehouse.stories import syndication

AT = datetime(2026, 1, 1, tzinfo=UTC)

HARBOUR = """The harbour board of Port Elin approved a plan on Tuesday to dredge the northern channel, ending four years of
argument over who would pay for it. Work is to begin in May and should take nineteen weeks, its chairwoman said.

Two of the seven members voted against, citing the cost of 41.5 million crowns and the herring season. Fishermen had asked
the board to wait until the autumn, when most of the boats are laid up anyway.

The channel was last dredged in 1987. Since then the largest ferries have had to wait for high water, and two shipping lines
moved their calls to Vask, forty kilometres down the coast, taking some three hundred jobs with them."""

MUSEUM = """A boat builder's workshop that had stood locked since the war has been opened as a museum on the island of Sund.
Visitors find the tools where the last apprentice put them down, a half-finished dinghy on the slip, and a calendar on the wall.

The owner's granddaughter, who gave the building to the parish, said she had played there as a child and never dared to move
anything. A carpenter from the mainland spent two winters securing the roof without taking down a single beam."""


def article(
    body: str,
    outlet: str | None = "Port Elin Courier",
    *,
    day: float = 0.0,
    headline: str = "",
    credited: str | None = None,
) -> Parsed:
    """An article as the parsers hand it on."""
    text = " ".join(body.split())
    identity = repr((text, outlet, day, headline, credited))
    return Parsed(
        article=Article(
            article_id=hashlib.sha256(identity.encode()).hexdigest()[:20],
            raw_document_id=hashlib.sha256(identity.encode()).hexdigest(),
            article_body=text,
            word_count=len(text.split()),
            parser_version="0",
            headline=headline or text[:40],
            publisher=credited or outlet,
            republisher=outlet if credited else None,
            date_published=datetime(2025, 5, 1, 8, tzinfo=UTC) + timedelta(days=day),
            date_published_precision="minute",
        ),
        media_type="text/plain",
        charset="utf-8",
        passages=(),
        repairs=(),
        facts=(),
        mentions=(),
        fingerprint=fingerprint(text),
    )


def file(warehouse: Warehouse, parsed: Sequence[Parsed]) -> dict[str, Outcome]:
    """Do what the desk does with a batch."""
    columns = (
        "article_id",
        "raw_document_id",
        "headline",
        "publisher",
        "republisher",
        "date_published",
        "article_body",
    )
    with warehouse.transaction():
        rows = [
            (*(getattr(p.article, c) for c in columns), p.article.word_count, p.fingerprint.exact, "0", AT)
            for p in parsed
        ]
        warehouse.append("article", (*columns, "word_count", "body_hash", "parser_version", "recorded_at"), rows)
        return syndication.judge_batch(warehouse, parsed, AT, agencies=("Coast News Agency",))


def settle(warehouse: Warehouse) -> None:
    with warehouse.transaction():
        syndication.settle(warehouse, AT)


def stories(warehouse: Warehouse) -> dict[str, str]:
    return dict(warehouse.connection.execute("select article_id, story_id from article").fetchall())


def relations(warehouse: Warehouse) -> dict[str, tuple[str, str]]:
    rows = warehouse.connection.execute("select article_id, of_article_id, relation from syndication").fetchall()
    return {a: (o, r) for a, o, r in rows}


@pytest.fixture
def warehouse(tmp_path: Path):
    with writing(Place.at(tmp_path / "desk.duckdb")) as opened:
        yield opened


def test_a_copy_with_words_run_together_is_a_duplicate(warehouse: Warehouse) -> None:
    """A reprint whose wraps are run together and whose quotes are changed joins the story of its original."""
    one, two = (
        article(HARBOUR),
        article(HARBOUR.replace("\n", ""), "Vask Herald", day=0.2, headline="Dredging approved"),
    )
    outcomes = file(warehouse, [one]) | file(warehouse, [two])
    assert outcomes == {one.article.article_id: Outcome.LOADED, two.article.article_id: Outcome.DUPLICATE}
    assert set(stories(warehouse).values()) == {one.article.article_id}


def test_two_stories_stay_two(warehouse: Warehouse) -> None:
    """Articles that share nothing are stories of their own."""
    file(warehouse, [article(HARBOUR), article(MUSEUM)])
    assert len(set(stories(warehouse).values())) == 2


def test_a_truncated_copy_is_an_excerpt(warehouse: Warehouse) -> None:
    """A copy that keeps a third of the text is an excerpt of it."""
    whole, part = article(HARBOUR), article(HARBOUR[:260], "Vask Herald", day=0.1)
    file(warehouse, [part, whole])
    assert relations(warehouse)[part.article.article_id] == (whole.article.article_id, "excerpt")


def test_an_update_of_the_same_outlet_is_a_revision(warehouse: Warehouse) -> None:
    """The same outlet's longer version of a story is a revision of it."""
    first = article(HARBOUR)
    update = article(
        HARBOUR + " The government said it would pay a third.", day=0.3, headline="Update: dredging approved"
    )
    outcomes = file(warehouse, [first, update])
    assert outcomes[update.article.article_id] == Outcome.REVISION
    assert relations(warehouse)[update.article.article_id] == (first.article.article_id, "revision")


def notice(day: int, usd: str, eur: str, gbp: str) -> str:
    return (
        f"The central bank of Vask set the official rate of the dollar at {usd} crowns and that of the euro at {eur} crowns for "
        f"May {day}. The pound was set at {gbp} crowns. The rates are used for customs and for accounts of the state, the bank "
        "says, and do not oblige banks to buy or sell at them. They are set every morning from the average of the day before."
    )


def test_the_next_days_notice_is_a_sibling_not_a_copy(warehouse: Warehouse) -> None:
    """A notice with the same words and other figures is another story, and the likeness is on record."""
    one, two = article(notice(5, "15.81", "17.20", "20.11")), article(notice(6, "15.94", "17.33", "20.46"), day=1)
    file(warehouse, [one, two])
    settle(warehouse)
    assert len(set(stories(warehouse).values())) == 2
    assert [r for _, r in relations(warehouse).values()] == ["template_sibling"]


def test_a_copy_of_a_years_old_text_is_found_when_exact(warehouse: Warehouse) -> None:
    """Exact copies are found however old; near ones only within the window."""
    old, exact = article(HARBOUR), article(HARBOUR, "Vask Herald", day=400)
    near = article(HARBOUR[:-80] + " Nobody was there to comment on it.", "Sund Times", day=300)
    file(warehouse, [old])
    outcomes = file(warehouse, [exact, near])
    assert outcomes == {exact.article.article_id: Outcome.DUPLICATE, near.article.article_id: Outcome.LOADED}


def test_the_window_for_near_copies_can_be_set(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    """NEWSDESK_COPY_WINDOW_DAYS says how far apart near copies are looked for; what is no number of days is said to be none."""
    old, near = article(HARBOUR), article(HARBOUR[:-80] + " Nobody was there to comment on it.", "Sund Times", day=300)
    monkeypatch.setenv("NEWSDESK_COPY_WINDOW_DAYS", "365")
    file(warehouse, [old])
    assert file(warehouse, [near]) == {near.article.article_id: Outcome.DUPLICATE}
    monkeypatch.setenv("NEWSDESK_COPY_WINDOW_DAYS", "a year")
    with pytest.raises(UsageError, match="NEWSDESK_COPY_WINDOW_DAYS"):
        file(warehouse, [article(MUSEUM)])


def test_a_late_original_takes_over(warehouse: Warehouse) -> None:
    """When the credited agency's own article comes last, it becomes the original, and the change is recorded."""
    copy = article(HARBOUR, "Vask Herald", day=0.1, credited="Coast News Agency")
    other = article(HARBOUR + " More at eleven.", "Sund Times", day=0.2)
    late = article(HARBOUR, "Coast News Agency", day=0.15)
    file(warehouse, [copy, other])
    file(warehouse, [late])
    found = warehouse.connection.execute("select original_article_id, evidence, articles from story").fetchall()
    assert found == [(late.article.article_id, "credit", 3)]
    events = warehouse.connection.execute("select kind, article_id from story_event order by happened_at").fetchall()
    assert ("original_changed", late.article.article_id) in events


def roundup(bodies: Sequence[str]) -> str:
    return "\n\n".join(b.split("\n\n")[0] for b in bodies)


def essay(seed: int, sentences: int = 12) -> str:
    """A text of its own: made-up words, the same for a seed."""
    made = random.Random(seed)
    syllables = "ba do ki lu men tor sa ve pil gra nu shi ros tam wen".split()
    word = lambda: "".join(made.choice(syllables) for _ in range(made.randint(1, 4)))  # noqa: E731
    return "\n\n".join(" ".join(word() for _ in range(24)).capitalize() + "." for _ in range(sentences))


def test_a_round_up_stays_alone(warehouse: Warehouse) -> None:
    """An article that strings the openings of other stories together belongs to none of them and joins none."""
    bodies = [essay(n) for n in range(5)]
    digest = article(roundup(bodies), "Sund Times", day=0.5, headline="In brief")
    file(warehouse, [article(b, day=0.1 * i) for i, b in enumerate(bodies)])
    file(warehouse, [digest])
    settle(warehouse)
    assert len(set(stories(warehouse).values())) == 6


BOX = "Sign up for the Courier's morning letter and never miss a tide table, a launching or a wreck. It is free and you can leave at any time."


def stream() -> list[Parsed]:
    """A small stream with everything in it: copies, excerpts, updates, notices, boilerplate, a round-up."""
    bodies = [essay(n, 6) for n in range(12)]
    found = [article(f"{b}\n\n{BOX}", day=0.7 * n, headline=f"Headline {n}") for n, b in enumerate(bodies)]
    found += [article(b, "Vask Herald", day=0.7 * n + 0.3, headline=f"Vask {n}") for n, b in enumerate(bodies[:6])]
    found += [article(b[:300] + "\n\n" + BOX, "Sund Times", day=0.7 * n + 0.1) for n, b in enumerate(bodies[3:9])]
    found += [
        article(b + " And later more of it.", day=0.7 * n + 0.5, headline=f"Update {n}")
        for n, b in enumerate(bodies[:3])
    ]
    found += [article(notice(n, f"15.{n}1", f"17.{n}4", f"20.{n}7"), day=n) for n in range(1, 6)]
    found += [article(appeal(n), "Vask Herald", day=0.4 * n, headline=f"Appeal {n}") for n in range(2)]
    found += [article(quake(12, 40, "61"), day=4.0), article(quake(35, 121, "63") + LATER, day=4.2, headline="Quake")]
    return [*found, article(roundup(bodies[:6]), "Sund Times", day=3.0, headline="In brief")]


def appeal(n: int) -> str:
    """A notice without figures, filled with names."""
    street, town, officer, hospital = (
        ("Cooper Street", "Ilkley", "Hanna Dvorak", "Selby"),
        ("Mill Lane", "Oakham", "Peter Quist", "Thirsk"),
        ("Abbey Road", "Larne", "Olga Weiss", "Newry"),
    )[n]
    return (
        f"Police are appealing for witnesses after a man was attacked in {street}, {town}, on Saturday night. The victim was "
        f"taken to {hospital} General Hospital, where he remains in a stable condition. Constable {officer}, of {town} "
        "station, said officers were keen to hear from anyone who was in the area at the time. Anyone with information is "
        "asked to call the force, or to leave a message through its website without giving a name."
    )


def quake(dead: int, hurt: int, size: str) -> str:
    return (
        f"An earthquake of magnitude 6.{size} shook the islands off Vask before dawn, killing {dead} people and injuring {hurt}, "
        f"the coast guard said. Some {hurt * 3} houses fell in the fishing villages of the north, and boats were on their way. "
        "Fishermen who had put out early said the sea had drawn back from the harbour walls and returned within minutes, "
        "lifting nets and small craft over the quay. The governor asked people to stay away from the cliffs."
    )


LATER = (
    " The ferry company has offered two ships to carry tents and blankets, and the army is repairing the pier at Sund."
)


def grouping(folder: Path, batches: Sequence[Sequence[Parsed]]) -> tuple[object, ...]:
    with writing(Place.at(folder / "desk.duckdb")) as warehouse:
        for batch in batches:
            file(warehouse, batch)
        settle(warehouse)
        rows = warehouse.connection.execute("select * from syndication order by all").fetchall()
        borrowed = warehouse.connection.execute("select * from reuse order by all").fetchall()
        return stories(warehouse), rows, borrowed


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> object:
    """The stream in order and in one batch."""
    return grouping(tmp_path_factory.mktemp("straight"), [stream()])


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(37)), cuts=st.sets(st.integers(1, 36), max_size=6))
def test_stories_do_not_depend_on_the_order_of_arrival(
    tmp_path_factory: pytest.TempPathFactory, straight: object, order: list[int], cuts: set[int]
) -> None:
    """Whatever the order and the batches, once all is in and settled the stories and their links are the same."""
    articles = stream()
    assert len(articles) == 37
    edges = [0, *sorted(cuts), len(order)]
    shuffled = [articles[i] for i in order]
    batches = [shuffled[a:b] for a, b in zip(edges, edges[1:], strict=False)]
    assert grouping(tmp_path_factory.mktemp("shuffled"), batches) == straight


def test_settling_after_every_batch_comes_to_the_same(
    tmp_path_factory: pytest.TempPathFactory, straight: object
) -> None:
    """Whether a run settles once or many runs settle each, the stories, their links and the borrowed passages are the same."""
    with writing(Place.at(tmp_path_factory.mktemp("runs") / "desk.duckdb")) as warehouse:
        for parsed in reversed(stream()):
            file(warehouse, [parsed])
            settle(warehouse)
    assert grouping(warehouse.place.published.parent, []) == straight


def test_settling_again_changes_nothing(warehouse: Warehouse) -> None:
    """A second settlement finds nothing to do."""
    file(warehouse, stream())
    settle(warehouse)
    before = (stories(warehouse), relations(warehouse))
    settle(warehouse)
    assert (stories(warehouse), relations(warehouse)) == before


def test_undated_articles_are_compared_with_everything(warehouse: Warehouse) -> None:
    """An article whose date is unknown finds its original however old."""
    one = article(HARBOUR)
    two = article(HARBOUR + " Nobody objected.", "Vask Herald")
    two = replace(two, article=replace(two.article, date_published=None))
    file(warehouse, [one])
    assert file(warehouse, [two])[two.article.article_id] == Outcome.DUPLICATE


def test_a_borrowed_passage_is_found_between_stories(warehouse: Warehouse) -> None:
    """A sentence of one story that stands in another, lightly edited, is on record with its place in both."""
    quote = "nobody can run ships at a loss for ever, and the harbour board knows that as well as the company and the town do"
    lender = article(f"{essay(1)} He said that {quote}.")
    borrower = article(f"{essay(2)} Some say {quote.replace('as well as', 'better than')}.", "Vask Herald", day=2)
    file(warehouse, [borrower])
    file(warehouse, [lender])
    settle(warehouse)
    rows = warehouse.connection.execute("select * exclude (words) from reuse").fetchall()
    ((article_id, start, end, of, of_start, of_end),) = rows
    assert (article_id, of) == (borrower.article.article_id, lender.article.article_id)
    assert borrower.article.article_body[start:end].startswith("nobody can run ships")
    assert lender.article.article_body[of_start:of_end].endswith("the company and the town do")


def test_two_notices_with_other_names_are_siblings(warehouse: Warehouse) -> None:
    """A notice without figures, filled with other names, is another story at once, at the same outlet or another."""
    one, two, three = (article(appeal(n), outlet, day=0.1 * n) for n, outlet in enumerate(("A", "A", "B")))
    file(warehouse, [one, two, three])
    settle(warehouse)
    assert len(set(stories(warehouse).values())) == 3
    assert {r for _, r in relations(warehouse).values()} == {"template_sibling"}


def test_an_edited_copy_of_such_a_notice_is_a_copy(warehouse: Warehouse) -> None:
    """Cuts, other words and another credit do not make another notice."""
    one = article(appeal(0))
    edited = appeal(0).replace("keen to hear from", "hoping to speak to").replace(", or to leave a message", "")
    two = article(f"SUND (Coast) - {edited}", "Vask Herald", day=0.1)
    file(warehouse, [one, two])
    settle(warehouse)
    assert len(set(stories(warehouse).values())) == 1


def test_a_template_that_begins_with_a_name_is_one(warehouse: Warehouse) -> None:
    """A rating by another broker of another company is another story, though the first words are the broker's name."""

    def rating(broker: str, firm: str) -> str:
        return (
            f"{broker} raised its rating on {firm} to buy from hold in a note to clients on Thursday, citing stronger orders and "
            "improving margins, and lifted its price target to a new high. The shares rose in early trading. The broker said "
            "demand had held up better than feared and that management had room to return cash to shareholders."
        )

    one = article(rating("Kell Partners", "Norda Steel"), "Sund Times")
    file(warehouse, [one, article(rating("Brandt Securities", "Halm Shipping"), "Sund Times", day=0.1)])
    file(warehouse, [article("SUND (Coast) - " + rating("Kell Partners", "Norda Steel"), "Vask Herald", day=0.2)])
    settle(warehouse)
    assert sorted(list(stories(warehouse).values()).count(s) for s in set(stories(warehouse).values())) == [1, 2]


def test_two_reports_that_quote_one_speaker_are_two_stories(warehouse: Warehouse) -> None:
    """Reports with the same quotations and prose of their own stay apart, and what they share is on record."""
    one, two = (article(report(own, SAID), outlet) for own, outlet in ((COURIER, "Brack Courier"), (POST, "Oder Post")))
    cut = article(report(COURIER[:2], SAID[:2]), "Vask Herald", day=0.3)
    file(warehouse, [one])
    file(warehouse, [two, cut])
    settle(warehouse)
    told = stories(warehouse)
    assert told[one.article.article_id] == told[cut.article.article_id] != told[two.article.article_id]
    assert relations(warehouse).keys() == {cut.article.article_id}
    assert warehouse.connection.execute("select count(*) from reuse").fetchone()[0] >= 2


def test_an_update_in_which_every_figure_changed_is_a_revision(warehouse: Warehouse) -> None:
    """The same outlet's text of the same hours, with other figures and a sentence more, is a revision of the story."""
    one, two = article(quake(12, 40, "61"), day=4.0), article(quake(35, 121, "63") + LATER, day=4.2, headline="Quake")
    file(warehouse, [one])
    file(warehouse, [two])
    settle(warehouse)
    assert len(set(stories(warehouse).values())) == 1
    assert {r for _, r in relations(warehouse).values()} == {"revision"}


@pytest.mark.parametrize(("outlet", "day"), [("Vask Herald", 4.2), ("Port Elin Courier", 5.0)])
def test_other_figures_of_another_outlet_or_day_are_no_update(warehouse: Warehouse, outlet: str, day: float) -> None:
    """Another outlet's figures, or another day's, are another story's."""
    file(warehouse, [article(quake(12, 40, "61"), day=4.0), article(quake(35, 121, "63") + LATER, outlet, day=day)])
    settle(warehouse)
    assert len(set(stories(warehouse).values())) == 2


def test_what_returns_on_other_days_is_a_template(warehouse: Warehouse) -> None:
    """Two issues of one day stay apart when the same text came with other figures days before, even if that arrives last."""
    today = [article(quake(12, 40, "61"), day=4.0), article(quake(35, 121, "63") + LATER, day=4.2)]
    file(warehouse, today)
    settle(warehouse)
    file(warehouse, [article(quake(77, 502, "58"), day=1.0)])
    settle(warehouse)
    assert len(set(stories(warehouse).values())) == 3


def test_what_is_borrowed_does_not_depend_on_who_came_first(tmp_path: Path) -> None:
    """Of a sentence that dozens of texts share, the same loans are on record in any order of arrival."""
    quote = "nobody can run ships at a loss for ever, and the harbour board knows that as well as the company and the town do"
    texts = [article(f"{essay(n, 5)} He said that {quote}.", f"Outlet {n}", day=0.1 * n) for n in range(20)]
    found = []
    for name, order in (("a", texts), ("b", texts[::-1]), ("c", random.Random(3).sample(texts, 20))):
        with writing(Place.at(tmp_path / f"{name}.duckdb")) as warehouse:
            for start in range(0, 20, 7):
                file(warehouse, order[start : start + 7])
                settle(warehouse)
            found.append(warehouse.connection.execute("select * from reuse order by all").fetchall())
    assert found[0]
    assert found[0] == found[1] == found[2]
