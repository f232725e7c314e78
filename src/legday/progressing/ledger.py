"""Decides what is known of the weeks before when a week is dosed: what was done, what has been given so far."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from legday.model.catalogue import Catalogue
from legday.model.easing import Eased
from legday.model.exercises import Exercise, GearVariant
from legday.model.gear_weights import exercise_weights
from legday.model.load import WeekLoad
from legday.model.muscles import Muscle
from legday.model.plan import PastSession, Prescription, Told
from legday.model.progression import Phase
from legday.model.rules import Rulebook
from legday.model.runner import Gear
from legday.model.season import ChosenDay, Menu, WeekTarget
from legday.model.sets import Side
from legday.model.state import RunnerState
from legday.progressing.calendar_weeks import WEEK, monday
from legday.progressing.earned import Earned, Verdict, news, verdict
from legday.progressing.gates import Gates, gates, may_grow
from legday.progressing.lattice import Lattice
from legday.progressing.limits import Work, quarters_of
from legday.progressing.returning import Comeback, Off, comeback, off_for
from legday.progressing.steps import Dose, Given, StepRule, recent
from legday.progressing.strength import Estimate, estimate_from_kin, estimates, reach_g, weaker

LOOK_BACK = timedelta(weeks=4)


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

    def most_contacts(self, day: ChosenDay) -> int | None:
        """The most foot contacts that leave the legs fresh for a key run soon after the day; None where none is near."""
        return self.number("fresh-for-key-runs", "contacts") - 1 if day.key_run_soon else None

    def no_growth(self, day: date) -> bool:
        """Whether nothing may rise on a day: something holds growth back, or the runner's circumstances do."""
        return self.state.eased(day).no_growth or not may_grow(self.state.profile)

    @cached_property
    def asked(self) -> frozenset[str]:
        """The exercises that stand in any menu of the season, and their kin: nothing else is asked for."""
        menus = (*self.menus.values(), *self.own_menus.values())
        dosed = {line.exercise for menu in menus for line in menu.lines}
        kin = {one.was for one in self.catalogue.transfers.values() if one.now in dosed}
        return frozenset(dosed | kin)

    @property
    def step_rule(self) -> StepRule:
        return StepRule(
            percent=self.number("weight-step", "percent"),
            reps_past=self.number("weight-step", "reps_past"),
            sessions=self.number("earned", "sessions"),
            easy=self.number("earned", "easy"),
        )

    @property
    def done(self) -> tuple[PastSession, ...]:
        """The sessions behind, oldest first; how far back they go was decided with the state."""
        return self.state.done

    @cached_property
    def done_by_week(self) -> Mapping[date, tuple[PastSession, ...]]:
        """The sessions of known volume by the Monday of their week."""
        weeks: dict[date, list[PastSession]] = {}
        for one in self.done:
            if one.volume:
                weeks.setdefault(monday(one.start.date()), []).append(one)
        return {start: tuple(mine) for start, mine in weeks.items()}

    @cached_property
    def weeks_light(self) -> frozenset[date]:
        """The Mondays of the weeks with a session that was light on purpose, also where nobody knows what it held or nothing was left of it."""
        return frozenset(
            monday(one.start.date()) for one in self.done if one.told is not Told.UNSAID and one.light
        )

    @cached_property
    def weeks_unknown(self) -> frozenset[date]:
        """The Mondays of the weeks with a session that took place, not light on purpose, of which nobody knows what it held."""
        return frozenset(
            monday(one.start.date())
            for one in self.done
            if one.told is not Told.UNSAID and not one.volume and not one.light
        )

    def shown_strength(self, exercise: str) -> Estimate | None:
        """What the log says of the strength in an exercise, by itself or by its kin; None where it says nothing.

        Sessions done exactly as prescribed bring no news: the plan already knew them.
        """
        return weaker(self._estimates, exercise) or estimate_from_kin(
            self._estimates, exercise, self.catalogue
        )

    @cached_property
    def _estimates(self) -> Mapping[tuple[str, Side], Estimate]:
        told = tuple(one for one in self.done if one.told is Told.LOGGED and news(one))
        return estimates(replace(self.state, done=told), self.catalogue) if told else {}

    def reach_g(self, exercise: Exercise) -> int | None:
        """The maximum (grams moved) the runner has at least, as the log says; None where it does not."""
        if exercise.id not in self._reaches:
            self._reaches[exercise.id] = reach_g(self.done, exercise, self.state)
        return self._reaches[exercise.id]

    def gates(self, week: WeekTarget, *, index: int) -> Gates:
        """What the runner's circumstances close in the season's week number `index`."""
        if index not in self._gates:
            ahead = max(0, index - 1)
            rules = self.catalogue.rulebook
            self._gates[index] = gates(self.state.profile, rules, week=week.start, weeks_ahead=ahead)
        return self._gates[index]

    @cached_property
    def _gates(self) -> dict[int, Gates]:
        return {}

    @cached_property
    def _reaches(self) -> dict[str, int | None]:
        return {}

    def lowered_to_g(self, exercise: Exercise, day: date, back: Comeback | None, last: Given) -> int | None:
        """The weight that was to be expected of a day on which weights were lower for a time only: eased after days off or by an easing,
        held as low as the last time, or with other gear, of which any weight is. None where they were not."""
        gear = self.state.gear_on(day)
        if gear != self.state.profile.gear:
            return 0
        percent = self.state.eased(day).weight_percent
        if back is not None and back.off is Off.EASED and back.first_time(last.day, day):
            percent = min(percent, self.number("returning", "eased_percent"))
        most = last.stands.weight_g * percent // 100
        if self.state.eased(day).no_growth:
            most = min(most, last.dose.weight_g)
        if most >= last.stands.weight_g:
            return None
        return max((grams for grams in exercise_weights(gear, exercise) if grams <= most), default=0)


