"""Files in: runs, run plans, the journal as text, the profile."""
