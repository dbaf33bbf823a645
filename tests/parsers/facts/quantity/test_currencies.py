"""Currencies: every one of ISO 4217 by code and name, signs and abbreviations, names that several countries share."""

from __future__ import annotations

import pytest

from parsers.facts.quantity.amounts import amount_at
from parsers.facts.quantity.currency_names import MAJOR, names
from parsers.facts.tokens import Tokens
from tests.parsers.facts.quantity.test_quantity import quantities, read

OWN_CODES = sorted(names().codes - {"BTC", "XAU"})


def money(text: str) -> list[tuple[float, str]]:
    """Value and unit of each quantity."""
    return [(r[0], r[2]) for r in read(text)]


def test_every_code_of_iso_4217_is_read_before_and_behind_a_sum() -> None:
    """A sum with a code is money of that code, on either side."""
    assert OWN_CODES
    for code in OWN_CODES:
        assert money(f"They paid {code} 2,500 to it.") == [(2500, code)]
        assert money(f"They paid 2,500 {code} to it.") == [(2500, code)]


def test_every_currency_is_read_by_country_and_name() -> None:
    """ "Kenyan shillings" and the like, 1,600 names in all, are money of that country."""
    for name, code in names().full.items():
        amount = amount_at(Tokens(f"40 million {' '.join(name)}"), 0)
        assert amount is not None
        assert amount.unit is not None
        assert (amount.value, amount.unit.code) == (4e7, code)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They paid Ksh 4.5bn.", (4.5e9, "KES")),
        ("They paid Kshs 3 billion.", (3e9, "KES")),
        ("They paid TSh 300m.", (3e8, "TZS")),
        ("They paid USh 5bn.", (5e9, "UGX")),
        ("They paid A$12bn.", (1.2e10, "AUD")),
        ("They paid NT$30,000.", (30000, "TWD")),
        ("They paid N$20m.", (2e7, "NAD")),
        ("They paid R450m.", (4.5e8, "ZAR")),
        ("They paid GH¢5 million.", (5e6, "GHS")),
        ("They paid ₦45 billion.", (4.5e10, "NGN")),
        ("They paid ₫20 trillion.", (2e13, "VND")),
        ("They paid 250 zł.", (250, "PLN")),
        ("They paid 300 Kč.", (300, "CZK")),
        ("They paid 12,000 Ft.", (12000, "HUF")),
        ("They paid 30 million N.Z. dlrs.", (3e7, "NZD")),
        ("A $1.2-billion pipe was laid.", (1.2e9, "USD")),
        ("They paid 12 euro cents.", (12, "{cent}")),
    ],
)
def test_signs_and_abbreviations_name_one_currency(text: str, expected: tuple[float, str]) -> None:
    """Signs, letters before a sign and abbreviations are read with their country; an article is no letter of a dollar."""
    assert money(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uganda set aside 900 billion shillings.", "UGX"),
        ("He paid 40,000 shillings in Mombasa.", "KES"),
        ("Serbia will lend 30 million dinars.", "RSD"),
        ("The Iraqi cabinet freed 2 trillion dinars.", "IQD"),
        ("Senegal got 40 billion CFA francs.", "XOF"),
        ("The Philippine bank sold 5 billion pesos.", "PHP"),
        ("Egypt spent 3 billion pounds on bread.", "EGP"),
        ("North Korea paid 5,000 won.", "KPW"),
        ("The Czech firm paid 90 million crowns.", "CZK"),
        ("Pakistan needs 300 billion rupees.", "PKR"),
        ("They spent 300 million rupees.", "{rupee}"),
        ("They spent 300 crore rupees.", "INR"),
        ("They spent 300 million shillings.", "{shilling}"),
        ("They spent 300 million dinars.", "{dinar}"),
        ("They spent 300 million francs.", "{franc}"),
        ("Jordan and Kuwait each paid 5 million dinars.", "{dinar}"),
        ("They spent 300 million pounds.", "GBP"),
        ("They spent ZQ$ 45 million.", "{ZQ$}"),
    ],
)
def test_shared_names_are_decided_by_the_country_spoken_of_or_stay_open(text: str, expected: str) -> None:
    """A dinar is of the one country spoken of that has it; with none, or several, its name is the unit."""
    assert [unit for _, unit in money(text)] == [expected]


def test_the_country_may_be_named_elsewhere_in_the_article() -> None:
    """Where the sentence names no country, the article does."""
    text = "The Kenyan treasury met on Monday.\nIt set aside 40 million shillings."
    assert money(text) == [(4e7, "KES")]


