"""Decides what the planner is told of the runner: profile, past sessions, promises, recorded runs."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from legday.model.easing import Eased, Easing
from legday.model.happened import (
    Away,
    ClearedByClinician,
    ExerciseSwapped,
    Ill,
    PainFelt,
    RedFlagRaised,
    SessionMoved,
    SessionSkipped,
    Slept,
    SorenessFelt,
)
from legday.model.plan import PastSession, Told
from legday.model.runner import Gear, Opening, Profile
from legday.model.runs import JudgedRun, Thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What the runner said that is not a session done; each kind in the order of its days, then of its making.

    Travel and swaps stand in the order of their making: what was said last counts. `illnesses` one for each first day; `moved` the moves in
    force, one for each session.
    """

    pains: tuple[PainFelt, ...] = ()
    red_flags: tuple[RedFlagRaised, ...] = ()
    cleared: tuple[ClearedByClinician, ...] = ()
    soreness: tuple[SorenessFelt, ...] = ()
    nights: tuple[Slept, ...] = ()
    illnesses: tuple[Ill, ...] = ()
    away: tuple[Away, ...] = ()
    skipped: tuple[SessionSkipped, ...] = ()
    moved: tuple[SessionMoved, ...] = ()
    swapped: tuple[ExerciseSwapped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnerState:
    """All facts of one runner on one day.

    `done` leg sessions known to have taken place, oldest first · `promised` the sessions of the accepted plan from today on ·
    `runs` judged runs, oldest first · `not_before` no session before this wall-clock moment, where the clock is known ·
    `foundation_weeks` weeks of leg work that lie behind since the last lay-off of eight weeks (0 for a newcomer; gates of plyometrics read it) ·
    `log` what else the runner said · `easings` what holds leg work back (worked out from the log by `adapting/`).
    """

    profile: Profile
    done: tuple[PastSession, ...] = ()
    promised: tuple[PastSession, ...] = ()
    runs: tuple[JudgedRun, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    plan_began: date | None = None
    foundation_weeks: int = 0
    not_before: datetime | None = None
    log: Log = field(default_factory=Log)
    easings: tuple[Easing, ...] = ()

    def eased(self, day: date) -> Eased:
        """What holds leg work back on `day`."""
        return Eased(easings=tuple(one for one in self.easings if one.holds_on(day)))

    def away_on(self, day: date) -> Away | None:
        """The travel that holds on `day`: the one said last."""
        return next((one for one in reversed(self.log.away) if one.first <= day <= one.last), None)

    def gear_on(self, day: date) -> Gear:
        """The gear within reach on `day`."""
        away = self.away_on(day)
        return self.profile.gear if away is None or away.gear is None else away.gear

    def openings_on(self, day: date) -> tuple[Opening, ...]:
        """The openings that exist on `day`, the runner's usual ones or those of a travel."""
        away = self.away_on(day)
        openings = self.profile.openings if away is None or away.openings is None else away.openings
        return tuple(opening for opening in openings if opening.on(day))

    @property
    def weeks_before_plan(self) -> int:
        """Weeks of leg work that lay behind when the plan began: those known, less the weeks trained since."""
        if self.plan_began is None:
            return self.foundation_weeks
        since = {
            session.start.isocalendar()[:2]
            for session in self.done
            if session.told is not Told.UNSAID
            and session.start.date() >= self.plan_began - timedelta(days=self.plan_began.weekday())
        }
        return max(0, self.foundation_weeks - len(since))