@dataclass(slots=True)
class Ledger:
    """What has been given so far, as the weeks are gone through in order; `largest` are days with their session's quarter sets.

    `doubted` is the last day with a session of which nobody knows whether it took place; `unclear_back` are the days in `came_back` that
    came after days off only where it did not.
    """

    given: dict[str, list[Given]] = field(default_factory=dict)
    last_step: dict[str, int] = field(default_factory=dict)
    loads: list[WeekLoad] = field(default_factory=list)
    contacts: dict[int, int] = field(default_factory=dict)
    largest: list[tuple[date, int]] = field(default_factory=list)
    full_sets: dict[str, int] = field(default_factory=dict)
    trained: set[int] = field(default_factory=set)
    first_percent: int | None = None
    weights: dict[tuple[str, GearVariant, Gear], Lattice] = field(default_factory=dict)
    drills: dict[tuple[tuple[str, ...], bool, Gear], tuple[tuple[str, ...], tuple[str, ...]]] = field(
        default_factory=dict
    )
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    last_day: date | None = None
    came_back: set[date] = field(default_factory=set)
    lessened: set[date] = field(default_factory=set)
    back: Comeback | None = None
    doubted: date | None = None
    unclear_back: set[date] = field(default_factory=set)

    def before(self, exercise: str, week: int) -> Sequence[Given]:
        """What was given of an exercise before the season's week `week`."""
        given = self.given.get(exercise, ())
        return given[: bisect_left(given, week, key=lambda one: one.week)]

    def held(self, day: date, rules: Rulebook) -> None:
        """A session takes place on `day`, later than all before."""
        self.back = comeback(self.back, last=self.last_day, day=day, rules=rules)
        if self.back is not None and self.back.day == day:
            self.came_back.add(day)
            if self.doubted is not None and off_for((day - self.doubted).days, rules) is Off.SAME:
                self.unclear_back.add(day)
        if day in self.came_back or (self.back is not None and self.back.intro(rules)):
            self.lessened.add(day)
        self.last_day = day

    def fewer_sets(self, day: date, eased: Eased) -> bool:
        """Whether a day has fewer sets for a time only: back after days off, or eased."""
        return day in self.lessened or eased.sets_less > 0 or eased.sets_percent < 100

    def whole_sets(self, exercise: str, dose: Dose, day: date, eased: Eased) -> int | None:
        """The sets to go on from where a day had fewer for a time only; None where it had not."""
        before = self.given.get(exercise, ())
        return max(dose.sets, before[-1].sets) if before and self.fewer_sets(day, eased) else None


