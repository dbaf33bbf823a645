"""Who speaks: the head of the phrase beside the verb, resolved to one person or left as it is printed."""

import pytest

from parsers.facts import extract
from parsers.model import Article, Fact, Passage


def quotations(body: str) -> tuple[Fact, ...]:
    """The quotations of a body whose paragraphs are parted by an empty line."""
    article = Article(
        article_id="a", raw_document_id="a", article_body=body, word_count=1, parser_version="1", in_language="en"
    )
    spans, at = [], 0
    for part in body.split("\n\n"):
        spans.append((at, at + len(part)))
        at += len(part) + 2
    passages = tuple(Passage(ordinal=i, kind="paragraph", start_char=a, end_char=b) for i, (a, b) in enumerate(spans))
    return tuple(f for f in extract(article, passages).facts if f.kind == "quotation")


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“It is late,” said Norrland Kredit analyst Mia Lund.", "Mia Lund"),
        ("“It is late,” Canal Lines negotiator Ulf Brandvik told reporters.", "Ulf Brandvik"),
        ("“It is late,” the Norrland spokesman said.", "the Norrland spokesman"),
        ("“It is late,” said a spokesman for Norrland Kredit.", "a spokesman for Norrland Kredit"),
        ("“It is late,” said one U.S. trade official.", "one U.S. trade official"),
        ("“It is late,” said Ulf Brandvik's boss, Mia Lund.", "Mia Lund"),
        ("“It is late,” reads the notice.", "the notice"),
        ("A spokesman for Canal Lines, Ulf Brandvik, said the ferry was late.", "Ulf Brandvik"),
        ("Analyst Mia Lund at Norrland Kredit said the ferry was late.", "Mia Lund"),
        ("Mia Lund, head of sales for Norrland Kredit, said the ferry was late.", "Mia Lund"),
        ("The inquiry, led by former Sen. Ulf Brandvik, said the ferry was late.", "The inquiry"),
        ("Travellers polled by Norrland Kredit said the ferry was late.", "Travellers"),
        ("Mayor Mia Lund's brother said the ferry was late.", "Mayor Mia Lund's brother"),
        ("Mia Lund and Ulf Brandvik said the ferry was late.", "Mia Lund and Ulf Brandvik"),
        ("The mayor and her deputy said the ferry was late.", "The mayor and her deputy"),
        ("Mia Lund quoted Ulf Brandvik as saying the ferry was late.", "Ulf Brandvik"),
        ("The plan was called “a wreck” by Mia Lund.", "Mia Lund"),
        ("Mia Lund this week said the ferry was late.", "Mia Lund"),
        ("Mia Lund, who ran the yard until May, said Canal Lines was late with the ferry.", "Mia Lund"),
        (
            "At a forum this weekend in Hamburg, Mia Lund, the head of the yard, told the town that “this ferry is late.”",
            "Mia Lund",
        ),
        ("The ferry was late, said Mia Lund, but Ulf Brandvik waited.", "Mia Lund"),
        ("The paper, which counts ferries, said Canal Lines plans to buy two.", "The paper"),
        ("Brandvik, a Norrland analyst, said the ferry has lost its place.", "Brandvik"),
        ("Canal Lines of Norway said it will buy the ferry.", "Canal Lines"),
        ("A study that appeared in the Norrland Review found that the ferry was late.", "A study"),
        ("A spokesman for the Norrland Kredit in Hamburg said the ferry was late.", "A spokesman"),
        ("Canal Lines Corp of Norway, owned by Norrland Corp, said the ferry was late.", "Canal Lines"),
        ("In a note, one of the yard's lawyers, Mia Lund, said the films show Brandvik at the ferry.", "Mia Lund"),
        ("Canal Lines, a carrier controlled by its chairman, Ulf Brandvik, said it sold the ferry.", "Canal Lines"),
    ],
)
def test_the_speaker_is_the_head_of_the_phrase(body: str, speaker: str) -> None:
    """Bodies before a post, objects of prepositions, possessors, participles and times are no speakers."""
    found = quotations(body)[0].speaker
    assert found == speaker or (found or "").startswith(speaker)


def test_joined_speakers_are_both_parties() -> None:
    """Two people who speak together are two parties of the fact."""
    (fact,) = quotations("Mia Lund and Ulf Brandvik said the ferry was late.")
    assert [p.entity_id for p in fact.parties] == ["person/mia-lund", "person/ulf-brandvik"]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Ulf Brandvik walked in. “It is late,” he said.", "Ulf Brandvik"),
        ("Ulf Brandvik met Jonas Falk. “It is late,” he said.", "he"),
        ("Ulf Brandvik met Maria Lund. “It is late,” she said.", "Maria Lund"),
        ("Mayor Maria Lund met Judge Ulf Brandvik.\n\n“It is late,” the judge said.", "Ulf Brandvik"),
        ("Judge Maria Lund met Judge Ulf Brandvik.\n\n“It is late,” the judge said.", "the judge"),
    ],
)
def test_pronouns_and_posts_stand_for_one_person_or_for_themselves(body: str, speaker: str) -> None:
    """A pronoun or a post is resolved when exactly one person fits; when two fit it stays as printed."""
    assert [f.speaker for f in quotations(body) if f.quote_type == "direct"] == [speaker]


