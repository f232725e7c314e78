"""Decides what a virtual runner's body can do and how it answers to training: the truth that the planner never sees.

Strength is the most mass (body's share and weight together) moved once, per exercise and side. Repetitions at a share of it follow
Nuzzo and others 2024 (5 at 90 %, 9.6 at 80 %, 15 at 70 %; people differ by about a fifth), which is not the formula the planner estimates with.
Gains, losses and fatigue are our own settings, made to look like what trials of eight to twelve weeks report.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass

from legday.model.catalogue import Catalogue
from legday.model.exercises import Movement
from legday.model.load import SECONDS_PER_REPETITION
from legday.model.runner import LiftingLevel
from legday.model.sets import Side
from virtual_chance import chance, spread

ONCE_PERCENT = {
    "squat": 150,
    "goblet-squat": 140,
    "box-squat": 150,
    "split-squat": 118,
    "lunge": 125,
    "reverse-lunge": 125,
    "walking-lunge": 125,
    "lateral-lunge": 115,
    "bulgarian-split-squat": 118,
    "step-up": 130,
    "lateral-step-down": 120,
    "deadlift": 150,
    "romanian-deadlift": 135,
    "kickstand-deadlift": 105,
    "single-leg-deadlift": 95,
    "glute-bridge": 150,
    "single-leg-glute-bridge": 85,
    "hip-thrust": 160,
    "calf-raise": 210,
    "standing-calf-raise": 205,
    "bent-knee-calf-raise": 130,
    "single-leg-calf-raise": 130,
    "towel-heel-raise": 125,
    "nordic-curl": 78,
    "hamstring-curl": 34,
    "band-hamstring-curl": 17,
    "ball-curl": 65,
    "slider-curl": 66,
    "hamstring-walkout": 64,
}
"""Percent of body mass that an untrained adult runner moves once, the body's share included (our setting)."""

ELSE_TIMES_SHARE = 1.7
"""Exercises not named above (trunk, hips, jumps) are done with the body alone: this many times its share (our setting)."""

TRAINED = {LiftingLevel.BEGINNER: 1.0, LiftingLevel.TRAINED: 1.25, LiftingLevel.ADVANCED: 1.45}
CEILING = {LiftingLevel.BEGINNER: 0.42, LiftingLevel.TRAINED: 0.22, LiftingLevel.ADVANCED: 0.12}
"""The most that strength can grow (as a logarithm) in the years to come, by level (our setting)."""

TO_LOSE = {LiftingLevel.BEGINNER: 0.02, LiftingLevel.TRAINED: 0.12, LiftingLevel.ADVANCED: 0.2}
"""How far strength falls below where it began when nothing is trained for long (our setting)."""

FASTEST_WEEK = 0.022
"""The gain of an average beginner's best week: 2.2 % (our setting)."""

DETRAINING_WEEKS = 20
ENOUGH_SETS = 4.0
SHARED = 0.6
"""Of a gain, this part is the movement's; the rest is the exercise's own (our setting)."""

TEMPO_POWER = 0.6
"""Repetitions fall with the seconds each takes to this power: twice as slow, a third fewer (our setting)."""

REPS_SCALE, REPS_POWER = 150.0, 0.25
ENDURANCE = {Movement.CALF: 1.35, Movement.ABDUCTION: 1.3, Movement.TRUNK: 1.3, Movement.SHIN: 1.3}
RECOVERY_HOURS = 36.0


def average_reps(share: float) -> float:
    """Repetitions to failure of an average person at `share` (0–1] of the mass moved once."""
    return 1 + REPS_SCALE * ((1 / share) ** REPS_POWER - 1) if share < 1 else share**8


