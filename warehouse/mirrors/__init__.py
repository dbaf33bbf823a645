"""Mirrors: copies of tables and views in another database or folder, kept up to date by writing only what changed."""
