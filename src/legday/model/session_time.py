"""Decides how long a session takes: warm-up, work, rests, changes, cool-down."""

from collections.abc import Sequence
from dataclasses import dataclass

from legday.model.exercises import Exercise
from legday.model.progression import Progression
from legday.model.supersets import pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedLine:
    """What of an exercise takes time: its sets, the top of its repetition range (or seconds), the rest after a set."""

    exercise: Exercise
    sets: int
    reps: int
    rest_s: int


def set_seconds(line: TimedLine) -> int:
    """One set: repetitions × seconds each, both sides."""
    return line.reps * line.exercise.rep_seconds * (2 if line.exercise.counting.per_side else 1)


def work_seconds(line: TimedLine) -> int:
    """All sets of an exercise with the rests between them (none after the last: the change follows)."""
    return line.sets * set_seconds(line) + (line.sets - 1) * line.rest_s


def seconds_saved(lines: Sequence[TimedLine]) -> int:
    """What supersets save: for each pair the shorter rest, as often as both exercises have one."""
    together = pairs([line.exercise for line in lines], [line.rest_s for line in lines])
    return sum(
        (min(lines[one].sets, lines[other].sets) - 1) * min(lines[one].rest_s, lines[other].rest_s)
        for one, other in together
    )


def session_minutes(
    lines: Sequence[TimedLine], progression: Progression, *, after_run: bool, superset: bool = False
) -> int:
    """Whole minutes, rounded up. As supersets, each of `pairs` has its second exercise done in the rests of the first."""
    warm_up = progression.warm_up_after_run_minutes if after_run else progression.warm_up_minutes
    work = sum(work_seconds(line) for line in lines)
    if superset:
        work -= seconds_saved(lines)
    changes = progression.change_seconds * max(0, len(lines) - 1)
    return warm_up + progression.cool_down_minutes + -(-(work + changes) // 60)
