"""What keeps running: the Prefect server, the deployments, the watcher, and the supervisor of these processes."""
