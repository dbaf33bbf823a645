"""The desk over HTTP, read-only: JSON under /api, pages for people, /metrics and /health. docs/api.md describes it."""