@dataclass(frozen=True)
class WeekPlan:
    """One week to be dosed: its place in the season, its target, its chosen days in time order."""

    index: int
    target: WeekTarget
    days: tuple[ChosenDay, ...]

    @property
    def light(self) -> bool:
        return self.target.light

    @property
    def light_words(self) -> str:
        if self.target.cut_back:
            return "a lighter week"
        return {Phase.TAPER: "taper", Phase.RECOVER: "recovery"}.get(self.target.phase, "")


def past_loads(ledger: Ledger, facts: Facts, first: date) -> list[WeekLoad]:
    """The weeks before the season, from the first known session on, empty ones included."""
    done = [one for one in facts.done if one.start.date() < first]
    if not done:
        return []
    starts: list[date] = [monday(min(one.start.date() for one in done))]
    while starts[-1] + WEEK < first:
        starts.append(starts[-1] + WEEK)
    return [done_in(ledger, facts, start) for start in starts]


def done_in(ledger: Ledger, facts: Facts, start: date) -> WeekLoad:
    """What is known to have been done in the week from the Monday `start`; a session of unknown volume gives no reference, and leaves a week
    without any other unclear; so does a session that may have come after days off."""
    mine = facts.done_by_week.get(start, ())
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
        light=start in facts.weeks_light or any(one.start.date() in ledger.came_back for one in mine),
        unclear=any(one.start.date() in ledger.unclear_back for one in mine)
        or (not mine and start in facts.weeks_unknown),
    )


def past_contacts(facts: Facts, first: date) -> dict[int, int]:
    """The most contacts of a done session by week, counted back from the season's first week (−1 is the week before)."""
    most: dict[int, int] = {}
    for one in facts.done:
        week = (monday(one.start.date()) - first) // WEEK
        most[week] = max(most.get(week, 0), one.contacts)
    return most


def remember_done(ledger: Ledger, facts: Facts, first: date) -> None:
    """Writes down what sessions behind held of the season's exercises, so that doses go on from there; weeks are counted back from the
    season's first."""
    for one in facts.done:
        if one.told is Told.UNSAID:
            continue
        if one.doubtful:
            ledger.doubted = one.start.date()
            continue
        ledger.held(one.start.date(), facts.catalogue.rulebook)
        week = (monday(one.start.date()) - first) // WEEK
        for line in one.exercises:
            if line.exercise in facts.asked:
                _remember_line(ledger, facts, one, line, week=week)
        eased = facts.state.eased(one.start.date())
        if one.exercises and not one.light and not ledger.fewer_sets(one.start.date(), eased):
            ledger.full_sets[one.menu] = sum(line.sets for line in one.exercises)


def _remember_line(
    ledger: Ledger, facts: Facts, session: PastSession, line: Prescription, *, week: int
) -> None:
    exercise, day = facts.catalogue.exercises[line.exercise], session.start.date()
    before = ledger.given.setdefault(line.exercise, [])
    earlier = ledger.verdicts.get(line.exercise)
    told = verdict(session, exercise, facts.state, facts.catalogue.rulebook, before=earlier)
    dose = Dose(sets=line.sets, target=line.target, weight_g=line.weight_g)
    unasked = session.told is Told.LOGGED and bool(session.sets)
    given = Given(
        week=week,
        dose=dose,
        reps=line.reps,
        volume=line.volume,
        day=day,
        base=_base(facts, ledger, exercise, dose, told=told, last=before[-1] if before else None, day=day),
        verdict=told,
        spare=told.spare if told else 0 if unasked else None,
        whole_sets=ledger.whole_sets(line.exercise, dose, day, facts.state.eased(day)),
        tempo=line.tempo,
    )
    if told is not None:
        ledger.verdicts[line.exercise] = told
    if week < 0 and _stepped(given, recent(before, week=week)):
        ledger.last_step[line.exercise] = week
    before.append(given)


