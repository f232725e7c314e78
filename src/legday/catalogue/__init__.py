"""What legday knows: one file per fact, words apart from numbers, and one small reader."""
