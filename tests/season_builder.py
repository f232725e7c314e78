"""Small words for seasons and doses in tests: a runner, their weeks, two or three days a week, menus of the printed workouts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache

from legday.catalogue.reader import read_catalogue
from legday.model.catalogue import Catalogue
from legday.model.gear_weights import owned_variants
from legday.model.muscles import Muscle
from legday.model.plan import PastSession, Session
from legday.model.runner import Gear, GearKind, Priority, Profile, Race
from legday.model.runs import ExpectedRun, Outlook, OutlookSource, RunKind
from legday.model.season import ChosenDay, Menu, MenuLine, WeekTarget
from legday.model.state import RunnerState
from legday.progressing.dose import dose
from legday.progressing.phases import season

MONDAY = date(2026, 11, 23)
BENCH = frozenset({GearKind.BENCH})
DUMBBELLS = Gear(dumbbells_g=(5_000, 7_500, 10_000, 12_500), things=BENCH)


@cache
def catalogue() -> Catalogue:
    return read_catalogue()


def runner(**changes: object) -> Profile:
    facts: dict[str, object] = {"name": "Ana", "born": 1991, "body_mass_g": 62_000, "gear": DUMBBELLS}
    return Profile(**{**facts, **changes})  # type: ignore[arg-type]


def race(in_days: int, *, metres: int = 21_098, priority: str = "A") -> Race:
    return Race(day=MONDAY + timedelta(days=in_days), metres=metres, priority=Priority(priority))


def done(days_ago: int, *, volume: int = 15_000, contacts: int = 0, today: date = MONDAY) -> PastSession:
    start = datetime.combine(today - timedelta(days=days_ago), time(18))
    sets = dict.fromkeys(Muscle, 40 if volume else 0)
    return PastSession(start=start, minutes=40, menu="A", volume=volume, contacts=contacts, quarter_sets=sets)


def weekly_runs(minutes: Sequence[int], *, first: date = MONDAY) -> Outlook:
    """One easy run each Wednesday of these minutes."""
    return Outlook(
        runs=tuple(
            ExpectedRun(
                day=first + timedelta(weeks=n, days=2),
                kind=RunKind.EASY,
                source=OutlookSource.USUAL_WEEK,
                minutes=length,
            )
            for n, length in enumerate(minutes)
        )
    )


def targets(
    profile: Profile,
    *,
    weeks: int = 16,
    today: date = MONDAY,
    outlook: Outlook | None = None,
    **state: object,
) -> tuple[WeekTarget, ...]:
    known = RunnerState(profile=profile, **state)  # type: ignore[arg-type]
    return season(known, outlook or Outlook(), catalogue(), today=today, weeks=weeks)


def printed(profile: Profile, letter: str, *, sets: int | None = None) -> tuple[MenuLine, ...]:
    """The printed workout's lines that the gear allows."""
    lines = []
    for line in catalogue().workouts["A" if letter == "C" else letter].lines:
        ways = owned_variants(profile.gear, catalogue().exercises[line.exercise])
        if ways:
            lines.append(
                MenuLine(exercise=line.exercise, sets=sets or line.sets, reps=line.reps, variant=ways[0])
            )
    return tuple(lines)


def extra(profile: Profile, exercise: str, *, sets: int = 3) -> MenuLine:
    facts = catalogue().exercises[exercise]
    way = owned_variants(profile.gear, facts)[0]
    return MenuLine(exercise=exercise, sets=sets, reps=facts.reps, variant=way)


@dataclass(frozen=True, kw_only=True)
class Season:
    """A season with its chosen days and menus, ready to be dosed."""

    state: RunnerState
    weeks: tuple[WeekTarget, ...]
    days: tuple[ChosenDay, ...]
    menus: Mapping[tuple[int, str], Menu] = field(default_factory=dict)

    def sessions(self) -> tuple[Session, ...]:
        return dose(self.state, self.weeks, self.days, self.menus, catalogue())

    def by_week(self) -> list[list[Session]]:
        given = self.sessions()
        ends = [week.start + timedelta(days=7) for week in self.weeks]
        return [
            [one for one in given if week.start <= one.day < end]
            for week, end in zip(self.weeks, ends, strict=True)
        ]


def season_of(
    profile: Profile,
    *,
    weeks: int = 16,
    minutes: int = 60,
    after_run: bool = False,
    explosive: str = "",
    always_grow: bool = False,
    **state: object,
) -> Season:
    """Tuesday and Friday (Sunday too) at six, one letter a day; one session a week takes A and B in turn.

    `explosive` names a jump put before workout B. `always_grow` says that no session is new to the legs.
    """
    wanted = targets(profile, weeks=weeks, **state)  # type: ignore[arg-type]
    days: list[ChosenDay] = []
    seen: dict[int, int] = {}
    turn = 0
    for index, week in enumerate(wanted):
        for place, offset in enumerate((1, 4, 6)[: week.wanted]):
            letter = "ABC"[place] if week.wanted > 1 else "AB"[turn % 2]
            turn += week.wanted == 1
            seen[week.block] = seen.get(week.block, 0) + 1
            days.append(
                ChosenDay(
                    start=datetime.combine(week.start + timedelta(days=offset), time(18)),
                    opening_minutes=minutes,
                    week=index,
                    letter=letter,
                    new_to_legs=seen[week.block] <= 2 and not always_grow,
                    after_run=after_run,
                )
            )
    menus: dict[tuple[int, str], Menu] = {}
    for block in {week.block for week in wanted}:
        for letter in "ABC":
            lines = printed(profile, letter)
            if explosive and letter == "B":
                lines = (extra(profile, explosive, sets=2), *lines)
            menus[block, letter] = Menu(block=block, letter=letter, title=f"Workout {letter}", lines=lines)
    known = RunnerState(profile=profile, **{k: v for k, v in state.items() if k not in {"today", "outlook"}})  # type: ignore[arg-type]
    return Season(state=known, weeks=wanted, days=tuple(days), menus=menus)
