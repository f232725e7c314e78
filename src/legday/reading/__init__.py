"""Files in: what a file holds, read without ever letting one bad file stop the rest."""
