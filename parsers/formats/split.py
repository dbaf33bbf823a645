"""A file to the documents in it: the one pure way in, for whatever was dropped, in bounded memory.

    file | look at its head | the registry names its kind
         | a document       → one member, the file's own bytes
         | a container      → its members `file#n`, each looked at in turn when it is a file itself
         | known, refused   → one refusal that says what to do
         | text that is no prose, bytes that are nothing known → the document's reader refuses it, with its bytes kept

Every member ends as one piece. What is beyond a limit is one refused piece that says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from parsers.errors import Rejected
from parsers.fields.records.names import with_names
from parsers.formats import registry
from parsers.formats.pieces import LIMITS, MEBIBYTE, Fault, Inside, Limits, Member, Nested, Note, Part, Piece, Refused
from parsers.formats.source import Readable, Source
from parsers.model import Reason, Statement, UserNames
from parsers.record import changed
from parsers.sniff import HTML

KEPT = 16 * MEBIBYTE
"""Bytes of a file inside a file that are held while it is read, so that they can be kept when it proves damaged."""

NESTED_REMEDY = "unpack it, and hand in what is inside"


def split(file: Readable, name: str, limits: Limits = LIMITS, names: UserNames = ()) -> Iterator[Piece]:
    """Everything in a file, lazily. `name` is what the pieces are called after, `names` are a user's own of fields.

    Never raises for what is in the file.
    """
    budget = _Budget(limits, name)
    source = Source(file, name)
    source.names = with_names(names)
    yield from _split(source, (), None, budget, 0)
    if budget.beyond():
        yield _too_many(budget, source.kind)


class _Budget:
    """What is left of the limits of one file."""

    def __init__(self, limits: Limits, name: str) -> None:
        self.limits = limits
        self.name = name
        """The outermost file's, whose bytes its owner has."""
        self.members = 0
        self.last: dict[str, int] = {}
        """The number of the last member, by the name of its file."""

    def count(self, name: str, ordinal: int | None) -> None:
        """Keep the number of a member, or of what is refused in its place: the next one gets another."""
        if ordinal is not None:
            self.last[name] = ordinal

    def spent(self) -> bool:
        """Count a member; whether it is one too many."""
        self.members += 1
        return self.beyond() > 0

    def beyond(self) -> int:
        """How many members there were behind those that are read."""
        return max(0, self.members - self.limits.members)

    def is_over(self) -> bool:
        """Whether not even more of them are counted."""
        return self.beyond() >= self.limits.counted


def _split(
    source: Source, statements: tuple[Statement, ...], charset: str | None, budget: _Budget, depth: int
) -> Iterator[Piece]:
    try:
        yield from _pieces(source, statements, charset, budget, depth)
    except Rejected as error:
        source.reported = True  # that what is behind is damaged, too, is no second outcome
        yield _refused(source, error, source.kept() if source.name != budget.name else None)
    except Exception as error:  # noqa: BLE001 - the border where a defect of a reader becomes an outcome, with its cause named
        yield Refused(
            name=source.name, reason=Reason.UNREADABLE, detail=f"its reader failed ({type(error).__name__}: {error})"[:300],
            remedy="report this file; `newsdesk quarantine retry` takes it up again after an update", media_type=source.kind,
        )  # fmt: skip


def _pieces(
    source: Source, statements: tuple[Statement, ...], charset: str | None, budget: _Budget, depth: int
) -> Iterator[Piece]:
    look = source.look()
    kind = registry.kind_of(look)
    container = registry.container(kind) if kind else None
    source.kind = kind.media_type if kind else None
    if container is None or kind is None or (kind.media_type == HTML and depth >= budget.limits.depth):
        yield from _document(source, statements, charset, budget)
        return
    if depth >= budget.limits.depth:
        raise Rejected(f"{kind.title} inside {depth} other files", Reason.NESTED_COMPRESSION, NESTED_REMEDY)
    if depth:
        source.hold(KEPT)
    for inside in container(source, look, budget.limits):
        if isinstance(inside, Nested):
            inside.source.names = source.names
        elif isinstance(inside, Part) and inside.ordinal is None:  # the file itself, as it was declared
            inside.media_type, inside.charset = inside.media_type or source.declared, inside.charset or charset
        for piece in _named(source.name, inside, statements, budget, depth):
            yield piece if source.name == budget.name else _with_bytes(piece, source)
        if budget.is_over():
            return


def _with_bytes(piece: Piece, source: Source) -> Piece:
    """The refusal of a file inside a file as a whole, with its bytes; those of the outermost file its owner has."""
    if isinstance(piece, Refused) and piece.payload is None and piece.name == source.name:
        return changed(piece, payload=source.kept(), media_type=source.kind)
    return piece


def _document(
    source: Source, statements: tuple[Statement, ...], charset: str | None, budget: _Budget
) -> Iterator[Member]:
    """The source as one document, with the name that it had inside its archive; none when it is one too many."""
    if budget.spent():
        return
    payload = source.whole(budget.limits.document)
    if source.label != source.name:
        statements = (*statements, Statement(field="filename", value=source.label, source="filename"))
    yield Member(payload=payload, name=source.name, media_type=source.declared, charset=charset, statements=statements)


def _named(
    name: str, inside: Inside, statements: tuple[Statement, ...], budget: _Budget, depth: int
) -> Iterator[Piece]:
    """What a container gave, under its full name; nested files are split in turn."""
    if isinstance(inside, Note):
        yield inside
    elif isinstance(inside, Nested):
        inside.source.name = _numbered(name, inside.ordinal)
        yield from _split(inside.source, statements + inside.statements, inside.charset, budget, depth + 1)
    elif budget.spent():
        return
    elif isinstance(inside, Fault):
        behind = budget.last.get(name)
        ordinal = inside.ordinal or (behind + 1 if behind else None)
        budget.count(name, ordinal)
        yield Refused(
            name=_numbered(name, ordinal),
            reason=inside.reason,
            detail=inside.detail,
            remedy=inside.remedy,
            payload=inside.payload,
            media_type=inside.media_type,
        )
    else:
        budget.count(name, inside.ordinal)
        yield _member(name, inside, statements)


def _numbered(name: str, ordinal: int | None) -> str:
    return name if ordinal is None else f"{name}#{ordinal}"


def _member(name: str, part: Part, statements: tuple[Statement, ...]) -> Member:
    return Member(
        payload=part.payload,
        name=_numbered(name, part.ordinal),
        media_type=part.media_type,
        charset=part.charset,
        statements=statements + part.statements,
        source_kind=part.source_kind,
        entry_key=part.entry_key,
        note=part.note,
    )


def _too_many(budget: _Budget, kind: str | None) -> Refused:
    """One refusal for all documents behind those that are read."""
    more = f"{'at least ' * budget.is_over()}{budget.beyond():,}"
    return Refused(
        name=budget.name,
        reason=Reason.TOO_MANY,
        detail=f"{budget.limits.members:,} documents of a file are read, and {more} more were not",
        remedy="raise NEWSDESK_FILE_DOCUMENTS and run `newsdesk quarantine retry`, or split the file and hand in the parts",
        media_type=kind,
    )


def _refused(source: Source, error: Rejected, payload: bytes | None) -> Refused:
    return Refused(
        name=source.name,
        reason=Reason(error.reason),
        detail=error.detail,
        remedy=error.remedy,
        payload=payload,
        media_type=source.kind,
    )
