"""Alerts of watches on their way out: feed files, mail, webhooks, and the services that Apprise knows (docs/watches.md)."""
