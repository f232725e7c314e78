"""Decides what the planner is told of the runner: profile, past sessions, promises, recorded runs."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from legday.model.plan import PastSession
from legday.model.runner import Profile
from legday.model.runs import JudgedRun, Thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnerState:
    """All facts of one runner on one day.

    `done` leg sessions known to have taken place, oldest first · `promised` the sessions of the accepted plan from today on ·
    `runs` judged runs, oldest first · `not_before` no session before this wall-clock moment, where the clock is known ·
    `foundation_weeks` weeks of leg work that lie behind (0 for a newcomer; gates of plyometrics read it).
    """

    profile: Profile
    done: tuple[PastSession, ...] = ()
    promised: tuple[PastSession, ...] = ()
    runs: tuple[JudgedRun, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    plan_began: date | None = None
    foundation_weeks: int = 0
    not_before: datetime | None = None

    @property
    def weeks_before_plan(self) -> int:
        """Weeks of leg work that lay behind when the plan began: those known, less the weeks trained since."""
        if self.plan_began is None:
            return self.foundation_weeks
        since = {
            session.start.isocalendar()[:2]
            for session in self.done
            if session.start.date() >= self.plan_began - timedelta(days=self.plan_began.weekday())
        }
        return max(0, self.foundation_weeks - len(since))
