"""Wholes of shares, years, ends of stretches and ages in other languages: right, or not filed."""

from __future__ import annotations

import pytest

from tests.parsers.facts.quantity.test_languages import quantities


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Zwei von drei Kindern leben dort.", []),
        ("es", "Uno de cada cinco hogares está afectado.", []),
        ("tr", "2 bin ile 3 bin arasında kişi yürüdü.", []),
        ("fr", "Le groupe recrutera d'ici à 2030.", []),
        ("fr", "Le budget passe de 3 à 4 millions d'euros.", [(3e6, None, "EUR"), (4e6, None, "EUR")]),
        ("es", "El presupuesto pasa de 3 a 4 millones de euros.", [(3e6, None, "EUR"), (4e6, None, "EUR")]),
        ("ru", "Компания сократит 4500 рабочих мест.", [(4500, None, "{job}")]),
        ("ru", "На заводе 4500 рабочих.", [(4500, None, "{worker}")]),
    ],
)
def test_no_wrong_figure(language: str, text: str, expected: list[tuple[float, float | None, str]]) -> None:
    """A whole is not the figure, a change no range, a workplace no worker."""
    assert [(f.value, f.value_high, f.unit) for f in quantities(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le conducteur, âgé de 34 ans, est mort."),
        ("es", "El conductor, de 34 años, murió."),
        ("de", "Ein Fahrer im Alter von 34 Jahren starb."),
    ],
)
def test_ages(language: str, text: str) -> None:
    """Years behind the words of an age are one."""
    assert [(f.value, f.subtype) for f in quantities(text, language)] == [(34, "age")]


def test_an_end_of_a_change_is_no_bound() -> None:
    """ "опустилась до" leads to a value, "2030-cu ilə qədər" to a time: neither bounds the figure."""
    assert quantities("Температура опустилась до минус 12 градусов.", "ru")[0].bound == "="
    (found,) = quantities("Şirkət 2030-cu ilə qədər 4 min 500 nəfəri işdən çıxaracaq.", "az")
    assert (found.value, found.bound) == (4500, "=")
