"""Files out: calendars, JSON, Markdown, journal text and recordings, each in its own format."""
