"""What can be known from the bytes alone: pure functions from raw documents to articles, edits and facts."""
