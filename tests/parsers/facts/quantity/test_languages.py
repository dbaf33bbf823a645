"""Quantities of German, Turkish, Azerbaijani, French, Spanish and Russian, by the same grammar with tables of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts import extract
from parsers.facts.quantity import translation
from parsers.facts.quantity.german import compound
from parsers.facts.tokens import Tokens
from parsers.model import Fact
from tests.parsers.facts.test_golden_facts import article_of


def quantities(text: str, language: str) -> list[Fact]:
    """The quantities of a text in a language."""
    article, passages = article_of(text, "2024-03-31")
    return [f for f in extract(replace(article, in_language=language), passages).facts if f.kind == "quantity"]


def read(text: str, language: str) -> list[tuple[float, str, str]]:
    """Value, unit and bound of each."""
    return [(round(f.value or 0, 6), f.unit or "", f.bound or "") for f in quantities(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der Gewinn stieg um 7,5 Prozent auf 2,3 Milliarden Euro.", [(7.5, "%", "="), (2.3e9, "EUR", "=")]),
        ("de", "Mindestens zwölf Menschen wurden getötet.", [(12, "{person}", ">=")]),
        ("de", "Rund zweihundertfünfzig Arbeiter und 340.000 Euro.", [(250, "{worker}", "~"), (340000, "EUR", "=")]),
        ("de", "Es gab 12 Tote und 3,5 Mrd. Euro Schaden.", [(12, "{person}", "="), (3.5e9, "EUR", "=")]),
        ("tr", "Firma 2,5 milyar lira ödedi, gelir yüzde 8,5 arttı.", [(2.5e9, "TRY", "="), (8.5, "%", "=")]),
        ("tr", "200'den fazla kişi ve iki buçuk milyon dolar.", [(200, "{person}", ">"), (2.5e6, "USD", "=")]),
        ("az", "Bank 3,5 milyard manat ayırıb, gəlir 7 faiz artıb.", [(3.5e9, "AZN", "="), (7, "%", "=")]),
        ("az", "5 mindən çox insan, 3 mln. manat.", [(5000, "{person}", ">"), (3e6, "AZN", "=")]),
        ("fr", "Plus de 3 000 personnes et 1,4 milliard d'euros.", [(3000, "{person}", ">"), (1.4e9, "EUR", "=")]),
        ("fr", "Quatre-vingt-dix-sept soldats ont reçu 340.000 euros.", [(97, "{soldier}", "="), (340000, "EUR", "=")]),
        ("es", "Invirtió 1.300 millones de euros y creó 2.400 empleos.", [(1.3e9, "EUR", "="), (2400, "{job}", "=")]),
        ("es", "Más de doscientas treinta y dos casas.", [(232, "{house}", ">")]),
        ("ru", "Фирма вложила 2,5 млрд рублей, рост на 8,5%.", [(2.5e9, "RUB", "="), (8.5, "%", "=")]),
        ("ru", "Около 500 тыс. тонн и не менее 3 000 домов.", [(500000, "t", "~"), (3000, "{house}", ">=")]),
        ("ru", "Двести пятьдесят тысяч долларов.", [(250000, "USD", "=")]),
    ],
)
def test_sums_shares_and_counts_are_read(language: str, text: str, expected: list[tuple[float, str, str]]) -> None:
    """Number words, decimal commas, magnitudes, units, currencies and bounds of each language are read."""
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Es gab 14 Tote und 31 Verletzte."),
        ("tr", "14 kişi öldü, 31 kişi yaralandı."),
        ("az", "14 nəfər ölüb, 31 nəfər yaralanıb."),
        ("fr", "Il y a eu 14 morts et 31 blessés."),
        ("es", "Hubo 14 muertos y 31 heridos."),
        ("ru", "Погибли 14 человек, 31 ранены."),
    ],
)
def test_casualties_have_their_outcome(language: str, text: str) -> None:
    """The dead and the injured are people with their outcome in every language."""
    assert [(f.value, f.unit, f.predicate) for f in quantities(text, language)] == [
        (14, "{person}", "dead"),
        (31, "{person}", "injured"),
    ]


@pytest.mark.parametrize(
    ("language", "text"), [("es", "Pagó 1,500 pesos."), ("ru", "Цена 1.500 рублей."), ("de", "Er zahlte 1,500 Euro.")]
)
def test_what_can_be_read_in_two_ways_is_not_filed(language: str, text: str) -> None:
    """A separator that may part thousands or decimals makes no figure."""
    assert read(text, language) == []


@given(st.integers(1, 999_999))
def test_german_number_words_are_taken_apart(number: int) -> None:
    """Every number word below a million has its value."""
    assert compound(german(number)) == (None if number == 1 else number)


def german(number: int) -> str:
    """The number in German words."""
    ones = "- ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
    tens = "- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
    if number >= 1000:
        return german(number // 1000) + "tausend" + (german(number % 1000) if number % 1000 else "")
    if number >= 100:
        return ones[number // 100] + "hundert" + (german(number % 100) if number % 100 else "")
    if number >= 20:
        return (ones[number % 10] + "und" if number % 10 else "") + tens[number // 10]
    return ones[number]


@given(st.sampled_from(translation.LANGUAGES), st.text(alphabet="ab 12,.'%mindenyüztausendсто", max_size=40))
def test_a_view_keeps_the_order_and_the_places_of_the_words(language: str, text: str) -> None:
    """English words of a view stand where the words of the sentence stand, in the same order."""
    tokens = Tokens(text)
    english, origin = translation.view(tokens, language)
    assert [*origin] == sorted(origin)
    assert all(
        0 <= start <= end <= len(text)
        for start, end in zip(english.start[: english.size], english.end[: english.size], strict=True)
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tr", "Tünel 3 bin 563 metre.", (3563, "m")),
        ("tr", "Kasaba 1 milyon 250 bin lira aldı.", (1250000, "TRY")),
        ("az", "Yol 3 min 200 metr.", (3200, "m")),
        ("es", "Hacía 12 grados bajo cero.", (-12, "Cel")),
        ("fr", "Il faisait 12 degrés sous zéro.", (-12, "Cel")),
        ("ru", "Ночью было 12 градусов ниже нуля.", (-12, "Cel")),
        ("de", "Es waren 12 Grad unter null.", (-12, "Cel")),
        ("de", "Zwei Drittel der Mitglieder fehlten.", (0.666667, "{member}")),
        ("es", "Dos tercios de los miembros faltaron.", (0.666667, "{member}")),
        ("de", "Rohöl kostet 85 Dollar je Barrel.", (85, "USD/[bbl_us]")),
        ("ru", "Нефть стоит 71 доллар за баррель.", (71, "USD/[bbl_us]")),
        ("fr", "Le prix est de 25 euros par mois.", (25, "EUR/mo")),
        ("es", "Cuesta 25 euros al mes.", (25, "EUR/mo")),
        ("ru", "Станция дала 320 ГВт·ч.", (320, "GW.h")),
        ("ru", "Мощность станции 1,2 ГВт.", (1.2, "GW")),
    ],
)
def test_numbers_in_two_pieces_signs_and_rates_of_other_languages(
    language: str, text: str, expected: tuple[float, str]
) -> None:
    """A number in two pieces is one, below zero is negative, and what a sum is told per belongs to it."""
    assert [(value, unit) for value, unit, _ in read(text, language)] == [expected]
