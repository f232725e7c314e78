"""Decides whether lifts have stood still for so long that a lighter week comes first (rule `stalled`)."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import islice

from legday.model.catalogue import Catalogue
from legday.model.exercises import Exercise
from legday.model.plan import PastSession, Plan, Told
from legday.model.state import RunnerState
from legday.progressing.earned import Earned, Verdict, verdict
from legday.progressing.strength import shown_by

LIGHT_SINCE = timedelta(weeks=3)
"""After a light week so short ago another one is not due (our setting)."""
OLDEST = timedelta(weeks=6)
"""Sessions longer ago than this do not make a stall (our setting)."""


@dataclass(frozen=True)
class Stalls:
    """What the runner's log says of lifts that stand still; each logged session is read once, however many weeks ask for it."""

    state: RunnerState
    catalogue: Catalogue
    _memory: dict[tuple[int, str], Verdict | None] = field(default_factory=dict, init=False)

    def before(self, monday: date) -> tuple[str, ...]:
        """See `stalled_lifts`."""
        begin, end = (bisect_left(self._days, day) for day in (monday - OLDEST, monday))
        lately = self.state.done[begin:end]
        logged = [one for one in lately if one.told is Told.LOGGED]
        if not logged or any(one.light and one.start.date() >= monday - LIGHT_SINCE for one in lately):
            return ()
        names = dict.fromkeys(line.exercise for one in logged for line in one.prescribed)
        lifts = [name for name in names if self._stalled(name, range(begin, end))]
        return tuple(lifts) if len(lifts) >= self.catalogue.rulebook.number("stalled", "lifts") else ()

    @cached_property
    def _days(self) -> list[date]:
        return [one.start.date() for one in self.state.done]

    def _told(self, place: int, name: str) -> Verdict | None:
        """What the session at `place` came to for one exercise, by itself; None where it was light or nothing of the exercise was logged."""
        key = (place, name)
        if key not in self._memory:
            session, exercise = self.state.done[place], self.catalogue.exercises.get(name)
            self._memory[key] = (
                None
                if session.light or exercise is None
                else verdict(session, exercise, self.state, self.catalogue.rulebook, before=None)
            )
        return self._memory[key]

    def _stalled(self, name: str, places: Sequence[int]) -> bool:
        """Whether the exercise's last sessions that were not light hold one that fell short, and none that rose above those before."""
        sessions = self.catalogue.rulebook.number("stalled", "sessions")
        told = ((self.state.done[place], self._told(place, name)) for place in reversed(places))
        held = [*islice(((session, one) for session, one in told if one is not None), sessions)][::-1]
        if len(held) < sessions or all(told.earned is Earned.RISE for _, told in held):
            return False
        exercise = self.catalogue.exercises[name]
        return not any(
            _rose(held[:n], session, told, exercise=exercise, state=self.state)
            for n, (session, told) in enumerate(held)
            if n
        )


def stalled_lifts(state: RunnerState, catalogue: Catalogue, monday: date) -> tuple[str, ...]:
    """The lifts that have not risen over the last logged sessions before the week from `monday`, when they are as many as the rule asks.

    Empty where they are fewer, or where a light week lies no more than three weeks behind. A lift that kept up with all that was asked
    of it does not count: then it was the plan that stood still.
    """
    return Stalls(state, catalogue).before(monday)


def stall_words(lifts: Sequence[str], catalogue: Catalogue) -> str:
    """`squat and deadlift have not risen over 3 sessions`; the first two of the lifts are named."""
    names = " and ".join(catalogue.name(lift).lower() for lift in lifts[:2])
    return f"{names} have not risen over {catalogue.rulebook.number('stalled', 'sessions')} sessions"


def light_for_a_stall(state: RunnerState, plan: Plan, catalogue: Catalogue, *, today: date) -> str:
    """Why the week of `today` is a lighter one, as a sentence, where lifts that stand still made it so; else empty."""
    monday = today - timedelta(days=today.weekday())
    lifts = stalled_lifts(state, catalogue, monday)
    if not lifts or not any(week.start == monday and week.cut_back for week in plan.weeks):
        return ""
    return f"A lighter week: {stall_words(lifts, catalogue)} (rule stalled)."


def _rose(
    before: Sequence[tuple[PastSession, Verdict]],
    session: PastSession,
    told: Verdict,
    *,
    exercise: Exercise,
    state: RunnerState,
) -> bool:
    """Whether a session showed more than those before it: weight, repetitions or sets that were reached, or strength."""
    if told.earned is Earned.RISE and any(
        mine > max(theirs)
        for mine, theirs in (
            (told.weight_g, [one.weight_g for _, one in before]),
            (
                told.target,
                [one.target for _, one in before if one.weight_g <= told.weight_g] or [told.target],
            ),
            (told.sets, [one.sets for _, one in before]),
        )
    ):
        return True
    shown = shown_by(session, exercise, state)
    earlier = [one for past, _ in before if (one := shown_by(past, exercise, state)) is not None]
    return shown is not None and bool(earlier) and shown.grams > max(one.grams for one in earlier)
