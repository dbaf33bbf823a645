"""Who is an author by what markup, feed or record calls one."""

from __future__ import annotations

import pytest

from parsers.fields.stated import stated_people

BOTH = ("Ina Berg", "Jon Varn")


@pytest.mark.parametrize(
    "printed",
    [
        "Ina Berg and Jon Varn", "Ina Berg, Jon Varn", "Ina Berg & Jon Varn", "Ina Berg/Jon Varn", "Ina Berg | Jon Varn", "Ina Berg; Jon Varn", "Ina Berg und Jon Varn, dpa", "Ina Berg (ib) und Jon Varn (jv)",
        "Von Ina Berg und Jon Varn, Nairobi", "Ina Berg og Jon Varn", "Ina Berg och Jon Varn", "Ina Berg ja Jon Varn", "Ina Berg i Jon Varn (PAP)", "Ina Berg y Jon Varn", "Ina Berg e Jon Varn", "Ina Berg et Jon Varn (avec AFP)", "Ina Berg ve Jon Varn",
        "By Ina Berg, Senior Reporter, and Jon Varn", "Ina Berg in Oslo, Jon Varn in Varna", "Ina Berg, Reuters, Jon Varn, AP", "Written by: Ina Berg; Jon Varn", "Ina Berg <ina@post.example>, Jon Varn @jon", "Ina Berg with Jon Varn in Rome",
    ],
)  # fmt: skip
def test_two_people_are_two_however_they_are_joined(printed: str) -> None:
    """Whatever joins them or is beside them, each name is read, and nothing else is."""
    assert stated_people(printed) == BOTH


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Berg, Ina", "Ina Berg"), ("Berg, Ina K.", "Ina K. Berg"), ("Ina Berg, Political Editor", "Ina Berg"), ("Ina Berg for the Packet", "Ina Berg"), ("Ina Berg with agencies", "Ina Berg"), ("Ina Berg mit dpa", "Ina Berg"), ("Ina Berg Staff Writer", "Ina Berg"),
        ("ina.berg@post.example (Ina Berg)", "Ina Berg"), ("Ina Berg, New York", "Ina Berg"), ("Ina Berg - Varn", "Ina Berg"), ("Ina Berg, PhD", "Ina Berg"), ("Ina Berg DPA", "Ina Berg"), ("INA BERG", "Ina Berg"), ("Jean d’Ost", "Jean d’Ost"),
        ("José Ortega y Gasset", "José Ortega y Gasset"), ("Автор: Инна Берг", "Инна Берг"), ("Инна Берг, ТАСС", "Инна Берг"), ("김철수 기자", "김철수"), ("남궁민수", "남궁민수"), ("记者 王小明", "王小明"), ("新华社记者 王小明", "王小明"), ("山田太郎", "山田太郎"),
        ("山田 太郎", "山田 太郎"), ("بقلم: محمد أحمد", "محمد أحمد"), ("राम कुमार", "राम कुमार"), ("გიორგი ბერიძე", "გიორგი ბერიძე"), ("Γιώργος Παπαδόπουλος", "Γιώργος Παπαδόπουλος"), ("דוד כהן", "דוד כהן"),
        ("Contributing writer Ina Berg", "Ina Berg"), ("INA BERG Associated Press", "Ina Berg"), ("By Ina Berg Published 3 May 2024", "Ina Berg"), ("Ina Berg May 3, 2024", "Ina Berg"), ("文=山田太郎", "山田太郎"), ("โดย สมศรี แก้วใส", "สมศรี แก้วใส"),
        ("Της Μαρίας Νικολάου", "Μαρίας Νικολάου"), ("Հեղինակ՝ Արամ Պետրոսյան", "Արամ Պետրոսյան"), ("ሰላም ተስፋዬ", "ሰላም ተስፋዬ"),
    ],
)  # fmt: skip
def test_one_person_is_read_without_what_is_beside(printed: str, name: str) -> None:
    """Labels, roles, places, agencies and addresses are no part of a name, in any script."""
    assert stated_people(printed) == (name,)


def test_several_in_scripts_without_capitals() -> None:
    """Each script has signs of its own between names."""
    assert stated_people("王小明、李华") == ("王小明", "李华")
    assert stated_people("김철수, 이영희 기자") == ("김철수", "이영희")
    assert stated_people("नीना शर्मा, राम कुमार") == ("नीना शर्मा", "राम कुमार")
    assert stated_people("محمد أحمد، سارة علي") == ("محمد أحمد", "سارة علي")


@pytest.mark.parametrize(
    "printed",
    [
        "Reuters", "dpa", "Reuters Staff", "The Associated Press", "Deutsche Presse-Agentur", "Agencia Norte", "Agence France-Presse", "La Rédaction", "Redaktion", "Redacción Central", "Die Woche", "El Faro", "Le Matin", "Varner Zeitung", "Gazeta Varn",
        "Web Desk", "Staff Reporter", "Our Special Correspondent", "New York", "Buenos Aires", "Foto: Ina Berg", "https://varn.example/ina", "@inaberg", "РИА Новости", "Редакция", "新华社", "朝日新聞", "매일경제", "연합뉴스", "디지털뉴스팀", "وكالة الأنباء", "فرانس برس", "नवभारत टाइम्स", "Varn Courier", "Osk Chronicle", "በሰላም ተስፋዬ",
    ],
)  # fmt: skip
def test_outlets_agencies_desks_and_places_are_no_people(printed: str) -> None:
    """What is plainly no person is none, whoever calls it an author."""
    assert stated_people(printed) == ()
