"""What people and monitors see of a run: artifacts, events, metrics, the desk report, progress, history."""
