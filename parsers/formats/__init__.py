"""One module, one format: bytes of a known media type to decoded text and statements.

`registry` knows every kind of file, `split` takes a file apart into documents, `reading` reads one of them.
"""
