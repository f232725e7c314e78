"""Decides how grams, metres and seconds are shown and read at the edge: kg or lb, km or mi."""

from legday.model.errors import InputError
from legday.model.runner import Units

GRAMS_PER_POUND = 453.59237
METRES_PER_MILE = 1609.344
METRES_PER_FOOT = 0.3048


def _trimmed(number: float, places: int) -> str:
    text = f"{number:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def weight_text(grams: int, units: Units) -> str:
    """`12500` → "12.5 kg" or "27.5 lb"; pounds to the nearest quarter."""
    if units is Units.IMPERIAL:
        return f"{_trimmed(round(grams / GRAMS_PER_POUND * 4) / 4, 2)} lb"
    return f"{_trimmed(grams / 1000, 2)} kg"


_METRIC_STEP_G = 50
"""Weights made in kilograms are whole multiples of this (our setting); what is not and is a quarter pound was made in pounds."""


def label_text(grams: int, units: Units) -> str:
    """A weight as it is printed on the thing: `12500` → "12.5 kg", `11340` → "25 lb", whatever units the runner reads.

    Exact: reading the text again gives the same grams. Where both could be meant, `units` decides.
    """
    quarters = round(grams / GRAMS_PER_POUND * 4)
    in_pounds = quarters > 0 and round(quarters / 4 * GRAMS_PER_POUND) == grams
    metric = units is Units.METRIC and grams % _METRIC_STEP_G == 0
    if in_pounds and not metric:
        return f"{_trimmed(quarters / 4, 2)} lb"
    return f"{_trimmed(grams / 1000, 3)} kg"


def distance_text(metres: int, units: Units) -> str:
    """`16093` → "16.1 km" or "10 mi"; one decimal."""
    if units is Units.IMPERIAL:
        return f"{_trimmed(metres / METRES_PER_MILE, 1)} mi"
    return f"{_trimmed(metres / 1000, 1)} km"


def pace_text(metres_per_second: float, units: Units) -> str:
    """`3.33` → "5:00/km" or "8:03/mi"."""
    length = METRES_PER_MILE if units is Units.IMPERIAL else 1000
    seconds = round(length / metres_per_second)
    return f"{seconds // 60}:{seconds % 60:02d}/{'mi' if units is Units.IMPERIAL else 'km'}"


def minutes_text(minutes: int) -> str:
    """`100` → "1:40 h", `45` → "45 min"."""
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02d} h"


def grams_from(number: float, unit: str, *, place: str = "weight") -> int:
    """Grams of a weight in kg, g or lb. InputError for any other unit or a weight outside 0–1,000 kg."""
    per_unit = {"kg": 1000.0, "g": 1.0, "lb": GRAMS_PER_POUND, "lbs": GRAMS_PER_POUND}
    if unit not in per_unit:
        raise InputError(value=unit, place=place, problem="is not a unit of weight", remedy="kg or lb")
    grams = round(number * per_unit[unit])
    if not 0 <= grams <= 1_000_000:
        raise InputError(value=f"{number:g} {unit}", place=place, problem="is not a weight a person lifts")
    return grams


def metres_from(number: float, unit: str, *, place: str = "distance") -> int:
    """Metres of a distance in m, km or mi. InputError for any other unit."""
    per_unit = {
        "m": 1.0,
        "km": 1000.0,
        "mi": METRES_PER_MILE,
        "mile": METRES_PER_MILE,
        "miles": METRES_PER_MILE,
    }
    if unit not in per_unit:
        raise InputError(value=unit, place=place, problem="is not a unit of distance", remedy="km or mi")
    return round(number * per_unit[unit])
