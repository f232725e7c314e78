"""Decides what the planner is told of the runner: profile, past sessions, promises, recorded runs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Self

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

_NOTHING = Eased()


Felt = PainFelt | RedFlagRaised | ClearedByClinician | SorenessFelt | Slept | Ill


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

    def felt_where(self, kept: Callable[[Felt], bool]) -> "Log":
        """The log with only so much of what the runner felt, and of what a clinician cleared; all else stays."""
        return replace(
            self,
            pains=tuple(one for one in self.pains if kept(one)),
            red_flags=tuple(one for one in self.red_flags if kept(one)),
            cleared=tuple(one for one in self.cleared if kept(one)),
            soreness=tuple(one for one in self.soreness if kept(one)),
            nights=tuple(one for one in self.nights if kept(one)),
            illnesses=tuple(one for one in self.illnesses if kept(one)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnerState:
    """All facts of one runner on one day.

    `done` leg sessions known to have taken place, oldest first · `promised` the sessions of the accepted plan from today on ·
    `runs` judged runs, oldest first · `not_before` no session before this wall-clock moment, where the clock is known ·
    `foundation_weeks` weeks of leg work that lie behind since the last long lay-off (0 for a newcomer; gates of plyometrics read it) ·
    `unsaid` promised sessions of the last seven days of which nothing was said (those of the last 72 hours are in `done` as well) ·
    `offered` those of them that no accepted plan had promised, the plan of their day held, with all they asked for ·
    `log` what else the runner said · `easings` what holds leg work back (worked out from the log by `adapting/`) · `eased_behind` what held it
    back on days with a session that lie behind, a day each.
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
    eased_behind: tuple[Easing, ...] = ()
    unsaid: tuple[PastSession, ...] = ()
    offered: tuple[PastSession, ...] = ()

    def eased(self, day: date) -> Eased:
        """What holds leg work back on `day`."""
        if not (self.easings or self.eased_behind):
            return _NOTHING
        behind = tuple(one for one in self.eased_behind if one.first == day)
        return Eased(easings=behind or tuple(one for one in self.easings if one.holds_on(day)))

    def away_on(self, day: date) -> Away | None:
        """The travel that holds on `day`: the one said last."""
        if not self.log.away:
            return None
        return next((one for one in reversed(self.log.away) if one.first <= day <= one.last), None)

    def gear_on(self, day: date) -> Gear:
        """The gear within reach on `day`."""
        away = self.away_on(day)
        return self.profile.gear if away is None or away.gear is None else away.gear

    def openings_on(self, day: date) -> tuple[Opening, ...]:
        """The openings that exist on `day`, the runner's usual ones or those of a travel, and where a session was put on purpose."""
        away = self.away_on(day)
        openings = self.profile.openings if away is None or away.openings is None else away.openings
        pinned = self._pinned_on(day, away)
        taken = {opening.start for opening in pinned}
        return (
            *(opening for opening in openings if opening.on(day) and opening.start not in taken),
            *pinned,
        )

    def _pinned_on(self, day: date, away: Away | None) -> tuple[Opening, ...]:
        """Openings that exist because the runner put a session there; a travel without leg work said later takes them away."""
        if not self.log.moved:
            return ()
        return tuple(
            Opening(day=day, start=pin.start.time(), minutes=pin.minutes)
            for pin in self.pins
            if pin.start.date() == day and not (away and away.openings == () and away.at > pin.at)
        )

    def swaps_on(self, day: date) -> dict[str, ExerciseSwapped]:
        """The swaps that hold on `day`, by the exercise that was planned: the last word on each; one for itself ends a swap.

        What stands in may be swapped on, or back, by a later word.
        """
        holding: dict[str, ExerciseSwapped] = {}
        for swap in sorted(self.log.swapped, key=lambda one: (one.at, one.id)):
            if swap.first <= day and (swap.last is None or day <= swap.last):
                holding[swap.was] = swap
        swaps = {was: _swapped_on(was, holding) for was in holding}
        return {was: swap for was, swap in swaps.items() if swap.now != was}

    @property
    def held(self) -> tuple[PastSession, ...]:
        """The sessions that took place as far as is known: those of which nothing was said are left out."""
        return tuple(session for session in self.done if session.told is not Told.UNSAID)

    @property
    def training(self) -> tuple[datetime, ...]:
        """The start of the last session of each day with leg work: what was done in two parts on a day is one training day."""
        by_day = {session.start.date(): session.start for session in self.held}
        return tuple(by_day.values())

    @property
    def promises(self) -> tuple[PastSession, ...]:
        """The promised sessions that still stand: those the runner neither skipped nor put elsewhere."""
        if not (self.log.moved or self.log.skipped):
            return self.promised
        gone = {move.planned for move in self.log.moved} | {skip.planned for skip in self.log.skipped}
        gone -= {pin.start for pin in self.pins}
        return tuple(session for session in self.promised if session.start not in gone)

    @property
    def pins(self) -> tuple[SessionMoved, ...]:
        """Where the runner put sessions, in order of time: the last word on each, `planned` its first start.

        A session that was skipped after it was moved, or that took place on the day it was moved to, is pinned no more.
        """
        standing: list[SessionMoved] = []
        for move in sorted(self.log.moved, key=lambda one: (one.at, one.id)):
            before = [pin for pin in standing if move.planned in {pin.start, pin.planned} and move.planned]
            origin = before[0].planned if before else move.planned
            standing = [pin for pin in standing if pin not in before and pin.start != move.start]
            standing.append(replace(move, planned=origin))
        over = {session.start.date() for session in self.held}
        return tuple(
            pin
            for pin in sorted(standing, key=lambda one: one.start)
            if pin.start.date() not in over and not self._skipped_since(pin)
        )

    def _skipped_since(self, pin: SessionMoved) -> bool:
        return any(skip.planned in {pin.start, pin.planned} and skip.at > pin.at for skip in self.log.skipped)

    def remembering(self, since: date) -> Self:
        """The state without the sessions done before `since`; the weeks that lay behind when the plan began stay the same."""
        kept = tuple(session for session in self.done if session.start.date() >= since)
        if len(kept) == len(self.done):
            return self
        bare = replace(self, done=kept)
        forgotten = len(self.weeks_since_plan) - len(bare.weeks_since_plan)
        return replace(bare, foundation_weeks=max(0, self.foundation_weeks - forgotten))

    @property
    def weeks_before_plan(self) -> int:
        """Weeks of leg work that lay behind when the plan began: those known, less the weeks trained since."""
        return max(0, self.foundation_weeks - len(self.weeks_since_plan))

    def weeks_before(self, monday: date, *, planned: Iterable[date] = ()) -> int:
        """Weeks of leg work that lie behind on a Monday: those known, and those with a day `planned` before it, each once.

        A week that is going on counts once it is over: with its first session done, the week is not behind yet.
        """
        days = tuple(planned)
        known = self._weeks_since(_monday(min((monday, *days))))
        ahead = {_iso_week(day) for day in days if day < monday} - known
        later = {week for week in known if week >= _iso_week(monday)}
        return max(0, self.foundation_weeks - len(later)) + len(ahead)

    @property
    def weeks_since_plan(self) -> set[tuple[int, int]]:
        """The ISO weeks with enough leg work since the plan began; none where none has."""
        if self.plan_began is None:
            return set()
        return self._weeks_since(_monday(self.plan_began))

    def _weeks_since(self, monday: date) -> set[tuple[int, int]]:
        since = takewhile(lambda one: one.start.date() >= monday, reversed(self.done))
        return {_iso_week(one.start.date()) for one in since if one.enough}


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _iso_week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _swapped_on(was: str, holding: Mapping[str, ExerciseSwapped]) -> ExerciseSwapped:
    """The swap of an exercise, followed through those of its stand-ins that were said later."""
    swap = holding[was]
    while swap.now != was and swap.now in holding:
        after = holding[swap.now]
        if after.now == swap.now or (after.at, after.id) <= (swap.at, swap.id):
            break
        swap = replace(after, was=was)
    return swap
