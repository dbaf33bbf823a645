"""The only Prefect, HTTP, files, clock, settings and command line."""
