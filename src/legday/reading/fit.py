"""Decides what a FIT file records: sports, samples, laps and sets out of its messages."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from legday.model.errors import LimitExceeded
from legday.model.runs import Lap, RecordedSet, Series, Sport
from legday.reading.fit_messages import FIT_EPOCH, Message, decoded
from legday.reading.limits import LIMITS, Limits
from legday.reading.numbers import number, number_or_none
from legday.reading.piece import Contents, Piece
from legday.reading.sports import fit_sport
from legday.reading.track import Track

DEGREES = 180 / 2**31
"""Degrees per semicircle."""

NO_RECORDING = {
    "settings": "settings of a device",
    "device": "settings of a device",
    "workout": "a planned workout",
    "course": "a planned course",
    "schedules": "a schedule",
    "segment": "a segment",
    "segment_list": "a list of segments",
    "weight": "body weights",
    "goals": "goals",
    "totals": "totals of a device",
    "blood_pressure": "blood pressures",
    "monitoring_a": "daily monitoring",
    "monitoring_b": "daily monitoring",
    "monitoring_daily": "daily monitoring",
}
"""What FIT files of other types hold (`file_id.type` of the public FIT profile)."""

CATEGORIES = [
    "bench_press",
    "calf_raise",
    "cardio",
    "carry",
    "chop",
    "core",
    "crunch",
    "curl",
    "deadlift",
    "flye",
    "hip_raise",
    "hip_stability",
    "hip_swing",
    "hyperextension",
    "lateral_raise",
    "leg_curl",
    "leg_raise",
    "lunge",
    "olympic_lift",
    "plank",
    "plyo",
    "pull_up",
    "push_up",
    "row",
    "shoulder_press",
    "shoulder_stability",
    "shrug",
    "sit_up",
    "squat",
    "total_body",
    "triceps_extension",
    "warm_up",
    "run",
]
"""Exercise categories by their number in the public FIT profile."""


def read_fit(data: bytes, *, file: str, limits: Limits = LIMITS) -> Contents:
    """The sports of a FIT file, chained files included. FileRefused and LimitExceeded as `fit_messages.decoded` says."""
    found = decoded(data, file=file, limits=limits)
    chain = _chain(found.messages)
    pieces = tuple(
        piece for messages in chain for piece in _pieces(messages, found.repairs, file=file, limits=limits)
    )
    if len(pieces) > limits.sports:
        raise LimitExceeded(file=file, reason=f"more than {limits.sports} sports")
    if not pieces:
        return Contents(problem=found.problem) if found.problem else _nothing(chain)
    samples = sum(len(piece.track) for piece in pieces)
    return Contents(
        pieces=pieces,
        problem=f"{found.problem}; kept {samples:,} samples" if found.problem else None,
    )


def _chain(messages: Sequence[Message]) -> list[Sequence[Message]]:
    """The messages cut where a new file begins (`file_id`)."""
    begins = [at for at, message in enumerate(messages) if message["message_type"] == "file_id" and at]
    edges = [0, *begins, len(messages)]
    return [messages[low:high] for low, high in pairwise(edges) if high > low]


def _nothing(chain: Sequence[Sequence[Message]]) -> Contents:
    kinds = [_text(_first(messages, "file_id").get("type")) for messages in chain]
    words = next((NO_RECORDING[kind] for kind in kinds if kind in NO_RECORDING), "")
    if words:
        return Contents(not_a_recording=f"it holds {words}, no recording")
    return Contents(problem="a FIT file without samples and without totals")


def _pieces(
    messages: Sequence[Message], repairs: tuple[str, ...], *, file: str, limits: Limits
) -> list[Piece]:
    if _text(_first(messages, "file_id").get("type")) in NO_RECORDING:
        return []
    records = [message for message in messages if message["message_type"] == "record"]
    if len(records) > limits.samples:
        raise LimitExceeded(file=file, reason=f"more than {limits.samples:,} samples")
    track = _track(records)
    all_sessions = [message for message in messages if message["message_type"] == "session"]
    sessions = [each for each in all_sessions if each.get("sport") != "transition"]
    if sessions:
        starts = _starts(all_sessions)
        shares = _shares(track, starts)
        return [
            _piece(messages, each, track.where(shares[at]), repairs, alone=len(all_sessions) == 1)
            for at, each in enumerate(all_sessions)
            if each.get("sport") != "transition"
        ]
    if not len(track):
        return []
    return [_piece(messages, {}, track, repairs, alone=True)]


def _unsaid_sport(messages: Sequence[Message]) -> Message:
    """The sport of a session that does not say it (or was cut off), where another message does."""
    for kind, key in (("sport", "sport"), ("lap", "sport"), ("record", "activity_type")):
        said = _first(messages, kind)
        if key in said:
            return {"sport": said[key], "sub_sport": said.get("sub_sport", "")}
    return {}


def _starts(sessions: Sequence[Message]) -> Series:
    """When each session begins, NaN where it does not say."""
    return np.array([moment_of(each.get("start_time")) for each in sessions], dtype=np.float64)


def _shares(track: Track, starts: Series) -> list[Any]:
    """Which samples belong to which session: those from its start to the next one's, the first taking what comes before."""
    if starts.size == 1 or not np.isfinite(starts).all():
        every = np.ones(len(track), dtype=bool)
        return [every if at == 0 else ~every for at in range(starts.size)]
    order = np.argsort(starts, kind="stable")
    owner = order[np.maximum(np.searchsorted(starts[order], track.time, side="right") - 1, 0)]
    return [owner == at for at in range(starts.size)]


