"""Decides what sessions of another log become: entries with ids of their content, in our exercises and in grams in all."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from legday.model.exercises import Exercise
from legday.model.happened import Origin, SessionDone
from legday.model.ids import derived_id
from legday.model.lift_names import LiftNames, other_name
from legday.model.quantities import grams_from
from legday.model.recorded_session import is_leg_work, with_warm_ups
from legday.model.sets import LoggedSet
from legday.model.strength_log import HistorySession, HistorySet


@dataclass(slots=True, kw_only=True)
class LiftHistory:
    """Turns sessions of another log into entries made at `at`, and counts what is none of our exercises.

    `unit` (kg or lb) is that of weights of which the log does not say it; `unsaid` counts those. `strangers` counts sets by name.
    """

    exercises: Mapping[str, Exercise]
    names: LiftNames
    zone: ZoneInfo
    unit: str
    at: datetime
    strangers: Counter[str] = field(default_factory=Counter)
    unsaid: int = 0
    problems: list[str] = field(default_factory=list)

    def entry(self, session: HistorySession) -> SessionDone | None:
        """The session's leg work as an entry; None where there was none. The same session always gets the same ids."""
        start = session.start.astimezone(self.zone) if session.start.tzinfo else session.start
        start = start.replace(tzinfo=None, second=0)
        sets = self._sets(session.sets)
        if not is_leg_work([one.exercise for one in sets], self.exercises):
            return None
        moment = start.replace(tzinfo=UTC)
        key = (start.isoformat(), session.title)
        return SessionDone(
            id=derived_id(moment, "history", *key, str(session.minutes), *map(repr, sets)),
            at=self.at,
            session=derived_id(moment, "history", *key),
            start=start,
            sets=sets,
            minutes=session.minutes,
            origin=Origin.HISTORY,
            note=session.title,
        )

    def _sets(self, sets: Sequence[HistorySet]) -> tuple[LoggedSet, ...]:
        return with_warm_ups([logged for one in sets if (logged := self._set(one)) is not None])

    def _set(self, one: HistorySet) -> LoggedSet | None:
        lift = self.names.lift(one.exercise)
        exercise = self.exercises.get(lift.exercise) if lift else None
        if lift is None or exercise is None:
            self.strangers[one.exercise] += 1
            return self._other(one, one.exercise) if self.names.is_leg_work(one.exercise) else None
        if (one.weight or 0) < 0:
            self.strangers[f"{one.exercise} (with help)"] += 1
            return self._other(one, f"{exercise.id} with help")
        held = exercise.counting.held
        count = one.seconds if held else one.reps
        if count is None:
            wanted = "seconds" if held else "repetitions"
            self.problems.append(f"line {one.line}: {one.exercise} without {wanted}")
            return self._other(one, exercise.id)
        return self._logged(one, exercise.id, count=count, held=held, hands=2 if lift.per_hand else 1)

    def _other(self, one: HistorySet, name: str) -> LoggedSet:
        count = one.reps or one.seconds or 0
        return self._logged(one, other_name(name), count=count, held=not one.reps, hands=1)

    def _logged(self, one: HistorySet, name: str, *, count: int, held: bool, hands: int) -> LoggedSet:
        if one.weight and not one.unit:
            self.unsaid += 1
        weight = max(one.weight or 0.0, 0.0)
        return LoggedSet(
            exercise=name,
            reps=count,
            weight_g=grams_from(weight, one.unit or self.unit) * hands,
            rir=one.rir,
            seconds=held,
            warm_up=one.warm_up,
            note=one.note,
        )
