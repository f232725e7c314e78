"""Decides how one recording is written as a FIT activity file."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from legday.model.runs import Lap, RecordedSet, Recording, Samples, Series, Sport

Message = dict[str, Any]

SEMICIRCLES = 2**31 / 180
"""Semicircles per degree."""

_SPORTS = {
    Sport.RUN: ("running", "generic"),
    Sport.WALK: ("walking", "generic"),
    Sport.HIKE: ("hiking", "generic"),
    Sport.RIDE: ("cycling", "generic"),
    Sport.SWIM: ("swimming", "generic"),
    Sport.ROW: ("rowing", "generic"),
    Sport.SKI: ("cross_country_skiing", "generic"),
    Sport.YOGA: ("training", "yoga"),
    Sport.STRENGTH: ("training", "strength_training"),
    Sport.OTHER: ("generic", "generic"),
}


def fit_bytes(recording: Recording, samples: Samples | None = None) -> bytes:
    """The bytes of a FIT activity: samples, sets, laps, session. Fractions of a second and NaN are left out."""
    from pyfitparsernative import write_fit_bytes

    return bytes(write_fit_bytes(list(_messages(recording, samples))))


def _messages(recording: Recording, samples: Samples | None) -> Iterator[Message]:
    end = recording.start + timedelta(seconds=recording.elapsed_s)
    yield {
        "message_type": "file_id",
        "type": "activity",
        "manufacturer": "development",
        "product": 1,
        "time_created": _iso(recording.start),
    }
    sport, sub_sport = _sport(recording)
    yield {"message_type": "sport", "sport": sport, "sub_sport": sub_sport}
    if recording.title:
        yield {"message_type": "workout", "wkt_name": recording.title}
    if samples is not None:
        yield from _records(recording, samples)
    yield from (_set(recording, at, each) for at, each in enumerate(recording.sets))
    yield from (_lap(recording, each) for each in recording.laps)
    yield _session(recording, end)
    local = end + timedelta(seconds=recording.utc_offset_s or 0)
    activity = {
        "message_type": "activity",
        "timestamp": _iso(end),
        "num_sessions": 1,
        "type": "manual",
        "total_timer_time": float(recording.moving_s),
    }
    yield activity if recording.utc_offset_s is None else {**activity, "local_timestamp": _iso(local)}


def _records(recording: Recording, samples: Samples) -> Iterator[Message]:
    legs = samples.cadence / 2 if recording.sport in {Sport.RUN, Sport.WALK, Sport.HIKE} else samples.cadence
    columns: dict[str, Sequence[float | None]] = {
        "position_lat": _whole(samples.latitude * SEMICIRCLES),
        "position_long": _whole(samples.longitude * SEMICIRCLES),
        "heart_rate": _whole(samples.heart_rate),
        "cadence": _whole(np.floor(legs)),
        "fractional_cadence": _numbers(np.floor((legs % 1) * 2) / 2),
        "enhanced_altitude": _numbers(np.round(samples.altitude, 1)),
        "distance": _numbers(np.round(samples.metres, 2)),
    }
    for t, values in zip(samples.t.tolist(), zip(*columns.values(), strict=True), strict=True):
        told = {name: value for name, value in zip(columns, values, strict=True) if value is not None}
        moment = recording.start + timedelta(seconds=round(t))
        yield {"message_type": "record", "timestamp": _iso(moment), **told}


def _numbers(values: Series) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]  # noqa: PLR0124 - NaN alone differs from itself


def _whole(values: Series) -> list[int | None]:
    return [None if value is None else round(value) for value in _numbers(values)]


def _sport(recording: Recording) -> tuple[str, str]:
    if recording.sport is Sport.RUN and recording.indoor:
        return "running", "treadmill"
    return _SPORTS[recording.sport]


def _session(recording: Recording, end: datetime) -> Message:
    sport, sub_sport = _sport(recording)
    return _told(
        {
            "message_type": "session",
            "timestamp": _iso(end),
            "start_time": _iso(recording.start),
            "sport": sport,
            "sub_sport": sub_sport,
            "total_elapsed_time": float(recording.elapsed_s),
            "total_timer_time": float(recording.moving_s),
            "total_distance": None if recording.metres is None else float(recording.metres),
            "total_ascent": recording.ascent_m,
            "total_descent": recording.descent_m,
            "avg_heart_rate": recording.mean_heart_rate,
            "max_heart_rate": recording.max_heart_rate,
            "total_cycles": None if recording.steps is None else recording.steps // 2,
            "num_laps": len(recording.laps) or None,
        }
    )


def _lap(recording: Recording, lap: Lap) -> Message:
    start = recording.start + timedelta(seconds=lap.start_s)
    return _told(
        {
            "message_type": "lap",
            "timestamp": _iso(start + timedelta(seconds=lap.seconds)),
            "start_time": _iso(start),
            "total_elapsed_time": float(lap.seconds),
            "total_timer_time": float(lap.seconds),
            "total_distance": None if lap.metres is None else float(lap.metres),
            "avg_heart_rate": lap.heart_rate,
        }
    )


def _set(recording: Recording, index: int, each: RecordedSet) -> Message:
    start = recording.start + timedelta(seconds=each.start_s)
    return _told(
        {
            "message_type": "set",
            "timestamp": _iso(start + timedelta(seconds=each.seconds)),
            "start_time": _iso(start),
            "duration": float(each.seconds),
            "set_type": "active",
            "repetitions": each.reps,
            "weight": None if each.weight_g is None else each.weight_g / 1000,
            "category": None if each.category is None else [each.category],
            "category_subtype": None if each.name is None else [each.name],
            "message_index": index,
        }
    )


def _told(message: Message) -> Message:
    return {key: value for key, value in message.items() if value is not None}


def _iso(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="seconds")
