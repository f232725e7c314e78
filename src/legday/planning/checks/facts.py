"""Decides what the checker sees of a plan: leg sessions planned and done, runs with their times, races, weeks.

Everything that a plan may leave out or state wrongly (volume, contacts, minutes, newness) is worked out again here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise
from legday.model.heavy import is_heavy
from legday.model.load import WeekLoad
from legday.model.muscles import Muscle
from legday.model.plan import Plan, Prescription, Session, Week
from legday.model.progression import Phase
from legday.model.rules import Finding
from legday.model.runner import Priority, Profile
from legday.model.runs import ExpectedRun, Outlook
from legday.model.state import RunnerState

STRAIGHT_AFTER = timedelta(hours=2)
"""A session that begins within two hours of a run's end is straight after it (model.season.ChosenDay)."""
LIGHT_PHASES = frozenset({Phase.TAPER, Phase.RECOVER})

Line = tuple[Prescription, Exercise]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegSession:
    """A leg session as the checker counts it; `planned` None where it is done already. Times are naive wall clock.

    `easy` names the exercises of which every set that was asked for left far more in reserve than asked (rule `earned`). Of an `unsaid` one nobody knows whether it took place: it counts for the hours between sessions and for nothing else.
    Nor is it known of a `doubtful` one, whose hour a journey took: it ends no days off.
    """

    start: datetime
    end: datetime
    planned: Session | None
    lines: tuple[Line, ...]
    volume: int
    contacts: int
    quarter_sets: Mapping[Muscle, int]
    new_to_legs: bool
    light: bool = False
    unsaid: bool = False
    doubtful: bool = False
    easy: frozenset[str] = frozenset()

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def to_failure(self) -> bool:
        """Whether any planned set leaves no repetition in reserve."""
        return self.planned is not None and any(line.rir == 0 for line, _ in self.lines)

    @property
    def heavy(self) -> bool:
        """Whether it has heavy sets: six repetitions or fewer of a heavy lift, with weight, none of them slower than usual."""
        return any(is_heavy(line, exercise) for line, exercise in self.lines)

    @property
    def plyometric(self) -> bool:
        return self.contacts > 0 or any(exercise.plyometric for _, exercise in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRun:
    """A run to come with its begin and end by the wall clock, assumed where nobody knows them."""

    run: ExpectedRun
    start: datetime
    end: datetime

    @property
    def easy(self) -> bool:
        return not self.run.key


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRace:
    """A race to come or just run."""

    start: datetime
    metres: int
    priority: Priority

    @property
    def day(self) -> date:
        return self.start.date()


@dataclass(frozen=True, kw_only=True)
class SeenWeek:
    """One Monday-based week: its leg sessions, its runs, what the plan says of it, whether the plan speaks for all of it."""

    start: date
    sessions: tuple[LegSession, ...]
    runs: tuple[SeenRun, ...]
    told: Week | None
    whole: bool
    load: WeekLoad

    @cached_property
    def planned(self) -> tuple[LegSession, ...]:
        return tuple(session for session in self.sessions if session.planned)

    @property
    def counted(self) -> bool:
        """Whether the sets of all its sessions are known, the done ones too."""
        return all(session.planned or session.quarter_sets for session in self.sessions)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.start + timedelta(days=n) for n in range(7))

    @property
    def light(self) -> bool:
        """A week that is easier on purpose, as the plan tells it."""
        return self.told is not None and self.told.light

    @property
    def sets(self) -> int:
        """All sets of the planned sessions."""
        return sum(line.sets for session in self.planned for line, _ in session.lines)


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """All that the checks read. Sessions, runs, races and weeks are in order of time; weeks begin with the first known session."""

    plan: Plan
    state: RunnerState
    outlook: Outlook
    catalogue: Catalogue
    sessions: tuple[LegSession, ...]
    runs: tuple[SeenRun, ...]
    races: tuple[SeenRace, ...]
    weeks: tuple[SeenWeek, ...]

    @property
    def profile(self) -> Profile:
        return self.state.profile

    @cached_property
    def planned(self) -> tuple[LegSession, ...]:
        return tuple(session for session in self.sessions if session.planned)

    @property
    def steps(self) -> Iterable[tuple[LegSession, LegSession]]:
        """Each planned session with the one before it, planned or done."""
        return ((first, then) for first, then in pairwise(self.sessions) if then.planned)

    def number(self, rule: str, name: str) -> int:
        """The number in force: the runner's own first, then the rulebook's."""
        return number_in_force(self.profile, self.catalogue, rule, name)

    def finding(self, rule: str, words: str, *days: date) -> Finding:
        return Finding(rule=rule, level=self.catalogue.rulebook[rule].level, words=words, days=days)

    def name(self, exercise: str) -> str:
        words = self.catalogue.words.get(exercise)
        return words.name if words else exercise

    def runs_on(self, day: date) -> tuple[SeenRun, ...]:
        return self._runs_by_day.get(day, ())

    @cached_property
    def _runs_by_day(self) -> Mapping[date, tuple[SeenRun, ...]]:
        found: dict[date, tuple[SeenRun, ...]] = {}
        for run in self.runs:
            found[run.run.day] = (*found.get(run.run.day, ()), run)
        return found

    def straight_after(self, session: LegSession) -> tuple[SeenRun, ...]:
        """The runs that ended within two hours before the session."""
        return runs_just_before(session.start, self.runs)


def number_in_force(profile: Profile, catalogue: Catalogue, rule: str, name: str) -> int:
    """The runner's own setting of a rule's number, else the rulebook's."""
    own = profile.rule_numbers.get(rule, {})
    return own[name] if name in own else catalogue.rulebook.number(rule, name)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def runs_just_before(moment: datetime, runs: Iterable[SeenRun]) -> tuple[SeenRun, ...]:
    """The runs that ended at most two hours before `moment`."""
    return tuple(run for run in runs if timedelta(0) <= moment - run.end <= STRAIGHT_AFTER)
