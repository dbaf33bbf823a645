"""Copies and stories: distinct texts, links between them, trees of copies, borrowed passages."""
