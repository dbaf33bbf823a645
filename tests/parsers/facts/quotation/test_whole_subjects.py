"""A speaker is the whole subject of its verb: never a part of a phrase, nor a phrase of another clause."""

from __future__ import annotations

import pytest

from tests.parsers.facts.test_golden_facts import facts_of


def speakers(text: str) -> list[str | None]:
    """Who speaks in a text."""
    return [f.speaker for f in facts_of(text, "2024-06-30") if f.kind == "quotation"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Boatmen from Port Lind want a grant of at least $9 million and have threatened to block the lock.", "Boatmen from Port Lind"),
        ("Its tenants pay about 400 euros a month and say that the roof leaks.", "Its tenants"),
        ("Weavers in the hills catch no salmon, and argue that the dam is to blame.", "Weavers in the hills"),
        ("Port doctors and customs officials say there is no danger.", "Port doctors and customs officials"),
        ("A senior customs officer who saw the lists of cargo was quoted on Friday as saying that a barge had sunk.", "A senior customs officer"),
        ("Ewa Bryl, an analyst at research house Norrland Kredit believes the time is ripe for barges.", "Ewa Bryl"),
        ("The Norrland ambassador to Peru said the sailors could leave.", "The Norrland ambassador to Peru"),
        ("In 2013, research conducted by the Norrland Institute found that locks leaked.", "research"),
        ("Norrland Bank, Halden Bank and Lund Lines said they would not pay.", "Norrland Bank, Halden Bank and Lund Lines"),
        ("Ewa Bryl's family has called on the police to release the film.", "Ewa Bryl's family"),
        ("Ewa Bryl met the crew on Monday and told reporters that the lock would close.", "Ewa Bryl"),
        ("The lock leaked in the spring, said Ewa Bryl, who rents a barge.", "Ewa Bryl"),
        ("Ewa Bryl, who has rented a barge for ten years, said Norrland pays the crew.", "Ewa Bryl"),
        ("Its head of freight, Ewa Bryl, met the crew and announced that the lock would close.", "Ewa Bryl"),
        ("The US envoy to the Lind Islands, Ewa Bryl, told the crew to leave.", "Ewa Bryl"),
        ("The Norrland negotiator for fish quotas, Ewa Bryl, urged the crews to sail.", "Ewa Bryl"),
        ("The chief of the mission to the Lind Sea, Ewa Bryl, ordered the crews to leave.", "Ewa Bryl"),
        ("Norrland's minister for ports, Ewa Bryl, told reporters the lock was safe.", "Ewa Bryl"),
        ("The Timber, Mining and Energy Union's (TMEU) secretary, Ewa Bryl, said the strike would go on.", "Ewa Bryl"),
        ("In a message to the envoy to Lund, Ewa Bryl said the lock leaked.", "Ewa Bryl"),
        ("The adviser to Ewa Bryl, a lawyer from Lund, said the talks would go on.", "The adviser to Ewa Bryl"),
        ("A spokesman for the prime minister, Ulf Brandvik, said the lock was safe.", "A spokesman for the prime minister"),
        ("A lawyer for the union's chairman, Ewa Bryl, told reporters the lock was safe.", "A lawyer for the union's chairman"),
        ("The leader of the opposition, Ewa Bryl, said the lock was safe.", "Ewa Bryl"),
        ("Residents in the northern town of Port Lind say guards seized boats and burned huts.", "Residents in the northern town of Port Lind"),
        ("Some farmers in the dry province of Halden say crops failed and cattle died.", "Some farmers in the dry province of Halden"),
        ("Ewa Bryl from the town of Halden said the lock was safe.", "Ewa Bryl"),
        ("The Ferry Crews' Union's (FCU) chief said the strike would go on.", "The Ferry Crews' Union's (FCU) chief"),
        ("The Lund Port Board (LPB) spokesman told reporters the lock was safe.", "The Lund Port Board (LPB) spokesman"),
        ("Lund magazine's 2001 Woman of the Year also said she was proud.", "Lund magazine's 2001 Woman of the Year"),
        ("Ewa Bryl this year said the lock was safe.", "Ewa Bryl"),
        ("The lock may leak again, Ewa Bryl, head of freight at the port, said.", "Ewa Bryl"),
    ],
)  # fmt: skip
def test_the_speaker_is_the_whole_subject(text: str, speaker: str) -> None:
    """Lists, people described by a phrase without its comma, and people with a clause or a preposition behind them are whole."""
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The four towns on the Lind Sea have argued about water for thirty years.",
        "Ewa Bryl argued against the plan.",
        "Ewa Bryl talked about the lock and spoke on the radio.",
        "The town bought the seventh barge since May, adding a total of 90 beds.",
        "The scheme responds to plans to end the “lockout” and to cut fares.",
    ],
)
def test_arguing_and_talking_about_something_reports_nothing(text: str) -> None:
    """A verb of speech with a topic, a sum or a thing has no clause, so nobody is reported."""
    assert speakers(text) == []


