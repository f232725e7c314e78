"""Decides how leg work is counted: volume, quarter sets, and what the weeks before allow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from legday.model.exercises import Exercise
from legday.model.muscles import Muscle
from legday.model.plan import Prescription

SECONDS_PER_REPETITION = 3
"""A hold of 30 s counts like ten repetitions (our setting)."""


def moved_g(exercise: Exercise, weight_g: int, body_mass_g: int) -> int:
    """Hundredths of a gram moved in one repetition: the body's share plus the external weight."""
    return exercise.body_share * body_mass_g + 100 * weight_g


def of_body_mass(thirds: int, body_mass_g: int) -> int:
    """Volume, in whole percent of the body mass, of what was moved in all (thirds of what `moved_g` gives, summed over repetitions).

    Only the sum is rounded: a percent rounded off each repetition would let a light weight rise by more than the rules allow.
    """
    unit = SECONDS_PER_REPETITION * body_mass_g
    return (2 * thirds + unit) // (2 * unit)


def volume(exercise: Exercise, *, sets: int, target: int, weight_g: int, body_mass_g: int) -> int:
    """Sets × repetitions (both sides counted) × relative weight in percent; holds count a repetition per three seconds."""
    held = exercise.counting.held
    thirds = target if held else target * SECONDS_PER_REPETITION
    sides = 2 if exercise.counting.per_side else 1
    return of_body_mass(sets * thirds * sides * moved_g(exercise, weight_g, body_mass_g), body_mass_g)


def weighed(
    lines: Iterable[Prescription], exercises: Mapping[str, Exercise], body_mass_g: int
) -> tuple[Prescription, ...]:
    """The lines with their volume set against one body mass, whatever it was when they were asked for: the same sets stay the same amount."""
    return tuple([_weighed(line, exercises[line.exercise], body_mass_g) for line in lines])


def _weighed(line: Prescription, exercise: Exercise, body_mass_g: int) -> Prescription:
    if not line.weight_g:
        return line
    now = volume(
        exercise, sets=line.sets, target=line.target, weight_g=line.weight_g, body_mass_g=body_mass_g
    )
    return line if now == line.volume else replace(line, volume=now)


def quarter_sets(lines: Sequence[Prescription], exercises: Mapping[str, Exercise]) -> dict[Muscle, int]:
    """Quarter sets per muscle of some prescriptions (science.md H9): sets × the exercise's vector."""
    total: dict[Muscle, int] = {}
    for line in lines:
        for muscle, quarters in exercises[line.exercise].sets.items():
            total[muscle] = total.get(muscle, 0) + quarters * line.sets
    return total


