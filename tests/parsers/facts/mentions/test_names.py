"""One person keeps one id, however a newspaper spells the name."""

import pytest

from parsers.facts.mentions import find
from parsers.facts.mentions.names import entity_id, sound


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ilham Aliyev", "İlham Əliyev", "Ильхам Алиев", "Ilham Aliev"),
        ("Hikmat Hajiyev", "Hikmet Hajiyev", "Hikmət Hacıyev"),
        ("Mohammed Salman", "Muhammad Salman", "Mohamed Salman"),
        ("Sergei Lavrov", "Sergey Lavrov", "Сергей Лавров"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy"),
        ("Recep Erdoğan", "Recep Erdogan"),
    ],
)
def test_spellings_of_a_person_meet(spellings: tuple[str, ...]) -> None:
    """Case, diacritics, scripts and romanisations fold into one id."""
    assert len({entity_id("person", name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Alan Bell", "Alan Ball"), ("Dan Poe", "Don Poe"), ("Ann Lee", "Ann Leigh-Marsh")]
)
def test_different_people_stay_apart(one: str, other: str) -> None:
    """Names that differ in more than a romanisation have different ids."""
    assert entity_id("person", one) != entity_id("person", other)


def test_legal_forms_and_articles_do_not_count() -> None:
    """A company keeps its id with and without its legal form, a body with and without its article."""
    assert entity_id("organisation", "Halden Tyres Co. Ltd") == entity_id("organisation", "Halden Tyres")
    assert entity_id("organisation", "The Ministry of Energy") == entity_id("organisation", "Ministry of Energy")


def test_a_common_word_sounds_as_it_is_written() -> None:
    """Words without a sign of any romanisation keep their letters; only doubled ones are folded, whatever else is."""
    assert sound("berlin") == "berlin"
    assert sound("anna") == "ana"
    assert sound("khachaturyan") == sound("hachaturian")


def test_an_initial_that_is_also_a_word_belongs_to_the_name() -> None:
    """A and I between a given name and a surname are initials."""
    for name in ("Luis A. Prado", "Luis I. Prado", "Luis B. Prado"):
        body = f"The bank said {name} spoke."
        assert [(m.surface, m.entity_type) for m in find(body, ((0, len(body)),))] == [(name, "person")]
