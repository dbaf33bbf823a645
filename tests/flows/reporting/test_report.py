"""The report: self-contained, safe with hostile copy, and readable on a phone."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import pytest

from flows.reporting.markup import moment
from flows.reporting.report import build
from tests.cookbook import seeds
from tests.filing import file_texts
from warehouse.asking.report_figures import Figure, Limits, Overview, Printing, Source, Story, overview
from warehouse.database.place import Place
from warehouse.database.store import reading

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--virtual-time-budget=3000",
)  # fmt: skip
NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
EMPTY = Overview(counts=(), outcomes=(), days=(), stories=(), figures=(), disputes=(), quotes=(), timeline=(), pages=())


def page_of(place: Place) -> str:
    """The report of a desk."""
    with reading(place) as warehouse:
        return build(overview(warehouse, Limits()), "Test desk", NOW)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report of the sample documents."""
    return page_of(seeds(tmp_path_factory.mktemp("report")))


def test_every_part_is_there(page: str) -> None:
    """Stories, figures, voices, timeline and copy stand in the page, with the words that prove them."""
    assert re.findall(r'<section id="(\w+)"', page) == ["stories", "figures", "voices", "timeline", "copy"]
    for said in ("Electric ferry halves the way", "Ruben Achterberg", "As printed", "<mark", "<del", "<ins"):
        assert said in page


def test_nothing_is_loaded(page: str) -> None:
    """The page names no file, script, style, font or picture outside of itself, and its policy forbids any."""
    assert "default-src 'none'" in page
    assert re.findall(r"<(?:script|img|link|iframe|object|embed)\b[^>]*\b(?:src|href)\s*=", page) == []
    assert re.findall(r"@import|url\(", page) == []


def test_copy_cannot_inject(tmp_path: Path) -> None:
    """Markup in a document is shown, never executed."""
    place = Place.at(tmp_path / "desk.duckdb")
    hostile = '<script>alert(1)</script><img src=x onerror=alert(2)> & "quotes" said the mayor on Monday.\n\n' * 4
    file_texts(place, {"hostile.txt": "Title <b>bold</b>\n\n" + hostile})
    page = page_of(place)
    assert page.count("<script") == 1
    assert "<img" not in page


def test_an_empty_desk_has_a_page(tmp_path: Path) -> None:
    """A desk without articles says so."""
    place = Place.at(tmp_path / "desk.duckdb")
    file_texts(place, {})
    assert "Nothing has been filed yet." in page_of(place)


def test_sources_that_disagree_stand_side_by_side() -> None:
    """Values that independent sources give for one thing are shown together, before all other figures."""
    source = Source(article_id="a", headline="Quake", outlet="The Packet", date=NOW)
    one = Figure(
        measure="dead", value=12, value_high=None, unit="{person}", bound=">=", of_value=None, trend=None, time="2025-03-01",
        modality="asserted", exact="At least 12 died.", anchor=None, source=source,
    )  # fmt: skip
    other = replace(one, value=1_400_000, unit="EUR", bound="=", exact="1.4 million", articles=3, independent=2)
    page = build(replace(EMPTY, disputes=(("dead", (one, other)),)), "Test desk", NOW)
    assert "different values" in page
    assert "at least 12 people" in page
    assert "EUR 1.4 million" in page
    assert "3 articles, 2 sources" in page


def test_a_story_in_many_outlets_is_folded_and_says_why_its_original_is_one() -> None:
    """Five printings stand open, the others unfold; an original that was not the first says what made it one."""
    printings = tuple(
        Printing(
            article_id=str(n), headline="Quake", outlet=f"Paper {n}", date=NOW.replace(minute=n), url=None, words=200,
            relation="duplicate", containment=0.9,
        )
        for n in range(8)
    )  # fmt: skip
    story = Story(
        story_id="s", headline="Quake", original="1", evidence="earliest", credited="The Wire", outlets=8,
        first_seen=printings[0].date, last_seen=printings[-1].date, printings=printings,
    )  # fmt: skip
    page = build(replace(EMPTY, stories=(story,)), "Test desk", NOW)
    opened, folded = page.split("3 more")
    assert "Paper 4" in opened
    assert "Paper 5" not in opened
    assert "Paper 7" in folded
    assert "because it is the first that credits nobody else. Credited: The Wire" in page
    assert "because it was first" in build(replace(EMPTY, stories=(replace(story, original="0"),)), "Test desk", NOW)


