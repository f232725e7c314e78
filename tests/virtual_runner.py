"""Decides who a virtual runner is: profile, home, week, and how they keep to a plan and tell of it."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from random import Random

from legday.model.quantities import GRAMS_PER_POUND
from legday.model.runner import (
    Gear,
    GearKind,
    LiftingLevel,
    LiftOrder,
    Opening,
    Priority,
    Profile,
    Race,
    RunningLevel,
    Style,
    Units,
    UsualRun,
)
from legday.model.runs import RunKind
from virtual_chance import chance

FIRST_DAY = date(2026, 11, 23)
"""A Monday."""

WEEKS = 52


class Tells(StrEnum):
    """How a runner logs: whole sessions with their sets, set by set, only that a session was done, or nothing at all."""

    WHOLE = "whole"
    SET_BY_SET = "set-by-set"
    BARE = "bare"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a runner keeps to a plan and tells of it; chances 0–1.

    `skips` a session at random · `says_skip` tells so · `forgets` does it and logs nothing · `late` logs days later ·
    `abandons` stops halfway · `other_weight` takes the next weight up or down · `eager` goes on where much is left ·
    `says_rir` tells repetitions in reserve · `rir_sd` the scatter of what is told · `tells_nights`, `tells_soreness`, `weighs`.
    """

    tells: Tells
    skips: float
    says_skip: float
    forgets: float
    late: float
    abandons: float
    other_weight: float
    eager: float
    says_rir: float
    rir_sd: float
    tells_nights: bool
    tells_soreness: bool
    weighs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualRunner:
    """One runner, all of them from one seed."""

    seed: int
    profile: Profile
    habits: Habits

    @property
    def age(self) -> int:
        return FIRST_DAY.year - self.profile.born


def _kilograms(draw: Random) -> Gear:
    everything = (GearKind.BENCH, GearKind.BANDS, GearKind.STEP)
    home = draw.choices(
        ("nothing", "bands", "light pair", "steps", "adjustable", "kettlebells", "gym"),
        (2, 2, 2, 3, 3, 1, 3),
    )[0]
    if home == "nothing":
        return Gear(things=frozenset(draw.sample((GearKind.STEP, GearKind.BACKPACK), draw.randrange(3))))
    if home == "bands":
        return Gear(things=frozenset({GearKind.BANDS, GearKind.MINIBAND, GearKind.STEP}))
    if home == "light pair":
        return Gear(dumbbells_g=(draw.choice((4_000, 5_000, 8_000)),), things=frozenset({GearKind.STEP}))
    if home == "steps":
        return Gear(
            dumbbells_g=tuple(sorted(draw.sample((5_000, 7_500, 10_000, 12_500, 15_000, 20_000), 3))),
            things=frozenset(everything),
        )
    if home == "adjustable":
        return Gear(dumbbells_g=tuple(range(2_000, 24_001, 2_000)), things=frozenset(everything))
    if home == "kettlebells":
        return Gear(kettlebells_g=(8_000, 12_000, 16_000, 24_000), things=frozenset({GearKind.STEP}))
    return Gear(
        dumbbells_g=tuple(range(2_500, 40_001, 2_500)),
        bar_g=20_000,
        plates_g=(1_250, 2_500, 5_000, 10_000, 20_000, 20_000),
        things=frozenset({*everything, GearKind.BOX, GearKind.ANCHOR}),
    )


def in_pounds(gear: Gear) -> Gear:
    """The same home as a shop in pounds would have it: each weight at its nearest 2.5 lb."""

    def pounds(grams: int) -> int:
        return round(max(1, round(grams / GRAMS_PER_POUND / 2.5)) * 2.5 * GRAMS_PER_POUND)

    return Gear(
        dumbbells_g=tuple(sorted({pounds(grams) for grams in gear.dumbbells_g})),
        kettlebells_g=tuple(sorted({pounds(grams) for grams in gear.kettlebells_g})),
        bar_g=None if gear.bar_g is None else pounds(gear.bar_g),
        plates_g=tuple(sorted(pounds(grams) for grams in gear.plates_g)),
        things=gear.things,
    )


