"""People, organisations, places and programmes are found in plain newspaper prose."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.mentions import find
from parsers.model import Mention
from parsers.sentences import boundaries


def _mentions(body: str) -> tuple[Mention, ...]:
    return find(body, tuple(boundaries(body, 0, len(body))))


def _named(body: str) -> set[tuple[str, str]]:
    return {(m.entity_type, m.name) for m in _mentions(body)}


def test_titles_show_people() -> None:
    """What follows a title is a person, and the title's own words are not part of the name."""
    found = _named("The Minister of Energy Tarlan Osmanov met Norwegian Prime Minister Kari Solheim and Dr. Quist.")
    assert {("person", "Tarlan Osmanov"), ("person", "Kari Solheim"), ("person", "Quist")} <= found


def test_short_forms_carry_the_full_name() -> None:
    """A surname, a title with a surname and part of a long name all get the entity of the full name."""
    found = _mentions("Maria Lopez Varga opened the hall. President Varga spoke. Later Lopez Varga left.")
    assert {m.name for m in found if m.entity_type == "person"} == {"Maria Lopez Varga"}
    assert len({m.entity_id for m in found if m.entity_type == "person"}) == 1


def test_heads_and_legal_forms_show_organisations() -> None:
    """Ministries, banks, universities and companies are organisations with their whole names."""
    found = _named("The Ministry of Trade and Industry paid Halden Tyre Group Co. Ltd and the University of Lund.")
    assert {
        ("organisation", n)
        for n in ("Ministry of Trade and Industry", "Halden Tyre Group Co. Ltd", "University of Lund")
    } <= found


def test_a_possessive_country_belongs_to_the_name_of_its_ministry() -> None:
    """`Norway's Ministry of Health` and `the Ministry of Health of Norway` are one entity of country NO."""
    found = [
        m
        for m in _mentions("Norway's Ministry of Health agreed. The Ministry of Health of Norway paid.")
        if m.entity_type == "organisation"
    ]
    assert len({m.entity_id for m in found}) == 1
    assert {m.country for m in found} == {"NO"}


def test_countries_have_their_iso_code() -> None:
    """Countries by any of their names have one entity and their ISO 3166 code; cities the code of their country."""
    found = {
        m.surface: m for m in _mentions("Ships sailed from Turkey, Türkiye and Baku to the People's Republic of China.")
    }
    assert found["Turkey"].entity_id == found["Türkiye"].entity_id
    assert found["Turkey"].country == "TR"
    assert found["Baku"].country == "AZ"
    assert found["People's Republic of China"].country == "CN"


def test_bracketed_short_forms_stand_for_the_name() -> None:
    """An acronym in brackets behind a name is that name for the rest of the article."""
    found = _mentions("The Northern Harbour Initiative (NHI) began. The NHI grew.")
    assert {m.name for m in found} == {"Northern Harbour Initiative"}


def test_zones_grades_and_legal_forms_are_no_names() -> None:
    """A zone of time, a grade of credit, people by what they do, and a legal form that a comma cut off name nobody."""
    found = _named(
        "The offer ends at 1630 EST (2130 GMT). The bonds of Harlow, Quill and Co Inc are rated Aaa. Officials of Brenna Foods Co Ltd "
        "came, and Traders Bank paid."
    )
    assert {n for _, n in found} >= {"Brenna Foods Co Ltd", "Traders Bank"}
    assert not {n for _, n in found} & {"EST", "GMT", "Aaa", "Officials", "Co Inc"}


def test_opening_words_are_no_names() -> None:
    """A capital that only opens a sentence makes no name; points of the compass and mixed adjectives neither."""
    assert _named("Discussions went on. Trade grew. Hosting was hard. Chinese-Norwegian ties improved.") == set()


@given(st.text(alphabet="AaBb .,'’(“)of and\n-1", max_size=300))
def test_mentions_are_sorted_disjoint_and_hold(body: str) -> None:
    """On any text, mentions are in order, do not overlap, and their surface is what stands there."""
    found = _mentions(body)
    assert all(m.surface == body[m.start_char : m.end_char] for m in found)
    assert all(a.end_char <= b.start_char for a, b in pairwise(found))


def test_a_name_ends_with_its_sentence() -> None:
    """Capitalised words with only a space between them are two names where a sentence begins between them."""
    body = "They met in Washington D.C. Ann Poole spoke there, and Ann Poole left."
    first, second = body.index("Ann"), len(body)
    found = find(body, ((0, first - 1), (first, second)))
    assert ("person", "Ann Poole") in {(m.entity_type, m.surface) for m in found}
    assert not any(m.start_char < first < m.end_char for m in found)


def test_namesakes_are_told_apart_by_their_form_of_address() -> None:
    """`Mr` and `Mrs` before a surname that a man and a woman of the article share mean the one of that sex."""
    found = _mentions("Maria Varga met Peter Varga. Later Mr. Varga spoke, and Mrs. Varga left.")
    assert [m.name for m in found if m.surface == "Varga"] == ["Peter Varga", "Maria Varga"]


def test_one_name_behind_a_title_is_a_person_everywhere() -> None:
    """Whom the article calls by one name behind a title stays a person where the name stands alone."""
    found = _mentions("Pope Valerius spoke. Later Valerius left, and the crowd cheered Valerius.")
    assert {(m.entity_type, m.entity_id) for m in found if m.surface == "Valerius"} == {("person", "person/valerius")}


def test_a_given_name_that_speaks_is_a_person() -> None:
    """A given name that stands alone and speaks is a person, not a body."""
    found = _named("It was dark, said Beatriz, who runs the shop. Later Beatriz left, and we saw Beatriz again.")
    assert ("person", "Beatriz") in found


def test_letters_behind_a_name_are_no_part_of_it() -> None:
    """Silk, honours, degrees and seats behind a name are in the surface of the mention only; `Jr` is part of the name."""
    for text, name in (
        ("The court heard Ulf Brandvik QC on Monday.", "Ulf Brandvik"),
        ("The court heard Zorko Plimba KC on Monday.", "Zorko Plimba"),
        ("They met Maria Varga AM CBE and left.", "Maria Varga"),
        ("They met Maria Varga PhD and left.", "Maria Varga"),
        ("They met Peter Varga MP and left.", "Peter Varga"),
        ("They met Peter Varga Jr and left.", "Peter Varga Jr"),
    ):
        assert ("person", name) in _named(text), text
    assert not any(kind == "person" for kind, _ in _named("They met the board of Halden Mining SC and left."))


def test_a_servant_name_is_whole() -> None:
    """`Abdel`, `Abdul` and their spellings begin a given name of two words."""
    for name in ("Abdel Aziz al-Harun", "Abdul Karim Harun", "Abdal Latif Harun", "Abdel-Karim Harun"):
        assert ("person", name) in _named(f"The guards met {name} in town."), name
