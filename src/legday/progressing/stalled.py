"""Decides whether lifts have stood still for so long that a lighter week comes first (rule `stalled`)."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

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

    def before(self, monday: date) -> tuple[str, ...]:
        """See `stalled_lifts`."""
        begin, end = (bisect_left(self._days, day) for day in (monday - OLDEST, monday))
        lately = self.state.done[begin:end]
        logged = [one for one in lately if one.told is Told.LOGGED]
        if not logged or any(one.light and one.start.date() >= monday - LIGHT_SINCE for one in lately):
            return ()
        names = dict.fromkeys(line.exercise for one in logged for line in one.prescribed)
        lifts = [name for name in names if self._stalled(name, monday)]
        return tuple(lifts) if len(lifts) >= self.catalogue.rulebook.number("stalled", "lifts") else ()

    @cached_property
    def _days(self) -> list[date]:
        return [one.start.date() for one in self.state.done]

    @cached_property
    def _told(self) -> Mapping[str, Sequence[tuple[PastSession, Verdict]]]:
        """What each exercise's logged sessions that were not light came to, by themselves."""
        found: dict[str, list[tuple[PastSession, Verdict]]] = {}
        rules = self.catalogue.rulebook
        for session in self.state.done:
            for name in () if session.light else dict.fromkeys(line.exercise for line in session.prescribed):
                exercise = self.catalogue.exercises.get(name)
                told = exercise and verdict(session, exercise, self.state, rules, before=None)
                if told:
                    found.setdefault(name, []).append((session, told))
        return found

    def _stalled(self, name: str, monday: date) -> bool:
        """Whether the exercise's last sessions that were not light hold one that fell short, and none that rose above those before."""
        sessions = self.catalogue.rulebook.number("stalled", "sessions")
        lately = (one for one in self._told.get(name, ()) if monday - OLDEST <= one[0].start.date() < monday)
        held = list(lately)[-sessions:]
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