def foot_contacts(lines: Iterable[Prescription], exercises: Mapping[str, Exercise]) -> int:
    """Foot contacts of some prescriptions, both feet counted."""
    return sum(
        line.sets * line.target * (2 if line.per_side else 1) * exercises[line.exercise].contacts
        for line in lines
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLoad:
    """What one week held: sessions wanted and had, volume, quarter sets per muscle.

    `light` weeks (cut-back, taper, recovery, the first after days off) are light on purpose: growth is measured against the others.
    An `unclear` week was trained, and what it held is no measure, for nobody knows it: it takes its place among the others all the same.
    """

    start: date
    wanted: int
    sessions: int
    volume: int
    quarter_sets: Mapping[Muscle, int] = field(default_factory=dict)
    light: bool = False
    unclear: bool = False

    def full(self, wanted: int | None = None) -> bool:
        """Whether it had all the sessions wanted in it, or as many as are `wanted` of the week that is judged by it."""
        enough = self.wanted if wanted is None else min(wanted, self.wanted)
        return self.sessions >= max(1, enough)


LOOK_BACK_WEEKS = 4
FURTHEST_WEEKS = 8
"""Growth is measured against the last four weeks of training (with a session, not light on purpose), none of them longer ago than this (our setting)."""

YEAR_WEEKS = 52
"""Weeks within which the highest says how much a week may hold at least (our setting)."""

AFTER_REST_WEEKS = 3
AFTER_REST_PERCENT = 80
"""After three or more light weeks in a row the first week takes 80 % of the reference at most (rulebook, returning: −20–30 %)."""


def reference_weeks(
    before: Sequence[WeekLoad], *, weeks: int = LOOK_BACK_WEEKS, wanted: int | None = None
) -> tuple[WeekLoad, ...]:
    """The weeks that growth is measured against: the last `weeks` with a session and not light (where all were light, those), oldest first;
    empty where there is none yet. An unclear week is one of them and says nothing, so that none from longer ago speaks in its place;
    where all of them are unclear, those before speak.

    `before` are consecutive weeks, oldest first, up to the one before the week judged (empty weeks included).
    A newcomer (nothing in the four weeks before the first of these with a session) has no reference until a week with all
    the sessions wanted lies behind, at the latest until four weeks with sessions do. Where the week judged wants fewer (`wanted`), as
    many are enough.
    """
    begun = _since_start(before)
    if not (any(week.full(wanted) for week in begun) or len(begun) >= LOOK_BACK_WEEKS):
        return ()
    held = [week for week in before[-FURTHEST_WEEKS:] if week.sessions or week.unclear]
    training = [week for week in held if not week.light or week.unclear]
    clear = [week for week in training if not week.unclear]
    known = [week for week in training[-weeks:] if not week.unclear] or clear
    return tuple((known or [week for week in held if week.sessions])[-weeks:])


def came_back(days_held: Sequence[date], *, days: int) -> frozenset[date]:
    """Of the days with a session, in order, those at least `days` after the one before (rule `returning`: lighter on purpose)."""
    return frozenset(then for last, then in pairwise(days_held) if (then - last).days >= days)


def _since_start(before: Sequence[WeekLoad]) -> list[WeekLoad]:
    """The weeks with sessions, since the last four weeks in a row without one."""
    begun: list[WeekLoad] = []
    empty = 0
    for week in reversed(before):
        trained = week.sessions or week.unclear
        empty = 0 if trained else empty + 1
        if empty >= LOOK_BACK_WEEKS:
            break
        if trained:
            begun.append(week)
    return begun


def _returning(before: Sequence[WeekLoad]) -> bool:
    """Whether the weeks just behind were light for long enough that one comes back rather than goes on."""
    return len(before) >= AFTER_REST_WEEKS and all(week.light for week in before[-AFTER_REST_WEEKS:])


def _least(before: Sequence[WeekLoad], percent: int) -> WeekLoad:
    """What a week may always hold: percent of the most of any week of the year before, which is where even a long lay-off begins again."""
    year = before[-YEAR_WEEKS:]
    sets = {muscle: max((week.quarter_sets.get(muscle, 0) for week in year), default=0) for muscle in Muscle}
    return WeekLoad(
        start=before[-1].start,
        wanted=0,
        sessions=0,
        volume=max(week.volume for week in year) * percent // 100,
        quarter_sets={muscle: number * percent // 100 for muscle, number in sets.items()},
    )


def volume_cap(
    before: Sequence[WeekLoad],
    *,
    percent: int,
    least_percent: int = 0,
    least: int = 0,
    weeks: int = LOOK_BACK_WEEKS,
    wanted: int | None = None,
) -> int | None:
    """The most volume a week may hold after `before`: highest of the reference weeks × `percent` / 100; None without one.

    Never less than `least_percent` of the year's highest week, nor than `least`: who did a little is held no lower than who did nothing
    (rules `returning`, `leg-growth`).
    """
    reference = reference_weeks(before, weeks=weeks, wanted=wanted)
    if not reference:
        return None
    allowed = min(percent, AFTER_REST_PERCENT) if _returning(before) else percent
    grown = max(week.volume for week in reference) * allowed // 100
    return max(grown, _least(before, least_percent).volume, least)


def muscle_caps(
    before: Sequence[WeekLoad],
    *,
    percent: int,
    quarters: int,
    least_percent: int = 0,
    weeks: int = LOOK_BACK_WEEKS,
    wanted: int | None = None,
) -> dict[Muscle, int] | None:
    """The most quarter sets each muscle may get: highest of the reference weeks × percent or + `quarters`, whichever is more; None without
    a reference, and never less than `least_percent` of the year's highest week."""
    reference = reference_weeks(before, weeks=weeks, wanted=wanted)
    if not reference:
        return None
    least = _least(before, least_percent).quarter_sets
    caps: dict[Muscle, int] = {}
    for muscle in Muscle:
        highest = max(week.quarter_sets.get(muscle, 0) for week in reference)
        caps[muscle] = max(highest * percent // 100, highest + quarters, least[muscle])
    return caps