def _base(
    facts: Facts,
    ledger: Ledger,
    exercise: Exercise,
    dose: Dose,
    *,
    told: Verdict | None,
    last: Given | None,
    day: date,
) -> Dose:
    """The dose to go on from after a session done.

    A weight that was lower for a time only comes back, unless it was lower than that time explains.
    """
    base = dose if told is None else Dose(sets=told.sets, target=told.target, weight_g=told.weight_g)
    going_on = told is None or told.earned is Earned.RISE
    if last is None or not going_on:
        return base
    lowered_to_g = facts.lowered_to_g(exercise, day, ledger.back, last)
    if lowered_to_g is None or base.weight_g < lowered_to_g:
        return base
    return replace(base, weight_g=max(base.weight_g, last.stands.weight_g))


def _stepped(given: Given, before: Sequence[Given]) -> bool:
    """Whether a dose was a step above those before: of a logged session what it went on from counts, so that doing more costs no turn."""
    dose = given.dose if given.verdict is None else given.stands
    return bool(before) and (
        dose.sets > max(one.dose.sets for one in before)
        or dose.target > max(one.dose.target for one in before)
        or dose.weight_g > max(one.dose.weight_g for one in before)
    )


def remember(ledger: Ledger, facts: Facts, week: WeekPlan, works: Sequence[Work], done: WeekLoad) -> None:
    """Writes down what a week was given, for the weeks after it."""
    for name, told in ledger.given.items():
        behind = ledger.before(name, week.index)
        if any(_stepped(one, recent(behind, week=week.index)) for one in told[len(behind) :]):
            ledger.last_step[name] = week.index
    for one in works:
        before = ledger.given.setdefault(one.exercise.id, [])
        day = week.days[one.session]
        given = Given(
            week=week.index,
            dose=one.dose,
            reps=one.lift.reps,
            volume=one.volume,
            day=day.start.date(),
            base=one.base,
            tempo=one.line.tempo,
            whole_sets=ledger.whole_sets(
                one.exercise.id, one.dose, day.start.date(), facts.state.eased(day.start.date())
            ),
        )
        if _stepped(given, recent(before, week=week.index)):
            ledger.last_step[one.exercise.id] = week.index
        before.append(given)
    held = {one.session: week.days[one.session] for one in works}
    for place, day in held.items():
        mine = [one for one in works if one.session == place]
        contacts = sum(one.contacts for one in mine)
        ledger.contacts[week.index] = max(contacts, ledger.contacts.get(week.index, 0))
        ledger.largest.append((day.start.date(), sum(quarters_of(mine).values())))
        ledger.trained.add(week.index)
        if not week.light and not ledger.fewer_sets(day.start.date(), facts.state.eased(day.start.date())):
            ledger.full_sets[day.letter] = sum(one.dose.sets for one in mine)
    days = {day.start.date() for day in week.days}
    quarters = quarters_of(works)
    for muscle, number in done.quarter_sets.items():
        quarters[muscle] = quarters.get(muscle, 0) + number
    ledger.loads.append(
        WeekLoad(
            start=week.target.start,
            wanted=week.target.wanted,
            sessions=len(held) + done.sessions,
            volume=sum(one.volume for one in works) + done.volume,
            quarter_sets=quarters,
            light=week.light or done.light or bool(ledger.came_back & days),
            unclear=bool(ledger.unclear_back & days) or (done.unclear and bool(done.sessions or not held)),
        )
    )
    if held and ledger.first_percent is None and not week.light:
        ledger.first_percent = week.target.sets_percent
