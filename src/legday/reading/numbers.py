"""Decides which values of a file are numbers."""

import math
from typing import Any


def number(value: Any) -> float:
    """A finite float of a number or its text, else NaN."""
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        return math.nan
    return found if math.isfinite(found) else math.nan


def number_or_none(value: Any) -> float | None:
    """A finite float, else None."""
    found = number(value)
    return None if math.isnan(found) else found
