"""`newsdesk entity` shows one person or body, `newsdesk entities` lists them and links them to Wikidata."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.cli import command_line
from parsers.errors import UsageError
from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import reading

REPORTS = {
    "a": (
        "Courier",
        "2025-05-02T08:00:00Z",
        "Harbour minister opens pier in Velden",
        "VELDEN, May 2 - Harbour minister Anna Bell opened the new pier of Velden on Friday. “The pier cost 14 million euros,” Bell said. Port director Tomas Krall thanked her.",
    ),
    "b": (
        "Herald",
        "2025-05-09T08:00:00Z",
        "Ferries to run all night",
        "TARNHOLM, May 9 - Ferries will run all night from June, harbour minister Anna Bell said on Friday in Tarnholm. Bell said that 22 crews had been hired for the summer.",
    ),
    "c": (
        "Post",
        "2025-05-11T08:00:00Z",
        "Chess prize goes to teacher",
        "ORSTAD, May 11 - Anna Bell won the chess tournament of Orstad on Sunday before 300 spectators. Bell beat the champion of the district after five hours of play.",
    ),
}


RESULTS = (
    "VELDEN, June 3 - Norvik Bank earned 14 million euros in April, chief executive Karin Holst said on Tuesday in Velden. "
    "Norvik Bank employs 220 people in nine towns along the coast and opened two branches in the spring. "
    "“We shall hire more people in the autumn,” Holst said after the meeting of shareholders."
)
PRINTED_TWICE = {
    "d": ("Courier", "2025-06-03T08:00:00Z", "Norvik Bank earns more", RESULTS),
    "e": ("Herald", "2025-06-03T10:00:00Z", "Norvik Bank earns more", RESULTS),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with three reports: two name a minister, one a chess player of the same name."""
    return filed(tmp_path_factory.mktemp("entities"), REPORTS)


def filed(folder: Path, reports: dict[str, tuple[str, str, str, str]]) -> Path:
    """A desk with these reports."""
    paths = []
    for name, (outlet, published, headline, body) in reports.items():
        path = folder / f"{name}.json"
        fields = {"headline": headline, "publisher": outlet, "datePublished": published, "articleBody": body}
        path.write_text(json.dumps(fields), encoding="utf-8")
        paths.append(str(path))
    file_paths(Place.at(folder / "desk.duckdb"), paths)
    return folder / "desk.duckdb"


def run(desk: Path, *words: str) -> int:
    """The exit code of a command on this desk."""
    return int(command_line(words)([*words, "--database", str(desk)], result_action="return_value"))


def page(desk: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    """The page of an entity as JSON."""
    assert run(desk, "entity", *words, "--format", "json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert isinstance(row, dict)
    return row


def test_one_page_has_everything(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Roles, quotations, stories, spellings and company of a person are in one JSON object."""
    found = page(desk, capsys, "Anna Bell")
    assert (found["name"], found["type"], found["stories"]) == ("Anna Bell", "person", 2)
    assert {role["post"].lower() for role in found["roles"]} == {"harbour minister"}  # type: ignore[attr-defined]
    assert {form["surface"] for form in found["written_as"]} == {"Anna Bell", "Bell"}  # type: ignore[attr-defined]
    assert [q["exact"] for q in found["quotations"] if q["quote_type"] == "direct"] == ["“The pier cost 14 million euros,”"]  # type: ignore[attr-defined]  # fmt: skip
    assert "Tomas Krall" in {other["name"] for other in found["named_with"]}  # type: ignore[attr-defined]


def test_figures_and_quotations_are_those_of_their_stories(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page lists what story_quantity and story_quotation have of its entity, with the same measure and count of articles."""
    desk = filed(tmp_path, PRINTED_TWICE)
    said = "select exact, articles from story_quotation where speaker_id = ? order by all"
    counted = "select exact, measure, articles from story_quantity semi join (from fact_party where entity_id = ? and role = 'subject') using (fact_id) order by all"
    with reading(Place.at(desk)) as warehouse:
        rows = warehouse.connection.execute
        entities = [e for (e,) in rows("select distinct entity_id from mention").fetchall()]  # fmt: skip
        wanted = {e: (rows(said, [e]).fetchall(), rows(counted, [e]).fetchall()) for e in entities}
    assert any(articles == 2 for _, figures in wanted.values() for *_, articles in figures)
    assert any(articles == 2 for quotations, _ in wanted.values() for _, articles in quotations)
    for entity, (quotations, figures) in wanted.items():
        found = page(desk, capsys, entity)
        assert sorted((q["exact"], q["articles"]) for q in found["quotations"]) == quotations  # type: ignore[attr-defined]
        assert [[f["exact"], f["measure"], f["articles"]] for f in sorted(found["figures"], key=lambda f: (f["exact"], f["measure"] or ""))] == [list(f) for f in figures]  # type: ignore[call-overload]  # fmt: skip


def test_people_of_one_name_stay_apart(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A person of the same name whom no post, story or company ties to the other is shown as another person."""
    first, second = page(desk, capsys, "Anna Bell"), page(desk, capsys, "Anna Bell", "--person", "2")
    assert (first["people"], second["person"]) == (2, 2)
    assert [s["headline"] for s in second["told_in"]] == ["Chess prize goes to teacher"]  # type: ignore[attr-defined]
    assert second["roles"] == []


def test_the_page_for_people_says_so(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page on a terminal says that there are two of one name."""
    assert run(desk, "entity", "anna bell") == 0
    said = capsys.readouterr().out
    assert "person 1 of 2 of this name" in said
    assert "Harbour minister" in said


@pytest.mark.parametrize("words", [("Nobody Known",), ("Anna Bell", "--person", "3")])
def test_what_is_not_there_is_a_usage_error(desk: Path, words: tuple[str, ...]) -> None:
    """An unknown name and an unknown person are refused with a sentence."""
    with pytest.raises(UsageError):
        run(desk, "entity", *words)


def test_names_are_linked_by_a_list(desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name with one id is linked, a name with two is not and is printed, and unlink takes all links away."""
    names = tmp_path / "names.csv"
    names.write_text("id,name,aliases,type\nQ10,Tomas Krall,T. Krall,person\nQ11,Anna Bell,,person\nQ12,Bell,Anna Bell,person\n")  # fmt: skip
    assert run(desk, "entities", "link", str(names)) == 0
    printed = capsys.readouterr()
    assert "1 entity; the list has 4 names of 3 ids" in " ".join(printed.out.split())
    assert "not linked, ambiguous: Anna Bell (Q11, Q12)" in printed.err
    assert page(desk, capsys, "Q10")["name"] == "Tomas Krall"
    assert page(desk, capsys, "Anna Bell")["wikidata_id"] is None
    assert page(desk, capsys, "Anna Bell")["ambiguous"] == ["Q11", "Q12"]
    run(desk, "entities", "unlink")
    with reading(Place.at(desk)) as warehouse:
        assert not warehouse.connection.execute("from entity_link").fetchall()


@pytest.mark.parametrize("name", ["names.txt", "none.csv"])
def test_a_file_that_is_none_is_refused(desk: Path, tmp_path: Path, name: str) -> None:
    """A file of another ending, or that is not there, is refused."""
    with pytest.raises(UsageError):
        run(desk, "entities", "link", str(tmp_path / name))


def test_entities_are_listed(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The list has the entities of a type by how many stories name them."""
    assert run(desk, "entities", "--type", "person", "--named", "bell", "--format", "json") == 0
    assert [row["entity_id"] for row in json.loads(capsys.readouterr().out)] == ["person/ana-bel"]
