"""Files that are zip archives of XML (DOCX, ODT, EPUB, XLSX): their parts, unpacked within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from parsers import references
from parsers.errors import Rejected
from parsers.formats.pieces import MEBIBYTE
from parsers.model import Reason

LIMIT = 64 * MEBIBYTE
"""Bytes of one part."""

WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""How UTF-16 begins."""

_FAULTS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


class Package:
    """An opened package. Raises Rejected(`malformed`) for bytes that are none."""

    def __init__(self, payload: bytes, title: str) -> None:
        self._title = title
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(payload))
            self.names = frozenset(self._archive.namelist())
        except _FAULTS as error:
            raise Rejected(f"the {title} is damaged ({error})", Reason.MALFORMED, "fetch it again") from error

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None when it is not there. Raises Rejected when it is damaged, encrypted or too large."""
        if name not in self.names:
            return None
        try:
            with self._archive.open(name) as file:
                data = file.read(LIMIT + 1)
        except _FAULTS as error:
            raise Rejected(
                f"the {self._title} is damaged or encrypted ({error})", Reason.MALFORMED, "save it without a password"
            ) from error
        if len(data) > LIMIT:
            raise Rejected(f"{name} in it is more than {LIMIT // MEBIBYTE} MB", Reason.TOO_LARGE, "split it")
        return data

    def tree(self, name: str) -> etree._Element | None:
        """The root of an XML part; None when it is not there. Raises Rejected(`malformed`)."""
        data = self.part(name)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            recover=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(_mended(data), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Rejected(f"{name} in it is no XML ({error})", Reason.MALFORMED, "save it again") from error
        return root


def _mended(data: bytes) -> bytes:
    """An XML part without what a forgiving parser fails on later: bytes that are no UTF-8, references to no character."""
    if data.startswith(WIDE) or (data.isascii() and b"&#" not in data):
        return data
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if b"encoding=" in data[:100] and b"utf-8" not in data[:100].lower():
            return data  # in another encoding, as it says
        text = data.decode("utf-8", "replace")
    return references.valid(text).encode()
