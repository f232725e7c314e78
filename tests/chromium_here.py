"""Where the Chromium is that pages are looked at with, and how it is started so that it asks nobody anything."""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def found_chromium() -> str | None:
    """The one that CHROMIUM names, else the first on the path; None where there is none, or not the one that was named."""
    said = os.environ.get("CHROMIUM", "")
    if said:
        return said if Path(said).exists() else None
    return next(filter(None, map(shutil.which, NAMES)), None)
