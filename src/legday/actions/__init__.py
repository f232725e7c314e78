"""What a runner can do, one verb per file: read, decide, remember."""
