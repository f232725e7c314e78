"""Decides a whole plan in one model, days × exercises × sets × weeks, to see what our three stages give away and gain.

It knows less than the stages do: no printed workouts, no repetitions and weights, no restraint in a newcomer's first weeks. So it is the
easier question, and its bound is a bound on no more than its own wishes. A plan of the stages is judged by the same wishes by fixing its decisions in here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ortools.sat.python import cp_model

from instances import TODAY, Instance
from legday.model.exercises import HIP_DOMINANT, KNEE_DOMINANT, Exercise, Pattern
from legday.model.muscles import BANDED, Muscle
from legday.model.plan import Plan
from legday.model.season import WeekTarget
from legday.model.session_time import TimedLine, set_seconds
from legday.planning.candidates import Candidate, candidates
from legday.planning.days import surroundings
from legday.planning.menu_frame import usable
from legday.progressing.phases import season

MOST_SETS = 4
MISSING_SESSION, MISSING_KIND, CHANGED = 100, 10, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a solve gave: cost and proven bound (None where nothing was found), seconds, size of the model."""

    status: str
    cost: int | None
    bound: int
    seconds: float
    variables: int

    @property
    def gap_percent(self) -> float:
        return 100.0 if not self.cost else 100 * (self.cost - self.bound) / self.cost


