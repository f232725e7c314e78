"""What a runner can do: one verb per file, each reads, decides and remembers."""
