"""Records of other tools: which key is which field."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.errors import UsageError
from parsers.fields import parse_date, records

BODY = "The ferry to Osk runs again from Monday, the harbour office said.\n\nTickets cost four crowns."


def said(record: dict[str, object], toml: str | None = None) -> dict[str, str]:
    """The first statement of each field."""
    out: dict[str, str] = {}
    for s in records.read(record, records.field_names(toml) if toml else None).statements:
        out.setdefault(s.field, s.value)
    return out


DATE_KEYS = [
    "date", "published", "published_at", "publishedAt", "pubDate", "publish_date", "publication_date", "published_date", "publishing_date", "pub_date",
    "datetime", "timestamp", "created_at", "dateCreated", "datePublished", "date_published", "Publish Date", "PUBLICATION-DATE", "webPublicationDate",
    "dateTimePub", "dateTime", "display_date", "first_publish_date", "publish_datetime_utc", "created_utc", "firstcreated", "versioncreated", "date_publish",
    "dc:date", "dcterms:issued", "prism:publicationDate", "article:published_time", "post_date", "posted_at", "release_date", "uploadDate", "pubdate",
    "publication_datetime", "date_gmt", "publishedTime", "issued", "erscheinungsdatum", "fecha", "дата", "发布时间",
    "Pub. Date", "Pub.Date", "Publication.Date", "Date of publication", "doc_date", "story_published", "掲載日",
    "first_published_date", "onlineDate", "article_published_at", "displayTime", "date_first_published", "published_parsed", "original_publish_time",
]  # fmt: skip

OUTLET_KEYS = [
    "publisher", "publication", "source", "source_name", "sourceName", "media_name", "meta_site_name", "site_name", "siteName", "sitename", "outlet",
    "newspaper", "source-hostname", "hostname", "domain", "source_domain", "name_source", "clean_url", "provider", "sourceOrganization", "infosources",
    "Publication Name", "Publication.Name", "story_source", "article_publisher", "container-title", "Quelle", "website", "media",
    "channelTitle", "journal_title", "newspaperLabel", "infosource",
]  # fmt: skip


@pytest.mark.parametrize("key", DATE_KEYS)
def test_keys_that_name_a_date(key: str) -> None:
    """Each name under which a tool holds the date of publication is read, however it is spelt."""
    record = {"title": "Ferry runs again", "text": BODY, key: "2023-11-02T06:15:00Z"}
    assert said(record)["date_published"] == "2023-11-02T06:15:00Z"


@pytest.mark.parametrize("key", OUTLET_KEYS)
def test_keys_that_name_an_outlet(key: str) -> None:
    """Each name under which a tool holds the outlet is read."""
    value = "osk-courier.example" if key in ("hostname", "domain", "source_domain", "clean_url") else "Osk Courier"
    assert said({"title": "Ferry runs again", "text": BODY, key: value})["publisher"] == value


@pytest.mark.parametrize(
    "value",
    [
        1698905700, 1698905700000, 1698905700.0, "1698905700", 1698905700000000, {"$date": "2023-11-02T06:15:00Z"}, {"$date": {"$numberLong": "1698905700000"}},
        {"$date": 1698905700000}, {"@type": "xsd:dateTime", "@value": "2023-11-02T06:15:00Z"}, ["2023-11-02T06:15:00Z"], {"iso": "2023-11-02T06:15:00Z"},
        {"_seconds": 1698905700, "_nanoseconds": 0}, 20231102061500, 202311020615, "20231102T061500Z", "2023-11-02T08:15:00+02:00",
        datetime(2023, 11, 2, 6, 15, tzinfo=UTC), {"date": "2023-11-02 06:15:00.000000", "timezone_type": 3, "timezone": "UTC"}, {"value": ["2023-11-02T06:15:00Z"]},
        [2023, 11, 2, 6, 15, 0, 3, 306, 0], [2023, 11, 2, 6, 15], {"year": 2023, "month": 11, "day": 2, "hour": 6, "minute": 15}, {"__time": "2023-11-02T06:15:00Z"},
    ],
)  # fmt: skip
def test_values_that_are_dates(value: object) -> None:
    """Dates are strings, epoch numbers, calendar digits, datetimes, or objects that hold one of those."""
    moment = parse_date(said({"title": "x", "text": BODY, "published_at": value})["date_published"])
    assert moment is not None
    assert moment.datetime.isoformat() == "2023-11-02T06:15:00+00:00"


@pytest.mark.parametrize(
    "value",
    [
        "Osk Courier", {"name": "Osk Courier"}, {"id": None, "name": "Osk Courier"}, {"title": "Osk Courier", "uri": "osk.example"}, ["Osk Courier"],
        [{"@type": "Organization", "name": "Osk Courier"}], {"@value": "Osk Courier"}, {"name": {"value": "Osk Courier"}}, {"name": "", "title": "Osk Courier"},
    ],
)  # fmt: skip
def test_values_that_are_outlets(value: object) -> None:
    """An outlet is a string or an object with a name or a title, or a list of either."""
    assert said({"title": "x", "text": BODY, "source": value})["publisher"] == "Osk Courier"


@pytest.mark.parametrize("value", [[2023], [2023, 11], [7, 11, 2], ["x", 2023, 11], [2023, True, 2]])
def test_numbers_that_are_no_day_are_no_date(value: object) -> None:
    """A list of numbers is a date only from its year to its day; half of one is not filled up."""
    printed = said({"title": "x", "text": BODY, "published_at": value}).get("date_published", "")
    moment = parse_date(printed)
    assert moment is None or moment.precision in ("year", "month")


def test_an_address_is_no_name() -> None:
    """A source that is an address is where the text stands; the host names the outlet only under keys for hosts."""
    found = said({"title": "x", "text": BODY, "source": "https://osk.example/a/1", "domain": "www.osk.example"})
    assert (found["url"], found["publisher"]) == ("https://osk.example/a/1", "osk.example")


def test_the_first_readable_value_wins() -> None:
    """What cannot be read makes way for the next name; creation and change stand in only where publication is not said."""
    record = {"datePublished": "unknown", "published": True, "date": "2023-11-02", "created_at": "2023-11-01T09:00:00Z"}
    assert said(record)["date_published"] == "2023-11-02"
    assert said({"date": "2 Nov", "createdAt": "2023-11-01T09:00:00Z"})["date_published"] == "2023-11-01T09:00:00Z"
    changed = records.read({"title": "x", "updated_at": "2023-11-03T09:00:00Z"}).statements
    assert [(s.field, s.source) for s in changed if s.field.startswith("date")] == [
        ("date_published", "updated"),
        ("date_modified", "json-ld"),
    ]


def test_a_day_and_its_clock() -> None:
    """A finer date of the same day, or a clock beside the day, refines it; `date_gmt` is UTC."""
    assert said({"date": "2023-11-02", "dateTime": "2023-11-02T06:15:00Z"})["date_published"] == "2023-11-02T06:15:00Z"
    assert said({"date": "2023-11-02", "time": "06:15:00"})["date_published"] == "2023-11-02 06:15:00"
    assert (
        said({"date": "2023-11-02T08:15:00", "date_gmt": "2023-11-02T06:15:00"})["date_published"]
        == "2023-11-02T06:15:00Z"
    )


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ilse Brandt; Per Holm", ["Ilse Brandt", "Per Holm"]), (["Ilse Brandt", {"name": "Per Holm"}], ["Ilse Brandt", "Per Holm"]),
        ({"given": "Ilse", "family": "Brandt"}, ["Ilse Brandt"]), ([{"first_name": "Ilse", "last_name": "Brandt"}], ["Ilse Brandt"]),
        ("['Ilse Brandt', 'Per Holm']", ["Ilse Brandt", "Per Holm"]), ({"name": ["Ilse Brandt"]}, ["Ilse Brandt"]), (None, []), ("None", []), (7, []),
    ],
)  # fmt: skip
def test_authors_of_all_forms(value: object, names: list[str]) -> None:
    """Authors are strings, objects, lists of both, or a list that a table holds as text."""
    assert [s.value for s in records.read({"authors": value}).statements if s.field == "author"] == names


@pytest.mark.parametrize(
    "record",
    [
        {"maintext": BODY}, {"plaintext": BODY, "body": {"summary": [], "sections": []}}, {"content": {"rendered": BODY}}, {"fields": {"bodyText": BODY}},
        {"body": {"sections": [{"headline": [], "paragraphs": BODY.split("\n\n")}]}}, {"bodies": [{"contenttype": "text/plain", "value": BODY}, {"contenttype": "x", "value": "other"}]},
        {"content_elements": [{"type": "text", "content": p} for p in BODY.split("\n\n")]}, {"text": BODY.split("\n\n")}, {"text": "The ferry to Osk", "content": BODY},
        {"_source": {"title": "Ferry", "text": BODY}}, {"article": {"headline": "Ferry", "body": BODY}}, {"article": BODY}, {"Full Text": BODY},
    ],
)  # fmt: skip
def test_texts_of_all_forms(record: dict[str, object]) -> None:
    """The text is a string, a list of paragraphs, or an object that holds it; the fuller of two is taken."""
    assert records.read(record).body == BODY


def test_what_nothing_read_is_named() -> None:
    """A key that looks like a date's or an outlet's and that no table knows is returned as it is written."""
    record = {
        "title": "x",
        "Tag_der_Veröffentlichung_date": "2023-11-02",
        "paper_outlet_label": "Osk Courier",
        "date_download": "2023-11-05",
        "date": "4/5/2023",
    }
    assert set(records.read(record).unread) == {"Tag_der_Veröffentlichung_date", "paper_outlet_label", "date"}


def test_a_users_own_names_go_first() -> None:
    """A fields.toml adds names to fields, and takes a name from the field that had it."""
    toml = 'date_published = ["Drucktag"]\npublisher = "blatt"\nbody = ["wortlaut"]\n[ignored]\n'.replace(
        "[ignored]\n", ""
    )
    record: dict[str, object] = {
        "drucktag": "2023-11-02",
        "date": "2020-01-01",
        "Blatt": "Osk Courier",
        "Wortlaut": BODY,
        "text": "short",
    }
    assert (said(record, toml)["date_published"], said(record, toml)["publisher"]) == ("2023-11-02", "Osk Courier")
    assert records.read(record, records.field_names(toml)).body == BODY
    assert said({"source": "Ilse Brandt", "domain": "osk.example"}, 'author = ["source"]')["publisher"] == "osk.example"


@pytest.mark.parametrize(
    "toml", ["= broken", 'colour = ["red"]', "publisher = 4", 'publisher = ["!"]', "publisher = [4]"]
)
def test_a_broken_table_is_refused(toml: str) -> None:
    """A fields.toml that cannot be read is a mistake of its writer, and the message says which."""
    with pytest.raises(UsageError, match=r"fields\.toml"):
        records.field_names(toml)


def test_a_row_of_our_own_comes_back() -> None:
    """The columns of an exported article are read, with the source and the precision of its date."""
    row = {"headline": "Ferry", "article_body": BODY, "publisher": "Osk Courier", "republisher": "Bay News", "author": ["Ilse Brandt"], "in_language": "en",
           "date_published": "2023-11-02T00:00:00+00:00", "date_published_source": "url", "date_published_precision": "day", "url": "https://osk.example/1"}  # fmt: skip
    statements = {s.field: s for s in records.read(row).statements}
    assert (statements["date_published"].source, statements["date_published"].precision) == ("url", "day")
    assert {f: statements[f].value for f in ("headline", "publisher", "republisher", "author", "in_language", "url")} == {
        "headline": "Ferry", "publisher": "Osk Courier", "republisher": "Bay News", "author": "Ilse Brandt", "in_language": "en", "url": "https://osk.example/1",
    }  # fmt: skip


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["name", "value", "$date", "text", "role", "sections"]), inner, max_size=3),
    max_leaves=12,
)  # fmt: skip
keys = st.sampled_from(
    [
        "title",
        "text",
        "bodies",
        "date",
        "published",
        "source",
        "publisher",
        "author",
        "byline",
        "tags",
        "url",
        "time",
        "x",
    ]
)


@given(st.dictionaries(keys, values, max_size=8))
def test_any_record_is_survived(record: dict[str, object]) -> None:
    """No value under any key makes the reader raise, and the same record always reads the same."""
    first = records.read(record)
    assert first == records.read(record)
    assert json.dumps([s.value for s in first.statements])


def test_of_two_equal_texts_the_one_with_marked_paragraphs_is_taken() -> None:
    """A service that gives a text plain and marked up has its paragraphs only in the marked one; another text stays behind."""
    plain = BODY.replace("\n\n", " ")
    marked = "".join(f"<p>{p}</p>" for p in BODY.split("\n\n"))
    assert records.read({"title": "Ferry", "textContent": plain, "content": marked}).body == marked
    assert (
        records.read({"title": "Ferry", "textContent": plain, "content": marked + "<p>Share this.</p>"}).body == plain
    )
