"""One run of the desk, without Prefect: receive, parse in worker processes, record, reconcile, publish."""
