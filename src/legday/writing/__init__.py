"""Files out: plans, calendars, recordings and the journal's text."""
