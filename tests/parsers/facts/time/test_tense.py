"""Which March is meant: verbs to come, verbs gone by, and days right beside publication."""

from __future__ import annotations

import pytest

from tests.parsers.facts.time.reading import stretches, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge is expected to be completed in December.", "2021-12"),
        ("Building is scheduled to be finished in November.", "2021-11"),
        ("The tunnel is due to be opened in October.", "2021-10"),
        ("The rule is to be passed in September.", "2021-09"),
        ("The boat is planned to be launched on Aug. 14.", "2021-08-14"),
        ("The paper is likely to be published in July.", "2021-07"),
        ("Guidelines to be published in early November will decide.", "2021-11"),
        ("The dividend is payable on Aug. 2.", "2021-08-02"),
        ("It is payable to holders of record July 19.", "2021-07-19"),
        ("The record date is Nov. 9.", "2021-11-09"),
        ("The new rate comes into force on Jan. 1.", "2022-01-01"),
        ("The bid was extended to July 16.", "2021-07-16"),
        ("They agreed to hold talks in May.", "2022-05"),
        ("The group might come as soon as Tuesday.", "2021-06-22"),
        ("The museum is closed until August.", "2021-08"),
        ("Workers voted to strike in July.", "2021-07"),
        ("The summit is in November.", "2021-11"),
        ("The bid had been set to expire July 16.", "2021-07-16"),
        ("On Monday, the court will hear the case.", "2021-06-21"),
        ("The station will reopen in mid-February.", "2022-02"),
        ("The pact will have been signed by October.", "2021-10"),
        ("The fleet won't have been sold by August.", "2021-08"),
        ("The levy is expected to have been dropped by November.", "2021-11"),
        ("A ballot was called for September.", "2021-09"),
        ("The tour is pencilled in for late October.", "2021-10"),
        ("Five pits will shut by December.", "2021-12"),
    ],
)
def test_coming_dates_lead_ahead(text: str, value: str) -> None:
    """Plans, passive futures and notices mean the coming day or month."""
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The report was published in September.", "2020-09"),
        ("The bank said its United States arm lost money in July.", "2020-07"),
        ("By Friday, 40 had fallen ill.", "2021-06-11"),
        ("He said an unspecified sum was paid on Aug. 3.", "2020-08-03"),
        ("The Tuesday vote was close.", "2021-06-15"),
        ("It beat the record set on Aug. 6.", "2020-08-06"),
        ("The rate took effect on Jan. 1.", "2021-01-01"),
        ("He is thought to have been killed in August.", "2020-08"),
        ("They could have been told in September.", "2020-09"),
        ("Five pits shut in December.", "2020-12"),
    ],
)
def test_past_dates_lead_back(text: str, value: str) -> None:
    """Past verbs mean the last one; adjectives and names in -ed are no verbs."""
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The side, beaten in March, is scheduled to be split in July.", ["2021-03", "2021-07"]),
        ("The hearing is to open in October after being put off in March.", ["2021-10", "2021-03"]),
        ("The choir, on tour in April, will rest in September.", ["2021-04", "2021-09"]),
        ("The barge, frozen in since December, will sail in July.", ["2020-12", "2021-07"]),
        ("The fair, put off from March, opens in July.", ["2021-03", "2021-07"]),
        ("The fair, delayed from March, opens in July.", ["2021-03", "2021-07"]),
        ("After rows in April, the pact will be signed in July.", ["2021-04", "2021-07"]),
        ("After a ballot in September, the house will sit in October.", ["2021-09", "2021-10"]),
        ("After Monday, the pool will be shut.", ["2021-06-21"]),
        ("The fair was moved from June to October.", ["2021-06", "2021-10"]),
    ],
)
def test_each_time_is_told_from_its_own_clause(text: str, found: list[str]) -> None:
    """A participle between commas or behind "after being" leads back, the verb of the sentence ahead."""
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "published", "start"),
    [
        ("TORVIK, May 5 - Dockers went back to work.", "1988-05-04", "1988-05-05"),
        ("As of May 5, the toll stood at 12.", "1988-05-04", "1988-05-05"),
        ("The talks ended on May 6, officials said.", "1988-05-04", "1988-05-06"),
        ("It will sit on May 3.", "1988-05-04", "1988-05-03"),
    ],
)
def test_a_day_beside_publication_is_the_nearest(text: str, published: str, start: str) -> None:
    """Copy is dated by either side of midnight: a day or two away is meant as it stands, never a year off."""
    assert stretches(text, published)[0][1] == start


def test_a_dateline_is_the_day_its_story_is_told_from() -> None:
    """Weekdays and "today" of a story are told from the day of its dateline."""
    text = "TORVIK, May 5 - The mayor resigned today. He had said so on Thursday."
    assert values(text, "1988-05-04") == ["1988-05-05", "1988-05-05", "1988-05-05"]
