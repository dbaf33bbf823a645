"""What sites print around articles, or instead of them, never makes one story of two texts, in sixteen languages."""

from __future__ import annotations

import json
import random
import tomllib
from pathlib import Path

import pytest

from parsers.syndication import stubs, visitor_talk
from tests.filing import file_paths
from warehouse.database.place import Place
from warehouse.database.store import reading

FURNITURE = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8"))
"""Language, then kind (wall, teaser, foot), then the words."""

NEWS = {
    "de": "Der Verlag hatte Cookies ohne Einwilligung gesetzt und muss 40.000 Euro zahlen, urteilte das Gericht in Tarnheim am Montag. Die Richterin sprach von einem klaren Verstoß gegen das Gesetz.",
    "fr": "Le tribunal de Velmont a condamné lundi un éditeur qui déposait des traceurs sans accord. La société versera 40 000 euros et a annoncé un recours devant la cour d'appel.",
    "es": "El diario de Ordella perdió en marzo uno de cada diez lectores de pago, según el informe anual. La dirección prepara un plan para recuperar ventas antes del verano.",
    "ru": "Суд в Велегорске оштрафовал издательство за рассылку рекламы без разрешения читателей. Компания заплатит сорок тысяч и намерена обжаловать решение до конца месяца.",
    "tr": "Velikent mahkemesi pazartesi günü bir yayınevine kırk bin lira ceza verdi. Şirket karara itiraz edeceğini ve yeni bir yöntem deneyeceğini açıkladı.",
}


def words_like(text: str, chance: random.Random, count: int) -> str:
    """Sentences of words that nobody knows, in the letters of a text."""
    letters = [ch for ch in text.lower() if ch.isalpha()]
    made = ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(count)]
    parts = [" ".join(made[at : at + 9]).capitalize() + "." for at in range(0, count, 9)]
    return " ".join(parts)


def article(language: str, kind: str, outlet: str, seed: int) -> dict[str, str]:
    """A short text of one outlet with the same furniture behind it, or before it for a wall."""
    furniture = FURNITURE[language][kind]
    body = words_like(furniture, random.Random(f"{language} {kind} {seed}"), 36)
    return {
        "@type": "NewsArticle",
        "headline": f"{body.split('.')[0][:40]} {seed}",
        "articleBody": f"{furniture}\n\n{body}" if kind == "wall" else f"{body}\n\n{furniture}",
        "datePublished": f"2025-04-{10 + seed:02d}T08:00:00Z",
        "publisher": outlet,
        "inLanguage": language,
    }


def stories(folder: Path, batches: list[list[dict[str, str]]]) -> tuple[int, int]:
    """How many stories and articles there are after these batches."""
    place = Place.at(folder / "desk.duckdb")
    for n, batch in enumerate(batches):
        path = folder / f"{n}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in batch), encoding="utf-8")
        file_paths(place, [str(path)])
    with reading(place) as warehouse:
        query = "select count(distinct story_id), count(*) from article"
        found = warehouse.connection.execute(query).fetchall()
    return found[0][0], found[0][1]


@pytest.mark.parametrize("outlets", [("Herald", "Herald"), ("Herald", "Courier")])
def test_furniture_glues_no_stories(tmp_path: Path, outlets: tuple[str, str]) -> None:
    """Two short texts with the same wall, teaser or foot are two stories: of one outlet or of two."""
    made = [
        article(language, kind, outlet, n)
        for language in FURNITURE
        for kind in ("wall", "teaser", "foot")
        for n, outlet in enumerate(outlets)
    ]
    assert stories(tmp_path, [made]) == (len(made), len(made))


@pytest.mark.parametrize("seed", range(3))
def test_any_subset_in_any_order(tmp_path: Path, seed: int) -> None:
    """Any subset in any order and any batches: as many stories as texts."""
    chance = random.Random(seed)
    made = [article(language, kind, f"Outlet {n % 3}", n) for language in FURNITURE for kind in ("wall", "teaser", "foot") for n in range(4)]  # fmt: skip
    some = chance.sample(made, 40)
    cut = chance.randrange(1, 39)
    assert stories(tmp_path, [some[:cut], some[cut:]]) == (40, 40)


@pytest.mark.parametrize("language", FURNITURE)
def test_a_copy_with_furniture_is_a_copy(language: str) -> None:
    """What is left without the furniture is the text itself, whatever is printed around it."""
    body = words_like(FURNITURE[language]["foot"], random.Random(language), 40)
    assert visitor_talk.without(f"{body}\n{FURNITURE[language]['teaser']}").split() == body.split()


@pytest.mark.parametrize("kind", ["wall", "teaser"])
@pytest.mark.parametrize("language", FURNITURE)
def test_furniture_alone_is_no_article(language: str, kind: str) -> None:
    """A page that holds nothing but a wall or an offer is recognised as a stub."""
    assert stubs.reason(FURNITURE[language][kind])


@pytest.mark.parametrize("language", NEWS)
def test_news_about_such_things_is_news(language: str) -> None:
    """A report about consent, readers who pay or newsletters is an article, and all of it counts."""
    assert stubs.reason(NEWS[language]) is None
    assert visitor_talk.share(NEWS[language]) < 0.6
