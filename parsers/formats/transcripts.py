"""WebVTT and SubRip: what is said in a recording, as text. Cues of one speaker are joined; what is only heard is left out.

A file is one article. Names come from voice spans (`<v Ada Lund>`) and stay where they are printed (`LUND: …`). The cues say
at which second of a recording something is said, not when it was said: no time is filed. Nobody says a headline or an outlet.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.charset import decode, mend
from parsers.errors import Rejected
from parsers.formats import said
from parsers.formats.blocks import of_pieces
from parsers.formats.look import Kind, Look
from parsers.model import Copy, RawDocument, Reason, Statement

VTT, SRT = "text/vtt", "application/x-subrip"
MEDIA_TYPES = (VTT, SRT)

_CLOCK = r"(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMING = re.compile(rf"[ \t]*(?P<start>{_CLOCK})[ \t]*-->[ \t]*(?P<end>{_CLOCK})(?:[ \t][^\n]*)?")
_VTT = re.compile(r"WEBVTT(?:[ \t\n]|\Z)")
_SRT = re.compile(rf"(?:\d{{1,6}}[ \t]*\n)?{_TIMING.pattern}(?:\n|\Z)")
_LANGUAGE = re.compile(r"^Language:[ \t]*(?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[ \t]*$", re.M)

_VOICE = re.compile(r"<v(?:\.[^\s>]{0,80})?[ \t]+(?P<name>[^<>]{1,120})>|</v>")
_RUBY = re.compile(r"<rt>[^<]{0,200}</rt>")
_TAG = re.compile(
    r"</?(?:[ibucv]|b|font|lang|ruby|rt|rp)(?:[. ][^<>]{0,200})?>|<\d[\d:.]{3,14}>|\{\\[^{}]{1,80}\}", re.I
)
_HEARD = re.compile(r"(?:\[[^\[\]]{1,80}\]|\([^()]{1,80}\)|\*[^*]{1,60}\*|[♪♫♩♬#\s])+|[ \t]*[♪♫♩♬].*")
"""Lines of notes in brackets, and lines that are sung."""

_CHANGE = re.compile(r"(?:>{2,3}|[-–—])[ \t]*(?=\S)")
"""How captions mark that another person speaks."""

_ENDED = re.compile(r"[.!?…。！？][\"”’»)\]]*\Z")

PAUSE, LONG = 2.0, 600
"""Seconds between two cues, and characters of a paragraph, at which a paragraph without a speaker ends with its sentence."""

ROLLING = 0.3
"""Share of the cues that begin with the last line of the one before in captions that roll up."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """What is shown from `start` to `end`, in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A line of a speaker; `fresh` when it is marked that another one speaks."""

    speaker: str | None
    text: str
    start: float
    end: float
    fresh: bool


def _is_vtt(look: Look) -> bool:
    return _VTT.match(look.start) is not None


def _is_srt(look: Look) -> bool:
    return _SRT.match(look.start) is not None


KINDS = (
    Kind(media_type=VTT, title="WebVTT transcript", matches=_is_vtt, holds="document", endings=(".vtt",)),
    Kind(media_type=SRT, title="SubRip transcript", matches=_is_srt, holds="document", endings=(".srt",)),
)


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of a transcript: a paragraph for each turn. Raises Rejected(`undecodable`, `no_text`)."""
    decoded = decode(raw.payload, raw.charset, raw.source_uri)
    text, _ = mend(decoded.text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    head = text.partition("\n\n")[0] if media_type == VTT else ""
    cues = _unrolled(tuple(_cues(text, media_type == VTT)))
    shown = [line for cue in cues for line in cue.lines]
    turns = [turn for cue in cues for turn in _said(cue)]
    paragraphs = tuple(_paragraphs(turns))
    if not paragraphs:
        raise Rejected(
            "a transcript in which nothing is said", Reason.NO_TEXT, "nothing to do, unless it should have words"
        )
    whole, blocks = of_pieces(("paragraph", paragraph) for paragraph, _ in paragraphs)
    blocks = tuple(replace(b, speaker=who) for b, (_, who) in zip(blocks, paragraphs, strict=True))
    heard = sum(_HEARD.fullmatch(_bare(line)) is not None for line in shown if _bare(line))
    return Copy(
        text=whole,
        media_type=media_type,
        charset=decoded.charset,
        statements=raw.statements + _statements(head),
        blocks=blocks,
        notes=(f"lines of music and sounds left out: {heard}",) if heard else (),
    )


def _statements(head: str) -> tuple[Statement, ...]:
    found = _LANGUAGE.search(head)
    return said.all_said([("in_language", found["tag"] if found else None)])


def _cues(text: str, blank_ends: bool) -> Iterator[_Cue]:
    """The cues of a file. In WebVTT a blank line ends one; in SubRip the number and times of the next."""
    lines = text.split("\n")
    timings = [(at, found) for at, line in enumerate(lines) if "-->" in line and (found := _TIMING.fullmatch(line))]
    ends = [*(at for at, _ in timings), len(lines)][1:]
    for (at, found), end in zip(timings, ends, strict=True):
        held = lines[at + 1 : end]
        if blank_ends:
            held = held[: next((n for n, line in enumerate(held) if not line.strip()), len(held))]
        elif end < len(lines) and held and held[-1].strip().isdigit():
            held = held[:-1]
        shown = tuple(line.strip() for line in held if line.strip() and "-->" not in line)
        yield _Cue(_seconds(found["start"]), _seconds(found["end"]), shown)


def _seconds(clock: str) -> float:
    """A clock in seconds; hours may be missing."""
    whole, _, part = clock.replace(",", ".").partition(".")
    total = 0
    for figure in whole.split(":"):
        total = total * 60 + int(figure)
    return total + float(f"0.{part}")


def _unrolled(cues: Sequence[_Cue]) -> Sequence[_Cue]:
    """Captions that roll up, each line once: live captions show a line again above the next."""
    bare = [tuple(found for line in cue.lines if (found := _bare(line))) for cue in cues]
    again = [0] + [_repeated(one, two) for one, two in pairwise(bare)]
    if sum(map(bool, again)) < ROLLING * len(cues) or len(cues) < 4:
        return cues
    return [
        _Cue(cue.start, cue.end, tuple(line for line in cue.lines if _bare(line))[n:])
        for cue, n in zip(cues, again, strict=True)
    ]


def _repeated(before: Sequence[str], lines: Sequence[str]) -> int:
    """How many lines with which a cue begins are those with which the one before ended."""
    return next((n for n in range(min(len(before), len(lines)), 0, -1) if before[-n:] == lines[:n]), 0)


def _bare(line: str) -> str:
    """A line without its tags."""
    return " ".join(html.unescape(_TAG.sub("", _VOICE.sub("", _RUBY.sub("", line)))).split())


def _said(cue: _Cue) -> Iterator[_Said]:
    """The lines of a cue by speaker. A voice goes on over the line ends of its cue."""
    speaker: str | None = None
    for line in cue.lines:
        at = 0
        for found in (*_VOICE.finditer(line), None):
            text = _bare(line[at : found.start() if found else len(line)])
            if text and not _HEARD.fullmatch(text):
                marked = _CHANGE.match(text)
                yield _Said(speaker, text[marked.end() :] if marked else text, cue.start, cue.end, marked is not None)
            if found:
                speaker, at = (" ".join(html.unescape(found["name"]).split()) if found["name"] else None), found.end()


def _paragraphs(turns: Sequence[_Said]) -> Iterator[tuple[str, str | None]]:
    """The turns as paragraphs with the name of their voice, which also stands before its first words."""
    held: list[str] = []
    last: _Said | None = None
    for turn in turns:
        if last is not None and _begins(last, turn, sum(map(len, held))):
            yield " ".join(held), last.speaker
            held = []
        if turn.speaker and not held and (last is None or last.speaker != turn.speaker):
            held.append(f"{turn.speaker}:")
        held.append(turn.text)
        last = turn
    if last is not None:
        yield " ".join(held), last.speaker


def _begins(last: _Said, turn: _Said, length: int) -> bool:
    """Whether a line begins a paragraph: another speaks, or a sentence ended and a pause or much text is before it."""
    ended = _ENDED.search(last.text) is not None
    if turn.speaker != last.speaker or turn.fresh or _labelled(turn.text, ended):
        return True
    return ended and (turn.start - last.end >= PAUSE or length > LONG)


def _labelled(text: str, ended: bool) -> bool:
    """Whether a line begins with the name of who speaks: in capitals, or in words with capitals behind the end of a sentence."""
    head, colon, rest = text.partition(":")
    words = head.split()
    if not colon or not rest[:1].isspace() or not 0 < len(words) < 5 or not all(w[0].isalpha() for w in words):
        return False
    return (head.isupper() and not rest.isupper()) or (ended and all(word[0].isupper() for word in words))
