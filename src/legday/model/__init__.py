"""What legday talks about: frozen values, their names and their arithmetic."""