def test_how_often_a_figure_is_printed_is_said_of_that_figure(tmp_path: Path) -> None:
    """Copies of a story show its figure once, with their number; the same figure elsewhere is another one's."""
    place = Place.at(tmp_path / "desk.duckdb")
    inn = (
        "The old inn at Marle has 40 rooms. "
        + "It was built by two brothers who traded in salt, and their heirs sold it to the valley. " * 4
    )
    ward = (
        "The new ward in Ostel has 40 rooms. "
        + "Nurses had asked for it since the flood, when beds stood in the corridor for weeks on end. " * 4
    )
    file_texts(
        place,
        {"a.txt": f"Inn sold\n\n{inn}", "b.txt": f"An inn is sold\n\n{inn}Yes.", "c.txt": f"Ward opens\n\n{ward}"},
    )
    with reading(place) as warehouse:
        (rooms,) = (figures for name, figures in overview(warehouse, Limits()).figures if name == "rooms")
    assert sorted((f.articles, f.exact) for f in rooms) == [
        (1, "The new ward in Ostel has 40 rooms."), (2, "The old inn at Marle has 40 rooms."),
    ]  # fmt: skip


def test_what_has_no_headline_is_named_by_its_first_words(tmp_path: Path) -> None:
    """Every figure and every voice says which article it is from, also where that has neither headline nor outlet."""
    place = Place.at(tmp_path / "desk.duckdb")
    text = (
        "the mill in the valley has 40 looms, and sold 900 bales of cloth in 2025. “It will run again in May,” said Ada Brook, the owner. "
        * 3
    )
    file_texts(place, {"a.txt": text})
    with reading(place) as warehouse:
        shown = overview(warehouse, Limits())
    sources = [x.source for group in (*shown.figures, *shown.quotes) for x in group[1]] + [
        x.source for x in shown.timeline
    ]
    assert len(sources) > 2
    assert {s.headline for s in sources} == {"the mill in the valley has 40 looms, and …"}


@pytest.mark.parametrize(
    ("timex", "said"),
    [
        ("2025-08-19", "2025-08-19"), ("2025-08-19TEV", "2025-08-19, evening"), ("2024-SU", "summer 2024"),
        ("2014/2018", "2014–2018"), ("2031-Q4", "2031-Q4"), ("FY2025", "FY2025"), ("2025-03-04T10:30", "2025-03-04T10:30"),
        ("XXXX-WXX-5", ""), ("PRESENT_REF", ""), ("P3M", ""), ("PT2H", ""), (None, ""),
    ],
)  # fmt: skip
def test_times_are_written_for_people(timex: str | None, said: str) -> None:
    """Seasons and parts of the day have their names; what names no year is left out."""
    assert moment(timex) == said


def test_an_undated_printing_has_no_place_in_time() -> None:
    """On the line of a story's spread only dated printings stand."""
    dated = Printing(article_id="1", headline="Quake", outlet="A", date=NOW, url=None, words=1, relation=None, containment=None)  # fmt: skip
    story = Story(
        story_id="s", headline="Quake", original="1", evidence="earliest", credited=None, outlets=2, first_seen=NOW,
        last_seen=NOW, printings=(dated, replace(dated, article_id="2", date=None)),
    )  # fmt: skip
    assert build(replace(EMPTY, stories=(story,)), "Test desk", NOW).count('class="dot ') == 1
    alone = build(replace(EMPTY, stories=(replace(story, printings=(dated,)),)), "Test desk", NOW)
    assert "1 word<" in alone


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_it_fits_the_screen(page: str, tmp_path: Path, width: int) -> None:
    """In a browser nothing runs over the edge on a phone, a tablet or a desk, and searching hides what does not match."""
    probe = """<script>onload = () => {
        const inner = document.querySelector('iframe').contentDocument, root = inner.documentElement;
        const all = inner.querySelectorAll('.find').length, find = inner.getElementById('find');
        const wide = root.scrollWidth; find.value = 'achterberg'; find.dispatchEvent(new Event('input'));
        const left = inner.querySelectorAll('.find:not([hidden])').length;
        document.body.dataset.seen = [wide, all, left].join(' '); }</script>"""
    outer = tmp_path / "outer.html"
    frame = f'<iframe width={width} height=900 style="border:0" srcdoc="{escape(page)}"></iframe>'
    outer.write_text(f"<!doctype html><meta charset=utf-8><body>{frame}{probe}", encoding="utf-8")
    done = subprocess.run(
        [str(CHROMIUM), *QUIET, f"--user-data-dir={tmp_path / 'profile'}", "--window-size=1400,1000", "--dump-dom", outer.as_uri()],
        capture_output=True, text=True, timeout=600, check=True,
    )  # fmt: skip
    found = re.search(r'data-seen="(\d+) (\d+) (\d+)"', done.stdout)
    assert found is not None
    wide, items, left = map(int, found.groups())
    assert wide <= width
    assert 0 < left < items
