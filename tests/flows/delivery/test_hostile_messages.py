"""What a watch says of hostile documents is text in every message: mail, JSON for programs, Atom and JSON feeds."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest

from flows.delivery import content, feed_files, mail
from flows.monitoring import watch_alerts
from warehouse.watching.alerts import Alert
from warehouse.watching.outbox import Message

AT = datetime(2026, 5, 1, 12, tzinfo=UTC)
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What a terminal, a mail program or a page would obey and not show."""

WORDS = (
    "\x1b[2Jcleared", "\x1b]0;owned\x07title", "\x9b31m red \x9d", "abc\u202egnp.exe\u2066", "=cmd|' /C calc'!A0", "\r\nBcc: all@example.org\r\n\r\nbody",
    "<script>alert(1)</script>", "![p](http://evil.example/a.png) [l](javascript:alert(1))", "]]><x/>&amp;&#27;", "\ud7ff\ufffe\U0001f600\u200b",
)  # fmt: skip


def alert(said: str) -> Alert:
    """An alert in which every word that a document or a person can choose is the same."""
    return Alert(
        watch="boats", alert_id="a1", story_id="s1", article_id="s1", fact_id=None, headline=said, publisher=said, url=said,
        date_published=AT, exact=said, start=0, end=len(said), why=said, found_at=AT,
    )  # fmt: skip


@pytest.mark.parametrize("said", WORDS)
def test_a_mail_is_text_with_the_headers_that_are_ours(said: str) -> None:
    """No header, no part and no control comes from a document."""
    message = Message(message_id="m1", target="mailto:ana@example.org", attempts=1, alerts=(alert(said),), networks=(), quiet=())  # fmt: skip
    letter = message_from_bytes(bytes(mail.letter(message, message.target, "desk@example.org", AT)), policy=default)
    ours = {"subject", "from", "to", "date", "message-id", "auto-submitted", "content-type", "content-transfer-encoding", "mime-version"}  # fmt: skip
    assert {name.lower() for name in letter} <= ours
    assert letter.get_content_type() == "text/plain"
    assert not OBEYED.findall(letter.get_content().replace("\r\n", "\n"))
    assert not OBEYED.findall(str(letter["Subject"]))


@pytest.mark.parametrize("said", WORDS)
def test_json_holds_the_exact_words_and_no_control(said: str) -> None:
    """Shown in a terminal the bytes command nothing; read as JSON they are what the document says."""
    message = Message(message_id="m1", target="https://hook.example/", attempts=1, alerts=(alert(said),), networks=(), quiet=())  # fmt: skip
    for payload in (content.body(message), feed_files.json_feed("boats", [alert(said)], "s")):
        text = payload.decode()
        assert not OBEYED.findall(text)
    read = json.loads(content.body(message))["alerts"][0]
    assert (read["headline"], read["exact"], read["why"]) == (said, said, said)


@pytest.mark.parametrize("said", WORDS)
def test_an_atom_feed_is_well_formed_and_has_the_elements_that_are_ours(said: str) -> None:
    """Whatever a document says is the text of an element; an address that is none of the web's is not linked."""
    payload = feed_files.atom("boats", [alert(said)])
    tree = ET.fromstring(payload)
    assert {e.tag.rpartition("}")[2] for e in tree.iter()} <= {"feed", "id", "title", "updated", "author", "name", "entry", "published", "summary"}  # fmt: skip
    assert not OBEYED.findall(payload.decode())


@pytest.mark.parametrize("said", WORDS)
def test_the_page_of_alerts_has_one_line_an_alert(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In Prefect's page of alerts no line, link, picture or element comes from a document."""
    left: list[str] = []
    monkeypatch.setattr("prefect.artifacts.create_markdown_artifact", lambda markdown, **_: left.append(markdown))
    watch_alerts.leave([alert(said)])
    watch_alerts.leave([alert("harmless")])
    hostile, harmless = left
    assert len(hostile.splitlines()) == len(harmless.splitlines())
    assert not OBEYED.findall(hostile)
    assert not re.search(r"(?<!\\)(?:<[a-z]|!\[|\]\()", hostile)
