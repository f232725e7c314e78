"""Decides what is known of the weeks before when a week is dosed: what was done, what has been given so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from legday.model.catalogue import Catalogue
from legday.model.exercises import GearVariant
from legday.model.load import WeekLoad
from legday.model.muscles import Muscle
from legday.model.plan import PastSession, Prescription
from legday.model.progression import Phase
from legday.model.runner import Gear
from legday.model.season import ChosenDay, Menu, WeekTarget
from legday.model.state import RunnerState
from legday.progressing.calendar_weeks import WEEK, monday
from legday.progressing.lattice import Lattice
from legday.progressing.limits import Work, quarters_of
from legday.progressing.steps import Dose, Given, StepRule, highest, recent

LOOK_BACK = timedelta(weeks=4)
LIGHT_PHASES = frozenset({Phase.TAPER, Phase.RECOVER})


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What every dose is decided from."""

    state: RunnerState
    season: Sequence[WeekTarget]
    menus: Mapping[tuple[int, str], Menu]
    catalogue: Catalogue
    own_menus: Mapping[datetime, Menu] = field(default_factory=dict)
    days: Sequence[ChosenDay] = ()

    def menu(self, week: WeekTarget, day: ChosenDay) -> Menu:
        """What a session holds: its own menu where its day has one (a swap, a climb), else its block's."""
        return self.own_menus.get(day.start) or self.menus[(week.block, day.letter)]

    def number(self, rule: str, name: str) -> int:
        return self.catalogue.rulebook.number(rule, name)

    def promised(self, day: ChosenDay) -> Mapping[str, Prescription]:
        """What an accepted plan promised for this very moment and menu, by exercise; empty where nothing was, or where a promise before it
        could not be kept: steps are counted from what is really held."""
        if self._broken is not None and day.start > self._broken:
            return {}
        return self._promises.get((day.start, day.letter), {})

    @cached_property
    def _broken(self) -> datetime | None:
        """The first promise that is not held as it was made: another time, another menu, other exercises."""
        chosen = {(day.start, day.letter): day for day in self.days}
        begun = self.state.not_before
        for (start, letter), lines in sorted(self._promises.items(), key=lambda one: one[0]):
            if not lines or (begun is not None and start < begun):
                continue
            day = chosen.get((start, letter))
            if day is None or not set(lines) <= {
                line.exercise for line in self.menu(self.season[day.week], day).lines
            }:
                return start
        return None

    @cached_property
    def _promises(self) -> Mapping[tuple[datetime, str], Mapping[str, Prescription]]:
        return {
            (one.start, one.menu): {line.exercise: line for line in one.exercises}
            for one in self.state.promised
        }

    @property
    def step_rule(self) -> StepRule:
        return StepRule(
            percent=self.number("weight-step", "percent"),
            reps_past=self.number("weight-step", "reps_past"),
        )


@dataclass(slots=True)
class Ledger:
    """What has been given so far, as the weeks are gone through in order; `largest` are days with their session's quarter sets."""

    given: dict[str, list[Given]] = field(default_factory=dict)
    last_step: dict[str, int] = field(default_factory=dict)
    loads: list[WeekLoad] = field(default_factory=list)
    contacts: dict[int, int] = field(default_factory=dict)
    largest: list[tuple[date, int]] = field(default_factory=list)
    letters: set[str] = field(default_factory=set)
    full_sets: dict[str, int] = field(default_factory=dict)
    trained: set[int] = field(default_factory=set)
    first_percent: int | None = None
    weights: dict[tuple[str, GearVariant, Gear], Lattice] = field(default_factory=dict)
    drills: dict[tuple[tuple[str, ...], bool], tuple[tuple[str, ...], tuple[str, ...]]] = field(
        default_factory=dict
    )


@dataclass(frozen=True)
class WeekPlan:
    """One week to be dosed: its place in the season, its target, its chosen days in time order."""

    index: int
    target: WeekTarget
    days: tuple[ChosenDay, ...]

    @cached_property
    def light(self) -> bool:
        return self.target.cut_back or self.target.phase in LIGHT_PHASES

    @property
    def light_words(self) -> str:
        if self.target.cut_back:
            return "a lighter week"
        return {Phase.TAPER: "taper", Phase.RECOVER: "recovery"}.get(self.target.phase, "")


