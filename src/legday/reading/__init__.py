"""Files in: recordings, run plans, profiles, plans and the journal's text, each read into values of the model."""
