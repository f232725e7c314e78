"""Decides what a reader hands on of one recorded sport, before it is cleaned and measured."""

from dataclasses import dataclass, field

from legday.model.runs import Lap, RecordedSet, Sport
from legday.reading.track import Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One sport of a file as the file has it.

    `origin` seconds since 1970 of its start; laps and sets count from it, None where the file says none · `other_starts` other
    moments the file gives (made, saved), tried where `origin` cannot be true, best first · `stated_*` totals the file itself
    states · `both_feet` cadence already counts both feet.
    """

    sport: Sport | None = None
    track: Track = field(default_factory=lambda: Track.of({"time": ()}))
    origin: float | None = None
    other_starts: tuple[float, ...] = ()
    utc_offset_s: int | None = None
    stated_elapsed_s: float | None = None
    stated_moving_s: float | None = None
    stated_metres: float | None = None
    stated_ascent_m: float | None = None
    stated_descent_m: float | None = None
    stated_mean_heart_rate: float | None = None
    stated_max_heart_rate: float | None = None
    stated_steps: float | None = None
    title: str = ""
    indoor: bool = False
    effort: int | None = None
    device: str = ""
    laps: tuple[Lap, ...] = ()
    sets: tuple[RecordedSet, ...] = ()
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All a file holds: its sports, and in words what is wrong with it (`problem`) or that it records none (`not_a_recording`)."""

    pieces: tuple[Piece, ...] = ()
    problem: str | None = None
    not_a_recording: str | None = None