def past_loads(facts: Facts, first: date) -> list[WeekLoad]:
    """The weeks before the season, from the first known session on, empty ones included."""
    done = [one for one in facts.state.done if one.start.date() < first]
    if not done:
        return []
    starts: list[date] = [monday(min(one.start.date() for one in done))]
    while starts[-1] + WEEK < first:
        starts.append(starts[-1] + WEEK)
    return [done_in(facts, start) for start in starts]


def done_in(facts: Facts, start: date) -> WeekLoad:
    """What is known to have been done in the week from the Monday `start`; a session of unknown volume gives no reference."""
    mine = [one for one in facts.state.done if start <= one.start.date() < start + WEEK and one.volume]
    quarters: dict[Muscle, int] = {}
    for one in mine:
        for muscle, number in one.quarter_sets.items():
            quarters[muscle] = quarters.get(muscle, 0) + number
    return WeekLoad(
        start=start,
        wanted=facts.state.profile.sessions_a_week,
        sessions=len(mine),
        volume=sum(one.volume for one in mine),
        quarter_sets=quarters,
        light=any(one.light for one in mine),
    )


def past_contacts(facts: Facts, first: date) -> dict[int, int]:
    """The most contacts of a done session by week, counted back from the season's first week (−1 is the week before)."""
    most: dict[int, int] = {}
    for one in facts.state.done:
        week = (monday(one.start.date()) - first).days // 7
        most[week] = max(most.get(week, 0), one.contacts)
    return most


def remember_done(ledger: Ledger, done: Sequence[PastSession], first: date) -> None:
    """Writes down what sessions behind held, so that doses go on from there; weeks are counted back from the season's first."""
    for one in done:
        week = (monday(one.start.date()) - first).days // 7
        for line in one.exercises:
            dose = Dose(sets=line.sets, target=line.target, weight_g=line.weight_g)
            given = Given(week=week, dose=dose, reps=line.reps, volume=line.volume, letter=one.menu)
            before = ledger.given.setdefault(line.exercise, [])
            best = highest(recent(before, week=week))
            if best and (dose.sets > best.sets or dose.target > best.target or dose.weight_g > best.weight_g):
                ledger.last_step[line.exercise] = week
            before.append(given)
        if one.exercises:
            ledger.letters.add(one.menu)
            sets = sum(line.sets for line in one.exercises)
            ledger.full_sets[one.menu] = max(sets, ledger.full_sets.get(one.menu, 0))


def remember(ledger: Ledger, week: WeekPlan, works: Sequence[Work], done: WeekLoad) -> None:
    """Writes down what a week was given, for the weeks after it."""
    for one in works:
        before = ledger.given.setdefault(one.exercise.id, [])
        best = highest(recent(before, week=week.index))
        dose = one.dose
        if best and (dose.sets > best.sets or dose.target > best.target or dose.weight_g > best.weight_g):
            ledger.last_step[one.exercise.id] = week.index
        letter = week.days[one.session].letter
        before.append(Given(week=week.index, dose=dose, reps=one.lift.reps, volume=one.volume, letter=letter))
    sessions = {one.session for one in works}
    for place in sorted(sessions):
        mine = quarters_of([one for one in works if one.session == place])
        ledger.largest.append((week.days[place].start.date(), sum(mine.values())))
        letter = week.days[place].letter
        ledger.letters.add(letter)
        if not week.light:
            ledger.full_sets[letter] = sum(one.dose.sets for one in works if one.session == place)
        ledger.trained.add(week.index)
    contacts = [sum(one.contacts for one in works if one.session == place) for place in sessions]
    ledger.contacts[week.index] = max([*contacts, ledger.contacts.get(week.index, 0)])
    quarters = quarters_of(works)
    for muscle, number in done.quarter_sets.items():
        quarters[muscle] = quarters.get(muscle, 0) + number
    ledger.loads.append(
        WeekLoad(
            start=week.target.start,
            wanted=week.target.wanted,
            sessions=len(sessions) + done.sessions,
            volume=sum(one.volume for one in works) + done.volume,
            quarter_sets=quarters,
            light=week.light,
        )
    )
    if sessions and ledger.first_percent is None and not week.light:
        ledger.first_percent = week.target.sets_percent
