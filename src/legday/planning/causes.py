"""Decides what made a session move, come, go, or change what it holds: the runner's own word first, then what holds on the day, then a rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from legday.model.easing import Easing
from legday.model.plan import Cause, Plan, Prescription, Session, Told
from legday.model.rules import Level, Rulebook
from legday.model.season import MissedSession
from legday.model.state import RunnerState
from legday.planning.missed import missed_sessions

BY_RULE: Mapping[str, Cause] = {
    "race-quiet": Cause.RACE,
    "after-race": Cause.RACE,
    "cut-back": Cause.RACE,
    "fresh-for-key-runs": Cause.RUNS,
    "run-first": Cause.RUNS,
    "hours-after-run": Cause.RUNS,
    "hard-with-hard": Cause.RUNS,
    "gear": Cause.GEAR,
    "illness": Cause.ILLNESS,
    "readiness": Cause.READINESS,
    "pain-gate": Cause.PAIN,
    "red-flag-lock": Cause.PAIN,
    "returning": Cause.RETURN,
}
"""What a rule speaks of; any other rule is a cause of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something changed: a sentence, its cause (None where two plans alone cannot tell), and the rule that decided."""

    why: str
    cause: Cause | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasoning:
    """What reasons are looked for in: the new plan, and what is known of the runner where that is given."""

    plan: Plan
    state: RunnerState | None = None
    rulebook: Rulebook | None = None

    def speaks_for(self, session: Session) -> bool:
        """Whether a session of the old plan can still be missing: not before today, not begun, not done, not on a day that had one."""
        if session.day < self.plan.today:
            return False
        if self.state is None:
            return True
        begun = self.state.not_before
        over = {done.start.date() for done in self.state.held}
        if any(done.planned == _wall(session) for done in self.state.held):
            return False
        return session.day not in over and (begun is None or _wall(session) >= begun)

    def gone(self, session: Session) -> Reason:
        """Why a session stands no more where it stood."""
        return self._own_word(session) or self._held_back(session.day) or self._told(session)

    def come(self, session: Session) -> Reason:
        """Why a session stands where none did."""
        why = " ".join(session.why.day)
        if self.state is None:
            return Reason(why=why)
        if any(pin.start == _wall(session) for pin in self.state.pins):
            return Reason(why=why, cause=Cause.MOVED)
        missed = [one for one in self._missed() if _monday(one.start.date()) == _monday(session.day)]
        if missed:
            cause = Cause.SKIPPED if missed[0].skipped else Cause.MISSED
            return Reason(why=why, cause=cause, rule="weekly-frequency")
        return Reason(why=why, cause=Cause.PROFILE)

    def moved(self, old: Session, new: Session) -> Reason:
        """Why a session stands elsewhere."""
        if self.state is not None:
            for pin in self.state.pins:
                if pin.start == _wall(new):
                    return Reason(why="You moved it.", cause=Cause.MOVED)
        gone = self.gone(old)
        return gone if gone.why else Reason(why=" ".join(new.why.day), cause=gone.cause, rule=gone.rule)

    def menu(self, old: Session, new: Session) -> Reason:
        """Why a session holds other exercises."""
        said = [words for words in new.why.menu if words not in old.why.menu] or list(new.why.menu)
        why = " ".join(said)
        if self.state is None:
            return Reason(why=why)
        came = [
            line for line in new.exercises if line.exercise not in {one.exercise for one in old.exercises}
        ]
        went = {line.exercise for line in old.exercises} - {line.exercise for line in new.exercises}
        easing = next((one for one in self._eased(new.day) if went & one.avoid or one.no_impact), None)
        if went & set(self.state.swaps_on(new.day)):
            return Reason(why=why, cause=Cause.SWAPPED)
        if easing is not None:
            return Reason(why=why, cause=BY_RULE.get(easing.rule, Cause.RULE), rule=easing.rule)
        if self._other_gear(new.day):
            return Reason(why=why, cause=Cause.AWAY, rule="gear")
        if any(line.instead_of for line in came) and self._missed():
            return Reason(why=why, cause=Cause.MISSED, rule="muscle-band")
        if new.why.menu == old.why.menu:
            less = "leaves none of it" if went else "leaves room for it again"
            return Reason(
                why=f"What the week may hold {less}.", cause=self._log_or_profile(), rule="leg-growth"
            )
        lacking = any(not set(line.gear) <= self.state.gear_on(new.day).kinds for line in old.exercises)
        return Reason(why=why, cause=Cause.GEAR if lacking else self._log_or_profile())

    def dose(self, changed: list[tuple[Prescription, Prescription]], old: Session, new: Session) -> Reason:
        """Why sets, repetitions, weight or effort differ."""
        why = _dose_reasons([now for _, now in changed]) or " ".join(new.why.dose)
        if self.state is None:
            return Reason(why=why)
        easing = next((one for one in self._eased(new.day) if _lightens(one)), None)
        if easing is not None:
            others = [now for _, now in changed if not _says(now.why, easing.why)]
            said = f"{easing.why.rstrip('.')}. {_dose_reasons(others)}".strip()
            return Reason(why=said, cause=BY_RULE.get(easing.rule, Cause.RULE), rule=easing.rule)
        if self._other_gear(new.day):
            return Reason(why=why, cause=Cause.AWAY, rule="gear")
        there = self.state.gear_on(new.day).kinds
        if any(not set(was.gear) <= there for was, _ in changed):
            return Reason(why=why, cause=Cause.GEAR, rule="gear")
        if self._returning():
            return Reason(why=why, cause=Cause.RETURN, rule="returning")
        if old.phase is not new.phase:
            return Reason(why=why, cause=Cause.RACE if self.state.profile.races else Cause.PROFILE)
        return Reason(why=why, cause=self._log_or_profile())

    def _own_word(self, session: Session) -> Reason | None:
        """The runner moved it, or skipped it."""
        if self.state is None:
            return None
        start = _wall(session)
        for pin in self.state.pins:
            if pin.planned == start:
                return Reason(
                    why=f"You moved it to {pin.start:%A} {pin.start.day} {pin.start:%b %H:%M}.",
                    cause=Cause.MOVED,
                )
        for skip in reversed(self.state.log.skipped):
            if skip.planned == start:
                why = f" ({skip.why})" if skip.why else ""
                return Reason(why=f"You skipped it{why}.", cause=Cause.SKIPPED)
        return None

    def _held_back(self, day: date) -> Reason | None:
        """An easing or a travel leaves no session on the day."""
        if self.state is None:
            return None
        easing = next((one for one in self._eased(day) if one.no_session), None)
        if easing is not None:
            return Reason(why=easing.why, cause=BY_RULE.get(easing.rule, Cause.RULE), rule=easing.rule)
        away = self.state.away_on(day)
        if away is None or away.openings is None:
            return None
        until = f"{away.last.day} {away.last:%b}"
        none = "without leg work" if away.openings == () else "at other hours"
        return Reason(why=f"You are away until {until}, {none}.", cause=Cause.AWAY)

    def _told(self, session: Session) -> Reason:
        """What the new plan says of the opening that is empty now, of its week, or of the promise it breaks."""
        start = _wall(session)
        for opening in self.plan.unused:
            if opening.start.replace(tzinfo=None) == start:
                return Reason(
                    why=opening.why_not, cause=self._of_rule(opening.rule, session), rule=opening.rule
                )
        if self._opening_gone(session):
            return Reason(why="This opening is yours no more.", cause=Cause.PROFILE, rule="fits-the-opening")
        for one in self.plan.collisions:
            if one.week == _monday(session.day):
                return Reason(why=one.words, cause=self._of_rule(one.rules[0], session), rule=one.rules[0])
        for found in self.plan.findings:
            if session.day in found.days and found.level is not Level.INFO:
                return Reason(why=found.words, cause=self._of_rule(found.rule, session), rule=found.rule)
        return Reason(why="")

    def _of_rule(self, rule: str, session: Session) -> Cause | None:
        """A rule's own cause; where only sessions stand in each other's way, the missed or moved one of the week that made them move."""
        if self.state is None:
            return None
        if rule in BY_RULE:
            return BY_RULE[rule]
        week = _monday(session.day)
        if any(_monday(pin.start.date()) == week for pin in self.state.pins):
            return Cause.MOVED
        missed = [one for one in self._missed() if _monday(one.start.date()) == week]
        if missed:
            return Cause.SKIPPED if missed[0].skipped else Cause.MISSED
        return Cause.RULE

    def _opening_gone(self, session: Session) -> bool:
        if self.state is None or not self.state.profile.openings:
            return False
        start = session.start.time().replace(tzinfo=None)
        return all(opening.start != start for opening in self.state.openings_on(session.day))

    def _missed(self) -> tuple[MissedSession, ...]:
        if self.state is None or not self.plan.days:
            return ()
        first, last = _monday(self.plan.today), _monday(self.plan.days[-1].day) + timedelta(days=7)
        return missed_sessions(self.state, first=first, last=last, today=self.plan.today)

    def _eased(self, day: date) -> tuple[Easing, ...]:
        return self.state.eased(day).easings if self.state else ()

    def _other_gear(self, day: date) -> bool:
        away = self.state.away_on(day) if self.state else None
        return away is not None and away.gear is not None

    def _returning(self) -> bool:
        """Whether the last session lies so far back that rule `returning` speaks."""
        if self.state is None or self.rulebook is None or "returning" not in self.rulebook.rules:
            return False
        last = max((session.start.date() for session in self.state.held), default=self.plan.today)
        return (self.plan.today - last).days >= self.rulebook.number("returning", "days_same")

    def _log_or_profile(self) -> Cause:
        logged = self.state is not None and any(one.told is Told.LOGGED for one in self.state.done)
        return Cause.LOG if logged else Cause.PROFILE


def _dose_reasons(lines: Sequence[Prescription]) -> str:
    """`Squat, deadlift: as last time. Calf raise: 2 instead of 3 sets.`: each reason once, with the exercises it is the reason of."""
    by_reason: dict[str, list[str]] = {}
    for line in lines:
        if line.why:
            by_reason.setdefault(line.why, []).append(line.exercise)
    told = (f"{', '.join(names)}: {why[0].lower()}{why[1:]}" for why, names in by_reason.items())
    return " ".join(f"{one[0].upper()}{one[1:]}" for one in told)


def _says(why: str, sentence: str) -> bool:
    """Whether a reason holds what a sentence says already."""
    return sentence.rstrip(".").lower() in why.lower()


def _lightens(easing: Easing) -> bool:
    less = easing.sets_percent < 100 or easing.sets_less or easing.weight_percent < 100
    return bool(less or easing.rir_plus or easing.no_growth)


def _wall(session: Session) -> datetime:
    return session.start.replace(tzinfo=None)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
