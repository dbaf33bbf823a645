"""Times in German, French, Spanish, Russian, Turkish and Azerbaijani."""

from __future__ import annotations

import pytest

from parsers.facts.time.tongues import TONGUES
from tests.parsers.facts.time.reading import stretches, values

PUBLISHED = "2024-03-31"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am 12. März 2024 trafen sie sich.", ["2024-03-12"]),
        ("de", "Die Sitzung am Dienstag, 5. März, war lang.", ["2024-03-05"]),
        ("de", "Vom 3. bis 5. Juni 2023 tagten sie.", ["2023-06-03/2023-06-05"]),
        ("de", "Im dritten Quartal 2023 sank der Umsatz.", ["2023-Q3"]),
        ("de", "Das Werk wird im Mai eröffnet.", ["2024-05"]),
        (
            "de",
            "Das war vor drei Jahren, in den 1990er Jahren, gestern und letzte Woche.",
            ["2021", "199", "2024-03-30", "2024-W12"],
        ),
        ("de", "Um 18.30 Uhr endet es.", ["T18:30"]),
        ("fr", "Le 1er janvier 2020, puis du 3 au 5 mars.", ["2020-01-01", "2024-03-03/2024-03-05"]),
        ("fr", "La semaine dernière, il y a trois ans, dans les années 1990.", ["2024-W12", "2021", "199"]),
        ("fr", "Le sommet aura lieu en mai à 14h30.", ["2024-05", "T14:30"]),
        ("fr", "Au troisième trimestre 2023, puis l'année prochaine.", ["2023-Q3", "2025"]),
        ("es", "El 12 de marzo de 2024 firmaron.", ["2024-03-12"]),
        ("es", "Del 3 al 5 de marzo, la semana pasada y ayer.", ["2024-03-03/2024-03-05", "2024-W12", "2024-03-30"]),
        ("es", "La cumbre será el martes a las 18:30 horas.", ["2024-04-02", "T18:30"]),
        ("es", "En el tercer trimestre de 2023 cayó.", ["2023-Q3"]),
        ("ru", "С января по март 2023 года, в 2019 году.", ["2023-01/2023-03", "2019"]),
        ("ru", "Три года назад, на прошлой неделе, во вторник.", ["2021", "2024-W12", "2024-03-26"]),
        ("ru", "Саммит пройдет в мае в 18:30.", ["2024-05", "T18:30"]),
        ("tr", "12 Mart 2024'te imzaladılar.", ["2024-03-12"]),
        ("tr", "2023'ün üçüncü çeyreğinde, geçen hafta, salı günü.", ["2023-Q3", "2024-W12", "2024-03-26"]),
        ("tr", "Zirve mayıs ayında yapılacak.", ["2024-05"]),
        ("az", "2019-cu ildə, keçən həftə, bazar ertəsi.", ["2019", "2024-W12", "2024-03-25"]),
        ("az", "2023-cü ilin üçüncü rübündə, iyunun 5-də.", ["2023-Q3", "2023-06-05"]),
    ],
)
def test_dates_of_other_languages_are_read_by_their_tables(language: str, text: str, expected: list[str]) -> None:
    """Days, months, years, quarters, weekdays and distances are read in each language that has tables."""
    assert values(text, PUBLISHED, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("de", "Anfang 2025 beginnt der Bau.", "2025-01-01", "2025-05-01"),
        ("fr", "À la mi-mars, il pleuvait.", "2024-03-11", "2024-03-22"),
        ("es", "Abrirá a finales de 2025.", "2025-09-01", "2026-01-01"),
        ("ru", "К концу 2030 года их будет 40.", "2030-09-01", "2031-01-01"),
        ("tr", "2024 yılı sonunda açılacak.", "2024-09-01", "2025-01-01"),
    ],
)
def test_parts_of_years_and_months_in_other_languages(language: str, text: str, start: str, end: str) -> None:
    """The beginning, middle and end of a period are narrowed there too."""
    ((_, first, last),) = stretches(text, PUBLISHED, language)
    assert (first, last) == (start, end)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "2000 Menschen kamen."),
        ("fr", "Il court en 2000 mètres."),
        ("tr", "Pazar açıldı."),
        ("az", "Bazar açıldı."),
        ("ru", "2000 человек пришли."),
    ],
)
def test_counts_and_markets_are_no_times_in_other_languages(language: str, text: str) -> None:
    """Counted things and words with two meanings raise nothing."""
    assert values(text, PUBLISHED, language) == []


@pytest.mark.parametrize("language", sorted(TONGUES))
def test_every_language_names_its_months(language: str) -> None:
    """Each table has all twelve months."""
    assert set(TONGUES[language].months.values()) == set(range(1, 13))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Nach Ostern 2023 kam Karl, an Silvester Anna.", ["2023-04-09", "2023-12-31"]),
        ("fr", "Le marché a fermé à Noël et le lundi de Pâques 2023.", ["2023-12-25", "2023-04-10"]),
        ("es", "La tienda cerró en Nochebuena y el Viernes Santo de 2023.", ["2023-12-24", "2023-04-07"]),
        ("ru", "Магазины закрылись на Рождество и ко Дню Победы.", ["2024-01-07", "2023-05-09"]),
        ("tr", "Cumhuriyet Bayramı'nda yürüdüler.", ["2023-10-29"]),
        ("az", "Zəfər günündə toplaşdılar.", ["2023-11-08"]),
        ("de", "Die neue Brücke wird an Weihnachten eröffnet.", ["2024-12-25"]),
    ],
)
def test_holidays_of_other_languages_are_days(language: str, text: str, expected: list[str]) -> None:
    """Fixed and movable holidays are read by their names in each language, the last one unless the future is spoken of."""
    assert values(text, PUBLISHED, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Im Geschäftsjahr 2023/24 stieg der Umsatz.", ["FY2024"]),
        ("fr", "Sur l'exercice 2023, puis l'année fiscale 2022.", ["FY2023", "FY2022"]),
        ("es", "En el ejercicio fiscal 2023 y el año fiscal de 2022.", ["FY2023", "FY2022"]),
        ("ru", "В 2023 финансовом году выручка выросла.", ["FY2023"]),
        ("tr", "2023 mali yılında gelir arttı.", ["FY2023"]),
        ("az", "2023-cü maliyyə ilində gəlir artdı.", ["FY2023"]),
    ],
)
def test_fiscal_years_of_other_languages_are_known_by_number(language: str, text: str, expected: list[str]) -> None:
    """A fiscal year has the number of the year it ends in, and no stretch of days."""
    assert values(text, PUBLISHED, language) == expected
    assert all(start is None for _, start, _ in stretches(text, PUBLISHED, language))
