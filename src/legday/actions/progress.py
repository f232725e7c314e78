"""Decides what is told of progress: strength per lift, sets per muscle, back against front, left against right, loads."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from legday.actions.planned import promised_behind
from legday.actions.state import Facts
from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise
from legday.model.journal import AnyEntry
from legday.model.plan import PastSession, Plan, Told
from legday.model.runner import GearKind
from legday.model.sets import Side
from legday.model.standing_entries import standing_entries
from legday.model.state import RunnerState
from legday.progressing.balance import WeekBalance, week_balances
from legday.progressing.day_loads import DayLoad, day_loads, spans
from legday.progressing.sides import FLAG_PERCENT, SideBalance, side_balances
from legday.progressing.stalled import light_for_a_stall
from legday.progressing.strength import (
    MOST_REPETITIONS,
    Estimate,
    estimates,
    histories,
    weighable,
)


class NoNumber(StrEnum):
    """Why no strength is told of an exercise that was logged, in the terminal's words; a page has its own by the name."""

    TOO_LONG = f"sets longer than {MOST_REPETITIONS} repetitions to failure say little about strength"
    NOT_WEIGHED = "jumps and holds say nothing in kilograms"
    BAND = "what a band or a backpack weighs is not known"
    NO_RESERVE = "no set says its weight and its repetitions in reserve"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftProgress:
    """One exercise and leg that was logged: strength now with its band, how it came about, or why nothing is told of it.

    `past` are the estimates after each session, oldest first.
    """

    exercise: str
    side: Side
    estimate: Estimate | None
    past: tuple[Estimate, ...] = ()
    why_not: NoNumber | None = None

    @property
    def shown(self) -> tuple[int, ...]:
        """One-repetition maxima of the whole mass moved in grams after each session, oldest first."""
        return tuple(one.grams for one in self.past)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aims:
    """What is meant, by the runner's own rule numbers: fractional sets a week of each of the `BANDED` muscles, sets of the back of the legs
    for 100 of the front, and the percent by which a leg may be ahead."""

    sets: tuple[int, int]
    back: tuple[int, int]
    side: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """Lifts by id, weeks oldest first (those of the plan after that of today), sides and days; `spans` are the days of the two averages, `week` says why this week
    is lighter because lifts stand still."""

    lifts: tuple[LiftProgress, ...]
    weeks: tuple[WeekBalance, ...]
    sides: tuple[SideBalance, ...]
    days: tuple[DayLoad, ...]
    spans: tuple[int, int]
    week: str = ""


def progress(known: Facts, plan: Plan, entries: Sequence[AnyEntry], *, weeks: int) -> ProgressReport:
    """Progress as of today, with the last `weeks` weeks (that of today among them)."""
    state, catalogue = known.state, known.catalogue
    return ProgressReport(
        lifts=lifts(known),
        weeks=week_balances(
            state,
            plan,
            catalogue.exercises,
            today=known.today,
            weeks=weeks,
            promised=promised_behind(known, standing_entries(entries)),
        ),
        sides=side_balances(state.done, catalogue.exercises, body_mass_g=state.profile.body_mass_g),
        days=day_loads(state, catalogue, today=known.today),
        spans=spans(catalogue),
        week=light_for_a_stall(state, plan, catalogue, today=known.today),
    )


def aims(catalogue: Catalogue) -> Aims:
    """What is meant of a week and of the two legs."""
    number = catalogue.rulebook.number
    return Aims(
        sets=(number("muscle-band", "aim_low"), number("muscle-band", "aim_high")),
        back=(number("posterior-balance", "low"), number("posterior-balance", "high")),
        side=FLAG_PERCENT,
    )


def held_g(moved_g: int, exercise: Exercise, body_mass_g: int) -> int:
    """Grams held when so much is moved with the body's own share, to the half kilogram; never below nothing."""
    own = exercise.body_share * body_mass_g // 100
    return max(0, round((moved_g - own) / 500) * 500)


def lifts(known: Facts) -> tuple[LiftProgress, ...]:
    """Every exercise that was logged, by id: those with an estimate, then those without and why."""
    now = estimates(known.state, known.catalogue, known.today)
    past = histories(known.state, known.catalogue)
    told = [
        LiftProgress(
            exercise=exercise,
            side=side,
            estimate=now[exercise, side],
            past=past[exercise, side],
        )
        for exercise, side in sorted(now)
    ]
    estimated = {exercise for exercise, _ in now}
    others = sorted(_logged(known.state) - estimated)
    return (
        *told,
        *(
            LiftProgress(exercise=exercise, side=Side.BOTH, estimate=None, why_not=_why_not(exercise, known))
            for exercise in others
        ),
    )


def _logged(state: RunnerState) -> set[str]:
    return {one.exercise for session in _logged_sessions(state) for one in session.sets}


def _logged_sessions(state: RunnerState) -> list[PastSession]:
    return [session for session in state.done if session.told is Told.LOGGED]


def _why_not(exercise: str, known: Facts) -> NoNumber:
    """Why no strength is told of an exercise that was logged."""
    if not weighable(known.catalogue.exercises[exercise], None):
        return NoNumber.NOT_WEIGHED
    sessions = _logged_sessions(known.state)
    asked = [line for one in sessions for line in one.prescribed if line.exercise == exercise]
    if any({GearKind.BANDS, GearKind.MINIBAND, GearKind.BACKPACK} & set(line.gear) for line in asked):
        return NoNumber.BAND
    sets = [one for session in sessions for one in session.sets if one.exercise == exercise]
    if any(one.reps + (one.rir or 0) > MOST_REPETITIONS for one in sets):
        return NoNumber.TOO_LONG
    return NoNumber.NO_RESERVE
