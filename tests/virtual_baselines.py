# ruff: noqa: ARG002 - the two and legday are asked the same questions
"""Decides what a runner would be given without a planner: the article's A and B on Tuesday and Friday, or plain double progression.

Both hold to the printed three sets and to the article's own sentences: nothing while ill, a break at pain (4/10 and more),
three sets of what can be done with what is at hand when away. Neither looks at runs, races, lay-offs or openings.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise, WorkoutLine
from legday.model.happened import Ill, PainFelt
from legday.model.plan import Prescription
from legday.model.runner import Gear, LiftingLevel, Profile
from virtual_body import Body
from virtual_doing import Done
from virtual_life import day_of
from virtual_watcher import Broken, Given, Held, Told, all_weights
from virtual_year import Reading

EVENING = time(18)
MINUTES = 60
TUESDAY, FRIDAY = 1, 4
BREAK_AT = 4
"""Pain of 4/10 and more in the last three days: a break (R6 of the article, its number our setting)."""


@dataclass(slots=True, kw_only=True)
class Standing:
    """How far an exercise has come: what is aimed at (grams, repetitions), and misses in a row."""

    weight_g: float
    reps: float
    misses: int = 0


@dataclass(slots=True)
class Baseline:
    """What both have in common: days, workouts, breaks. `name` says which."""

    catalogue: Catalogue
    name: str = ""
    standing: dict[str, Standing] = field(default_factory=dict)
    hurts: dict[str, PainFelt] = field(default_factory=dict)
    ill: bool = False
    ahead: list[Given] = field(default_factory=list)

    def hears(self, entry, day: int) -> None:
        if isinstance(entry, PainFelt):
            self.hurts[entry.place] = entry
        if isinstance(entry, Ill):
            self.ill = entry.last is None

    def days(self, profile: Profile) -> tuple[tuple[int, time], ...]:
        return ((TUESDAY, EVENING), (FRIDAY, EVENING))

    def given(self, day: int, told: Told, held: Sequence[Held]) -> Given | None:
        today = day_of(day)
        self._turn_of_week(day)
        days = self.days(told.profile)
        mine = [n for n, (weekday, _) in enumerate(days) if weekday == today.weekday()]
        away = told.away_on(today)
        if not mine or self.ill or self._hurting(day) or (away is not None and away.openings == ()):
            return None
        if any(flag.day >= today - timedelta(days=7) for flag in told.flags):
            return None
        printed = self.catalogue.workouts["AB"[mine[0] % 2]]
        gear = told.gear_on(today)
        lines = tuple(
            self._line(line, gear, told.profile)
            for line in printed.lines
            if all_weights(gear, self.catalogue.exercises[line.exercise])
        )
        start = datetime.combine(today, days[mine[0]][1])
        return Given(
            start=start, minutes=MINUTES, lines=lines, contacts=0, light=False, wanted=2, menu=printed.id
        )

    def _turn_of_week(self, day: int) -> None:
        """What changes on a Monday."""

    def _hurting(self, day: int) -> bool:
        return any(
            pain.score >= BREAK_AT and (day_of(day) - pain.day).days <= 3 for pain in self.hurts.values()
        )

    def _line(self, line: WorkoutLine, gear: Gear, profile: Profile) -> Prescription:
        exercise = self.catalogue.exercises[line.exercise]
        if line.exercise not in self.standing:
            self.standing[line.exercise] = Standing(
                weight_g=first_weight(exercise, profile), reps=line.reps[0]
            )
        at = self.standing[line.exercise]
        return Prescription(
            exercise=line.exercise,
            sets=line.sets,
            reps=line.reps,
            target=int(at.reps),
            per_side=exercise.counting.per_side,
            weight_g=at_most(gear, exercise, at.weight_g),
            gear=(),
            rir=2,
            rest_s=exercise.rest_s,
            volume=0,
        )

    def was_done(self, given: Given, done: Done | None) -> None:
        if done is None:
            return
        for line in given.lines:
            sets = [one.reps for one in done.sets if one.exercise == line.exercise]
            if sets:
                per_set = len(sets) // line.sets or 1
                met = min(sets) >= line.target and len(sets) >= line.sets * per_set
                self._answer(line, met=met)

    def _answer(self, line: Prescription, *, met: bool) -> None:
        """What a session's outcome changes."""

    def readings(self, day: int, body: Body) -> list[Reading]:
        """No estimate of strength is made."""
        return []

    def failures(self) -> list[Broken]:
        return []


def first_weight(exercise: Exercise, profile: Profile) -> int:
    """Grams to begin with: the catalogue's share of body mass for the level."""
    start = exercise.start_weight
    percent = {
        LiftingLevel.BEGINNER: start.beginner_percent,
        LiftingLevel.TRAINED: start.trained_percent,
        LiftingLevel.ADVANCED: start.advanced_percent,
    }[profile.lifting]
    return percent * profile.body_mass_g // 100


def at_most(gear: Gear, exercise: Exercise, grams: float) -> int:
    """The heaviest weight there is up to `grams`, else the lightest there is."""
    weights = sorted(all_weights(gear, exercise))
    return next((weight for weight in reversed(weights) if weight <= grams), weights[0])


DOUBLE_PROGRESSION = "double progression"


class FixedArticle(Baseline):
    """Workout A on Tuesday, B on Friday, and every week 10 % more weight, or repetitions where no weight is held."""

    def __init__(self, catalogue: Catalogue):
        super().__init__(catalogue, name="article fixed, +10 % a week")
        self.met: set[str] = set()

    def _answer(self, line: Prescription, *, met: bool) -> None:
        if met:
            self.met.add(line.exercise)

    def _turn_of_week(self, day: int) -> None:
        if day % 7:
            return
        for name in self.met:
            at = self.standing[name]
            if at.weight_g:
                at.weight_g *= 1.1
            else:
                at.reps *= 1.1
        self.met = set()


class DoubleProgression(Baseline):
    """Fixed days; one repetition more each time all were done, at the top of the range the next weight there is; two misses take 10 % off."""

    def __init__(self, catalogue: Catalogue):
        super().__init__(catalogue, name=DOUBLE_PROGRESSION)
        self.gear: Gear | None = None

    def given(self, day: int, told: Told, held: Sequence[Held]) -> Given | None:
        self.gear = told.profile.gear
        return super().given(day, told, held)

    def days(self, profile: Profile) -> tuple[tuple[int, time], ...]:
        found: list[tuple[int, time]] = []
        for opening in sorted(profile.openings, key=lambda one: one.weekday or 0):
            weekday = opening.weekday or 0
            if len(found) < 2 and all(2 <= weekday - other <= 5 for other, _ in found):
                found.append((weekday, opening.start))
        return tuple(found)

    def _answer(self, line: Prescription, *, met: bool) -> None:
        at = self.standing[line.exercise]
        at.misses = 0 if met else at.misses + 1
        if at.misses >= 2:
            at.weight_g, at.misses = line.weight_g * 0.9, 0
        elif met and at.reps < line.reps[1] + (0 if line.reps[0] < line.reps[1] else 2):
            at.reps += 1
        elif met:
            exercise = self.catalogue.exercises[line.exercise]
            weights = sorted(w for w in all_weights(self.gear or Gear(), exercise) if w > line.weight_g)
            if weights:
                at.weight_g, at.reps = weights[0], line.reps[0]