def _piece(
    messages: Sequence[Message], session: Message, track: Track, repairs: tuple[str, ...], *, alone: bool
) -> Piece:
    file_id, activity = _first(messages, "file_id"), _last(messages, "activity")
    start, first = moment_of(session.get("start_time")), _first_time(track)
    known = [moment for moment in (start, first) if np.isfinite(moment)]
    origin = min(known) if known and max(known) - min(known) < 86_400 else (known[-1] if known else None)
    elapsed = _positive(session.get("total_elapsed_time"))
    end = None if origin is None else origin + (elapsed or 0.0) + 1
    own = _between(messages, origin, end, every=alone)
    said = session if "sport" in session else {**session, **_unsaid_sport(messages)}
    sport = fit_sport(_text(said["sport"]), _text(said.get("sub_sport"))) if "sport" in said else None
    return Piece(
        sport=sport,
        track=track,
        origin=origin,
        other_starts=_other_starts(file_id, activity, elapsed),
        utc_offset_s=_offset(activity),
        stated_elapsed_s=elapsed,
        stated_moving_s=_positive(session.get("total_timer_time")),
        stated_metres=_positive(session.get("total_distance")),
        stated_ascent_m=number_or_none(session.get("total_ascent")),
        stated_descent_m=number_or_none(session.get("total_descent")),
        stated_mean_heart_rate=_positive(session.get("avg_heart_rate")),
        stated_max_heart_rate=_positive(session.get("max_heart_rate")),
        stated_steps=_steps(session, sport),
        title=_text(_first(messages, "workout").get("wkt_name")),
        indoor=_indoor(_text(said.get("sub_sport"))),
        effort=_effort(session),
        device=_device(file_id),
        laps=_laps(own("lap"), origin),
        sets=_sets(own("set"), origin),
        repairs=repairs,
    )


def _between(
    messages: Sequence[Message], low: float | None, high: float | None, *, every: bool
) -> Callable[[str], list[Message]]:
    """Finds the messages of a kind that begin in a session's time; all of them where it is the only one."""

    def of(kind: str) -> list[Message]:
        kin = [message for message in messages if message["message_type"] == kind]
        if every or low is None or high is None:
            return kin
        return [message for message in kin if low <= moment_of(message.get("start_time")) < high]

    return of


def _track(records: Sequence[Message]) -> Track:
    def column(name: str) -> Series:
        return column_of([record.get(name) for record in records])

    metres = column("distance")
    if not np.isfinite(metres).any():
        metres = _uncompressed([record.get("compressed_speed_distance") for record in records])
    altitude = column("enhanced_altitude")
    return Track.of(
        {
            "time": times_of([record.get("timestamp") for record in records]),
            "metres": metres,
            "heart_rate": column("heart_rate"),
            "altitude": np.where(np.isfinite(altitude), altitude, column("altitude")),
            "cadence": column("cadence") + np.nan_to_num(column("fractional_cadence")),
            "latitude": column("position_lat") * DEGREES,
            "longitude": column("position_long") * DEGREES,
        }
    )


def column_of(values: list[Any]) -> Series:
    """Numbers as float64, NaN for all that is none (a misaligned field reads as a list or as text)."""
    try:
        return np.asarray(np.array(values, dtype=np.float64).reshape(len(values)))
    except (TypeError, ValueError):
        return np.array([number(value) for value in values], dtype=np.float64)


def times_of(values: list[Any]) -> Series:
    """Seconds since 1970 of FIT moments: ISO text in UTC from one parser, seconds since 1989 from the other."""
    if all(isinstance(value, str) for value in values):
        return np.array(values, dtype="datetime64[s]").astype(np.int64).astype(np.float64)
    return np.array([moment_of(value) for value in values], dtype=np.float64)


def moment_of(value: Any) -> float:
    """Seconds since 1970 of one FIT moment, NaN where it is none."""
    if isinstance(value, str):
        try:
            return float(np.datetime64(value, "s").astype(np.int64))
        except ValueError:
            return np.nan
    return number(value) + FIT_EPOCH