def share_of(reps: float) -> float:
    """The share of the mass moved once at which an average person fails after `reps` (≥ 1) repetitions."""
    return (1 + (reps - 1) / REPS_SCALE) ** (-1 / REPS_POWER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """One set as the body did it: repetitions, repetitions really left, share of the mass moved once."""

    exercise: str
    reps: int
    left: float
    share: float

    @property
    def stimulus(self) -> float:
        """0–1: near enough to failure, and heavy enough."""
        near = 1 / (1 + math.exp((self.left - 6) / 1.5))
        return near * min(1.0, (self.share / 0.4) ** 2)


class Body:
    """Strength, fatigue and soreness of one runner; `train` and `night` move it on, everything else only looks."""

    def __init__(self, seed, catalogue: Catalogue, *, body_mass_g: int, lifting: LiftingLevel, age: int):
        draw = chance(seed, "body")
        self.exercises = catalogue.exercises
        self.body_mass_g = body_mass_g
        person = TRAINED[lifting] * spread(draw, 0.13) * (1 - 0.007 * max(0, age - 40))
        movement = {name: spread(draw, 0.06) for name in Movement}
        self.first_g = {
            exercise.id: person
            * movement[exercise.movement]
            * spread(draw, 0.06)
            * body_mass_g
            * ONCE_PERCENT.get(exercise.id, ELSE_TIMES_SHARE * exercise.body_share)
            / 100
            for exercise in catalogue.exercises.values()
        }
        self.lean = draw.gauss(0, 0.02)
        lasting = spread(draw, 0.15)
        self.endurance = {
            exercise.id: lasting * spread(draw, 0.15) * ENDURANCE.get(exercise.movement, 1.0)
            for exercise in catalogue.exercises.values()
        }
        self.answer = spread(draw, 0.3)
        self.ceiling, self.to_lose = CEILING[lifting], TO_LOSE[lifting]
        self.tender = 0.35 * spread(draw, 0.3)
        self.gain_of_movement: defaultdict[Movement, float] = defaultdict(float)
        self.gain_of_exercise: defaultdict[str, float] = defaultdict(float)
        self.sets_of: Counter[str] = Counter()
        self.fatigue = 0.0
        self.ill = 0.0
        self.soreness = 0.0
        self._aching_next = 0.0
        self._week: list[Effort] = []
        self._usual_sets = 0.0

    def gain(self, exercise: str) -> float:
        """The logarithm of strength now over strength at first."""
        movement = self.exercises[exercise].movement
        return self.gain_of_movement[movement] + self.gain_of_exercise[exercise]

    def once_g(self, exercise: str, side: Side = Side.BOTH) -> float:
        """Grams (body's share and weight) moved once when rested; BOTH of a one-sided exercise is the weaker side."""
        if not self.exercises[exercise].counting.per_side:
            lean = 0.0
        else:
            lean = {Side.LEFT: self.lean, Side.RIGHT: -self.lean, Side.BOTH: -abs(self.lean)}[side]
        return self.first_g[exercise] * math.exp(self.gain(exercise) + lean)

    def moved_g(self, exercise: str, weight_g: int) -> float:
        return self.exercises[exercise].body_share * self.body_mass_g / 100 + weight_g

    def best_reps(
        self,
        exercise: str,
        weight_g: int,
        *,
        side: Side = Side.BOTH,
        behind: int = 0,
        form: float = 1.0,
        tempo: str = "",
    ) -> float:
        """Repetitions (seconds where held) to failure today, after `behind` sets of the same exercise."""
        once = self.once_g(exercise, side) * form * (1 - min(0.12, self.fatigue + self.ill))
        share = self.moved_g(exercise, weight_g) / once
        fresh = 1 + (average_reps(share) - 1) * self.endurance[exercise] if share < 1 else average_reps(share)
        held = self.exercises[exercise].counting.held
        if tempo:
            seconds = sum(int(part) for part in tempo.split("-"))
            fresh *= min(1.0, (self.exercises[exercise].rep_seconds / seconds) ** TEMPO_POWER)
        return fresh * (1 - 0.06 * min(5, behind)) * (SECONDS_PER_REPETITION if held else 1)

    def train(self, efforts: list[Effort]) -> None:
        """A session's sets: fatigue now, soreness from tomorrow, strength at the end of the week."""
        self._week += efforts
        self.sets_of.update(effort.exercise for effort in efforts)
        sets = sum(effort.stimulus for effort in efforts)
        self.fatigue += 0.004 * len(efforts)
        self._aching_next += 10 * (1 - math.exp(-sets * self.tender / (3 + 0.6 * self._usual_sets)))

    def night(self) -> None:
        self.fatigue *= math.exp(-24 / RECOVERY_HOURS)
        self.ill *= 0.9
        self.soreness = min(10.0, 0.55 * self.soreness + self._aching_next)
        self._aching_next = 0.0

    def end_of_week(self) -> None:
        """What the week's sets made of strength, and what the lack of them took."""
        of_movement: defaultdict[Movement, float] = defaultdict(float)
        of_exercise: defaultdict[str, float] = defaultdict(float)
        for effort in self._week:
            of_movement[self.exercises[effort.exercise].movement] += effort.stimulus
            of_exercise[effort.exercise] += effort.stimulus
        for movement in Movement:
            self.gain_of_movement[movement] += self._change(
                self.gain_of_movement[movement], of_movement[movement], part=SHARED
            )
        for exercise in self.exercises:
            self.gain_of_exercise[exercise] += self._change(
                self.gain_of_exercise[exercise], of_exercise[exercise], part=1 - SHARED
            )
        self._usual_sets = 0.7 * self._usual_sets + 0.3 * sum(of_movement.values())
        self._week = []

    def _change(self, gain: float, sets: float, *, part: float) -> float:
        room = max(0.0, 1 - gain / (self.ceiling * part))
        rate = FASTEST_WEEK * self.ceiling / CEILING[LiftingLevel.BEGINNER] * part * self.answer
        lost = (gain + self.to_lose * part) / DETRAINING_WEEKS * math.exp(-sets / 1.5)
        return rate * room * (1 - math.exp(-sets / ENOUGH_SETS)) - max(0.0, lost)
