"""Watches: what they find, what they keep, and what is to be sent."""