def _uncompressed(values: list[Any]) -> Series:
    """Metres so far out of `compressed_speed_distance`: 12 bits of distance in 1/16 m, counted on past each 256 m."""
    metres = np.full(len(values), np.nan)
    total, before = 0, None
    for at, value in enumerate(values):
        if not isinstance(value, list | tuple | bytes) or len(value) != 3 or None in value:
            continue
        ticks = (int(value[1]) >> 4) | (int(value[2]) << 4)
        total += 0 if before is None else (ticks - before) % 4096
        before = ticks
        metres[at] = total / 16
    return metres


def _other_starts(file_id: Message, activity: Message, elapsed: float | None) -> tuple[float, ...]:
    """The local clock at the end (less the time it took), then when the file was made."""
    local = moment_of(activity.get("local_timestamp")) - (elapsed or 0.0)
    moments = (local, moment_of(file_id.get("time_created")))
    return tuple(moment for moment in moments if np.isfinite(moment))


def _offset(activity: Message) -> int | None:
    """The local offset in seconds, to a quarter of an hour; None where the two clocks differ by more than a day's worth."""
    apart = moment_of(activity.get("local_timestamp")) - moment_of(activity.get("timestamp"))
    if not np.isfinite(apart) or abs(apart) > 14 * 3600 + 60:
        return None
    return round(apart / 900) * 900


def _laps(laps: Sequence[Message], origin: float | None) -> tuple[Lap, ...]:
    found = []
    for lap in laps:
        start = moment_of(lap.get("start_time"))
        seconds = _positive(lap.get("total_timer_time")) or _positive(lap.get("total_elapsed_time"))
        if origin is None or seconds is None or not 0 <= start - origin < 864_000:
            continue
        metres, rate = _positive(lap.get("total_distance")), _positive(lap.get("avg_heart_rate"))
        found.append(
            Lap(
                start_s=round(start - origin),
                seconds=round(seconds),
                metres=None if metres is None else round(metres),
                heart_rate=None if rate is None else round(rate),
            )
        )
    return tuple(found)


def _sets(sets: Sequence[Message], origin: float | None) -> tuple[RecordedSet, ...]:
    """The working sets; rests between them are left out."""
    found = []
    for each in sets:
        if each.get("set_type") not in {"active", 1} or origin is None:
            continue
        reps, weight = number_or_none(each.get("repetitions")), number_or_none(each.get("weight"))
        begun = moment_of(each.get("start_time"))
        start = begun - origin if np.isfinite(begun) else 0.0
        found.append(
            RecordedSet(
                start_s=round(start),
                seconds=round(_positive(each.get("duration")) or 0),
                reps=None if reps is None else round(reps),
                weight_g=None if weight is None else round(weight * 1000),
                category=_category(_one(each.get("category"))),
                name=_whole(_one(each.get("category_subtype"))),
            )
        )
    return tuple(found)


def _one(value: Any) -> Any:
    """The first of several guesses a watch made."""
    return value[0] if isinstance(value, list | tuple) and value else value


def _category(value: Any) -> int | None:
    return CATEGORIES.index(value) if value in CATEGORIES else _whole(value)


def _whole(value: Any) -> int | None:
    found = number_or_none(value)
    return None if found is None else round(found)


def _steps(session: Message, sport: Sport | None) -> float | None:
    """FIT counts strides, two steps each, and only on foot."""
    strides = _positive(session.get("total_strides") or session.get("total_cycles"))
    on_foot = sport in {Sport.RUN, Sport.WALK, Sport.HIKE}
    return strides * 2 if strides is not None and on_foot else None


def _effort(session: Message) -> int | None:
    """The runner's own 0–10 (`workout_rpe`, field 193, kept times ten)."""
    said = number_or_none(
        session.get("workout_rpe", session.get("unknown_field_193", session.get("unknown_193")))
    )
    return round(said / 10) if said is not None and 0 <= said <= 100 else None


def _indoor(sub_sport: str) -> bool:
    return sub_sport.startswith("indoor") or sub_sport in {"treadmill", "virtual_activity", "spin"}


def _device(file_id: Message) -> str:
    named = _text(file_id.get("product_name"))
    made = _text(file_id.get("manufacturer"))
    product = file_id.get("garmin_product", file_id.get("product"))
    return named or " ".join(word for word in (made, "" if product is None else str(product)) if word)


def _text(value: Any) -> str:
    return value.strip("\0 ")[:200] if isinstance(value, str) else ""


def _positive(value: Any) -> float | None:
    found = number_or_none(value)
    return found if found is not None and found > 0 else None


def _first_time(track: Track) -> float:
    times = track.time[np.isfinite(track.time)]
    return float(times[0]) if times.size else np.nan


def _first(messages: Sequence[Message], kind: str) -> Message:
    return next((message for message in messages if message["message_type"] == kind), {})


def _last(messages: Sequence[Message], kind: str) -> Message:
    return _first(messages[::-1], kind)
