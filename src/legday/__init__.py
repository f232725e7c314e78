"""legday plans leg strength for runners around the runs they really do."""

__version__ = "0.1.0"
