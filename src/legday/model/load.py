"""Decides how leg work is counted: volume, quarter sets, and what the weeks before allow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from legday.model.exercises import Counting, Exercise
from legday.model.muscles import Muscle
from legday.model.plan import Prescription

SECONDS_PER_REPETITION = 3
"""A hold of 30 s counts like ten repetitions (our setting)."""


def relative_weight(exercise: Exercise, weight_g: int, body_mass_g: int) -> int:
    """Percent of body mass moved in one repetition: the body's share plus the external weight."""
    return exercise.body_share + round(100 * weight_g / body_mass_g)


def volume(exercise: Exercise, *, sets: int, target: int, weight_g: int, body_mass_g: int) -> int:
    """Sets × repetitions (both sides counted) × relative weight in percent; holds count a repetition per three seconds."""
    held = exercise.counting in {Counting.SECONDS, Counting.SECONDS_PER_SIDE}
    repetitions = target / SECONDS_PER_REPETITION if held else target
    sides = 2 if exercise.counting.per_side else 1
    return round(sets * repetitions * sides * relative_weight(exercise, weight_g, body_mass_g))


def quarter_sets(lines: Sequence[Prescription], exercises: Mapping[str, Exercise]) -> dict[Muscle, int]:
    """Quarter sets per muscle of some prescriptions (science.md H9): sets × the exercise's vector."""
    total: dict[Muscle, int] = {}
    for line in lines:
        for muscle, quarters in exercises[line.exercise].sets.items():
            total[muscle] = total.get(muscle, 0) + quarters * line.sets
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLoad:
    """What one week held: sessions wanted and had, volume, quarter sets per muscle, contacts of its largest session."""

    start: date
    wanted: int
    sessions: int
    volume: int
    quarter_sets: Mapping[Muscle, int] = field(default_factory=dict)

    @property
    def full(self) -> bool:
        return self.sessions >= max(1, self.wanted)


LOOK_BACK_WEEKS = 4


def reference_weeks(before: Sequence[WeekLoad]) -> tuple[WeekLoad, ...]:
    """The weeks that growth is measured against: the last four, oldest first; empty where there is no reference yet.

    `before` are consecutive weeks, oldest first, up to the one before the week judged (empty weeks included).
    A newcomer (nothing in the four weeks before the first of these with a session) has no reference until a week with all
    the sessions wanted lies behind, at the latest until four weeks with sessions do.
    """
    recent = tuple(before[-LOOK_BACK_WEEKS:])
    if not any(week.sessions for week in recent):
        return ()
    since_start: list[WeekLoad] = []
    empty = 0
    for week in reversed(before):
        empty = 0 if week.sessions else empty + 1
        if empty >= LOOK_BACK_WEEKS:
            break
        since_start.append(week)
    begun = [week for week in since_start if week.sessions]
    if any(week.full for week in begun) or len(begun) >= LOOK_BACK_WEEKS:
        return recent
    return ()


def volume_cap(before: Sequence[WeekLoad], *, percent: int) -> int | None:
    """The most volume a week may hold after `before`: highest of the reference weeks × `percent` / 100; None without one."""
    reference = reference_weeks(before)
    return max(week.volume for week in reference) * percent // 100 if reference else None


def muscle_caps(before: Sequence[WeekLoad], *, percent: int, quarters: int) -> dict[Muscle, int] | None:
    """The most quarter sets each muscle may get: highest of the reference weeks × percent or + `quarters`, whichever is more."""
    reference = reference_weeks(before)
    if not reference:
        return None
    caps: dict[Muscle, int] = {}
    for muscle in Muscle:
        highest = max(week.quarter_sets.get(muscle, 0) for week in reference)
        caps[muscle] = max(highest * percent // 100, highest + quarters)
    return caps
