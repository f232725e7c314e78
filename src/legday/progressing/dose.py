"""Decides what each session holds: sets × repetitions @ weight, week by week, within what growth, gear and minutes allow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from legday.model.catalogue import Catalogue
from legday.model.exercises import Counting, Exercise, GearVariant, SessionPlace
from legday.model.load import WeekLoad, muscle_caps, reference_weeks, volume_cap
from legday.model.muscles import Muscle
from legday.model.plan import Prescription, Reasons, Session
from legday.model.progression import Phase
from legday.model.runner import Priority
from legday.model.season import ChosenDay, Menu, MenuLine, WeekTarget
from legday.model.state import RunnerState
from legday.progressing.calendar_weeks import WEEK, monday
from legday.progressing.dose_words import dose_words, rehearsal_words
from legday.progressing.drills import cool_down, warm_up
from legday.progressing.first_weights import first_weight, start_percent
from legday.progressing.gates import gates, may_grow
from legday.progressing.lattice import Lattice, lattice, pick_up, way_of
from legday.progressing.limits import Limits, Room, Work, minutes_of, quarters_of
from legday.progressing.raising import raised
from legday.progressing.shrinking import lighter, shrunk
from legday.progressing.steps import Dose, Given, Lift, StepRule, highest, recent

LOOK_BACK = timedelta(weeks=4)
NEW_TO_LEGS_RIR = 4
"""Reserve in sessions that are new to the legs (science.md B8)."""
HEAVY_TIMES = 2
"""Heavy repetitions ask for gear that reaches at least twice the first weight (our setting) …"""
HEAVY_PERCENT = 20
"""… or, where the first weight is bodyweight, this percent of body mass."""
_LIGHT = frozenset({Phase.TAPER, Phase.RECOVER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What every dose is decided from."""

    state: RunnerState
    season: Sequence[WeekTarget]
    menus: Mapping[tuple[int, str], Menu]
    catalogue: Catalogue

    def number(self, rule: str, name: str) -> int:
        return self.catalogue.rulebook.number(rule, name)

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
    trained: set[int] = field(default_factory=set)
    first_percent: int | None = None
    weights: dict[tuple[str, GearVariant], Lattice] = field(default_factory=dict)
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
        return self.target.cut_back or self.target.phase in _LIGHT

    @property
    def light_words(self) -> str:
        if self.target.cut_back:
            return "a lighter week"
        return {Phase.TAPER: "taper", Phase.RECOVER: "recovery"}.get(self.target.phase, "")


def _past_loads(facts: Facts, first: date) -> list[WeekLoad]:
    """The weeks before the season, from the first known session on, empty ones included."""
    done = [one for one in facts.state.done if one.start.date() < first]
    if not done:
        return []
    starts: list[date] = [monday(min(one.start.date() for one in done))]
    while starts[-1] + WEEK < first:
        starts.append(starts[-1] + WEEK)
    return [_done_in(facts, start) for start in starts]


def _done_in(facts: Facts, start: date) -> WeekLoad:
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
    )


def _past_contacts(facts: Facts, first: date) -> dict[int, int]:
    """The most contacts of a done session by week, counted back from the season's first week (−1 is the week before)."""
    most: dict[int, int] = {}
    for one in facts.state.done:
        week = (monday(one.start.date()) - first).days // 7
        most[week] = max(most.get(week, 0), one.contacts)
    return most


def _goes_heavy(exercise: Exercise, weights: Lattice, first_g: int, body_mass_g: int) -> bool:
    """Whether few heavy repetitions make sense with the weights there are (and not yet at bodyweight)."""
    top = max(weights.every, default=0)
    enough = HEAVY_TIMES * first_g if first_g else body_mass_g * HEAVY_PERCENT // 100
    return exercise.heavy and 0 < enough <= top


def _weights(facts: Facts, ledger: Ledger, line: MenuLine) -> Lattice:
    """The lattice of a menu line, worked out once."""
    key = (line.exercise, line.variant)
    if key not in ledger.weights:
        exercise = facts.catalogue.exercises[line.exercise]
        ledger.weights[key] = lattice(exercise, facts.state.profile.gear, line.variant)
    return ledger.weights[key]


