"""The HTML report, and the helpers for marked text and counted words that the command line shares with it."""
