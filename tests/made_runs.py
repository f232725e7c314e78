"""Makes recordings and their samples for tests, an even run by default."""

from datetime import UTC, datetime
from typing import Any

import numpy as np

from legday.model.runs import FileFormat, Recording, Samples, Sport

START = datetime(2026, 3, 1, 8, tzinfo=UTC)


def made_samples(seconds: int = 600, *, speed: float = 3.0, **columns: Any) -> Samples:
    """One sample a second, due north from 46° N 14.5° E."""
    t = np.arange(seconds + 1, dtype=np.float64)
    metres = t * speed
    even = {
        "t": t,
        "metres": metres,
        "heart_rate": np.full(t.size, 140.0),
        "altitude": 300 + 20 * np.sin(t / 60),
        "cadence": np.full(t.size, 172.0),
        "latitude": 46 + metres / 111_195,
        "longitude": np.full(t.size, 14.5),
    }
    return Samples(**{**even, **columns})


def made_recording(**facts: Any) -> Recording:
    even = {
        "sport": Sport.RUN,
        "start": START,
        "elapsed_s": 600,
        "moving_s": 600,
        "file": "run.fit",
        "sha256": "a" * 64,
        "format": FileFormat.FIT,
        "metres": 1800,
    }
    return Recording(**{**even, **facts})
