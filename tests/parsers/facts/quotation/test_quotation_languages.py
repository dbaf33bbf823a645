"""Direct speech in German, French, Spanish, Italian, Russian, Turkish and Azerbaijani."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts import quotation
from parsers.facts.quotation.languages import LANGUAGES
from parsers.facts.reading import Reading, reading
from parsers.model import Article, Passage


def _reading(body: str, language: str) -> Reading:
    article = Article(
        article_id="a", raw_document_id="a", article_body=body, word_count=1, parser_version="1", in_language=language
    )
    spans, at = [], 0
    for part in body.split("\n\n"):
        spans.append((at, at + len(part)))
        at += len(part) + 2
    passages = tuple(Passage(ordinal=i, kind="paragraph", start_char=a, end_char=b) for i, (a, b) in enumerate(spans))
    return reading(article, passages)


def _said(language: str, body: str) -> list[tuple[str | None, str | None, str | None, str]]:
    facts = quotation.extract(_reading(body, language))
    return [(f.quote_type, f.speaker, f.speaker_role, body[f.start_char : f.end_char]) for f in facts]


@pytest.mark.parametrize(
    ("language", "body", "speaker", "role"),
    [
        ("de", "„Die Fähre kommt heute nicht“, sagte Hafenmeisterin Greta Holm.", "Greta Holm", "Hafenmeisterin"),
        (
            "de",
            "„Die Fähre kommt heute nicht“, erklärte der Sprecher der Reederei, Timo Lenz, am Freitag.",
            "Timo Lenz",
            "Sprecher der Reederei",
        ),
        ("de", "»Die Fähre kommt heute nicht«, so Greta Holm.", "Greta Holm", None),
        ("de", "Am Freitag betonte Greta Holm: „Die Fähre kommt heute nicht.“", "Greta Holm", None),
        ("de", "„Die Fähre kommt heute nicht“, teilte die Reederei mit.", "die Reederei", None),
        ("fr", "« Le bac ne viendra pas », a déclaré la maire Claire Vidal.", "Claire Vidal", "maire"),
        (
            "fr",
            "« Le bac ne viendra pas », a assuré jeudi le directeur du port, Paul Renaud.",
            "Paul Renaud",
            "directeur du port",
        ),
        ("fr", "Claire Vidal a répondu : « Le bac ne viendra pas. »", "Claire Vidal", None),
        ("fr", "— Le bac ne viendra pas, dit Claire Vidal.", "Claire Vidal", None),
        ("es", "«El ferry no vendrá hoy», dijo la alcaldesa Elena Prieto.", "Elena Prieto", "alcaldesa"),
        ("es", "—El ferry no vendrá hoy —dijo Elena Prieto.", "Elena Prieto", None),
        (
            "es",
            "“El ferry no vendrá hoy”, aseguró el ministro de Transporte, Julio Marín, en el puerto.",
            "Julio Marín",
            "ministro de Transporte",
        ),
        ("it", "«Il traghetto oggi non arriva», ha detto il sindaco Marco Fabbri.", "Marco Fabbri", "sindaco"),
        ("it", "“Il traghetto oggi non arriva”, spiega l’assessora Lucia Ferri.", "Lucia Ferri", "assessora"),
        ("it", "Marco Fabbri ha risposto: «Il traghetto oggi non arriva».", "Marco Fabbri", None),
        ("it", "«Il traghetto – ha aggiunto Marco Fabbri – oggi non arriva».", "Marco Fabbri", None),
        ("ru", "«Паром сегодня не придёт», — сказал мэр Олег Громов.", "Олег Громов", "мэр"),
        ("ru", "«Паром, — заявила Вера Лунина, — сегодня не придёт».", "Вера Лунина", None),
        ("ru", "— Паром сегодня не придёт, — сказал Олег Громов.", "Олег Громов", None),
        ("ru", "Олег Громов отметил: «Паром сегодня не придёт».", "Олег Громов", None),
        ("tr", "Liman Müdürü Elif Aydın, “Vapur bugün gelmeyecek.” dedi.", "Elif Aydın", "Liman Müdürü"),
        ("tr", "Elif Aydın, şunları söyledi: “Vapur bugün gelmeyecek.”", "Elif Aydın", None),
        ("tr", "“Vapur bugün gelmeyecek” diyen Elif Aydın ayrıldı.", "Elif Aydın", None),
        ("az", "“Bərə bu gün gəlməyəcək”, - deyə nazir Rauf Quliyev bildirib.", "Rauf Quliyev", "nazir"),
        ("az", "Rauf Quliyev deyib: “Bərə bu gün gəlməyəcək”.", "Rauf Quliyev", None),
        ("az", "«Bərə bu gün gəlməyəcək», – Rauf Quliyev qeyd edib.", "Rauf Quliyev", None),
    ],
)
def test_direct_speech_with_speaker_and_post(language: str, body: str, speaker: str, role: str | None) -> None:
    """Each language has its marks, verbs and order; the speaker comes with the post that stands beside the name."""
    (found,) = _said(language, body)
    assert found[:3] == ("direct", speaker, role)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("de", "Greta Holm sagte nicht, „alles wird gut“."),
        ("de", "Der Film „Die Fähre im Nebel“ läuft am Freitag an."),
        ("fr", "« Le bac viendra », n’a pas dit Claire Vidal."),
        ("fr", "Le roman « Le bac de minuit » sort jeudi."),
        ("es", "Elena Prieto no dijo que «el ferry vendrá»."),
        ("es", "La novela «El ferry de la noche» sale el jueves."),
        ("it", "Marco Fabbri non ha detto che «il traghetto arriverà»."),
        ("it", "Il romanzo «Il traghetto della notte» esce giovedì."),
        ("ru", "Олег Громов не говорил, что «паром придёт»."),
        ("ru", "Компания «Северный паром» подала иск."),
        ("tr", "“Gece Vapuru” romanı perşembe çıkıyor."),
        ("az", "“Gecə Bərəsi” romanı cümə axşamı çıxır."),
    ],
)
def test_titles_names_and_denied_speech_are_none(language: str, body: str) -> None:
    """Titles, names of companies and what was not said are no quotations in any language."""
    assert _said(language, body) == []


@pytest.mark.parametrize(
    ("language", "body", "second"),
    [
        ("de", "„Die Fähre kommt heute nicht“, sagte Greta Holm. „Wir warten auf morgen.“", "„Wir warten auf morgen.“"),
        ("fr", "Claire Vidal a répondu : « Le bac ne viendra pas. »\n\n« C’est trop tard », a-t-elle ajouté.", None),
        ("es", "—El ferry no vendrá hoy —dijo Elena Prieto—. Esperamos a mañana.", "Esperamos a mañana."),
        ("ru", "— Паром не придёт, — сказал Олег Громов. — Ждём до завтра.", "Ждём до завтра."),
    ],
)
def test_what_goes_on_has_the_same_speaker(language: str, body: str, second: str | None) -> None:
    """A second sentence without a name belongs to whoever spoke right before."""
    found = _said(language, body)
    assert len(found) == 2
    assert found[0][1] == found[1][1] is not None
    assert second is None or found[1][3] == second


@given(st.sampled_from(sorted(LANGUAGES)), st.text(alphabet="aA said,.:“”«»„'—-\n dit сказал", max_size=200))
def test_every_span_holds(language: str, body: str) -> None:
    """On any text the facts lie inside the body and are not empty."""
    assert all(0 <= f.start_char < f.end_char <= len(body) for f in quotation.extract(_reading(body, language)))


@pytest.mark.parametrize(
    ("language", "body", "speaker", "role"),
    [
        ("de", "Hafenmeisterin Greta Holm sagte, dass die Fähre am Montag ausfällt.", "Greta Holm", "Hafenmeisterin"),
        ("de", "Am Abend erklärte Minister Karl Lenz, dass die Fähre ausfällt.", "Karl Lenz", "Minister"),
        ("de", "Ministerin Greta Holm sagte, die Fähre sei zu alt.", "Greta Holm", "Ministerin"),
        ("fr", "Le ministre Paul Morin a déclaré que le port fermera.", "Paul Morin", "ministre"),
        ("es", "La alcaldesa Rosa Prado aseguró que el puerto cerrará.", "Rosa Prado", "alcaldesa"),
        ("it", "La sindaca Lucia Ferri ha assicurato che il porto chiuderà.", "Lucia Ferri", "sindaca"),
        ("ru", "Министр Олег Смирнов заявил, что порт закроют.", "Олег Смирнов", "Министр"),
        ("tr", "Enerji Bakanı Selma Kaya, limanın kapanacağını söyledi.", "Selma Kaya", "Enerji Bakanı"),
        ("az", "Nazir Rauf Həsənov bildirib ki, liman bağlanacaq.", "Rauf Həsənov", "Nazir"),
    ],
)
def test_a_clause_behind_a_verb_of_speech_is_indirect_speech(language: str, body: str, speaker: str, role: str) -> None:
    """Who is named as the subject of a verb of speech with a clause says what the sentence says."""
    assert _said(language, body) == [("indirect", speaker, role, body)]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("de", "Greta Holm sagte nicht, dass die Fähre ausfällt."),
        ("fr", "Paul Morin n'a pas dit que le port fermera."),
        ("es", "Rosa Prado no dijo que el puerto cerrará."),
        ("it", "Marco Fabbri non ha detto che il porto chiuderà."),
        ("it", "Se Marco Fabbri dice che il porto chiuderà, la nave riparte."),
        ("ru", "Олег Смирнов не сказал, что порт закроют."),
        ("de", "Die Fähre, die gestern kam, fährt heute."),
        ("de", "Greta Holm sagte ab, die Feier fiel aus."),
    ],
)
def test_what_was_not_said_is_no_indirect_speech(language: str, body: str) -> None:
    """A denied verb of speech reports nothing."""
    assert _said(language, body) == []


def test_the_town_of_a_russian_post_is_no_part_of_the_name() -> None:
    """`мэр Орвика Анна Линдина` is Анна Линдина, mayor of Орвик."""
    found = _said("ru", "«Мост закроют в понедельник», — заявила мэр Орвика Анна Линдина.")
    assert [(speaker, role) for _, speaker, role, _ in found] == [("Анна Линдина", "мэр Орвика")]


def test_the_french_on_is_nobody() -> None:
    """`ajoute-t-on` names no speaker, also behind somebody who spoke."""
    found = _said("fr", "«Le port ferme», a déclaré Anne Lindier. «On verra demain», ajoute-t-on au port.")
    assert [speaker for _, speaker, _, _ in found] == ["Anne Lindier", None]
