"""The error tree of the desk.

NewsdeskError
├── DocumentError            one document; carries its id; becomes an outcome, never stops the others
│   ├── Rejected             the bytes are no article: a named reason and what to do about it
│   └── ParserFault          our own code failed on it: outcome `failed`, cause chained
├── WarehouseError           the database as a whole
│   ├── DatabaseForeign      the file is no newsdesk database
│   ├── DatabaseDamaged      blocks of the file cannot be read, or are not what was written
│   ├── PublishedChanged     the published file is not the one that newsdesk published last
│   ├── DatabaseNewer        the file was written by a newer newsdesk
│   ├── DatabaseOlder        a published file of an older newsdesk lacks what is asked for
│   ├── DatabaseBusy         another process holds it and did not let go in time
│   └── MigrationChanged     a migration already applied has other contents than the ledger recorded
├── FetchError               one address could not be read over the network
├── DeliveryFailed           a message could not be delivered
├── MirrorFailed             a mirror in another database could not be brought up to date
├── QuestionError            a query cannot be answered; the message is the database's
└── UsageError               the person asked for something that cannot be (exit code 2)
"""

from __future__ import annotations


class NewsdeskError(Exception):
    """Anything the desk itself can say went wrong; the message is a plain sentence with what to do."""


class DocumentError(NewsdeskError):
    """Something about one document. `document` is its source URI or id."""

    def __init__(self, document: str, reason: str, remedy: str = "") -> None:
        self.document = document
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{document}: {reason}" + (f" — {remedy}" if remedy else ""))


class Rejected(DocumentError):
    """The bytes hold no article we can file; `reason` is one of the codes in `parsers.model.Reason`.

    Readers raise it with what is wrong; the pipeline, which knows the document, turns it into a `Rejection`.
    """

    def __init__(self, detail: str, reason: str, remedy: str = "", document: str = "document") -> None:
        self.detail = detail
        super().__init__(document, reason, remedy)


class ParserFault(DocumentError):
    """A parser raised on this document: a defect of ours, to be reported with the document."""


class WarehouseError(NewsdeskError):
    """The database cannot be used as it is."""


class DatabaseForeign(WarehouseError):
    """The file exists and is no newsdesk database; it was left untouched."""


class DatabaseDamaged(WarehouseError):
    """Blocks of the file cannot be read, or are not what was written; the message names the file and what to do."""


class PublishedChanged(WarehouseError):
    """The published file is not the one that newsdesk published last; nothing was published, and a person has to choose."""


class DatabaseNewer(WarehouseError):
    """The file was written by a newer newsdesk; it was left untouched."""


class DatabaseOlder(WarehouseError):
    """The published file was written by an older newsdesk, and was not brought up to date yet."""


class DatabaseBusy(WarehouseError):
    """Another process holds the database and did not let go in time."""


class MigrationChanged(WarehouseError):
    """A migration that the ledger says was applied has other contents now."""


class FetchError(NewsdeskError):
    """One address could not be read: who, why, and whether to try again."""

    def __init__(self, url: str, reason: str, *, retry_after: float | None = None) -> None:
        self.url = url
        self.reason = reason
        self.retry_after = retry_after
        super().__init__(f"{url}: {reason}")


class DeliveryFailed(NewsdeskError):
    """A message was not taken: by which means, and why; the reason holds no secret."""

    def __init__(self, means: str, reason: str) -> None:
        self.reason = f"{means}: {reason}"
        super().__init__(self.reason)


class MirrorFailed(NewsdeskError):
    """A mirror was not brought up to date: which one, and why; what it had before is in it still. Neither holds a password."""

    def __init__(self, target: str, reason: str) -> None:
        self.reason = reason
        super().__init__(f"{target}: {reason}")


class QuestionError(NewsdeskError):
    """A query that the database cannot answer, in the database's words."""


class UsageError(NewsdeskError):
    """What was asked for cannot be done; the message says what can."""