@dataclass(slots=True)
class OnePiece:
    """The model: `held[c]` a session in candidate c, `sets[c, e]` sets of exercise e in it, 0 where it is not done."""

    instance: Instance
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    targets: tuple[WeekTarget, ...] = ()
    open: tuple[Candidate, ...] = ()
    exercises: dict[str, Exercise] = field(default_factory=dict)
    held: dict[datetime, cp_model.IntVar] = field(default_factory=dict)
    done: dict[tuple[datetime, str], cp_model.IntVar] = field(default_factory=dict)
    sets: dict[tuple[datetime, str], cp_model.IntVar] = field(default_factory=dict)
    full: list[cp_model.IntVar] = field(default_factory=list)
    costs: list[cp_model.LinearExprT] = field(default_factory=list)

    def write(self) -> None:
        """All rules and wishes of all weeks at once."""
        self._facts()
        for candidate in self.open:
            self._session(candidate)
        self._spacing()
        self._weeks()
        self._growth()
        self._steadiness()
        self.model.minimize(sum(self.costs))

    def _facts(self) -> None:
        one = self.instance
        self.targets = season(one.state, one.outlook, one.catalogue, today=TODAY, weeks=one.weeks)
        around = surroundings(one.state, one.outlook, self.targets, one.catalogue, today=TODAY)
        self.open = tuple(candidate for candidate in candidates(around, today=TODAY) if candidate.free)
        contacts = max(target.contacts for target in self.targets)
        names = usable(one.state.profile, one.catalogue, contacts=contacts)
        self.exercises = {name: one.catalogue.exercises[name] for name in names}

    def _session(self, candidate: Candidate) -> None:
        held = self.held[candidate.start] = self.model.new_bool_var("")
        seconds = []
        for name, exercise in self.exercises.items():
            done = self.done[candidate.start, name] = self.model.new_bool_var("")
            sets = self.sets[candidate.start, name] = self.model.new_int_var(0, MOST_SETS, "")
            self.model.add(sets <= MOST_SETS * done)
            self.model.add(sets >= done)
            self.model.add_implication(done, held)
            timed = TimedLine(exercise=exercise, sets=1, reps=exercise.reps[0], rest_s=exercise.rest_s)
            change = self.instance.catalogue.progression.change_seconds
            seconds.append((set_seconds(timed) + timed.rest_s) * sets + (change - timed.rest_s) * done)
        facts = self.instance.catalogue.progression
        warm_up = facts.warm_up_after_run_minutes if candidate.after_run else facts.warm_up_minutes
        room = 60 * (candidate.minutes - warm_up - facts.cool_down_minutes) + facts.change_seconds
        self.model.add(sum(seconds) <= room)
        self._structure(candidate, held)

    def _structure(self, candidate: Candidate, held: cp_model.IntVar) -> None:
        kinds = (
            [name for name, e in self.exercises.items() if e.pattern in KNEE_DOMINANT],
            [name for name, e in self.exercises.items() if e.pattern in HIP_DOMINANT],
            [name for name, e in self.exercises.items() if e.pattern is Pattern.CALF],
            [name for name, e in self.exercises.items() if e.one_leg and not e.trunk],
        )
        for names in kinds:
            missing = self.model.new_bool_var("")
            self.model.add(sum(self.done[candidate.start, name] for name in names) + missing >= held)
            self.costs.append(MISSING_KIND * missing)

    def _spacing(self) -> None:
        rulebook = self.instance.catalogue.rulebook
        least = timedelta(hours=rulebook.number("leg-spacing", "hours"))
        least_new = timedelta(hours=rulebook.number("leg-spacing", "hours_new"))
        for place, first in enumerate(self.open):
            seen = self._seen(place)
            if first.key_if_new is not None:
                self.model.add_implication(self.held[first.start], seen)
            for second in self.open[place + 1 :]:
                gap = second.start - first.start
                if gap < least_new:
                    both = self.held[first.start] + self.held[second.start]
                    self.model.add(both <= (1 if gap < least else 1 + seen))

    def _seen(self, place: int) -> cp_model.IntVar:
        """True only where a session is not new to the legs: two of its era and one of the last weeks lie before it."""
        rulebook = self.instance.catalogue.rulebook
        layoff = timedelta(days=rulebook.number("leg-spacing", "layoff_days"))
        here, before = self.open[place], self.open[:place]
        era = self.targets[here.week].era
        in_era = sum(self.held[c.start] for c in before if self.targets[c.week].era == era)
        recent = sum(self.held[c.start] for c in before if here.start - c.start < layoff)
        seen = self.model.new_bool_var("")
        self.model.add(rulebook.number("leg-spacing", "new_sessions") * seen <= in_era)
        self.model.add(seen <= recent)
        return seen

    def _in_week(self, week: int) -> list[Candidate]:
        return [candidate for candidate in self.open if candidate.week == week]

    def _quarters(self, week: int, muscle: Muscle) -> cp_model.LinearExprT:
        return sum(
            exercise.sets[muscle] * self.sets[candidate.start, name]
            for candidate in self._in_week(week)
            for name, exercise in self.exercises.items()
            if exercise.sets.get(muscle)
        )

    def _weeks(self) -> None:
        rulebook = self.instance.catalogue.rulebook
        least, aim, most = (4 * rulebook.number("muscle-band", name) for name in ("least", "aim_low", "most"))
        for week, target in enumerate(self.targets):
            held = sum(self.held[candidate.start] for candidate in self._in_week(week))
            missing = self.model.new_int_var(0, target.wanted, "")
            self.model.add(held + missing == target.wanted)
            self.costs.append(MISSING_SESSION * missing)
            full = self.model.new_bool_var("")
            self.model.add(missing == 0).only_enforce_if(full)
            self.model.add(missing >= 1).only_enforce_if(full.negated())
            self.full.append(full)
            for name in self.exercises:
                self.model.add_at_most_one(self.done[c.start, name] for c in self._in_week(week))
            for muscle in BANDED:
                total = self._quarters(week, muscle)
                self._short(total, least * target.sets_percent // 100, weight=2)
                self._short(total, aim * target.sets_percent // 100, weight=1)
                self._short(-total, -most, weight=2)

    def _short(self, total: cp_model.LinearExprT, low: int, *, weight: int) -> None:
        short = self.model.new_int_var(0, 1000, "")
        self.model.add(total + short >= low)
        self.costs.append(weight * short)

    def _growth(self) -> None:
        """Each muscle at most ten percent or one set over the highest of the four weeks before, once a full week lies behind."""
        for muscle in BANDED:
            totals: list[cp_model.IntVar] = []
            for week in range(len(self.targets)):
                total = self.model.new_int_var(0, 1000, "")
                self.model.add(total == self._quarters(week, muscle))
                if totals:
                    self._capped(total, totals[-4:], week)
                totals.append(total)

    def _capped(self, total: cp_model.IntVar, before: list[cp_model.IntVar], week: int) -> None:
        highest = self.model.new_int_var(0, 1000, "")
        grown = self.model.new_int_var(0, 1000, "")
        step = self.model.new_int_var(4, 1000, "")
        self.model.add_max_equality(highest, before)
        self.model.add_division_equality(grown, highest, 10)
        self.model.add_max_equality(step, [grown, self.model.new_constant(4)])
        for full in self.full[:week]:
            self.model.add(total <= highest + step).only_enforce_if(full)

    def _steadiness(self) -> None:
        """Within a block the same exercises week after week; each that comes or goes costs."""
        used = {
            (week, name): sum(self.done[c.start, name] for c in self._in_week(week))
            for week in range(len(self.targets))
            for name in self.exercises
        }
        for week in range(1, len(self.targets)):
            if self.targets[week].block != self.targets[week - 1].block:
                continue
            for name in self.exercises:
                changed = self.model.new_bool_var("")
                self.model.add(used[week, name] - used[week - 1, name] <= changed)
                self.model.add(used[week - 1, name] - used[week, name] <= changed)
                self.costs.append(CHANGED * changed)

    def solve(self, *, seconds: float) -> Outcome:
        """The best found in so many seconds on one worker, with the bound proven by then."""
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.linearization_level = 2
        solver.parameters.max_time_in_seconds = seconds
        status = solver.solve(self.model)
        found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
        return Outcome(
            status=solver.status_name(status).lower(),
            cost=round(solver.objective_value) if found else None,
            bound=round(solver.best_objective_bound) if found else 0,
            seconds=solver.wall_time,
            variables=len(self.model.proto.variables),
        )

    def fix(self, plan: Plan) -> None:
        """Takes the decisions of a finished plan, so that it is judged by this model's wishes."""
        doing = dict(_sets(plan))
        for start, held in self.held.items():
            self.model.add(held == (start in doing))
            for name in self.exercises:
                self.model.add(self.sets[start, name] == doing.get(start, {}).get(name, 0))


def _sets(plan: Plan) -> Iterator[tuple[datetime, Mapping[str, int]]]:
    for session in plan.sessions:
        yield session.start, {line.exercise: line.sets for line in session.exercises}
