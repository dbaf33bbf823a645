"""Coming days, parts of days and decades in other languages."""

from __future__ import annotations

import pytest

from tests.parsers.facts.time.reading import values


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Regel tritt am 1. Juli in Kraft.", ["2021-07-01"]),
        ("de", "Die Abstimmung findet am 26. September statt.", ["2021-09-26"]),
        ("fr", "La règle entrera en vigueur le 1er juillet, dit-elle.", ["2021-07-01"]),
        ("fr", "Le 1er juillet, la règle entrera en vigueur.", ["2021-07-01"]),
        ("es", "La norma entrará en vigor el 1 de julio.", ["2021-07-01"]),
        ("es", "El plazo vence el 30 de septiembre.", ["2021-09-30"]),
        ("ru", "Правило вступит в силу 1 июля.", ["2021-07-01"]),
        ("tr", "Kural 1 Temmuz'da yürürlüğe girecek.", ["2021-07-01"]),
        ("az", "Qayda iyulun 1-də qüvvəyə minəcək.", ["2021-07-01"]),
        ("de", "Die Rektorin, am 3. Mai gewählt, wird den Plan vorstellen.", ["2021-05-03"]),
        ("fr", "La rectrice, élue le 3 mai, présentera son plan.", ["2021-05-03"]),
        ("es", "La rectora, elegida el 3 de mayo, presentará su plan.", ["2021-05-03"]),
        ("ru", "Ректор, избранная 3 мая, представит план.", ["2021-05-03"]),
    ],
)
def test_a_day_lies_ahead_where_its_own_clause_says_so(language: str, text: str, expected: list[str]) -> None:
    """Verbs of the future place the days of their clause, and none of another clause."""
    assert values(text, "2021-06-17", language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am Dienstagabend brannte es.", "2021-06-15TEV"),
        ("de", "Gestern Abend brannte es.", "2021-06-16TEV"),
        ("fr", "Lundi matin, il a plu.", "2021-06-14TMO"),
        ("ru", "Вчера вечером шел дождь.", "2021-06-16TEV"),
        ("tr", "Dün akşam yağmur yağdı.", "2021-06-16TEV"),
        ("az", "Dünən axşam yağış yağıb.", "2021-06-16TEV"),
        ("tr", "1990'lı yıllarda büyüdü.", "199"),
        ("tr", "2025 sonuna kadar bitecek.", "2025"),
        ("es", "En los años noventa creció.", "199"),
    ],
)
def test_parts_of_days_and_decades_belong_to_their_time(language: str, text: str, expected: str) -> None:
    """The part of a day behind a day is a part of the time, and a decade is not its first year."""
    assert values(text, "2021-06-17", language) == [expected]


def test_a_value_reached_is_no_deadline() -> None:
    """ "hasta" before a figure does not put a month ahead; "d'ici à" leads to a year."""
    assert values("El paro bajó un 1,2 % en febrero hasta 2,76 millones.", "2024-03-13", "es") == ["2024-02"]
    assert values("Le groupe recrutera 40 cadres d'ici à 2030.", "2024-03-13", "fr") == ["2030"]
