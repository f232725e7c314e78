"""Files out: what legday gives to calendars, watches, people and other programs."""