def test_a_sequel_is_left_open_when_somebody_else_comes_in() -> None:
    """A quotation without a verb has no speaker when another person leads a sentence since the last one."""
    found = quotations(
        "“It is late,” Mia Lund said. Ulf Brandvik shook his head at the clock. “It is always late now.”"
    )
    assert [f.speaker for f in found if f.quote_type == "direct"] == ["Mia Lund", None]


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("“It is late,” said Norrland Kredit analyst Mia Lund.", "Norrland Kredit analyst"),
        ("“It is late,” said Mia Lund, Norway's minister of trade.", "Norway's minister of trade"),
    ],
)
def test_a_post_is_whole(body: str, role: str) -> None:
    """The post that is filed with a speaker is complete."""
    assert quotations(body)[0].speaker_role == role


@pytest.mark.parametrize("body", ["“It is late,” said Mia Lund, economist at finance house Norrland Kredit."])
def test_a_post_that_is_cut_is_not_filed(body: str) -> None:
    """A post of which a noun goes on behind its words is left out."""
    assert quotations(body)[0].speaker_role in (None, "economist at finance house Norrland Kredit")


@pytest.mark.parametrize(
    "body",
    [
        "Mia Lund scored the first goal and added a second.",
        "Mia Lund added salt to the soup.",
        "Ulf “Lucky” Brandvik caught the ferry.",
        "The term “tide” means the rise of the sea.",
        "The law calls on nobody, and Mia Lund said goodbye to the crew.",
        "The firm sells its “SeaLine” rope.",
        "Mia Lund was fined for “reckless sailing”.",
    ],
)
def test_goals_nicknames_terms_and_products_are_no_speech(body: str) -> None:
    """Words in marks that name or define something, and verbs of speech in another sense, are no quotations."""
    assert quotations(body) == ()


@pytest.mark.parametrize(
    "body",
    [
        "Mia Lund promised to repair the ferry.",
        "Mia Lund threatened to sue the crew.",
        "Mia Lund urged the crew to sail.",
        "Mia Lund called for the ferry to be sold.",
        "Mia Lund told reporters the ferry was late.",
        "Mia Lund said on Monday the ferry was late.",
        "Mia Lund announced in a letter this week that the ferry would stop.",
        "Mia Lund testified that she had seen the wreck.",
        "Mia Lund walked in, saying the ferry was late.",
        "The ferry is late, according to Mia Lund.",
    ],
)
def test_reported_speech_by_many_verbs(body: str) -> None:
    """That-clauses with and without that, infinitives, participles and `according to` are indirect speech of the subject."""
    assert [(f.quote_type, f.speaker) for f in quotations(body)] == [("indirect", "Mia Lund")]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("The report found that the ferry was late.", "The report"),
        ("A survey by Norrland Kredit shows that most people walk.", "A survey by Norrland Kredit"),
        ("The ferry is late, said a source close to the crew.", "a source"),
    ],
)
def test_documents_and_sources_report_too(body: str, speaker: str) -> None:
    """Documents and unnamed sources are speakers, named by the words of the text."""
    (fact,) = quotations(body)
    assert (fact.speaker or "").startswith(speaker)


def test_strung_fragments_are_one_quotation() -> None:
    """Fragments that one verb strings together are one quotation."""
    body = "The ferry is “slow,” “cold” and “late,” Mia Lund said."
    assert [body[f.start_char : f.end_char] for f in quotations(body)] == ["“slow,” “cold” and “late,”"]


def test_a_verb_below_the_quotation_attributes_it() -> None:
    """Where a paragraph's end stands between a quotation and its verb, the verb counts."""
    found = quotations("“The ferry is late again,”\n\nMia Lund, a spokeswoman for the port, said of the delay.")
    assert ("direct", "Mia Lund") in [(f.quote_type, f.speaker) for f in found]


@pytest.mark.parametrize(
    ("body", "speaker", "certainty"),
    [
        ("He said the port was full.", "He", "likely"),
        ("Ann Poole said the port was full.", "Ann Poole", "certain"),
        ("Officials in Oslo and Bergen said the port was full.", "Officials in Oslo and Bergen", "certain"),
        ("Lawyers from Texas, Ohio and Utah said the law would fail.", "Lawyers from Texas, Ohio and Utah", "certain"),
        ("Tom Ray, the port director, said that Ann Poole could go.", "Tom Ray", "certain"),
    ],
)
def test_a_bare_pronoun_is_only_likely_and_a_place_says_nothing(body: str, speaker: str, certainty: str) -> None:
    """A pronoun without a person stays as it is and is likely; places that complete a phrase, and who is named in the speech, do not speak."""
    found = [f for f in quotations(body) if f.kind == "quotation"]
    assert [(f.speaker, f.certainty) for f in found] == [(speaker, certainty)]
