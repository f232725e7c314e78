"""Draws entries as a phone might send them: names that exist, days around today, numbers at and past their limits, any text."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from legday.catalogue.reader import read_catalogue
from legday.model.ids import new_id
from legday.store.entry_json import entry_schema

TODAY = date(2026, 11, 24)
CATALOGUE = read_catalogue()
EXERCISES = ("squat", "walking-lunge", "deadlift", "calf-raise", "box-jump", "plank", "single-leg-calf-raise")
PLACES = tuple(place for one in CATALOGUE.conditions.values() for place in one.places)[:6]
KINDS = [
    "SessionDone",
    "SetDone",
    "SessionSkipped",
    "SessionMoved",
    "ExerciseSwapped",
    "PainFelt",
    "RedFlagRaised",
    "ClearedByClinician",
    "SorenessFelt",
    "Slept",
    "Ill",
    "Away",
    "BodyMassSet",
    "KindCorrected",
    "Retracted",
]

days = st.integers(-500, 400).map(lambda off: (TODAY + timedelta(days=off)).isoformat())
near_days = st.integers(-21, 3).map(lambda off: (TODAY + timedelta(days=off)).isoformat())
clocks = st.sampled_from(["00:00:00", "07:30:00", "18:00:00", "23:59:59"])
walls = st.builds(lambda day, clock: f"{day}T{clock}", near_days | near_days | days, clocks)
numbers = st.sampled_from(
    [0, 1, 2, 3, 5, 8, 10, 12, 30, 45, 60, 600, 9_999, 10_000, 62_000, 400_000, 1_000_000]
)
texts = st.sampled_from(["", "", "<script>alert(1)</script>", "ok", '"#\\', "ü\n2", "👩🏽‍🦽"]) | st.text(
    max_size=3
)
PARTS: dict[str, Any] = {
    "exercise": st.sampled_from(EXERCISES),
    "was": st.sampled_from(EXERCISES),
    "now": st.sampled_from(EXERCISES),
    "instead_of": st.sampled_from(("", *EXERCISES)),
    "place": st.sampled_from(PLACES),
    "flag": st.sampled_from(tuple(CATALOGUE.red_flags)),
    "what": st.sampled_from(("", *PLACES)),
    "menu": st.sampled_from(("", "A", "B", "C", "Z")),
    "tempo": st.sampled_from(("", "3-1-1", "9-9-9")),
    "recording": st.sampled_from(("", "abc")),
    "start": walls,
    "planned": walls,
    "rir": st.integers(0, 10),
    "score": st.integers(0, 10),
    "effort": st.integers(0, 10),
    "minutes": st.integers(1, 600),
    "readiness": st.integers(1, 5),
    "weekday": st.integers(0, 6),
    "grams": st.integers(20_000, 400_000),
    "weight_g": st.sampled_from([0, 5_000, 10_000, 40_000, 1_000_000]),
    "reps": st.integers(0, 30) | st.just(9_999),
    "volume": st.integers(0, 100_000),
}
SCHEMA = entry_schema("")


@st.composite
def ids(draw: st.DrawFn) -> str:
    moment = datetime.combine(TODAY, time(), tzinfo=UTC) + timedelta(
        seconds=draw(st.integers(-(10**6), 10**6))
    )
    return str(new_id(moment, draw(st.binary(min_size=10, max_size=10))))


def values(schema: dict[str, Any], key: str) -> st.SearchStrategy[Any]:
    """JSON of a schema, under a key whose values are known, where they are."""
    if "anyOf" in schema:
        return st.one_of([values(one, key) for one in schema["anyOf"]])
    if "$ref" in schema:
        return values(SCHEMA["$defs"][schema["$ref"]], key)
    kind = schema.get("type")
    if kind == "null":
        return st.none()
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum", [schema.get("const")]))
    if kind == "object":
        return objects(schema)
    if key in PARTS and kind != "array":
        return PARTS[key]
    return _plain(schema, key, kind)


def _plain(schema: dict[str, Any], key: str, kind: str) -> st.SearchStrategy[Any]:
    if kind == "array" and "prefixItems" in schema:
        return st.tuples(st.integers(1, 8), st.integers(8, 30)).map(list)
    if kind == "array":
        return st.lists(values(schema["items"], key), max_size=4, unique_by=str)
    if kind == "boolean":
        return st.booleans()
    if kind == "integer":
        return numbers
    if schema.get("format") == "date":
        return near_days | near_days | days
    return ids() if schema.get("format") == "uuid" else texts


@st.composite
def objects(draw: st.DrawFn, schema: dict[str, Any]) -> dict[str, Any]:
    needed = set(schema.get("required", ()))
    drawn = {}
    for key, part in schema.get("properties", {}).items():
        if key in needed or key == "tag" or draw(st.booleans()):
            drawn[key] = draw(
                clocks if key == "start" and "weekday" in schema["properties"] else values(part, key)
            )
    return drawn


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Any]:
    """One entry as JSON; most can be believed, some cannot."""
    entry = draw(objects(SCHEMA["$defs"][draw(st.sampled_from(KINDS))]))
    at = datetime.combine(TODAY, time(6), tzinfo=UTC) - timedelta(minutes=draw(st.integers(0, 60 * 24 * 40)))
    return {**entry, "id": draw(ids()), "at": at.isoformat()}
