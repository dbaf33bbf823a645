"""Watches: questions that people keep, asked of what a run filed; what they found, and what is to be sent of it."""