def _lift(facts: Facts, ledger: Ledger, week: WeekPlan, line: MenuLine) -> Lift:
    """The exercise of a menu line as this runner does it in this week."""
    profile = facts.state.profile
    exercise = facts.catalogue.exercises[line.exercise]
    weights = _weights(facts, ledger, line)
    first_g = first_weight(exercise, profile, weights)
    given = ledger.given.get(line.exercise)
    weighted = (given[-1].dose.weight_g if given else first_g) > 0
    heavy = (
        week.target.heavy_reps is not None
        and weighted
        and _goes_heavy(exercise, weights, first_g, profile.body_mass_g)
    )
    low, high = (week.target.heavy_reps or line.reps) if heavy else line.reps
    gate = gates(
        profile, facts.catalogue.rulebook, week=week.target.start, weeks_ahead=max(0, week.index - 1)
    )
    least = gate.reps_least if exercise.counting in {Counting.REPS, Counting.REPS_PER_SIDE} else 1
    return Lift(
        exercise=exercise,
        reps=(max(low, least), max(high, least)),
        weights=weights,
        body_mass_g=profile.body_mass_g,
        sets=line.sets,
        heavy=heavy,
    )


def _wanted_sets(ledger: Ledger, week: WeekPlan, line: MenuLine) -> int:
    """The menu's sets × the week's percent, at least two of them; a newcomer's first percent holds until there is a reference."""
    if week.light:
        return line.sets
    percent = week.target.sets_percent
    if not reference_weeks(ledger.loads) and ledger.first_percent is not None:
        percent = min(percent, ledger.first_percent)
    return max(min(line.sets, 2), (line.sets * percent + 50) // 100)


def _lighter_for_more_reps(weight_g: int, last: Given, lift: Lift) -> int:
    """Where a range asks for more repetitions than were done, less weight, as Epley counts."""
    low = lift.reps[0]
    if low <= last.dose.target or last.reps == lift.reps or not weight_g:
        return weight_g
    return lift.weights.floor(weight_g * (30 + last.dose.target) // (30 + low))


def _standing(lift: Lift, given: Sequence[Given], week: int, sets: int, first_g: int) -> Dose:
    """Where the exercise stands before this week's steps: the last weight, the most sets and repetitions of the last four weeks."""
    low, high = lift.reps
    if not given:
        return Dose(sets=sets, target=low, weight_g=first_g)
    last = given[-1]
    lately = recent(given, week=week)
    if not lately:
        return Dose(sets=sets, target=low, weight_g=lift.weights.below(last.dose.weight_g))
    weight = _lighter_for_more_reps(last.dose.weight_g, last, lift)
    same = [one.dose.target for one in lately if one.dose.weight_g == weight and one.reps == lift.reps]
    target = max(same) if same else min(max(last.dose.target, low), high)
    return Dose(sets=min(sets, max(one.dose.sets for one in lately)), target=target, weight_g=weight)


def _place(work: Work) -> int:
    return list(SessionPlace).index(work.exercise.place)


def _may_jump(facts: Facts, ledger: Ledger, week: WeekPlan, day: ChosenDay) -> bool:
    """Explosive work: open this week, not straight after a run, and weeks enough of leg work behind."""
    behind = facts.state.foundation_weeks + len(ledger.trained)
    return (
        week.target.contacts > 0 and not day.after_run and behind >= facts.number("plyometric-gate", "weeks")
    )


def _may_be_new(facts: Facts, ledger: Ledger, week: WeekPlan, day: ChosenDay) -> bool:
    """Whether exercises not done so far may come: not in the quiet days before an A race, but for a running menu's other letter."""
    quiet = timedelta(days=facts.number("race-quiet", "new_days"))
    begins = [
        race.day - quiet
        for race in facts.state.profile.races
        if race.priority is Priority.A and race.day - quiet <= day.start.date() <= race.day
    ]
    if not begins:
        return True
    running = {one.block for one in facts.season if one.start <= begins[0]} or {facts.season[0].block}
    return week.target.block in running and day.letter not in ledger.letters


def _rest_s(week: WeekPlan, lift: Lift) -> int:
    heavy = week.target.heavy_rest_s
    return max(heavy, lift.exercise.rest_s) if lift.heavy and heavy is not None else lift.exercise.rest_s


def _works_of(facts: Facts, ledger: Ledger, week: WeekPlan, place: int) -> list[Work]:
    """The works of the week's session number `place` before anything is raised or shrunk."""
    day = week.days[place]
    may_jump = _may_jump(facts, ledger, week, day)
    may_be_new = _may_be_new(facts, ledger, week, day)
    works: list[Work] = []
    for line in facts.menus[(week.target.block, day.letter)].lines:
        exercise = facts.catalogue.exercises[line.exercise]
        if exercise.plyometric and not may_jump:
            continue
        if exercise.id not in ledger.given and not may_be_new:
            continue
        lift = _lift(facts, ledger, week, line)
        dose = _standing(
            lift,
            ledger.given.get(line.exercise, ()),
            week.index,
            _wanted_sets(ledger, week, line),
            first_weight(exercise, facts.state.profile, lift.weights),
        )
        lift = replace(lift, sets=max(dose.sets, _wanted_sets(ledger, week, line)))
        works.append(
            Work(
                session=place,
                line=line,
                lift=lift,
                dose=dose,
                rest_s=_rest_s(week, lift),
                still=day.new_to_legs,
            )
        )
    if week.light:
        at_most = week.target.phase is Phase.RECOVER
        works = lighter(works, percent=week.target.sets_percent, at_most=at_most) if works else works
    return sorted(works, key=_place)


def _contacts_cap(facts: Facts, ledger: Ledger, week: WeekPlan) -> int:
    """The season's contacts, and a step above the last week that had any, the first number where none did."""
    lately = [n for n in range(week.index - 1, week.index - 5, -1) if ledger.contacts.get(n, 0) > 0]
    first = facts.number("plyometric-gate", "contacts_first")
    step = facts.number("plyometric-gate", "contacts_step")
    grown = ledger.contacts[lately[0]] + step if lately else first
    return min(week.target.contacts, grown)


def _session_cap(facts: Facts, ledger: Ledger, week: WeekPlan) -> int | None:
    """Quarter sets a session may hold in all while a marathon lies behind: percent of the largest of the four weeks before it."""
    race = week.target.after_race
    if race is None:
        return None
    usual = max((total for day, total in ledger.largest if race - LOOK_BACK <= day < race), default=0)
    return usual * facts.number("after-race", "percent_marathon") // 100 if usual else None


def _limits(facts: Facts, ledger: Ledger, week: WeekPlan, done: WeekLoad) -> Limits:
    rooms = [
        Room(
            minutes=day.opening_minutes,
            after_run=day.after_run,
            superset=facts.menus[(week.target.block, day.letter)].superset,
        )
        for day in week.days
    ]
    cap = week.target.sets_cap
    return Limits(
        rooms=rooms,
        progression=facts.catalogue.progression,
        contacts=_contacts_cap(facts, ledger, week),
        volume=volume_cap(ledger.loads, percent=facts.number("leg-growth", "percent")),
        muscles=muscle_caps(
            ledger.loads,
            percent=facts.number("leg-growth", "muscle_percent"),
            quarters=facts.number("leg-growth", "muscle_quarters"),
        ),
        banded=None if cap is None else 4 * cap,
        session=_session_cap(facts, ledger, week),
        volume_done=done.volume,
        muscles_done=done.quarter_sets,
    )


def _decided(facts: Facts, ledger: Ledger, week: WeekPlan, limits: Limits) -> list[Work]:
    """The week's works: shrunk to the limits, then raised where the week may grow."""
    works = [one for place in range(len(week.days)) for one in _works_of(facts, ledger, week, place)]
    works = shrunk(works, limits)
    if week.light or limits.volume is None or not may_grow(facts.state.profile):
        return works
    return raised(works, limits, ledger.given, ledger.last_step, week=week.index, rule=facts.step_rule)


def _remember(ledger: Ledger, week: WeekPlan, works: Sequence[Work], done: WeekLoad) -> None:
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
        ledger.letters.add(week.days[place].letter)
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
        )
    )
    if sessions and ledger.first_percent is None and not week.light:
        ledger.first_percent = week.target.sets_percent