def test_a_pronoun_behind_an_unnamed_speaker_is_not_the_person_before() -> None:
    """After a spokesman without a name has spoken, `he` may be the spokesman: the pronoun stays, and is likely only."""
    text = "Ulf Brandvik said the lock was safe. A spokesman for the port said it leaked. He said it would be mended."
    found = [f for f in facts_of(text, "2024-06-30") if f.kind == "quotation"]
    assert [(f.speaker, f.certainty) for f in found] == [
        ("Ulf Brandvik", "certain"),
        ("A spokesman for the port", "certain"),
        ("He", "likely"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The lock could be sold, the EBU said.", "EBU"),
        ("The rope was not new, police said.", "police"),
        ("The rope was new, lawyers for the family said.", "lawyers for the family"),
        ("In recent weeks, advisers to Mr. Bryl say, the mayor has grown tired of the lock.", "advisers to Mr. Bryl"),
        ("The entrance fee, it says, would be $300.", "it"),
        ("The lock would close in June, it said.", "it"),
        ("The fee rose by 9 percent, the agency said in a May report, and the toll by 2 percent.", "the agency"),
        ("The port will print more records, a spokesman announced Monday morning.", "a spokesman"),
        ("The lock could be sold in May, Ewa Bryl told reporters on Friday.", "Ewa Bryl"),
        ("Gifts rose to $1 million in May, a Gazette analysis of the lists shows.", "a Gazette analysis of the lists"),
        ("Many of her friends believe fear and envy are to blame.", "Many of her friends"),
        ("The town hall is saying that the lists show the need for a lock.", "The town hall"),
        ("Ewa Bryl has long said that she is a sailor.", "Ewa Bryl"),
        ("Ulf Brandvik and Ewa Bryl say other locks are needed.", "Ulf Brandvik and Ewa Bryl"),
        ("Ewa Bryl accused the mill of hiding the leak.", "Ewa Bryl"),
        ("The union blamed the port for the delay.", "The union"),
        ("It said the crew broke the law by using the rope.", "It"),
        ("The team, led by Dr. Ulf Brandvik, said the number of people who fell ill in Lund jumped from 6 to 29.", "The team"),
        ("In a filing with the Lund Commission, Norrland Lines, which holds 9 shares, said it agreed.", "Norrland Lines"),
    ],
)  # fmt: skip
def test_speech_that_is_behind_put_in_or_without_that_is_read(text: str, speaker: str) -> None:
    """Verbs behind and inside what they report, reports without that, findings of documents, and charges are indirect speech."""
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The rule would carry out a Lund agreement announced in January for a uniform system that accounts for the risk.",
        "Ewa Bryl was accused of hiding the leak.",
        "Fog was to blame for the leak.",
        "The Gazette did not blame the port for the leak.",
    ],
)
def test_participles_and_charges_that_nobody_makes_report_nothing(text: str) -> None:
    """A participle behind a noun only qualifies it, and a passive charge has no speaker."""
    assert [s for s in speakers(text) if s] == []


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("O'Hara said divers are in possession of film that shows the leak.", None),
        ("Ewa Bryl, who was in Lund to address a crowd, said the lock leaks.", None),
        ("Ewa Bryl said in a radio interview that the lock leaks.", "in a radio interview"),
    ],
)
def test_a_medium_is_a_noun(text: str, medium: str | None) -> None:
    """`to address` is a verb, and `in possession of` tells nothing of where something was said."""
    assert [f.medium for f in facts_of(text, "2024-06-30") if f.kind == "quotation"] == [medium]


@pytest.mark.parametrize(
    "text",
    [
        "Links between Norwegian and Peruvian think tanks have grown.",
        "N. O. “Tiny” Brandvik said nothing.",
        "The stock opened much higher and ended flat, a pattern called by one analyst “typical” of new shares.",
        "The lists, the FBU report on locks shows “barely” a change.",
    ],
)
def test_words_that_look_like_verbs_of_speech_have_no_speaker(text: str) -> None:
    """Think tanks do not think, nicknames are not said, and a stock that opened says nothing."""
    assert [s for s in speakers(text) if s in ("The stock", "Brandvik", "FBU")] == []
    assert not any("Links" in (s or "") for s in speakers(text))


def test_who_is_named_in_what_a_source_says_does_not_speak() -> None:
    """In `quoted the source as saying X knew` the source is reported, and X says nothing."""
    text = (
        "The paper quoted the source as saying Brandvik knew that the help for the crew was “a side issue” of the sale."
    )
    assert speakers(text)[0] == "the source"
    assert not any("Brandvik" in (speaker or "") for speaker in speakers(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A speech by Ulf Brandvik, in which he said the strike must end, was hailed by envoy Ewa Bryl as “a start”.", "Ewa Bryl"),
        ("The plan, which Ulf Brandvik said would work, was dismissed by the Halden Union as “a bad joke”.", "Halden Union"),
        ("The offer, the owners said, was rejected on Monday by Ewa Bryl as “too little”.", "Ewa Bryl"),
        ("Ulf Brandvik said the offer was “too little” and left.", "Ulf Brandvik"),
    ],
)  # fmt: skip
def test_a_judgement_is_said_by_whom_the_passive_names(text: str, speaker: str) -> None:
    """The name behind `hailed by` says the words behind `as`, whoever else speaks in the sentence."""
    found = [f.speaker for f in facts_of(text, "2024-06-30") if f.kind == "quotation" and f.quote_type == "mixed"]
    assert found == [speaker]
