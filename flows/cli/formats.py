"""`newsdesk formats`: which kinds of files are read, what they hold, and what to do with those that are not."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from flows.cli.output import ListFormat, deliver_rows
from flows.cli.terminal import console, table

DOCUMENTS = {"document": "one", "either": "one or more", "members": "many"}


def formats(
    name: Annotated[str, Parameter(help="Only those whose title, ending or media type holds this.")] = "",
    *,
    format: ListFormat = "table",
) -> int:
    """List the kinds of files that can be handed in, and those that are known and refused, with what to do instead.

    A file is known by its content first and its name second. What holds several documents is taken apart: each is filed
    by itself, as FILE#1, FILE#2 …

    Example: newsdesk formats
    Example: newsdesk formats excel
    """
    from parsers.formats.registry import described

    wanted = name.casefold()
    kinds = [
        k for k in described() if wanted in f"{k.title} {' '.join(k.endings)} {k.media_type} {k.remedy}".casefold()
    ]
    if format != "table":
        names = ("title", "media_type", "endings", "holds", "library", "limit", "remedy")
        deliver_rows(names, ([getattr(k, n) for n in names] for k in kinds), format)
        return 0 if kinds else 1
    read = [
        (k.title, DOCUMENTS[k.holds], " ".join(k.endings), k.library, k.limit) for k in kinds if k.holds != "refused"
    ]
    refused = [(k.title, " ".join(k.endings), k.remedy) for k in kinds if k.holds == "refused"]
    out = console()
    if read:
        out.print(table(("read", "documents", "endings", "by", "limit"), read))
    if refused:
        out.print(("\n" if read else "") + "Known and refused:\n")
        out.print(table(("refused", "endings", "do this instead"), refused))
    if not kinds:
        out.print(f"no format is called {name}; newsdesk formats lists all")
    return 0 if kinds else 1
