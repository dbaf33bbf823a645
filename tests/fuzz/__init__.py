"""Damaged input, made from samples of every format, and what must hold for whatever comes in."""
