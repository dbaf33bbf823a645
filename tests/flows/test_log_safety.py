"""Logs hold no secrets and nothing that a terminal would obey, whoever writes them."""

from __future__ import annotations

import base64
import io
import logging
import subprocess
import sys

import pytest

from flows import log_safety
from flows.child_processes import command
from flows.log_safety import SafeRecord, clean
from parsers.errors import UsageError

SECRET = "hunter2-Corr3ct-Horse"
TOLD = (
    f"GET https://user:{SECRET}@press.example/feed failed", f"postgresql+asyncpg://prefect:{SECRET}@db.example:5432/prefect", f"https://{SECRET}@git.example/x.git",
    f"Authorization: Bearer {SECRET}", f"{{'authorization': 'Basic {SECRET}', 'accept': '*/*'}}", f"headers=[(b'authorization', b'Basic {SECRET}')]", f"Proxy-Authorization: Digest {SECRET}",
    f"Cookie: session={SECRET}", f"x-api-key: {SECRET}", f"sent Bearer {SECRET}", f"host=db password={SECRET} user=x", f'{{"password": "{SECRET}"}}', f"?api_key={SECRET}&q=ferry",
    f"https://api.example/v1?access_token={SECRET}", f"client_secret: {SECRET}", f"PREFECT_API_AUTH_STRING=desk:{SECRET}",
)  # fmt: skip


@pytest.fixture
def logged() -> io.StringIO:
    """What a log says."""
    return io.StringIO()


@pytest.fixture
def log(logged: io.StringIO) -> logging.Logger:
    """A logger whose handler is an ordinary one."""
    logger = logging.Logger("newsdesk.trial")
    handler = logging.StreamHandler(logged)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    logger.addHandler(handler)
    return logger


@pytest.mark.parametrize("text", TOLD)
@pytest.mark.parametrize("how", ["message", "argument", "error", "traceback"])
def test_secrets_are_not_logged(text: str, how: str, log: logging.Logger, logged: io.StringIO) -> None:
    """In the message, in its arguments, in an exception given as one, and in a traceback."""
    if how == "message":
        log.warning(text)
    elif how == "argument":
        log.warning("asked: %s", text)
    elif how == "error":
        log.warning("failed: %s", ValueError(text))
    else:
        try:
            raise ValueError(text)
        except ValueError:
            log.exception("failed")
    assert SECRET not in logged.getvalue()
    assert log_safety.HIDDEN in logged.getvalue()


@pytest.mark.parametrize(
    "text",
    ["filed 12 documents from https://press.example/a@b?q=1", "Basic research and bearer bonds: a headline", "the secretary said: tokens are free", "https://press.example/user/feed", "mail to desk@press.example"],
)  # fmt: skip
def test_ordinary_lines_stay(text: str) -> None:
    """Addresses, headlines and mail addresses are logged as they are."""
    assert clean(text) == text


def test_the_desks_own_password_is_never_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not as it is set, not alone, not as HTTP sends it."""
    monkeypatch.setenv("PREFECT_API_AUTH_STRING", f"desk:{SECRET}")
    sent = base64.b64encode(f"desk:{SECRET}".encode()).decode()
    said = clean(f"a {SECRET} b desk:{SECRET} c {sent} d")
    assert SECRET not in said
    assert sent not in said


def test_names_of_files_cannot_forge_lines_or_command_a_terminal(log: logging.Logger, logged: io.StringIO) -> None:
    """A line break in a name is shown, and so are escapes."""
    log.warning("rejected: %s", "a\n10:00:00 watcher: all is well\x1b[2J\u202e")
    assert logged.getvalue() == "WARNING rejected: a\\u000a10:00:00 watcher: all is well\\u001b[2J\\u202e\n"


def test_every_process_of_ours_logs_safely() -> None:
    """Importing any module of the package is enough, and Prefect's loggers are covered, too."""
    code = f"import flows.clock, logging; logging.basicConfig(); logging.getLogger('httpx').warning('Authorization: {SECRET}')"
    done = subprocess.run([*command("flows.clock")[:1], "-P", "-c", code], capture_output=True, text=True, timeout=600, check=True)  # fmt: skip
    assert SECRET not in done.stderr
    assert "Authorization: ***" in done.stderr
    assert logging.getLogRecordFactory() is SafeRecord
    assert sys.executable


def test_an_error_of_ours_is_one_line(
    log: logging.Logger, logged: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what happened and what to do; where it was raised is logged where it is wanted, and for every other error."""
    for error, wanted, traced in (
        (UsageError("there is no such folder"), "", False),
        (UsageError("there is no such folder"), "1", True),
        (KeyError("x"), "", True),
    ):
        monkeypatch.setenv("NEWSDESK_TRACEBACK", wanted)
        logged.truncate(0)
        try:
            raise error
        except Exception:
            log.exception("the run failed: %r", error)
        assert "the run failed" in logged.getvalue()
        assert ("Traceback" in logged.getvalue()) == traced
