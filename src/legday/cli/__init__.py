"""The terminal: the same verbs as `actions/`, with words, colours and exit codes for people and scripts."""