def _prescription(
    facts: Facts, week: WeekPlan, day: ChosenDay, work: Work, given: Sequence[Given]
) -> Prescription:
    profile = facts.state.profile
    way = way_of(work.exercise, profile.gear, work.line.variant, grams=work.dose.weight_g)
    picked = pick_up(profile.gear, way, work.dose.weight_g, profile.units)
    rir = week.target.rir
    why = dose_words(
        work,
        given,
        profile.units,
        picked=picked,
        percent=start_percent(work.exercise, profile.lifting),
        light=week.light_words,
    )
    return Prescription(
        exercise=work.exercise.id,
        sets=work.dose.sets,
        reps=work.lift.reps,
        target=work.dose.target,
        per_side=work.exercise.counting.per_side,
        weight_g=work.dose.weight_g,
        gear=tuple(sorted(way.needs)),
        rir=max(rir, min(NEW_TO_LEGS_RIR, rir + 1)) if day.new_to_legs else rir,
        rest_s=work.rest_s,
        volume=work.volume,
        seconds=work.exercise.counting in {Counting.SECONDS, Counting.SECONDS_PER_SIDE},
        pick_up=picked,
        why=why[0].upper() + why[1:] + ".",
    )


def _rehearsal(facts: Facts, works: Sequence[Work]) -> tuple[str, ...]:
    """The sentence on lighter sets before the session's first heavy lift."""
    heavy = next((one for one in works if one.exercise.place is SessionPlace.HEAVY), None)
    if heavy is None:
        return ()
    percents = facts.catalogue.progression.rehearsal_percent
    words = rehearsal_words(heavy, heavy.lift.weights, percents, facts.state.profile.units)
    return (f"{facts.catalogue.name(heavy.exercise.id)}: {words}.",) if words else ()


