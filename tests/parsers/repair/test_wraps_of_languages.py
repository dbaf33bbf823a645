"""Wrapped copy in other languages: its line ends are found by the language's own words, and sound copy stays as it is."""

from __future__ import annotations

import pytest

from parsers.alignment import rebuild
from parsers.known import Vocabulary
from parsers.model import Copy, Fields
from parsers.repair import Cleaned, clean, language
from tests.parsers.repair.test_wrap import wrapped

STORIES = {
    "de": "Der Gemeinderat hat am Dienstag beschlossen, die alte Brücke über den Fluss im kommenden Jahr zu sperren und durch eine "
    "neue zu ersetzen. Die Arbeiten sollen im Frühjahr beginnen und werden nach Angaben der Verwaltung mindestens zwei Jahre "
    "dauern. Viele Anwohner fürchten, dass der Verkehr in dieser Zeit durch die engen Straßen der Altstadt geleitet wird, weil "
    "es keinen anderen Weg zum Bahnhof gibt. Der Bürgermeister versprach, mit ihnen über eine Lösung zu sprechen.",
    "fr": "Le conseil de la ville a décidé mardi de fermer le vieux pont l'année prochaine et de le remplacer par un nouveau. Les "
    "travaux doivent commencer au printemps et vont durer au moins deux ans, selon la mairie. Beaucoup d'habitants craignent "
    "que les voitures passent pendant ce temps par les petites rues du centre, parce qu'il n'y a pas d'autre chemin vers la "
    "gare. Le maire a promis de parler avec eux d'une solution avant la fin du mois.",
    "es": "El consejo de la ciudad decidió el martes cerrar el viejo puente el próximo año y construir otro en su lugar. Los "
    "trabajos deben empezar en primavera y van a durar por lo menos dos años, según el gobierno local. Muchos vecinos temen que "
    "los coches pasen durante ese tiempo por las calles del centro, porque no hay otro camino hacia la estación. El alcalde "
    "prometió hablar con ellos sobre una solución antes de que termine el mes.",
    "it": "Il consiglio della città ha deciso martedì di chiudere il vecchio ponte il prossimo anno e di costruire un altro al suo "
    "posto. I lavori devono iniziare in primavera e dureranno almeno due anni, secondo il comune. Molti abitanti temono che le "
    "macchine passino in quel periodo per le strade del centro, perché non c'è un'altra strada verso la stazione. Il sindaco ha "
    "promesso di parlare con loro di una soluzione prima della fine del mese.",
    "pt": "O conselho da cidade decidiu na terça fechar a velha ponte no próximo ano e construir outra no seu lugar. As obras devem "
    "começar na primavera e vão durar pelo menos dois anos, segundo a prefeitura. Muitos moradores temem que os carros passem "
    "durante esse tempo pelas ruas do centro, porque não há outro caminho para a estação. O prefeito prometeu falar com eles "
    "sobre uma solução antes do fim do mês.",
    "nl": "De gemeenteraad heeft dinsdag besloten om de oude brug over de rivier volgend jaar te sluiten en door een nieuwe te "
    "vervangen. Het werk moet in het voorjaar beginnen en zal volgens de stad minstens twee jaar duren. Veel bewoners zijn bang "
    "dat de auto's in die tijd door de smalle straten van het centrum gaan, omdat er geen andere weg naar het station is. De "
    "burgemeester heeft beloofd om met hen over een oplossing te praten.",
    "pl": "Rada miasta postanowiła we wtorek zamknąć w przyszłym roku stary most przez rzekę i zastąpić go nowym. Prace mają zacząć "
    "się wiosną i według władz będą trwać co najmniej dwa lata. Wielu mieszkańców boi się, że samochody będą w tym czasie jeździć "
    "przez wąskie ulice centrum, ponieważ nie ma innej drogi do dworca. Burmistrz obiecał, że porozmawia z nimi o rozwiązaniu "
    "jeszcze przed końcem miesiąca.",
    "ru": "Городской совет решил во вторник закрыть в следующем году старый мост через реку и построить вместо него новый. Работы "
    "должны начаться весной и будут продолжаться не менее двух лет, сообщили в администрации. Многие жители боятся, что машины "
    "в это время пойдут через узкие улицы центра, потому что другой дороги к вокзалу нет. Мэр обещал поговорить с ними о "
    "решении до конца месяца.",
    "uk": "Міська рада вирішила у вівторок закрити наступного року старий міст через річку і побудувати замість нього новий. Роботи "
    "мають початися навесні і будуть тривати не менше двох років, повідомили в адміністрації. Багато жителів бояться, що машини "
    "в цей час підуть через вузькі вулиці центру, тому що іншої дороги до вокзалу немає. Мер обіцяв поговорити з ними про "
    "рішення до кінця місяця.",
    "tr": "Belediye meclisi salı günü nehir üzerindeki eski köprüyü gelecek yıl kapatmaya ve yerine yeni bir köprü yapmaya karar "
    "verdi. Çalışmalar ilkbaharda başlayacak ve en az iki yıl sürecek. Birçok kişi bu süre içinde arabaların merkezdeki dar "
    "sokaklardan geçmesinden korkuyor, çünkü istasyona giden başka bir yol yok. Belediye başkanı ay sonundan önce onlarla bir "
    "çözüm hakkında konuşacağına söz verdi.",
    "id": "Dewan kota memutuskan pada hari Selasa untuk menutup jembatan lama tahun depan dan membangun jembatan baru di tempat itu. "
    "Pekerjaan akan dimulai pada musim depan dan akan berlangsung paling sedikit dua tahun. Banyak warga takut bahwa mobil akan "
    "melewati jalan kecil di pusat kota selama waktu itu, karena tidak ada jalan lain menuju stasiun. Wali kota berjanji akan "
    "berbicara dengan mereka tentang jalan keluar sebelum akhir bulan ini.",
    "az": "Şəhər şurası çərşənbə axşamı günü çayın üzərindəki köhnə körpünü gələn il bağlamaq və onun yerində yeni körpü tikmək "
    "barədə qərar qəbul edib. İşlər yazda başlayacaq və ən azı iki il davam edəcək. Sakinlər qorxurlar ki, bu müddətdə maşınlar "
    "mərkəzin dar küçələrindən keçəcək, çünki vağzala gedən başqa yol yoxdur. Bələdiyyə sədri Bakı’da söz verib ki, ayın sonuna "
    "qədər onlarla birlikdə bu məsələnin həlli yollarını müzakirə edəcək.",
}  # fmt: skip