def test_ordinary_words_are_no_money() -> None:
    """A verb or a mark of school behind a number is no currency."""
    assert money("Sat 7 won and Eve 12 lost.") == []
    assert money("They won 7 marks of honour.") != [(7, "DEM")]


def test_codes_that_are_words_need_a_sum() -> None:
    """A code that may be a word is money only before thousands, decimals or a magnitude."""
    assert "TOP" not in MAJOR
    assert money("The TOP 10 list is out.") == []


def test_pounds_are_money_or_weight_by_what_is_told() -> None:
    """Savings are in sterling, cocaine and people are weighed."""
    assert money("A saving of 320,000 pounds a year was found.") == [(320000, "GBP/a")]
    assert money("They seized 2 million pounds of cocaine.") == [(2e6, "[lb_av]")]
    assert money("She weighs 140 pounds.") == [(140, "[lb_av]")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile lent 3 mil millones de pesos.", [(3e9, "CLP")]),
        ("The fair cost 7 mil euros.", [(7e3, "EUR")]),
        ("The canton paid CHF 2,6 Mia. for it.", [(2.6e9, "CHF")]),
        ("The loss was 4,1 milliards d'euros.", [(4.1e9, "EUR")]),
        ("Turin borrowed 1,25 miliardi di euro.", [(1.25e9, "EUR")]),
        ("Poland paid 9 mld zl.", [(9e9, "PLN")]),
        ("It cost 6 mdr kronor.", [(6e9, "SEK")]),
        ("It cost Rp 3,5 triliun.", [(3.5e12, "IDR")]),
        ("It cost Rp 8 miliar.", [(8e9, "IDR")]),
        ("It cost Rp9 juta.", [(9e6, "IDR")]),
        ("It cost R$ 2,7 bi.", [(2.7e9, "BRL")]),
        ("It cost R$ 4 tri.", [(4e12, "BRL")]),
        ("It cost R$ 15 mi.", [(15e6, "BRL")]),
        ("Nigeria paid N320bn for fuel.", [(3.2e11, "NGN")]),
        ("Bolivia paid Bs 40 million for it.", [(4e7, "BOB")]),
        ("Bolivia paid Bs. 40 million for it.", [(4e7, "BOB")]),
        ("Venezuela paid Bs 40 million for it.", [(4e7, "VES")]),
    ],
)
def test_magnitudes_of_other_languages_multiply_a_sum(text: str, expected: list[tuple[float, str]]) -> None:
    """Thousands, millions and billions as Romance, Germanic, Slavic and Indonesian print writes them; letters by country."""
    assert money(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They lent PKR 30 arab for it.",
        "They lent 30 arab rupees for it.",
        "It cost €6 milj in all.",
        "It cost $7 tlj in all.",
        "They paid N320bn for fuel.",
        "Lot N320 was sold in Nigeria.",
    ],
)
def test_a_sum_with_an_unknown_magnitude_is_refused(text: str) -> None:
    """A word that looks like a magnitude and is in no table makes the sum unknown: its bare number is not filed."""
    assert money(text) == []


@pytest.mark.parametrize(
    "text", ["A $30 million bill passed.", "A $5 bill lay there.", "It is $60 bbl.", "It sold a $300 tv set."]
)
def test_words_behind_a_sum_that_are_no_magnitudes_keep_it(text: str) -> None:
    """English nouns and units behind a sum leave it as it is."""
    assert [unit for _, unit in money(text)] == ["USD"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council paid $3 million.", ("USD", "certain")),
        ("The harbour in Sydney lost $3 million, Australian officials in Perth said.", ("{dollar}", "certain")),
        ("The bill was 40 cents a head in Perth, officials in Sydney said.", ("{cent}/{person}", "certain")),
        ("Ottawa spends $3 million.", ("USD", "likely")),
        ("Sydney and Perth lost $3 million after an American firm left.", ("USD", "likely")),
        ("Sydney and Perth lost A$9 million, or $3 million, it said.", ("AUD", "certain")),
        ("Sydney and Perth lost $3 million, with US$9 million to come.", ("{dollar}", "certain")),
    ],
)
def test_a_dollar_without_a_country_is_american_only_where_no_other_is_as_likely(
    text: str, expected: tuple[str, str]
) -> None:
    """Where an article speaks of another country of a dollar, and not of the United States, whose dollar stays open."""
    found = quantities(text)[0]
    assert (found.unit, found.certainty) == expected
