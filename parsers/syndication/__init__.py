"""One story and everyone who reprinted it: fingerprints of texts, and judgements on pairs of them."""

from parsers.syndication.fingerprint import fingerprint

__all__ = ["fingerprint"]
