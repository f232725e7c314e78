"""Which days, which exercises: proposes, checks, explains and compares plans."""
