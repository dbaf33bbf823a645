"""What a watch may say, and what is said about one that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.watches import Watch, checked


@pytest.mark.parametrize(
    "target",
    ["mailto:desk@press.example", "https://hooks.press.example/in?x=1", "http://127.0.0.1:8080/h", "$TEAM_HOOK"],
)
def test_targets_that_hold_no_secret(target: str) -> None:
    """Mail addresses, web addresses and names of the environment are written down."""
    assert checked(Watch(name="a", kind="search", question="ferry", targets=(target,))).targets == (target,)


@pytest.mark.parametrize(
    "target",
    [
        "ntfy://topic", "https://user:word@press.example/", "mailto:a@b.example?bcc=c@d.example", "mailto:a@b.example,c@d.example",
        "mailto:a@b.example\r\nBcc: c@d.example", "https://press.example/\r\nX: y", "ftp://press.example", "$", "$A B", "",
    ],
)  # fmt: skip
def test_targets_that_are_refused(target: str) -> None:
    """Addresses with passwords, with more headers or recipients, or of other services are not written into the database."""
    with pytest.raises(ValueError, match="cannot send to"):
        checked(Watch(name="a", kind="search", question="ferry", targets=(target,)))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "../x"}, "name"), ({"name": " a"}, "name"), ({"question": " "}, "asks nothing"), ({"kind": "sql", "question": None}, "SELECT"),
        ({"kind": "spread"}, "outlets"), ({"outlets": 3}, "spread only"), ({"at_least": 3.0}, "measure only"), ({"question": "x" * 4001}, "4,000"),
        ({"kind": "measure", "at_least": 3.0, "at_most": 2.0}, "more than"), ({"since": date(2024, 2, 1), "until": date(2024, 2, 1)}, "not before"),
        ({"pace": "now"}, "pace"), ({"send_at": "7"}, "time of day"), ({"quiet": "22"}, "stretch"), ({"timezone": "Mars/Base"}, "time zone"),
        ({"networks": ("x",)}, "network"), ({"targets": ("$A",) * 21}, "20 are allowed"), ({"kind": "rumour"}, "unknown"),
    ],
)  # fmt: skip
def test_a_watch_that_cannot_be_says_why(fields: dict[str, object], said: str) -> None:
    """Every mistake is a sentence that names the part and what to write."""
    with pytest.raises(ValueError, match=said):
        checked(Watch(**({"name": "a", "kind": "search", "question": "ferry"} | fields)))  # type: ignore[arg-type]