def _openings(draw: Random) -> tuple[Opening, ...]:
    days = sorted(draw.sample(range(7), draw.choices((1, 2, 3, 4, 5, 7), (1, 3, 5, 5, 4, 3))[0]))
    start = draw.choice((time(6), time(12), time(18), time(18), time(20)))
    minutes = draw.choice((30, 40, 45, 60, 60, 75))
    return tuple(
        Opening(weekday=day, start=start, minutes=minutes if draw.random() < 0.8 else 90) for day in days
    )


def _usual_week(draw: Random) -> tuple[UsualRun, ...]:
    count = draw.randint(2, 6)
    days = sorted(draw.sample(range(7), count))
    kinds = [RunKind.EASY] * count
    if count >= 3:
        kinds[draw.randrange(count - 1)] = RunKind.QUALITY
        kinds[-1] = RunKind.LONG
    start = draw.choice((None, time(6, 30), time(7), time(17), time(19)))
    minutes = {
        RunKind.EASY: draw.choice((30, 40, 50)),
        RunKind.QUALITY: 55,
        RunKind.LONG: draw.choice((75, 105, 150)),
    }
    return tuple(
        UsualRun(weekday=day, kind=kind, minutes=minutes[kind], start=start)
        for day, kind in zip(days, kinds, strict=True)
    )


def _races(draw: Random) -> tuple[Race, ...]:
    days = sorted(draw.sample(range(20, WEEKS * 7), draw.choice((0, 1, 1, 2, 3))))
    return tuple(
        Race(
            day=FIRST_DAY + timedelta(days=day),
            metres=draw.choice((5_000, 10_000, 10_000, 21_098, 42_195)),
            priority=draw.choice(tuple(Priority)),
            start=draw.choice((None, time(9))),
        )
        for day in days
    )


def _profile(draw: Random, style: Style) -> Profile:
    lifting = draw.choices(tuple(LiftingLevel), (5, 3, 1))[0]
    gear = _kilograms(draw)
    units = draw.choice((Units.METRIC, Units.METRIC, Units.IMPERIAL))
    return Profile(
        name="Virtual",
        born=draw.randint(1955, 2005),
        body_mass_g=100 * round(min(1100, max(450, draw.gauss(680, 110)))),
        running=draw.choice(tuple(RunningLevel)),
        lifting=lifting,
        style=style,
        units=units,
        order=draw.choice((LiftOrder.AFTER, LiftOrder.AFTER, LiftOrder.EITHER)),
        sessions_a_week=draw.choices((1, 2, 3), (1, 6, 2))[0],
        gear=in_pounds(gear) if units is Units.IMPERIAL else gear,
        openings=_openings(draw),
        usual_week=_usual_week(draw),
        races=_races(draw),
        likes=draw.choices(((), ("box-jump",), ("hip-thrust",)), (6, 1, 1))[0],
        dislikes=draw.choices(((), ("walking-lunge",), ("bulgarian-split-squat",)), (6, 1, 1))[0],
        variety=draw.random() < 0.25,
        supersets=draw.random() < 0.2,
        cut_back_every=draw.choice((None, None, 3, 4, 5)),
    )


def _habits(draw: Random, lifting: LiftingLevel) -> Habits:
    rir_sd = {LiftingLevel.BEGINNER: 2.0, LiftingLevel.TRAINED: 1.3, LiftingLevel.ADVANCED: 0.9}[lifting]
    return Habits(
        tells=draw.choices(tuple(Tells), (6, 2, 1, 1))[0],
        skips=draw.choice((0.02, 0.05, 0.1, 0.15, 0.3)),
        says_skip=draw.choice((0.2, 0.6, 1.0)),
        forgets=draw.choice((0.0, 0.0, 0.05, 0.15)),
        late=draw.choice((0.0, 0.1, 0.3)),
        abandons=0.03,
        other_weight=draw.choice((0.0, 0.03, 0.08)),
        eager=draw.choice((0.0, 0.1, 0.4)),
        says_rir=draw.choice((0.0, 0.5, 0.9, 1.0)),
        rir_sd=rir_sd * draw.uniform(0.7, 1.3),
        tells_nights=draw.random() < 0.3,
        tells_soreness=draw.random() < 0.5,
        weighs=draw.random() < 0.4,
    )


def virtual_runner(seed: int, style: Style) -> VirtualRunner:
    """The runner of `seed`, the same in both styles but for the style."""
    draw = chance(seed, "runner")
    profile = _profile(draw, style)
    return VirtualRunner(seed=seed, profile=profile, habits=_habits(draw, profile.lifting))