def cleaned(text: str, code: str) -> Cleaned:
    """The body and the rows of a text in a language, from which the raw text must come back."""
    done = clean(Copy(text=text, media_type="text/plain", charset="utf-8"), Fields(in_language=code), Vocabulary())
    assert rebuild(done.body, done.repairs) == text
    return done


@pytest.mark.parametrize("code", sorted(STORIES))
def test_lines_are_found_again_in_other_languages(code: str) -> None:
    """At least two thirds of the lost line ends come back, and no space is put anywhere else."""
    story = STORIES[code]
    lines = wrapped(story, 67)
    damaged = "\n\n".join("".join(some) for some in lines)
    body = cleaned(damaged, code).body
    kept = "".join(story.split())
    assert "".join(body.split()) == kept
    assert set(body.split()) - set(story.split()) <= set(damaged.split())  # what is parted are words of the story
    missing = set(damaged.split()) - set(story.split())
    left = missing & set(body.split())
    assert len(left) <= len(missing) // 3


@pytest.mark.parametrize("code", sorted(STORIES))
def test_sound_copy_of_other_languages_stays(code: str) -> None:
    """Nothing is changed and nothing suspected where nothing is lost."""
    done = cleaned(STORIES[code], code)
    assert (done.body, done.repairs) == (STORIES[code], ())


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("de-AT", "de"),
        ("pt_BR", "pt"),
        ("en-GB", "en"),
        ("eng", "en"),
        ("az", "az"),
        ("az-Latn", "az"),
        ("sw", None),
        ("del", None),
    ],
)
def test_a_language_is_known_by_its_tag(declared: str, code: str | None) -> None:
    """Regions do not matter; a language without a list is left alone."""
    assert language.of(declared, "") == code


def test_german_marks_face_their_words() -> None:
    """A mark that opens in English closes in German: no space goes before it."""
    story = STORIES["de"].replace("neue", "„neue“").replace("Lösung", "„Lösung“")
    damaged = "\n\n".join("".join(some) for some in wrapped(story, 67))
    assert " “" not in cleaned(damaged, "de").body


def test_a_passage_in_english_is_left_to_english() -> None:
    """A French page keeps an English paragraph as it is, though its words are in the French list too."""
    english = "If you would like to see what the dialog shows, you can open it from the menu and drag it to where you need it."
    text = "\n\n".join("".join(lines) for lines in wrapped(STORIES["fr"], 67)) + "\n\n" + "\n\n".join([english] * 1)
    assert cleaned(text, "fr").body.endswith(english)


def test_a_word_that_returns_is_no_line_end() -> None:
    """Names made of two words of the language stay when the text has them again and again."""
    text = " ".join(
        [
            f"O comando meuaplicativo{n} abre o arquivo meuaplicativo{n} e fecha o meuaplicativo{n}."
            for n in (1, 2, 3, 4)
        ]
    )
    assert cleaned(text, "pt").body == text


def test_an_ending_behind_an_apostrophe_stays_with_its_name() -> None:
    """`Bakı’da` is one word, and a word that is glued to it comes off behind its ending."""
    damaged = "\n\n".join(
        "".join(some) for some in wrapped(STORIES["az"].replace("Bakı’da", "Bakı’da keçirilən iclasda"), 60)
    )
    body = cleaned(damaged, "az").body
    assert "Bakı’da" in body
    assert "Bakı ’da" not in body
    assert "Bakı’ da" not in body


def test_azerbaijani_in_another_script_is_left_alone() -> None:
    """The list is of Latin letters: Cyrillic text comes out as it went in."""
    text = "Назирлик билдириб ки, јени көрпү ики илә тикиләҹәк. Шәһәр шурасы бу барәдә гәрар гәбул едиб."
    assert cleaned(text, "az").body == text
