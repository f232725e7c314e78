"""Decides what happens to a virtual runner in a year, whatever they train: illness, travel, gear, races, nights, weight."""

import math
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from legday.model.runner import Gear, GearKind, Opening, Priority, Profile, Race
from virtual_chance import chance
from virtual_runner import FIRST_DAY, WEEKS, VirtualRunner

DAYS = 7 * WEEKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Illness:
    """Days from the first day of the year, both included; `told_well` the day on which the runner says that it is over."""

    first: int
    last: int
    fever: bool
    told_well: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """Days away, both included, told on `told`; `gear` None = the usual gear goes along, `openings` None = the usual ones."""

    first: int
    last: int
    told: int
    gear: Gear | None
    openings: tuple[Opening, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """A red flag told on `day`, and the day on which a clinician clears it."""

    day: int
    cleared: int
    flag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """One year, told by days counted from its first."""

    seed: int
    illnesses: tuple[Illness, ...]
    travels: tuple[Travel, ...]
    red_flags: tuple[RedFlag, ...]
    profiles: tuple[tuple[int, Profile], ...]
    drift: tuple[float, float]

    def ill_on(self, day: int) -> Illness | None:
        return next((one for one in self.illnesses if one.first <= day <= one.last), None)

    def away_on(self, day: int) -> Travel | None:
        return next((one for one in self.travels if one.first <= day <= one.last), None)

    def flagged_on(self, day: int) -> bool:
        return any(one.day <= day < one.cleared for one in self.red_flags)

    def profile_on(self, day: int) -> Profile:
        return next(profile for first, profile in reversed(self.profiles) if first <= day)

    def mass_factor(self, day: int) -> float:
        """Body mass over that of the first day: a trend of some percent and a season's swing."""
        trend, swing = self.drift
        return 1 + trend * day / DAYS + swing * math.sin(2 * math.pi * day / DAYS)

    def minutes_slept(self, day: int) -> int:
        bad = chance(self.seed, "bad nights", day // 3).random() < 0.06
        return round(chance(self.seed, "night", day).gauss(300 if bad else 435, 35))

    def decide(self, what: str, day: int) -> float:
        """0–1, the same for whoever asks about the same thing on the same day."""
        return chance(self.seed, what, day).random()


def day_of(day: int) -> date:
    return FIRST_DAY + timedelta(days=day)


def _apart(draw, count: int, *, longest: int) -> list[int]:
    """First days of `count` happenings that do not touch each other."""
    found: list[int] = []
    for _ in range(20 * count):
        day = draw.randrange(3, DAYS - longest)
        if len(found) < count and all(abs(day - other) > longest + 2 for other in found):
            found.append(day)
    return sorted(found)


def _illnesses(seed) -> tuple[Illness, ...]:
    draw = chance(seed, "ill")
    found = []
    for first in _apart(draw, draw.choice((0, 1, 2, 2, 3)), longest=16):
        fever = draw.random() < 0.4
        last = first + draw.choice((2, 4, 6, 9, 14))
        found.append(Illness(first=first, last=last, fever=fever, told_well=last + draw.choice((1, 1, 2))))
    return tuple(found)


def _travels(seed) -> tuple[Travel, ...]:
    draw = chance(seed, "away")
    found = []
    for first in _apart(draw, draw.choice((0, 1, 2, 3, 4)), longest=22):
        last = first + draw.choice((2, 4, 6, 9, 13, 20))
        kind = draw.choice(("body", "hotel", "no legs", "no legs", "hotel with time"))
        gear = {
            "body": Gear(things=frozenset({GearKind.BANDS})),
            "hotel": Gear(dumbbells_g=(5_000, 10_000), things=frozenset({GearKind.BENCH})),
            "hotel with time": Gear(dumbbells_g=(4_000, 8_000), things=frozenset({GearKind.STEP})),
        }.get(kind)
        every_day = tuple(Opening(weekday=day, start=time(7), minutes=45) for day in range(7))
        openings = {"no legs": (), "hotel with time": every_day}.get(kind)
        told = max(0, first - draw.choice((0, 0, 3, 10)))
        found.append(Travel(first=first, last=last, told=told, gear=gear, openings=openings))
    return tuple(found)


def _red_flags(seed, flags: tuple[str, ...]) -> tuple[RedFlag, ...]:
    draw = chance(seed, "red flag")
    if draw.random() > 0.05:
        return ()
    day = draw.randrange(20, DAYS - 40)
    return (RedFlag(day=day, cleared=day + draw.choice((3, 10, 25)), flag=draw.choice(flags)),)


def _with_more_gear(draw, gear: Gear) -> Gear:
    heaviest = max(gear.dumbbells_g, default=0)
    more = replace(
        gear, dumbbells_g=tuple(sorted({*gear.dumbbells_g, heaviest + draw.choice((2_500, 5_000, 7_500))}))
    )
    return replace(more, things=more.things | {draw.choice((GearKind.BENCH, GearKind.STEP, GearKind.BANDS))})


def _with_a_race_moved(draw, profile: Profile, day: int) -> Profile:
    ahead = [race for race in profile.races if race.day > day_of(day + 5)]
    if not ahead:
        new = Race(day=day_of(day + draw.randint(14, 80)), metres=10_000, priority=Priority.B)
        return replace(profile, races=(*profile.races, new))
    moved = draw.choice(ahead)
    later = replace(
        moved, day=max(day_of(day + 4), moved.day + timedelta(days=draw.choice((-14, -7, 7, 14, 21))))
    )
    others = tuple(race for race in profile.races if race is not moved and race.day != later.day)
    return replace(profile, races=tuple(sorted((*others, later), key=lambda race: race.day)))


def _profiles(runner: VirtualRunner) -> tuple[tuple[int, Profile], ...]:
    """The profile as the year changes it: gear bought, races moved or entered, another evening free."""
    draw = chance(runner.seed, "profiles")
    profile = runner.profile
    found = [(0, profile)]
    for day in sorted(draw.sample(range(14, DAYS - 14), draw.choice((0, 1, 2, 3)))):
        what = draw.choice(("gear", "gear", "race", "openings"))
        if what == "gear":
            profile = replace(profile, gear=_with_more_gear(draw, profile.gear))
        elif what == "race":
            profile = _with_a_race_moved(draw, profile, day)
        else:
            start = profile.openings[0].start
            taken = {opening.weekday for opening in profile.openings}
            weekday = draw.choice([day for day in range(7) if day not in taken] or [0])
            kept = tuple(opening for opening in profile.openings if opening.weekday != weekday)
            profile = replace(profile, openings=(*kept, Opening(weekday=weekday, start=start, minutes=60)))
        found.append((day, profile))
    return tuple(found)


def life_of(runner: VirtualRunner, *, flags: tuple[str, ...] = ("chest",)) -> Life:
    """The year of `runner`: the same, whoever coaches them. `flags` are the red flags that are known."""
    draw = chance(runner.seed, "mass")
    return Life(
        seed=runner.seed,
        illnesses=_illnesses(runner.seed),
        travels=_travels(runner.seed),
        red_flags=_red_flags(runner.seed, flags),
        profiles=_profiles(runner),
        drift=(draw.uniform(-0.05, 0.03), draw.uniform(-0.015, 0.015)),
    )
