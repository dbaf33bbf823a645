"""Alerts on their way out: mail, webhooks, feeds, and what happens when they are not taken."""
