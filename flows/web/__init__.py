"""HTTP: fetching, allowed addresses, decoding, pages, feed discovery, polling, the feeds file."""