def _drills(
    facts: Facts, ledger: Ledger, exercises: tuple[str, ...], *, after_run: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Warm-up and cool-down of a session of these exercises, worked out once."""
    key = (exercises, after_run)
    if key not in ledger.drills:
        minutes = facts.number("warm-up", "minutes_after_run" if after_run else "minutes")
        gear = facts.state.profile.gear.kinds
        worked = [facts.catalogue.exercises[one] for one in exercises]
        drills = facts.catalogue.drills
        hold_s = facts.number("cool-down", "hold_s")
        cooling = facts.number("cool-down", "minutes_low"), facts.number("cool-down", "minutes_high")
        ledger.drills[key] = (
            warm_up(drills, worked, gear, minutes=minutes, after_run=after_run),
            cool_down(drills, worked, gear, minutes=cooling, hold_s=hold_s),
        )
    return ledger.drills[key]


def _session(
    facts: Facts, ledger: Ledger, week: WeekPlan, room: Room, *, day: ChosenDay, works: Sequence[Work]
) -> Session:
    menu = facts.menus[(week.target.block, day.letter)]
    progression = facts.catalogue.progression
    lines = tuple(
        _prescription(facts, week, day, one, ledger.given.get(one.exercise.id, ())) for one in works
    )
    name = facts.catalogue.name
    warm, cool = _drills(facts, ledger, tuple(line.exercise for line in lines), after_run=day.after_run)
    return Session(
        id=f"{day.start.date().isoformat()}-{day.letter}",
        start=day.start,
        minutes=minutes_of(works, room, progression),
        opening_minutes=day.opening_minutes,
        menu=day.letter,
        title=menu.title or f"Workout {day.letter}",
        phase=week.target.phase,
        new_to_legs=day.new_to_legs,
        contacts=sum(one.contacts for one in works),
        exercises=lines,
        warm_up=warm,
        cool_down=cool,
        why=Reasons(
            day=day.why,
            menu=menu.why,
            dose=(
                week.target.why,
                *(f"{name(line.exercise)}: {line.why[0].lower()}{line.why[1:]}" for line in lines),
                *_rehearsal(facts, works),
            ),
        ),
        superset=menu.superset,
    )


def dose(
    state: RunnerState,
    season: Sequence[WeekTarget],
    days: Sequence[ChosenDay],
    menus: Mapping[tuple[int, str], Menu],
    catalogue: Catalogue,
) -> tuple[Session, ...]:
    """The sessions of the chosen days, in time order, as they go when the runner does what is planned (planning.md §4).

    A week's sessions are decided together. Where the rules leave nothing to do (growth, or only new exercises just before an A race) a
    day holds no session. Raises KeyError where a chosen day has no menu.
    """
    facts = Facts(state=state, season=season, menus=menus, catalogue=catalogue)
    ordered = sorted(days, key=lambda day: day.start)
    first = season[0].start if season else date.min
    ledger = Ledger(loads=_past_loads(facts, first), contacts=_past_contacts(facts, first))
    ledger.largest += [(one.start.date(), sum(one.quarter_sets.values())) for one in state.done]
    sessions: list[Session] = []
    for index, target in enumerate(season):
        chosen = tuple(day for day in ordered if day.week == index)
        week = WeekPlan(index=index, target=target, days=chosen)
        done = _done_in(facts, target.start)
        limits = _limits(facts, ledger, week, done)
        works = _decided(facts, ledger, week, limits)
        for place, day in enumerate(chosen):
            mine = [one for one in works if one.session == place]
            if mine:
                sessions.append(_session(facts, ledger, week, limits.rooms[place], day=day, works=mine))
        _remember(ledger, week, works, done)
    return tuple(sessions)
