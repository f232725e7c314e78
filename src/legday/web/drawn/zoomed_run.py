"""Decides what the zoomable picture of a run is drawn from: places close together, in the runner's units, rounded to what an eye can tell."""

from collections.abc import Iterable
from typing import Any

from legday.running.along import Along
from legday.web.amounts import Amounts

MOST_PLACES = 1_500
"""A marathon every 28 m: below that a zoomed picture shows the watch, not the run (our setting)."""


def zoomed_run(along: Along, amounts: Amounts) -> dict[str, Any]:
    """What of a run is known along its way: `at` in km or mi (min, of a run without distance), `pace` s per km or mi, `heart` beats/min, `height` m or ft.

    A series of which nothing is known is left out; a gap is None.
    """
    unit = amounts.unit_m if along.by_distance else 60.0
    per_unit = amounts.unit_m / 1000
    places = along.places
    series = {
        "pace": _rounded((one.seconds_per_km and one.seconds_per_km * per_unit for one in places), 0),
        "heart": _rounded((one.heart_rate for one in places), 0),
        "height": _rounded((one.height and one.height / amounts.height_m for one in places), 1),
    }
    known = {name: values for name, values in series.items() if any(one is not None for one in values)}
    return {"at": [round(one.at / unit, 3) for one in places], **known}


def _rounded(values: Iterable[float | None], digits: int) -> list[float | None]:
    return [None if one is None else round(one, digits or None) for one in values]
