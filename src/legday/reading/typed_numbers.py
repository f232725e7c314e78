"""Decides which number a person typed: a decimal comma or point, with or without a unit."""

import re

from legday.model.errors import AnswerRefused

_MASS = re.compile(r"(?P<number>\d{1,4}(?:[.,]\d{1,4})?)\s*(?P<unit>kg|lbs?)?", re.IGNORECASE)
_WEIGHT = re.compile(r"(?P<number>\d{1,4}(?:[.,]\d{1,3})?)(?P<unit>kg|lbs?)?", re.IGNORECASE)
_DISTANCE = re.compile(r"(?P<number>\d{1,4}(?:[.,]\d{1,4})?)\s*(?P<unit>km|mi|miles?)?", re.IGNORECASE)
_EITHER = re.compile(r"(?P<whole>\d+),(?P<rest>\d+)")


def whole(said: str, *, field: str) -> int:
    """A whole number. AnswerRefused for anything else."""
    if not (said.isascii() and said.isdecimal() and len(said) <= 9):
        raise AnswerRefused(field=field, value=said, problem="is not a whole number")
    return int(said)


def typed_mass(said: str, *, field: str, unit: str) -> tuple[float, str]:
    """Number and `kg` or `lb` of "70,5", "70.5 kg" or "155 lb"; without a unit it is in `unit`. AnswerRefused for anything else."""
    found = _MASS.fullmatch(said)
    if found is None:
        raise AnswerRefused(field=field, value=said, problem="is not a weight")
    named = (found["unit"] or unit).lower()
    return float(found["number"].replace(",", ".")), "lb" if named.startswith("lb") else "kg"


def typed_distance(said: str, *, field: str, unit: str) -> tuple[float, str]:
    """Number and `km` or `miles` of "42,195 km", "26.2 mi" or "10"; without a unit it is in `unit`."""
    found = _DISTANCE.fullmatch(said)
    if found is None:
        raise AnswerRefused(field=field, value=said, problem="is not a distance")
    named = (found["unit"] or unit).lower()
    return float(found["number"].replace(",", ".")), "km" if named == "km" else "miles"


def typed_weights(said: str, *, field: str, unit: str) -> list[str]:
    """The weights of "5 7,5 10 kg" or "12.5; 25 lb", each with its unit; without one they are in `unit`.

    AnswerRefused where a comma could part two weights and no semicolon does, and where the only unit stands apart at the end and is not the usual one: it
    could mean all of them, or the last.
    """
    joined = re.sub(r"(?<=\d)\s+(?=(?:kg|lbs?)\b)", "", said, flags=re.IGNORECASE)
    parts = [part for part in re.split(r"\s*[;/\n]\s*|,\s+|,$|\s+", joined) if part]
    found = [_weight(part, field=field, parted=";" in said) for part in parts]
    units = {said_unit for _, said_unit in found[:-1]}
    apart = re.search(r"\d\s+(?:kg|lbs?)\s*$", said, flags=re.IGNORECASE)
    if apart and units == {""} and found[-1][1] != unit:
        raise AnswerRefused(
            field=field, value=said, problem="says its unit once", remedy="the unit after each"
        )
    return [f"{number} {said_unit or unit}" for number, said_unit in found]


def _weight(part: str, *, field: str, parted: bool) -> tuple[str, str]:
    found = _WEIGHT.fullmatch(part)
    if found is None or (not parted and _could_be_two(found["number"])):
        problem = "is not a weight" if found is None else "could be one weight or two"
        raise AnswerRefused(field=field, value=part, problem=problem, remedy="spaces between the weights")
    said = (found["unit"] or "").lower()
    return found["number"].replace(",", "."), "lb" if said.startswith("lb") else said


def _could_be_two(number: str) -> bool:
    """`7,5` and `1,25` are one weight, `5,10` may be two: plates and dumbbells come in halves and quarters."""
    found = _EITHER.fullmatch(number)
    if found is None:
        return False
    small = int(found["whole"]) < 5
    return not (
        found["rest"] in {"5", "50", "75"} or (small and found["rest"] in {"25", "125", "375", "625"})
    )
