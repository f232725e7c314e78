"""Decides how a recording and its digest become a row, and come back from one."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from legday.model.runs import Digest, FileFormat, Lap, Missing, RecordedSet, Recording, Sport

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_AS_THEY_ARE = (
    *("part", "file", "utc_offset_s", "elapsed_s", "moving_s", "metres", "ascent_m", "descent_m"),
    *("mean_heart_rate", "max_heart_rate", "steps", "title", "race", "indoor", "effort", "device", "sha256"),
)
_WHOLE = ("downhill_s", "uphill_s", "fast_laps", "adjusted_metres")
_BY_NUMBER: dict[str, type[int] | type[float]] = {
    "best_speed": float,
    "best_heart_rate": float,
    "speed_s": int,
    "heart_rate_s": int,
}


def microseconds(moment: datetime) -> int:
    """Whole microseconds since 1970, UTC. ValueError for a moment without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no zone")
    return (moment - _EPOCH) // timedelta(microseconds=1)


def moment(microseconds_utc: int) -> datetime:
    return _EPOCH + timedelta(microseconds=microseconds_utc)


def row_of(recording: Recording, digest: Digest) -> dict[str, Any]:
    """All columns but the runner's id and `twin_of`."""
    row = {name: getattr(recording, name) for name in _AS_THEY_ARE}
    detail = {
        "missing": [missing.value for missing in recording.missing],
        "repairs": list(recording.repairs),
        "laps": [asdict(lap) for lap in recording.laps],
        "sets": [asdict(one) for one in recording.sets],
    }
    return row | {
        "id": recording.id,
        "format": recording.format.value,
        "sport": recording.sport.value,
        "start_us": microseconds(recording.start),
        "detail": _json({name: told for name, told in detail.items() if told}),
        "digest": digest_json(digest),
    }


def recording_of(row: Mapping[Any, Any]) -> Recording:
    detail = json.loads(row["detail"])
    return Recording(
        **{name: row[name] for name in _AS_THEY_ARE},
        format=FileFormat(row["format"]),
        sport=Sport(row["sport"]),
        start=moment(row["start_us"]),
        missing=tuple(Missing(name) for name in detail.get("missing", ())),
        repairs=tuple(detail.get("repairs", ())),
        laps=tuple(Lap(**lap) for lap in detail.get("laps", ())),
        sets=tuple(RecordedSet(**one) for one in detail.get("sets", ())),
    )


def digest_json(digest: Digest) -> str:
    """Tables as two lists, keys and values: half the time to read of an object with numbers for keys."""
    facts: dict[str, Any] = {name: getattr(digest, name) for name in _WHOLE}
    for name, number in _BY_NUMBER.items():
        table = getattr(digest, name)
        facts[name] = [[int(key) for key in table], [number(value) for value in table.values()]]
    return _json(facts)


def digest_of(text: str) -> Digest:
    facts = json.loads(text)
    for name in _BY_NUMBER:
        keys, values = facts[name]
        facts[name] = dict(zip(keys, values, strict=True))
    return Digest(**facts)


def _json(facts: Mapping[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
