"""Files and folders: what is at a path, and what is new in a watched folder."""
